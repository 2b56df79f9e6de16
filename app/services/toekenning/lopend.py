"""Which voorzieningen a klant has, and had: what other rooms ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Row

from app.db.klant import Klant
from app.db.toekenning import toekenning as db
from app.db.toekenning.toekenning import Toekenning
from app.domain.toekenning.stand import INGEZET, LOPEND
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Inzet:
    """A voorziening that was granted, in ``[van, tot)``; what ended early ended on its last day."""

    code: str
    van: date
    tot: date | None
    regime: str
    uitkomst: str | None
    vestiging: UUID | None


def eerdere_inzet(h: Handeling, klant: Klant, behalve: UUID | None = None) -> tuple[Inzet, ...]:
    """Return what was granted to a klant, running or over, earliest begin first; ``behalve`` is left out."""
    rijen = db.toekenningen(h.sessie, klant.id, INGEZET)
    return tuple(_inzet(rij) for rij in rijen if rij.id != behalve)


def inzetten_van(h: Handeling, klant_ids: Sequence[UUID], behalve: UUID | None = None) -> dict[UUID, tuple[Inzet, ...]]:
    """Return what was granted to each of many klanten, as ``eerdere_inzet`` does of one, in one query."""
    per_klant: dict[UUID, tuple[Inzet, ...]] = {}
    for rij in db.inzetten(h.sessie, klant_ids, INGEZET):
        if rij.id != behalve:
            per_klant[rij.klant_id] = (*per_klant.get(rij.klant_id, ()), _inzet(rij))
    return per_klant


def lopende(h: Handeling, klant: Klant) -> Sequence[Toekenning]:
    """Return what is granted to a klant and not over, earliest begin first."""
    return db.toekenningen(h.sessie, klant.id, LOPEND)


def _inzet(rij: Toekenning | Row[Any]) -> Inzet:
    return Inzet(
        code=rij.code,
        van=rij.gestart_op or rij.van,
        tot=rij.tot,
        regime=rij.regime.value,
        uitkomst=rij.uitkomst,
        vestiging=rij.vestiging_id,
    )
