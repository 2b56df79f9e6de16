"""Competences of employees, and contact with partners in the chain. All of it only grows."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db.basis import Basis, Eigen


class Competentieregistratie(Basis, Eigen):
    """That an employee has a competence, or (``behaald`` false) that this was recorded wrongly; the last row counts."""

    __tablename__ = "competentieregistratie"

    medewerker_id: Mapped[UUID] = mapped_column(ForeignKey("medewerker.id"), index=True)
    competentie: Mapped[str]
    behaald: Mapped[bool]
    datum: Mapped[date]
    toelichting: Mapped[str | None]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


class Ketencontact(Basis, Eigen):
    """Who keeps contact with a partner from now on."""

    __tablename__ = "ketencontact"

    gemeente: Mapped[str]
    partner: Mapped[str]
    contactpersonen: Mapped[list[Any]]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


class Ketenoverleg(Basis, Eigen):
    """A contact that took place, with what was told and asked; ``corrigeert`` replaces an earlier record."""

    __tablename__ = "ketenoverleg"

    gemeente: Mapped[str]
    partner: Mapped[str]
    gehouden_op: Mapped[date]
    wijzigingen: Mapped[str | None]
    vragen: Mapped[str | None]
    corrigeert: Mapped[UUID | None] = mapped_column(ForeignKey("ketenoverleg.id"), unique=True)
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


class Werkgroepcontact(Basis, Eigen):
    """With which function at a partner an own role keeps contact; the last row of each counts."""

    __tablename__ = "werkgroepcontact"

    gemeente: Mapped[str]
    werkgroep: Mapped[str]
    partner: Mapped[str]
    rol: Mapped[str]
    functie: Mapped[str]
    actief: Mapped[bool]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


def werkgroepcontacten(sessie: Session, organisatie: str, gemeente: str) -> list[Werkgroepcontact]:
    """Return what was recorded of contacts in working groups, oldest first."""
    rij = Werkgroepcontact
    vraag = select(rij).where(rij.organisatie == organisatie, rij.gemeente == gemeente)
    return list(sessie.scalars(vraag.order_by(rij.vastgelegd_op, rij.id)))


def competenties(sessie: Session, organisatie: str, medewerker_id: UUID) -> list[Competentieregistratie]:
    """Return what was recorded of an employee, oldest first."""
    rij = Competentieregistratie
    vraag = select(rij).where(rij.organisatie == organisatie, rij.medewerker_id == medewerker_id)
    return list(sessie.scalars(vraag.order_by(rij.vastgelegd_op, rij.id)))


def contact(sessie: Session, organisatie: str, gemeente: str, partner: str) -> Ketencontact | None:
    """Return who keeps contact with a partner now."""
    rij = Ketencontact
    vraag = select(rij).where(rij.organisatie == organisatie, rij.gemeente == gemeente, rij.partner == partner)
    return sessie.scalar(vraag.order_by(rij.vastgelegd_op.desc(), rij.id.desc()).limit(1))


def overleggen(sessie: Session, organisatie: str, gemeente: str, partner: str) -> list[Ketenoverleg]:
    """Return the contacts that count, the latest first."""
    rij = Ketenoverleg
    vraag = select(rij).where(rij.organisatie == organisatie, rij.gemeente == gemeente, rij.partner == partner)
    alle = list(sessie.scalars(vraag.order_by(rij.gehouden_op.desc(), rij.id.desc())))
    vervangen = {overleg.corrigeert for overleg in alle}
    return [overleg for overleg in alle if overleg.id not in vervangen]
