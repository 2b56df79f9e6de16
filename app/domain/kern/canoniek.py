"""Canoniek: one byte form of a model, so that equal facts give equal bytes and a stored decision can be replayed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Set
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Final

from pydantic import BaseModel


def canoniek(model: BaseModel) -> bytes:
    """Return the model as UTF-8 JSON: sorted keys, sorted sets, no white space, dates as ISO, Decimals normalised.

    A Decimal becomes a string without trailing zeros (``30`` and ``30.0`` are equal and give the same bytes).
    """
    return canoniek_van(model.model_dump())


def canoniek_van(inhoud: object) -> bytes:
    """Return plain content in the same form, so that what was stored is hashed without asking any model."""
    return json.dumps(_plat(inhoud), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


_KAAL: Final = frozenset({str, int, bool, type(None)})


def _plat(waarde: object) -> object:
    if type(waarde) in _KAAL:  # nearly everything is
        return waarde
    if isinstance(waarde, list | tuple):
        return [_plat(deel) for deel in waarde]
    if isinstance(waarde, dict | Mapping):
        return {str(_plat(sleutel)): _plat(inhoud) for sleutel, inhoud in waarde.items()}
    if isinstance(waarde, Set):
        return sorted((_plat(deel) for deel in waarde), key=str)
    return _enkel(waarde)


def _enkel(waarde: object) -> object:
    if isinstance(waarde, Enum):
        return _enkel(waarde.value)
    if isinstance(waarde, Decimal):
        return format(waarde.normalize(), "f")
    if waarde is None or isinstance(waarde, str | int):
        return waarde
    if isinstance(waarde, date):
        return waarde.isoformat()
    raise TypeError(f"{type(waarde).__name__} heeft geen canonieke vorm")
