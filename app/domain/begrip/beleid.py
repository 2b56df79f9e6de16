"""Terms with their meaning and the level that gives it; the own definition goes first (DEV-VRZ-901)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Final

from pydantic import BaseModel, ConfigDict, Field

from app.domain.beleid.model import Beleid, Waarde
from app.domain.kern.grondslag import Grondslag


class Begripbron(StrEnum):
    """Where a definition stands."""

    BELEIDSREGELS = "beleidsregels_2021"
    VERORDENING = "verordening_2021"
    PARTICIPATIEWET_AWB = "participatiewet_awb"


class Begripregeling(StrEnum):
    """The regeling in which a term is read."""

    VERORDENING = "verordening_2021"
    BELEIDSREGELS = "beleidsregels_2021"


class Voorrang(StrEnum):
    """How a definition comes to count: the own one, that of the verordening, or that of the law."""

    EIGEN_DEFINITIE = "eigen_definitie"
    VERORDENING_2021 = "verordening_2021"
    PARTICIPATIEWET_AWB = "participatiewet_awb"


VOLGORDE: Final[dict[Begripregeling, tuple[tuple[Begripbron, Voorrang], ...]]] = {
    Begripregeling.VERORDENING: (
        (Begripbron.VERORDENING, Voorrang.EIGEN_DEFINITIE),
        (Begripbron.PARTICIPATIEWET_AWB, Voorrang.PARTICIPATIEWET_AWB),
    ),
    Begripregeling.BELEIDSREGELS: (
        (Begripbron.BELEIDSREGELS, Voorrang.EIGEN_DEFINITIE),
        (Begripbron.VERORDENING, Voorrang.VERORDENING_2021),
        (Begripbron.PARTICIPATIEWET_AWB, Voorrang.PARTICIPATIEWET_AWB),
    ),
}
"""Per regeling where a meaning is looked for, in order; what is not named has no say there."""


class Begripdefinitie(BaseModel):
    """One meaning of a term, in the service's own words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    begrip: Annotated[str, Field(pattern=r"^[a-z][a-z0-9 -]{1,79}$")]
    betekenis: str
    bron: Begripbron
    grondslag: Grondslag
    toelichting: str | None = None


class BegripBeleid(Beleid):
    """Every definition of every term."""

    soort: ClassVar[str] = "begrip"

    begrippen: Waarde[tuple[Begripdefinitie, ...]]


class Geldendbegrip(BaseModel):
    """The meaning that counts in a regeling, why it does, and in which other places the term is defined as well."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    definitie: Begripdefinitie
    voorrang: Voorrang
    ook_in: tuple[Begripbron, ...] = ()


def geldende_begrippen(beleid: BegripBeleid, regeling: Begripregeling) -> tuple[Geldendbegrip, ...]:
    """Return every term by name with the meaning that goes first in this regeling (DEV-VRZ-901)."""
    gevonden = []
    for begrip in sorted({definitie.begrip for definitie in beleid.begrippen.waarde}):
        eigen = {definitie.bron: definitie for definitie in beleid.begrippen.waarde if definitie.begrip == begrip}
        op_volgorde = [(eigen[bron], voorrang) for bron, voorrang in VOLGORDE[regeling] if bron in eigen]
        if op_volgorde:
            (definitie, voorrang), *rest = op_volgorde
            ook_in = tuple(ander.bron for ander, _ in rest)
            gevonden.append(Geldendbegrip(definitie=definitie, voorrang=voorrang, ook_in=ook_in))
    return tuple(gevonden)
