"""Toets: one condition, its outcome, its article and the facts it used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from app.domain.kern.grondslag import Grondslag

EnkelFeit = str | int | bool | Decimal | date | None
Feit = EnkelFeit | tuple[str, ...]


class Uitkomst(StrEnum):
    """Outcome of a condition; what is open is never guessed."""

    VOLDAAN = "voldaan"
    NIET_VOLDAAN = "niet_voldaan"
    ONBEPAALD = "onbepaald"

    @classmethod
    def van(cls, waarde: bool | None) -> Uitkomst:
        """Translate a fact: true, false or unknown (None)."""
        if waarde is None:
            return cls.ONBEPAALD
        return cls.VOLDAAN if waarde else cls.NIET_VOLDAAN


class Toets(BaseModel):
    """A tested condition.

    ``voorwaarde`` is a stable code, ``feiten`` what was looked at (no BSN, no names),
    ``toelichting`` one Dutch sentence that a consultant and a klant understand.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    voorwaarde: str
    uitkomst: Uitkomst
    grondslag: Grondslag
    feiten: Mapping[str, Feit] = {}
    toelichting: str


def alle_voldaan(toetsen: Iterable[Toets]) -> bool:
    """Tell whether every condition is met; an undetermined one is not met."""
    return all(t.uitkomst is Uitkomst.VOLDAAN for t in toetsen)


def niet_voldaan(toetsen: Iterable[Toets]) -> tuple[Toets, ...]:
    """Return what stands in the way: the failed and the undetermined conditions, in order."""
    return tuple(t for t in toetsen if t.uitkomst is not Uitkomst.VOLDAAN)
