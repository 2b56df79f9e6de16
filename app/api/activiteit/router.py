"""Activiteiten over HTTP: what a klant does, and how the leefgebieden are doing."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.activiteit.schemas import Activiteit, Activiteiten, Leefgebiedoordeel, Leefgebiedoordelen
from app.api.contract import leest, maakt, wijzigt
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import Rol
from app.services.activiteit import beeld, vastleggen
from app.services.activiteit.opdrachten import (
    ActiviteitintrekkingOpdracht,
    ActiviteitOpdracht,
    LeefgebiedenOpdracht,
    StandOpdracht,
    WijzigActiviteitOpdracht,
)

router = APIRouter(tags=["activiteit"])

SCHRIJVERS = (Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT, Rol.PARTICIPATIEMAKELAAR)
LEZERS = (*SCHRIJVERS, Rol.TEAMLEIDER, Rol.FG)
BEOORDELAARS = (Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT)
DOEL = "Volgen wat de klant doet"


@router.post("/klanten/{klantId}/activiteiten", **maakt(Activiteit, "Activiteit vastleggen", *SCHRIJVERS, doel=DOEL))
def leg_activiteit_vast(request: Request, klantId: UUID, opdracht: ActiviteitOpdracht) -> Response:
    """Leg vast wat een klant doet. Vraagt dat om een oordeel over de klantgroep, dan staat dat in de werkvoorraad."""
    return schrijf(request, vastleggen.leg_activiteit_vast, opdracht, toon=Activiteit.van, klant_id=klantId)


@router.get("/klanten/{klantId}/activiteiten", **leest(Activiteiten, "Activiteiten van een klant", *LEZERS, doel=DOEL))
def geef_activiteiten(request: Request, klantId: UUID) -> Response:
    """Geef wat een klant doet en deed, met de uren door de tijd."""
    return lees(
        request,
        lambda h: beeld.bekijk_activiteiten(h, klantId),
        toon=Activiteiten.van,
        personen=lambda _: [klantId],
    )


@router.patch("/activiteiten/{activiteitId}", **wijzigt(Activiteit, "Activiteit wijzigen", *SCHRIJVERS, doel=DOEL))
def wijzig_activiteit(request: Request, activiteitId: UUID, opdracht: WijzigActiviteitOpdracht) -> Response:
    """Herstel of beëindig een activiteit; andere uren komen in een nieuwe stand."""
    return schrijf(request, vastleggen.wijzig_activiteit, opdracht, toon=Activiteit.van, activiteit_id=activiteitId)


@router.post(
    "/activiteiten/{activiteitId}/standen",
    **maakt(Activiteit, "Uren of inkomen wijzigen", *SCHRIJVERS, doel=DOEL, versie=True),
)
def voeg_activiteitstand_toe(request: Request, activiteitId: UUID, opdracht: StandOpdracht) -> Response:
    """Leg andere uren of een ander inkomen vast vanaf een dag; dezelfde dag herstelt de stand van die dag."""
    return schrijf(request, vastleggen.voeg_stand_toe, opdracht, toon=Activiteit.van, activiteit_id=activiteitId)


@router.post(
    "/activiteiten/{activiteitId}/intrekking",
    **maakt(Activiteit, "Activiteit intrekken", *SCHRIJVERS, doel=DOEL, versie=True),
)
def trek_activiteit_in(request: Request, activiteitId: UUID, opdracht: ActiviteitintrekkingOpdracht) -> Response:
    """Trek een activiteit in die ten onrechte was vastgelegd; wat ervan kwam, vervalt."""
    return schrijf(request, vastleggen.trek_activiteit_in, opdracht, toon=Activiteit.van, activiteit_id=activiteitId)


@router.post(
    "/klanten/{klantId}/leefgebiedoordelen",
    **maakt(Leefgebiedoordeel, "Leefgebieden beoordelen", *BEOORDELAARS, doel=DOEL),
)
def beoordeel_leefgebieden(request: Request, klantId: UUID, opdracht: LeefgebiedenOpdracht) -> Response:
    """Leg vast of er op de leefgebieden grote of kleine problemen zijn, en of die stabiel zijn."""
    return schrijf(request, vastleggen.beoordeel_leefgebieden, opdracht, klant_id=klantId)


@router.get(
    "/klanten/{klantId}/leefgebiedoordelen",
    **leest(Leefgebiedoordelen, "Oordelen over de leefgebieden", *BEOORDELAARS, Rol.FG, doel=DOEL),
)
def geef_leefgebiedoordelen(request: Request, klantId: UUID) -> Response:
    """Geef hoe de consulenten de leefgebieden van een klant beoordeelden, het nieuwste eerst."""
    return lees(
        request,
        lambda h: beeld.bekijk_leefgebieden(h, klantId),
        toon=Leefgebiedoordelen.van,
        personen=lambda _: [klantId],
    )
