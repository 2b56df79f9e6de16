"""Tijd in the agenda: windows in which somebody works, and blocks that are taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict

from app.domain.kern.datum import weekdag

_NEDERLAND = ZoneInfo("Europe/Amsterdam")
Venster = tuple[datetime, datetime]
"""A stretch of time ``[begin, einde)``."""


class Weekdag(StrEnum):
    """The days on which an employee can work."""

    MAANDAG = "maandag"
    DINSDAG = "dinsdag"
    WOENSDAG = "woensdag"
    DONDERDAG = "donderdag"
    VRIJDAG = "vrijdag"
    ZATERDAG = "zaterdag"
    ZONDAG = "zondag"


class Werkblok(BaseModel):
    """Hours on one weekday, as ``09:00``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    dag: Weekdag
    van: str
    tot: str


@dataclass(frozen=True)
class Blok:
    """Time that is taken, with the minutes that stay free around it; equal ``groep`` and time may be shared."""

    begin: datetime
    einde: datetime
    tussentijd: int = 0
    groep: str | None = None


@dataclass(frozen=True)
class Uitzondering:
    """A stretch in which somebody is away, or works outside the usual hours."""

    begin: datetime
    einde: datetime
    beschikbaar: bool


def moment_op(dag: date, klokslag: str) -> datetime:
    """Return the moment at which a Dutch clock shows ``klokslag`` (``09:00``) on a day."""
    return datetime.combine(dag, time.fromisoformat(klokslag), _NEDERLAND)


def botst(blok: Blok, ander: Blok) -> bool:
    """Tell whether two blocks overlap, or lie closer than the longer of their two intervals."""
    if blok.groep is not None and (blok.groep, blok.begin, blok.einde) == (ander.groep, ander.begin, ander.einde):
        return False
    vrij = timedelta(minutes=max(blok.tussentijd, ander.tussentijd))
    return ander.begin < blok.einde + vrij and blok.begin < ander.einde + vrij


def werktijden_op(dag: date, rooster: Iterable[Werkblok], uitzonderingen: Iterable[Uitzondering]) -> list[Venster]:
    """Return when somebody works on a day: the rooster, plus extra hours, minus what is taken off."""
    vensters = [(moment_op(dag, blok.van), moment_op(dag, blok.tot)) for blok in rooster if blok.dag == weekdag(dag)]
    begin, einde = moment_op(dag, "00:00"), moment_op(dag + timedelta(days=1), "00:00")
    op_dag = [deel for deel in uitzonderingen if deel.begin < einde and deel.einde > begin]
    vensters += [(max(deel.begin, begin), min(deel.einde, einde)) for deel in op_dag if deel.beschikbaar]
    vensters = _samengevoegd(vensters)
    for deel in (deel for deel in op_dag if not deel.beschikbaar):
        vensters = [rest for venster in vensters for rest in _zonder(venster, deel)]
    return vensters


def _samengevoegd(vensters: Iterable[Venster]) -> list[Venster]:
    samen: list[Venster] = []
    for begin, einde in sorted(vensters):
        if samen and begin <= samen[-1][1]:
            samen[-1] = (samen[-1][0], max(samen[-1][1], einde))
        else:
            samen.append((begin, einde))
    return samen


def _zonder(venster: Venster, weg: Uitzondering) -> Iterator[Venster]:
    begin, einde = venster
    delen = ((begin, min(einde, weg.begin)), (max(begin, weg.einde), einde))
    return (deel for deel in delen if deel[0] < deel[1])


def vrije_momenten(vensters: Sequence[Venster], bezet: Sequence[Blok], blok: Blok, stap: int) -> Iterator[datetime]:
    """Yield the moments at which a conversation as long as ``blok`` fits, on the hour plus steps of ``stap`` minutes.

    Not before ``blok.begin``.
    """
    duur = blok.einde - blok.begin
    for begin, einde in vensters:
        moment = _op_stap(max(begin, blok.begin), stap)
        while moment + duur <= einde:
            kandidaat = Blok(moment, moment + duur, blok.tussentijd, blok.groep)
            if not any(botst(kandidaat, ander) for ander in bezet):
                yield moment
            moment += timedelta(minutes=stap)


def _op_stap(moment: datetime, stap: int) -> datetime:
    heel = moment.replace(minute=0, second=0, microsecond=0)
    stappen = -(-(moment - heel) // timedelta(minutes=stap))
    return heel + stappen * timedelta(minutes=stap)
