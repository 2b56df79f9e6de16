"""Schakeling: which variants of the service are on, by dated decisions that are never changed (DEV-DIG-001)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import zip_longest
from typing import Final, Protocol


class Niveau(StrEnum):
    """The level of service; what a level means stands in the overlays of the policy packs."""

    GEEN = "geen"
    GEDEELTELIJK = "gedeeltelijke_lockdown"
    VOLLEDIG = "volledige_lockdown"


LOCKDOWN: Final = (Niveau.GEDEELTELIJK, Niveau.VOLLEDIG)
NIVEAU: Final = "dienstverleningsniveau"
"""The onderdeel of which one level holds at a time; every other onderdeel is an instelling that is on or off."""


@dataclass(frozen=True)
class Schakelbesluit:
    """One decision about an onderdeel in the days ``[van, tot)``; ``variant`` None means off.

    ``nr`` is the order in which they were taken, ``bekend_op`` the day on which it was recorded, ``herroepen_op`` the
    day on which it was revoked: from then on it counts for no day at all.
    """

    nr: int
    gemeente: str
    onderdeel: str
    variant: str | None
    van: date
    tot: date | None
    bekend_op: date
    herroepen_op: date | None = None

    def geldt_op(self, dag: date) -> bool:
        """Tell whether ``dag`` lies in ``[van, tot)``."""
        return self.van <= dag and (self.tot is None or dag < self.tot)

    def telt(self, bekend_op: date | None) -> bool:
        """Tell whether it counted with the knowledge of that day; no day means: with what is known now."""
        if bekend_op is None:
            return self.herroepen_op is None
        return self.bekend_op <= bekend_op and (self.herroepen_op is None or self.herroepen_op > bekend_op)


@dataclass(frozen=True)
class Stuk:
    """A stretch ``[van, tot)`` in which a variant of an onderdeel was on, by the decision with this number."""

    onderdeel: str
    variant: str
    van: date
    tot: date | None
    nr: int


class Schakeling(Protocol):
    """Answers which variants are on."""

    def varianten(self, gemeente: str, dag: date, bekend_op: date | None = None) -> tuple[str, ...]:
        """Return the variants that are on for a municipality on a day: the level first, then the instellingen."""

    def grenzen(self, gemeente: str) -> tuple[date, ...]:
        """Return the days on which a decision for this municipality begins or ends."""


@dataclass(frozen=True)
class VasteSchakeling:
    """The same variants on every day; none is the regular service."""

    aan: tuple[str, ...] = ()

    def varianten(self, gemeente: str, dag: date, bekend_op: date | None = None) -> tuple[str, ...]:  # noqa: ARG002
        """Return the same on every day."""
        return self.aan

    def grenzen(self, gemeente: str) -> tuple[date, ...]:  # noqa: ARG002
        """Return no day: nothing is switched."""
        return ()


class BeslotenSchakeling:
    """What was decided; ``lees`` fetches the decisions once, when the first question comes."""

    def __init__(self, lees: Callable[[], Sequence[Schakelbesluit]]) -> None:
        self._lees = lees

    @cached_property
    def besluiten(self) -> tuple[Schakelbesluit, ...]:
        """All decisions, in the order in which they were taken."""
        return tuple(sorted(self._lees(), key=lambda besluit: besluit.nr))

    def varianten(self, gemeente: str, dag: date, bekend_op: date | None = None) -> tuple[str, ...]:
        """Return the variants that are on: the level first, then the instellingen by name (DEV-DIG-001)."""
        geldend = _laatste(self.besluiten, gemeente, dag, bekend_op)
        aan = [besluit for besluit in geldend.values() if besluit.variant is not None]
        return tuple(str(b.variant) for b in sorted(aan, key=lambda b: (b.onderdeel != NIVEAU, b.onderdeel)))

    def grenzen(self, gemeente: str) -> tuple[date, ...]:
        """Return the days on which a decision that counts begins or ends, in order."""
        telt = (b for b in self.besluiten if b.gemeente == gemeente and b.telt(None))
        return tuple(sorted({dag for b in telt for dag in (b.van, b.tot) if dag is not None}))


def _laatste(
    besluiten: Iterable[Schakelbesluit], gemeente: str, dag: date, bekend_op: date | None
) -> dict[str, Schakelbesluit]:
    """Return per onderdeel the last decision taken that covers the day."""
    return {b.onderdeel: b for b in besluiten if b.gemeente == gemeente and b.geldt_op(dag) and b.telt(bekend_op)}


def stukken(schakeling: BeslotenSchakeling, gemeente: str) -> tuple[Stuk, ...]:
    """Return the stretches in which something was on, oldest first: the history of on and off (DEV-DIG-501)."""
    grenzen = schakeling.grenzen(gemeente)
    gevonden: list[Stuk] = []
    for van, tot in zip_longest(grenzen, grenzen[1:]):
        for besluit in _laatste(schakeling.besluiten, gemeente, van, None).values():
            if besluit.variant is not None:
                _voeg_toe(gevonden, Stuk(besluit.onderdeel, besluit.variant, van, tot, besluit.nr))
    return tuple(sorted(gevonden, key=lambda stuk: (stuk.van, stuk.onderdeel)))


def _voeg_toe(gevonden: list[Stuk], nieuw: Stuk) -> None:
    """Add a stretch, or lengthen the one that it continues."""
    for plek, stuk in enumerate(gevonden):
        if (stuk.onderdeel, stuk.variant, stuk.nr, stuk.tot) == (nieuw.onderdeel, nieuw.variant, nieuw.nr, nieuw.van):
            gevonden[plek] = Stuk(stuk.onderdeel, stuk.variant, stuk.van, nieuw.tot, stuk.nr)
            return
    gevonden.append(nieuw)
