"""Werkgroepen met partners in de stad over HTTP."""

from __future__ import annotations

from typing import Self

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.beleid.router import Gemeente
from app.api.contract import leest, maakt
from app.api.schema import Uit
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import Rol
from app.services.gesprek import werkgroep
from app.services.gesprek.werkgroep import WerkgroepcontactOpdracht, Werkgroepstand

router = APIRouter(tags=["organisatie"])

DEELNEMERS = (Rol.INKOMENSCONSULENT, Rol.PARTICIPATIEMAKELAAR, Rol.TEAMLEIDER, Rol.BELEIDSMEDEWERKER)
DOEL = "Samenwerken met partners"


class Werkgroeppartner(Uit):
    """Een organisatie in een werkgroep."""

    code: str
    naam: str


class Werkgroepcontact(Uit):
    """Een eigen rol met de functie bij de partner; geen personen."""

    partner: str
    rol: Rol
    functie: str


class Werkgroep(Uit):
    """Een werkgroep met partners, deelnemers en contactrollen."""

    code: str
    titel: str
    partners: list[Werkgroeppartner]
    deelnemers: list[Rol]
    contacten: list[Werkgroepcontact]


class Werkgroepen(Uit):
    """De werkgroepen van een gemeente."""

    werkgroepen: list[Werkgroep]

    @classmethod
    def van(cls, standen: list[Werkgroepstand]) -> Self:
        """Show every group."""
        return cls(
            werkgroepen=[
                Werkgroep.model_validate(stand.werkgroep.model_dump() | {"contacten": stand.contacten})
                for stand in standen
            ]
        )


@router.get("/werkgroepen", **leest(Werkgroepen, "Werkgroepen", *DEELNEMERS, doel=DOEL))
def geef_werkgroepen(request: Request, gemeente: Gemeente) -> Response:
    """Geef de werkgroepen met hun partners, wie eraan meedoen en met welke functie er contact is."""
    return lees(request, lambda h: werkgroep.bekijk(h, gemeente), toon=Werkgroepen.van)


@router.post("/werkgroepcontacten", **maakt(Werkgroepen, "Contactrol vastleggen", *DEELNEMERS, doel=DOEL))
def leg_werkgroepcontact_vast(request: Request, opdracht: WerkgroepcontactOpdracht) -> Response:
    """Leg vast met welke functie bij een partner contact is, of dat dit niet meer klopt."""
    return schrijf(request, werkgroep.leg_contact_vast, opdracht, toon=Werkgroepen.van)
