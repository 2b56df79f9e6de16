"""How the ambitiegesprek went: the opening, urgent matters, all leefgebieden, and stress about money."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import productenboek
from app.domain.kern.kenmerk import Spoedzaak
from app.domain.kern.leefgebied import Leefgebied
from app.domain.kern.toets import Toets

_GESPREK = productenboek("2.2.3")


class VerloopFeiten(BaseModel):
    """What was recorded of the course of the gesprek; None means that nothing was recorded about it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    opening: frozenset[str] | None = None
    spoedzaken: frozenset[Spoedzaak] = frozenset()
    afgehandeld: frozenset[Spoedzaak] = frozenset()
    besproken: frozenset[Leefgebied] | None = None
    geldzorgen: bool = False
    stress_gewogen: bool = False


OPENING = ("doel", "tijd", "vaste_contactpersoon_later")


def signalen_verloop(feiten: VerloopFeiten) -> tuple[Toets, ...]:
    """Return what is recorded and shown of the course of the gesprek, and stops nothing."""
    return toets_opening(feiten), toets_spoedzaken(feiten), toets_leefgebieden(feiten), toets_financiele_stress(feiten)


def toets_opening(feiten: VerloopFeiten) -> Toets:
    """Test that purpose, time and the later contact person were explained (DEV-AMB-006)."""
    gedaan = feiten.opening
    open_ = () if gedaan is None else tuple(deel for deel in OPENING if deel not in gedaan)
    zin = "Bij de opening zijn doel, tijd en de latere vaste contactpersoon uitgelegd."
    return maak_toets("opening_besproken", None if gedaan is None else not open_, _GESPREK, {"open": open_}, zin)


def toets_spoedzaken(feiten: VerloopFeiten) -> Toets:
    """Test that every urgent matter of the screening has a resolution (DEV-AMB-006)."""
    open_ = tuple(sorted(feiten.spoedzaken - feiten.afgehandeld))
    zin = "Van elke spoedzaak uit de screening staat vast hoe zij is afgehandeld."
    return maak_toets("spoedzaken_afgehandeld", not open_, _GESPREK, {"open": open_}, zin)


def toets_leefgebieden(feiten: VerloopFeiten) -> Toets:
    """Test that all leefgebieden were discussed (DEV-AMB-007)."""
    besproken = feiten.besproken
    open_ = () if besproken is None else tuple(sorted(set(Leefgebied) - besproken))
    zin = "Alle leefgebieden zijn in het gesprek aan bod gekomen."
    alles = None if besproken is None else not open_
    return maak_toets("leefgebieden_besproken", alles, _GESPREK, {"open": open_}, zin)


def toets_financiele_stress(feiten: VerloopFeiten) -> Toets:
    """Test that it is recorded whether stress about money weighs in, when there are money worries (DEV-AMB-007)."""
    zin = "Bij geldzorgen staat vast of de stress meeweegt in de keuze van de klantgroep."
    gezien = {"geldzorgen": feiten.geldzorgen}
    in_orde = not feiten.geldzorgen or feiten.stress_gewogen
    return maak_toets("financiele_stress_gewogen", in_orde, _GESPREK, gezien, zin)
