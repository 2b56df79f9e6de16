"""Referring a klant to the participatiemakelaar, taking that back, and changing makelaar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db import organisatie as organisaties
from app.db.klant import Klant
from app.db.makelaar import verwijzing as db
from app.db.makelaar.verwijzing import LOPEND, Makelaarregel, Makelaarverwijzing
from app.db.taak import Taakstatus
from app.domain.beleid.model import Versie
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.inzet.organisatie import Organisatiesoort
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Toets, niet_voldaan
from app.domain.makelaar.beleid import MakelaarBeleid
from app.domain.makelaar.feiten import VerwijsFeiten
from app.domain.makelaar.soort import Makelaarregelsoort, Makelaarstand, inzet_van
from app.domain.makelaar.taken import Makelaartaak, eindetaak, herinner_vanaf, makelaartaak
from app.domain.makelaar.toetsen import eerste_einde, toets_verwijzing
from app.services.handeling import Handeling
from app.services.makelaar.opdrachten import (
    MakelaarintrekkingOpdracht,
    MakelaarverwijzingOpdracht,
    MakelaarwisselOpdracht,
)
from app.services.taak import Bestemming, maak_taak, sluit_taken
from app.services.vastleggen import leg_vast


@dataclass(frozen=True)
class Makelaarbeeld:
    """A referral with its begeleidingsdocument; the inkomensconsulent stays the contact person (DEV-PMK-503)."""

    verwijzing: Makelaarverwijzing
    regels: list[Makelaarregel]
    beleid: MakelaarBeleid
    contactpersoon_id: UUID | None


def verwijs(h: Handeling, opdracht: MakelaarverwijzingOpdracht, klant_id: UUID) -> Makelaarbeeld:
    """Refer a klant (DEV-PMK-501, DEV-PMK-902). Raises Geweigerd with everything that is missing."""
    klant = h.klant(klant_id)
    start = opdracht.start or h.vandaag
    makelaar_id = _makelaar(h, opdracht.makelaar_id)
    if not klant.geboortedatum <= start <= h.vandaag:
        raise OngeldigeInvoer({"start": "Geef een dag die niet in de toekomst ligt."})
    versie = beleid_van(h, klant)
    toetsen = toets_verwijzing(_feiten(h, klant, opdracht), versie.beleid)
    if bezwaar := niet_voldaan(toetsen):
        raise Geweigerd("Deze verwijzing naar de participatiemakelaar kan nog niet.", bezwaar)
    assert klant.klantgroep is not None
    rij = Makelaarverwijzing(
        **_vast(h, klant, versie, toetsen),
        **opdracht.model_dump(include={"doel", "grond", "overdracht"}),
        klantgroep=klant.klantgroep,
        inzet=inzet_van(opdracht.doel),
        makelaar_id=makelaar_id,
        start=start,
        tot=eerste_einde(start, versie.beleid),
    )
    h.sessie.add(rij)
    klant.makelaar_id = makelaar_id
    inhoud: dict[str, Any] = {"doel": rij.doel, "inzet": rij.inzet, "makelaarId": makelaar_id, "tot": rij.tot}
    leg_vast(h, Organisatiesoort.MAKELAAR_INGEZET, rij, klant, inhoud)
    zet_makelaartaak(h, klant, rij, Makelaartaak.CONTACT)
    herinner(h, klant, rij)
    return beeld_van(h, klant, rij)


def _feiten(h: Handeling, klant: Klant, opdracht: MakelaarverwijzingOpdracht) -> VerwijsFeiten:
    return VerwijsFeiten(
        klantgroep=klant.klantgroep,
        **opdracht.model_dump(include={"doel", "gemotiveerd", "eigen_kracht_onvoldoende", "grond"}),
        inkomensconsulent_bekend=klant.inkomensconsulent_id is not None,
        loopt_al=db.lopende(h.sessie, klant.id) is not None,
    )


def _vast(h: Handeling, klant: Klant, versie: Versie[Any], toetsen: tuple[Toets, ...]) -> dict[str, Any]:
    return {
        "id": uuid7(),
        "organisatie": h.actor.organisatie,
        "klant_id": klant.id,
        "verwijzer_id": h.actor.medewerker_id,
        "verwezen_op": h.vandaag,
        "stand": Makelaarstand.LOPEND,
        "toetsen": [toets.model_dump(mode="json") for toets in toetsen],
        "beleid_id": versie.id,
        "vastgelegd_op": h.nu,
        "versie": 0,
    }


def wissel_makelaar(h: Handeling, opdracht: MakelaarwisselOpdracht, verwijzing_id: UUID) -> Makelaarbeeld:
    """Let another makelaar go on; the open taken move along (DEV-PMK-505)."""
    rij, klant = vind(h, verwijzing_id, *LOPEND)
    nieuw = _makelaar(h, opdracht.makelaar_id)
    if nieuw == rij.makelaar_id:
        raise Conflict("De verwijzing staat al op naam van deze makelaar.", "al_toegewezen")
    rij.makelaar_id = klant.makelaar_id = nieuw
    schrijf_regel(h, rij, Makelaarregelsoort.OVERDRACHT_MAKELAAR, opdracht.reden)
    sluit_taken(h, rij.id, Makelaartaak.CONTACT, Makelaartaak.EINDE, status=Taakstatus.VERVALLEN)
    leg_vast(h, Organisatiesoort.MAKELAAR_OVERGEDRAGEN, rij, klant, {"makelaarId": nieuw})
    if rij.stand is Makelaarstand.LOPEND:
        herinner(h, klant, rij)
        if rij.eerste_contact_op is None:
            zet_makelaartaak(h, klant, rij, Makelaartaak.CONTACT)
    return beeld_van(h, klant, rij)


def trek_in(h: Handeling, opdracht: MakelaarintrekkingOpdracht, verwijzing_id: UUID) -> Makelaarbeeld:
    """Take back a wrong referral; its taken lapse and the makelaar sees the dossier no more."""
    rij, klant = vind(h, verwijzing_id, *LOPEND)
    rij.stand, rij.reden, klant.makelaar_id = Makelaarstand.INGETROKKEN, opdracht.reden, None
    sluit_taken(h, rij.id, status=Taakstatus.VERVALLEN)
    leg_vast(h, Organisatiesoort.MAKELAAR_INGETROKKEN, rij, klant, {})
    return beeld_van(h, klant, rij)


def _makelaar(h: Handeling, gevraagd: UUID | None) -> UUID:
    """Return the makelaar who is asked for, or who has the fewest referrals. Raises OngeldigeInvoer for another."""
    if gevraagd is None:
        if (gekozen := db.minst_druk(h.sessie, h.actor.organisatie)) is None:
            raise OngeldigeInvoer({"makelaarId": "Er is geen participatiemakelaar in dienst."})
        return gekozen
    wie = organisaties.medewerker(h.sessie, h.actor.organisatie, gevraagd)
    if wie is None or not wie.actief or Rol.PARTICIPATIEMAKELAAR not in wie.rollen:
        raise OngeldigeInvoer({"makelaarId": "Kies een participatiemakelaar die in dienst is."})
    return gevraagd


def beleid_van(h: Handeling, klant: Klant) -> Versie[MakelaarBeleid]:
    """Return the policy of today."""
    return h.beleid.geldend(MakelaarBeleid, klant.gemeente, h.vandaag)


def vind(h: Handeling, verwijzing_id: UUID, *standen: Makelaarstand) -> tuple[Makelaarverwijzing, Klant]:
    """Find a referral in one of these states, under the lock of its dossier and on the version that was seen."""
    rij = db.verwijzing(h.sessie, h.actor, verwijzing_id)
    if rij is None:
        raise NietGevonden("Deze verwijzing is niet gevonden.")
    klant = h.klant(rij.klant_id)
    h.sessie.refresh(rij)
    h.controleer_versie(rij)
    if rij.stand not in standen:
        raise Conflict(f"Deze verwijzing is {rij.stand.value}.", "verkeerde_stand")
    return rij, klant


def zet_makelaartaak(h: Handeling, klant: Klant, rij: Makelaarverwijzing, soort: Makelaartaak) -> None:
    """Put a taak about the referral on the desk of the makelaar or the inkomensconsulent."""
    maak_taak(h, makelaartaak(soort, h.vandaag, beleid_van(h, klant).beleid), Bestemming(rij.id, klant))


def herinner(h: Handeling, klant: Klant, rij: Makelaarverwijzing) -> None:
    """Remind the makelaar before the end; an earlier reminder lapses (DEV-PMK-504)."""
    sluit_taken(h, rij.id, Makelaartaak.EINDE, status=Taakstatus.VERVALLEN)
    beleid = beleid_van(h, klant).beleid
    vanaf = max(herinner_vanaf(rij.tot, beleid), h.vandaag)
    maak_taak(h, eindetaak(rij.tot, beleid), Bestemming(rij.id, klant), vanaf=vanaf)


def schrijf_regel(h: Handeling, rij: Makelaarverwijzing, soort: Makelaarregelsoort, tekst: str, **anders: Any) -> None:
    """Add a line to the begeleidingsdocument."""
    vast = {"datum": h.vandaag, "tot": None, "na_maximum": False, "vervangt": None}
    h.sessie.add(
        Makelaarregel(
            id=uuid7(),
            organisatie=rij.organisatie,
            klant_id=rij.klant_id,
            verwijzing_id=rij.id,
            soort=soort,
            tekst=tekst,
            vastgelegd_op=h.nu,
            vastgelegd_door=h.actor.medewerker_id,
            **(vast | anders),
        )
    )


def beeld_van(h: Handeling, klant: Klant, rij: Makelaarverwijzing) -> Makelaarbeeld:
    """Show a referral."""
    h.sessie.flush()
    return Makelaarbeeld(rij, db.regels(h.sessie, [rij.id]), beleid_van(h, klant).beleid, klant.inkomensconsulent_id)
