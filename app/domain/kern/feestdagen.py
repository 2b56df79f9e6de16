"""Feestdagen: the generally recognised holidays of the Algemene termijnenwet, article 3, for any year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

_ZONDAG = 6


def eerste_paasdag(jaar: int) -> date:
    """Return Easter Sunday of a Gregorian year (the anonymous computus of Meeus, Jones and Butcher)."""
    eeuw, rest = divmod(jaar, 100)
    epacta_correctie = (eeuw - (eeuw + 8) // 25 + 1) // 3
    maan = (19 * (jaar % 19) + eeuw - eeuw // 4 - epacta_correctie + 15) % 30
    weekdag = (32 + 2 * (eeuw % 4) + 2 * (rest // 4) - maan - rest % 4) % 7
    uitzondering = (jaar % 19 + 11 * maan + 22 * weekdag) // 451
    maand, dag = divmod(maan + weekdag - 7 * uitzondering + 114, 31)
    return date(jaar, maand, dag + 1)


def koningsdag(jaar: int) -> date:
    """Return the day on which the King's birthday is celebrated: 27 April, or the 26th when that is a Sunday."""
    dag = date(jaar, 4, 27)
    return dag - timedelta(days=1) if dag.weekday() == _ZONDAG else dag


@lru_cache(maxsize=512)
def feestdagen(jaar: int) -> Mapping[date, str]:
    """Return the holidays of a year with their Dutch names.

    Algemene termijnenwet article 3, lid 1 (5 May in *every* year) and lid 2 (Good Friday counts as one). A day that
    bears two names (Ascension on 5 May 2016) keeps both.
    """
    pasen = eerste_paasdag(jaar)
    dagen = (
        (date(jaar, 1, 1), "Nieuwjaarsdag"),
        (pasen - timedelta(days=2), "Goede Vrijdag"),
        (pasen + timedelta(days=1), "Tweede Paasdag"),
        (koningsdag(jaar), "Koningsdag"),
        (date(jaar, 5, 5), "Bevrijdingsdag"),
        (pasen + timedelta(days=39), "Hemelvaartsdag"),
        (pasen + timedelta(days=50), "Tweede Pinksterdag"),
        (date(jaar, 12, 25), "Eerste Kerstdag"),
        (date(jaar, 12, 26), "Tweede Kerstdag"),
    )
    namen: dict[date, str] = {}
    for dag, naam in sorted(dagen):
        namen[dag] = f"{namen[dag]} en {naam}" if dag in namen else naam
    return MappingProxyType(namen)
