"""Employers with vestigingen, contacts and changes of bank account: of an organisation, about no klant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db.basis import Basis, Eigen, Json, MetVersie, keuze
from app.domain.kern.rollen import Actor

_LAATSTE_TEKEN = "\U0010ffff"
_OPEN = text("stand = 'voorgesteld'")


class Werkgeverstand(StrEnum):
    """An employer is active, ended, or turned out to be another one that was known already."""

    ACTIEF = "actief"
    BEEINDIGD = "beeindigd"
    OPGEGAAN = "opgegaan"


class Ibanstand(StrEnum):
    """A new bank account is proposed by one person and judged by another."""

    VOORGESTELD = "voorgesteld"
    BEVESTIGD = "bevestigd"
    AFGEWEZEN = "afgewezen"


class Ibanbron(StrEnum):
    """How the new account came in; a mail alone proves nothing."""

    FACTUUR = "factuur"
    FORMULIER = "formulier"
    MAIL = "mail"
    TELEFOON = "telefoon"
    OVEREENKOMST = "overeenkomst"


class Ibancontrole(StrEnum):
    """How the second person checked it."""

    TERUGGEBELD = "teruggebeld"
    BANKAFSCHRIFT = "bankafschrift"
    NAAM_NUMMERCONTROLE = "naam_nummercontrole"


class Werkgever(Basis, Eigen, MetVersie):
    """An employer; ``iban`` is what was confirmed by a second person, None before that.

    ``opgegaan_in`` is the employer that this one turned out to be.
    """

    __tablename__ = "werkgever"
    __table_args__ = (UniqueConstraint("organisatie", "kvk_nummer"),)

    kvk_nummer: Mapped[str]
    naam: Mapped[str]
    sbi: Mapped[str | None]
    sector: Mapped[str | None]
    iban: Mapped[str | None]
    tenaamstelling: Mapped[str | None]
    accountmanager_id: Mapped[UUID | None] = mapped_column(ForeignKey("medewerker.id"), index=True)
    stand: Mapped[Werkgeverstand] = mapped_column(keuze(Werkgeverstand), default=Werkgeverstand.ACTIEF)
    reden_einde: Mapped[str | None]
    reden_heropening: Mapped[str | None]
    opgegaan_in: Mapped[UUID | None] = mapped_column(ForeignKey("werkgever.id"), index=True)
    geregistreerd_op: Mapped[datetime]
    geregistreerd_door: Mapped[UUID]


class Werkgeverwoord(Basis, Eigen):
    """A word of the name that an employer has or had, for searching."""

    __tablename__ = "werkgeverwoord"
    __table_args__ = (
        UniqueConstraint("werkgever_id", "woord"),
        Index("ix_werkgeverwoord_zoek", "organisatie", "woord", "werkgever_id"),
    )

    werkgever_id: Mapped[UUID] = mapped_column(ForeignKey("werkgever.id"))
    woord: Mapped[str] = mapped_column(Text(collation="C"))


class Vestiging(Basis, Eigen, MetVersie):
    """A place of an employer; ``adres`` as ``app.domain.brief.adres``, None until it is known."""

    __tablename__ = "vestiging"
    __table_args__ = (UniqueConstraint("organisatie", "vestigingsnummer"),)

    werkgever_id: Mapped[UUID] = mapped_column(ForeignKey("werkgever.id"), index=True)
    vestigingsnummer: Mapped[str | None]
    naam: Mapped[str]
    adres: Mapped[Json | None]
    actief: Mapped[bool] = mapped_column(default=True)


class Werkgevercontact(Basis, Eigen, MetVersie):
    """A person at an employer, perhaps at one vestiging."""

    __tablename__ = "werkgevercontact"

    werkgever_id: Mapped[UUID] = mapped_column(ForeignKey("werkgever.id"), index=True)
    vestiging_id: Mapped[UUID | None] = mapped_column(ForeignKey("vestiging.id"))
    naam: Mapped[str]
    functie: Mapped[str]
    email: Mapped[str | None]
    telefoon: Mapped[str | None]
    actief: Mapped[bool] = mapped_column(default=True)


class Ibanwijziging(Basis, Eigen, MetVersie):
    """A bank account that somebody proposed, and what the second person found; one at a time is open."""

    __tablename__ = "ibanwijziging"
    __table_args__ = (
        Index("ix_ibanwijziging_werkgever_id", "werkgever_id"),
        Index("ix_ibanwijziging_open", "werkgever_id", unique=True, postgresql_where=_OPEN),
    )

    werkgever_id: Mapped[UUID] = mapped_column(ForeignKey("werkgever.id"))
    iban: Mapped[str]
    tenaamstelling: Mapped[str]
    bron: Mapped[Ibanbron] = mapped_column(keuze(Ibanbron, "bron"))
    toelichting: Mapped[str | None]
    stand: Mapped[Ibanstand] = mapped_column(keuze(Ibanstand), default=Ibanstand.VOORGESTELD)
    voorgesteld_door: Mapped[UUID]
    voorgesteld_op: Mapped[datetime]
    controle: Mapped[Ibancontrole | None] = mapped_column(keuze(Ibancontrole, "controle"))
    bevinding: Mapped[str | None]
    beoordeeld_door: Mapped[UUID | None]
    beoordeeld_op: Mapped[datetime | None]


def werkgever(sessie: Session, actor: Actor, werkgever_id: UUID, *, vergrendel: bool = False) -> Werkgever | None:
    """Find an employer of the own organisation; ``vergrendel`` locks it until the end of the transaction."""
    vraag = select(Werkgever).where(Werkgever.organisatie == actor.organisatie, Werkgever.id == werkgever_id)
    if vergrendel:
        vraag = vraag.with_for_update().execution_options(populate_existing=True)
    return sessie.scalar(vraag)


def met_kvk_nummer(sessie: Session, actor: Actor, kvk_nummer: str) -> Werkgever | None:
    """Find an employer by KvK-nummer."""
    vraag = select(Werkgever).where(Werkgever.organisatie == actor.organisatie, Werkgever.kvk_nummer == kvk_nummer)
    return sessie.scalar(vraag)


def zoek(sessie: Session, actor: Actor, woorden: Sequence[str], aantal: int) -> list[Werkgever]:
    """Find employers of whose name each of these words begins a word, at most ``aantal``, by name.

    The comparisons of text by bytes may use the index in spite of row-level security; LIKE may not.
    """
    vraag = select(Werkgever).where(Werkgever.organisatie == actor.organisatie)
    for woord in woorden:
        gevonden = select(Werkgeverwoord.werkgever_id).where(
            Werkgeverwoord.organisatie == actor.organisatie,
            Werkgeverwoord.woord >= woord,
            Werkgeverwoord.woord < woord + _LAATSTE_TEKEN,
        )
        vraag = vraag.where(Werkgever.id.in_(gevonden))
    return list(sessie.scalars(vraag.order_by(Werkgever.naam, Werkgever.id).limit(aantal)))


def woorden_van(sessie: Session, werkgever_id: UUID) -> set[str]:
    """Return the words by which an employer is found."""
    return set(sessie.scalars(select(Werkgeverwoord.woord).where(Werkgeverwoord.werkgever_id == werkgever_id)))


def vestiging(sessie: Session, actor: Actor, vestiging_id: UUID, *, vergrendel: bool = False) -> Vestiging | None:
    """Find a vestiging of an employer of the own organisation."""
    vraag = select(Vestiging).where(Vestiging.organisatie == actor.organisatie, Vestiging.id == vestiging_id)
    if vergrendel:
        vraag = vraag.with_for_update().execution_options(populate_existing=True)
    return sessie.scalar(vraag)


def met_vestigingsnummer(sessie: Session, actor: Actor, nummer: str) -> Vestiging | None:
    """Find a vestiging by its number."""
    vraag = select(Vestiging).where(Vestiging.organisatie == actor.organisatie, Vestiging.vestigingsnummer == nummer)
    return sessie.scalar(vraag)


def vestigingen(sessie: Session, werkgever_id: UUID) -> list[Vestiging]:
    """Return the vestigingen of an employer by name, those that closed too."""
    vraag = select(Vestiging).where(Vestiging.werkgever_id == werkgever_id)
    return list(sessie.scalars(vraag.order_by(Vestiging.naam, Vestiging.id)))


def contact(sessie: Session, actor: Actor, contact_id: UUID) -> Werkgevercontact | None:
    """Find a contact at an employer of the own organisation."""
    van = Werkgevercontact.organisatie == actor.organisatie
    return sessie.scalar(select(Werkgevercontact).where(van, Werkgevercontact.id == contact_id))


def contacten(sessie: Session, werkgever_id: UUID) -> list[Werkgevercontact]:
    """Return the contacts at an employer by name, those who left too."""
    vraag = select(Werkgevercontact).where(Werkgevercontact.werkgever_id == werkgever_id)
    return list(sessie.scalars(vraag.order_by(Werkgevercontact.naam, Werkgevercontact.id)))


def ibanwijziging(sessie: Session, actor: Actor, wijziging_id: UUID) -> Ibanwijziging | None:
    """Find a proposed bank account."""
    van = Ibanwijziging.organisatie == actor.organisatie
    return sessie.scalar(select(Ibanwijziging).where(van, Ibanwijziging.id == wijziging_id))


def ibanwijzigingen(sessie: Session, werkgever_id: UUID) -> list[Ibanwijziging]:
    """Return the bank accounts that were proposed for an employer, newest first."""
    vraag = select(Ibanwijziging).where(Ibanwijziging.werkgever_id == werkgever_id)
    return list(sessie.scalars(vraag.order_by(Ibanwijziging.voorgesteld_op.desc(), Ibanwijziging.id.desc())))
