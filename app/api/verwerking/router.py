"""Verwerkingen over HTTP, voor de functionaris gegevensbescherming."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.contract import leest
from app.api.paginering import Aantal, Na, cursor, pak_moment
from app.api.verwerking.schemas import Verwerkingen
from app.api.verzoek import lees
from app.db import historie
from app.domain.kern.rollen import Rol

router = APIRouter(tags=["verwerking"])


@router.get(
    "/klanten/{klantId}/verwerkingen",
    **leest(Verwerkingen, "Verwerkingen van een klant", Rol.FG, doel="Toezicht op de verwerking van persoonsgegevens"),
)
def geef_verwerkingen(request: Request, klantId: UUID, na: Na = None, aantal: Aantal = 50) -> Response:
    """Geef wie gegevens van de klant las of schreef, wanneer en waarom, het nieuwste eerst; ook dit lezen telt mee."""
    sleutel = pak_moment(na)
    return lees(
        request,
        lambda h: historie.verwerkingen(h.sessie, h.klant(klantId, vergrendel=False).id, sleutel, aantal),
        toon=lambda rijen: Verwerkingen(
            verwerkingen=rijen,
            volgende=cursor(rijen[-1].tijdstip.isoformat(), rijen[-1].id) if len(rijen) == aantal else None,
        ),
        personen=lambda _: [klantId],
    )
