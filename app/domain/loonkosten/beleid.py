"""The dated figures of the loonkostensubsidie (Participatiewet 10d, Besluit and Regeling loonkostensubsidie)."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from app.domain.beleid.model import Beleid, Waarde

Aantal = Annotated[int, Field(ge=1)]
Procent = Annotated[Decimal, Field(ge=0, le=100)]


class Deeltijdsoort(StrEnum):
    """How hours count: ``vast`` out of a fixed number, more or less; ``sector`` out of full time, only less."""

    VAST = "vast"
    SECTOR = "sector"


class Deeltijdbasis(BaseModel):
    """The hours out of which a working week is counted; for ``sector`` it is the most that full time can be."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    soort: Deeltijdsoort
    uren: Annotated[Decimal, Field(gt=0, le=168)]


class Minimumloonmoment(StrEnum):
    """Which minimum wage counts in a month: that of the month, or that of 1 January (or the first day) of the year."""

    MAAND = "maand"
    KALENDERJAAR = "kalenderjaar"


class LksBeleid(Beleid):
    """What article 10d and its Regeling say on a day; the minimum wage itself stands in ``wml``."""

    soort: ClassVar[str] = "lks"

    werkgeverslasten_procent: Waarde[Procent]
    vakantiebijslag_procent: Waarde[Procent]
    plafond_procent: Waarde[Procent]
    forfait_procent: Waarde[Procent]
    forfait_maanden: Waarde[Aantal]
    deeltijdbasis: Waarde[Deeltijdbasis]
    minimumloon_van: Waarde[Minimumloonmoment]
