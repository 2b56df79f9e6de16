"""The werkvoorraad: terms that run, and taken with owner, last day and reason."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Index, Select, and_, or_, select, text, true, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, Eigen, Json, MetVersie, OnderVarianten, VanKlant, keuze
from app.db.klant import Klant
from app.domain.kern.rollen import Actor, Rol
from app.domain.kern.taakvoorstel import FRAUDETAKEN, ZIET_FRAUDE
from app.domain.kern.tijd import dag

_OPEN = text("status = 'open'")


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


class Taak(Basis, Eigen, OnderVarianten, MetVersie):
    """One thing that somebody must do.

    ``rol`` may do it, ``eigenaar_id`` has it on the desk, ``zichtbaar_vanaf`` is when it shows up, ``uiterste`` the
    last moment on which it is in time, ``onderwerp_id`` what it is about.
    """

    __tablename__ = "taak"
    __table_args__ = (
        Index("ix_taak_open", "organisatie", "uiterste", "id", postgresql_where=_OPEN),
        Index("ix_taak_rol_open", "organisatie", "rol", "uiterste", "id", postgresql_where=_OPEN),
        Index("ix_taak_eigenaar_open", "eigenaar_id", "uiterste", "id", postgresql_where=_OPEN),
        Index("ix_taak_onderwerp_open", "onderwerp_id", postgresql_where=_OPEN),
    )

    klant_id: Mapped[UUID | None] = mapped_column(ForeignKey("klant.id"), index=True)
    soort: Mapped[str]
    wat: Mapped[str]
    waarom: Mapped[str]
    grondslag: Mapped[Json]
    rol: Mapped[Rol] = mapped_column(keuze(Rol))
    eigenaar_id: Mapped[UUID | None] = mapped_column(ForeignKey("medewerker.id"))
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


class LopendeTermijn(Basis, VanKlant, OnderVarianten, MetVersie):
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


def niet_verborgen(ziet_fraude: bool, medewerker_id: Any) -> ColumnElement[bool]:
    """Leave out the taken that give a suspicion of fraud away, unless ``ziet_fraude`` or it is on the own desk."""
    if ziet_fraude:
        return true()
    return or_(Taak.soort.not_in(FRAUDETAKEN), and_(Taak.eigenaar_id.is_not(None), Taak.eigenaar_id == medewerker_id))


def zichtbaar_voor(actor: Actor) -> ColumnElement[bool]:
    """Say which taken of a readable dossier this actor may see."""
    return niet_verborgen(actor.heeft(*ZIET_FRAUDE), actor.medewerker_id)


def taak(sessie: Session, actor: Actor, taak_id: UUID) -> Taak | None:
    """Find an open or closed taak that this actor may see."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    zichtbaar = or_(Taak.klant_id.is_(None), Taak.klant_id.in_(leesbaar.where(Klant.id == Taak.klant_id)))
    vraag = select(Taak).where(Taak.id == taak_id, Taak.organisatie == actor.organisatie, zichtbaar)
    return sessie.scalar(vraag.where(zichtbaar_voor(actor)))


def open_taken(sessie: Session, onderwerp_id: UUID, soorten: tuple[str, ...]) -> list[Taak]:
    """Return the open taken about a subject, of these kinds (all kinds when none is named)."""
    vraag = select(Taak).where(Taak.onderwerp_id == onderwerp_id, Taak.status == Taakstatus.OPEN)
    return list(sessie.scalars(vraag.where(Taak.soort.in_(soorten)) if soorten else vraag))


def alle_taken_over(sessie: Session, onderwerp_id: UUID, soort: str) -> list[Taak]:
    """Return the taken of this kind about a subject, open and closed."""
    return list(sessie.scalars(select(Taak).where(Taak.onderwerp_id == onderwerp_id, Taak.soort == soort)))


def zichtbare_open_taken(sessie: Session, actor: Actor, onderwerp_id: UUID) -> list[Taak]:
    """Return the open taken about a subject that this actor may see, the most urgent first."""
    vraag = select(Taak).where(Taak.onderwerp_id == onderwerp_id, Taak.status == Taakstatus.OPEN, zichtbaar_voor(actor))
    return list(sessie.scalars(vraag.order_by(Taak.uiterste, Taak.id)))


def open_taken_op_naam(sessie: Session, klant_ids: Sequence[UUID], eigenaar_id: UUID) -> list[Taak]:
    """Return the open taken in these dossiers that are on this employee's desk."""
    op_naam = and_(Taak.klant_id.in_(klant_ids), Taak.eigenaar_id == eigenaar_id)
    return list(sessie.scalars(select(Taak).where(op_naam, Taak.status == Taakstatus.OPEN).order_by(Taak.id)))


def laatste_termijn(sessie: Session, klant_id: UUID, soort: str) -> LopendeTermijn | None:
    """Return the newest term of this kind in a dossier, running or over, unless it lapsed."""
    vraag = select(LopendeTermijn).where(LopendeTermijn.klant_id == klant_id, LopendeTermijn.soort == soort)
    vraag = vraag.where(LopendeTermijn.status != Termijnstatus.VERVALLEN)
    return sessie.scalar(vraag.order_by(LopendeTermijn.start.desc(), LopendeTermijn.id.desc()).limit(1))


def open_taken_van_klant(sessie: Session, klant_id: UUID, soorten: tuple[str, ...]) -> list[Taak]:
    """Return the open taken of these kinds in a dossier, whatever they are about."""
    vraag = select(Taak).where(Taak.klant_id == klant_id, Taak.status == Taakstatus.OPEN, Taak.soort.in_(soorten))
    return list(sessie.scalars(vraag.order_by(Taak.id)))


def gesloten_taken(sessie: Session, klant_id: UUID, op: datetime, soorten: Collection[str]) -> list[Taak]:
    """Return the taken of these kinds in a dossier that were done at exactly this moment."""
    vraag = select(Taak).where(Taak.klant_id == klant_id, Taak.soort.in_(soorten), Taak.afgehandeld_op == op)
    return list(sessie.scalars(vraag.where(Taak.status == Taakstatus.GEDAAN).order_by(Taak.id)))


def lopende_termijnen(sessie: Session, onderwerp_id: UUID, soorten: tuple[str, ...] = ()) -> list[LopendeTermijn]:
    """Return the running terms of a subject, of these kinds (all kinds when none is named)."""
    van = and_(LopendeTermijn.onderwerp_id == onderwerp_id, LopendeTermijn.status == Termijnstatus.LOPEND)
    vraag = select(LopendeTermijn).where(van).order_by(LopendeTermijn.einde, LopendeTermijn.id)
    return list(sessie.scalars(vraag.where(LopendeTermijn.soort.in_(soorten)) if soorten else vraag))


def verstreken_termijnen(sessie: Session, organisatie: str, vandaag: date) -> list[UUID]:
    """Return the terms whose last day lies before today and that still run, oldest first."""
    vraag = select(LopendeTermijn.id).where(
        LopendeTermijn.organisatie == organisatie,
        LopendeTermijn.status == Termijnstatus.LOPEND,
        LopendeTermijn.einde < vandaag,
    )
    return list(sessie.scalars(vraag.order_by(LopendeTermijn.einde, LopendeTermijn.id)))


def taken_over(sessie: Session, klant_id: UUID, onderwerp_id: UUID, soorten: tuple[str, ...]) -> list[Taak]:
    """Return the taken of these kinds that are open in a dossier, or were done for this subject."""
    gedaan = and_(Taak.onderwerp_id == onderwerp_id, Taak.status == Taakstatus.GEDAAN)
    van = and_(Taak.klant_id == klant_id, Taak.soort.in_(soorten))
    return list(sessie.scalars(select(Taak).where(van, or_(Taak.status == Taakstatus.OPEN, gedaan))))


def sluit_reeks(sessie: Session, onderwerpen: Select[Any], soorten: tuple[str, ...], einde: dict[str, Any]) -> None:
    """Close the open taken of these kinds about these subjects in one statement; ``einde`` is what each becomes."""
    open_ = (Taak.onderwerp_id.in_(onderwerpen), Taak.soort.in_(soorten), Taak.status == Taakstatus.OPEN)
    opdracht = update(Taak).where(*open_).values(**einde, versie=Taak.versie + 1)
    sessie.execute(opdracht, execution_options={"synchronize_session": False})


def taken_van_soort(sessie: Session, klant_id: UUID, soort: str) -> list[Taak]:
    """Return the taken of one kind in a dossier, open and closed, oldest first."""
    vraag = select(Taak).where(Taak.klant_id == klant_id, Taak.soort == soort)
    return list(sessie.scalars(vraag.order_by(Taak.id)))


def taken_van_onderwerp(sessie: Session, onderwerp_id: UUID) -> list[Taak]:
    """Return the taken about one subject, open and closed, oldest first."""
    return list(sessie.scalars(select(Taak).where(Taak.onderwerp_id == onderwerp_id).order_by(Taak.id)))
