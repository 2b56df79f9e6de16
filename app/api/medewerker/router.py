"""Medewerkers over HTTP."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.contract import leest, wijzigt
from app.api.medewerker.schemas import Medewerker, Medewerkers
from app.api.paginering import Aantal, Na, cursor, pak_naam
from app.api.verzoek import lees, schrijf
from app.db import organisatie as db
from app.domain.kern.rollen import Rol
from app.services import medewerker as diensten
from app.services.medewerker import MedewerkerOpdracht

router = APIRouter(tags=["medewerker"])

COLLEGAS = tuple(rol for rol in Rol if rol is not Rol.KOPPELING)
DOEL = "Inrichten van de organisatie"


@router.get("/medewerkers", **leest(Medewerkers, "Medewerkers opvragen", *COLLEGAS, doel=DOEL))
def geef_medewerkers(request: Request, na: Na = None, aantal: Aantal = 50) -> Response:
    """Geef de medewerkers van de eigen organisatie, op naam."""
    sleutel = pak_naam(na)
    return lees(
        request,
        lambda h: db.medewerkers_na(h.sessie, h.actor.organisatie, sleutel, aantal),
        toon=lambda rijen: Medewerkers(
            medewerkers=rijen, volgende=cursor(rijen[-1].naam, rijen[-1].id) if len(rijen) == aantal else None
        ),
    )


@router.get("/medewerkers/{medewerkerId}", **leest(Medewerker, "Medewerker opvragen", *COLLEGAS, doel=DOEL))
def geef_medewerker(request: Request, medewerkerId: UUID) -> Response:
    """Geef een medewerker van de eigen organisatie."""
    return lees(request, lambda h: diensten.bekijk(h, medewerkerId))


@router.put("/medewerkers/{medewerkerId}", **wijzigt(Medewerker, "Medewerker inrichten", Rol.BEHEERDER, doel=DOEL))
def richt_medewerker_in(request: Request, medewerkerId: UUID, opdracht: MedewerkerOpdracht) -> Response:
    """Voeg een medewerker toe (If-Match `"0"`) of vervang de inrichting; het nummer is de `sub` van het token."""
    return schrijf(request, diensten.richt_in, opdracht, medewerker_id=medewerkerId)
