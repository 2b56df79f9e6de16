"""Recording a held ambitiegesprek."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from uuid_utils.compat import uuid7

from app import CODEVERSIE
from app.db import beleidspakket
from app.db import indeling as db
from app.db import organisatie as organisaties
from app.db.diagnose import uitslag as diagnoses
from app.db.indeling import Ambitiegesprek
from app.db.intake.melding import WACHTEND, lopende_meldingen
from app.db.klant import Klant
from app.db.taak import LopendeTermijn, Termijnstatus, laatste_termijn
from app.domain.afspraak.feiten import AfspraakSoort
from app.domain.beleid.model import Versie
from app.domain.diagnose.feiten import Bevinding, DiagnoseFeiten
from app.domain.diagnose.volledigheid import toets_sluiten_ambitiegesprek
from app.domain.doelgroep.jongere import STUDIEPLICHT_TAAK
from app.domain.indeling.beleid import IndelingBeleid
from app.domain.indeling.gesprek import (
    GesprekFeiten,
    signalen_gesprek,
    taken_na_gesprek,
    toets_norm,
    toets_screening_gehouden,
    toetsen_gesprek,
)
from app.domain.indeling.verloop import signalen_verloop
from app.domain.kern.fouten import Geweigerd, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.leeftijd import leeftijd_op
from app.domain.kern.toets import Toets, Uitkomst, niet_voldaan
from app.services.afspraak.gehouden import rond_gehouden_af
from app.services.gesprek.ambitievoorbereiding import spoedzaken_van, vraag_informatie
from app.services.handeling import Handeling
from app.services.indeling.opdrachten import AmbitiegesprekOpdracht, Urgentie
from app.services.klantafspraak import vraag_herhaling
from app.services.taak import Bestemming, einde_van, maak_taak, sluit_taken, sluit_taken_van_klant, sluit_termijnen
from app.services.taaleis.ambitiegesprek import leg_check_vast, toetsen_check
from app.services.vastleggen import Eenmalig, leg_vast

TERMIJN = "ambitiegesprek"


def leg_gesprek_vast(h: Handeling, opdracht: AmbitiegesprekOpdracht, klant_id: UUID) -> Ambitiegesprek:
    """Record an ambitiegesprek and close what it was waited for (DEV-AMB-001 to DEV-AMB-010).

    Raises Geweigerd without a complete diagnosis (DEV-DIA-006), without a reason for a late or second gesprek, or
    without a decision on the studieplicht of a jongere (DEV-JON-015).
    """
    klant = h.klant(klant_id)
    termijn = laatste_termijn(h.sessie, klant.id, TERMIJN)
    _controleer_dagen(h, opdracht, max(klant.geboortedatum, termijn.start if termijn else date.min))
    versie = h.beleid.geldend(IndelingBeleid, klant.gemeente, opdracht.datum)
    feiten = _feiten(h, klant, opdracht, termijn)
    diagnose, toets = _diagnose(h, klant)
    taaleis = toetsen_check(h, klant, opdracht)
    blokkerend = (_na_screening(h, klant), toets, *toetsen_gesprek(feiten, versie.beleid), *taaleis)
    if diagnose is None or niet_voldaan(blokkerend):
        raise Geweigerd("Het ambitiegesprek kan nog niet worden afgesloten.", niet_voldaan(blokkerend))
    zaken, geldzorgen = spoedzaken_van(h, klant)
    verloop = signalen_verloop(opdracht.verloop(zaken, geldzorgen=geldzorgen))
    toetsen = (*blokkerend, *signalen_gesprek(feiten, versie.beleid), *verloop, *opdracht.slot())
    gesprek = _rij(h, klant, opdracht, feiten, versie)
    gesprek.diagnose_id = diagnose
    gesprek.toetsen = [toets.model_dump(mode="json") for toets in toetsen]
    leg_check_vast(h, klant, opdracht)
    beleidspakket.bewaar(h.sessie, versie, h.nu)
    h.sessie.add(gesprek)
    inhoud = {"datum": gesprek.datum, "normOverschreden": gesprek.norm_overschreden, "normEinde": gesprek.norm_einde}
    leg_vast(h, Soort.AMBITIEGESPREK_GEVOERD, Eenmalig(gesprek.id), klant, inhoud)
    contact = min(h.nu, einde_van(opdracht.datum))
    klant.laatste_contact = max(klant.laatste_contact or contact, contact)
    _rond_af(h, klant, gesprek)
    if opdracht.studieplicht is not None:
        sluit_taken_van_klant(h, klant, STUDIEPLICHT_TAAK)
    for voorstel in taken_na_gesprek(feiten, versie.beleid):
        maak_taak(h, voorstel, Bestemming(klant.id, klant))
    vraag_informatie(h, klant)
    vraag_herhaling(h, klant, gesprek.id)
    return gesprek


def bekijk_gesprekken(h: Handeling, klant_id: UUID) -> list[Ambitiegesprek]:
    """Return the ambitiegesprekken of a klant, the latest first."""
    return db.gesprekken(h.sessie, h.klant(klant_id, vergrendel=False).id)


def _na_screening(h: Handeling, klant: Klant) -> Toets:
    wacht = any(melding.status in WACHTEND for melding in lopende_meldingen(h.sessie, klant.id))
    return toets_screening_gehouden(wacht_op_screening=wacht, vso_pro=Kenmerk.VSO_PRO in klant.kenmerken)


def _controleer_dagen(h: Handeling, opdracht: AmbitiegesprekOpdracht, eerste: date) -> None:
    fouten = {}
    if not eerste <= opdracht.datum <= h.vandaag:
        fouten["datum"] = "Geef een dag vanaf de screening en niet in de toekomst."
    if opdracht.inburgering_voltooid_op and opdracht.inburgering_voltooid_op > h.vandaag:
        fouten["inburgeringVoltooidOp"] = "Geef een dag die niet in de toekomst ligt."
    if fouten:
        raise OngeldigeInvoer(fouten)


def _feiten(
    h: Handeling, klant: Klant, opdracht: AmbitiegesprekOpdracht, termijn: LopendeTermijn | None
) -> GesprekFeiten:
    sinds = termijn.start if termijn else date.min
    medewerker = organisaties.medewerker(h.sessie, h.actor.organisatie, h.actor.medewerker_id)
    studieplicht = opdracht.studieplicht
    return GesprekFeiten(
        datum=opdracht.datum,
        leeftijd=leeftijd_op(klant.geboortedatum, opdracht.datum),
        norm_einde=termijn.einde if termijn else None,
        reden_norm_overschreden=opdracht.reden_norm_overschreden,
        eerder_gesprek=any(eerder.datum >= sinds for eerder in db.gesprekken(h.sessie, klant.id)),
        reden_vervolggesprek=opdracht.reden_vervolggesprek,
        studieplicht=studieplicht.besluit if studieplicht else None,
        reden_studieplicht=studieplicht.reden if studieplicht else None,
        certificaat_op=medewerker.dariuz_certificaat_op if medewerker else None,
        duur_minuten=opdracht.duur_minuten,
        jaren_nederlandstalig_onderwijs=opdracht.jaren_nederlandstalig_onderwijs,
        inburgering_voltooid=True if opdracht.inburgering_voltooid_op else opdracht.inburgering_voltooid,
        dringend_signaal=any(signaal.urgentie is Urgentie.SPOED for signaal in opdracht.signalen),
    )


def _diagnose(h: Handeling, klant: Klant) -> tuple[UUID | None, Toets]:
    """Return the complete diagnosis that the gesprek rests on, and the toets that there is one."""
    rij = diagnoses.laatste_volledige(h.sessie, klant.id)
    if rij is None:
        return None, toets_sluiten_ambitiegesprek(None)
    besproken = {regel["onderwerp"]: Bevinding(inhoud="Er is een uitslag.") for regel in rij.inhoud["bevindingen"]}
    feiten = DiagnoseFeiten.model_validate({"instrument": rij.instrument, "bevindingen": besproken})
    return rij.id, toets_sluiten_ambitiegesprek(feiten)


def _rij(
    h: Handeling, klant: Klant, opdracht: AmbitiegesprekOpdracht, feiten: GesprekFeiten, versie: Versie[IndelingBeleid]
) -> Ambitiegesprek:
    return Ambitiegesprek(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        datum=opdracht.datum,
        norm_einde=feiten.norm_einde,
        norm_overschreden=toets_norm(feiten, versie.beleid).uitkomst is Uitkomst.NIET_VOLDAAN,
        inhoud=opdracht.model_dump(mode="json"),
        peildatum=opdracht.datum,
        beleid_id=versie.id,
        beleid_sha256=versie.sha256,
        codeversie=CODEVERSIE,
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
    )


def _rond_af(h: Handeling, klant: Klant, gesprek: Ambitiegesprek) -> None:
    """Close the term and the taken that waited for the gesprek."""
    gehaald = Termijnstatus.VERSTREKEN if gesprek.norm_overschreden else Termijnstatus.GEHAALD
    sluit_termijnen(h, klant.id, TERMIJN, status=gehaald)
    sluit_taken(h, klant.id, "ambitiegesprek_plannen", "klantgroep_bepalen")
    rond_gehouden_af(h, klant, AfspraakSoort.AMBITIEGESPREK, gesprek.datum)
