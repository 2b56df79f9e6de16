"""Wisseloverwegingen and trajecten in a klantgroep."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.indeling.overweging import Overweeguitkomst, Wisselaanleiding
from app.domain.indeling.traject import Trajectresultaat
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Actor


class Overweegstatus(StrEnum):
    """An overweging is open until it is decided, or lapses because its situation is over."""

    OPEN = "open"
    BESLOTEN = "besloten"
    VERVALLEN = "vervallen"


class Wisseloverweging(Basis, VanKlant, MetVersie):
    """A change of klantgroep that must be considered from ``vanaf``, with the toetsen that led to it.

    ``indeling_id`` is the indeling that followed from the outcome, if any.
    """

    __tablename__ = "wisseloverweging"
    __table_args__ = (
        Index(
            "uq_wisseloverweging_open", "klant_id", "aanleiding", unique=True, postgresql_where=text("status = 'open'")
        ),
    )

    aanleiding: Mapped[Wisselaanleiding] = mapped_column(keuze(Wisselaanleiding, "aanleiding"))
    status: Mapped[Overweegstatus] = mapped_column(keuze(Overweegstatus), default=Overweegstatus.OPEN)
    klantgroep: Mapped[Klantgroep] = mapped_column(keuze(Klantgroep))
    voorgesteld: Mapped[Klantgroep | None] = mapped_column(keuze(Klantgroep, "voorgesteld"))
    vanaf: Mapped[date]
    omschrijving: Mapped[str | None]
    toetsen: Mapped[list[Any]]
    geopend_op: Mapped[datetime]
    geopend_door: Mapped[UUID]
    onderzoek_gevraagd_op: Mapped[date | None]
    onderzoek_ontvangen_op: Mapped[date | None]
    onderzoek_advies: Mapped[str | None]
    uitkomst: Mapped[Overweeguitkomst | None] = mapped_column(keuze(Overweeguitkomst))
    motivering: Mapped[str | None]
    besloten_op: Mapped[datetime | None]
    besloten_door: Mapped[UUID | None]
    indeling_id: Mapped[UUID | None] = mapped_column(ForeignKey("indeling.id"))
    beleid_id: Mapped[str]
    beleid_sha256: Mapped[str]
    codeversie: Mapped[str]


class Klantgroeptraject(Basis, VanKlant, MetVersie):
    """A traject that a klant follows, with its planned end and result; ``geeindigd_op`` is None while it runs."""

    __tablename__ = "klantgroeptraject"

    code: Mapped[str]
    start: Mapped[date]
    gepland_einde: Mapped[date]
    toetsen: Mapped[list[Any]]
    geeindigd_op: Mapped[date | None]
    resultaat: Mapped[Trajectresultaat | None] = mapped_column(keuze(Trajectresultaat))
    toelichting: Mapped[str | None]
    toegewezen_op: Mapped[datetime]
    toegewezen_door: Mapped[UUID]


class Indelingsoverdracht(Basis, VanKlant):
    """The warm handover after a change: the driegesprek, or why there was none. Never changed."""

    __tablename__ = "indelingsoverdracht"

    indeling_id: Mapped[UUID] = mapped_column(ForeignKey("indeling.id"), unique=True)
    gehouden_op: Mapped[date | None]
    reden_niet_nodig: Mapped[str | None]
    verslag: Mapped[str | None]
    van_consulent_id: Mapped[UUID | None]
    naar_consulent_id: Mapped[UUID | None]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


class Klantgroepverlenging(Basis, VanKlant):
    """The one extension of Matchen in an indeling, with its new end. Never changed."""

    __tablename__ = "klantgroepverlenging"

    indeling_id: Mapped[UUID] = mapped_column(ForeignKey("indeling.id"), unique=True)
    start: Mapped[date]
    nieuw_einde: Mapped[date]
    motivering: Mapped[str]
    toetsen: Mapped[list[Any]]
    peildatum: Mapped[date]
    beleid_id: Mapped[str]
    beleid_sha256: Mapped[str]
    codeversie: Mapped[str]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


def overdrachten(sessie: Session, klant_id: UUID) -> list[Indelingsoverdracht]:
    """Return the handovers of a klant, the latest first."""
    vraag = select(Indelingsoverdracht).where(Indelingsoverdracht.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Indelingsoverdracht.vastgelegd_op.desc())))


def verlengingen(sessie: Session, klant_id: UUID) -> list[Klantgroepverlenging]:
    """Return the extensions of a klant, the latest first."""
    vraag = select(Klantgroepverlenging).where(Klantgroepverlenging.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Klantgroepverlenging.vastgelegd_op.desc())))


def overweging(sessie: Session, actor: Actor, overweging_id: UUID) -> Wisseloverweging | None:
    """Find an overweging of a readable klant."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Wisseloverweging.klant_id)
    return sessie.scalar(select(Wisseloverweging).where(Wisseloverweging.id == overweging_id, leesbaar.exists()))


def overwegingen(sessie: Session, klant_id: UUID) -> list[Wisseloverweging]:
    """Return the overwegingen of a klant, the latest first."""
    vraag = select(Wisseloverweging).where(Wisseloverweging.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Wisseloverweging.geopend_op.desc(), Wisseloverweging.id.desc())))


def traject(sessie: Session, actor: Actor, traject_id: UUID) -> Klantgroeptraject | None:
    """Find a traject of a readable klant."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Klantgroeptraject.klant_id)
    return sessie.scalar(select(Klantgroeptraject).where(Klantgroeptraject.id == traject_id, leesbaar.exists()))


def trajecten(sessie: Session, klant_id: UUID) -> list[Klantgroeptraject]:
    """Return the trajecten of a klant, the latest first."""
    vraag = select(Klantgroeptraject).where(Klantgroeptraject.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Klantgroeptraject.start.desc(), Klantgroeptraject.id.desc())))
