"""The aanvraagformulier: what the klant answered, from the klant's side only; and the registration at UWV."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints
from uuid_utils.compat import uuid7

from app.db.aanvraag import document as db
from app.db.aanvraag.document import Aanvraagformulier
from app.domain.aanvraag.formulier import Invuller, toets_geen_medewerker, toets_helper
from app.domain.aanvraag.soorten import Aanvraagstatus, UwvStatus
from app.domain.kern.fouten import Geweigerd, NietBevoegd, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.toets import Uitkomst, niet_voldaan
from app.domain.verwijzing.beleid import Verwijsaanleiding, VerwijzingBeleid
from app.services.aanvraag.dossier import Aanvraagbeeld, Inzage, beeld, inzage, leg_samen_vast, open_aanvraag
from app.services.handeling import Handeling, Opdracht
from app.services.intake.dossier import leg_samen_vast as leg_vast_bij_melding

Vraag = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]{0,59}$")]
Antwoord = Annotated[str, StringConstraints(max_length=2000)] | bool | int


class FormulierOpdracht(Opdracht):
    """Het aanvraagformulier zoals de klant het heeft ingevuld en ondertekend."""

    antwoorden: dict[Vraag, Antwoord] = Field(
        min_length=1, max_length=200, examples=[{"woonsituatie": "huurwoning", "werkt": False}]
    )
    ingevuld_door: Invuller = Field(examples=["klant"])
    helper: str | None = Field(
        default=None, max_length=40, description="Wie hielp: een onafhankelijke partij van de sociale kaart."
    )
    getekend_op: date = Field(examples=["2026-03-31"])


class UwvOpdracht(Opdracht):
    """Of de klant als werkzoekende staat ingeschreven bij UWV."""

    status: UwvStatus = Field(examples=["ingeschreven"])
    datum: date | None = Field(default=None, description="De dag van inschrijving of navraag; standaard vandaag.")


def dien_in(h: Handeling, opdracht: FormulierOpdracht, aanvraag_id: UUID) -> Aanvraagformulier:
    """Record the klant's own answers (DEV-AAN-024); the first form makes the aanvraag when there was none.

    Raises NietBevoegd for an employee, Geweigerd for a helper who is not independent.
    """
    if (toets := toets_geen_medewerker(h.actor.rollen)).uitkomst is not Uitkomst.VOLDAAN:
        raise NietBevoegd(toets.toelichting)
    d = open_aanvraag(h, aanvraag_id, Aanvraagstatus.IN_BEHANDELING)
    kaart = h.beleid.geldend(VerwijzingBeleid, d.melding.gemeente, h.vandaag).beleid
    helpers = {plek.code for plek in kaart.plekken(Verwijsaanleiding.HULP_BIJ_INVULLEN) if plek.onafhankelijk}
    if bezwaar := niet_voldaan([toets_helper(opdracht.ingevuld_door, opdracht.helper, helpers)]):
        raise Geweigerd(bezwaar[0].toelichting, bezwaar)
    if not d.melding.meldingsdatum <= opdracht.getekend_op <= h.vandaag:
        raise OngeldigeInvoer({"getekendOp": "Kies een dag vanaf de meldingsdatum tot en met vandaag."})
    formulier = Aanvraagformulier(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=d.klant.id,
        aanvraag_id=d.aanvraag.id,
        nr=len(db.formulieren(h.sessie, aanvraag_id)) + 1,
        **opdracht.model_dump(),
        ontvangen_op=h.nu,
        ontvangen_via=h.actor.client,
    )
    h.sessie.add(formulier)
    if d.melding.aanvraagdatum is None:
        d.melding.aanvraagdatum = h.vandaag
        leg_vast_bij_melding(h, Soort.MELDING_GEWIJZIGD, d.intake, {"velden": ["aanvraagdatum"]})
    inhoud = {"nr": formulier.nr, "ingevuldDoor": formulier.ingevuld_door, "helper": formulier.helper}
    leg_samen_vast(h, Soort.AANVRAAG_FORMULIER_INGEDIEND, d, inhoud)
    return formulier


def formulieren(h: Handeling, aanvraag_id: UUID) -> Inzage[Aanvraagformulier]:
    """Return the versions of the form, oldest first."""
    return inzage(h, aanvraag_id, db.formulieren)


def leg_uwv_vast(h: Handeling, opdracht: UwvOpdracht, aanvraag_id: UUID) -> Aanvraagbeeld:
    """Record the registration at UWV: shown before the besluit, never in its way (DEV-AAN-025)."""
    d = open_aanvraag(h, aanvraag_id)
    datum = opdracht.datum or h.vandaag
    if datum > h.vandaag:
        raise OngeldigeInvoer({"datum": "Deze dag ligt in de toekomst."})
    d.aanvraag.uwv_status, d.aanvraag.uwv_datum = opdracht.status, datum
    leg_samen_vast(h, Soort.AANVRAAG_BIJGEWERKT, d, {"uwvStatus": opdracht.status, "datum": datum})
    return beeld(h, d)
