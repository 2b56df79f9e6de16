"""Tabel: the regelingen of this room. Another room adds its own in ``app/services/subsidie/regelingen.py``."""

from __future__ import annotations

from typing import Final

from app.domain.subsidie.beleid import SubsidieBeleid
from app.domain.subsidie.grondslagen import verordening_lid
from app.domain.subsidie.model import Ontvanger, Regelingcode
from app.domain.subsidie.regels import Regels
from app.domain.subsidie.startbaan import StartbaanFeiten, bereken_startbaan, toetsen_startbaan
from app.domain.subsidie.tegemoetkoming import TegemoetkomingFeiten, bereken_tegemoetkoming, toetsen_tegemoetkoming
from app.domain.subsidie.uitstroompremie import UitstroomFeiten, bereken_uitstroompremie, toetsen_uitstroompremie
from app.domain.subsidie.vergoeding import VergoedingFeiten, bereken_vergoeding, toetsen_vergoeding

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

TEGEMOETKOMING: Final = Regels(
    code=Regelingcode.TEGEMOETKOMING,
    naam="tijdelijke tegemoetkoming loonkosten",
    feiten=TegemoetkomingFeiten,
    beleid=SubsidieBeleid,
    toets=toetsen_tegemoetkoming,
    bereken=bereken_tegemoetkoming,
    waarden=(
        "tegemoetkoming_klantgroepen",
        "tegemoetkoming_uren",
        "tegemoetkoming_duur_maanden",
        "tegemoetkoming_procent",
        "tegemoetkoming_maanden",
        "tegemoetkoming_plafond_procent",
    ),
    grondslag=verordening_lid("12a", "1"),
)

UITSTROOMPREMIE: Final = Regels(
    code=Regelingcode.UITSTROOMPREMIE,
    naam="uitstroompremie",
    feiten=UitstroomFeiten,
    beleid=SubsidieBeleid,
    toets=toetsen_uitstroompremie,
    bereken=bereken_uitstroompremie,
    waarden=(),
    grondslag=verordening_lid("13", "1"),
    ontvanger=Ontvanger.KLANT,
    awb_subsidie=False,
    betaald_na_factuur=False,
)

VERGOEDING: Final = Regels(
    code=Regelingcode.VERGOEDING,
    naam="vergoeding van kosten",
    feiten=VergoedingFeiten,
    beleid=SubsidieBeleid,
    toets=toetsen_vergoeding,
    bereken=bereken_vergoeding,
    waarden=("vergoeding_maximum",),
    grondslag=verordening_lid("14", "1"),
    ontvanger=Ontvanger.KLANT,
    awb_subsidie=False,
    betaald_na_factuur=False,
    budget="clientkosten",
)
