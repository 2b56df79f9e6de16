"""Observations: recording, reading by who may, withdrawing and sharing; all of it logged by category."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from app.db.gesprek import gesprek as gesprekken
from app.db.gesprek import observatie as db
from app.db.gesprek.observatie import Observatie, Observatiedeling, Observatieintrekking
from app.db.klant import Klant
from app.domain.gesprek.observatie import (
    Deelgrond,
    ObservatieBeleid,
    Observatiecategorie,
    Partner,
    leesbare_categorieen,
    toetsen_delen,
)
from app.domain.kern.fouten import Conflict, Geweigerd, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.toets import niet_voldaan
from app.services.handeling import Handeling, Opdracht
from app.services.vastleggen import Eenmalig, leg_vast, log_verwerking

Zin = Annotated[str, Field(min_length=3, max_length=500)]
Tekst = Annotated[str, Field(min_length=3, max_length=4000)]


class ObservatieOpdracht(Opdracht):
    """Iets wat opviel. Alleen wie deze categorie mag lezen, en u zelf, ziet het terug."""

    categorie: Observatiecategorie = Field(examples=["laaggeletterdheid"])
    tekst: Tekst = Field(examples=["Liet het formulier door haar zoon voorlezen."])
    datum: date | None = Field(default=None, description="De dag waarop het opviel; standaard vandaag.")
    gesprek_id: UUID | None = Field(default=None, description="Het gesprek waarin het opviel.")


class ObservatieIntrekkingOpdracht(Opdracht):
    """De observatie klopt niet. Zij blijft met de reden te lezen, maar telt niet meer."""

    reden: Zin = Field(examples=["De klant had alleen haar bril vergeten."])


class DelingOpdracht(Opdracht):
    """Een observatie delen met een partner, voor diens doel."""

    partner: Partner = Field(examples=["sociaal_wijkteam"])
    grond: Deelgrond = Field(examples=["wens_klant"])
    doel: Zin = Field(examples=["Hulp bij lezen en schrijven aanbieden."])
    reden: Zin = Field(examples=["De klant vroeg zelf om hulp."])


@dataclass(frozen=True)
class Observatiebeeld:
    """An observation with its withdrawal and with whom it was shared."""

    observatie: Observatie
    intrekking: Observatieintrekking | None
    delingen: list[Observatiedeling]


def leg_observatie_vast(h: Handeling, opdracht: ObservatieOpdracht, klant_id: UUID) -> Observatiebeeld:
    """Record what was noticed (DEV-AMB-013, DEV-AMB-014); the gebeurtenis does not say what about."""
    klant = h.klant(klant_id)
    datum = opdracht.datum or h.vandaag
    fouten = {}
    if not klant.geboortedatum <= datum <= h.vandaag:
        fouten["datum"] = "Geef een dag die niet in de toekomst ligt."
    if opdracht.gesprek_id is not None:
        gesprek = gesprekken.gesprek(h.sessie, h.actor, opdracht.gesprek_id)
        if gesprek is None or gesprek.klant_id != klant.id:
            fouten["gesprekId"] = "Dit gesprek is bij deze klant niet bekend."
    if fouten:
        raise OngeldigeInvoer(fouten)
    observatie = Observatie(
        id=uuid7(),
        organisatie=klant.organisatie,
        klant_id=klant.id,
        **opdracht.model_dump(exclude={"datum"}),
        datum=datum,
        vastgelegd_op=h.nu,
        auteur_id=h.actor.medewerker_id,
    )
    h.sessie.add(observatie)
    leg_vast(h, Soort.OBSERVATIE_VASTGELEGD, Eenmalig(observatie.id), klant, {})
    return Observatiebeeld(observatie, None, [])


def bekijk_observaties(h: Handeling, klant_id: UUID) -> list[Observatiebeeld]:
    """Return the observations that this actor may read, the latest first; logs which categories were read."""
    klant = h.klant(klant_id, vergrendel=False)
    rijen = db.observaties(h.sessie, klant.id, _leesbaar(h, klant), h.actor.medewerker_id)
    _log(h, klant, {rij.categorie for rij in rijen})
    return _beelden(h, rijen)


def trek_observatie_in(h: Handeling, opdracht: ObservatieIntrekkingOpdracht, observatie_id: UUID) -> Observatiebeeld:
    """Withdraw an observation. Raises Conflict when that was done before."""
    klant, observatie = _open(h, observatie_id)
    intrekking = Observatieintrekking(
        id=uuid7(),
        organisatie=klant.organisatie,
        klant_id=klant.id,
        observatie_id=observatie.id,
        reden=opdracht.reden,
        ingetrokken_op=h.nu,
        ingetrokken_door=h.actor.medewerker_id,
    )
    h.sessie.add(intrekking)
    leg_vast(h, Soort.OBSERVATIE_INGETROKKEN, Eenmalig(observatie.id), klant, {})
    return _beelden(h, [observatie])[0]


def deel_observatie(h: Handeling, opdracht: DelingOpdracht, observatie_id: UUID) -> Observatiebeeld:
    """Record that an observation is shared (DEV-PRV-001). Raises Geweigerd when policy does not allow it."""
    klant, observatie = _open(h, observatie_id)
    beleid = h.beleid.geldend(ObservatieBeleid, klant.gemeente, h.vandaag).beleid
    toetsen = niet_voldaan(toetsen_delen(observatie.categorie, opdracht.partner, opdracht.grond, beleid))
    if toetsen:
        raise Geweigerd("Deze observatie kan zo niet worden gedeeld.", toetsen, "delen_niet_toegestaan")
    deling = Observatiedeling(
        id=uuid7(),
        organisatie=klant.organisatie,
        klant_id=klant.id,
        observatie_id=observatie.id,
        **opdracht.model_dump(),
        gedeeld_op=h.nu,
        gedeeld_door=h.actor.medewerker_id,
    )
    h.sessie.add(deling)
    leg_vast(h, Soort.OBSERVATIE_GEDEELD, Eenmalig(deling.id), klant, {})
    wat = f"{h.doel}: {observatie.categorie.value} gedeeld met {opdracht.partner.value}"
    log_verwerking(replace(h, doel=wat), [klant.id], "gedeeld")
    return _beelden(h, [observatie])[0]


def _leesbaar(h: Handeling, klant: Klant) -> frozenset[Observatiecategorie]:
    beleid = h.beleid.geldend(ObservatieBeleid, klant.gemeente, h.vandaag).beleid
    return leesbare_categorieen(h.actor.rollen, beleid)


def _log(h: Handeling, klant: Klant, categorieen: Iterable[Observatiecategorie]) -> None:
    for categorie in sorted(categorieen):
        log_verwerking(replace(h, doel=f"{h.doel}: {categorie.value}"), [klant.id], "gelezen")


def _open(h: Handeling, observatie_id: UUID) -> tuple[Klant, Observatie]:
    """Find an observation that counts and that this actor may read, with its dossier locked."""
    observatie = db.observatie(h.sessie, h.actor, observatie_id)
    if observatie is None:
        raise NietGevonden("Deze observatie is niet gevonden.")
    klant = h.klant(observatie.klant_id)
    if observatie.auteur_id != h.actor.medewerker_id and observatie.categorie not in _leesbaar(h, klant):
        raise NietGevonden("Deze observatie is niet gevonden.")
    if db.intrekkingen(h.sessie, [observatie.id]):
        raise Conflict("Deze observatie is al ingetrokken.", "observatie_ingetrokken")
    return klant, observatie


def _beelden(h: Handeling, rijen: list[Observatie]) -> list[Observatiebeeld]:
    h.sessie.flush()
    nummers = [rij.id for rij in rijen]
    ingetrokken, gedeeld = db.intrekkingen(h.sessie, nummers), db.delingen(h.sessie, nummers)
    return [
        Observatiebeeld(rij, ingetrokken.get(rij.id), [deling for deling in gedeeld if deling.observatie_id == rij.id])
        for rij in rijen
    ]
