"""Vrije momenten, de agenda van een medewerker en het dagoverzicht over HTTP."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.agenda.schemas import Dagoverzicht, Medewerkeragenda, Planvoorstel, VrijeMomenten, VrijMoment
from app.api.agenda.vraag import Voorstelvraag, Vrijvraag
from app.api.contract import leest
from app.api.klant.router import INZAGE
from app.api.verzoek import lees
from app.domain.kern.rollen import Rol
from app.services.agenda import beeld, voorstellen

router = APIRouter(tags=["agenda"])

PLANNERS = (
    Rol.RECEPTIE, Rol.ADMINISTRATIE, Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT,
    Rol.PARTICIPATIEMAKELAAR, Rol.TEAMLEIDER,
)  # fmt: skip
DOEL = "Plannen van gesprekken"


@router.get("/vrije-momenten", **leest(VrijeMomenten, "Vrije momenten zoeken", *PLANNERS, doel=DOEL))
def geef_vrije_momenten(request: Request, vraag: Annotated[Vrijvraag, Query()]) -> Response:
    """Geef de eerste momenten waarop medewerkers vrij zijn voor een soort gesprek, met de tussentijd eromheen.

    Zonder `medewerkerId` wordt bij iedereen met de `rol` gezocht; met `samen` moet iedereen tegelijk kunnen.
    """
    return lees(
        request,
        vraag.zoek,
        toon=lambda vrij: VrijeMomenten(momenten=[VrijMoment.model_validate(moment) for moment in vrij]),
    )


@router.get(
    "/klanten/{klantId}/planvoorstel", **leest(Planvoorstel, "Planvoorstel voor een klant", *PLANNERS, doel=DOEL)
)
def geef_planvoorstel(request: Request, klantId: UUID, vraag: Annotated[Voorstelvraag, Query()]) -> Response:
    """Geef de eerste vrije momenten voor een klant binnen de norm die voor dit gesprek loopt; anders de eerste erna."""
    return lees(
        request,
        lambda h: voorstellen.stel_momenten_voor(h, klantId, vraag.als_keuze()),
        toon=Planvoorstel.van,
        personen=lambda _: [klantId],
    )


@router.get("/medewerkers/{medewerkerId}/agenda", **leest(Medewerkeragenda, "Agenda", *INZAGE, doel=DOEL))
def geef_agenda_medewerker(
    request: Request,
    medewerkerId: UUID,
    van: Annotated[date | None, Query(description="Zonder opgave vandaag.")] = None,
    dagen: Annotated[int, Query(ge=1, le=31)] = 1,
) -> Response:
    """Geef alle gesprekken van een medewerker, van elke soort. Van wie u niet mag zien, staat alleen de tijd erin."""
    return lees(
        request,
        lambda h: beeld.bekijk_agenda(h, medewerkerId, van or h.vandaag, dagen),
        toon=Medewerkeragenda.van,
        personen=lambda regels: [k.id for regel in regels if regel.beeld for k in regel.beeld.klanten],
    )


@router.get("/dagoverzicht", **leest(Dagoverzicht, "Dagoverzicht voor de receptie", *INZAGE, doel=DOEL))
def geef_dagoverzicht(
    request: Request,
    dag: Annotated[date | None, Query(description="Zonder opgave vandaag.")] = None,
    locatie: Annotated[
        str | None, Query(pattern=r"^[A-Za-z][A-Za-z ,.'-]{0,59}$", description="Begin van de plek.")
    ] = None,
) -> Response:
    """Geef wie er op een dag komt, waar en bij wie, met tolk en beveiliging en hoeveel er niet verschenen."""
    return lees(
        request,
        lambda h: beeld.bekijk_dag(h, dag or h.vandaag, locatie),
        toon=Dagoverzicht.van,
        personen=lambda gezien: gezien.personen,
    )
