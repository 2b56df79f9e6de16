"""Trajecten of BeKonnecteD, with proposals for an own workplace, skills, evaluations and chosen instruments."""

from __future__ import annotations

from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, Json, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.bekonnected.beleid import Toepassing
from app.domain.bekonnected.soorten import Bekonnectedeinde, Bekonnectedstatus, Vaardigheid, Voorstelstatus
from app.domain.kern.rollen import Actor

R = TypeVar("R", "Bekonnectedtraject", "Werkplekvoorstel", "Instrumentkeuze")


class Werkplekvoorstel(Basis, VanKlant, MetVersie):
    """A workplace that the klant proposed, and what the accountmanager decided."""

    __tablename__ = "werkplekvoorstel"

    datum: Mapped[date]
    werkplek: Mapped[str]
    werkzaamheden: Mapped[str]
    vestiging_id: Mapped[UUID | None]
    status: Mapped[Voorstelstatus] = mapped_column(keuze(Voorstelstatus))
    accountmanager_id: Mapped[UUID | None] = mapped_column(ForeignKey("medewerker.id"))
    besproken_op: Mapped[date | None]
    akkoord: Mapped[bool | None]
    verdringing: Mapped[bool | None]
    toelichting: Mapped[str | None]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


class Bekonnectedtraject(Basis, VanKlant, MetVersie):
    """Work in a werkstroom or at an own workplace, in ``[begin, tot)``, ``uren`` a week, with uitkering."""

    __tablename__ = "bekonnectedtraject"
    __table_args__ = (
        Index("ix_bekonnectedtraject_een", "klant_id", unique=True, postgresql_where=text("status = 'lopend'")),
    )

    werkstroom_id: Mapped[UUID | None] = mapped_column(ForeignKey("werkstroom.id"), index=True)
    voorstel_id: Mapped[UUID | None] = mapped_column(ForeignKey("werkplekvoorstel.id"), index=True)
    keuze_klant: Mapped[str]
    begin: Mapped[date]
    tot: Mapped[date]
    uren: Mapped[int]
    werkbegeleider: Mapped[str]
    status: Mapped[Bekonnectedstatus] = mapped_column(keuze(Bekonnectedstatus))
    geeindigd_op: Mapped[date | None]
    einde: Mapped[Bekonnectedeinde | None] = mapped_column(keuze(Bekonnectedeinde))
    reden_einde: Mapped[str | None]
    gestart_op: Mapped[datetime]
    gestart_door: Mapped[UUID]


class Vaardigheidsbeeld(Basis, VanKlant):
    """What the werkbegeleider saw of one skill on a day: a score, a note, or both; only grows."""

    __tablename__ = "vaardigheidsbeeld"

    traject_id: Mapped[UUID] = mapped_column(ForeignKey("bekonnectedtraject.id"), index=True)
    vaardigheid: Mapped[Vaardigheid] = mapped_column(keuze(Vaardigheid))
    datum: Mapped[date]
    score: Mapped[int | None]
    notitie: Mapped[str | None]
    werkbegeleider: Mapped[str]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


class Bekonnectedevaluatie(Basis, VanKlant):
    """The talk when the klant did not flow out: five answers, and until when it goes on; only grows."""

    __tablename__ = "bekonnectedevaluatie"

    traject_id: Mapped[UUID] = mapped_column(ForeignKey("bekonnectedtraject.id"), index=True)
    datum: Mapped[date]
    antwoorden: Mapped[Json]
    voortzetten: Mapped[bool]
    nieuw_tot: Mapped[date | None]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


class Instrumentkeuze(Basis, VanKlant, MetVersie):
    """An instrument that was chosen in Matchen; the voorziening or subsidie itself is asked for in its own room."""

    __tablename__ = "instrumentkeuze"

    instrument: Mapped[str]
    toepassing: Mapped[Toepassing] = mapped_column(keuze(Toepassing))
    reden: Mapped[str | None]
    traject_id: Mapped[UUID | None] = mapped_column(ForeignKey("bekonnectedtraject.id"), index=True)
    gekozen_op: Mapped[datetime]
    gekozen_door: Mapped[UUID]
    ingetrokken_op: Mapped[datetime | None]
    reden_intrekking: Mapped[str | None]


def _een(sessie: Session, actor: Actor, soort: type[R], nummer: UUID) -> R | None:
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    vraag = select(soort).where(soort.id == nummer, soort.klant_id.in_(leesbaar))
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def traject(sessie: Session, actor: Actor, traject_id: UUID) -> Bekonnectedtraject | None:
    """Find a traject of a readable klant, as it is now in the database."""
    return _een(sessie, actor, Bekonnectedtraject, traject_id)


def voorstel(sessie: Session, actor: Actor, voorstel_id: UUID) -> Werkplekvoorstel | None:
    """Find a proposal of a readable klant, as it is now in the database."""
    return _een(sessie, actor, Werkplekvoorstel, voorstel_id)


def instrumentkeuze(sessie: Session, actor: Actor, keuze_id: UUID) -> Instrumentkeuze | None:
    """Find a choice for a readable klant, as it is now in the database."""
    return _een(sessie, actor, Instrumentkeuze, keuze_id)


def trajecten(sessie: Session, klant_id: UUID) -> list[Bekonnectedtraject]:
    """Return the trajecten of a klant, oldest first."""
    vraag = select(Bekonnectedtraject).where(Bekonnectedtraject.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Bekonnectedtraject.begin, Bekonnectedtraject.id)))


def voorstellen(sessie: Session, klant_id: UUID) -> list[Werkplekvoorstel]:
    """Return the proposals of a klant, oldest first."""
    vraag = select(Werkplekvoorstel).where(Werkplekvoorstel.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Werkplekvoorstel.vastgelegd_op, Werkplekvoorstel.id)))


def keuzes(sessie: Session, klant_id: UUID) -> list[Instrumentkeuze]:
    """Return the chosen instruments of a klant, oldest first, those that were withdrawn too."""
    vraag = select(Instrumentkeuze).where(Instrumentkeuze.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Instrumentkeuze.gekozen_op, Instrumentkeuze.id)))


def vaardigheden(sessie: Session, traject_id: UUID) -> list[Vaardigheidsbeeld]:
    """Return what was seen of the skills in a traject, oldest first."""
    vraag = select(Vaardigheidsbeeld).where(Vaardigheidsbeeld.traject_id == traject_id)
    return list(sessie.scalars(vraag.order_by(Vaardigheidsbeeld.datum, Vaardigheidsbeeld.id)))


def evaluaties(sessie: Session, traject_id: UUID) -> list[Bekonnectedevaluatie]:
    """Return the evaluations of a traject, oldest first."""
    vraag = select(Bekonnectedevaluatie).where(Bekonnectedevaluatie.traject_id == traject_id)
    return list(sessie.scalars(vraag.order_by(Bekonnectedevaluatie.datum, Bekonnectedevaluatie.id)))
