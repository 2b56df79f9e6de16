"""What the taaleis asks follows when one of its besluiten is taken back or changed."""

from __future__ import annotations

from uuid import UUID

from app.db.klant import Klant
from app.services.besluit.lezen import vind
from app.services.besluit.rekenaars import TAALEIS
from app.services.handeling import Handeling
from app.services.taaleis.bijwerken import werk_bij


def werk_taaleis_bij(h: Handeling, klant: Klant, besluit_id: UUID) -> None:
    """Bring taken and terms of the taaleis in line with the besluiten that still stand; ``klant`` is locked."""
    stand, _ = vind(h, besluit_id)
    while stand.besluit.vervangt is not None:
        stand, _ = vind(h, stand.besluit.vervangt)
    if stand.besluit.soort == TAALEIS:
        h.sessie.flush()
        werk_bij(h, klant)
