"""Afspraak: kick-off bijeenkomsten and every appointment of a klant, with its invitation, outcome and chain.

A klant in a bijeenkomst (a deelname) is an appointment like any other: one table, so that a chain, a klant's agenda and
the evidence for a maatregel are read in one place.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Select, Text, UniqueConstraint, func, select, text, tuple_
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, Eigen, Json, MetVersie, OnderVarianten, VanKlant, keuze
from app.db.klant import Klant
from app.domain.afspraak.feiten import AfspraakSoort, KickOffVorm, Presentie
from app.domain.afspraak.uitnodiging import UitnodigingSoort
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Actor


class Bijeenkomststatus(StrEnum):
    """A bijeenkomst is held once its presentielijst is in; a cancelled one is vervallen."""

    GEPLAND = "gepland"
    GEHOUDEN = "gehouden"
    VERVALLEN = "vervallen"


class Bijeenkomst(Basis, Eigen, MetVersie):
    """A kick-off for one klantgroep. ``ingeschreven`` counts the invited, also those whom the reader may not see.

    ``begeleiders`` are ``{"medewerkerId", "functie"}``. Its version moves with everything about its deelnemers.
    """

    __tablename__ = "bijeenkomst"
    __table_args__ = (Index("ix_bijeenkomst_agenda", "organisatie", "begint", "id"),)

    gemeente: Mapped[str]
    klantgroep: Mapped[Klantgroep] = mapped_column(keuze(Klantgroep))
    begint: Mapped[datetime]
    locatie: Mapped[str]
    capaciteit: Mapped[int]
    ingeschreven: Mapped[int] = mapped_column(default=0)
    begeleiders: Mapped[list[Any]]
    status: Mapped[Bijeenkomststatus] = mapped_column(keuze(Bijeenkomststatus), default=Bijeenkomststatus.GEPLAND)
    reden_vervallen: Mapped[str | None]
    onderdelen: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list, server_default=text("'{}'"))


class Afspraak(Basis, VanKlant, OnderVarianten, MetVersie):
    """One appointment: number ``nummer`` of the chain ``keten_id`` of an appointment and its replacements.

    The dispatch of the letter and the SMS are the evidence that the klant could know. ``gevolg`` keeps what followed on
    a no-show: its facts, steps, policy and code version; ``maatregelzaak_id`` is the zaak that was opened for it.
    """

    __tablename__ = "afspraak"
    __table_args__ = (
        UniqueConstraint("keten_id", "nummer"),
        CheckConstraint("(soort = 'kick_off') = (bijeenkomst_id IS NOT NULL)", name="kick_off_is_bijeenkomst"),
        Index("ix_afspraak_klant_begint", "klant_id", "begint"),
        Index("ix_afspraak_agenda", "medewerker_id", "begint", "id"),
    )

    soort: Mapped[AfspraakSoort] = mapped_column(keuze(AfspraakSoort))
    bijeenkomst_id: Mapped[UUID | None] = mapped_column(ForeignKey("bijeenkomst.id"), index=True)
    begint: Mapped[datetime]
    locatie: Mapped[str]
    medewerker_id: Mapped[UUID | None] = mapped_column(ForeignKey("medewerker.id"))
    keten_id: Mapped[UUID]
    nummer: Mapped[int]
    uitnodiging: Mapped[UitnodigingSoort] = mapped_column(keuze(UitnodigingSoort))
    verzonden_op: Mapped[date | None]
    wijzen: Mapped[list[str]] = mapped_column(ARRAY(Text))
    kenmerk_aangetekend: Mapped[str | None]
    sms_verzonden_op: Mapped[date | None]
    uitkomst: Mapped[Presentie | None] = mapped_column(keuze(Presentie))
    reden: Mapped[str | None]
    uitkomst_op: Mapped[datetime | None]
    vervallen_op: Mapped[datetime | None]
    gevolg: Mapped[Json | None]
    maatregelzaak_id: Mapped[UUID | None]
    vorm: Mapped[KickOffVorm | None] = mapped_column(keuze(KickOffVorm))
    subgroep: Mapped[int | None]
    onderdelen: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list, server_default=text("'{}'"))
    reden_kanaal: Mapped[str | None]


def bijeenkomst(sessie: Session, actor: Actor, bijeenkomst_id: UUID, *, vergrendel: bool = False) -> Bijeenkomst | None:
    """Find a bijeenkomst of a municipality that this actor works for."""
    vraag = _bijeenkomsten(actor).where(Bijeenkomst.id == bijeenkomst_id)
    if vergrendel:
        vraag = vraag.with_for_update().execution_options(populate_existing=True)
    return sessie.scalar(vraag)


def vergrendel(sessie: Session, bijeenkomst_ids: Sequence[UUID]) -> None:
    """Lock bijeenkomsten in the order of their id, before any klant, so that nobody waits in a ring."""
    vraag = select(Bijeenkomst).where(Bijeenkomst.id.in_(bijeenkomst_ids)).order_by(Bijeenkomst.id)
    sessie.scalars(vraag.with_for_update().execution_options(populate_existing=True)).all()


def bladzijde(
    sessie: Session,
    actor: Actor,
    vanaf: datetime,
    klantgroep: Klantgroep | None,
    na: tuple[datetime, UUID] | None,
    aantal: int,
) -> list[Bijeenkomst]:
    """Return a page of bijeenkomsten that begin at or after ``vanaf``, in order."""
    vraag = _bijeenkomsten(actor).where(Bijeenkomst.begint >= vanaf)
    if klantgroep is not None:
        vraag = vraag.where(Bijeenkomst.klantgroep == klantgroep)
    if na is not None:
        vraag = vraag.where(tuple_(Bijeenkomst.begint, Bijeenkomst.id) > na)
    return list(sessie.scalars(vraag.order_by(Bijeenkomst.begint, Bijeenkomst.id).limit(aantal)))


def latere_bijeenkomsten(sessie: Session, bijeenkomst_id: UUID) -> list[UUID]:
    """Return the bijeenkomsten to which deelnemers of this one were invited later in the same chain."""
    eerste, later = aliased(Afspraak), aliased(Afspraak)
    vraag = (
        select(later.bijeenkomst_id)
        .join(eerste, (eerste.keten_id == later.keten_id) & (eerste.nummer < later.nummer))
        .where(eerste.bijeenkomst_id == bijeenkomst_id, later.uitkomst.is_(None), later.vervallen_op.is_(None))
    )
    return [nummer for nummer in sessie.scalars(vraag.distinct()) if nummer is not None]


def geplande(sessie: Session, gemeente: str, klantgroep: Klantgroep, na: datetime) -> list[Bijeenkomst]:
    """Return the planned bijeenkomsten for this klantgroep that begin after ``na``, in order."""
    vraag = select(Bijeenkomst).where(
        Bijeenkomst.gemeente == gemeente,
        Bijeenkomst.klantgroep == klantgroep,
        Bijeenkomst.status == Bijeenkomststatus.GEPLAND,
        Bijeenkomst.begint > na,
    )
    return list(sessie.scalars(vraag.order_by(Bijeenkomst.begint, Bijeenkomst.id)))


def _bijeenkomsten(actor: Actor) -> Select[Bijeenkomst]:
    return select(Bijeenkomst).where(
        Bijeenkomst.organisatie == actor.organisatie, Bijeenkomst.gemeente.in_(actor.gemeenten)
    )


def afspraken(actor: Actor) -> Select[Afspraak]:
    """Start a query from the appointments of readable klanten."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    return select(Afspraak).where(Afspraak.klant_id.in_(leesbaar))


def klant_ids(sessie: Session, actor: Actor, bijeenkomst_id: UUID) -> list[UUID]:
    """Return the readable klanten who are invited, in the order of their id."""
    vraag = afspraken(actor).where(Afspraak.bijeenkomst_id == bijeenkomst_id, Afspraak.vervallen_op.is_(None))
    return list(sessie.scalars(vraag.with_only_columns(Afspraak.klant_id).order_by(Afspraak.klant_id)))


def deelnames(sessie: Session, actor: Actor, bijeenkomst_id: UUID) -> list[tuple[Afspraak, Klant]]:
    """Return the readable deelnemers with their appointment, by name."""
    vraag = afspraken(actor).where(Afspraak.bijeenkomst_id == bijeenkomst_id, Afspraak.vervallen_op.is_(None))
    paren = vraag.join(Klant, Klant.id == Afspraak.klant_id).with_only_columns(Afspraak, Klant)
    rijen = sessie.execute(paren.order_by(Klant.achternaam, Klant.voornamen, Klant.id))
    return [(afspraak, klant) for afspraak, klant in rijen]


def afspraak(sessie: Session, actor: Actor, afspraak_id: UUID) -> Afspraak | None:
    """Find an appointment of a readable klant."""
    return sessie.scalar(afspraken(actor).where(Afspraak.id == afspraak_id))


def van_klant(sessie: Session, klant_id: UUID) -> list[Afspraak]:
    """Return all appointments of a klant, the latest first."""
    vraag = select(Afspraak).where(Afspraak.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Afspraak.begint.desc(), Afspraak.id.desc())))


def keten(sessie: Session, keten_id: UUID) -> list[Afspraak]:
    """Return a chain in order, lapsed appointments included: the invitations, outcomes and dispatches as evidence."""
    vraag = select(Afspraak).where(Afspraak.keten_id == keten_id)
    return list(sessie.scalars(vraag.order_by(Afspraak.nummer)))


def laatste(sessie: Session, klant_id: UUID, soort: AfspraakSoort) -> Afspraak | None:
    """Return the newest appointment of this kind, lapsed or not."""
    vraag = select(Afspraak).where(Afspraak.klant_id == klant_id, Afspraak.soort == soort)
    return sessie.scalar(vraag.order_by(Afspraak.id.desc()).limit(1))


def laatste_komst(sessie: Session, klant_id: UUID, behalve: UUID | None = None) -> datetime | None:
    """Return when the klant last came to an appointment, another than ``behalve``."""
    vraag = select(func.max(Afspraak.begint)).where(
        Afspraak.klant_id == klant_id, Afspraak.uitkomst == Presentie.VERSCHENEN
    )
    return sessie.scalar(vraag if behalve is None else vraag.where(Afspraak.id != behalve))


def volgende_afspraak(sessie: Session, klant_id: UUID, nu: datetime) -> Afspraak | None:
    """Return the first appointment of a klant from ``nu`` on that stands, kick-off included."""
    vraag = select(Afspraak).where(
        Afspraak.klant_id == klant_id,
        Afspraak.begint >= nu,
        Afspraak.uitkomst.is_(None),
        Afspraak.vervallen_op.is_(None),
    )
    return sessie.scalar(vraag.order_by(Afspraak.begint, Afspraak.id).limit(1))


def agenda(
    sessie: Session,
    actor: Actor,
    vanaf: datetime,
    na: tuple[datetime, UUID] | None,
    aantal: int,
    medewerker: UUID | None,
) -> list[tuple[Afspraak, Klant]]:
    """Return a page of standing appointments from ``vanaf`` on with readable klanten, in order."""
    vraag = afspraken(actor).where(Afspraak.begint >= vanaf, Afspraak.vervallen_op.is_(None))
    if medewerker is not None:
        vraag = vraag.where(Afspraak.medewerker_id == medewerker)
    if na is not None:
        vraag = vraag.where(tuple_(Afspraak.begint, Afspraak.id) > na)
    paren = vraag.join(Klant, Klant.id == Afspraak.klant_id).with_only_columns(Afspraak, Klant)
    rijen = sessie.execute(paren.order_by(Afspraak.begint, Afspraak.id).limit(aantal))
    return [(afspraak, klant) for afspraak, klant in rijen]
