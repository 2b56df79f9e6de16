"""Management information from the results: per klantgroep and leefgebied, never about a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.db.diagnose import rapport as db
from app.db.sessie import verruim
from app.domain.diagnose.beleid import DiagnoseBeleid
from app.domain.diagnose.rapport import KLEINSTE_ZONDER_BELEID, Groepscel, hele_maanden, onderdruk
from app.domain.kern.fouten import BeleidOntbreekt, OngeldigeInvoer
from app.services.handeling import Handeling


@dataclass(frozen=True)
class Rapport:
    """What was found in a period, and from how many persons on a number is shown."""

    van: date
    tot: date
    kleinste_groep: int
    cellen: tuple[Groepscel, ...]


def rapporteer(h: Handeling, van: date, tot: date) -> Rapport:
    """Count over whole months (DEV-DIA-009); the actor sees no dossier by it, only sums of enough persons."""
    if not hele_maanden(van, tot):
        raise OngeldigeInvoer({"van": "Geef hele maanden: van de eerste van een maand tot en met de laatste van een."})
    kleinste = _kleinste(h)
    verruim(h.sessie)
    return Rapport(van, tot, kleinste, onderdruk(db.groepen(h.sessie, h.actor, van, tot), kleinste))


def _kleinste(h: Handeling) -> int:
    try:
        return h.beleid.geldend(DiagnoseBeleid, h.actor.gemeenten[0], h.vandaag).beleid.kleinste_groep.waarde
    except BeleidOntbreekt:
        return KLEINSTE_ZONDER_BELEID
