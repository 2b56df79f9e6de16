"""De feed van gebeurtenissen over HTTP."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.contract import leest
from app.api.gebeurtenis.schemas import Gebeurtenis, Gebeurtenissen
from app.api.paginering import Aantal, Na, cursor, pak_nummer
from app.api.verzoek import lees
from app.db import historie
from app.domain.kern.rollen import Rol

router = APIRouter(tags=["gebeurtenis"])


@router.get(
    "/gebeurtenissen",
    **leest(
        Gebeurtenissen,
        "Gebeurtenissen ophalen",
        Rol.KOPPELING,
        Rol.ADMINISTRATIE,
        Rol.FG,
        doel="Volgen van wat er gebeurt",
    ),
)
def geef_gebeurtenissen(request: Request, na: Na = None, aantal: Aantal = 50) -> Response:
    """Geef wat er na de cursor gebeurde, op volgorde en zonder persoonsgegevens, als NL GOV CloudEvents."""
    nr = pak_nummer(na)
    oin = request.app.state.settings.oin
    return lees(
        request,
        lambda h: historie.feed(h.sessie, h.actor, nr, aantal),
        toon=lambda rijen: Gebeurtenissen(
            gebeurtenissen=[Gebeurtenis.van(rij, oin) for rij in rijen], volgende=cursor(rijen[-1].nr) if rijen else na
        ),
        personen=lambda rijen: [rij.klant_id for rij in rijen if rij.klant_id],
    )
