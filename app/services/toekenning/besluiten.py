"""Besluiten about a voorziening: what is the same for every kind, from taking to sending."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from app.db.besluit import Besluit, Besluitstand, Besluittoetsing
from app.db.klant import Klant
from app.db.toekenning import toekenning as db
from app.db.toekenning.toekenning import Toekenning
from app.domain.kern.fouten import NietGevonden
from app.domain.kern.toets import Toets
from app.domain.toekenning.beleid import ToekenningBeleid
from app.domain.toekenning.toetser import toets_toetser
from app.services.besluit.nemen import Besluitvoorstel, neem
from app.services.handeling import Handeling
from app.services.taak import sluit_taken
from app.services.toekenning.taken import Taaksoort, vraag

_BESLUITTAKEN = (Taaksoort.BESLUIT, Taaksoort.TOETSING, Taaksoort.VERZENDING)


def onderwerp(h: Handeling, toekenning_id: UUID) -> Toekenning:
    """Find the voorziening of a besluit."""
    gevonden = db.toekenning(h.sessie, h.actor, toekenning_id)
    if gevonden is None:
        raise NietGevonden("Deze toekenning is niet gevonden.")
    return gevonden


def toetsing_nodig(h: Handeling, klant: Klant, besluit: Besluit) -> bool:
    """Tell whether somebody else checks this besluit before it is sent, by the policy of its day."""
    beleid = h.beleid.geldend(ToekenningBeleid, klant.gemeente, besluit.peildatum).beleid
    return besluit.dictum in beleid.toetsing_bij.waarde


def toetsen_toetser(_rij: Toekenning, besluit: Besluit, toetser: str) -> tuple[Toets, ...]:
    """Return the conditions on who checks a besluit."""
    return (toets_toetser(str(besluit.genomen_door), toetser),)


def neem_besluit(h: Handeling, klant: Klant, rij: Toekenning, wat: Besluitvoorstel) -> Besluitstand:
    """Take it and ask for the toetsing, or at once for the dispatch; one that was not sent is taken again."""
    besluit = neem(h, klant, wat)
    sluit_taken(h, rij.id, *_BESLUITTAKEN)
    vraag(h, klant, rij, Taaksoort.TOETSING if toetsing_nodig(h, klant, besluit) else Taaksoort.VERZENDING)
    return Besluitstand(besluit, None, None)


def getoetst(h: Handeling, klant: Klant, rij: Toekenning, toetsing: Besluittoetsing) -> None:
    """Ask for the dispatch, or for another besluit; the voorziening itself does not change."""
    sluit_taken(h, rij.id, *_BESLUITTAKEN)
    vraag(h, klant, rij, Taaksoort.VERZENDING if toetsing.akkoord else Taaksoort.BESLUIT)


def is_verzonden(h: Handeling, rij: Toekenning) -> Klant:
    """Close the taken of the besluit and return the klant, whose dossier is locked."""
    sluit_taken(h, rij.id, *_BESLUITTAKEN)
    return h.klant(rij.klant_id)


def vast(h: Handeling) -> dict[str, Any]:
    """Return who decides, for the facts."""
    return {"besluiter": str(h.actor.medewerker_id)}
