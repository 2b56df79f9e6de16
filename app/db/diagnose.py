"""Diagnose: what was found per leefgebied, with which instrument, and the deliveries in which results came.

Both tables only grow: a newer result stands beside the older one and takes its place in what is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db.basis import Basis, Eigen, Json, VanKlant, keuze
from app.domain.kern.leefgebied import Diagnoseinstrument


class DiagnoseImport(Basis, Eigen):
    """One delivery of results; ``uitkomsten`` says of each record what became of it, without personal data."""

    __tablename__ = "diagnose_import"

    schema_versie: Mapped[str]
    instrument: Mapped[Diagnoseinstrument] = mapped_column(keuze(Diagnoseinstrument))
    instrumentversie: Mapped[str]
    uitkomsten: Mapped[list[Any]]
    ontvangen_op: Mapped[datetime]
    ontvangen_door: Mapped[UUID]


class Diagnose(Basis, VanKlant):
    """One result. ``afdruk`` is the hash of an imported record, by which the same record is known again."""

    __tablename__ = "diagnose"
    __table_args__ = (
        UniqueConstraint("klant_id", "afdruk"),
        Index("ix_diagnose_volgorde", "klant_id", "afgenomen_op", "ontvangen_op"),
    )

    instrument: Mapped[Diagnoseinstrument] = mapped_column(keuze(Diagnoseinstrument))
    instrumentversie: Mapped[str | None]
    afgenomen_op: Mapped[date]
    door: Mapped[str]
    volledig: Mapped[bool]
    inhoud: Mapped[Json]
    toetsen: Mapped[list[Any]]
    import_id: Mapped[UUID | None] = mapped_column(ForeignKey("diagnose_import.id"))
    afdruk: Mapped[str | None]
    ontvangen_op: Mapped[datetime]
    ontvangen_door: Mapped[UUID]


_NIEUWSTE = (Diagnose.afgenomen_op.desc(), Diagnose.ontvangen_op.desc(), Diagnose.id.desc())


def diagnoses(sessie: Session, klant_id: UUID) -> list[Diagnose]:
    """Return the results of a klant, the latest first: by the day they were taken, then by the moment they came."""
    return list(sessie.scalars(select(Diagnose).where(Diagnose.klant_id == klant_id).order_by(*_NIEUWSTE)))


def laatste_volledige(sessie: Session, klant_id: UUID) -> Diagnose | None:
    """Return the latest complete result, whatever the instrument."""
    vraag = select(Diagnose).where(Diagnose.klant_id == klant_id, Diagnose.volledig)
    return sessie.scalar(vraag.order_by(*_NIEUWSTE).limit(1))


def bekend(sessie: Session, klant_ids: Sequence[UUID], afdrukken: Sequence[str]) -> dict[tuple[UUID, str], Diagnose]:
    """Return the imported results of these klanten that are known already, by klant and hash."""
    vraag = select(Diagnose).where(Diagnose.klant_id.in_(klant_ids), Diagnose.afdruk.in_(afdrukken))
    return {(rij.klant_id, rij.afdruk or ""): rij for rij in sessie.scalars(vraag)}


def geldende(sessie: Session, klant_ids: Sequence[UUID]) -> dict[tuple[UUID, Diagnoseinstrument], Diagnose]:
    """Return the result that counts now, by klant and instrument."""
    vraag = (
        select(Diagnose)
        .where(Diagnose.klant_id.in_(klant_ids))
        .order_by(Diagnose.klant_id, Diagnose.instrument, *_NIEUWSTE)
        .ext(distinct_on(Diagnose.klant_id, Diagnose.instrument))
    )
    return {(rij.klant_id, rij.instrument): rij for rij in sessie.scalars(vraag)}


def levering(sessie: Session, organisatie: str, import_id: UUID) -> DiagnoseImport | None:
    """Find a delivery of this organisation."""
    return sessie.scalar(
        select(DiagnoseImport).where(DiagnoseImport.organisatie == organisatie, DiagnoseImport.id == import_id)
    )
