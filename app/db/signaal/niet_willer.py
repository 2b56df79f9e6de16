"""The mark of a niet-willer: who says it, why and since when, and how it ended."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, MetVersie, VanKlant
from app.db.klant import Klant
from app.domain.kern.rollen import Actor


class NietWillerMarkering(Basis, VanKlant, MetVersie):
    """A mark from ``datum`` on; ``ingetrokken`` tells that it should never have been there."""

    __tablename__ = "niet_willer_markering"
    __table_args__ = (
        Index("ix_niet_willer_markering_een", "klant_id", unique=True, postgresql_where=text("beeindigd_op IS NULL")),
    )

    datum: Mapped[date]
    reden: Mapped[str]
    gemarkeerd_door: Mapped[UUID]
    gemarkeerd_op: Mapped[datetime]
    beeindigd_op: Mapped[date | None]
    reden_einde: Mapped[str | None]
    beeindigd_door: Mapped[UUID | None]
    ingetrokken: Mapped[bool] = mapped_column(default=False)


def markering(sessie: Session, actor: Actor, markering_id: UUID) -> NietWillerMarkering | None:
    """Find a mark of a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    vraag = select(NietWillerMarkering).where(
        NietWillerMarkering.id == markering_id, NietWillerMarkering.klant_id.in_(leesbaar)
    )
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def markeringen(sessie: Session, klant_id: UUID) -> list[NietWillerMarkering]:
    """Return the marks of a klant, oldest first."""
    vraag = select(NietWillerMarkering).where(NietWillerMarkering.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(NietWillerMarkering.datum, NietWillerMarkering.id)))


def lopende(sessie: Session, klant_id: UUID) -> NietWillerMarkering | None:
    """Return the mark that was not ended."""
    return next((rij for rij in markeringen(sessie, klant_id) if rij.beeindigd_op is None), None)
