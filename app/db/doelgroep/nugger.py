"""Requests of nuggers for support, and what was put in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, Json, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.kern.rollen import Actor
from app.domain.nugger.feiten import Product


class Verzoekstand(StrEnum):
    """A request is open, decided, checked and sent, or ends without a decision."""

    OPEN = "open"
    BESLOTEN = "besloten"
    GETOETST = "getoetst"
    BEKENDGEMAAKT = "bekendgemaakt"
    INGETROKKEN = "ingetrokken"


class Nuggerverzoek(Basis, VanKlant, MetVersie):
    """A request of ``datum``; ``inkomen`` gross per month and ``vermogen`` in eurocents, None when not known.

    ``oordeel`` is what a person found where no certain amount could be compared with.
    """

    __tablename__ = "nuggerverzoek"
    __table_args__ = (
        Index("ix_nuggerverzoek_een", "klant_id", unique=True, postgresql_where=text("status IN ('open', 'besloten')")),
    )

    datum: Mapped[date]
    status: Mapped[Verzoekstand] = mapped_column(keuze(Verzoekstand))
    inkomen: Mapped[int | None]
    vermogen: Mapped[int | None]
    wens: Mapped[str]
    oordeel: Mapped[Json | None]
    reden_intrekking: Mapped[str | None]
    geopend_op: Mapped[datetime]
    geopend_door: Mapped[UUID]


class Nuggerinzet(Basis, VanKlant, MetVersie):
    """What was put in for a nugger, in the half-open period ``[van, tot)``."""

    __tablename__ = "nuggerinzet"

    nuggerverzoek_id: Mapped[UUID] = mapped_column(ForeignKey("nuggerverzoek.id"), index=True)
    product: Mapped[Product] = mapped_column(keuze(Product))
    van: Mapped[date]
    tot: Mapped[date | None]
    reden_einde: Mapped[str | None]
    ingezet_op: Mapped[datetime]
    ingezet_door: Mapped[UUID]


def verzoek(sessie: Session, actor: Actor, verzoek_id: UUID) -> Nuggerverzoek | None:
    """Find a request of a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    vraag = select(Nuggerverzoek).where(Nuggerverzoek.id == verzoek_id, Nuggerverzoek.klant_id.in_(leesbaar))
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def verzoeken(sessie: Session, klant_id: UUID) -> list[Nuggerverzoek]:
    """Return the requests of a klant, oldest first."""
    vraag = select(Nuggerverzoek).where(Nuggerverzoek.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Nuggerverzoek.geopend_op, Nuggerverzoek.id)))


def inzetten(sessie: Session, verzoek_ids: Sequence[UUID]) -> list[Nuggerinzet]:
    """Return what was put in on these requests, oldest first."""
    vraag = select(Nuggerinzet).where(Nuggerinzet.nuggerverzoek_id.in_(verzoek_ids))
    return list(sessie.scalars(vraag.order_by(Nuggerinzet.van, Nuggerinzet.id)))


def inzet(sessie: Session, actor: Actor, inzet_id: UUID) -> Nuggerinzet | None:
    """Find what was put in for a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    vraag = select(Nuggerinzet).where(Nuggerinzet.id == inzet_id, Nuggerinzet.klant_id.in_(leesbaar))
    return sessie.scalar(vraag.execution_options(populate_existing=True))
