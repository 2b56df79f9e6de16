"""Blocking the payment, and releasing it; the uitkeringsadministratie hears of both (DEV-BLK-504 to DEV-BLK-506)."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from uuid_utils.compat import uuid7

from app import CODEVERSIE
from app.db.beleidspakket import bewaar
from app.db.blokkering import blokkering as db
from app.db.blokkering import opschorting as opschortingen
from app.db.blokkering import situatie as situaties_db
from app.db.blokkering.blokkering import Blokkering
from app.db.blokkering.situatie import Blokkeersituatie
from app.db.klant import Klant
from app.db.taak import Taakstatus, Termijnstatus
from app.domain.beleid.model import Versie
from app.domain.blokkering.beleid import BlokkeringBeleid
from app.domain.blokkering.blokkade import (
    BlokkadeFeiten,
    VasteLast,
    geblokkeerd_bedrag,
    maximum,
    taak_bij_maximum,
    taak_vooraf,
    taken_bij_blokkade,
    toetsen_blokkade,
)
from app.domain.blokkering.soorten import Blokkeergrond, Blokkeringstatus, RedenOpheffing, Situatiestatus
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.toets import Toets, niet_voldaan
from app.services.blokkering.onderzoek import koppel_onderzoek, neem_onderzoek_terug
from app.services.blokkering.opdrachten import BlokkeringOpdracht, OpheffingOpdracht
from app.services.blokkering.pogingen import ladder_van
from app.services.blokkering.situaties import heropen, sluit, vind
from app.services.handeling import Handeling
from app.services.taak import Bestemming, bewaak, maak_taak, sluit_taken, sluit_termijnen
from app.services.vastleggen import leg_vast


def blokkeer(h: Handeling, opdracht: BlokkeringOpdracht, klant_id: UUID) -> Blokkering:
    """Block the payment from today on.

    Raises Geweigerd with the step that is open, Conflict when a block runs already.
    """
    klant = h.klant(klant_id)
    if db.lopende(h.sessie, klant.id) is not None:
        raise Conflict("De uitbetaling is al geblokkeerd.", "al_geblokkeerd")
    situatie = _situatie(h, klant, opdracht.situatie_id)
    versie = h.beleid.geldend(BlokkeringBeleid, klant.gemeente, h.vandaag)
    feiten = feiten_van(h, klant, situatie, opdracht, versie.beleid)
    toetsen = toetsen_blokkade(feiten, versie.beleid)
    if open_ := niet_voldaan(toetsen):
        raise Geweigerd("De uitbetaling kan nog niet worden geblokkeerd; hieronder staat waarom.", open_)
    bewaar(h.sessie, versie, h.nu)
    rij = _rij(h, klant, opdracht, feiten, versie)
    rij.signaal_id = koppel_onderzoek(h, klant, feiten)
    rij.blokkeersituatie_id, rij.toetsen = opdracht.situatie_id, [toets.model_dump(mode="json") for toets in toetsen]
    h.sessie.add(rij)
    leg_vast(h, Soort.BLOKKERING_BEGONNEN, rij, klant, _inhoud(rij), _mutatie(rij))
    _bewaak(h, klant, rij, feiten, versie.beleid)
    if situatie is not None:
        sluit(h, klant, situatie, Situatiestatus.GEBLOKKEERD, None)
    return rij


def _situatie(h: Handeling, klant: Klant, situatie_id: UUID | None) -> Blokkeersituatie | None:
    if situatie_id is None:
        return None
    situatie = situaties_db.situatie(h.sessie, h.actor, situatie_id)
    if situatie is None or situatie.klant_id != klant.id:
        raise OngeldigeInvoer({"situatieId": "Deze situatie hoort niet bij deze klant."})
    if situatie.status is not Situatiestatus.OPEN:
        raise Conflict("Deze situatie is niet open.", "situatie_niet_open")
    return situatie


def feiten_van(
    h: Handeling,
    klant: Klant,
    situatie: Blokkeersituatie | None,
    opdracht: BlokkeringOpdracht,
    beleid: BlokkeringBeleid,
) -> BlokkadeFeiten:
    """Collect what a block is judged on; the way is that of the moment of the event (DEV-BLK-507)."""
    gegeven = opdracht.model_dump(exclude={"situatie_id", "uitkering_bron", "vaste_lasten"})
    gegeven["regime"] = klant.regime.value
    gegeven["vaste_lasten"] = tuple(VasteLast(**last.model_dump()) for last in opdracht.vaste_lasten)
    if situatie is None:
        return BlokkadeFeiten(**gegeven, zorg_handhaving=klant.zorg_handhaving)
    return BlokkadeFeiten(
        **gegeven,
        zorg_handhaving=situatie.zorg_handhaving or klant.zorg_handhaving,
        pad=situatie.pad,
        no_shows=situatie.no_shows,
        ladder=ladder_van(situatie, situaties_db.pogingen(h.sessie, [situatie.id]), beleid),
    )


def _rij(
    h: Handeling,
    klant: Klant,
    opdracht: BlokkeringOpdracht,
    feiten: BlokkadeFeiten,
    versie: Versie[BlokkeringBeleid],
) -> Blokkering:
    return Blokkering(
        id=uuid7(),
        organisatie=klant.organisatie,
        klant_id=klant.id,
        **opdracht.model_dump(exclude={"situatie_id", "vaste_lasten"}),
        van=h.vandaag,
        vaste_lasten=[last.model_dump(mode="json") for last in feiten.vaste_lasten],
        geblokkeerd=geblokkeerd_bedrag(feiten.uitkering, feiten.vaste_lasten),
        beleid_id=versie.id,
        beleid_sha256=versie.sha256,
        codeversie=CODEVERSIE,
        status=Blokkeringstatus.LOPEND,
        geblokkeerd_op=h.nu,
        geblokkeerd_door=h.actor.medewerker_id,
        versie=0,
    )


def _inhoud(rij: Blokkering) -> dict[str, Any]:
    """Return what a gebeurtenis tells: not why, for that may be a suspicion."""
    return {"omvang": rij.omvang, "van": rij.van, "geblokkeerd": rij.geblokkeerd}


def _mutatie(rij: Blokkering) -> dict[str, Any]:
    """Return what the uitkeringsadministratie must hold, and what it pays on: kinds and amounts, no payees by name."""
    return {
        "soort": "blokkering",
        "blokkeringId": rij.id,
        "omvang": rij.omvang,
        "van": rij.van,
        "geblokkeerd": rij.geblokkeerd,
        "doorbetalen": [{"soort": last["soort"], "bedrag": last["bedrag"]} for last in rij.vaste_lasten],
    }


def _bewaak(h: Handeling, klant: Klant, rij: Blokkering, feiten: BlokkadeFeiten, beleid: BlokkeringBeleid) -> None:
    bewaak_maximum(h, klant, rij.id, rij.van, beleid)
    for voorstel in taken_bij_blokkade(feiten, rij.van, beleid):
        maak_taak(h, voorstel, Bestemming(rij.id, klant))


def bewaak_maximum(h: Handeling, klant: Klant, onderwerp_id: UUID, van: date, beleid: BlokkeringBeleid) -> None:
    """Watch the eight weeks: a taak two weeks before their end, and one when they are over."""
    termijn = maximum(van, beleid)
    bewaak(h, termijn, klant, onderwerp_id, taak_bij_maximum(termijn))
    voorstel, vanaf = taak_vooraf(termijn, beleid)
    maak_taak(h, voorstel, Bestemming(onderwerp_id, klant), vanaf=max(vanaf, h.vandaag))


def hef_op(h: Handeling, opdracht: OpheffingOpdracht, blokkering_id: UUID) -> Blokkering:
    """Release a block from today on, with the reason."""
    rij, klant = vind_blokkering(h, blokkering_id, vergrendel=True)
    h.controleer_versie(rij)
    if rij.status is not Blokkeringstatus.LOPEND:
        raise Conflict("Deze blokkering loopt niet meer.", "niet_geblokkeerd")
    if opschortingen.lopende(h.sessie, klant.id) is not None:
        raise Conflict("Er loopt een opschorting; leg daar vast dat het verzuim is hersteld.", "opschorting_loopt")
    beeindig(h, klant, rij, opdracht)
    return rij


def beeindig(h: Handeling, klant: Klant, rij: Blokkering, opdracht: OpheffingOpdracht) -> None:
    """End a running block and let the uitkeringsadministratie pay again; a situation blocked by mistake opens again."""
    rij.status, rij.tot = Blokkeringstatus.OPGEHEVEN, h.vandaag
    rij.reden_opheffing, rij.toelichting_opheffing = opdracht.reden, opdracht.toelichting
    rij.opgeheven_op, rij.opgeheven_door = h.nu, h.actor.medewerker_id
    ruim_op(h, rij)
    mutatie = {
        "soort": "opheffing_blokkering",
        "blokkeringId": rij.id,
        "van": rij.van,
        "tot": rij.tot,
        "nabetalen": opdracht.nabetalen,
    }
    inhoud = {"tot": rij.tot, "nabetalen": opdracht.nabetalen}
    leg_vast(h, Soort.BLOKKERING_OPGEHEVEN, rij, klant, inhoud, mutatie)
    if opdracht.reden is RedenOpheffing.VERGISSING:
        neem_onderzoek_terug(h, klant, rij, opdracht.toelichting)
    if rij.blokkeersituatie_id is not None:
        _volg_situatie(h, klant, rij.blokkeersituatie_id, opdracht)


def _volg_situatie(h: Handeling, klant: Klant, situatie_id: UUID, opdracht: OpheffingOpdracht) -> None:
    situatie, _ = vind(h, situatie_id)
    if opdracht.reden is RedenOpheffing.VERGISSING:
        heropen(h, klant, situatie)
    else:
        sluit(h, klant, situatie, Situatiestatus.HERSTELD, opdracht.toelichting)


def ruim_op(h: Handeling, rij: Blokkering) -> None:
    """End what was watched and asked about a block."""
    sluit_taken(h, rij.id, status=Taakstatus.VERVALLEN)
    sluit_termijnen(h, rij.id, status=Termijnstatus.GEHAALD)


def vind_blokkering(h: Handeling, blokkering_id: UUID, *, vergrendel: bool = False) -> tuple[Blokkering, Klant]:
    """Find a block; ``vergrendel`` locks the dossier and reads it again under the lock."""
    rij = db.blokkering(h.sessie, h.actor, blokkering_id)
    if rij is None:
        raise NietGevonden("Deze blokkering is niet gevonden.")
    klant = h.klant(rij.klant_id, vergrendel=vergrendel)
    if vergrendel:
        h.sessie.refresh(rij)
    return rij, klant


def mag_blokkeren(
    h: Handeling, klant: Klant, situatie: Blokkeersituatie, beleid: BlokkeringBeleid
) -> tuple[Toets, ...]:
    """Return the conditions on which a block of the whole payment could follow on this situation now."""
    proef = BlokkeringOpdracht(grond=Blokkeergrond.NA_SITUATIE, uitkering=1, uitkering_bron="proef")
    return toetsen_blokkade(feiten_van(h, klant, situatie, proef, beleid), beleid)
