"""Melding: the household that reports, with the attempts to reach it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint, select, text, tuple_
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, Json, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.db.taak import LopendeTermijn
from app.domain.intake.feiten import Kanaal
from app.domain.intake.soorten import Contactdoel, Contactweg, Formulier, Levering, Melder
from app.domain.kern.rollen import Actor


class Meldingstatus(StrEnum):
    """A melding waits for its screening, or ended in one of these ways; ``opgevolgd`` by a new one after a no-show."""

    OPEN = "open"
    NIET_VERSCHENEN = "niet_verschenen"
    GESCREEND = "gescreend"
    DOORVERWEZEN = "doorverwezen"
    INGETROKKEN = "ingetrokken"
    OPGEVOLGD = "opgevolgd"


WACHTEND = (Meldingstatus.OPEN, Meldingstatus.NIET_VERSCHENEN)
LOPEND = (*WACHTEND, Meldingstatus.GESCREEND)


class Melding(Basis, VanKlant, MetVersie):
    """One melding of a household; ``klant_id`` is who reports. Its version moves with everything that belongs to it."""

    __tablename__ = "melding"
    __table_args__ = (Index("ix_melding_lijst", "organisatie", "status", "meldingsdatum", "id"),)

    gemeente: Mapped[str]
    kanaal: Mapped[Kanaal] = mapped_column(keuze(Kanaal))
    meldingsdatum: Mapped[date]
    geregistreerd_op: Mapped[datetime]
    geregistreerd_door: Mapped[UUID]
    melder: Mapped[Melder] = mapped_column(keuze(Melder))
    hulpvragen: Mapped[list[str]] = mapped_column(ARRAY(Text))
    toelichting: Mapped[str | None]
    aanvraagdatum: Mapped[date | None]
    formulier: Mapped[Formulier] = mapped_column(keuze(Formulier))
    formulier_ontvangen_op: Mapped[date | None]
    formulierlink_verzonden: Mapped[bool] = mapped_column(default=False)
    scan_kenmerk: Mapped[str | None]
    gws_nummer: Mapped[str | None]
    zaaknummer: Mapped[str | None]
    status: Mapped[Meldingstatus] = mapped_column(keuze(Meldingstatus), default=Meldingstatus.OPEN)
    bereikt_op: Mapped[datetime | None]
    afgesloten_op: Mapped[datetime | None]
    intrekking_getekend_op: Mapped[date | None]
    intrekking_reden: Mapped[str | None]
    reden_kanaal: Mapped[str | None]
    digitaal_vaardig: Mapped[bool | None]
    digitale_middelen: Mapped[bool | None]
    formulier_levering: Mapped[Levering | None] = mapped_column(keuze(Levering))
    broodnood: Mapped[bool] = mapped_column(default=False, server_default=text("false"))


class MeldingPersoon(Basis, VanKlant):
    """A person of the melding, 0 for who reports and 1 for the partner; ``zoekperiode`` is the toets of that person."""

    __tablename__ = "melding_persoon"
    __table_args__ = (UniqueConstraint("melding_id", "klant_id"),)

    melding_id: Mapped[UUID] = mapped_column(ForeignKey("melding.id"))
    rang: Mapped[int]
    bekend: Mapped[bool]
    medisch_urenbeperkt: Mapped[bool]
    zoekperiode: Mapped[Json]


class Contactpoging(Basis, VanKlant):
    """One attempt to reach the klant."""

    __tablename__ = "contactpoging"

    melding_id: Mapped[UUID] = mapped_column(ForeignKey("melding.id"), index=True)
    tijdstip: Mapped[datetime]
    doel: Mapped[Contactdoel] = mapped_column(keuze(Contactdoel))
    weg: Mapped[Contactweg] = mapped_column(keuze(Contactweg))
    bereikt: Mapped[bool]
    hulp_nodig: Mapped[bool | None]
    begrepen: Mapped[bool | None]
    toelichting: Mapped[str | None]
    medewerker_id: Mapped[UUID]


def melding(sessie: Session, actor: Actor, melding_id: UUID) -> Melding | None:
    """Find a melding of a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Melding.klant_id)
    vraag = select(Melding).where(Melding.id == melding_id, leesbaar.exists())
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def klant_ids(sessie: Session, melding_id: UUID) -> list[UUID]:
    """Return whose dossiers a melding belongs to, in the order in which they are locked."""
    vraag = select(MeldingPersoon.klant_id).where(MeldingPersoon.melding_id == melding_id)
    return list(sessie.scalars(vraag.order_by(MeldingPersoon.klant_id)))


def personen(sessie: Session, melding_ids: Sequence[UUID]) -> list[tuple[MeldingPersoon, Klant]]:
    """Return the persons of these meldingen, who reported first."""
    vraag = select(MeldingPersoon, Klant).join(Klant, Klant.id == MeldingPersoon.klant_id)
    vraag = vraag.where(MeldingPersoon.melding_id.in_(melding_ids)).order_by(
        MeldingPersoon.melding_id, MeldingPersoon.rang
    )
    return [(persoon, klant) for persoon, klant in sessie.execute(vraag)]


def lopende_meldingen(sessie: Session, klant_id: UUID) -> list[Melding]:
    """Return the meldingen of this person that are not closed, oldest first."""
    vraag = select(Melding).join(MeldingPersoon, MeldingPersoon.melding_id == Melding.id)
    vraag = vraag.where(MeldingPersoon.klant_id == klant_id, Melding.status.in_(LOPEND))
    return list(sessie.scalars(vraag.order_by(Melding.meldingsdatum, Melding.id)))


def termijnen(sessie: Session, melding_id: UUID, soorten: Sequence[str]) -> list[LopendeTermijn]:
    """Return the terms of these kinds of a melding, running and over."""
    vraag = select(LopendeTermijn).where(LopendeTermijn.onderwerp_id == melding_id, LopendeTermijn.soort.in_(soorten))
    return list(sessie.scalars(vraag.order_by(LopendeTermijn.id)))


def bladzijde(
    sessie: Session, actor: Actor, statussen: Sequence[Meldingstatus], na: tuple[date, UUID] | None, aantal: int
) -> list[Melding]:
    """Return a page of meldingen with one of these statuses (all when none is named), oldest first."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Melding.klant_id)
    vraag = select(Melding).where(Melding.organisatie == actor.organisatie, leesbaar.exists())
    if statussen:
        vraag = vraag.where(Melding.status.in_(statussen))
    if na is not None:
        vraag = vraag.where(tuple_(Melding.meldingsdatum, Melding.id) > na)
    return list(sessie.scalars(vraag.order_by(Melding.meldingsdatum, Melding.id).limit(aantal)))


def contactpogingen(sessie: Session, melding_id: UUID) -> list[Contactpoging]:
    """Return the attempts of a melding, oldest first."""
    vraag = select(Contactpoging).where(Contactpoging.melding_id == melding_id)
    return list(sessie.scalars(vraag.order_by(Contactpoging.tijdstip, Contactpoging.id)))
