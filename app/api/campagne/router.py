"""Campagnes over de minimaregelingen over HTTP."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import Response

from app.api.beleid.router import Gemeente
from app.api.contract import leest, maakt
from app.api.paginering import Aantal, Na, cursor, pak_uuid
from app.api.schema import Toets, Uit
from app.api.verzoek import lees, schrijf
from app.domain.campagne.campagne import Campagnestand
from app.domain.kern.rollen import Rol
from app.services.campagne import plannen
from app.services.campagne.plannen import CampagneintrekkingOpdracht, Campagnejaar, CampagneOpdracht

router = APIRouter(tags=["campagne"])

PLANNERS = (Rol.INKOMENSCONSULENT, Rol.PARTICIPATIEMAKELAAR, Rol.BELEIDSMEDEWERKER)
INZAGE = (*PLANNERS, Rol.TEAMLEIDER)
DOEL = "Bekendheid van minimaregelingen"
EEN = "/campagnes/{campagneId}"
Jaar = Annotated[int, Query(ge=2015, le=2100, examples=[2026])]


class Campagne(Uit):
    """Een campagne aan alle klanten, met hoe ver zij is."""

    id: UUID
    versie: int
    gemeente: str
    onderwerp: str
    brief: str
    bijlage: str = Field(description="Wat er met de brief mee gaat.")
    datum: date
    overleg_beleid_op: date
    stand: Campagnestand
    totaal: int | None = Field(description="Klanten bij het begin van het verzenden.")
    gemaakt: int = Field(description="Ontvangers die al zijn vastgelegd.")
    verzonden_op: datetime | None
    reden: str | None


class Campagnes(Uit):
    """De campagnes van een kalenderjaar."""

    campagnes: list[Campagne]
    toets: Toets = Field(description="Of er genoeg campagnes waren; onbepaald zolang het jaar nog ruimte laat.")

    @classmethod
    def van(cls, jaar: Campagnejaar) -> Self:
        """Show a year."""
        return cls(campagnes=[Campagne.model_validate(rij) for rij in jaar.campagnes], toets=Toets.van(jaar.toets))


class Campagneontvanger(Uit):
    """Een klant die de brief kreeg."""

    klant_id: UUID
    gemaakt_op: datetime


class Campagneontvangers(Uit):
    """Wie de brief kregen, op volgorde van klant."""

    ontvangers: list[Campagneontvanger]
    volgende: str | None


@router.post("/campagnes", **maakt(Campagne, "Campagne plannen", *PLANNERS, doel=DOEL, plaats="/campagnes/{id}"))
def plan_campagne(request: Request, opdracht: CampagneOpdracht) -> Response:
    """Plan een campagne over de minimaregelingen: tweemaal per jaar een brief met een formulier aan alle klanten."""
    return schrijf(request, plannen.plan, opdracht)


@router.get("/campagnes", **leest(Campagnes, "Campagnes van een jaar", *INZAGE, doel=DOEL))
def geef_campagnes(request: Request, gemeente: Gemeente, jaar: Jaar) -> Response:
    """Geef de campagnes van een kalenderjaar, met een signaal als het er te weinig zijn."""
    return lees(request, lambda h: plannen.bekijk_jaar(h, gemeente, jaar), toon=Campagnes.van)


@router.get(EEN, **leest(Campagne, "Campagne opvragen", *INZAGE, doel=DOEL))
def geef_campagne(request: Request, campagneId: UUID) -> Response:
    """Geef een campagne, met hoeveel ontvangers al zijn vastgelegd."""
    return lees(request, lambda h: plannen.bekijk(h, campagneId))


@router.post(f"{EEN}/verzendingen", **maakt(Campagne, "Campagne verzenden", *PLANNERS, doel=DOEL, versie=True))
def verzend_campagne(request: Request, campagneId: UUID) -> Response:
    """Begin met verzenden. De ontvangers worden in delen vastgelegd; de voortgang staat bij de campagne."""
    return schrijf(request, plannen.verzend, campagne_id=campagneId)


@router.post(f"{EEN}/intrekkingen", **maakt(Campagne, "Campagne intrekken", *PLANNERS, doel=DOEL, versie=True))
def trek_campagne_in(request: Request, campagneId: UUID, opdracht: CampagneintrekkingOpdracht) -> Response:
    """Trek een campagne in die nog niet is verzonden."""
    return schrijf(request, plannen.trek_in, opdracht, campagne_id=campagneId)


@router.get(
    f"{EEN}/ontvangers", **leest(Campagneontvangers, "Ontvangers", Rol.INKOMENSCONSULENT, Rol.TEAMLEIDER, doel=DOEL)
)
def geef_campagneontvangers(request: Request, campagneId: UUID, aantal: Aantal = 50, na: Na = None) -> Response:
    """Geef wie de brief kregen, voor zover u hun dossier mag zien."""
    sleutel = pak_uuid(na)
    return lees(
        request,
        lambda h: plannen.blader_ontvangers(h, campagneId, sleutel, aantal),
        toon=lambda rijen: Campagneontvangers(
            ontvangers=rijen, volgende=cursor(rijen[-1].klant_id) if len(rijen) == aantal else None
        ),
        personen=lambda rijen: [rij.klant_id for rij in rijen],
    )
