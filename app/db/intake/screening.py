"""Screening: the planned conversation, what came out of it, and the report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text, func, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db.basis import Basis, Json, OnderVarianten, VanKlant, keuze
from app.db.intake.melding import MeldingPersoon
from app.domain.intake.feiten import ScreeningUitkomst
from app.domain.intake.soorten import Rechtschatting

_EEN = text("status IN ('gepland', 'gehouden')")


class Screeningstatus(StrEnum):
    """An appointment is planned, then held, missed, moved to another moment, or lapses with its melding."""

    GEPLAND = "gepland"
    GEHOUDEN = "gehouden"
    NIET_VERSCHENEN = "niet_verschenen"
    VERZET = "verzet"
    VERVALLEN = "vervallen"


class Screening(Basis, VanKlant, OnderVarianten):
    """One planned screeningsgesprek ``[begin, einde)``; ``buiten_norm`` marks one later than the service norm."""

    __tablename__ = "screening"
    __table_args__ = (Index("ix_screening_een", "melding_id", unique=True, postgresql_where=_EEN),)

    melding_id: Mapped[UUID] = mapped_column(ForeignKey("melding.id"), index=True)
    status: Mapped[Screeningstatus] = mapped_column(keuze(Screeningstatus))
    begin: Mapped[datetime]
    einde: Mapped[datetime]
    locatie: Mapped[str]
    inkomensconsulent_id: Mapped[UUID] = mapped_column(ForeignKey("medewerker.id"))
    buiten_norm: Mapped[bool]
    reden_buiten_norm: Mapped[str | None]
    gepland_op: Mapped[datetime]
    bekend_bij_team: Mapped[bool | None]
    toelichting: Mapped[str | None]
    toetsen: Mapped[list[Any]] = mapped_column(default=list)


class Screeningsresultaat(Basis, VanKlant):
    """The outcome of a held screening, with the facts, toetsen and policy that it rests on. Never changed."""

    __tablename__ = "screeningsresultaat"

    melding_id: Mapped[UUID] = mapped_column(ForeignKey("melding.id"), index=True)
    screening_id: Mapped[UUID] = mapped_column(ForeignKey("screening.id"), unique=True)
    uitkomst: Mapped[ScreeningUitkomst] = mapped_column(keuze(ScreeningUitkomst))
    einde: Mapped[datetime]
    recht: Mapped[Rechtschatting] = mapped_column(keuze(Rechtschatting))
    reden_recht: Mapped[str]
    feiten: Mapped[Json]
    personen: Mapped[list[Any]]
    toetsen: Mapped[list[Any]]
    schuldsignaal: Mapped[str]
    voorlichting: Mapped[list[str]] = mapped_column(ARRAY(Text))
    verwijzing: Mapped[Json | None]
    norm: Mapped[int | None]
    rapportage_uiterlijk: Mapped[datetime]
    peildatum: Mapped[date]
    beleid_id: Mapped[str]
    beleid_sha256: Mapped[str]
    norm_beleid_id: Mapped[str | None]
    norm_beleid_sha256: Mapped[str | None]
    codeversie: Mapped[str]
    vastgelegd_door: Mapped[UUID]


class Screeningsverslag(Basis, VanKlant):
    """The report of a screening; a correction is a new one. ``op_tijd`` tells whether it was within 48 hours."""

    __tablename__ = "screeningsverslag"

    melding_id: Mapped[UUID] = mapped_column(ForeignKey("melding.id"), index=True)
    screening_id: Mapped[UUID] = mapped_column(ForeignKey("screening.id"))
    tekst: Mapped[str]
    afgerond_op: Mapped[datetime]
    op_tijd: Mapped[bool]
    medewerker_id: Mapped[UUID]


def screeningen(sessie: Session, melding_ids: Sequence[UUID]) -> list[Screening]:
    """Return the appointments of these meldingen in the order in which they were planned."""
    vraag = select(Screening).where(Screening.melding_id.in_(melding_ids))
    return list(sessie.scalars(vraag.order_by(Screening.gepland_op, Screening.id)))


def screening(sessie: Session, screening_id: UUID) -> Screening | None:
    """Find an appointment; row-level security hides those of klanten that may not be read."""
    return sessie.get(Screening, screening_id)


def geplande(sessie: Session, melding_id: UUID) -> Screening | None:
    """Return the appointment that still has to take place, if there is one."""
    vraag = select(Screening).where(Screening.melding_id == melding_id, Screening.status == Screeningstatus.GEPLAND)
    return sessie.scalar(vraag)


def resultaten(sessie: Session, melding_id: UUID) -> list[Screeningsresultaat]:
    """Return the outcomes of a melding, oldest first."""
    vraag = select(Screeningsresultaat).where(Screeningsresultaat.melding_id == melding_id)
    return list(sessie.scalars(vraag.order_by(Screeningsresultaat.einde, Screeningsresultaat.id)))


def laatste_instrument(sessie: Session, klant_id: UUID) -> str | None:
    """Return the instrument that the last screening of this person chose."""
    vraag = (
        select(Screeningsresultaat.personen)
        .join(MeldingPersoon, MeldingPersoon.melding_id == Screeningsresultaat.melding_id)
        .where(MeldingPersoon.klant_id == klant_id)
        .order_by(Screeningsresultaat.einde.desc(), Screeningsresultaat.id.desc())
    )
    personen = sessie.scalar(vraag.limit(1)) or []
    return next((wie["instrument"] for wie in personen if wie["klant_id"] == str(klant_id)), None)


def verslagen(sessie: Session, melding_id: UUID) -> list[Screeningsverslag]:
    """Return the reports of a melding, oldest first."""
    vraag = select(Screeningsverslag).where(Screeningsverslag.melding_id == melding_id)
    return list(sessie.scalars(vraag.order_by(Screeningsverslag.afgerond_op, Screeningsverslag.id)))


def meldingen_zonder_screening(sessie: Session, klant_id: UUID) -> int:
    """Count the meldingen of this person with a no-show and without a held screening (DEV-NOS-002)."""
    gehouden = select(Screening.melding_id).where(Screening.status == Screeningstatus.GEHOUDEN)
    vraag = (
        select(func.count(func.distinct(Screening.melding_id)))
        .join(MeldingPersoon, MeldingPersoon.melding_id == Screening.melding_id)
        .where(MeldingPersoon.klant_id == klant_id, Screening.status == Screeningstatus.NIET_VERSCHENEN)
        .where(Screening.melding_id.not_in(gehouden))
    )
    return sessie.scalar(vraag) or 0


def laatst_gehouden(sessie: Session, klant_id: UUID) -> datetime | None:
    """Return when the last held screening of this person, alone or as a partner, was over."""
    vraag = (
        select(func.max(Screeningsresultaat.einde))
        .join(MeldingPersoon, MeldingPersoon.melding_id == Screeningsresultaat.melding_id)
        .where(MeldingPersoon.klant_id == klant_id)
    )
    return sessie.scalar(vraag)
