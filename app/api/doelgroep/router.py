"""Doelgroepfeiten over HTTP."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.contract import leest, maakt
from app.api.doelgroep.schemas import Doelgroepbeeld, Doelgroepcijfers, Doelgroepfeit, Doelgroepfeiten
from app.api.verzoek import lees, schrijf
from app.domain.doelgroep import soorten
from app.domain.kern.rollen import Rol
from app.services.doelgroep import cijfers, intrekken, lezen, registreren, vastleggen

router = APIRouter(tags=["doelgroep"])

CONSULENTEN = (Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT)
LEZERS = (*CONSULENTEN, Rol.TOETSER, Rol.TEAMLEIDER, Rol.FG)
DOEL = "Vaststellen van de doelgroep"


@router.post(
    "/klanten/{klantId}/doelgroepfeiten",
    **maakt(Doelgroepfeit, "Doelgroepfeit vastleggen", *CONSULENTEN, Rol.RECEPTIE, doel=DOEL),
)
def leg_doelgroepfeit_vast(request: Request, klantId: UUID, opdracht: soorten.Doelgroepfeit) -> Response:
    """Leg een gedateerd feit vast. De dienst zet de kenmerken, de taken en de termijnen die eruit volgen."""
    return schrijf(request, vastleggen.leg_feit_vast, opdracht, toon=Doelgroepfeit.van, klant_id=klantId)


@router.get(
    "/klanten/{klantId}/doelgroepfeiten",
    **leest(Doelgroepfeiten, "Doelgroepfeiten van een klant", *CONSULENTEN, Rol.FG, doel=DOEL),
)
def geef_doelgroepfeiten(request: Request, klantId: UUID) -> Response:
    """Geef de feiten van een klant, het oudste eerst, ook wat is ingetrokken."""
    return lees(
        request,
        lambda h: lezen.bekijk_feiten(h, klantId),
        toon=Doelgroepfeiten.van,
        personen=lambda _: [klantId],
    )


@router.get(
    "/klanten/{klantId}/doelgroepbeeld", **leest(Doelgroepbeeld, "Doelgroepbeeld van een klant", *LEZERS, doel=DOEL)
)
def geef_doelgroepbeeld(request: Request, klantId: UUID) -> Response:
    """Geef wat de feiten vandaag zeggen: doelgroep, checklist voor jongeren, status zorg en waarschuwingen."""
    return lees(
        request,
        lambda h: lezen.bekijk_beeld(h, klantId),
        toon=Doelgroepbeeld.van,
        personen=lambda _: [klantId],
    )


@router.post(
    "/doelgroepfeiten/{feitId}/intrekkingen",
    **maakt(Doelgroepfeit, "Doelgroepfeit intrekken", *CONSULENTEN, Rol.RECEPTIE, doel="Corrigeren van gegevens"),
)
def trek_doelgroepfeit_in(request: Request, feitId: UUID, opdracht: intrekken.FeitIntrekkingOpdracht) -> Response:
    """Trek een feit in dat niet klopte; kenmerken, taken en termijnen gaan mee terug."""
    return schrijf(request, vastleggen.trek_feit_in, opdracht, toon=Doelgroepfeit.van, feit_id=feitId)


@router.post(
    "/max-ww-voordrachten",
    **maakt(Doelgroepfeit, "Max WW voordragen", *CONSULENTEN, Rol.RECEPTIE, doel="Voorkomen van instroom in bijstand"),
)
def draag_max_ww_voor(request: Request, opdracht: registreren.MaxWwOpdracht) -> Response:
    """Schrijf iemand in van wie de WW binnen drie maanden eindigt, zodat naar een vacature wordt gezocht."""
    return schrijf(request, registreren.draag_voor, opdracht, toon=Doelgroepfeit.van)


@router.get(
    "/doelgroepcijfers",
    **leest(
        Doelgroepcijfers,
        "Cijfers over doelgroepen",
        Rol.TEAMLEIDER,
        Rol.BELEIDSMEDEWERKER,
        doel="Sturen op de dienstverlening",
    ),
)
def geef_doelgroepcijfers(
    request: Request,
    gemeente: Annotated[str, Query(pattern=r"^GM[0-9]{4}$", description="Gemeentecode.", examples=["GM0150"])],
) -> Response:
    """Geef aantallen per doelgroep en de jongeren met status zorg; kleine aantallen blijven leeg."""
    return lees(request, lambda h: cijfers.geef_cijfers(h, gemeente), toon=Doelgroepcijfers.van)
