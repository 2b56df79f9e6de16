"""Brief: a letter that was made, its bytes with their hash, and what happened to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, Json, VanKlant, keuze
from app.db.klant import Klant
from app.domain.kern.rollen import Actor


class Briefvorm(StrEnum):
    """The two forms of one letter."""

    PDF = "pdf"
    HTML = "html"


class Briefstapsoort(StrEnum):
    """What happened to a letter; ``verzending_herroepen`` takes a wrongly recorded dispatch back."""

    VERZONDEN = "verzonden"
    VERZENDING_HERROEPEN = "verzending_herroepen"
    INGETROKKEN = "ingetrokken"


class Brief(Basis, VanKlant):
    """One letter (``soort`` is a Documentsoort) about ``onderwerp_id``: a zaak or a besluit.

    ``eis`` is how it must be sent, as the policy said then, ``inhoud`` the content from which the forms were made, and
    ``met_adres`` tells whether an address was known.
    """

    __tablename__ = "brief"
    __table_args__ = (Index("ix_brief_onderwerp", "onderwerp_id", "id"),)

    soort: Mapped[str]
    onderwerp_id: Mapped[UUID]
    kenmerk: Mapped[str]
    titel: Mapped[str]
    datum: Mapped[date]
    gesprek_op: Mapped[date | None]
    eis: Mapped[Json]
    met_adres: Mapped[bool]
    inhoud: Mapped[Json]
    beleid_id: Mapped[str]
    gemaakt_door: Mapped[UUID]
    gemaakt_op: Mapped[datetime]


class Briefinhoud(Basis, VanKlant):
    """The bytes of one form of a letter."""

    __tablename__ = "briefinhoud"
    __table_args__ = (UniqueConstraint("brief_id", "vorm"),)

    brief_id: Mapped[UUID] = mapped_column(ForeignKey("brief.id"))
    vorm: Mapped[Briefvorm] = mapped_column(keuze(Briefvorm))
    mediatype: Mapped[str]
    inhoud: Mapped[bytes]
    sha256: Mapped[str]


class Briefstap(Basis, VanKlant):
    """Something that happened to a letter; ``datum`` is the day of it, ``wijzen`` are the ways it was sent."""

    __tablename__ = "briefstap"

    brief_id: Mapped[UUID] = mapped_column(ForeignKey("brief.id"), index=True)
    soort: Mapped[Briefstapsoort] = mapped_column(keuze(Briefstapsoort))
    datum: Mapped[date]
    wijzen: Mapped[list[str]] = mapped_column(ARRAY(Text))
    kenmerk_aangetekend: Mapped[str | None]
    reden: Mapped[str | None]
    gezet_door: Mapped[UUID]
    gezet_op: Mapped[datetime]


class Briefstatus(StrEnum):
    """How far a letter is; derived from its steps, never stored."""

    GEMAAKT = "gemaakt"
    VERZONDEN = "verzonden"
    INGETROKKEN = "ingetrokken"


@dataclass(frozen=True)
class Briefstand:
    """A letter with what happened to it, and the hash of each form."""

    brief: Brief
    stappen: Sequence[Briefstap]
    sha256: dict[Briefvorm, str]

    @property
    def verzending(self) -> Briefstap | None:
        """The dispatch that counts."""
        laatste = self.stappen[-1] if self.stappen else None
        return laatste if laatste is not None and laatste.soort is Briefstapsoort.VERZONDEN else None

    @property
    def status(self) -> Briefstatus:
        """How far the letter is."""
        if self.verzending is not None:
            return Briefstatus.VERZONDEN
        weg = any(stap.soort is Briefstapsoort.INGETROKKEN for stap in self.stappen)
        return Briefstatus.INGETROKKEN if weg else Briefstatus.GEMAAKT


def stand(sessie: Session, actor: Actor, brief_id: UUID) -> Briefstand | None:
    """Find a letter to a readable klant."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    gevonden = sessie.scalar(select(Brief).where(Brief.id == brief_id, Brief.klant_id.in_(leesbaar)))
    return standen(sessie, [gevonden])[0] if gevonden else None


def van_klant(sessie: Session, klant_id: UUID) -> list[Briefstand]:
    """Return the letters to a klant, the newest first."""
    rijen = sessie.scalars(select(Brief).where(Brief.klant_id == klant_id).order_by(Brief.id.desc()))
    return standen(sessie, list(rijen))


def laatste_over(sessie: Session, onderwerp_id: UUID) -> Brief | None:
    """Return the last letter about a subject."""
    vraag = select(Brief).where(Brief.onderwerp_id == onderwerp_id).order_by(Brief.id.desc())
    return sessie.scalar(vraag.limit(1))


def laatst_verzonden(sessie: Session, onderwerp_id: UUID, soort: str) -> Brief | None:
    """Return the last letter of this kind about a subject that was sent."""
    vraag = select(Brief).where(Brief.onderwerp_id == onderwerp_id, Brief.soort == soort).order_by(Brief.id.desc())
    gevonden = standen(sessie, list(sessie.scalars(vraag)))
    return next((stand.brief for stand in gevonden if stand.status is Briefstatus.VERZONDEN), None)


def inhoud(sessie: Session, brief_id: UUID, vorm: Briefvorm) -> Briefinhoud | None:
    """Return the bytes of one form of a letter."""
    vraag = select(Briefinhoud).where(Briefinhoud.brief_id == brief_id, Briefinhoud.vorm == vorm)
    return sessie.scalar(vraag)


def standen(sessie: Session, brieven: Sequence[Brief]) -> list[Briefstand]:
    """Return these letters with their steps and hashes, without reading the bytes."""
    nummers = [brief.id for brief in brieven]
    stappen = select(Briefstap).where(Briefstap.brief_id.in_(nummers)).order_by(Briefstap.gezet_op, Briefstap.id)
    gezet = list(sessie.scalars(stappen))
    vraag = select(Briefinhoud.brief_id, Briefinhoud.vorm, Briefinhoud.sha256).where(Briefinhoud.brief_id.in_(nummers))
    hashes = sessie.execute(vraag).all()
    return [
        Briefstand(
            brief,
            [stap for stap in gezet if stap.brief_id == brief.id],
            {vorm: sha256 for brief_id, vorm, sha256 in hashes if brief_id == brief.id},
        )
        for brief in brieven
    ]
