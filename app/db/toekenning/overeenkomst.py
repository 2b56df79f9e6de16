"""The agreement about a voorziening: what it says, and who signed it when."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, select
from sqlalchemy.dialects.postgresql import ARRAY, TEXT
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, Json, MetVersie, VanKlant
from app.db.klant import Klant
from app.domain.kern.rollen import Actor


class Voorzieningovereenkomst(Basis, VanKlant, MetVersie):
    """One agreement, kept as a letter; ``ondertekend_op`` is the day of the last signature, None until all signed."""

    __tablename__ = "voorzieningovereenkomst"

    toekenning_id: Mapped[UUID] = mapped_column(ForeignKey("toekenning.id"), index=True)
    brief_id: Mapped[UUID] = mapped_column(ForeignKey("brief.id"))
    afspraken: Mapped[Json]
    partijen: Mapped[list[str]] = mapped_column(ARRAY(TEXT))
    handtekeningen: Mapped[list[Any]]
    ondertekend_op: Mapped[date | None]
    gemaakt_op: Mapped[datetime]
    gemaakt_door: Mapped[UUID]
    ingetrokken_op: Mapped[datetime | None]
    reden_intrekking: Mapped[str | None]


def overeenkomst(sessie: Session, actor: Actor, overeenkomst_id: UUID) -> Voorzieningovereenkomst | None:
    """Find the agreement of a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    tabel = Voorzieningovereenkomst
    vraag = select(tabel).where(tabel.id == overeenkomst_id, tabel.klant_id.in_(leesbaar))
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def overeenkomsten(sessie: Session, toekenning_ids: Collection[UUID]) -> Sequence[Voorzieningovereenkomst]:
    """Return the agreements about these voorzieningen, withdrawn too, oldest first."""
    tabel = Voorzieningovereenkomst
    return sessie.scalars(select(tabel).where(tabel.toekenning_id.in_(toekenning_ids)).order_by(tabel.id)).all()


def geldende(sessie: Session, toekenning_id: UUID) -> Voorzieningovereenkomst | None:
    """Return the agreement about one voorziening that was not withdrawn."""
    alle = overeenkomsten(sessie, [toekenning_id])
    return next((rij for rij in reversed(alle) if rij.ingetrokken_op is None), None)
