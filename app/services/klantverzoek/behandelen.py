"""Receiving a request of a klant, handling it, and putting that right (DEV-ORG-502, DEV-ORG-503)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints
from uuid_utils.compat import uuid7

from app.db.klant import Klant
from app.db.klantverzoek import verzoek as db
from app.db.klantverzoek.verzoek import Klantverzoek
from app.db.taak import Taakstatus
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.inzet.organisatie import Organisatiesoort
from app.domain.kern.maanden import eerste_van_de_maand
from app.domain.kern.toets import niet_voldaan
from app.domain.klantverzoek.verzoek import (
    TAAK,
    Flankerend,
    KlantverzoekBeleid,
    Klantverzoekfeiten,
    Klantverzoeksoort,
    Klantverzoekstand,
    Klantverzoekuitkomst,
    behandeltaak,
    toets_flankerend,
    toets_uitkomst,
    toets_voorschot,
)
from app.services.handeling import Handeling, Opdracht
from app.services.taak import Bestemming, maak_taak, sluit_taken
from app.services.vastleggen import leg_vast

Tekst = Annotated[str, StringConstraints(min_length=3, max_length=2000)]


class KlantverzoekOpdracht(Opdracht):
    """Wat een klant vraagt of meldt."""

    soort: Klantverzoeksoort = Field(examples=["voorschot_vakantiegeld"])
    omschrijving: Tekst = Field(examples=["Wil een deel van het vakantiegeld eerder ontvangen."])
    ontvangen_op: date | None = Field(default=None, description="Standaard vandaag.")
    bedrag: int | None = Field(default=None, ge=1, le=1_000_000, description="In eurocenten.", examples=[15_000])
    maand: date | None = Field(
        default=None, description="Een dag in de maand van het voorschot.", examples=["2026-04-01"]
    )


class Verzoekstap(StrEnum):
    """What can be done with a request."""

    IN_BEHANDELING = "in_behandeling"
    AFGEHANDELD = "afgehandeld"
    HEROPEND = "heropend"
    INGETROKKEN = "ingetrokken"


class VerzoekstapOpdracht(Opdracht):
    """Wat er met het verzoek gebeurt."""

    stap: Verzoekstap = Field(examples=["afgehandeld"])
    datum: date | None = Field(default=None, description="Dag van de afhandeling; standaard vandaag.")
    uitkomst: Klantverzoekuitkomst | None = Field(
        default=None, description="Verplicht bij het afhandelen.", examples=["toegekend"]
    )
    toelichting: Tekst | None = Field(default=None, description="Verplicht bij heropenen en intrekken.")
    besluit_kenmerk: Annotated[str, StringConstraints(min_length=3, max_length=100)] | None = Field(
        default=None, description="Kenmerk van het besluit in het zaaksysteem."
    )


def ontvang(h: Handeling, opdracht: KlantverzoekOpdracht, klant_id: UUID) -> Klantverzoek:
    """Record a request. Raises Geweigerd for another klantgroep, or an advance without amount and month."""
    klant = h.klant(klant_id)
    dag = opdracht.ontvangen_op or h.vandaag
    if not klant.geboortedatum <= dag <= h.vandaag:
        raise OngeldigeInvoer({"ontvangenOp": "Geef een dag die niet in de toekomst ligt."})
    beleid = beleid_van(h, klant)
    feiten = Klantverzoekfeiten(soort=opdracht.soort, bedrag=opdracht.bedrag, maand=opdracht.maand)
    toetsen = (toets_flankerend(Flankerend.KLANTVERZOEK, klant.klantgroep, beleid), toets_voorschot(feiten))
    if bezwaar := niet_voldaan(toetsen):
        raise Geweigerd(bezwaar[0].toelichting, bezwaar)
    assert klant.klantgroep is not None
    rij = Klantverzoek(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        soort=opdracht.soort,
        stand=Klantverzoekstand.ONTVANGEN,
        klantgroep=klant.klantgroep,
        ontvangen_op=dag,
        omschrijving=opdracht.omschrijving,
        bedrag=opdracht.bedrag,
        maand=eerste_van_de_maand(opdracht.maand) if opdracht.maand else None,
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(rij)
    leg_vast(h, Organisatiesoort.KLANTVERZOEK_ONTVANGEN, rij, klant, {"soort": rij.soort})
    maak_taak(h, behandeltaak(dag, beleid), Bestemming(rij.id, klant))
    return rij


def zet_stap(h: Handeling, opdracht: VerzoekstapOpdracht, verzoek_id: UUID) -> Klantverzoek:
    """Take it up, handle it, open it again or withdraw it."""
    rij, klant = _vind(h, verzoek_id)
    _controleer(h, rij, opdracht)
    if opdracht.stap is Verzoekstap.AFGEHANDELD:
        _handel_af(h, rij, opdracht)
    elif opdracht.stap is Verzoekstap.INGETROKKEN:
        rij.stand = Klantverzoekstand.INGETROKKEN
        sluit_taken(h, rij.id, TAAK, status=Taakstatus.VERVALLEN)
    else:
        rij.stand = Klantverzoekstand.IN_BEHANDELING
        if opdracht.stap is Verzoekstap.HEROPEND:
            rij.uitkomst = rij.afgehandeld_op = rij.afgehandeld_door = rij.besluit_kenmerk = None
            maak_taak(h, behandeltaak(h.vandaag, beleid_van(h, klant)), Bestemming(rij.id, klant))
    rij.toelichting = opdracht.toelichting or rij.toelichting
    leg_vast(h, Organisatiesoort.KLANTVERZOEK_BIJGEWERKT, rij, klant, {"soort": rij.soort, "stand": rij.stand})
    return rij


def _controleer(h: Handeling, rij: Klantverzoek, opdracht: VerzoekstapOpdracht) -> None:
    klaar = rij.stand in (Klantverzoekstand.AFGEHANDELD, Klantverzoekstand.INGETROKKEN)
    if klaar is not (opdracht.stap is Verzoekstap.HEROPEND):
        raise Conflict(f"Dit verzoek is {rij.stand.value.replace('_', ' ')}.", "verkeerde_stand")
    fouten = {}
    if opdracht.stap is Verzoekstap.AFGEHANDELD and opdracht.uitkomst is None:
        fouten["uitkomst"] = "Dit veld is verplicht."
    if opdracht.stap in (Verzoekstap.HEROPEND, Verzoekstap.INGETROKKEN) and opdracht.toelichting is None:
        fouten["toelichting"] = "Dit veld is verplicht."
    if opdracht.datum is not None and not rij.ontvangen_op <= opdracht.datum <= h.vandaag:
        fouten["datum"] = "Geef een dag vanaf de ontvangst, niet na vandaag."
    if fouten:
        raise OngeldigeInvoer(fouten)


def _handel_af(h: Handeling, rij: Klantverzoek, opdracht: VerzoekstapOpdracht) -> None:
    assert opdracht.uitkomst is not None
    if bezwaar := niet_voldaan([toets_uitkomst(rij.soort, opdracht.uitkomst)]):
        raise Geweigerd(bezwaar[0].toelichting, bezwaar)
    rij.stand, rij.uitkomst = Klantverzoekstand.AFGEHANDELD, opdracht.uitkomst
    rij.afgehandeld_op, rij.afgehandeld_door = opdracht.datum or h.vandaag, h.actor.medewerker_id
    rij.besluit_kenmerk = opdracht.besluit_kenmerk
    sluit_taken(h, rij.id, TAAK)


def controleer_flankerend(h: Handeling, klant: Klant, proces: Flankerend) -> None:
    """Refuse a process of chapter 7 for a klantgroep that does not have it (DEV-ORG-503)."""
    if bezwaar := niet_voldaan([toets_flankerend(proces, klant.klantgroep, beleid_van(h, klant))]):
        raise Geweigerd(bezwaar[0].toelichting, bezwaar)


def van_klant(h: Handeling, klant_id: UUID) -> list[Klantverzoek]:
    """Return the requests of a klant, the newest first."""
    return db.verzoeken(h.sessie, h.klant(klant_id, vergrendel=False).id)


def beleid_van(h: Handeling, klant: Klant) -> KlantverzoekBeleid:
    """Return the policy of today."""
    return h.beleid.geldend(KlantverzoekBeleid, klant.gemeente, h.vandaag).beleid


def _vind(h: Handeling, verzoek_id: UUID) -> tuple[Klantverzoek, Klant]:
    rij = db.verzoek(h.sessie, h.actor, verzoek_id)
    if rij is None:
        raise NietGevonden("Dit verzoek is niet gevonden.")
    klant = h.klant(rij.klant_id)
    h.sessie.refresh(rij)
    h.controleer_versie(rij)
    return rij, klant
