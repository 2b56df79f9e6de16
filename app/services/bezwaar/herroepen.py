"""What a grant promised is free again once it was herroepen (Awb 7:11)."""

from __future__ import annotations

from uuid import UUID

from app.db.klant import Klant
from app.services.besluit.lezen import vind
from app.services.besluit.lksrekenaars import LOONKOSTENSUBSIDIE
from app.services.besluit.subsidierekenaars import SUBSIDIES
from app.services.besluit.voorzieningrekenaars import VOORZIENING
from app.services.handeling import Handeling
from app.services.subsidie import herroepen as subsidie
from app.services.toekenning import toekennen


def herroep_toekenning(h: Handeling, klant: Klant, besluit_id: UUID) -> None:
    """Undo what a besluit granted, as far as it was not paid; ``klant`` is locked. A person does what is left."""
    besluit = vind(h, besluit_id)[0].besluit
    if besluit.soort == VOORZIENING:
        toekennen.herroep(h, klant, besluit)
    elif besluit.soort in (*SUBSIDIES, LOONKOSTENSUBSIDIE):
        subsidie.herroep(h, klant, besluit)
