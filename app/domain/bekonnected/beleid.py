"""The policy of BeKonnecteD: when it starts, how long and how many hours, and which instruments go with it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from app.domain.beleid.model import Beleid, Waarde

Aantal = Annotated[int, Field(ge=1)]


class Toepassing(StrEnum):
    """In what an instrument is put in: the phase, more hours at the present employer, or before the phase."""

    BEKONNECTED = "bekonnected"
    MEER_UREN = "parttimer_meer_uren"
    EERDER = "eerder"


class Instrument(BaseModel):
    """An instrument that can be chosen in Matchen; its own room holds conditions and amounts."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    naam: str
    toepassingen: tuple[Toepassing, ...]


class BekonnectedBeleid(Beleid):
    """Hours per week; the term to the start counts from the routekaart."""

    soort: ClassVar[str] = "bekonnected"

    start_na_maanden: Waarde[Aantal]
    duur_maanden: Waarde[Aantal]
    max_uren: Waarde[Aantal]
    contact_signaal_dagen: Waarde[Aantal]
    opvolgen_werkdagen: Waarde[Aantal]
    instrumenten: Waarde[tuple[Instrument, ...]]

    def instrument(self, code: str) -> Instrument | None:
        """Return the instrument with this code, if it can be chosen at all."""
        return next((een for een in self.instrumenten.waarde if een.code == code), None)
