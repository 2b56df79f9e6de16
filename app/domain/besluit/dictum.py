"""Dictum: what a besluit that comes after another one does to it."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Herzieningsdictum(StrEnum):
    """The outcomes of looking at a besluit again; ``gehandhaafd`` and ``afgewezen`` leave it as it is."""

    INGETROKKEN = "ingetrokken"
    GEWIJZIGD = "gewijzigd"
    BEEINDIGD = "beeindigd"
    GEHANDHAAFD = "gehandhaafd"
    AFGEWEZEN = "afgewezen"


INTREKKEND: Final = frozenset({"ingetrokken", "herroepen"})
"""The dicta after which nothing of the earlier besluit is left; with another dictum a new one stands in its place."""
