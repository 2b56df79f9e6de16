"""Consultation with the sociale recherche after a signal, with the joint plan."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db.basis import Basis, VanKlant


class Overleg(Basis, VanKlant):
    """One consultation and the plan of approach; a correction is a new one (DEV-DIG-010). Never changed."""

    __tablename__ = "overleg"

    gevoerd_op: Mapped[date]
    plan_van_aanpak: Mapped[str]
    driegesprek_nodig: Mapped[bool] = mapped_column(default=False)
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


def van_klant(sessie: Session, klant_id: UUID) -> list[Overleg]:
    """Return the consultations about a klant, the latest first."""
    vraag = select(Overleg).where(Overleg.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Overleg.vastgelegd_op.desc(), Overleg.id.desc())))
