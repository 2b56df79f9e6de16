"""De werkvoorraad over HTTP."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel
from starlette.responses import Response

from app.api.contract import leest, maakt, wijzigt
from app.api.paginering import cursor, pak_moment
from app.api.taak.schemas import Taak, Takenvraag, Werkvoorraad
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import Rol
from app.services import werkvoorraad as diensten
from app.services.werkvoorraad import AfhandelOpdracht, Taakbladzijde, Taakstand, ToewijsOpdracht

router = APIRouter(tags=["taak"])

UITVOERING = (
    Rol.RECEPTIE,
    Rol.INTAKER,
    Rol.INKOMENSCONSULENT,
    Rol.WERKCONSULENT,
    Rol.PARTICIPATIEMAKELAAR,
    Rol.TOETSER,
    Rol.ADMINISTRATIE,
    Rol.TEAMLEIDER,
    Rol.BELEIDSMEDEWERKER,
)
DOEL = "Uitvoeren van de werkvoorraad"


@router.get("/taken", **leest(Werkvoorraad, "Werkvoorraad", *UITVOERING, doel=DOEL))
def geef_taken(request: Request, vraag: Annotated[Takenvraag, Query()]) -> Response:
    """Geef de open taken voor de eigen rollen en van het eigen bureau, de dringendste eerst.

    Een teamleider ziet de taken van alle rollen.
    """
    na = pak_moment(vraag.na)
    return lees(
        request,
        lambda h: diensten.blader(h, vraag.filters(h.actor), na, vraag.aantal),
        toon=_toon_bladzijde,
        personen=lambda bladzijde: [rij.klant_id for rij in bladzijde.rijen if rij.klant_id],
    )


@router.get("/taken/{taakId}", **leest(Taak, "Taak opvragen", *UITVOERING, doel=DOEL))
def geef_taak(request: Request, taakId: UUID) -> Response:
    """Geef een open of afgehandelde taak."""
    return lees(request, lambda h: diensten.bekijk(h, taakId), toon=_toon, personen=_persoon)


@router.post("/taken/{taakId}/afhandelingen", **maakt(Taak, "Taak afhandelen", *UITVOERING, doel=DOEL, versie=True))
def handel_taak_af(request: Request, taakId: UUID, opdracht: AfhandelOpdracht) -> Response:
    """Handel een taak met de hand af. Taken die bij een handeling horen, sluit die handeling zelf."""
    return schrijf(request, diensten.handel_af, opdracht, toon=_toon, taak_id=taakId)


@router.put("/taken/{taakId}/toewijzing", **wijzigt(Taak, "Taak toewijzen", *UITVOERING, doel="Werkverdeling"))
def wijs_taak_toe(request: Request, taakId: UUID, opdracht: ToewijsOpdracht) -> Response:
    """Leg een taak op het bureau van een medewerker die haar mag doen en de klant mag zien."""
    return schrijf(request, diensten.wijs_toe, opdracht, toon=_toon, taak_id=taakId)


def _toon(stand: Taakstand) -> Taak:
    return Taak.van(stand.rij, stand.nu)


def _toon_bladzijde(bladzijde: Taakbladzijde) -> BaseModel:
    rijen = bladzijde.rijen
    volgende = cursor(rijen[-1].uiterste.isoformat(), rijen[-1].id) if bladzijde.vol else None
    return Werkvoorraad(taken=[Taak.van(rij, bladzijde.nu) for rij in rijen], volgende=volgende)


def _persoon(stand: Any) -> list[UUID]:
    return [stand.rij.klant_id] if stand.rij.klant_id else []
