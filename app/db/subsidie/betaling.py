"""Invoices on subsidies, and what the financial administration must pay, in order, with its answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint, func, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Mapped, Session, mapped_column
from uuid_utils.compat import uuid7

from app.db import klant as klanten
from app.db.basis import Basis, Eigen, MetVersie, VanKlant, keuze
from app.db.klant import Klant
from app.domain.kern.rollen import Actor
from app.domain.subsidie.betaling import Betaalsoort, Betaalstand
from app.domain.subsidie.factuur import Factuurstand

_GELDIG: Final = text("stand IN ('akkoord', 'aangehouden')")
_LOOPT: Final = text("soort = 'betaling' AND stand IN ('aangeboden', 'opgehaald', 'betaald')")
_TELT: Final = text("stand <> 'mislukt'")
LOPEND: Final = frozenset({Betaalstand.AANGEBODEN, Betaalstand.OPGEHAALD, Betaalstand.BETAALD})
_TE_HALEN: Final = text("stand = 'aangeboden'")


class Subsidiefactuur(Basis, VanKlant, MetVersie):
    """An invoice of an employer for one termijn; ``bedrag`` is what it asks, ``akkoord_bedrag`` what may be paid.

    The same number of the same employer counts once; one that was refused may be sent again.
    """

    __tablename__ = "subsidiefactuur"
    __table_args__ = (
        Index(
            "ix_subsidiefactuur_eenmalig",
            "werkgever_id",
            func.lower(text("factuurnummer")),
            unique=True,
            postgresql_where=_GELDIG,
        ),
    )

    subsidie_id: Mapped[UUID] = mapped_column(ForeignKey("subsidie.id"), index=True)
    termijn_id: Mapped[UUID] = mapped_column(ForeignKey("subsidietermijn.id"), index=True)
    werkgever_id: Mapped[UUID] = mapped_column(ForeignKey("werkgever.id"))
    factuurnummer: Mapped[str]
    factuurdatum: Mapped[date]
    bedrag: Mapped[int]
    akkoord_bedrag: Mapped[int | None]
    loonkosten: Mapped[int | None]
    bijlagen: Mapped[list[Any]]
    toetsen: Mapped[list[Any]]
    stand: Mapped[Factuurstand] = mapped_column(keuze(Factuurstand, "stand"))
    reden: Mapped[str | None]
    ontvangen_op: Mapped[datetime]
    vastgelegd_door: Mapped[UUID]
    beoordeeld_door: Mapped[UUID | None]


class Betaalopdracht(Basis, VanKlant, MetVersie):
    """One amount (eurocents; negative for a counter-entry) to pay; ``nr`` is consecutive per organisation.

    A termijn has one order at a time that runs or was paid, so nothing is paid twice.
    """

    __tablename__ = "betaalopdracht"
    __table_args__ = (
        UniqueConstraint("organisatie", "nr"),
        Index("ix_betaalopdracht_tegenboeking", "tegenboeking_van", unique=True, postgresql_where=_TELT),
        Index("ix_betaalopdracht_eenmalig", "termijn_id", unique=True, postgresql_where=_LOOPT),
        Index("ix_betaalopdracht_te_halen", "organisatie", "nr", postgresql_where=_TE_HALEN),
    )

    nr: Mapped[int] = mapped_column(BigInteger)
    kenmerk: Mapped[str]
    soort: Mapped[Betaalsoort] = mapped_column(keuze(Betaalsoort, "soort"))
    subsidie_id: Mapped[UUID] = mapped_column(ForeignKey("subsidie.id"), index=True)
    termijn_id: Mapped[UUID] = mapped_column(ForeignKey("subsidietermijn.id"))
    factuur_id: Mapped[UUID | None] = mapped_column(ForeignKey("subsidiefactuur.id"))
    tegenboeking_van: Mapped[UUID | None] = mapped_column(ForeignKey("betaalopdracht.id"))
    bedrag: Mapped[int]
    iban: Mapped[str]
    tenaamstelling: Mapped[str]
    budget: Mapped[str]
    stand: Mapped[Betaalstand] = mapped_column(keuze(Betaalstand, "stand"))
    reden: Mapped[str | None]
    extern_kenmerk: Mapped[str | None]
    aangeboden_op: Mapped[datetime]
    aangeboden_door: Mapped[UUID]
    opgehaald_op: Mapped[datetime | None]
    antwoord_op: Mapped[datetime | None]

    @property
    def loopt(self) -> bool:
        """Tell whether this is a payment that runs or was made."""
        return self.soort is Betaalsoort.BETALING and self.stand in LOPEND

    @property
    def wordt_tegengeboekt(self) -> bool:
        """Tell whether this is a counter-entry of which it is not known yet that it succeeded."""
        return self.soort is Betaalsoort.TEGENBOEKING and self.antwoord_op is None


class Betaalnummering(Basis, Eigen):
    """The last number that an organisation gave; no order need be readable to know the next."""

    __tablename__ = "betaalnummering"
    __table_args__ = (UniqueConstraint("organisatie"),)

    laatste: Mapped[int] = mapped_column(BigInteger)


def factuur(sessie: Session, actor: Actor, factuur_id: UUID) -> Subsidiefactuur | None:
    """Find an invoice about a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Subsidiefactuur.klant_id)
    vraag = select(Subsidiefactuur).where(Subsidiefactuur.id == factuur_id, leesbaar.exists())
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def facturen(sessie: Session, subsidie_ids: Sequence[UUID]) -> list[Subsidiefactuur]:
    """Return the invoices on these subsidies, oldest first."""
    vraag = select(Subsidiefactuur).where(Subsidiefactuur.subsidie_id.in_(subsidie_ids))
    return list(sessie.scalars(vraag.order_by(Subsidiefactuur.id)))


def bestaat_factuur(sessie: Session, werkgever_id: UUID, nummer: str) -> bool:
    """Tell whether an invoice with this number of this employer counts already."""
    vraag = select(Subsidiefactuur.id).where(
        Subsidiefactuur.werkgever_id == werkgever_id,
        func.lower(Subsidiefactuur.factuurnummer) == nummer.lower(),
        _GELDIG,
    )
    return sessie.scalar(vraag.limit(1)) is not None


def volgend_nummer(sessie: Session, organisatie: str) -> int:
    """Return the next number, one at a time until the end of the transaction: no gaps, and none that comes later."""
    eerste = insert(Betaalnummering).values(id=uuid7(), organisatie=organisatie, laatste=1)
    volgende = {"laatste": Betaalnummering.laatste + 1}
    vraag = eerste.on_conflict_do_update(index_elements=["organisatie"], set_=volgende)
    return sessie.execute(vraag.returning(Betaalnummering.laatste)).scalar_one()


def betaalopdracht(sessie: Session, actor: Actor, opdracht_id: UUID) -> Betaalopdracht | None:
    """Find an order about a readable klant, as it is now in the database."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Betaalopdracht.klant_id)
    vraag = select(Betaalopdracht).where(Betaalopdracht.id == opdracht_id, leesbaar.exists())
    return sessie.scalar(vraag.execution_options(populate_existing=True))


def betaalopdrachten(sessie: Session, subsidie_ids: Sequence[UUID]) -> list[Betaalopdracht]:
    """Return the orders of these subsidies, in order."""
    vraag = select(Betaalopdracht).where(Betaalopdracht.subsidie_id.in_(subsidie_ids))
    return list(sessie.scalars(vraag.order_by(Betaalopdracht.nr)))


def bladzijde(sessie: Session, actor: Actor, na: int, aantal: int, stand: Betaalstand | None) -> list[Betaalopdracht]:
    """Return the orders after number ``na`` of readable klanten, in order."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Betaalopdracht.klant_id)
    vraag = select(Betaalopdracht).where(Betaalopdracht.organisatie == actor.organisatie, Betaalopdracht.nr > na)
    if stand is not None:
        vraag = vraag.where(Betaalopdracht.stand == stand)
    return list(sessie.scalars(vraag.where(leesbaar.exists()).order_by(Betaalopdracht.nr).limit(aantal)))
