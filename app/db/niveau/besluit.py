"""Decisions that switch the level of service, or one instelling of it, on and off by date; they are never changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, bindparam, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db.basis import Basis, Eigen
from app.domain.beleid.schakeling import Schakelbesluit
from app.domain.kern.tijd import dag


class Niveaubesluit(Basis, Eigen):
    """One decision: ``onderdeel`` is the level of service or an instelling, ``variant`` what is on (None: off).

    ``besloten_door`` says who is responsible for it in the municipality, ``medewerker_id`` who recorded it.
    """

    __tablename__ = "niveaubesluit"
    __table_args__ = (
        CheckConstraint("tot IS NULL OR tot > van", name="tijdvak"),
        Index("ix_niveaubesluit_lijst", "organisatie", "tijdstip", "id"),
    )

    gemeente: Mapped[str]
    onderdeel: Mapped[str]
    variant: Mapped[str | None]
    van: Mapped[date]
    tot: Mapped[date | None]
    reden: Mapped[str]
    besloten_door: Mapped[str]
    besloten_op: Mapped[date]
    medewerker_id: Mapped[UUID]
    tijdstip: Mapped[datetime]


class Niveauherroeping(Basis, Eigen):
    """A decision that was revoked: from this moment on it counts for no day; what was made under it stays."""

    __tablename__ = "niveauherroeping"

    niveaubesluit_id: Mapped[UUID] = mapped_column(ForeignKey("niveaubesluit.id"), unique=True)
    reden: Mapped[str]
    medewerker_id: Mapped[UUID]
    tijdstip: Mapped[datetime]


@dataclass(frozen=True)
class Besluitregel:
    """A decision, with its revocation if there is one."""

    besluit: Niveaubesluit
    herroeping: Niveauherroeping | None


_VOLGORDE = (Niveaubesluit.tijdstip, Niveaubesluit.id)


def besluit(sessie: Session, organisatie: str, besluit_id: UUID) -> Niveaubesluit | None:
    """Find a decision of this organisation."""
    vraag = select(Niveaubesluit).where(Niveaubesluit.organisatie == organisatie, Niveaubesluit.id == besluit_id)
    return sessie.scalar(vraag)


def besluiten(sessie: Session, organisatie: str, gemeente: str) -> list[Besluitregel]:
    """Return all decisions for a municipality in the order in which they were taken, revoked ones too."""
    vraag = (
        select(Niveaubesluit, Niveauherroeping)
        .outerjoin(Niveauherroeping, Niveauherroeping.niveaubesluit_id == Niveaubesluit.id)
        .where(Niveaubesluit.organisatie == organisatie, Niveaubesluit.gemeente == gemeente)
    )
    return [Besluitregel(eigen, herroepen) for eigen, herroepen in sessie.execute(vraag.order_by(*_VOLGORDE))]


_SCHAKELS = (
    select(
        Niveaubesluit.gemeente,
        Niveaubesluit.onderdeel,
        Niveaubesluit.variant,
        Niveaubesluit.van,
        Niveaubesluit.tot,
        Niveaubesluit.tijdstip,
        Niveauherroeping.tijdstip.label("herroepen"),
    )
    .outerjoin(Niveauherroeping, Niveauherroeping.niveaubesluit_id == Niveaubesluit.id)
    .where(Niveaubesluit.organisatie == bindparam("organisatie"))
    .order_by(*_VOLGORDE)
)


def schakelbesluiten(sessie: Session, organisatie: str) -> Sequence[Schakelbesluit]:
    """Return what was decided for every municipality of an organisation: a handful of rows in one query."""
    rijen = sessie.execute(_SCHAKELS, {"organisatie": organisatie})
    return [
        Schakelbesluit(nr, gemeente, onderdeel, variant, van, tot, dag(besloten), dag(herroepen) if herroepen else None)
        for nr, (gemeente, onderdeel, variant, van, tot, besloten, herroepen) in enumerate(rijen)
    ]
