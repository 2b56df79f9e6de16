"""A voorziening for one klant: what is asked, how it was weighed, and how far it is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Numeric, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, Json, MetVersie, VanKlant, is_een_van, keuze
from app.db.klant import Klant
from app.domain.kern.rollen import Actor
from app.domain.toekenning.stand import Toekenningstand, Verordeningsregime


class Toekenning(Basis, VanKlant, MetVersie):
    """One voorziening in the half-open period ``[van, tot)``, ``uren`` per week, ``kosten`` and ``loon`` in eurocents.

    ``antwoorden`` are the answers to its questions by code, ``gegevens`` what it needs to be
    recorded, ``collegebesluit`` what the college decided where nadere regels are missing. ``overgang`` is what is
    known of one of 2017. ``gestart_op`` and ``laatste_dag`` are what really happened.
    """

    __tablename__ = "toekenning"

    code: Mapped[str] = mapped_column(index=True)
    regime: Mapped[Verordeningsregime] = mapped_column(keuze(Verordeningsregime))
    stand: Mapped[Toekenningstand] = mapped_column(keuze(Toekenningstand))
    van: Mapped[date]
    tot: Mapped[date | None]
    uren: Mapped[Decimal | None] = mapped_column(Numeric(4, 1))
    kosten: Mapped[int | None]
    vestiging_id: Mapped[UUID | None] = mapped_column(index=True)
    dienstverband_id: Mapped[UUID | None]
    loon: Mapped[int | None]
    antwoorden: Mapped[Json]
    gegevens: Mapped[Json]
    collegebesluit: Mapped[Json | None]
    overgang: Mapped[Json | None]
    gestart_op: Mapped[date | None]
    laatste_dag: Mapped[date | None]
    eindegrond: Mapped[str | None]
    uitkomst: Mapped[str | None]
    reden_intrekking: Mapped[str | None]
    reden_heropening: Mapped[str | None]
    reden_hervatting: Mapped[str | None]
    opgesteld_op: Mapped[datetime]
    opgesteld_door: Mapped[UUID]


def toekenning(sessie: Session, actor: Actor, toekenning_id: UUID) -> Toekenning | None:
    """Find the toekenning of a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    vraag = select(Toekenning).where(Toekenning.id == toekenning_id, Toekenning.klant_id.in_(leesbaar))
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def toekenningen(sessie: Session, klant_id: UUID, standen: Collection[Toekenningstand] = ()) -> list[Toekenning]:
    """Return those of a klant (in one of ``standen``), the earliest begin first."""
    vraag = select(Toekenning).where(Toekenning.klant_id == klant_id)
    if standen:
        vraag = vraag.where(Toekenning.stand.in_(standen))
    return list(sessie.scalars(vraag.order_by(Toekenning.van, Toekenning.id)))


def inzetten(sessie: Session, klant_ids: Sequence[UUID], standen: Collection[Toekenningstand]) -> Sequence[Any]:
    """Return the periods of many klanten at once, the earliest begin first, without the rest of the rows."""
    vraag = select(
        Toekenning.id,
        Toekenning.klant_id,
        Toekenning.code,
        Toekenning.van,
        Toekenning.gestart_op,
        Toekenning.tot,
        Toekenning.regime,
        Toekenning.uitkomst,
        Toekenning.vestiging_id,
    ).where(is_een_van(Toekenning.klant_id, klant_ids), Toekenning.stand.in_(standen))
    return sessie.execute(vraag.order_by(Toekenning.van, Toekenning.id)).all()
