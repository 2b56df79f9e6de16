"""The policy of groepsactiviteiten: per kind its forms, sizes, durations, rhythm, parts and steps."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.domain.beleid.model import Beleid, Waarde
from app.domain.groep.soorten import Groepsoort, Momentvorm

Aantal = Annotated[int, Field(ge=1)]
Code = Annotated[str, Field(pattern=r"^[a-z_]+$")]


class Stap(BaseModel):
    """One step of a programme: together or at home, with the minutes that it takes and the tool that goes with it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Code
    fase: Code
    samen: bool
    minuten_min: Aantal
    minuten_max: Aantal
    hulpmiddel: Code | None = None
    resultaat: bool = False


class Groepsregels(BaseModel):
    """What holds for one kind; a limit that is not there does not hold.

    ``online_minuten_*`` bound a moment that is not fysiek; ``deelnemers_max`` counts per group, and a group has one
    begeleider; ``thuiswerk`` names sources of homework.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    vormen: tuple[Momentvorm, ...]
    deelnemers_max: Aantal | None = None
    online_minuten_min: Aantal | None = None
    online_minuten_max: Aantal | None = None
    per_week: Aantal | None = None
    looptijd_maanden: Aantal | None = None
    einddoel_jaren: Aantal | None = None
    kennismaking_vooraf: bool = False
    onderdelen: tuple[Code, ...] = ()
    stappen: tuple[Stap, ...] = ()
    thuiswerk: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _stappen_een_keer(self) -> Self:
        codes = [stap.code for stap in self.stappen]
        if len(set(codes)) < len(codes):
            raise ValueError("een stap staat er tweemaal in")
        return self


class GroepBeleid(Beleid):
    """One value per kind, so that an overlay replaces what a variant of the service changes."""

    soort: ClassVar[str] = "groep"

    workshop: Waarde[Groepsregels]
    vervolggroep: Waarde[Groepsregels]
    bemiddelingsgroep: Waarde[Groepsregels]
    brug: Waarde[Groepsregels]
    werken_aan_werk: Waarde[Groepsregels]
    terugkommoment: Waarde[Groepsregels]

    def regels(self, soort: Groepsoort) -> Waarde[Groepsregels]:
        """Return what holds for a kind."""
        gevonden: Waarde[Groepsregels] = getattr(self, soort.value)
        return gevonden
