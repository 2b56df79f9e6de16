"""Facts about somebody's Dutch; one that was wrong is withdrawn, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, Json, VanKlant
from app.db.klant import Klant
from app.db.taak import LopendeTermijn, Taak
from app.domain.kern.rollen import Actor


class Taaleisfeit(Basis, VanKlant):
    """One fact, as it was given."""

    __tablename__ = "taaleisfeit"
    __table_args__ = (Index("ix_taaleisfeit_dossier", "klant_id", "datum", "id"),)

    soort: Mapped[str]
    datum: Mapped[date]
    gegevens: Mapped[Json]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


class TaaleisfeitIntrekking(Basis, VanKlant):
    """That a fact was wrong, and why."""

    __tablename__ = "taaleisfeit_intrekking"
    __table_args__ = (UniqueConstraint("feit_id"),)

    feit_id: Mapped[UUID] = mapped_column(ForeignKey("taaleisfeit.id"))
    reden: Mapped[str]
    ingetrokken_op: Mapped[datetime]
    ingetrokken_door: Mapped[UUID]


@dataclass(frozen=True)
class Taalregel:
    """A fact, and its withdrawal if it was wrong."""

    feit: Taaleisfeit
    intrekking: TaaleisfeitIntrekking | None


def feiten(sessie: Session, klant_id: UUID) -> list[Taalregel]:
    """Return the facts of a klant by their date, and then as they were recorded."""
    vraag = select(Taaleisfeit, TaaleisfeitIntrekking).outerjoin(
        TaaleisfeitIntrekking, TaaleisfeitIntrekking.feit_id == Taaleisfeit.id
    )
    vraag = vraag.where(Taaleisfeit.klant_id == klant_id)
    rijen = sessie.execute(vraag.order_by(Taaleisfeit.datum, Taaleisfeit.id))
    return [Taalregel(feit, weg) for feit, weg in rijen]


def feit(sessie: Session, actor: Actor, feit_id: UUID) -> Taaleisfeit | None:
    """Find a fact about a readable klant."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    return sessie.scalar(select(Taaleisfeit).where(Taaleisfeit.id == feit_id, Taaleisfeit.klant_id.in_(leesbaar)))


def taken(sessie: Session, klant_id: UUID, begin: str) -> list[Taak]:
    """Return the taken in a dossier whose kind begins so, open and closed, oldest first."""
    vraag = select(Taak).where(Taak.klant_id == klant_id, Taak.soort.startswith(begin, autoescape=True))
    return list(sessie.scalars(vraag.order_by(Taak.id)))


def termijnen(sessie: Session, klant_id: UUID, begin: str) -> list[LopendeTermijn]:
    """Return the terms in a dossier whose kind begins so, running and over, by their last day."""
    van = (LopendeTermijn.klant_id == klant_id, LopendeTermijn.soort.startswith(begin, autoescape=True))
    return list(sessie.scalars(select(LopendeTermijn).where(*van).order_by(LopendeTermijn.einde, LopendeTermijn.id)))
