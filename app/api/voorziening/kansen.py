"""Kansen over HTTP: which of my klanten may get this voorziening."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from fastapi import APIRouter, Query, Request
from pydantic import Field, StringConstraints
from starlette.responses import Response

from app.api.contract import leest
from app.api.paginering import Aantal, Na, cursor, pak_uuid
from app.api.schema import Uit
from app.api.verzoek import lees
from app.domain.kern.datum import in_onze_tijd
from app.domain.kern.fouten import OngeldigeInvoer
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.voorziening.toets import Aanboduitkomst
from app.services.handeling import Handeling
from app.services.voorziening.kansen import Kansenpagina, Kansvraag, Klantkansen, zoek_kansen

router = APIRouter(tags=["voorziening"])

LEZERS = (Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT, Rol.PARTICIPATIEMAKELAAR, Rol.TEAMLEIDER)
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,59}$")]
Codes = Annotated[
    list[Code],
    Query(max_length=50, description="Welke voorzieningen; leeg: alle.", examples=[["werk_leerroute"]]),
]
Uitkomsten = Annotated[
    list[Aanboduitkomst],
    Query(max_length=4, description="Welke uitkomsten tellen; leeg: `mag` en `nog_te_beantwoorden`."),
]
Begin = Annotated[date | None, Query(description="De eerste dag; standaard vandaag.")]
_STANDAARD = frozenset({Aanboduitkomst.MAG, Aanboduitkomst.NOG_TE_BEANTWOORDEN})


class Kansuitkomst(Uit):
    """Wat één voorziening voor de klant is."""

    code: str = Field(examples=["werk_leerroute"])
    uitkomst: Aanboduitkomst
    voorgesteld: bool


class Kansrijke(Uit):
    """Een klant voor wie een voorziening kan; de voorwaarden zelf geeft `POST /voorzieningstoetsen`."""

    klant_id: UUID
    naam: str
    klantgroep: Klantgroep | None
    consulent_id: UUID | None
    kansen: list[Kansuitkomst]

    @classmethod
    def van(cls, gevonden: Klantkansen) -> Self:
        """Show one klant."""
        klant = gevonden.klant
        return cls(
            klant_id=klant.id,
            naam=f"{klant.voornamen} {klant.achternaam}",
            klantgroep=klant.klantgroep,
            consulent_id=klant.consulent_id,
            kansen=[Kansuitkomst.model_validate(kans) for kans in gevonden.kansen],
        )


class Voorzieningskansen(Uit):
    """Klanten voor wie een voorziening kan; met `volgende` zijn er mogelijk meer, ook bij een korte lijst."""

    klanten: list[Kansrijke]
    getoetst: int = Field(description="Hoeveel klanten hiervoor zijn getoetst.")
    volgende: str | None

    @classmethod
    def van(cls, pagina: Kansenpagina) -> Self:
        """Show a page."""
        volgende = None if pagina.volgende is None else cursor(pagina.volgende)
        klanten = [Kansrijke.van(klant) for klant in pagina.klanten]
        return cls(klanten=klanten, getoetst=pagina.getoetst, volgende=volgende)


@router.get(
    "/voorzieningskansen",
    **leest(Voorzieningskansen, "Klanten die een voorziening mogen", *LEZERS, doel="Kiezen van een voorziening"),
)
def geef_voorzieningskansen(
    request: Request,
    code: Codes = [],  # noqa: B006 - FastAPI copies it
    uitkomst: Uitkomsten = [],  # noqa: B006 - FastAPI copies it
    begin: Begin = None,
    aantal: Aantal = 50,
    na: Na = None,
) -> Response:
    """Geef van de klanten die u mag zien wie de voorziening kan krijgen, naar wat nu over hen bekend is."""
    sleutel, gewenst = pak_uuid(na), frozenset(uitkomst) or _STANDAARD
    return lees(
        request,
        lambda h: zoek_kansen(h, Kansvraag(frozenset(code), gewenst, _dag(h, begin)), sleutel, aantal),
        toon=Voorzieningskansen.van,
        personen=lambda pagina: [klant.klant.id for klant in pagina.klanten],
    )


def _dag(h: Handeling, begin: date | None) -> date:
    try:
        return in_onze_tijd(begin) or h.vandaag
    except ValueError as fout:
        raise OngeldigeInvoer({"begin": str(fout)}) from fout
