"""How busy the makelaars are (DEV-PMK-505)."""

from __future__ import annotations

from dataclasses import dataclass

from app.db.makelaar import verwijzing as db
from app.db.organisatie import Medewerker
from app.domain.kern.fouten import OngeldigeInvoer
from app.domain.makelaar.beleid import MakelaarBeleid
from app.domain.makelaar.drukte import Makelaardrukte, meet_drukte
from app.domain.makelaar.feiten import Makelaarwerk
from app.services.handeling import Handeling
from app.services.sturing.kring import ruime_kring


@dataclass(frozen=True)
class Makelaarstaat:
    """What every makelaar has to do, and the numbers from which on it stands out."""

    makelaars: list[tuple[Medewerker, Makelaardrukte]]
    beleid: MakelaarBeleid


def bekijk_drukte(h: Handeling, gemeente: str) -> Makelaarstaat:
    """Count per makelaar, over the whole organisation, by the signal values of a gemeente; of no klant is told."""
    if gemeente not in h.actor.gemeenten:
        raise OngeldigeInvoer({"gemeente": f"Kies een van: {', '.join(h.actor.gemeenten)}."})
    beleid = h.beleid.geldend(MakelaarBeleid, gemeente, h.vandaag).beleid
    ruime_kring(h, None)
    werk = db.werk(h.sessie, h.actor)
    staat = []
    for makelaar in db.makelaars(h.sessie, h.actor.organisatie):
        eigen = tuple((op, contact) for wie, op, contact in werk if wie == makelaar.id)
        staat.append((makelaar, meet_drukte(Makelaarwerk(verwijzingen=eigen), h.vandaag, beleid)))
    return Makelaarstaat(staat, beleid)
