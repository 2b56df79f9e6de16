"""The werkvoorraad: a page of open taken, ready to show, that costs the same however many are open.

The page is put together from branches that each walk an index in order of urgency and stop after one page: the
readable taken of each own role, and those on the own desk for another role.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Row,
    Select,
    Text,
    all_,
    any_,
    func,
    literal,
    literal_column,
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
from app.domain.kern.rollen import Actor, Bereik, Rol

_SLEUTEL = (Taak.uiterste, Taak.id)
Sleutels = Select[datetime, UUID]
_REGEL = (
    *Taak.__table__.c,
    Klant.voornamen,
    Klant.achternaam,
    Klant.geboortedatum,
    Klant.klantgroep,
    Medewerker.naam.label("eigenaar_naam"),
)


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
    takken = union_all(*(select(tak.subquery()) for tak in _takken(actor, filters, bladzijde)))
    eerste = takken.order_by("uiterste", "id").limit(bladzijde.aantal).subquery("eerste")
    vraag = _regels().join(eerste, eerste.c.id == Taak.id)
    return sessie.execute(vraag.order_by(*_SLEUTEL)).all()


def regel(sessie: Session, actor: Actor, taak_id: UUID) -> Row[Any] | None:
    """Return one taak, open or closed, as the werkvoorraad shows it."""
    leesbare = leesbaar(actor).with_only_columns(Klant.id).where(Klant.id == Taak.klant_id)
    vraag = _regels().where(Taak.id == taak_id, Taak.organisatie == actor.organisatie)
    return sessie.execute(vraag.where(or_(Taak.klant_id.is_(None), leesbare.correlate(Taak).exists()))).one_or_none()


def van_klant(sessie: Session, actor: Actor, klant_id: UUID, nu: datetime) -> Sequence[Row[Any]]:
    """Return the open taken in the file of a klant that show at ``nu``, whoever must do them."""
    leesbare = leesbaar(actor).with_only_columns(Klant.id).where(Klant.id == klant_id)
    vraag = _regels().where(Taak.klant_id == klant_id, Taak.klant_id.in_(leesbare), Taak.zichtbaar_vanaf <= nu)
    return sessie.execute(vraag.where(Taak.status == literal_column("'open'")).order_by(*_SLEUTEL)).all()


def _regels() -> Select[Any]:
    vraag = select(*_REGEL).select_from(Taak).outerjoin(Klant, Klant.id == Taak.klant_id)
    return vraag.outerjoin(Medewerker, Medewerker.id == Taak.eigenaar_id)


def _takken(actor: Actor, filters: Taakfilter, bladzijde: Bladzijde) -> list[Sleutels]:
    leesbare_taken = _leesbare_taken(actor, filters, bladzijde)
    eigen_bureau = Taak.eigenaar_id == actor.medewerker_id
    if actor.heeft(Rol.TEAMLEIDER):
        return [leesbare_taken]
    if filters.eigenaar_id == actor.medewerker_id:
        return [leesbare_taken.where(eigen_bureau)]
    rollen = literal(sorted(actor.rollen & {filters.rol} if filters.rol else actor.rollen), ARRAY(Text))
    return [_per_rol(leesbare_taken, rollen), leesbare_taken.where(eigen_bureau, Taak.rol != all_(rollen))]


def _per_rol(taken: Sleutels, rollen: BindParameter[Any]) -> Sleutels:
    """Walk the index of each role apart: one walk over several roles would have to sort all their taken."""
    eigen = func.unnest(rollen).table_valued("rol").render_derived(name="eigen")
    tak = taken.where(Taak.rol == eigen.c.rol).lateral("per_rol")
    return select(tak).select_from(eigen).join(tak, true())


def _leesbare_taken(actor: Actor, filters: Taakfilter, bladzijde: Bladzijde) -> Sleutels:
    voorwaarden = {Taak.rol: filters.rol, Taak.eigenaar_id: filters.eigenaar_id, Taak.klant_id: filters.klant_id}
    vraag: Sleutels = select(*_SLEUTEL).where(
        Taak.organisatie == actor.organisatie,
        Taak.status == literal_column("'open'"),
        Taak.zichtbaar_vanaf <= bladzijde.nu,
        *(kolom == waarde for kolom, waarde in voorwaarden.items() if waarde is not None),
        _van_leesbare_klant(actor, filters.klantgroep),
    )
    if bladzijde.na is not None:
        vraag = vraag.where(tuple_(*_SLEUTEL) > bladzijde.na)
    return vraag.order_by(*_SLEUTEL).limit(bladzijde.aantal)


def _van_leesbare_klant(actor: Actor, klantgroep: Klantgroep | None) -> ColumnElement[bool]:
    """Say that a taak concerns a readable klant, or none.

    Both forms keep the planner from sorting all the taken of all the klanten first: a caseload is small and is looked
    up by its ids, of a team or an organisation each taak is looked up on the walk.
    """
    leesbare = leesbaar(actor)
    if klantgroep is not None:
        leesbare = leesbare.where(Klant.klantgroep == klantgroep)
    if actor.bereik is Bereik.CASELOAD:
        mag = Taak.klant_id == any_(func.array(leesbare.with_only_columns(Klant.id).scalar_subquery()))
    else:
        van_taak = leesbare.with_only_columns(true()).select_from(Klant).where(Klant.id == Taak.klant_id)
        mag = van_taak.correlate(Taak).scalar_subquery()
    return mag if klantgroep is not None else or_(Taak.klant_id.is_(None), mag)
