"""Voorschotten: decided, and sometimes taken back; neither row is ever changed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db.basis import Basis, VanKlant


class Voorschot(Basis, VanKlant):
    """An advance on the uitkering: ``bedrag`` in eurocents per month, ``norm`` the norm it was tested against."""

    __tablename__ = "voorschot"

    melding_id: Mapped[UUID] = mapped_column(ForeignKey("melding.id"), index=True)
    bedrag: Mapped[int]
    datum: Mapped[date]
    grondslag: Mapped[str]
    toetsen: Mapped[list[Any]]
    norm: Mapped[int]
    peildatum: Mapped[date]
    beleid_id: Mapped[str]
    beleid_sha256: Mapped[str]
    norm_beleid_id: Mapped[str]
    norm_beleid_sha256: Mapped[str]
    codeversie: Mapped[str]
    toegekend_op: Mapped[datetime]
    toegekend_door: Mapped[UUID]


class VoorschotIntrekking(Basis, VanKlant):
    """A voorschot that was wrong and is undone."""

    __tablename__ = "voorschot_intrekking"

    voorschot_id: Mapped[UUID] = mapped_column(ForeignKey("voorschot.id"), unique=True)
    reden: Mapped[str]
    ingetrokken_op: Mapped[datetime]
    ingetrokken_door: Mapped[UUID]


def voorschotten(sessie: Session, melding_id: UUID) -> list[tuple[Voorschot, VoorschotIntrekking | None]]:
    """Return the voorschotten of a melding, oldest first, each with what undid it."""
    vraag = select(Voorschot, VoorschotIntrekking).outerjoin(
        VoorschotIntrekking, VoorschotIntrekking.voorschot_id == Voorschot.id
    )
    vraag = vraag.where(Voorschot.melding_id == melding_id).order_by(Voorschot.toegekend_op, Voorschot.id)
    return [(voorschot, intrekking) for voorschot, intrekking in sessie.execute(vraag)]
