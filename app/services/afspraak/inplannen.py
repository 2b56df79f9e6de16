"""Appointments in the agenda: what is booked for one, and moving it to another moment, employee or place."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from app.db import afspraak as db
from app.db.afspraak import Afspraak
from app.db.agenda import punt as agenda
from app.db.agenda.punt import Agendapunt
from app.db.klant import Klant
from app.domain.afspraak.beleid import AfspraakBeleid
from app.domain.afspraak.feiten import AfspraakSoort
from app.domain.agenda.soorten import AgendaSoort, Dariuzhulp, Deelnemerrol
from app.domain.agenda.toetsen import toets_kanaal
from app.domain.kern.fouten import Conflict, Geweigerd, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.tijd import dag
from app.domain.kern.toets import Toets, niet_voldaan
from app.services.afspraak.bereiken import vraag_dariuzcontrole
from app.services.afspraak.kennismaking import gegevens_kennismaking
from app.services.afspraak.kick_off import kick_off_is_opgeschort
from app.services.afspraak.opdrachten import AfspraakOpdracht, VerzetOpdracht
from app.services.afspraak.verzenden import controleer_verzending, toetsen_uitnodiging, vind_afspraak, zet_verzending
from app.services.agenda.boeken import Boeking, boek, deelnemers_van, groep_van, verzet
from app.services.agenda.regels import agendabeleid
from app.services.agenda.voorbereiden import (
    Gesprek,
    actieve_medewerker,
    maak_boeking,
    plekfouten,
    toetsen_gesprek,
)
from app.services.handeling import Handeling
from app.services.vastleggen import leg_vast


def boeking_van(h: Handeling, klant: Klant, afspraak: Afspraak, opdracht: AfspraakOpdracht | VerzetOpdracht) -> Boeking:
    """Return what an appointment takes in the agenda."""
    gesprek = Gesprek(
        soort=AgendaSoort(afspraak.soort.value),
        onderwerp_id=afspraak.id,
        klanten=(klant,),
        begin=afspraak.begint,
        medewerkers=(afspraak.medewerker_id,) if afspraak.medewerker_id else (),
        minuten=opdracht.duur_minuten,
        locatie=opdracht.locatie,
    )
    boeking = maak_boeking(h, gesprek, opdracht)
    if isinstance(opdracht, VerzetOpdracht):
        return boeking
    gegevens = boeking.gegevens | gegevens_kennismaking(opdracht)
    return met_hulpvorm(replace(boeking, gegevens=gegevens), opdracht.hulpvorm)


def met_hulpvorm(boeking: Boeking, vorm: Dariuzhulp | None) -> Boeking:
    """Add the kind of help with Dariuz; in a group or the computer room klanten share the time (DEV-DIA-007)."""
    if vorm is None:
        return boeking
    gegevens = boeking.gegevens | {"hulpvorm": vorm.value}
    return replace(boeking, gegevens=gegevens, groep=groep_van(gegevens))


def verzet_afspraak(h: Handeling, opdracht: VerzetOpdracht, afspraak_id: UUID) -> tuple[Afspraak, Klant]:
    """Move an appointment that still has to take place; it keeps its place in the chain, and is invited for again.

    Raises Conflict for a kick-off or when the outcome is known, Geweigerd when the new moment cannot be.
    """
    afspraak, klant = vind_afspraak(h, afspraak_id)
    h.controleer_versie(afspraak)
    _controleer(h, opdracht, afspraak, klant)
    punt = agenda.punt_van(h.sessie, afspraak.id)
    eerder = afspraak.begint
    afspraak.begint = opdracht.begint
    afspraak.varianten = h.varianten(klant.gemeente, dag(opdracht.begint))
    afspraak.medewerker_id = opdracht.medewerker_id or afspraak.medewerker_id
    zet_verzending(h, afspraak, opdracht)
    boeking = _blijft(boeking_van(h, klant, afspraak, opdracht), punt, opdracht)
    keten = [deel for deel in db.keten(h.sessie, afspraak.keten_id) if deel.nummer < afspraak.nummer]
    afspraak.reden_kanaal = opdracht.reden_kanaal or afspraak.reden_kanaal
    toetsen, signalen = toetsen_gesprek(h, boeking, punt.id if punt else None)
    toetsen = [*toetsen, toets_kanaalkeuze(h, klant, afspraak, boeking)]
    geweigerd = niet_voldaan((*toetsen_uitnodiging(h, klant, afspraak, keten), *toetsen))
    if geweigerd:
        raise Geweigerd("Deze afspraak kan zo niet worden verzet.", geweigerd)
    afspraak.locatie = boeking.locatie
    if punt is None:
        boek(h, boeking, (*toetsen, *signalen))
    else:
        verzet(h, punt, boeking, (*toetsen, *signalen))
    vraag_dariuzcontrole(h, klant, afspraak)
    inhoud = {"soort": afspraak.soort, "begint": afspraak.begint, "eerder": eerder, "kanaal": boeking.kanaal}
    leg_vast(h, Soort.AFSPRAAK_VERZET, afspraak, klant, inhoud)
    return afspraak, klant


def toets_kanaalkeuze(h: Handeling, klant: Klant, afspraak: Afspraak, boeking: Boeking) -> Toets:
    """Test the channel against what is kept to a minimum on that day (DEV-DIG-503, DEV-DIG-506)."""
    beleid = agendabeleid(h, klant.gemeente, dag(afspraak.begint))
    return toets_kanaal(boeking.regel.soort, boeking.kanaal, afspraak.reden_kanaal, beleid)


def extra_onderdelen(h: Handeling, klant: Klant, soort: AfspraakSoort) -> list[str]:
    """Return what a kennismaking takes over from a kick-off that is suspended for this klantgroep (DEV-DIG-501)."""
    if soort is not AfspraakSoort.KENNISMAKINGSGESPREK or klant.klantgroep is None:
        return []
    if not kick_off_is_opgeschort(h, klant.gemeente, klant.klantgroep):
        return []
    return list(h.beleid.geldend(AfspraakBeleid, klant.gemeente, h.vandaag).beleid.kennismaking_onderdelen.waarde)


def _controleer(h: Handeling, opdracht: VerzetOpdracht, afspraak: Afspraak, klant: Klant) -> None:
    if afspraak.soort is AfspraakSoort.KICK_OFF:
        raise Conflict("Nodig de klant uit voor een andere bijeenkomst.", "gebruik_presentielijst")
    if afspraak.uitkomst is not None:
        raise Conflict("Van deze afspraak is de uitkomst al vastgelegd.", "uitkomst_vastgelegd")
    fouten = controleer_verzending(h, opdracht, klant) | plekfouten(h, opdracht)
    if opdracht.begint <= h.nu:
        fouten["begint"] = "Plan een afspraak in de toekomst."
    if opdracht.medewerker_id is not None and not actieve_medewerker(h, opdracht.medewerker_id):
        fouten["medewerkerId"] = "Deze medewerker is niet bekend."
    if fouten:
        raise OngeldigeInvoer(fouten)


def _blijft(boeking: Boeking, punt: Agendapunt | None, opdracht: VerzetOpdracht) -> Boeking:
    """Keep what the planner did not name: length, channel with its place, people and what was asked of the klant."""
    if punt is None:
        return boeking
    genoemd = opdracht.model_fields_set
    if "duur_minuten" not in genoemd:
        boeking = replace(boeking, minuten=round((punt.einde - punt.begin).total_seconds() / 60))
    if not genoemd & {"kanaal", "ruimte_id", "locatie"}:
        boeking = replace(boeking, kanaal=punt.kanaal, locatie=punt.locatie, ruimte_id=punt.ruimte_id)
    if "deelnemers" not in genoemd:
        boeking = replace(boeking, deelnemers=deelnemers_van(punt))
    if "meebrengen" not in genoemd:
        boeking = replace(boeking, meebrengen=tuple(Deelnemerrol(rol) for rol in punt.meebrengen))
    oud = dict(punt.gegevens)
    if genoemd & {"kanaal", "ruimte_id", "locatie"}:
        oud.pop("veiligheidBevestigd", None)
    vorm = oud.get("hulpvorm")
    return met_hulpvorm(replace(boeking, gegevens=oud | boeking.gegevens), Dariuzhulp(vorm) if vorm else None)
