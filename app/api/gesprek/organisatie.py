"""Competenties en het contact met ketenpartners over HTTP."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Self
from uuid import UUID

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import Response

from app.api.contract import leest, maakt
from app.api.schema import Grondslag, Toets, Uit
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Uitkomst
from app.services.gesprek import organisatie
from app.services.gesprek.organisatie import (
    CompetentieOpdracht,
    KetencontactOpdracht,
    KetenoverlegOpdracht,
    Ketenstand,
)

router = APIRouter(tags=["organisatie"])

COLLEGAS = tuple(rol for rol in Rol if rol is not Rol.KOPPELING)
LEIDING = (Rol.TEAMLEIDER, Rol.BEHEERDER)
IO = (Rol.INKOMENSCONSULENT, Rol.TEAMLEIDER)
PROFIEL = "Inrichten van de organisatie"
KETEN = "Samenwerken in de keten"

Gemeente = Annotated[str, Query(pattern=r"^GM[0-9]{4}$", description="CBS-code.", examples=["GM0150"])]
Partner = Annotated[str, Query(pattern="^[a-z_]{2,60}$", description="De partner.", examples=["sociale_raadslieden"])]


class Competentie(Uit):
    """Een competentie die het werk vraagt."""

    code: str
    tekst: str


class Competentieprofielen(Uit):
    """Per rol wat het werk vraagt."""

    grondslag: Grondslag
    profielen: dict[Rol, list[Competentie]]

    @classmethod
    def van(cls, waarde: Any) -> Self:
        """Show the profile of every role that has one."""
        return cls.model_validate({"grondslag": Grondslag.van(waarde.grondslag), "profielen": waarde.waarde})


class Competentieregistratie(Uit):
    """Een competentie die een medewerker heeft."""

    competentie: str
    datum: date
    toelichting: str | None


class Competenties(Uit):
    """De competenties van een medewerker."""

    competenties: list[Competentieregistratie]


class Ketenoverleg(Uit):
    """Een contact met een partner."""

    id: UUID
    gehouden_op: date
    wijzigingen: str | None
    vragen: str | None
    corrigeert: UUID | None
    vastgelegd_door: UUID


class Ketencontact(Uit):
    """Hoe het contact met een partner ervoor staat."""

    partner: str
    titel: str
    contactpersonen: list[UUID]
    streefdatum: date | None
    uiterlijk: date | None = Field(description="Laatste dag waarop het volgende contact op tijd is.")
    achterstallig: bool
    toets: Toets
    overleggen: list[Ketenoverleg]

    @classmethod
    def van(cls, stand: Ketenstand) -> Self:
        """Show the contact persons, the days and what was discussed."""
        return cls(
            partner=stand.partner.code,
            titel=stand.partner.titel,
            contactpersonen=stand.contact.contactpersonen if stand.contact else [],
            streefdatum=stand.streefdatum,
            uiterlijk=stand.uiterlijk,
            achterstallig=stand.toets.uitkomst is Uitkomst.NIET_VOLDAAN,
            toets=Toets.van(stand.toets),
            overleggen=[Ketenoverleg.model_validate(rij) for rij in stand.overleggen],
        )


@router.get("/competentieprofielen", **leest(Competentieprofielen, "Competenties per rol", *COLLEGAS, doel=PROFIEL))
def geef_competentieprofielen(request: Request, gemeente: Gemeente) -> Response:
    """Geef wat het werk per rol vraagt. Het is een naslag: niemand wordt erop tegengehouden."""
    return lees(request, lambda h: organisatie.competentieprofielen(h, gemeente), toon=Competentieprofielen.van)


@router.post(
    "/medewerkers/{medewerkerId}/competenties",
    **maakt(Competenties, "Competentie registreren", *LEIDING, doel=PROFIEL),
)
def registreer_competentie(request: Request, medewerkerId: UUID, opdracht: CompetentieOpdracht) -> Response:
    """Registreer een competentie van een medewerker, of herstel een registratie. Het is vrij en houdt niets tegen."""
    return schrijf(
        request,
        organisatie.registreer_competentie,
        opdracht,
        toon=lambda rijen: Competenties(competenties=rijen),
        medewerker_id=medewerkerId,
    )


@router.get(
    "/medewerkers/{medewerkerId}/competenties",
    **leest(Competenties, "Competenties van een medewerker", *LEIDING, doel=PROFIEL),
)
def geef_competenties(request: Request, medewerkerId: UUID) -> Response:
    """Geef de competenties die van een medewerker zijn geregistreerd."""
    return lees(
        request,
        lambda h: organisatie.bekijk_competenties(h, medewerkerId),
        toon=lambda rijen: Competenties(competenties=rijen),
    )


@router.post("/ketencontacten", **maakt(Ketencontact, "Contactpersonen aanwijzen", *IO, doel=KETEN))
def wijs_ketencontact_aan(request: Request, opdracht: KetencontactOpdracht) -> Response:
    """Wijs een of twee vaste contactpersonen aan; zij krijgen de terugkerende taak."""
    return schrijf(request, organisatie.wijs_contact_aan, opdracht, toon=Ketencontact.van)


@router.post("/ketenoverleggen", **maakt(Ketencontact, "Contact met een partner vastleggen", *IO, doel=KETEN))
def leg_ketenoverleg_vast(request: Request, opdracht: KetenoverlegOpdracht) -> Response:
    """Leg het contact vast met wat is verteld en gevraagd. De taak voor het volgende contact staat dan klaar."""
    return schrijf(request, organisatie.leg_overleg_vast, opdracht, toon=Ketencontact.van)


@router.get("/ketenoverleggen", **leest(Ketencontact, "Contact met een partner", *IO, doel=KETEN))
def geef_ketenoverleg(request: Request, gemeente: Gemeente, partner: Partner) -> Response:
    """Geef hoe het contact met een partner ervoor staat: contactpersonen, laatste contact, en of het achterloopt."""
    return lees(request, lambda h: organisatie.bekijk_overleg(h, gemeente, partner), toon=Ketencontact.van)
