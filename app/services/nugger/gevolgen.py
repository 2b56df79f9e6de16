"""Gevolgen: what toetsing and bekendmaking of a besluit do to the request of a nugger."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from app.db.besluit import Besluit, Besluittoetsing
from app.db.doelgroep import nugger as db
from app.db.doelgroep.nugger import Nuggerverzoek, Verzoekstand
from app.db.klant import Klant
from app.domain.kern.fouten import NietGevonden
from app.domain.kern.taakvoorstel import AFGEKEURD
from app.domain.kern.toets import Toets
from app.domain.nugger.feiten import Nuggerdictum
from app.domain.nugger.toetsen import toets_toetser
from app.services.handeling import Handeling
from app.services.nugger.taken import Taaksoort, vraag
from app.services.taak import sluit_taken


def onderwerp(h: Handeling, verzoek_id: UUID) -> Nuggerverzoek:
    """Find the request of a besluit."""
    verzoek = db.verzoek(h.sessie, h.actor, verzoek_id)
    if verzoek is None:
        raise NietGevonden("Dit verzoek is niet gevonden.")
    return verzoek


def toetsen_toetser(_verzoek: Nuggerverzoek, besluit: Besluit, toetser: str) -> tuple[Toets, ...]:
    """Return the conditions on who checks a besluit."""
    return (toets_toetser(str(besluit.genomen_door), toetser),)


def getoetst(h: Handeling, klant: Klant, verzoek: Nuggerverzoek, toetsing: Besluittoetsing) -> None:
    """Move the request on to the dispatch, or back to the besluiter with the reason."""
    sluit_taken(h, verzoek.id, Taaksoort.TOETSING)
    if toetsing.akkoord:
        verzoek.status = Verzoekstand.GETOETST
        vraag(h, klant, verzoek, Taaksoort.VERZENDING)
    else:
        verzoek.status = Verzoekstand.OPEN
        vraag(h, klant, verzoek, Taaksoort.BESLUIT, AFGEKEURD)


def bekendgemaakt(h: Handeling, verzoek: Nuggerverzoek, besluit: Besluit) -> dict[str, Any] | None:
    """End the request; after a grant the support is put in. The uitkeringsadministratie has nothing to process."""
    verzoek.status = Verzoekstand.BEKENDGEMAAKT
    sluit_taken(h, verzoek.id)
    if besluit.dictum == Nuggerdictum.TOEKENNEN:
        vraag(h, h.klant(verzoek.klant_id), verzoek, Taaksoort.INZET)
    return None
