"""Herziening: a sent besluit under review, and the herbeoordelingen that left it as it was or led to a review."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ForeignKey, Index, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.kern.rollen import Actor
from app.domain.maatregel.herziening.feiten import Herzieningsgrond
from app.domain.maatregel.herziening.herbeoordeling import Herbeoordelingsuitkomst


class Herzieningstatus(StrEnum):
    """How far a herziening is; ``ingetrokken`` ends it without a besluit that counts."""

    OPEN = "open"
    BESLOTEN = "besloten"
    GETOETST = "getoetst"
    BEKENDGEMAAKT = "bekendgemaakt"
    INGETROKKEN = "ingetrokken"


LOPEND: Final = (Herzieningstatus.OPEN, Herzieningstatus.BESLOTEN, Herzieningstatus.GETOETST)


class Herziening(Basis, VanKlant, MetVersie):
    """A review of one sent besluit; one at a time. ``voorstel`` is what the rules say it should take per month."""

    __tablename__ = "herziening"
    __table_args__ = (
        Index(
            "uq_herziening_lopend",
            "besluit_id",
            unique=True,
            postgresql_where=text("status IN ('open', 'besloten', 'getoetst')"),
        ),
    )

    besluit_id: Mapped[UUID] = mapped_column(ForeignKey("besluit.id"), index=True)
    grond: Mapped[Herzieningsgrond] = mapped_column(keuze(Herzieningsgrond))
    aanleiding: Mapped[str]
    verzoek_op: Mapped[date | None]
    voorstel: Mapped[list[Any] | None]
    status: Mapped[Herzieningstatus] = mapped_column(keuze(Herzieningstatus))
    geopend_op: Mapped[datetime]
    geopend_door: Mapped[UUID]
    reden_intrekking: Mapped[str | None]


class Herbeoordeling(Basis, VanKlant):
    """What came of looking at a maatregel again within its term; never changed."""

    __tablename__ = "herbeoordeling"

    besluit_id: Mapped[UUID] = mapped_column(ForeignKey("besluit.id"), index=True)
    datum: Mapped[date]
    uitkomst: Mapped[Herbeoordelingsuitkomst] = mapped_column(keuze(Herbeoordelingsuitkomst))
    motivering: Mapped[str]
    herziening_id: Mapped[UUID | None] = mapped_column(ForeignKey("herziening.id"))
    door: Mapped[UUID]
    tijdstip: Mapped[datetime]


def herziening(sessie: Session, actor: Actor, herziening_id: UUID) -> Herziening | None:
    """Find a herziening about a readable klant."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    vraag = select(Herziening).where(Herziening.id == herziening_id, Herziening.klant_id.in_(leesbaar))
    return sessie.scalar(vraag)


def herzieningen(sessie: Session, besluit_ids: Sequence[UUID]) -> list[Herziening]:
    """Return the herzieningen of these besluiten, oldest first."""
    vraag = select(Herziening).where(Herziening.besluit_id.in_(besluit_ids))
    return list(sessie.scalars(vraag.order_by(Herziening.geopend_op, Herziening.id)))


def herbeoordelingen(sessie: Session, besluit_id: UUID) -> list[Herbeoordeling]:
    """Return what came of looking again at this besluit, oldest first."""
    vraag = select(Herbeoordeling).where(Herbeoordeling.besluit_id == besluit_id)
    return list(sessie.scalars(vraag.order_by(Herbeoordeling.tijdstip, Herbeoordeling.id)))
