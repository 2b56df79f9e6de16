"""Appointments of one klant with one employee: planning, outcome, cancelling."""

from __future__ import annotations

from uuid import UUID

from uuid_utils.compat import uuid7

from app.db import afspraak as db
from app.db.afspraak import Afspraak
from app.db.klant import Klant
from app.domain.afspraak.feiten import AfspraakSoort, Presentie
from app.domain.agenda.overleg import DRIEGESPREK_SR
from app.domain.agenda.soorten import Deelnemerrol
from app.domain.kern.fouten import Conflict, Geweigerd, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.tijd import dag
from app.domain.kern.toets import niet_voldaan
from app.services.afspraak.bereiken import leg_werk_klaar, toetsen_bereik
from app.services.afspraak.inplannen import boeking_van, extra_onderdelen, toets_kanaalkeuze
from app.services.afspraak.kennismaking import TAKEN, kennismakingsfouten, meteen_gehouden
from app.services.afspraak.ketens import laat_vervallen, staat_nog, vorige_keten, zet_in_keten
from app.services.afspraak.opdrachten import AfspraakOpdracht, AfzegOpdracht, UitkomstOpdracht
from app.services.afspraak.uitkomst import leg_uitkomst_vast, reden_ontbreekt
from app.services.afspraak.verzenden import controleer_verzending, toetsen_uitnodiging, vind_afspraak, zet_verzending
from app.services.agenda.boeken import Boeking, boek
from app.services.agenda.voorbereiden import actieve_medewerker, plekfouten, toetsen_gesprek
from app.services.handeling import Handeling
from app.services.taak import sluit_taken, sluit_taken_van_klant
from app.services.vastleggen import leg_vast

_MEERMALEN = frozenset({AfspraakSoort.TRAJECT_AFSPRAAK, AfspraakSoort.DARIUZ_HULP, AfspraakSoort.BALIEAFSPRAAK})
_PLANTAKEN = {
    AfspraakSoort.KENNISMAKINGSGESPREK: TAKEN,
    AfspraakSoort.AMBITIEGESPREK: ("ambitiegesprek_plannen",),
    AfspraakSoort.AFSPRAAK_INKOMEN: ("afspraak_inkomen_plannen",),
    AfspraakSoort.DARIUZ_HULP: ("dariuz_hulp",),
}
_VOORAF = frozenset({Presentie.AFGEMELD, Presentie.INDIVIDUEEL_VERVANGEN})
_GEDAAN_DOOR_PLANNEN = (
    "afspraak_plannen",
    "no_show_nieuwe_afspraak",
    "no_show_nieuwe_afspraak_in_besluit",
    "no_show_vervangende_afspraak_per_brief",
)


def plan_afspraak(h: Handeling, opdracht: AfspraakOpdracht) -> tuple[Afspraak, Klant]:
    """Plan an appointment; after a no-show or an excuse it continues the chain (DEV-NOS-506).

    Raises Conflict while such an appointment still stands, Geweigerd for a hersteltermijn that is too short or a moment
    that somebody does not have.
    """
    klant = h.klant(opdracht.klant_id)
    _controleer(h, opdracht, klant)
    soort = AfspraakSoort(opdracht.soort.value)
    if soort not in _MEERMALEN and staat_nog(db.laatste(h.sessie, klant.id, soort)):
        raise Conflict("Deze klant heeft al zo'n afspraak; leg daarvan eerst de uitkomst vast.", "afspraak_staat_al")
    keten = vorige_keten(h, klant, soort)
    afspraak = _maak(h, opdracht, klant, soort)
    zet_in_keten(afspraak, keten)
    boeking = boeking_van(h, klant, afspraak, opdracht)
    toetsen, signalen = toetsen_gesprek(h, boeking)
    kanaal = toets_kanaalkeuze(h, klant, afspraak, boeking)
    uitnodiging = (*toetsen_uitnodiging(h, klant, afspraak, keten), *toetsen_bereik(h, klant, afspraak, keten))
    geweigerd = niet_voldaan((*uitnodiging, *toetsen, kanaal))
    if geweigerd:
        raise Geweigerd("Deze afspraak kan zo niet worden gemaakt.", geweigerd)
    afspraak.locatie = boeking.locatie
    h.sessie.add(afspraak)
    boek(h, boeking, (*toetsen, kanaal, *signalen))
    h.sessie.flush()
    leg_werk_klaar(h, klant, afspraak)
    if keten:
        h.sessie.flush()
        for deel in keten:
            sluit_taken(h, deel.id, *_GEDAAN_DOOR_PLANNEN)
    sluit_taken_van_klant(h, klant, *_gedane_taken(soort, boeking))
    inhoud = {"soort": soort, "begint": afspraak.begint, "nummer": afspraak.nummer, "kanaal": boeking.kanaal}
    leg_vast(h, Soort.AFSPRAAK_GEPLAND, afspraak, klant, inhoud)
    if meteen_gehouden(h, opdracht):
        leg_uitkomst_vast(h, klant, afspraak, Presentie.VERSCHENEN, None)
    return afspraak, klant


def _gedane_taken(soort: AfspraakSoort, boeking: Boeking) -> tuple[str, ...]:
    met_sr = any(deel.rol is Deelnemerrol.SOCIALE_RECHERCHE for deel in boeking.deelnemers)
    if soort is AfspraakSoort.DRIEGESPREK and met_sr:
        return (DRIEGESPREK_SR,)
    return _PLANTAKEN.get(soort, ("geen",))


def zet_uitkomst(h: Handeling, opdracht: UitkomstOpdracht, afspraak_id: UUID) -> tuple[Afspraak, Klant]:
    """Record or correct how an appointment went (DEV-NOS-501 to DEV-NOS-508).

    Raises Conflict for a kick-off, which has a presentielijst, and for a no-show before the appointment has begun.
    """
    afspraak, klant = vind_afspraak(h, afspraak_id)
    h.controleer_versie(afspraak)
    if afspraak.soort is AfspraakSoort.KICK_OFF:
        raise Conflict("De uitkomst van een kick-off staat op de presentielijst.", "gebruik_presentielijst")
    if reden_ontbreekt(opdracht.uitkomst, opdracht.reden):
        raise OngeldigeInvoer({"reden": "Geef de reden."})
    if opdracht.uitkomst not in _VOORAF and h.nu < afspraak.begint:
        raise Conflict("De afspraak is nog niet begonnen.", "nog_niet_begonnen")
    leg_uitkomst_vast(h, klant, afspraak, opdracht.uitkomst, opdracht.reden)
    return afspraak, klant


def zeg_afspraak_af(h: Handeling, opdracht: AfzegOpdracht, afspraak_id: UUID) -> tuple[Afspraak, Klant]:
    """Cancel an appointment on our side; it counts for nothing and may be replaced."""
    afspraak, klant = vind_afspraak(h, afspraak_id)
    h.controleer_versie(afspraak)
    if afspraak.soort is AfspraakSoort.KICK_OFF:
        raise Conflict("Zeg de hele bijeenkomst af, of gebruik de presentielijst.", "gebruik_presentielijst")
    if afspraak.uitkomst is not None:
        raise Conflict("Van deze afspraak is de uitkomst al vastgelegd.", "uitkomst_vastgelegd")
    laat_vervallen(h, afspraak)
    afspraak.reden = opdracht.reden
    leg_vast(h, Soort.AFSPRAAK_VERVALLEN, afspraak, klant, {"soort": afspraak.soort})
    return afspraak, klant


def _controleer(h: Handeling, opdracht: AfspraakOpdracht, klant: Klant) -> None:
    fouten = controleer_verzending(h, opdracht, klant) | plekfouten(h, opdracht) | kennismakingsfouten(h, opdracht)
    if opdracht.begint <= h.nu and not meteen_gehouden(h, opdracht):
        fouten["begint"] = "Plan een afspraak in de toekomst."
    if opdracht.medewerker_id is not None and not actieve_medewerker(h, opdracht.medewerker_id):
        fouten["medewerkerId"] = "Deze medewerker is niet bekend."
    if fouten:
        raise OngeldigeInvoer(fouten)


def _maak(h: Handeling, opdracht: AfspraakOpdracht, klant: Klant, soort: AfspraakSoort) -> Afspraak:
    afspraak = Afspraak(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        soort=soort,
        begint=opdracht.begint,
        varianten=h.varianten(klant.gemeente, dag(opdracht.begint)),
        medewerker_id=opdracht.medewerker_id,
        uitnodiging=opdracht.uitnodiging,
        reden_kanaal=opdracht.reden_kanaal,
        onderdelen=extra_onderdelen(h, klant, soort),
        versie=0,
    )
    zet_verzending(h, afspraak, opdracht)
    return afspraak
