"""Holding a conversation: its answers and notes, corrections, and the taken that answers lead to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db import beleidspakket
from app.db import taak as taken
from app.db.gesprek import gesprek as db
from app.db.gesprek.gesprek import Gesprek, Gespreksantwoord, Gespreksnotitie
from app.db.klant import Klant
from app.db.taak import Taakstatus
from app.domain.beleid.model import Versie
from app.domain.gesprek.antwoord import bezwaar, taaksoorten, taken_na_antwoorden
from app.domain.gesprek.beleid import GesprekBeleid
from app.domain.gesprek.kinderen import bezwaar_kinderen
from app.domain.gesprek.leidraad import Leidraad
from app.domain.gesprek.soort import Antwoordwaarde, Gesprekssoort
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.werkdagen import tel_werkdagen
from app.domain.klantverzoek.verzoek import Flankerend
from app.services.gesprek.ambitievoorbereiding import vraag_informatie
from app.services.gesprek.feiten import lees_waarde
from app.services.gesprek.opdrachten import AntwoordenOpdracht, GesprekIntrekkingOpdracht, GesprekOpdracht
from app.services.handeling import Handeling
from app.services.klantverzoek.behandelen import controleer_flankerend
from app.services.taak import Bestemming, maak_taak, sluit_taken
from app.services.vastleggen import leg_vast


@dataclass(frozen=True)
class Gesprekbeeld:
    """A conversation with the answers that count now, all versions of every answer, and the notes."""

    gesprek: Gesprek
    antwoorden: Mapping[str, Antwoordwaarde]
    versies: list[Gespreksantwoord]
    notities: list[Gespreksnotitie]


def start(h: Handeling, opdracht: GesprekOpdracht, klant_id: UUID) -> Gesprekbeeld:
    """Record a conversation with what was said so far (DEV-SCR-014, DEV-AMB-008, DEV-AMB-013)."""
    klant = h.klant(klant_id)
    datum = opdracht.datum or h.vandaag
    if not klant.geboortedatum <= datum <= h.vandaag:
        raise OngeldigeInvoer({"datum": "Geef een dag die niet in de toekomst ligt."})
    if opdracht.soort is Gesprekssoort.DOELMATIGHEIDSGESPREK:
        controleer_flankerend(h, klant, Flankerend.DOELMATIGHEIDSGESPREK)
    versie = h.beleid.geldend(GesprekBeleid, klant.gemeente, datum)
    gesprek = Gesprek(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        soort=opdracht.soort,
        datum=datum,
        onderwerp_id=opdracht.onderwerp_id,
        beleid_id=versie.id,
        beleid_sha256=versie.sha256,
        gestart_op=h.nu,
        gestart_door=h.actor.medewerker_id,
        versie=0,
    )
    beleidspakket.bewaar(h.sessie, versie, h.nu)
    h.sessie.add(gesprek)
    if gesprek.soort is Gesprekssoort.AMBITIEGESPREK:
        vraag_informatie(h, klant)
    return _leg_antwoorden(h, klant, gesprek, opdracht, Soort.GESPREK_VASTGELEGD)


def vul_aan(h: Handeling, opdracht: AntwoordenOpdracht, gesprek_id: UUID) -> Gesprekbeeld:
    """Add answers and notes to a conversation, or correct earlier ones; what was said before stays in the history."""
    gesprek, klant = open_gesprek(h, gesprek_id)
    if not opdracht.antwoorden and not opdracht.notities:
        raise OngeldigeInvoer({"antwoorden": "Geef ten minste één antwoord of notitie."})
    return _leg_antwoorden(h, klant, gesprek, opdracht, Soort.GESPREK_AANGEVULD)


def trek_in(h: Handeling, opdracht: GesprekIntrekkingOpdracht, gesprek_id: UUID) -> Gesprekbeeld:
    """Withdraw a conversation that was recorded by mistake; its open taken lapse."""
    gesprek, klant = open_gesprek(h, gesprek_id)
    gesprek.ingetrokken_op, gesprek.reden_ingetrokken = h.nu, opdracht.reden
    sluit_taken(h, gesprek.id, status=Taakstatus.VERVALLEN)
    leg_vast(h, Soort.GESPREK_INGETROKKEN, gesprek, klant, {"soort": gesprek.soort})
    return beelden(h, [gesprek])[0]


def bekijk(h: Handeling, gesprek_id: UUID) -> Gesprekbeeld:
    """Show one conversation. Raises NietGevonden when this actor may not know of it."""
    gesprek = db.gesprek(h.sessie, h.actor, gesprek_id)
    if gesprek is None:
        raise NietGevonden("Dit gesprek is niet gevonden.")
    return beelden(h, [gesprek])[0]


def bekijk_alle(h: Handeling, klant_id: UUID) -> list[Gesprekbeeld]:
    """Show the conversations of a klant, the latest first."""
    return beelden(h, db.gesprekken(h.sessie, h.klant(klant_id, vergrendel=False).id))


def beelden(h: Handeling, gesprekken: list[Gesprek]) -> list[Gesprekbeeld]:
    """Show these conversations, with two queries however many there are."""
    h.sessie.flush()
    nummers = [gesprek.id for gesprek in gesprekken]
    antwoorden, notities = db.antwoorden(h.sessie, nummers), db.notities(h.sessie, nummers)
    gevonden = []
    for gesprek in gesprekken:
        versies = [antwoord for antwoord in antwoorden if antwoord.gesprek_id == gesprek.id]
        eigen = [notitie for notitie in notities if notitie.gesprek_id == gesprek.id]
        gevonden.append(Gesprekbeeld(gesprek, _geldend(versies), versies, eigen))
    return gevonden


def _geldend(versies: list[Gespreksantwoord]) -> dict[str, Antwoordwaarde]:
    laatste = {versie.vraag: versie.waarde for versie in versies}
    return {vraag: lees_waarde(waarde) for vraag, waarde in laatste.items() if waarde is not None}


def open_gesprek(h: Handeling, gesprek_id: UUID) -> tuple[Gesprek, Klant]:
    """Find a conversation that counts, with its dossier locked, on the version that the client saw."""
    gesprek = db.gesprek(h.sessie, h.actor, gesprek_id)
    if gesprek is None:
        raise NietGevonden("Dit gesprek is niet gevonden.")
    klant = h.klant(gesprek.klant_id)
    h.sessie.refresh(gesprek)
    h.controleer_versie(gesprek)
    if gesprek.ingetrokken_op is not None:
        raise Conflict("Dit gesprek is ingetrokken; leg een nieuw gesprek vast.", "gesprek_ingetrokken")
    return gesprek, klant


def _leg_antwoorden(
    h: Handeling, klant: Klant, gesprek: Gesprek, opdracht: AntwoordenOpdracht, soort: Soort
) -> Gesprekbeeld:
    versie = h.beleid.geldend(GesprekBeleid, klant.gemeente, gesprek.datum)
    leidraad = versie.beleid.leidraad(gesprek.soort).waarde
    h.sessie.flush()
    eerder = _geldend(db.antwoorden(h.sessie, [gesprek.id]))
    if fouten := _fouten(leidraad, opdracht, eerder):
        raise OngeldigeInvoer(fouten)
    vast = {"organisatie": gesprek.organisatie, "klant_id": klant.id, "gesprek_id": gesprek.id}
    vast |= {"vastgelegd_op": h.nu, "vastgelegd_door": h.actor.medewerker_id}
    themas = {vraag.code: thema.code for thema, vraag in leidraad.vragen()}
    for antwoord in opdracht.antwoorden:
        waarde = None if antwoord.waarde is None else {"waarde": antwoord.waarde}
        eigen = {"vraag": antwoord.vraag, "thema": themas[antwoord.vraag], "waarde": waarde, "reden": antwoord.reden}
        h.sessie.add(Gespreksantwoord(id=uuid7(), **vast, **eigen))
    for notitie in opdracht.notities:
        h.sessie.add(Gespreksnotitie(id=uuid7(), **vast, thema=notitie.thema, tekst=notitie.tekst))
    inhoud = {"soort": gesprek.soort, "antwoorden": len(opdracht.antwoorden), "notities": len(opdracht.notities)}
    leg_vast(h, soort, gesprek, klant, inhoud)
    beeld = beelden(h, [gesprek])[0]
    _zet_gevolgen(h, klant, beeld, versie)
    return beeld


def _fouten(leidraad: Leidraad, opdracht: AntwoordenOpdracht, eerder: Mapping[str, Antwoordwaarde]) -> dict[str, str]:
    fouten = {}
    samen: dict[str, Any] = dict(eerder)
    for nummer, antwoord in enumerate(opdracht.antwoorden):
        vraag, waarde = leidraad.vraag(antwoord.vraag), antwoord.antwoord
        if vraag is None:
            fouten[f"antwoorden.{nummer}.vraag"] = "Deze vraag staat niet in de leidraad van dit gesprek."
        elif waarde is not None and (mis := bezwaar(vraag, waarde)):
            fouten[f"antwoorden.{nummer}.waarde"] = mis
        samen[antwoord.vraag] = waarde
    codes = {thema.code for thema in leidraad.themas}
    for nummer, notitie in enumerate(opdracht.notities):
        if notitie.thema is not None and notitie.thema not in codes:
            fouten[f"notities.{nummer}.thema"] = "Dit thema staat niet in de leidraad van dit gesprek."
    if not fouten and (mis := bezwaar_kinderen(samen)):
        fouten["antwoorden"] = mis
    return fouten


def _zet_gevolgen(h: Handeling, klant: Klant, beeld: Gesprekbeeld, versie: Versie[GesprekBeleid]) -> None:
    """Make the taken that the answers lead to, and let lapse what a corrected answer no longer asks for."""
    geheel = versie.beleid.leidraad(beeld.gesprek.soort)
    later = tel_werkdagen(h.vandaag, versie.beleid.opvolgen_werkdagen.waarde)
    nodig = taken_na_antwoorden(geheel.waarde, beeld.antwoorden, geheel.grondslag, h.vandaag, later)
    soorten = {taak.soort for taak in nodig}
    if vervallen := sorted(taaksoorten(geheel.waarde) - soorten):
        sluit_taken(h, beeld.gesprek.id, *vervallen, status=Taakstatus.VERVALLEN)
    bekend = {taak.soort for taak in taken.taken_over(h.sessie, klant.id, beeld.gesprek.id, tuple(soorten))}
    for taak in nodig:
        if taak.soort not in bekend:
            maak_taak(h, taak, Bestemming(beeld.gesprek.id, klant))
