"""Voorzieningen over HTTP: what the municipality has, and what may be offered to a klant."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.contract import leest
from app.api.verzoek import lees
from app.api.voorziening.schemas import Voorzieningen
from app.api.voorziening.toetsschemas import Klantvoorzieningen
from app.domain.kern.rollen import LEEST_DIAGNOSES, Rol
from app.services.voorziening.aanbod import bekijk_aanbod
from app.services.voorziening.opdrachten import VoorzieningstoetsOpdracht
from app.services.voorziening.toetsen import bekijk_voor_klant, toets_aanbod

router = APIRouter(tags=["voorziening"])

Gemeente = Annotated[str, Query(pattern=r"^GM[0-9]{4}$", description="CBS-code.", examples=["GM0150"])]
Peildatum = Annotated[date | None, Query(description="De dag waarop het beleid geldt; standaard vandaag.")]
# What is asked tells of health and care at home, so who reads diagnoses may ask it.
LEZERS = LEEST_DIAGNOSES
DOEL = "Kiezen van een voorziening"


@router.get("/voorzieningen", **leest(Voorzieningen, "Voorzieningen", *Rol, doel="Raadplegen van beleid"))
def geef_voorzieningen(request: Request, gemeente: Gemeente, peildatum: Peildatum = None) -> Response:
    """Geef de voorzieningen van een gemeente op een dag, elke grens en vraag met artikel, niveau en herkomst."""
    return lees(request, lambda h: bekijk_aanbod(h, gemeente, peildatum), toon=Voorzieningen.van)


@router.get(
    "/klanten/{klantId}/voorzieningen",
    **leest(Klantvoorzieningen, "Voorzieningen voor een klant", *LEZERS, doel=DOEL),
)
def geef_klantvoorzieningen(request: Request, klantId: UUID) -> Response:
    """Toets elke voorziening voor een klant die vandaag zou beginnen, zonder verdere gegevens."""
    return lees(
        request, lambda h: bekijk_voor_klant(h, klantId), toon=Klantvoorzieningen.van, personen=lambda _: [klantId]
    )


@router.post(
    "/voorzieningstoetsen", **leest(Klantvoorzieningen, "Toetsen wat een klant mag krijgen", *LEZERS, doel=DOEL)
)
def toets_voorzieningen(request: Request, opdracht: VoorzieningstoetsOpdracht) -> Response:
    """Toets één voorziening of alle voor een klant, met wat u erover invult. Alleen het inzien wordt vastgelegd."""
    return lees(
        request,
        lambda h: toets_aanbod(h, opdracht),
        toon=Klantvoorzieningen.van,
        personen=lambda _: [opdracht.klant_id],
    )
