"""Who follows a werk-leerroute: the two phases, the assignments, and the progress per component."""

from __future__ import annotations

from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.kern.rollen import Actor
from app.domain.leerroute.soorten import (
    Leeronderdeel,
    Leeropdrachtsoort,
    Leerresultaat,
    Leerroutebewijs,
    Leerroutestand,
)

R = TypeVar("R", "Leerroutedeelname", "Leerroutefase", "Leerrouteopdracht")


class Leerroutedeelname(Basis, VanKlant, MetVersie):
    """A klant in a route, on a toekenning; ``consulent_id`` is the consulent at the begin, who stays."""

    __tablename__ = "leerroutedeelname"
    __table_args__ = (
        Index("ix_leerroutedeelname_een", "klant_id", unique=True, postgresql_where=text("stand = 'lopend'")),
    )

    toekenning_id: Mapped[UUID] = mapped_column(ForeignKey("toekenning.id"), index=True)
    route: Mapped[str]
    begin: Mapped[date]
    stand: Mapped[Leerroutestand] = mapped_column(keuze(Leerroutestand))
    consulent_id: Mapped[UUID | None]
    accountmanager_id: Mapped[UUID] = mapped_column(ForeignKey("medewerker.id"))
    bewijs: Mapped[Leerroutebewijs | None] = mapped_column(keuze(Leerroutebewijs))
    bewijs_op: Mapped[date | None]
    bewijs_kenmerk: Mapped[str | None]
    geeindigd_op: Mapped[date | None]
    reden_einde: Mapped[str | None]
    ingeschreven_op: Mapped[datetime]
    ingeschreven_door: Mapped[UUID]


class Leerroutefase(Basis, VanKlant, MetVersie):
    """A phase in ``[van, tot)``; the first at the werkbedrijf with uitkering, the second in a dienstverband."""

    __tablename__ = "leerroutefase"
    __table_args__ = (UniqueConstraint("deelname_id", "nummer"),)

    deelname_id: Mapped[UUID] = mapped_column(ForeignKey("leerroutedeelname.id"))
    nummer: Mapped[int]
    van: Mapped[date]
    tot: Mapped[date]
    uren: Mapped[int]
    werkplek: Mapped[str | None]
    vestiging_id: Mapped[UUID | None]
    dienstverband_id: Mapped[UUID | None]
    werkcoach: Mapped[str | None]
    werkleider: Mapped[str | None]
    praktijkopleider: Mapped[str | None]
    gestart_op: Mapped[date | None]
    afgerond_op: Mapped[date | None]
    reden_verlenging: Mapped[str | None]
    reden_correctie: Mapped[str | None]


class Leerrouteopdracht(Basis, VanKlant, MetVersie):
    """An assignment with its result."""

    __tablename__ = "leerrouteopdracht"

    deelname_id: Mapped[UUID] = mapped_column(ForeignKey("leerroutedeelname.id"), index=True)
    soort: Mapped[Leeropdrachtsoort] = mapped_column(keuze(Leeropdrachtsoort))
    omschrijving: Mapped[str]
    resultaat: Mapped[Leerresultaat] = mapped_column(keuze(Leerresultaat))
    beoordeeld_op: Mapped[date | None]
    toelichting: Mapped[str | None]
    gegeven_op: Mapped[datetime]
    gegeven_door: Mapped[UUID]


class Leerroutevoortgang(Basis, VanKlant):
    """What was seen of one component on a day; only grows."""

    __tablename__ = "leerroutevoortgang"

    deelname_id: Mapped[UUID] = mapped_column(ForeignKey("leerroutedeelname.id"), index=True)
    onderdeel: Mapped[Leeronderdeel] = mapped_column(keuze(Leeronderdeel))
    datum: Mapped[date]
    voortgang: Mapped[str]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


def _een(sessie: Session, actor: Actor, soort: type[R], nummer: UUID) -> R | None:
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    vraag = select(soort).where(soort.id == nummer, soort.klant_id.in_(leesbaar))
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def deelname(sessie: Session, actor: Actor, deelname_id: UUID) -> Leerroutedeelname | None:
    """Find a deelname of a readable klant, as it is now in the database."""
    return _een(sessie, actor, Leerroutedeelname, deelname_id)


def fase(sessie: Session, actor: Actor, fase_id: UUID) -> Leerroutefase | None:
    """Find a phase of a readable klant, as it is now in the database."""
    return _een(sessie, actor, Leerroutefase, fase_id)


def opdracht(sessie: Session, actor: Actor, opdracht_id: UUID) -> Leerrouteopdracht | None:
    """Find an assignment of a readable klant, as it is now in the database."""
    return _een(sessie, actor, Leerrouteopdracht, opdracht_id)


def deelnames(sessie: Session, klant_id: UUID) -> list[Leerroutedeelname]:
    """Return the routes of a klant, oldest first."""
    vraag = select(Leerroutedeelname).where(Leerroutedeelname.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Leerroutedeelname.begin, Leerroutedeelname.id)))


def fasen(sessie: Session, deelname_id: UUID) -> list[Leerroutefase]:
    """Return the two phases in their order."""
    vraag = select(Leerroutefase).where(Leerroutefase.deelname_id == deelname_id)
    return list(sessie.scalars(vraag.order_by(Leerroutefase.nummer)))


def opdrachten(sessie: Session, deelname_id: UUID) -> list[Leerrouteopdracht]:
    """Return the assignments in the order in which they were given."""
    vraag = select(Leerrouteopdracht).where(Leerrouteopdracht.deelname_id == deelname_id)
    return list(sessie.scalars(vraag.order_by(Leerrouteopdracht.gegeven_op, Leerrouteopdracht.id)))


def voortgang(sessie: Session, deelname_id: UUID) -> list[Leerroutevoortgang]:
    """Return the progress, oldest first."""
    vraag = select(Leerroutevoortgang).where(Leerroutevoortgang.deelname_id == deelname_id)
    return list(sessie.scalars(vraag.order_by(Leerroutevoortgang.datum, Leerroutevoortgang.id)))
