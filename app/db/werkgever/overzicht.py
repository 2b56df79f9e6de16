"""Everything at an employer: dienstverbanden, placements and statements, of readable klanten or of all to count."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session

from app.db import klant as klanten
from app.db.klant import Klant
from app.db.subsidie.subsidie import Subsidie
from app.db.toekenning.toekenning import Toekenning
from app.db.werkgever.dienstverband import Dienstverband, Intentieverklaring
from app.db.werkgever.werkgever import Vestiging, Werkgever
from app.domain.kern.rollen import Actor
from app.domain.werkgever.intentie import Intentiestand


def _vestigingen(werkgever_id: UUID) -> Select[Any]:
    return select(Vestiging.id).where(Vestiging.werkgever_id == werkgever_id)


def dienstverbanden(sessie: Session, actor: Actor, werkgever_id: UUID) -> list[Dienstverband]:
    """Return the dienstverbanden of readable klanten that were not taken back, newest first."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Dienstverband.klant_id)
    vraag = select(Dienstverband).where(
        Dienstverband.vestiging_id.in_(_vestigingen(werkgever_id)),
        Dienstverband.ingetrokken_op.is_(None),
        leesbaar.exists(),
    )
    return list(sessie.scalars(vraag.order_by(Dienstverband.van.desc(), Dienstverband.id)))


def plaatsingen(sessie: Session, actor: Actor, werkgever_id: UUID) -> list[Toekenning]:
    """Return the voorzieningen of readable klanten at this employer, newest first."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Toekenning.klant_id)
    vraag = select(Toekenning).where(Toekenning.vestiging_id.in_(_vestigingen(werkgever_id)), leesbaar.exists())
    return list(sessie.scalars(vraag.order_by(Toekenning.van.desc(), Toekenning.id)))


def subsidies(sessie: Session, actor: Actor, werkgever_id: UUID) -> list[Subsidie]:
    """Return the subsidies of an employer about readable klanten, newest first."""
    leesbaar = klanten.leesbaar(actor).where(Klant.id == Subsidie.klant_id)
    vraag = select(Subsidie).where(_van_werkgever(werkgever_id), leesbaar.exists())
    return list(sessie.scalars(vraag.order_by(Subsidie.ontvangen_op.desc(), Subsidie.id)))


def _van_werkgever(werkgever_id: UUID) -> ColumnElement[bool]:
    """Ask for subsidies of an employer, those of one that turned out to be this one included."""
    opgegaan = select(Werkgever.id).where(Werkgever.opgegaan_in == werkgever_id)
    return or_(Subsidie.werkgever_id == werkgever_id, Subsidie.werkgever_id.in_(opgegaan))


def alle_subsidies(sessie: Session, werkgever_id: UUID) -> list[UUID]:
    """Return the numbers of all subsidies of an employer that the transaction may read (``verruimd``)."""
    return list(sessie.scalars(select(Subsidie.id).where(_van_werkgever(werkgever_id))))


def alle_dienstverbanden(sessie: Session, werkgever_id: UUID) -> list[UUID]:
    """Return the numbers of all dienstverbanden that the transaction may read (``verruimd``)."""
    vraag = select(Dienstverband.id).where(Dienstverband.vestiging_id.in_(_vestigingen(werkgever_id)))
    return list(sessie.scalars(vraag.where(Dienstverband.ingetrokken_op.is_(None))))


def alle_plaatsingen(sessie: Session, werkgever_id: UUID) -> list[UUID]:
    """Return the numbers of all placements that the transaction may read (``verruimd``)."""
    return list(sessie.scalars(select(Toekenning.id).where(Toekenning.vestiging_id.in_(_vestigingen(werkgever_id)))))


def intentiestanden(sessie: Session, werkgever_id: UUID) -> Sequence[Intentiestand]:
    """Return how all statements of an employer stand, as far as the transaction may read (``verruimd``)."""
    vraag = select(Intentieverklaring.stand).where(Intentieverklaring.vestiging_id.in_(_vestigingen(werkgever_id)))
    return list(sessie.scalars(vraag))
