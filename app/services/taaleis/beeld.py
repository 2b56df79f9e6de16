"""Beeld: everything about the taaleis of a klant on one screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from app.db.klant import Klant
from app.db.taak import LopendeTermijn, Taak, Taakstatus
from app.db.taaleis import feit as db
from app.db.taaleis.feit import Taalregel
from app.domain.taaleis.dossier import Taaldossier
from app.domain.taaleis.status import Taaloordeel, bepaal_status
from app.services.handeling import Handeling
from app.services.taaleis.bijwerken import BEGIN
from app.services.taaleis.dossier import beleid_van, laad


@dataclass(frozen=True)
class Taaleisbeeld:
    """The status and why, the facts, the terms and the open taken."""

    klant: Klant
    dossier: Taaldossier
    oordeel: Taaloordeel
    regels: Sequence[Taalregel]
    termijnen: Sequence[LopendeTermijn]
    taken: Sequence[Taak]


def bekijk(h: Handeling, klant_id: UUID) -> Taaleisbeeld:
    """Show the taaleis of a klant."""
    klant = h.klant(klant_id, vergrendel=False)
    dossier = laad(h, klant)
    taken = db.taken(h.sessie, klant.id, BEGIN)
    return Taaleisbeeld(
        klant=klant,
        dossier=dossier,
        oordeel=bepaal_status(dossier, beleid_van(h, klant).beleid),
        regels=db.feiten(h.sessie, klant.id),
        termijnen=db.termijnen(h.sessie, klant.id, BEGIN),
        taken=[taak for taak in taken if taak.status is Taakstatus.OPEN],
    )
