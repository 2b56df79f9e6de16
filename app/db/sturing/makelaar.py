"""The closed referrals to the participatiemakelaar behind the numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.klant import Klant
from app.db.makelaar.verwijzing import Makelaarverwijzing
from app.db.sturing.cijfers import Kring
from app.domain.makelaar.soort import Makelaarstand


def gesloten(sessie: Session, kring: Kring, periode: tuple[date, date]) -> Sequence[Any]:
    """Return goal, klantgroep, begin, end and besliscode of what was closed in ``[van, tot)``."""
    rij = Makelaarverwijzing
    vraag = select(rij.doel, rij.klantgroep, rij.start, rij.teruggekoppeld_op, rij.besliscode)
    vraag = vraag.join(Klant, Klant.id == rij.klant_id).where(*kring.klanten, rij.stand == Makelaarstand.GESLOTEN)
    return sessie.execute(vraag.where(rij.gesloten_op >= periode[0], rij.gesloten_op < periode[1])).all()
