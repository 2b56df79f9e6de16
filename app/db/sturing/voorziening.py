"""The granted voorzieningen behind the numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session, aliased

from app.db.indeling import Indeling
from app.db.klant import Klant
from app.db.sturing.cijfers import Kring
from app.db.toekenning.toekenning import Toekenning
from app.domain.toekenning.stand import INGEZET


def ingezet(sessie: Session, kring: Kring, periode: tuple[date, date]) -> Sequence[Any]:
    """Return code and klantgroep (of the day of the begin) of the voorzieningen that began in ``[van, tot)``."""
    begin = func.coalesce(Toekenning.gestart_op, Toekenning.van)
    herstel = aliased(Indeling)
    hersteld = exists().where(herstel.corrigeert == Indeling.id)
    groep = select(Indeling.klantgroep).where(Indeling.klant_id == Klant.id, Indeling.van <= begin, ~hersteld)
    nieuwste = (Indeling.van.desc(), Indeling.besloten_op.desc(), Indeling.id.desc())
    toen = groep.order_by(*nieuwste).limit(1).correlate(Klant, Toekenning).scalar_subquery()
    vraag = select(Toekenning.code, func.coalesce(toen, Klant.klantgroep).label("klantgroep"))
    vraag = vraag.join(Klant, Klant.id == Toekenning.klant_id).where(*kring.klanten, Toekenning.stand.in_(INGEZET))
    return sessie.execute(vraag.where(begin >= periode[0], begin < periode[1])).all()
