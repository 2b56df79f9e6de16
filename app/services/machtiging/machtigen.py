"""Machtigingen: recording the answer of the klant, its end, and the prompt to ask (DEV-PRV-501)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints
from uuid_utils.compat import uuid7

from app.db.klant import Klant
from app.db.machtiging import machtiging as db
from app.db.machtiging.machtiging import Machtiging
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.rollen import Rol
from app.domain.machtiging.machtiging import (
    VRAGEN,
    Derdesoort,
    Machtigingantwoord,
    MachtigingBeleid,
    Machtigingfeit,
    Machtigingstand,
    moet_vragen,
    stand_op,
    taak_vragen,
)
from app.services.handeling import Handeling, Opdracht
from app.services.taak import Bestemming, maak_taak, sluit_taken_van_klant
from app.services.vastleggen import leg_vast

Zin = Annotated[str, StringConstraints(min_length=3, max_length=500)]


class MachtigingOpdracht(Opdracht):
    """Het antwoord van de klant op de vraag om een machtiging. Bij `gegeven` horen reikwijdte en document."""

    derde: Derdesoort = Field(examples=["hulpverlener"])
    antwoord: Machtigingantwoord = Field(examples=["gegeven"])
    partij: Zin | None = Field(default=None, description="Om welke organisatie of persoon het gaat.")
    reikwijdte: Zin | None = Field(
        default=None, description="Waarover informatie mag worden uitgewisseld.", examples=["Afspraken en voortgang."]
    )
    document: Zin | None = Field(
        default=None, description="Waar het getekende formulier is bewaard.", examples=["Zaak 2026-0412, bijlage 3."]
    )
    datum: date | None = Field(default=None, description="Standaard vandaag.")
    einde: date | None = Field(default=None, description="De laatste dag waarop zij geldt.")


class MachtigingeindeOpdracht(Opdracht):
    """De klant trekt de machtiging in, of zij was verkeerd vastgelegd."""

    vergissing: bool = Field(default=False, description="Zij was verkeerd vastgelegd en heeft nooit gegolden.")
    reden: Zin = Field(examples=["De klant wil dit niet meer."])


@dataclass(frozen=True)
class Machtigingenbeeld:
    """Where it stands per kind of third party, and every answer."""

    klant_id: UUID
    standen: Mapping[Derdesoort, Machtigingstand]
    machtigingen: Sequence[Machtiging]


def leg_vast_machtiging(h: Handeling, opdracht: MachtigingOpdracht, klant_id: UUID) -> Machtiging:
    """Record what the klant answered; the prompt to ask is done."""
    klant = h.klant(klant_id)
    datum = opdracht.datum or h.vandaag
    _controleer(h, opdracht, datum)
    rij = Machtiging(
        id=uuid7(),
        organisatie=klant.organisatie,
        klant_id=klant.id,
        **opdracht.model_dump(exclude={"datum"}),
        datum=datum,
        vergissing=False,
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(rij)
    sluit_taken_van_klant(h, klant, VRAGEN)
    leg_vast(h, Soort.MACHTIGING_VASTGELEGD, rij, klant, {"antwoord": rij.antwoord, "einde": rij.einde})
    return rij


def _controleer(h: Handeling, opdracht: MachtigingOpdracht, datum: date) -> None:
    fouten = {}
    if datum > h.vandaag:
        fouten["datum"] = "Deze dag ligt in de toekomst."
    if opdracht.einde is not None and opdracht.einde < datum:
        fouten["einde"] = "Deze dag ligt voor het begin."
    if opdracht.antwoord is Machtigingantwoord.GEGEVEN:
        ontbreekt = {"reikwijdte": opdracht.reikwijdte, "document": opdracht.document}
        fouten |= {veld: "Verplicht bij een gegeven machtiging." for veld, waarde in ontbreekt.items() if not waarde}
    if fouten:
        raise OngeldigeInvoer(fouten)


def beeindig(h: Handeling, opdracht: MachtigingeindeOpdracht, machtiging_id: UUID) -> Machtiging:
    """Withdraw a machtiging from today on, or correct one that was recorded wrongly."""
    rij = db.machtiging(h.sessie, h.actor, machtiging_id)
    if rij is None:
        raise NietGevonden("Deze machtiging is niet gevonden.")
    klant = h.klant(rij.klant_id)
    h.sessie.refresh(rij)
    h.controleer_versie(rij)
    if rij.ingetrokken_op is not None:
        raise Conflict("Deze machtiging is al ingetrokken.", "al_ingetrokken")
    rij.ingetrokken_op = rij.datum if opdracht.vergissing else h.vandaag
    rij.vergissing, rij.reden_intrekking = opdracht.vergissing, opdracht.reden
    leg_vast(h, Soort.MACHTIGING_INGETROKKEN, rij, klant, {"vergissing": rij.vergissing})
    return rij


def bekijk(h: Handeling, klant_id: UUID) -> Machtigingenbeeld:
    """Show where it stands per kind of third party today, whatever was asked or not."""
    klant = h.klant(klant_id, vergrendel=False)
    rijen = db.machtigingen(h.sessie, klant.id)
    feiten = feiten_van(rijen)
    standen = {derde: stand_op(feiten, derde, h.vandaag) for derde in Derdesoort}
    return Machtigingenbeeld(klant.id, standen, rijen)


def feiten_van(rijen: Sequence[Machtiging]) -> list[Machtigingfeit]:
    """Leave out what was recorded wrongly."""
    velden = Machtigingfeit.model_fields
    return [Machtigingfeit(**{veld: getattr(rij, veld) for veld in velden}) for rij in rijen if not rij.vergissing]


def beleid_van(h: Handeling, klant: Klant) -> MachtigingBeleid:
    """Return the policy of today."""
    return h.beleid.geldend(MachtigingBeleid, klant.gemeente, h.vandaag).beleid


def vraag_machtiging(h: Handeling, klant: Klant, onderwerp_id: UUID, moment: str, rol: Rol) -> None:
    """Prompt to offer a machtiging at a conversation when there is none (DEV-PRV-501)."""
    feiten = feiten_van(db.machtigingen(h.sessie, klant.id))
    grondslag = moet_vragen(feiten, moment, h.vandaag, beleid_van(h, klant))
    if grondslag is not None:
        sluit_taken_van_klant(h, klant, VRAGEN)
        maak_taak(h, taak_vragen(grondslag, h.vandaag, rol), Bestemming(onderwerp_id, klant))
