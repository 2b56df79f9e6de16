"""Brieven over HTTP."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.besluit.router import INZAGE
from app.api.contract import leest
from app.api.verzoek import lees
from app.db.brief.brief import Briefvorm
from app.services.brief.besluitbrieven import Gelezen, lees_besluitbrief

router = APIRouter(tags=["brief"])

DOEL = "Informeren van de klant"
Vorm = Annotated[Briefvorm, Query(description="Toegankelijke PDF (PDF/UA) of HTML.")]
VORMEN = "application/pdf text/html"


def _geef(gelezen: Gelezen) -> Response:
    koppen = {} if gelezen.sha256 is None else {"ETag": f'"{gelezen.sha256}"'}
    return Response(gelezen.inhoud, headers=koppen, media_type=gelezen.mediatype)


@router.get("/besluiten/{besluitId}/brief", **leest(None, "Brief bij besluit", *INZAGE, doel=DOEL, media=VORMEN))
def geef_besluitbrief(request: Request, besluitId: UUID, vorm: Vorm = Briefvorm.PDF) -> Response:
    """Geef de brief bij een besluit. Tot de bekendmaking is dat een concept; daarna precies wat is verzonden.

    De ETag van een verzonden brief is haar SHA-256.
    """
    return lees(
        request,
        lambda h: lees_besluitbrief(h, besluitId, vorm),
        toon=_geef,
        personen=lambda gelezen: [gelezen.klant_id],
    )
