"""The agenda: every planned conversation of any kind, and the time that it takes of employees and rooms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text, cast, func, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db.basis import Basis, Eigen, Json, MetVersie, keuze
from app.domain.agenda.soorten import AgendaSoort, Agendastatus, Gesprekskanaal

Venster = tuple[datetime, datetime]
_LANGST = timedelta(minutes=240)
"""No conversation keeps more time free around it than this."""


class Agendapunt(Basis, Eigen, MetVersie):
    """One planned conversation ``[begin, einde)``; ``onderwerp_id`` is the screening, afspraak or bijeenkomst itself.

    ``mede_klant_id`` is the partner with whom it is held. ``deelnemers`` are ``{"rol", "medewerkerId", "naam"}``,
    ``meebrengen`` whom the klant was asked to bring, ``gegevens`` what the kind adds (form, reasons).
    """

    __tablename__ = "agendapunt"
    __table_args__ = (
        Index("ix_agendapunt_dag", "organisatie", "begin", "id"),
        Index("ix_agendapunt_onderwerp_id", "onderwerp_id", unique=True),
    )

    klant_id: Mapped[UUID | None] = mapped_column(ForeignKey("klant.id"), index=True)
    mede_klant_id: Mapped[UUID | None] = mapped_column(ForeignKey("klant.id"))
    soort: Mapped[AgendaSoort] = mapped_column(keuze(AgendaSoort))
    onderwerp_id: Mapped[UUID]
    medewerker_id: Mapped[UUID | None] = mapped_column(ForeignKey("medewerker.id"))
    begin: Mapped[datetime]
    einde: Mapped[datetime]
    kanaal: Mapped[Gesprekskanaal] = mapped_column(keuze(Gesprekskanaal))
    locatie: Mapped[str]
    ruimte_id: Mapped[UUID | None] = mapped_column(ForeignKey("ruimte.id"))
    deelnemers: Mapped[list[Any]] = mapped_column(default=list)
    meebrengen: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list)
    veiligheidsrisico: Mapped[bool] = mapped_column(default=False)
    gegevens: Mapped[Json] = mapped_column(default=dict)
    toetsen: Mapped[list[Any]] = mapped_column(default=list)
    status: Mapped[Agendastatus] = mapped_column(keuze(Agendastatus), default=Agendastatus.GEPLAND)
    aankomst_op: Mapped[datetime | None]
    aanwezig: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list)
    gepland_op: Mapped[datetime]


class Bezetting(Basis, Eigen):
    """Time of one employee or room (``middel_id``) that an agendapunt takes; who the klant is does not stand here.

    So a planner sees that a colleague is taken, also by a klant of another team.
    """

    __tablename__ = "bezetting"
    __table_args__ = (
        Index("ix_bezetting_middel", "middel_id", "begin", postgresql_where=text("vervallen_op IS NULL")),
    )

    punt_id: Mapped[UUID] = mapped_column(ForeignKey("agendapunt.id"), index=True)
    middel_id: Mapped[UUID]
    begin: Mapped[datetime]
    einde: Mapped[datetime]
    tussentijd: Mapped[int]
    groep: Mapped[str | None]
    vervallen_op: Mapped[datetime | None]


def vergrendel_agenda(sessie: Session, middelen: Iterable[UUID]) -> None:
    """Let one transaction at a time plan with these employees and rooms, in the order of their id: without a ring."""
    slot = text("SELECT pg_advisory_xact_lock(hashtext('iom.agenda'), hashtext(:wie))")
    for middel in sorted(set(middelen)):
        sessie.execute(slot, {"wie": str(middel)})


def punt_van(sessie: Session, onderwerp_id: UUID) -> Agendapunt | None:
    """Find the agendapunt of a screening, afspraak or bijeenkomst."""
    return sessie.scalar(select(Agendapunt).where(Agendapunt.onderwerp_id == onderwerp_id))


def punt(sessie: Session, organisatie: str, punt_id: UUID) -> Agendapunt | None:
    """Find an agendapunt; row-level security hides those of klanten that may not be read."""
    vraag = select(Agendapunt).where(Agendapunt.organisatie == organisatie, Agendapunt.id == punt_id)
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def punten(sessie: Session, onderwerp_ids: Sequence[UUID]) -> dict[UUID, Agendapunt]:
    """Return the agendapunten of these subjects, by subject."""
    vraag = select(Agendapunt).where(Agendapunt.onderwerp_id.in_(onderwerp_ids))
    return {rij.onderwerp_id: rij for rij in sessie.scalars(vraag)}


def gepland_van_klant(sessie: Session, klant_id: UUID) -> list[Agendapunt]:
    """Return what still has to take place with a klant, in order."""
    vraag = select(Agendapunt).where(Agendapunt.klant_id == klant_id, Agendapunt.status == Agendastatus.GEPLAND)
    return list(sessie.scalars(vraag.order_by(Agendapunt.begin, Agendapunt.id)))


def laatste_met(sessie: Session, klant_id: UUID, soort: AgendaSoort, status: Agendastatus) -> Agendapunt | None:
    """Return the newest conversation of this kind that went so."""
    vraag = select(Agendapunt).where(
        Agendapunt.klant_id == klant_id, Agendapunt.soort == soort, Agendapunt.status == status
    )
    return sessie.scalar(vraag.order_by(Agendapunt.begin.desc(), Agendapunt.id.desc()).limit(1))


def bezet(sessie: Session, middelen: Sequence[UUID], venster: Venster, behalve: UUID | None = None) -> list[Bezetting]:
    """Return what is taken of these employees and rooms in or close to a window, without one agendapunt."""
    vraag = select(Bezetting).where(
        Bezetting.middel_id.in_(middelen),
        Bezetting.vervallen_op.is_(None),
        Bezetting.begin < venster[1] + _LANGST,
        Bezetting.einde > venster[0] - _LANGST,
    )
    if behalve is not None:
        vraag = vraag.where(Bezetting.punt_id != behalve)
    return list(sessie.scalars(vraag.order_by(Bezetting.begin, Bezetting.id)))


def geef_vrij(sessie: Session, punt_id: UUID, nu: datetime) -> None:
    """Give the time of an agendapunt back."""
    vraag = select(Bezetting).where(Bezetting.punt_id == punt_id, Bezetting.vervallen_op.is_(None))
    for rij in sessie.scalars(vraag):
        rij.vervallen_op = nu


def op_dag(sessie: Session, organisatie: str, venster: Venster) -> list[Agendapunt]:
    """Return the readable agendapunten that begin in a window and were not moved or cancelled, in order."""
    vraag = select(Agendapunt).where(
        Agendapunt.organisatie == organisatie,
        Agendapunt.begin >= venster[0],
        Agendapunt.begin < venster[1],
        Agendapunt.status.not_in((Agendastatus.VERZET, Agendastatus.VERVALLEN)),
    )
    return list(sessie.scalars(vraag.order_by(Agendapunt.begin, Agendapunt.id)))


def van_medewerker(
    sessie: Session, organisatie: str, medewerker_id: UUID, venster: Venster
) -> list[tuple[Bezetting, Agendapunt | None]]:
    """Return what is taken of an employee in a window; the agendapunt only where its klant may be read."""
    vraag = (
        select(Bezetting, Agendapunt)
        .outerjoin(Agendapunt, Agendapunt.id == Bezetting.punt_id)
        .where(
            Bezetting.organisatie == organisatie,
            Bezetting.middel_id == medewerker_id,
            Bezetting.vervallen_op.is_(None),
            Bezetting.begin < venster[1],
            Bezetting.einde > venster[0],
        )
    )
    return [(rij, punt) for rij, punt in sessie.execute(vraag.order_by(Bezetting.begin, Bezetting.id))]


def aantal_op_dag(sessie: Session, medewerker_id: UUID, venster: Venster, behalve: UUID | None) -> int:
    """Count the conversations of an employee that begin in a window, a group as one, without one agendapunt."""
    een_gesprek = func.coalesce(Bezetting.groep + cast(Bezetting.begin, Text), cast(Bezetting.punt_id, Text))
    vraag = select(func.count(func.distinct(een_gesprek))).where(
        Bezetting.middel_id == medewerker_id,
        Bezetting.vervallen_op.is_(None),
        Bezetting.begin >= venster[0],
        Bezetting.begin < venster[1],
    )
    if behalve is not None:
        vraag = vraag.where(Bezetting.punt_id != behalve)
    return sessie.scalar(vraag) or 0
