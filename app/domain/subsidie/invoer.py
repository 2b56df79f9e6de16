"""Invoer: an employment as a caller gives it, for computing without a recorded one."""

from __future__ import annotations

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from app.domain.subsidie.gegevens import Invoer, Nul, Uren
from app.domain.subsidie.model import Dienstverbandfeiten


class Dienstverbandinvoer(Invoer):
    """Het dienstverband. `tot` is de eerste dag waarop het voorbij is; zonder `tot` is het voor onbepaalde tijd."""

    van: date = Field(examples=["2026-09-01"])
    tot: date | None = Field(default=None, examples=["2027-03-01"])
    uren: Uren | None = Field(default=None, description="Gegarandeerde betaalde uren per week.", examples=["32"])
    loon: Nul | None = Field(default=None, description="Brutoloon per maand in eurocent.", examples=[240000])
    lasten: Nul | None = Field(default=None, description="Werkgeverslasten per maand in eurocent.", examples=[48000])
    uitzendbeding: bool | None = Field(default=None, examples=[False])

    @model_validator(mode="after")
    def _einde_na_begin(self) -> Self:
        if self.tot is not None and self.tot <= self.van:
            raise ValueError("De einddatum ligt niet na de begindatum.")
        return self

    def feiten(self) -> Dienstverbandfeiten:
        """Return it as facts."""
        return Dienstverbandfeiten(**self.model_dump())
