"""Working groups with partners in the city: who takes part, and with which role one talks (DEV-ORG-504)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, StringConstraints
from uuid_utils.compat import uuid7

from app.db.gesprek import organisatie as db
from app.db.gesprek.organisatie import Werkgroepcontact
from app.domain.gesprek.organisatie import OrganisatieBeleid, Werkgroep
from app.domain.gesprek.soort import Code
from app.domain.kern.fouten import OngeldigeInvoer
from app.domain.kern.inzet.organisatie import Organisatiesoort
from app.domain.kern.rollen import Rol
from app.services.handeling import Handeling, Opdracht
from app.services.vastleggen import Eenmalig, leg_vast


class WerkgroepcontactOpdracht(Opdracht):
    """Met welke functie bij een partner een eigen rol contact heeft; geen namen van personen."""

    gemeente: Annotated[str, Field(pattern=r"^GM[0-9]{4}$", examples=["GM0150"])]
    werkgroep: Code = Field(examples=["overerving"])
    partner: Code = Field(examples=["rmc"])
    rol: Rol = Field(description="De eigen deelnemer.", examples=["participatiemakelaar"])
    functie: Annotated[str, StringConstraints(min_length=2, max_length=100)] = Field(
        description="De rol van het contact bij de partner.", examples=["trajectbegeleider"]
    )
    actief: bool = Field(default=True, description="`false` haalt een contact weg dat niet meer klopt.")


@dataclass(frozen=True)
class Werkgroepstand:
    """A working group with the contacts that count."""

    werkgroep: Werkgroep
    contacten: Sequence[Werkgroepcontact]


def leg_contact_vast(h: Handeling, opdracht: WerkgroepcontactOpdracht) -> list[Werkgroepstand]:
    """Record a contact role with a partner, or that it is no more. Raises OngeldigeInvoer for who is not in it."""
    groepen = {groep.code: groep for groep in _groepen(h, opdracht.gemeente)}
    groep = groepen.get(opdracht.werkgroep)
    fouten = {}
    if groep is None:
        fouten["werkgroep"] = f"Kies een van: {', '.join(groepen)}."
    else:
        partners = [partner.code for partner in groep.partners]
        if opdracht.partner not in partners:
            fouten["partner"] = f"Kies een van: {', '.join(partners)}."
        if opdracht.rol not in groep.deelnemers:
            fouten["rol"] = f"Kies een van: {', '.join(groep.deelnemers)}."
    if fouten:
        raise OngeldigeInvoer(fouten)
    rij = Werkgroepcontact(
        id=uuid7(),
        organisatie=h.actor.organisatie,
        **opdracht.model_dump(),
        vastgelegd_op=h.nu,
        vastgelegd_door=h.actor.medewerker_id,
    )
    h.sessie.add(rij)
    inhoud = {"werkgroep": rij.werkgroep, "partner": rij.partner, "actief": rij.actief}
    leg_vast(h, Organisatiesoort.WERKGROEPCONTACT_VASTGELEGD, Eenmalig(rij.id), None, inhoud)
    return bekijk(h, opdracht.gemeente)


def bekijk(h: Handeling, gemeente: str) -> list[Werkgroepstand]:
    """Show the working groups of a gemeente."""
    groepen = _groepen(h, gemeente)
    h.sessie.flush()
    rijen = db.werkgroepcontacten(h.sessie, h.actor.organisatie, gemeente)
    laatste = {(rij.werkgroep, rij.partner, rij.rol, rij.functie): rij for rij in rijen}
    actief = [rij for rij in laatste.values() if rij.actief]
    return [Werkgroepstand(groep, [rij for rij in actief if rij.werkgroep == groep.code]) for groep in groepen]


def _groepen(h: Handeling, gemeente: str) -> tuple[Werkgroep, ...]:
    if gemeente not in h.actor.gemeenten or gemeente not in h.beleid.gemeenten():
        raise OngeldigeInvoer({"gemeente": "Kies een eigen gemeente met ingelezen beleid."})
    return h.beleid.geldend(OrganisatieBeleid, gemeente, h.vandaag).beleid.werkgroepen.waarde
