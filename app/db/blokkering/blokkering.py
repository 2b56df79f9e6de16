"""Blocks of the payment."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.blokkering.soorten import (
    Blokkeergrond,
    Blokkeringstatus,
    Omvang,
    RedenGedeeltelijk,
    RedenOpheffing,
)
from app.domain.kern.rollen import Actor


class Blokkering(Basis, VanKlant, MetVersie):
    """A block of the payment from ``van`` on, ``tot`` the first day without; one at a time per klant.

    ``uitkering``, ``geblokkeerd`` and the fixed costs are eurocents per month; ``uitkering_bron`` says where the
    amount was seen, ``signaal_id`` in which signal the onderzoek is answered. ``toetsen`` is why it was
    allowed, on the policy ``beleid_sha256``.
    """

    __tablename__ = "blokkering"
    __table_args__ = (Index("ix_blokkering_een", "klant_id", unique=True, postgresql_where=text("status = 'lopend'")),)

    blokkeersituatie_id: Mapped[UUID | None] = mapped_column(ForeignKey("blokkeersituatie.id"), index=True)
    signaal_id: Mapped[UUID | None] = mapped_column(ForeignKey("signaal.id"), index=True)
    grond: Mapped[Blokkeergrond] = mapped_column(keuze(Blokkeergrond))
    aanwijzing: Mapped[str | None]
    aanwijzing_bron: Mapped[str | None]
    omvang: Mapped[Omvang] = mapped_column(keuze(Omvang))
    van: Mapped[date]
    uitkering: Mapped[int]
    uitkering_bron: Mapped[str]
    vaste_lasten: Mapped[list[Any]]
    geblokkeerd: Mapped[int]
    reden_gedeeltelijk: Mapped[RedenGedeeltelijk | None] = mapped_column(keuze(RedenGedeeltelijk))
    toelichting_gedeeltelijk: Mapped[str | None]
    toetsen: Mapped[list[Any]]
    beleid_id: Mapped[str]
    beleid_sha256: Mapped[str] = mapped_column(ForeignKey("beleidspakket.sha256"))
    codeversie: Mapped[str]
    status: Mapped[Blokkeringstatus] = mapped_column(keuze(Blokkeringstatus))
    geblokkeerd_op: Mapped[datetime]
    geblokkeerd_door: Mapped[UUID]
    tot: Mapped[date | None]
    reden_opheffing: Mapped[RedenOpheffing | None] = mapped_column(keuze(RedenOpheffing))
    toelichting_opheffing: Mapped[str | None]
    opgeheven_op: Mapped[datetime | None]
    opgeheven_door: Mapped[UUID | None]


def blokkering(sessie: Session, actor: Actor, blokkering_id: UUID) -> Blokkering | None:
    """Find a block of a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    vraag = select(Blokkering).where(Blokkering.id == blokkering_id, Blokkering.klant_id.in_(leesbaar))
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def blokkeringen(sessie: Session, klant_id: UUID) -> list[Blokkering]:
    """Return the blocks of a klant, oldest first."""
    return list(sessie.scalars(select(Blokkering).where(Blokkering.klant_id == klant_id).order_by(Blokkering.id)))


def lopende(sessie: Session, klant_id: UUID) -> Blokkering | None:
    """Return the block that runs, if there is one."""
    vraag = select(Blokkering).where(Blokkering.klant_id == klant_id, Blokkering.status == Blokkeringstatus.LOPEND)
    return sessie.scalar(vraag.execution_options(populate_existing=True))
