"""Signaal: what changed in the dossier asks for a new calculation of a running loonkostensubsidie."""

from __future__ import annotations

from uuid import UUID

from app.db import taak as taken
from app.db.klant import Klant
from app.db.subsidie import subsidie as db
from app.db.subsidie.subsidie import Subsidiestand
from app.domain.subsidie.model import Regelingcode
from app.services.handeling import Handeling
from app.services.loonkosten.taken import Taaksoort, vraag


def vraag_herberekening(h: Handeling, klant: Klant, dienstverband_id: UUID | None = None) -> None:
    """Ask once for a new calculation of what was granted for a job, or for every job of the klant."""
    for rij in db.van_klant(h.sessie, klant.id):
        loopt = rij.regeling is Regelingcode.LOONKOSTENSUBSIDIE and rij.stand is Subsidiestand.TOEGEKEND
        raakt = dienstverband_id in (None, rij.dienstverband_id)
        if loopt and raakt and not taken.open_taken(h.sessie, rij.id, (Taaksoort.HERBEREKENEN,)):
            vraag(h, klant, rij.id, Taaksoort.HERBEREKENEN)
