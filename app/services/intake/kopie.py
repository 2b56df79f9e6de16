"""The copy of a digital melding for who made it."""

from __future__ import annotations

from app.db import taak as taken
from app.domain.bericht.sjabloon import Sjabloon
from app.services.bericht.klaarzetten import zet_klaar
from app.services.handeling import Handeling
from app.services.intake.dossier import Dossier
from app.services.intake.termijnen import CONTACT


def stuur_kopie(h: Handeling, dossier: Dossier) -> None:
    """Mail what was reported and by when we call (DEV-DIG-003); without an address there is nothing to mail to."""
    melding = dossier.melding
    h.sessie.flush()
    contact = next(iter(taken.lopende_termijnen(h.sessie, melding.id, (CONTACT,))), None)
    gegevens = {
        "gemeld_op": melding.meldingsdatum,
        "hulpvragen": [vraag.replace("_", " ") for vraag in melding.hulpvragen],
        "toelichting": melding.toelichting,
        "contact_uiterlijk": contact.einde if contact else None,
    }
    zet_klaar(h, dossier.klant, Sjabloon.MELDING_KOPIE, gegevens, onderwerp_id=melding.id, facultatief=True)
