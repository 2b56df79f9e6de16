"""Subsidievorderingen: what is claimed back, on what basis, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.kern.rollen import Actor


class Vorderingstand(StrEnum):
    """A claim is open, was paid, or is given up."""

    OPEN = "open"
    VOLDAAN = "voldaan"
    INGETROKKEN = "ingetrokken"


class Vorderingbasis(StrEnum):
    """The law on which is claimed back: a subsidy under the Awb, everything under civil law, nothing under another."""

    AWB = "awb_4_57"
    CIVIELRECHTELIJK = "civielrechtelijk"


class Subsidievordering(Basis, VanKlant, MetVersie):
    """An amount (eurocents) that is claimed back."""

    __tablename__ = "subsidievordering"

    subsidie_id: Mapped[UUID] = mapped_column(ForeignKey("subsidie.id"), index=True)
    besluit_id: Mapped[UUID | None] = mapped_column(ForeignKey("besluit.id"))
    basis: Mapped[Vorderingbasis] = mapped_column(keuze(Vorderingbasis, "basis"))
    bedrag: Mapped[int]
    reden: Mapped[str]
    stand: Mapped[Vorderingstand] = mapped_column(keuze(Vorderingstand, "stand"))
    reden_afhandeling: Mapped[str | None]
    ingesteld_op: Mapped[datetime]
    ingesteld_door: Mapped[UUID]
    afgehandeld_op: Mapped[datetime | None]


def vordering(sessie: Session, actor: Actor, vordering_id: UUID) -> Subsidievordering | None:
    """Find a claim about a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Subsidievordering.klant_id)
    vraag = select(Subsidievordering).where(Subsidievordering.id == vordering_id, leesbaar.exists())
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def vorderingen(sessie: Session, subsidie_ids: Sequence[UUID]) -> list[Subsidievordering]:
    """Return the claims on these subsidies, oldest first."""
    vraag = select(Subsidievordering).where(Subsidievordering.subsidie_id.in_(subsidie_ids))
    return list(sessie.scalars(vraag.order_by(Subsidievordering.id)))
