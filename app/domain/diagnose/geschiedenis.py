"""Geschiedenis: which result counts on a day, and what changed between two days."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from app.domain.kern.leefgebied import Instrument, Onderwerp


@dataclass(frozen=True)
class Meting:
    """What one result says of one subject: a score of 0 to 100 if there is one, and the attention points."""

    score: int | None = None
    aandachtspunten: tuple[str, ...] = ()


@dataclass(frozen=True)
class Uitslag:
    """One result. ``kenmerk`` is the supplier's own id: a later version under it takes the place of an earlier one."""

    id: UUID
    instrument: Instrument
    naam: str | None
    afgenomen_op: date
    ontvangen_op: datetime
    kenmerk: str | None = None
    versie: int | None = None
    ingetrokken: bool = False
    metingen: Mapping[Onderwerp, Meting] = field(default_factory=dict)


@dataclass(frozen=True)
class Verschil:
    """One subject on two days; ``verschil`` is now minus then, if there is a score on both days."""

    onderwerp: Onderwerp
    toen: Meting | None
    nu: Meting | None
    verschil: int | None
    verdwenen: tuple[str, ...]
    nieuw: tuple[str, ...]


def vervallen(uitslagen: Collection[Uitslag]) -> frozenset[UUID]:
    """Return the results that count no more: withdrawn, or with a later version under the same kenmerk.

    A result without version comes after every version that was known when it came, and before a higher one.
    """
    laatste: dict[tuple[Instrument, str], tuple[int, UUID]] = {}
    weg = {uitslag.id for uitslag in uitslagen if uitslag.ingetrokken}
    for uitslag in sorted(uitslagen, key=lambda u: (u.ontvangen_op, u.id)):
        if uitslag.kenmerk is None or uitslag.ingetrokken:
            continue
        sleutel = (uitslag.instrument, uitslag.kenmerk)
        hoogste, staand = laatste.get(sleutel, (0, None))
        versie = hoogste if uitslag.versie is None else uitslag.versie
        if versie < hoogste:
            weg.add(uitslag.id)
            continue
        if staand is not None:
            weg.add(staand)
        laatste[sleutel] = (versie, uitslag.id)
    return frozenset(weg)


def geldende(uitslagen: Iterable[Uitslag], op: date = date.max) -> tuple[Uitslag, ...]:
    """Return the latest result of each instrument on a day, the latest first."""
    alle = tuple(uitslagen)
    weg = vervallen(alle)
    gevonden: dict[tuple[Instrument, str | None], Uitslag] = {}
    for uitslag in sorted(alle, key=lambda u: (u.afgenomen_op, u.ontvangen_op, u.id), reverse=True):
        if uitslag.id not in weg and uitslag.afgenomen_op <= op:
            gevonden.setdefault((uitslag.instrument, uitslag.naam), uitslag)
    return tuple(gevonden.values())


def stand(uitslagen: Iterable[Uitslag], op: date) -> dict[Onderwerp, Meting]:
    """Return what is known of each subject on a day, by the latest result that says something of it."""
    bekend: dict[Onderwerp, Meting] = {}
    for uitslag in geldende(uitslagen, op):
        bekend = dict(uitslag.metingen) | bekend
    return bekend


def vergelijk(uitslagen: Iterable[Uitslag], toen: date, nu: date) -> tuple[Verschil, ...]:
    """Compare two days per subject; what was not known on either day is left out."""
    alle = tuple(uitslagen)
    eerst, laatst = stand(alle, toen), stand(alle, nu)
    return tuple(_verschil(onderwerp, eerst.get(onderwerp), laatst.get(onderwerp)) for onderwerp in eerst | laatst)


def _verschil(onderwerp: Onderwerp, toen: Meting | None, nu: Meting | None) -> Verschil:
    eerst, laatst = toen or Meting(), nu or Meting()
    verschil = None if eerst.score is None or laatst.score is None else laatst.score - eerst.score
    return Verschil(
        onderwerp=onderwerp,
        toen=toen,
        nu=nu,
        verschil=verschil,
        verdwenen=tuple(punt for punt in eerst.aandachtspunten if punt not in laatst.aandachtspunten),
        nieuw=tuple(punt for punt in laatst.aandachtspunten if punt not in eerst.aandachtspunten),
    )
