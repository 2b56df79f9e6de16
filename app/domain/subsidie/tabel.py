"""Tabel: the regelingen of this room. Another room adds its own in ``app/services/subsidie/regelingen.py``."""

from __future__ import annotations

from typing import Final

from app.domain.subsidie.beleid import SubsidieBeleid
from app.domain.subsidie.grondslagen import verordening_lid
from app.domain.subsidie.model import Regelingcode
from app.domain.subsidie.regels import Regels
from app.domain.subsidie.startbaan import StartbaanFeiten, bereken_startbaan, toetsen_startbaan

STARTBAAN: Final = Regels(
    code=Regelingcode.STARTBAANSUBSIDIE,
    naam="startbaansubsidie",
    feiten=StartbaanFeiten,
    beleid=SubsidieBeleid,
    toets=toetsen_startbaan,
    bereken=bereken_startbaan,
    waarden=(
        "startbaan_treden",
        "startbaan_klantgroepen",
        "startbaan_eerste_deel_procent",
        "startbaan_eerste_factuur_na_maanden",
        "startbaan_maanden_onbepaald",
    ),
    grondslag=verordening_lid("12", "1"),
)
