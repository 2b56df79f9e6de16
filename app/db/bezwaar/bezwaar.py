"""Bezwaar: what came in against a besluit, how it was handled, and by when it must be decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import ForeignKey, Index, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, Json, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.bezwaar.feiten import Indiener, RedenNietHoren
from app.domain.kern.rollen import Actor


class Bezwaarstatus(StrEnum):
    """How far a bezwaar is; ``ingetrokken``: by who made it (Awb 6:21)."""

    OPEN = "open"
    BESLOTEN = "besloten"
    GETOETST = "getoetst"
    AFGEHANDELD = "afgehandeld"
    INGETROKKEN = "ingetrokken"


LOPEND: Final = (Bezwaarstatus.OPEN, Bezwaarstatus.BESLOTEN, Bezwaarstatus.GETOETST)


class Bezwaar(Basis, VanKlant, MetVersie):
    """One bezwaar; ``besluit_id`` follows the besluit that takes the place of the first one (Awb 6:19).

    ``bezwaar_tot_en_met`` is the last day to object to the first besluit, ``termijn`` the term to decide in.
    """

    __tablename__ = "bezwaar"
    __table_args__ = (
        Index(
            "uq_bezwaar_lopend",
            "besluit_id",
            unique=True,
            postgresql_where=text("status IN ('open', 'besloten', 'getoetst')"),
        ),
    )

    besluit_id: Mapped[UUID] = mapped_column(ForeignKey("besluit.id"), index=True)
    eerste_besluit_id: Mapped[UUID] = mapped_column(ForeignKey("besluit.id"), index=True)
    bezwaar_tot_en_met: Mapped[date]
    ontvangen_op: Mapped[date]
    verstuurd_op: Mapped[date | None]
    indiener: Mapped[Indiener] = mapped_column(keuze(Indiener))
    gemachtigde: Mapped[str | None]
    gronden: Mapped[str | None]
    hersteld_tot: Mapped[date | None]
    verschoonbaar: Mapped[bool | None]
    verschoonbaar_reden: Mapped[str | None]
    gehoord: Mapped[bool | None]
    gehoord_op: Mapped[date | None]
    hoorverslag: Mapped[str | None]
    reden_niet_horen: Mapped[RedenNietHoren | None] = mapped_column(keuze(RedenNietHoren))
    termijn: Mapped[Json]
    status: Mapped[Bezwaarstatus] = mapped_column(keuze(Bezwaarstatus))
    ontvangen_door: Mapped[UUID]
    geopend_op: Mapped[datetime]
    reden_intrekking: Mapped[str | None]


def bezwaar(sessie: Session, actor: Actor, bezwaar_id: UUID) -> Bezwaar | None:
    """Find a bezwaar of a readable klant."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    return sessie.scalar(select(Bezwaar).where(Bezwaar.id == bezwaar_id, Bezwaar.klant_id.in_(leesbaar)))


def bezwaren_van(sessie: Session, klant_id: UUID) -> list[Bezwaar]:
    """Return the bezwaren of a klant, oldest first."""
    vraag = select(Bezwaar).where(Bezwaar.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Bezwaar.geopend_op, Bezwaar.id)))


def bezwaren_tegen(sessie: Session, besluit_ids: Sequence[UUID]) -> list[Bezwaar]:
    """Return the bezwaren against these besluiten, those that came to be about them included, oldest first."""
    raakt = Bezwaar.besluit_id.in_(besluit_ids) | Bezwaar.eerste_besluit_id.in_(besluit_ids)
    return list(sessie.scalars(select(Bezwaar).where(raakt).order_by(Bezwaar.geopend_op, Bezwaar.id)))


def lopend_tegen(sessie: Session, besluit_id: UUID) -> Bezwaar | None:
    """Return the bezwaar that is open against a besluit, if there is one."""
    return sessie.scalar(select(Bezwaar).where(Bezwaar.besluit_id == besluit_id, Bezwaar.status.in_(LOPEND)))
