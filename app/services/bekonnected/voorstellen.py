"""Voorstellen: a workplace that the klant proposes, which an accountmanager judges (DEV-BKN-005)."""

from __future__ import annotations

from uuid import UUID

from uuid_utils.compat import uuid7

from app.db import organisatie as organisaties
from app.db.bekonnected import traject as db
from app.db.bekonnected.traject import Werkplekvoorstel
from app.db.klant import Klant
from app.domain.bekonnected.soorten import Bekonnectedstatus, Voorstelstatus
from app.domain.bekonnected.toetsen import BRON
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.werkdagen import tel_werkdagen
from app.services.bekonnected.beeld import Bekonnectedbeeld, beeld, beleid_van
from app.services.bekonnected.opdrachten import (
    Accountmanagersoordeel,
    IntrekVoorstelOpdracht,
    WerkplekvoorstelOpdracht,
)
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak, sluit_taken
from app.services.vastleggen import leg_vast
from app.services.werkgever.vestigingen import actieve_vestiging

_TAAK = "werkplekvoorstel_bespreken"


def stel_voor(h: Handeling, opdracht: WerkplekvoorstelOpdracht, klant_id: UUID) -> Bekonnectedbeeld:
    """Record what the klant proposes; a taak asks to discuss it with an accountmanager."""
    klant = h.klant(klant_id)
    if opdracht.datum is not None and opdracht.datum > h.vandaag:
        raise OngeldigeInvoer({"datum": "Geef een dag die niet in de toekomst ligt."})
    if opdracht.vestiging_id is not None:
        actieve_vestiging(h, opdracht.vestiging_id)
    rij = Werkplekvoorstel(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        status=Voorstelstatus.OPEN,
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
        versie=0,
        **(opdracht.model_dump() | {"datum": opdracht.datum or h.vandaag}),
    )
    h.sessie.add(rij)
    leg_vast(h, Inzetsoort.WERKPLEKVOORSTEL_GEWIJZIGD, rij, klant, {"status": rij.status})
    taak = TaakVoorstel(
        soort=_TAAK,
        wat="Bespreek de eigen werkplek van de klant met een accountmanager en leg het oordeel vast.",
        waarom="Een eigen werkplek kan pas na akkoord van een accountmanager, en zonder verdringing.",
        rol=Rol.WERKCONSULENT,
        grondslag=BRON,
        uiterste=tel_werkdagen(h.vandaag, beleid_van(h, klant).beleid.opvolgen_werkdagen.waarde),
    )
    maak_taak(h, taak, Bestemming(rij.id, klant))
    return beeld(h, klant)


def beoordeel(h: Handeling, opdracht: Accountmanagersoordeel, voorstel_id: UUID) -> Bekonnectedbeeld:
    """Record what the accountmanager says, or correct it until a traject rests on it."""
    rij, klant = _vind(h, voorstel_id)
    dag = opdracht.besproken_op or h.vandaag
    fouten = {}
    if not rij.datum <= dag <= h.vandaag:
        fouten["besprokenOp"] = "Geef een dag vanaf het voorstel tot en met vandaag."
    if organisaties.medewerker(h.sessie, h.actor.organisatie, opdracht.accountmanager_id) is None:
        fouten["accountmanagerId"] = "Deze medewerker is niet bekend."
    if fouten:
        raise OngeldigeInvoer(fouten)
    for veld, waarde in opdracht.model_dump().items():
        setattr(rij, veld, waarde)
    rij.besproken_op = dag
    mag = opdracht.akkoord and not opdracht.verdringing
    rij.status = Voorstelstatus.AKKOORD if mag else Voorstelstatus.AFGEWEZEN
    sluit_taken(h, rij.id, _TAAK)
    inhoud = {"status": rij.status, "akkoord": rij.akkoord, "verdringing": rij.verdringing}
    leg_vast(h, Inzetsoort.WERKPLEKVOORSTEL_GEWIJZIGD, rij, klant, inhoud)
    return beeld(h, klant)


def trek_in(h: Handeling, opdracht: IntrekVoorstelOpdracht, voorstel_id: UUID) -> Bekonnectedbeeld:
    """Withdraw a proposal on which no traject rests."""
    rij, klant = _vind(h, voorstel_id)
    rij.status, rij.toelichting = Voorstelstatus.INGETROKKEN, opdracht.reden
    sluit_taken(h, rij.id, _TAAK)
    leg_vast(h, Inzetsoort.WERKPLEKVOORSTEL_GEWIJZIGD, rij, klant, {"status": rij.status})
    return beeld(h, klant)


def _vind(h: Handeling, voorstel_id: UUID) -> tuple[Werkplekvoorstel, Klant]:
    rij = db.voorstel(h.sessie, h.actor, voorstel_id)
    if rij is None:
        raise NietGevonden("Dit voorstel is niet gevonden.")
    klant = h.klant(rij.klant_id)
    h.sessie.refresh(rij)
    h.controleer_versie(rij)
    if rij.status is Voorstelstatus.INGETROKKEN:
        raise Conflict("Dit voorstel is ingetrokken.", "voorstel_ingetrokken")
    trajecten = db.trajecten(h.sessie, klant.id)
    if any(t.voorstel_id == rij.id and t.status is not Bekonnectedstatus.VERVALLEN for t in trajecten):
        raise Conflict("Op dit voorstel rust een traject; het ligt vast.", "voorstel_gebruikt")
    return rij, klant
