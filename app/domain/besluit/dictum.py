"""Dictum: what a besluit that comes after another one does to it."""

from __future__ import annotations

from typing import Final

INTREKKEND: Final = frozenset({"ingetrokken", "herroepen"})
"""The dicta after which nothing of the earlier besluit is left; with another dictum a new one stands in its place."""
