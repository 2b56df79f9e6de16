"""Requests of klanten in Faciliteren and Zorgen, with what came of them."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Actor
from app.domain.klantverzoek.verzoek import Klantverzoeksoort, Klantverzoekstand, Klantverzoekuitkomst


class Klantverzoek(Basis, VanKlant, MetVersie):
    """One request; ``bedrag`` in eurocents, ``maand`` the first day of the month of an advance."""

    __tablename__ = "klantverzoek"

    soort: Mapped[Klantverzoeksoort] = mapped_column(keuze(Klantverzoeksoort))
    stand: Mapped[Klantverzoekstand] = mapped_column(keuze(Klantverzoekstand))
    klantgroep: Mapped[Klantgroep] = mapped_column(keuze(Klantgroep))
    ontvangen_op: Mapped[date]
    omschrijving: Mapped[str]
    bedrag: Mapped[int | None]
    maand: Mapped[date | None]
    uitkomst: Mapped[Klantverzoekuitkomst | None] = mapped_column(keuze(Klantverzoekuitkomst))
    toelichting: Mapped[str | None]
    besluit_kenmerk: Mapped[str | None]
    afgehandeld_op: Mapped[date | None]
    afgehandeld_door: Mapped[UUID | None]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


def verzoek(sessie: Session, actor: Actor, verzoek_id: UUID) -> Klantverzoek | None:
    """Find a request of a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Klantverzoek.klant_id)
    vraag = select(Klantverzoek).where(Klantverzoek.id == verzoek_id, leesbaar.exists())
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def verzoeken(sessie: Session, klant_id: UUID) -> list[Klantverzoek]:
    """Return the requests of a klant, the newest first."""
    vraag = select(Klantverzoek).where(Klantverzoek.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Klantverzoek.ontvangen_op.desc(), Klantverzoek.id.desc())))
