"""Klanten at an employer: dienstverbanden with their conditions, and what the employer stated it intends."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Numeric, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.db.werkgever.werkgever import Vestiging
from app.domain.kern.rollen import Actor
from app.domain.werkgever.dienstverband import Dienstverbandsoort, Eindereden
from app.domain.werkgever.intentie import Intentiestand, Intentievorm


class Dienstverband(Basis, VanKlant, MetVersie):
    """A klant employed in ``[van, tot)``; what was recorded by mistake is taken back with a reason."""

    __tablename__ = "dienstverband"
    __table_args__ = (CheckConstraint("tot IS NULL OR van < tot", name="periode"),)

    vestiging_id: Mapped[UUID] = mapped_column(ForeignKey("vestiging.id"), index=True)
    functie: Mapped[str]
    soort: Mapped[Dienstverbandsoort] = mapped_column(keuze(Dienstverbandsoort, "soort"))
    van: Mapped[date]
    tot: Mapped[date | None]
    uitzendbeding: Mapped[bool | None]
    einde_reden: Mapped[Eindereden | None] = mapped_column(keuze(Eindereden, "einde_reden"))
    einde_toelichting: Mapped[str | None]
    ingetrokken_op: Mapped[datetime | None]
    reden_intrekking: Mapped[str | None]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


class Arbeidsvoorwaarden(Basis, VanKlant):
    """Conditions from a day on, in eurocents a month; never changed: a later row with the same day corrects it."""

    __tablename__ = "arbeidsvoorwaarden"
    __table_args__ = (Index("ix_arbeidsvoorwaarden_volgorde", "dienstverband_id", "vanaf", "vastgelegd_op"),)

    dienstverband_id: Mapped[UUID] = mapped_column(ForeignKey("dienstverband.id"))
    vanaf: Mapped[date]
    uren_per_week: Mapped[Decimal] = mapped_column(Numeric(4, 2))
    voltijd_uren_per_week: Mapped[Decimal] = mapped_column(Numeric(4, 2))
    brutoloon: Mapped[int]
    werkgeverslasten: Mapped[int | None]
    reden: Mapped[str | None]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


class Intentieverklaring(Basis, VanKlant, MetVersie):
    """What an employer stated about a klant: who (``contactfunctie``), when, how, and what came of it."""

    __tablename__ = "intentieverklaring"

    vestiging_id: Mapped[UUID] = mapped_column(ForeignKey("vestiging.id"), index=True)
    contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("werkgevercontact.id"))
    contactfunctie: Mapped[str]
    voorziening: Mapped[str]
    functie: Mapped[str]
    datum: Mapped[date]
    vorm: Mapped[Intentievorm] = mapped_column(keuze(Intentievorm, "vorm"))
    stand: Mapped[Intentiestand] = mapped_column(keuze(Intentiestand, "stand"), default=Intentiestand.GELDT)
    reden: Mapped[str | None]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


def dienstverband(sessie: Session, actor: Actor, dienstverband_id: UUID) -> Dienstverband | None:
    """Find a dienstverband of a readable klant."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Dienstverband.klant_id)
    vraag = select(Dienstverband).where(Dienstverband.id == dienstverband_id, leesbaar.exists())
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def van_klant(sessie: Session, klant_id: UUID) -> list[Dienstverband]:
    """Return the dienstverbanden of a klant, oldest first."""
    vraag = select(Dienstverband).where(Dienstverband.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Dienstverband.van, Dienstverband.id)))


def werkgevers_van(sessie: Session, vestiging_ids: Collection[UUID]) -> dict[UUID, UUID]:
    """Return of which employer these vestigingen are."""
    vraag = select(Vestiging.id, Vestiging.werkgever_id).where(Vestiging.id.in_(vestiging_ids))
    return {rij.id: rij.werkgever_id for rij in sessie.execute(vraag)}


def voorwaarden(sessie: Session, dienstverband_ids: Collection[UUID]) -> list[Arbeidsvoorwaarden]:
    """Return the conditions that hold for these dienstverbanden, oldest first: per day the last that was recorded."""
    vraag = select(Arbeidsvoorwaarden).where(Arbeidsvoorwaarden.dienstverband_id.in_(dienstverband_ids))
    orde = (Arbeidsvoorwaarden.vanaf, Arbeidsvoorwaarden.vastgelegd_op, Arbeidsvoorwaarden.id)
    geldend = {(rij.dienstverband_id, rij.vanaf): rij for rij in sessie.scalars(vraag.order_by(*orde))}
    return list(geldend.values())


def eindes(sessie: Session, vestiging_id: UUID, reden: Eindereden, vanaf: date) -> Sequence[date]:
    """Return the days on which dienstverbanden at a vestiging ended for this reason, from ``vanaf`` on."""
    vraag = select(Dienstverband.tot).where(
        Dienstverband.vestiging_id == vestiging_id,
        Dienstverband.einde_reden == reden,
        Dienstverband.ingetrokken_op.is_(None),
        Dienstverband.tot >= vanaf,
    )
    return [tot for tot in sessie.scalars(vraag) if tot is not None]


def verklaring(sessie: Session, actor: Actor, verklaring_id: UUID) -> Intentieverklaring | None:
    """Find a statement about a readable klant."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Intentieverklaring.klant_id)
    vraag = select(Intentieverklaring).where(Intentieverklaring.id == verklaring_id, leesbaar.exists())
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def verklaringen(sessie: Session, klant_id: UUID) -> list[Intentieverklaring]:
    """Return the statements about a klant, oldest first, those that were withdrawn too."""
    vraag = select(Intentieverklaring).where(Intentieverklaring.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Intentieverklaring.datum, Intentieverklaring.id)))
