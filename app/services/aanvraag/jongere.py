"""The aanvraag of a jongere: what came of the zoekperiode, and the melding after four weeks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Self
from uuid import UUID

from pydantic import Field, model_validator
from uuid_utils.compat import uuid7

from app.db.aanvraag.beschikking import Zoekperiodeoordeel
from app.db.taak import Termijnstatus
from app.domain.aanvraag.feiten import Zoekoordeel
from app.domain.aanvraag.soorten import Aanvraagstatus, Leeftijdsklasse
from app.domain.aanvraag.taken import Taaksoort, taak
from app.domain.aanvraag.toetsen import JONGEREN
from app.domain.kern.fouten import Conflict, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.termijnen import beleidstermijn_dagen
from app.domain.kern.werkdagen import tel_werkdagen
from app.services.aanvraag.dossier import (
    Aanvraagbeeld,
    Aanvraagdossier,
    beeld,
    leg_samen_vast,
    open_aanvraag,
)
from app.services.aanvraag.feiten import zoekperiode_tot
from app.services.aanvraag.sluiten import HERSTELTERMIJN, vraag
from app.services.aanvraag.stappen import Reden
from app.services.handeling import Handeling, Opdracht
from app.services.taak import bewaak, sluit_taken, sluit_termijnen

# A guard against typing errors, not a rule: the law and the handbook name no length.
_HOOGSTENS = timedelta(days=92)


class ZoekperiodeoordeelOpdracht(Opdracht):
    """Of de jongere alle afspraken van de zoekperiode nakwam, en zo niet wat er dan gebeurt."""

    nagekomen: bool = Field(examples=[False])
    reden: Reden | None = Field(
        default=None,
        description="Verplicht bij nee: de reden, nagegaan met de klant.",
        examples=["De klant was ziek."],
    )
    keuze: Zoekoordeel | None = Field(
        default=None, description="Verplicht bij nee: `hersteltermijn` of `beoordelen`.", examples=["beoordelen"]
    )
    hersteltermijn_tot: date | None = Field(default=None, description="De laatste dag van de hersteltermijn.")

    @model_validator(mode="after")
    def _compleet(self) -> Self:
        if self.nagekomen and (self.keuze, self.hersteltermijn_tot) != (None, None):
            raise ValueError("Zijn alle afspraken nagekomen, dan is er niets te kiezen.")
        if not self.nagekomen and (self.reden is None or self.keuze in (None, Zoekoordeel.NAGEKOMEN)):
            raise ValueError("Geef een reden, en kies een hersteltermijn of beoordelen zonder.")
        if (self.keuze is Zoekoordeel.HERSTELTERMIJN) != (self.hersteltermijn_tot is not None):
            raise ValueError("Een datum hoort bij een hersteltermijn, en alleen daarbij.")
        return self


class HermeldingOpdracht(Opdracht):
    """De jongere meldde zich na vier weken opnieuw."""

    datum: date = Field(examples=["2026-03-31"])


def beoordeel_zoekperiode(h: Handeling, opdracht: ZoekperiodeoordeelOpdracht, aanvraag_id: UUID) -> Aanvraagbeeld:
    """Record whether all agreements were kept (DEV-JON-017, DEV-JON-018); the term for the decision runs on."""
    d = _van_jongere(h, aanvraag_id)
    tot = opdracht.hersteltermijn_tot
    if tot is not None and not h.vandaag < tot <= h.vandaag + _HOOGSTENS:
        zin = f"Kies een dag na vandaag, ten hoogste {_HOOGSTENS.days} dagen vooruit."
        raise OngeldigeInvoer({"hersteltermijnTot": zin})
    oordeel = Zoekoordeel.NAGEKOMEN if opdracht.nagekomen else opdracht.keuze
    h.sessie.add(
        Zoekperiodeoordeel(
            id=uuid7(),
            organisatie=h.actor.organisatie,
            klant_id=d.klant.id,
            aanvraag_id=d.aanvraag.id,
            oordeel=oordeel,
            reden=opdracht.reden,
            hersteltermijn_tot=tot,
            tijdstip=h.nu,
            medewerker_id=h.actor.medewerker_id,
        )
    )
    sluit_taken(h, d.melding.id, "zoekperiode_beoordelen")
    sluit_taken(h, d.aanvraag.id, Taaksoort.HERSTELTERMIJN)
    sluit_termijnen(h, d.aanvraag.id, HERSTELTERMIJN, status=Termijnstatus.VERVALLEN)
    if tot is not None:
        termijn = beleidstermijn_dagen(HERSTELTERMIJN, JONGEREN, h.vandaag, (tot - h.vandaag).days)
        bewaak(h, termijn, d.klant, d.aanvraag.id, taak(Taaksoort.HERSTELTERMIJN, tel_werkdagen(tot, 1)))
    if opdracht.nagekomen:
        vraag(h, d, Taaksoort.JONGERENLOKET)
    leg_samen_vast(h, Soort.AANVRAAG_ZOEKPERIODE_BEOORDEELD, d, {"oordeel": oordeel, "hersteltermijnTot": tot})
    return beeld(h, d)


def leg_hermelding_vast(h: Handeling, opdracht: HermeldingOpdracht, aanvraag_id: UUID) -> Aanvraagbeeld:
    """Record the melding after four weeks, and ask for the transfer (DEV-JON-023); the service may run already."""
    d = _van_jongere(h, aanvraag_id)
    tot = zoekperiode_tot(h, d)
    if opdracht.datum > h.vandaag or opdracht.datum <= (tot or d.melding.meldingsdatum):
        raise OngeldigeInvoer({"datum": "Kies een dag na de zoekperiode, niet in de toekomst."})
    d.aanvraag.hermelding_op = opdracht.datum
    vraag(h, d, Taaksoort.JONGERE_OVERDRAGEN)
    leg_samen_vast(h, Soort.AANVRAAG_HERMELDING, d, {"datum": opdracht.datum})
    return beeld(h, d)


def _van_jongere(h: Handeling, aanvraag_id: UUID) -> Aanvraagdossier:
    d = open_aanvraag(h, aanvraag_id, Aanvraagstatus.IN_BEHANDELING)
    if d.aanvraag.leeftijdsklasse is not Leeftijdsklasse.JONGER:
        raise Conflict("Dit hoort bij de aanvraag van een jongere.", "geen_jongere")
    return d
