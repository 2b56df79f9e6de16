"""Klanten over HTTP."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.contract import leest, wijzigt
from app.api.klant.schemas import Klant, Tijdlijn, Zoekresultaat
from app.api.paginering import Aantal, cursor, pak_nummer
from app.api.verzoek import lees, schrijf
from app.db import historie
from app.domain.kern.rollen import Rol
from app.services import klant as diensten
from app.services.klant import ConsulenttoewijzingOpdracht, WijzigKlantOpdracht
from app.services.zoeken import ZoekOpdracht, zoek_klanten

router = APIRouter(tags=["klant"])

CONSULENTEN = (Rol.RECEPTIE, Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT, Rol.PARTICIPATIEMAKELAAR)
INZAGE = (*CONSULENTEN, Rol.TOETSER, Rol.ADMINISTRATIE, Rol.TEAMLEIDER, Rol.FG)


@router.post("/klanten/_zoek", **leest(Zoekresultaat, "Klanten zoeken", *INZAGE, doel="Vinden van een dossier"))
def zoek_klant(request: Request, opdracht: ZoekOpdracht) -> Response:
    """Zoek op BSN, of op (het begin van) de achternaam met eventueel de geboortedatum. Niets komt in het adres."""
    return lees(
        request,
        lambda h: zoek_klanten(h, opdracht),
        toon=lambda klanten: Zoekresultaat(klanten=klanten),
        personen=lambda klanten: [klant.id for klant in klanten],
    )


@router.get(
    "/klanten/{klantId}",
    **leest(Klant, "Klant opvragen", *INZAGE, Rol.KOPPELING, doel="Uitvoering Participatiewet"),
)
def geef_klant(request: Request, klantId: UUID) -> Response:
    """Geef de gegevens van een klant met de actuele indeling."""
    return lees(request, lambda h: h.klant(klantId, vergrendel=False), personen=lambda klant: [klant.id])


@router.patch("/klanten/{klantId}", **wijzigt(Klant, "Klant wijzigen", *CONSULENTEN, doel="Corrigeren van gegevens"))
def wijzig_klant(request: Request, klantId: UUID, opdracht: WijzigKlantOpdracht) -> Response:
    """Corrigeer of vul aan; wat niet wordt genoemd, blijft zoals het is."""
    return schrijf(request, diensten.wijzig, opdracht, klant_id=klantId)


@router.put(
    "/klanten/{klantId}/toewijzing",
    **wijzigt(Klant, "Klant toewijzen", Rol.TEAMLEIDER, Rol.INTAKER, Rol.INKOMENSCONSULENT, doel="Werkverdeling"),
)
def wijs_klant_toe(request: Request, klantId: UUID, opdracht: ConsulenttoewijzingOpdracht) -> Response:
    """Zet de klant op naam van een consulent, een inkomensconsulent of beiden."""
    return schrijf(request, diensten.wijs_toe, opdracht, klant_id=klantId)


@router.get("/klanten/{klantId}/tijdlijn", **leest(Tijdlijn, "Tijdlijn", *INZAGE, doel="Uitvoering Participatiewet"))
def geef_tijdlijn(
    request: Request,
    klantId: UUID,
    aantal: Aantal = 50,
    voor: Annotated[str | None, Query(max_length=500, description="Cursor uit `volgende`.")] = None,
) -> Response:
    """Geef wat er in het dossier is gebeurd, het nieuwste eerst."""
    vanaf = pak_nummer(voor) or None
    return lees(
        request,
        lambda h: historie.tijdlijn(h.sessie, h.actor, h.klant(klantId, vergrendel=False).id, vanaf, aantal),
        toon=lambda regels: Tijdlijn(
            gebeurtenissen=regels, volgende=cursor(regels[-1].volgnr) if len(regels) == aantal else None
        ),
        personen=lambda _: [klantId],
    )
