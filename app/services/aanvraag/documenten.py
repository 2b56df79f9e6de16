"""Documents: adding a pdf to the zaak, fetching it, and withdrawing one that does not belong there."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Base64Bytes, Field, StringConstraints
from uuid_utils.compat import uuid7

from app.db import taak as taken
from app.db.aanvraag import document as db
from app.db.aanvraag.document import Aanvraagdocument
from app.db.intake import stukken as stukken_db
from app.db.intake.stukken import Stuk, Stukstatus, Verzoekstatus
from app.domain.aanvraag.documenten import (
    Documentsoort,
    Ontvangstkanaal,
    Scanner,
    toets_maand,
    toets_omvang,
    toets_pdf,
)
from app.domain.aanvraag.soorten import Aanvraagstatus
from app.domain.aanvraag.taken import Taaksoort, taak
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.maanden import eerste_van_de_maand
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Uitkomst
from app.domain.kern.werkdagen import tel_werkdagen
from app.services.aanvraag import opslag
from app.services.aanvraag.dossier import Aanvraagdossier, Inzage, beleid_op, inzage, leg_samen_vast, open_aanvraag
from app.services.aanvraag.stappen import Reden
from app.services.handeling import Handeling, Opdracht
from app.services.intake.opdrachten import OntvangenStuk, OntvangstOpdracht
from app.services.intake.stukken import ontvang
from app.services.taak import Bestemming, maak_taak

Omschrijving = Annotated[str, StringConstraints(min_length=3, max_length=200)]
_VOORBEELD = "JVBERi0xLjQKJSVFT0YK"


class DocumentOpdracht(Opdracht):
    """Een document voor de zaak, als pdf."""

    aanvraag_id: UUID
    soort: Documentsoort = Field(examples=["bewijsstuk"])
    omschrijving: Omschrijving = Field(examples=["Huurcontract"])
    kanaal: Ontvangstkanaal = Field(examples=["mail"])
    inhoud: Base64Bytes = Field(description="Het pdf-bestand in base64.", examples=[_VOORBEELD])
    ontvangen_op: date | None = Field(default=None, description="Standaard vandaag.")
    stuk_id: UUID | None = Field(default=None, description="Het gevraagde stuk waar dit document bij hoort.")
    maand: date | None = Field(default=None, description="Bij een salarisspecificatie: een dag in die maand.")


class DocumentintrekkingOpdracht(Opdracht):
    """Een document dat niet in dit dossier hoort."""

    reden: Reden = Field(examples=["Dit stuk is van een andere klant."])


@dataclass(frozen=True)
class Bestand:
    """A document with its bytes, and the persons of the household whose data may stand in it."""

    document: Aanvraagdocument
    inhoud: bytes
    klant_ids: Sequence[UUID]


def voeg_toe(h: Handeling, opdracht: DocumentOpdracht) -> Aanvraagdocument:
    """Add a pdf (DEV-AAN-008, DEV-AAN-020): the asked stuk is in, and the inkomensconsulent hears of it."""
    d = open_aanvraag(h, opdracht.aanvraag_id)
    ontvangen = opdracht.ontvangen_op or h.vandaag
    stuk = _controleer(h, d, opdracht, ontvangen)
    document = _rij(h, d, opdracht, ontvangen)
    if any(eerder.sha256 == document.sha256 for eerder in _geldig(h, d.aanvraag.id)):
        raise Conflict("Ditzelfde document zit al in de zaak.", "document_bestaat_al")
    h.sessie.add(document)
    opslag.bewaar(h, document, opdracht.inhoud)
    inhoud = {"documentId": document.id, "soort": document.soort, "kanaal": document.kanaal}
    leg_samen_vast(h, Soort.AANVRAAG_DOCUMENT_TOEGEVOEGD, d, inhoud)
    if stuk is not None:
        _ontvang_stuk(h, stuk, ontvangen)
    _licht_in(h, d)
    return document


def _controleer(h: Handeling, d: Aanvraagdossier, opdracht: DocumentOpdracht, ontvangen: date) -> Stuk | None:
    beleid = beleid_op(h, d, d.melding.meldingsdatum).beleid
    toetsen = {
        "inhoud": (toets_pdf(opdracht.inhoud), toets_omvang(len(opdracht.inhoud), beleid)),
        "maand": (toets_maand(opdracht.soort, opdracht.maand),),
    }
    fouten = {
        veld: toets.toelichting
        for veld, rij in toetsen.items()
        for toets in rij
        if toets.uitkomst is not Uitkomst.VOLDAAN
    }
    if not d.melding.meldingsdatum <= ontvangen <= h.vandaag:
        fouten["ontvangenOp"] = "Kies een dag vanaf de meldingsdatum tot en met vandaag."
    nummers = [verzoek.id for verzoek in stukken_db.verzoeken(h.sessie, d.melding.id)]
    gevraagd = {stuk.id: stuk for stuk in stukken_db.stukken(h.sessie, nummers)}
    if opdracht.stuk_id is not None and opdracht.stuk_id not in gevraagd:
        fouten["stukId"] = "Dit stuk is bij deze aanvraag niet gevraagd."
    if fouten:
        raise OngeldigeInvoer(fouten)
    return gevraagd[opdracht.stuk_id] if opdracht.stuk_id else None


def _rij(h: Handeling, d: Aanvraagdossier, opdracht: DocumentOpdracht, ontvangen: date) -> Aanvraagdocument:
    overnemen = {"stuk_id", "soort", "omschrijving", "kanaal"}
    return Aanvraagdocument(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=d.klant.id,
        aanvraag_id=d.aanvraag.id,
        **opdracht.model_dump(include=overnemen),
        maand=eerste_van_de_maand(opdracht.maand) if opdracht.maand else None,
        gescand_door=Scanner.IC if h.actor.heeft(Rol.INKOMENSCONSULENT) else Scanner.SCANSTRAAT,
        medewerker_id=h.actor.medewerker_id,
        ontvangen_op=ontvangen,
        toegevoegd_op=h.nu,
        omvang=len(opdracht.inhoud),
        sha256=hashlib.sha256(opdracht.inhoud).hexdigest(),
    )


def _ontvang_stuk(h: Handeling, stuk: Stuk, ontvangen: date) -> None:
    """Record that the stuk is in, as long as its request is open; late stukken count as long as nobody decided."""
    verzoek = stukken_db.verzoek(h.sessie, stuk.verzoek_id)
    if verzoek is None or verzoek.status is not Verzoekstatus.OPEN or stuk.status is Stukstatus.GOEDGEKEURD:
        return
    dag = max(ontvangen, verzoek.gevraagd_op)
    opdracht = OntvangstOpdracht(ontvangen_op=dag, stukken=[OntvangenStuk(stuk_id=stuk.id)])
    ontvang(replace(h, als_versie=None), opdracht, verzoek.id)


def _licht_in(h: Handeling, d: Aanvraagdossier) -> None:
    """Tell the inkomensconsulent of new documents, with one taak for all that came since the last look."""
    if h.actor.medewerker_id == d.aanvraag.inkomensconsulent_id:
        return
    h.sessie.flush()
    if taken.open_taken(h.sessie, d.aanvraag.id, (Taaksoort.DOCUMENT_BEKIJKEN,)):
        return
    dagen = beleid_op(h, d, d.melding.meldingsdatum).beleid.opvolgen_werkdagen.waarde
    voorstel = taak(Taaksoort.DOCUMENT_BEKIJKEN, tel_werkdagen(h.vandaag, dagen))
    maak_taak(h, voorstel, Bestemming(d.aanvraag.id, d.klant, d.aanvraag.inkomensconsulent_id))


def _geldig(h: Handeling, aanvraag_id: UUID) -> list[Aanvraagdocument]:
    return [rij for rij in db.documenten(h.sessie, aanvraag_id) if rij.ingetrokken_op is None]


def trek_in(h: Handeling, opdracht: DocumentintrekkingOpdracht, document_id: UUID) -> Aanvraagdocument:
    """Withdraw a document that does not belong here, also later, and wipe its bytes; that it was there stays known."""
    document = _vind(h, document_id)
    d = open_aanvraag(h, document.aanvraag_id, *Aanvraagstatus)
    document = _vind(h, document_id)
    if document.ingetrokken_op is not None:
        raise Conflict("Dit document is al ingetrokken.", "al_ingetrokken")
    document.ingetrokken_op, document.ingetrokken_door = h.nu, h.actor.medewerker_id
    document.reden_intrekking = opdracht.reden
    opslag.wis(h, document.id)
    leg_samen_vast(h, Soort.AANVRAAG_DOCUMENT_INGETROKKEN, d, {"documentId": document.id, "soort": document.soort})
    return document


def _vind(h: Handeling, document_id: UUID) -> Aanvraagdocument:
    document = db.document(h.sessie, h.actor, document_id)
    if document is None:
        raise NietGevonden("Dit document is niet gevonden.")
    return document


def download(h: Handeling, document_id: UUID) -> Bestand:
    """Return a document with its bytes. Raises NietGevonden for one that was withdrawn."""
    document = _vind(h, document_id)
    if document.ingetrokken_op is not None:
        raise NietGevonden("Dit document is ingetrokken en niet meer te openen.")
    huishouden = inzage(h, document.aanvraag_id, db.documenten).klant_ids
    return Bestand(document, opslag.haal(h, document.id), huishouden)


def van_aanvraag(h: Handeling, aanvraag_id: UUID) -> Inzage[Aanvraagdocument]:
    """Return the documents of an aanvraag, also the withdrawn ones."""
    return inzage(h, aanvraag_id, db.documenten)
