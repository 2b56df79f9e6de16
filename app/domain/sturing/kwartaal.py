"""Kwartaal: the one period over which numbers are given.

Fixed periods that do not overlap: from two periods that differ by a day, the cases of that day could be told.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from app.domain.kern.maanden import plus_maanden

_MAANDEN = 3


class Kwartaal(BaseModel):
    """A calendar quarter, as the half-open period ``[van, tot)``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    jaar: Annotated[int, Field(ge=2015, le=2100)]
    nummer: Annotated[int, Field(ge=1, le=4)]

    @property
    def van(self) -> date:
        """The first day."""
        return date(self.jaar, (self.nummer - 1) * _MAANDEN + 1, 1)

    @property
    def tot(self) -> date:
        """The first day of the next quarter."""
        return plus_maanden(self.van, _MAANDEN)

    def voorbij(self, dag: date, maanden: int = 0) -> bool:
        """Tell whether the quarter was over ``maanden`` months before ``dag``; a running one changes by the day."""
        return plus_maanden(self.tot, maanden) <= dag
