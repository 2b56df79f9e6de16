"""Alles bij een werkgever in één beeld, over HTTP."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Self
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import Field
from starlette.responses import Response

from app.api.contract import leest
from app.api.schema import Uit
from app.api.verzoek import lees
from app.api.werkgever.router import DOEL, EEN, INZAGE
from app.api.werkgever.schemas import Werkgever
from app.db.subsidie.subsidie import Subsidiestand
from app.domain.subsidie.model import Regelingcode
from app.domain.toekenning.stand import Toekenningstand
from app.domain.werkgever.dienstverband import Dienstverbandfeiten, Dienstverbandsoort, Eindereden
from app.services.werkgever.overzicht import Werkgeveroverzicht as Beeld
from app.services.werkgever.overzicht import bekijk_overzicht

router = APIRouter(tags=["werkgever"])


class Werkgeverdienstverband(Uit):
    """Een dienstverband van een klant die u mag zien, met de laatste voorwaarden."""

    id: UUID
    klant_id: UUID
    vestiging_id: UUID
    functie: str
    soort: Dienstverbandsoort
    van: date
    tot: date | None
    einde_reden: Eindereden | None
    uren_per_week: Decimal
    brutoloon: int

    @classmethod
    def van_feiten(cls, feiten: Dienstverbandfeiten) -> Self:
        """Show a dienstverband."""
        eigen = {naam: getattr(feiten, naam) for naam in cls.model_fields if hasattr(feiten, naam)}
        laatste = feiten.voorwaarden[-1]
        return cls(**eigen, uren_per_week=laatste.uren_per_week, brutoloon=laatste.brutoloon)


class Werkgeverplaatsing(Uit):
    """Een voorziening van een klant die u mag zien, bij deze werkgever."""

    id: UUID
    klant_id: UUID
    vestiging_id: UUID
    code: str
    stand: Toekenningstand
    van: date
    tot: date | None


class Werkgeversubsidie(Uit):
    """Een subsidie of vergoeding over een klant die u mag zien."""

    id: UUID
    klant_id: UUID
    regeling: Regelingcode
    stand: Subsidiestand
    ontvangen_op: date
    dienstverband_id: UUID | None


class Intentiecijfers(Uit):
    """Hoe vaak op een intentieverklaring een arbeidsovereenkomst volgde, van alle klanten."""

    verklaard: int
    contract: int
    geen_contract: int
    open: int


class Werkgevergeld(Uit):
    """Wat er voor deze werkgever is geboekt, van alle klanten, in eurocenten."""

    regeling: str
    jaar: int
    gereserveerd: int
    verplicht: int
    betaald: int


class Werkgeveroverzicht(Uit):
    """Een werkgever met afspraken, plaatsingen en geld."""

    werkgever: Werkgever
    dienstverbanden: list[Werkgeverdienstverband]
    plaatsingen: list[Werkgeverplaatsing]
    subsidies: list[Werkgeversubsidie]
    intentieverklaringen: Intentiecijfers
    geld: list[Werkgevergeld]
    verborgen: int = Field(description="Hoeveel er nog is van klanten die u niet mag zien.")

    @classmethod
    def van(cls, beeld: Beeld) -> Self:
        """Show everything at an employer."""
        return cls(
            werkgever=Werkgever.toon(beeld.beeld),
            dienstverbanden=[Werkgeverdienstverband.van_feiten(d) for d in beeld.dienstverbanden],
            plaatsingen=[Werkgeverplaatsing.model_validate(p) for p in beeld.plaatsingen],
            subsidies=[Werkgeversubsidie.model_validate(s) for s in beeld.subsidies],
            intentieverklaringen=Intentiecijfers.model_validate(beeld.intenties),
            geld=[Werkgevergeld.model_validate(som) for som in beeld.geld],
            verborgen=beeld.verborgen,
        )


@router.get(f"{EEN}/overzicht", **leest(Werkgeveroverzicht, "Alles bij een werkgever", *INZAGE, doel=DOEL))
def geef_werkgeveroverzicht(request: Request, werkgeverId: UUID) -> Response:
    """Geef dienstverbanden, plaatsingen, subsidies, intenties en geld bij een werkgever in één beeld.

    Van klanten die u niet mag zien, staan er alleen aantallen en bedragen.
    """
    return lees(
        request,
        lambda h: bekijk_overzicht(h, werkgeverId),
        toon=Werkgeveroverzicht.van,
        personen=lambda beeld: beeld.klant_ids,
    )
