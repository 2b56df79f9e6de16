"""Incidenten with the letter that followed, and pandverboden; what was wrong is withdrawn and stays to be seen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.incident.pandverbod import Incidentsoort, Verbod
from app.domain.kern.rollen import Actor


class Incident(Basis, VanKlant, MetVersie):
    """What happened, where and when; ``brief_verzonden_op`` is the day of the manager's warning letter.

    ``brief_id`` is that letter, when it was made here.
    """

    __tablename__ = "incident"

    datum: Mapped[date]
    soort: Mapped[Incidentsoort] = mapped_column(keuze(Incidentsoort))
    locatie: Mapped[str]
    verslag: Mapped[str]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]
    brief_verzonden_op: Mapped[date | None]
    brief_kenmerk: Mapped[str | None]
    brief_id: Mapped[UUID | None] = mapped_column(ForeignKey("brief.id"), index=True)
    ingetrokken_op: Mapped[datetime | None]
    reden_intrekking: Mapped[str | None]


class Pandverbod(Basis, VanKlant, MetVersie):
    """A location closed to a klant in ``[van, tot)``; ``reden_einde`` says why it ended earlier than was said."""

    __tablename__ = "pandverbod"
    __table_args__ = (CheckConstraint("van <= tot", name="periode"),)

    incident_id: Mapped[UUID] = mapped_column(ForeignKey("incident.id"), index=True)
    locatie: Mapped[str]
    van: Mapped[date]
    tot: Mapped[date]
    reden: Mapped[str]
    reden_einde: Mapped[str | None]
    opgelegd_op: Mapped[datetime]
    opgelegd_door: Mapped[UUID]

    @property
    def verbod(self) -> Verbod:
        """The place and the period, for the rule."""
        return Verbod(locatie=self.locatie, van=self.van, tot=self.tot)


def incident(sessie: Session, actor: Actor, incident_id: UUID) -> Incident | None:
    """Find an incident of a readable klant."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    return sessie.scalar(select(Incident).where(Incident.id == incident_id, Incident.klant_id.in_(leesbaar)))


def pandverbod(sessie: Session, actor: Actor, pandverbod_id: UUID) -> Pandverbod | None:
    """Find a pandverbod of a readable klant."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    return sessie.scalar(select(Pandverbod).where(Pandverbod.id == pandverbod_id, Pandverbod.klant_id.in_(leesbaar)))


def incidenten(sessie: Session, klant_id: UUID) -> list[Incident]:
    """Return the incidenten of a klant, oldest first, withdrawn ones too."""
    vraag = select(Incident).where(Incident.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Incident.datum, Incident.id)))


def op_dag(sessie: Session, klant_id: UUID, dag: date) -> list[Incident]:
    """Return the incidenten of a klant on a day that were not withdrawn."""
    return [rij for rij in incidenten(sessie, klant_id) if rij.datum == dag and rij.ingetrokken_op is None]


def met_brief(sessie: Session, brief_id: UUID) -> list[Incident]:
    """Return the incidenten that were not withdrawn of which this letter is the proof."""
    vraag = select(Incident).where(Incident.brief_id == brief_id, Incident.ingetrokken_op.is_(None))
    return list(sessie.scalars(vraag))


def pandverboden(sessie: Session, klant_ids: Sequence[UUID]) -> list[Pandverbod]:
    """Return the pandverboden of these klanten, oldest first."""
    vraag = select(Pandverbod).where(Pandverbod.klant_id.in_(klant_ids))
    return list(sessie.scalars(vraag.order_by(Pandverbod.van, Pandverbod.id)))
