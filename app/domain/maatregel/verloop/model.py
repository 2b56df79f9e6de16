"""What the procedure of one zaak is judged on, and how each of its steps is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from app.domain.kern.grondslag import Grondslag
from app.domain.maatregel.beleid import Gedraging, MaatregelBeleid
from app.domain.maatregel.feiten import ZaakFeiten
from app.domain.maatregel.stappenplan import Processtap


class Processtapstand(StrEnum):
    """How a step stands: done, its turn, still to come, or not needed in this zaak."""

    GEDAAN = "gedaan"
    VOLGENDE = "volgende"
    OPEN = "open"
    NIET_NODIG = "niet_nodig"


class _Feit(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Vastlegging(_Feit):
    """A recorded step that counts; ``goed`` is what came of it where that matters (were the applications enough?)."""

    soort: str
    id: str
    datum: date
    goed: bool | None = None


class Besluitverloop(_Feit):
    """The besluit that stands in the zaak; ``tot`` is the first day after the maatregel (None: no maatregel)."""

    id: str
    maatregel: bool
    genomen_op: date
    getoetst_op: date | None = None
    verzonden_op: date | None = None
    bezwaar_tot_en_met: date | None = None
    tot: date | None = None


class Verloopfeiten(_Feit):
    """The facts of the zaak with every recorded step; ``vervolgzaken`` are zaken that came from this one."""

    zaak: ZaakFeiten
    zaak_id: str
    vastleggingen: tuple[Vastlegging, ...] = ()
    besluit: Besluitverloop | None = None
    vervolgzaken: tuple[str, ...] = ()
    vervallen: bool = False


class Stapbeeld(_Feit):
    """One step as it stands, with its proof (ids), the day it was done and why it is so; ``vanaf``: not before then."""

    stap: Processtap
    stand: Processtapstand
    waarom: str
    grondslag: Grondslag
    bewijs: tuple[str, ...] = ()
    gedaan_op: date | None = None
    vanaf: date | None = None


@dataclass(frozen=True)
class Stap:
    """A step under judgement, with all that its judgement may ask."""

    stap: Processtap
    feiten: Verloopfeiten
    rij: Gedraging
    beleid: MaatregelBeleid
    peildatum: date

    @property
    def zaak(self) -> ZaakFeiten:
        """The facts of the zaak."""
        return self.feiten.zaak

    @property
    def opgelegd(self) -> Besluitverloop:
        """The besluit that imposed the maatregel; asked only when there is one."""
        assert self.feiten.besluit is not None
        return self.feiten.besluit

    def van(self, *soorten: str) -> tuple[Vastlegging, ...]:
        """Return what was recorded of these kinds, in order."""
        return tuple(v for v in self.feiten.vastleggingen if v.soort in soorten)


@dataclass(frozen=True)
class Oordeel:
    """How a step stands."""

    stand: Processtapstand
    waarom: str
    bewijs: tuple[str, ...] = ()
    op: date | None = None
    vanaf: date | None = None


Beoordeling = Callable[[Stap], Oordeel]


def gedaan(waarom: str, bewijs: tuple[Vastlegging, ...]) -> Oordeel:
    """Say that a step is done, with its proof."""
    op = max((deel.datum for deel in bewijs), default=None)
    return Oordeel(Processtapstand.GEDAAN, waarom, tuple(deel.id for deel in bewijs), op)


def gedaan_met(waarom: str, nummer: str, op: date | None = None) -> Oordeel:
    """Say that a step is done, proven by one thing."""
    return Oordeel(Processtapstand.GEDAAN, waarom, (nummer,), op)


def volgende(waarom: str) -> Oordeel:
    """Say that it is the turn of a step."""
    return Oordeel(Processtapstand.VOLGENDE, waarom)


def later(waarom: str, vanaf: date | None = None) -> Oordeel:
    """Say that the turn of a step has not come."""
    return Oordeel(Processtapstand.OPEN, waarom, vanaf=vanaf)


def niet_nodig(waarom: str) -> Oordeel:
    """Say that this zaak goes without the step."""
    return Oordeel(Processtapstand.NIET_NODIG, waarom)
