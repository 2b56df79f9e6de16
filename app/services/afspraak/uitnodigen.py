"""Inviting klanten to a kick-off: all of them, or none."""

from __future__ import annotations

from uuid import UUID

from uuid_utils.compat import uuid7

from app.db import afspraak as db
from app.db.afspraak import Afspraak, Bijeenkomst, Bijeenkomststatus
from app.db.klant import Klant
from app.domain.afspraak.beleid import AfspraakBeleid
from app.domain.afspraak.feiten import AfspraakSoort, Sessie
from app.domain.afspraak.kick_off import toets_inschrijving
from app.domain.kern.bouw import maak_toets
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.grondslag import productenboek
from app.domain.kern.tijd import dag
from app.domain.kern.toets import Toets, niet_voldaan
from app.services.afspraak.beeld import Bijeenkomstbeeld, bijeenkomstbeeld
from app.services.afspraak.bereiken import leg_werk_klaar, toetsen_bereik
from app.services.afspraak.ketens import staat_nog, vorige_keten, zet_in_keten
from app.services.afspraak.melden import moment_van
from app.services.afspraak.moment import dag_van
from app.services.afspraak.opdrachten import DeelnemerOpdracht, UitnodigOpdracht
from app.services.afspraak.verzenden import controleer_verzending, toetsen_uitnodiging, zet_verzending
from app.services.bericht.bevestigen import bevestig
from app.services.handeling import Handeling
from app.services.incident.verboden import verboden_plek
from app.services.taak import sluit_taken_van_klant
from app.services.vastleggen import leg_vast

_GEDAAN_DOOR_UITNODIGEN = (
    "kick_off_plannen",
    "no_show_opnieuw_uitnodigen_hersteltermijn",
    "no_show_nieuwe_afspraak",
)


def nodig_uit(h: Handeling, opdracht: UitnodigOpdracht, bijeenkomst_id: UUID) -> Bijeenkomstbeeld:
    """Invite klanten, all or none.

    Raises Geweigerd when the bijeenkomst is full or for another klantgroep, or a hersteltermijn is too short; the
    toetsen name the klant by id (DEV-KIC-002, DEV-KIC-007, DEV-KIC-501, DEV-KGR-515, DEV-NOS-003).
    """
    bijeenkomst = open_bijeenkomst(h, bijeenkomst_id)
    _controleer_dubbel(opdracht)
    fouten: dict[str, str] = {}
    geweigerd: list[Toets] = []
    volgorde = sorted(enumerate(opdracht.deelnemers), key=lambda paar: paar[1].klant_id)
    for plek, deelnemer in volgorde:
        klant = h.klant(deelnemer.klant_id)
        fouten |= controleer_verzending(h, deelnemer, klant, f"deelnemers.{plek}.")
        geweigerd += _nodig_een_uit(h, bijeenkomst, klant, deelnemer)
    if fouten:
        raise OngeldigeInvoer(fouten)
    if geweigerd:
        raise Geweigerd("Niet iedereen kan voor deze bijeenkomst worden uitgenodigd.", geweigerd)
    bijeenkomst.versie += 1
    return bijeenkomstbeeld(h, bijeenkomst)


def open_bijeenkomst(h: Handeling, bijeenkomst_id: UUID) -> Bijeenkomst:
    """Find and lock a bijeenkomst to which klanten can still be invited. Raises NietGevonden or Conflict."""
    bijeenkomst = db.bijeenkomst(h.sessie, h.actor, bijeenkomst_id, vergrendel=True)
    if bijeenkomst is None:
        raise NietGevonden("Deze bijeenkomst is niet gevonden.")
    if bijeenkomst.status is Bijeenkomststatus.GEHOUDEN or bijeenkomst.begint <= h.nu:
        raise Conflict("Deze bijeenkomst is al begonnen.", "bijeenkomst_begonnen")
    return bijeenkomst


def _controleer_dubbel(opdracht: UitnodigOpdracht) -> None:
    nummers = [deelnemer.klant_id for deelnemer in opdracht.deelnemers]
    dubbel = {f"deelnemers.{plek}.klantId": "Deze klant staat er al." for plek, nr in _herhaald(nummers)}
    if dubbel:
        raise OngeldigeInvoer(dubbel)


def _herhaald(nummers: list[UUID]) -> list[tuple[int, UUID]]:
    return [(plek, nummer) for plek, nummer in enumerate(nummers) if nummer in nummers[:plek]]


def _nodig_een_uit(h: Handeling, bijeenkomst: Bijeenkomst, klant: Klant, deelnemer: DeelnemerOpdracht) -> list[Toets]:
    """Invite one klant; return what stands in the way."""
    staand = staat_nog(db.laatste(h.sessie, klant.id, AfspraakSoort.KICK_OFF))
    zin = "De klant is ingedeeld en heeft nog geen uitnodiging voor een kick-off."
    vrij = maak_toets("uit_te_nodigen", bool(klant.klantgroep) and not staand, productenboek("2.2.3"), {}, zin)
    keten = vorige_keten(h, klant, AfspraakSoort.KICK_OFF, bijeenkomst)
    afspraak = _maak_deelname(h, bijeenkomst, klant, deelnemer)
    zet_in_keten(afspraak, keten)
    toetsen = [vrij, *toetsen_uitnodiging(h, klant, afspraak, keten), *toetsen_bereik(h, klant, afspraak, keten)]
    toetsen += verboden_plek(h, [klant], bijeenkomst.locatie, dag_van(afspraak))
    if klant.klantgroep:
        beleid = h.beleid.geldend(AfspraakBeleid, bijeenkomst.gemeente, dag_van(afspraak)).beleid
        toetsen += toets_inschrijving(sessie_van(bijeenkomst), klant.klantgroep, beleid)
    bijeenkomst.ingeschreven += 1
    geweigerd = niet_voldaan(toetsen)
    if geweigerd:
        return [_van_klant(toets, klant) for toets in geweigerd]
    h.sessie.add(afspraak)
    h.sessie.flush()
    leg_werk_klaar(h, klant, afspraak)
    sluit_taken_van_klant(h, klant, *_GEDAAN_DOOR_UITNODIGEN)
    inhoud = {"bijeenkomstId": bijeenkomst.id, "soort": afspraak.uitnodiging, "nummer": afspraak.nummer}
    leg_vast(h, Soort.KICK_OFF_UITGENODIGD, afspraak, klant, inhoud | {"verzondenOp": afspraak.verzonden_op})
    bevestig(h, klant, moment_van(h, afspraak, klant))
    return []


def _maak_deelname(h: Handeling, bijeenkomst: Bijeenkomst, klant: Klant, deelnemer: DeelnemerOpdracht) -> Afspraak:
    afspraak = Afspraak(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        soort=AfspraakSoort.KICK_OFF,
        bijeenkomst_id=bijeenkomst.id,
        begint=bijeenkomst.begint,
        varianten=h.varianten(bijeenkomst.gemeente, dag(bijeenkomst.begint)),
        locatie=bijeenkomst.locatie,
        uitnodiging=deelnemer.uitnodiging,
        versie=0,
    )
    zet_verzending(h, afspraak, deelnemer)
    return afspraak


def sessie_van(bijeenkomst: Bijeenkomst) -> Sessie:
    """Return the facts of a bijeenkomst for the rules."""
    return Sessie(
        sessie_id=str(bijeenkomst.id),
        klantgroep=bijeenkomst.klantgroep,
        dag=dag(bijeenkomst.begint),
        ingeschreven=bijeenkomst.ingeschreven,
        geannuleerd=bijeenkomst.status is Bijeenkomststatus.VERVALLEN,
    )


def _van_klant(toets: Toets, klant: Klant) -> Toets:
    return toets.model_copy(update={"feiten": {**toets.feiten, "klant_id": str(klant.id)}})
