"""Dossier: the facts and besluiten about somebody's Dutch that count, oldest first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import TypeVar

from pydantic import BaseModel, ConfigDict

from app.domain.taaleis.feit import (
    Bereidverklaring,
    Feit,
    Referentieniveau,
    Taalplan,
    Taalstop,
    Taaltest,
    Uitslagmededeling,
)

F = TypeVar("F", bound=Feit)


class Taaldictum(StrEnum):
    """What is decided; ``voorleggen`` is never taken: something is missing or open."""

    INSPANNINGSVERPLICHTING = "inspanningsverplichting"
    VERLAGING = "verlaging"
    ONTHEFFING = "ontheffing"
    BEEINDIGING = "beeindiging"
    AFZIEN = "afzien"
    VOORLEGGEN = "voorleggen"


class _Bevroren(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Regel(_Bevroren):
    """A fact that counts, with the identity under which it is kept."""

    id: str
    feit: Feit


class Genomen(_Bevroren):
    """A besluit that was sent and stands; a verlaging over ``[van, tot)``, without ``fase`` once for stopping."""

    id: str
    dictum: Taaldictum
    verzonden_op: date
    van: date | None = None
    tot: date | None = None
    fase: int | None = None


class Bereid(_Bevroren):
    """A bereidverklaring, spoken or by signing the taalplan, or the refusal of one."""

    id: str
    op: date
    bereid: bool
    met_taalplan: bool = False


class Taaldossier(_Bevroren):
    """Everything that counts on one day; ``regels`` by date, ``open_zaken`` the kinds that are being worked on."""

    regels: tuple[Regel, ...] = ()
    besluiten: tuple[Genomen, ...] = ()
    open_zaken: frozenset[str] = frozenset()

    def van(self, soort: type[F]) -> Iterator[tuple[str, F]]:
        """Yield the facts of a kind."""
        return ((regel.id, regel.feit) for regel in self.regels if isinstance(regel.feit, soort))

    def laatste(self, soort: type[F]) -> tuple[str, F] | None:
        """Return the newest fact of a kind."""
        return max(self.van(soort), key=lambda paar: paar[1].datum, default=None)

    def met(self, dictum: Taaldictum) -> tuple[Genomen, ...]:
        """Return the besluiten with this outcome, oldest first."""
        return tuple(besluit for besluit in self.besluiten if besluit.dictum is dictum)

    def op(self, dag: date) -> Taaldossier:
        """Return what counted on a day: what was then known of."""
        regels = tuple(regel for regel in self.regels if regel.feit.datum <= dag)
        return Taaldossier(regels=regels, besluiten=tuple(b for b in self.besluiten if b.verzonden_op <= dag))

    @property
    def tests(self) -> tuple[tuple[str, Taaltest], ...]:
        """The tests, by the day on which they were taken."""
        return tuple(sorted(self.van(Taaltest), key=lambda paar: paar[1].datum))

    @property
    def verklaringen(self) -> tuple[Bereid, ...]:
        """Who declared what and when; signing the taalplan is a bereidverklaring (DEV-TAA-902)."""
        gesproken = [Bereid(id=nr, op=feit.datum, bereid=feit.bereid) for nr, feit in self.van(Bereidverklaring)]
        getekend = [
            Bereid(id=nr, op=feit.ondertekend_op, bereid=True, met_taalplan=True)
            for nr, feit in self.van(Taalplan)
            if feit.ondertekend_op is not None
        ]
        return tuple(sorted((*gesproken, *getekend), key=lambda verklaring: verklaring.op))

    @property
    def vastgesteld(self) -> tuple[str, date] | None:
        """Since when it is established that 1F is not met: the first failed test after the last that was passed."""
        gevonden: tuple[str, date] | None = None
        for nr, test in self.tests:
            uitkomst = haalt_niveau(test)
            if uitkomst is True:
                gevonden = None
            elif uitkomst is False and gevonden is None:
                gevonden = (nr, test.uitslag_op)
        return gevonden

    @property
    def kennisgeving(self) -> Genomen | None:
        """The formal inspanningsverplichting that runs: the last one that was sent."""
        return next(iter(reversed(self.met(Taaldictum.INSPANNINGSVERPLICHTING))), None)

    @property
    def kennis_gegeven_op(self) -> date | None:
        """The day on which the klant was told that 1F is not met: formally, else in the conversation."""
        if self.kennisgeving is not None:
            return self.kennisgeving.verzonden_op
        vast = self.vastgesteld
        gehoord = [feit.datum for _, feit in self.van(Uitslagmededeling) if vast and feit.datum >= vast[1]]
        return min(gehoord, default=None)

    @property
    def telt_vanaf(self) -> date | None:
        """The day from which the phases count: the vaststelling, and after a renewed obligation that obligation.

        A second kennisgeving starts a new count (DEV-TAA-521).
        """
        kennisgevingen = self.met(Taaldictum.INSPANNINGSVERPLICHTING)
        if len(kennisgevingen) > 1:
            return kennisgevingen[-1].verzonden_op
        return self.vastgesteld[1] if self.vastgesteld else None

    @property
    def bereid(self) -> Bereid | None:
        """The bereidverklaring that holds: not refused and not followed by stopping since."""
        verklaringen = self.verklaringen
        laatste = verklaringen[-1] if verklaringen else None
        if laatste is None or not laatste.bereid:
            return None
        gestopt = self.laatste(Taalstop)
        return None if gestopt and gestopt[1].datum >= laatste.op else laatste

    @property
    def bereid_sinds(self) -> date | None:
        """The first day of the willingness that holds."""
        if self.bereid is None:
            return None
        vanaf, stop = self.bereid.op, self.laatste(Taalstop)
        for verklaring in reversed(self.verklaringen):
            if not verklaring.bereid or (stop and verklaring.op <= stop[1].datum):
                break
            vanaf = verklaring.op
        return vanaf

    @property
    def geweigerd_op(self) -> date | None:
        """The day of a recorded refusal, unless willingness was declared since."""
        laatste = next(iter(reversed(self.verklaringen)), None)
        return laatste.op if laatste is not None and not laatste.bereid else None

    @property
    def verlaging(self) -> Genomen | None:
        """The last verlaging of a phase that stands; one that was ended is replaced, and stands no longer."""
        gevonden = [besluit for besluit in self.met(Taaldictum.VERLAGING) if besluit.fase is not None]
        return gevonden[-1] if gevonden else None

    def verlaagd_op(self, dag: date, *, eenmalig: bool) -> bool:
        """Tell whether a verlaging of a phase, or also one for stopping, stands on a day."""
        gevonden = (b for b in self.met(Taaldictum.VERLAGING) if eenmalig or b.fase is not None)
        return any(b.tot is None or dag < b.tot for b in gevonden)

    @property
    def ontheven(self) -> Genomen | None:
        """The ontheffing that stands."""
        return next(iter(reversed(self.met(Taaldictum.ONTHEFFING))), None)


def haalt_niveau(test: Taaltest) -> bool | None:
    """Tell whether all five skills are at 1F; one below is enough to fail, one not tested leaves it open."""
    niveaus = set(test.vaardigheden.niveaus().values())
    if Referentieniveau.ONDER_1F in niveaus:
        return False
    return None if None in niveaus else True
