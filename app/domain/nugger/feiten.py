"""Facts on which a request of a nugger is judged."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from app.domain.nugger.beleid import Grensbedrag

Cent = Annotated[int, Field(ge=0)]


class Nuggerdictum(StrEnum):
    """What is decided; ``voorleggen`` is never taken: something is missing or open."""

    TOEKENNEN = "toekennen"
    WEIGEREN = "weigeren"
    VOORLEGGEN = "voorleggen"


class Product(StrEnum):
    """What can be put in; the last three need the doelgroepregister (DEV-DOE-016, DEV-DOE-903)."""

    ROUTEKAART = "routekaart_op_weg_naar_werk"
    LOONKOSTENSUBSIDIE = "loonkostensubsidie"
    JOBCOACHING = "jobcoaching"
    BEGELEIDING_WERKPLEK = "begeleiding_werkplek"


WERKGEVERSINSTRUMENTEN = frozenset({Product.LOONKOSTENSUBSIDIE, Product.JOBCOACHING, Product.BEGELEIDING_WERKPLEK})


class NuggerFeiten(BaseModel):
    """What is known on the day of the request; None means not known.

    ``inkomen`` is the own gross income per month, ``vermogen`` that of article 34, both in eurocents. The
    ``oordeel_`` fields are what a person found where no certain amount can be compared with, with ``oordeel_reden``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    leeftijd: Annotated[int, Field(ge=0)]
    nugger: bool | None = None
    in_doelgroepregister: bool = False
    inkomen: Cent | None = None
    vermogen: Cent | None = None
    minimumloon: Grensbedrag | None = None
    vermogensgrens: Grensbedrag | None = None
    sociaal_minimum: Cent | None = None
    oordeel_inkomen: bool | None = None
    oordeel_vermogen: bool | None = None
    oordeel_reden: str | None = None
    wens: str | None = None
    doelmatig: bool | None = None
    motivering: str | None = None
    besluiter: str | None = None
