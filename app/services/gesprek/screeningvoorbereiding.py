"""Preparing a screening: the checklist, and what is known of earlier meldingen and no-shows (DEV-SCR-003)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field
from uuid_utils.compat import uuid7

from app.db.gesprek import voorbereiding as db
from app.db.gesprek.gesprek import Gespreksvoorbereiding
from app.db.intake import melding as meldingen
from app.db.intake.melding import Melding
from app.domain.gesprek.beleid import GesprekBeleid
from app.domain.gesprek.soort import Code, Formulierdeel
from app.domain.gesprek.voorbereiding import ScreeningVoorbereiding, toetsen_voorbereiding
from app.domain.kern.fouten import NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.toets import Toets
from app.services.handeling import Handeling, Opdracht
from app.services.vastleggen import Eenmalig, leg_vast

Tekst = Annotated[str, Field(min_length=3, max_length=4000)]


class BronOpdracht(Opdracht):
    """Een bron die is geraadpleegd, met wat daar te vinden was."""

    code: Code = Field(examples=["suwi"])
    bevinding: Tekst | None = None


class VoorbereidingOpdracht(Opdracht):
    """De voorbereiding zoals zij nu is; zij vervangt de vorige, die te lezen blijft."""

    formulier_gelezen: bool = False
    ontbrekende_delen: tuple[Formulierdeel, ...] = Field(
        default=(),
        max_length=5,
        description="Delen van het formulier die leeg bleven; de screening vraagt daarnaar.",
    )
    bronnen: tuple[BronOpdracht, ...] = Field(default=(), max_length=20)
    mogelijke_antwoorden: Tekst | None = Field(default=None, description="Mogelijke antwoorden op de hulpvraag.")


@dataclass(frozen=True)
class Persoonshistorie:
    """What happened before with one person of the melding."""

    klant_id: UUID
    meldingen: list[Melding]
    no_shows: list[datetime]


@dataclass(frozen=True)
class Voorbereidingsbeeld:
    """The checklist of a melding with what was filled in, and the history of its persons."""

    melding: Melding
    rij: Gespreksvoorbereiding | None
    toetsen: tuple[Toets, ...]
    personen: list[Persoonshistorie]


def bereid_voor(h: Handeling, opdracht: VoorbereidingOpdracht, melding_id: UUID) -> Voorbereidingsbeeld:
    """Record the preparation of a screening. Raises OngeldigeInvoer for an unknown source."""
    melding = _melding(h, melding_id)
    klant = h.klant(melding.klant_id)
    bekend = [bron.code for bron in _beleid(h, melding).screening_bronnen.waarde]
    vreemd = {
        f"bronnen.{nummer}.code": f"Kies een van: {', '.join(bekend)}."
        for nummer, bron in enumerate(opdracht.bronnen)
        if bron.code not in bekend
    }
    if vreemd:
        raise OngeldigeInvoer(vreemd)
    rij = Gespreksvoorbereiding(
        id=uuid7(),
        organisatie=klant.organisatie,
        klant_id=klant.id,
        melding_id=melding.id,
        inhoud=opdracht.model_dump(mode="json"),
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
    )
    h.sessie.add(rij)
    leg_vast(h, Soort.GESPREK_VOORBEREID, Eenmalig(rij.id), klant, {"meldingId": melding.id})
    return bekijk_voorbereiding(h, melding_id)


def bekijk_voorbereiding(h: Handeling, melding_id: UUID) -> Voorbereidingsbeeld:
    """Show what is prepared and what is left, with earlier meldingen and no-shows of every person."""
    melding = _melding(h, melding_id)
    rij = db.voorbereiding(h.sessie, melding_id)
    toetsen = toetsen_voorbereiding(_feiten(rij), _beleid(h, melding).screening_bronnen)
    personen = [
        Persoonshistorie(klant_id, db.andere_meldingen(h.sessie, klant_id, melding_id), db.no_shows(h.sessie, klant_id))
        for klant_id in meldingen.klant_ids(h.sessie, melding_id)
    ]
    return Voorbereidingsbeeld(melding, rij, toetsen, personen)


def _feiten(rij: Gespreksvoorbereiding | None) -> ScreeningVoorbereiding:
    if rij is None:
        return ScreeningVoorbereiding()
    bronnen = [bron["code"] for bron in rij.inhoud["bronnen"]]
    return ScreeningVoorbereiding.model_validate(rij.inhoud | {"bronnen": bronnen})


def _melding(h: Handeling, melding_id: UUID) -> Melding:
    melding = meldingen.melding(h.sessie, h.actor, melding_id)
    if melding is None:
        raise NietGevonden("Deze melding is niet gevonden.")
    return melding


def _beleid(h: Handeling, melding: Melding) -> GesprekBeleid:
    return h.beleid.geldend(GesprekBeleid, melding.gemeente, h.vandaag).beleid
