"""Betrokkenen: who helps a klant, as a profession or out of the own network."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Text, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.kern.rollen import Actor


class Betrokkenesoort(StrEnum):
    """A professional (DEV-DIA-516) or somebody of the own network (DEV-DIA-515)."""

    HULPVERLENER = "hulpverlener"
    NETWERK = "netwerk"


class Betrokkene(Basis, VanKlant, MetVersie):
    """Somebody who helps, ``[van, tot)``: what this person is to the klant (``rol``) and does (``steun``)."""

    __tablename__ = "betrokkene"

    soort: Mapped[Betrokkenesoort] = mapped_column(keuze(Betrokkenesoort))
    organisatienaam: Mapped[str | None]
    naam: Mapped[str | None]
    rol: Mapped[str]
    contact: Mapped[str | None]
    frequentie: Mapped[str | None]
    steun: Mapped[str | None]
    leefgebieden: Mapped[list[str]] = mapped_column(ARRAY(Text))
    uitnodigen: Mapped[bool] = mapped_column(default=False)
    contact_toegestaan: Mapped[bool | None]
    van: Mapped[date]
    tot: Mapped[date | None]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


def betrokkene(sessie: Session, actor: Actor, betrokkene_id: UUID) -> Betrokkene | None:
    """Find a betrokkene of a readable klant."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Betrokkene.klant_id)
    return sessie.scalar(select(Betrokkene).where(Betrokkene.id == betrokkene_id, leesbaar.exists()))


def betrokkenen(sessie: Session, klant_id: UUID) -> list[Betrokkene]:
    """Return everybody who helps or helped a klant, in the order of registration."""
    return list(sessie.scalars(select(Betrokkene).where(Betrokkene.klant_id == klant_id).order_by(Betrokkene.id)))


def hulpverleners(sessie: Session, klant_id: UUID, dag: date) -> list[Betrokkene]:
    """Return the professionals who help on a day."""
    return [
        wie
        for wie in betrokkenen(sessie, klant_id)
        if wie.soort is Betrokkenesoort.HULPVERLENER and wie.van <= dag and (wie.tot is None or dag < wie.tot)
    ]
