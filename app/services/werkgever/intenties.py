"""Intentieverklaringen: recorded, withdrawn, and followed by what came of them (DEV-PRF-905)."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints
from uuid_utils.compat import uuid7

from app.db.klant import Klant
from app.db.werkgever import dienstverband as db
from app.db.werkgever import werkgever as werkgevers
from app.db.werkgever.dienstverband import Intentieverklaring
from app.db.werkgever.werkgever import Vestiging
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.domain.werkgever.intentie import Intentiestand, Intentievorm
from app.services.handeling import Handeling, Opdracht
from app.services.vastleggen import leg_vast
from app.services.werkgever.invoer import Functie, Reden
from app.services.werkgever.vestigingen import actieve_vestiging

Code = Annotated[str, StringConstraints(pattern=r"^[a-z_]{2,40}$")]


class IntentieverklaringOpdracht(Opdracht):
    """De werkgever is van plan een arbeidsovereenkomst aan te bieden als de klant goed functioneert."""

    vestiging_id: UUID
    voorziening: Code = Field(default="proefplaatsing", examples=["proefplaatsing"])
    functie: Functie = Field(description="De functie of vacature.", examples=["medewerker bakkerij"])
    datum: date | None = Field(default=None, description="Standaard vandaag.")
    vorm: Intentievorm = Field(examples=["schriftelijk"])
    contact_id: UUID | None = Field(default=None, description="Wie bij de werkgever dit verklaarde.")
    contactfunctie: Functie | None = Field(
        default=None,
        description="De functie van wie dit verklaarde; leeg neemt die van de contactpersoon over.",
        examples=["bedrijfsleider"],
    )


class IntentieintrekkingOpdracht(Opdracht):
    """De werkgever komt terug op de verklaring, of zij is verkeerd vastgelegd."""

    reden: Reden = Field(examples=["De werkgever heeft geen plek meer."])


class IntentieuitkomstOpdracht(Opdracht):
    """Wat er na de plaatsing van kwam; een nieuwe opgave verbetert de vorige."""

    contract: bool = Field(description="Of er een arbeidsovereenkomst kwam.")
    reden: Reden | None = Field(default=None, description="Verplicht als er geen overeenkomst kwam.")


def verklaar(h: Handeling, opdracht: IntentieverklaringOpdracht, klant_id: UUID) -> Intentieverklaring:
    """Record what an employer stated about a klant."""
    klant = h.klant(klant_id)
    vestiging = actieve_vestiging(h, opdracht.vestiging_id)
    functie = _contactfunctie(h, opdracht, vestiging)
    datum = opdracht.datum or h.vandaag
    if datum > h.vandaag:
        raise OngeldigeInvoer({"datum": "Deze dag ligt in de toekomst."})
    rij = Intentieverklaring(
        id=uuid7(),
        organisatie=klant.organisatie,
        klant_id=klant.id,
        **opdracht.model_dump(exclude={"datum", "contactfunctie"}),
        datum=datum,
        contactfunctie=functie,
        stand=Intentiestand.GELDT,
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
        versie=0,
    )
    h.sessie.add(rij)
    inhoud = {"vestigingId": rij.vestiging_id, "voorziening": rij.voorziening, "datum": rij.datum}
    leg_vast(h, Inzetsoort.INTENTIE_VERKLAARD, rij, klant, inhoud)
    return rij


def _contactfunctie(h: Handeling, opdracht: IntentieverklaringOpdracht, vestiging: Vestiging) -> str:
    contact = werkgevers.contact(h.sessie, h.actor, opdracht.contact_id) if opdracht.contact_id else None
    if opdracht.contact_id and (contact is None or contact.werkgever_id != vestiging.werkgever_id):
        raise OngeldigeInvoer({"contactId": "Geef een contactpersoon van deze werkgever."})
    functie = opdracht.contactfunctie or (contact.functie if contact else None)
    if functie is None:
        raise OngeldigeInvoer({"contactfunctie": "Geef de functie van wie dit verklaarde, of de contactpersoon."})
    return functie


def trek_in(h: Handeling, opdracht: IntentieintrekkingOpdracht, verklaring_id: UUID) -> Intentieverklaring:
    """Withdraw a statement; from then on it does not count."""
    rij, klant = _vind(h, verklaring_id)
    rij.stand, rij.reden = Intentiestand.INGETROKKEN, opdracht.reden
    leg_vast(h, Inzetsoort.INTENTIE_INGETROKKEN, rij, klant, {"voorziening": rij.voorziening})
    return rij


def meld_uitkomst(h: Handeling, opdracht: IntentieuitkomstOpdracht, verklaring_id: UUID) -> Intentieverklaring:
    """Record whether the employer kept its word, with the reason when it did not (DEV-PRF-905)."""
    rij, klant = _vind(h, verklaring_id)
    if not opdracht.contract and opdracht.reden is None:
        raise OngeldigeInvoer({"reden": "Geef de reden waarom er geen arbeidsovereenkomst kwam."})
    rij.stand = Intentiestand.CONTRACT if opdracht.contract else Intentiestand.GEEN_CONTRACT
    rij.reden = opdracht.reden
    leg_vast(h, Inzetsoort.INTENTIE_UITKOMST, rij, klant, {"contract": opdracht.contract})
    return rij


def bekijk(h: Handeling, klant_id: UUID) -> list[Intentieverklaring]:
    """Show the statements about a klant, those that were withdrawn too."""
    return db.verklaringen(h.sessie, h.klant(klant_id, vergrendel=False).id)


def _vind(h: Handeling, verklaring_id: UUID) -> tuple[Intentieverklaring, Klant]:
    rij = db.verklaring(h.sessie, h.actor, verklaring_id)
    if rij is None:
        raise NietGevonden("Deze intentieverklaring is niet gevonden.")
    klant = h.klant(rij.klant_id)
    h.sessie.refresh(rij)
    h.controleer_versie(rij)
    if rij.stand is Intentiestand.INGETROKKEN:
        raise Conflict("Deze intentieverklaring is ingetrokken.", "intentie_ingetrokken")
    return rij, klant
