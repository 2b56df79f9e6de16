"""A request for a voorschot: on every open aanvraag, whoever asks (Nota, intrekken overige beleidsregels)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from app.db.aanvraag import aanvraag as aanvragen
from app.db.intake import voorschot as db
from app.db.intake.voorschot import Voorschotverzoek
from app.domain.aanvraag.taken import Taaksoort, taak
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.werkdagen import tel_werkdagen
from app.services.aanvraag.dossier import Aanvraagbeeld, beeld, beleid_op, leg_samen_vast, open_aanvraag
from app.services.aanvraag.stappen import Reden
from app.services.aanvraag.stapregels import klaar_met
from app.services.handeling import Handeling, Opdracht
from app.services.intake.opdrachten import VoorschotOpdracht
from app.services.intake.voorschot import ken_toe
from app.services.taak import Bestemming, maak_taak


class VoorschotverzoekOpdracht(Opdracht):
    """De klant vraagt om een voorschot."""

    gevraagd_op: date | None = Field(default=None, description="Standaard vandaag.")
    toelichting: Reden | None = None


class VoorschotbesluitOpdracht(Opdracht):
    """De beslissing op het verzoek om een voorschot."""

    toekennen: bool = Field(examples=[False])
    bedrag: int | None = Field(
        default=None, ge=1, le=1_000_000, description="Eurocent per maand; verplicht bij toekennen."
    )
    datum: date | None = Field(default=None, description="De dag van betaling; standaard vandaag.")
    meegedeeld: bool | None = Field(
        default=None, description="De klant is verteld dat het een voorschot is dat later wordt verrekend."
    )
    reden: Reden | None = Field(
        default=None, description="Verplicht bij afwijzen.", examples=["De klant heeft deze maand nog loon."]
    )


def vraag_voorschot(h: Handeling, opdracht: VoorschotverzoekOpdracht, aanvraag_id: UUID) -> Aanvraagbeeld:
    """Register a request on an open aanvraag; nobody is excluded from asking (DEV-AAN-901)."""
    d = open_aanvraag(h, aanvraag_id)
    gevraagd = opdracht.gevraagd_op or h.vandaag
    if not d.melding.meldingsdatum <= gevraagd <= h.vandaag:
        raise OngeldigeInvoer({"gevraagdOp": "Kies een dag vanaf de meldingsdatum tot en met vandaag."})
    if db.open_verzoek(h.sessie, d.melding.id) is not None:
        raise Conflict("Er ligt al een verzoek om een voorschot; beslis daar eerst op.", "verzoek_loopt_al")
    verzoek = Voorschotverzoek(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=d.klant.id,
        melding_id=d.melding.id,
        aanvraag_id=d.aanvraag.id,
        gevraagd_op=gevraagd,
        toelichting=opdracht.toelichting,
        vastgelegd_door=h.actor.medewerker_id,
    )
    h.sessie.add(verzoek)
    dagen = beleid_op(h, d, d.melding.meldingsdatum).beleid.opvolgen_werkdagen.waarde
    voorstel = taak(Taaksoort.VOORSCHOT_BESLISSEN, tel_werkdagen(h.vandaag, dagen))
    maak_taak(h, voorstel, Bestemming(d.aanvraag.id, d.klant, d.aanvraag.inkomensconsulent_id))
    leg_samen_vast(h, Soort.VOORSCHOT_GEVRAAGD, d, {"verzoekId": verzoek.id, "gevraagdOp": gevraagd})
    return beeld(h, d)


def beslis(h: Handeling, opdracht: VoorschotbesluitOpdracht, verzoek_id: UUID) -> Aanvraagbeeld:
    """Decide on a request; a grant is tested and told to the uitkeringsadministratie as every voorschot is."""
    verzoek = db.verzoek(h.sessie, verzoek_id)
    if verzoek is None or aanvragen.aanvraag(h.sessie, h.actor, verzoek.aanvraag_id) is None:
        raise NietGevonden("Dit verzoek om een voorschot is niet gevonden.")
    d = open_aanvraag(h, verzoek.aanvraag_id)
    h.sessie.refresh(verzoek)
    if verzoek.toegekend is not None:
        raise Conflict("Op dit verzoek is al beslist.", "al_besloten")
    _controleer(opdracht)
    if opdracht.toekennen:
        assert opdracht.bedrag is not None
        gewoon = VoorschotOpdracht(bedrag=opdracht.bedrag, datum=opdracht.datum, meegedeeld=opdracht.meegedeeld)
        ken_toe(replace(h, als_versie=None), gewoon, d.melding.id)
        h.sessie.refresh(d.aanvraag)
    else:
        verzoek.toegekend, verzoek.besloten_op, verzoek.besloten_door = False, h.nu, h.actor.medewerker_id
    verzoek.reden = opdracht.reden
    klaar_met(h, d, Taaksoort.VOORSCHOT_BESLISSEN)
    inhoud = {"verzoekId": verzoek.id, "toegekend": opdracht.toekennen}
    leg_samen_vast(h, Soort.VOORSCHOT_BESLOTEN, d, inhoud)
    return beeld(h, d)


def _controleer(opdracht: VoorschotbesluitOpdracht) -> None:
    fouten = {}
    if opdracht.toekennen and opdracht.bedrag is None:
        fouten["bedrag"] = "Geef bij toekennen een bedrag."
    if not opdracht.toekennen and opdracht.reden is None:
        fouten["reden"] = "Geef bij afwijzen een reden."
    if fouten:
        raise OngeldigeInvoer(fouten)
