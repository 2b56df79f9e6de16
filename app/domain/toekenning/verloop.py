"""Verloop: on which days something can happen to a voorziening, and what then still stands in the way."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from enum import StrEnum
from typing import Final

from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.toets import Toets
from app.domain.toekenning.feit import Toekenningfeitsoort
from app.domain.toekenning.stand import Toekenningstand


class Toekenninguitkomst(StrEnum):
    """What came of a voorziening."""

    BETAALD_WERK = "betaald_werk"
    WERK_MET_SUBSIDIE = "werk_met_subsidie"
    OPLEIDING = "opleiding"
    ANDERE_VOORZIENING = "andere_voorziening"
    GROEI = "groei"
    GEEN_VERANDERING = "geen_verandering"
    VOORTIJDIG_GESTOPT = "voortijdig_gestopt"


_AFWEGING: Final = Grondslag(regeling="Re-integratieverordening Participatiewet 2021", artikel="2", lid="2")
_LOOPT: Final = frozenset({Toekenningstand.LOPEND, Toekenningstand.BEEINDIGD})
_OVER: Final = _LOOPT | {Toekenningstand.AFGEROND}
KAN_BIJ: Final = {
    Toekenningfeitsoort.START: frozenset({Toekenningstand.TOEGEKEND}),
    Toekenningfeitsoort.VOORTGANG: _LOOPT,
    Toekenningfeitsoort.NO_SHOW: _LOOPT,
    Toekenningfeitsoort.EVALUATIE: _OVER,
    Toekenningfeitsoort.KOSTENVORDERING: _OVER,
    Toekenningfeitsoort.VOORWAARDEN_2017: frozenset({Toekenningstand.LOPEND}),
    Toekenningfeitsoort.AFRONDING: _LOOPT,
}
"""In which standen something can be recorded."""
_NA_EINDE: Final = frozenset(
    {Toekenningfeitsoort.EVALUATIE, Toekenningfeitsoort.KOSTENVORDERING, Toekenningfeitsoort.AFRONDING}
)


def dagfout(soort: Toekenningfeitsoort, dag: date, begin: date, laatste: date | None, vandaag: date) -> str | None:
    """Say in Dutch why something cannot have happened on a day; None when it can."""
    if dag > vandaag:
        return "Deze dag ligt in de toekomst."
    if dag < begin:
        return f"Geef een dag vanaf het begin, {datum_voluit(begin)}."
    if laatste is not None and dag > laatste and soort not in _NA_EINDE:
        return f"Geef een dag tot en met de laatste, {datum_voluit(laatste)}."
    return None


def toets_overeenkomst(nodig: bool, ondertekend_op: date | None, start: date, grondslag: Grondslag | None) -> Toets:
    """Test that the agreement that the policy asks for was signed by all parties on the day of the start at last."""
    goed = not nodig or (ondertekend_op is not None and ondertekend_op <= start)
    return maak_toets(
        "overeenkomst_ondertekend",
        goed,
        grondslag or _AFWEGING,
        {"nodig": nodig, "ondertekend_op": ondertekend_op, "start": start},
        "De overeenkomst is ondertekend, of bij deze voorziening hoort er geen.",
        "De voorziening kan pas beginnen als alle partijen de overeenkomst hebben ondertekend.",
    )


def toets_afronding(stand: Toekenningstand, laatste: date | None, dag: date) -> Toets:
    """Test that what is concluded is over: ended by a besluit, or past its last day (DEV-VRZ-907)."""
    over = stand is Toekenningstand.BEEINDIGD or (laatste is not None and dag > laatste)
    return maak_toets(
        "voorziening_voorbij",
        over,
        Grondslag(regeling="Re-integratieverordening Participatiewet 2021", artikel="3", lid="2"),
        {"stand": stand, "laatste_dag": laatste},
        "De voorziening is voorbij.",
        "De voorziening loopt nog. Neem eerst een besluit om haar te beëindigen.",
    )


def toets_start_terug(soorten: Iterable[Toekenningfeitsoort]) -> Toets:
    """Test that nothing rests on a start that is taken back."""
    later = _namen(set(soorten) - {Toekenningfeitsoort.START})
    return maak_toets(
        "niets_na_de_start",
        not later,
        _AFWEGING,
        {"vastgelegd": later},
        "Er is na de start niets vastgelegd.",
        "Trek eerst in wat na de start is vastgelegd.",
    )


def _namen(soorten: Collection[Toekenningfeitsoort]) -> tuple[str, ...]:
    return tuple(sorted(soort.value for soort in soorten))
