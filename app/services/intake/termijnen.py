"""The terms and taken that a melding starts, and counting them again after a correction."""

from __future__ import annotations

from datetime import datetime

from app.db import taak as taken
from app.db.intake import melding as db
from app.db.intake import stukken as stukken_db
from app.db.intake.melding import WACHTEND, Melding
from app.db.taak import LopendeTermijn, Taakstatus, Termijnstatus
from app.domain.intake.beleid import IntakeBeleid
from app.domain.intake.bewaking import VERVOLGTAKEN, vervolg_op
from app.domain.intake.digitaal import contact_uiterlijk
from app.domain.intake.huishouden import maatgevend
from app.domain.intake.melding import MeldingTermijnen, schort_op_voor_aanvulling, termijnen_na_melding
from app.domain.intake.vervolg import taken_na_melding
from app.domain.kern.taakvoorstel import TaakVoorstel
from app.domain.kern.termijnen import Termijn
from app.domain.kern.tijd import dag
from app.services.bericht.klaarzetten import trek_terug
from app.services.handeling import Handeling
from app.services.intake.dossier import Dossier, beleid_van
from app.services.taak import Bestemming, bewaak, maak_taak, sluit_taken, sluit_termijnen

BELTAKEN = ("melding_bellen", "no_show_bellen_nieuwe_afspraak")
CONTACT, SCREENING, BESLISTERMIJN = "contact_na_melding", "screeningsgesprek", "beslistermijn_aanvraag"
_BESLUIT = ("zoekperiode", "streefdatum_besluit", BESLISTERMIJN)
_SOORTEN = (CONTACT, SCREENING, *_BESLUIT)


def termijnen_van(dossier: Dossier, beleid: IntakeBeleid) -> MeldingTermijnen:
    """Compute the terms of the household."""
    return termijnen_na_melding(maatgevend(dossier.feiten(), beleid), beleid)


def bewaak_melding(h: Handeling, dossier: Dossier) -> None:
    """Start the terms of a new melding and put its taken in the werkvoorraad (DEV-MEL-003, DEV-MEL-004)."""
    termijnen = termijnen_van(dossier, beleid_van(h, dossier.melding).beleid)
    for termijn in _per_soort(termijnen).values():
        bewaak(h, termijn, dossier.klant, dossier.melding.id, vervolg_op(termijn))
    for voorstel in taken_na_melding(termijnen):
        _vraag(h, dossier, voorstel)


def _vraag(h: Handeling, dossier: Dossier, voorstel: TaakVoorstel) -> None:
    """Put a taak of the melding in the werkvoorraad; the call may have an hour as its end (DEV-DIG-003)."""
    uiterste = None
    if voorstel.soort == "melding_bellen":
        uiterste = _bel_uiterlijk(dossier.melding, beleid_van(h, dossier.melding).beleid)
    maak_taak(h, voorstel, Bestemming(dossier.melding.id, dossier.klant), uiterste=uiterste)


def _per_soort(termijnen: MeldingTermijnen) -> dict[str, Termijn]:
    alle = (
        termijnen.contact,
        termijnen.screening,
        termijnen.zoekperiode,
        termijnen.streefdatum,
        termijnen.beslistermijn,
    )
    return {termijn.soort: termijn for termijn in alle if termijn is not None}


def herbereken(h: Handeling, dossier: Dossier) -> None:
    """Count the terms that are not met yet again, after a correction of the melding.

    Once the screening was held, only the terms for the decision are left.
    """
    nummer = dossier.melding.id
    termijnen = termijnen_van(dossier, beleid_van(h, dossier.melding).beleid)
    sluit_taken(h, nummer, *VERVOLGTAKEN, status=Taakstatus.VERVALLEN)
    nieuw = _per_soort(termijnen) | {BESLISTERMIJN: _opgeschort(h, dossier, termijnen.beslistermijn)}
    oud = {rij.soort: rij for rij in db.termijnen(h.sessie, nummer, _SOORTEN)}
    wacht = dossier.melding.status in WACHTEND
    for soort in _SOORTEN if wacht else _BESLUIT:
        _vervang(h, dossier, oud.get(soort), nieuw.get(soort))
    if wacht:
        _hermaak_taken(h, dossier, termijnen, contact_gehaald=_is_gehaald(oud.get(CONTACT)))


def _is_gehaald(rij: LopendeTermijn | None) -> bool:
    return rij is not None and rij.status is Termijnstatus.GEHAALD


def _vervang(h: Handeling, dossier: Dossier, rij: LopendeTermijn | None, nieuw: Termijn | None) -> None:
    if rij is None and nieuw is not None:
        bewaak(h, nieuw, dossier.klant, dossier.melding.id, vervolg_op(nieuw))
    if rij is None or rij.status is Termijnstatus.GEHAALD:
        return
    if nieuw is None:
        rij.status, rij.afgerond_op = Termijnstatus.VERVALLEN, h.nu
    else:
        _zet(rij, nieuw)
        rij.status, rij.afgerond_op = Termijnstatus.LOPEND, None
    rij.versie += 1


def _zet(rij: LopendeTermijn, nieuw: Termijn) -> None:
    vervolg = vervolg_op(nieuw)
    rij.start, rij.einde, rij.uitleg = nieuw.start, nieuw.einde, nieuw.model_dump(mode="json")
    rij.vervolg = vervolg.model_dump(mode="json") if vervolg else None


def _hermaak_taken(h: Handeling, dossier: Dossier, termijnen: MeldingTermijnen, *, contact_gehaald: bool) -> None:
    """Make the taken to call and to plan again when they were open, or when the channel now asks for a call."""
    nummer = dossier.melding.id
    stonden_open = {taak.soort for taak in taken.open_taken(h.sessie, nummer, ("melding_bellen", "screening_plannen"))}
    if not contact_gehaald:
        stonden_open.add("melding_bellen")
    sluit_taken(h, nummer, "melding_bellen", "screening_plannen", status=Taakstatus.VERVALLEN)
    for voorstel in taken_na_melding(termijnen):
        if voorstel.soort in stonden_open:
            _vraag(h, dossier, voorstel)


def vernieuw_beslistermijn(h: Handeling, dossier: Dossier) -> None:
    """Count the running beslistermijn again, with the aanvultermijnen that were given (DEV-AAN-002)."""
    h.sessie.flush()
    termijnen = termijnen_van(dossier, beleid_van(h, dossier.melding).beleid)
    for rij in taken.lopende_termijnen(h.sessie, dossier.melding.id, (BESLISTERMIJN,)):
        _zet(rij, _opgeschort(h, dossier, termijnen.beslistermijn))
        rij.versie += 1


def _opgeschort(h: Handeling, dossier: Dossier, termijn: Termijn) -> Termijn:
    for verzoek in stukken_db.verzoeken(h.sessie, dossier.melding.id):
        if verzoek.aanvulling_verzonden_op is not None and verzoek.aanvulling_uiterlijk is not None:
            verzonden, uiterste = verzoek.aanvulling_verzonden_op, verzoek.aanvulling_uiterlijk
            termijn = schort_op_voor_aanvulling(termijn, verzonden, uiterste, verzoek.compleet_op)
    return termijn


def laat_vervallen(h: Handeling, dossier: Dossier) -> None:
    """Let all that still runs or waits for this melding lapse."""
    verzoeken = stukken_db.verzoeken(h.sessie, dossier.melding.id)
    for nummer in (dossier.melding.id, *(verzoek.id for verzoek in verzoeken)):
        sluit_taken(h, nummer, status=Taakstatus.VERVALLEN)
        sluit_termijnen(h, nummer, status=Termijnstatus.VERVALLEN)
        trek_terug(h, nummer, reden="De melding is vervallen.")
    for verzoek in verzoeken:
        if verzoek.status is stukken_db.Verzoekstatus.OPEN:
            verzoek.status = stukken_db.Verzoekstatus.VERVALLEN


def _bel_uiterlijk(melding: Melding, beleid: IntakeBeleid) -> datetime | None:
    """Return the hour until which the klant is called; None when the end of the day is in time (DEV-DIG-003)."""
    norm = beleid.contact_uren
    if norm is None or dag(melding.geregistreerd_op) != melding.meldingsdatum:
        return None
    return contact_uiterlijk(melding.geregistreerd_op, norm.waarde)
