"""What a complete diagnosis puts an end to."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select

from app.db import taak as taken
from app.db.bericht import bericht as berichten
from app.db.diagnose import brok as db
from app.db.klant import Klant
from app.db.taak import Taakstatus
from app.domain.bericht.sjabloon import Sjabloon
from app.domain.kern.leefgebied import Diagnoseinstrument, Instrument
from app.services.bericht.klaarzetten import trek_terug_van_klant
from app.services.handeling import Handeling
from app.services.taak import sluit_taken

_COMPLEET = "De diagnose is compleet."
_VOORBEREIDING = {
    Diagnoseinstrument.DARIUZ: ("dariuz_uitnodigen", "dariuz_hulp", "dariuz_herinneren", "dariuz_controleren"),
    Diagnoseinstrument.FORMAT: ("format_voorbereiden",),
}


def sluit_voorbereiding(h: Handeling, klant: Klant, instrument: Instrument) -> None:
    """Close what the screening asked for: done for the instrument that was used, lapsed for the other (DEV-DIA-004).

    Who completed the diagnosis is not reminded of it any more (DEV-AFS-003).
    """
    for ander, soorten in _VOORBEREIDING.items():
        status = Taakstatus.GEDAAN if ander is instrument.weg else Taakstatus.VERVALLEN
        sluit_taken(h, klant.id, *soorten, status=status)
    trek_terug_van_klant(h, klant, Sjabloon.DARIUZ_HERINNERING, reden=_COMPLEET)


def sluit_voorbereidingen(h: Handeling, nieuwe: Select[Any], instrument: Instrument) -> None:
    """Do the same for all klanten with a new result, whom ``nieuwe`` selects as ``diagnose_brok.nieuwe`` does."""
    volledige = nieuwe.where(db.volledig())
    for ander, soorten in _VOORBEREIDING.items():
        status = Taakstatus.GEDAAN if ander is instrument.weg else Taakstatus.VERVALLEN
        einde = {"status": status, "afgehandeld_op": h.nu, "afgehandeld_door": h.actor.medewerker_id}
        taken.sluit_reeks(h.sessie, volledige, soorten, einde)
    berichten.trek_reeks_terug(h.sessie, volledige, (Sjabloon.DARIUZ_HERINNERING,), _COMPLEET)
