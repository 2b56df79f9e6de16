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


class Voorschotverzoek(Basis, VanKlant):
    """A request for a voorschot on an open aanvraag, with what was decided (None: not yet)."""

    __tablename__ = "voorschotverzoek"

    melding_id: Mapped[UUID] = mapped_column(ForeignKey("melding.id"), index=True)
    aanvraag_id: Mapped[UUID] = mapped_column(ForeignKey("aanvraag.id"), index=True)
    gevraagd_op: Mapped[date]
    toelichting: Mapped[str | None]
    vastgelegd_door: Mapped[UUID]
    toegekend: Mapped[bool | None]
    voorschot_id: Mapped[UUID | None] = mapped_column(ForeignKey("voorschot.id"))
    reden: Mapped[str | None]
    besloten_op: Mapped[datetime | None]
    besloten_door: Mapped[UUID | None]


def verzoek(sessie: Session, verzoek_id: UUID) -> Voorschotverzoek | None:
    """Find a request; row-level security hides those of klanten that may not be read."""
    return sessie.get(Voorschotverzoek, verzoek_id)


def verzoeken(sessie: Session, melding_id: UUID) -> list[Voorschotverzoek]:
    """Return the requests of a melding, oldest first."""
    vraag = select(Voorschotverzoek).where(Voorschotverzoek.melding_id == melding_id)
    return list(sessie.scalars(vraag.order_by(Voorschotverzoek.id)))


def open_verzoek(sessie: Session, melding_id: UUID) -> Voorschotverzoek | None:
    """Return the request on which nobody decided yet, if there is one."""
    return next((rij for rij in verzoeken(sessie, melding_id) if rij.toegekend is None), None)


def voorschotten(sessie: Session, melding_id: UUID) -> list[tuple[Voorschot, VoorschotIntrekking | None]]:
    """Return the voorschotten of a melding, oldest first, each with what undid it."""
    vraag = select(Voorschot, VoorschotIntrekking).outerjoin(
        VoorschotIntrekking, VoorschotIntrekking.voorschot_id == Voorschot.id
    )
    vraag = vraag.where(Voorschot.melding_id == melding_id).order_by(Voorschot.toegekend_op, Voorschot.id)
    return [(voorschot, intrekking) for voorschot, intrekking in sessie.execute(vraag)]
