"""Praktijkroute: a loonwaarde found at a workplace, and the entry in the doelgroepregister."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.kern.rollen import Actor
from app.domain.loonkosten.praktijkroute import Praktijkuitkomst


class Praktijkroute(Basis, VanKlant, MetVersie):
    """What was found on ``datum`` at ``werkplek``; ``ingeschreven_op`` is the entry in the register."""

    __tablename__ = "praktijkroute"

    datum: Mapped[date]
    werkplek: Mapped[str]
    methode: Mapped[str]
    loonwaarde: Mapped[int]
    uitkomst: Mapped[Praktijkuitkomst] = mapped_column(keuze(Praktijkuitkomst))
    ingeschreven_op: Mapped[date | None]
    reden_intrekking: Mapped[str | None]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


def praktijkroute(sessie: Session, actor: Actor, praktijkroute_id: UUID) -> Praktijkroute | None:
    """Find one of a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    vraag = select(Praktijkroute).where(Praktijkroute.id == praktijkroute_id, Praktijkroute.klant_id.in_(leesbaar))
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def praktijkroutes(sessie: Session, klant_id: UUID) -> list[Praktijkroute]:
    """Return those of a klant, oldest first."""
    vraag = select(Praktijkroute).where(Praktijkroute.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Praktijkroute.vastgelegd_op, Praktijkroute.id)))
