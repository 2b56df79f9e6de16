"""Reaching a klant around an appointment: attempts by every way, and what waits for them."""

from __future__ import annotations

from uuid import UUID

from uuid_utils.compat import uuid7

from app.db.afspraak import Afspraak
from app.db.agenda import bereikpoging as db
from app.db.agenda.bereikpoging import Bereikpoging
from app.db.klant import Klant
from app.db.taak import Taakstatus
from app.domain.afspraak.beleid import AfspraakBeleid
from app.domain.afspraak.digitaal import (
    taak_dariuzcontrole,
    taak_inkomensconsulent,
    taak_tweede_gesprek,
    te_proberen,
    toets_bereikpogingen,
)
from app.domain.afspraak.feiten import AfspraakSoort, Bereikkanaal
from app.domain.afspraak.uitnodiging import UitnodigingSoort
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.toets import Toets
from app.services.afspraak.moment import dag_van
from app.services.afspraak.opdrachten import BereikpogingOpdracht
from app.services.afspraak.verzenden import vind_afspraak
from app.services.handeling import Handeling
from app.services.taak import Bestemming, maak_taak, sluit_taken
from app.services.vastleggen import leg_vast

CONTROLE = "dariuz_controleren"


def leg_poging_vast(h: Handeling, opdracht: BereikpogingOpdracht, afspraak_id: UUID) -> tuple[Afspraak, Klant]:
    """Record an attempt to reach the klant; a call also does the check of Dariuz (DEV-DIG-014, DEV-DIG-022)."""
    afspraak, klant = vind_afspraak(h, afspraak_id)
    h.sessie.add(
        Bereikpoging(
            id=uuid7(),
            organisatie=h.actor.organisatie,
            klant_id=klant.id,
            afspraak_id=afspraak.id,
            tijdstip=h.nu,
            medewerker_id=h.actor.medewerker_id,
            **opdracht.model_dump(),
        )
    )
    if opdracht.bereikt:
        klant.laatste_contact = h.nu
    if opdracht.kanaal is Bereikkanaal.TELEFOON:
        sluit_taken(h, klant.id, CONTROLE)
    inhoud = {"kanaal": opdracht.kanaal, "bereikt": opdracht.bereikt}
    leg_vast(h, Soort.AFSPRAAK_BEREIKPOGING, afspraak, klant, inhoud)
    return afspraak, klant


def toetsen_bereik(h: Handeling, klant: Klant, afspraak: Afspraak, keten: list[Afspraak]) -> tuple[Toets, ...]:
    """Test that the klant was tried by every available way before a hersteltermijn; else nothing (DEV-DIG-022)."""
    norm = h.beleid.geldend(AfspraakBeleid, klant.gemeente, h.vandaag).beleid.bereikkanalen
    if afspraak.uitnodiging is not UitnodigingSoort.HERSTELTERMIJN or not norm.waarde or not keten:
        return ()
    nodig = te_proberen(norm, heeft_telefoon=bool(klant.telefoon), heeft_mail=bool(klant.email))
    geprobeerd = {poging.kanaal for poging in db.pogingen(h.sessie, [keten[-1].id])}
    return (toets_bereikpogingen(geprobeerd, nodig, norm),)


def leg_werk_klaar(h: Handeling, klant: Klant, afspraak: Afspraak) -> None:
    """Put in the werkvoorraad what an appointment asks for: the check of Dariuz, the call to the colleague."""
    beleid = h.beleid.geldend(AfspraakBeleid, klant.gemeente, h.vandaag).beleid
    vraag_dariuzcontrole(h, klant, afspraak)
    if afspraak.uitnodiging is UitnodigingSoort.HERSTELTERMIJN and beleid.bereikkanalen.waarde:
        voorstel = taak_inkomensconsulent(h.vandaag, beleid.opvolgen_werkdagen.waarde)
        maak_taak(h, voorstel, Bestemming(afspraak.id, klant, klant.inkomensconsulent_id))


def vraag_dariuzcontrole(h: Handeling, klant: Klant, afspraak: Afspraak) -> None:
    """Ask to check Dariuz the day before an ambitiegesprek, instead of what was asked for another day (DEV-DIG-014)."""
    if afspraak.soort is not AfspraakSoort.AMBITIEGESPREK:
        return
    sluit_taken(h, klant.id, CONTROLE, status=Taakstatus.VERVALLEN)
    controle = h.beleid.geldend(AfspraakBeleid, klant.gemeente, dag_van(afspraak)).beleid.dariuz_controle_dagen
    if controle is not None:
        voorstel = taak_dariuzcontrole(dag_van(afspraak), controle)
        bureau = Bestemming(klant.id, klant, afspraak.medewerker_id)
        maak_taak(h, voorstel, bureau, vanaf=max(voorstel.uiterste, h.vandaag))


def bied_tweede_gesprek_aan(h: Handeling, klant: Klant, afspraak: Afspraak) -> None:
    """Offer a second ambitiegesprek while there is no klantgroep, where the policy says so (DEV-DIG-016)."""
    beleid = h.beleid.geldend(AfspraakBeleid, klant.gemeente, dag_van(afspraak)).beleid
    if beleid.tweede_ambitiegesprek.waarde and klant.klantgroep is None:
        voorstel = taak_tweede_gesprek(h.vandaag, beleid.opvolgen_werkdagen.waarde)
        maak_taak(h, voorstel, Bestemming(afspraak.id, klant, afspraak.medewerker_id))
