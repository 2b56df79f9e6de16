"""The day of an appointment."""

from __future__ import annotations

from datetime import date

from app.db.afspraak import Afspraak
from app.domain.kern.tijd import dag


def dag_van(afspraak: Afspraak) -> date:
    """Return the Dutch calendar day of an appointment."""
    return dag(afspraak.begint)
