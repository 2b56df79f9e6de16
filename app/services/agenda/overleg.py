"""Recording the consultation with the sociale recherche; only who may know of the signal does and reads this."""

from __future__ import annotations

from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.agenda import overleg as db
from app.db.agenda.overleg import Overleg
from app.domain.agenda.overleg import DRIEGESPREK_SR, driegesprektaak
from app.domain.kern.fouten import OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.services.agenda.opdrachten import OverlegOpdracht
from app.services.agenda.regels import agendabeleid
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak, sluit_taken_van_klant
from app.services.vastleggen import leg_vast


def leg_overleg_vast(h: Handeling, opdracht: OverlegOpdracht, klant_id: UUID) -> Overleg:
    """Record what was agreed with the SR, and ask for the driegesprek that follows (DEV-DIG-010).

    The gebeurtenis tells no more than that the dossier changed: that there was a consultation gives the signal away.
    """
    klant = h.klant(klant_id)
    if opdracht.gevoerd_op > h.vandaag:
        raise OngeldigeInvoer({"gevoerdOp": "Deze dag ligt in de toekomst."})
    overleg = Overleg(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        **opdracht.model_dump(),
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
    )
    h.sessie.add(overleg)
    sluit_taken_van_klant(h, klant, "sr_informeren", DRIEGESPREK_SR)
    if opdracht.driegesprek_nodig:
        maak_taak(
            h,
            driegesprektaak(h.vandaag, agendabeleid(h, klant.gemeente, h.vandaag)),
            Bestemming(overleg.id, klant, h.actor.medewerker_id),
        )
    leg_vast(h, Soort.KLANT_GEWIJZIGD, klant, klant, {"velden": []})
    return overleg


def bekijk_overleg(h: Handeling, klant_id: UUID) -> list[Overleg]:
    """Return the consultations about a klant, the latest first."""
    return db.van_klant(h.sessie, h.klant(klant_id, vergrendel=False).id)
