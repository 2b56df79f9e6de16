"""Kader: the open terms that national law leaves to the municipality, with their bounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from pydantic import BaseModel, ConfigDict

from app.domain.kern.grondslag import Grondslag


class OpenTerm(BaseModel):
    """A field that every municipality must fill while ``[van, tot)`` holds.

    ``minimum`` and ``maximum`` are inclusive and in the field's own unit. With ``standaard`` the national pack may
    hold a value that the municipality may replace; without it the field may not stand in a national pack.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    soort: str
    veld: str
    grondslag: Grondslag
    van: date
    tot: date | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    keuzes: tuple[str, ...] | None = None
    standaard: bool = False

    def geldt_op(self, dag: date) -> bool:
        """Tell whether ``dag`` lies in ``[van, tot)``."""
        return self.van <= dag and (self.tot is None or dag < self.tot)

    def bezwaar(self, waarde: object) -> str | None:
        """Say in Dutch why a raw value (or one of its parts) is out of bounds; None when it is fine."""
        return next((b for deel in _delen(waarde) if (b := self._bezwaar(deel))), None)

    def _bezwaar(self, deel: object) -> str | None:
        if self.keuzes is not None and str(deel) not in self.keuzes:
            return f"({deel}) moet een van deze zijn: {', '.join(self.keuzes)} ({self.grondslag})"
        if self.minimum is None and self.maximum is None:
            return None
        getal = _getal(deel)
        if getal is None:
            return f"({deel}) moet een getal zijn ({self.grondslag})"
        if self.minimum is not None and getal < self.minimum:
            return f"({deel}) is te laag; minstens {self.minimum} is goed ({self.grondslag})"
        if self.maximum is not None and getal > self.maximum:
            return f"({deel}) is te hoog; hoogstens {self.maximum} is goed ({self.grondslag})"
        return None


class Kader(BaseModel):
    """The national frame: all open terms."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    open_termen: tuple[OpenTerm, ...] = ()

    def op(self, soort: str, dag: date) -> dict[str, OpenTerm]:
        """Return the open terms of a subject that hold on a day, by field."""
        return {t.veld: t for t in self.open_termen if t.soort == soort and t.geldt_op(dag)}

    def grenzen(self, soort: str) -> set[date]:
        """Return the days on which the frame of a subject changes."""
        dagen = {d for t in self.open_termen if t.soort == soort for d in (t.van, t.tot)}
        return {d for d in dagen if d is not None}


def _delen(waarde: object) -> Iterator[Any]:
    """Yield the scalars of a raw value: itself, or those in a list or table, however deep."""
    if isinstance(waarde, Mapping):
        for deel in waarde.values():
            yield from _delen(deel)
    elif isinstance(waarde, Sequence) and not isinstance(waarde, str):
        for deel in waarde:
            yield from _delen(deel)
    else:
        yield waarde


def _getal(deel: object) -> Decimal | None:
    if isinstance(deel, bool):
        return None
    try:
        return Decimal(str(deel))
    except InvalidOperation:
        return None
