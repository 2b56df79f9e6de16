"""Bericht: a message or letter to a klant, from the moment that it is queued."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index, Select, func, or_, select, text, tuple_, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.bericht.kanaal import Berichtkanaal
from app.domain.kern.rollen import Actor


class Berichtstatus(StrEnum):
    """Where a message stands; letters wait to be printed by a person, the rest for the worker."""

    WACHTEND = "wachtend"
    AF_TE_DRUKKEN = "af_te_drukken"
    VERZONDEN = "verzonden"
    MISLUKT = "mislukt"
    TERUGGETROKKEN = "teruggetrokken"


ONVERZONDEN = (Berichtstatus.WACHTEND, Berichtstatus.AF_TE_DRUKKEN, Berichtstatus.MISLUKT)


class Bericht(Basis, VanKlant, MetVersie):
    """One message. To whom it goes is not stored: the address is read from the klant when it is delivered.

    ``niet_voor`` is the first moment to send it and ``niet_na`` the last that makes sense, ``volgende_poging`` when the
    worker may take it (None: not the worker's), ``geclaimd_tot`` until when a worker has it in hand. ``beleid_id``
    names the policy of the text, and ``agenda`` holds the appointment as iCalendar for the mail.
    """

    __tablename__ = "bericht"
    __table_args__ = (
        Index("ix_bericht_wachtend", "organisatie", "volgende_poging", postgresql_where=text("status = 'wachtend'")),
        Index("ix_bericht_status", "organisatie", "status", "id"),
        Index("ix_bericht_onderwerp", "onderwerp_id"),
    )

    sjabloon: Mapped[str]
    kanaal: Mapped[Berichtkanaal] = mapped_column(keuze(Berichtkanaal))
    onderwerp: Mapped[str]
    inhoud: Mapped[str]
    agenda: Mapped[str | None]
    onderwerp_id: Mapped[UUID]
    beleid_id: Mapped[str]
    gemaakt_op: Mapped[datetime]
    gemaakt_door: Mapped[UUID]
    niet_voor: Mapped[datetime]
    status: Mapped[Berichtstatus] = mapped_column(keuze(Berichtstatus), default=Berichtstatus.WACHTEND)
    pogingen: Mapped[int] = mapped_column(default=0)
    niet_na: Mapped[datetime | None]
    volgende_poging: Mapped[datetime | None]
    geclaimd_tot: Mapped[datetime | None]
    laatste_fout: Mapped[str | None]
    verzonden_op: Mapped[datetime | None]
    extern_kenmerk: Mapped[str | None]
    reden: Mapped[str | None]


def berichten(actor: Actor) -> Select[Bericht]:
    """Start a query from the messages to readable klanten."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    return select(Bericht).where(Bericht.organisatie == actor.organisatie, Bericht.klant_id.in_(leesbaar))


def bericht(sessie: Session, actor: Actor, bericht_id: UUID) -> Bericht | None:
    """Find a message to a readable klant."""
    return sessie.scalar(berichten(actor).where(Bericht.id == bericht_id))


def laatst_verzonden(sessie: Session, onderwerp_id: UUID, sjablonen: Sequence[str]) -> datetime | None:
    """Return when the last message of these kinds about a subject went out."""
    over = select(func.max(Bericht.verzonden_op)).where(Bericht.onderwerp_id == onderwerp_id)
    return sessie.scalar(over.where(Bericht.sjabloon.in_(sjablonen), Bericht.status == Berichtstatus.VERZONDEN))


def onverzonden(sessie: Session, onderwerp_id: UUID, sjablonen: Sequence[str]) -> list[Bericht]:
    """Return what was not sent yet about a subject, of these kinds (all kinds when none is named)."""
    vraag = select(Bericht).where(Bericht.onderwerp_id == onderwerp_id, Bericht.status.in_(ONVERZONDEN))
    return list(sessie.scalars(vraag.where(Bericht.sjabloon.in_(sjablonen)) if sjablonen else vraag))


def is_verzonden(sessie: Session, onderwerp_id: UUID, sjablonen: Sequence[str]) -> bool:
    """Tell whether one of these messages about a subject went out."""
    vraag = select(Bericht.id).where(Bericht.onderwerp_id == onderwerp_id, Bericht.sjabloon.in_(sjablonen))
    return sessie.scalar(vraag.where(Bericht.status == Berichtstatus.VERZONDEN).limit(1)) is not None


def te_bezorgen(sessie: Session, organisatie: str, nu: datetime, aantal: int) -> list[tuple[Bericht, Klant]]:
    """Lock the next messages that are due and that no other worker has in hand, with their klant."""
    vrij = or_(Bericht.geclaimd_tot.is_(None), Bericht.geclaimd_tot < nu)
    vraag = (
        select(Bericht, Klant)
        .join(Klant, Klant.id == Bericht.klant_id)
        .where(Bericht.organisatie == organisatie, Bericht.status == Berichtstatus.WACHTEND)
        .where(Bericht.volgende_poging <= nu, vrij)
        .order_by(Bericht.volgende_poging, Bericht.id)
        .limit(aantal)
        .with_for_update(of=Bericht, skip_locked=True)
    )
    return [(gevonden, klant) for gevonden, klant in sessie.execute(vraag)]


def onverzonden_van_klant(sessie: Session, klant_id: UUID, sjablonen: Sequence[str]) -> list[Bericht]:
    """Return what was not sent yet to a klant, of these kinds, whatever it is about."""
    vraag = select(Bericht).where(Bericht.klant_id == klant_id, Bericht.status.in_(ONVERZONDEN))
    return list(sessie.scalars(vraag.where(Bericht.sjabloon.in_(sjablonen))))


def trek_reeks_terug(sessie: Session, klant_ids: Select[Any], sjablonen: Sequence[str], reden: str) -> None:
    """Withdraw the unsent messages of these kinds to all these klanten in one statement."""
    weg = (Bericht.klant_id.in_(klant_ids), Bericht.sjabloon.in_(sjablonen), Bericht.status.in_(ONVERZONDEN))
    waarden = {"status": Berichtstatus.TERUGGETROKKEN, "volgende_poging": None, "reden": reden}
    opdracht = update(Bericht).where(*weg).values(**waarden, versie=Bericht.versie + 1)
    sessie.execute(opdracht, execution_options={"synchronize_session": False})


def van_klant(sessie: Session, klant_id: UUID, na: UUID | None, aantal: int) -> list[Bericht]:
    """Return a page of the messages to a klant, the newest first."""
    vraag = select(Bericht).where(Bericht.klant_id == klant_id)
    if na is not None:
        vraag = vraag.where(Bericht.id < na)
    return list(sessie.scalars(vraag.order_by(Bericht.id.desc()).limit(aantal)))


def met_status(
    sessie: Session, actor: Actor, status: Berichtstatus, na: tuple[datetime, UUID] | None, aantal: int
) -> list[tuple[Bericht, Klant]]:
    """Return a page of the messages with this status to readable klanten, what should go first first."""
    vraag = berichten(actor).where(Bericht.status == status)
    if na is not None:
        vraag = vraag.where(tuple_(Bericht.niet_voor, Bericht.id) > na)
    paren = vraag.join(Klant, Klant.id == Bericht.klant_id).with_only_columns(Bericht, Klant)
    rijen = sessie.execute(paren.order_by(Bericht.niet_voor, Bericht.id).limit(aantal))
    return [(gevonden, klant) for gevonden, klant in rijen]
