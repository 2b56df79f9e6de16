"""Beeld: everything about the taaleis of a klant on one screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from app.db.klant import Klant
from app.db.taak import LopendeTermijn, Taak, Taakstatus
from app.db.taaleis import feit as db
from app.db.taaleis import zaak as zaken
from app.db.taaleis.feit import Taalregel
from app.db.taaleis.zaak import Taaleiszaak
from app.domain.taaleis.dossier import Taaldossier
from app.domain.taaleis.status import Taaloordeel, Taalvraag, bepaal_status, vraagt
from app.domain.taaleis.termijnen import vooruitblik
from app.services.handeling import Handeling
from app.services.taaleis.bijwerken import BEGIN
from app.services.taaleis.dossier import beleid_van, laad


@dataclass(frozen=True)
class Taaleisbeeld:
    """The status and why, the facts, terms, open taken and zaken, and what can follow per month."""

    klant: Klant
    dossier: Taaldossier
    oordeel: Taaloordeel
    regels: Sequence[Taalregel]
    termijnen: Sequence[LopendeTermijn]
    taken: Sequence[Taak]
    zaken: Sequence[Taaleiszaak]
    schema: Sequence[tuple[date, Decimal]]
    vraagt: Taalvraag | None


def bekijk(h: Handeling, klant_id: UUID) -> Taaleisbeeld:
    """Show the taaleis of a klant."""
    klant = h.klant(klant_id, vergrendel=False)
    dossier, beleid = laad(h, klant), beleid_van(h, klant).beleid
    oordeel = bepaal_status(dossier, beleid)
    taken = db.taken(h.sessie, klant.id, BEGIN)
    return Taaleisbeeld(
        klant=klant,
        dossier=dossier,
        oordeel=oordeel,
        regels=db.feiten(h.sessie, klant.id),
        termijnen=db.termijnen(h.sessie, klant.id, BEGIN),
        taken=[taak for taak in taken if taak.status is Taakstatus.OPEN],
        zaken=zaken.zaken(h.sessie, klant.id),
        schema=vooruitblik(dossier, oordeel, beleid, h.vandaag),
        vraagt=vraagt(dossier, oordeel),
    )
