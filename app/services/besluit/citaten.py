"""Citaten: a besluit rests on no regeling that was withdrawn by its day (DEV-OVR-902 to DEV-OVR-904)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from app.db.klant import Klant
from app.domain.kern.fouten import BeleidOntbreekt, Geweigerd
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.toets import niet_voldaan
from app.domain.toekenning.beleid import ToekenningBeleid
from app.domain.toekenning.regelingen import toets_citaten
from app.domain.toekenning.stand import Verordeningsregime
from app.services.handeling import Handeling


def controleer_citaten(
    h: Handeling, klant: Klant, grondslagen: Iterable[Grondslag], dag: date, feiten: Any = None
) -> None:
    """Raise Geweigerd when a besluit of ``dag`` cites what was withdrawn; a voorziening of 2017 may cite its own.

    A municipality without such a list withdrew nothing that this service knows of.
    """
    try:
        beleid = h.beleid.geldend(ToekenningBeleid, klant.gemeente, dag).beleid
    except BeleidOntbreekt:
        return
    oud = getattr(feiten, "regime", None) is Verordeningsregime.VERORDENING_2017
    if mis := niet_voldaan(toets_citaten(grondslagen, dag, beleid, overgang=oud)):
        raise Geweigerd("Dit besluit haalt een regeling aan die is ingetrokken.", mis, "regeling_ingetrokken")
