"""The werkvoorraad: a page of open taken, ready to show, that costs the same however many are open.

The page is put together from branches that each walk an index in order of urgency and stop after one page: the
readable taken of each own role, those on the own desk, and those that concern no klant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    Row,
    Select,
    Text,
    all_,
    any_,
    cast,
    func,
    literal,
    literal_column,
    null,
    or_,
    select,
    true,
    tuple_,
    union_all,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from app.db.klant import Klant, leesbaar
from app.db.organisatie import Medewerker
from app.db.taak import Taak
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Actor, Rol

_VAN_TAAK = tuple(Taak.__table__.c)
_VAN_KLANT = (Klant.voornamen, Klant.achternaam, Klant.geboortedatum, Klant.klantgroep)


@dataclass(frozen=True)
class Taakfilter:
    """What of the werkvoorraad is asked for; what is None does not limit."""

    rol: Rol | None = None
    eigenaar_id: UUID | None = None
    klant_id: UUID | None = None
    klantgroep: Klantgroep | None = None


@dataclass(frozen=True)
class Bladzijde:
    """Which page: visible at ``nu``, after the key ``na`` (uiterste, id), at most ``aantal`` taken."""

    nu: datetime
    na: tuple[datetime, UUID] | None
    aantal: int


def werkvoorraad(sessie: Session, actor: Actor, filters: Taakfilter, bladzijde: Bladzijde) -> Sequence[Row[Any]]:
    """Return open taken with their klant and owner, the most urgent first.

    An actor sees the taken of readable klanten for the own roles and those on the own desk; a teamleider those of
    every role.
    """
    takken = union_all(*(select(tak.subquery()) for tak in _takken(actor, filters, bladzijde))).subquery("tak")
    vraag = select(*takken.c, Medewerker.naam.label("eigenaar_naam")).outerjoin(
        Medewerker, Medewerker.id == takken.c.eigenaar_id
    )
    return sessie.execute(vraag.order_by(takken.c.uiterste, takken.c.id).limit(bladzijde.aantal)).all()


def regel(sessie: Session, actor: Actor, taak_id: UUID) -> Row[Any] | None:
    """Return one taak, open or closed, as the werkvoorraad shows it."""
    klant = leesbaar(actor).with_only_columns(Klant.id, *_VAN_KLANT).subquery("klant")
    vraag = (
        select(*_VAN_TAAK, *(kolom for kolom in klant.c if kolom.name != "id"), Medewerker.naam.label("eigenaar_naam"))
        .select_from(Taak)
        .outerjoin(klant, klant.c.id == Taak.klant_id)
        .outerjoin(Medewerker, Medewerker.id == Taak.eigenaar_id)
        .where(Taak.id == taak_id, Taak.organisatie == actor.organisatie)
        .where(or_(Taak.klant_id.is_(None), klant.c.id.is_not(None)))
    )
    return sessie.execute(vraag).one_or_none()


def _takken(actor: Actor, filters: Taakfilter, bladzijde: Bladzijde) -> list[Select[Any]]:
    van_klant = leesbaar(actor).with_only_columns(*_VAN_TAAK, *_VAN_KLANT).select_from(Klant)
    met_klant = _begrens(van_klant.join(Taak, Taak.klant_id == Klant.id), filters, bladzijde)
    rollen = literal(sorted(actor.rollen & {filters.rol} if filters.rol else actor.rollen), ARRAY(Text))
    eigen_bureau = Taak.eigenaar_id == actor.medewerker_id
    takken = []
    if actor.heeft(Rol.TEAMLEIDER):
        takken.append(met_klant)
    elif filters.eigenaar_id == actor.medewerker_id:
        takken.append(met_klant.where(eigen_bureau))
    else:
        takken += [_per_rol(met_klant, rollen), met_klant.where(eigen_bureau, Taak.rol != all_(rollen))]
    if filters.klant_id is None and filters.klantgroep is None:
        geen_klant = (cast(null(), kolom.type).label(kolom.key) for kolom in _VAN_KLANT)
        los = _begrens(select(*_VAN_TAAK, *geen_klant), filters, bladzijde).where(Taak.klant_id.is_(None))
        takken.append(los.where(or_(eigen_bureau, Taak.rol == any_(rollen))))
    return takken


def _per_rol(met_klant: Select[Any], rollen: BindParameter[Any]) -> Select[Any]:
    """Walk the index of each role apart: one walk over several roles would have to sort all their taken."""
    eigen = func.unnest(rollen).table_valued("rol").render_derived(name="eigen")
    tak = met_klant.where(Taak.rol == eigen.c.rol).lateral("per_rol")
    return select(tak).select_from(eigen).join(tak, true())


def _begrens(vraag: Select[Any], filters: Taakfilter, bladzijde: Bladzijde) -> Select[Any]:
    voorwaarden = {
        Taak.rol: filters.rol,
        Taak.eigenaar_id: filters.eigenaar_id,
        Taak.klant_id: filters.klant_id,
        Klant.klantgroep: filters.klantgroep,
    }
    vraag = vraag.where(*(kolom == waarde for kolom, waarde in voorwaarden.items() if waarde is not None))
    vraag = vraag.where(Taak.status == literal_column("'open'"), Taak.zichtbaar_vanaf <= bladzijde.nu)
    if bladzijde.na is not None:
        vraag = vraag.where(tuple_(Taak.uiterste, Taak.id) > bladzijde.na)
    return vraag.order_by(Taak.uiterste, Taak.id).limit(bladzijde.aantal)
