"""Aanvragen over HTTP: het werkproces, de stappen, de inkomensconsulent en de screening."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.aanvraag.lijstschemas import Aanvraagregel, Aanvragenlijst, Aanvragenvraag
from app.api.aanvraag.schemas import Aanvraag
from app.api.contract import leest, maakt
from app.api.paginering import cursor, pak_moment
from app.api.verzoek import lees, schrijf
from app.db.aanvraag.aanvraag import Aanvraagfilter
from app.domain.kern.rollen import Rol
from app.services.aanvraag import dossier, lijst, openen, sr, stappen, toewijzen
from app.services.aanvraag.dossier import Aanvraagbeeld

router = APIRouter(tags=["aanvraag"])

IC = Rol.INKOMENSCONSULENT
INZAGE = (
    Rol.RECEPTIE,
    Rol.INTAKER,
    IC,
    Rol.WERKCONSULENT,
    Rol.TOETSER,
    Rol.ADMINISTRATIE,
    Rol.TEAMLEIDER,
    Rol.SOCIALE_RECHERCHE,
    Rol.FG,
)
STAPZETTERS = (Rol.RECEPTIE, IC, Rol.ADMINISTRATIE)
PAD = "/aanvragen/{aanvraagId}"
HIER = "/aanvragen/{id}"
DOEL = "Behandelen van de aanvraag"


def toon(request: Request, functie: object, *rest: object, **sleutels: object) -> Response:
    """Run a use case and show the aanvraag that it returns."""
    return schrijf(request, functie, *rest, toon=Aanvraag.van, **sleutels)  # type: ignore[arg-type]


def personen_van(beeld: Aanvraagbeeld) -> list[UUID]:
    """Name whose data stand in an aanvraag."""
    return [klant.id for _, klant in beeld.personen]


@router.post(
    "/meldingen/{meldingId}/aanvragen",
    **maakt(Aanvraag, "Werkproces aanmaken", Rol.RECEPTIE, IC, doel=DOEL, plaats=HIER),
)
def open_aanvraag(request: Request, meldingId: UUID, opdracht: openen.OpenAanvraagOpdracht) -> Response:
    """Maak het werkproces voor de uitkering aan. De leeftijd op de meldingsdatum kiest tussen 27- en 27+."""
    return toon(request, openen.open_werkproces, opdracht, melding_id=meldingId)


@router.get("/aanvragen", **leest(Aanvragenlijst, "Aanvragen", *INZAGE, doel=DOEL))
def geef_aanvragen(request: Request, vraag: Annotated[Aanvragenvraag, Query()]) -> Response:
    """Geef de aanvragen met de stap die aan de beurt is, ook alleen die zonder vaste inkomensconsulent."""
    filters = Aanvraagfilter(vraag.status, vraag.zonder_consulent, vraag.inkomensconsulent_id)
    na = pak_moment(vraag.na)
    return lees(
        request,
        lambda h: lijst.blader(h, filters, na, vraag.aantal),
        toon=lambda regels: _toon_lijst(regels, vraag.aantal),
        personen=lambda regels: [regel.klant.id for regel in regels],
    )


def _toon_lijst(regels: list[lijst.Aanvraagregel], aantal: int) -> Aanvragenlijst:
    laatste = regels[-1].aanvraag if len(regels) == aantal else None
    volgende = cursor(laatste.geopend_op, laatste.id) if laatste else None
    return Aanvragenlijst(aanvragen=[Aanvraagregel.van(regel) for regel in regels], volgende=volgende)


@router.get(PAD, **leest(Aanvraag, "Aanvraag opvragen", *INZAGE, doel=DOEL))
def geef_aanvraag(request: Request, aanvraagId: UUID) -> Response:
    """Geef de aanvraag met alle dertien stappen, de servicenorm, de wettelijke termijn en wat nog open staat."""
    return lees(request, lambda h: dossier.bekijk(h, aanvraagId), toon=Aanvraag.van, personen=personen_van)


@router.post(
    f"{PAD}/stappen",
    **maakt(Aanvraag, "Stap vastleggen", *STAPZETTERS, doel=DOEL, plaats=HIER, versie=True),
)
def leg_stap_vast(request: Request, aanvraagId: UUID, opdracht: stappen.AanvraagstapOpdracht) -> Response:
    """Vink onderdelen van een stap af, sla een optionele stap over of heropen een stap, met een reden.

    De volgorde staat vast: een stap kan pas als elke eerdere is gezet of overgeslagen.
    """
    return toon(request, stappen.leg_stap_vast, opdracht, aanvraag_id=aanvraagId)


@router.post(
    f"{PAD}/toewijzingen",
    **maakt(
        Aanvraag,
        "Inkomensconsulent toewijzen",
        Rol.RECEPTIE,
        IC,
        Rol.TEAMLEIDER,
        doel=DOEL,
        plaats=HIER,
        versie=True,
    ),
)
def wijs_aanvraag_toe(request: Request, aanvraagId: UUID, opdracht: toewijzen.AanvraagtoewijzingOpdracht) -> Response:
    """Zet de aanvraag op naam van een inkomensconsulent, of draag haar met de open taken over aan een ander."""
    return toon(request, toewijzen.wijs_toe, opdracht, aanvraag_id=aanvraagId)


@router.post(
    f"{PAD}/sr-screeningen",
    **maakt(
        Aanvraag,
        "Screening op signalen",
        Rol.SOCIALE_RECHERCHE,
        doel="Screenen van aanvragen",
        plaats=HIER,
        versie=True,
    ),
)
def leg_sr_screening_vast(request: Request, aanvraagId: UUID, opdracht: sr.SrScreeningOpdracht) -> Response:
    """Leg de screening door de sociale recherche vast; een beoordeling door een rechercheur houdt de stap open."""
    return toon(request, sr.screen, opdracht, aanvraag_id=aanvraagId)
