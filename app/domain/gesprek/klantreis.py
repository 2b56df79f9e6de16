"""Klantreis: the stages a klant passes per klantgroep, and how far one klant is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from app.domain.beleid.model import Beleid, Waarde
from app.domain.gesprek.soort import Code
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.maanden import plus_maanden

_JAAR = 12


class Reisfase(StrEnum):
    """Where a stage belongs in time."""

    VOOR_TOEKENNING = "voor_toekenning"
    NA_TOEKENNING = "na_toekenning"
    TIJDENS = "tijdens"


class Stapstatus(StrEnum):
    """How far a klant is with one stage."""

    TE_DOEN = "te_doen"
    GEPLAND = "gepland"
    GEDAAN = "gedaan"
    OVERGESLAGEN = "overgeslagen"


class _Inhoud(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Reisstap(_Inhoud):
    """One stage; ``jaarlijks`` comes round a year after it was done, ``optioneel`` is only for who needs it."""

    code: Code
    titel: str
    fase: Reisfase
    jaarlijks: bool = False
    optioneel: bool = False


class KlantreisBeleid(Beleid):
    """The stages per klantgroep in their order (DEV-KGR-514)."""

    soort: ClassVar[str] = "klantreis"

    matchen: Waarde[tuple[Reisstap, ...]]
    groeien: Waarde[tuple[Reisstap, ...]]
    faciliteren: Waarde[tuple[Reisstap, ...]]
    zorgen: Waarde[tuple[Reisstap, ...]]

    def stappen(self, klantgroep: Klantgroep) -> Waarde[tuple[Reisstap, ...]]:
        """Return the stages of a klantgroep."""
        waarde: Waarde[tuple[Reisstap, ...]] = getattr(self, klantgroep.value)
        return waarde


class Stapfeit(_Inhoud):
    """What is known of a stage: from the dossier, or as a consulent recorded it with a reason."""

    status: Stapstatus
    op: date | None = None
    reden: str | None = None


class Stapstand(_Inhoud):
    """A stage as it stands; ``open`` when it should have been planned by now."""

    stap: Reisstap
    feit: Stapfeit
    open: bool


def klantreis(
    stappen: tuple[Reisstap, ...], feiten: Mapping[str, Stapfeit], vandaag: date, *, toegekend: bool
) -> tuple[Stapstand, ...]:
    """Return every stage with its status (DEV-KGR-514).

    Stages after the toekenning are open only once there is one.
    """
    return tuple(_stand(stap, feiten.get(stap.code), vandaag, toegekend=toegekend) for stap in stappen)


def _stand(stap: Reisstap, feit: Stapfeit | None, vandaag: date, *, toegekend: bool) -> Stapstand:
    geldend = Stapfeit(status=Stapstatus.TE_DOEN) if feit is None or _verlopen(stap, feit, vandaag) else feit
    bereikt = toegekend or stap.fase is Reisfase.VOOR_TOEKENNING
    te_doen = geldend.status is Stapstatus.TE_DOEN and not stap.optioneel
    return Stapstand(stap=stap, feit=geldend, open=bereikt and te_doen)


def _verlopen(stap: Reisstap, feit: Stapfeit, vandaag: date) -> bool:
    """Tell that a yearly stage was done a year ago or more, so that it comes round again."""
    klaar = feit.status in (Stapstatus.GEDAAN, Stapstatus.OVERGESLAGEN)
    return stap.jaarlijks and klaar and feit.op is not None and plus_maanden(feit.op, _JAAR) <= vandaag
