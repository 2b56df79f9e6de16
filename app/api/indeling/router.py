"""Ambitiegesprekken, voorstellen and indelingen over HTTP."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.contract import leest, maakt
from app.api.indeling.schemas import Ambitiegesprek, Ambitiegesprekken, Indeling, Indelingen, Indelingsvoorstel
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import Rol
from app.services.indeling import besluit, gesprek, overzicht, voorstel
from app.services.indeling.opdrachten import AmbitiegesprekOpdracht, IndelingOpdracht, VoorstelOpdracht

router = APIRouter(tags=["indeling"])

CONSULENTEN = (Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT)
LEZERS = (*CONSULENTEN, Rol.PARTICIPATIEMAKELAAR, Rol.TOETSER, Rol.TEAMLEIDER, Rol.FG)
BESLISSERS = (Rol.INTAKER, Rol.WERKCONSULENT)
DOEL = "Indelen in een klantgroep"


@router.post(
    "/klanten/{klantId}/ambitiegesprekken",
    **maakt(Ambitiegesprek, "Ambitiegesprek vastleggen", Rol.INTAKER, doel=DOEL),
)
def leg_ambitiegesprek_vast(request: Request, klantId: UUID, opdracht: AmbitiegesprekOpdracht) -> Response:
    """Leg een gehouden ambitiegesprek vast. Daarvoor is een volledige Dariuz of een volledig format nodig."""
    return schrijf(request, gesprek.leg_gesprek_vast, opdracht, toon=Ambitiegesprek.van, klant_id=klantId)


@router.get(
    "/klanten/{klantId}/ambitiegesprekken",
    **leest(Ambitiegesprekken, "Ambitiegesprekken van een klant", *CONSULENTEN, Rol.FG, doel=DOEL),
)
def geef_ambitiegesprekken(request: Request, klantId: UUID) -> Response:
    """Geef de ambitiegesprekken van een klant, het nieuwste eerst."""
    return lees(
        request,
        lambda h: gesprek.bekijk_gesprekken(h, klantId),
        toon=Ambitiegesprekken.van,
        personen=lambda _: [klantId],
    )


@router.post(
    "/klanten/{klantId}/indelingsvoorstellen",
    **maakt(Indelingsvoorstel, "Voorstel voor de klantgroep", *CONSULENTEN, doel=DOEL),
)
def maak_indelingsvoorstel(request: Request, klantId: UUID, opdracht: VoorstelOpdracht) -> Response:
    """Bereken een voorstel uit het laatste ambitiegesprek, met de criteria van elke klantgroep."""
    return schrijf(request, voorstel.stel_klantgroep_voor, opdracht, toon=Indelingsvoorstel.van, klant_id=klantId)


@router.get(
    "/klanten/{klantId}/indelingsvoorstellen/{voorstelId}",
    **leest(Indelingsvoorstel, "Voorstel opvragen", *CONSULENTEN, Rol.FG, doel=DOEL),
)
def geef_indelingsvoorstel(request: Request, klantId: UUID, voorstelId: UUID) -> Response:
    """Geef een voorstel zoals het is gedaan, met het beleid waarop het rust."""
    return lees(
        request,
        lambda h: voorstel.bekijk_voorstel(h, klantId, voorstelId),
        toon=Indelingsvoorstel.van,
        personen=lambda _: [klantId],
    )


@router.post(
    "/klanten/{klantId}/indelingen",
    **maakt(Indeling, "Klant indelen", *BESLISSERS, doel=DOEL, versie=True),
)
def deel_klant_in(request: Request, klantId: UUID, opdracht: IndelingOpdracht) -> Response:
    """Beslis over de klantgroep: voor het eerst, bij een wissel of om een indeling te herstellen.

    Stuur de ETag van de klant mee. Een weigering noemt elke voorwaarde die in de weg staat, met haar artikel. De
    wijziging gaat naar de uitkeringsadministratie, de klant krijgt een vaste consulent en het vervolg staat klaar.
    """
    return schrijf(request, besluit.deel_in, opdracht, toon=Indeling.van_regel, klant_id=klantId)


@router.get("/klanten/{klantId}/indelingen", **leest(Indelingen, "Indelingen van een klant", *LEZERS, doel=DOEL))
def geef_indelingen(request: Request, klantId: UUID) -> Response:
    """Geef de indelingen van een klant met hun geldigheid, de nieuwste eerst."""
    return lees(
        request,
        lambda h: overzicht.bekijk_indelingen(h, klantId),
        toon=Indelingen.van,
        personen=lambda _: [klantId],
    )
