"""Formeel: outside development no besluit rests on a value that nobody with authority set."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from app.domain.beleid.model import Herkomst
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.toets import Toets, Uitkomst


class Bronwaarde(BaseModel):
    """A value on which a besluit rests: its name, its article and where it comes from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    naam: str
    grondslag: Grondslag
    herkomst: Herkomst


def toets_vastgesteld(bron: Bronwaarde) -> Toets:
    """Ask that the value was set by the municipality or seen in an official source."""
    vast = bron.herkomst is Herkomst.VASTGESTELD
    woord = bron.naam.replace("_", " ")
    nog = "is een voorbeeld; de gemeente moet deze waarde nog vaststellen"
    if bron.herkomst is Herkomst.ONBEVESTIGD:
        nog = "is niet in een officiële bron gezien en moet nog worden bevestigd"
    return Toets(
        voorwaarde="waarde_vastgesteld",
        uitkomst=Uitkomst.van(vast),
        grondslag=bron.grondslag,
        feiten={"waarde": bron.naam, "herkomst": bron.herkomst.value},
        toelichting=f"De waarde {woord} is vastgesteld." if vast else f"De waarde {woord} {nog}.",
    )
