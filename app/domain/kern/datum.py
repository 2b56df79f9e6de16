"""Datum: a day written as in a Dutch letter, and the days that a caller can mean."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

EERSTE_JAAR, LAATSTE_JAAR = 1900, 2199  # a guard against typing errors and sums that overflow, not policy
W = TypeVar("W")

_WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def weekdag(dag: date) -> str:
    """Return the Dutch name of the weekday."""
    return _WEEKDAGEN[dag.weekday()]


def datum_voluit(dag: date) -> str:
    """Write a day as ``6 mei 2026``."""
    return f"{dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"


def dag_voluit(dag: date) -> str:
    """Write a day with its weekday: ``woensdag 6 mei 2026``."""
    return f"{weekdag(dag)} {datum_voluit(dag)}"


def in_onze_tijd(waarde: W) -> W:
    """Refuse a day with which nobody can count; what is not a day is left alone."""
    if isinstance(waarde, date) and not EERSTE_JAAR <= waarde.year <= LAATSTE_JAAR:
        raise ValueError(f"Geef een dag van {EERSTE_JAAR} tot en met {LAATSTE_JAAR}.")
    return waarde
