"""Cijfers over de toegekende voorzieningen over HTTP."""

from __future__ import annotations

from typing import Self

from fastapi import APIRouter, Request
from pydantic import Field
from starlette.responses import Response

from app.api.contract import leest
from app.api.schema import Uit
from app.api.sturing.router import LEZERS, Jaar, Nummer
from app.api.sturing.schemas import Kwartaalperiode
from app.api.verzoek import lees
from app.domain.kern.klantgroep import Klantgroep
from app.domain.sturing.voorzieninginzet import Inzetregel
from app.services.sturing import voorzieninginzet

router = APIRouter(tags=["sturing"])

DOEL = "Sturen op het aanbod van voorzieningen"


class Voorzieninggroepcijfer(Uit):
    """Hoe vaak in een klantgroep; leeg is te klein."""

    klantgroep: Klantgroep | None = Field(description="Leeg voor wie in geen klantgroep is, zoals een nugger.")
    aantal: int | None


class Voorzieningsoortcijfers(Uit):
    """De cijfers van een voorziening of, zonder voorziening, van alles samen."""

    voorziening: str | None
    naam: str | None
    aantal: int | None
    klantgroepen: list[Voorzieninggroepcijfer]

    @classmethod
    def van(cls, regel: Inzetregel, namen: dict[str, str]) -> Self:
        """Show a line."""
        return cls(
            voorziening=regel.code,
            naam=namen.get(regel.code, regel.code) if regel.code else None,
            aantal=regel.aantal,
            klantgroepen=[Voorzieninggroepcijfer(klantgroep=groep, aantal=n) for groep, n in regel.per_klantgroep],
        )


class Voorzieninginzetcijfers(Uit):
    """De spreiding van het aanbod: ook wat niemand kreeg, staat erin."""

    periode: Kwartaalperiode
    regels: list[Voorzieningsoortcijfers] = Field(description="Per voorziening, met alles samen als laatste.")
    kleinste_cel: int = Field(description="Kleinere aantallen zijn weggelaten, en ook wat zo'n aantal zou verraden.")

    @classmethod
    def van_beeld(cls, beeld: voorzieninginzet.Voorzieningcijfers) -> Self:
        """Show every line."""
        kwartaal = beeld.kwartaal
        return cls(
            periode=Kwartaalperiode(jaar=kwartaal.jaar, kwartaal=kwartaal.nummer, van=kwartaal.van, tot=kwartaal.tot),
            regels=[Voorzieningsoortcijfers.van(regel, beeld.namen) for regel in beeld.regels],
            kleinste_cel=beeld.kleinste_cel,
        )


@router.get(
    "/sturing/voorzieningen", **leest(Voorzieninginzetcijfers, "Cijfers over voorzieningen", *LEZERS, doel=DOEL)
)
def geef_voorzieningcijfers(request: Request, jaar: Jaar, kwartaal: Nummer) -> Response:
    """Geef per voorziening en klantgroep hoeveel er zijn toegekend en in het kwartaal begonnen."""
    return lees(
        request,
        lambda h: voorzieninginzet.tel_inzet(h, jaar, kwartaal),
        toon=Voorzieninginzetcijfers.van_beeld,
    )
