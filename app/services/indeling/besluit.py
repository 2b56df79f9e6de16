"""Deciding on the klantgroep: the first time, at a change, or to correct an indeling that was wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from uuid_utils.compat import uuid7

from app import CODEVERSIE
from app.db import beleidspakket
from app.db import indeling as db
from app.db.indeling import Indeling, Indelingsvoorstel
from app.db.klant import Klant
from app.db.sessie import verruim
from app.domain.beleid.model import Versie
from app.domain.indeling.beleid import IndelingBeleid
from app.domain.indeling.besluit import toets_besluit_indeling
from app.domain.indeling.feiten import IndelingBesluit, IndelingFeiten
from app.domain.indeling.voorstel import Voorstel
from app.domain.indeling.wissel import toets_wissel, toets_zorg_handhaving, waarschuwing_wissel
from app.domain.kern.fouten import Conflict, Geweigerd, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.leeftijd import leeftijd_op
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Toets, niet_voldaan
from app.services.handeling import Handeling
from app.services.indeling.doorstroom import beoordeel_doorstroom
from app.services.indeling.feiten import handhavingsfeiten, wisselfeiten
from app.services.indeling.gevolgen import Besloten, leg_werk_klaar
from app.services.indeling.opdrachten import IndelingOpdracht
from app.services.indeling.overdracht import draag_over, laat_vervallen, toets_overdracht
from app.services.indeling.overwegen import sluit_met_wissel
from app.services.indeling.overzicht import Indelingsregel
from app.services.indeling.werkverdeling import Toewijzing, wijs_consulent_aan
from app.services.vastleggen import Eenmalig, leg_vast

_UITLEG_CORRECTIE = "Leg uit wat er aan de vorige indeling niet klopte."


@dataclass(frozen=True)
class _Zaak:
    """What is decided on: the proposal, the indeling that holds now, and from which klantgroep on which day."""

    voorstel: Indelingsvoorstel
    historie: list[Indeling]
    vorige: Klantgroep | None
    van: date

    @property
    def huidige(self) -> Indeling | None:
        """The indeling that holds now."""
        return self.historie[0] if self.historie else None

    def eerder(self, correctie: bool) -> list[Indeling]:
        """Return what holds apart from this decision: nothing that was corrected, or is corrected by it."""
        hersteld = {rij.corrigeert for rij in self.historie}
        geldig = [rij for rij in self.historie if rij.id not in hersteld]
        return geldig[1:] if correctie else geldig


def deel_in(h: Handeling, opdracht: IndelingOpdracht, klant_id: UUID) -> Indelingsregel:
    """Decide on the klantgroep (DEV-KGR-001, DEV-KGR-016, DEV-KGR-023, DEV-KGR-512).

    Raises Geweigerd with the toetsen that stand in the way: first placing of a jongere (DEV-JON-004), criteria of
    Faciliteren and Zorgen (DEV-KGR-501, DEV-KGR-502), motivation, opinion of the klant, grounds of a change.
    """
    klant = h.klant(klant_id)
    h.controleer_versie(klant)
    zaak = _zaak(h, klant, opdracht)
    versie = h.beleid.geldend(IndelingBeleid, klant.gemeente, h.vandaag)
    toetsen = _toets(h, klant, opdracht, zaak, versie.beleid)
    if niet_voldaan(toetsen):
        raise Geweigerd("De klant kan zo niet worden ingedeeld.", niet_voldaan(toetsen))
    verruim(h.sessie)
    toewijzing = wijs_consulent_aan(h, klant, opdracht.klantgroep, opdracht.consulent_id)
    indeling = _rij(h, klant, opdracht, zaak, versie)
    indeling.team, indeling.consulent_id = toewijzing.team, toewijzing.consulent_id
    indeling.toetsen = [toets.model_dump(mode="json") for toets in toetsen]
    beleidspakket.bewaar(h.sessie, versie, h.nu)
    overgedragen = _pas_klant_aan(klant, indeling, toewijzing)
    h.sessie.add(indeling)
    aanleiding = "correctie" if opdracht.correctie else (indeling.grond or ("wissel" if zaak.vorige else "eerste"))
    inhoud = _inhoud(indeling, zaak, aanleiding)
    leg_vast(h, Soort.KLANTGROEP_INGEDEELD, Eenmalig(indeling.id), klant, inhoud, {"soort": "klantgroep"} | inhoud)
    voorstel = Voorstel.model_validate(zaak.voorstel.voorstel)
    besloten = Besloten(indeling, zaak.huidige, voorstel, _besluit(h, opdracht), toewijzing, overgedragen)
    if zaak.huidige is not None and zaak.huidige.klantgroep is not indeling.klantgroep:
        laat_vervallen(h, klant)
    leg_werk_klaar(h, klant, besloten, versie.beleid)
    if indeling.vorige not in (None, indeling.klantgroep) and indeling.corrigeert is None:
        sluit_met_wissel(h, klant, indeling)
    beoordeel_doorstroom(h, klant)
    if zaak.vorige is None and zaak.voorstel.gesprek_id is not None:
        draag_over(h, klant, indeling, zaak.voorstel.gesprek_id, toewijzing)
    return Indelingsregel(indeling, None, gecorrigeerd=False)


def _zaak(h: Handeling, klant: Klant, opdracht: IndelingOpdracht) -> _Zaak:
    voorstel = db.voorstel(h.sessie, klant.id, opdracht.voorstel_id)
    if voorstel is None:
        raise OngeldigeInvoer({"voorstelId": "Dit voorstel is er niet voor deze klant."})
    laatste = db.laatste_voorstel(h.sessie, klant.id)
    if laatste is not voorstel:
        raise Conflict("Er is een nieuwer voorstel; beoordeel dat.", "voorstel_verouderd")
    historie = db.indelingen(h.sessie, klant.id)
    if not opdracht.correctie:
        if any(eerder.voorstel_id == voorstel.id for eerder in historie):
            raise Conflict("Op dit voorstel is al beslist; vraag een nieuw voorstel.", "voorstel_gebruikt")
        return _Zaak(voorstel, historie, klant.klantgroep, h.vandaag)
    if not historie:
        raise OngeldigeInvoer({"correctie": "Er is nog geen indeling om te herstellen."})
    if opdracht.motivering is None:
        raise OngeldigeInvoer({"motivering": _UITLEG_CORRECTIE})
    return _Zaak(voorstel, historie, historie[0].vorige, historie[0].van)


def _besluit(h: Handeling, opdracht: IndelingOpdracht) -> IndelingBesluit:
    return IndelingBesluit(
        gekozen=opdracht.klantgroep,
        motivering=opdracht.motivering,
        eens=opdracht.eens,
        klantvoorkeur=opdracht.klantvoorkeur,
        motivering_verschil=opdracht.motivering_verschil,
        rollen=h.actor.rollen,
        twijfel=opdracht.twijfel is not None,
        middelen=frozenset(opdracht.twijfel.middelen if opdracht.twijfel else ()),
        zorg_handhaving=opdracht.zorg_handhaving is not None,
    )


def _toets(
    h: Handeling, klant: Klant, opdracht: IndelingOpdracht, zaak: _Zaak, beleid: IndelingBeleid
) -> tuple[Toets, ...]:
    vast = {"leeftijd": leeftijd_op(klant.geboortedatum, h.vandaag), "eerste_indeling": zaak.vorige is None}
    feiten = IndelingFeiten.model_validate(zaak.voorstel.feiten | vast)
    voorstel = Voorstel.model_validate(zaak.voorstel.voorstel)
    toetsen = toets_besluit_indeling(voorstel, _besluit(h, opdracht), feiten, beleid)
    gesprek_id = zaak.voorstel.gesprek_id  # None: the school handed the klant over, its document is the report
    if zaak.vorige is None:
        toetsen += (toets_overdracht(h, gesprek_id),) if gesprek_id else ()
    else:
        feiten_wissel = wisselfeiten(h, klant, zaak.vorige, opdracht, zaak.eerder(opdracht.correctie))
        toetsen += toets_wissel(feiten_wissel, beleid)
    handhaving = handhavingsfeiten(opdracht)
    return toetsen if handhaving is None else (*toetsen, *toets_zorg_handhaving(handhaving))


def _rij(
    h: Handeling, klant: Klant, opdracht: IndelingOpdracht, zaak: _Zaak, versie: Versie[IndelingBeleid]
) -> Indeling:
    voorstel = zaak.voorstel.voorstel
    wissel = opdracht.wissel
    waarschuwing = None
    if zaak.vorige is not None:
        waarschuwing = waarschuwing_wissel(wisselfeiten(h, klant, zaak.vorige, opdracht, zaak.historie))
    return Indeling(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        van=zaak.van,
        klantgroep=opdracht.klantgroep,
        vorige=zaak.vorige,
        voorstel_id=zaak.voorstel.id,
        corrigeert=zaak.huidige.id if opdracht.correctie and zaak.huidige else None,
        motivering=opdracht.motivering or voorstel["toelichting"],
        klantvoorkeur=opdracht.klantvoorkeur,
        eens=opdracht.eens,
        motivering_verschil=opdracht.motivering_verschil,
        twijfel=voorstel["twijfel"] or opdracht.twijfel is not None,
        twijfelgeval=opdracht.twijfel.model_dump(mode="json") if opdracht.twijfel else None,
        grond=wissel.grond if wissel and zaak.vorige else None,
        zorg_handhaving=opdracht.zorg_handhaving.model_dump(mode="json") if opdracht.zorg_handhaving else None,
        driegesprek=wissel.driegesprek.model_dump(mode="json") if wissel and wissel.driegesprek else None,
        waarschuwing=waarschuwing,
        peildatum=h.vandaag,
        beleid_id=versie.id,
        beleid_sha256=versie.sha256,
        codeversie=CODEVERSIE,
        besloten_op=h.nu,
        besloten_door=h.actor.medewerker_id,
    )


def _pas_klant_aan(klant: Klant, indeling: Indeling, toewijzing: Toewijzing) -> bool:
    """Put the klant in the klantgroep and the team; tell whether the new contact has the klant from now on.

    At a change the old consulent keeps the klant until the driegesprek is held or waived (DEV-KGR-018).
    """
    werk = toewijzing.rol is Rol.WERKCONSULENT
    nieuw = toewijzing.consulent_id if werk else None
    overgedragen = (
        indeling.vorige in (None, indeling.klantgroep)
        or indeling.corrigeert is not None
        or indeling.driegesprek is not None
        or klant.consulent_id in (None, nieuw)
    )
    klant.klantgroep, klant.team = indeling.klantgroep, indeling.team
    klant.zorg_handhaving = indeling.zorg_handhaving is not None
    if not werk:
        klant.inkomensconsulent_id = toewijzing.consulent_id
    if overgedragen:
        klant.consulent_id = nieuw
    klant.versie += 1
    return overgedragen


def _inhoud(indeling: Indeling, zaak: _Zaak, aanleiding: str) -> dict[str, Any]:
    """Write the change as the uitkeringsadministratie must register it (DEV-KGR-512)."""
    return {
        "van": zaak.huidige.klantgroep if zaak.huidige else zaak.vorige,
        "naar": indeling.klantgroep,
        "datum": indeling.van,
        "aanleiding": aanleiding,
        "gesprekId": zaak.voorstel.gesprek_id,
        "consulentId": indeling.consulent_id,
        "beslotenDoor": indeling.besloten_door,
        "indelingId": indeling.id,
        "zorgHandhaving": indeling.zorg_handhaving is not None,
    }
