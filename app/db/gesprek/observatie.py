"""Observations, apart from the conversations. They only grow: a correction is a withdrawal, sharing is a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, VanKlant, keuze
from app.db.klant import Klant
from app.domain.gesprek.observatie import Deelgrond, Observatiecategorie, Partner
from app.domain.kern.rollen import Actor


class Observatie(Basis, VanKlant):
    """What somebody noticed on a day."""

    __tablename__ = "observatie"

    categorie: Mapped[Observatiecategorie] = mapped_column(keuze(Observatiecategorie))
    tekst: Mapped[str]
    datum: Mapped[date]
    gesprek_id: Mapped[UUID | None] = mapped_column(ForeignKey("gesprek.id"))
    vastgelegd_op: Mapped[datetime]
    auteur_id: Mapped[UUID]


class Observatieintrekking(Basis, VanKlant):
    """An observation that was not right, with the reason."""

    __tablename__ = "observatie_intrekking"

    observatie_id: Mapped[UUID] = mapped_column(ForeignKey("observatie.id"), unique=True)
    reden: Mapped[str]
    ingetrokken_op: Mapped[datetime]
    ingetrokken_door: Mapped[UUID]


class Observatiedeling(Basis, VanKlant):
    """That an observation was shared: with whom, for what purpose, on which ground and why."""

    __tablename__ = "observatie_deling"

    observatie_id: Mapped[UUID] = mapped_column(ForeignKey("observatie.id"), index=True)
    partner: Mapped[Partner] = mapped_column(keuze(Partner))
    grond: Mapped[Deelgrond] = mapped_column(keuze(Deelgrond))
    doel: Mapped[str]
    reden: Mapped[str]
    gedeeld_op: Mapped[datetime]
    gedeeld_door: Mapped[UUID]


def observatie(sessie: Session, actor: Actor, observatie_id: UUID) -> Observatie | None:
    """Find an observation in a dossier that this actor may read; not yet whether the category may be read."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Observatie.klant_id)
    return sessie.scalar(select(Observatie).where(Observatie.id == observatie_id, leesbaar.exists()))


def observaties(
    sessie: Session, klant_id: UUID, categorieen: Iterable[Observatiecategorie], auteur_id: UUID
) -> list[Observatie]:
    """Return the observations of a klant in these categories, and the own ones; the latest first."""
    mag = or_(Observatie.categorie.in_(list(categorieen)), Observatie.auteur_id == auteur_id)
    vraag = select(Observatie).where(Observatie.klant_id == klant_id, mag)
    return list(sessie.scalars(vraag.order_by(Observatie.datum.desc(), Observatie.id.desc())))


def intrekkingen(sessie: Session, observatie_ids: Sequence[UUID]) -> dict[UUID, Observatieintrekking]:
    """Return the withdrawals of these observations."""
    vraag = select(Observatieintrekking).where(Observatieintrekking.observatie_id.in_(observatie_ids))
    return {rij.observatie_id: rij for rij in sessie.scalars(vraag)}


def delingen(sessie: Session, observatie_ids: Sequence[UUID]) -> list[Observatiedeling]:
    """Return how these observations were shared, oldest first."""
    vraag = select(Observatiedeling).where(Observatiedeling.observatie_id.in_(observatie_ids))
    return list(sessie.scalars(vraag.order_by(Observatiedeling.gedeeld_op, Observatiedeling.id)))
