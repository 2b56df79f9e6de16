"""Plannen van aanpak over HTTP."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.brief.schemas import Briefgegevens
from app.api.contract import leest, maakt, wijzigt
from app.api.klant.router import INZAGE
from app.api.paginering import Aantal, Na, cursor, pak_uuid
from app.api.plan.schemas import KlantenZonderPlan, Plan, Plannen
from app.api.verzoek import lees, schrijf
from app.db import plan as db
from app.domain.kern.rollen import Rol
from app.services.plan import beeld, gesprek, ondertekenen, opstellen
from app.services.plan.opdrachten import (
    OndertekenOpdracht,
    PlanbriefOpdracht,
    PlaneindeOpdracht,
    PlanOpdracht,
    PlanversieOpdracht,
)

router = APIRouter(tags=["plan"])

OPSTELLERS = (Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT)
DOEL = "Plan van aanpak"


@router.post(
    "/klanten/{klantId}/plannen", **maakt(Plan, "Plan opstellen", *OPSTELLERS, doel=DOEL, plaats="/plannen/{id}")
)
def stel_plan_op(request: Request, klantId: UUID, opdracht: PlanOpdracht) -> Response:
    """Maak een concept. Het mag onvolledig zijn; `ontbreekt` zegt wat er nog nodig is om te ondertekenen."""
    return schrijf(request, opstellen.maak_plan, opdracht, toon=Plan.van, klant_id=klantId)


@router.get("/klanten/{klantId}/plannen", **leest(Plannen, "Plannen van een klant", *INZAGE, doel=DOEL))
def geef_plannen(request: Request, klantId: UUID) -> Response:
    """Geef alle plannen van een klant met versies en handtekeningen, het nieuwste eerst."""
    return lees(request, lambda h: beeld.bekijk_alle(h, klantId), toon=Plannen.van, personen=lambda _: [klantId])


@router.get("/plannen/{planId}", **leest(Plan, "Plan opvragen", *INZAGE, doel=DOEL))
def geef_plan(request: Request, planId: UUID) -> Response:
    """Geef een plan met al zijn versies en handtekeningen."""
    return lees(request, lambda h: beeld.bekijk(h, planId), toon=Plan.van, personen=lambda beeld: [beeld.plan.klant_id])


@router.post("/plannen/{planId}/versies", **maakt(Plan, "Plan wijzigen", *OPSTELLERS, doel=DOEL, versie=True))
def wijzig_plan(request: Request, planId: UUID, opdracht: PlanversieOpdracht) -> Response:
    """Maak een nieuwe versie. De ondertekende versie blijft gelden tot de klant de nieuwe heeft ondertekend."""
    return schrijf(request, opstellen.voeg_versie_toe, opdracht, toon=Plan.van, plan_id=planId)


@router.post("/plannen/{planId}/ondertekeningen", **maakt(Plan, "Plan ondertekenen", *OPSTELLERS, doel=DOEL))
def onderteken_plan(request: Request, planId: UUID, opdracht: OndertekenOpdracht) -> Response:
    """Leg de handtekening onder de nieuwste versie vast. Een onvolledig plan wordt geweigerd, met wat er ontbreekt."""
    return schrijf(request, ondertekenen.onderteken, opdracht, toon=Plan.van, plan_id=planId)


@router.post(
    "/gesprekken/{gesprekId}/planbrieven",
    **maakt(Briefgegevens, "Brief met het gewijzigde plan", Rol.INKOMENSCONSULENT, doel=DOEL, plaats="/brieven/{id}"),
)
def maak_planbrief(request: Request, gesprekId: UUID, opdracht: PlanbriefOpdracht) -> Response:
    """Maak de brief met het plan zoals het in dit doelmatigheidsgesprek is gewijzigd; leg daarna de verzending vast."""
    return schrijf(request, gesprek.maak_planbrief, opdracht, toon=Briefgegevens.van, gesprek_id=gesprekId)


@router.put("/plannen/{planId}/einde", **wijzigt(Plan, "Plan beëindigen", *OPSTELLERS, doel=DOEL))
def beeindig_plan(request: Request, planId: UUID, opdracht: PlaneindeOpdracht) -> Response:
    """Beëindig een plan zonder opvolger; een nieuw plan vervangt het vorige vanzelf."""
    return schrijf(request, ondertekenen.beeindig, opdracht, toon=Plan.van, plan_id=planId)


@router.get(
    "/klanten-zonder-plan",
    **leest(KlantenZonderPlan, "Klanten zonder plan", *OPSTELLERS, Rol.TEAMLEIDER, doel="Bewaken van plannen"),
)
def geef_klanten_zonder_plan(request: Request, aantal: Aantal = 50, na: Na = None) -> Response:
    """Geef klanten die in een klantgroep zijn ingedeeld en geen geldend plan van aanpak hebben."""
    sleutel = pak_uuid(na)
    return lees(
        request,
        lambda h: db.zonder_plan(h.sessie, h.actor, h.vandaag, sleutel, aantal),
        toon=lambda rijen: KlantenZonderPlan(
            klanten=rijen, volgende=cursor(rijen[-1].id) if len(rijen) == aantal else None
        ),
        personen=lambda rijen: [klant.id for klant in rijen],
    )
