"""Machtigingen en contacten met derden over HTTP."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.contract import leest, maakt
from app.api.machtiging.schemas import (
    Derdencontact,
    Derdencontacten,
    Machtiging,
    Machtigingen,
    VastgelegdDerdencontact,
)
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import Rol
from app.services.machtiging import contacten, machtigen

router = APIRouter(tags=["machtiging"])

CONSULENTEN = (Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT, Rol.PARTICIPATIEMAKELAAR)
LEZERS = (*CONSULENTEN, Rol.ADMINISTRATIE, Rol.TEAMLEIDER, Rol.FG)
DOEL = "Uitwisselen van informatie met derden"
AVG = "Verantwoorden van contacten met derden"


@router.get("/klanten/{klantId}/machtigingen", **leest(Machtigingen, "Machtigingen van een klant", *LEZERS, doel=DOEL))
def geef_machtigingen(request: Request, klantId: UUID) -> Response:
    """Geef per soort partij of er een machtiging is, en alle antwoorden van de klant."""
    return lees(request, lambda h: machtigen.bekijk(h, klantId), toon=Machtigingen.van, personen=lambda b: [b.klant_id])


@router.post("/klanten/{klantId}/machtigingen", **maakt(Machtiging, "Machtiging vastleggen", *CONSULENTEN, doel=DOEL))
def leg_machtiging_vast(request: Request, klantId: UUID, opdracht: machtigen.MachtigingOpdracht) -> Response:
    """Leg vast dat de klant een machtiging gaf of weigerde, met reikwijdte, document en einde."""
    return schrijf(request, machtigen.leg_vast_machtiging, opdracht, klant_id=klantId)


@router.post(
    "/machtigingen/{machtigingId}/intrekkingen",
    **maakt(Machtiging, "Machtiging intrekken", *CONSULENTEN, doel=DOEL, versie=True),
)
def trek_machtiging_in(request: Request, machtigingId: UUID, opdracht: machtigen.MachtigingeindeOpdracht) -> Response:
    """Trek een machtiging in omdat de klant dat wil, of omdat zij verkeerd was vastgelegd."""
    return schrijf(request, machtigen.beeindig, opdracht, machtiging_id=machtigingId)


@router.get(
    "/klanten/{klantId}/derdencontacten",
    **leest(Derdencontacten, "Contacten met derden", *CONSULENTEN, Rol.TEAMLEIDER, Rol.FG, doel=AVG),
)
def geef_derdencontacten(request: Request, klantId: UUID) -> Response:
    """Geef de contacten met mensen en organisaties rond de klant."""
    return lees(
        request,
        lambda h: contacten.bekijk_contacten(h, klantId),
        toon=Derdencontacten.van,
        personen=lambda _: [klantId],
    )


@router.post(
    "/klanten/{klantId}/derdencontacten",
    **maakt(VastgelegdDerdencontact, "Contact met een derde vastleggen", *CONSULENTEN, doel=AVG),
)
def leg_derdencontact_vast(request: Request, klantId: UUID, opdracht: contacten.DerdencontactOpdracht) -> Response:
    """Leg een contact vast: met wie, wat en waarom. Zonder machtiging geeft het antwoord een waarschuwing."""
    return schrijf(request, contacten.leg_contact_vast, opdracht, toon=VastgelegdDerdencontact.van, klant_id=klantId)


@router.post(
    "/derdencontacten/{derdencontactId}/intrekkingen",
    **maakt(Derdencontact, "Contact met een derde intrekken", *CONSULENTEN, doel=AVG),
)
def trek_derdencontact_in(
    request: Request, derdencontactId: UUID, opdracht: contacten.DerdencontactintrekkingOpdracht
) -> Response:
    """Trek een contact in dat verkeerd is vastgelegd."""
    return schrijf(request, contacten.trek_contact_in, opdracht, contact_id=derdencontactId)
