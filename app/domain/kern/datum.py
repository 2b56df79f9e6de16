"""Datum: a day written as in a Dutch letter."""

from __future__ import annotations

from datetime import date

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
