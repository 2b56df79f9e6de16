"""Dienstverleningsniveaus over HTTP."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.contract import leest, maakt
from app.api.klant.router import INZAGE
from app.api.niveau.schemas import Dienstverleningsniveau, Dienstverleningsspoor, Niveaubesluit
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import Rol
from app.services.niveau import overzicht, schakelen
from app.services.niveau.schakelen import HerroepOpdracht, NiveaubesluitOpdracht

router = APIRouter(tags=["dienstverleningsniveau"])

BESLISSERS = (Rol.TEAMLEIDER, Rol.BELEIDSMEDEWERKER)
DOEL = "Inrichten van de dienstverlening"
PAD = "/dienstverleningsniveaus"


@router.get(PAD, **leest(Dienstverleningsniveau, "Dienstverleningsniveau", *Rol, doel=DOEL))
def geef_dienstverleningsniveau(
    request: Request,
    gemeente: Annotated[str, Query(pattern=r"^GM[0-9]{4}$", description="CBS-code.", examples=["GM0150"])],
    peildatum: Annotated[date | None, Query(description="Standaard vandaag.")] = None,
) -> Response:
    """Geef wat op een dag aan staat, wanneer wat aan stond, en elk besluit met wie het nam en waarom."""
    return lees(request, lambda h: overzicht.bekijk(h, gemeente, peildatum), toon=Dienstverleningsniveau.toon)


@router.post(PAD, **maakt(Niveaubesluit, "Niveau besluiten", *BESLISSERS, doel=DOEL))
def besluit_dienstverleningsniveau(request: Request, opdracht: NiveaubesluitOpdracht) -> Response:
    """Zet een niveau of een instelling aan of uit vanaf een dag.

    Termijnen, kanalen, duur en groepsgrootte volgen het beleid van dat niveau; wat al is vastgelegd, verandert niet.
    """
    return schrijf(request, schakelen.besluit, opdracht, toon=Niveaubesluit.toon)


@router.post(
    f"{PAD}/{{niveaubesluitId}}/herroepingen", **maakt(Niveaubesluit, "Niveaubesluit herroepen", *BESLISSERS, doel=DOEL)
)
def herroep_niveaubesluit(request: Request, niveaubesluitId: UUID, opdracht: HerroepOpdracht) -> Response:
    """Herroep een besluit dat verkeerd was; wat eerder gold, geldt dan weer. Het besluit zelf blijft in de lijst."""
    return schrijf(request, schakelen.herroep, opdracht, toon=Niveaubesluit.toon, besluit_id=niveaubesluitId)


@router.get(
    "/klanten/{klantId}/dienstverlening",
    **leest(Dienstverleningsspoor, "Spoor van de dienstverlening", *INZAGE, doel="Uitvoering Participatiewet"),
)
def geef_dienstverleningsspoor(request: Request, klantId: UUID) -> Response:
    """Geef per taak, termijn, afspraak en besluit van een klant onder welk niveau die tot stand kwam."""
    return lees(
        request,
        lambda h: overzicht.bekijk_spoor(h, klantId),
        toon=Dienstverleningsspoor.toon,
        personen=lambda spoor: [spoor.klant.id],
    )
