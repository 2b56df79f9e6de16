"""Appointments that were planned at a location before it was closed to the klant: somebody moves them (DEV-MTR-519)."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from app.db import afspraak as afspraken
from app.db.incident.incident import Pandverbod
from app.db.klant import Klant
from app.db.taak import Taakstatus
from app.domain.kern.grondslag import productenboek
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.tijd import dag
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak, sluit_taken

VERPLAATSEN: Final = "pandverbod_afspraken_verplaatsen"


def vraag_verplaatsing(h: Handeling, klant: Klant, verbod: Pandverbod) -> None:
    """Ask to move what lies ahead at this location in the period, in one taak; an earlier one lapses.

    It is in time until the day before the first of them.
    """
    sluit_taken(h, verbod.id, VERPLAATSEN, status=Taakstatus.VERVALLEN)
    gepland = [a for a in afspraken.van_klant(h.sessie, klant.id) if a.vervallen_op is None and a.begint >= h.nu]
    dagen = sorted(dag(a.begint) for a in gepland if verbod.verbod.geldt(a.locatie, dag(a.begint)))
    if not dagen:
        return
    wat = "1 afspraak" if len(dagen) == 1 else f"{len(dagen)} afspraken"
    taak = TaakVoorstel(
        soort=VERPLAATSEN,
        wat=f"Verplaats {wat} naar een andere plek, of bel de klant.",
        waarom="De klant mag in die tijd niet op deze locatie komen; dit stond er al gepland.",
        rol=Rol.WERKCONSULENT if klant.consulent_id else Rol.INKOMENSCONSULENT,
        grondslag=productenboek("8"),
        uiterste=max(dagen[0] - timedelta(days=1), h.vandaag),
    )
    maak_taak(h, taak, Bestemming(verbod.id, klant))
