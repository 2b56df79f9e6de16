"""Assignments with their result, and the progress in the five components (DEV-WLR-002, DEV-WLR-904)."""

from __future__ import annotations

from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.leerroute import deelname as db
from app.db.leerroute.deelname import Leerrouteopdracht, Leerroutevoortgang
from app.domain.kern.fouten import NietGevonden
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.kern.tijd import dag
from app.domain.leerroute.soorten import Leerresultaat
from app.services.handeling import Handeling
from app.services.leerroute.beeld import Leerroutebeeld, beeld, moet_lopen, niet_later, vind
from app.services.leerroute.opdrachten import LeerresultaatOpdracht, LeerrouteopdrachtOpdracht, LeervoortgangOpdracht
from app.services.vastleggen import leg_vast


def geef_opdracht(h: Handeling, opdracht: LeerrouteopdrachtOpdracht, deelname_id: UUID) -> Leerroutebeeld:
    """Give an assignment."""
    rij, klant = vind(h, deelname_id)
    een = Leerrouteopdracht(
        id=uuid7(),
        organisatie=rij.organisatie,
        klant_id=klant.id,
        deelname_id=rij.id,
        **opdracht.model_dump(),
        resultaat=Leerresultaat.OPEN,
        gegeven_op=h.nu,
        gegeven_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(een)
    inhoud = {"leerrouteId": rij.id, "soort": een.soort, "resultaat": een.resultaat}
    leg_vast(h, Inzetsoort.LEERROUTEOPDRACHT_GEZET, een, klant, inhoud)
    return beeld(h, klant, rij)


def beoordeel(h: Handeling, opdracht: LeerresultaatOpdracht, opdracht_id: UUID) -> Leerroutebeeld:
    """Record or correct the result of an assignment; one given by mistake lapses."""
    een = db.opdracht(h.sessie, h.actor, opdracht_id)
    if een is None:
        raise NietGevonden("Deze opdracht is niet gevonden.")
    klant = h.klant(een.klant_id)
    h.sessie.refresh(een)
    h.controleer_versie(een)
    rij = db.deelname(h.sessie, h.actor, een.deelname_id)
    assert rij is not None
    moet_lopen(rij)
    beoordeeld = niet_later(h, opdracht.datum, dag(een.gegeven_op))
    een.resultaat, een.toelichting = opdracht.resultaat, opdracht.toelichting
    een.beoordeeld_op = None if opdracht.resultaat is Leerresultaat.OPEN else beoordeeld
    inhoud = {"leerrouteId": rij.id, "soort": een.soort, "resultaat": een.resultaat}
    leg_vast(h, Inzetsoort.LEERROUTEOPDRACHT_GEZET, een, klant, inhoud)
    return beeld(h, klant, rij)


def leg_voortgang_vast(h: Handeling, opdracht: LeervoortgangOpdracht, deelname_id: UUID) -> Leerroutebeeld:
    """Record the progress in one component; what was recorded before stays."""
    rij, klant = vind(h, deelname_id)
    een = Leerroutevoortgang(
        id=uuid7(),
        organisatie=rij.organisatie,
        klant_id=klant.id,
        deelname_id=rij.id,
        onderdeel=opdracht.onderdeel,
        datum=niet_later(h, opdracht.datum, rij.begin),
        voortgang=opdracht.voortgang,
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
    )
    h.sessie.add(een)
    leg_vast(h, Inzetsoort.LEERROUTE_GEWIJZIGD, rij, klant, {"velden": ["voortgang"], "onderdeel": een.onderdeel})
    return beeld(h, klant, rij)
