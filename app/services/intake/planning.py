"""Planning the screeningsgesprek, reaching the klant for it, and what follows when nobody came."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db import organisatie as organisaties
from app.db.agenda import punt as agenda
from app.db.intake import screening as db
from app.db.intake import stukken as stukken_db
from app.db.intake.beeld import Meldingbeeld, beeld
from app.db.intake.melding import WACHTEND, Contactpoging, Meldingstatus
from app.db.intake.screening import Screening, Screeningstatus
from app.db.klant import Klant
from app.db.taak import Taakstatus
from app.domain.afspraak.beleid import AfspraakBeleid
from app.domain.afspraak.feiten import AfspraakSoort, NoShowFeiten
from app.domain.afspraak.no_show import gevolg_no_show, taken_bij_no_show, toets_meldingen_zonder_screening
from app.domain.agenda.soorten import AgendaSoort, Agendastatus
from app.domain.intake.agenda import gesprekstaak, toets_binnen_norm
from app.domain.intake.melding import screeningstermijn
from app.domain.intake.soorten import Contactdoel
from app.domain.intake.stukken import taken_na_belgesprek
from app.domain.kern.datum import datum_voluit
from app.domain.kern.fouten import Conflict, Geweigerd, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.rollen import Rol
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.tijd import dag
from app.domain.kern.toets import Toets, Uitkomst, alle_voldaan, niet_voldaan
from app.domain.kern.werkdagen import tel_werkdagen, waarom_geen_werkdag
from app.services.agenda.boeken import Boeking, boek, sluit_punt
from app.services.agenda.voorbereiden import Gesprek, maak_boeking, plekfouten, toetsen_gesprek
from app.services.handeling import Handeling
from app.services.intake.dossier import Dossier, beleid_van, leg_samen_vast, open_dossier
from app.services.intake.opdrachten import ContactpogingOpdracht, NoShowOpdracht, ScreeningsafspraakOpdracht
from app.services.intake.termijnen import BELTAKEN, CONTACT
from app.services.intake.werkproces import vraag_werkproces
from app.services.taak import Bestemming, maak_taak, sluit_taken, sluit_termijnen


def leg_contact_vast(h: Handeling, opdracht: ContactpogingOpdracht, melding_id: UUID) -> Meldingbeeld:
    """Record an attempt to reach the klant; who was reached need not be called again (DEV-MEL-003, DEV-NOS-001)."""
    dossier = open_dossier(h, melding_id)
    melding = dossier.melding
    h.sessie.add(
        Contactpoging(
            id=uuid7(),
            organisatie=h.actor.organisatie,
            klant_id=dossier.klant.id,
            melding_id=melding.id,
            tijdstip=h.nu,
            medewerker_id=h.actor.medewerker_id,
            **opdracht.model_dump(),
        )
    )
    if opdracht.bereikt:
        dossier.klant.laatste_contact = h.nu
        melding.bereikt_op = h.nu
        _sluit_bellen(h, dossier, opdracht.doel)
    if opdracht.doel is Contactdoel.STUKKEN:
        for voorstel in taken_na_belgesprek(opdracht.hulp_nodig, opdracht.begrepen, h.vandaag):
            maak_taak(h, voorstel, Bestemming(melding.id, dossier.klant))
    inhoud = {"bereikt": opdracht.bereikt, "doel": opdracht.doel, "weg": opdracht.weg}
    leg_samen_vast(h, Soort.MELDING_CONTACT_GEZOCHT, dossier, inhoud)
    return beeld(h.sessie, melding)


def _sluit_bellen(h: Handeling, dossier: Dossier, doel: Contactdoel) -> None:
    nummer = dossier.melding.id
    if doel is Contactdoel.SCREENINGSGESPREK:
        sluit_taken(h, nummer, "melding_bellen")
        sluit_termijnen(h, nummer, CONTACT)
    elif doel is Contactdoel.NIET_VERSCHENEN:
        sluit_taken(h, nummer, "no_show_bellen_nieuwe_afspraak")
    else:
        for verzoek in stukken_db.verzoeken(h.sessie, nummer):
            sluit_taken(h, verzoek.id, "stukken_bellen")


def plan(h: Handeling, opdracht: ScreeningsafspraakOpdracht, melding_id: UUID) -> Meldingbeeld:
    """Plan the screeningsgesprek, or move it (DEV-MEL-004, DEV-SCR-002)."""
    dossier = open_dossier(h, melding_id, *WACHTEND)
    plan_in(h, dossier, opdracht, "")
    return beeld(h.sessie, dossier.melding)


def plan_in(h: Handeling, dossier: Dossier, opdracht: ScreeningsafspraakOpdracht, pad: str) -> None:
    """Put the conversation in the agenda; ``pad`` names the fields in messages.

    Later than the service norm is possible with a reason, and marked. Raises OngeldigeInvoer, and Geweigerd for a slot
    that is too short or long, or too close to another one of this consulent.
    """
    melding = dossier.melding
    beleid = beleid_van(h, melding).beleid
    norm = toets_binnen_norm(opdracht.begin, screeningstermijn(melding.meldingsdatum, beleid))
    _controleer_velden(h, opdracht, norm, pad)
    boeking = _boeking(h, dossier, opdracht)
    toetsen = _toets_agenda(h, dossier, boeking)
    _verzet(h, melding.id)
    screening = Screening(
        id=boeking.onderwerp_id,
        organisatie=h.actor.organisatie,
        klant_id=dossier.klant.id,
        melding_id=melding.id,
        status=Screeningstatus.GEPLAND,
        begin=boeking.blok.begin,
        einde=boeking.blok.einde,
        locatie=boeking.locatie,
        inkomensconsulent_id=opdracht.inkomensconsulent_id,
        reden_buiten_norm=opdracht.reden_buiten_norm,
        buiten_norm=norm.uitkomst is not Uitkomst.VOLDAAN,
        gepland_op=h.nu,
        varianten=h.varianten(melding.gemeente, dag(opdracht.begin)),
        toetsen=[norm.model_dump(mode="json")],
    )
    h.sessie.add(screening)
    boek(h, boeking, (norm, *toetsen))
    melding.status = Meldingstatus.OPEN
    sluit_taken(h, melding.id, "screening_plannen", *BELTAKEN)
    sluit_termijnen(h, melding.id, CONTACT)
    vraag_werkproces(h, dossier)
    bestemming = Bestemming(melding.id, dossier.klant, opdracht.inkomensconsulent_id)
    maak_taak(h, gesprekstaak(opdracht.begin, norm.grondslag), bestemming, vanaf=dag(opdracht.begin))
    inhoud = {"screeningId": screening.id, "begin": screening.begin, "buitenNorm": screening.buiten_norm}
    leg_samen_vast(h, Soort.SCREENING_GEPLAND, dossier, inhoud)


def _controleer_velden(h: Handeling, opdracht: ScreeningsafspraakOpdracht, norm: Toets, pad: str) -> None:
    fouten = plekfouten(h, opdracht, pad)
    if opdracht.begin < h.nu:
        fouten[f"{pad}begin"] = "Dit moment is al voorbij."
    elif reden := waarom_geen_werkdag(dag(opdracht.begin)):
        fouten[f"{pad}begin"] = f"Kies een werkdag; {datum_voluit(dag(opdracht.begin))} is {reden}."
    if norm.uitkomst is not Uitkomst.VOLDAAN and opdracht.reden_buiten_norm is None:
        fouten[f"{pad}redenBuitenNorm"] = "Dit is later dan de norm na de melding. Leg vast waarom."
    consulent = organisaties.medewerker(h.sessie, h.actor.organisatie, opdracht.inkomensconsulent_id)
    if consulent is None or not consulent.actief or Rol.INKOMENSCONSULENT.value not in consulent.rollen:
        fouten[f"{pad}inkomensconsulentId"] = "Kies een inkomensconsulent."
    if fouten:
        raise OngeldigeInvoer(fouten)


def _boeking(h: Handeling, dossier: Dossier, opdracht: ScreeningsafspraakOpdracht) -> Boeking:
    """Return what goes in the agenda: one slot for the household, with the form of the melding (DEV-MEL-008)."""
    gesprek = Gesprek(
        soort=AgendaSoort.SCREENINGSGESPREK,
        onderwerp_id=uuid7(),
        klanten=dossier.klanten,
        begin=opdracht.begin,
        medewerkers=(opdracht.inkomensconsulent_id,),
        minuten=opdracht.duur_minuten,
        locatie=opdracht.locatie,
    )
    melding = dossier.melding
    formulier = {
        "meldingId": str(melding.id),
        "formulier": melding.formulier.value,
        "scanKenmerk": melding.scan_kenmerk,
    }
    boeking = maak_boeking(h, gesprek, opdracht)
    return replace(boeking, gegevens=boeking.gegevens | {"meldingsformulier": formulier})


def _toets_agenda(h: Handeling, dossier: Dossier, boeking: Boeking) -> list[Toets]:
    """Refuse a slot that is too long, or that the consulent or the room does not have; the present one is given up."""
    eerder = db.geplande(h.sessie, dossier.melding.id)
    punt = agenda.punt_van(h.sessie, eerder.id) if eerder else None
    toetsen, signalen = toetsen_gesprek(h, boeking, punt.id if punt else None)
    if not alle_voldaan(toetsen):
        raise Geweigerd("Op dit moment kan het screeningsgesprek niet worden gepland.", niet_voldaan(toetsen))
    return [*toetsen, *signalen]


def _verzet(h: Handeling, melding_id: UUID) -> None:
    eerder = db.geplande(h.sessie, melding_id)
    if eerder is not None:
        eerder.status = Screeningstatus.VERZET
        sluit_punt(h, eerder.id, Agendastatus.VERZET)
        sluit_taken(h, melding_id, "screening_houden", status=Taakstatus.VERVALLEN)


def registreer_no_show(h: Handeling, opdracht: NoShowOpdracht, melding_id: UUID) -> Meldingbeeld:
    """Record that nobody came: call for the reason and a new moment, and at three meldingen the team (DEV-NOS-002)."""
    dossier = open_dossier(h, melding_id, Meldingstatus.OPEN)
    screening = db.geplande(h.sessie, melding_id)
    if screening is None or screening.begin > h.nu:
        raise Conflict("Er is geen screeningsgesprek gepland dat al begonnen had moeten zijn.", "geen_gesprek")
    beleid = h.beleid.geldend(AfspraakBeleid, dossier.melding.gemeente, h.vandaag).beleid
    screening.status = Screeningstatus.NIET_VERSCHENEN
    sluit_punt(h, screening.id, Agendastatus.NIET_VERSCHENEN)
    screening.bekend_bij_team, screening.toelichting = opdracht.bekend_bij_team, opdracht.toelichting
    dossier.melding.status = Meldingstatus.NIET_VERSCHENEN
    sluit_taken(h, melding_id, "screening_houden", status=Taakstatus.VERVALLEN)
    feiten = NoShowFeiten(klantgroep=None, soort=AfspraakSoort.SCREENINGSGESPREK, nummer=1)
    bestemming = Bestemming(melding_id, dossier.klant, screening.inkomensconsulent_id)
    for voorstel in taken_bij_no_show(gevolg_no_show(feiten, beleid), h.vandaag, beleid):
        maak_taak(h, voorstel, bestemming)
    toetsen = [_zorgteam(h, klant, screening, beleid) for klant in dossier.klanten]
    screening.toetsen = [*screening.toetsen, *(toets.model_dump(mode="json") for toets in toetsen)]
    leg_samen_vast(h, Soort.SCREENING_NIET_VERSCHENEN, dossier, {"screeningId": screening.id})
    return beeld(h.sessie, dossier.melding)


def _zorgteam(h: Handeling, klant: Klant, screening: Screening, beleid: AfspraakBeleid) -> Toets:
    h.sessie.flush()
    aantal = db.meldingen_zonder_screening(h.sessie, klant.id)
    toets = toets_meldingen_zonder_screening(aantal, screening.bekend_bij_team, beleid)
    if toets.uitkomst is not Uitkomst.VOLDAAN:
        onbekend = toets.uitkomst is Uitkomst.ONBEPAALD
        voorstel = TaakVoorstel(
            soort="zorgteam_contact",
            wat="Zoek na of de klant bij het sociaal team of bijzonder zorgteam bekend is en neem dan contact op."
            if onbekend
            else "Neem contact op met het sociaal team of het bijzonder zorgteam.",
            waarom=f"De klant verscheen na {aantal} meldingen niet op een screeningsgesprek.",
            rol=Rol.INKOMENSCONSULENT,
            grondslag=toets.grondslag,
            uiterste=tel_werkdagen(h.vandaag, beleid.opvolgen_werkdagen.waarde),
        )
        maak_taak(h, voorstel, Bestemming(screening.melding_id, klant, screening.inkomensconsulent_id))
    return toets
