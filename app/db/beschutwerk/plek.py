"""Places of beschut werk, and the row by which the clerks of a municipality wait for each other in a year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, UniqueConstraint, func, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Mapped, Session, mapped_column
from uuid_utils.compat import uuid7

from app.db import klant as klanten
from app.db.basis import Basis, Eigen, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.beschutwerk.beleid import Eenheid
from app.domain.beschutwerk.feiten import Dienstbetrekking, Plaatssoort
from app.domain.kern.rollen import Actor


class Plekstatus(StrEnum):
    """How far a place is; from ``besloten`` to ``toegekend`` it is taken, and after ``beeindigd`` until its end."""

    CONCEPT = "concept"
    BESLOTEN = "besloten"
    GETOETST = "getoetst"
    TOEGEKEND = "toegekend"
    GEWEIGERD = "geweigerd"
    VERVALLEN = "vervallen"
    BEEINDIGD = "beeindigd"


class Beschutwerkjaar(Basis, Eigen):
    """The year of a municipality: locked while a place of it is decided on."""

    __tablename__ = "beschutwerkjaar"
    __table_args__ = (UniqueConstraint("organisatie", "gemeente", "jaar"),)

    gemeente: Mapped[str]
    jaar: Mapped[int]


class Beschutwerkplek(Basis, VanKlant, MetVersie):
    """An employment in ``[begin, tot)`` of ``uren`` a week; ``telt`` tells that it takes a place of its year.

    ``aanpassingen`` are what makes the work possible, each with a kind and what it is.
    """

    __tablename__ = "beschutwerkplek"

    zaak_id: Mapped[UUID] = mapped_column(ForeignKey("beschutwerkzaak.id"), index=True)
    gemeente: Mapped[str]
    begin: Mapped[date]
    tot: Mapped[date | None]
    uren: Mapped[int]
    dienstbetrekking: Mapped[Dienstbetrekking] = mapped_column(keuze(Dienstbetrekking))
    plaats: Mapped[Plaatssoort] = mapped_column(keuze(Plaatssoort))
    werkgever: Mapped[str]
    vestiging_id: Mapped[UUID | None]
    aanpassingen: Mapped[list[Any]]
    status: Mapped[Plekstatus] = mapped_column(keuze(Plekstatus))
    telt: Mapped[bool]
    reden_einde: Mapped[str | None]
    gemaakt_op: Mapped[datetime]
    gemaakt_door: Mapped[UUID]

    @classmethod
    def loopt_na(cls, dag: date) -> ColumnElement[bool]:
        """Tell whether a place still runs after ``dag``, or begins then."""
        return or_(cls.tot.is_(None), cls.tot > dag)


BEZET: Final = Beschutwerkplek.telt.is_(True)


def vergrendel_jaar(sessie: Session, organisatie: str, gemeente: str, jaar: int) -> None:
    """Lock the year of a municipality until the end of the transaction; of two clerks one waits for the other."""
    rij = {"id": uuid7(), "organisatie": organisatie, "gemeente": gemeente, "jaar": jaar}
    sessie.execute(insert(Beschutwerkjaar).values(rij).on_conflict_do_nothing())
    vraag = select(Beschutwerkjaar.id).where(
        Beschutwerkjaar.organisatie == organisatie, Beschutwerkjaar.gemeente == gemeente, Beschutwerkjaar.jaar == jaar
    )
    sessie.execute(vraag.with_for_update())


def bezet(sessie: Session, organisatie: str, gemeente: str, dag: date, eenheid: Eenheid) -> int:
    """Count what is taken of the year of ``dag``: what runs on from that day, and what begins later that year."""
    som = func.count() if eenheid is Eenheid.PERSONEN else func.coalesce(func.sum(Beschutwerkplek.uren), 0)
    vraag = select(som).where(
        Beschutwerkplek.organisatie == organisatie,
        Beschutwerkplek.gemeente == gemeente,
        BEZET,
        Beschutwerkplek.begin <= date(dag.year, 12, 31),
        Beschutwerkplek.loopt_na(dag),
    )
    return int(sessie.scalar(vraag) or 0)


def plek(sessie: Session, actor: Actor, plek_id: UUID) -> Beschutwerkplek | None:
    """Find a place of a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    vraag = select(Beschutwerkplek).where(Beschutwerkplek.id == plek_id, Beschutwerkplek.klant_id.in_(leesbaar))
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def plekken(sessie: Session, zaak_ids: Sequence[UUID]) -> list[Beschutwerkplek]:
    """Return the places of these zaken, oldest first."""
    vraag = select(Beschutwerkplek).where(Beschutwerkplek.zaak_id.in_(zaak_ids))
    return list(sessie.scalars(vraag.order_by(Beschutwerkplek.gemaakt_op, Beschutwerkplek.id)))
