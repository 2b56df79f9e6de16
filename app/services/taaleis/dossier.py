"""What counts for the taaleis of a klant, read from the database."""

from __future__ import annotations

from app.db.klant import Klant
from app.db.taaleis import feit as db
from app.domain.beleid.model import Versie
from app.domain.taaleis.beleid import TaaleisBeleid
from app.domain.taaleis.dossier import Regel, Taaldossier
from app.domain.taaleis.soorten import lees_feit
from app.domain.taaleis.status import Taaloordeel, bepaal_status
from app.services.handeling import Handeling


def beleid_van(h: Handeling, klant: Klant) -> Versie[TaaleisBeleid]:
    """Return the policy of today."""
    return h.beleid.geldend(TaaleisBeleid, klant.gemeente, h.vandaag)


def laad(h: Handeling, klant: Klant) -> Taaldossier:
    """Return the facts and besluiten of a klant that count."""
    h.sessie.flush()
    regels = [regel.feit for regel in db.feiten(h.sessie, klant.id) if regel.intrekking is None]
    return Taaldossier(regels=tuple(Regel(id=str(rij.id), feit=lees_feit(rij.gegevens)) for rij in regels))


def oordeel_van(h: Handeling, klant: Klant) -> Taaloordeel:
    """Return the status of a klant as the rooms plan, gesprek and indeling ask for it."""
    return bepaal_status(laad(h, klant), beleid_van(h, klant).beleid)
