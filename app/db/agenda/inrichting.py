"""Rooms, and when employees work: what the agenda is planned against."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db.basis import Basis, Eigen, MetVersie, keuze
from app.domain.agenda.soorten import Ruimtesoort


class Ruimte(Basis, Eigen, MetVersie):
    """A room at a location; ``beveiligd`` tells that security is there or nearby (DEV-ORG-008)."""

    __tablename__ = "ruimte"
    __table_args__ = (UniqueConstraint("organisatie", "locatie", "naam"),)

    locatie: Mapped[str]
    naam: Mapped[str]
    soort: Mapped[Ruimtesoort] = mapped_column(keuze(Ruimtesoort))
    capaciteit: Mapped[int]
    beveiligd: Mapped[bool]
    actief: Mapped[bool]


class Werkrooster(Basis, Eigen):
    """When an employee works from ``van`` on; the latest one that has begun holds. A correction is a new one.

    ``dagen`` are ``{"dag", "van", "tot"}``; ``gesprekken_per_dag`` is how many conversations fit in a day.
    """

    __tablename__ = "werkrooster"

    medewerker_id: Mapped[UUID] = mapped_column(ForeignKey("medewerker.id"), index=True)
    van: Mapped[date]
    dagen: Mapped[list[Any]]
    gesprekken_per_dag: Mapped[int | None]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


class Agendauitzondering(Basis, Eigen, MetVersie):
    """A stretch in which an employee is away, or works extra; why is nobody's business and is not kept."""

    __tablename__ = "agendauitzondering"
    __table_args__ = (Index("ix_agendauitzondering_wie", "medewerker_id", "begin"),)

    medewerker_id: Mapped[UUID] = mapped_column(ForeignKey("medewerker.id"))
    begin: Mapped[datetime]
    einde: Mapped[datetime]
    beschikbaar: Mapped[bool]
    vervallen_op: Mapped[datetime | None]


def ruimte(sessie: Session, organisatie: str, ruimte_id: UUID) -> Ruimte | None:
    """Find a room of this organisation."""
    return sessie.scalar(select(Ruimte).where(Ruimte.organisatie == organisatie, Ruimte.id == ruimte_id))


def ruimten(sessie: Session, organisatie: str) -> list[Ruimte]:
    """Return the rooms of an organisation, by location and name."""
    vraag = select(Ruimte).where(Ruimte.organisatie == organisatie)
    return list(sessie.scalars(vraag.order_by(Ruimte.locatie, Ruimte.naam, Ruimte.id)))


def rooster_op(sessie: Session, medewerker_id: UUID, dag: date) -> Werkrooster | None:
    """Return the rooster that holds for an employee on a day; None when none was ever given."""
    vraag = select(Werkrooster).where(Werkrooster.medewerker_id == medewerker_id, Werkrooster.van <= dag)
    return sessie.scalar(vraag.order_by(Werkrooster.van.desc(), Werkrooster.id.desc()).limit(1))


def roosters(sessie: Session, medewerker_id: UUID) -> list[Werkrooster]:
    """Return the roosters of an employee, the one that holds latest first."""
    vraag = select(Werkrooster).where(Werkrooster.medewerker_id == medewerker_id)
    return list(sessie.scalars(vraag.order_by(Werkrooster.van.desc(), Werkrooster.id.desc())))


def uitzonderingen(
    sessie: Session, medewerker_ids: Sequence[UUID], venster: tuple[datetime, datetime]
) -> list[Agendauitzondering]:
    """Return what stands of the exceptions of these employees in a window, by begin."""
    vraag = select(Agendauitzondering).where(
        Agendauitzondering.medewerker_id.in_(medewerker_ids),
        Agendauitzondering.vervallen_op.is_(None),
        Agendauitzondering.begin < venster[1],
        Agendauitzondering.einde > venster[0],
    )
    return list(sessie.scalars(vraag.order_by(Agendauitzondering.begin, Agendauitzondering.id)))


def uitzondering(sessie: Session, organisatie: str, uitzondering_id: UUID) -> Agendauitzondering | None:
    """Find an exception of this organisation and lock it."""
    vraag = select(Agendauitzondering).where(
        Agendauitzondering.organisatie == organisatie, Agendauitzondering.id == uitzondering_id
    )
    return sessie.scalar(vraag.with_for_update())
