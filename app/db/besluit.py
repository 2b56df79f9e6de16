"""Besluit: what was decided, on which facts and which policy, and what happened to it; all rows only grow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, Json, VanKlant, keuze
from app.db.herziening.herziening import LOPEND, Herziening
from app.db.klant import Klant
from app.domain.besluit.dictum import INTREKKEND
from app.domain.kern.rollen import Actor


class Besluitstatus(StrEnum):
    """How far a besluit is; derived from its rows, never stored."""

    GENOMEN = "genomen"
    AFGEKEURD = "afgekeurd"
    GETOETST = "getoetst"
    BEKENDGEMAAKT = "bekendgemaakt"
    VERVANGEN = "vervangen"
    INGETROKKEN = "ingetrokken"


class Verzendwijze(StrEnum):
    """How a besluit reached the klant (Awb 3:41, 2:14)."""

    POST = "post"
    AANGETEKEND = "aangetekend"
    UITGEREIKT = "uitgereikt"
    DIGITAAL = "digitaal"


class Besluit(Basis, VanKlant):
    """One decision; ``beslissing_bytes`` is the canonical form that a replay must give again.

    ``feiten`` and ``beleid_sha256`` are all that the replay needs; ``bronnen`` names further policy (such as the norm
    of a month) whose values stand in ``feiten``. ``vervangt`` is the besluit that this one wants to replace;
    it does so once it is sent.
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
    vervangt: Mapped[UUID | None] = mapped_column(ForeignKey("besluit.id"), index=True)
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
    """The dispatch of one besluit, with the term for bezwaar that began the day after.

    From that day the besluit ``vervangt`` stands no longer; only one besluit can take its place.
    """

    __tablename__ = "bekendmaking"
    __table_args__ = (UniqueConstraint("besluit_id"), UniqueConstraint("vervangt"))

    besluit_id: Mapped[UUID] = mapped_column(ForeignKey("besluit.id"))
    verzonden_op: Mapped[date]
    wijze: Mapped[Verzendwijze] = mapped_column(keuze(Verzendwijze))
    bezwaartermijn: Mapped[Json]
    verzonden_door: Mapped[UUID]
    tijdstip: Mapped[datetime]
    vervangt: Mapped[UUID | None] = mapped_column(ForeignKey("besluit.id"))


@dataclass(frozen=True)
class Vervanging:
    """The besluit that took the place of another one, from the day on which it was sent."""

    besluit_id: UUID
    dictum: str
    verzonden_op: date


@dataclass(frozen=True)
class Besluitstand:
    """A besluit with what happened to it; ``nieuwer`` tells that its subject was decided on again.

    ``herziening_id`` is the herziening that is open on it.
    """

    besluit: Besluit
    toetsing: Besluittoetsing | None
    bekendmaking: Bekendmaking | None
    vervanging: Vervanging | None = None
    nieuwer: bool = False
    herziening_id: UUID | None = None

    @property
    def status(self) -> Besluitstatus:
        """How far the besluit is."""
        return besluitstatus(
            self.toetsing.akkoord if self.toetsing else None,
            self.bekendmaking.verzonden_op if self.bekendmaking else None,
            self.vervanging.dictum if self.vervanging else None,
        )

    @property
    def staat(self) -> bool:
        """Tell whether it counts: sent or on its way, but not rejected, replaced, withdrawn or taken again.

        A besluit that was never sent stands as long as its subject does: whether that lapsed, its own room knows.
        """
        op_weg = self.status in (Besluitstatus.GENOMEN, Besluitstatus.GETOETST) and not self.nieuwer
        return op_weg or self.status is Besluitstatus.BEKENDGEMAAKT


def besluitstatus(akkoord: bool | None, verzonden_op: date | None, vervanger: str | None = None) -> Besluitstatus:
    """Return how far a besluit is, from the toetsing and the dispatch (None: not yet).

    ``vervanger`` is the dictum of the besluit that was sent in its place, if there is one.
    """
    if vervanger is not None:
        return Besluitstatus.INGETROKKEN if vervanger in INTREKKEND else Besluitstatus.VERVANGEN
    if verzonden_op is not None:
        return Besluitstatus.BEKENDGEMAAKT
    if akkoord is None:
        return Besluitstatus.GENOMEN
    return Besluitstatus.GETOETST if akkoord else Besluitstatus.AFGEKEURD


Opvolger: Final = aliased(Besluit)
Opvolging: Final = aliased(Bekendmaking)
_Later: Final = aliased(Besluit)


def _standen() -> Any:
    later = select(_Later.id).where(_Later.onderwerp_id == Besluit.onderwerp_id, _Later.id > Besluit.id).exists()
    return (
        select(Besluit, Besluittoetsing, Bekendmaking, Opvolger.id, Opvolger.dictum, Opvolging.verzonden_op, later)
        .add_columns(Herziening.id)
        .outerjoin(Herziening, (Herziening.besluit_id == Besluit.id) & Herziening.status.in_(LOPEND))
        .outerjoin(Besluittoetsing, Besluittoetsing.besluit_id == Besluit.id)
        .outerjoin(Bekendmaking, Bekendmaking.besluit_id == Besluit.id)
        .outerjoin(Opvolging, Opvolging.vervangt == Besluit.id)
        .outerjoin(Opvolger, Opvolger.id == Opvolging.besluit_id)
        .order_by(Besluit.genomen_op, Besluit.id)
    )


def _stand(rij: Any) -> Besluitstand:
    genomen, toetsing, bekendmaking, opvolger, dictum, verzonden_op, nieuwer, herziening_id = rij
    vervanging = None if opvolger is None else Vervanging(opvolger, dictum, verzonden_op)
    return Besluitstand(genomen, toetsing, bekendmaking, vervanging, nieuwer, herziening_id)


def besluit(sessie: Session, actor: Actor, besluit_id: UUID) -> Besluitstand | None:
    """Find a besluit about a readable klant."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    rij = sessie.execute(_standen().where(Besluit.id == besluit_id, Besluit.klant_id.in_(leesbaar))).first()
    return _stand(rij) if rij else None


def besluiten_van(sessie: Session, klant_ids: Sequence[UUID]) -> list[Besluitstand]:
    """Return every besluit about these klanten, of any kind, oldest first; ``staat`` tells which ones count."""
    return [_stand(rij) for rij in sessie.execute(_standen().where(Besluit.klant_id.in_(klant_ids)))]


def bekendmakingen_van_klant(sessie: Session, klant_id: UUID) -> list[Bekendmaking]:
    """Return what was sent to a klant, oldest first."""
    vraag = select(Bekendmaking).where(Bekendmaking.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Bekendmaking.verzonden_op, Bekendmaking.id)))


def besluiten_over(sessie: Session, onderwerp_ids: Sequence[UUID]) -> list[Besluitstand]:
    """Return the besluiten about these subjects, oldest first."""
    return [_stand(rij) for rij in sessie.execute(_standen().where(Besluit.onderwerp_id.in_(onderwerp_ids)))]
