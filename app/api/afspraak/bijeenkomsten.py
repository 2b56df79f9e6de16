"""Kick-off bijeenkomsten over HTTP."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.afspraak.schemas import Bijeenkomst, Bijeenkomsten, Presentielijst
from app.api.contract import leest, maakt, wijzigt
from app.api.klant.router import INZAGE
from app.api.paginering import Aantal, Na, cursor, pak_moment
from app.api.verzoek import lees, schrijf
from app.db import afspraak as db
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.services.afspraak import beeld, bijeenkomsten, presentie, uitnodigen
from app.services.afspraak.opdrachten import (
    AfzegOpdracht,
    BijeenkomstOpdracht,
    PresentielijstOpdracht,
    UitnodigOpdracht,
)
from app.services.taak import begin_van

router = APIRouter(tags=["afspraak"])

PLANNERS = (Rol.INTAKER, Rol.ADMINISTRATIE, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT)
PRESENTIE = (Rol.ADMINISTRATIE, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT)
DOEL = "Kick-off"


@router.post(
    "/bijeenkomsten",
    **maakt(Presentielijst, "Bijeenkomst plannen", *PLANNERS, doel=DOEL, plaats="/bijeenkomsten/{id}"),
)
def plan_bijeenkomst(request: Request, opdracht: BijeenkomstOpdracht) -> Response:
    """Plan een kick-off voor één klantgroep. `signalen` noemt de normen voor begeleiding en bezetting die knellen."""
    return schrijf(request, bijeenkomsten.plan_bijeenkomst, opdracht, toon=Presentielijst.van)


@router.get("/bijeenkomsten", **leest(Bijeenkomsten, "Bijeenkomsten", *INZAGE, doel=DOEL))
def geef_bijeenkomsten(
    request: Request,
    klantgroep: Klantgroep | None = None,
    vanaf: Annotated[date | None, Query(description="Zonder opgave vandaag.")] = None,
    aantal: Aantal = 50,
    na: Na = None,
) -> Response:
    """Geef de bijeenkomsten vanaf een dag, met hoeveel plaatsen er bezet zijn."""
    sleutel = pak_moment(na)
    return lees(
        request,
        lambda h: db.bladzijde(h.sessie, h.actor, begin_van(vanaf or h.vandaag), klantgroep, sleutel, aantal),
        toon=lambda rijen: Bijeenkomsten(
            bijeenkomsten=[Bijeenkomst.model_validate(rij) for rij in rijen],
            volgende=cursor(rijen[-1].begint.isoformat(), rijen[-1].id) if len(rijen) == aantal else None,
        ),
    )


@router.get("/bijeenkomsten/{bijeenkomstId}", **leest(Presentielijst, "Presentielijst", *INZAGE, doel=DOEL))
def geef_bijeenkomst(request: Request, bijeenkomstId: UUID) -> Response:
    """Geef een bijeenkomst met de presentielijst, klaar om af te drukken."""
    return lees(
        request,
        lambda h: beeld.bekijk_bijeenkomst(h, bijeenkomstId),
        toon=Presentielijst.van,
        personen=lambda lijst: lijst.personen,
    )


@router.post(
    "/bijeenkomsten/{bijeenkomstId}/deelnemers",
    **maakt(Presentielijst, "Klanten uitnodigen", *PLANNERS, doel=DOEL),
)
def nodig_deelnemers_uit(request: Request, bijeenkomstId: UUID, opdracht: UitnodigOpdracht) -> Response:
    """Nodig klanten uit: allemaal of geen.

    Na een no-show is de uitnodiging een hersteltermijn, met vijf volle werkdagen tussen verzending en bijeenkomst.
    """
    return schrijf(request, uitnodigen.nodig_uit, opdracht, toon=Presentielijst.van, bijeenkomst_id=bijeenkomstId)


@router.put(
    "/bijeenkomsten/{bijeenkomstId}/presentielijst",
    **wijzigt(Presentielijst, "Presentielijst verwerken", *PRESENTIE, doel=DOEL),
)
def verwerk_presentielijst(request: Request, bijeenkomstId: UUID, opdracht: PresentielijstOpdracht) -> Response:
    """Verwerk de hele lijst in één keer; elke uitgenodigde klant staat erop.

    Nog een keer met de nieuwe ETag corrigeert: de stappen die uit de vorige lijst volgden, vervallen.
    """
    return schrijf(request, presentie.verwerk_lijst, opdracht, toon=Presentielijst.van, bijeenkomst_id=bijeenkomstId)


@router.put(
    "/bijeenkomsten/{bijeenkomstId}/afzegging",
    **wijzigt(Presentielijst, "Bijeenkomst afzeggen", *PLANNERS, doel=DOEL),
)
def zeg_bijeenkomst_af(request: Request, bijeenkomstId: UUID, opdracht: AfzegOpdracht) -> Response:
    """Zeg een bijeenkomst af: de uitnodigingen vervallen en elke klant wacht op een nieuwe; niemand is een no-show."""
    return schrijf(request, bijeenkomsten.zeg_af, opdracht, toon=Presentielijst.van, bijeenkomst_id=bijeenkomstId)
