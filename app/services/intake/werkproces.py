"""The werkproces in GWS with its e-Suitezaak: asked for when the screening is planned, done when both are known."""

from __future__ import annotations

from app.db import taak as taken
from app.domain.intake.agenda import WERKPROCES, werkprocestaak
from app.services.handeling import Handeling
from app.services.intake.dossier import Dossier
from app.services.taak import Bestemming, maak_taak, sluit_taken


def vraag_werkproces(h: Handeling, dossier: Dossier) -> None:
    """Ask the receptie for what is not known yet of the two numbers, or close that when both are (DEV-MEL-008)."""
    melding = dossier.melding
    voorstel = werkprocestaak(melding.gws_nummer, melding.zaaknummer, h.vandaag)
    if voorstel is None:
        sluit_taken(h, melding.id, WERKPROCES)
        return
    h.sessie.flush()
    if not taken.open_taken(h.sessie, melding.id, (WERKPROCES,)):
        maak_taak(h, voorstel, Bestemming(melding.id, dossier.klant))
