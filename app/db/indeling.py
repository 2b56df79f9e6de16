"""Indeling: the ambitiegesprek, the proposal for a klantgroep, and which klantgroep held from which day.

All three only grow. The day on which an indeling ends is not stored: it follows from the next one.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db.basis import Basis, Json, VanKlant, keuze
from app.db.klant import Klant
from app.db.organisatie import Medewerker
from app.domain.indeling.feiten import Wisselgrond
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol


class Ambitiegesprek(Basis, VanKlant):
    """A gesprek that was held, with what was said (``inhoud``) and the toetsen at closing."""

    __tablename__ = "ambitiegesprek"

    datum: Mapped[date]
    diagnose_id: Mapped[UUID] = mapped_column(ForeignKey("diagnose.id"))
    norm_einde: Mapped[date | None]
    norm_overschreden: Mapped[bool]
    inhoud: Mapped[Json]
    toetsen: Mapped[list[Any]]
    peildatum: Mapped[date]
    beleid_id: Mapped[str]
    beleid_sha256: Mapped[str]
    codeversie: Mapped[str]
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


class Indelingsvoorstel(Basis, VanKlant):
    """A proposal, with the facts it rests on and all criteria; None when the facts point to no single klantgroep.

    Without ``gesprek_id`` the school handed the klant over.
    """

    __tablename__ = "indelingsvoorstel"

    gesprek_id: Mapped[UUID | None] = mapped_column(ForeignKey("ambitiegesprek.id"))
    klantgroep: Mapped[Klantgroep | None] = mapped_column(keuze(Klantgroep))
    voorstel: Mapped[Json]
    feiten: Mapped[Json]
    peildatum: Mapped[date]
    beleid_id: Mapped[str]
    beleid_sha256: Mapped[str]
    codeversie: Mapped[str]
    gemaakt_op: Mapped[datetime]
    gemaakt_door: Mapped[UUID]


class Indeling(Basis, VanKlant):
    """A decision on the klantgroep from ``van``; ``vorige`` is the klantgroep before, ``corrigeert`` what it undoes."""

    __tablename__ = "indeling"
    __table_args__ = (Index("ix_indeling_volgorde", "klant_id", "van", "besloten_op"),)

    van: Mapped[date]
    klantgroep: Mapped[Klantgroep] = mapped_column(keuze(Klantgroep))
    vorige: Mapped[Klantgroep | None] = mapped_column(keuze(Klantgroep, "vorige"))
    voorstel_id: Mapped[UUID] = mapped_column(ForeignKey("indelingsvoorstel.id"))
    corrigeert: Mapped[UUID | None] = mapped_column(ForeignKey("indeling.id"), unique=True)
    motivering: Mapped[str]
    klantvoorkeur: Mapped[Klantgroep | None] = mapped_column(keuze(Klantgroep, "klantvoorkeur"))
    eens: Mapped[bool]
    motivering_verschil: Mapped[str | None]
    twijfel: Mapped[bool]
    twijfelgeval: Mapped[Json | None]
    grond: Mapped[Wisselgrond | None] = mapped_column(keuze(Wisselgrond))
    zorg_handhaving: Mapped[Json | None]
    team: Mapped[str]
    consulent_id: Mapped[UUID | None] = mapped_column(ForeignKey("medewerker.id"))
    driegesprek: Mapped[Json | None]
    waarschuwing: Mapped[str | None]
    toetsen: Mapped[list[Any]]
    peildatum: Mapped[date]
    beleid_id: Mapped[str]
    beleid_sha256: Mapped[str]
    codeversie: Mapped[str]
    besloten_op: Mapped[datetime]
    besloten_door: Mapped[UUID]


def gesprekken(sessie: Session, klant_id: UUID) -> list[Ambitiegesprek]:
    """Return the ambitiegesprekken of a klant, the latest first."""
    vraag = select(Ambitiegesprek).where(Ambitiegesprek.klant_id == klant_id)
    laatste = (Ambitiegesprek.datum.desc(), Ambitiegesprek.vastgelegd_op.desc(), Ambitiegesprek.id.desc())
    return list(sessie.scalars(vraag.order_by(*laatste)))


def voorstel(sessie: Session, klant_id: UUID, voorstel_id: UUID) -> Indelingsvoorstel | None:
    """Find a proposal in this dossier."""
    vraag = select(Indelingsvoorstel).where(Indelingsvoorstel.klant_id == klant_id)
    return sessie.scalar(vraag.where(Indelingsvoorstel.id == voorstel_id))


def laatste_voorstel(sessie: Session, klant_id: UUID) -> Indelingsvoorstel | None:
    """Return the newest proposal in a dossier."""
    vraag = select(Indelingsvoorstel).where(Indelingsvoorstel.klant_id == klant_id)
    nieuwste = (Indelingsvoorstel.gemaakt_op.desc(), Indelingsvoorstel.id.desc())
    return sessie.scalar(vraag.order_by(*nieuwste).limit(1))


def indelingen(sessie: Session, klant_id: UUID) -> list[Indeling]:
    """Return the indelingen of a klant, the latest first; the first is the present one."""
    vraag = select(Indeling).where(Indeling.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Indeling.van.desc(), Indeling.besloten_op.desc(), Indeling.id.desc())))


def geldend_op(sessie: Session, klant_id: UUID, dag: date) -> Indeling | None:
    """Return the indeling that held on a day, leaving out what was corrected later; None before the first one."""
    alle = indelingen(sessie, klant_id)
    hersteld = {rij.corrigeert for rij in alle}
    return next((rij for rij in alle if rij.van <= dag and rij.id not in hersteld), None)


def onder_handhaving(sessie: Session, organisatie: str) -> int:
    """Count the klanten under zorg-handhaving; counts what the transaction may read (``verruim``)."""
    vraag = select(func.count()).select_from(Klant).where(Klant.organisatie == organisatie, Klant.zorg_handhaving)
    return sessie.scalar(vraag) or 0


def minst_belaste(sessie: Session, organisatie: str, rol: Rol, team: str | None) -> UUID | None:
    """Return the active employee with this role, and in this team if one is named, who has the fewest klanten.

    With equal caseloads the name decides, then the id. Counts what the transaction may read (``verruim``).
    """
    kolom = Klant.inkomensconsulent_id if rol is Rol.INKOMENSCONSULENT else Klant.consulent_id
    vraag = (
        select(Medewerker.id)
        .outerjoin(Klant, kolom == Medewerker.id)
        .where(Medewerker.organisatie == organisatie, Medewerker.actief, Medewerker.rollen.contains([rol.value]))
        .group_by(Medewerker.id)
        .order_by(func.count(Klant.id), Medewerker.naam, Medewerker.id)
        .limit(1)
    )
    return sessie.scalar(vraag if team is None else vraag.where(Medewerker.teams.contains([team])))
