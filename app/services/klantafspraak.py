"""Agreements with a klant: making them, looking whether they were kept, and repeating them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints
from uuid_utils.compat import uuid7

from app.db import klantafspraak as db
from app.db.klant import Klant
from app.db.klantafspraak import Klantafspraak
from app.db.taak import Taakstatus
from app.domain.bericht.kanaal import Berichtkanaal
from app.domain.bericht.sjabloon import Sjabloon
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Uitkomst
from app.domain.klantafspraak.nakoming import (
    Afspraakaanleiding,
    Nakomingsstand,
    Partij,
    gemisttaak,
    herhaaltaak,
    nagaantaak,
    stand_op,
    toets_nakoming,
)
from app.services.bericht.beheer import Berichtbeeld
from app.services.bericht.gegevens import consulentgegevens
from app.services.bericht.klaarzetten import trek_terug, zet_klaar
from app.services.handeling import Handeling, Opdracht
from app.services.taak import Bestemming, maak_taak, sluit_taken, sluit_taken_van_klant
from app.services.vastleggen import leg_vast

Wat = Annotated[str, StringConstraints(min_length=3, max_length=500)]
Reden = Annotated[str, StringConstraints(min_length=3, max_length=500)]


class KlantafspraakOpdracht(Opdracht):
    """Wat is afgesproken, wie het doet en wanneer het klaar is."""

    wat: Wat = Field(examples=["Vult de vragenlijst van Dariuz in"])
    door: Partij = Field(default=Partij.KLANT, examples=["klant"])
    door_naam: str | None = Field(default=None, max_length=100, description="Wie, bij `ander` of een collega.")
    uiterlijk: date = Field(examples=["2026-04-10"])
    aanleiding: Afspraakaanleiding = Field(default=Afspraakaanleiding.CONTACT, examples=["ambitiegesprek"])


class NakomingOpdracht(Opdracht):
    """Of de afspraak is nagekomen; een latere vastlegging verbetert een eerdere."""

    nagekomen: bool = Field(examples=[True])
    reden: Reden | None = Field(default=None, description="Verplicht als de afspraak niet is nagekomen.")


class KlantafspraakvervalOpdracht(Opdracht):
    """Waarom de afspraak niet meer geldt, of per ongeluk is vastgelegd."""

    reden: Reden = Field(examples=["Dubbel vastgelegd"])


class HerhaalOpdracht(Opdracht):
    """Langs welke weg de afspraken worden herhaald."""

    kanaal: Berichtkanaal | None = Field(default=None, description="Zonder opgave wat de klant het best bereikt.")


@dataclass(frozen=True)
class Klantafspraakbeeld:
    """An agreement as it stands today."""

    rij: Klantafspraak
    klant: Klant
    stand: Nakomingsstand


def beeld(h: Handeling, rij: Klantafspraak, klant: Klant) -> Klantafspraakbeeld:
    """Return how an agreement stands."""
    stand = stand_op(h.vandaag, rij.uiterlijk, rij.nagekomen, vervallen=rij.vervallen_op is not None)
    return Klantafspraakbeeld(rij, klant, stand)


def van_klant(h: Handeling, klant_id: UUID) -> list[Klantafspraakbeeld]:
    """Return everything that was agreed with a klant."""
    klant = h.klant(klant_id, vergrendel=False)
    return [beeld(h, rij, klant) for rij in db.van_klant(h.sessie, klant.id)]


def maak(h: Handeling, opdracht: KlantafspraakOpdracht, klant_id: UUID) -> Klantafspraakbeeld:
    """Record an agreement, and let somebody look after its last day (DEV-AFS-006)."""
    klant = h.klant(klant_id)
    fouten = {}
    if opdracht.uiterlijk < h.vandaag:
        fouten["uiterlijk"] = "Spreek een dag vanaf vandaag af."
    if opdracht.door is Partij.ANDER and not opdracht.door_naam:
        fouten["doorNaam"] = "Noem wie het doet."
    if fouten:
        raise OngeldigeInvoer(fouten)
    rij = Klantafspraak(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        klant_id=klant.id,
        **opdracht.model_dump(),
        gemaakt_op=h.nu,
        gemaakt_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(rij)
    voorstel = nagaantaak(rij.uiterlijk, rol_voor(klant))
    maak_taak(h, voorstel, Bestemming(rij.id, klant), vanaf=rij.uiterlijk + timedelta(days=1))
    inhoud = {"door": rij.door, "uiterlijk": rij.uiterlijk, "aanleiding": rij.aanleiding}
    leg_vast(h, Soort.KLANTAFSPRAAK_GEMAAKT, rij, klant, inhoud)
    return beeld(h, rij, klant)


def ga_na(h: Handeling, opdracht: NakomingOpdracht, klantafspraak_id: UUID) -> Klantafspraakbeeld:
    """Record or correct whether an agreement was kept (DEV-AFS-006)."""
    rij, klant = _open(h, klantafspraak_id)
    if toets_nakoming(opdracht.nagekomen, opdracht.reden).uitkomst is not Uitkomst.VOLDAAN:
        raise OngeldigeInvoer({"reden": "Leg vast waarom de afspraak niet is nagekomen."})
    rij.nagekomen, rij.reden, rij.nagegaan_op = opdracht.nagekomen, opdracht.reden, h.nu
    sluit_taken(h, rij.id, "klantafspraak_nagaan")
    if opdracht.nagekomen:
        sluit_taken(h, rij.id, "klantafspraak_gemist", status=Taakstatus.VERVALLEN)
    elif rij.door is Partij.KLANT:
        maak_taak(h, gemisttaak(h.vandaag, rol_voor(klant)), Bestemming(rij.id, klant))
    leg_vast(h, Soort.KLANTAFSPRAAK_NAGEGAAN, rij, klant, {"nagekomen": rij.nagekomen})
    return beeld(h, rij, klant)


def laat_vervallen(h: Handeling, opdracht: KlantafspraakvervalOpdracht, klantafspraak_id: UUID) -> Klantafspraakbeeld:
    """Let an agreement lapse that no longer holds or never was made."""
    rij, klant = _open(h, klantafspraak_id)
    rij.vervallen_op, rij.reden = h.nu, opdracht.reden
    sluit_taken(h, rij.id, status=Taakstatus.VERVALLEN)
    leg_vast(h, Soort.KLANTAFSPRAAK_VERVALLEN, rij, klant, {})
    return beeld(h, rij, klant)


def vraag_herhaling(h: Handeling, klant: Klant, onderwerp_id: UUID) -> None:
    """Ask, after a meeting with somebody who has trouble to remember, to repeat the agreements (DEV-AFS-007)."""
    voorstel = herhaaltaak(frozenset(map(Kenmerk, klant.kenmerken)), h.vandaag, rol_voor(klant))
    if voorstel is not None:
        sluit_taken_van_klant(h, klant, voorstel.soort)
        maak_taak(h, voorstel, Bestemming(onderwerp_id, klant))


def herhaal(h: Handeling, opdracht: HerhaalOpdracht, klant_id: UUID) -> Berichtbeeld:
    """Send the open agreements to the klant over the chosen channel (DEV-AFS-007).

    Raises Conflict when there is nothing to repeat, or no way to reach the klant.
    """
    klant = h.klant(klant_id)
    rijen = db.openstaand(h.sessie, klant.id)
    if not rijen:
        raise Conflict("Er zijn geen open afspraken om te herhalen.", "geen_afspraken")
    trek_terug(h, klant.id, Sjabloon.AFSPRAKEN_HERHALING, reden="De afspraken worden opnieuw gestuurd.")
    eigenaar = klant.consulent_id or klant.inkomensconsulent_id or h.actor.medewerker_id
    gegevens = consulentgegevens(h, eigenaar) | {
        "van_klant": [regel(rij) for rij in rijen if rij.door is Partij.KLANT],
        "van_anderen": [regel(rij) for rij in rijen if rij.door is not Partij.KLANT],
    }
    bericht = zet_klaar(h, klant, Sjabloon.AFSPRAKEN_HERHALING, gegevens, onderwerp_id=klant.id, kanaal=opdracht.kanaal)
    assert bericht is not None
    sluit_taken_van_klant(h, klant, "afspraken_herhalen")
    h.sessie.flush()
    return Berichtbeeld(bericht, klant)


def regel(rij: Klantafspraak) -> str:
    """Write an agreement as one line for the klant."""
    wie = "" if rij.door is Partij.KLANT else f"{rij.door_naam or 'Wij'}: "
    return f"{wie}{rij.wat}, uiterlijk {rij.uiterlijk:%d-%m-%Y}"


def rol_voor(klant: Klant) -> Rol:
    """Return on whose desk the agreements of a klant lie."""
    return Rol.WERKCONSULENT if klant.consulent_id else Rol.INKOMENSCONSULENT


def _open(h: Handeling, klantafspraak_id: UUID) -> tuple[Klantafspraak, Klant]:
    rij = db.klantafspraak(h.sessie, h.actor, klantafspraak_id)
    if rij is None:
        raise NietGevonden("Deze afspraak met de klant is niet gevonden.")
    klant = h.klant(rij.klant_id)
    h.sessie.refresh(rij)
    h.controleer_versie(rij)
    if rij.vervallen_op is not None:
        raise Conflict("Deze afspraak met de klant is vervallen.", "verkeerde_status")
    return rij, klant
