"""Mutaties: what the uitkeringsadministratie must process, in order, with its answer."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, Json, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.kern.rollen import Actor


class Mutatiestatus(StrEnum):
    """The answer of the uitkeringsadministratie."""

    AANGEBODEN = "aangeboden"
    BEVESTIGD = "bevestigd"
    AFGEWEZEN = "afgewezen"


class Mutatie(Basis, VanKlant, MetVersie):
    """One change to process; ``nr`` is consecutive per organisation and is the cursor of the reader."""

    __tablename__ = "mutatie"
    __table_args__ = (UniqueConstraint("organisatie", "nr"),)

    nr: Mapped[int] = mapped_column(BigInteger)
    gebeurtenis_id: Mapped[UUID] = mapped_column(ForeignKey("gebeurtenis.id"), unique=True)
    soort: Mapped[str]
    inhoud: Mapped[Json]
    status: Mapped[Mutatiestatus] = mapped_column(keuze(Mutatiestatus), default=Mutatiestatus.AANGEBODEN)
    aangeboden_op: Mapped[datetime]
    antwoord_op: Mapped[datetime | None]
    reden: Mapped[str | None]
    extern_kenmerk: Mapped[str | None]


def bladzijde(
    sessie: Session, actor: Actor, na: int, aantal: int, status: Mutatiestatus | None
) -> list[tuple[Mutatie, Klant]]:
    """Return mutaties after number ``na`` with the person they concern, in order."""
    vraag = klanten.leesbaar(actor).join(Mutatie, Mutatie.klant_id == Klant.id).with_only_columns(Mutatie, Klant)
    vraag = vraag.where(Mutatie.organisatie == actor.organisatie, Mutatie.nr > na)
    if status is not None:
        vraag = vraag.where(Mutatie.status == status)
    return [(mutatie, klant) for mutatie, klant in sessie.execute(vraag.order_by(Mutatie.nr).limit(aantal))]


def laatste_mutatie(sessie: Session, organisatie: str) -> int:
    """Return the number of the last mutatie of an organisation; 0 when there is none."""
    return sessie.scalar(select(func.max(Mutatie.nr)).where(Mutatie.organisatie == organisatie)) or 0


def mutatie(sessie: Session, actor: Actor, mutatie_id: UUID) -> Mutatie | None:
    """Find a mutatie about a readable klant."""
    vraag = klanten.leesbaar(actor).join(Mutatie, Mutatie.klant_id == Klant.id).with_only_columns(Mutatie)
    return sessie.scalar(vraag.where(Mutatie.id == mutatie_id))
