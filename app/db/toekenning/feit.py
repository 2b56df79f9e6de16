"""What happened to a voorziening, day by day; what was wrong is withdrawn and stays to be seen."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, Json, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.kern.rollen import Actor
from app.domain.toekenning.feit import Toekenningfeitsoort


class Toekenningfeit(Basis, VanKlant, MetVersie):
    """One thing that happened on ``datum``; ``inhoud`` is what was recorded of its kind."""

    __tablename__ = "toekenningfeit"

    toekenning_id: Mapped[UUID] = mapped_column(ForeignKey("toekenning.id"), index=True)
    soort: Mapped[Toekenningfeitsoort] = mapped_column(keuze(Toekenningfeitsoort))
    datum: Mapped[date]
    inhoud: Mapped[Json]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]
    ingetrokken_op: Mapped[datetime | None]
    reden_intrekking: Mapped[str | None]


def feit(sessie: Session, actor: Actor, feit_id: UUID) -> Toekenningfeit | None:
    """Find a feit of a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    vraag = select(Toekenningfeit).where(Toekenningfeit.id == feit_id, Toekenningfeit.klant_id.in_(leesbaar))
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def feiten(sessie: Session, toekenning_ids: Collection[UUID]) -> Sequence[Toekenningfeit]:
    """Return what happened to these voorzieningen, withdrawn too, oldest first."""
    vraag = select(Toekenningfeit).where(Toekenningfeit.toekenning_id.in_(toekenning_ids))
    return sessie.scalars(vraag.order_by(Toekenningfeit.datum, Toekenningfeit.id)).all()


def geldende(sessie: Session, toekenning_id: UUID, *soorten: Toekenningfeitsoort) -> list[Toekenningfeit]:
    """Return what still counts of one voorziening, oldest first."""
    alle = feiten(sessie, [toekenning_id])
    return [rij for rij in alle if rij.ingetrokken_op is None and (not soorten or rij.soort in soorten)]
