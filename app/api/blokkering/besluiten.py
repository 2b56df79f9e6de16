"""Opschortingen en intrekkingen over HTTP."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.besluit.schemas import Besluit
from app.api.blokkering.besluitschemas import Intrekking, Opschorting
from app.api.blokkering.router import DOEL, IC, LEZERS
from app.api.contract import leest, maakt, wijzigt
from app.api.verzoek import lees, schrijf
from app.services.besluit import beeld as besluiten
from app.services.blokkering import besluitbeeld as beeld
from app.services.blokkering import einde, intrekken, opschorten
from app.services.blokkering.besluitopdrachten import (
    BlokkeringbesluitOpdracht,
    IntrekkingOpdracht,
    IntrekkingvervalOpdracht,
    OpschortingafsluitingOpdracht,
    OpschortingOpdracht,
    WijzigIntrekkingOpdracht,
    WijzigOpschortingOpdracht,
)
from app.services.handeling import Handeling

router = APIRouter(tags=["blokkering"])

OPSCHORTING, HIER = "/opschortingen/{opschortingId}", "/opschortingen/{id}"
INTREKKING, DAAR = "/intrekkingen/{intrekkingId}", "/intrekkingen/{id}"
BESLUIT = "/besluiten/{id}"


def _met(toon: Callable[[Handeling, Any], Any], functie: Callable[..., Any]) -> Callable[..., Any]:
    def voer_uit(h: Handeling, *delen: Any, **sleutels: Any) -> Any:
        return toon(h, functie(h, *delen, **sleutels))

    return voer_uit


@router.post(
    "/klanten/{klantId}/opschortingen",
    **maakt(Opschorting, "Opschorting voorbereiden", IC, doel=DOEL, plaats=HIER),
)
def open_opschorting(request: Request, klantId: UUID, opdracht: OpschortingOpdracht) -> Response:
    """Bereid een opschorting voor; het antwoord zegt wat er voor het besluit nog nodig is."""
    functie = _met(beeld.opschortingbeeld, opschorten.open_opschorting)
    return schrijf(request, functie, opdracht, toon=Opschorting.van_beeld, klant_id=klantId)


@router.get(OPSCHORTING, **leest(Opschorting, "Opschorting opvragen", *LEZERS, doel=DOEL))
def geef_opschorting(request: Request, opschortingId: UUID) -> Response:
    """Geef een opschorting met haar termijnen, besluiten en een intrekking die erop volgt."""
    return lees(
        request,
        lambda h: beeld.bekijk_opschorting(h, opschortingId),
        toon=Opschorting.van_beeld,
        personen=lambda gezien: [gezien.opschorting.klant_id],
    )


@router.patch(OPSCHORTING, **wijzigt(Opschorting, "Opschorting wijzigen", IC, doel=DOEL))
def wijzig_opschorting(request: Request, opschortingId: UUID, opdracht: WijzigOpschortingOpdracht) -> Response:
    """Vul een opschorting aan of corrigeer haar, zolang er nog niet over is beslist."""
    functie = _met(beeld.opschortingbeeld, opschorten.wijzig_opschorting)
    return schrijf(request, functie, opdracht, toon=Opschorting.van_beeld, opschorting_id=opschortingId)


@router.post(
    f"{OPSCHORTING}/besluiten",
    **maakt(Besluit, "Besluit tot opschorting nemen", IC, doel=DOEL, plaats=BESLUIT, versie=True),
)
def beslis_opschorting(request: Request, opschortingId: UUID, opdracht: BlokkeringbesluitOpdracht) -> Response:
    """Neem het besluit tot opschorting. Kan het nog niet, dan zegt het antwoord wat er ontbreekt."""
    functie = _met(besluiten.beeld, opschorten.beslis)
    return schrijf(request, functie, opdracht, toon=Besluit.van, opschorting_id=opschortingId)


@router.post(
    f"{OPSCHORTING}/afsluitingen",
    **maakt(Opschorting, "Opschorting afsluiten", IC, doel=DOEL, plaats=HIER, versie=True),
)
def sluit_opschorting(request: Request, opschortingId: UUID, opdracht: OpschortingafsluitingOpdracht) -> Response:
    """Leg vast dat het verzuim is hersteld, of beëindig de opschorting anders; wat is aangehouden, wordt betaald."""
    functie = _met(beeld.opschortingbeeld, einde.sluit_opschorting)
    return schrijf(request, functie, opdracht, toon=Opschorting.van_beeld, opschorting_id=opschortingId)


@router.post(f"{OPSCHORTING}/intrekkingen", **maakt(Intrekking, "Intrekking voorbereiden", IC, doel=DOEL, plaats=DAAR))
def open_intrekking(request: Request, opschortingId: UUID, opdracht: IntrekkingOpdracht) -> Response:
    """Bereid de intrekking van de uitkering voor, omdat het verzuim niet is hersteld."""
    functie = _met(beeld.intrekkingbeeld, intrekken.open_intrekking)
    return schrijf(request, functie, opdracht, toon=Intrekking.van_beeld, opschorting_id=opschortingId)


@router.get(INTREKKING, **leest(Intrekking, "Intrekking opvragen", *LEZERS, doel=DOEL))
def geef_intrekking(request: Request, intrekkingId: UUID) -> Response:
    """Geef een intrekking met wat er nog in de weg staat."""
    return lees(
        request,
        lambda h: beeld.bekijk_intrekking(h, intrekkingId),
        toon=Intrekking.van_beeld,
        personen=lambda gezien: [gezien.intrekking.klant_id],
    )


@router.patch(INTREKKING, **wijzigt(Intrekking, "Intrekking wijzigen", IC, doel=DOEL))
def wijzig_intrekking(request: Request, intrekkingId: UUID, opdracht: WijzigIntrekkingOpdracht) -> Response:
    """Leg het horen en de verwijtbaarheid vast, zolang er nog niet is beslist."""
    functie = _met(beeld.intrekkingbeeld, intrekken.wijzig_intrekking)
    return schrijf(request, functie, opdracht, toon=Intrekking.van_beeld, intrekking_id=intrekkingId)


@router.post(
    f"{INTREKKING}/besluiten",
    **maakt(Besluit, "Besluit tot intrekking nemen", IC, doel=DOEL, plaats=BESLUIT, versie=True),
)
def beslis_intrekking(request: Request, intrekkingId: UUID, opdracht: BlokkeringbesluitOpdracht) -> Response:
    """Trek het besluit tot toekenning in vanaf de eerste dag van de opschorting, na hersteltermijn en horen."""
    functie = _met(besluiten.beeld, intrekken.beslis)
    return schrijf(request, functie, opdracht, toon=Besluit.van, intrekking_id=intrekkingId)


@router.post(
    f"{INTREKKING}/afsluitingen",
    **maakt(Intrekking, "Intrekking laten vervallen", IC, doel=DOEL, plaats=DAAR, versie=True),
)
def laat_intrekking_vervallen(request: Request, intrekkingId: UUID, opdracht: IntrekkingvervalOpdracht) -> Response:
    """Zie af van een intrekking die nog niet is verzonden; de opschorting loopt door."""
    functie = _met(beeld.intrekkingbeeld, intrekken.trek_terug)
    return schrijf(request, functie, opdracht, toon=Intrekking.van_beeld, intrekking_id=intrekkingId)
