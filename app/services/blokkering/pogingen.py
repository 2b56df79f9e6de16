"""Attempts to reach the klant on the contact ladder: recording, withdrawing, and what they add up to."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.blokkering import situatie as db
from app.db.blokkering.situatie import Blokkeersituatie, Ladderpoging
from app.db.machtiging import machtiging as contacten
from app.domain.blokkering.beleid import BlokkeringBeleid
from app.domain.blokkering.ladder import LadderFeiten, toets_volgorde
from app.domain.blokkering.soorten import Ladderstap, Pogingresultaat, Situatiesoort
from app.domain.kern.datum import datum_voluit
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.toets import niet_voldaan
from app.services.blokkering.opdrachten import LadderpogingOpdracht, PogingintrekkingOpdracht
from app.services.blokkering.situaties import beleid_van, vind_open
from app.services.handeling import Handeling
from app.services.machtiging.contacten import DerdencontactOpdracht, log_contact, trek_in
from app.services.taak import sluit_taken_van_klant
from app.services.vastleggen import leg_vast

_VIA_DERDEN = frozenset({Ladderstap.NETWERK, Ladderstap.HULPVERLENERS})
_WAAROM = "Het contact met de klant herstellen."
_GEDAAN = {
    Ladderstap.TELEFONISCH_KLANT: ("no_show_bellen",),
    Ladderstap.NETWERK: ("no_show_netwerk_informeren",),
    Ladderstap.HULPVERLENERS: ("no_show_netwerk_informeren",),
    Ladderstap.HUISBEZOEK_BRIEFJE: ("no_show_huisbezoek",),
    Ladderstap.AANGEKONDIGD_HUISBEZOEK: ("no_show_huisbezoek",),
}
"""The taken of a no-show that an attempt does."""


def leg_poging_vast(h: Handeling, opdracht: LadderpogingOpdracht, situatie_id: UUID) -> Blokkeersituatie:
    """Record an attempt; calling the klant comes before the other rungs (DEV-BLK-502).

    Raises Geweigerd when the klant was not called first.
    """
    situatie, klant = vind_open(h, situatie_id)
    datum = opdracht.datum or h.vandaag
    if not situatie.datum <= datum <= h.vandaag:
        raise OngeldigeInvoer({"datum": f"Kies een dag van {datum_voluit(situatie.datum)} tot en met vandaag."})
    if opdracht.derde is None and opdracht.stap in _VIA_DERDEN:
        raise OngeldigeInvoer({"derde": "Zeg met wie contact is gezocht: elk contact met een derde wordt vastgelegd."})
    beleid = beleid_van(h, klant, situatie.datum)
    eerder = tuple(rij.stap for rij in tellende(db.pogingen(h.sessie, [situatie.id])) if rij.datum <= datum)
    if open_ := niet_voldaan([toets_volgorde(opdracht.stap, eerder, beleid)]):
        raise Geweigerd("Bel eerst de klant zelf, en leg dat vast.", open_)
    poging = Ladderpoging(
        id=uuid7(),
        organisatie=klant.organisatie,
        klant_id=klant.id,
        blokkeersituatie_id=situatie.id,
        **opdracht.model_dump(exclude={"datum"}),
        datum=datum,
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
    )
    h.sessie.add(poging)
    inhoud = {"pogingId": poging.id, "datum": datum, "resultaat": poging.resultaat}
    leg_vast(h, Soort.LADDERPOGING_VASTGELEGD, situatie, klant, inhoud)
    if poging.derde is not None:
        contact = DerdencontactOpdracht(derde=poging.derde, datum=datum, wat=poging.toelichting, waarom=_WAAROM)
        log_contact(h, klant, contact, poging.id)
    sluit_taken_van_klant(h, klant, *_GEDAAN[poging.stap])
    return situatie


def trek_poging_in(h: Handeling, opdracht: PogingintrekkingOpdracht, poging_id: UUID) -> Blokkeersituatie:
    """Withdraw an attempt that was recorded wrongly; it stays to be read, but does not count (DEV-BLK-502)."""
    poging = db.poging(h.sessie, h.actor, poging_id)
    if poging is None:
        raise NietGevonden("Deze ladderpoging is niet gevonden.")
    situatie, klant = vind_open(h, poging.blokkeersituatie_id)
    h.sessie.refresh(poging)
    if poging.ingetrokken_op is not None:
        raise Conflict("Deze ladderpoging is al ingetrokken.", "al_ingetrokken")
    poging.ingetrokken_op, poging.reden_intrekking = h.nu, opdracht.reden
    leg_vast(h, Soort.LADDERPOGING_INGETROKKEN, situatie, klant, {"pogingId": poging.id})
    contact = contacten.contact_over(h.sessie, poging.id)
    if contact is not None and contact.ingetrokken_op is None:
        trek_in(h, klant, contact, opdracht.reden)
    return situatie


def tellende(pogingen: Sequence[Ladderpoging]) -> list[Ladderpoging]:
    """Leave out what was withdrawn."""
    return [poging for poging in pogingen if poging.ingetrokken_op is None]


def ladder_van(situatie: Blokkeersituatie, pogingen: Sequence[Ladderpoging], beleid: BlokkeringBeleid) -> LadderFeiten:
    """Return what the attempts add up to; on one day the call counts as the first.

    With the klant reached there is contact again, unless it is about stukken that still are not in (DEV-BLK-504).
    """
    eerste = beleid.contactladder.waarde[0]
    rijen = sorted(tellende(pogingen), key=lambda rij: (rij.datum, rij.stap is not eerste, rij.id))
    contact = any(rij.resultaat is Pogingresultaat.CONTACT for rij in rijen)
    return LadderFeiten(
        pogingen=tuple(rij.stap for rij in rijen),
        reden_geen_verdere_stap=situatie.reden_geen_verdere_stap,
        contact_hersteld=contact and situatie.soort is not Situatiesoort.STUKKEN,
    )
