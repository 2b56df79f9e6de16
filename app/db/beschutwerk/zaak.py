"""Zaken of beschut werk, from the initiative to the end, and what bridges the time until the employment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, exists, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, MetVersie, VanKlant, keuze
from app.db.beschutwerk.plek import BEZET, Beschutwerkplek
from app.db.klant import Klant
from app.domain.beschutwerk.feiten import Adviesaanvrager, Beschutwerkgroep, Initiatief, Overbrugging, UwvAdvies
from app.domain.kern.rollen import Actor


class Beschutwerkstatus(StrEnum):
    """How far a zaak is; ``vastgesteld`` waits for a place or has one."""

    OPEN = "open"
    BESLOTEN = "besloten"
    GETOETST = "getoetst"
    VASTGESTELD = "vastgesteld"
    AFGEWEZEN = "afgewezen"
    INGETROKKEN = "ingetrokken"
    BEEINDIGD = "beeindigd"


class Beschutwerkzaak(Basis, VanKlant, MetVersie):
    """One assessment; ``vastgesteld_op`` is the day of the besluit, by which the waiting list is ordered."""

    __tablename__ = "beschutwerkzaak"
    __table_args__ = (
        Index(
            "ix_beschutwerkzaak_een",
            "klant_id",
            unique=True,
            postgresql_where=text("status IN ('open', 'besloten', 'getoetst', 'vastgesteld')"),
        ),
    )

    gemeente: Mapped[str]
    datum: Mapped[date]
    initiatief: Mapped[Initiatief] = mapped_column(keuze(Initiatief))
    groep: Mapped[Beschutwerkgroep | None] = mapped_column(keuze(Beschutwerkgroep))
    status: Mapped[Beschutwerkstatus] = mapped_column(keuze(Beschutwerkstatus))
    voorselectie_op: Mapped[date | None]
    voorselectie_reden: Mapped[str | None]
    advies_gevraagd_op: Mapped[date | None]
    advies_aanvrager: Mapped[Adviesaanvrager | None] = mapped_column(keuze(Adviesaanvrager))
    advies: Mapped[UwvAdvies | None] = mapped_column(keuze(UwvAdvies))
    advies_op: Mapped[date | None]
    advies_kenmerk: Mapped[str | None]
    vastgesteld_op: Mapped[date | None]
    reden_einde: Mapped[str | None]
    beeindigd_op: Mapped[date | None]
    geopend_op: Mapped[datetime]
    geopend_door: Mapped[UUID]


class Beschutwerkoverbrugging(Basis, VanKlant):
    """What is given until the employment begins, in ``[van, tot)``; ``plek_id`` is the place that ended it.

    ``eigen_tot`` is the end as it was agreed, for when that place never begins.
    """

    __tablename__ = "beschutwerkoverbrugging"

    zaak_id: Mapped[UUID] = mapped_column(ForeignKey("beschutwerkzaak.id"), index=True)
    soort: Mapped[Overbrugging] = mapped_column(keuze(Overbrugging))
    van: Mapped[date]
    tot: Mapped[date | None]
    buiten_klantgroep: Mapped[bool]
    eigen_tot: Mapped[date | None]
    reden_einde: Mapped[str | None]
    plek_id: Mapped[UUID | None] = mapped_column(ForeignKey("beschutwerkplek.id"), index=True)


def zaak(sessie: Session, actor: Actor, zaak_id: UUID) -> Beschutwerkzaak | None:
    """Find a zaak of a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    vraag = select(Beschutwerkzaak).where(Beschutwerkzaak.id == zaak_id, Beschutwerkzaak.klant_id.in_(leesbaar))
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def leesbare(sessie: Session, actor: Actor, zaak_ids: Sequence[UUID]) -> dict[UUID, Beschutwerkzaak]:
    """Return those of these zaken whose klant this actor may read."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id)
    vraag = select(Beschutwerkzaak).where(Beschutwerkzaak.id.in_(zaak_ids), Beschutwerkzaak.klant_id.in_(leesbaar))
    return {rij.id: rij for rij in sessie.scalars(vraag)}


def zaken(sessie: Session, klant_id: UUID) -> list[Beschutwerkzaak]:
    """Return the zaken of a klant, oldest first."""
    vraag = select(Beschutwerkzaak).where(Beschutwerkzaak.klant_id == klant_id)
    return list(sessie.scalars(vraag.order_by(Beschutwerkzaak.geopend_op, Beschutwerkzaak.id)))


def overbruggingen(sessie: Session, zaak_ids: Sequence[UUID]) -> list[Beschutwerkoverbrugging]:
    """Return what bridges the time in these zaken, oldest first."""
    vraag = select(Beschutwerkoverbrugging).where(Beschutwerkoverbrugging.zaak_id.in_(zaak_ids))
    return list(sessie.scalars(vraag.order_by(Beschutwerkoverbrugging.van, Beschutwerkoverbrugging.id)))


def wachtenden(sessie: Session, organisatie: str, gemeente: str, dag: date) -> list[Beschutwerkzaak]:
    """Return the zaken of a municipality that were established and have no place that is granted or runs on a day."""
    met_plek = exists().where(Beschutwerkplek.zaak_id == Beschutwerkzaak.id, BEZET, Beschutwerkplek.loopt_na(dag))
    vraag = select(Beschutwerkzaak).where(
        Beschutwerkzaak.organisatie == organisatie,
        Beschutwerkzaak.gemeente == gemeente,
        Beschutwerkzaak.status == Beschutwerkstatus.VASTGESTELD,
        ~met_plek,
    )
    return list(sessie.scalars(vraag))
