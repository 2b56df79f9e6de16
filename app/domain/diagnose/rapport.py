"""Rapport: what the results say of the client base per klantgroep and leefgebied, without any person in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

KLEINSTE_ZONDER_BELEID = 10
"""Fewest persons of whom a number is shown where the municipality laid nothing down."""


@dataclass(frozen=True)
class Groepscel:
    """One klantgroep on one subject: how many persons, their mean score, and how many have an attention point.

    None stands for what is not shown because it could point at a person. ``gescoord`` counts who have a score.
    """

    klantgroep: str | None
    onderwerp: str
    aantal: int | None
    gescoord: int | None
    gemiddelde_score: int | None
    met_aandachtspunt: int | None


def hele_maanden(van: date, tot: date) -> bool:
    """Tell whether a period runs from the first of a month to the last of one, in that order.

    Periods that differ by a day would show by subtraction what happened to the one person of that day.
    """
    return van.day == 1 and (tot + timedelta(days=1)).day == 1 and van < tot


def onderdruk(cellen: Iterable[Groepscel], kleinste: int) -> tuple[Groepscel, ...]:
    """Hide every number about fewer than ``kleinste`` persons, and the rest of a group that small (DEV-DIA-009)."""
    return tuple(_cel(cel, kleinste) for cel in cellen)


def _cel(cel: Groepscel, kleinste: int) -> Groepscel:
    aantal = cel.aantal
    if aantal is None or aantal < kleinste:
        return replace(cel, aantal=None, gescoord=None, gemiddelde_score=None, met_aandachtspunt=None)
    if _wijst_aan(cel.gescoord, aantal, kleinste):
        cel = replace(cel, gescoord=None, gemiddelde_score=None)
    if _wijst_aan(cel.met_aandachtspunt, aantal, kleinste):
        cel = replace(cel, met_aandachtspunt=None)
    return cel


def _wijst_aan(deel: int | None, geheel: int, kleinste: int) -> bool:
    """Tell whether a part of a group, or what is left of it, is small without being empty."""
    return deel is not None and (0 < deel < kleinste or 0 < geheel - deel < kleinste)
