"""Conversations with their preparation, answers and notes.

An answer is never changed: a correction or a withdrawal is a new row, and the last row of a question counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, Json, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.gesprek.soort import Gesprekssoort
from app.domain.kern.rollen import Actor


class Gesprek(Basis, VanKlant, MetVersie):
    """One conversation; ``onderwerp_id`` is what it belongs to (melding, ambitiegesprek, appointment), if anything.

    Its version moves with every answer and note.
    """

    __tablename__ = "gesprek"
    __table_args__ = (Index("ix_gesprek_volgorde", "klant_id", "datum", "id"),)

    soort: Mapped[Gesprekssoort] = mapped_column(keuze(Gesprekssoort))
    datum: Mapped[date]
    onderwerp_id: Mapped[UUID | None]
    beleid_id: Mapped[str]
    beleid_sha256: Mapped[str]
    gestart_op: Mapped[datetime]
    gestart_door: Mapped[UUID]
    ingetrokken_op: Mapped[datetime | None]
    reden_ingetrokken: Mapped[str | None]
    afgerond_op: Mapped[datetime | None]
    afgerond_door: Mapped[UUID | None]


class Gespreksantwoord(Basis, VanKlant):
    """An answer to a question; ``waarde`` is ``{"waarde": …}``, or None when the answer was withdrawn."""

    __tablename__ = "gespreksantwoord"
    __table_args__ = (Index("ix_gespreksantwoord_volgorde", "klant_id", "vraag", "vastgelegd_op"),)

    gesprek_id: Mapped[UUID] = mapped_column(ForeignKey("gesprek.id"), index=True)
    thema: Mapped[str]
    vraag: Mapped[str]
    waarde: Mapped[Json | None]
    reden: Mapped[str | None]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


class Gespreksnotitie(Basis, VanKlant):
    """A free note or addition, by theme or to the conversation as a whole."""

    __tablename__ = "gespreksnotitie"

    gesprek_id: Mapped[UUID] = mapped_column(ForeignKey("gesprek.id"), index=True)
    thema: Mapped[str | None]
    tekst: Mapped[str]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


class Gespreksvoorbereiding(Basis, VanKlant):
    """The preparation of the screening of a melding as it stood; the last row counts."""

    __tablename__ = "gespreksvoorbereiding"

    melding_id: Mapped[UUID] = mapped_column(ForeignKey("melding.id"), index=True)
    inhoud: Mapped[Json]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


def gesprek(sessie: Session, actor: Actor, gesprek_id: UUID) -> Gesprek | None:
    """Find a conversation of a readable klant."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Gesprek.klant_id)
    return sessie.scalar(select(Gesprek).where(Gesprek.id == gesprek_id, leesbaar.exists()))


def gesprekken(sessie: Session, klant_id: UUID) -> list[Gesprek]:
    """Return the conversations of a klant, the latest first."""
    vraag = select(Gesprek).where(Gesprek.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Gesprek.datum.desc(), Gesprek.id.desc())))


def antwoorden(sessie: Session, gesprek_ids: Sequence[UUID]) -> list[Gespreksantwoord]:
    """Return the answers of these conversations with all their versions, the oldest first."""
    vraag = select(Gespreksantwoord).where(Gespreksantwoord.gesprek_id.in_(gesprek_ids))
    return list(sessie.scalars(vraag.order_by(Gespreksantwoord.vastgelegd_op, Gespreksantwoord.id)))


def notities(sessie: Session, gesprek_ids: Sequence[UUID]) -> list[Gespreksnotitie]:
    """Return the notes of these conversations, the oldest first."""
    vraag = select(Gespreksnotitie).where(Gespreksnotitie.gesprek_id.in_(gesprek_ids))
    return list(sessie.scalars(vraag.order_by(Gespreksnotitie.vastgelegd_op, Gespreksnotitie.id)))


def laatste_antwoorden(sessie: Session, klant_id: UUID) -> list[tuple[Gesprek, Gespreksantwoord]]:
    """Return every answer of a klant in conversations that were not withdrawn, by day and then by moment."""
    vraag = select(Gesprek, Gespreksantwoord).join(Gespreksantwoord, Gespreksantwoord.gesprek_id == Gesprek.id)
    vraag = vraag.where(Gesprek.klant_id == klant_id, Gesprek.ingetrokken_op.is_(None))
    volgorde = (Gesprek.datum, Gesprek.id, Gespreksantwoord.vastgelegd_op, Gespreksantwoord.id)
    return [(rij, antwoord) for rij, antwoord in sessie.execute(vraag.order_by(*volgorde))]
