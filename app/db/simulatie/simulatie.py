"""Policy simulations, and the decisions that one runs over: of many persons, only to be counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ColumnElement, Index, Integer, Row, Select, Text, cast, func, select, text
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column

from app.db.basis import Basis, Eigen, Json, MetVersie, keuze
from app.db.beleidspakket import Beleidspakket
from app.db.besluit import Bekendmaking, Besluit
from app.db.klant import Klant
from app.domain.besluit.dictum import INTREKKEND
from app.domain.kern.rollen import Actor


class Simulatiestaat(StrEnum):
    """How far a simulation is."""

    GEVRAAGD = "gevraagd"
    BEZIG = "bezig"
    KLAAR = "klaar"
    GEANNULEERD = "geannuleerd"
    MISLUKT = "mislukt"


OPEN = (Simulatiestaat.GEVRAAGD, Simulatiestaat.BEZIG)


class Beleidssimulatie(Basis, Eigen, MetVersie):
    """One simulation: what was asked, how far it is and what came of it. It tells of no person.

    ``plek`` is the klant up to whom was counted and ``tussenstand`` what was counted until then, so that a killed
    simulation goes on from there; both are forgotten when it ends. Only counts without small numbers stay.
    """

    __tablename__ = "beleidssimulatie"
    __table_args__ = (
        Index("ix_beleidssimulatie_open", "organisatie", "id", postgresql_where=text("staat IN ('gevraagd', 'bezig')")),
    )

    gemeente: Mapped[str]
    omschrijving: Mapped[str | None]
    van: Mapped[date]
    tot: Mapped[date]
    wijzigingen: Mapped[list[Any]]
    beleid_id: Mapped[str]
    beleid_sha256: Mapped[str]
    staat: Mapped[Simulatiestaat] = mapped_column(keuze(Simulatiestaat))
    gevallen: Mapped[int] = mapped_column(default=0)
    gedaan: Mapped[int] = mapped_column(default=0)
    pogingen: Mapped[int] = mapped_column(default=0)
    plek: Mapped[UUID | None]
    tussenstand: Mapped[Json]
    uitkomst: Mapped[Json | None]
    reden: Mapped[str | None]
    duur_ms: Mapped[int] = mapped_column(BigInteger, default=0)
    codeversie: Mapped[str]
    gevraagd_op: Mapped[datetime]
    gevraagd_door: Mapped[UUID]
    afgerond_op: Mapped[datetime | None]
    correlatie_id: Mapped[str]


def simulatie(sessie: Session, organisatie: str, nummer: UUID, *, vergrendel: bool = False) -> Beleidssimulatie | None:
    """Find a simulation of this organisation; ``vergrendel`` locks it until the end of the transaction."""
    vraag = select(Beleidssimulatie).where(Beleidssimulatie.organisatie == organisatie, Beleidssimulatie.id == nummer)
    if vergrendel:
        vraag = vraag.with_for_update().execution_options(populate_existing=True)
    return sessie.scalar(vraag)


def simulaties(sessie: Session, organisatie: str, aantal: int) -> list[Beleidssimulatie]:
    """Return the last simulations of this organisation, the newest first."""
    vraag = select(Beleidssimulatie).where(Beleidssimulatie.organisatie == organisatie)
    return list(sessie.scalars(vraag.order_by(Beleidssimulatie.id.desc()).limit(aantal)))


def openstaand(sessie: Session, organisatie: str) -> list[UUID]:
    """Return the simulations that wait or are under way, the oldest first."""
    vraag = select(Beleidssimulatie.id).where(
        Beleidssimulatie.organisatie == organisatie, Beleidssimulatie.staat.in_(OPEN)
    )
    return list(sessie.scalars(vraag.order_by(Beleidssimulatie.id)))


@dataclass(frozen=True)
class Kring:
    """Which decisions count: of which kind, gemeente and half-open period, as they stood at a moment.

    Rows of decisions only grow, so at every later time the same moment gives the same decisions.
    """

    actor: Actor
    soort: str
    gemeente: str
    van: date
    tot: date
    moment: datetime

    @property
    def geldig(self) -> list[ColumnElement[bool]]:
        """Conditions on a besluit and its bekendmaking: sent by then, and not replaced or withdrawn by then."""
        later = aliased(Bekendmaking)
        weg = select(later.id).where(later.vervangt == Besluit.id, later.tijdstip <= self.moment).exists()
        return [
            Besluit.organisatie == self.actor.organisatie,
            Besluit.soort == self.soort,
            Besluit.dictum.not_in(INTREKKEND),
            Besluit.peildatum >= self.van,
            Besluit.peildatum < self.tot,
            Bekendmaking.tijdstip <= self.moment,
            Klant.gemeente == self.gemeente,
            Klant.gemeente.in_(self.actor.gemeenten),
            ~weg,
        ]


def _uit(kring: Kring, vraag: Select[Any]) -> Select[Any]:
    vraag = vraag.select_from(Besluit).join(Bekendmaking, Bekendmaking.besluit_id == Besluit.id)
    return vraag.join(Klant, Klant.id == Besluit.klant_id).where(*kring.geldig)


def tel_gevallen(sessie: Session, kring: Kring) -> int:
    """Count the decisions."""
    return sessie.scalar(_uit(kring, select(func.count()))) or 0


def beleid_van(sessie: Session, kring: Kring) -> dict[str, Json]:
    """Return the policies on which the decisions rest, as they were kept, by their hash."""
    nummers = _uit(kring, select(Besluit.beleid_sha256)).distinct()
    rijen = sessie.execute(select(Beleidspakket.sha256, Beleidspakket.inhoud).where(Beleidspakket.sha256.in_(nummers)))
    return {rij.sha256: rij.inhoud for rij in rijen}


def gevallen(sessie: Session, kring: Kring, na: UUID | None, klanten: int) -> Sequence[Row[Any]]:
    """Return the decisions of the next so many klanten after ``na``; of each klant all, oldest first."""
    volgende = _uit(kring, select(Besluit.klant_id)).distinct().order_by(Besluit.klant_id).limit(klanten)
    if na is not None:
        volgende = volgende.where(Besluit.klant_id > na, Klant.id > na)
    verlaging = Besluit.beslissing["verlaging"]
    vraag = _uit(
        kring,
        select(
            Besluit.klant_id,
            Besluit.peildatum,
            Besluit.dictum,
            func.coalesce(cast(verlaging["totaal"].astext, Integer), 0).label("bedrag"),
            verlaging["gedraging"].astext.label("gedraging"),
            cast(Besluit.feiten, Text).label("feiten"),
            Besluit.beleid_sha256.label("beleid"),
        ),
    )
    deel = volgende.subquery()
    vraag = vraag.join(deel, deel.c.klant_id == Besluit.klant_id)
    return sessie.execute(vraag.order_by(Besluit.klant_id, Besluit.genomen_op, Besluit.id)).all()
