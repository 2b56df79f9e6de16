"""Drafting the beschikking, withdrawing a draft, and taking the besluit."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints
from uuid_utils.compat import uuid7

from app.db import taak as taken
from app.db.aanvraag import beschikking as db
from app.db.aanvraag.beschikking import Aanvraagconcept, Conceptstatus
from app.db.besluit import Besluitstand
from app.db.intake import stukken as stukken_db
from app.domain.aanvraag.beslissing import beslis
from app.domain.aanvraag.feiten import Aanvraagkeuze
from app.domain.aanvraag.soorten import Aanvraagstatus
from app.domain.aanvraag.stappen import PER_NR
from app.domain.aanvraag.taken import Taaksoort, taak
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.werkdagen import tel_werkdagen
from app.services.aanvraag.concept import ConceptOpdracht
from app.services.aanvraag.dossier import Aanvraagbeeld, Aanvraagdossier, beeld, leg_samen_vast, open_aanvraag
from app.services.aanvraag.feiten import verzamel
from app.services.aanvraag.rapport import RECHT
from app.services.aanvraag.stappen import Reden
from app.services.aanvraag.stapregels import klaar_met, vink, werk_taken_bij
from app.services.besluit.nemen import Besluitvoorstel, neem
from app.services.besluit.rekenaars import AANVRAAG
from app.services.handeling import Handeling, Opdracht
from app.services.taak import Bestemming, maak_taak, sluit_taken

# A guard against typing errors in the first day of the uitkering, not a rule.
_VOORUIT = timedelta(days=366)


class ConceptintrekkingOpdracht(Opdracht):
    """Waarom een concept wordt ingetrokken."""

    reden: Reden = Field(examples=["De klant leverde nieuwe gegevens aan."])


class AanvraagbesluitOpdracht(Opdracht):
    """Het besluit op het concept dat klaarligt."""

    motivering: Annotated[str, StringConstraints(min_length=10, max_length=5000)] | None = Field(
        default=None,
        description="Nodig als het besluit ergens van afwijkt.",
        examples=["Alles is beoordeeld."],
    )


def maak_concept(h: Handeling, opdracht: ConceptOpdracht, aanvraag_id: UUID) -> Aanvraagbeeld:
    """Draft the beschikking (DEV-AAN-011): what the rules say of it stands with it; an earlier draft is replaced."""
    d = open_aanvraag(h, aanvraag_id, Aanvraagstatus.IN_BEHANDELING)
    leg_concept_klaar(h, d, opdracht)
    return beeld(h, d)


def leg_concept_klaar(h: Handeling, d: Aanvraagdossier, opdracht: ConceptOpdracht) -> Aanvraagconcept:
    """Make the draft that counts from now on."""
    _controleer_concept(h, d, opdracht)
    grond = verzamel(h, d, opdracht)
    beslissing = beslis(grond.feiten, grond.versie.beleid, h.vandaag)
    eerder = db.concepten(h.sessie, d.aanvraag.id)
    for oud in eerder:
        if oud.status is Conceptstatus.GELDIG:
            oud.status, oud.afgesloten_op = Conceptstatus.VERVANGEN, h.nu
    concept = Aanvraagconcept(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=d.klant.id,
        aanvraag_id=d.aanvraag.id,
        nr=len(eerder) + 1,
        keuze=opdracht.keuze,
        opdracht=opdracht.model_dump(mode="json"),
        dictum=beslissing.dictum.value,
        toetsen=[toets.model_dump(mode="json") for toets in beslissing.toetsen],
        motivering=list(beslissing.motivering),
        status=Conceptstatus.GELDIG,
        gemaakt_op=h.nu,
        gemaakt_door=h.actor.medewerker_id,
    )
    h.sessie.add(concept)
    inhoud = {"nr": concept.nr, "keuze": concept.keuze, "dictum": concept.dictum}
    leg_samen_vast(h, Soort.AANVRAAG_CONCEPT_GEMAAKT, d, inhoud)
    return concept


def _controleer_concept(h: Handeling, d: Aanvraagdossier, opdracht: ConceptOpdracht) -> None:
    eigen, ingang = {klant.id for klant in d.klanten}, opdracht.ingangsdatum
    vreemd = [nr for nr, oordeel in enumerate(opdracht.personen) if oordeel.klant_id not in eigen]
    fouten = {f"personen.{nr}.klantId": "Deze persoon hoort niet bij de aanvraag." for nr in vreemd}
    if ingang is not None and ingang > h.vandaag + _VOORUIT:
        fouten["ingangsdatum"] = "Deze dag ligt meer dan een jaar vooruit."
    if fouten:
        raise OngeldigeInvoer(fouten)


def trek_concept_in(h: Handeling, opdracht: ConceptintrekkingOpdracht, concept_id: UUID) -> Aanvraagbeeld:
    """Withdraw a draft. Raises Conflict once it was decided on: the fiatteur can reject the besluit."""
    gevonden = db.concept(h.sessie, h.actor, concept_id)
    if gevonden is None:
        raise NietGevonden("Dit concept is niet gevonden.")
    d = open_aanvraag(h, gevonden.aanvraag_id, Aanvraagstatus.IN_BEHANDELING)
    h.sessie.refresh(gevonden)
    if gevonden.status is not Conceptstatus.GELDIG:
        raise Conflict(f"Dit concept is al {gevonden.status.value}.", "concept_niet_geldig")
    gevonden.status, gevonden.afgesloten_op = Conceptstatus.INGETROKKEN, h.nu
    gevonden.reden_intrekking = opdracht.reden
    leg_samen_vast(h, Soort.AANVRAAG_CONCEPT_INGETROKKEN, d, {"nr": gevonden.nr})
    return beeld(h, d)


def beslis_aanvraag(h: Handeling, opdracht: AanvraagbesluitOpdracht, aanvraag_id: UUID) -> Besluitstand:
    """Decide on the draft as of today; the fiatteur checks it before it leaves the house (DEV-AAN-012).

    Raises Geweigerd with every condition that is not met, Conflict without a draft.
    """
    d = open_aanvraag(h, aanvraag_id, Aanvraagstatus.IN_BEHANDELING)
    geldig = [rij for rij in db.concepten(h.sessie, d.aanvraag.id) if rij.status is Conceptstatus.GELDIG]
    if not geldig:
        raise Conflict("Er ligt geen concept klaar; maak eerst een concept van het besluit.", "geen_concept")
    concept = geldig[-1]
    wens = ConceptOpdracht.model_validate(concept.opdracht)
    grond = verzamel(h, d, wens, besluiter=str(h.actor.medewerker_id), gemotiveerd=opdracht.motivering is not None)
    besluit = neem(
        h,
        d.klant,
        Besluitvoorstel(
            soort=AANVRAAG,
            onderwerp=d.aanvraag,
            feiten=grond.feiten,
            versie=grond.versie,
            peildatum=h.vandaag,
            bronnen=grond.bronnen,
            motivering=opdracht.motivering,
        ),
    )
    concept.status, concept.afgesloten_op = Conceptstatus.BESLOTEN, h.nu
    d.aanvraag.status = Aanvraagstatus.BESLOTEN
    vink(h, d, RECHT, PER_NR[RECHT].delen, datum=h.vandaag)
    _na_besluit(h, d, wens, grond.versie.beleid.opvolgen_werkdagen.waarde)
    return Besluitstand(besluit, None, None)


def _na_besluit(h: Handeling, d: Aanvraagdossier, wens: ConceptOpdracht, werkdagen: int) -> None:
    """Close what the besluit does, and ask for the fiat."""
    werk_taken_bij(h, d)
    klaar_met(h, d, Taaksoort.BESLISSEN, Taaksoort.DOCUMENT_BEKIJKEN)
    if wens.keuze is Aanvraagkeuze.BUITEN_BEHANDELING:
        for verzoek in stukken_db.verzoeken(h.sessie, d.melding.id):
            sluit_taken(h, verzoek.id, "buiten_behandeling_beoordelen")
    if not taken.open_taken(h.sessie, d.aanvraag.id, (Taaksoort.FIATTEREN,)):
        voorstel = taak(Taaksoort.FIATTEREN, tel_werkdagen(h.vandaag, werkdagen))
        maak_taak(h, voorstel, Bestemming(d.aanvraag.id, d.klant))
