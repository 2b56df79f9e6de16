"""The only file that reads the clock; everything else gets ``nu`` handed to it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import Protocol


class Klok(Protocol):
    """Tells what time it is."""

    def nu(self) -> datetime:
        """Return the present moment, in UTC."""
        ...


class SysteemKlok:
    """The clock of the machine."""

    def nu(self) -> datetime:
        """Return the present moment, in UTC."""
        return datetime.now(UTC)


class VerzetbareKlok:
    """A clock that can be set and then runs on; for development only. Safe to share between threads."""

    def __init__(self, onder: Klok | None = None) -> None:
        self._onder = onder or SysteemKlok()
        self._verschil = timedelta(0)
        self._slot = Lock()

    def nu(self) -> datetime:
        """Return the moment that was set plus the time since, in UTC."""
        with self._slot:
            return self._onder.nu() + self._verschil

    def zet(self, moment: datetime) -> None:
        """Set the clock to ``moment`` (with time zone), forward or back. ValueError without a time zone."""
        if moment.tzinfo is None:
            raise ValueError("een moment heeft een tijdzone nodig")
        with self._slot:
            self._verschil = moment.astimezone(UTC) - self._onder.nu()


class VasteKlok:
    """A clock that stands still, for tests."""

    def __init__(self, moment: datetime) -> None:
        if moment.tzinfo is None:
            raise ValueError("een moment heeft een tijdzone nodig")
        self.moment = moment.astimezone(UTC)

    def nu(self) -> datetime:
        """Return the moment at which the clock stands, in UTC."""
        return self.moment
