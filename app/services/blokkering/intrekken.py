"""Intrekking after an opschorting that was not repaired: preparing, hearing, deciding (Participatiewet 54, lid 4)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db import besluit as besluiten
from app.db.besluit import Besluitstand
from app.db.blokkering import opschorting as db
from app.db.blokkering.opschorting import Intrekking, Intrekkingstand, Opschorting, Opschortingstand
from app.db.klant import Klant
from app.db.taak import Taakstatus
from app.domain.blokkering.beleid import BlokkeringBeleid
from app.domain.blokkering.intrekking import NIET_HERSTELD, IntrekkingFeiten
from app.domain.kern.fouten import Conflict, NietGevonden
from app.domain.kern.gebeurtenis import Soort
from app.services.besluit.nemen import Besluitvoorstel, neem
from app.services.besluit.rekenaars import INTREKKING
from app.services.blokkering.besluitopdrachten import (
    BlokkeringbesluitOpdracht,
    IntrekkingOpdracht,
    IntrekkingvervalOpdracht,
    WijzigIntrekkingOpdracht,
)
from app.services.blokkering.besluittaken import Taaksoort, vraag
from app.services.blokkering.opschorten import moet_zijn, pas_toe
from app.services.blokkering.opschorten import vind as vind_opschorting
from app.services.handeling import Handeling
from app.services.taak import sluit_taken
from app.services.vastleggen import leg_vast

BEZIG = frozenset({Intrekkingstand.OPEN, Intrekkingstand.BESLOTEN, Intrekkingstand.GETOETST})


def open_intrekking(h: Handeling, opdracht: IntrekkingOpdracht, opschorting_id: UUID) -> Intrekking:
    """Prepare an intrekking while the opschorting runs; hearing can begin before the hersteltermijn is over."""
    opschorting, klant = vind_opschorting(h, opschorting_id, vergrendel=True)
    moet_zijn(opschorting, Opschortingstand.LOPEND)
    if lopende(h, opschorting) is not None:
        raise Conflict("Er is al een intrekking in voorbereiding.", "intrekking_loopt_al")
    rij = Intrekking(
        id=uuid7(),
        organisatie=klant.organisatie,
        klant_id=klant.id,
        opschorting_id=opschorting.id,
        **opdracht.model_dump(),
        status=Intrekkingstand.OPEN,
        geopend_op=h.nu,
        geopend_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(rij)
    leg_vast(h, Soort.INTREKKING_VOORBEREID, rij, klant, {"opschortingId": opschorting.id})
    sluit_taken(h, opschorting.id, NIET_HERSTELD)
    vraag(h, klant, rij, Taaksoort.INTREKKING)
    return rij


def wijzig_intrekking(h: Handeling, opdracht: WijzigIntrekkingOpdracht, intrekking_id: UUID) -> Intrekking:
    """Complete or correct an intrekking that was not decided on."""
    rij, klant = vind(h, intrekking_id, vergrendel=True)
    h.controleer_versie(rij)
    _moet_open_zijn(rij)
    leg_vast(h, Soort.INTREKKING_GEWIJZIGD, rij, klant, {"velden": pas_toe(rij, opdracht)})
    return rij


def beslis(h: Handeling, opdracht: BlokkeringbesluitOpdracht, intrekking_id: UUID) -> Besluitstand:
    """Decide to withdraw the grant from the first day of the opschorting (DEV-NOS-504, DEV-NOS-505).

    Raises Geweigerd with what is missing or in the way.
    """
    rij, klant = vind(h, intrekking_id, vergrendel=True)
    h.controleer_versie(rij)
    _moet_open_zijn(rij)
    eigen = {"motivering": opdracht.motivering, "besluiter": str(h.actor.medewerker_id)}
    voorstel = Besluitvoorstel(
        soort=INTREKKING,
        onderwerp=rij,
        feiten=feiten_van(h, klant, rij).model_copy(update=eigen),
        versie=h.beleid.geldend(BlokkeringBeleid, klant.gemeente, h.vandaag),
        peildatum=h.vandaag,
        motivering=opdracht.motivering,
    )
    besluit = neem(h, klant, voorstel)
    rij.status = Intrekkingstand.BESLOTEN
    sluit_taken(h, rij.id, Taaksoort.INTREKKING)
    vraag(h, klant, rij, Taaksoort.INTREKKING_TOETSEN)
    return Besluitstand(besluit, None, None)


def feiten_van(h: Handeling, klant: Klant, rij: Intrekking) -> IntrekkingFeiten:
    """Collect the facts: the opschorting with its dispatch, and what was recorded on blame and hearing."""
    opschorting, _ = vind_opschorting(h, rij.opschorting_id)
    assert opschorting.herstel_tot_en_met is not None
    eigen = ("gehoord_op", "zienswijze", "gelegenheid_tot_en_met", "horen_uitzondering")
    blaam = ("verwijtbaar", "verwijtbaarheid_toelichting")
    feiten: dict[str, Any] = {veld: getattr(rij, veld) for veld in (*eigen, *blaam)}
    verzonden = [stand.bekendmaking for stand in besluiten.besluiten_over(h.sessie, [opschorting.id])]
    return IntrekkingFeiten(
        regime=klant.regime.value,
        plicht=opschorting.plicht,
        opschorting_van=opschorting.van,
        opschorting_verzonden_op=next((bekend.verzonden_op for bekend in verzonden if bekend), None),
        herstel_tot_en_met=opschorting.herstel_tot_en_met,
        hersteld=opschorting.status is Opschortingstand.HERSTELD,
        **feiten,
    )


def trek_terug(h: Handeling, opdracht: IntrekkingvervalOpdracht, intrekking_id: UUID) -> Intrekking:
    """Give up an intrekking that was not sent; the opschorting goes on."""
    rij, klant = vind(h, intrekking_id, vergrendel=True)
    h.controleer_versie(rij)
    if rij.status not in BEZIG:
        raise Conflict(f"Deze intrekking is {rij.status.value}.", "intrekking_niet_open")
    laat_vervallen(h, klant, rij, opdracht.reden)
    return rij


def laat_vervallen(h: Handeling, klant: Klant, rij: Intrekking, reden: str) -> None:
    """Let an intrekking lapse and record it."""
    rij.status, rij.reden = Intrekkingstand.VERVALLEN, reden
    sluit_taken(h, rij.id, status=Taakstatus.VERVALLEN)
    leg_vast(h, Soort.INTREKKING_VERVALLEN, rij, klant, {"opschortingId": rij.opschorting_id})


def lopende(h: Handeling, opschorting: Opschorting) -> Intrekking | None:
    """Return the intrekking that is being prepared after this opschorting, if there is one."""
    return next((rij for rij in db.intrekkingen(h.sessie, opschorting.id) if rij.status in BEZIG), None)


def _moet_open_zijn(rij: Intrekking) -> None:
    if rij.status is not Intrekkingstand.OPEN:
        raise Conflict(f"Deze intrekking is {rij.status.value}.", "intrekking_niet_open")


def vind(h: Handeling, intrekking_id: UUID, *, vergrendel: bool = False) -> tuple[Intrekking, Klant]:
    """Find an intrekking; ``vergrendel`` locks the dossier and reads it again under the lock."""
    rij = db.intrekking(h.sessie, h.actor, intrekking_id)
    if rij is None:
        raise NietGevonden("Deze intrekking is niet gevonden.")
    klant = h.klant(rij.klant_id, vergrendel=vergrendel)
    if vergrendel:
        h.sessie.refresh(rij)
    return rij, klant
