"""The catalogue: which voorzieningen a municipality has on a day, and under which conditions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.beleid.model import Herkomst
from app.domain.kern.fouten import OngeldigeInvoer
from app.domain.voorziening.beleid import VoorzieningBeleid
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Aanbod:
    """The policy of the voorzieningen on a day, and its version."""

    beleid: VoorzieningBeleid
    peildatum: date
    beleid_id: str

    @property
    def herkomst(self) -> Herkomst:
        """Whether a decision of the municipality about the whole list is known."""
        return self.beleid.voorzieningen.herkomst


def bekijk_aanbod(h: Handeling, gemeente: str, peildatum: date | None) -> Aanbod:
    """Return the catalogue of a municipality (DEV-ORG-902). Raises OngeldigeInvoer for another's."""
    if gemeente not in h.actor.gemeenten:
        raise OngeldigeInvoer({"gemeente": f"Kies een van: {', '.join(h.actor.gemeenten)}."})
    dag = peildatum or h.vandaag
    versie = h.beleid.geldend(VoorzieningBeleid, gemeente, dag)
    return Aanbod(versie.beleid, dag, versie.id)
