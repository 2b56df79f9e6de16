"""Beeld: everything about the taaleis of a klant on one screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from app.db import plan as plannen
from app.db.klant import Klant
from app.db.plan import Planstatus
from app.db.taak import LopendeTermijn, Taak, Taakstatus
from app.db.taaleis import feit as db
from app.db.taaleis import zaak as zaken
from app.db.taaleis.feit import Taalregel
from app.db.taaleis.zaak import Taaleiszaak, Taalzaakstatus
from app.domain.plan.feiten import TAALDOELEN, Doel
from app.domain.taaleis.beleid import TaaleisBeleid
from app.domain.taaleis.beslissing import Beslissing
from app.domain.taaleis.dossier import Taaldossier
from app.domain.taaleis.status import Taaloordeel, Taalvraag, bepaal_status, vraagt
from app.domain.taaleis.taken import vervolggesprek_op
from app.domain.taaleis.termijnen import vooruitblik
from app.services.handeling import Handeling
from app.services.taaleis.bespreking import niet_besproken
from app.services.taaleis.bijwerken import BEGIN
from app.services.taaleis.dossier import beleid_van, laad
from app.services.taaleis.zaken import beeld


@dataclass(frozen=True)
class Taaleisbeeld:
    """The status and why, the facts, terms, open taken and zaken, and what can follow per month."""

    klant: Klant
    dossier: Taaldossier
    oordeel: Taaloordeel
    regels: Sequence[Taalregel]
    termijnen: Sequence[LopendeTermijn]
    taken: Sequence[Taak]
    zaken: Sequence[Taaleiszaak]
    schema: Sequence[tuple[date, Decimal]]
    vraagt: Taalvraag | None
    niet_besproken: tuple[str, ...]
    beoordelingen: Mapping[UUID, Beslissing]
    plandoelen: Sequence[Doel]
    vervolggesprek_op: date | None


def bekijk(h: Handeling, klant_id: UUID) -> Taaleisbeeld:
    """Show the taaleis of a klant."""
    klant = h.klant(klant_id, vergrendel=False)
    dossier, beleid = laad(h, klant), beleid_van(h, klant).beleid
    oordeel = bepaal_status(dossier, beleid)
    eigen = zaken.zaken(h.sessie, klant.id)
    taken = db.taken(h.sessie, klant.id, BEGIN)
    return Taaleisbeeld(
        klant=klant,
        dossier=dossier,
        oordeel=oordeel,
        regels=db.feiten(h.sessie, klant.id),
        termijnen=db.termijnen(h.sessie, klant.id, BEGIN),
        taken=[taak for taak in taken if taak.status is Taakstatus.OPEN],
        zaken=eigen,
        niet_besproken=niet_besproken(h, klant),
        beoordelingen={z.id: beeld(h, z, klant).beoordeling for z in eigen if z.status is Taalzaakstatus.OPEN},
        plandoelen=_plandoelen(h, klant),
        vervolggesprek_op=_vervolg(dossier, beleid),
        schema=vooruitblik(dossier, oordeel, beleid, h.vandaag),
        vraagt=vraagt(dossier, oordeel),
    )


def _plandoelen(h: Handeling, klant: Klant) -> list[Doel]:
    """Return the goals for the taaleis in the newest version of the plan that runs or is being made."""
    lopend = [p for p in plannen.plannen(h.sessie, klant.id) if p.status in (Planstatus.CONCEPT, Planstatus.ACTIEF)]
    versies = plannen.versies(h.sessie, [plan.id for plan in lopend[:1]])
    doelen = [Doel.model_validate(doel) for doel in versies[0].doelen] if versies else []
    return [doel for doel in doelen if doel.doeltype in TAALDOELEN]


def _vervolg(dossier: Taaldossier, beleid: TaaleisBeleid) -> date | None:
    """Return the day of the conversation a month after a refusal that still holds (DEV-TAA-511)."""
    verklaringen = dossier.verklaringen
    if not verklaringen or verklaringen[-1].bereid:
        return None
    return vervolggesprek_op(verklaringen[-1].op, beleid)
