"""Activiteiten of a klant with their hours through time, and how the leefgebieden were judged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Numeric, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, Json, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.kern.activiteit import Activiteitsoort
from app.domain.kern.rollen import Actor


class Activiteit(Basis, VanKlant, MetVersie):
    """What a klant does from ``start`` until the last day ``einde``; one that was wrong is taken back with a reason."""

    __tablename__ = "activiteit"

    soort: Mapped[Activiteitsoort] = mapped_column(keuze(Activiteitsoort))
    omschrijving: Mapped[str | None]
    start: Mapped[date]
    einde: Mapped[date | None]
    zelf_gevonden: Mapped[bool | None]
    reden_intrekking: Mapped[str | None]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


class Activiteitstand(Basis, VanKlant):
    """Hours and income from a day; a later row with the same day corrects the one before."""

    __tablename__ = "activiteitstand"
    __table_args__ = (Index("ix_activiteitstand_volgorde", "activiteit_id", "vanaf", "vastgelegd_op"),)

    activiteit_id: Mapped[UUID] = mapped_column(ForeignKey("activiteit.id"))
    vanaf: Mapped[date]
    uren_per_week: Mapped[Decimal] = mapped_column(Numeric(4, 1))
    uren_uitbreidbaar: Mapped[bool | None]
    inkomen_per_maand: Mapped[int | None]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


class Leefgebiedbeeld(Basis, VanKlant):
    """How the consulent judges the leefgebieden on a day; a newer one takes its place."""

    __tablename__ = "leefgebiedbeeld"

    datum: Mapped[date]
    problemen: Mapped[Json]
    toelichting: Mapped[str | None]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


def activiteit(sessie: Session, actor: Actor, activiteit_id: UUID) -> Activiteit | None:
    """Find an activity of a readable klant."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Activiteit.klant_id)
    return sessie.scalar(select(Activiteit).where(Activiteit.id == activiteit_id, leesbaar.exists()))


def activiteiten(sessie: Session, klant_id: UUID) -> list[Activiteit]:
    """Return the activities of a klant, the latest first, those taken back as well."""
    vraag = select(Activiteit).where(Activiteit.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Activiteit.start.desc(), Activiteit.id.desc())))


def standen(sessie: Session, activiteit_ids: Sequence[UUID]) -> list[Activiteitstand]:
    """Return the standen of these activities in the order in which they hold, corrected ones as well."""
    vraag = select(Activiteitstand).where(Activiteitstand.activiteit_id.in_(activiteit_ids))
    return list(
        sessie.scalars(vraag.order_by(Activiteitstand.vanaf, Activiteitstand.vastgelegd_op, Activiteitstand.id))
    )


def leefgebiedbeelden(sessie: Session, klant_id: UUID) -> list[Leefgebiedbeeld]:
    """Return how the leefgebieden of a klant were judged, the latest first."""
    vraag = select(Leefgebiedbeeld).where(Leefgebiedbeeld.klant_id == klant_id)
    nieuwste = (Leefgebiedbeeld.datum.desc(), Leefgebiedbeeld.vastgelegd_op.desc(), Leefgebiedbeeld.id.desc())
    return list(sessie.scalars(vraag.order_by(*nieuwste)))
