"""Verloop: when the subsidy is forfaitair, when it follows the loonwaarde, and when it stops (Participatiewet 10d)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import pw, verordening
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.toets import Toets
from app.domain.loonkosten.beleid import LksBeleid
from app.domain.loonkosten.formule import Loonwaarde

VOL = 100
"""The loonwaarde of who earns the minimum wage: nothing to compensate."""


class _Inhoud(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Loonwaardevanaf(_Inhoud):
    """A loonwaarde that was determined, in whole percents, and the first day for which it counts."""

    van: date
    procent: Loonwaarde


class Verloopfeiten(_Inhoud):
    """A dienstbetrekking ``[begin, tot)``; ``forfait_tot`` is the first day without forfait (None: no forfait)."""

    begin: date
    tot: date | None = None
    forfait_tot: date | None = None
    loonwaarden: Annotated[tuple[Loonwaardevanaf, ...], Field(max_length=100)] = ()

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        if self.tot is not None and self.tot <= self.begin:
            raise ValueError("de dienstbetrekking eindigt na de eerste dag")
        dagen = [loonwaarde.van for loonwaarde in self.loonwaarden]
        if dagen != sorted(set(dagen)):
            raise ValueError("de loonwaarden staan op volgorde van ingang")
        return self


class Segment(_Inhoud):
    """A stretch ``[van, tot)`` with subsidy; without ``loonwaarde`` it is forfaitair, without ``tot`` it runs on."""

    van: date
    tot: date | None
    loonwaarde: Loonwaarde | None


def forfait_einde(begin: date, beleid: LksBeleid) -> date:
    """Return the first day on which a forfait is possible no more: six months after the first working day."""
    return plus_maanden(begin, beleid.forfait_maanden.waarde)


def toets_forfait(begin: date, forfait_tot: date, beleid: LksBeleid) -> Toets:
    """Ask that the forfait lasts no longer than six months from the first working day (DEV-LKS-904, 10d lid 5)."""
    uiterste = forfait_einde(begin, beleid)
    laatste = datum_voluit(uiterste - timedelta(days=1))
    return maak_toets(
        "forfait_binnen_termijn",
        begin < forfait_tot <= uiterste,
        beleid.forfait_maanden.grondslag,
        {"begin": begin, "forfait_tot": forfait_tot, "maanden": beleid.forfait_maanden.waarde},
        f"De forfaitaire subsidie loopt niet langer dan tot en met {laatste}.",
        f"De forfaitaire subsidie kan hoogstens lopen van {datum_voluit(begin)} tot en met {laatste}.",
    )


def toets_voortzetting(loonwaarde: int | None) -> Toets:
    """Ask that the loonwaarde was found to be lower than the minimum wage (DEV-LKS-905); unknown stops too."""
    return maak_toets(
        "loonwaarde_lager_dan_minimumloon",
        None if loonwaarde is None else loonwaarde < VOL,
        verordening("11"),
        {"loonwaarde": loonwaarde},
        "De loonwaarde is lager dan het wettelijk minimumloon.",
        "De loonwaarde is niet lager dan het wettelijk minimumloon; de subsidie stopt.",
        "Er is geen loonwaarde vastgesteld, of niet op tijd: stel haar vast; zonder besluit is er geen subsidie.",
    )


def toets_aanvraag_op_tijd(begin: date, aanvraag: date, maanden: int) -> Toets:
    """Ask that a request for who has a job already came within six months after it began (10d lid 2)."""
    uiterste = plus_maanden(begin, maanden)
    return maak_toets(
        "aanvraag_op_tijd",
        aanvraag <= uiterste,
        pw("10d", "2"),
        {"begin": begin, "aanvraag": aanvraag},
        f"De aanvraag is gedaan binnen {maanden} maanden na het begin van de dienstbetrekking.",
        f"De aanvraag moest uiterlijk op {datum_voluit(uiterste)} zijn gedaan.",
    )


def segmenten(feiten: Verloopfeiten) -> tuple[Segment, ...]:
    """Return the stretches with subsidy, oldest first: forfait, then each loonwaarde below the minimum wage.

    A loonwaarde that counts within the forfait ends it. What is not determined, or is not lower than the minimum wage,
    gives nothing: the subsidy stops there and goes on from the next loonwaarde that is lower (DEV-LKS-905).
    """
    return tuple(_segmenten(feiten))


def _segmenten(feiten: Verloopfeiten) -> Iterator[Segment]:
    regels = feiten.loonwaarden
    if feiten.forfait_tot is not None:
        forfait_tot = min([feiten.forfait_tot, *(regel.van for regel in regels)])
        yield from _binnen(feiten, Segment(van=feiten.begin, tot=forfait_tot, loonwaarde=None))
    for regel, tot in zip(regels, [*(later.van for later in regels[1:]), None], strict=False):
        if regel.procent < VOL:
            yield from _binnen(feiten, Segment(van=regel.van, tot=tot, loonwaarde=regel.procent))


def _binnen(feiten: Verloopfeiten, segment: Segment) -> Iterator[Segment]:
    """Keep of a stretch what lies within the dienstbetrekking."""
    van = max(segment.van, feiten.begin)
    einden = [dag for dag in (segment.tot, feiten.tot) if dag is not None]
    tot = min(einden, default=None)
    if tot is None or van < tot:
        yield Segment(van=van, tot=tot, loonwaarde=segment.loonwaarde)
