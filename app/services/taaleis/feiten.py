"""Recording a fact, and taking back one that was wrong."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints
from uuid_utils.compat import uuid7

from app.db.gesprek import gesprek as gesprekken
from app.db.klant import Klant
from app.db.taaleis import feit as db
from app.db.taaleis.feit import Taaleisfeit, TaaleisfeitIntrekking, Taalregel
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.toets import niet_voldaan
from app.domain.taaleis.feit import Feit
from app.domain.taaleis.regels import voorwaarden
from app.services.handeling import Handeling, Opdracht
from app.services.taaleis.bijwerken import werk_bij
from app.services.taaleis.dossier import laad
from app.services.vastleggen import Eenmalig, leg_vast

_DAGEN = {"datum": "datum", "uitslag_op": "uitslagOp", "ondertekend_op": "ondertekendOp", "opgelost_op": "opgelostOp"}


class TaaleisfeitIntrekkingOpdracht(Opdracht):
    """Waarom een feit over de taaleis niet klopte."""

    reden: Annotated[str, StringConstraints(min_length=3, max_length=500)] = Field(
        examples=["Bij de verkeerde klant vastgelegd."]
    )


def leg_feit_vast(h: Handeling, opdracht: Feit, klant_id: UUID) -> Taalregel:
    """Record a fact; taken and terms follow. Raises OngeldigeInvoer, or Geweigerd when something must come first."""
    klant = h.klant(klant_id)
    _controleer(h, klant, opdracht)
    if bezwaar := niet_voldaan(voorwaarden(opdracht, laad(h, klant), klant.klantgroep)):
        raise Geweigerd("Dit kan zo niet worden vastgelegd.", bezwaar)
    regel = voeg_toe(h, klant, opdracht)
    werk_bij(h, klant)
    return regel


def voeg_toe(h: Handeling, klant: Klant, feit: Feit) -> Taalregel:
    """Write a fact of a locked klant with its gebeurtenis, without what follows from it."""
    gegevens = feit.model_dump(mode="json", by_alias=True)
    rij = Taaleisfeit(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        soort=gegevens["soort"],
        datum=feit.datum,
        gegevens=gegevens,
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
    )
    h.sessie.add(rij)
    leg_vast(h, Soort.TAALEISFEIT_VASTGELEGD, Eenmalig(rij.id), klant, {"feitId": rij.id})
    return Taalregel(rij, None)


def trek_feit_in(h: Handeling, opdracht: TaaleisfeitIntrekkingOpdracht, feit_id: UUID) -> Taalregel:
    """Take back a fact that was wrong; taken and terms are as the other facts say."""
    rij = db.feit(h.sessie, h.actor, feit_id)
    if rij is None:
        raise NietGevonden("Dit feit is niet gevonden.")
    klant = h.klant(rij.klant_id)
    if any(regel.feit.id == rij.id and regel.intrekking for regel in db.feiten(h.sessie, klant.id)):
        raise Conflict("Dit feit is al ingetrokken.", "al_ingetrokken")
    weg = TaaleisfeitIntrekking(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        feit_id=rij.id,
        reden=opdracht.reden,
        ingetrokken_op=h.nu,
        ingetrokken_door=h.actor.medewerker_id,
    )
    h.sessie.add(weg)
    leg_vast(h, Soort.TAALEISFEIT_INGETROKKEN, Eenmalig(rij.id), klant, {"feitId": rij.id})
    werk_bij(h, klant)
    return Taalregel(rij, weg)


def _controleer(h: Handeling, klant: Klant, feit: Feit) -> None:
    fouten = {}
    for veld, naam in _DAGEN.items():
        dag = getattr(feit, veld, None)
        if dag is not None and dag > h.vandaag:
            fouten[naam] = "Deze dag ligt in de toekomst."
    if feit.datum < klant.geboortedatum:
        fouten["datum"] = "Deze dag ligt voor de geboortedatum."
    if feit.gesprek_id is not None:
        gesprek = gesprekken.gesprek(h.sessie, h.actor, feit.gesprek_id)
        if gesprek is None or gesprek.klant_id != klant.id:
            fouten["gesprekId"] = "Dit gesprek is er niet voor deze klant."
    if fouten:
        raise OngeldigeInvoer(fouten)
