"""Situations in which blocking threatens, and the attempts to reach the klant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.blokkering.soorten import Ladderstap, Pad, Pogingresultaat, Situatiesoort, Situatiestatus
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Actor
from app.domain.machtiging.machtiging import Derdesoort


class Blokkeersituatie(Basis, VanKlant, MetVersie):
    """Something on ``datum`` on which the klant did not react; awaited ones have their last day in ``uiterlijk``.

    ``klantgroep``, ``zorg_handhaving`` and ``pad`` are those of the moment of the event, None while it is awaited.
    ``aanleiding_id`` is what it came from, such as a chain of appointments, with ``no_shows`` in it.
    """

    __tablename__ = "blokkeersituatie"
    __table_args__ = (
        Index(
            "ix_blokkeersituatie_aanleiding",
            "aanleiding_id",
            unique=True,
            postgresql_where=text("status IN ('verwacht', 'open')"),
        ),
    )

    soort: Mapped[Situatiesoort] = mapped_column(keuze(Situatiesoort))
    datum: Mapped[date]
    uiterlijk: Mapped[date | None]
    omschrijving: Mapped[str]
    automatisch: Mapped[bool]
    aanleiding_id: Mapped[UUID | None]
    no_shows: Mapped[int | None]
    klantgroep: Mapped[Klantgroep | None] = mapped_column(keuze(Klantgroep))
    zorg_handhaving: Mapped[bool]
    pad: Mapped[Pad | None] = mapped_column(keuze(Pad))
    status: Mapped[Situatiestatus] = mapped_column(keuze(Situatiestatus))
    reden_geen_verdere_stap: Mapped[str | None]
    reden: Mapped[str | None]
    geregistreerd_op: Mapped[datetime]
    geregistreerd_door: Mapped[UUID]
    afgesloten_op: Mapped[datetime | None]


class Ladderpoging(Basis, VanKlant):
    """One attempt on a rung; a wrong record is withdrawn and does not count."""

    __tablename__ = "ladderpoging"

    blokkeersituatie_id: Mapped[UUID] = mapped_column(ForeignKey("blokkeersituatie.id"), index=True)
    stap: Mapped[Ladderstap] = mapped_column(keuze(Ladderstap))
    datum: Mapped[date]
    resultaat: Mapped[Pogingresultaat] = mapped_column(keuze(Pogingresultaat))
    derde: Mapped[Derdesoort | None] = mapped_column(keuze(Derdesoort))
    toelichting: Mapped[str]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]
    ingetrokken_op: Mapped[datetime | None]
    reden_intrekking: Mapped[str | None]


def situatie(sessie: Session, actor: Actor, situatie_id: UUID) -> Blokkeersituatie | None:
    """Find a situation of a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    vraag = select(Blokkeersituatie).where(Blokkeersituatie.id == situatie_id, Blokkeersituatie.klant_id.in_(leesbaar))
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def situaties(sessie: Session, klant_id: UUID) -> list[Blokkeersituatie]:
    """Return the situations of a klant, oldest first."""
    vraag = select(Blokkeersituatie).where(Blokkeersituatie.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Blokkeersituatie.id)))


def over(sessie: Session, aanleiding_id: UUID) -> Blokkeersituatie | None:
    """Return the newest situation that came from this."""
    vraag = select(Blokkeersituatie).where(Blokkeersituatie.aanleiding_id == aanleiding_id)
    return sessie.scalar(vraag.order_by(Blokkeersituatie.id.desc()).limit(1))


def poging(sessie: Session, actor: Actor, poging_id: UUID) -> Ladderpoging | None:
    """Find an attempt to reach a readable klant."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    vraag = select(Ladderpoging).where(Ladderpoging.id == poging_id, Ladderpoging.klant_id.in_(leesbaar))
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def pogingen(sessie: Session, situatie_ids: Sequence[UUID]) -> list[Ladderpoging]:
    """Return the attempts in these situations in the order in which they were made."""
    vraag = select(Ladderpoging).where(Ladderpoging.blokkeersituatie_id.in_(situatie_ids))
    return list(sessie.scalars(vraag.order_by(Ladderpoging.datum, Ladderpoging.id)))
