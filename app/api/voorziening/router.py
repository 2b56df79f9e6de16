"""Voorzieningen over HTTP: what the municipality has, and what fits a klant."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.contract import leest
from app.api.verzoek import lees
from app.api.voorziening.schemas import Klantvoorzieningen, Voorzieningen
from app.domain.kern.rollen import Rol
from app.services.voorziening import aanbod as diensten

router = APIRouter(tags=["voorziening"])

Gemeente = Annotated[str, Query(pattern=r"^GM[0-9]{4}$", description="CBS-code.", examples=["GM0150"])]
Peildatum = Annotated[date | None, Query(description="De dag waarop het beleid geldt; standaard vandaag.")]
LEZERS = (Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT, Rol.PARTICIPATIEMAKELAAR, Rol.TEAMLEIDER, Rol.FG)


@router.get("/voorzieningen", **leest(Voorzieningen, "Voorzieningen", *Rol, doel="Raadplegen van beleid"))
def geef_voorzieningen(request: Request, gemeente: Gemeente, peildatum: Peildatum = None) -> Response:
    """Geef de voorzieningen van een gemeente, met de klantgroepen waarvoor zij zijn."""
    return lees(request, lambda h: diensten.bekijk_aanbod(h, gemeente, peildatum), toon=Voorzieningen.van)


@router.get(
    "/klanten/{klantId}/voorzieningen",
    **leest(Klantvoorzieningen, "Voorzieningen voor een klant", *LEZERS, doel="Kiezen van een voorziening"),
)
def geef_klantvoorzieningen(request: Request, klantId: UUID) -> Response:
    """Toets elke voorziening aan de klantgroep van de klant; buiten de lijst alleen met de hardheidsclausule."""
    return lees(
        request,
        lambda h: diensten.bekijk_voor_klant(h, klantId),
        toon=Klantvoorzieningen.van,
        personen=lambda _: [klantId],
    )
