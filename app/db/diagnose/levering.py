"""Deliveries of results: how far each is, what was delivered, and the records that were set aside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, Text, delete, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, Eigen, Json, MetVersie, keuze
from app.db.klant import Klant
from app.domain.kern.leefgebied import Instrument
from app.domain.kern.rollen import Actor


class Importstaat(StrEnum):
    """How far a delivery is."""

    ONTVANGEN = "ontvangen"
    BEZIG = "bezig"
    KLAAR = "klaar"
    GEANNULEERD = "geannuleerd"
    MISLUKT = "mislukt"


OPEN = (Importstaat.ONTVANGEN, Importstaat.BEZIG)


class Importvorm(StrEnum):
    """In which form a delivery came."""

    JSON = "json"
    NDJSON = "ndjson"
    CSV = "csv"
    XLSX = "xlsx"


class Afkeursoort(StrEnum):
    """Why a record was set aside: it is wrong, or nobody is known under its BSN."""

    GEWEIGERD = "geweigerd"
    NIET_GEVONDEN = "niet_gevonden"


class DiagnoseImport(Basis, Eigen, MetVersie):
    """One delivery of results, without personal data.

    ``plek`` (bytes) and ``rijen`` say how far the last chunk that was committed came, so that a killed import goes on
    from there. ``rollen`` and ``gemeenten`` are those of who delivered: the worker may do no more than they may.
    ``uitkomsten`` says of each record of a small delivery what became of it.
    """

    __tablename__ = "diagnose_import"
    __table_args__ = (
        Index("ix_diagnose_import_open", "organisatie", "id", postgresql_where=text("staat IN ('ontvangen', 'bezig')")),
        Index("ix_diagnose_import_afdruk", "organisatie", "afdruk"),
    )

    schema_versie: Mapped[str]
    vorm: Mapped[Importvorm] = mapped_column(keuze(Importvorm))
    staat: Mapped[Importstaat] = mapped_column(keuze(Importstaat))
    instrument: Mapped[Instrument] = mapped_column(keuze(Instrument))
    instrumentnaam: Mapped[str | None]
    instrumentversie: Mapped[str | None]
    afgenomen_op: Mapped[date | None]
    door: Mapped[str]
    mapping_id: Mapped[UUID | None] = mapped_column(ForeignKey("diagnose_mapping.id"))
    herstelt_id: Mapped[UUID | None] = mapped_column(ForeignKey("diagnose_import.id"))
    koppen: Mapped[list[Any] | None]
    afdruk: Mapped[str | None]
    grootte: Mapped[int] = mapped_column(BigInteger, default=0)
    plek: Mapped[int] = mapped_column(BigInteger, default=0)
    rijen: Mapped[int] = mapped_column(default=0)
    verwerkt: Mapped[int] = mapped_column(default=0)
    ongewijzigd: Mapped[int] = mapped_column(default=0)
    geweigerd: Mapped[int] = mapped_column(default=0)
    niet_gevonden: Mapped[int] = mapped_column(default=0)
    hersteld: Mapped[int] = mapped_column(default=0)
    duur_ms: Mapped[int] = mapped_column(BigInteger, default=0)
    reden: Mapped[str | None]
    uitkomsten: Mapped[list[Any]]
    ontvangen_op: Mapped[datetime]
    ontvangen_door: Mapped[UUID]
    afgerond_op: Mapped[datetime | None]
    rollen: Mapped[list[str]] = mapped_column(ARRAY(Text))
    gemeenten: Mapped[list[str]] = mapped_column(ARRAY(Text))
    correlatie_id: Mapped[str]


class DiagnoseImportInhoud(Basis):
    """A piece of what was delivered, kept until the import is done."""

    __tablename__ = "diagnose_import_inhoud"

    import_id: Mapped[UUID] = mapped_column(ForeignKey("diagnose_import.id"), primary_key=True)
    nr: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    organisatie: Mapped[str] = mapped_column(ForeignKey("organisatie.id"))
    stuk: Mapped[bytes] = mapped_column(LargeBinary)


class DiagnoseAfgekeurd(Basis, Eigen):
    """A record that was set aside, until it is repaired or ``bewaren_tot`` has passed.

    ``ruw`` is what was delivered, ``record`` the same in our own schema if it fits that; ``fouten`` repeats no value.
    """

    __tablename__ = "diagnose_afgekeurd"
    __table_args__ = (
        Index("ix_diagnose_afgekeurd_import", "import_id", "rij", "id"),
        Index("ix_diagnose_afgekeurd_bsn", "organisatie", "bsn", postgresql_where=text("bsn IS NOT NULL")),
        Index("ix_diagnose_afgekeurd_bewaren", "organisatie", "bewaren_tot"),
    )

    import_id: Mapped[UUID] = mapped_column(ForeignKey("diagnose_import.id"))
    rij: Mapped[int]
    soort: Mapped[Afkeursoort] = mapped_column(keuze(Afkeursoort))
    bsn: Mapped[str | None]
    ruw: Mapped[bytes] = mapped_column(LargeBinary)
    record: Mapped[Json | None]
    fouten: Mapped[list[Any]]
    afgekeurd_op: Mapped[datetime]
    bewaren_tot: Mapped[date]


def levering(sessie: Session, organisatie: str, import_id: UUID, *, vergrendel: bool = False) -> DiagnoseImport | None:
    """Find a delivery of this organisation; ``vergrendel`` locks it until the end of the transaction."""
    vraag = select(DiagnoseImport).where(DiagnoseImport.organisatie == organisatie, DiagnoseImport.id == import_id)
    if vergrendel:
        vraag = vraag.with_for_update().execution_options(populate_existing=True)
    return sessie.scalar(vraag)


def openstaand(sessie: Session, organisatie: str) -> list[UUID]:
    """Return the deliveries that wait or are under way, the oldest first."""
    vraag = select(DiagnoseImport.id).where(DiagnoseImport.organisatie == organisatie, DiagnoseImport.staat.in_(OPEN))
    return list(sessie.scalars(vraag.order_by(DiagnoseImport.id)))


def met_afdruk(sessie: Session, organisatie: str, afdruk: str) -> DiagnoseImport | None:
    """Find an earlier delivery of exactly the same, unless it was cancelled or failed."""
    staten = (*OPEN, Importstaat.KLAAR)
    vraag = select(DiagnoseImport).where(DiagnoseImport.organisatie == organisatie, DiagnoseImport.afdruk == afdruk)
    return sessie.scalar(vraag.where(DiagnoseImport.staat.in_(staten)).order_by(DiagnoseImport.id).limit(1))


def stuk(sessie: Session, import_id: UUID, nr: int) -> bytes | None:
    """Return a piece of what was delivered; None past the end."""
    return sessie.scalar(
        select(DiagnoseImportInhoud.stuk).where(
            DiagnoseImportInhoud.import_id == import_id, DiagnoseImportInhoud.nr == nr
        )
    )


def vergeet_inhoud(sessie: Session, import_id: UUID) -> None:
    """Remove what was delivered: what is good is stored, and what is not was set aside."""
    sessie.execute(delete(DiagnoseImportInhoud).where(DiagnoseImportInhoud.import_id == import_id))


def afgekeurd(sessie: Session, organisatie: str, record_id: UUID, *, vergrendel: bool = False) -> Any:
    """Find a record that was set aside, with its delivery; ``vergrendel`` locks the record."""
    vraag = (
        select(DiagnoseAfgekeurd, DiagnoseImport)
        .join(DiagnoseImport, DiagnoseImport.id == DiagnoseAfgekeurd.import_id)
        .where(DiagnoseAfgekeurd.organisatie == organisatie, DiagnoseAfgekeurd.id == record_id)
    )
    if vergrendel:
        vraag = vraag.with_for_update(of=DiagnoseAfgekeurd)
    return sessie.execute(vraag).one_or_none()


def afgekeurden(
    sessie: Session, organisatie: str, import_id: UUID | None, soort: Afkeursoort | None, na: UUID | None, aantal: int
) -> Sequence[DiagnoseAfgekeurd]:
    """Return a page of what was set aside, of one delivery or of all, in the order in which it came."""
    vraag = select(DiagnoseAfgekeurd).where(DiagnoseAfgekeurd.organisatie == organisatie)
    if import_id is not None:
        vraag = vraag.where(DiagnoseAfgekeurd.import_id == import_id)
    if soort is not None:
        vraag = vraag.where(DiagnoseAfgekeurd.soort == soort)
    if na is not None:
        vraag = vraag.where(DiagnoseAfgekeurd.id > na)
    return list(sessie.scalars(vraag.order_by(DiagnoseAfgekeurd.id).limit(aantal)))


def nu_bekend(sessie: Session, actor: Actor, aantal: int) -> list[UUID]:
    """Return records that were set aside because nobody was known, and whose person is known by now."""
    bekend = klanten.leesbaar(actor).with_only_columns(Klant.bsn)
    vraag = select(DiagnoseAfgekeurd.id).where(
        DiagnoseAfgekeurd.organisatie == actor.organisatie,
        DiagnoseAfgekeurd.soort == Afkeursoort.NIET_GEVONDEN,
        DiagnoseAfgekeurd.bsn.in_(bekend),
    )
    return list(sessie.scalars(vraag.order_by(DiagnoseAfgekeurd.id).limit(aantal)))


def vergeet_verlopen(sessie: Session, organisatie: str, vandaag: date) -> int:
    """Remove what was set aside and whose time is over; return how many records."""
    verlopen = (DiagnoseAfgekeurd.organisatie == organisatie, DiagnoseAfgekeurd.bewaren_tot < vandaag)
    weg = sessie.execute(delete(DiagnoseAfgekeurd).where(*verlopen).returning(DiagnoseAfgekeurd.id))
    return len(weg.all())


def vergeet(sessie: Session, import_id: UUID, record_ids: Sequence[UUID]) -> set[UUID]:
    """Remove records of a delivery that were set aside; return which there were."""
    eigen = (DiagnoseAfgekeurd.import_id == import_id, DiagnoseAfgekeurd.id.in_(record_ids))
    return set(sessie.scalars(delete(DiagnoseAfgekeurd).where(*eigen).returning(DiagnoseAfgekeurd.id)))
