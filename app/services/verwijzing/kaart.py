"""Reading the sociale kaart."""

from __future__ import annotations

from app.domain.kern.fouten import OngeldigeInvoer
from app.domain.verwijzing.beleid import VerwijzingBeleid
from app.services.handeling import Handeling


def kaart_van(h: Handeling, gemeente: str) -> VerwijzingBeleid:
    """Return the policy with the sociale kaart. Raises OngeldigeInvoer for a gemeente without policy."""
    if gemeente not in h.beleid.gemeenten():
        raise OngeldigeInvoer({"gemeente": "Van deze gemeente is geen beleid ingelezen."})
    return h.beleid.geldend(VerwijzingBeleid, gemeente, h.vandaag).beleid
