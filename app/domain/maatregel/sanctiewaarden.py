"""Sanctiewaarden: the shapes of the values that set how high and how long a maatregel is."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Final, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from app.domain.beleid.model import Waarde

Procent = Annotated[Decimal, Field(gt=0, le=100)]
Maanden = Annotated[int, Field(ge=1)]
Driemaands = Annotated[int, Field(ge=1, le=3)]
LETTERS: Final = ("a", "b", "c", "d", "e", "f", "g", "h")


class Uitvoering(StrEnum):
    """In which month a verlaging begins; a month that was paid already stays as it is."""

    VOLGENDE_MAAND = "volgende_maand"
    MAAND_VAN_BESLUIT = "maand_van_besluit"


class SpreidingRuimte(BaseModel):
    """Over how many months a verlaging of one month is spread, and how many the besluiter may choose at most."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    standaard: Driemaands
    hoogstens: Driemaands

    @model_validator(mode="after")
    def _past(self) -> Self:
        if self.standaard > self.hoogstens:
            raise ValueError("spreiding: de standaard is meer dan hoogstens mag")
        return self


def _een_duur(waarde: Any) -> Any:
    """Take one duration, or one per letter of article 18, lid 4, as long as they are all the same.

    A verordening that sets different durations is not valid (ECLI:NL:CRVB:2021:2148), so such a pack is refused.
    """
    if not isinstance(waarde, Mapping):
        return waarde
    if set(waarde) != set(LETTERS):
        raise ValueError("duur per onderdeel van artikel 18, lid 4: noem alle onderdelen a tot en met h, of één getal")
    if len(set(waarde.values())) > 1:
        lijst = ", ".join(f"{letter} {duur}" for letter, duur in sorted(waarde.items()))
        raise ValueError(
            "artikel 18, lid 4, Participatiewet: de verordening stelt één duur voor alle onderdelen; verschil per"
            f" onderdeel is niet geldig (ECLI:NL:CRVB:2021:2148). Dit pakket stelt in maanden: {lijst}"
        )
    return waarde["a"]


UniformeDuur = Annotated[Driemaands, BeforeValidator(_een_duur)]


class ProcentOfOnbekend(Waarde[Procent | None]):
    """A percentage that the municipality may leave to a person: without ``waarde`` there is none."""

    waarde: Procent | None = None
