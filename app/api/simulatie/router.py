"""Berekenen zonder te beslissen, over HTTP."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.contract import leest
from app.api.simulatie.schemas import Maatregelberekening
from app.api.verzoek import lees
from app.domain.kern.rollen import Rol
from app.services.simulatie.opdracht import MaatregelberekeningOpdracht
from app.services.simulatie.watals import bereken_maatregel

router = APIRouter(tags=["simulatie"])

REKENAARS = (
    Rol.WERKCONSULENT,
    Rol.INKOMENSCONSULENT,
    Rol.PARTICIPATIEMAKELAAR,
    Rol.TOETSER,
    Rol.BELEIDSMEDEWERKER,
    Rol.KOPPELING,
)


@router.post(
    "/maatregelberekeningen",
    **leest(Maatregelberekening, "Maatregel berekenen", *REKENAARS, doel="Voorbereiden van een besluit"),
)
def bereken_maatregel_zonder_besluit(request: Request, opdracht: MaatregelberekeningOpdracht) -> Response:
    """Bereken wat er zou volgen op een gedraging, met dezelfde toetsen als in een echte zaak. Er wordt niets bewaard.

    Met een klant telt het dossier mee, ook de zaak die er over deze gedraging al is; dat het is ingezien, wordt
    vastgelegd. Zonder klant telt alleen wat u geeft. Wat onbekend is, blijft onbekend en staat bij `ontbreekt`.
    """
    return lees(
        request,
        lambda h: bereken_maatregel(h, opdracht),
        toon=Maatregelberekening.van,
        personen=lambda berekening: berekening.klant_ids,
    )
