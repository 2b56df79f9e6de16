"""Aanvragen: asking, completing, correcting and withdrawing, and deciding."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.besluit import Besluitstand
from app.db.klant import Klant
from app.db.subsidie.subsidie import Subsidie, Subsidiestand
from app.db.taak import Taakstatus, Termijnstatus
from app.domain.kern.fouten import Conflict, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.kern.maanden import plus_maanden
from app.domain.kern.termijnen import wettelijke_termijn
from app.domain.subsidie.beleid import SubsidieBeleid
from app.domain.subsidie.beslissing import beslis
from app.domain.subsidie.model import Ontvanger, Regelingcode
from app.services.besluit.nemen import Besluitvoorstel, neem
from app.services.handeling import Handeling
from app.services.subsidie.budget import laat_los, reserveer
from app.services.subsidie.dienstverband import dienstverband_van
from app.services.subsidie.feiten import verzamel
from app.services.subsidie.lezen import Subsidiebeeld, beeld, vind
from app.services.subsidie.opdrachten import (
    SubsidieaanvullingOpdracht,
    SubsidiebesluitOpdracht,
    SubsidieintrekkingOpdracht,
    SubsidieOpdracht,
)
from app.services.subsidie.regelingen import UITVOERINGEN
from app.services.subsidie.taken import Taaksoort, vraag
from app.services.taak import bewaak, sluit_taken, sluit_termijnen
from app.services.vastleggen import leg_vast

BESLISTERMIJN = "subsidie_beslistermijn"
_VOORUIT = 24  # months; a guard against typing errors, not policy


def vraag_aan(h: Handeling, opdracht: SubsidieOpdracht, klant_id: UUID) -> Subsidiebeeld:
    """Record an aanvraag, start the term to decide on it, and put it on a desk."""
    klant = h.klant(klant_id)
    dag = opdracht.ontvangen_op or h.vandaag
    velden = _velden(h, klant, opdracht, dag)
    rij = Subsidie(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        regeling=Regelingcode(opdracht.gegevens.regeling),
        stand=Subsidiestand.AANGEVRAAGD,
        **velden,
        geopend_op=h.nu,
        geopend_door=h.actor.medewerker_id,
        rekening_door=h.actor.medewerker_id if opdracht.iban else None,
        versie=0,
    )
    h.sessie.add(rij)
    leg_vast(h, Inzetsoort.SUBSIDIE_AANGEVRAAGD, rij, klant, {"regeling": rij.regeling, "ontvangenOp": dag})
    weken = h.beleid.geldend(SubsidieBeleid, klant.gemeente, dag).beleid.beslistermijn_weken
    termijn = wettelijke_termijn(BESLISTERMIJN, weken.grondslag, dag, weken=weken.waarde)
    bewaak(h, termijn, klant, rij.id)
    vraag(h, klant, rij, Taaksoort.BESLUIT, uiterste=termijn.einde)
    _reserveer(h, klant, rij)
    return beeld(h, rij)


def _reserveer(h: Handeling, klant: Klant, rij: Subsidie) -> None:
    """Keep the money for what would be granted now, or take a place in line for it."""
    rij.budget = rij.budget and rij.budget | {"stand": "gereserveerd", "plaats": None}
    dossier = verzamel(h, klant, rij)
    reserveer(h, klant, rij, beslis(dossier.regels, dossier.feiten, dossier.versie.beleid, h.vandaag).betaalschema)


def _velden(h: Handeling, klant: Klant, opdracht: SubsidieOpdracht, dag: date) -> dict[str, Any]:
    """Check the fields against each other and the dossier, all errors at once, and return the columns."""
    fouten: dict[str, str] = {}
    if not klant.geboortedatum <= dag <= h.vandaag:
        fouten["ontvangenOp"] = "Geef een dag die niet in de toekomst ligt."
    bekend = None
    if opdracht.dienstverband_id is not None:
        try:
            bekend = dienstverband_van(h, klant.id, opdracht.dienstverband_id)
        except OngeldigeInvoer as fout:
            fouten |= fout.velden
    if bekend is not None and bekend.van > plus_maanden(dag, _VOORUIT):
        fouten["dienstverbandId"] = "Dit dienstverband begint te ver in de toekomst."
    regels = UITVOERINGEN[Regelingcode(opdracht.gegevens.regeling)].regels
    if regels.ontvanger is Ontvanger.WERKGEVER and (opdracht.iban or opdracht.tenaamstelling):
        fouten["iban"] = "De werkgever wordt betaald op de rekening die bij de werkgever staat."
    if (opdracht.iban is None) != (opdracht.tenaamstelling is None):
        fouten.setdefault("tenaamstelling", "Geef een rekeningnummer met de naam die erbij hoort.")
    if fouten:
        raise OngeldigeInvoer(fouten)
    return {
        "ontvangen_op": dag,
        "dienstverband_id": opdracht.dienstverband_id,
        "werkgever_id": bekend.werkgever_id if bekend else None,
        "iban": opdracht.iban,
        "tenaamstelling": opdracht.tenaamstelling,
        "gegevens": opdracht.gegevens.model_dump(mode="json"),
    }


def wijzig_aanvraag(h: Handeling, opdracht: SubsidieOpdracht, subsidie_id: UUID) -> Subsidiebeeld:
    """Complete or correct an aanvraag; what is given takes the place of all that was there."""
    rij, klant = vind(h, subsidie_id, vergrendel=True)
    h.controleer_versie(rij)
    _moet_open_zijn(rij)
    if opdracht.gegevens.regeling != rij.regeling:
        raise OngeldigeInvoer({"gegevens.regeling": "De regeling kan niet veranderen; trek de aanvraag in."})
    nieuw = _velden(h, klant, opdracht, opdracht.ontvangen_op or rij.ontvangen_op)
    gewijzigd = sorted(veld for veld, waarde in nieuw.items() if getattr(rij, veld) != waarde)
    for veld, waarde in nieuw.items():
        setattr(rij, veld, waarde)
    if {"iban", "tenaamstelling"} & set(gewijzigd):
        rij.rekening_door = h.actor.medewerker_id
    _reserveer(h, klant, rij)
    leg_vast(h, Inzetsoort.SUBSIDIE_GEWIJZIGD, rij, klant, {"velden": gewijzigd})
    return beeld(h, rij)


def vraag_aanvulling(h: Handeling, opdracht: SubsidieaanvullingOpdracht, subsidie_id: UUID) -> Subsidiebeeld:
    """Give the applicant a term to complete the aanvraag (Awb 4:5)."""
    rij, klant = vind(h, subsidie_id, vergrendel=True)
    h.controleer_versie(rij)
    _moet_open_zijn(rij)
    dagen = h.beleid.geldend(SubsidieBeleid, klant.gemeente, h.vandaag).beleid.aanvultermijn_dagen.waarde
    tot = opdracht.tot_en_met or h.vandaag + timedelta(days=dagen)
    if tot <= h.vandaag:
        raise OngeldigeInvoer({"totEnMet": "Geef een dag na vandaag."})
    rij.aanvullen_tot, rij.aanvullen_wat = tot, opdracht.wat
    sluit_taken(h, rij.id, Taaksoort.AANVULLING)
    vraag(h, klant, rij, Taaksoort.AANVULLING, uiterste=tot + timedelta(days=1))
    leg_vast(h, Inzetsoort.SUBSIDIE_AANVULLING_GEVRAAGD, rij, klant, {"totEnMet": tot})
    return beeld(h, rij)


def trek_aanvraag_in(h: Handeling, opdracht: SubsidieintrekkingOpdracht, subsidie_id: UUID) -> Subsidiebeeld:
    """End an aanvraag that was not decided on."""
    rij, klant = vind(h, subsidie_id, vergrendel=True)
    h.controleer_versie(rij)
    _moet_open_zijn(rij)
    rij.stand, rij.reden_intrekking = Subsidiestand.INGETROKKEN, opdracht.reden
    sluit_taken(h, rij.id, status=Taakstatus.VERVALLEN)
    sluit_termijnen(h, rij.id, status=Termijnstatus.VERVALLEN)
    laat_los(h, klant, rij)
    leg_vast(h, Inzetsoort.SUBSIDIE_INGETROKKEN, rij, klant, {})
    return beeld(h, rij)


def beslis_aanvraag(h: Handeling, opdracht: SubsidiebesluitOpdracht, subsidie_id: UUID) -> Besluitstand:
    """Decide on an aanvraag. Raises Geweigerd with what is missing or open."""
    rij, klant = vind(h, subsidie_id, vergrendel=True)
    h.controleer_versie(rij)
    _moet_open_zijn(rij)
    _reserveer(h, klant, rij)
    dossier = verzamel(h, klant, rij, motivering=opdracht.motivering, buiten_behandeling=opdracht.buiten_behandeling)
    voorstel = Besluitvoorstel(
        soort=rij.regeling.value,
        onderwerp=rij,
        feiten=dossier.feiten,
        versie=dossier.versie,
        peildatum=h.vandaag,
        bronnen=dossier.bronnen,
        motivering=opdracht.motivering,
    )
    besluit = neem(h, klant, voorstel)
    rij.stand = Subsidiestand.BESLOTEN
    sluit_taken(h, rij.id, Taaksoort.BESLUIT, Taaksoort.AANVULLING)
    vraag(h, klant, rij, Taaksoort.TOETSING)
    return Besluitstand(besluit, None, None)


def _moet_open_zijn(rij: Subsidie) -> None:
    if rij.stand is not Subsidiestand.AANGEVRAAGD:
        raise Conflict(f"Deze aanvraag is {rij.stand.value.replace('_', ' ')}.", "aanvraag_niet_open")
