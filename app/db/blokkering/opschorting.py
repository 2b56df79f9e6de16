"""Opschortingen, and intrekkingen that follow when nothing was repaired."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.blokkering.verzuim import GeschondenPlicht, Verzuim
from app.domain.kern.rollen import Actor


class Opschortingstand(StrEnum):
    """An opschorting is prepared, decided, checked and sent; then it runs until it is repaired or ends otherwise."""

    OPEN = "open"
    BESLOTEN = "besloten"
    GETOETST = "getoetst"
    LOPEND = "lopend"
    HERSTELD = "hersteld"
    BEEINDIGD = "beeindigd"
    INGETROKKEN = "uitkering_ingetrokken"
    VERVALLEN = "vervallen"


class Intrekkingstand(StrEnum):
    """An intrekking is prepared, decided, checked and sent, or lapses."""

    OPEN = "open"
    BESLOTEN = "besloten"
    GETOETST = "getoetst"
    BEKENDGEMAAKT = "bekendgemaakt"
    VERVALLEN = "vervallen"


class Opschorting(Basis, VanKlant, MetVersie):
    """The facts of an opschorting, one at a time per klant; ``gesloten_op`` is the first day without it."""

    __tablename__ = "opschorting"
    __table_args__ = (
        Index(
            "ix_opschorting_een",
            "klant_id",
            unique=True,
            postgresql_where=text("status IN ('open', 'besloten', 'getoetst', 'lopend')"),
        ),
    )

    blokkeersituatie_id: Mapped[UUID | None] = mapped_column(ForeignKey("blokkeersituatie.id"), index=True)
    verzuim: Mapped[Verzuim] = mapped_column(keuze(Verzuim))
    plicht: Mapped[GeschondenPlicht] = mapped_column(keuze(GeschondenPlicht))
    verzuim_op: Mapped[date]
    periode_van: Mapped[date | None]
    herstel: Mapped[str | None]
    herstel_tot_en_met: Mapped[date | None]
    verwijtbaar: Mapped[bool | None]
    verwijtbaarheid_toelichting: Mapped[str | None]
    status: Mapped[Opschortingstand] = mapped_column(keuze(Opschortingstand))
    geopend_op: Mapped[datetime]
    geopend_door: Mapped[UUID]
    gesloten_op: Mapped[date | None]
    reden: Mapped[str | None]

    @property
    def van(self) -> date:
        """The first day of the opschorting."""
        return self.periode_van or self.verzuim_op


class Intrekking(Basis, VanKlant, MetVersie):
    """The facts of an intrekking after an opschorting."""

    __tablename__ = "intrekking"
    __table_args__ = (
        Index("ix_intrekking_een", "opschorting_id", unique=True, postgresql_where=text("status <> 'vervallen'")),
    )

    opschorting_id: Mapped[UUID] = mapped_column(ForeignKey("opschorting.id"))
    verwijtbaar: Mapped[bool | None]
    verwijtbaarheid_toelichting: Mapped[str | None]
    gehoord_op: Mapped[date | None]
    zienswijze: Mapped[str | None]
    gelegenheid_tot_en_met: Mapped[date | None]
    horen_uitzondering: Mapped[str | None]
    status: Mapped[Intrekkingstand] = mapped_column(keuze(Intrekkingstand))
    reden: Mapped[str | None]
    geopend_op: Mapped[datetime]
    geopend_door: Mapped[UUID]


def opschorting(sessie: Session, actor: Actor, opschorting_id: UUID) -> Opschorting | None:
    """Find an opschorting of a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    vraag = select(Opschorting).where(Opschorting.id == opschorting_id, Opschorting.klant_id.in_(leesbaar))
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def opschortingen(sessie: Session, klant_id: UUID) -> list[Opschorting]:
    """Return the opschortingen of a klant, oldest first."""
    return list(sessie.scalars(select(Opschorting).where(Opschorting.klant_id == klant_id).order_by(Opschorting.id)))


def lopende(sessie: Session, klant_id: UUID) -> Opschorting | None:
    """Return the opschorting that runs, if there is one."""
    vraag = select(Opschorting).where(Opschorting.klant_id == klant_id, Opschorting.status == Opschortingstand.LOPEND)
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def intrekking(sessie: Session, actor: Actor, intrekking_id: UUID) -> Intrekking | None:
    """Find an intrekking of a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    vraag = select(Intrekking).where(Intrekking.id == intrekking_id, Intrekking.klant_id.in_(leesbaar))
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def intrekkingen(sessie: Session, opschorting_id: UUID) -> list[Intrekking]:
    """Return the intrekkingen after an opschorting, oldest first."""
    vraag = select(Intrekking).where(Intrekking.opschorting_id == opschorting_id)
    return list(sessie.scalars(vraag.order_by(Intrekking.id)))
