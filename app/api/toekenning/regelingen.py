"""Welke regelingen nog kunnen worden aangehaald, over HTTP."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import Response

from app.api.contract import leest
from app.api.schema import Grondslag, Uit
from app.api.verzoek import lees
from app.domain.kern.rollen import Rol
from app.services.toekenning import regelingen

router = APIRouter(tags=["beleid"])

Gemeente = Annotated[str, Query(pattern=r"^GM[0-9]{4}$", description="CBS-code.", examples=["GM0150"])]
Peildatum = Annotated[date | None, Query(description="De dag van het besluit; standaard vandaag.")]


class IngetrokkenRegeling(Uit):
    """Een regeling die niet meer kan worden aangehaald."""

    regeling: str
    per: date
    opvolger: str | None
    onderwerp: str
    overgang: bool = Field(description="Of zij nog geldt voor wat onder haar is toegekend.")
    grondslag: Grondslag


class Aanhaalbaar(Uit):
    """Wat over een onderwerp kan worden aangehaald."""

    onderwerp: str = Field(examples=["bijzondere_bijstand"])
    regelingen: list[str]


class VervallenVoorziening(Uit):
    """Een voorziening die de gemeente niet meer aanbiedt."""

    code: str = Field(examples=["no_riskpolis"])
    reden: str


class Regelingen(Uit):
    """Wat op een dag is ingetrokken, en wat kan worden aangehaald."""

    peildatum: date
    beleid_id: str
    ingetrokken: list[IngetrokkenRegeling]
    aanhaalbaar: list[Aanhaalbaar]
    vervallen: list[VervallenVoorziening]

    @classmethod
    def van(cls, stand: regelingen.Regelingenstand) -> Self:
        """Show the regelingen of a day."""
        return cls(
            peildatum=stand.peildatum,
            beleid_id=stand.beleid_id,
            ingetrokken=[
                IngetrokkenRegeling(**rij.model_dump(exclude={"grondslag"}), grondslag=Grondslag.van(rij.grondslag))
                for rij in stand.ingetrokken
            ],
            aanhaalbaar=[Aanhaalbaar(onderwerp=naam, regelingen=list(wat)) for naam, wat in stand.aanhaalbaar.items()],
            vervallen=[VervallenVoorziening.model_validate(rij) for rij in stand.vervallen],
        )


@router.get("/regelingen", **leest(Regelingen, "Ingetrokken regelingen", *Rol, doel="Raadplegen van beleid"))
def geef_regelingen(request: Request, gemeente: Gemeente, peildatum: Peildatum = None) -> Response:
    """Geef welke regelingen op een dag zijn ingetrokken, en wat in een besluit wel kan worden aangehaald."""
    return lees(request, lambda h: regelingen.bekijk(h, gemeente, peildatum), toon=Regelingen.van)
