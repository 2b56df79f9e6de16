"""History: immutable gebeurtenissen, their outbox and feed, and the log of who read or wrote what of whom.

``gebeurtenis``, ``feed`` and ``verwerking`` only grow: triggers refuse change, and the role of the application
lacks the right.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ForeignKey,
    Identity,
    Index,
    Insert,
    Row,
    UniqueConstraint,
    Uuid,
    bindparam,
    func,
    insert,
    or_,
    select,
    text,
    tuple_,
)
from sqlalchemy.dialects.postgresql import ARRAY, TEXT
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.db import klant as klanten
from app.db.basis import Basis, Eigen, Json
from app.db.klant import Klant
from app.db.organisatie import Medewerker
from app.db.signaal.signaal import verborgen
from app.domain.kern.rollen import Actor
from app.domain.kern.taakvoorstel import ZIET_FRAUDE


class Gebeurtenis(Basis, Eigen):
    """What happened, to whom, when and by whom. ``inhoud`` holds ids, codes, dates and amounts: no personal data."""

    __tablename__ = "gebeurtenis"
    __table_args__ = (UniqueConstraint("klant_id", "volgnr"),)

    klant_id: Mapped[UUID | None] = mapped_column(ForeignKey("klant.id"))
    volgnr: Mapped[int | None] = mapped_column(BigInteger)
    soort: Mapped[str]
    onderwerp_id: Mapped[UUID]
    inhoud: Mapped[Json]
    actor_id: Mapped[UUID]
    rollen: Mapped[list[str]] = mapped_column(ARRAY(TEXT))
    tijdstip: Mapped[datetime]
    correlatie_id: Mapped[str]


class Outbox(Basis):
    """Delivery state of one gebeurtenis; ``mutatie`` is what the uitkeringsadministratie must process, if anything."""

    __tablename__ = "outbox"
    __table_args__ = (Index("ix_outbox_open", "nr", postgresql_where=text("afgeleverd_op IS NULL")),)

    nr: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    organisatie: Mapped[str] = mapped_column(ForeignKey("organisatie.id"))
    gebeurtenis_id: Mapped[UUID] = mapped_column(ForeignKey("gebeurtenis.id"), unique=True)
    mutatie: Mapped[Json | None]
    afgeleverd_op: Mapped[datetime | None]


class Feed(Basis):
    """The order in which the world outside sees the gebeurtenissen: consecutive per organisation, by the worker."""

    __tablename__ = "feed"

    organisatie: Mapped[str] = mapped_column(ForeignKey("organisatie.id"), primary_key=True)
    nr: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    gebeurtenis_id: Mapped[UUID] = mapped_column(ForeignKey("gebeurtenis.id"), unique=True)


class Verwerking(Basis, Eigen):
    """One line per person and handling: who, what, of whom, why (doelbinding), when, and whether it was allowed."""

    __tablename__ = "verwerking"
    __table_args__ = (Index("ix_verwerking_klant", "klant_id", "tijdstip", "id"),)

    klant_id: Mapped[UUID | None]
    actor_id: Mapped[UUID]
    rollen: Mapped[list[str]] = mapped_column(ARRAY(TEXT))
    handeling: Mapped[str]
    doel: Mapped[str]
    uitkomst: Mapped[str]
    tijdstip: Mapped[datetime]
    correlatie_id: Mapped[str]


class Idempotentie(Basis):
    """The stored answer to a POST, kept under the key that the client chose."""

    __tablename__ = "idempotentie"
    __table_args__ = (Index("ix_idempotentie_aangemaakt", "organisatie", "aangemaakt"),)

    organisatie: Mapped[str] = mapped_column(ForeignKey("organisatie.id"), primary_key=True)
    actor_id: Mapped[UUID] = mapped_column(primary_key=True)
    sleutel: Mapped[str] = mapped_column(primary_key=True)
    afdruk: Mapped[str]
    status: Mapped[int | None]
    koppen: Mapped[Json | None]
    antwoord: Mapped[bytes | None]
    aangemaakt: Mapped[datetime]


_VAST = tuple(kolom.key for kolom in Verwerking.__table__.c if kolom.key not in ("id", "klant_id"))


def _sjabloon() -> Insert:
    """Build the insert of ``schrijf_verwerkingen``, once: every handling writes it, and building costs most of it."""
    tabel = Verwerking.metadata.tables[Verwerking.__tablename__]
    per_regel = (bindparam("nummers", type_=ARRAY(Uuid)), bindparam("klant_ids", type_=ARRAY(Uuid)))
    regels = func.unnest(*per_regel).table_valued("id", "klant_id").render_derived(name="regel")
    waarden = (bindparam(f"vast_{veld}", type_=tabel.c[veld].type) for veld in _VAST)
    bron = select(regels.c.id, regels.c.klant_id, *waarden)
    return insert(tabel).from_select(["id", "klant_id", *_VAST], bron)


_SCHRIJF_VERWERKINGEN = _sjabloon()


def schrijf_verwerkingen(sessie: Session, verwerking: Verwerking, personen: Sequence[tuple[UUID, UUID | None]]) -> None:
    """Insert one line per person, given as (id of the line, klant_id); the rest is as in ``verwerking``."""
    nummers, klant_ids = (list(rij) for rij in zip(*personen, strict=True))
    vast = {f"vast_{veld}": getattr(verwerking, veld) for veld in _VAST}
    sessie.execute(_SCHRIJF_VERWERKINGEN, vast | {"nummers": nummers, "klant_ids": klant_ids})


class Tijdlijnregel(NamedTuple):
    """A gebeurtenis as the timeline shows it: numbered among those that the reader may know of."""

    id: UUID
    volgnr: int
    soort: str
    tijdstip: datetime
    actor_id: UUID
    onderwerp_id: UUID
    inhoud: Json


def tijdlijn(sessie: Session, actor: Actor, klant_id: UUID, voor: int | None, aantal: int) -> list[Tijdlijnregel]:
    """Return the gebeurtenissen of a dossier, newest first, below number ``voor``.

    Without those about signals of fraud for who may not know of it. A gap in the numbers would tell of them, so the
    others are numbered on as if these had not been.
    """
    weg = _verborgen(sessie, actor, klant_id)
    vraag: Any = select(Gebeurtenis).where(Gebeurtenis.klant_id == klant_id, Gebeurtenis.volgnr.not_in(weg))
    if voor is not None:
        for nr in weg:
            voor += nr <= voor
        vraag = vraag.where(Gebeurtenis.volgnr < voor)
    rijen = sessie.scalars(vraag.order_by(Gebeurtenis.volgnr.desc()).limit(aantal))
    return [_regel(rij, bisect_left(weg, rij.volgnr)) for rij in rijen]


def _verborgen(sessie: Session, actor: Actor, klant_id: UUID) -> list[int]:
    """Return the numbers in the dossier of which this actor may not know, lowest first."""
    if actor.heeft(*ZIET_FRAUDE):
        return []
    vraag = select(Gebeurtenis.volgnr).where(Gebeurtenis.klant_id == klant_id)
    vraag = vraag.where(Gebeurtenis.onderwerp_id.in_(verborgen(actor, klant_id)))
    return [nr for nr in sessie.scalars(vraag.order_by(Gebeurtenis.volgnr)) if nr is not None]


def _regel(rij: Gebeurtenis, ervoor: int) -> Tijdlijnregel:
    velden = {veld: getattr(rij, veld) for veld in Tijdlijnregel._fields}
    return Tijdlijnregel(**velden | {"volgnr": velden["volgnr"] - ervoor})


def feed(sessie: Session, actor: Actor, na: int, aantal: int) -> Sequence[Row[Any]]:
    """Return the gebeurtenissen after number ``na`` of the feed, in order, each with its number."""
    leesbaar = klanten.leesbaar(actor).with_only_columns(Klant.id).subquery("leesbaar")
    vraag = (
        select(Feed.nr, *Gebeurtenis.__table__.c)
        .join(Gebeurtenis, Gebeurtenis.id == Feed.gebeurtenis_id)
        .outerjoin(leesbaar, leesbaar.c.id == Gebeurtenis.klant_id)
        .where(Feed.organisatie == actor.organisatie, Feed.nr > na)
        .where(or_(Gebeurtenis.klant_id.is_(None), leesbaar.c.id.is_not(None)))
    )
    return sessie.execute(vraag.order_by(Feed.nr).limit(aantal)).all()


def verwerkingen(
    sessie: Session, klant_id: UUID, voor: tuple[datetime, UUID] | None, aantal: int
) -> Sequence[Row[Any]]:
    """Return who read or wrote the data of a klant, newest first, before the key ``voor`` (tijdstip, id)."""
    vraag = (
        select(*Verwerking.__table__.c, Medewerker.naam.label("actor_naam"))
        .outerjoin(Medewerker, Medewerker.id == Verwerking.actor_id)
        .where(Verwerking.klant_id == klant_id)
    )
    if voor is not None:
        vraag = vraag.where(tuple_(Verwerking.tijdstip, Verwerking.id) < voor)
    return sessie.execute(vraag.order_by(Verwerking.tijdstip.desc(), Verwerking.id.desc()).limit(aantal)).all()
