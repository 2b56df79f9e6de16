"""Reading letters, and correcting the dispatch of one that proves no step."""

from __future__ import annotations

from uuid import UUID

from app.db import maatregel as zaken
from app.db.brief import brief as db
from app.db.brief.brief import Briefstand, Briefvorm
from app.db.incident import incident as incidenten
from app.domain.kern.fouten import Conflict, NietGevonden
from app.services.brief.adressering import log_ook_partner
from app.services.brief.besluitbrieven import Gelezen
from app.services.brief.opdrachten import BriefherroepingOpdracht
from app.services.brief.verzenden import herroep, vind_brief
from app.services.handeling import Handeling


def bekijk(h: Handeling, brief_id: UUID) -> Briefstand:
    """Find a letter with what happened to it."""
    return vind_brief(h, brief_id)[0]


def van_klant(h: Handeling, klant_id: UUID) -> list[Briefstand]:
    """Return the letters to a klant, the newest first."""
    return db.van_klant(h.sessie, h.klant(klant_id, vergrendel=False).id)


def lees_inhoud(h: Handeling, brief_id: UUID, vorm: Briefvorm) -> Gelezen:
    """Return the kept bytes of a letter."""
    stand, klant = vind_brief(h, brief_id)
    deel = db.inhoud(h.sessie, stand.brief.id, vorm)
    if deel is None:
        raise NietGevonden("Deze vorm van de brief is niet bewaard.")
    log_ook_partner(h, klant, stand.brief.inhoud)
    return Gelezen(klant.id, deel.inhoud, deel.mediatype, deel.sha256)


def herroep_verzending(h: Handeling, opdracht: BriefherroepingOpdracht, brief_id: UUID) -> Briefstand:
    """Take a wrongly recorded dispatch back; while a step or an incident rests on it that must go first."""
    stand, _ = vind_brief(h, brief_id)
    if incidenten.met_brief(h.sessie, brief_id):
        raise Conflict(
            "Deze brief is het bewijs bij een incident; leg daar eerst een andere brief vast.", "bewijs_van_incident"
        )
    rijen = zaken.geldend(zaken.stappen(h.sessie, [stand.brief.onderwerp_id]))
    stappen = [rij.id for rij in rijen if rij.inhoud.get("briefId") == str(brief_id)]
    return herroep(h, opdracht, brief_id, bewijs_van=stappen)
