"""Werkstromen of a municipality, with their places; about nobody in particular."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Select, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db.basis import Basis, Eigen, MetVersie
from app.db.bekonnected.traject import Bekonnectedtraject
from app.domain.bekonnected.soorten import Bekonnectedstatus
from app.domain.kern.rollen import Actor


class Werkstroom(Basis, Eigen, MetVersie):
    """A kind of work with ``plaatsen``; who takes one locks the row, so that nobody takes the last place twice."""

    __tablename__ = "werkstroom"
    __table_args__ = (UniqueConstraint("organisatie", "gemeente", "naam"),)

    gemeente: Mapped[str]
    naam: Mapped[str]
    werkzaamheden: Mapped[str]
    plaatsen: Mapped[int]
    actief: Mapped[bool] = mapped_column(default=True)


def _van(actor: Actor) -> Select[Werkstroom]:
    return select(Werkstroom).where(
        Werkstroom.organisatie == actor.organisatie, Werkstroom.gemeente.in_(actor.gemeenten)
    )


def werkstroom(sessie: Session, actor: Actor, werkstroom_id: UUID, *, vergrendel: bool = False) -> Werkstroom | None:
    """Find a werkstroom of a municipality that this actor works for."""
    vraag = _van(actor).where(Werkstroom.id == werkstroom_id)
    if vergrendel:
        vraag = vraag.with_for_update().execution_options(populate_existing=True)
    return sessie.scalar(vraag)


def werkstromen(sessie: Session, actor: Actor, gemeente: str) -> list[Werkstroom]:
    """Return the werkstromen of a municipality by name, those that are closed too."""
    return list(sessie.scalars(_van(actor).where(Werkstroom.gemeente == gemeente).order_by(Werkstroom.naam)))


def met_naam(sessie: Session, actor: Actor, gemeente: str, naam: str) -> Werkstroom | None:
    """Find a werkstroom by its name."""
    return sessie.scalar(_van(actor).where(Werkstroom.gemeente == gemeente, Werkstroom.naam == naam))


def bezet(sessie: Session, organisatie: str) -> dict[UUID, int]:
    """Count per werkstroom who has a place: a traject that goes past its end still has it."""
    vraag = (
        select(Bekonnectedtraject.werkstroom_id, func.count())
        .where(
            Bekonnectedtraject.organisatie == organisatie,
            Bekonnectedtraject.werkstroom_id.is_not(None),
            Bekonnectedtraject.status == Bekonnectedstatus.LOPEND,
        )
        .group_by(Bekonnectedtraject.werkstroom_id)
    )
    return {nummer: aantal for nummer, aantal in sessie.execute(vraag) if nummer is not None}
