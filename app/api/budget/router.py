"""Budgetten, plafonds en boekingen."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.budget.schemas import Boekingsregels, Budget, Budgetten
from app.api.contract import leest, maakt
from app.api.paginering import Aantal, Na, pak_nummer
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import Rol
from app.services.budget import budgetten as diensten
from app.services.budget.budgetten import BudgetcorrectieOpdracht, BudgetOpdracht, PlafondOpdracht

router = APIRouter(tags=["budget"])

BEPAALT = (Rol.BELEIDSMEDEWERKER, Rol.BEHEERDER)
BOEKHOUDING = (*BEPAALT, Rol.ADMINISTRATIE, Rol.TEAMLEIDER, Rol.FG)
INZAGE = (*BOEKHOUDING, Rol.WERKCONSULENT, Rol.INKOMENSCONSULENT, Rol.PARTICIPATIEMAKELAAR, Rol.TOETSER)
DOEL = "Bewaken van het budget"
EEN = "/budgetten/{budgetId}"
Jaar = Annotated[int, Query(ge=2015, le=2100, examples=[2026])]


@router.get("/budgetten", **leest(Budgetten, "Budgetten van een jaar", *INZAGE, doel=DOEL))
def geef_budgetten(request: Request, jaar: Jaar) -> Response:
    """Geef per regeling wat er mag, is gereserveerd, verplicht en betaald, wat er over is en de prognose."""
    return lees(request, lambda h: diensten.overzicht(h, jaar), toon=lambda beelden: Budgetten.van(jaar, beelden))


@router.post("/budgetten", **maakt(Budget, "Plafond vaststellen", *BEPAALT, doel=DOEL, plaats="/budgetten/{id}"))
def stel_plafond_vast(request: Request, opdracht: BudgetOpdracht) -> Response:
    """Stel voor het eerst het plafond van een regeling in een kalenderjaar vast, of dat er geen is."""
    return schrijf(request, diensten.stel_vast, opdracht, toon=Budget.toon)


@router.get(EEN, **leest(Budget, "Budget opvragen", *INZAGE, doel=DOEL))
def geef_budget(request: Request, budgetId: UUID) -> Response:
    """Geef een budget met zijn plafonds, prognose en wachtlijst."""
    return lees(request, lambda h: diensten.bekijk(h, budgetId), toon=Budget.toon)


@router.post(f"{EEN}/plafonds", **maakt(Budget, "Plafond wijzigen", *BEPAALT, doel=DOEL, versie=True))
def wijzig_plafond(request: Request, budgetId: UUID, opdracht: PlafondOpdracht) -> Response:
    """Wijzig het plafond of neem het weg, met de reden. Komt er geld vrij, dan hoort de wachtlijst het."""
    return schrijf(request, diensten.wijzig_plafond, opdracht, toon=Budget.toon, budget_id=budgetId)


@router.get(f"{EEN}/boekingen", **leest(Boekingsregels, "Boekingen op een budget", *BOEKHOUDING, doel=DOEL))
def geef_boekingen(request: Request, budgetId: UUID, na: Na = None, aantal: Aantal = 50) -> Response:
    """Geef wat op een budget is geboekt, het oudste eerst."""
    vanaf = pak_nummer(na)
    return lees(
        request,
        lambda h: diensten.boekingen(h, budgetId, vanaf, aantal),
        toon=lambda rijen: Boekingsregels.van(rijen, aantal),
    )


@router.post(f"{EEN}/correcties", **maakt(Budget, "Boeking corrigeren", *BEPAALT, doel=DOEL, versie=True))
def corrigeer_budget(request: Request, budgetId: UUID, opdracht: BudgetcorrectieOpdracht) -> Response:
    """Zeg wat er voor een onderwerp had moeten staan; het verschil wordt geboekt en beide blijven zichtbaar."""
    return schrijf(request, diensten.corrigeer, opdracht, toon=Budget.toon, budget_id=budgetId)
