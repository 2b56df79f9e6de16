"""Vestigingen and contacts of an employer: adding and correcting them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from pydantic.alias_generators import to_camel
from uuid_utils.compat import uuid7

from app.db.werkgever import werkgever as db
from app.db.werkgever.werkgever import Vestiging, Werkgever, Werkgevercontact
from app.domain.kern.fouten import Conflict, NietGevonden, OngeldigeInvoer
from app.domain.kern.inzet.gebeurtenis import Inzetsoort
from app.services.handeling import Handeling
from app.services.klant import Postadres
from app.services.vastleggen import leg_vast
from app.services.werkgever.invoer import (
    VestigingOpdracht,
    WerkgevercontactOpdracht,
    WijzigVestigingOpdracht,
    WijzigWerkgevercontactOpdracht,
)
from app.services.werkgever.werkgevers import Werkgeverbeeld, actieve_werkgever, beeld, controleer_gevuld, neem_over


def vestiging(h: Handeling, vestiging_id: UUID) -> Vestiging:
    """Find a vestiging of an employer of the own organisation. Raises NietGevonden when there is none."""
    rij = db.vestiging(h.sessie, h.actor, vestiging_id)
    if rij is None:
        raise NietGevonden("Deze vestiging is niet gevonden.")
    return rij


def actieve_vestiging(h: Handeling, vestiging_id: UUID, veld: str = "vestigingId") -> Vestiging:
    """Find a vestiging where something may begin; raises OngeldigeInvoer on ``veld`` for another one."""
    rij = db.vestiging(h.sessie, h.actor, vestiging_id)
    if rij is None or not rij.actief:
        raise OngeldigeInvoer({veld: "Geef een vestiging die bekend is en niet gesloten."})
    return rij


def voeg_vestiging_toe(h: Handeling, opdracht: VestigingOpdracht, werkgever_id: UUID) -> Werkgeverbeeld:
    """Add a vestiging. Raises Conflict when its number is known already."""
    van = actieve_werkgever(h, werkgever_id)
    _controleer_nummer(h, opdracht.vestigingsnummer)
    rij = Vestiging(
        id=uuid7(),
        organisatie=van.organisatie,
        werkgever_id=van.id,
        vestigingsnummer=opdracht.vestigingsnummer,
        naam=opdracht.naam,
        adres=opdracht.adres.model_dump(mode="json") if opdracht.adres else None,
        actief=True,
        versie=0,
    )
    h.sessie.add(rij)
    leg_vast(h, Inzetsoort.VESTIGING_TOEGEVOEGD, rij, None, {"werkgeverId": van.id})
    return beeld(h, van)


def _controleer_nummer(h: Handeling, nummer: str | None, eigen: UUID | None = None) -> None:
    bekend = db.met_vestigingsnummer(h.sessie, h.actor, nummer) if nummer else None
    if bekend is not None and bekend.id != eigen:
        raise Conflict("Dit vestigingsnummer is al bekend, misschien bij een andere werkgever.", "vestiging_bestaat")


def wijzig_vestiging(h: Handeling, opdracht: WijzigVestigingOpdracht, vestiging_id: UUID) -> Werkgeverbeeld:
    """Correct a vestiging, close it or open it again."""
    van = actieve_werkgever(h, vestiging(h, vestiging_id).werkgever_id)
    rij = db.vestiging(h.sessie, h.actor, vestiging_id, vergrendel=True)
    assert rij is not None
    gewijzigd = opdracht.model_dump(exclude_unset=True)
    controleer_gevuld(gewijzigd, ("naam", "adres", "actief"))
    _controleer_nummer(h, opdracht.vestigingsnummer, rij.id)
    return _wijzig(h, rij, gewijzigd, opdracht.adres, van)


def _wijzig(
    h: Handeling, rij: Vestiging | Werkgevercontact, gewijzigd: dict[str, Any], adres: Postadres | None, van: Werkgever
) -> Werkgeverbeeld:
    h.controleer_versie(rij)
    if adres is not None:
        gewijzigd["adres"] = adres.model_dump(mode="json")
    neem_over(rij, gewijzigd)
    soort = Inzetsoort.VESTIGING_GEWIJZIGD if isinstance(rij, Vestiging) else Inzetsoort.WERKGEVERCONTACT_GEWIJZIGD
    leg_vast(h, soort, rij, None, {"velden": sorted(map(to_camel, gewijzigd))})
    return beeld(h, van)


def voeg_contact_toe(h: Handeling, opdracht: WerkgevercontactOpdracht, werkgever_id: UUID) -> Werkgeverbeeld:
    """Add a contact, perhaps of one vestiging."""
    van = actieve_werkgever(h, werkgever_id)
    _controleer_plek(h, opdracht.vestiging_id, van)
    rij = Werkgevercontact(
        id=uuid7(), organisatie=van.organisatie, werkgever_id=van.id, **opdracht.model_dump(), actief=True, versie=0
    )
    h.sessie.add(rij)
    leg_vast(h, Inzetsoort.WERKGEVERCONTACT_TOEGEVOEGD, rij, None, {"werkgeverId": van.id})
    return beeld(h, van)


def _controleer_plek(h: Handeling, vestiging_id: UUID | None, van: Werkgever) -> None:
    if vestiging_id is not None and actieve_vestiging(h, vestiging_id).werkgever_id != van.id:
        raise OngeldigeInvoer({"vestigingId": "Deze vestiging is van een andere werkgever."})


def wijzig_contact(h: Handeling, opdracht: WijzigWerkgevercontactOpdracht, contact_id: UUID) -> Werkgeverbeeld:
    """Correct a contact, or record that somebody left."""
    rij = db.contact(h.sessie, h.actor, contact_id)
    if rij is None:
        raise NietGevonden("Deze contactpersoon is niet gevonden.")
    van = actieve_werkgever(h, rij.werkgever_id)
    h.sessie.refresh(rij)
    gewijzigd = opdracht.model_dump(exclude_unset=True)
    controleer_gevuld(gewijzigd, ("naam", "functie", "actief"))
    _controleer_plek(h, opdracht.vestiging_id, van)
    return _wijzig(h, rij, gewijzigd, None, van)
