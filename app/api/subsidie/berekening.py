"""Subsidies berekenen zonder te beslissen, over HTTP."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.contract import leest
from app.api.subsidie.rekenschemas import Subsidieberekening
from app.api.verzoek import lees
from app.domain.kern.rollen import Rol
from app.services.subsidie.watals import SubsidieberekeningOpdracht, bereken_subsidie

router = APIRouter(tags=["subsidie"])

REKENAARS = (
    Rol.WERKCONSULENT,
    Rol.INKOMENSCONSULENT,
    Rol.PARTICIPATIEMAKELAAR,
    Rol.TOETSER,
    Rol.ADMINISTRATIE,
    Rol.BELEIDSMEDEWERKER,
    Rol.KOPPELING,
)


@router.post(
    "/subsidieberekeningen",
    **leest(Subsidieberekening, "Subsidie berekenen", *REKENAARS, doel="Voorbereiden van een besluit"),
)
def bereken_subsidie_zonder_besluit(request: Request, opdracht: SubsidieberekeningOpdracht) -> Response:
    """Bereken wat een subsidie of vergoeding zou worden, met dezelfde toetsen als een besluit. Er wordt niets bewaard.

    Elke termijn noemt haar formule met de ingevulde getallen, en de cijfers waarop zij rust.
    """
    return lees(
        request,
        lambda h: bereken_subsidie(h, opdracht),
        toon=Subsidieberekening.van,
        personen=lambda berekening: berekening.klant_ids,
    )
