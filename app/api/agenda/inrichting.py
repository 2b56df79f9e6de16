"""Ruimten, roosters en uitzonderingen over HTTP."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.agenda.inrichting_schemas import Rooster, Roosters, Ruimte, Ruimten, Uitzondering, Uitzonderingen
from app.api.contract import leest, maakt, wijzigt
from app.api.verzoek import lees, schrijf
from app.db.agenda import inrichting as db
from app.domain.kern.rollen import Rol
from app.services.agenda import inrichten
from app.services.agenda.opdrachten import RoosterOpdracht, RuimteOpdracht, UitzonderingOpdracht

router = APIRouter(tags=["agenda"])

COLLEGAS = tuple(rol for rol in Rol if rol is not Rol.KOPPELING)
ROOSTERAARS = (Rol.BEHEERDER, Rol.TEAMLEIDER, Rol.ADMINISTRATIE)
AFWEZIGHEID = (*ROOSTERAARS, Rol.RECEPTIE)
DOEL = "Inrichten van de agenda"


@router.post("/ruimten", **maakt(Ruimte, "Ruimte toevoegen", Rol.BEHEERDER, Rol.ADMINISTRATIE, doel=DOEL))
def maak_ruimte(request: Request, opdracht: RuimteOpdracht) -> Response:
    """Voeg een ruimte toe aan de lijst van de organisatie."""
    return schrijf(request, inrichten.maak_ruimte, opdracht)


@router.get("/ruimten", **leest(Ruimten, "Ruimten", *COLLEGAS, doel=DOEL))
def geef_ruimten(request: Request) -> Response:
    """Geef de ruimten van de eigen organisatie, op locatie en naam."""
    return lees(
        request,
        lambda h: db.ruimten(h.sessie, h.actor.organisatie),
        toon=lambda rijen: Ruimten(ruimten=[Ruimte.model_validate(rij) for rij in rijen]),
    )


@router.put("/ruimten/{ruimteId}", **wijzigt(Ruimte, "Ruimte wijzigen", Rol.BEHEERDER, Rol.ADMINISTRATIE, doel=DOEL))
def wijzig_ruimte(request: Request, ruimteId: UUID, opdracht: RuimteOpdracht) -> Response:
    """Vervang wat van een ruimte bekend is; wat er al is gepland, blijft staan."""
    return schrijf(request, inrichten.wijzig_ruimte, opdracht, ruimte_id=ruimteId)


@router.post("/medewerkers/{medewerkerId}/roosters", **maakt(Rooster, "Rooster vastleggen", *ROOSTERAARS, doel=DOEL))
def leg_rooster_vast(request: Request, medewerkerId: UUID, opdracht: RoosterOpdracht) -> Response:
    """Leg vast wanneer een medewerker vanaf een dag werkt. Een rooster met dezelfde dag vervangt het eerdere."""
    return schrijf(request, inrichten.leg_rooster_vast, opdracht, medewerker_id=medewerkerId)


@router.get("/medewerkers/{medewerkerId}/roosters", **leest(Roosters, "Roosters", *COLLEGAS, doel=DOEL))
def geef_roosters(request: Request, medewerkerId: UUID) -> Response:
    """Geef de roosters van een medewerker, het laatst ingaande eerst."""
    return lees(request, lambda h: inrichten.bekijk_roosters(h, medewerkerId), toon=Roosters.van)


@router.post(
    "/medewerkers/{medewerkerId}/agendauitzonderingen",
    **maakt(Uitzondering, "Afwezigheid of extra werktijd", *AFWEZIGHEID, doel=DOEL),
)
def leg_uitzondering_vast(request: Request, medewerkerId: UUID, opdracht: UitzonderingOpdracht) -> Response:
    """Leg vast dat een medewerker afwezig is of extra werkt; de reden wordt niet bewaard."""
    return schrijf(request, inrichten.leg_uitzondering_vast, opdracht, medewerker_id=medewerkerId)


@router.get(
    "/medewerkers/{medewerkerId}/agendauitzonderingen",
    **leest(Uitzonderingen, "Uitzonderingen op het rooster", *COLLEGAS, doel=DOEL),
)
def geef_uitzonderingen(request: Request, medewerkerId: UUID) -> Response:
    """Geef de afwezigheid en de extra werktijd van een medewerker die nu of later gelden."""
    return lees(
        request,
        lambda h: inrichten.bekijk_uitzonderingen(h, medewerkerId),
        toon=lambda rijen: Uitzonderingen(uitzonderingen=[Uitzondering.model_validate(rij) for rij in rijen]),
    )


@router.put(
    "/agendauitzonderingen/{agendauitzonderingId}/intrekking",
    **wijzigt(Uitzondering, "Uitzondering intrekken", *AFWEZIGHEID, doel=DOEL),
)
def trek_uitzondering_in(request: Request, agendauitzonderingId: UUID) -> Response:
    """Trek een uitzondering op het rooster in die toch niet geldt."""
    return schrijf(request, inrichten.trek_uitzondering_in, uitzondering_id=agendauitzonderingId)
