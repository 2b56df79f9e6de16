"""Forfait: that the loonwaarde of a job can wait, found in consultation with the employer."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, MetVersie, VanKlant
from app.db.klant import Klant
from app.domain.kern.rollen import Actor


class Loonkostenforfait(Basis, VanKlant, MetVersie):
    """The finding of one job: forfaitair in ``[begin, tot)``, as ``overlegd_op`` with the employer."""

    __tablename__ = "loonkostenforfait"
    __table_args__ = (
        Index(
            "ix_loonkostenforfait_een",
            "dienstverband_id",
            unique=True,
            postgresql_where=text("reden_intrekking IS NULL"),
        ),
    )

    dienstverband_id: Mapped[UUID] = mapped_column(ForeignKey("dienstverband.id"))
    overlegd_op: Mapped[date]
    begin: Mapped[date]
    tot: Mapped[date]
    reden_intrekking: Mapped[str | None]
    vastgesteld_op: Mapped[datetime]
    vastgesteld_door: Mapped[UUID]


def forfait(sessie: Session, actor: Actor, forfait_id: UUID) -> Loonkostenforfait | None:
    """Find one of a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    vraag = select(Loonkostenforfait).where(
        Loonkostenforfait.id == forfait_id, Loonkostenforfait.klant_id.in_(leesbaar)
    )
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def forfaits(sessie: Session, klant_id: UUID) -> list[Loonkostenforfait]:
    """Return those of a klant, oldest first."""
    vraag = select(Loonkostenforfait).where(Loonkostenforfait.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Loonkostenforfait.vastgesteld_op, Loonkostenforfait.id)))
