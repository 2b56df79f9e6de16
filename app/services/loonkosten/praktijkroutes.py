"""Praktijkroute: recording what was found at a workplace, the entry in the register, and what the employer is told."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.klant import Klant
from app.db.loonkosten import praktijkroute as db
from app.db.loonkosten.praktijkroute import Praktijkroute
from app.db.taak import Taakstatus
from app.domain.doelgroep.categorie import Doelgroepregister
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.kern.toets import niet_voldaan
from app.domain.loonkosten.praktijkroute import (
    Praktijkuitkomst,
    Werkgeverinformatie,
    praktijkuitkomst,
    toetsen_praktijkroute,
    werkgeverinformatie,
)
from app.domain.loonkosten.procedure import LoonkostenBeleid
from app.services.doelgroep.registreren import registreer
from app.services.handeling import Handeling
from app.services.loonkosten.opdrachten import (
    PraktijkrouteInschrijvingOpdracht,
    PraktijkrouteIntrekkingOpdracht,
    PraktijkrouteOpdracht,
)
from app.services.loonkosten.taken import Taaksoort, vraag
from app.services.taak import sluit_taken
from app.services.vastleggen import leg_vast

BRON = "Praktijkroute"


@dataclass(frozen=True)
class Praktijkroutebeeld:
    """A Praktijkroute with what the employer is told once the klant is in the register."""

    rij: Praktijkroute
    informatie: tuple[Werkgeverinformatie, ...]


def leg_praktijkroute_vast(h: Handeling, opdracht: PraktijkrouteOpdracht, klant_id: UUID) -> Praktijkroutebeeld:
    """Record a loonwaarde found at a workplace; below 100 the klant is to be entered in the register (DEV-LKS-001).

    Raises Geweigerd for a method that is not validated, or a day before the Praktijkroute existed.
    """
    klant = h.klant(klant_id)
    datum = opdracht.datum or h.vandaag
    if not klant.geboortedatum <= datum <= h.vandaag:
        raise OngeldigeInvoer({"datum": "Geef een dag die niet in de toekomst ligt."})
    if bezwaar := niet_voldaan(toetsen_praktijkroute(datum, opdracht.methode, _beleid(h, klant))):
        raise Geweigerd("Zo kan de Praktijkroute niet worden vastgelegd.", bezwaar)
    rij = Praktijkroute(
        id=uuid7(),
        organisatie=klant.organisatie,
        klant_id=klant.id,
        datum=datum,
        **opdracht.model_dump(exclude={"datum"}),
        uitkomst=praktijkuitkomst(opdracht.loonwaarde),
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(rij)
    leg_vast(h, Inzetsoort.PRAKTIJKROUTE_VASTGELEGD, rij, klant, {"praktijkrouteId": rij.id})
    if rij.uitkomst is Praktijkuitkomst.IN_TE_SCHRIJVEN:
        vraag(h, klant, rij.id, Taaksoort.INSCHRIJVEN)
    return _beeld(h, rij, klant)


def schrijf_in(h: Handeling, opdracht: PraktijkrouteInschrijvingOpdracht, praktijkroute_id: UUID) -> Praktijkroutebeeld:
    """Record the entry in the register, and have the employer told what follows from it (DEV-LKS-002)."""
    rij, klant = _vind(h, praktijkroute_id)
    h.controleer_versie(rij)
    if rij.reden_intrekking is not None or rij.ingeschreven_op is not None:
        raise Conflict("Deze Praktijkroute is al afgerond.", "praktijkroute_afgerond")
    if rij.uitkomst is not Praktijkuitkomst.IN_TE_SCHRIJVEN:
        raise Conflict("Bij een loonwaarde van 100 % volgt geen inschrijving.", "niet_in_te_schrijven")
    dag = opdracht.ingeschreven_op or h.vandaag
    if not rij.datum <= dag <= h.vandaag:
        raise OngeldigeInvoer({"ingeschrevenOp": "Geef een dag vanaf de vaststelling tot en met vandaag."})
    registreer(h, klant, Doelgroepregister(soort="doelgroepregister", datum=dag, staat_erin=True, bron=BRON))
    rij.ingeschreven_op = dag
    sluit_taken(h, rij.id, Taaksoort.INSCHRIJVEN)
    vraag(h, klant, rij.id, Taaksoort.WERKGEVER_INFORMEREN)
    leg_vast(h, Inzetsoort.PRAKTIJKROUTE_INGESCHREVEN, rij, klant, {"praktijkrouteId": rij.id})
    return _beeld(h, rij, klant)


def trek_praktijkroute_in(
    h: Handeling, opdracht: PraktijkrouteIntrekkingOpdracht, praktijkroute_id: UUID
) -> Praktijkroutebeeld:
    """Take back what was recorded by mistake; an entry in the register is corrected there first."""
    rij, klant = _vind(h, praktijkroute_id)
    h.controleer_versie(rij)
    if rij.reden_intrekking is not None or rij.ingeschreven_op is not None:
        raise Conflict("Deze Praktijkroute is al afgerond.", "praktijkroute_afgerond")
    rij.reden_intrekking = opdracht.reden
    sluit_taken(h, rij.id, status=Taakstatus.VERVALLEN)
    leg_vast(h, Inzetsoort.PRAKTIJKROUTE_INGETROKKEN, rij, klant, {"praktijkrouteId": rij.id})
    return _beeld(h, rij, klant)


def bekijk_praktijkroutes(h: Handeling, klant_id: UUID) -> list[Praktijkroutebeeld]:
    """Show those of a klant, oldest first."""
    klant = h.klant(klant_id, vergrendel=False)
    return [_beeld(h, rij, klant) for rij in db.praktijkroutes(h.sessie, klant.id)]


def _vind(h: Handeling, praktijkroute_id: UUID) -> tuple[Praktijkroute, Klant]:
    rij = db.praktijkroute(h.sessie, h.actor, praktijkroute_id)
    if rij is None:
        raise NietGevonden("Deze Praktijkroute is niet gevonden.")
    klant = h.klant(rij.klant_id)
    h.sessie.refresh(rij)
    return rij, klant


def _beeld(h: Handeling, rij: Praktijkroute, klant: Klant) -> Praktijkroutebeeld:
    if rij.ingeschreven_op is None:
        return Praktijkroutebeeld(rij, ())
    return Praktijkroutebeeld(rij, werkgeverinformatie(rij.ingeschreven_op, _beleid(h, klant).werkgeversrechten.waarde))


def _beleid(h: Handeling, klant: Klant) -> LoonkostenBeleid:
    return h.beleid.geldend(LoonkostenBeleid, klant.gemeente, h.vandaag).beleid
