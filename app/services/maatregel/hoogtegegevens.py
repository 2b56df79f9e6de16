"""What a consulent may set on the height of a maatregel, with the reason."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from app.domain.kern.maanden import plus_maanden
from app.domain.maatregel.weigering import Weigeringsgrond
from app.services.handeling import Opdracht

Reden = Annotated[str, StringConstraints(min_length=10, max_length=4000)]
Bron = Annotated[str, StringConstraints(min_length=3, max_length=200)]


class AfwijkingGegeven(Opdracht):
    """Een eigen hoogte of duur, met de reden."""

    procent: Decimal | None = Field(default=None, gt=0, le=100, examples=["15"])
    maanden: int | None = Field(default=None, ge=1, le=12)
    motivering: Reden


class WeigeringGegeven(Opdracht):
    """De uitkering wordt geweigerd voor zover er inkomen had kunnen zijn (artikel 20, lid 1, IOAW en IOAZ)."""

    grond: Weigeringsgrond = Field(examples=["arbeid_niet_aanvaard"])
    gederfd_inkomen: int = Field(gt=0, le=1_000_000, description="Per maand, in eurocenten.", examples=[90000])
    blijvend: bool = False
    maanden: int | None = Field(default=None, ge=1, le=36, description="Bij een tijdelijke weigering.", examples=[3])
    motivering: Reden

    @model_validator(mode="after")
    def _een_duur(self) -> Self:
        if self.blijvend == (self.maanden is not None):
            raise ValueError("Geef het aantal maanden, of blijvend.")
        return self


class GrondslagGegeven(Opdracht):
    """Een bedrag per maand met de plaats waar het staat."""

    datum: date = Field(description="De dag waarop dit is nagekeken.", examples=["2026-05-18"])
    vanaf: date = Field(description="Een dag in de eerste maand.", examples=["2026-06-01"])
    tot_en_met: date = Field(description="Een dag in de laatste maand.", examples=["2026-08-31"])
    bedrag: int = Field(ge=0, le=1_000_000, description="Per maand, in eurocenten.", examples=[165000])
    bron: Bron = Field(description="Waar het bedrag staat.", examples=["specificatie uitkering 2026-05"])

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        if not self.vanaf <= self.tot_en_met <= plus_maanden(self.vanaf, 36):
            raise ValueError("De laatste maand is niet voor de eerste, en hoogstens 36 maanden erna.")
        return self
