"""Enrolment in a werk-leerroute, its correction, and its end."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db import organisatie as organisaties
from app.db.klant import Klant
from app.db.leerroute import deelname as db
from app.db.leerroute.deelname import Leerroutedeelname, Leerroutefase
from app.db.taak import Taakstatus, Termijnstatus
from app.db.toekenning.toekenning import Toekenning
from app.domain.kern.fouten import Conflict, Geweigerd, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.kern.toets import Toets, niet_voldaan
from app.domain.leerroute.soorten import Leerroutestand
from app.domain.leerroute.toetsen import (
    Faseplan,
    fasen,
    toets_bewijs,
    toets_fasen_afgerond,
    toets_route,
    toets_toegekend,
    werkplektaak,
)
from app.domain.toekenning.stand import LOPEND
from app.services.handeling import Handeling
from app.services.leerroute.beeld import Leerroutebeeld, beeld, beleid_van, niet_later, vind
from app.services.leerroute.fasen import bewaak_fase
from app.services.leerroute.opdrachten import (
    LeerrouteafrondingOpdracht,
    LeerroutecorrectieOpdracht,
    LeerrouteInschrijving,
    LeerroutestopOpdracht,
    WijzigLeerroutedeelnameOpdracht,
)
from app.services.taak import Bestemming, maak_taak, sluit_taken, sluit_termijnen
from app.services.toekenning.lezen import vind as vind_toekenning
from app.services.vastleggen import leg_vast


def schrijf_in(h: Handeling, opdracht: LeerrouteInschrijving, toekenning_id: UUID) -> Leerroutebeeld:
    """Enrol on a toekenning: two phases follow, phase 1 begins; the klant keeps the consulent (DEV-WLR-001, -905).

    Raises Geweigerd without a granted werk-leerroute or for a route that is not active (DEV-WLR-003).
    """
    toekenning, klant = vind_toekenning(h, toekenning_id, vergrendel=True)
    beleid = beleid_van(h, klant)
    toegekend = toets_toegekend(toekenning.code, toekenning.stand in LOPEND)
    _eis("Inschrijven kan nu niet.", toegekend, toets_route(opdracht.route, beleid))
    _controleer_accountmanager(h, opdracht.accountmanager_id)
    begin = _begin(h, opdracht.begin, toekenning)
    if any(rij.stand is Leerroutestand.LOPEND for rij in db.deelnames(h.sessie, klant.id)):
        raise Conflict("De klant volgt al een werk-leerroute.", "leerroute_loopt")
    rij = Leerroutedeelname(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        toekenning_id=toekenning.id,
        route=opdracht.route,
        begin=begin,
        stand=Leerroutestand.LOPEND,
        consulent_id=klant.consulent_id,
        accountmanager_id=opdracht.accountmanager_id,
        ingeschreven_op=h.nu,
        ingeschreven_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(rij)
    h.sessie.flush()
    een, twee = fasen(begin, beleid)
    eerste = _fase(rij, een, opdracht.uren)
    eerste.gestart_op, eerste.werkplek = begin, opdracht.werkplek
    eerste.werkcoach, eerste.werkleider = opdracht.werkcoach, opdracht.werkleider
    h.sessie.add_all([eerste, _fase(rij, twee, opdracht.uren)])
    bewaak_fase(h, klant, eerste)
    maak_taak(h, werkplektaak(twee, beleid), Bestemming(rij.id, klant, rij.accountmanager_id))
    inhoud = {"toekenningId": toekenning.id, "begin": begin, "route": rij.route}
    leg_vast(h, Inzetsoort.LEERROUTE_BEGONNEN, rij, klant, inhoud)
    return beeld(h, klant, rij)


def _begin(h: Handeling, begin: date | None, toekenning: Toekenning) -> date:
    gekozen = begin or max(h.vandaag, toekenning.van)
    if gekozen < toekenning.van or (toekenning.tot is not None and gekozen >= toekenning.tot):
        raise OngeldigeInvoer({"begin": "Geef een dag binnen de toekenning."})
    return gekozen


def _fase(rij: Leerroutedeelname, plan: Faseplan, uren: int) -> Leerroutefase:
    return Leerroutefase(
        id=uuid7(),
        organisatie=rij.organisatie,
        klant_id=rij.klant_id,
        deelname_id=rij.id,
        **plan.model_dump(),
        uren=uren,
        versie=1,
    )


def _controleer_accountmanager(h: Handeling, medewerker_id: UUID) -> None:
    if organisaties.medewerker(h.sessie, h.actor.organisatie, medewerker_id) is None:
        raise OngeldigeInvoer({"accountmanagerId": "Deze medewerker is niet bekend."})


def wijzig(h: Handeling, opdracht: WijzigLeerroutedeelnameOpdracht, deelname_id: UUID) -> Leerroutebeeld:
    """Correct the route or who is responsible for the external workplace."""
    rij, klant = vind(h, deelname_id)
    velden = opdracht.model_dump(exclude_unset=True)
    if "route" in velden:
        _eis("Deze route kan nu niet.", toets_route(opdracht.route or "", beleid_van(h, klant)))
        rij.route = opdracht.route or rij.route
    if opdracht.accountmanager_id is not None:
        _controleer_accountmanager(h, opdracht.accountmanager_id)
        rij.accountmanager_id = opdracht.accountmanager_id
    leg_vast(h, Inzetsoort.LEERROUTE_GEWIJZIGD, rij, klant, {"velden": sorted(velden)})
    return beeld(h, klant, rij)


def rond_af(h: Handeling, opdracht: LeerrouteafrondingOpdracht, deelname_id: UUID) -> Leerroutebeeld:
    """Complete a route with the document that was given, and when (DEV-WLR-002, DEV-WLR-906).

    Raises Geweigerd before both phases are completed, or for a praktijkverklaring while an assignment is not passed.
    """
    rij, klant = vind(h, deelname_id)
    niet_later(h, opdracht.datum, rij.begin)
    niet_later(h, opdracht.bewijs_op, rij.begin, "bewijsOp")
    gedaan = [(een.soort, een.resultaat) for een in db.opdrachten(h.sessie, rij.id)]
    afgerond = toets_fasen_afgerond([fase.afgerond_op for fase in db.fasen(h.sessie, rij.id)], opdracht.datum)
    _eis("Deze werk-leerroute kan nog niet worden afgerond.", afgerond, toets_bewijs(opdracht.bewijs, gedaan))
    rij.bewijs, rij.bewijs_op, rij.bewijs_kenmerk = opdracht.bewijs, opdracht.bewijs_op, opdracht.bewijs_kenmerk
    return _sluit(h, klant, rij, Leerroutestand.AFGEROND, opdracht.datum, None)


def stop(h: Handeling, opdracht: LeerroutestopOpdracht, deelname_id: UUID) -> Leerroutebeeld:
    """Stop before the end; the toekenning is ended by a besluit of its own."""
    rij, klant = vind(h, deelname_id)
    dag = niet_later(h, opdracht.datum, rij.begin)
    return _sluit(h, klant, rij, Leerroutestand.GESTOPT, dag, opdracht.reden)


def laat_vervallen(h: Handeling, opdracht: LeerroutecorrectieOpdracht, deelname_id: UUID) -> Leerroutebeeld:
    """Take back an enrolment that should never have been. Raises Conflict once phase 2 began."""
    rij, klant = vind(h, deelname_id)
    if db.fasen(h.sessie, rij.id)[-1].gestart_op is not None:
        raise Conflict("Fase 2 is begonnen; neem eerst die start terug.", "fase_2_begonnen")
    return _sluit(h, klant, rij, Leerroutestand.VERVALLEN, h.vandaag, opdracht.reden)


def _sluit(
    h: Handeling, klant: Klant, rij: Leerroutedeelname, stand: Leerroutestand, dag: date, reden: str | None
) -> Leerroutebeeld:
    rij.stand, rij.geeindigd_op, rij.reden_einde = stand, dag, reden
    sluit_taken(h, rij.id, status=Taakstatus.VERVALLEN)
    for fase in db.fasen(h.sessie, rij.id):
        sluit_taken(h, fase.id, status=Taakstatus.VERVALLEN)
        sluit_termijnen(h, fase.id, status=Termijnstatus.VERVALLEN)
    inhoud = {"stand": stand, "datum": dag, "bewijs": rij.bewijs}
    leg_vast(h, Inzetsoort.LEERROUTE_BEEINDIGD, rij, klant, inhoud)
    return beeld(h, klant, rij)


def heropen(h: Handeling, opdracht: LeerroutecorrectieOpdracht, deelname_id: UUID) -> Leerroutebeeld:
    """Take back an end that was recorded by mistake. Raises Conflict while it runs, or another route does."""
    rij, klant = vind(h, deelname_id, lopend=False)
    if rij.stand not in (Leerroutestand.AFGEROND, Leerroutestand.GESTOPT):
        raise Conflict(f"Deze werk-leerroute is {rij.stand.value}.", "leerroute_niet_te_heropenen")
    if any(ander.stand is Leerroutestand.LOPEND for ander in db.deelnames(h.sessie, klant.id)):
        raise Conflict("De klant volgt al een andere werk-leerroute.", "leerroute_loopt")
    rij.stand, rij.geeindigd_op = Leerroutestand.LOPEND, None
    rij.bewijs = rij.bewijs_op = rij.bewijs_kenmerk = None
    rij.reden_einde = opdracht.reden
    for fase in db.fasen(h.sessie, rij.id):
        if fase.gestart_op is not None and fase.afgerond_op is None:
            bewaak_fase(h, klant, fase)
    leg_vast(h, Inzetsoort.LEERROUTE_GEWIJZIGD, rij, klant, {"velden": ["heropend"]})
    return beeld(h, klant, rij)


def _eis(melding: str, *toetsen: Toets) -> None:
    if geweigerd := niet_voldaan(toetsen):
        raise Geweigerd(melding, geweigerd)
