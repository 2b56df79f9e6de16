"""Requests of nuggers: opening, completing, withdrawing, and deciding on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from uuid_utils.compat import uuid7

from app.db import besluit as besluiten
from app.db.besluit import Besluitstand
from app.db.doelgroep import nugger as db
from app.db.doelgroep.nugger import Nuggerinzet, Nuggerverzoek, Verzoekstand
from app.db.klant import Klant
from app.db.taak import Taakstatus
from app.domain.doelgroep.categorie import Categorie, Doelgroepcategorie, categorie_van
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.nugger.beslissing import Beslissing, beslis
from app.services.besluit.nemen import Besluitvoorstel, neem
from app.services.besluit.rekenaars import NUGGER
from app.services.doelgroep.dossier import achtergrond
from app.services.doelgroep.registreren import registreer
from app.services.handeling import Handeling
from app.services.nugger.feiten import verzamel
from app.services.nugger.opdrachten import (
    NuggerbesluitOpdracht,
    NuggerintrekkingOpdracht,
    NuggerverzoekOpdracht,
    WijzigNuggerverzoekOpdracht,
)
from app.services.nugger.taken import Taaksoort, vraag
from app.services.taak import sluit_taken
from app.services.vastleggen import leg_vast


@dataclass(frozen=True)
class Verzoekbeeld:
    """A request as it is shown: what the rules say of it now, its besluiten and what was put in, oldest first."""

    verzoek: Nuggerverzoek
    beoordeling: Beslissing
    besluiten: Sequence[Besluitstand]
    inzetten: Sequence[Nuggerinzet]


def open_verzoek(h: Handeling, opdracht: NuggerverzoekOpdracht, klant_id: UUID) -> Verzoekbeeld:
    """Open a request; who has no uitkering is registered as nugger (DEV-DOE-014, DEV-DOE-902, DEV-DOE-905).

    Raises Conflict when one is open already.
    """
    klant = h.klant(klant_id)
    datum = opdracht.datum or h.vandaag
    if not klant.geboortedatum <= datum <= h.vandaag:
        raise OngeldigeInvoer({"datum": "Geef een dag die niet in de toekomst ligt."})
    lopend = (Verzoekstand.OPEN, Verzoekstand.BESLOTEN, Verzoekstand.GETOETST)
    if any(verzoek.status in lopend for verzoek in db.verzoeken(h.sessie, klant.id)):
        raise Conflict("Er loopt al een verzoek van deze klant.", "verzoek_loopt_al")
    if opdracht.geen_uitkering:
        _schrijf_in(h, klant, Doelgroepcategorie(soort="doelgroepcategorie", datum=datum, categorie=Categorie.NUGGER))
    verzoek = Nuggerverzoek(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        datum=datum,
        status=Verzoekstand.OPEN,
        **opdracht.model_dump(include={"inkomen", "vermogen", "wens"}),
        geopend_op=h.nu,
        geopend_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(verzoek)
    leg_vast(h, Soort.NUGGERVERZOEK_GEOPEND, verzoek, klant, {"datum": datum})
    vraag(h, klant, verzoek, Taaksoort.BESLUIT)
    return beeld(h, verzoek)


def _schrijf_in(h: Handeling, klant: Klant, feit: Doelgroepcategorie) -> None:
    if categorie_van(achtergrond(h, klant).eerdere, feit.datum) is not Categorie.NUGGER:
        registreer(h, klant, feit)


def wijzig_verzoek(h: Handeling, opdracht: WijzigNuggerverzoekOpdracht, verzoek_id: UUID) -> Verzoekbeeld:
    """Complete or correct an open request."""
    verzoek, klant = vind(h, verzoek_id, vergrendel=True)
    h.controleer_versie(verzoek)
    _moet_open_zijn(verzoek)
    gewijzigd = opdracht.model_dump(exclude_unset=True)
    if "wens" in gewijzigd and gewijzigd["wens"] is None:
        raise OngeldigeInvoer({"wens": "Dit veld kan niet leeg."})
    for veld, waarde in gewijzigd.items():
        setattr(verzoek, veld, waarde)
    leg_vast(h, Soort.NUGGERVERZOEK_GEWIJZIGD, verzoek, klant, {"velden": sorted(gewijzigd)})
    return beeld(h, verzoek)


def trek_verzoek_in(h: Handeling, opdracht: NuggerintrekkingOpdracht, verzoek_id: UUID) -> Verzoekbeeld:
    """End a request that was not decided on."""
    verzoek, klant = vind(h, verzoek_id, vergrendel=True)
    h.controleer_versie(verzoek)
    _moet_open_zijn(verzoek)
    verzoek.status, verzoek.reden_intrekking = Verzoekstand.INGETROKKEN, opdracht.reden
    sluit_taken(h, verzoek.id, status=Taakstatus.VERVALLEN)
    leg_vast(h, Soort.NUGGERVERZOEK_INGETROKKEN, verzoek, klant, {})
    return beeld(h, verzoek)


def beslis_verzoek(h: Handeling, opdracht: NuggerbesluitOpdracht, verzoek_id: UUID) -> Besluitstand:
    """Decide on a request, on the facts and amounts of its day (DEV-DOE-014 to DEV-DOE-016, DEV-DOE-902).

    Raises Geweigerd with what is missing or open: without a figure there is no refusal.
    """
    verzoek, klant = vind(h, verzoek_id, vergrendel=True)
    h.controleer_versie(verzoek)
    _moet_open_zijn(verzoek)
    dossier = verzamel(h, klant, verzoek, opdracht)
    verzoek.oordeel = opdracht.oordeel.model_dump(mode="json") if opdracht.oordeel else None
    voorstel = Besluitvoorstel(
        soort=NUGGER,
        onderwerp=verzoek,
        feiten=dossier.feiten,
        versie=dossier.versie,
        peildatum=verzoek.datum,
        bronnen=dossier.bronnen,
        motivering=opdracht.motivering,
    )
    besluit = neem(h, klant, voorstel)
    verzoek.status = Verzoekstand.BESLOTEN
    sluit_taken(h, verzoek.id, Taaksoort.BESLUIT)
    vraag(h, klant, verzoek, Taaksoort.TOETSING)
    return Besluitstand(besluit, None, None)


def _moet_open_zijn(verzoek: Nuggerverzoek) -> None:
    if verzoek.status is not Verzoekstand.OPEN:
        raise Conflict(f"Dit verzoek is {verzoek.status.value}.", "verzoek_niet_open")


def vind(h: Handeling, verzoek_id: UUID, *, vergrendel: bool = False) -> tuple[Nuggerverzoek, Klant]:
    """Find a request; ``vergrendel`` locks the dossier and reads the request again under the lock."""
    verzoek = db.verzoek(h.sessie, h.actor, verzoek_id)
    if verzoek is None:
        raise NietGevonden("Dit verzoek is niet gevonden.")
    klant = h.klant(verzoek.klant_id, vergrendel=vergrendel)
    if vergrendel:
        h.sessie.refresh(verzoek)
    return verzoek, klant


def bekijk(h: Handeling, verzoek_id: UUID) -> Verzoekbeeld:
    """Find and show a request."""
    return beeld(h, vind(h, verzoek_id)[0])


def bekijk_verzoeken(h: Handeling, klant_id: UUID) -> list[Verzoekbeeld]:
    """Show the requests of a klant, oldest first."""
    klant = h.klant(klant_id, vergrendel=False)
    return [beeld(h, verzoek) for verzoek in db.verzoeken(h.sessie, klant.id)]


def beeld(h: Handeling, verzoek: Nuggerverzoek) -> Verzoekbeeld:
    """Show a request."""
    h.sessie.flush()
    klant = h.klant(verzoek.klant_id, vergrendel=False)
    dossier = verzamel(h, klant, verzoek)
    return Verzoekbeeld(
        verzoek=verzoek,
        beoordeling=beslis(dossier.feiten, dossier.versie.beleid, verzoek.datum),
        besluiten=besluiten.besluiten_over(h.sessie, [verzoek.id]),
        inzetten=db.inzetten(h.sessie, [verzoek.id]),
    )
