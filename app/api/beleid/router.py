"""Beleid over HTTP."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.beleid.schemas import Beleidsoverzicht
from app.api.contract import leest
from app.api.verzoek import lees
from app.domain.kern.rollen import Rol
from app.services import beleid as diensten

router = APIRouter(tags=["beleid"])

Gemeente = Annotated[str, Query(pattern=r"^GM[0-9]{4}$", description="CBS-code.", examples=["GM0150"])]
Peildatum = Annotated[date | None, Query(description="De dag waarop het beleid geldt; standaard vandaag.")]
Onderwerp = Annotated[
    str | None, Query(pattern="^[a-z_]{2,50}$", description="Alleen dit onderwerp.", examples=["maatregel"])
]
BekendOp = Annotated[
    date | None, Query(alias="bekendOp", description="Alleen wat op deze dag al bekend was; standaard alles.")
]


@router.get("/beleid", **leest(Beleidsoverzicht, "Geldend beleid", *Rol, doel="Raadplegen van beleid"))
def geef_beleid(
    request: Request,
    gemeente: Gemeente,
    peildatum: Peildatum = None,
    soort: Onderwerp = None,
    bekend_op: BekendOp = None,
) -> Response:
    """Geef wat op een dag geldt, met artikel en herkomst, en wat er anders is dan in de versie ervoor."""
    return lees(
        request,
        lambda h: diensten.bekijk(h, gemeente, peildatum, soort, bekend_op),
        toon=Beleidsoverzicht.van,
    )
