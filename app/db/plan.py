"""Plan: the plan van aanpak, its versions and signatures, and which version was in force on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, ForeignKeyConstraint, UniqueConstraint, or_, select
from sqlalchemy.dialects.postgresql import ARRAY, TEXT
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.kern.rollen import Actor
from app.domain.plan.feiten import Auteur, Ondertekenwijze, PlanSoort


class Planstatus(StrEnum):
    """A plan is a concept until it is signed; there is one active plan per klant."""

    CONCEPT = "concept"
    ACTIEF = "actief"
    VERVANGEN = "vervangen"
    BEEINDIGD = "beeindigd"


class Ondertekenaar(StrEnum):
    """Who signed; only the klant's own signature puts a version in force."""

    KLANT = "klant"
    PARTNER = "partner"


class Plan(Basis, VanKlant, MetVersie):
    """A plan van aanpak. ``laatste_nr`` is its newest version, ``evaluatiedatum`` that of the version in force.

    ``geldig_tot`` is the first day on which the plan no longer counts, None while it does.
    """

    __tablename__ = "plan"

    soort: Mapped[PlanSoort] = mapped_column(keuze(PlanSoort))
    status: Mapped[Planstatus] = mapped_column(keuze(Planstatus), default=Planstatus.CONCEPT)
    laatste_nr: Mapped[int]
    evaluatiedatum: Mapped[date | None]
    verzuimregels_uitgereikt_op: Mapped[date | None]
    geldig_tot: Mapped[date | None]
    reden_einde: Mapped[str | None]


class Planversie(Basis, VanKlant):
    """One version of the content, never changed; ``datum`` is the day on which it was agreed.

    ``gesprek_id`` is the doelmatigheidsgesprek in which it came about, if any.
    """

    __tablename__ = "planversie"
    __table_args__ = (UniqueConstraint("plan_id", "nr"),)

    plan_id: Mapped[UUID] = mapped_column(ForeignKey("plan.id"))
    nr: Mapped[int]
    doelen: Mapped[list[Any]]
    verplichtingen: Mapped[list[str]] = mapped_column(ARRAY(TEXT))
    evaluatiedatum: Mapped[date | None]
    auteur: Mapped[Auteur] = mapped_column(keuze(Auteur))
    opsteller_id: Mapped[UUID]
    datum: Mapped[date]
    aanleiding: Mapped[str]
    vastgelegd_op: Mapped[datetime]
    overleg_op: Mapped[date | None]
    wijze_van_bereiken: Mapped[str | None]
    eigen_rol: Mapped[str | None]
    gesprek_id: Mapped[UUID | None] = mapped_column(ForeignKey("gesprek.id"), index=True)


class Planondertekening(Basis, VanKlant):
    """One signature under one version, with the conditions that were tested and the policy that they rested on."""

    __tablename__ = "planondertekening"
    __table_args__ = (
        UniqueConstraint("plan_id", "versie_nr", "door"),
        ForeignKeyConstraint(
            ["plan_id", "versie_nr"], ["planversie.plan_id", "planversie.nr"], name="fk_planondertekening_planversie"
        ),
    )

    plan_id: Mapped[UUID]
    versie_nr: Mapped[int]
    wijze: Mapped[Ondertekenwijze] = mapped_column(keuze(Ondertekenwijze))
    datum: Mapped[date]
    door: Mapped[Ondertekenaar] = mapped_column(keuze(Ondertekenaar))
    bewijs: Mapped[str]
    vastgelegd_door: Mapped[UUID]
    vastgelegd_op: Mapped[datetime]
    toetsen: Mapped[list[Any]]
    peildatum: Mapped[date]
    beleid_id: Mapped[str]
    beleid_sha256: Mapped[str]
    codeversie: Mapped[str]


@dataclass(frozen=True)
class PlanOpDag:
    """The version in force on a day: what the klant signed, with its obligations and the Verzuimregels."""

    plan: Plan
    versie: Planversie
    ondertekening: Planondertekening

    @property
    def verplichtingen(self) -> tuple[str, ...]:
        """Codes of the obligations (``app.domain.plan.verplichting``)."""
        return tuple(self.versie.verplichtingen)

    @property
    def verzuimregels_uitgereikt_op(self) -> date | None:
        """The day on which the klant got the document Verzuimregels."""
        return self.plan.verzuimregels_uitgereikt_op


def plan(sessie: Session, actor: Actor, plan_id: UUID) -> Plan | None:
    """Find a plan of a readable klant."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    return sessie.scalar(select(Plan).where(Plan.id == plan_id, Plan.klant_id.in_(leesbaar)))


def plannen(sessie: Session, klant_id: UUID) -> list[Plan]:
    """Return the plans of a klant, newest first."""
    return list(sessie.scalars(select(Plan).where(Plan.klant_id == klant_id).order_by(Plan.id.desc())))


def versies(sessie: Session, plan_ids: list[UUID]) -> list[Planversie]:
    """Return the versions of these plans, newest first."""
    vraag = select(Planversie).where(Planversie.plan_id.in_(plan_ids))
    return list(sessie.scalars(vraag.order_by(Planversie.plan_id, Planversie.nr.desc())))


def versie_uit_gesprek(sessie: Session, gesprek_id: UUID) -> Planversie | None:
    """Return the newest version that came about in a gesprek."""
    vraag = select(Planversie).where(Planversie.gesprek_id == gesprek_id)
    return sessie.scalar(vraag.order_by(Planversie.vastgelegd_op.desc(), Planversie.id.desc()).limit(1))


def ondertekeningen(sessie: Session, plan_ids: list[UUID]) -> list[Planondertekening]:
    """Return the signatures under these plans, newest first."""
    vraag = select(Planondertekening).where(Planondertekening.plan_id.in_(plan_ids))
    return list(sessie.scalars(vraag.order_by(Planondertekening.id.desc())))


def plan_op(sessie: Session, klant_id: UUID, dag: date) -> PlanOpDag | None:
    """Return the version that the klant had signed and that was in force on ``dag``, or None.

    The latest signature by the klant not after ``dag`` counts, of a plan that had not ended by then.
    """
    vraag = (
        select(Plan, Planversie, Planondertekening)
        .join(Planversie, Planversie.plan_id == Plan.id)
        .join(
            Planondertekening,
            (Planondertekening.plan_id == Planversie.plan_id) & (Planondertekening.versie_nr == Planversie.nr),
        )
        .where(
            Plan.klant_id == klant_id,
            Planondertekening.door == Ondertekenaar.KLANT,
            Planondertekening.datum <= dag,
            or_(Plan.geldig_tot.is_(None), Plan.geldig_tot > dag),
        )
        .order_by(Planondertekening.datum.desc(), Planondertekening.id.desc())
    )
    rij = sessie.execute(vraag.limit(1)).first()
    return PlanOpDag(*rij) if rij else None


def zonder_plan(sessie: Session, actor: Actor, dag: date, na: UUID | None, aantal: int) -> list[Klant]:
    """Return readable klanten with a klantgroep and no plan in force on ``dag``, after ``na`` (DEV-PVA-001)."""
    geldt = select(Plan.id).where(
        Plan.klant_id == Klant.id,
        Plan.status == Planstatus.ACTIEF,
        or_(Plan.geldig_tot.is_(None), Plan.geldig_tot > dag),
    )
    vraag = klanten.leesbaar(actor).where(Klant.klantgroep.is_not(None), ~geldt.exists())
    if na is not None:
        vraag = vraag.where(Klant.id > na)
    return list(sessie.scalars(vraag.order_by(Klant.id).limit(aantal)))
