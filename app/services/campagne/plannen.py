"""Planning a campaign, starting to send it, and withdrawing it (DEV-ORG-505)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID, uuid5

from pydantic import Field, StringConstraints
from uuid_utils.compat import uuid7

from app.db.campagne import campagne as db
from app.db.campagne.campagne import Campagne, Campagneontvanger
from app.db.sessie import verruim
from app.domain.campagne.campagne import TAAK, CampagneBeleid, Campagnestand, toets_frequentie
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.inzet.organisatie import Organisatiesoort
from app.domain.kern.toets import Toets
from app.services.handeling import Handeling, Opdracht
from app.services.taak import sluit_taken
from app.services.vastleggen import leg_vast

_JAAR = UUID("00000000-0000-0000-0000-000000000505")


class CampagneOpdracht(Opdracht):
    """Een campagne over de minimaregelingen aan alle klanten, schriftelijk en met een formulier."""

    gemeente: Annotated[str, Field(pattern=r"^GM[0-9]{4}$", examples=["GM0150"])]
    onderwerp: Annotated[str, StringConstraints(min_length=3, max_length=150)] = Field(
        examples=["Regelingen voor mensen met een laag inkomen"]
    )
    brief: Annotated[str, StringConstraints(min_length=20, max_length=8000)] = Field(
        description="De tekst van de brief.",
        examples=["U hebt misschien recht op meer dan u denkt. In deze brief leest u welke regelingen er zijn."],
    )
    datum: date = Field(description="De dag waarop de brief weg gaat.", examples=["2026-04-15"])
    overleg_beleid_op: date = Field(description="De dag van het overleg met beleid.", examples=["2026-03-31"])


class CampagneintrekkingOpdracht(Opdracht):
    """Waarom de campagne niet doorgaat."""

    reden: Annotated[str, StringConstraints(min_length=5, max_length=500)] = Field(examples=["De brief klopt niet."])


@dataclass(frozen=True)
class Campagnejaar:
    """The campaigns of a calendar year, and whether there were enough."""

    campagnes: list[Campagne]
    toets: Toets


def plan(h: Handeling, opdracht: CampagneOpdracht) -> Campagne:
    """Plan a campaign; the consultation with policy comes before it."""
    fouten = {}
    if opdracht.gemeente not in h.actor.gemeenten or opdracht.gemeente not in h.beleid.gemeenten():
        fouten["gemeente"] = "Kies een eigen gemeente met ingelezen beleid."
    if opdracht.datum < h.vandaag:
        fouten["datum"] = "Deze dag is voorbij."
    if opdracht.overleg_beleid_op > h.vandaag:
        fouten["overlegBeleidOp"] = "Deze dag ligt in de toekomst."
    if fouten:
        raise OngeldigeInvoer(fouten)
    rij = Campagne(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        **opdracht.model_dump(),
        bijlage=beleid_van(h, opdracht.gemeente).bijlage.waarde,
        stand=Campagnestand.GEPLAND,
        gemaakt=0,
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(rij)
    leg_vast(h, Organisatiesoort.CAMPAGNE_GEPLAND, rij, None, {"datum": rij.datum})
    return rij


def verzend(h: Handeling, campagne_id: UUID) -> Campagne:
    """Begin to make the recipients, from its day on; the worker does that a chunk at a time."""
    rij = _vind(h, campagne_id, Campagnestand.GEPLAND)
    if rij.datum > h.vandaag:
        raise Conflict("De dag van deze campagne is er nog niet.", "nog_niet")
    verruim(h.sessie)
    rij.stand, rij.totaal = Campagnestand.BEZIG, db.tel_klanten(h.sessie, rij)
    leg_vast(h, Organisatiesoort.CAMPAGNE_BEGONNEN, rij, None, {"totaal": rij.totaal})
    sluit_taken(h, jaaronderwerp(rij.organisatie, rij.gemeente, rij.datum.year), TAAK)
    return rij


def trek_in(h: Handeling, opdracht: CampagneintrekkingOpdracht, campagne_id: UUID) -> Campagne:
    """Withdraw a campaign that was not sent."""
    rij = _vind(h, campagne_id, Campagnestand.GEPLAND)
    rij.stand, rij.reden = Campagnestand.INGETROKKEN, opdracht.reden
    leg_vast(h, Organisatiesoort.CAMPAGNE_INGETROKKEN, rij, None, {})
    return rij


def bekijk_jaar(h: Handeling, gemeente: str, jaar: int) -> Campagnejaar:
    """Show the campaigns of a year, with the signal when there were too few."""
    if gemeente not in h.actor.gemeenten or gemeente not in h.beleid.gemeenten():
        raise OngeldigeInvoer({"gemeente": "Kies een eigen gemeente met ingelezen beleid."})
    rijen = db.campagnes(h.sessie, h.actor, gemeente, jaar)
    dagen = [rij.datum for rij in rijen if rij.stand in (Campagnestand.BEZIG, Campagnestand.VERZONDEN)]
    return Campagnejaar(rijen, toets_frequentie(jaar, dagen, h.vandaag, beleid_van(h, gemeente)))


def bekijk(h: Handeling, campagne_id: UUID) -> Campagne:
    """Show one campaign, with how far it is."""
    rij = db.campagne(h.sessie, h.actor, campagne_id)
    if rij is None:
        raise NietGevonden("Deze campagne is niet gevonden.")
    return rij


def blader_ontvangers(h: Handeling, campagne_id: UUID, na: UUID | None, aantal: int) -> list[Campagneontvanger]:
    """Show a page of who was told, of the dossiers that the actor may read."""
    return db.ontvangers(h.sessie, h.actor, bekijk(h, campagne_id).id, na, aantal)


def beleid_van(h: Handeling, gemeente: str) -> CampagneBeleid:
    """Return the policy of today."""
    return h.beleid.geldend(CampagneBeleid, gemeente, h.vandaag).beleid


def jaaronderwerp(organisatie: str, gemeente: str, jaar: int) -> UUID:
    """Return what the signal of a year is about."""
    return uuid5(_JAAR, f"{organisatie}/{gemeente}/{jaar}")


def _vind(h: Handeling, campagne_id: UUID, stand: Campagnestand) -> Campagne:
    rij = db.campagne(h.sessie, h.actor, campagne_id, vergrendel=True)
    if rij is None:
        raise NietGevonden("Deze campagne is niet gevonden.")
    h.controleer_versie(rij)
    if rij.stand is not stand:
        raise Conflict(f"Deze campagne is {rij.stand.value}.", "verkeerde_stand")
    return rij
