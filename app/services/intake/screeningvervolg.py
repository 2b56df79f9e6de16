"""What a closed screening leaves to be done, for the household and for each person."""

from __future__ import annotations

from app.db.aanvraag import aanvraag as aanvragen
from app.db.agenda import punt as agenda
from app.db.intake import screening as screeningen
from app.db.intake.beeld import NAAR_DIAGNOSE
from app.db.intake.melding import Meldingstatus
from app.db.intake.screening import Screeningstatus
from app.db.taak import Taakstatus, Termijnstatus, open_taken_van_klant
from app.domain.agenda.planregels import venster_inkomen
from app.domain.agenda.soorten import Gesprekskanaal
from app.domain.diagnose.beleid import DiagnoseBeleid
from app.domain.diagnose.volledigheid import invullen_uiterlijk
from app.domain.indeling.beleid import IndelingBeleid
from app.domain.indeling.termijnen import ambitiegesprektermijn
from app.domain.intake.agenda import inkomentaak
from app.domain.intake.ambitie import volgt_ambitiegesprek
from app.domain.intake.feiten import DariuzFeiten, ScreeningUitkomst
from app.domain.intake.hulpvraag import taken_bij_hulpvraag, taken_naar_diagnose
from app.domain.intake.soorten import Hulpvraag
from app.domain.intake.vervolg import (
    naar_ambitiegesprek,
    openingstaak,
    rapportage_uiterlijk,
    rapportagetaak,
    vervolgtaken,
)
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.werkdagen import tel_werkdagen
from app.services.agenda.regels import agendabeleid
from app.services.gesprek.ambitievoorbereiding import vraag_informatie
from app.services.handeling import Handeling
from app.services.intake.beoordeling import Beoordeling, Persoonsbeeld
from app.services.intake.dossier import Dossier
from app.services.intake.screeningopdracht import ScreeningOpdracht
from app.services.intake.stukken import vraag
from app.services.intake.termijnen import BELTAKEN, CONTACT, SCREENING, laat_vervallen
from app.services.taak import Bestemming, bewaak, maak_taak, sluit_taken, sluit_termijnen

VERMOGEN = "vermogen_vaststellen"
"""An answer in the gesprek may have asked for it already."""
MEEGEGEVEN = (
    "Aanvraagformulier",
    "Bewijsstukken van de bewijsmiddelenlijst",
    "Bewijs van inschrijving als werkzoekende bij UWV",
)


def zet_vervolg_klaar(h: Handeling, dossier: Dossier, opdracht: ScreeningOpdracht, oordeel: Beoordeling) -> None:
    """Close what the screening fulfils, and put what follows in the werkvoorraad of the consulent who held it."""
    nummer = dossier.melding.id
    sluit_taken(h, nummer, "screening_plannen", "screening_houden", *BELTAKEN)
    sluit_termijnen(h, nummer, CONTACT, SCREENING)
    vervolg = opdracht.uitkomst is ScreeningUitkomst.VERVOLG
    aanvraag_loopt = dossier.melding.aanvraagdatum is not None
    if opdracht.uitkomst is ScreeningUitkomst.INGETROKKEN or not (vervolg or aanvraag_loopt):
        laat_vervallen(h, dossier)
    _rapporteer(h, dossier, opdracht, oordeel)
    _vraag_werkproces(h, dossier, oordeel, vervolg=vervolg)
    bestemming = Bestemming(nummer, dossier.klant, h.actor.medewerker_id)
    for voorstel in _taken(opdracht, oordeel):
        if not (voorstel.soort == VERMOGEN and open_taken_van_klant(h.sessie, dossier.klant.id, (VERMOGEN,))):
            maak_taak(h, voorstel, bestemming)
    _naar_ambitiegesprekken(h, dossier, oordeel)
    if vervolg and any(persoon.primaire_vraag is Hulpvraag.BIJSTANDSUITKERING for persoon in opdracht.personen):
        _plan_inkomen(h, dossier, oordeel)
    if vervolg and opdracht.formulier_meegegeven_op is not None and not aanvraag_loopt:
        vraag(h, dossier, MEEGEGEVEN, opdracht.formulier_meegegeven_op)


def _vraag_werkproces(h: Handeling, dossier: Dossier, oordeel: Beoordeling, *, vervolg: bool) -> None:
    """Ask for the werkproces of an aanvraag that was made or is to come, if nobody opened it yet."""
    melding = dossier.melding
    komt = vervolg and Hulpvraag.BIJSTANDSUITKERING in melding.hulpvragen
    loopt = melding.aanvraagdatum is not None and melding.status is not Meldingstatus.INGETROKKEN
    if (komt or loopt) and aanvragen.bij_melding(h.sessie, melding.id) is None:
        dagen = oordeel.beleid.beleid.opvolgen_werkdagen.waarde
        maak_taak(h, openingstaak(tel_werkdagen(h.vandaag, dagen)), Bestemming(melding.id, dossier.klant))


def _rapporteer(h: Handeling, dossier: Dossier, opdracht: ScreeningOpdracht, oordeel: Beoordeling) -> None:
    beleid = oordeel.beleid.beleid
    bestemming = Bestemming(dossier.melding.id, dossier.klant, h.actor.medewerker_id)
    uiterste = rapportage_uiterlijk(opdracht.einde, beleid)
    maak_taak(h, rapportagetaak(opdracht.einde, beleid), bestemming, uiterste=uiterste)


def _taken(opdracht: ScreeningOpdracht, oordeel: Beoordeling) -> list[TaakVoorstel]:
    """Return the taken for the household, each kind once."""
    beleid = oordeel.beleid.beleid
    algemeen = oordeel.feiten.model_copy(update={"dariuz": DariuzFeiten()})
    taken = list(vervolgtaken(algemeen, beleid))
    if opdracht.uitkomst is not ScreeningUitkomst.INGETROKKEN:
        uiterste = tel_werkdagen(oordeel.feiten.einde_datum, beleid.opvolgen_werkdagen.waarde)
        taken += taken_bij_hulpvraag((persoon.primaire_vraag for persoon in opdracht.personen), uiterste)
    return list({voorstel.soort: voorstel for voorstel in reversed(taken)}.values())[::-1]


def _plan_inkomen(h: Handeling, dossier: Dossier, oordeel: Beoordeling) -> None:
    """Ask who held the screening to plan the income appointment in its window (DEV-AAN-003)."""
    beleid = agendabeleid(h, dossier.melding.gemeente, oordeel.feiten.einde_datum)
    van, tot = venster_inkomen(oordeel.feiten.einde_datum, beleid)
    voorstel = inkomentaak(van, tot, beleid.inkomen_vanaf_werkdag.grondslag)
    maak_taak(h, voorstel, Bestemming(dossier.melding.id, dossier.klant, h.actor.medewerker_id))


def _op_afstand(h: Handeling, dossier: Dossier) -> bool:
    """Tell whether the screening that was just closed was held by video or phone (DEV-DIG-009)."""
    gehouden = [
        rij for rij in screeningen.screeningen(h.sessie, [dossier.melding.id]) if rij.status is Screeningstatus.GEHOUDEN
    ]
    punt = agenda.punt_van(h.sessie, gehouden[-1].id) if gehouden else None
    return punt is not None and punt.kanaal is not Gesprekskanaal.FYSIEK


def _naar_ambitiegesprekken(h: Handeling, dossier: Dossier, oordeel: Beoordeling) -> None:
    op_afstand = _op_afstand(h, dossier)
    for persoon in oordeel.personen:
        if volgt_ambitiegesprek(persoon.ambitie):
            _naar_ambitiegesprek(h, oordeel, persoon, op_afstand)


def _naar_ambitiegesprek(h: Handeling, oordeel: Beoordeling, persoon: Persoonsbeeld, op_afstand: bool) -> None:
    """Start the term of the ambitiegesprek of one person with its own taken (DEV-SCR-017, DEV-SCR-018, DEV-AMB-001)."""
    klant, einde = persoon.klant, oordeel.feiten.einde_datum
    sluit_taken(h, klant.id, *NAAR_DIAGNOSE, status=Taakstatus.VERVALLEN)
    sluit_termijnen(h, klant.id, *NAAR_DIAGNOSE, status=Termijnstatus.VERVALLEN)
    indeling = h.beleid.geldend(IndelingBeleid, klant.gemeente, einde).beleid
    diagnose = h.beleid.geldend(DiagnoseBeleid, klant.gemeente, einde).beleid
    bewaak(h, ambitiegesprektermijn(einde, indeling), klant, klant.id)
    taken = [
        *taken_naar_diagnose(persoon.keuze, einde, invullen_uiterlijk(einde, None, diagnose), op_afstand=op_afstand),
        *naar_ambitiegesprek(persoon.keuze, einde, oordeel.beleid.beleid),
    ]
    for voorstel in taken:
        maak_taak(h, voorstel, Bestemming(klant.id, klant))
    vraag_informatie(h, klant)
