"""Hulpverleners en het eigen netwerk over HTTP."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.contract import leest, maakt, wijzigt
from app.api.schema import Uit
from app.api.verzoek import lees, schrijf
from app.db.gesprek.betrokkene import Betrokkenesoort
from app.domain.kern.leefgebied import Leefgebied
from app.domain.kern.rollen import Rol
from app.services.gesprek import betrokkenen
from app.services.gesprek.betrokkenen import BetrokkeneOpdracht, WijzigBetrokkeneOpdracht

router = APIRouter(tags=["betrokkene"])

SCHRIJVERS = (Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT, Rol.PARTICIPATIEMAKELAAR)
LEZERS = (*SCHRIJVERS, Rol.FG)
DOEL = "Samenwerken met hulpverlening en netwerk"


class Betrokkene(Uit):
    """Iemand die de klant helpt, van beroep of uit het eigen netwerk; geldig in `[van, tot)`."""

    id: UUID
    versie: int
    klant_id: UUID
    soort: Betrokkenesoort
    organisatienaam: str | None
    naam: str | None
    rol: str
    contact: str | None
    frequentie: str | None
    steun: str | None
    leefgebieden: list[Leefgebied]
    uitnodigen: bool
    contact_toegestaan: bool | None
    van: date
    tot: date | None


class Betrokkenen(Uit):
    """Wie de klant helpt of hielp."""

    betrokkenen: list[Betrokkene]


@router.post("/klanten/{klantId}/betrokkenen", **maakt(Betrokkene, "Betrokkene vastleggen", *SCHRIJVERS, doel=DOEL))
def leg_betrokkene_vast(request: Request, klantId: UUID, opdracht: BetrokkeneOpdracht) -> Response:
    """Leg een hulpverlener of iemand uit het eigen netwerk vast, met wat hij of zij kan doen."""
    return schrijf(request, betrokkenen.leg_betrokkene_vast, opdracht, klant_id=klantId)


@router.get("/klanten/{klantId}/betrokkenen", **leest(Betrokkenen, "Betrokkenen van een klant", *LEZERS, doel=DOEL))
def geef_betrokkenen(request: Request, klantId: UUID) -> Response:
    """Geef wie de klant helpt of hielp."""
    return lees(
        request,
        lambda h: betrokkenen.bekijk_betrokkenen(h, klantId),
        toon=lambda rijen: Betrokkenen(betrokkenen=rijen),
        personen=lambda _: [klantId],
    )


@router.patch("/betrokkenen/{betrokkeneId}", **wijzigt(Betrokkene, "Betrokkene wijzigen", *SCHRIJVERS, doel=DOEL))
def wijzig_betrokkene(request: Request, betrokkeneId: UUID, opdracht: WijzigBetrokkeneOpdracht) -> Response:
    """Verbeter wat bekend is, of laat de betrokkenheid eindigen met `tot`."""
    return schrijf(request, betrokkenen.wijzig_betrokkene, opdracht, betrokkene_id=betrokkeneId)
