"""Verwijzing: one referral of a klant, with what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Text, UniqueConstraint, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.kern.rollen import Actor
from app.domain.verwijzing.beleid import Verwijsaanleiding, Verwijswijze
from app.domain.verwijzing.regels import Overdrachtswijze, Trajectpartij


class Verwijzingstatus(StrEnum):
    """A referral is open until there is a result, or is withdrawn."""

    OPEN = "open"
    AFGEROND = "afgerond"
    INGETROKKEN = "ingetrokken"


class Verwijzing(Basis, VanKlant, MetVersie):
    """A referral to a place on the sociale kaart (``instantie``), perhaps for an aanvraag or an action of a plan."""

    __tablename__ = "verwijzing"

    aanvraag_id: Mapped[UUID | None] = mapped_column(ForeignKey("aanvraag.id"), index=True)
    plan_id: Mapped[UUID | None] = mapped_column(ForeignKey("plan.id"), index=True)
    aanleiding: Mapped[Verwijsaanleiding] = mapped_column(keuze(Verwijsaanleiding, "aanleiding"))
    instantie: Mapped[str]
    wijze: Mapped[Verwijswijze] = mapped_column(keuze(Verwijswijze))
    hulp: Mapped[str | None]
    spoed: Mapped[bool]
    overdracht: Mapped[Overdrachtswijze] = mapped_column(keuze(Overdrachtswijze, "overdracht"))
    wens_klant: Mapped[bool | None]
    gedeeld: Mapped[list[str]] = mapped_column(ARRAY(Text))
    datum: Mapped[date]
    klant_geinformeerd_op: Mapped[date]
    afspraak_op: Mapped[datetime | None]
    contact_uiterlijk: Mapped[datetime | None]
    contact_op: Mapped[datetime | None]
    bevestigd_op: Mapped[datetime | None]
    bevestigd_door: Mapped[str | None]
    status: Mapped[Verwijzingstatus] = mapped_column(keuze(Verwijzingstatus), default=Verwijzingstatus.OPEN)
    resultaat: Mapped[str | None]
    afgesloten_op: Mapped[datetime | None]
    werkconsulent_id: Mapped[UUID | None]
    inkomensconsulent_id: Mapped[UUID | None]
    beleid_id: Mapped[str]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


class Verwijzingrapportage(Basis, VanKlant):
    """What one of the parties reports of a traject; never changed, a better one names it in ``vervangt``."""

    __tablename__ = "verwijzingrapportage"
    __table_args__ = (UniqueConstraint("vervangt"),)

    verwijzing_id: Mapped[UUID] = mapped_column(ForeignKey("verwijzing.id"), index=True)
    partij: Mapped[Trajectpartij] = mapped_column(keuze(Trajectpartij))
    datum: Mapped[date]
    tekst: Mapped[str]
    vervangt: Mapped[UUID | None] = mapped_column(ForeignKey("verwijzingrapportage.id"))
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


def verwijzing(sessie: Session, actor: Actor, verwijzing_id: UUID) -> Verwijzing | None:
    """Find a referral of a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Verwijzing.klant_id)
    vraag = select(Verwijzing).where(Verwijzing.id == verwijzing_id, leesbaar.exists())
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def verwijzingen(sessie: Session, klant_ids: Sequence[UUID]) -> list[Verwijzing]:
    """Return the referrals of these klanten, oldest first."""
    vraag = select(Verwijzing).where(Verwijzing.klant_id.in_(klant_ids))
    return list(sessie.scalars(vraag.order_by(Verwijzing.vastgelegd_op, Verwijzing.id)))


def bij_plan(sessie: Session, plan_id: UUID) -> list[Verwijzing]:
    """Return the referrals for actions of a plan that were not withdrawn, oldest first."""
    vraag = select(Verwijzing).where(Verwijzing.plan_id == plan_id, Verwijzing.status != Verwijzingstatus.INGETROKKEN)
    return list(sessie.scalars(vraag.order_by(Verwijzing.vastgelegd_op, Verwijzing.id)))


def rapportages(sessie: Session, verwijzing_id: UUID) -> list[Verwijzingrapportage]:
    """Return the reports of a traject, oldest first."""
    vraag = select(Verwijzingrapportage).where(Verwijzingrapportage.verwijzing_id == verwijzing_id)
    return list(sessie.scalars(vraag.order_by(Verwijzingrapportage.datum, Verwijzingrapportage.id)))
