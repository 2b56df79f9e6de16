"""Welke gedragingen bij een klant kunnen, en welke verplichting uit het plan zij schenden."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import Response

from app.api.contract import leest
from app.api.maatregel.router import DOEL
from app.api.schema import Grondslag, Uit
from app.api.verzoek import lees
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.maatregel.beleid import Plicht, Regime
from app.services.maatregel import gedragingen as diensten

router = APIRouter(tags=["maatregel"])

Gedragingdatum = Annotated[date | None, Query(description="De dag van de gedraging; standaard vandaag.")]


class GeschondenVerplichting(Uit):
    """Een verplichting uit het plan van die dag."""

    code: str = Field(examples=["taallessen_volgen"])
    omschrijving: str
    grondslag: Grondslag


class Gedragingkeuze(Uit):
    """Een gedraging die bij de wet van de klant hoort."""

    code: str
    omschrijving: str
    plicht: Plicht
    kan: bool = Field(description="Of bij de klantgroep van die dag een verlaging hoort.")
    kenmerken: list[str]
    verplichtingen: list[GeschondenVerplichting] = Field(description="Kies er een als `verplichting` van de zaak.")

    @classmethod
    def toon(cls, keuze: diensten.Gedragingkeuze) -> Self:
        """Show one choice."""
        return cls(
            code=keuze.rij.code,
            omschrijving=keuze.rij.omschrijving,
            plicht=keuze.rij.plicht,
            kan=keuze.kan,
            kenmerken=list(keuze.rij.kenmerken),
            verplichtingen=[
                GeschondenVerplichting(code=v.code, omschrijving=v.omschrijving, grondslag=Grondslag.van(v.grondslag))
                for v in keuze.verplichtingen
            ],
        )


class Gedragingkeuzes(Uit):
    """Wat op een dag voor een klant te kiezen is."""

    klant_id: UUID
    datum: date
    regime: Regime
    klantgroep: Klantgroep | None
    gedragingen: list[Gedragingkeuze]

    @classmethod
    def van(cls, bron: diensten.Keuzelijst) -> Self:
        """Show the choices in the order of the table."""
        return cls(
            klant_id=bron.klant_id,
            datum=bron.datum,
            regime=bron.regime,
            klantgroep=bron.klantgroep,
            gedragingen=[Gedragingkeuze.toon(keuze) for keuze in bron.keuzes],
        )


@router.get(
    "/klanten/{klantId}/gedragingen",
    **leest(Gedragingkeuzes, "Gedragingen van een klant", Rol.WERKCONSULENT, Rol.INKOMENSCONSULENT, doel=DOEL),
)
def geef_gedragingkeuzes(request: Request, klantId: UUID, datum: Gedragingdatum = None) -> Response:
    """Geef de gedragingen van de wet van deze klant, met de verplichtingen uit het plan die elk schendt."""
    return lees(
        request,
        lambda h: diensten.keuzelijst(h, klantId, datum),
        toon=Gedragingkeuzes.van,
        personen=lambda _: [klantId],
    )
