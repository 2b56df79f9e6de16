"""Campaigns and their recipients, who are made in SQL a chunk at a time."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Index, Select, func, insert, literal, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db.basis import Basis, Eigen, MetVersie, VanKlant, keuze
from app.db.klant import Klant, leesbaar
from app.domain.campagne.campagne import Campagnestand
from app.domain.kern.rollen import Actor


class Campagne(Basis, Eigen, MetVersie):
    """One campaign: its day, its letter and, while it is sent, how far it is. ``tot_klant_id`` is the last one made."""

    __tablename__ = "campagne"

    gemeente: Mapped[str]
    onderwerp: Mapped[str]
    brief: Mapped[str]
    bijlage: Mapped[str]
    datum: Mapped[date]
    overleg_beleid_op: Mapped[date]
    stand: Mapped[Campagnestand] = mapped_column(keuze(Campagnestand))
    totaal: Mapped[int | None]
    gemaakt: Mapped[int] = mapped_column(default=0)
    tot_klant_id: Mapped[UUID | None]
    verzonden_op: Mapped[datetime | None]
    reden: Mapped[str | None]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


class Campagneontvanger(Basis, VanKlant):
    """That a klant was told in a campaign."""

    __tablename__ = "campagneontvanger"
    __table_args__ = (Index("ix_campagneontvanger_eenmalig", "campagne_id", "klant_id", unique=True),)

    campagne_id: Mapped[UUID]
    gemaakt_op: Mapped[datetime]


def campagne(sessie: Session, actor: Actor, campagne_id: UUID, *, vergrendel: bool = False) -> Campagne | None:
    """Find a campaign of the own gemeenten."""
    vraag = select(Campagne).where(Campagne.id == campagne_id, *_eigen(actor))
    if vergrendel:
        vraag = vraag.with_for_update().execution_options(populate_existing=True)
    return sessie.scalar(vraag)


def campagnes(sessie: Session, actor: Actor, gemeente: str, jaar: int) -> list[Campagne]:
    """Return the campaigns of a gemeente in a calendar year, by day."""
    vraag = select(Campagne).where(Campagne.gemeente == gemeente, *_eigen(actor))
    vraag = vraag.where(Campagne.datum >= date(jaar, 1, 1), Campagne.datum <= date(jaar, 12, 31))
    return list(sessie.scalars(vraag.order_by(Campagne.datum, Campagne.id)))


def bezig(sessie: Session, actor: Actor) -> UUID | None:
    """Return a campaign of which the recipients are being made."""
    vraag = select(Campagne.id).where(Campagne.stand == Campagnestand.BEZIG, *_eigen(actor))
    return sessie.scalar(vraag.order_by(Campagne.id).limit(1))


def tel_klanten(sessie: Session, rij: Campagne) -> int:
    """Count the current klanten of the gemeente."""
    return sessie.scalar(_huidig(rij).with_only_columns(func.count(Klant.id))) or 0


def maak_ontvangers(sessie: Session, rij: Campagne, nu: datetime, aantal: int) -> list[UUID]:
    """Make the next ``aantal`` recipients in one statement, in the order of their id; return who they are."""
    volgende = _huidig(rij).with_only_columns(Klant.id.label("klant_id")).order_by(Klant.id).limit(aantal)
    if rij.tot_klant_id is not None:
        volgende = volgende.where(Klant.id > rij.tot_klant_id)
    deel = volgende.subquery("deel")
    bron = select(func.gen_random_uuid(), literal(rij.organisatie), deel.c.klant_id, literal(rij.id), literal(nu))
    kolommen = ["id", "organisatie", "klant_id", "campagne_id", "gemaakt_op"]
    opdracht = insert(Campagneontvanger).from_select(kolommen, bron).returning(Campagneontvanger.klant_id)
    return sorted(sessie.scalars(opdracht))


def ontvangers(
    sessie: Session, actor: Actor, campagne_id: UUID, na: UUID | None, aantal: int
) -> list[Campagneontvanger]:
    """Return a page of the recipients whose dossier the actor may read, by klant."""
    rij = Campagneontvanger
    leesbare = leesbaar(actor).with_only_columns(Klant.id).where(Klant.id == rij.klant_id)
    vraag = select(rij).where(rij.campagne_id == campagne_id, leesbare.exists())
    if na is not None:
        vraag = vraag.where(rij.klant_id > na)
    return list(sessie.scalars(vraag.order_by(rij.klant_id).limit(aantal)))


def _huidig(rij: Campagne) -> Select[Klant]:
    """Select the current klanten: those with a klantgroep."""
    vraag = select(Klant).where(Klant.organisatie == rij.organisatie, Klant.gemeente == rij.gemeente)
    return vraag.where(Klant.klantgroep.is_not(None))


def _eigen(actor: Actor) -> tuple[ColumnElement[bool], ...]:
    return Campagne.organisatie == actor.organisatie, Campagne.gemeente.in_(actor.gemeenten)
