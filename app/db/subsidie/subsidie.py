"""Subsidies: what was asked, how far it is, and the termijnen of what was granted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ForeignKey, Text, UniqueConstraint, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, Json, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.kern.rollen import Actor
from app.domain.subsidie.model import Regelingcode


class Subsidiestand(StrEnum):
    """From the aanvraag to the end; a besluit moves it on when it is taken, checked and sent."""

    AANGEVRAAGD = "aangevraagd"
    BESLOTEN = "besloten"
    GETOETST = "getoetst"
    TOEGEKEND = "toegekend"
    AFGEWEZEN = "afgewezen"
    NIET_IN_BEHANDELING = "niet_in_behandeling"
    INGETROKKEN = "ingetrokken"
    BEEINDIGD = "beeindigd"
    VASTGESTELD = "vastgesteld"


VOORBIJ: Final = frozenset({Subsidiestand.AFGEWEZEN, Subsidiestand.NIET_IN_BEHANDELING, Subsidiestand.INGETROKKEN})
"""Nothing was granted, and nothing can be any more."""
GEGEVEN: Final = frozenset({Subsidiestand.TOEGEKEND, Subsidiestand.BEEINDIGD, Subsidiestand.VASTGESTELD})
"""Something was granted."""


class Termijnstand(StrEnum):
    """A termijn can be paid, is on its way, is held for a person to decide, was paid, or will not be paid."""

    OPEN = "open"
    GEFACTUREERD = "gefactureerd"
    AANGEHOUDEN = "aangehouden"
    BETAALD = "betaald"
    VERVALLEN = "vervallen"


class Subsidie(Basis, VanKlant, MetVersie):
    """One aanvraag and what came of it; ``gegevens`` is what the regeling asks, as far as it is known.

    ``iban`` and ``tenaamstelling`` are those of a klant who is paid; an employer's own stand with the employer.
    ``rekening_door`` put them there. ``aanvullen_tot`` is the last day on which the applicant can give
    ``aanvullen_wat`` (Awb 4:5), ``budget`` what was booked.
    """

    __tablename__ = "subsidie"

    regeling: Mapped[Regelingcode] = mapped_column(keuze(Regelingcode, "regeling"), index=True)
    stand: Mapped[Subsidiestand] = mapped_column(keuze(Subsidiestand, "stand"))
    ontvangen_op: Mapped[date]
    dienstverband_id: Mapped[UUID | None] = mapped_column(ForeignKey("dienstverband.id"), index=True)
    werkgever_id: Mapped[UUID | None] = mapped_column(ForeignKey("werkgever.id"), index=True)
    iban: Mapped[str | None]
    tenaamstelling: Mapped[str | None]
    rekening_door: Mapped[UUID | None]
    gegevens: Mapped[Json]
    aanvullen_tot: Mapped[date | None]
    aanvullen_wat: Mapped[str | None]
    budget: Mapped[Json | None]
    reden_intrekking: Mapped[str | None]
    geopend_op: Mapped[datetime]
    geopend_door: Mapped[UUID]


class Subsidietermijn(Basis, VanKlant, MetVersie):
    """One amount (eurocents) of a grant, with its formula and the figures behind it; paid once at most."""

    __tablename__ = "subsidietermijn"
    __table_args__ = (UniqueConstraint("subsidie_id", "nummer"),)

    subsidie_id: Mapped[UUID] = mapped_column(ForeignKey("subsidie.id"))
    nummer: Mapped[int]
    maand: Mapped[date | None]
    bedrag: Mapped[int]
    formule: Mapped[str]
    cijfers: Mapped[list[Any]]
    betaalbaar_vanaf: Mapped[date]
    bijlagen: Mapped[list[str]] = mapped_column(ARRAY(Text))
    begrensd: Mapped[bool]
    stand: Mapped[Termijnstand] = mapped_column(keuze(Termijnstand, "stand"))
    reden: Mapped[str | None]


def subsidie(sessie: Session, actor: Actor, subsidie_id: UUID) -> Subsidie | None:
    """Find a subsidie about a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Subsidie.klant_id)
    vraag = select(Subsidie).where(Subsidie.id == subsidie_id, leesbaar.exists())
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def van_klant(sessie: Session, klant_id: UUID) -> list[Subsidie]:
    """Return the subsidies about a klant, oldest first."""
    return list(sessie.scalars(select(Subsidie).where(Subsidie.klant_id == klant_id).order_by(Subsidie.id)))


def termijnen(sessie: Session, subsidie_ids: Sequence[UUID]) -> list[Subsidietermijn]:
    """Return the termijnen of these subsidies, in order."""
    vraag = select(Subsidietermijn).where(Subsidietermijn.subsidie_id.in_(subsidie_ids))
    return list(sessie.scalars(vraag.order_by(Subsidietermijn.subsidie_id, Subsidietermijn.nummer)))


def termijn(sessie: Session, actor: Actor, termijn_id: UUID) -> Subsidietermijn | None:
    """Find a termijn about a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Subsidietermijn.klant_id)
    vraag = select(Subsidietermijn).where(Subsidietermijn.id == termijn_id, leesbaar.exists())
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def lopende(sessie: Session, actor: Actor, regeling: Regelingcode) -> list[UUID]:
    """Return what was granted of a regeling about readable klanten and still runs, in the order of locking."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Subsidie.klant_id)
    vraag = select(Subsidie.id).where(Subsidie.regeling == regeling, Subsidie.stand == Subsidiestand.TOEGEKEND)
    return list(sessie.scalars(vraag.where(leesbaar.exists()).order_by(Subsidie.klant_id, Subsidie.id)))
