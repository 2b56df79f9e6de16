"""The days of the demo: counted in werkdagen back from the present day, so that every moment falls in office hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from app.domain.kern.tijd import nl_tijd
from app.domain.kern.werkdagen import is_werkdag, tel_werkdagen, tel_werkdagen_terug

OPEN, DICHT = time(8, 30), time(17, 0)
EERSTE_POST = time(9, 0)
"""Until then the meldingen of the night are registered; a day counts from there on."""
_NEDERLAND = ZoneInfo("Europe/Amsterdam")


@lru_cache(maxsize=4096)
def _dag(ijkdag: date, terug: int) -> date:
    return tel_werkdagen_terug(ijkdag, terug) if terug >= 0 else tel_werkdagen(ijkdag, -terug)


@dataclass(frozen=True)
class Kalender:
    """Days around ``ijkdag``, the last werkdag that has begun."""

    ijkdag: date

    @classmethod
    def op(cls, nu: datetime) -> Kalender:
        """Return the calendar as it stands at ``nu``."""
        lokaal = nl_tijd(nu)
        begonnen = is_werkdag(lokaal.date()) and lokaal.time() >= EERSTE_POST
        return cls(lokaal.date() if begonnen else tel_werkdagen_terug(lokaal.date(), 1))

    def dag(self, terug: int) -> date:
        """Return the werkdag that lies ``terug`` werkdagen before the ijkdag; a negative number lies after it."""
        return _dag(self.ijkdag, terug)

    def moment(self, terug: int, uur: int, minuten: int = 0) -> datetime:
        """Return a moment on that werkdag on the Dutch clock, in UTC; ``minuten`` may be more than an hour."""
        begin = datetime.combine(self.dag(terug), time(uur), _NEDERLAND) + timedelta(minutes=minuten)
        return begin.astimezone(UTC)
