"""Werkdagen: Monday to Friday without the holidays of the Algemene termijnenwet, article 3 (DEV-ORG-002).

The day of the event is day 0. After an event in a weekend or on a holiday the next werkdag is day 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from app.domain.kern.datum import weekdag

_ZATERDAG, _ZONDAG = 5, 6
EEN_DAG = timedelta(days=1)


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


def waarom_geen_werkdag(dag: date) -> str | None:
    """Name what makes ``dag`` no werkdag: the holiday, else ``zaterdag`` or ``zondag``; None on a werkdag."""
    feestdag = feestdagen(dag.year).get(dag)
    if feestdag is not None:
        return feestdag
    return weekdag(dag) if dag.weekday() >= _ZATERDAG else None


def is_werkdag(dag: date) -> bool:
    """Tell whether ``dag`` is a werkdag."""
    return waarom_geen_werkdag(dag) is None


def _tel(start: date, aantal: int, stap: timedelta) -> date:
    if aantal < 0:
        raise ValueError(f"een aantal werkdagen is nul of meer, niet {aantal}")
    dag = start
    while aantal > 0:
        dag += stap
        aantal -= is_werkdag(dag)
    return dag


def tel_werkdagen(start: date, aantal: int) -> date:
    """Return the ``aantal``-th werkdag after ``start`` (day 0); zero gives ``start`` itself."""
    return _tel(start, aantal, EEN_DAG)


def tel_werkdagen_terug(eind: date, aantal: int) -> date:
    """Return the ``aantal``-th werkdag before ``eind`` (day 0); zero gives ``eind`` itself."""
    return _tel(eind, aantal, -EEN_DAG)


def werkdagen_tussen(a: date, b: date) -> int:
    """Count the full werkdagen strictly between ``a`` and ``b``, both excluded; 0 when ``b`` is not after ``a``."""
    dagen = ((a + timedelta(days=n)) for n in range(1, (b - a).days))
    return sum(is_werkdag(dag) for dag in dagen)


def eerste_dag_met_werkdagen_ertussen(a: date, aantal: int) -> date:
    """Return the first *werkdag* that leaves ``aantal`` full werkdagen between ``a`` and itself (DEV-MTR-514).

    An appointment is held on a werkdag; for the bare minimum test ``werkdagen_tussen(a, b) >= aantal``.
    """
    return tel_werkdagen(a, aantal + 1)


@lru_cache(maxsize=4096)
def werkdagen_te_laat(uiterste: date, nu_dag: date) -> int:
    """Count the werkdagen after ``uiterste`` up to and including ``nu_dag``; 0 when on time."""
    return werkdagen_tussen(uiterste, nu_dag + EEN_DAG)
