"""The indelingen of a klant as they are shown: each with the day on which it ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.db import indeling as db
from app.db.indeling import Indeling
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Indelingsregel:
    """An indeling in the half-open period ``[van, tot)``; an empty period was corrected or replaced the same day."""

    indeling: Indeling
    tot: date | None
    gecorrigeerd: bool


def bekijk_indelingen(h: Handeling, klant_id: UUID) -> list[Indelingsregel]:
    """Return the indelingen of a klant, the latest first."""
    rijen = db.indelingen(h.sessie, h.klant(klant_id, vergrendel=False).id)
    hersteld = {rij.corrigeert for rij in rijen}
    einden = [None, *(rij.van for rij in rijen)]
    return [Indelingsregel(rij, tot, rij.id in hersteld) for rij, tot in zip(rijen, einden, strict=False)]
