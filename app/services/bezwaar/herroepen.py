"""What a grant promised is free again once it was herroepen (Awb 7:11)."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from app.db.klant import Klant
from app.services.besluit.lezen import vind
from app.services.besluit.lksrekenaars import LOONKOSTENSUBSIDIE
from app.services.besluit.subsidierekenaars import SUBSIDIES
from app.services.besluit.voorzieningrekenaars import VOORZIENING
from app.services.handeling import Handeling
from app.services.subsidie import herroepen as subsidie
from app.services.toekenning import toekennen

REST: Final = "De toekenning geldt niet meer: ga na wat al is betaald of begonnen, en of er een nieuw besluit nodig is."


def herroep_toekenning(h: Handeling, klant: Klant, besluit_id: UUID) -> bool:
    """Undo what a besluit granted, as far as it was not paid; tell whether it did. ``klant`` is locked."""
    besluit = vind(h, besluit_id)[0].besluit
    if besluit.soort == VOORZIENING:
        return toekennen.herroep(h, klant, besluit)
    return besluit.soort in (*SUBSIDIES, LOONKOSTENSUBSIDIE) and subsidie.herroep(h, klant, besluit)
