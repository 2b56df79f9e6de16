"""Contacts with third parties: every one is logged, with a warning where there is no machtiging (DEV-PRV-502)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints
from uuid_utils.compat import uuid7

from app.db.klant import Klant
from app.db.machtiging import machtiging as db
from app.db.machtiging.machtiging import Derdencontact
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.gebeurtenis import Soort
from app.domain.kern.toets import Toets, Uitkomst
from app.domain.machtiging.machtiging import Derdesoort, toets_machtiging
from app.services.handeling import Handeling, Opdracht
from app.services.machtiging.machtigen import beleid_van, feiten_van
from app.services.vastleggen import Eenmalig, leg_vast

Zin = Annotated[str, StringConstraints(min_length=3, max_length=1000)]


class DerdencontactOpdracht(Opdracht):
    """Een contact met iemand rond de klant. Zonder machtiging volgt een waarschuwing; het contact blijft vastgelegd."""

    derde: Derdesoort = Field(examples=["begeleider"])
    datum: date | None = Field(default=None, description="Standaard vandaag.")
    wat: Zin = Field(examples=["Gevraagd of de klant bereikbaar is."], description="Wat is gevraagd of gedeeld.")
    waarom: Zin = Field(examples=["De klant verscheen niet en neemt de telefoon niet op."])


class DerdencontactintrekkingOpdracht(Opdracht):
    """Waarom dit contact niet klopt; het blijft te lezen, maar telt niet meer."""

    reden: Zin = Field(examples=["Dit ging over een andere klant."])


@dataclass(frozen=True)
class Contactbeeld:
    """A contact with the condition that may have warned."""

    contact: Derdencontact
    toets: Toets


def leg_contact_vast(h: Handeling, opdracht: DerdencontactOpdracht, klant_id: UUID) -> Contactbeeld:
    """Log a contact with a third party."""
    return log_contact(h, h.klant(klant_id), opdracht)


def log_contact(
    h: Handeling, klant: Klant, opdracht: DerdencontactOpdracht, onderwerp_id: UUID | None = None
) -> Contactbeeld:
    """Log a contact of a klant whose dossier is locked; ``onderwerp_id`` is what it was part of."""
    datum = opdracht.datum or h.vandaag
    if datum > h.vandaag:
        raise OngeldigeInvoer({"datum": "Deze dag ligt in de toekomst."})
    feiten = feiten_van(db.machtigingen(h.sessie, klant.id))
    toets = toets_machtiging(opdracht.derde, feiten, datum, beleid_van(h, klant))
    contact = Derdencontact(
        id=uuid7(),
        organisatie=klant.organisatie,
        klant_id=klant.id,
        **opdracht.model_dump(exclude={"datum"}),
        datum=datum,
        gewaarschuwd=toets.uitkomst is not Uitkomst.VOLDAAN,
        onderwerp_id=onderwerp_id,
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
    )
    h.sessie.add(contact)
    inhoud = {"datum": datum, "gewaarschuwd": contact.gewaarschuwd}
    leg_vast(h, Soort.DERDENCONTACT_VASTGELEGD, Eenmalig(contact.id), klant, inhoud)
    return Contactbeeld(contact, toets)


def trek_contact_in(h: Handeling, opdracht: DerdencontactintrekkingOpdracht, contact_id: UUID) -> Derdencontact:
    """Withdraw a contact that was logged wrongly."""
    contact = db.contact(h.sessie, h.actor, contact_id)
    if contact is None:
        raise NietGevonden("Dit contact is niet gevonden.")
    klant = h.klant(contact.klant_id)
    h.sessie.refresh(contact)
    if contact.ingetrokken_op is not None:
        raise Conflict("Dit contact is al ingetrokken.", "al_ingetrokken")
    trek_in(h, klant, contact, opdracht.reden)
    return contact


def trek_in(h: Handeling, klant: Klant, contact: Derdencontact, reden: str) -> None:
    """Let a contact count no longer."""
    contact.ingetrokken_op, contact.reden_intrekking = h.nu, reden
    leg_vast(h, Soort.DERDENCONTACT_INGETROKKEN, Eenmalig(contact.id), klant, {})


def bekijk_contacten(h: Handeling, klant_id: UUID) -> Sequence[Derdencontact]:
    """Return the contacts around a klant, oldest first."""
    return db.contacten(h.sessie, h.klant(klant_id, vergrendel=False).id)
