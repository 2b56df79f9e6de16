"""Cijfers over de dienstverlening en de handhaving over HTTP."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.contract import leest
from app.api.sturing.dienstschemas import Handhavingscijfers, Stroomcijfers, Termijncijfers
from app.api.sturing.router import LEZERS, Jaar, Nummer
from app.api.verzoek import lees
from app.services.sturing import dienstverlening

router = APIRouter(tags=["sturing"])

DOEL = "Sturen op de dienstverlening"


@router.get("/sturing/termijnen", **leest(Termijncijfers, "Cijfers over termijnen", *LEZERS, doel=DOEL))
def geef_termijncijfers(request: Request, jaar: Jaar, kwartaal: Nummer) -> Response:
    """Geef per servicetermijn en klantgroep hoeveel klanten binnen en buiten de termijn zijn geholpen.

    De klantgroep is die aan het einde van het kwartaal. Een teamleider ziet het eigen team, een beleidsmedewerker
    alles samen.
    """
    return lees(request, lambda h: dienstverlening.tel_termijnen(h, jaar, kwartaal), toon=Termijncijfers.van)


@router.get("/sturing/klantgroepen", **leest(Stroomcijfers, "Cijfers over klantgroepen", *LEZERS, doel=DOEL))
def geef_stroomcijfers(request: Request, jaar: Jaar, kwartaal: Nummer) -> Response:
    """Geef per klantgroep de stand, de instroom, de overgangen en hoe lang klanten er gemiddeld in zitten."""
    return lees(request, lambda h: dienstverlening.tel_stroom(h, jaar, kwartaal), toon=Stroomcijfers.van)


@router.get("/sturing/handhaving", **leest(Handhavingscijfers, "Cijfers over handhaving", *LEZERS, doel=DOEL))
def geef_handhavingscijfers(request: Request, jaar: Jaar, kwartaal: Nummer) -> Response:
    """Geef hoe maatregelzaken afliepen per gedraging, en hoeveel dagen er tussen opening en besluit lagen."""
    return lees(request, lambda h: dienstverlening.tel_zaken(h, jaar, kwartaal), toon=Handhavingscijfers.van)
