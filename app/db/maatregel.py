"""Maatregelzaak: one gedraging that may cost a klant money, and every step on the way to the decision."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint, Uuid, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, Json, MetVersie, VanKlant, keuze
from app.db.intake.melding import Melding, MeldingPersoon, Meldingstatus
from app.db.klant import Klant
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Actor
from app.domain.maatregel.beleid import Regime
from app.domain.maatregel.feiten import Voorstel, Zaaksoort


class Zaakstatus(StrEnum):
    """How far a zaak is; ``vervallen`` ends it without a decision that counts."""

    OPEN = "open"
    GEADVISEERD = "geadviseerd"
    BESLOTEN = "besloten"
    GETOETST = "getoetst"
    BEKENDGEMAAKT = "bekendgemaakt"
    VERVALLEN = "vervallen"


class Stapsoort(StrEnum):
    """What was done or found out in a zaak; ``ingetrokken`` takes an earlier step back."""

    UITNODIGING = "uitnodiging"
    HERSTELTERMIJN = "hersteltermijn"
    HOORGESPREK = "hoorgesprek"
    NIET_HOREN = "niet_horen"
    BEWIJSSTUK = "bewijsstuk"
    OORDEEL = "oordeel"
    PLAN = "plan"
    SMS = "sms"
    NO_SHOW = "no_show"
    WEDERHOORAFWEGING = "wederhoorafweging"
    CONTROLE = "controle"
    OPNIEUW_GEHOORD = "opnieuw_gehoord"
    OPNIEUW_UITGENODIGD = "opnieuw_uitgenodigd"
    NIEUWE_OPKOMST = "nieuwe_opkomst"
    GRONDSLAG = "grondslag"
    INGETROKKEN = "ingetrokken"


class Maatregelzaak(Basis, VanKlant, MetVersie):
    """A gedraging under judgement, with the klantgroep of that day and the regime of when the zaak was opened.

    ``kenmerken`` are those of the gedraging (they ask for more evidence), ``aanleiding`` the ids of what it came from.
    """

    __tablename__ = "maatregelzaak"
    __table_args__ = (
        Index(
            "uq_maatregelzaak_gedraging",
            "klant_id",
            "gedraging",
            "gedraging_datum",
            unique=True,
            postgresql_where=text("status <> 'vervallen'"),
        ),
    )

    soort: Mapped[Zaaksoort] = mapped_column(keuze(Zaaksoort))
    gedraging: Mapped[str]
    gedraging_datum: Mapped[date]
    regime: Mapped[Regime] = mapped_column(keuze(Regime))
    kenmerken: Mapped[list[str]] = mapped_column(ARRAY(Text))
    klantgroep: Mapped[Klantgroep | None] = mapped_column(keuze(Klantgroep))
    zorg_handhaving: Mapped[bool]
    melding_datum: Mapped[date]
    status: Mapped[Zaakstatus] = mapped_column(keuze(Zaakstatus), default=Zaakstatus.OPEN)
    consulent_id: Mapped[UUID | None] = mapped_column(ForeignKey("medewerker.id"), index=True)
    aanleiding: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid))
    geopend_op: Mapped[datetime]
    voorstel: Mapped[Voorstel | None] = mapped_column(keuze(Voorstel))
    adviseur_id: Mapped[UUID | None]
    advies_op: Mapped[date | None]
    advies_motivering: Mapped[str | None]
    reden_vervallen: Mapped[str | None]
    totaalbeeld: Mapped[str | None]
    verplichting: Mapped[str | None]


class Maatregelstap(Basis, VanKlant):
    """One step, never changed; a wrong one is taken back by a new row that names it in ``trekt_in``."""

    __tablename__ = "maatregelstap"
    __table_args__ = (UniqueConstraint("trekt_in"),)

    zaak_id: Mapped[UUID] = mapped_column(ForeignKey("maatregelzaak.id"), index=True)
    soort: Mapped[Stapsoort] = mapped_column(keuze(Stapsoort))
    datum: Mapped[date]
    inhoud: Mapped[Json]
    trekt_in: Mapped[UUID | None] = mapped_column(ForeignKey("maatregelstap.id"))
    gezet_door: Mapped[UUID]
    gezet_op: Mapped[datetime]


def zaak(sessie: Session, actor: Actor, zaak_id: UUID) -> Maatregelzaak | None:
    """Find a zaak of a readable klant."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    return sessie.scalar(select(Maatregelzaak).where(Maatregelzaak.id == zaak_id, Maatregelzaak.klant_id.in_(leesbaar)))


def zaken(sessie: Session, klant_ids: Sequence[UUID]) -> list[Maatregelzaak]:
    """Return the zaken of these klanten, oldest first."""
    vraag = select(Maatregelzaak).where(Maatregelzaak.klant_id.in_(klant_ids))
    return list(sessie.scalars(vraag.order_by(Maatregelzaak.geopend_op, Maatregelzaak.id)))


def vervallen_zaken(sessie: Session, zaak_ids: Sequence[UUID]) -> set[UUID]:
    """Return which of these zaken lapsed."""
    vraag = select(Maatregelzaak.id).where(Maatregelzaak.id.in_(zaak_ids), Maatregelzaak.status == Zaakstatus.VERVALLEN)
    return set(sessie.scalars(vraag))


def stappen(sessie: Session, zaak_ids: Sequence[UUID]) -> list[Maatregelstap]:
    """Return the steps of these zaken in the order in which they were recorded, withdrawals included."""
    vraag = select(Maatregelstap).where(Maatregelstap.zaak_id.in_(zaak_ids))
    return list(sessie.scalars(vraag.order_by(Maatregelstap.gezet_op, Maatregelstap.id)))


def geldend(alle: Sequence[Maatregelstap]) -> list[Maatregelstap]:
    """Leave out the steps that were taken back, and the withdrawals themselves."""
    weg = {stap.trekt_in for stap in alle}
    return [stap for stap in alle if stap.id not in weg and stap.soort is not Stapsoort.INGETROKKEN]


def meldingsdata(sessie: Session, klant_id: UUID) -> list[date]:
    """Return the days of the meldingen of this person that were not withdrawn or referred on, oldest first."""
    weg = (Meldingstatus.INGETROKKEN, Meldingstatus.DOORVERWEZEN)
    vraag = select(Melding.meldingsdatum).join(MeldingPersoon, MeldingPersoon.melding_id == Melding.id)
    vraag = vraag.where(MeldingPersoon.klant_id == klant_id, Melding.status.not_in(weg))
    return list(sessie.scalars(vraag.order_by(Melding.meldingsdatum)))
