"""Facturen en herberekening over HTTP."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.contract import maakt
from app.api.subsidie.router import BEHANDELAARS, BESLISSERS, DOEL, HIER, PAD
from app.api.subsidie.schemas import Subsidie
from app.api.verzoek import schrijf
from app.services.subsidie import facturen, herberekenen
from app.services.subsidie.betaalopdrachten import (
    FactuurbeoordelingOpdracht,
    FactuurintrekkingOpdracht,
    SubsidiefactuurOpdracht,
)

router = APIRouter(tags=["subsidie"])

FACTUUR = "/subsidiefacturen/{subsidiefactuurId}"


@router.post(f"{PAD}/facturen", **maakt(Subsidie, "Factuur vastleggen", *BEHANDELAARS, doel=DOEL, plaats=HIER))
def leg_factuur_vast(request: Request, subsidieId: UUID, opdracht: SubsidiefactuurOpdracht) -> Response:
    """Leg een factuur vast. Zij is meteen akkoord, aangehouden of geweigerd, met de reden bij de factuur.

    Een nummer dat deze werkgever al gebruikte, wordt niet vastgelegd; na een weigering mag het opnieuw.
    """
    return schrijf(request, facturen.dien_in, opdracht, toon=Subsidie.van, subsidie_id=subsidieId)


@router.post(
    f"{FACTUUR}/beoordelingen",
    **maakt(Subsidie, "Aangehouden factuur beoordelen", *BESLISSERS, doel=DOEL, plaats=HIER, versie=True),
)
def beoordeel_factuur(request: Request, subsidiefactuurId: UUID, opdracht: FactuurbeoordelingOpdracht) -> Response:
    """Beslis over een factuur die is aangehouden, bijvoorbeeld omdat het dienstverband eerder eindigde."""
    return schrijf(request, facturen.beoordeel, opdracht, toon=Subsidie.van, factuur_id=subsidiefactuurId)


@router.post(
    f"{FACTUUR}/intrekkingen",
    **maakt(Subsidie, "Factuur intrekken", *BEHANDELAARS, doel=DOEL, plaats=HIER, versie=True),
)
def trek_factuur_in(request: Request, subsidiefactuurId: UUID, opdracht: FactuurintrekkingOpdracht) -> Response:
    """Neem een factuur terug die verkeerd is vastgelegd; daarna kan de juiste worden vastgelegd."""
    return schrijf(request, facturen.trek_in, opdracht, toon=Subsidie.van, factuur_id=subsidiefactuurId)


@router.post(
    f"{PAD}/herberekeningen",
    **maakt(Subsidie, "Termijnen herberekenen", *BEHANDELAARS, doel=DOEL, plaats=HIER, versie=True),
)
def herbereken_termijnen(request: Request, subsidieId: UUID) -> Response:
    """Bereken open delen opnieuw die rusten op een cijfer dat nog niet bekend of niet bevestigd was."""
    return schrijf(request, herberekenen.herbereken, toon=Subsidie.van, subsidie_id=subsidieId)
