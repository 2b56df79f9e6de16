"""How often, and with what pauses, the delivery of a message is tried again."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

HERHALINGEN: Final = 7
_EERSTE: Final = 25
_FACTOR: Final = 4
_LANGSTE: Final = 52_000


def wachttijd(poging: int) -> timedelta | None:
    """Return how long to wait after failed attempt number ``poging`` (from 1 on); None when that was the last one.

    The series of Open Notificaties: 25, 100, 400, 1600, 6400, 25600 and 52000 seconds, about a day in all.
    """
    if poging > HERHALINGEN:
        return None
    return timedelta(seconds=min(_EERSTE * _FACTOR ** (poging - 1), _LANGSTE))
