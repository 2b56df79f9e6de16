"""Praatplaten: per moment a colour and a note per leefgebied. They only grow; a correction replaces an earlier one."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db.basis import Basis, Json, VanKlant, keuze
from app.domain.gesprek.praatplaat import Praatplaatmoment


class Praatplaat(Basis, VanKlant):
    """What the klant filled in: ``scores`` maps a leefgebied to ``{"kleur", "gaatGoed", "kanBeter"}``."""

    __tablename__ = "praatplaat"

    moment: Mapped[Praatplaatmoment] = mapped_column(keuze(Praatplaatmoment))
    datum: Mapped[date]
    scores: Mapped[Json]
    corrigeert: Mapped[UUID | None] = mapped_column(ForeignKey("praatplaat.id"), unique=True)
    beleid_id: Mapped[str]
    beleid_sha256: Mapped[str]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


def praatplaten(sessie: Session, klant_id: UUID) -> list[Praatplaat]:
    """Return all praatplaten of a klant, also those that were corrected; the latest first."""
    vraag = select(Praatplaat).where(Praatplaat.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Praatplaat.datum.desc(), Praatplaat.id.desc())))


def geldende(rijen: list[Praatplaat]) -> list[Praatplaat]:
    """Leave out what was corrected by a later one."""
    vervangen = {rij.corrigeert for rij in rijen}
    return [rij for rij in rijen if rij.id not in vervangen]
