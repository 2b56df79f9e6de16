"""What a meeting on a screen asks of klant and employee."""

from __future__ import annotations

from app.domain.bericht.beleid import BerichtBeleid, Videobellen
from app.domain.kern.fouten import OngeldigeInvoer
from app.services.handeling import Handeling


def geef_videobellen(h: Handeling, gemeente: str) -> Videobellen:
    """Return the instructions and the number for help that hold today (DEV-DIG-007, DEV-DIG-023).

    Raises OngeldigeInvoer for a municipality without policy.
    """
    if gemeente not in h.beleid.gemeenten():
        raise OngeldigeInvoer({"gemeente": f"Kies een van: {', '.join(h.beleid.gemeenten())}."})
    return h.beleid.geldend(BerichtBeleid, gemeente, h.vandaag).beleid.videobellen.waarde
