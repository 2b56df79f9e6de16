"""Referring a klant, and recording what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Final
from uuid import UUID

from pydantic import AwareDatetime, Field, StringConstraints
from uuid_utils.compat import uuid7

from app.db import plan as plannen
from app.db.aanvraag import aanvraag as aanvragen
from app.db.klant import Klant
from app.db.signaal import niet_willer as niet_willers
from app.db.taak import Taakstatus
from app.db.verwijzing import verwijzing as db
from app.db.verwijzing.verwijzing import Verwijzing, Verwijzingstatus
from app.domain.beleid.model import Versie
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.toets import niet_voldaan
from app.domain.verwijzing.beleid import Verwijsaanleiding, Verwijswijze, VerwijzingBeleid
from app.domain.verwijzing.regels import (
    Gegeven,
    Taaksoort,
    bevestigingstaak,
    contact_uiterlijk,
    contacttaak,
    overdracht_van,
    toets_afspraak,
    toets_instantie,
    toets_niet_willer,
    toets_overgenomen,
    toets_partijen,
    toets_wens,
)
from app.services.handeling import Handeling, Opdracht
from app.services.plan.sociale_kaart import noemt_instantie
from app.services.taak import Bestemming, maak_taak, sluit_taken, sluit_taken_van_klant
from app.services.vastleggen import leg_vast
from app.services.verwijzing.rapporteren import vraag_rapportage

Code = Annotated[str, StringConstraints(pattern=r"^[a-z_]{2,40}$")]
Zin = Annotated[str, StringConstraints(min_length=3, max_length=500)]
_GEDAAN_DOOR: Final = {
    Verwijsaanleiding.SCHULDEN: ("bad_overdracht",),
    Verwijsaanleiding.DREIGENDE_UITHUISZETTING: ("bad_overdracht", "bad_overdracht_spoed"),
    Verwijsaanleiding.HULPVRAAG: ("zorgteam_contact",),
    Verwijsaanleiding.NIET_WILLER: ("cambio_overwegen",),
}
"""The taken of the screening that a referral does."""


class VerwijzingOpdracht(Opdracht):
    """Een verwijzing naar een instantie van de sociale kaart."""

    aanleiding: Verwijsaanleiding = Field(examples=["hulp_bij_invullen"])
    instantie: Code = Field(examples=["sociale_raadslieden"])
    wijze: Verwijswijze = Field(examples=["informatie"])
    aanvraag_id: UUID | None = Field(default=None, description="De aanvraag waarbij de verwijzing hoort.")
    plan_id: UUID | None = Field(default=None, description="Het plan van aanpak met de actie waar dit bij hoort.")
    hulp: Zin | None = Field(default=None, description="Welke ondersteuning nodig is.")
    spoed: bool = Field(default=False, description="Bij spoed wordt de instantie gebeld, anders gemaild.")
    wens_klant: bool | None = Field(default=None, description="Of de klant deze hulp zelf wil.")
    gedeeld: list[Gegeven] = Field(
        default_factory=list, max_length=5, description="Wat de instantie te weten krijgt; niet meer dan nodig."
    )
    klant_geinformeerd_op: date | None = Field(default=None, description="Standaard vandaag.")
    afspraak_op: AwareDatetime | None = Field(default=None, description="Verplicht als de afspraak is geregeld.")


class Vervolgsoort(StrEnum):
    """What can happen to a referral."""

    CONTACT = "contact"
    BEVESTIGING = "bevestiging"
    RESULTAAT = "resultaat"
    INTREKKING = "intrekking"


class VervolgOpdracht(Opdracht):
    """Wat er met de verwijzing gebeurde."""

    soort: Vervolgsoort = Field(examples=["resultaat"])
    moment: AwareDatetime | None = Field(default=None, description="Standaard nu.")
    toelichting: Zin | None = Field(
        default=None,
        description="Verplicht bij een resultaat en een intrekking; bij een bevestiging wie bevestigde (functie).",
        examples=["De klant heeft elke week een gesprek."],
    )


def verwijs(h: Handeling, opdracht: VerwijzingOpdracht, klant_id: UUID) -> Verwijzing:
    """Refer a klant (DEV-SCR-006, DEV-AAN-018, DEV-AAN-024, DEV-DIG-008, DEV-DIG-012)."""
    klant = h.klant(klant_id)
    versie = h.beleid.geldend(VerwijzingBeleid, klant.gemeente, h.vandaag)
    _controleer(h, klant, opdracht)
    toetsen = (
        toets_instantie(opdracht.aanleiding, opdracht.instantie, versie.beleid),
        toets_wens(opdracht.aanleiding, opdracht.wens_klant),
        toets_afspraak(opdracht.wijze, opdracht.afspraak_op),
        toets_niet_willer(opdracht.aanleiding, niet_willers.lopende(h.sessie, klant.id) is not None),
        toets_partijen(opdracht.aanleiding, bool(klant.consulent_id), bool(klant.inkomensconsulent_id)),
    )
    if bezwaar := niet_voldaan(toetsen):
        raise Geweigerd(bezwaar[0].toelichting, bezwaar)
    rij = _rij(h, klant, opdracht, versie)
    h.sessie.add(rij)
    h.sessie.flush()
    _bewaak(h, klant, rij, versie.beleid)
    sluit_taken_van_klant(h, klant, *_GEDAAN_DOOR.get(opdracht.aanleiding, ("",)))
    inhoud: dict[str, Any] = {"instantie": rij.instantie, "wijze": rij.wijze, "aanvraagId": rij.aanvraag_id}
    leg_vast(h, Soort.VERWIJZING_GEMAAKT, rij, klant, inhoud)
    return rij


def _controleer(h: Handeling, klant: Klant, opdracht: VerwijzingOpdracht) -> None:
    fouten = {}
    if opdracht.klant_geinformeerd_op is not None and opdracht.klant_geinformeerd_op > h.vandaag:
        fouten["klantGeinformeerdOp"] = "Deze dag ligt in de toekomst."
    if opdracht.aanvraag_id is not None:
        aanvraag = aanvragen.aanvraag(h.sessie, h.actor, opdracht.aanvraag_id)
        if aanvraag is None or klant.id not in aanvragen.klant_ids(h.sessie, aanvraag):
            fouten["aanvraagId"] = "Dit is geen aanvraag van deze klant."
    if opdracht.plan_id is not None:
        plan = plannen.plan(h.sessie, h.actor, opdracht.plan_id)
        if plan is None or plan.klant_id != klant.id or not noemt_instantie(h, plan, opdracht.instantie):
            fouten["planId"] = "Dit is geen plan van deze klant met een actie bij deze organisatie."
    if fouten:
        raise OngeldigeInvoer(fouten)


def _rij(h: Handeling, klant: Klant, opdracht: VerwijzingOpdracht, versie: Versie[VerwijzingBeleid]) -> Verwijzing:
    plek = versie.beleid.instantie(opdracht.instantie)
    assert plek is not None
    traject = opdracht.aanleiding is Verwijsaanleiding.NIET_WILLER
    overnemen = {
        "plan_id",
        "aanleiding",
        "instantie",
        "wijze",
        "aanvraag_id",
        "hulp",
        "spoed",
        "wens_klant",
        "afspraak_op",
    }
    return Verwijzing(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        **opdracht.model_dump(include=overnemen),
        overdracht=overdracht_van(opdracht.spoed),
        gedeeld=sorted({gegeven.value for gegeven in opdracht.gedeeld}),
        datum=h.vandaag,
        klant_geinformeerd_op=opdracht.klant_geinformeerd_op or h.vandaag,
        contact_uiterlijk=contact_uiterlijk(opdracht.aanleiding, plek, h.nu, versie.beleid),
        status=Verwijzingstatus.OPEN,
        werkconsulent_id=klant.consulent_id if traject else None,
        inkomensconsulent_id=klant.inkomensconsulent_id if traject else None,
        beleid_id=versie.id,
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
        versie=0,
    )


def _bewaak(h: Handeling, klant: Klant, rij: Verwijzing, beleid: VerwijzingBeleid) -> None:
    """Put in the werkvoorraad what must still be heard of: the call by the instantie, and the acknowledgement."""
    bestemming = Bestemming(rij.id, klant)
    if rij.contact_uiterlijk is not None:
        maak_taak(h, contacttaak(rij.contact_uiterlijk, beleid), bestemming, uiterste=rij.contact_uiterlijk)
    if rij.wijze is Verwijswijze.WARME_OVERDRACHT:
        maak_taak(h, bevestigingstaak(h.nu, beleid), bestemming)
    if rij.aanleiding is Verwijsaanleiding.NIET_WILLER:
        vraag_rapportage(h, klant, rij, beleid)


def leg_vervolg_vast(h: Handeling, opdracht: VervolgOpdracht, verwijzing_id: UUID) -> Verwijzing:
    """Record contact, acknowledgement, result or withdrawal. Raises Conflict for a referral that is closed."""
    rij = db.verwijzing(h.sessie, h.actor, verwijzing_id)
    if rij is None:
        raise NietGevonden("Deze verwijzing is niet gevonden.")
    klant = h.klant(rij.klant_id)
    h.sessie.refresh(rij)
    h.controleer_versie(rij)
    if rij.status is not Verwijzingstatus.OPEN:
        raise Conflict(f"Deze verwijzing is {rij.status.value}.", "verkeerde_status")
    _controleer_vervolg(h, rij, opdracht)
    _VERWERK[opdracht.soort](h, rij, opdracht)
    leg_vast(h, Soort.VERWIJZING_VERVOLGD, rij, klant, {"soort": opdracht.soort, "instantie": rij.instantie})
    return rij


def _controleer_vervolg(h: Handeling, rij: Verwijzing, opdracht: VervolgOpdracht) -> None:
    fouten = {}
    if opdracht.moment is not None and not rij.vastgelegd_op <= opdracht.moment <= h.nu:
        fouten["moment"] = "Kies een moment vanaf de verwijzing tot nu."
    if opdracht.soort is not Vervolgsoort.CONTACT and opdracht.toelichting is None:
        fouten["toelichting"] = "Dit veld is verplicht."
    if fouten:
        raise OngeldigeInvoer(fouten)


def _contact(h: Handeling, rij: Verwijzing, opdracht: VervolgOpdracht) -> None:
    rij.contact_op = opdracht.moment or h.nu
    sluit_taken(h, rij.id, Taaksoort.CONTACT)


def _bevestiging(h: Handeling, rij: Verwijzing, opdracht: VervolgOpdracht) -> None:
    rij.bevestigd_op, rij.bevestigd_door = opdracht.moment or h.nu, opdracht.toelichting
    sluit_taken(h, rij.id, Taaksoort.BEVESTIGING)


def _resultaat(h: Handeling, rij: Verwijzing, opdracht: VervolgOpdracht) -> None:
    if bezwaar := niet_voldaan([toets_overgenomen(rij.wijze, rij.bevestigd_op is not None)]):
        raise Geweigerd(bezwaar[0].toelichting, bezwaar)
    _sluit(h, rij, opdracht, Verwijzingstatus.AFGEROND, Taakstatus.GEDAAN)


def _intrekking(h: Handeling, rij: Verwijzing, opdracht: VervolgOpdracht) -> None:
    _sluit(h, rij, opdracht, Verwijzingstatus.INGETROKKEN, Taakstatus.VERVALLEN)


def _sluit(
    h: Handeling, rij: Verwijzing, opdracht: VervolgOpdracht, status: Verwijzingstatus, taken: Taakstatus
) -> None:
    rij.status, rij.resultaat, rij.afgesloten_op = status, opdracht.toelichting, opdracht.moment or h.nu
    sluit_taken(h, rij.id, status=taken)


_VERWERK: Final = {
    Vervolgsoort.CONTACT: _contact,
    Vervolgsoort.BEVESTIGING: _bevestiging,
    Vervolgsoort.RESULTAAT: _resultaat,
    Vervolgsoort.INTREKKING: _intrekking,
}


def van_klant(h: Handeling, klant_id: UUID) -> Sequence[Verwijzing]:
    """Return the referrals of a klant, oldest first."""
    klant = h.klant(klant_id, vergrendel=False)
    return db.verwijzingen(h.sessie, [klant.id])
