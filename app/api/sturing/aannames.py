"""Wat de begroting aannam naast wat er gebeurde, over HTTP."""

from __future__ import annotations

from typing import Self

from fastapi import APIRouter, Request
from pydantic import Field
from starlette.responses import Response

from app.api.contract import leest
from app.api.schema import Grondslag, Uit
from app.api.sturing.router import Jaar
from app.api.verzoek import lees
from app.domain.kern.rollen import Rol
from app.domain.sturing.aannames import Aanname, Aannamecode, Aannamemaat
from app.services.sturing import aannames
from app.services.sturing.aannames import Aannamebeeld

router = APIRouter(tags=["sturing"])

LEZERS = (Rol.TEAMLEIDER, Rol.BELEIDSMEDEWERKER, Rol.BEHEERDER)


class Begrotingsaanname(Uit):
    """Eén aanname van de begroting naast het jaar; leeg als het aantal klanten te klein is om te tonen."""

    code: Aannamecode
    eenheid: Aannamemaat
    klanten: int | None = Field(description="Het aantal klanten erachter.")
    begroot: float | None
    gerealiseerd: float | None
    verschil: float | None = Field(description="Gerealiseerd min begroot.")
    grondslag: Grondslag
    leeswijze: str = Field(description="Wat er is geteld.")

    @classmethod
    def van(cls, aanname: Aanname) -> Self:
        """Show an assumption with its paragraph."""
        eigen = {naam: getattr(aanname, naam) for naam in cls.model_fields if naam != "grondslag"}
        return cls(**eigen, grondslag=Grondslag.van(aanname.grondslag))


class Begrotingsaannames(Uit):
    """De aannames van de begroting naast een jaar."""

    jaar: int
    aannames: list[Begrotingsaanname]
    kleinste_cel: int = Field(description="Kleinere aantallen dan dit zijn weggelaten, behalve nul.")

    @classmethod
    def toon(cls, beeld: Aannamebeeld) -> Self:
        """Show every assumption."""
        regels = [Begrotingsaanname.van(aanname) for aanname in beeld.aannames]
        return cls(jaar=beeld.jaar, aannames=regels, kleinste_cel=beeld.kleinste_cel)


@router.get(
    "/sturing/aannames",
    **leest(Begrotingsaannames, "Begroting en werkelijkheid", *LEZERS, doel="Bewaken van het budget"),
)
def geef_aannames(request: Request, jaar: Jaar) -> Response:
    """Geef wat de begroting aannam naast wat er in een jaar dat voorbij is gebeurde, van alle klanten samen.

    Hulp bij Dariuz, netwerkgesprekken, instroom in Begeleiding op Maat en Groeien, deel met BeKonnecteD, en extra
    gesprekstijd in een lockdown.
    """
    return lees(request, lambda h: aannames.vergelijk_met_begroting(h, jaar), toon=Begrotingsaannames.toon)
