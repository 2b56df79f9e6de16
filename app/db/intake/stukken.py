"""Stukken: what was asked of the klant, by when, and what came in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db.basis import Basis, VanKlant, keuze


class Verzoekstatus(StrEnum):
    """A request is open until everything came in, or lapses with its melding."""

    OPEN = "open"
    COMPLEET = "compleet"
    VERVALLEN = "vervallen"


class Stukstatus(StrEnum):
    """Where one stuk stands (DEV-AAN-015)."""

    GEVRAAGD = "gevraagd"
    ONTVANGEN = "ontvangen"
    GOEDGEKEURD = "goedgekeurd"
    ONVOLLEDIG = "onvolledig"


class Stukkenverzoek(Basis, VanKlant):
    """A request for stukken; the aanvultermijn runs after ``aanvulling_verzonden_op`` up to and with its last day."""

    __tablename__ = "stukkenverzoek"

    melding_id: Mapped[UUID] = mapped_column(ForeignKey("melding.id"), index=True)
    status: Mapped[Verzoekstatus] = mapped_column(keuze(Verzoekstatus))
    gevraagd_op: Mapped[date]
    inleveren_uiterlijk: Mapped[date]
    aanvulling_verzonden_op: Mapped[date | None]
    aanvulling_uiterlijk: Mapped[date | None]
    herinnerd_op: Mapped[date | None]
    compleet_op: Mapped[date | None]


class Stuk(Basis, VanKlant):
    """One document that was asked for."""

    __tablename__ = "stuk"

    verzoek_id: Mapped[UUID] = mapped_column(ForeignKey("stukkenverzoek.id"), index=True)
    omschrijving: Mapped[str]
    status: Mapped[Stukstatus] = mapped_column(keuze(Stukstatus))
    ontvangen_op: Mapped[date | None]
    op_tijd: Mapped[bool | None]


def verzoeken(sessie: Session, melding_id: UUID) -> list[Stukkenverzoek]:
    """Return the requests of a melding, oldest first."""
    vraag = select(Stukkenverzoek).where(Stukkenverzoek.melding_id == melding_id)
    return list(sessie.scalars(vraag.order_by(Stukkenverzoek.gevraagd_op, Stukkenverzoek.id)))


def verzoek(sessie: Session, verzoek_id: UUID) -> Stukkenverzoek | None:
    """Find a request; row-level security hides those of klanten that may not be read."""
    return sessie.get(Stukkenverzoek, verzoek_id)


def stukken(sessie: Session, verzoek_ids: Sequence[UUID]) -> list[Stuk]:
    """Return the stukken of these requests in the order of asking."""
    vraag = select(Stuk).where(Stuk.verzoek_id.in_(verzoek_ids)).order_by(Stuk.verzoek_id, Stuk.id)
    return list(sessie.scalars(vraag))
