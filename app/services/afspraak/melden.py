"""What the klant is told of an appointment: its moment, and that it was cancelled."""

from __future__ import annotations

from app.db import afspraak as db
from app.db.afspraak import Afspraak
from app.db.agenda import punt as agenda
from app.db.klant import Klant
from app.domain.kern.fouten import Conflict
from app.services.bericht.bevestigen import zeg_af_bij_klant
from app.services.bericht.moment import Gespreksmoment, moment_van_kick_off, moment_van_punt
from app.services.handeling import Handeling


def moment_van(h: Handeling, afspraak: Afspraak, klant: Klant) -> Gespreksmoment:
    """Return when and where the klant is expected. Raises Conflict for an old appointment that is in no agenda."""
    if afspraak.bijeenkomst_id is not None:
        bijeenkomst = db.bijeenkomst(h.sessie, h.actor, afspraak.bijeenkomst_id)
        assert bijeenkomst is not None
        return moment_van_kick_off(h, afspraak, klant.consulent_id, (bijeenkomst.gemeente, bijeenkomst.klantgroep))
    punt = agenda.punt_van(h.sessie, afspraak.id)
    if punt is None:
        raise Conflict("Deze afspraak staat niet in de agenda.", "niet_in_agenda")
    return moment_van_punt(h, punt)


def meld_afzegging(h: Handeling, afspraak: Afspraak) -> None:
    """Tell the klant that the appointment does not take place."""
    klant = h.klant(afspraak.klant_id, vergrendel=False)
    if afspraak.bijeenkomst_id is not None or agenda.punt_van(h.sessie, afspraak.id) is not None:
        zeg_af_bij_klant(h, klant, moment_van(h, afspraak, klant))
