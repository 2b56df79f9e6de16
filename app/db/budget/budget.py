"""A budget per gemeente, regeling and calendar year; its ledger only grows, and about no klant by name.

The sums of a budget stand in its own row, which every booking locks: so two who book at once see each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Identity, Index, Select, UniqueConstraint, func, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Mapped, Session, mapped_column
from uuid_utils.compat import uuid7

from app.db.basis import Basis, Eigen, MetVersie, keuze
from app.domain.budget.stand import Bedragen, Boekstap
from app.domain.budget.wachtlijst import Wachtstand
from app.domain.kern.rollen import Actor, Rol

_IN_DE_RIJ = (Wachtstand.WACHT, Wachtstand.AAN_DE_BEURT)


class Budget(Basis, Eigen, MetVersie):
    """What may be spent (``plafond``, None without a ceiling) and what is kept, promised and paid, in eurocents."""

    __tablename__ = "budget"
    __table_args__ = (UniqueConstraint("organisatie", "gemeente", "regeling", "jaar"),)

    gemeente: Mapped[str]
    regeling: Mapped[str]
    jaar: Mapped[int]
    plafond: Mapped[int | None] = mapped_column(BigInteger)
    gereserveerd: Mapped[int] = mapped_column(BigInteger, default=0)
    verplicht: Mapped[int] = mapped_column(BigInteger, default=0)
    betaald: Mapped[int] = mapped_column(BigInteger, default=0)

    @property
    def stand(self) -> Bedragen:
        """The sums, for the rules."""
        return Bedragen(gereserveerd=self.gereserveerd, verplicht=self.verplicht, betaald=self.betaald)


class Budgetplafond(Basis, Eigen):
    """A ceiling that was set, or taken away (None), with the reason; never changed."""

    __tablename__ = "budgetplafond"

    budget_id: Mapped[UUID] = mapped_column(ForeignKey("budget.id"), index=True)
    plafond: Mapped[int | None] = mapped_column(BigInteger)
    reden: Mapped[str]
    vastgesteld_op: Mapped[datetime]
    vastgesteld_door: Mapped[UUID]


class Budgetboeking(Basis, Eigen):
    """One booking: what it changed. ``kenmerk`` tells the payments of one subject apart. Never changed."""

    __tablename__ = "budgetboeking"
    __table_args__ = (
        Index("ix_budgetboeking_volgorde", "budget_id", "nr"),
        Index("ix_budgetboeking_onderwerp", "onderwerp_id", "budget_id"),
    )

    nr: Mapped[int] = mapped_column(BigInteger, Identity(always=True))
    budget_id: Mapped[UUID] = mapped_column(ForeignKey("budget.id"))
    onderwerp_soort: Mapped[str]
    onderwerp_id: Mapped[UUID]
    stap: Mapped[Boekstap] = mapped_column(keuze(Boekstap, "stap"))
    kenmerk: Mapped[str]
    bedrag: Mapped[int] = mapped_column(BigInteger)
    gereserveerd: Mapped[int] = mapped_column(BigInteger)
    verplicht: Mapped[int] = mapped_column(BigInteger)
    betaald: Mapped[int] = mapped_column(BigInteger)
    reden: Mapped[str | None]
    geboekt_op: Mapped[datetime]
    geboekt_door: Mapped[UUID]


class Budgetwachtende(Basis, Eigen, MetVersie):
    """A subject that waits for money in the order of ``nr``; ``medewerker_id`` hears when it can be helped."""

    __tablename__ = "budgetwachtende"
    __table_args__ = (
        Index(
            "ix_budgetwachtende_rij",
            "budget_id",
            "onderwerp_id",
            unique=True,
            postgresql_where=text("stand IN ('wacht', 'aan_de_beurt')"),
        ),
    )

    nr: Mapped[int] = mapped_column(BigInteger, Identity(always=True))
    budget_id: Mapped[UUID] = mapped_column(ForeignKey("budget.id"))
    onderwerp_soort: Mapped[str]
    onderwerp_id: Mapped[UUID]
    bedrag: Mapped[int] = mapped_column(BigInteger)
    stand: Mapped[Wachtstand] = mapped_column(keuze(Wachtstand, "stand"), default=Wachtstand.WACHT)
    rol: Mapped[Rol] = mapped_column(keuze(Rol, "rol"))
    medewerker_id: Mapped[UUID]
    sinds: Mapped[datetime]
    klaar_op: Mapped[datetime | None]


def _van(actor: Actor) -> Select[Any]:
    return select(Budget).where(Budget.organisatie == actor.organisatie, Budget.gemeente.in_(actor.gemeenten))


def vergrendel(sessie: Session, actor: Actor, gemeente: str, regeling: str, jaar: int) -> Budget:
    """Lock the budget of a regeling and year until the end of the transaction; make it when it is not there yet.

    What this session read before it had the lock is read again.
    """
    sessie.flush()
    leeg = {"plafond": None, "gereserveerd": 0, "verplicht": 0, "betaald": 0, "versie": 1}
    sleutel = {"organisatie": actor.organisatie, "gemeente": gemeente, "regeling": regeling, "jaar": jaar}
    sessie.execute(insert(Budget).values(id=uuid7(), **sleutel, **leeg).on_conflict_do_nothing())
    vraag = _van(actor).where(Budget.gemeente == gemeente, Budget.regeling == regeling, Budget.jaar == jaar)
    rij: Budget = sessie.scalars(vraag.with_for_update().execution_options(populate_existing=True)).one()
    return rij


def budget(sessie: Session, actor: Actor, budget_id: UUID, *, slot: bool = False) -> Budget | None:
    """Find a budget of the own organisation; ``slot`` locks it until the end of the transaction."""
    vraag = _van(actor).where(Budget.id == budget_id)
    if slot:
        sessie.flush()
        vraag = vraag.with_for_update().execution_options(populate_existing=True)
    rij: Budget | None = sessie.scalar(vraag)
    return rij


def budgetten(sessie: Session, actor: Actor, jaar: int) -> list[Budget]:
    """Return the budgets of a year, by gemeente and regeling."""
    vraag = _van(actor).where(Budget.jaar == jaar)
    return list(sessie.scalars(vraag.order_by(Budget.gemeente, Budget.regeling)))


def plafonds(sessie: Session, budget_id: UUID) -> list[Budgetplafond]:
    """Return the ceilings of a budget, newest first."""
    vraag = select(Budgetplafond).where(Budgetplafond.budget_id == budget_id)
    return list(sessie.scalars(vraag.order_by(Budgetplafond.id.desc())))


def post(sessie: Session, budget_id: UUID, onderwerp_id: UUID) -> Bedragen:
    """Add up what is booked for a subject on a budget."""
    som = [func.coalesce(func.sum(kolom), 0) for kolom in _BEDRAGEN]
    vraag = select(*som).where(Budgetboeking.budget_id == budget_id, Budgetboeking.onderwerp_id == onderwerp_id)
    gereserveerd, verplicht, betaald = (int(waarde) for waarde in sessie.execute(vraag).one())
    return Bedragen(gereserveerd=gereserveerd, verplicht=verplicht, betaald=betaald)


_BEDRAGEN = (Budgetboeking.gereserveerd, Budgetboeking.verplicht, Budgetboeking.betaald)


def laatste(sessie: Session, budget_id: UUID, onderwerp_id: UUID, stap: Boekstap, kenmerk: str) -> Budgetboeking | None:
    """Return the last booking of a subject of this kind and kenmerk."""
    vraag = select(Budgetboeking).where(
        Budgetboeking.budget_id == budget_id,
        Budgetboeking.onderwerp_id == onderwerp_id,
        Budgetboeking.stap == stap,
        Budgetboeking.kenmerk == kenmerk,
    )
    return sessie.scalar(vraag.order_by(Budgetboeking.nr.desc()).limit(1))


def boekingen(sessie: Session, budget_id: UUID, na: int, aantal: int) -> list[Budgetboeking]:
    """Return a page of the bookings on a budget after number ``na``, oldest first."""
    vraag = select(Budgetboeking).where(Budgetboeking.budget_id == budget_id, Budgetboeking.nr > na)
    return list(sessie.scalars(vraag.order_by(Budgetboeking.nr).limit(aantal)))


def van_onderwerpen(sessie: Session, onderwerp_ids: Sequence[UUID]) -> list[Any]:
    """Return per subject, regeling and year what is kept, promised and paid (onderwerp_id, regeling, jaar, sums)."""
    som = [func.sum(kolom).label(kolom.key) for kolom in _BEDRAGEN]
    vraag = select(Budgetboeking.onderwerp_id, Budget.regeling, Budget.jaar, *som)
    vraag = vraag.join(Budget, Budget.id == Budgetboeking.budget_id)
    vraag = vraag.where(Budgetboeking.onderwerp_id.in_(onderwerp_ids))
    vraag = vraag.group_by(Budgetboeking.onderwerp_id, Budget.regeling, Budget.jaar)
    return list(sessie.execute(vraag.order_by(Budget.jaar, Budget.regeling)))


def per_regeling(sessie: Session, onderwerp_ids: Sequence[UUID]) -> list[Any]:
    """Return what is kept, promised and paid for these subjects together (regeling, jaar, sums), newest year first."""
    som = [func.sum(kolom) for kolom in _BEDRAGEN]
    vraag = select(Budget.regeling, Budget.jaar, *som).join(Budgetboeking, Budgetboeking.budget_id == Budget.id)
    vraag = vraag.where(Budgetboeking.onderwerp_id.in_(onderwerp_ids)).group_by(Budget.regeling, Budget.jaar)
    rijen = sessie.execute(vraag.order_by(Budget.jaar.desc(), Budget.regeling))
    return [(regeling, jaar, *map(int, bedragen)) for regeling, jaar, *bedragen in rijen]


def wacht_op(sessie: Session, onderwerp_id: UUID) -> list[Budget]:
    """Return the budgets for which a subject waits."""
    vraag = select(Budget).join(Budgetwachtende, Budgetwachtende.budget_id == Budget.id)
    vraag = vraag.where(Budgetwachtende.onderwerp_id == onderwerp_id, Budgetwachtende.stand.in_(_IN_DE_RIJ))
    return list(sessie.scalars(vraag))


def instroom(sessie: Session, budget_ids: list[UUID], vanaf: datetime) -> dict[UUID, int]:
    """Add up per budget what was newly promised since ``vanaf``."""
    vraag = select(Budgetboeking.budget_id, func.sum(Budgetboeking.verplicht))
    vraag = vraag.where(Budgetboeking.budget_id.in_(budget_ids), Budgetboeking.geboekt_op >= vanaf)
    return {rij[0]: int(rij[1]) for rij in sessie.execute(vraag.group_by(Budgetboeking.budget_id))}


def rij(sessie: Session, budget_id: UUID) -> list[Budgetwachtende]:
    """Return who waits for a budget, in order."""
    vraag = select(Budgetwachtende).where(Budgetwachtende.budget_id == budget_id, Budgetwachtende.stand.in_(_IN_DE_RIJ))
    return list(sessie.scalars(vraag.order_by(Budgetwachtende.nr)))
