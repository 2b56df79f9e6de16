"""Diagnose: what was found per leefgebied, with which instrument.

The tables only grow: a newer result stands beside the older one and takes its place in what is shown.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Index,
    UniqueConstraint,
    and_,
    exists,
    func,
    select,
    text,
    tuple_,
)
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column

from app.db.basis import Basis, Json, VanKlant, keuze
from app.domain.kern.leefgebied import Instrument


class Diagnose(Basis, VanKlant):
    """One result. ``afdruk`` is the hash of an imported record, by which the same record is known again.

    ``extern_kenmerk`` is the supplier's id: the highest ``externe_versie`` under it, or else the last to come, counts.
    """

    __tablename__ = "diagnose"
    __table_args__ = (
        UniqueConstraint("klant_id", "afdruk"),
        Index(
            "ix_diagnose_kenmerk",
            "organisatie",
            "extern_kenmerk",
            "instrument",
            postgresql_where=text("extern_kenmerk IS NOT NULL"),
        ),
    )

    # The unique constraint begins with the klant, and a klant has few results: no index of its own.
    klant_id: Mapped[UUID] = mapped_column(ForeignKey("klant.id"))
    instrument: Mapped[Instrument] = mapped_column(keuze(Instrument))
    instrumentnaam: Mapped[str | None]
    instrumentversie: Mapped[str | None]
    extern_kenmerk: Mapped[str | None]
    externe_versie: Mapped[int | None]
    afgenomen_op: Mapped[date]
    door: Mapped[str]
    volledig: Mapped[bool]
    inhoud: Mapped[Json]
    toetsen: Mapped[list[Any]]
    import_id: Mapped[UUID | None] = mapped_column(ForeignKey("diagnose_import.id"))
    afdruk: Mapped[str | None]
    ontvangen_op: Mapped[datetime]
    ontvangen_door: Mapped[UUID]


class DiagnoseIntrekking(Basis, VanKlant):
    """That a result does not count, because it should not have been stored."""

    __tablename__ = "diagnose_intrekking"

    diagnose_id: Mapped[UUID] = mapped_column(ForeignKey("diagnose.id"), unique=True)
    reden: Mapped[str]
    ingetrokken_op: Mapped[datetime]
    ingetrokken_door: Mapped[UUID]


_NIEUWSTE = (Diagnose.afgenomen_op.desc(), Diagnose.ontvangen_op.desc(), Diagnose.id.desc())


def diagnoses(sessie: Session, klant_id: UUID) -> list[Diagnose]:
    """Return the results of a klant, the latest first: by the day they were taken, then by the moment they came."""
    return list(sessie.scalars(select(Diagnose).where(Diagnose.klant_id == klant_id).order_by(*_NIEUWSTE)))


def telt_mee() -> ColumnElement[bool]:
    """Leave out what was withdrawn, and what a later version under the same kenmerk replaced."""
    later = aliased(Diagnose)
    volgorde = tuple_(_versie(Diagnose), Diagnose.ontvangen_op, Diagnose.id)
    latere = tuple_(_versie(later), later.ontvangen_op, later.id)
    zelfde = (
        later.klant_id == Diagnose.klant_id,
        later.instrument == Diagnose.instrument,
        later.extern_kenmerk == Diagnose.extern_kenmerk,
    )
    vervangen = exists().where(*zelfde, latere > volgorde, _niet_ingetrokken(later))
    return and_(_niet_ingetrokken(Diagnose), ~vervangen)


def _versie(rij: type[Diagnose]) -> ColumnElement[int]:
    """Return the version; a result without one follows on the highest that was known when it came."""
    eerder = aliased(Diagnose)
    bekend = select(func.max(eerder.externe_versie)).where(
        eerder.klant_id == rij.klant_id,
        eerder.instrument == rij.instrument,
        eerder.extern_kenmerk == rij.extern_kenmerk,
        tuple_(eerder.ontvangen_op, eerder.id) < tuple_(rij.ontvangen_op, rij.id),
        _niet_ingetrokken(eerder),
    )
    return func.coalesce(rij.externe_versie, bekend.correlate(rij).scalar_subquery(), 0)


def _niet_ingetrokken(rij: type[Diagnose]) -> ColumnElement[bool]:
    return ~exists().where(DiagnoseIntrekking.diagnose_id == rij.id)


def laatste_volledige(sessie: Session, klant_id: UUID) -> Diagnose | None:
    """Return the latest complete result that counts, whatever the instrument."""
    vraag = select(Diagnose).where(Diagnose.klant_id == klant_id, Diagnose.volledig, telt_mee())
    return sessie.scalar(vraag.order_by(*_NIEUWSTE).limit(1))


def intrekkingen(sessie: Session, klant_id: UUID) -> dict[UUID, DiagnoseIntrekking]:
    """Return which results of a klant were withdrawn."""
    vraag = select(DiagnoseIntrekking).where(DiagnoseIntrekking.klant_id == klant_id)
    return {rij.diagnose_id: rij for rij in sessie.scalars(vraag)}


def kenmerk_van_ander(sessie: Session, sleutel: tuple[str, Instrument, str], klant_id: UUID) -> bool:
    """Tell whether (organisatie, instrument, kenmerk) belongs to a result of another klant that was not withdrawn."""
    organisatie, instrument, kenmerk = sleutel
    vraag = select(Diagnose.id).where(
        Diagnose.organisatie == organisatie,
        Diagnose.instrument == instrument,
        Diagnose.extern_kenmerk == kenmerk,
        Diagnose.klant_id != klant_id,
        _niet_ingetrokken(Diagnose),
    )
    return sessie.scalar(vraag.limit(1)) is not None
