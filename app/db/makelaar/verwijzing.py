"""Referrals to the participatiemakelaar, and the lines of the begeleidingsdocument, which only grows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, func, or_, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.db.organisatie import Medewerker
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Actor, Rol
from app.domain.makelaar.soort import (
    Makelaardoel,
    Makelaargrond,
    Makelaarinzet,
    Makelaarregelsoort,
    Makelaarresultaat,
    Makelaarstand,
)

_LOPEND = text("stand IN ('lopend', 'teruggekoppeld')")
LOPEND = (Makelaarstand.LOPEND, Makelaarstand.TERUGGEKOPPELD)


class Makelaarverwijzing(Basis, VanKlant, MetVersie):
    """One referral: ``overdracht`` by the inkomensconsulent, and the final report of the makelaar.

    The support runs in ``[start, tot)``. ``contract_kenmerk`` refers to the vrijwilligerscontract in the e-suite.
    """

    __tablename__ = "makelaarverwijzing"
    __table_args__ = (Index("ix_makelaarverwijzing_een_lopend", "klant_id", unique=True, postgresql_where=_LOPEND),)

    klantgroep: Mapped[Klantgroep] = mapped_column(keuze(Klantgroep))
    doel: Mapped[Makelaardoel] = mapped_column(keuze(Makelaardoel))
    inzet: Mapped[Makelaarinzet] = mapped_column(keuze(Makelaarinzet))
    grond: Mapped[Makelaargrond | None] = mapped_column(keuze(Makelaargrond))
    overdracht: Mapped[str]
    verwijzer_id: Mapped[UUID]
    makelaar_id: Mapped[UUID] = mapped_column(ForeignKey("medewerker.id"), index=True)
    verwezen_op: Mapped[date]
    start: Mapped[date]
    tot: Mapped[date]
    stand: Mapped[Makelaarstand] = mapped_column(keuze(Makelaarstand), default=Makelaarstand.LOPEND)
    eerste_contact_op: Mapped[date | None]
    resultaat: Mapped[Makelaarresultaat | None] = mapped_column(keuze(Makelaarresultaat))
    terugkoppeling: Mapped[str | None]
    aanbevelingen: Mapped[str | None]
    contract_document_id: Mapped[UUID | None] = mapped_column(ForeignKey("aanvraagdocument.id"))
    contract_kenmerk: Mapped[str | None]
    teruggekoppeld_op: Mapped[date | None]
    besliscode: Mapped[str | None]
    gesloten_op: Mapped[date | None]
    reden: Mapped[str | None]
    toetsen: Mapped[list[Any]]
    beleid_id: Mapped[str]
    vastgelegd_op: Mapped[datetime]


class Makelaarregel(Basis, VanKlant):
    """One dated line; a better one names it in ``vervangt``. ``na_maximum``: nazorg that came too late."""

    __tablename__ = "makelaarregel"
    __table_args__ = (UniqueConstraint("vervangt"),)

    verwijzing_id: Mapped[UUID] = mapped_column(ForeignKey("makelaarverwijzing.id"), index=True)
    soort: Mapped[Makelaarregelsoort] = mapped_column(keuze(Makelaarregelsoort))
    datum: Mapped[date]
    tekst: Mapped[str]
    tot: Mapped[date | None]
    na_maximum: Mapped[bool]
    vervangt: Mapped[UUID | None] = mapped_column(ForeignKey("makelaarregel.id"))
    vastgelegd_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]


def verwijzing(sessie: Session, actor: Actor, verwijzing_id: UUID) -> Makelaarverwijzing | None:
    """Find a referral of a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Makelaarverwijzing.klant_id)
    vraag = select(Makelaarverwijzing).where(Makelaarverwijzing.id == verwijzing_id, leesbaar.exists())
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def eigen_verwijzing(sessie: Session, actor: Actor, verwijzing_id: UUID) -> tuple[Makelaarverwijzing, Klant] | None:
    """Find a referral to this makelaar, closed ones too, and lock its dossier; the reach must be wide (``verruim``)."""
    rij = Makelaarverwijzing
    vraag = select(rij, Klant).join(Klant, Klant.id == rij.klant_id).with_for_update(of=Klant)
    vraag = vraag.where(rij.id == verwijzing_id, rij.makelaar_id == actor.medewerker_id)
    vraag = vraag.where(Klant.organisatie == actor.organisatie, Klant.gemeente.in_(actor.gemeenten))
    gevonden = sessie.execute(vraag.execution_options(populate_existing=True)).first()
    return (gevonden[0], gevonden[1]) if gevonden else None


def verwijzingen(sessie: Session, klant_id: UUID) -> list[Makelaarverwijzing]:
    """Return the referrals of a klant, the newest first."""
    vraag = select(Makelaarverwijzing).where(Makelaarverwijzing.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Makelaarverwijzing.id.desc())))


def lopende(sessie: Session, klant_id: UUID) -> Makelaarverwijzing | None:
    """Return the referral of a klant that is not closed."""
    vraag = select(Makelaarverwijzing).where(Makelaarverwijzing.klant_id == klant_id)
    return sessie.scalar(vraag.where(Makelaarverwijzing.stand.in_(LOPEND)))


def op_naam(sessie: Session, actor: Actor) -> list[Makelaarverwijzing]:
    """Return what is not closed, to this makelaar or by this inkomensconsulent, the earliest end first."""
    rij = Makelaarverwijzing
    leesbaar = klanten.leesbaar(actor).where(Klant.id == rij.klant_id)
    van_mij = or_(rij.makelaar_id == actor.medewerker_id, rij.verwijzer_id == actor.medewerker_id)
    vraag = select(rij).where(van_mij, rij.stand.in_(LOPEND), leesbaar.exists())
    return list(sessie.scalars(vraag.order_by(rij.tot, rij.id)))


def regels(sessie: Session, verwijzing_ids: Sequence[UUID]) -> list[Makelaarregel]:
    """Return the lines of these referrals, oldest first."""
    vraag = select(Makelaarregel).where(Makelaarregel.verwijzing_id.in_(verwijzing_ids))
    return list(sessie.scalars(vraag.order_by(Makelaarregel.vastgelegd_op, Makelaarregel.id)))


def minst_druk(sessie: Session, organisatie: str) -> UUID | None:
    """Return the active makelaar with the fewest running referrals; the name decides between equals."""
    loopt = (Makelaarverwijzing.makelaar_id == Medewerker.id) & (Makelaarverwijzing.stand == Makelaarstand.LOPEND)
    vraag = (
        select(Medewerker.id).outerjoin(Makelaarverwijzing, loopt).group_by(Medewerker.id).where(*_actief(organisatie))
    )
    volgorde = (func.count(Makelaarverwijzing.id), Medewerker.naam, Medewerker.id)
    return sessie.scalar(vraag.order_by(*volgorde).limit(1))


def makelaars(sessie: Session, organisatie: str) -> list[Medewerker]:
    """Return the active makelaars of an organisation by name."""
    vraag = select(Medewerker).where(*_actief(organisatie))
    return list(sessie.scalars(vraag.order_by(Medewerker.naam, Medewerker.id)))


def werk(sessie: Session, actor: Actor) -> list[tuple[UUID, date, date | None]]:
    """Return per running referral the makelaar, the day of it and of the first contact: no klant is told from it."""
    rij = Makelaarverwijzing
    vraag = select(rij.makelaar_id, rij.verwezen_op, rij.eerste_contact_op).join(Klant, Klant.id == rij.klant_id)
    vraag = vraag.where(Klant.organisatie == actor.organisatie, Klant.gemeente.in_(actor.gemeenten))
    return [(m, op, contact) for m, op, contact in sessie.execute(vraag.where(rij.stand == Makelaarstand.LOPEND))]


def _actief(organisatie: str) -> tuple[Any, ...]:
    rol = Rol.PARTICIPATIEMAKELAAR.value
    return Medewerker.organisatie == organisatie, Medewerker.actief, Medewerker.rollen.contains([rol])
