"""Maanden: a subsidy cut up at every day on which something changes, and its amounts per month and per year.

Broken months are counted by calendar days: a chosen reading, because article 10d speaks of months only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.domain.kern.leeftijd import verjaardag
from app.domain.kern.maanden import eerste_van_de_maand, plus_maanden
from app.domain.loonkosten.beleid import LksBeleid, Minimumloonmoment
from app.domain.loonkosten.formule import Cijfers, Maandbedrag, Maanddeel, Uren, maandbedrag
from app.domain.loonkosten.verloop import Segment

JONGSTE, VOLWASSEN = 15, 21
"""The ages between which the minimum wage goes up on each birthday (Besluit minimumjeugdloonregeling)."""


class Arbeidsduur(BaseModel):
    """The agreed hours per week from a day on, with the hours of a full-time job of that kind."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    van: date
    uren: Uren
    voltijd_uren: Uren


class Werk(BaseModel):
    """Who works, since when, and how many hours: what besides the loonwaarde decides the amount."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    begin: date
    geboortedatum: date
    arbeidsduren: Annotated[tuple[Arbeidsduur, ...], Field(min_length=1, max_length=100)]

    @model_validator(mode="after")
    def _op_volgorde(self) -> Self:
        dagen = [duur.van for duur in self.arbeidsduren]
        if dagen != sorted(set(dagen)) or dagen[0] > self.begin:
            raise ValueError("de arbeidsduren staan op volgorde, de eerste geldt op de eerste werkdag")
        return self


def minimumloondag(dag: date, begin: date, beleid: LksBeleid) -> date:
    """Return the day whose minimum wage and werkgeverslasten count on ``dag`` of a job that began on ``begin``.

    By policy that of the day itself, or that of 1 January of the year: article 10d, lid 7 speaks of one reset a year.
    """
    if beleid.minimumloon_van.waarde is Minimumloonmoment.MAAND:
        return dag
    return max(date(dag.year, 1, 1), begin)


def verdeel(
    werk: Werk, segmenten: Iterable[Segment], tot: date, cijfers_op: Callable[[date], Cijfers]
) -> tuple[Maanddeel, ...]:
    """Cut the stretches up to ``tot`` at every change of month, hours and age; ``cijfers_op`` gives a day's figures."""
    return tuple(deel for segment in segmenten for deel in _delen(werk, segment, tot, cijfers_op))


def _delen(werk: Werk, segment: Segment, tot: date, cijfers_op: Callable[[date], Cijfers]) -> Iterator[Maanddeel]:
    einde = tot if segment.tot is None else min(segment.tot, tot)
    for van, volgende in pairwise(_grenzen(werk, segment.van, einde)):
        duur = [duur for duur in werk.arbeidsduren if duur.van <= van][-1]
        yield Maanddeel(
            van=van,
            tot=volgende,
            uren=duur.uren,
            voltijd_uren=duur.voltijd_uren,
            loonwaarde=segment.loonwaarde,
            cijfers=cijfers_op(van),
        )


def _grenzen(werk: Werk, van: date, tot: date) -> list[date]:
    """Return the days on which a new part begins, the first and the last included; none for an empty stretch."""
    dagen = {van, tot}
    dagen |= {verjaardag(werk.geboortedatum, jaren) for jaren in range(JONGSTE + 1, VOLWASSEN + 1)}
    dagen |= {duur.van for duur in werk.arbeidsduren}
    maand = plus_maanden(eerste_van_de_maand(van), 1)
    while maand < tot:
        dagen.add(maand)
        maand = plus_maanden(maand, 1)
    return sorted(dag for dag in dagen if van <= dag <= tot)


def bedragen(delen: Sequence[Maanddeel]) -> tuple[Maandbedrag, ...]:
    """Return the amount of every month, oldest first."""
    per_maand = groupby(delen, key=lambda deel: eerste_van_de_maand(deel.van))
    return tuple(maandbedrag(list(rij)) for _, rij in per_maand)


def per_jaar(regels: Iterable[Maandbedrag]) -> dict[int, int]:
    """Return the eurocents of every calendar year: the sum of its months, which were rounded already."""
    jaren: dict[int, int] = {}
    for regel in regels:
        jaren[regel.maand.year] = jaren.get(regel.maand.year, 0) + regel.bedrag
    return jaren
