"""Reporting fraud, answering a signal, recording what an investigation found, and taking a signal back."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from app.db.klant import Klant
from app.db.signaal import signaal as db
from app.db.signaal.signaal import Signaal
from app.db.taak import Taakstatus
from app.domain.kern.fouten import Conflict, Geweigerd, NietBevoegd, NietGevonden
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import niet_voldaan
from app.domain.signaal.feiten import Signaalsoort, Signaalstatus, Vervolg
from app.domain.signaal.taken import Taaksoort, vervolgtaken
from app.domain.signaal.toetsen import aanleidingen, toets_grond_beeindiging, toets_vervolg
from app.services.handeling import Handeling
from app.services.signaal.opdrachten import (
    FraudesignaalOpdracht,
    OmslagOpdracht,
    SignaalantwoordOpdracht,
    SignaalintrekkingOpdracht,
    SignaaluitkomstOpdracht,
)
from app.services.signaal.rechtmatigheid import beleid_van, feiten_van, maak_signaal, staande_zaken, zet_taken
from app.services.taak import sluit_taken
from app.services.vastleggen import leg_vast

_OVER: Final = (Signaalstatus.VERVALLEN, Signaalstatus.INGETROKKEN)


def meld_fraude(h: Handeling, opdracht: FraudesignaalOpdracht, klant_id: UUID) -> Signaal:
    """Pass on what was noticed; it is on the desk of the inkomensconsulent the same moment (DEV-MTR-509)."""
    klant = h.klant(klant_id)
    return maak_signaal(h, klant, Signaalsoort.FRAUDE, omschrijving=opdracht.omschrijving)


def beantwoord(h: Handeling, opdracht: SignaalantwoordOpdracht, signaal_id: UUID) -> Signaal:
    """Record what the inkomensconsulent does and why, or put that right until there is an outcome (DEV-MTR-507).

    Raises Geweigerd for an answer that this signal does not have, Conflict when it is over.
    """
    rij, klant = vind(h, signaal_id)
    if rij.status in _OVER or rij.uitkomst is not None:
        raise Conflict(f"Dit signaal is {rij.status.value}.", "signaal_gesloten")
    if bezwaar := niet_voldaan([toets_vervolg(rij.soort, opdracht.vervolg)]):
        raise Geweigerd(bezwaar[0].toelichting, bezwaar)
    _zet_antwoord(h, klant, rij, opdracht.vervolg, opdracht.reden)
    return rij


def _zet_antwoord(h: Handeling, klant: Klant, rij: Signaal, vervolg: Vervolg, reden: str) -> None:
    geen = vervolg is Vervolg.GEEN
    rij.vervolg, rij.reden_vervolg = vervolg, reden
    rij.beantwoord_op, rij.beantwoord_door = h.nu, h.actor.medewerker_id
    rij.status = Signaalstatus.AFGEROND if geen else Signaalstatus.BEANTWOORD
    rij.afgerond_op = h.nu if geen else None
    sluit_taken(h, rij.id)
    zet_taken(h, klant, rij, vervolgtaken(rij.soort, vervolg))
    leg_vast(h, Soort.SIGNAAL_OPGEVOLGD, rij, klant, {})


def maak_omslag(h: Handeling, opdracht: OmslagOpdracht, klant_id: UUID) -> Signaal:
    """Turn to rechtmatigheid on the initiative of the inkomensconsulent (DEV-MTR-003).

    An open signal is answered by it. Raises Conflict when an investigation runs already.
    """
    klant = h.klant(klant_id)
    al = db.over_rechtmatigheid(h.sessie, klant.id)
    if any(rij.status is Signaalstatus.BEANTWOORD for rij in al):
        raise Conflict("Er loopt al een rechtmatigheidsonderzoek.", "onderzoek_loopt_al")
    rij = next((rij for rij in al if rij.status is Signaalstatus.OPEN), None)
    if rij is None:
        redenen = aanleidingen(feiten_van(h, klant), beleid_van(h, klant))
        zaken = [zaak.id for zaak in staande_zaken(h, klant.id)]
        rij = maak_signaal(h, klant, Signaalsoort.RECHTMATIGHEID, redenen, zaken=zaken)
    _zet_antwoord(h, klant, rij, Vervolg.RECHTMATIGHEIDSONDERZOEK, opdracht.reden)
    return rij


def rond_af(h: Handeling, opdracht: SignaaluitkomstOpdracht, signaal_id: UUID) -> Signaal:
    """Record what the investigation found. Raises Geweigerd for an ending on another ground (DEV-MTR-003).

    Raises Conflict without an investigation.
    """
    rij, klant = vind(h, signaal_id)
    if rij.status is not Signaalstatus.BEANTWOORD:
        raise Conflict("Er loopt geen onderzoek naar dit signaal.", "geen_onderzoek")
    grond = opdracht.grond_beeindiging
    if grond is not None and (bezwaar := niet_voldaan([toets_grond_beeindiging(opdracht.uitkomst, grond)])):
        raise Geweigerd(bezwaar[0].toelichting, bezwaar)
    rij.uitkomst, rij.motivering_uitkomst, rij.grond_beeindiging = opdracht.uitkomst, opdracht.motivering, grond
    rij.status, rij.afgerond_op = Signaalstatus.AFGEROND, h.nu
    sluit_taken(h, rij.id)
    if grond is not None:
        zet_taken(h, klant, rij, (Taaksoort.BEEINDIGING,))
    leg_vast(h, Soort.SIGNAAL_AFGEROND, rij, klant, {})
    return rij


def trek_in(h: Handeling, opdracht: SignaalintrekkingOpdracht, signaal_id: UUID) -> Signaal:
    """Take back a signal of the wrong dossier: who reported it, or the inkomensconsulent.

    Raises NietBevoegd for another, Conflict when there is an outcome already.
    """
    rij, klant = vind(h, signaal_id)
    if not h.actor.heeft(Rol.INKOMENSCONSULENT) and rij.gemeld_door != h.actor.medewerker_id:
        raise NietBevoegd("Dit doet wie het signaal gaf, of de inkomensconsulent.")
    if rij.status in _OVER or rij.uitkomst is not None:
        raise Conflict(f"Dit signaal is {rij.status.value}.", "signaal_gesloten")
    neem_terug(h, klant, rij, opdracht.reden)
    return rij


def neem_terug(h: Handeling, klant: Klant, rij: Signaal, reden: str) -> None:
    """Take back a signal that should not have been given."""
    rij.status, rij.reden_intrekking, rij.afgerond_op = Signaalstatus.INGETROKKEN, reden, h.nu
    sluit_taken(h, rij.id, status=Taakstatus.VERVALLEN)
    leg_vast(h, Soort.SIGNAAL_INGETROKKEN, rij, klant, {})


def vind(h: Handeling, signaal_id: UUID) -> tuple[Signaal, Klant]:
    """Find a signal that the actor may see, under the lock of its dossier and on the version that was seen."""
    rij = db.signaal(h.sessie, h.actor, signaal_id)
    if rij is None:
        raise NietGevonden("Dit signaal is niet gevonden.")
    klant = h.klant(rij.klant_id)
    h.sessie.refresh(rij)
    h.controleer_versie(rij)
    return rij, klant
