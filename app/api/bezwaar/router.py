"""Bezwaren over HTTP."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.besluit.router import INZAGE
from app.api.besluit.schemas import Besluit
from app.api.bezwaar.schemas import Bezwaar, Bezwaren
from app.api.contract import leest, maakt, wijzigt
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import Rol
from app.services.besluit import beeld as besluiten
from app.services.bezwaar import behandelen, beslissen
from app.services.bezwaar.behandelen import Bezwaarbeeld
from app.services.bezwaar.opdrachten import (
    BezwaarbesluitOpdracht,
    BezwaarhoorOpdracht,
    BezwaarintrekkingOpdracht,
    BezwaarOpdracht,
    VerdagingOpdracht,
    WijzigBezwaarOpdracht,
)
from app.services.handeling import Handeling

router = APIRouter(tags=["bezwaar"])

DOEL = "Behandelen van bezwaar"
BEHANDELAARS = (Rol.INKOMENSCONSULENT, Rol.TOETSER)
ONTVANGERS = (*BEHANDELAARS, Rol.ADMINISTRATIE)


def _getoond(functie: Callable[..., Any]) -> Callable[..., Bezwaarbeeld]:
    def voer_uit(h: Handeling, *delen: Any, **sleutels: Any) -> Bezwaarbeeld:
        return behandelen.toon_bezwaar(h, functie(h, *delen, **sleutels))

    return voer_uit


def _beslis(h: Handeling, opdracht: BezwaarbesluitOpdracht, bezwaar_id: UUID) -> besluiten.Besluitbeeld:
    return besluiten.beeld(h, beslissen.beslis_op_bezwaar(h, opdracht, bezwaar_id))


@router.post(
    "/besluiten/{besluitId}/bezwaren",
    **maakt(Bezwaar, "Bezwaar registreren", *ONTVANGERS, doel=DOEL, plaats="/bezwaren/{id}"),
)
def registreer_bezwaar(request: Request, besluitId: UUID, opdracht: BezwaarOpdracht) -> Response:
    """Leg een ontvangen bezwaar vast. De indiener krijgt een ontvangstbevestiging; de beslistermijn gaat lopen."""
    return schrijf(request, _getoond(behandelen.ontvang), opdracht, toon=Bezwaar.van, besluit_id=besluitId)


@router.get("/klanten/{klantId}/bezwaren", **leest(Bezwaren, "Bezwaren van een klant", *INZAGE, doel=DOEL))
def geef_bezwaren(request: Request, klantId: UUID) -> Response:
    """Geef alle bezwaren van een klant, de oudste eerst."""
    return lees(
        request, lambda h: behandelen.bekijk_bezwaren(h, klantId), toon=Bezwaren.van, personen=lambda _: [klantId]
    )


@router.get("/bezwaren/{bezwaarId}", **leest(Bezwaar, "Bezwaar opvragen", *INZAGE, doel=DOEL))
def geef_bezwaar(request: Request, bezwaarId: UUID) -> Response:
    """Geef een bezwaar met de termijn, het horen en de beslissingen."""
    return lees(
        request,
        lambda h: behandelen.toon_bezwaar(h, behandelen.vind_bezwaar(h, bezwaarId)[0]),
        toon=Bezwaar.van,
        personen=lambda beeld: [beeld.bezwaar.klant_id],
    )


@router.patch("/bezwaren/{bezwaarId}", **wijzigt(Bezwaar, "Bezwaar aanvullen", *ONTVANGERS, doel=DOEL))
def wijzig_bezwaar(request: Request, bezwaarId: UUID, opdracht: WijzigBezwaarOpdracht) -> Response:
    """Vul de gronden aan, geef er een termijn voor, of beoordeel of te laat zijn verschoonbaar is."""
    return schrijf(request, _getoond(behandelen.wijzig), opdracht, toon=Bezwaar.van, bezwaar_id=bezwaarId)


@router.post(
    "/bezwaren/{bezwaarId}/hoorzittingen",
    **maakt(Bezwaar, "Horen vastleggen", *BEHANDELAARS, doel=DOEL, plaats="/bezwaren/{id}", versie=True),
)
def leg_hoorzitting_vast(request: Request, bezwaarId: UUID, opdracht: BezwaarhoorOpdracht) -> Response:
    """Leg het verslag van het horen vast, of waarom horen niet hoeft. De laatste keer telt."""
    return schrijf(request, _getoond(behandelen.leg_horen_vast), opdracht, toon=Bezwaar.van, bezwaar_id=bezwaarId)


@router.post(
    "/bezwaren/{bezwaarId}/verdagingen",
    **maakt(Bezwaar, "Beslissing verdagen", *BEHANDELAARS, doel=DOEL, plaats="/bezwaren/{id}", versie=True),
)
def verdaag_bezwaar(request: Request, bezwaarId: UUID, opdracht: VerdagingOpdracht) -> Response:
    """Stel de beslissing één keer uit, binnen de termijn."""
    return schrijf(request, _getoond(behandelen.verdaag_bezwaar), opdracht, toon=Bezwaar.van, bezwaar_id=bezwaarId)


@router.post(
    "/bezwaren/{bezwaarId}/besluiten",
    **maakt(Besluit, "Op bezwaar beslissen", *BEHANDELAARS, doel=DOEL, plaats="/besluiten/{id}", versie=True),
)
def beslis_op_bezwaar(request: Request, bezwaarId: UUID, opdracht: BezwaarbesluitOpdracht) -> Response:
    """Beslis op het bezwaar, als iemand die niet bij het besluit betrokken was. Nooit ten nadele van de klant."""
    return schrijf(request, _beslis, opdracht, toon=Besluit.van, bezwaar_id=bezwaarId)


@router.post(
    "/bezwaren/{bezwaarId}/intrekkingen",
    **maakt(Bezwaar, "Bezwaar intrekken", *ONTVANGERS, doel=DOEL, plaats="/bezwaren/{id}", versie=True),
)
def trek_bezwaar_in(request: Request, bezwaarId: UUID, opdracht: BezwaarintrekkingOpdracht) -> Response:
    """Leg vast dat de indiener het bezwaar intrekt. Na de beslissing kan dat niet meer."""
    return schrijf(request, _getoond(behandelen.trek_bezwaar_in), opdracht, toon=Bezwaar.van, bezwaar_id=bezwaarId)
