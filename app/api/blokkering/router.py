"""Situaties, contactladder en blokkeringen over HTTP."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.blokkering.schemas import Blokkeeroverzicht, Blokkeersituatie, Blokkering
from app.api.contract import leest, maakt, wijzigt
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import Rol
from app.services.blokkering import beeld, blokkeren, pogingen, situaties
from app.services.blokkering.opdrachten import (
    BlokkeringOpdracht,
    LadderpogingOpdracht,
    OpheffingOpdracht,
    PogingintrekkingOpdracht,
    SituatieafsluitingOpdracht,
    SituatieOpdracht,
    WijzigSituatieOpdracht,
)
from app.services.handeling import Handeling

router = APIRouter(tags=["blokkering"])

IC = Rol.INKOMENSCONSULENT
CONSULENTEN = (IC, Rol.WERKCONSULENT)
LEZERS = (*CONSULENTEN, Rol.TOETSER, Rol.TEAMLEIDER, Rol.FG, Rol.SOCIALE_RECHERCHE)
DOEL = "Aanhouden van de uitkering"
SITUATIE, HIER = "/blokkeersituaties/{blokkeersituatieId}", "/blokkeersituaties/{id}"
BLOKKERING = "/blokkeringen/{blokkeringId}"


def _situatie(functie: Callable[..., Any]) -> Callable[..., beeld.Situatiebeeld]:
    def voer_uit(h: Handeling, *delen: Any, **sleutels: Any) -> beeld.Situatiebeeld:
        return beeld.situatiebeeld(h, functie(h, *delen, **sleutels))

    return voer_uit


def _blokkering(functie: Callable[..., Any]) -> Callable[..., beeld.Blokkeringbeeld]:
    def voer_uit(h: Handeling, *delen: Any, **sleutels: Any) -> beeld.Blokkeringbeeld:
        return beeld.blokkeringbeeld(h, functie(h, *delen, **sleutels))

    return voer_uit


@router.get(
    "/klanten/{klantId}/blokkeringen", **leest(Blokkeeroverzicht, "Blokkeringen van een klant", *LEZERS, doel=DOEL)
)
def geef_blokkeringen(request: Request, klantId: UUID) -> Response:
    """Geef de situaties met hun contactladder, wat nog open staat, en de blokkeringen met bedragen en termijn."""
    return lees(
        request, lambda h: beeld.bekijk(h, klantId), toon=Blokkeeroverzicht.van, personen=lambda b: [b.klant_id]
    )


@router.post(
    "/klanten/{klantId}/blokkeersituaties",
    **maakt(Blokkeersituatie, "Blokkeersituatie vastleggen", *CONSULENTEN, doel=DOEL, plaats=HIER),
)
def leg_situatie_vast(request: Request, klantId: UUID, opdracht: SituatieOpdracht) -> Response:
    """Leg vast waarop de klant niet reageert. In Zorgen begint dan de contactladder, anders de reguliere weg."""
    return schrijf(request, _situatie(situaties.registreer), opdracht, toon=Blokkeersituatie.van, klant_id=klantId)


@router.get(SITUATIE, **leest(Blokkeersituatie, "Blokkeersituatie opvragen", *LEZERS, doel=DOEL))
def geef_situatie(request: Request, blokkeersituatieId: UUID) -> Response:
    """Geef een situatie met de ladderpogingen en wat er nog nodig is."""
    return lees(
        request,
        lambda h: beeld.bekijk_situatie(h, blokkeersituatieId),
        toon=Blokkeersituatie.van,
        personen=lambda gezien: [gezien.situatie.klant_id],
    )


@router.patch(SITUATIE, **wijzigt(Blokkeersituatie, "Blokkeersituatie wijzigen", *CONSULENTEN, doel=DOEL))
def wijzig_situatie(request: Request, blokkeersituatieId: UUID, opdracht: WijzigSituatieOpdracht) -> Response:
    """Leg vast waarom na het bellen geen andere stap mogelijk is, of haal die reden weg."""
    toon = Blokkeersituatie.van
    return schrijf(request, _situatie(situaties.wijzig), opdracht, toon=toon, situatie_id=blokkeersituatieId)


@router.post(
    f"{SITUATIE}/afsluitingen",
    **maakt(Blokkeersituatie, "Blokkeersituatie afsluiten", *CONSULENTEN, doel=DOEL, plaats=HIER, versie=True),
)
def sluit_situatie_af(request: Request, blokkeersituatieId: UUID, opdracht: SituatieafsluitingOpdracht) -> Response:
    """Sluit een situatie af: het contact is hersteld, of zij was ten onrechte vastgelegd."""
    toon = Blokkeersituatie.van
    return schrijf(request, _situatie(situaties.sluit_af), opdracht, toon=toon, situatie_id=blokkeersituatieId)


@router.post(
    f"{SITUATIE}/ladderpogingen",
    **maakt(Blokkeersituatie, "Ladderpoging vastleggen", *CONSULENTEN, doel=DOEL, plaats=HIER),
)
def leg_ladderpoging_vast(request: Request, blokkeersituatieId: UUID, opdracht: LadderpogingOpdracht) -> Response:
    """Leg een stap van de contactladder vast. De klant bellen komt voor de andere stappen."""
    toon = Blokkeersituatie.van
    return schrijf(request, _situatie(pogingen.leg_poging_vast), opdracht, toon=toon, situatie_id=blokkeersituatieId)


@router.post(
    "/ladderpogingen/{ladderpogingId}/intrekkingen",
    **maakt(Blokkeersituatie, "Ladderpoging intrekken", *CONSULENTEN, doel=DOEL, plaats=HIER),
)
def trek_ladderpoging_in(request: Request, ladderpogingId: UUID, opdracht: PogingintrekkingOpdracht) -> Response:
    """Trek een ladderpoging in die niet klopt; zij telt dan niet meer."""
    toon = Blokkeersituatie.van
    return schrijf(request, _situatie(pogingen.trek_poging_in), opdracht, toon=toon, poging_id=ladderpogingId)


@router.post(
    "/klanten/{klantId}/blokkeringen",
    **maakt(Blokkering, "Uitbetaling blokkeren", IC, doel=DOEL, plaats="/blokkeringen/{id}"),
)
def blokkeer(request: Request, klantId: UUID, opdracht: BlokkeringOpdracht) -> Response:
    """Blokkeer de uitbetaling vanaf vandaag. Kan het nog niet, dan zegt het antwoord welke stap open staat."""
    functie = _blokkering(blokkeren.blokkeer)
    return schrijf(request, functie, opdracht, toon=Blokkering.van_beeld, klant_id=klantId)


@router.get(BLOKKERING, **leest(Blokkering, "Blokkering opvragen", *LEZERS, doel=DOEL))
def geef_blokkering(request: Request, blokkeringId: UUID) -> Response:
    """Geef een blokkering met haar bedragen en termijn."""
    return lees(
        request,
        lambda h: beeld.bekijk_blokkering(h, blokkeringId),
        toon=Blokkering.van_beeld,
        personen=lambda gezien: [gezien.blokkering.klant_id],
    )


@router.post(
    f"{BLOKKERING}/opheffingen",
    **maakt(Blokkering, "Blokkering opheffen", IC, doel=DOEL, plaats="/blokkeringen/{id}", versie=True),
)
def hef_blokkering_op(request: Request, blokkeringId: UUID, opdracht: OpheffingOpdracht) -> Response:
    """Hef de blokkering op met een reden; de uitkeringsadministratie betaalt na wat is aangehouden."""
    functie = _blokkering(blokkeren.hef_op)
    return schrijf(request, functie, opdracht, toon=Blokkering.van_beeld, blokkering_id=blokkeringId)
