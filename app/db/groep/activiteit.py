"""Groepsactiviteiten with their moments; about nobody in particular, so the organisation reads them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Select, Text, select, tuple_
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db.basis import Basis, Eigen, MetVersie, OnderVarianten, keuze
from app.domain.groep.soorten import Groepsoort, Momentstatus, Momentvorm
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Actor


class Groepsactiviteit(Basis, Eigen, OnderVarianten, MetVersie):
    """One group with one begeleider; ``pakket`` is the policy on which it was set up.

    ``vervolg_op`` is the workshop whose homework a follow-up group discusses. Its version moves with its moments.
    """

    __tablename__ = "groepsactiviteit"
    __table_args__ = (Index("ix_groepsactiviteit_lijst", "organisatie", "start", "id"),)

    gemeente: Mapped[str]
    soort: Mapped[Groepsoort] = mapped_column(keuze(Groepsoort))
    klantgroep: Mapped[Klantgroep | None] = mapped_column(keuze(Klantgroep))
    naam: Mapped[str]
    begeleider_id: Mapped[UUID] = mapped_column(ForeignKey("medewerker.id"))
    start: Mapped[date]
    einde: Mapped[date | None]
    doeldatum: Mapped[date | None]
    vervolg_op: Mapped[UUID | None] = mapped_column(ForeignKey("groepsactiviteit.id"))
    beeindigd_op: Mapped[date | None]
    reden_einde: Mapped[str | None]
    pakket: Mapped[str]


class Groepsmoment(Basis, Eigen, OnderVarianten):
    """One date of a group, with the form in which it is delivered then and the parts that were done."""

    __tablename__ = "groepsmoment"

    groepsactiviteit_id: Mapped[UUID] = mapped_column(ForeignKey("groepsactiviteit.id"), index=True)
    begint: Mapped[datetime]
    duur_minuten: Mapped[int]
    vorm: Mapped[Momentvorm] = mapped_column(keuze(Momentvorm, "vorm"))
    aanbieder: Mapped[str | None]
    status: Mapped[Momentstatus] = mapped_column(keuze(Momentstatus), default=Momentstatus.GEPLAND)
    reden: Mapped[str | None]
    onderdelen: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list)
    huiswerk: Mapped[str | None]


def activiteit(sessie: Session, actor: Actor, groep_id: UUID, *, vergrendel: bool = False) -> Groepsactiviteit | None:
    """Find a group of a municipality that this actor works for."""
    vraag = _van(actor).where(Groepsactiviteit.id == groep_id)
    if vergrendel:
        vraag = vraag.with_for_update().execution_options(populate_existing=True)
    return sessie.scalar(vraag)


def _van(actor: Actor) -> Select[Groepsactiviteit]:
    return select(Groepsactiviteit).where(
        Groepsactiviteit.organisatie == actor.organisatie, Groepsactiviteit.gemeente.in_(actor.gemeenten)
    )


def bladzijde(
    sessie: Session, actor: Actor, soorten: Sequence[Groepsoort], na: tuple[date, UUID] | None, aantal: int
) -> list[Groepsactiviteit]:
    """Return a page of groups that go on, of these kinds (all when none is named), by start."""
    vraag = _van(actor).where(Groepsactiviteit.beeindigd_op.is_(None))
    if soorten:
        vraag = vraag.where(Groepsactiviteit.soort.in_(soorten))
    if na is not None:
        vraag = vraag.where(tuple_(Groepsactiviteit.start, Groepsactiviteit.id) > na)
    return list(sessie.scalars(vraag.order_by(Groepsactiviteit.start, Groepsactiviteit.id).limit(aantal)))


def momenten(sessie: Session, groep_id: UUID) -> list[Groepsmoment]:
    """Return the moments of a group, oldest first, those that lapsed too."""
    vraag = select(Groepsmoment).where(Groepsmoment.groepsactiviteit_id == groep_id)
    return list(sessie.scalars(vraag.order_by(Groepsmoment.begint, Groepsmoment.id)))


def moment(sessie: Session, groep_id: UUID, moment_id: UUID) -> Groepsmoment | None:
    """Find a moment of a group."""
    vraag = select(Groepsmoment).where(Groepsmoment.groepsactiviteit_id == groep_id, Groepsmoment.id == moment_id)
    return sessie.scalar(vraag)
