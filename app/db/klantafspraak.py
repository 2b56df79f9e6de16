"""Klantafspraak: an agreement between klant and gemeente, and whether it was kept."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Index, Select, and_, select, text, tuple_
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.kern.rollen import Actor
from app.domain.klantafspraak.nakoming import Afspraakaanleiding, Nakomingsstand, Partij


class Klantafspraak(Basis, VanKlant, MetVersie):
    """Who does what by when. ``nagekomen`` is None until somebody looked; ``reden`` says why not, or why it lapsed."""

    __tablename__ = "klantafspraak"
    __table_args__ = (
        Index("ix_klantafspraak_open", "organisatie", "uiterlijk", "id", postgresql_where=text("nagekomen IS NULL")),
    )

    wat: Mapped[str]
    door: Mapped[Partij] = mapped_column(keuze(Partij))
    door_naam: Mapped[str | None]
    uiterlijk: Mapped[date]
    aanleiding: Mapped[Afspraakaanleiding] = mapped_column(keuze(Afspraakaanleiding, "aanleiding"))
    gemaakt_op: Mapped[datetime]
    gemaakt_door: Mapped[UUID]
    nagekomen: Mapped[bool | None]
    reden: Mapped[str | None]
    nagegaan_op: Mapped[datetime | None]
    vervallen_op: Mapped[datetime | None]


def klantafspraken(actor: Actor) -> Select[Klantafspraak]:
    """Start a query from the agreements with readable klanten."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    return select(Klantafspraak).where(
        Klantafspraak.organisatie == actor.organisatie, Klantafspraak.klant_id.in_(leesbaar)
    )


def klantafspraak(sessie: Session, actor: Actor, klantafspraak_id: UUID) -> Klantafspraak | None:
    """Find an agreement with a readable klant."""
    return sessie.scalar(klantafspraken(actor).where(Klantafspraak.id == klantafspraak_id))


def van_klant(sessie: Session, klant_id: UUID) -> list[Klantafspraak]:
    """Return the agreements with a klant, what is due first first."""
    vraag = select(Klantafspraak).where(Klantafspraak.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Klantafspraak.uiterlijk, Klantafspraak.id)))


def openstaand(sessie: Session, klant_id: UUID) -> list[Klantafspraak]:
    """Return what still has to be done, what is due first first."""
    return [rij for rij in van_klant(sessie, klant_id) if rij.nagekomen is None and rij.vervallen_op is None]


def met_stand(
    sessie: Session, actor: Actor, stand: Nakomingsstand, vandaag: date, na: tuple[date, UUID] | None, aantal: int
) -> list[tuple[Klantafspraak, Klant]]:
    """Return a page of the agreements of readable klanten that stand so on ``vandaag``, what is due first first."""
    vraag = klantafspraken(actor).where(_staat(stand, vandaag))
    if na is not None:
        vraag = vraag.where(tuple_(Klantafspraak.uiterlijk, Klantafspraak.id) > na)
    paren = vraag.join(Klant, Klant.id == Klantafspraak.klant_id).with_only_columns(Klantafspraak, Klant)
    rijen = sessie.execute(paren.order_by(Klantafspraak.uiterlijk, Klantafspraak.id).limit(aantal))
    return [(afspraak, klant) for afspraak, klant in rijen]


def _staat(stand: Nakomingsstand, vandaag: date) -> ColumnElement[bool]:
    geldig, onbekend = Klantafspraak.vervallen_op.is_(None), Klantafspraak.nagekomen.is_(None)
    standen: dict[Nakomingsstand, ColumnElement[bool]] = {
        Nakomingsstand.OPEN: and_(geldig, onbekend, Klantafspraak.uiterlijk >= vandaag),
        Nakomingsstand.TE_LAAT: and_(geldig, onbekend, Klantafspraak.uiterlijk < vandaag),
        Nakomingsstand.NAGEKOMEN: and_(geldig, Klantafspraak.nagekomen.is_(True)),
        Nakomingsstand.GEMIST: and_(geldig, Klantafspraak.nagekomen.is_(False)),
        Nakomingsstand.VERVALLEN: Klantafspraak.vervallen_op.is_not(None),
    }
    return standen[stand]
