"""Jaren: an amount that runs over the turn of the year is booked in each year for its part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from app.domain.kern.geld import naar_verhouding


def per_jaar(termijnen: Iterable[tuple[date, int]]) -> dict[int, int]:
    """Add up amounts by the year of the month or day to which each belongs, not of the day on which it is paid."""
    jaren: defaultdict[int, int] = defaultdict(int)
    for dag, bedrag in termijnen:
        jaren[dag.year] += bedrag
    return dict(sorted(jaren.items()))


def naar_dagen(bedrag: int, van: date, tot: date) -> dict[int, int]:
    """Divide an amount over the years of ``[van, tot)`` by days; the parts sum to the amount to the cent.

    Each year gets what is due until its end without what the years before got, so that rounding never adds up.
    """
    dagen, delen, gehad = (tot - van).days, {}, 0
    for jaar in range(van.year, (tot - timedelta(days=1)).year + 1):
        tot_hier = min(tot, date(jaar + 1, 1, 1))
        tot_nu = naar_verhouding(bedrag, Decimal((tot_hier - van).days), Decimal(dagen))
        delen[jaar], gehad = tot_nu - gehad, tot_nu
    return delen
