"""Cijfers voor de teamleider over HTTP."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.contract import leest
from app.api.sturing.schemas import Indelingscijfers, Overgangscijfers
from app.api.verzoek import lees
from app.domain.kern.rollen import Rol
from app.services.sturing import indelingen

router = APIRouter(tags=["sturing"])

Jaar = Annotated[int, Query(ge=2015, le=2100, examples=[2025])]
Nummer = Annotated[int, Query(ge=1, le=4, examples=[4], description="Een kalenderkwartaal dat voorbij is.")]
DOEL = "Sturen op gelijke indeling"
LEZERS = (Rol.TEAMLEIDER, Rol.BELEIDSMEDEWERKER)


@router.get("/sturing/indelingen", **leest(Indelingscijfers, "Cijfers over indelen", *LEZERS, doel=DOEL))
def geef_indelingscijfers(request: Request, jaar: Jaar, kwartaal: Nummer) -> Response:
    """Vergelijk hoe de medewerkers van het eigen team klanten voor het eerst indelen.

    Bij elk aandeel staat welke ruimte toeval laat (Wilson-interval). `opvallend` is een vraag om over te praten, geen
    oordeel: medewerkers spreken niet dezelfde klanten. Kleine aantallen zijn weggelaten, en ook wat nodig is om ze niet
    uit een totaal te kunnen afleiden. Een beleidsmedewerker ziet alleen alles samen.
    """
    return lees(request, lambda h: indelingen.vergelijk_indelingen(h, jaar, kwartaal), toon=Indelingscijfers.van)


@router.get("/sturing/overgangen", **leest(Overgangscijfers, "Cijfers over wissels", *LEZERS, doel=DOEL))
def geef_overgangscijfers(request: Request, jaar: Jaar, kwartaal: Nummer) -> Response:
    """Tel wissels die een uitzondering horen te zijn, twijfelgevallen en wie onder zorg-handhaving vallen.

    Een teamleider ziet de aantallen van het eigen team, een beleidsmedewerker die van de organisatie zonder de kleine.
    """
    return lees(request, lambda h: indelingen.tel_overgangen(h, jaar, kwartaal), toon=Overgangscijfers.van)
