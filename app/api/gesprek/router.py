"""Gespreksleidraden en gesprekken over HTTP."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.contract import leest, maakt, wijzigt
from app.api.gesprek.schemas import Gesprek, Gesprekken, Gespreksleidraad
from app.api.verzoek import lees, schrijf
from app.domain.gesprek.soort import Gesprekssoort
from app.domain.kern.rollen import Rol
from app.services.gesprek import afronden, leidraad, voeren
from app.services.gesprek.opdrachten import AntwoordenOpdracht, GesprekIntrekkingOpdracht, GesprekOpdracht

router = APIRouter(tags=["gesprek"])

CONSULENTEN = (Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT)
LEZERS = (*CONSULENTEN, Rol.FG)
DOEL = "Voeren van gesprekken"

Welk = Annotated[Gesprekssoort, Query(description="Het soort gesprek.", examples=["screening"])]
Gemeente = Annotated[str, Query(pattern=r"^GM[0-9]{4}$", description="CBS-code.", examples=["GM0150"])]
Peildatum = Annotated[date | None, Query(description="De dag waarop de leidraad geldt; standaard vandaag.")]


@router.get(
    "/gespreksleidraden",
    **leest(Gespreksleidraad, "Gespreksleidraad van een gemeente", *Rol, doel="Raadplegen van beleid"),
)
def geef_gespreksleidraad(request: Request, gemeente: Gemeente, soort: Welk, peildatum: Peildatum = None) -> Response:
    """Geef de hele leidraad zoals de gemeente die heeft vastgesteld, ook wat alleen voor sommige klanten is."""
    return lees(
        request,
        lambda h: leidraad.bekijk_leidraad(h, gemeente, soort, peildatum),
        toon=Gespreksleidraad.van,
    )


@router.get(
    "/klanten/{klantId}/gespreksleidraad",
    **leest(
        Gespreksleidraad, "Gespreksleidraad voor een klant", *CONSULENTEN, Rol.PARTICIPATIEMAKELAAR, Rol.FG, doel=DOEL
    ),
)
def geef_leidraad_van_klant(request: Request, klantId: UUID, soort: Welk) -> Response:
    """Geef alleen wat bij deze klant past: extra vragen bij een kenmerk, geen vraag die het formulier beantwoordt.

    Bij elke vraag staat wat al bekend is, met de dag en het gesprek waaruit het komt.
    """
    return lees(
        request,
        lambda h: leidraad.leidraad_voor(h, klantId, soort),
        toon=Gespreksleidraad.van,
        personen=lambda _: [klantId],
    )


@router.post(
    "/klanten/{klantId}/gesprekken",
    **maakt(Gesprek, "Gesprek vastleggen", *CONSULENTEN, doel=DOEL, plaats="/gesprekken/{id}"),
)
def leg_gesprek_vast(request: Request, klantId: UUID, opdracht: GesprekOpdracht) -> Response:
    """Leg een gesprek vast met de antwoorden tot nu toe. Een antwoord kan een taak opleveren; niets is verplicht."""
    return schrijf(request, voeren.start, opdracht, toon=Gesprek.van, klant_id=klantId)


@router.get("/klanten/{klantId}/gesprekken", **leest(Gesprekken, "Gesprekken van een klant", *LEZERS, doel=DOEL))
def geef_gesprekken(request: Request, klantId: UUID) -> Response:
    """Geef de gesprekken van een klant met alle antwoorden en notities, het laatste eerst."""
    return lees(request, lambda h: voeren.bekijk_alle(h, klantId), toon=Gesprekken.van, personen=lambda _: [klantId])


@router.get("/gesprekken/{gesprekId}", **leest(Gesprek, "Gesprek opvragen", *LEZERS, doel=DOEL))
def geef_gesprek(request: Request, gesprekId: UUID) -> Response:
    """Geef een gesprek met wat nu geldt en alles wat eerder is geantwoord."""
    return lees(
        request,
        lambda h: voeren.bekijk(h, gesprekId),
        toon=Gesprek.van,
        personen=lambda beeld: [beeld.gesprek.klant_id],
    )


@router.post(
    "/gesprekken/{gesprekId}/antwoorden",
    **maakt(Gesprek, "Antwoorden aanvullen of verbeteren", *CONSULENTEN, doel=DOEL, versie=True),
)
def vul_antwoorden_aan(request: Request, gesprekId: UUID, opdracht: AntwoordenOpdracht) -> Response:
    """Vul aan of verbeter. Het vorige antwoord blijft te lezen; een taak die niet meer nodig is, vervalt."""
    return schrijf(request, voeren.vul_aan, opdracht, toon=Gesprek.van, gesprek_id=gesprekId)


@router.post(
    "/gesprekken/{gesprekId}/afrondingen",
    **maakt(Gesprek, "Doelmatigheidsgesprek afronden", Rol.INKOMENSCONSULENT, doel=DOEL, versie=True),
)
def rond_gesprek_af(request: Request, gesprekId: UUID) -> Response:
    """Rond een doelmatigheidsgesprek af; is het plan erin gewijzigd, dan is eerst de brief daarover verzonden."""
    return schrijf(request, afronden.rond_af, toon=Gesprek.van, gesprek_id=gesprekId)


@router.put("/gesprekken/{gesprekId}/intrekking", **wijzigt(Gesprek, "Gesprek intrekken", *CONSULENTEN, doel=DOEL))
def trek_gesprek_in(request: Request, gesprekId: UUID, opdracht: GesprekIntrekkingOpdracht) -> Response:
    """Trek een gesprek in dat ten onrechte is vastgelegd. De antwoorden tellen niet meer mee en blijven te lezen."""
    return schrijf(request, voeren.trek_in, opdracht, toon=Gesprek.van, gesprek_id=gesprekId)
