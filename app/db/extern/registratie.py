"""What another system reported of our records; every report is kept, the last one counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, VanKlant, keuze
from app.db.historie import Gebeurtenis
from app.db.klant import Klant
from app.domain.extern.systemen import Syncmelding, Systeem
from app.domain.kern.rollen import Actor


class ExterneMelding(Basis, VanKlant):
    """That a record (``onderwerp_id``) stands in a system under a reference, or could not be put there."""

    __tablename__ = "externe_melding"
    __table_args__ = (Index("ix_externe_melding_onderwerp", "onderwerp_id", "systeem", "gemeld_op"),)

    onderwerp_id: Mapped[UUID]
    systeem: Mapped[Systeem] = mapped_column(keuze(Systeem))
    melding: Mapped[Syncmelding] = mapped_column(keuze(Syncmelding))
    kenmerk: Mapped[str | None]
    toelichting: Mapped[str | None]
    gemeld_op: Mapped[datetime]
    gemeld_door: Mapped[UUID]


def onderwerpen(sessie: Session, klant_id: UUID, soorten: Sequence[str]) -> Sequence[Any]:
    """Return per kind of gebeurtenis of a klant its subjects, with the moment of the last one."""
    g = Gebeurtenis
    vraag = select(g.onderwerp_id, g.soort, func.max(g.tijdstip).label("op")).where(g.klant_id == klant_id)
    vraag = vraag.where(g.soort.in_(soorten)).group_by(g.onderwerp_id, g.soort)
    return sessie.execute(vraag.order_by(func.max(g.tijdstip), g.onderwerp_id)).all()


def meldingen(sessie: Session, klant_id: UUID) -> list[ExterneMelding]:
    """Return what was reported in a dossier, oldest first."""
    vraag = select(ExterneMelding).where(ExterneMelding.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(ExterneMelding.gemeld_op, ExterneMelding.id)))


def mislukt(sessie: Session, actor: Actor, systeem: Systeem, na: UUID | None, aantal: int) -> list[ExterneMelding]:
    """Return what failed last in a system, of readable klanten, by id."""
    m = ExterneMelding
    ander = m.__table__.alias("later")
    later = select(ander.c.id).where(ander.c.onderwerp_id == m.onderwerp_id, ander.c.systeem == m.systeem)
    leesbaar = klanten.leesbaar(actor).where(Klant.id == m.klant_id)
    vraag = select(m).where(m.systeem == systeem, m.melding == Syncmelding.MISLUKT, leesbaar.exists())
    vraag = vraag.where(~later.where(ander.c.gemeld_op > m.gemeld_op).exists())
    if na is not None:
        vraag = vraag.where(m.id > na)
    return list(sessie.scalars(vraag.order_by(m.id).limit(aantal)))
