"""Afspraak is afspraak: who does what by when, and what it means when that did not happen."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.toets import Toets
from app.domain.kern.werkdagen import tel_werkdagen

_AFSPRAAK = productenboek("1.2")
_LVB = productenboek("2.2.3")


class Partij(StrEnum):
    """Who will do it."""

    KLANT = "klant"
    GEMEENTE = "gemeente"
    ANDER = "ander"


class Afspraakaanleiding(StrEnum):
    """In what kind of contact something was agreed on or discussed."""

    SCREENINGSGESPREK = "screeningsgesprek"
    AMBITIEGESPREK = "ambitiegesprek"
    KICK_OFF = "kick_off"
    BESCHIKKING = "beschikking"
    PLAN = "plan"
    CONTACT = "contact"


RECHTEN_EN_PLICHTEN = (Afspraakaanleiding.AMBITIEGESPREK, Afspraakaanleiding.KICK_OFF, Afspraakaanleiding.BESCHIKKING)
"""When rights and duties are discussed (DEV-AFS-006)."""


class Nakomingsstand(StrEnum):
    """Where an agreement stands; ``te_laat`` is one whose last day is over and of which nothing is known."""

    OPEN = "open"
    TE_LAAT = "te_laat"
    NAGEKOMEN = "nagekomen"
    GEMIST = "gemist"
    VERVALLEN = "vervallen"


def stand_op(vandaag: date, uiterlijk: date, nagekomen: bool | None, *, vervallen: bool) -> Nakomingsstand:
    """Return where an agreement stands; on its last day it is still in time (DEV-AFS-006)."""
    if vervallen:
        return Nakomingsstand.VERVALLEN
    if nagekomen is None:
        return Nakomingsstand.TE_LAAT if vandaag > uiterlijk else Nakomingsstand.OPEN
    return Nakomingsstand.NAGEKOMEN if nagekomen else Nakomingsstand.GEMIST


def toets_nakoming(nagekomen: bool, reden: str | None) -> Toets:
    """Test that an agreement that was not kept has a reason (DEV-AFS-006)."""
    zin = "Is een afspraak niet nagekomen, dan staat vast waarom."
    return maak_toets("reden_niet_nagekomen", nagekomen or bool(reden), _AFSPRAAK, {"nagekomen": nagekomen}, zin)


def nagaantaak(uiterlijk: date, rol: Rol) -> TaakVoorstel:
    """Return the task to see whether an agreement was kept, on the first werkdag after its last day."""
    wat = "Ga na of de afspraak met de klant is nagekomen."
    return _taak("klantafspraak_nagaan", wat, "De afgesproken dag is voorbij.", rol, tel_werkdagen(uiterlijk, 1))


def gemisttaak(vandaag: date, rol: Rol) -> TaakVoorstel:
    """Return the task to talk about what the klant did not do, with handhaving in view (DEV-AFS-006)."""
    wat = "Bespreek met de klant waarom de afspraak niet is nagekomen, en weeg of handhaving nodig is."
    return _taak("klantafspraak_gemist", wat, "De klant kwam een afspraak niet na.", rol, tel_werkdagen(vandaag, 2))


def herhaaltaak(kenmerken: frozenset[Kenmerk], dag: date, rol: Rol) -> TaakVoorstel | None:
    """Return the task to repeat the agreements after a meeting, for who has trouble to remember (DEV-AFS-007)."""
    if Kenmerk.LVB not in kenmerken:
        return None
    wat = "Herhaal de afspraken per mail, app of telefoon, in kleine stappen, en laat de klant ze navertellen."
    waarom = "De klant heeft een licht verstandelijke beperking en had een gesprek."
    return _taak("afspraken_herhalen", wat, waarom, rol, tel_werkdagen(dag, 1)).model_copy(update={"grondslag": _LVB})


def _taak(soort: str, wat: str, waarom: str, rol: Rol, uiterste: date) -> TaakVoorstel:
    return TaakVoorstel(soort=soort, wat=wat, waarom=waarom, rol=rol, grondslag=_AFSPRAAK, uiterste=uiterste)
