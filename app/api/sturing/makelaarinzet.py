"""Cijfers over de inzet van de participatiemakelaar over HTTP."""

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
from app.domain.sturing.makelaarinzet import Duur, Makelaarregel
from app.services.sturing import makelaarinzet

router = APIRouter(tags=["sturing"])

DOEL = "Sturen op de inzet van de participatiemakelaar"


class Makelaarklantgroepcijfer(Uit):
    """Verwijzingen in een klantgroep; leeg is te klein."""

    klantgroep: Klantgroep
    aantal: int | None


class Makelaarduurcijfer(Uit):
    """Verwijzingen waarvan de hulp zo lang duurde; leeg is te klein."""

    duur: Duur
    aantal: int | None


class Besliscodecijfer(Uit):
    """Verwijzingen die met deze besliscode zijn gesloten; leeg is te klein."""

    besliscode: str = Field(examples=["doel_bereikt"])
    titel: str
    aantal: int | None


class Makelaardoelcijfers(Uit):
    """De cijfers van een doel of, zonder doel, van alles samen."""

    doel: str | None
    aantal: int | None
    klantgroepen: list[Makelaarklantgroepcijfer]
    duren: list[Makelaarduurcijfer]
    besliscodes: list[Besliscodecijfer]

    @classmethod
    def van(cls, regel: Makelaarregel, titels: dict[str, str]) -> Self:
        """Show a line."""
        return cls(
            doel=regel.doel,
            aantal=regel.aantal,
            klantgroepen=[
                Makelaarklantgroepcijfer(klantgroep=groep, aantal=n) for groep, n in regel.per_klantgroep.items()
            ],
            duren=[Makelaarduurcijfer(duur=duur, aantal=n) for duur, n in regel.per_duur.items()],
            besliscodes=[
                Besliscodecijfer(besliscode=code, titel=titels.get(code, code), aantal=n)
                for code, n in regel.per_besliscode.items()
            ],
        )


class Makelaarinzetcijfers(Uit):
    """Verwijzingen naar de participatiemakelaar die in het kwartaal zijn gesloten."""

    periode: Kwartaalperiode
    regels: list[Makelaardoelcijfers] = Field(description="Per doel, met alles samen als laatste.")
    kleinste_cel: int = Field(description="Kleinere aantallen zijn weggelaten, en ook wat zo'n aantal zou verraden.")

    @classmethod
    def van_beeld(cls, beeld: makelaarinzet.Makelaarcijfers) -> Self:
        """Show every line."""
        kwartaal, titels = beeld.kwartaal, {code.code: code.titel for code in beeld.codes}
        return cls(
            periode=Kwartaalperiode(jaar=kwartaal.jaar, kwartaal=kwartaal.nummer, van=kwartaal.van, tot=kwartaal.tot),
            regels=[Makelaardoelcijfers.van(regel, titels) for regel in beeld.regels],
            kleinste_cel=beeld.kleinste_cel,
        )


@router.get("/sturing/makelaarinzet", **leest(Makelaarinzetcijfers, "Cijfers over de makelaar", *LEZERS, doel=DOEL))
def geef_makelaarcijfers(request: Request, jaar: Jaar, kwartaal: Nummer) -> Response:
    """Geef per doel, klantgroep, duur en besliscode hoeveel verwijzingen naar de makelaar zijn gesloten."""
    return lees(request, lambda h: makelaarinzet.tel_inzet(h, jaar, kwartaal), toon=Makelaarinzetcijfers.van_beeld)
