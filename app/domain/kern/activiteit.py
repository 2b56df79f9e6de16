"""Activiteiten: what a klant does, how many hours a week, and since when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from app.domain.kern.werkdagen import EEN_DAG

Uren = Annotated[Decimal, Field(ge=0, le=80, max_digits=4, decimal_places=1)]


class Activiteitsoort(StrEnum):
    """What somebody does."""

    VRIJWILLIGERSWERK = "vrijwilligerswerk"
    BETAALD_WERK = "betaald_werk"
    MANTELZORG = "mantelzorg"
    OPLEIDING = "opleiding"
    OVERIG = "overig"


class Stand(BaseModel):
    """The hours per week from ``vanaf``; ``inkomen`` in eurocents net per month, None when it is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    vanaf: date
    uren: Uren
    uitbreidbaar: bool | None = None
    inkomen: Annotated[int, Field(ge=0)] | None = None


class Activiteit(BaseModel):
    """One activity from ``start`` until its last day ``einde``; ``standen`` in order of ``vanaf``.

    ``zelf_gevonden`` tells that the klant found it; None when that is not known.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    soort: Activiteitsoort
    start: date
    einde: date | None = None
    zelf_gevonden: bool | None = None
    standen: tuple[Stand, ...]

    def stand_op(self, dag: date) -> Stand | None:
        """Return the stand that holds on a day, None when the activity does not run then."""
        if dag < self.start or (self.einde is not None and dag > self.einde):
            return None
        return next((stand for stand in reversed(self.standen) if stand.vanaf <= dag), None)


def uren_op(activiteiten: Iterable[Activiteit], dag: date) -> Decimal:
    """Add up the hours per week on a day."""
    standen = (activiteit.stand_op(dag) for activiteit in activiteiten)
    return sum((stand.uren for stand in standen if stand is not None), Decimal(0))


def minstens_sinds(activiteiten: Iterable[Activiteit], uren: Decimal, dag: date) -> date | None:
    """Return since which day there have been at least ``uren`` a week without a gap; None when not on ``dag``."""
    alle = tuple(activiteiten)
    sinds = None
    for moment in sorted({moment for a in alle for moment in _keerpunten(a) if moment <= dag}, reverse=True):
        if uren_op(alle, moment) < uren:
            break
        sinds = moment
    return sinds


def _keerpunten(activiteit: Activiteit) -> set[date]:
    """Return the days on which the hours may change."""
    einde = set() if activiteit.einde is None else {activiteit.einde + EEN_DAG}
    return {activiteit.start, *(stand.vanaf for stand in activiteit.standen), *einde}
