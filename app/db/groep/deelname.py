"""Who takes part in a group, who was there with what homework, and which steps are done: in the klant's dossier."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, func, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, MetVersie, VanKlant, keuze
from app.db.groep.activiteit import Groepsactiviteit, Groepsmoment
from app.db.klant import Klant
from app.domain.groep.soorten import Deelnamestatus, Huiswerk
from app.domain.kern.rollen import Actor

_EEN = text("status = 'deelnemer'")


class Groepsdeelname(Basis, VanKlant, MetVersie):
    """A klant in a group; ``gedragsafspraken_op`` is the day on which the klant committed to the rules of conduct."""

    __tablename__ = "groepsdeelname"
    __table_args__ = (
        Index("ix_groepsdeelname_een", "groepsactiviteit_id", "klant_id", unique=True, postgresql_where=_EEN),
    )

    groepsactiviteit_id: Mapped[UUID] = mapped_column(ForeignKey("groepsactiviteit.id"))
    status: Mapped[Deelnamestatus] = mapped_column(keuze(Deelnamestatus), default=Deelnamestatus.DEELNEMER)
    vanaf: Mapped[date]
    tot: Mapped[date | None]
    gedragsafspraken_op: Mapped[date | None]
    reden: Mapped[str | None]


class Groepspresentie(Basis, VanKlant):
    """Whether a klant was at a moment, and the homework that came of it; corrected in place, with a gebeurtenis."""

    __tablename__ = "groepspresentie"
    __table_args__ = (UniqueConstraint("groepsmoment_id", "klant_id"),)

    groepsmoment_id: Mapped[UUID] = mapped_column(ForeignKey("groepsmoment.id"))
    aanwezig: Mapped[bool]
    huiswerk: Mapped[Huiswerk | None] = mapped_column(keuze(Huiswerk))
    resultaat_kenmerk: Mapped[str | None]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


class Groepsstap(Basis, VanKlant):
    """A step of a programme that a klant has done; one that was recorded by mistake is taken back."""

    __tablename__ = "groepsstap"
    __table_args__ = (UniqueConstraint("groepsactiviteit_id", "klant_id", "code"),)

    groepsactiviteit_id: Mapped[UUID] = mapped_column(ForeignKey("groepsactiviteit.id"))
    code: Mapped[str]
    gedaan_op: Mapped[date | None]
    minuten: Mapped[int | None]
    resultaat_kenmerk: Mapped[str | None]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


def deelnames(sessie: Session, actor: Actor, groep_id: UUID) -> list[tuple[Groepsdeelname, Klant]]:
    """Return the readable klanten in a group, and who left it, in the order in which they joined."""
    vraag = select(Groepsdeelname, Klant).join(Klant, Klant.id == Groepsdeelname.klant_id)
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    vraag = vraag.where(Groepsdeelname.groepsactiviteit_id == groep_id, Klant.id.in_(leesbaar))
    return [(deel, klant) for deel, klant in sessie.execute(vraag.order_by(Groepsdeelname.id))]


def deelname(sessie: Session, groep_id: UUID, klant_id: UUID) -> Groepsdeelname | None:
    """Find the running deelname of a klant in a group."""
    vraag = select(Groepsdeelname).where(
        Groepsdeelname.groepsactiviteit_id == groep_id,
        Groepsdeelname.klant_id == klant_id,
        Groepsdeelname.status == Deelnamestatus.DEELNEMER,
    )
    return sessie.scalar(vraag)


def aantal(sessie: Session, groep_id: UUID) -> int:
    """Count who takes part."""
    vraag = select(func.count()).where(
        Groepsdeelname.groepsactiviteit_id == groep_id, Groepsdeelname.status == Deelnamestatus.DEELNEMER
    )
    return sessie.scalar(vraag) or 0


def presenties(sessie: Session, groep_id: UUID) -> list[Groepspresentie]:
    """Return who was at which moment of a group."""
    vraag = select(Groepspresentie).join(Groepsmoment, Groepsmoment.id == Groepspresentie.groepsmoment_id)
    vraag = vraag.where(Groepsmoment.groepsactiviteit_id == groep_id)
    return list(sessie.scalars(vraag.order_by(Groepspresentie.id)))


def stappen(sessie: Session, groep_id: UUID) -> list[Groepsstap]:
    """Return the steps that were done in a group."""
    vraag = select(Groepsstap).where(Groepsstap.groepsactiviteit_id == groep_id)
    return list(sessie.scalars(vraag.order_by(Groepsstap.id)))


def groepen_van(sessie: Session, klant_id: UUID) -> list[tuple[Groepsdeelname, Groepsactiviteit]]:
    """Return the groups of a klant, newest first."""
    vraag = select(Groepsdeelname, Groepsactiviteit).join(
        Groepsactiviteit, Groepsactiviteit.id == Groepsdeelname.groepsactiviteit_id
    )
    rijen = sessie.execute(vraag.where(Groepsdeelname.klant_id == klant_id).order_by(Groepsdeelname.id.desc()))
    return [(deel, groep) for deel, groep in rijen]
