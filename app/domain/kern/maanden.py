"""Maanden: calendar months, named by their first day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

_MAANDEN_PER_JAAR = 12
_ELKE_MAAND = 28  # a day that every month has


def plus_maanden(dag: date, aantal: int) -> date:
    """Return the same day ``aantal`` months later, or the last day of that month when it is shorter."""
    jaren, maand = divmod(dag.month - 1 + aantal, _MAANDEN_PER_JAAR)
    jaar = dag.year + jaren
    if dag.day <= _ELKE_MAAND:
        return date(jaar, maand + 1, dag.day)
    return date(jaar, maand + 1, min(dag.day, monthrange(jaar, maand + 1)[1]))


def eerste_van_de_maand(dag: date) -> date:
    """Return the first day of the month of ``dag``."""
    return dag.replace(day=1)


def maanden_vanaf(eerste: date, aantal: int) -> tuple[date, ...]:
    """Return the first days of ``aantal`` successive months, beginning with the month of ``eerste``."""
    begin = eerste_van_de_maand(eerste)
    return tuple(plus_maanden(begin, n) for n in range(aantal))
