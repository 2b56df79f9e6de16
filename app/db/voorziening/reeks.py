"""Rows of a series of klanten, for the facts on which voorzieningen are tested; each function is one query."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.db import klant as klanten
from app.db.basis import is_een_van
from app.db.besluit import Bekendmaking, Besluit
from app.db.doelgroep.feiten import Doelgroepfeit, DoelgroepfeitIntrekking
from app.db.doelgroep.nugger import Nuggerverzoek
from app.db.klant import Klant
from app.db.plan import Ondertekenaar, Plan, Planondertekening
from app.domain.kern.rollen import Actor

_GELDT = ~select(DoelgroepfeitIntrekking.id).where(DoelgroepfeitIntrekking.feit_id == Doelgroepfeit.id).exists()


def leesbare_klanten(sessie: Session, actor: Actor, na: UUID | None, aantal: int) -> Sequence[Any]:
    """Return what is needed of the readable klanten with an id after ``na``, in the order of their id."""
    vraag = klanten.leesbaar(actor).with_only_columns(
        Klant.id,
        Klant.gemeente,
        Klant.voornamen,
        Klant.achternaam,
        Klant.geboortedatum,
        Klant.klantgroep,
        Klant.zorg_handhaving,
        Klant.regime,
        Klant.kenmerken,
        Klant.consulent_id,
    )
    if na is not None:
        vraag = vraag.where(Klant.id > na)
    return sessie.execute(vraag.order_by(Klant.id).limit(aantal)).all()


def geldende_feiten(sessie: Session, klant_ids: Sequence[UUID], soorten: Sequence[str]) -> Sequence[Any]:
    """Return the facts of these kinds that count (klant_id, gegevens), oldest first."""
    vraag = select(Doelgroepfeit.klant_id, Doelgroepfeit.gegevens).where(
        is_een_van(Doelgroepfeit.klant_id, klant_ids), Doelgroepfeit.soort.in_(soorten), _GELDT
    )
    return sessie.execute(vraag.order_by(Doelgroepfeit.vastgelegd_op, Doelgroepfeit.id)).all()


def met_geldend_plan(sessie: Session, klant_ids: Sequence[UUID], dag: date) -> frozenset[UUID]:
    """Return which of these klanten signed a plan that is in force on a day (as ``plan_op`` tells of one)."""
    vraag = (
        select(Plan.klant_id)
        .join(Planondertekening, Planondertekening.plan_id == Plan.id)
        .where(
            is_een_van(Plan.klant_id, klant_ids),
            Planondertekening.door == Ondertekenaar.KLANT,
            Planondertekening.datum <= dag,
            or_(Plan.geldig_tot.is_(None), Plan.geldig_tot > dag),
        )
    )
    return frozenset(sessie.scalars(vraag))


def nuggerdicta(sessie: Session, klant_ids: Sequence[UUID]) -> dict[UUID, str]:
    """Return what the last besluit that was sent says of the last request of these nuggers."""
    vraag = (
        select(Nuggerverzoek.klant_id, Besluit.dictum)
        .join(Besluit, Besluit.onderwerp_id == Nuggerverzoek.id)
        .join(Bekendmaking, Bekendmaking.besluit_id == Besluit.id)
        .where(is_een_van(Nuggerverzoek.klant_id, klant_ids))
        .order_by(Nuggerverzoek.geopend_op, Besluit.id)
    )
    return {rij.klant_id: rij.dictum for rij in sessie.execute(vraag)}
