"""Situations in which blocking threatens: registering, beginning by themselves, and ending without a block."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db import indeling as indelingen
from app.db.blokkering import situatie as db
from app.db.blokkering.situatie import Blokkeersituatie
from app.db.klant import Klant
from app.db.taak import Taakstatus, Termijnstatus
from app.domain.blokkering.beleid import BlokkeringBeleid
from app.domain.blokkering.situatie import pad_van, taak_bij_situatie, taak_na_hersteld, wachttermijn
from app.domain.blokkering.soorten import Pad, Situatiestatus
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.services.blokkering.opdrachten import (
    Afsluiting,
    SituatieafsluitingOpdracht,
    SituatieOpdracht,
    WijzigSituatieOpdracht,
)
from app.services.handeling import Handeling
from app.services.taak import Bestemming, bewaak, maak_taak, sluit_taken, sluit_taken_van_klant, sluit_termijnen
from app.services.vastleggen import leg_vast

TAKEN_NO_SHOW = ("no_show_blokkeren", "no_show_blokkeren_na_contactladder")
"""The taken of a no-show that ask for a block: done by a block, or by contact."""
ONAF = frozenset({Situatiestatus.VERWACHT, Situatiestatus.OPEN})


def beleid_van(h: Handeling, klant: Klant, dag: date) -> BlokkeringBeleid:
    """Return the policy of a day."""
    return h.beleid.geldend(BlokkeringBeleid, klant.gemeente, dag).beleid


def registreer(h: Handeling, opdracht: SituatieOpdracht, klant_id: UUID) -> Blokkeersituatie:
    """Register that the klant did not react, or by when a reaction is awaited (DEV-BLK-501)."""
    klant = h.klant(klant_id)
    datum = opdracht.datum or h.vandaag
    fouten = {}
    if datum > h.vandaag:
        fouten["datum"] = "Deze dag ligt in de toekomst; gebruik `uiterlijk` voor wat nog wordt verwacht."
    if opdracht.uiterlijk is not None and opdracht.uiterlijk < datum:
        fouten["uiterlijk"] = "Deze dag ligt voor de dag van het verzoek."
    if fouten:
        raise OngeldigeInvoer(fouten)
    situatie = _rij(h, klant, opdracht, datum)
    h.sessie.add(situatie)
    inhoud = {"soort": situatie.soort, "datum": datum, "uiterlijk": opdracht.uiterlijk, "automatisch": False}
    leg_vast(h, Soort.BLOKKEERSITUATIE_GEREGISTREERD, situatie, klant, inhoud)
    if opdracht.uiterlijk is not None and opdracht.uiterlijk >= h.vandaag:
        bewaak(h, wachttermijn(datum, opdracht.uiterlijk), klant, situatie.id)
    else:
        begin(h, klant, situatie, opdracht.uiterlijk or datum)
    return situatie


def _rij(h: Handeling, klant: Klant, opdracht: SituatieOpdracht, datum: date) -> Blokkeersituatie:
    return Blokkeersituatie(
        id=uuid7(),
        organisatie=klant.organisatie,
        klant_id=klant.id,
        soort=opdracht.soort,
        datum=datum,
        uiterlijk=opdracht.uiterlijk,
        omschrijving=opdracht.omschrijving,
        automatisch=False,
        zorg_handhaving=False,
        status=Situatiestatus.VERWACHT,
        geregistreerd_op=h.nu,
        geregistreerd_door=h.actor.medewerker_id,
        versie=0,
    )


def begin(h: Handeling, klant: Klant, situatie: Blokkeersituatie, dag: date, *, met_taak: bool = True) -> None:
    """Start the way that fits the klantgroep of the moment of the event, which is stored (DEV-BLK-507)."""
    toen = indelingen.geldend_op(h.sessie, klant.id, dag)
    situatie.klantgroep = toen.klantgroep if toen else klant.klantgroep
    situatie.zorg_handhaving = bool(toen.zorg_handhaving) if toen else klant.zorg_handhaving
    situatie.pad = pad_van(situatie.klantgroep, situatie.zorg_handhaving, beleid_van(h, klant, dag))
    situatie.status = Situatiestatus.OPEN
    if met_taak:
        _vraag(h, klant, situatie, situatie.pad)


def _vraag(h: Handeling, klant: Klant, situatie: Blokkeersituatie, pad: Pad) -> None:
    voorstel = taak_bij_situatie(situatie.soort, pad, h.vandaag, beleid_van(h, klant, h.vandaag))
    maak_taak(h, voorstel, Bestemming(situatie.id, klant))


def heropen(h: Handeling, klant: Klant, situatie: Blokkeersituatie) -> None:
    """Open a situation again because it was ended by mistake; its klantgroep and way stay those of the event."""
    assert situatie.pad is not None
    situatie.status, situatie.reden, situatie.afgesloten_op = Situatiestatus.OPEN, None, None
    _vraag(h, klant, situatie, situatie.pad)
    inhoud = {"soort": situatie.soort, "automatisch": False}
    leg_vast(h, Soort.BLOKKEERSITUATIE_BEGONNEN, situatie, klant, inhoud)


def begin_na_termijn(h: Handeling, klant: Klant, situatie_id: UUID) -> None:
    """Let an awaited situation begin because its last day is over (DEV-BLK-501)."""
    situatie = h.sessie.get_one(Blokkeersituatie, situatie_id, populate_existing=True)
    assert situatie.uiterlijk is not None
    situatie.automatisch = True
    begin(h, klant, situatie, situatie.uiterlijk)
    leg_vast(h, Soort.BLOKKEERSITUATIE_BEGONNEN, situatie, klant, {"soort": situatie.soort, "automatisch": True})


def wijzig(h: Handeling, opdracht: WijzigSituatieOpdracht, situatie_id: UUID) -> Blokkeersituatie:
    """Record why no further step is possible, or take that back (DEV-BLK-502)."""
    situatie, klant = vind_open(h, situatie_id)
    h.controleer_versie(situatie)
    situatie.reden_geen_verdere_stap = opdracht.reden_geen_verdere_stap
    inhoud = {"redenGeenVerdereStap": situatie.reden_geen_verdere_stap is not None}
    leg_vast(h, Soort.BLOKKEERSITUATIE_GEWIJZIGD, situatie, klant, inhoud)
    return situatie


def sluit_af(h: Handeling, opdracht: SituatieafsluitingOpdracht, situatie_id: UUID) -> Blokkeersituatie:
    """End a situation without a block; after restored contact the original process goes on (DEV-BLK-503)."""
    situatie, klant = vind_open(h, situatie_id, *ONAF)
    h.controleer_versie(situatie)
    was_open = situatie.status is Situatiestatus.OPEN
    sluit(h, klant, situatie, Situatiestatus(opdracht.uitkomst.value), opdracht.reden)
    if opdracht.uitkomst is Afsluiting.HERSTELD and was_open:
        voorstel = taak_na_hersteld(situatie.soort, h.vandaag, beleid_van(h, klant, h.vandaag))
        maak_taak(h, voorstel, Bestemming(situatie.id, klant))
    return situatie


def sluit(h: Handeling, klant: Klant, situatie: Blokkeersituatie, status: Situatiestatus, reden: str | None) -> None:
    """Bring a situation to its end and record it; what was to be done about it is not needed any more."""
    situatie.status, situatie.reden, situatie.afgesloten_op = status, reden, h.nu
    gedaan = Taakstatus.VERVALLEN if status is Situatiestatus.INGETROKKEN else Taakstatus.GEDAAN
    sluit_taken(h, situatie.id, status=gedaan)
    if situatie.no_shows is not None:
        sluit_taken_van_klant(h, klant, *TAKEN_NO_SHOW)
    sluit_termijnen(h, situatie.id, status=Termijnstatus.VERVALLEN)
    leg_vast(h, Soort.BLOKKEERSITUATIE_AFGESLOTEN, situatie, klant, {"soort": situatie.soort, "status": status})


def vind_open(h: Handeling, situatie_id: UUID, *standen: Situatiestatus) -> tuple[Blokkeersituatie, Klant]:
    """Find a situation that is open, with its dossier locked. Raises NietGevonden or Conflict."""
    situatie, klant = vind(h, situatie_id, vergrendel=True)
    if situatie.status not in (standen or (Situatiestatus.OPEN,)):
        woord = situatie.status.value.replace("_", " ")
        raise Conflict(f"Deze situatie is niet open maar {woord}.", "situatie_niet_open")
    return situatie, klant


def vind(h: Handeling, situatie_id: UUID, *, vergrendel: bool = False) -> tuple[Blokkeersituatie, Klant]:
    """Find a situation; ``vergrendel`` locks the dossier and reads it again under the lock."""
    situatie = db.situatie(h.sessie, h.actor, situatie_id)
    if situatie is None:
        raise NietGevonden("Deze situatie is niet gevonden.")
    klant = h.klant(situatie.klant_id, vergrendel=vergrendel)
    if vergrendel:
        h.sessie.refresh(situatie)
    return situatie, klant
