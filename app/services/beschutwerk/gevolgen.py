"""Gevolgen: what toetsing and bekendmaking do to a zaak of beschut werk and to a place."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from app.db.beschutwerk import plek as plekken
from app.db.beschutwerk import zaak as db
from app.db.beschutwerk.plek import Beschutwerkplek, Plekstatus
from app.db.beschutwerk.zaak import Beschutwerkstatus, Beschutwerkzaak
from app.db.besluit import Besluit, Besluittoetsing
from app.db.klant import Klant
from app.domain.beschutwerk.feiten import Beschutwerkdictum
from app.domain.beschutwerk.plek import Plekdictum
from app.domain.beschutwerk.toetsen import toets_toetser
from app.domain.kern.fouten import NietGevonden
from app.domain.kern.taakvoorstel import AFGEKEURD
from app.domain.kern.toets import Toets
from app.services.beschutwerk.overbruggen import eindig_bij_werk
from app.services.beschutwerk.taken import Taaksoort, vraag
from app.services.handeling import Handeling
from app.services.taak import sluit_taken


def zaak(h: Handeling, zaak_id: UUID) -> Beschutwerkzaak:
    """Find the zaak of a besluit."""
    gevonden = db.zaak(h.sessie, h.actor, zaak_id)
    if gevonden is None:
        raise NietGevonden("Deze zaak is niet gevonden.")
    return gevonden


def plek(h: Handeling, plek_id: UUID) -> Beschutwerkplek:
    """Find the place of a besluit."""
    gevonden = plekken.plek(h.sessie, h.actor, plek_id)
    if gevonden is None:
        raise NietGevonden("Deze plek is niet gevonden.")
    return gevonden


def toetsen_toetser(_onderwerp: object, besluit: Besluit, toetser: str) -> tuple[Toets, ...]:
    """Return the conditions on who checks a besluit."""
    return (toets_toetser(str(besluit.genomen_door), toetser),)


def zaak_getoetst(h: Handeling, klant: Klant, onderwerp: Beschutwerkzaak, toetsing: Besluittoetsing) -> None:
    """Move the zaak on to the dispatch, or back to the besluiter."""
    sluit_taken(h, onderwerp.id, Taaksoort.TOETSING)
    if toetsing.akkoord:
        onderwerp.status = Beschutwerkstatus.GETOETST
        vraag(h, klant, onderwerp.id, Taaksoort.VERZENDING)
    else:
        onderwerp.status = Beschutwerkstatus.OPEN
        vraag(h, klant, onderwerp.id, Taaksoort.BESLUIT, AFGEKEURD)


def zaak_bekend(h: Handeling, onderwerp: Beschutwerkzaak, besluit: Besluit) -> dict[str, Any] | None:
    """Put who needs beschut werk on the waiting list, from the day of the besluit; nothing is to be processed yet."""
    sluit_taken(h, onderwerp.id)
    if besluit.dictum == Beschutwerkdictum.VASTSTELLEN:
        onderwerp.status, onderwerp.vastgesteld_op = Beschutwerkstatus.VASTGESTELD, besluit.peildatum
        vraag(h, h.klant(onderwerp.klant_id), onderwerp.id, Taaksoort.PLEK)
    else:
        onderwerp.status = Beschutwerkstatus.AFGEWEZEN
    return None


def plek_getoetst(h: Handeling, klant: Klant, onderwerp: Beschutwerkplek, toetsing: Besluittoetsing) -> None:
    """Move the place on to the dispatch; a rejected besluit gives it back."""
    sluit_taken(h, onderwerp.id, Taaksoort.TOETSING)
    if toetsing.akkoord:
        onderwerp.status = Plekstatus.GETOETST
        vraag(h, klant, onderwerp.id, Taaksoort.VERZENDING)
    else:
        onderwerp.status, onderwerp.telt = Plekstatus.CONCEPT, False
        vraag(h, klant, onderwerp.id, Taaksoort.BESLUIT, AFGEKEURD)


def plek_bekend(h: Handeling, onderwerp: Beschutwerkplek, besluit: Besluit) -> dict[str, Any] | None:
    """Grant the place, let what bridges the time end with it, and report the income.

    A refusal leaves the klant waiting; a refused place is no place any more: a next one is proposed anew.
    """
    sluit_taken(h, onderwerp.id)
    if besluit.dictum != Plekdictum.TOEKENNEN:
        onderwerp.status = Plekstatus.GEWEIGERD
        return None
    onderwerp.status = Plekstatus.TOEGEKEND
    sluit_taken(h, onderwerp.zaak_id, Taaksoort.PLEK)
    eindig_bij_werk(h, zaak(h, onderwerp.zaak_id), onderwerp)
    return {
        "soort": "inkomsten_uit_arbeid",
        "plekId": onderwerp.id,
        "besluitId": besluit.id,
        "van": onderwerp.begin,
        "urenPerWeek": onderwerp.uren,
        "bron": "beschut_werk",
    }
