"""The list of aanvragen, with the step whose turn it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.db.aanvraag import aanvraag as db
from app.db.aanvraag.aanvraag import Aanvraag, Aanvraagfilter
from app.db.intake.melding import Melding
from app.db.klant import Klant
from app.domain.aanvraag.stappen import Stap, Stapregel, huidige_stap, stappenbeeld
from app.services.aanvraag.dossier import regel_van
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Aanvraagregel:
    """An aanvraag in a list."""

    aanvraag: Aanvraag
    melding: Melding
    klant: Klant
    stap: Stap | None


def blader(h: Handeling, filters: Aanvraagfilter, na: tuple[datetime, UUID] | None, aantal: int) -> list[Aanvraagregel]:
    """Return a page of aanvragen, the longest open first; two statements however many there are."""
    rijen = db.bladzijde(h.sessie, h.actor, filters, na, aantal)
    per_aanvraag = _stappen(h, [aanvraag.id for aanvraag, _, _ in rijen])
    return [
        Aanvraagregel(aanvraag, melding, klant, huidige_stap(stappenbeeld(per_aanvraag.get(aanvraag.id, []))))
        for aanvraag, melding, klant in rijen
    ]


def _stappen(h: Handeling, nummers: Sequence[UUID]) -> dict[UUID, list[Stapregel]]:
    per_aanvraag: dict[UUID, list[Stapregel]] = {}
    for rij in db.stappen(h.sessie, nummers):
        per_aanvraag.setdefault(rij.aanvraag_id, []).append(regel_van(rij))
    return per_aanvraag
