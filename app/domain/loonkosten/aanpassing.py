"""Aanpassing: what a new calculation does to months that were granted before: nothing is paid twice, or forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Stuk:
    """An amount (eurocents) that was granted for a month: paid or on its way (``vast``), or not (open, held)."""

    nummer: int
    maand: date
    bedrag: int
    vast: bool


@dataclass(frozen=True)
class Aanpassing:
    """Which numbers lapse, what comes on top per month, and what was paid too much per month (eurocents)."""

    vervalt: tuple[int, ...]
    erbij: Mapping[date, int]
    terug: Mapping[date, int]


def pas_aan(stukken: Iterable[Stuk], nieuw: Mapping[date, int], van: date, tot: date) -> Aanpassing:
    """Compare what stands with what is granted now for the months in ``[van, tot)``; a month not in ``nieuw`` gets 0.

    What is open and still right stays. What was paid stays paid: the difference is granted on top, or comes back.
    """
    geldig = [stuk for stuk in stukken if van <= stuk.maand < tot]
    vervalt: list[int] = []
    erbij: dict[date, int] = {}
    terug: dict[date, int] = {}
    for maand in sorted({*nieuw, *(stuk.maand for stuk in geldig)}):
        eigen = [stuk for stuk in geldig if stuk.maand == maand]
        doel, vast = nieuw.get(maand, 0), sum(stuk.bedrag for stuk in eigen if stuk.vast)
        open_ = [stuk for stuk in eigen if not stuk.vast]
        if vast + sum(stuk.bedrag for stuk in open_) == doel:
            continue
        vervalt += [stuk.nummer for stuk in open_]
        if doel > vast:
            erbij[maand] = doel - vast
        elif vast > doel:
            terug[maand] = vast - doel
    return Aanpassing(tuple(vervalt), erbij, terug)
