"""Besluiten over HTTP."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.besluit.schemas import Besluit, Narekening, Uitleg
from app.api.contract import leest, maakt
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import Rol
from app.services.besluit.beeld import Besluitbeeld, beeld, bekijk
from app.services.besluit.bekendmaken import BekendmakingOpdracht, maak_bekend
from app.services.besluit.narekenen import reken_na
from app.services.besluit.toetsen import ToetsingOpdracht, toets_besluit
from app.services.besluit.uitleg import leg_uit
from app.services.handeling import Handeling

router = APIRouter(tags=["besluit"])

CONSULENTEN = (Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT, Rol.PARTICIPATIEMAKELAAR)
INZAGE = (*CONSULENTEN, Rol.TOETSER, Rol.ADMINISTRATIE, Rol.TEAMLEIDER, Rol.FG)
DOEL = "Beslissen over de uitkering"


def _getoond(functie: Callable[..., Any]) -> Callable[..., Besluitbeeld]:
    def voer_uit(h: Handeling, *delen: Any, **sleutels: Any) -> Besluitbeeld:
        return beeld(h, functie(h, *delen, **sleutels))

    return voer_uit


@router.get("/besluiten/{besluitId}", **leest(Besluit, "Besluit opvragen", *INZAGE, doel=DOEL))
def geef_besluit(request: Request, besluitId: UUID) -> Response:
    """Geef een besluit met de toetsing en de bekendmaking."""
    return lees(
        request,
        lambda h: bekijk(h, besluitId),
        toon=Besluit.van,
        personen=lambda gevonden: [gevonden.stand.besluit.klant_id],
    )


@router.get("/besluiten/{besluitId}/uitleg", **leest(Uitleg, "Besluit uitleggen", *INZAGE, doel=DOEL))
def leg_besluit_uit(request: Request, besluitId: UUID) -> Response:
    """Leg uit waarom het besluit zo luidt: elke toets met artikel en feiten, de waarden, en elk bedrag met formule."""
    return lees(
        request,
        lambda h: leg_uit(h, besluitId),
        toon=Uitleg.van,
        personen=lambda uitleg: [uitleg.stand.besluit.klant_id],
    )


@router.post(
    "/besluiten/{besluitId}/narekenen",
    **leest(Narekening, "Besluit narekenen", *INZAGE, doel="Controleren van besluiten"),
)
def reken_besluit_na(request: Request, besluitId: UUID) -> Response:
    """Neem het besluit opnieuw op de bewaarde feiten en het bewaarde beleid, en zeg of er hetzelfde uitkomt."""
    return lees(request, lambda h: reken_na(h, besluitId), personen=lambda narekening: [narekening.klant_id])


@router.post(
    "/besluiten/{besluitId}/toetsingen",
    **maakt(Besluit, "Besluit toetsen", Rol.TOETSER, doel=DOEL, plaats="/besluiten/{id}"),
)
def leg_toetsing_vast(request: Request, besluitId: UUID, opdracht: ToetsingOpdracht) -> Response:
    """Keur het besluit goed of af. Dat doet een ander dan wie adviseerde of besliste."""
    return schrijf(request, _getoond(toets_besluit), opdracht, toon=Besluit.van, besluit_id=besluitId)


@router.post(
    "/besluiten/{besluitId}/bekendmakingen",
    **maakt(
        Besluit, "Besluit bekendmaken", Rol.INKOMENSCONSULENT, Rol.ADMINISTRATIE, doel=DOEL, plaats="/besluiten/{id}"
    ),
)
def maak_besluit_bekend(request: Request, besluitId: UUID, opdracht: BekendmakingOpdracht) -> Response:
    """Leg de verzending vast, na een akkoord van de toetser. De dag erna begint de bezwaartermijn."""
    return schrijf(request, _getoond(maak_bekend), opdracht, toon=Besluit.van, besluit_id=besluitId)
