"""Klantbeeld over HTTP."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.contract import leest
from app.api.klant.router import INZAGE
from app.api.klantbeeld.schemas import Klantbeeld
from app.api.klantbeeld.toon import toon
from app.api.verzoek import lees
from app.services import klantbeeld as diensten

router = APIRouter(tags=["klantbeeld"])


@router.get(
    "/klanten/{klantId}/klantbeeld", **leest(Klantbeeld, "Klantbeeld", *INZAGE, doel="Uitvoering Participatiewet")
)
def geef_klantbeeld(request: Request, klantId: UUID) -> Response:
    """Geef alles over een klant in één keer: wie, welke klantgroep, wat er is afgesproken en wat er open staat."""
    return lees(
        request,
        lambda h: diensten.bekijk(h, klantId),
        toon=toon,
        personen=lambda beeld: [nummer for nummer in (klantId, beeld.persoon.partner_leesbaar) if nummer],
    )
