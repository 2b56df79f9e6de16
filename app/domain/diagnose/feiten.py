"""Facts of the diagnosis: what was said per leefgebied."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator

from app.domain.kern.leefgebied import ExtraThema, Instrument, Leefgebied, Onderwerp

ONDERWERPEN: Mapping[Instrument, tuple[Onderwerp, ...]] = {
    **dict.fromkeys(Instrument, tuple(Leefgebied)),
    Instrument.FORMAT: (*Leefgebied, *ExtraThema),
}
"""What each instrument covers: the format also asks about kinderen and detentie (DEV-DIA-011)."""


class Bevinding(BaseModel):
    """What is known on one subject, or why it was not discussed; one of the two, never both."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    inhoud: str | None = None
    reden_niet_besproken: str | None = None

    @model_validator(mode="after")
    def _precies_een(self) -> Self:
        if bool(self.inhoud) == bool(self.reden_niet_besproken):
            raise ValueError("geef de inhoud, of de reden waarom het onderwerp niet is besproken")
        return self


class DiagnoseFeiten(BaseModel):
    """A diagnosis made with one instrument.

    It holds no klantgroep: the result informs the consulent, who decides (DEV-DIA-005).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    instrument: Instrument
    bevindingen: Mapping[Onderwerp, Bevinding] = {}
    voltooid_op: date | None = None
