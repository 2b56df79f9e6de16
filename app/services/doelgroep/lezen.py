"""The facts of a klant, and what they say today."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.db.doelgroep import feiten as db
from app.db.doelgroep.feiten import Feitregel
from app.db.klant import Klant
from app.domain.doelgroep.beeld import Beeld, maak_beeld
from app.services.doelgroep.dossier import achtergrond, beleid_van
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Doelgroepbeeld:
    """What the facts of a klant say today."""

    klant: Klant
    beeld: Beeld


def bekijk_feiten(h: Handeling, klant_id: UUID) -> list[Feitregel]:
    """Return the facts of a klant, oldest first, with those that were withdrawn."""
    return db.feiten(h.sessie, h.klant(klant_id, vergrendel=False).id)


def bekijk_beeld(h: Handeling, klant_id: UUID) -> Doelgroepbeeld:
    """Return what the facts of a klant say today."""
    klant = h.klant(klant_id, vergrendel=False)
    return Doelgroepbeeld(klant, maak_beeld(achtergrond(h, klant), beleid_van(h, klant).beleid))
