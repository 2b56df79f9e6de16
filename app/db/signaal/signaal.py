"""Signals with what was done on them; who may not know of fraud does not see those about it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Index, Select, Uuid, false, or_, select, text, true
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.kern.rollen import Actor
from app.domain.kern.taakvoorstel import ZIET_FRAUDE
from app.domain.signaal.feiten import (
    Beeindigingsgrond,
    Onderzoeksuitkomst,
    Signaalsoort,
    Signaalstatus,
    Vervolg,
)


class Signaal(Basis, VanKlant, MetVersie):
    """One signal; ``aanleiding`` are the conditions that were met, ``zaken`` the maatregelzaken that it is about."""

    __tablename__ = "signaal"
    __table_args__ = (
        Index(
            "ix_signaal_een_rechtmatigheid",
            "klant_id",
            unique=True,
            postgresql_where=text("soort = 'rechtmatigheid' AND status = 'open'"),
        ),
    )

    soort: Mapped[Signaalsoort] = mapped_column(keuze(Signaalsoort))
    status: Mapped[Signaalstatus] = mapped_column(keuze(Signaalstatus))
    aanleiding: Mapped[list[Any]]
    zaken: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid))
    omschrijving: Mapped[str | None]
    gemeld_op: Mapped[datetime]
    gemeld_door: Mapped[UUID]
    vervolg: Mapped[Vervolg | None] = mapped_column(keuze(Vervolg))
    reden_vervolg: Mapped[str | None]
    beantwoord_op: Mapped[datetime | None]
    beantwoord_door: Mapped[UUID | None]
    uitkomst: Mapped[Onderzoeksuitkomst | None] = mapped_column(keuze(Onderzoeksuitkomst))
    motivering_uitkomst: Mapped[str | None]
    grond_beeindiging: Mapped[Beeindigingsgrond | None] = mapped_column(keuze(Beeindigingsgrond))
    afgerond_op: Mapped[datetime | None]
    reden_intrekking: Mapped[str | None]


def zichtbaar(actor: Actor) -> ColumnElement[bool]:
    """Leave out the fraud signals of others for who may not know of them (DEV-MTR-509)."""
    if actor.heeft(*ZIET_FRAUDE):
        return true()
    return or_(Signaal.soort != Signaalsoort.FRAUDE, Signaal.gemeld_door == actor.medewerker_id)


def verborgen(actor: Actor, klant_id: UUID) -> Select[UUID]:
    """Select the fraud signals of a klant of which this actor may not know what was done on them."""
    vraag = select(Signaal.id).where(Signaal.klant_id == klant_id, Signaal.soort == Signaalsoort.FRAUDE)
    return vraag.where(false()) if actor.heeft(*ZIET_FRAUDE) else vraag


def signaal(sessie: Session, actor: Actor, signaal_id: UUID) -> Signaal | None:
    """Find a signal of a readable klant that this actor may see, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    vraag = select(Signaal).where(Signaal.id == signaal_id, Signaal.klant_id.in_(leesbaar), zichtbaar(actor))
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def signalen(sessie: Session, actor: Actor, klant_id: UUID) -> list[Signaal]:
    """Return the signals of a klant that this actor may see, oldest first."""
    vraag = select(Signaal).where(Signaal.klant_id == klant_id, zichtbaar(actor))
    return list(sessie.scalars(vraag.order_by(Signaal.gemeld_op, Signaal.id)))


def over_rechtmatigheid(sessie: Session, klant_id: UUID) -> list[Signaal]:
    """Return the signals of a klant about rechtmatigheid, oldest first: what the rules themselves look at."""
    vraag = select(Signaal).where(Signaal.klant_id == klant_id, Signaal.soort == Signaalsoort.RECHTMATIGHEID)
    return list(sessie.scalars(vraag.order_by(Signaal.gemeld_op, Signaal.id)))
