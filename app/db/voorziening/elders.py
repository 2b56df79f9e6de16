"""What other rooms hold of what a voorziening asks, of a series of klanten; each function is one query."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.basis import is_een_van
from app.db.bekonnected.traject import Bekonnectedtraject, Instrumentkeuze
from app.db.taaleis.feit import Taaleisfeit, TaaleisfeitIntrekking
from app.db.werkgever.dienstverband import Intentieverklaring
from app.domain.bekonnected.soorten import Bekonnectedstatus
from app.domain.werkgever.intentie import Intentiestand


def met_taalfeit(sessie: Session, klant_ids: Sequence[UUID], soort: str) -> frozenset[UUID]:
    """Return which of these klanten have a fact of this kind that was not withdrawn."""
    weg = select(TaaleisfeitIntrekking.id).where(TaaleisfeitIntrekking.feit_id == Taaleisfeit.id)
    vraag = select(Taaleisfeit.klant_id).where(
        is_een_van(Taaleisfeit.klant_id, klant_ids), Taaleisfeit.soort == soort, ~weg.exists()
    )
    return frozenset(sessie.scalars(vraag))


def verklaringen(sessie: Session, klant_ids: Sequence[UUID], codes: Collection[str]) -> Sequence[Any]:
    """Return what employers stated about these voorzieningen and did not take back, oldest first."""
    i = Intentieverklaring
    vraag = select(i.klant_id, i.voorziening, i.vestiging_id, i.datum, i.functie, i.contactfunctie).where(
        is_een_van(i.klant_id, klant_ids), i.voorziening.in_(codes), i.stand != Intentiestand.INGETROKKEN
    )
    return sessie.execute(vraag.order_by(i.datum, i.id)).all()


def trajecten(sessie: Session, klant_ids: Sequence[UUID]) -> Sequence[Any]:
    """Return the periods in BeKonnecteD, but for what was recorded by mistake, oldest first."""
    t = Bekonnectedtraject
    vraag = select(t.klant_id, t.begin, t.tot, t.geeindigd_op).where(
        is_een_van(t.klant_id, klant_ids), t.status != Bekonnectedstatus.VERVALLEN
    )
    return sessie.execute(vraag.order_by(t.begin, t.id)).all()


def keuzes(sessie: Session, klant_ids: Sequence[UUID], codes: Collection[str]) -> Sequence[Any]:
    """Return the choices of these instruments that stand, with why, oldest first."""
    k = Instrumentkeuze
    vraag = select(k.klant_id, k.instrument, k.reden).where(
        is_een_van(k.klant_id, klant_ids), k.instrument.in_(codes), k.ingetrokken_op.is_(None)
    )
    return sessie.execute(vraag.order_by(k.gekozen_op, k.id)).all()
