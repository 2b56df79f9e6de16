"""Aanvraag: one per household out of a melding, with its steps, its inkomensconsulenten and the screening by SR."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text, select, text, tuple_
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, MetVersie, VanKlant, keuze
from app.db.intake import melding as meldingen
from app.db.intake.melding import Melding
from app.db.klant import Klant
from app.domain.aanvraag.soorten import (
    Aanvraagstatus,
    Leeftijdsklasse,
    SrResultaat,
    Stapdaad,
    Toelichtingswijze,
    UwvStatus,
)
from app.domain.kern.rollen import Actor


class Aanvraag(Basis, VanKlant, MetVersie):
    """The uitkeringsafhandeling of one household; ``klant_id`` is who reported. The aanvraagdatum is the melding's.

    ``team`` is that of the follow-up werkproces. ``tijdelijk_tot`` is the first day on which a temporary uitkering
    no longer holds.
    """

    __tablename__ = "aanvraag"
    __table_args__ = (
        Index("ix_aanvraag_lijst", "organisatie", "status", "geopend_op", "id"),
        Index(
            "ix_aanvraag_zonder_consulent",
            "organisatie",
            "geopend_op",
            "id",
            postgresql_where=text("inkomensconsulent_id IS NULL"),
        ),
    )

    melding_id: Mapped[UUID] = mapped_column(ForeignKey("melding.id"), unique=True)
    leeftijdsklasse: Mapped[Leeftijdsklasse] = mapped_column(keuze(Leeftijdsklasse))
    team: Mapped[str]
    status: Mapped[Aanvraagstatus] = mapped_column(keuze(Aanvraagstatus), default=Aanvraagstatus.IN_BEHANDELING)
    geopend_op: Mapped[datetime]
    geopend_door: Mapped[UUID]
    inkomensconsulent_id: Mapped[UUID | None] = mapped_column(ForeignKey("medewerker.id"), index=True)
    uwv_status: Mapped[UwvStatus] = mapped_column(keuze(UwvStatus), default=UwvStatus.NIET_BEKEND)
    uwv_datum: Mapped[date | None]
    toelichting_wijze: Mapped[Toelichtingswijze | None] = mapped_column(keuze(Toelichtingswijze))
    toelichting_reden: Mapped[str | None]
    hermelding_op: Mapped[date | None]
    tijdelijk_tot: Mapped[date | None]
    huisbezoek_op: Mapped[date | None]
    huisbezoek_bevinding: Mapped[str | None]
    afgesloten_op: Mapped[datetime | None]
    intrekking_getekend_op: Mapped[date | None]
    reden_einde: Mapped[str | None]


class Aanvraagstap(Basis, VanKlant):
    """What was recorded of one of the thirteen steps. Never changed: a step that is redone is heropend first."""

    __tablename__ = "aanvraagstap"

    aanvraag_id: Mapped[UUID] = mapped_column(ForeignKey("aanvraag.id"), index=True)
    nr: Mapped[int]
    soort: Mapped[Stapdaad] = mapped_column(keuze(Stapdaad, "stapsoort"))
    delen: Mapped[list[str]] = mapped_column(ARRAY(Text))
    datum: Mapped[date]
    reden: Mapped[str | None]
    tijdstip: Mapped[datetime]
    medewerker_id: Mapped[UUID]


class Aanvraagtoewijzing(Basis, VanKlant):
    """Who became the responsible inkomensconsulent, and in whose place (DEV-AAN-007, DEV-AAN-013)."""

    __tablename__ = "aanvraagtoewijzing"

    aanvraag_id: Mapped[UUID] = mapped_column(ForeignKey("aanvraag.id"), index=True)
    oud_id: Mapped[UUID | None] = mapped_column(ForeignKey("medewerker.id"))
    nieuw_id: Mapped[UUID] = mapped_column(ForeignKey("medewerker.id"))
    datum: Mapped[date]
    reden: Mapped[str | None]
    taken_verplaatst: Mapped[int]
    tijdstip: Mapped[datetime]
    medewerker_id: Mapped[UUID]


class SrScreening(Basis, VanKlant):
    """The outcome of the screening for fraud signals: only for who may know of a suspicion (DEV-AAN-010)."""

    __tablename__ = "sr_screening"

    aanvraag_id: Mapped[UUID] = mapped_column(ForeignKey("aanvraag.id"), index=True)
    resultaat: Mapped[SrResultaat] = mapped_column(keuze(SrResultaat))
    toelichting: Mapped[str | None]
    tijdstip: Mapped[datetime]
    medewerker_id: Mapped[UUID]


@dataclass(frozen=True)
class Aanvraagfilter:
    """Which aanvragen; without statuses all, ``zonder_consulent`` only the unassigned ones."""

    statussen: Sequence[Aanvraagstatus] = ()
    zonder_consulent: bool = False
    inkomensconsulent_id: UUID | None = None


def aanvraag(sessie: Session, actor: Actor, aanvraag_id: UUID) -> Aanvraag | None:
    """Find an aanvraag of a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Aanvraag.klant_id)
    vraag = select(Aanvraag).where(Aanvraag.id == aanvraag_id, leesbaar.exists())
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def klant_ids(sessie: Session, gevonden: Aanvraag) -> list[UUID]:
    """Return whose dossiers an aanvraag belongs to."""
    return meldingen.klant_ids(sessie, gevonden.melding_id)


def bij_melding(sessie: Session, melding_id: UUID) -> Aanvraag | None:
    """Find the aanvraag of a melding; row-level security hides those of klanten that may not be read."""
    return sessie.scalar(select(Aanvraag).where(Aanvraag.melding_id == melding_id))


def bladzijde(
    sessie: Session, actor: Actor, filters: Aanvraagfilter, na: tuple[datetime, UUID] | None, aantal: int
) -> list[tuple[Aanvraag, Melding, Klant]]:
    """Return a page of aanvragen with melding and klant, the longest open first."""
    leesbaar = klanten.leesbaar(actor).join(Aanvraag, Aanvraag.klant_id == Klant.id)
    vraag = leesbaar.join(Melding, Melding.id == Aanvraag.melding_id).with_only_columns(Aanvraag, Melding, Klant)
    vraag = vraag.where(Aanvraag.organisatie == actor.organisatie)
    if filters.statussen:
        vraag = vraag.where(Aanvraag.status.in_(filters.statussen))
    if filters.zonder_consulent:
        vraag = vraag.where(Aanvraag.inkomensconsulent_id.is_(None))
    if filters.inkomensconsulent_id is not None:
        vraag = vraag.where(Aanvraag.inkomensconsulent_id == filters.inkomensconsulent_id)
    if na is not None:
        vraag = vraag.where(tuple_(Aanvraag.geopend_op, Aanvraag.id) > na)
    rijen = sessie.execute(vraag.order_by(Aanvraag.geopend_op, Aanvraag.id).limit(aantal))
    return [(rij[0], rij[1], rij[2]) for rij in rijen]


def stappen(sessie: Session, aanvraag_ids: Sequence[UUID]) -> list[Aanvraagstap]:
    """Return what was recorded of the steps of these aanvragen, oldest first."""
    vraag = select(Aanvraagstap).where(Aanvraagstap.aanvraag_id.in_(aanvraag_ids))
    return list(sessie.scalars(vraag.order_by(Aanvraagstap.tijdstip, Aanvraagstap.id)))


def toewijzingen(sessie: Session, aanvraag_id: UUID) -> list[Aanvraagtoewijzing]:
    """Return who had the aanvraag, oldest first."""
    vraag = select(Aanvraagtoewijzing).where(Aanvraagtoewijzing.aanvraag_id == aanvraag_id)
    return list(sessie.scalars(vraag.order_by(Aanvraagtoewijzing.tijdstip, Aanvraagtoewijzing.id)))


def sr_screeningen(sessie: Session, aanvraag_id: UUID) -> list[SrScreening]:
    """Return the screenings for fraud signals, oldest first."""
    vraag = select(SrScreening).where(SrScreening.aanvraag_id == aanvraag_id)
    return list(sessie.scalars(vraag.order_by(SrScreening.tijdstip, SrScreening.id)))
