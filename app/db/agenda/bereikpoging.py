"""Attempts to reach a klant around an appointment, without which no hersteltermijn goes out in the digital mode."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db.basis import Basis, VanKlant, keuze
from app.domain.afspraak.feiten import Bereikkanaal


class Bereikpoging(Basis, VanKlant):
    """One attempt by one way; never changed."""

    __tablename__ = "bereikpoging"

    afspraak_id: Mapped[UUID] = mapped_column(ForeignKey("afspraak.id"), index=True)
    kanaal: Mapped[Bereikkanaal] = mapped_column(keuze(Bereikkanaal))
    bereikt: Mapped[bool]
    toelichting: Mapped[str | None]
    tijdstip: Mapped[datetime]
    medewerker_id: Mapped[UUID]


def pogingen(sessie: Session, afspraak_ids: Sequence[UUID]) -> list[Bereikpoging]:
    """Return the attempts around these appointments, oldest first."""
    vraag = select(Bereikpoging).where(Bereikpoging.afspraak_id.in_(afspraak_ids))
    return list(sessie.scalars(vraag.order_by(Bereikpoging.tijdstip, Bereikpoging.id)))
