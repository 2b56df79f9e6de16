"""What counts for the taaleis of a klant, read from the database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from app.db import besluit as besluiten
from app.db.besluit import Besluitstand, Besluitstatus
from app.db.klant import Klant
from app.db.taaleis import feit as db
from app.db.taaleis import zaak as zaken
from app.db.taaleis.zaak import LOPEND
from app.domain.beleid.model import Versie
from app.domain.kern.fouten import BeleidOntbreekt
from app.domain.kern.maanden import plus_maanden
from app.domain.taaleis.beleid import TaaleisBeleid
from app.domain.taaleis.beslissing import Beslissing
from app.domain.taaleis.dossier import Genomen, Regel, Taaldictum, Taaldossier
from app.domain.taaleis.soorten import lees_feit
from app.domain.taaleis.status import Taalvraag, bepaal_status, vraagt
from app.services.besluit.lezen import beslissing_van, geldend
from app.services.besluit.rekenaars import REKENAARS
from app.services.handeling import Handeling

GEWIJZIGD: Final = "gewijzigd"
"""The dictum of a herziening or a decision on bezwaar that leaves something of a besluit."""


def beleid_van(h: Handeling, klant: Klant) -> Versie[TaaleisBeleid]:
    """Return the policy of today."""
    return h.beleid.geldend(TaaleisBeleid, klant.gemeente, h.vandaag)


def laad(h: Handeling, klant: Klant) -> Taaldossier:
    """Return the facts and besluiten of a klant that count, and which zaken are open."""
    h.sessie.flush()
    rijen = [regel.feit for regel in db.feiten(h.sessie, klant.id) if regel.intrekking is None]
    eigen = zaken.zaken(h.sessie, klant.id)
    return Taaldossier(
        regels=tuple(Regel(id=str(rij.id), feit=lees_feit(rij.gegevens)) for rij in rijen),
        besluiten=tuple(_genomen(h, besluiten.besluiten_over(h.sessie, [zaak.id for zaak in eigen]))),
        open_zaken=frozenset(zaak.soort.value for zaak in eigen if zaak.status in LOPEND),
    )


def _genomen(h: Handeling, standen: Iterable[Besluitstand]) -> Iterable[Genomen]:
    """Yield what was sent and stands; a verlaging that was only changed goes on under the besluit that changed it."""
    for stand in standen:
        nu = geldend(h, stand)
        if stand.bekendmaking is None or nu.status is not Besluitstatus.BEKENDGEMAAKT:
            continue
        verlaging = lees_beslissing(stand).verlaging
        if nu is not stand and (nu.besluit.dictum != GEWIJZIGD or verlaging is None):
            continue
        yield Genomen(
            id=str(nu.besluit.id),
            dictum=Taaldictum(stand.besluit.dictum),
            verzonden_op=stand.bekendmaking.verzonden_op,
            van=verlaging.van if verlaging else None,
            tot=_tot(stand, nu, verlaging.tot) if verlaging else None,
            fase=verlaging.fase if verlaging else None,
        )


def _tot(stand: Besluitstand, nu: Besluitstand, tot: date | None) -> date | None:
    """Return the end of a verlaging, which comes earlier when it was changed to fewer months."""
    regels = bedragen_van(nu)
    if nu is stand or not regels or regels[-1][1]:
        return tot
    return max((plus_maanden(maand, 1) for maand, bedrag in regels if bedrag), default=regels[0][0])


def bedragen_van(stand: Besluitstand) -> Sequence[tuple[date, int]]:
    """Return what a besluit takes per month, whatever its kind."""
    return REKENAARS[stand.besluit.soort].bedragen(beslissing_van(stand.besluit))


def lees_beslissing(stand: Besluitstand) -> Beslissing:
    """Return the outcome as it was decided."""
    return Beslissing.model_validate_json(stand.besluit.beslissing_bytes)


def taalvraag(h: Handeling, klant: Klant) -> Taalvraag | None:
    """Return what plan and conversation must deal with; nothing where there is no policy on the taaleis."""
    try:
        beleid = beleid_van(h, klant).beleid
    except BeleidOntbreekt:
        return None
    dossier = laad(h, klant)
    return vraagt(dossier, bepaal_status(dossier, beleid))
