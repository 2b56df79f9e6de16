"""Tijd: moments are UTC, days are Dutch days."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

_AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def nl_tijd(nu: datetime) -> datetime:
    """Return the same moment on the Dutch clock. ValueError for a moment without a time zone."""
    if nu.tzinfo is None:
        raise ValueError("een moment heeft een tijdzone nodig")
    return nu.astimezone(_AMSTERDAM)


def dag(nu: datetime) -> date:
    """Return the Dutch calendar day of a moment: the day on which terms run."""
    return nl_tijd(nu).date()
