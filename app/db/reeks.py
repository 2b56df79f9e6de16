"""History of many klanten at once: one statement for all gebeurtenissen, their outbox and their log."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import CTE, Row, Select, func, insert, literal, select, update
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import Session

from app.db.basis import Basis
from app.db.historie import Feed, Gebeurtenis, Outbox, Verwerking
from app.db.klant import Klant


def schrijf_reeks(sessie: Session, vast: dict[str, Any], reeks: Select[Any], verwerking: dict[str, Any]) -> int:
    """Write a gebeurtenis for every row of ``reeks``, numbered on from the last of its klant; return how many.

    ``vast`` is what all gebeurtenissen have in common, ``verwerking`` what the log says of each klant.
    """
    bron = reeks.cte("bron")
    nummer = func.row_number().over(partition_by=bron.c.klant_id, order_by=bron.c.volgorde)
    rijen = select(*bron.c, (Klant.laatste_volgnr + nummer).label("volgnr")).join(Klant, Klant.id == bron.c.klant_id)
    genummerd = rijen.cte("genummerd")
    laatste = (
        select(genummerd.c.klant_id, func.max(genummerd.c.volgnr).label("nr"))
        .group_by(genummerd.c.klant_id)
        .subquery("laatste")
    )
    opdracht = (
        select(func.count())
        .select_from(genummerd)
        .add_cte(
            _gebeurtenissen(genummerd, vast).cte("gebeurd"),
            _outbox(genummerd, vast["organisatie"]).cte("te_bezorgen"),
            _verwerkingen(select(genummerd.c.klant_id, genummerd.c.verwerking_id), verwerking).cte("gelogd"),
            update(Klant).values(laatste_volgnr=laatste.c.nr).where(Klant.id == laatste.c.klant_id).cte("geteld"),
        )
    )
    return sessie.execute(opdracht).scalar_one()


def schrijf_verwerkingsreeks(sessie: Session, verwerking: dict[str, Any], personen: Select[Any]) -> None:
    """Write a line in the log for every klant that ``personen`` selects (klant_id, verwerking_id)."""
    sessie.execute(_verwerkingen(personen, verwerking))


def zet_in_feed(sessie: Session, organisatie: str, nu: datetime, aantal: int) -> Sequence[Row[Any]]:
    """Give the next part of the outbox its numbers in the feed and mark it, in one statement; return it in order.

    Whoever calls this holds the lock of the sender: two at a time would give out the same numbers.
    """
    deel = (
        select(Outbox.nr, Outbox.gebeurtenis_id, Outbox.mutatie, Gebeurtenis.klant_id)
        .join(Gebeurtenis, Gebeurtenis.id == Outbox.gebeurtenis_id)
        .where(Outbox.organisatie == organisatie, Outbox.afgeleverd_op.is_(None))
        .order_by(Outbox.nr)
        .limit(aantal)
        .cte("deel")
    )
    laatste = select(func.coalesce(func.max(Feed.nr), 0)).where(Feed.organisatie == organisatie).scalar_subquery()
    nummer = laatste + func.row_number().over(order_by=deel.c.nr)
    bron = select(literal(organisatie), nummer, deel.c.gebeurtenis_id).order_by(deel.c.nr)
    opdracht = (
        select(deel)
        .order_by(deel.c.nr)
        .add_cte(
            insert(Feed).from_select(["organisatie", "nr", "gebeurtenis_id"], bron).cte("in_feed"),
            update(Outbox).values(afgeleverd_op=nu).where(Outbox.nr == deel.c.nr).cte("gemerkt"),
        )
    )
    return sessie.execute(opdracht).all()


def _waarden(tabel: type[Basis], vast: dict[str, Any]) -> list[Any]:
    return [literal(waarde, tabel.__table__.c[naam].type) for naam, waarde in vast.items()]


def _gebeurtenissen(genummerd: CTE, vast: dict[str, Any]) -> Any:
    eigen = ("klant_id", "volgnr", "onderwerp_id", "inhoud")
    bron = select(genummerd.c.gebeurtenis_id, *(genummerd.c[naam] for naam in eigen), *_waarden(Gebeurtenis, vast))
    return insert(Gebeurtenis).from_select(["id", *eigen, *vast], bron.order_by(genummerd.c.volgorde))


def _outbox(genummerd: CTE, organisatie: str) -> Any:
    bron = select(literal(organisatie), genummerd.c.gebeurtenis_id).order_by(genummerd.c.volgorde)
    return insert(Outbox).from_select(["organisatie", "gebeurtenis_id"], bron)


def _verwerkingen(personen: Select[Any], verwerking: dict[str, Any]) -> Any:
    wie = personen.subquery("wie")
    bron = select(wie.c.klant_id, wie.c.verwerking_id, *_waarden(Verwerking, verwerking)).order_by(wie.c.klant_id)
    een_per_klant = bron.ext(distinct_on(wie.c.klant_id))
    return insert(Verwerking).from_select(["klant_id", "id", *verwerking], een_per_klant)
