"""The werkvoorraad: terms that run, and taken with owner, last day and reason."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Select, and_, or_, select, text, tuple_
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, Eigen, Json, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.kern.rollen import Actor, Rol
from app.domain.kern.tijd import dag


class Taakstatus(StrEnum):
    """A taak is open until it is done, or lapses because something else happened."""

    OPEN = "open"
    GEDAAN = "gedaan"
    VERVALLEN = "vervallen"


class Termijnstatus(StrEnum):
    """A term runs until it is met, runs out or lapses."""

    LOPEND = "lopend"
    GEHAALD = "gehaald"
    VERSTREKEN = "verstreken"
    VERVALLEN = "vervallen"


class Taak(Basis, Eigen, MetVersie):
    """One thing that somebody must do.

    ``rol`` may do it, ``eigenaar_id`` has it on the desk, ``zichtbaar_vanaf`` is when it shows up, ``uiterste`` the
    last moment on which it is in time, ``onderwerp_id`` what it is about.
    """

    __tablename__ = "taak"
    __table_args__ = (
        Index("ix_taak_open", "organisatie", "uiterste", "id", postgresql_where=text("status = 'open'")),
        Index("ix_taak_onderwerp_open", "onderwerp_id", postgresql_where=text("status = 'open'")),
    )

    klant_id: Mapped[UUID | None] = mapped_column(ForeignKey("klant.id"), index=True)
    soort: Mapped[str]
    wat: Mapped[str]
    waarom: Mapped[str]
    grondslag: Mapped[Json]
    rol: Mapped[Rol] = mapped_column(keuze(Rol))
    eigenaar_id: Mapped[UUID | None] = mapped_column(ForeignKey("medewerker.id"), index=True)
    zichtbaar_vanaf: Mapped[datetime]
    uiterste: Mapped[datetime]
    status: Mapped[Taakstatus] = mapped_column(keuze(Taakstatus), default=Taakstatus.OPEN)
    onderwerp_id: Mapped[UUID]
    afgehandeld_op: Mapped[datetime | None]
    afgehandeld_door: Mapped[UUID | None]
    resultaat: Mapped[str | None]

    @property
    def uiterste_dag(self) -> date:
        """The last Dutch calendar day on which the taak is in time."""
        return dag(self.uiterste)


class LopendeTermijn(Basis, VanKlant, MetVersie):
    """A term in a dossier with its own explanation; ``vervolg`` is the taak that its running out leads to."""

    __tablename__ = "termijn"
    __table_args__ = (
        Index("ix_termijn_lopend", "organisatie", "einde", postgresql_where=text("status = 'lopend'")),
        Index("ix_termijn_onderwerp_lopend", "onderwerp_id", postgresql_where=text("status = 'lopend'")),
    )

    soort: Mapped[str]
    onderwerp_id: Mapped[UUID]
    start: Mapped[date]
    einde: Mapped[date]
    uitleg: Mapped[Json]
    vervolg: Mapped[Json | None]
    status: Mapped[Termijnstatus] = mapped_column(keuze(Termijnstatus), default=Termijnstatus.LOPEND)
    afgerond_op: Mapped[datetime | None]


def voor_rollen(actor: Actor) -> Select[tuple[Taak, Klant | None]]:
    """Start from the open taken that this actor may see: of readable klanten, for the own roles or on the own desk."""
    mag = or_(Taak.eigenaar_id == actor.medewerker_id, Taak.rol.in_(actor.rollen))
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    return (
        select(Taak, Klant)
        .outerjoin(Klant, Klant.id == Taak.klant_id)
        .where(
            Taak.organisatie == actor.organisatie,
            Taak.status == Taakstatus.OPEN,
            or_(Taak.klant_id.is_(None), Taak.klant_id.in_(leesbaar)),
            mag,
        )
    )


def werkvoorraad(
    sessie: Session, actor: Actor, nu: datetime, na: tuple[datetime, UUID] | None, aantal: int, filters: dict[str, Any]
) -> list[tuple[Taak, Klant | None]]:
    """Return a page of visible open taken, most urgent first, after the key ``na``."""
    vraag = voor_rollen(actor).where(Taak.zichtbaar_vanaf <= nu)
    if filters.get("rol"):
        vraag = vraag.where(Taak.rol == filters["rol"])
    if filters.get("eigenaar_id"):
        vraag = vraag.where(Taak.eigenaar_id == filters["eigenaar_id"])
    if filters.get("klant_id"):
        vraag = vraag.where(Taak.klant_id == filters["klant_id"])
    if na is not None:
        vraag = vraag.where(tuple_(Taak.uiterste, Taak.id) > na)
    rijen = sessie.execute(vraag.order_by(Taak.uiterste, Taak.id).limit(aantal))
    return [(taak, klant) for taak, klant in rijen]


def taak(sessie: Session, actor: Actor, taak_id: UUID) -> Taak | None:
    """Find an open or closed taak that this actor may see."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    zichtbaar = or_(Taak.klant_id.is_(None), Taak.klant_id.in_(leesbaar))
    vraag = select(Taak).where(Taak.id == taak_id, Taak.organisatie == actor.organisatie, zichtbaar)
    return sessie.scalar(vraag.with_for_update(of=Taak))


def open_taken(sessie: Session, onderwerp_id: UUID, soorten: tuple[str, ...]) -> list[Taak]:
    """Return the open taken about a subject, of these kinds (all kinds when none is named)."""
    vraag = select(Taak).where(Taak.onderwerp_id == onderwerp_id, Taak.status == Taakstatus.OPEN)
    return list(sessie.scalars(vraag.where(Taak.soort.in_(soorten)) if soorten else vraag))


def lopende_termijnen(sessie: Session, onderwerp_id: UUID, soorten: tuple[str, ...] = ()) -> list[LopendeTermijn]:
    """Return the running terms of a subject, of these kinds (all kinds when none is named)."""
    van = and_(LopendeTermijn.onderwerp_id == onderwerp_id, LopendeTermijn.status == Termijnstatus.LOPEND)
    vraag = select(LopendeTermijn).where(van).order_by(LopendeTermijn.einde, LopendeTermijn.id)
    return list(sessie.scalars(vraag.where(LopendeTermijn.soort.in_(soorten)) if soorten else vraag))


def verstreken_termijnen(sessie: Session, organisatie: str, vandaag: date, aantal: int) -> list[LopendeTermijn]:
    """Return terms whose last day lies before today and that still run, oldest first."""
    vraag = select(LopendeTermijn).where(
        LopendeTermijn.organisatie == organisatie,
        LopendeTermijn.status == Termijnstatus.LOPEND,
        LopendeTermijn.einde < vandaag,
    )
    return list(sessie.scalars(vraag.order_by(LopendeTermijn.einde, LopendeTermijn.id).limit(aantal)))
