"""Organisations and their employees: who works where, in which teams and with which roles."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Text, select, tuple_
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db.basis import Basis, MetVersie


class Organisatie(Basis):
    """A municipality or a joint service; ``gemeenten`` are the codes (GM0150) that it works for."""

    __tablename__ = "organisatie"

    id: Mapped[str] = mapped_column(primary_key=True)
    naam: Mapped[str]
    gemeenten: Mapped[list[str]] = mapped_column(ARRAY(Text))


class Medewerker(Basis, MetVersie):
    """An employee. ``id`` is the ``sub`` of the token; how to reach them is for klanten to know."""

    __tablename__ = "medewerker"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    organisatie: Mapped[str] = mapped_column(ForeignKey("organisatie.id"), index=True)
    naam: Mapped[str]
    teams: Mapped[list[str]] = mapped_column(ARRAY(Text))
    rollen: Mapped[list[str]] = mapped_column(ARRAY(Text))
    dariuz_certificaat_op: Mapped[date | None]
    telefoon: Mapped[str | None]
    whatsapp: Mapped[str | None]
    email: Mapped[str | None]
    actief: Mapped[bool] = mapped_column(default=True)


def alle_organisaties(sessie: Session) -> list[Organisatie]:
    """Return every organisation, for the worker's rounds."""
    return list(sessie.scalars(select(Organisatie).order_by(Organisatie.id)))


def medewerker(
    sessie: Session, organisatie: str, medewerker_id: UUID, *, vergrendel: bool = False
) -> Medewerker | None:
    """Find an employee of this organisation; ``vergrendel`` locks the row until the end of the transaction."""
    vraag = select(Medewerker).where(Medewerker.organisatie == organisatie, Medewerker.id == medewerker_id)
    if vergrendel:
        vraag = vraag.with_for_update().execution_options(populate_existing=True)
    return sessie.scalar(vraag)


def medewerkers(sessie: Session, organisatie: str) -> list[Medewerker]:
    """Return the employees of an organisation by name."""
    vraag = select(Medewerker).where(Medewerker.organisatie == organisatie)
    return list(sessie.scalars(vraag.order_by(Medewerker.naam, Medewerker.id)))


def medewerkers_na(sessie: Session, organisatie: str, na: tuple[str, UUID] | None, aantal: int) -> list[Medewerker]:
    """Return a page of the employees of an organisation by name, after the key ``na`` (naam, id)."""
    vraag = select(Medewerker).where(Medewerker.organisatie == organisatie)
    if na is not None:
        vraag = vraag.where(tuple_(Medewerker.naam, Medewerker.id) > na)
    return list(sessie.scalars(vraag.order_by(Medewerker.naam, Medewerker.id).limit(aantal)))
