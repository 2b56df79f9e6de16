"""Screeningen, voorschotten en stukken over HTTP. De ETag is steeds die van de melding."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.contract import maakt
from app.api.intake.router import HIER, PAD, POORT, toon
from app.api.intake.schemas import Melding
from app.domain.kern.rollen import Rol
from app.services.intake import planning, screening, stukken, voorschot
from app.services.intake.opdrachten import (
    AanvultermijnOpdracht,
    NoShowOpdracht,
    OntvangstOpdracht,
    ScreeningsverslagOpdracht,
    StukkenverzoekOpdracht,
    VoorschotIntrekkingOpdracht,
    VoorschotOpdracht,
)
from app.services.intake.screeningopdracht import ScreeningOpdracht

router = APIRouter(tags=["intake"])

IC = Rol.INKOMENSCONSULENT
VERZOEK = "/stukkenverzoeken/{verzoekId}"


@router.post(
    f"{PAD}/screeningen",
    **maakt(Melding, "Screening vastleggen", IC, doel="Screening van de melding", plaats=HIER, versie=True),
)
def rond_screening_af(request: Request, meldingId: UUID, opdracht: ScreeningOpdracht) -> Response:
    """Leg de uitkomst van het gehouden screeningsgesprek vast.

    Ontbreekt er iets voor deze uitkomst, dan noemt de weigering elke toets. Lukt het, dan staan de vervolgtaken klaar.
    """
    return toon(request, screening.rond_af, opdracht, melding_id=meldingId)


@router.post(
    f"{PAD}/no-shows",
    **maakt(Melding, "Niet verschenen", IC, Rol.RECEPTIE, doel="Screening van de melding", plaats=HIER, versie=True),
)
def registreer_no_show_screening(request: Request, meldingId: UUID, opdracht: NoShowOpdracht) -> Response:
    """Leg vast dat niemand op het screeningsgesprek verscheen: er komt een taak om te bellen."""
    return toon(request, planning.registreer_no_show, opdracht, melding_id=meldingId)


@router.post(
    "/screeningen/{screeningId}/verslagen",
    **maakt(Melding, "Screening rapporteren", IC, doel="Screening van de melding", plaats=HIER, versie=True),
)
def rapporteer_screening(request: Request, screeningId: UUID, opdracht: ScreeningsverslagOpdracht) -> Response:
    """Leg het verslag vast; dat hoort binnen 48 uur na het gesprek."""
    return toon(request, screening.rapporteer, opdracht, screening_id=screeningId)


@router.post(
    f"{PAD}/voorschotten",
    **maakt(Melding, "Voorschot toekennen", IC, doel="Voorschot bij broodnood", plaats=HIER, versie=True),
)
def ken_voorschot_toe(request: Request, meldingId: UUID, opdracht: VoorschotOpdracht) -> Response:
    """Ken bij broodnood een voorschot toe; de uitkeringsadministratie krijgt er een mutatie van."""
    return toon(request, voorschot.ken_toe, opdracht, melding_id=meldingId)


@router.post(
    f"{PAD}/voorschotten/{{voorschotId}}/intrekkingen",
    **maakt(Melding, "Voorschot intrekken", IC, doel="Corrigeren van gegevens", plaats=HIER, versie=True),
)
def trek_voorschot_in(
    request: Request, meldingId: UUID, voorschotId: UUID, opdracht: VoorschotIntrekkingOpdracht
) -> Response:
    """Maak een voorschot ongedaan dat niet klopte; ook dat gaat als mutatie naar de uitkeringsadministratie."""
    return toon(request, voorschot.trek_voorschot_in, opdracht, melding_id=meldingId, voorschot_id=voorschotId)


@router.post(
    f"{PAD}/stukkenverzoeken",
    **maakt(Melding, "Stukken vragen", IC, Rol.INTAKER, doel="Bewijsstukken bij de aanvraag", plaats=HIER),
)
def vraag_stukken(request: Request, meldingId: UUID, opdracht: StukkenverzoekOpdracht) -> Response:
    """Vraag stukken; de inlevertermijn loopt, en na vier werkdagen komt er een taak om te bellen."""
    return toon(request, stukken.vraag_stukken, opdracht, melding_id=meldingId)


@router.post(
    f"{VERZOEK}/ontvangsten",
    **maakt(Melding, "Stukken ontvangen", *POORT, doel="Bewijsstukken bij de aanvraag", plaats=HIER, versie=True),
)
def ontvang_stukken(request: Request, verzoekId: UUID, opdracht: OntvangstOpdracht) -> Response:
    """Leg vast welke stukken binnen zijn. Is alles binnen, dan stoppen de termijn en de taken."""
    return toon(request, stukken.ontvang, opdracht, verzoek_id=verzoekId)


@router.post(
    f"{VERZOEK}/aanvultermijnen",
    **maakt(Melding, "Aanvultermijn geven", IC, doel="Bewijsstukken bij de aanvraag", plaats=HIER, versie=True),
)
def geef_aanvultermijn(request: Request, verzoekId: UUID, opdracht: AanvultermijnOpdracht) -> Response:
    """Geef na de inlevertermijn een aanvultermijn; intussen staat de beslistermijn stil."""
    return toon(request, stukken.stuur_aanvultermijn, opdracht, verzoek_id=verzoekId)


@router.post(
    f"{VERZOEK}/herinneringen",
    **maakt(Melding, "Herinnering vastleggen", IC, doel="Bewijsstukken bij de aanvraag", plaats=HIER, versie=True),
)
def leg_herinnering_vast(request: Request, verzoekId: UUID) -> Response:
    """Leg vast dat de klant op een andere manier is herinnerd dan met de sms, die vanzelf gaat."""
    return toon(request, stukken.herinner, verzoek_id=verzoekId)
