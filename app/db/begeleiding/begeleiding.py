"""Contact with a klant, the rhythm that was agreed, goal-action items, and the choice of a workplace."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Text, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, MetVersie, OnderVarianten, VanKlant, keuze
from app.db.klant import Klant
from app.domain.begeleiding.soorten import Contactvorm, Doelactiestatus, Werkplek
from app.domain.kern.rollen import Actor


class Contactmoment(Basis, VanKlant, OnderVarianten, MetVersie):
    """One contact with its topics; one that was recorded by mistake is withdrawn, with a reason."""

    __tablename__ = "contactmoment"

    tijdstip: Mapped[datetime]
    vorm: Mapped[Contactvorm] = mapped_column(keuze(Contactvorm))
    onderwerpen: Mapped[list[str]] = mapped_column(ARRAY(Text))
    afspraken: Mapped[str | None]
    medewerker_id: Mapped[UUID]
    ingetrokken_op: Mapped[datetime | None]
    reden_intrekking: Mapped[str | None]


class Contactafspraak(Basis, VanKlant, MetVersie):
    """How often there is contact; the newest one holds. ``volgende`` is the day on which it is due."""

    __tablename__ = "contactafspraak"

    elke_dagen: Mapped[int]
    volgende: Mapped[date]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


class Doelactie(Basis, VanKlant, MetVersie):
    """One item of the goal-action plan of a klant."""

    __tablename__ = "doelactie"

    omschrijving: Mapped[str]
    uiterlijk: Mapped[date | None]
    status: Mapped[Doelactiestatus] = mapped_column(keuze(Doelactiestatus), default=Doelactiestatus.OPEN)
    resultaat: Mapped[str | None]


class Werkplekkeuze(Basis, VanKlant, OnderVarianten):
    """Where a klant goes on after the first weeks; never changed, the newest one holds."""

    __tablename__ = "werkplekkeuze"

    keuze: Mapped[Werkplek] = mapped_column(keuze(Werkplek))
    reden: Mapped[str | None]
    dag: Mapped[date]
    beleid_id: Mapped[str]
    medewerker_id: Mapped[UUID]
    tijdstip: Mapped[datetime]


def contactmomenten(sessie: Session, klant_id: UUID) -> list[Contactmoment]:
    """Return the contacts of a klant, newest first, withdrawn ones too."""
    vraag = select(Contactmoment).where(Contactmoment.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Contactmoment.tijdstip.desc(), Contactmoment.id.desc())))


def contactmoment(sessie: Session, actor: Actor, contactmoment_id: UUID) -> Contactmoment | None:
    """Find a contact of a readable klant."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Contactmoment.klant_id)
    return sessie.scalar(select(Contactmoment).where(Contactmoment.id == contactmoment_id, leesbaar.exists()))


def contactafspraak(sessie: Session, klant_id: UUID) -> Contactafspraak | None:
    """Return the rhythm that holds for a klant."""
    vraag = select(Contactafspraak).where(Contactafspraak.klant_id == klant_id)
    return sessie.scalar(vraag.order_by(Contactafspraak.id.desc()).limit(1))


def doelacties(sessie: Session, klant_id: UUID) -> list[Doelactie]:
    """Return the goal-action items of a klant, in the order in which they were made."""
    return list(sessie.scalars(select(Doelactie).where(Doelactie.klant_id == klant_id).order_by(Doelactie.id)))


def doelactie(sessie: Session, actor: Actor, doelactie_id: UUID) -> Doelactie | None:
    """Find a goal-action item of a readable klant."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Doelactie.klant_id)
    return sessie.scalar(select(Doelactie).where(Doelactie.id == doelactie_id, leesbaar.exists()))


def werkplekkeuzes(sessie: Session, klant_id: UUID) -> list[Werkplekkeuze]:
    """Return the choices for a klant, newest first."""
    vraag = select(Werkplekkeuze).where(Werkplekkeuze.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Werkplekkeuze.id.desc())))
