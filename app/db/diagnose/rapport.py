"""Sums over the results that count, per klantgroep and subject."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Integer, Select, Text, case, func, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import Session

from app.db.diagnose.uitslag import Diagnose, telt_mee
from app.db.klant import Klant
from app.domain.diagnose.rapport import Groepscel
from app.domain.kern.rollen import Actor


def groepen(sessie: Session, actor: Actor, van: date, tot: date) -> list[Groepscel]:
    """Sum the last result of each klant per subject that was taken in this period (both days included).

    It starts from the whole organisation, not from what the actor may read: the sums are cut before anybody sees them.
    """
    laatste = _laatste(actor, van, tot).subquery("laatste")
    vraag = (
        select(
            Klant.klantgroep,
            laatste.c.onderwerp,
            func.count().label("aantal"),
            func.count(laatste.c.score).label("gescoord"),
            func.round(func.avg(laatste.c.score)).cast(Integer).label("gemiddelde"),
            func.count(laatste.c.met_punt).label("met_punt"),
        )
        .join(Klant, Klant.id == laatste.c.klant_id)
        .where(Klant.organisatie == actor.organisatie, Klant.gemeente.in_(actor.gemeenten))
        .group_by(Klant.klantgroep, laatste.c.onderwerp)
        .order_by(Klant.klantgroep, laatste.c.onderwerp)
    )
    return [
        Groepscel(rij.klantgroep, rij.onderwerp, rij.aantal, rij.gescoord, rij.gemiddelde, rij.met_punt)
        for rij in sessie.execute(vraag)
    ]


def _laatste(actor: Actor, van: date, tot: date) -> Select[Any]:
    """Take of each klant the last thing that was found on each subject."""
    deel = func.jsonb_array_elements(Diagnose.inhoud["bevindingen"]).table_valued("value", name="deel")
    onderwerp = deel.c.value.op("->>")("onderwerp")
    punten = func.jsonb_array_length(func.coalesce(deel.c.value.op("->")("aandachtspunten"), func.jsonb_build_array()))
    nieuwste = (Diagnose.afgenomen_op.desc(), Diagnose.ontvangen_op.desc(), Diagnose.id.desc())
    return (
        select(
            Diagnose.klant_id,
            onderwerp.cast(Text).label("onderwerp"),
            deel.c.value.op("->>")("score").cast(Integer).label("score"),
            case((punten > 0, 1)).label("met_punt"),
        )
        .select_from(Diagnose)
        .join(deel, onclause=Diagnose.id.is_not(None))
        .where(Diagnose.organisatie == actor.organisatie, Diagnose.afgenomen_op.between(van, tot), telt_mee())
        .order_by(Diagnose.klant_id, onderwerp, *nieuwste)
        .ext(distinct_on(Diagnose.klant_id, onderwerp))
    )
