"""Wissel overwegen: opening, investigating, deciding, and closing with the indeling that follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from uuid_utils.compat import uuid7

from app import CODEVERSIE
from app.db import beleidspakket
from app.db import overweging as db
from app.db.indeling import Indeling
from app.db.klant import Klant
from app.db.overweging import Overweegstatus, Wisseloverweging
from app.db.taak import Taakstatus
from app.domain.indeling.beleid import IndelingBeleid
from app.domain.indeling.overweging import (
    MeldingFeiten,
    Overweeguitkomst,
    Wisselaanleiding,
    adviestaak,
    leidt_naar,
    overweegtaak,
    toets_melding,
    voorgestelde_groep,
    wisseltaak,
)
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.toets import Toets, niet_voldaan
from app.services.handeling import Handeling
from app.services.indeling.wisselopdrachten import BeoordelingOpdracht, OnderzoekOpdracht, OverweegOpdracht
from app.services.taak import Bestemming, maak_taak, sluit_taken, sluit_taken_van_klant
from app.services.vastleggen import leg_vast

_ADVIES = "advies_bedrijfsarts_volgen"


@dataclass(frozen=True)
class Opening:
    """Why a change is considered from ``vanaf``, and the toetsen that show it."""

    aanleiding: Wisselaanleiding
    vanaf: date
    toetsen: Sequence[Toets]
    omschrijving: str | None = None


def overweeg_wissel(h: Handeling, opdracht: OverweegOpdracht, klant_id: UUID) -> Wisseloverweging:
    """Report that a change must be considered (DEV-KGR-017, DEV-KGR-510, DEV-KGR-513).

    Raises Geweigerd when the aanleiding does not fit the klant, Conflict when it is being considered already.
    """
    klant = h.klant(klant_id)
    feiten = MeldingFeiten(
        aanleiding=opdracht.aanleiding,
        klantgroep=klant.klantgroep,
        zorg_handhaving=klant.zorg_handhaving,
        omschrijving=opdracht.omschrijving,
    )
    toetsen = toets_melding(feiten)
    if niet_voldaan(toetsen):
        raise Geweigerd("Deze wissel kan zo niet worden overwogen.", niet_voldaan(toetsen))
    open_ = [o for o in db.overwegingen(h.sessie, klant.id) if o.status is Overweegstatus.OPEN]
    if any(o.aanleiding is opdracht.aanleiding for o in open_):
        raise Conflict("Deze aanleiding wordt al beoordeeld.", "overweging_loopt")
    return open_overweging(h, klant, Opening(opdracht.aanleiding, h.vandaag, toetsen, opdracht.omschrijving))


def open_overweging(h: Handeling, klant: Klant, opening: Opening) -> Wisseloverweging:
    """Put an assessment in the werkvoorraad of the contact of the klantgroep; ``klant`` is locked and indeled."""
    assert klant.klantgroep is not None
    versie = h.beleid.geldend(IndelingBeleid, klant.gemeente, h.vandaag)
    beleidspakket.bewaar(h.sessie, versie, h.nu)
    overweging = Wisseloverweging(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        aanleiding=opening.aanleiding,
        status=Overweegstatus.OPEN,
        klantgroep=klant.klantgroep,
        voorgesteld=voorgestelde_groep(opening.aanleiding, klant.klantgroep),
        vanaf=opening.vanaf,
        omschrijving=opening.omschrijving,
        toetsen=[toets.model_dump(mode="json") for toets in opening.toetsen],
        geopend_op=h.nu,
        geopend_door=h.actor.medewerker_id,
        beleid_id=versie.id,
        beleid_sha256=versie.sha256,
        codeversie=CODEVERSIE,
        versie=0,
    )
    h.sessie.add(overweging)
    leg_vast(h, Soort.WISSEL_OVERWOGEN, overweging, klant, _inhoud(overweging) | {"vanaf": overweging.vanaf})
    taak = overweegtaak(opening.aanleiding, klant.klantgroep, opening.vanaf, versie.beleid)
    later = opening.vanaf if opening.vanaf > h.vandaag else None
    maak_taak(h, taak, Bestemming(overweging.id, klant), vanaf=later)
    return overweging


def bekijk_overwegingen(h: Handeling, klant_id: UUID) -> list[Wisseloverweging]:
    """Return what was and is considered for a klant, the latest first."""
    return db.overwegingen(h.sessie, h.klant(klant_id, vergrendel=False).id)


def leg_onderzoek_vast(h: Handeling, opdracht: OnderzoekOpdracht, overweging_id: UUID) -> Wisseloverweging:
    """Record that the bedrijfsarts was asked, or what the advice is (DEV-KGR-017)."""
    overweging, klant = _vind(h, overweging_id)
    if overweging.status is not Overweegstatus.OPEN:
        raise Conflict(f"Deze overweging is {overweging.status.value}.", "overweging_gesloten")
    for veld, waarde in opdracht.model_dump(exclude_unset=True).items():
        setattr(overweging, veld, waarde)
    _controleer_onderzoek(h, overweging)
    inhoud = _inhoud(overweging) | {
        "gevraagdOp": overweging.onderzoek_gevraagd_op,
        "ontvangenOp": overweging.onderzoek_ontvangen_op,
    }
    leg_vast(h, Soort.WISSEL_ONDERZOCHT, overweging, klant, inhoud)
    sluit_taken(h, overweging.id, _ADVIES)
    if overweging.onderzoek_ontvangen_op is None and overweging.onderzoek_gevraagd_op is not None:
        beleid = h.beleid.geldend(IndelingBeleid, klant.gemeente, h.vandaag).beleid
        taak = adviestaak(overweging.klantgroep, overweging.onderzoek_gevraagd_op, beleid)
        maak_taak(h, taak, Bestemming(overweging.id, klant))
    return overweging


def _controleer_onderzoek(h: Handeling, overweging: Wisseloverweging) -> None:
    gevraagd, ontvangen = overweging.onderzoek_gevraagd_op, overweging.onderzoek_ontvangen_op
    fouten = {}
    if gevraagd is not None and gevraagd > h.vandaag:
        fouten["onderzoekGevraagdOp"] = "Deze dag ligt in de toekomst."
    if ontvangen is not None and (gevraagd is None or not gevraagd <= ontvangen <= h.vandaag):
        fouten["onderzoekOntvangenOp"] = "Geef een dag vanaf de vraag aan de bedrijfsarts, niet na vandaag."
    if (ontvangen is None) != (overweging.onderzoek_advies is None):
        fouten["onderzoekAdvies"] = "Geef het advies samen met de dag waarop het is ontvangen."
    if fouten:
        raise OngeldigeInvoer(fouten)


def beoordeel(h: Handeling, opdracht: BeoordelingOpdracht, overweging_id: UUID) -> Wisseloverweging:
    """Record the outcome with its motivation; until an indeling followed it can be put right (DEV-KGR-017).

    The outcome moves nobody: to change, a proposal and a decision follow. Raises Conflict before the situation holds.
    """
    overweging, klant = _vind(h, overweging_id)
    if overweging.status is Overweegstatus.VERVALLEN or overweging.indeling_id is not None:
        raise Conflict("Deze overweging is afgesloten.", "overweging_gesloten")
    if overweging.vanaf > h.vandaag:
        raise Conflict("De situatie doet zich nog niet voor.", "overweging_te_vroeg")
    if overweging.aanleiding is Wisselaanleiding.TWIJFELGEVAL:
        sluit_taken_van_klant(h, klant, "twijfelgeval_volgen")
    _besluit(h, klant, overweging, opdracht)
    if opdracht.uitkomst is Overweeguitkomst.WISSELEN:
        beleid = h.beleid.geldend(IndelingBeleid, klant.gemeente, h.vandaag).beleid
        maak_taak(h, wisseltaak(overweging.klantgroep, h.vandaag, beleid), Bestemming(overweging.id, klant))
    return overweging


def sluit_met_wissel(h: Handeling, klant: Klant, indeling: Indeling) -> None:
    """Close what was considered when the klant changes klantgroep: the move carries its trigger (DEV-KGR-509)."""
    for overweging in db.overwegingen(h.sessie, klant.id):
        if overweging.klantgroep is not indeling.vorige or overweging.indeling_id is not None:
            continue
        hoort_erbij = leidt_naar(overweging.klantgroep, overweging.voorgesteld, indeling.klantgroep)
        if overweging.status is Overweegstatus.OPEN and not (hoort_erbij and overweging.vanaf <= h.vandaag):
            laat_vervallen(h, klant, overweging)
        elif overweging.status is Overweegstatus.OPEN:
            overweging.indeling_id = indeling.id
            volgt = BeoordelingOpdracht(uitkomst=Overweeguitkomst.WISSELEN, motivering=indeling.motivering)
            _besluit(h, klant, overweging, volgt)
        elif hoort_erbij and overweging.uitkomst is Overweeguitkomst.WISSELEN:
            overweging.indeling_id = indeling.id
            _leg_besluit_vast(h, klant, overweging)


def werk_bij(h: Handeling, klant: Klant, overweging: Wisseloverweging, toetsen: Sequence[Toets]) -> None:
    """Show the assessor the facts of now; nothing happens when they are as they were."""
    gezien = [toets.model_dump(mode="json") for toets in toetsen]
    if gezien != overweging.toetsen:
        overweging.toetsen = gezien
        leg_vast(h, Soort.WISSEL_OVERWOGEN, overweging, klant, _inhoud(overweging) | {"vanaf": overweging.vanaf})


def laat_vervallen(h: Handeling, klant: Klant, overweging: Wisseloverweging) -> None:
    """End an overweging whose situation is over."""
    overweging.status = Overweegstatus.VERVALLEN
    sluit_taken(h, overweging.id, status=Taakstatus.VERVALLEN)
    leg_vast(h, Soort.WISSEL_OVERWEGING_VERVALLEN, overweging, klant, _inhoud(overweging))


def _besluit(h: Handeling, klant: Klant, overweging: Wisseloverweging, opdracht: BeoordelingOpdracht) -> None:
    overweging.status = Overweegstatus.BESLOTEN
    overweging.uitkomst, overweging.motivering = opdracht.uitkomst, opdracht.motivering
    overweging.besloten_op, overweging.besloten_door = h.nu, h.actor.medewerker_id
    _leg_besluit_vast(h, klant, overweging)


def _leg_besluit_vast(h: Handeling, klant: Klant, overweging: Wisseloverweging) -> None:
    sluit_taken(h, overweging.id)
    inhoud = _inhoud(overweging) | {"uitkomst": overweging.uitkomst, "indelingId": overweging.indeling_id}
    leg_vast(h, Soort.WISSEL_BEOORDEELD, overweging, klant, inhoud)


def _inhoud(overweging: Wisseloverweging) -> dict[str, object]:
    return {
        "aanleiding": overweging.aanleiding,
        "klantgroep": overweging.klantgroep,
        "voorgesteld": overweging.voorgesteld,
    }


def _vind(h: Handeling, overweging_id: UUID) -> tuple[Wisseloverweging, Klant]:
    """Find an overweging with its klant locked, on the version that was seen."""
    overweging = db.overweging(h.sessie, h.actor, overweging_id)
    if overweging is None:
        raise NietGevonden("Deze overweging is niet gevonden.")
    klant = h.klant(overweging.klant_id)
    h.sessie.refresh(overweging)
    h.controleer_versie(overweging)
    return overweging, klant
