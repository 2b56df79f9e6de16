"""Werkdagen: Monday to Friday without the holidays of the Algemene termijnenwet (DEV-ORG-002).

The day of the event is day 0. After an event in a weekend or on a holiday the next werkdag is day 1.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from app.domain.kern.datum import weekdag
from app.domain.kern.feestdagen import feestdagen

_ZATERDAG = 5
EEN_DAG = timedelta(days=1)


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
