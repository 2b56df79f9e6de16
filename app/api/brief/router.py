"""Brieven over HTTP."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.besluit.router import CONSULENTEN, INZAGE
from app.api.brief.schemas import Briefgegevens, Brieven
from app.api.contract import leest, maakt
from app.api.verzoek import lees, schrijf
from app.db.brief.brief import Briefvorm
from app.domain.kern.rollen import Rol
from app.services.brief import lezen, verzenden
from app.services.brief.besluitbrieven import Gelezen, lees_besluitbrief
from app.services.brief.opdrachten import (
    BriefherroepingOpdracht,
    BriefintrekkingOpdracht,
    BriefverzendingOpdracht,
    Briefvraag,
)
from app.services.brief.procedurebrieven import maak_procedurebrief

router = APIRouter(tags=["brief"])

DOEL = "Informeren van de klant"
Vorm = Annotated[Briefvorm, Query(description="Toegankelijke PDF (PDF/UA) of HTML.")]
VORMEN = "application/pdf text/html"
MAKERS = (*CONSULENTEN, Rol.ADMINISTRATIE, Rol.TEAMLEIDER)


def _geef(gelezen: Gelezen) -> Response:
    koppen = {} if gelezen.sha256 is None else {"ETag": f'"{gelezen.sha256}"'}
    return Response(gelezen.inhoud, headers=koppen, media_type=gelezen.mediatype)


@router.get("/besluiten/{besluitId}/brief", **leest(None, "Brief bij besluit", *INZAGE, doel=DOEL, media=VORMEN))
def geef_besluitbrief(request: Request, besluitId: UUID, vorm: Vorm = Briefvorm.PDF) -> Response:
    """Geef de brief bij een besluit. Tot de bekendmaking is dat een concept; daarna precies wat is verzonden.

    De ETag van een verzonden brief is haar SHA-256.
    """
    return lees(
        request,
        lambda h: lees_besluitbrief(h, besluitId, vorm),
        toon=_geef,
        personen=lambda gelezen: [gelezen.klant_id],
    )


@router.post(
    "/maatregelzaken/{zaakId}/brieven",
    **maakt(Briefgegevens, "Brief in een maatregelzaak maken", *MAKERS, doel=DOEL, plaats="/brieven/{id}"),
)
def maak_maatregelbrief(request: Request, zaakId: UUID, opdracht: Briefvraag) -> Response:
    """Maak een brief in een zaak: uitnodiging, hersteltermijn, wederhoor, een nieuwe start of een waarschuwing.

    De brief is daarmee nog niet verzonden. Een hersteltermijn die te kort is, wordt geweigerd met de vroegste dag die
    wel kan.
    """
    return schrijf(request, maak_procedurebrief, opdracht, toon=Briefgegevens.van, zaak_id=zaakId)


@router.get("/klanten/{klantId}/brieven", **leest(Brieven, "Brieven aan een klant", *INZAGE, doel=DOEL))
def geef_brieven(request: Request, klantId: UUID) -> Response:
    """Geef de brieven die deze dienst voor een klant maakte, de nieuwste eerst."""
    return lees(request, lambda h: lezen.van_klant(h, klantId), toon=Brieven.van, personen=lambda _: [klantId])


@router.get("/brieven/{briefId}", **leest(Briefgegevens, "Brief opvragen", *INZAGE, doel=DOEL))
def geef_briefgegevens(request: Request, briefId: UUID) -> Response:
    """Geef de gegevens van een brief en wat ermee gebeurde."""
    return lees(
        request,
        lambda h: lezen.bekijk(h, briefId),
        toon=Briefgegevens.van,
        personen=lambda stand: [stand.brief.klant_id],
    )


@router.get("/brieven/{briefId}/inhoud", **leest(None, "Brief lezen", *INZAGE, doel=DOEL, media=VORMEN))
def geef_briefinhoud(request: Request, briefId: UUID, vorm: Vorm = Briefvorm.PDF) -> Response:
    """Geef de brief zelf, precies zoals zij is gemaakt. De ETag is haar SHA-256."""
    return lees(
        request,
        lambda h: lezen.lees_inhoud(h, briefId, vorm),
        toon=_geef,
        personen=lambda gelezen: [gelezen.klant_id],
    )


@router.post(
    "/brieven/{briefId}/verzendingen",
    **maakt(Briefgegevens, "Verzending van een brief vastleggen", *MAKERS, doel=DOEL, plaats="/brieven/{id}"),
)
def meld_brief_verzonden(request: Request, briefId: UUID, opdracht: BriefverzendingOpdracht) -> Response:
    """Leg vast wanneer en hoe een brief is verzonden. Op een andere wijze dan voorgeschreven telt zij niet."""
    return schrijf(request, verzenden.meld_verzonden, opdracht, toon=Briefgegevens.van, brief_id=briefId)


@router.post(
    "/brieven/{briefId}/herroepingen",
    **maakt(Briefgegevens, "Verzending van een brief herroepen", *MAKERS, doel=DOEL, plaats="/brieven/{id}"),
)
def herroep_briefverzending(request: Request, briefId: UUID, opdracht: BriefherroepingOpdracht) -> Response:
    """Herroep een verzending die niet klopt. Is de brief het bewijs van een stap, trek dan die stap in."""
    return schrijf(request, lezen.herroep_verzending, opdracht, toon=Briefgegevens.van, brief_id=briefId)


@router.post(
    "/brieven/{briefId}/intrekkingen",
    **maakt(Briefgegevens, "Maatregelbrief intrekken", *MAKERS, doel=DOEL, plaats="/brieven/{id}"),
)
def trek_brief_in(request: Request, briefId: UUID, opdracht: BriefintrekkingOpdracht) -> Response:
    """Trek een brief in die nog niet is verzonden. Zij blijft leesbaar."""
    return schrijf(request, verzenden.trek_in, opdracht, toon=Briefgegevens.van, brief_id=briefId)
