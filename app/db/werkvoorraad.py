"""The werkvoorraad: a page of open taken, ready to show, that costs the same however many are open.

The page is put together from branches that each walk an index in order of urgency and stop after one page: the
readable taken of each own role, and those on the own desk for another role.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Integer,
    Row,
    Select,
    all_,
    any_,
    bindparam,
    func,
    literal_column,
    or_,
    select,
    true,
    tuple_,
    union_all,
)
from sqlalchemy.orm import Session

from app.db.klant import Klant, leesbaar
from app.db.organisatie import Medewerker
from app.db.sjabloon import Sjabloon, waarden
from app.db.taak import Taak, niet_verborgen, zichtbaar_voor
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Actor, Bereik, Rol
from app.domain.kern.taakvoorstel import ZIET_FRAUDE

_SLEUTEL = (Taak.uiterste, Taak.id)
Sleutels = Select[datetime, UUID]
_AANTAL = bindparam("aantal", type_=Integer)
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


@dataclass(frozen=True)
class Vorm:
    """The shape of the question: ``takken`` are alle, bureau or rollen; ``eerste`` tells that it is a first page.

    ``ziet_fraude`` tells that taken about a suspicion of fraud may be shown.
    """

    bereik: Bereik
    takken: str
    filters: frozenset[str]
    eerste: bool
    ziet_fraude: bool


def werkvoorraad(sessie: Session, actor: Actor, filters: Taakfilter, bladzijde: Bladzijde) -> Sequence[Row[Any]]:
    """Return open taken with their klant and owner, the most urgent first.

    An actor sees the taken of readable klanten for the own roles and those on the own desk; a teamleider those of
    every role.
    """
    gevraagd = {naam: waarde for naam, waarde in vars(filters).items() if waarde is not None}
    takken = "bureau" if filters.eigenaar_id == actor.medewerker_id else "rollen"
    vorm = Vorm(
        actor.bereik,
        "alle" if actor.heeft(Rol.TEAMLEIDER) else takken,
        frozenset(gevraagd),
        bladzijde.na is None,
        actor.heeft(*ZIET_FRAUDE),
    )
    na_uiterste, na_id = bladzijde.na or (None, None)
    plaats = {"nu": bladzijde.nu, "na_uiterste": na_uiterste, "na_id": na_id, "aantal": bladzijde.aantal}
    rollen = sorted(actor.rollen & {filters.rol} if filters.rol else actor.rollen)
    return sessie.execute(_vraag(vorm), waarden(actor) | plaats | gevraagd | {"actor_rollen": rollen}).all()


@lru_cache(maxsize=512)
def _vraag(vorm: Vorm) -> Select[Any]:
    takken = union_all(*(select(tak.subquery()) for tak in _takken(vorm)))
    eerste = takken.order_by("uiterste", "id").limit(_AANTAL).subquery("eerste")
    return _regels().join(eerste, eerste.c.id == Taak.id).order_by(*_SLEUTEL)


def regel(sessie: Session, actor: Actor, taak_id: UUID) -> Row[Any] | None:
    """Return one taak, open or closed, as the werkvoorraad shows it."""
    leesbare = leesbaar(actor).with_only_columns(Klant.id).where(Klant.id == Taak.klant_id)
    vraag = _regels().where(Taak.id == taak_id, Taak.organisatie == actor.organisatie, zichtbaar_voor(actor))
    return sessie.execute(vraag.where(or_(Taak.klant_id.is_(None), leesbare.correlate(Taak).exists()))).one_or_none()


def van_klant(sessie: Session, actor: Actor, klant_id: UUID, nu: datetime) -> Sequence[Row[Any]]:
    """Return the open taken in the file of a klant that show at ``nu``, whoever must do them."""
    vraag = _van_klant(actor.bereik, actor.heeft(*ZIET_FRAUDE))
    return sessie.execute(vraag, waarden(actor) | {"klant_id": klant_id, "nu": nu}).all()


@cache
def _van_klant(bereik: Bereik, ziet_fraude: bool) -> Select[Any]:
    eigen = bindparam("klant_id", type_=Taak.klant_id.type)
    leesbare = leesbaar(Sjabloon.van(bereik)).with_only_columns(Klant.id).where(Klant.id == eigen)
    vraag = _regels().where(
        Taak.klant_id == eigen,
        Taak.klant_id.in_(leesbare),
        Taak.zichtbaar_vanaf <= bindparam("nu"),
        niet_verborgen(ziet_fraude, Sjabloon.medewerker_id),
    )
    return vraag.where(Taak.status == literal_column("'open'")).order_by(*_SLEUTEL)


def _regels() -> Select[Any]:
    vraag = select(*_REGEL).select_from(Taak).outerjoin(Klant, Klant.id == Taak.klant_id)
    return vraag.outerjoin(Medewerker, Medewerker.id == Taak.eigenaar_id)


def _takken(vorm: Vorm) -> list[Sleutels]:
    leesbare_taken = _leesbare_taken(vorm)
    eigen_bureau = Taak.eigenaar_id == Sjabloon.medewerker_id
    if vorm.takken == "alle":
        return [leesbare_taken]
    if vorm.takken == "bureau":
        return [leesbare_taken.where(eigen_bureau)]
    return [_per_rol(leesbare_taken), leesbare_taken.where(eigen_bureau, Taak.rol != all_(Sjabloon.rollen))]


def _per_rol(taken: Sleutels) -> Sleutels:
    """Walk the index of each role apart: one walk over several roles would have to sort all their taken."""
    eigen = func.unnest(Sjabloon.rollen).table_valued("rol").render_derived(name="eigen")
    tak = taken.where(Taak.rol == eigen.c.rol).lateral("per_rol")
    return select(tak).select_from(eigen).join(tak, true())


def _leesbare_taken(vorm: Vorm) -> Sleutels:
    filters = {naam: getattr(Taak, naam) == bindparam(naam) for naam in vorm.filters if naam != "klantgroep"}
    vraag: Sleutels = select(*_SLEUTEL).where(
        Taak.organisatie == Sjabloon.organisatie,
        Taak.status == literal_column("'open'"),
        Taak.zichtbaar_vanaf <= bindparam("nu"),
        *filters.values(),
        _van_leesbare_klant(vorm),
        niet_verborgen(vorm.ziet_fraude, Sjabloon.medewerker_id),
    )
    if not vorm.eerste:
        na = (bindparam("na_uiterste", type_=Taak.uiterste.type), bindparam("na_id", type_=Taak.id.type))
        vraag = vraag.where(tuple_(*_SLEUTEL) > tuple_(*na))
    return vraag.order_by(*_SLEUTEL).limit(_AANTAL)


def _van_leesbare_klant(vorm: Vorm) -> ColumnElement[bool]:
    """Say that a taak concerns a readable klant, or none.

    Both forms keep the planner from sorting all the taken of all the klanten first: a caseload is small and is looked
    up by its ids, of a team or an organisation each taak is looked up on the walk.
    """
    leesbare = leesbaar(Sjabloon.van(vorm.bereik))
    per_groep = "klantgroep" in vorm.filters
    if per_groep:
        leesbare = leesbare.where(Klant.klantgroep == bindparam("klantgroep"))
    if vorm.bereik is Bereik.CASELOAD:
        mag = Taak.klant_id == any_(func.array(leesbare.with_only_columns(Klant.id).scalar_subquery()))
    else:
        van_taak = leesbare.with_only_columns(true()).select_from(Klant).where(Klant.id == Taak.klant_id)
        mag = van_taak.correlate(Taak).scalar_subquery()
    return mag if per_groep else or_(Taak.klant_id.is_(None), mag)
