"""Bouw: models made of values that are right already, such as what a rule has just worked out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from app.domain.kern.grondslag import Grondslag
from app.domain.kern.toets import Feit, Toets, Uitkomst

M = TypeVar("M", bound=BaseModel)
_zet = object.__setattr__


def bouw(klasse: type[M], velden: dict[str, Any]) -> M:
    """Make a model without validating: every field given, each of the type that its model keeps.

    It is what validation would make of it, in a tenth of the time. Only for values that the code itself worked out, in
    models that check nothing across fields; what comes from outside is validated.
    """
    assert len(velden) == len(klasse.__pydantic_fields__), f"{klasse.__name__} heeft andere velden"
    model = klasse.__new__(klasse)
    _zet(model, "__dict__", velden)
    _zet(model, "__pydantic_fields_set__", set(velden))
    _zet(model, "__pydantic_extra__", None)
    _zet(model, "__pydantic_private__", None)
    return model


def maak_toets(
    voorwaarde: str, voldaan: bool | None, grondslag: Grondslag, feiten: Mapping[str, Feit], *zinnen: str
) -> Toets:
    """Make a toets; ``voldaan`` is None when a fact is missing.

    ``zinnen`` are the sentences for voldaan, niet voldaan and onbepaald; the last one also stands for what follows.
    """
    nummer = 2 if voldaan is None else 0 if voldaan else 1
    return bouw(
        Toets,
        {
            "voorwaarde": voorwaarde,
            "uitkomst": Uitkomst.van(voldaan),
            "grondslag": grondslag,
            "feiten": {naam: _kaal(feit) for naam, feit in feiten.items()},
            "toelichting": zinnen[min(nummer, len(zinnen) - 1)],
        },
    )


_KAAL: Final = frozenset({str, bool, int, date, Decimal, type(None)})


def _kaal(feit: Feit) -> Feit:
    """Keep a fact as a toets does: a plain value, never a member of an enumeration."""
    if type(feit) in _KAAL:
        return feit
    return tuple(map(str, feit)) if isinstance(feit, tuple) else str(feit)
