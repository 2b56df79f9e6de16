"""De taaleis over HTTP: het beeld en de feiten."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.contract import leest, maakt
from app.api.taaleis.schemas import Taaleis, Taaleisfeit
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import Rol
from app.domain.taaleis import soorten
from app.services.taaleis import beeld, feiten

router = APIRouter(tags=["taaleis"])

CONSULENTEN = (Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT)
LEZERS = (*CONSULENTEN, Rol.TOETSER, Rol.TEAMLEIDER, Rol.FG)
DOEL = "Uitvoeren van de taaleis"


@router.get("/klanten/{klantId}/taaleis", **leest(Taaleis, "Taaleis van een klant", *LEZERS, doel=DOEL))
def geef_taaleis(request: Request, klantId: UUID) -> Response:
    """Geef de status met de reden, de termijnen, belemmeringen en taken, en alle feiten waarop dit rust."""
    return lees(request, lambda h: beeld.bekijk(h, klantId), toon=Taaleis.van, personen=lambda _: [klantId])


@router.post(
    "/klanten/{klantId}/taaleisfeiten",
    **maakt(Taaleisfeit, "Feit over de taaleis vastleggen", *CONSULENTEN, doel=DOEL),
)
def leg_taaleisfeit_vast(request: Request, klantId: UUID, opdracht: soorten.Taaleisfeit) -> Response:
    """Leg een check, bewijs, taaltest, bereidverklaring, taalplan of ander feit vast; taken en termijnen volgen."""
    return schrijf(request, feiten.leg_feit_vast, opdracht, toon=Taaleisfeit.van, klant_id=klantId)


@router.post(
    "/taaleisfeiten/{taaleisfeitId}/intrekkingen",
    **maakt(Taaleisfeit, "Feit over de taaleis intrekken", *CONSULENTEN, doel="Corrigeren van gegevens"),
)
def trek_taaleisfeit_in(
    request: Request, taaleisfeitId: UUID, opdracht: feiten.TaaleisfeitIntrekkingOpdracht
) -> Response:
    """Trek een feit in dat niet klopte; taken en termijnen gaan mee terug."""
    return schrijf(request, feiten.trek_feit_in, opdracht, toon=Taaleisfeit.van, feit_id=taaleisfeitId)
