"""Klant: the person, and the parent row of the whole dossier."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, Select, Text, UniqueConstraint, func, or_, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db.basis import Basis, Eigen, Json, MetVersie, keuze
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.norm import Leefvorm
from app.domain.kern.rollen import Actor, Bereik
from app.domain.maatregel.beleid import Regime


class Klant(Basis, Eigen, MetVersie):
    """A person with a dossier. ``laatste_volgnr`` numbers the gebeurtenissen of the dossier without gaps.

    ``adres`` is where post goes (``app.domain.brief.adres``), None when that is not known. ``makelaar_id`` is the
    participatiemakelaar while a referral runs, who may read the dossier for as long.
    """

    __tablename__ = "klant"
    __table_args__ = (UniqueConstraint("organisatie", "bsn"),)

    gemeente: Mapped[str]
    bsn: Mapped[str]
    voornamen: Mapped[str]
    achternaam: Mapped[str]
    geboortedatum: Mapped[date]
    telefoon: Mapped[str | None]
    email: Mapped[str | None]
    adres: Mapped[Json | None]
    regime: Mapped[Regime] = mapped_column(keuze(Regime), default=Regime.PW)
    leefvorm: Mapped[Leefvorm] = mapped_column(keuze(Leefvorm))
    kostendelende_medebewoners: Mapped[int] = mapped_column(default=0)
    partner_id: Mapped[UUID | None] = mapped_column(ForeignKey("klant.id"))
    kenmerken: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list)
    klantgroep: Mapped[Klantgroep | None] = mapped_column(keuze(Klantgroep))
    zorg_handhaving: Mapped[bool] = mapped_column(default=False)
    team: Mapped[str | None]
    consulent_id: Mapped[UUID | None] = mapped_column(ForeignKey("medewerker.id"), index=True)
    inkomensconsulent_id: Mapped[UUID | None] = mapped_column(ForeignKey("medewerker.id"), index=True)
    makelaar_id: Mapped[UUID | None] = mapped_column(ForeignKey("medewerker.id"), index=True)
    extern_nummer: Mapped[str | None]
    laatste_volgnr: Mapped[int] = mapped_column(BigInteger, default=0)
    laatste_contact: Mapped[datetime | None]

    @property
    def naam(self) -> str:
        """Full name as written on a letter."""
        return f"{self.voornamen} {self.achternaam}"


Index(
    "ix_klant_achternaam",
    Klant.organisatie,
    func.lower(Klant.achternaam).label("naam"),
    postgresql_ops={"naam": "text_pattern_ops"},
)


def leesbaar(actor: Actor) -> Select[Klant]:
    """Start a query from the klanten that this actor may read; row-level security says the same again."""
    vraag = select(Klant).where(Klant.organisatie == actor.organisatie, Klant.gemeente.in_(actor.gemeenten))
    vast = (Klant.consulent_id, Klant.inkomensconsulent_id, Klant.makelaar_id)
    eigen = or_(*(kolom == actor.medewerker_id for kolom in vast))
    beperking: dict[Bereik, Any] = {
        Bereik.ORGANISATIE: None,
        Bereik.TEAM: or_(eigen, Klant.team.in_(actor.teams)),
        Bereik.CASELOAD: eigen,
    }
    if actor.bereik is Bereik.GEEN:
        return vraag.where(Klant.id.is_(None))
    voorwaarde = beperking[actor.bereik]
    return vraag if voorwaarde is None else vraag.where(voorwaarde)


def klant(sessie: Session, actor: Actor, klant_id: UUID, *, vergrendel: bool = False) -> Klant | None:
    """Find a readable klant; ``vergrendel`` locks the dossier until the end of the transaction."""
    vraag = leesbaar(actor).where(Klant.id == klant_id)
    if vergrendel:
        # What this session read before it had the lock may be old by now.
        vraag = vraag.with_for_update(of=Klant).execution_options(populate_existing=True)
    return sessie.scalar(vraag)


def klant_met_bsn(sessie: Session, actor: Actor, bsn: str) -> Klant | None:
    """Find a readable klant by BSN."""
    return sessie.scalar(leesbaar(actor).where(Klant.bsn == bsn))


def vergrendel_met_bsn(sessie: Session, actor: Actor, bsns: list[str]) -> dict[str, Klant]:
    """Lock the readable klanten with these BSNs, in the order of their id so that nobody waits in a ring."""
    vraag = leesbaar(actor).where(Klant.bsn.in_(bsns)).order_by(Klant.id).with_for_update(of=Klant)
    vraag = vraag.execution_options(populate_existing=True)
    return {gevonden.bsn: gevonden for gevonden in sessie.scalars(vraag)}


def zoek(sessie: Session, actor: Actor, naam: str, geboortedatum: date | None, aantal: int) -> list[Klant]:
    """Find readable klanten whose surname starts with ``naam``, at most ``aantal``."""
    vraag = leesbaar(actor).where(func.lower(Klant.achternaam).startswith(naam.lower(), autoescape=True))
    if geboortedatum:
        vraag = vraag.where(Klant.geboortedatum == geboortedatum)
    return list(sessie.scalars(vraag.order_by(Klant.achternaam, Klant.id).limit(aantal)))


def bekende_bsns(sessie: Session, actor: Actor, bsns: list[str]) -> set[str]:
    """Return which of these BSNs belong to a readable klant."""
    return set(sessie.scalars(leesbaar(actor).with_only_columns(Klant.bsn).where(Klant.bsn.in_(bsns))))
