"""What leads to the beschikking: the report, the draft, what was judged of the zoekperiode, and the dispatch."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Text, UniqueConstraint, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, Json, VanKlant
from app.db.basis import keuze as keuzekolom
from app.db.klant import Klant
from app.domain.aanvraag.feiten import Aanvraagkeuze, Zoekoordeel
from app.domain.kern.rollen import Actor


class Conceptstatus(StrEnum):
    """A draft stands until it is decided on, withdrawn, or replaced by another."""

    GELDIG = "geldig"
    VERVANGEN = "vervangen"
    INGETROKKEN = "ingetrokken"
    BESLOTEN = "besloten"


class Aanvraagrapport(Basis, VanKlant):
    """One version of the report; ``bijlagen`` are ids of documents. Never changed: a correction is a next one."""

    __tablename__ = "aanvraagrapport"
    __table_args__ = (UniqueConstraint("aanvraag_id", "nr"),)

    aanvraag_id: Mapped[UUID] = mapped_column(ForeignKey("aanvraag.id"))
    nr: Mapped[int]
    tekst: Mapped[str]
    werkt: Mapped[bool]
    uit_te_betalen: Mapped[list[Any]]
    bijlagen: Mapped[list[Any]]
    tijdstip: Mapped[datetime]
    medewerker_id: Mapped[UUID]


class Aanvraagconcept(Basis, VanKlant):
    """A draft of the beschikking: what the inkomensconsulent wants (``opdracht``), and what the rules said then."""

    __tablename__ = "aanvraagconcept"
    __table_args__ = (UniqueConstraint("aanvraag_id", "nr"),)

    aanvraag_id: Mapped[UUID] = mapped_column(ForeignKey("aanvraag.id"))
    nr: Mapped[int]
    keuze: Mapped[Aanvraagkeuze] = mapped_column(keuzekolom(Aanvraagkeuze, "keuze"))
    opdracht: Mapped[Json]
    dictum: Mapped[str]
    toetsen: Mapped[list[Any]]
    motivering: Mapped[list[str]] = mapped_column(ARRAY(Text))
    status: Mapped[Conceptstatus] = mapped_column(keuzekolom(Conceptstatus), default=Conceptstatus.GELDIG)
    reden_intrekking: Mapped[str | None]
    gemaakt_op: Mapped[datetime]
    gemaakt_door: Mapped[UUID]
    afgesloten_op: Mapped[datetime | None]


class Zoekperiodeoordeel(Basis, VanKlant):
    """What the IC heard of the agreements of the zoekperiode, and what was chosen then (DEV-JON-018)."""

    __tablename__ = "zoekperiodeoordeel"

    aanvraag_id: Mapped[UUID] = mapped_column(ForeignKey("aanvraag.id"), index=True)
    oordeel: Mapped[Zoekoordeel] = mapped_column(keuzekolom(Zoekoordeel))
    reden: Mapped[str | None]
    hersteltermijn_tot: Mapped[date | None]
    tijdstip: Mapped[datetime]
    medewerker_id: Mapped[UUID]


class Aanvraagverzending(Basis, VanKlant):
    """To whom a beschikking went: the print address, with a copy to the rapporteur and the team (DEV-AAN-012)."""

    __tablename__ = "aanvraagverzending"

    aanvraag_id: Mapped[UUID] = mapped_column(ForeignKey("aanvraag.id"), index=True)
    besluit_id: Mapped[UUID] = mapped_column(ForeignKey("besluit.id"), unique=True)
    aan: Mapped[str]
    cc: Mapped[list[str]] = mapped_column(ARRAY(Text))
    cc_rapporteur_id: Mapped[UUID | None] = mapped_column(ForeignKey("medewerker.id"))
    bijlagen: Mapped[list[Any]]
    tijdstip: Mapped[datetime]
    medewerker_id: Mapped[UUID]


def rapporten(sessie: Session, aanvraag_id: UUID) -> list[Aanvraagrapport]:
    """Return the versions of the report, oldest first."""
    vraag = select(Aanvraagrapport).where(Aanvraagrapport.aanvraag_id == aanvraag_id)
    return list(sessie.scalars(vraag.order_by(Aanvraagrapport.nr)))


def concepten(sessie: Session, aanvraag_id: UUID) -> list[Aanvraagconcept]:
    """Return the drafts of an aanvraag, oldest first."""
    vraag = select(Aanvraagconcept).where(Aanvraagconcept.aanvraag_id == aanvraag_id)
    return list(sessie.scalars(vraag.order_by(Aanvraagconcept.nr)))


def concept(sessie: Session, actor: Actor, concept_id: UUID) -> Aanvraagconcept | None:
    """Find a draft about a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Aanvraagconcept.klant_id)
    vraag = select(Aanvraagconcept).where(Aanvraagconcept.id == concept_id, leesbaar.exists())
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def oordelen(sessie: Session, aanvraag_id: UUID) -> list[Zoekperiodeoordeel]:
    """Return what was judged of the zoekperiode, oldest first."""
    vraag = select(Zoekperiodeoordeel).where(Zoekperiodeoordeel.aanvraag_id == aanvraag_id)
    return list(sessie.scalars(vraag.order_by(Zoekperiodeoordeel.tijdstip, Zoekperiodeoordeel.id)))


def verzendingen(sessie: Session, aanvraag_id: UUID) -> Sequence[Aanvraagverzending]:
    """Return to whom the beschikkingen of an aanvraag went, oldest first."""
    vraag = select(Aanvraagverzending).where(Aanvraagverzending.aanvraag_id == aanvraag_id)
    return list(sessie.scalars(vraag.order_by(Aanvraagverzending.tijdstip, Aanvraagverzending.id)))
