"""Marking a niet-willer, ending the mark and taking it back (DEV-MTR-001, DEV-MTR-508)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.klant import Klant
from app.db.signaal import niet_willer as db
from app.db.signaal.niet_willer import NietWillerMarkering
from app.db.taak import Taakstatus
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.toets import niet_voldaan
from app.domain.signaal.taken import Taaksoort, taak
from app.domain.signaal.toetsen import toets_markering
from app.services.handeling import Handeling
from app.services.signaal.opdrachten import (
    NietWillereindeOpdracht,
    NietWillerintrekkingOpdracht,
    NietWillerOpdracht,
)
from app.services.signaal.rechtmatigheid import beleid_van, werk_signaal_bij
from app.services.taak import Bestemming, maak_taak, sluit_taken
from app.services.vastleggen import leg_vast


def markeer(h: Handeling, opdracht: NietWillerOpdracht, klant_id: UUID) -> NietWillerMarkering:
    """Mark a klant; a Cambio traject is offered and the turn to rechtmatigheid may come earlier.

    Raises Geweigerd in another klantgroep, Conflict when the klant is marked already.
    """
    klant = h.klant(klant_id)
    datum = _dag(opdracht.datum, klant.geboortedatum, h.vandaag)
    if db.lopende(h.sessie, klant.id) is not None:
        raise Conflict("De klant is al gemarkeerd als niet-willer.", "al_gemarkeerd")
    beleid = beleid_van(h, klant)
    if bezwaar := niet_voldaan([toets_markering(klant.klantgroep, beleid)]):
        raise Geweigerd(bezwaar[0].toelichting, bezwaar)
    rij = NietWillerMarkering(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        datum=datum,
        reden=opdracht.reden,
        gemarkeerd_door=h.actor.medewerker_id,
        gemarkeerd_op=h.nu,
        ingetrokken=False,
        versie=0,
    )
    h.sessie.add(rij)
    leg_vast(h, Soort.NIET_WILLER_GEMARKEERD, rij, klant, {"datum": datum})
    maak_taak(h, taak(Taaksoort.CAMBIO, h.vandaag, beleid), Bestemming(rij.id, klant))
    werk_signaal_bij(h, klant)
    return rij


def beeindig(h: Handeling, opdracht: NietWillereindeOpdracht, markering_id: UUID) -> NietWillerMarkering:
    """End a mark with the reason. Raises Conflict when it ended before."""
    rij, klant = _lopend(h, markering_id)
    _sluit(h, klant, rij, _dag(opdracht.datum, rij.datum, h.vandaag), opdracht.reden)
    return rij


def trek_in(h: Handeling, opdracht: NietWillerintrekkingOpdracht, markering_id: UUID) -> NietWillerMarkering:
    """Take back a mark that should never have been there; it stays to be seen."""
    rij, klant = _lopend(h, markering_id)
    rij.ingetrokken = True
    _sluit(h, klant, rij, h.vandaag, opdracht.reden)
    return rij


def _dag(gegeven: date | None, vroegst: date, vandaag: date) -> date:
    dag = gegeven or vandaag
    if not vroegst <= dag <= vandaag:
        raise OngeldigeInvoer({"datum": "Geef een dag vanaf het begin, niet na vandaag."})
    return dag


def _lopend(h: Handeling, markering_id: UUID) -> tuple[NietWillerMarkering, Klant]:
    rij = db.markering(h.sessie, h.actor, markering_id)
    if rij is None:
        raise NietGevonden("Deze markering is niet gevonden.")
    klant = h.klant(rij.klant_id)
    h.sessie.refresh(rij)
    h.controleer_versie(rij)
    if rij.beeindigd_op is not None:
        raise Conflict("Deze markering is al beëindigd.", "al_beeindigd")
    return rij, klant


def _sluit(h: Handeling, klant: Klant, rij: NietWillerMarkering, dag: date, reden: str) -> None:
    rij.beeindigd_op, rij.reden_einde, rij.beeindigd_door = dag, reden, h.actor.medewerker_id
    sluit_taken(h, rij.id, status=Taakstatus.VERVALLEN)
    leg_vast(h, Soort.NIET_WILLER_BEEINDIGD, rij, klant, {"datum": dag})
    werk_signaal_bij(h, klant)
