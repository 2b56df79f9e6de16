"""Beleid simuleren over HTTP: vragen, volgen en annuleren."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.contract import leest, maakt
from app.api.simulatie.beleidsschemas import Beleidssimulatie, Beleidssimulaties
from app.api.verzoek import lees, schrijf
from app.db.simulatie import simulatie as db
from app.domain.kern.rollen import Rol
from app.services.simulatie import simulaties
from app.services.simulatie.simulaties import BeleidssimulatieOpdracht
from app.services.simulatie.werker import DOEL

router = APIRouter(tags=["simulatie"])

LEZERS = (Rol.BELEIDSMEDEWERKER, Rol.TEAMLEIDER)
_GEVRAAGD = maakt(Beleidssimulatie, "Beleid simuleren", *LEZERS, doel=DOEL, plaats="/beleidssimulaties/{id}")


@router.post("/beleidssimulaties", **(_GEVRAAGD | {"status_code": 202}))
def vraag_beleidssimulatie(request: Request, opdracht: BeleidssimulatieOpdracht) -> Response:
    """Vraag hoeveel verzonden besluiten over maatregelen anders waren afgelopen met andere waarden in het beleid.

    Dit antwoordt met 202; volg de simulatie met `Location`. Er verandert niets aan een dossier. Ingetrokken en
    vervangen besluiten tellen niet mee. De uitkomst bevat alleen aantallen en bedragen, zonder kleine aantallen.
    """
    return schrijf(request, simulaties.vraag_aan, opdracht, toon=Beleidssimulatie.van_rij)


@router.get("/beleidssimulaties", **leest(Beleidssimulaties, "Simulaties opvragen", *LEZERS, doel=DOEL))
def geef_beleidssimulaties(request: Request, aantal: Annotated[int, Query(ge=1, le=100)] = 20) -> Response:
    """Geef de laatste simulaties van de organisatie, de nieuwste eerst."""
    return lees(
        request,
        lambda h: db.simulaties(h.sessie, h.actor.organisatie, aantal),
        toon=lambda rijen: Beleidssimulaties(simulaties=[Beleidssimulatie.van_rij(rij) for rij in rijen]),
    )


@router.get(
    "/beleidssimulaties/{beleidssimulatieId}", **leest(Beleidssimulatie, "Simulatie volgen", *LEZERS, doel=DOEL)
)
def geef_beleidssimulatie(request: Request, beleidssimulatieId: UUID) -> Response:
    """Geef hoe ver een simulatie is en, als zij klaar is, wat eruit kwam."""
    return lees(request, lambda h: simulaties.bekijk(h, beleidssimulatieId), toon=Beleidssimulatie.van_rij)


@router.post(
    "/beleidssimulaties/{beleidssimulatieId}/annulering",
    **maakt(Beleidssimulatie, "Simulatie annuleren", *LEZERS, doel=DOEL),
)
def annuleer_beleidssimulatie(request: Request, beleidssimulatieId: UUID) -> Response:
    """Stop een simulatie die wacht of loopt. Wat tot dan toe is geteld, wordt vergeten."""
    return schrijf(request, simulaties.annuleer, toon=Beleidssimulatie.van_rij, nummer=beleidssimulatieId)
