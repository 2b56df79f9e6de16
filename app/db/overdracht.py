"""Reports of the ambitiegesprek and handovers to the consulent of the klantgroep."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.afspraak import Afspraak
from app.db.basis import Basis, MetVersie, VanKlant, keuze
from app.db.indeling import Ambitiegesprek
from app.db.klant import Klant
from app.domain.afspraak.feiten import AfspraakSoort
from app.domain.kern.rollen import Actor, Rol


class Ambitieverslag(Basis, VanKlant):
    """A report that was written, or corrected, after the ambitiegesprek was recorded; the last one counts."""

    __tablename__ = "ambitieverslag"

    gesprek_id: Mapped[UUID] = mapped_column(ForeignKey("ambitiegesprek.id"), index=True)
    tekst: Mapped[str]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


class Overdracht(Basis, VanKlant, MetVersie):
    """The handover of a klant by an indeling; without ``ontvanger_id`` anybody with ``rol`` may receive."""

    __tablename__ = "overdracht"

    gesprek_id: Mapped[UUID] = mapped_column(ForeignKey("ambitiegesprek.id"))
    indeling_id: Mapped[UUID] = mapped_column(ForeignKey("indeling.id"), unique=True)
    rol: Mapped[Rol] = mapped_column(keuze(Rol))
    ontvanger_id: Mapped[UUID | None] = mapped_column(ForeignKey("medewerker.id"))
    aangeboden_op: Mapped[datetime]
    aangeboden_door: Mapped[UUID]
    vervallen_op: Mapped[datetime | None]
    bevestigd_op: Mapped[datetime | None]
    bevestigd_door: Mapped[UUID | None]
    opmerking: Mapped[str | None]


def verslag(sessie: Session, gesprek: Ambitiegesprek) -> str | None:
    """Return the report that counts: the last one written afterwards, else the one in the record itself."""
    rij = Ambitieverslag
    vraag = select(rij.tekst).where(rij.gesprek_id == gesprek.id).order_by(rij.vastgelegd_op.desc(), rij.id.desc())
    return sessie.scalar(vraag.limit(1)) or gesprek.inhoud.get("verslag")


def overdracht(sessie: Session, actor: Actor, overdracht_id: UUID) -> Overdracht | None:
    """Find a handover of a readable klant."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Overdracht.klant_id)
    return sessie.scalar(select(Overdracht).where(Overdracht.id == overdracht_id, leesbaar.exists()))


def overdrachten(sessie: Session, klant_id: UUID) -> list[Overdracht]:
    """Return the handovers of a klant, the latest first."""
    return list(
        sessie.scalars(select(Overdracht).where(Overdracht.klant_id == klant_id).order_by(Overdracht.id.desc()))
    )


def kick_off_na(sessie: Session, klant_id: UUID, moment: datetime) -> bool:
    """Tell whether the klant is or was invited to a kick-off at or after this moment."""
    vraag = select(Afspraak.id).where(
        Afspraak.klant_id == klant_id,
        Afspraak.soort == AfspraakSoort.KICK_OFF,
        Afspraak.vervallen_op.is_(None),
        Afspraak.begint >= moment,
    )
    return sessie.scalar(vraag.limit(1)) is not None
