"""Afspraken als agendabestand, en wat videobellen vraagt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import Response

from app.api.bericht.router import DOEL, LEZERS
from app.api.contract import leest
from app.api.schema import Uit
from app.api.verzoek import lees
from app.services.bericht.agendabestand import afspraakbestand, screeningbestand
from app.services.bericht.digitaal import geef_videobellen
from app.services.handeling import Handeling

router = APIRouter(tags=["bericht"])
ICS = "text/calendar"
Gemeente = Annotated[str, Query(pattern=r"^GM[0-9]{4}$", examples=["GM0150"], description="Code van de gemeente.")]


class Videobellen(Uit):
    """Wat klant en medewerker nodig hebben om te videobellen."""

    uitleg: str
    instructievideo: str = Field(description="Het filmpje voor de klant.", examples=["https://gemeente.example/video"])
    tips: list[str]
    hulpnummer: str = Field(examples=["0570 00 00 00"])
    instructie_medewerkers: str = Field(description="De instructie voor medewerkers.")
    tweede_scherm: str
    helpdesk: str | None = Field(description="Een helpdesk, als de gemeente die heeft.")


def _ics(request: Request, functie: Callable[[Handeling], tuple[str, UUID]]) -> Response:
    return lees(
        request,
        functie,
        toon=lambda gevonden: Response(gevonden[0], media_type=f"{ICS}; charset=utf-8"),
        personen=lambda gevonden: [gevonden[1]],
    )


@router.get(
    "/afspraken/{afspraakId}/agenda", **leest(None, "Afspraak als agendabestand", *LEZERS, doel=DOEL, media=ICS)
)
def geef_afspraak_als_agenda(request: Request, afspraakId: UUID) -> Response:
    """Geef de afspraak als iCalendar (RFC 5545); verzetten en afzeggen houden dezelfde UID."""
    return _ics(request, lambda h: afspraakbestand(h, afspraakId))


@router.get(
    "/screeningen/{screeningId}/agenda", **leest(None, "Screening als agendabestand", *LEZERS, doel=DOEL, media=ICS)
)
def geef_screening_als_agenda(request: Request, screeningId: UUID) -> Response:
    """Geef het screeningsgesprek als iCalendar (RFC 5545); een verzet gesprek houdt de UID van de melding."""
    return _ics(request, lambda h: screeningbestand(h, screeningId))


@router.get("/videobellen", **leest(Videobellen, "Uitleg over videobellen", *LEZERS, doel=DOEL))
def geef_uitleg_videobellen(request: Request, gemeente: Gemeente) -> Response:
    """Geef de uitleg, het filmpje, de tips en het hulpnummer voor videobellen, voor klant en medewerker."""
    return lees(request, lambda h: geef_videobellen(h, gemeente))
