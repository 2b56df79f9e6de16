"""Besluit: what was decided, on which facts and which policy, and what happened to it; all rows only grow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Select, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, Json, VanKlant, keuze
from app.db.klant import Klant
from app.domain.kern.rollen import Actor


class Besluitstatus(StrEnum):
    """How far a besluit is; derived from its rows, never stored."""

    GENOMEN = "genomen"
    AFGEKEURD = "afgekeurd"
    GETOETST = "getoetst"
    BEKENDGEMAAKT = "bekendgemaakt"


class Verzendwijze(StrEnum):
    """How a besluit reached the klant (Awb 3:41, 2:14)."""

    POST = "post"
    AANGETEKEND = "aangetekend"
    UITGEREIKT = "uitgereikt"
    DIGITAAL = "digitaal"


class Besluit(Basis, VanKlant):
    """One decision; ``beslissing_bytes`` is the canonical form that a replay must give again.

    ``feiten`` and ``beleid_sha256`` are all that the replay needs; ``bronnen`` names further policy (such as the norm
    of a month) whose values stand in ``feiten``.
    """

    __tablename__ = "besluit"
    __table_args__ = (Index("ix_besluit_onderwerp", "onderwerp_id", "id"),)

    soort: Mapped[str]
    onderwerp_id: Mapped[UUID]
    dictum: Mapped[str]
    peildatum: Mapped[date]
    feiten: Mapped[Json]
    beslissing: Mapped[Json]
    beslissing_bytes: Mapped[bytes]
    beslissing_sha256: Mapped[str]
    beleid_id: Mapped[str]
    beleid_sha256: Mapped[str] = mapped_column(ForeignKey("beleidspakket.sha256"))
    bronnen: Mapped[list[Any]]
    codeversie: Mapped[str]
    motivering: Mapped[str | None]
    genomen_door: Mapped[UUID]
    genomen_op: Mapped[datetime]


class Besluittoetsing(Basis, VanKlant):
    """The toetsing of one besluit by another person: one, and final."""

    __tablename__ = "besluittoetsing"
    __table_args__ = (UniqueConstraint("besluit_id"),)

    besluit_id: Mapped[UUID] = mapped_column(ForeignKey("besluit.id"))
    toetser_id: Mapped[UUID]
    akkoord: Mapped[bool]
    reden: Mapped[str | None]
    tijdstip: Mapped[datetime]


class Bekendmaking(Basis, VanKlant):
    """The dispatch of one besluit, with the term for bezwaar that began the day after."""

    __tablename__ = "bekendmaking"
    __table_args__ = (UniqueConstraint("besluit_id"),)

    besluit_id: Mapped[UUID] = mapped_column(ForeignKey("besluit.id"))
    verzonden_op: Mapped[date]
    wijze: Mapped[Verzendwijze] = mapped_column(keuze(Verzendwijze))
    bezwaartermijn: Mapped[Json]
    verzonden_door: Mapped[UUID]
    tijdstip: Mapped[datetime]


@dataclass(frozen=True)
class Besluitstand:
    """A besluit with what happened to it."""

    besluit: Besluit
    toetsing: Besluittoetsing | None
    bekendmaking: Bekendmaking | None

    @property
    def status(self) -> Besluitstatus:
        """How far the besluit is."""
        return besluitstatus(
            self.toetsing.akkoord if self.toetsing else None,
            self.bekendmaking.verzonden_op if self.bekendmaking else None,
        )


def besluitstatus(akkoord: bool | None, verzonden_op: date | None) -> Besluitstatus:
    """Return how far a besluit is, from the toetsing (None: not yet) and the dispatch (None: not yet)."""
    if verzonden_op is not None:
        return Besluitstatus.BEKENDGEMAAKT
    if akkoord is None:
        return Besluitstatus.GENOMEN
    return Besluitstatus.GETOETST if akkoord else Besluitstatus.AFGEKEURD


def _standen() -> Select[Besluit, Besluittoetsing, Bekendmaking]:
    return (
        select(Besluit, Besluittoetsing, Bekendmaking)
        .outerjoin(Besluittoetsing, Besluittoetsing.besluit_id == Besluit.id)
        .outerjoin(Bekendmaking, Bekendmaking.besluit_id == Besluit.id)
        .order_by(Besluit.genomen_op, Besluit.id)
    )


def besluit(sessie: Session, actor: Actor, besluit_id: UUID) -> Besluitstand | None:
    """Find a besluit about a readable klant."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    rij = sessie.execute(_standen().where(Besluit.id == besluit_id, Besluit.klant_id.in_(leesbaar))).first()
    return Besluitstand(rij[0], rij[1], rij[2]) if rij else None


def bekendmakingen_van_klant(sessie: Session, klant_id: UUID) -> list[Bekendmaking]:
    """Return what was sent to a klant, oldest first."""
    vraag = select(Bekendmaking).where(Bekendmaking.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Bekendmaking.verzonden_op, Bekendmaking.id)))


def besluiten_over(sessie: Session, onderwerp_ids: Sequence[UUID]) -> list[Besluitstand]:
    """Return the besluiten about these subjects, oldest first."""
    rijen = sessie.execute(_standen().where(Besluit.onderwerp_id.in_(onderwerp_ids)))
    return [Besluitstand(rij[0], rij[1], rij[2]) for rij in rijen]


def besluiten_van(sessie: Session, klant_ids: Sequence[UUID]) -> list[Besluitstand]:
    """Return the besluiten about these klanten, of every kind, oldest first."""
    rijen = sessie.execute(_standen().where(Besluit.klant_id.in_(klant_ids)))
    return [Besluitstand(rij[0], rij[1], rij[2]) for rij in rijen]
