"""Decisions on policy versions; what followed only grows, and the last of each kind counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db.basis import Basis, Eigen, Json, MetVersie, keuze
from app.domain.kern.rollen import Actor
from app.domain.vaststelling.beleid import Orgaan
from app.domain.vaststelling.opvolging import Beleidsvervolgsoort


class Beleidsvaststelling(Basis, Eigen, MetVersie):
    """That ``orgaan`` decided on a policy version (``pakket``); ``niveaus`` are the levels that it changes."""

    __tablename__ = "beleidsvaststelling"

    gemeente: Mapped[str]
    pakket: Mapped[str]
    orgaan: Mapped[Orgaan] = mapped_column(keuze(Orgaan))
    datum: Mapped[date]
    kenmerk: Mapped[str]
    toelichting: Mapped[str]
    niveaus: Mapped[list[Any]]
    toetsen: Mapped[list[Any]]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]
    ingetrokken_op: Mapped[datetime | None]
    reden_intrekking: Mapped[str | None]


class Beleidsvervolg(Basis, Eigen):
    """Advice, a reply, the publication, or telling the users; never changed."""

    __tablename__ = "beleidsvervolg"

    vaststelling_id: Mapped[UUID] = mapped_column(ForeignKey("beleidsvaststelling.id"), index=True)
    soort: Mapped[Beleidsvervolgsoort] = mapped_column(keuze(Beleidsvervolgsoort))
    datum: Mapped[date]
    inhoud: Mapped[Json]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


def vaststelling(
    sessie: Session, actor: Actor, vaststelling_id: UUID, *, vergrendel: bool = False
) -> Beleidsvaststelling | None:
    """Find a decision of the own gemeenten."""
    rij = Beleidsvaststelling
    vraag = select(rij).where(rij.id == vaststelling_id, rij.organisatie == actor.organisatie)
    vraag = vraag.where(rij.gemeente.in_(actor.gemeenten))
    if vergrendel:
        vraag = vraag.with_for_update().execution_options(populate_existing=True)
    return sessie.scalar(vraag)


def vaststellingen(sessie: Session, actor: Actor, gemeente: str) -> list[Beleidsvaststelling]:
    """Return the decisions of a gemeente, the newest first."""
    rij = Beleidsvaststelling
    vraag = select(rij).where(rij.organisatie == actor.organisatie, rij.gemeente == gemeente)
    return list(sessie.scalars(vraag.order_by(rij.id.desc())))


def vervolgen(sessie: Session, nummers: Sequence[UUID]) -> list[Beleidsvervolg]:
    """Return what followed on these decisions, oldest first."""
    vraag = select(Beleidsvervolg).where(Beleidsvervolg.vaststelling_id.in_(nummers))
    return list(sessie.scalars(vraag.order_by(Beleidsvervolg.vastgelegd_op, Beleidsvervolg.id)))
