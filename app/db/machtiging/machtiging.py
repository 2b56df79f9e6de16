"""Machtigingen and contacts with third parties around a klant."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.kern.rollen import Actor
from app.domain.machtiging.machtiging import Derdesoort, Machtigingantwoord


class Machtiging(Basis, VanKlant, MetVersie):
    """An answer of the klant about one third party; ``ingetrokken_op`` is the first day on which it no longer holds.

    ``document`` names where the signed form is kept. With ``vergissing`` it was recorded wrongly and never counted.
    """

    __tablename__ = "machtiging"

    derde: Mapped[Derdesoort] = mapped_column(keuze(Derdesoort))
    antwoord: Mapped[Machtigingantwoord] = mapped_column(keuze(Machtigingantwoord))
    partij: Mapped[str | None]
    reikwijdte: Mapped[str | None]
    document: Mapped[str | None]
    datum: Mapped[date]
    einde: Mapped[date | None]
    ingetrokken_op: Mapped[date | None]
    vergissing: Mapped[bool] = mapped_column(default=False)
    reden_intrekking: Mapped[str | None]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


class Derdencontact(Basis, VanKlant):
    """One contact with a third party: with whom, what, why, and whether there was a machtiging; it may be withdrawn."""

    __tablename__ = "derdencontact"

    derde: Mapped[Derdesoort] = mapped_column(keuze(Derdesoort))
    datum: Mapped[date]
    wat: Mapped[str]
    waarom: Mapped[str]
    gewaarschuwd: Mapped[bool]
    onderwerp_id: Mapped[UUID | None]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]
    ingetrokken_op: Mapped[datetime | None]
    reden_intrekking: Mapped[str | None]


def machtigingen(sessie: Session, klant_id: UUID) -> list[Machtiging]:
    """Return the answers of a klant, oldest first."""
    vraag = select(Machtiging).where(Machtiging.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Machtiging.datum, Machtiging.id)))


def machtiging(sessie: Session, actor: Actor, machtiging_id: UUID) -> Machtiging | None:
    """Find an answer of a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    vraag = select(Machtiging).where(Machtiging.id == machtiging_id, Machtiging.klant_id.in_(leesbaar))
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def contacten(sessie: Session, klant_id: UUID) -> list[Derdencontact]:
    """Return the contacts with third parties around a klant, oldest first."""
    vraag = select(Derdencontact).where(Derdencontact.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Derdencontact.datum, Derdencontact.id)))


def contact(sessie: Session, actor: Actor, contact_id: UUID) -> Derdencontact | None:
    """Find a contact about a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    vraag = select(Derdencontact).where(Derdencontact.id == contact_id, Derdencontact.klant_id.in_(leesbaar))
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def contact_over(sessie: Session, onderwerp_id: UUID) -> Derdencontact | None:
    """Find the contact that was logged with something else, such as an attempt on the contact ladder."""
    return sessie.scalar(select(Derdencontact).where(Derdencontact.onderwerp_id == onderwerp_id))
