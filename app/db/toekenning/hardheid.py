"""The hardheidsclausule: who proposed to set an article of the beleidsregels aside, and who decided on it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, MetVersie, VanKlant
from app.db.klant import Klant
from app.db.sturing.cijfers import Kring
from app.db.toekenning.toekenning import Toekenning
from app.domain.kern.rollen import Actor
from app.domain.toekenning.stand import INGEZET


class Hardheidsvoorstel(Basis, VanKlant, MetVersie):
    """A proposal about one article for one voorziening; ``akkoord`` is None while nobody decided."""

    __tablename__ = "hardheidsvoorstel"

    toekenning_id: Mapped[UUID] = mapped_column(ForeignKey("toekenning.id"), index=True)
    artikel: Mapped[str]
    lid: Mapped[str | None]
    reden: Mapped[str]
    voorgesteld_op: Mapped[datetime]
    voorgesteld_door: Mapped[UUID]
    akkoord: Mapped[bool | None]
    toelichting: Mapped[str | None]
    besloten_op: Mapped[date | None]
    besloten_door: Mapped[UUID | None]
    ingetrokken_op: Mapped[datetime | None]
    reden_intrekking: Mapped[str | None]


def voorstel(sessie: Session, actor: Actor, voorstel_id: UUID) -> Hardheidsvoorstel | None:
    """Find a proposal about a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    vraag = select(Hardheidsvoorstel).where(Hardheidsvoorstel.id == voorstel_id)
    vraag = vraag.where(Hardheidsvoorstel.klant_id.in_(leesbaar))
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def voorstellen(sessie: Session, toekenning_ids: Collection[UUID]) -> Sequence[Hardheidsvoorstel]:
    """Return the proposals about these voorzieningen, oldest first."""
    vraag = select(Hardheidsvoorstel).where(Hardheidsvoorstel.toekenning_id.in_(toekenning_ids))
    return sessie.scalars(vraag.order_by(Hardheidsvoorstel.id)).all()


def goedgekeurd(sessie: Session, toekenning_id: UUID, sinds: datetime | None) -> list[Hardheidsvoorstel]:
    """Return the proposals about one voorziening that were agreed to and stand; only those made after ``sinds``."""
    alle = voorstellen(sessie, [toekenning_id])
    later = (rij for rij in alle if sinds is None or rij.voorgesteld_op > sinds)
    return [rij for rij in later if rij.akkoord and rij.ingetrokken_op is None]


def gebruik(sessie: Session, kring: Kring, van: date, tot: date) -> Sequence[Any]:
    """Count per article how often it was set aside for what was granted, decided on in ``[van, tot)``."""
    rij = Hardheidsvoorstel
    vraag = (
        select(rij.artikel, rij.lid, func.count().label("aantal"))
        .join(Toekenning, Toekenning.id == rij.toekenning_id)
        .join(Klant, Klant.id == rij.klant_id)
        .where(rij.akkoord.is_(True), rij.ingetrokken_op.is_(None), Toekenning.stand.in_(INGEZET))
        .where(rij.besloten_op >= van, rij.besloten_op < tot, *kring.klanten)
    )
    return sessie.execute(vraag.group_by(rij.artikel, rij.lid).order_by(rij.artikel, rij.lid)).all()
