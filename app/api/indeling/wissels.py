"""Wissels overwegen and trajecten over HTTP."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.contract import leest, maakt, wijzigt
from app.api.indeling.wisselschemas import (
    Driegesprekken,
    Driegesprekverslag,
    Overweging,
    Overwegingen,
    Traject,
    Trajecten,
    Verlenging,
    Verlengingen,
)
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import Rol
from app.services.indeling import herziening, overdragen, overwegen, trajecten
from app.services.indeling.wisselopdrachten import (
    BeoordelingOpdracht,
    KlantoverdrachtOpdracht,
    OnderzoekOpdracht,
    OverweegOpdracht,
    TrajecteindeOpdracht,
    TrajectOpdracht,
    VerlengingOpdracht,
)

router = APIRouter(tags=["indeling"])

CONSULENTEN = (Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT)
DOEL = "Overwegen of een andere klantgroep past"
DOEL_OVERDRACHT = "Warm overdragen na een wissel"
DOEL_TRAJECT = "Begeleiden in een traject"


@router.post("/klanten/{klantId}/wisseloverwegingen", **maakt(Overweging, "Wissel overwegen", *CONSULENTEN, doel=DOEL))
def overweeg_wissel(request: Request, klantId: UUID, opdracht: OverweegOpdracht) -> Response:
    """Meld een ontwikkeling waardoor een andere klantgroep misschien beter past, zoals een wens van de klant."""
    return schrijf(request, overwegen.overweeg_wissel, opdracht, toon=Overweging.van, klant_id=klantId)


@router.get(
    "/klanten/{klantId}/wisseloverwegingen",
    **leest(Overwegingen, "Wisseloverwegingen van een klant", *CONSULENTEN, Rol.TEAMLEIDER, Rol.FG, doel=DOEL),
)
def geef_wisseloverwegingen(request: Request, klantId: UUID) -> Response:
    """Geef welke wissels zijn overwogen, waarom, en wat eruit kwam."""
    return lees(
        request,
        lambda h: overwegen.bekijk_overwegingen(h, klantId),
        toon=Overwegingen.van,
        personen=lambda _: [klantId],
    )


@router.patch(
    "/wisseloverwegingen/{wisseloverwegingId}",
    **wijzigt(Overweging, "Onderzoek door de bedrijfsarts", *CONSULENTEN, doel=DOEL),
)
def leg_onderzoek_vast(request: Request, wisseloverwegingId: UUID, opdracht: OnderzoekOpdracht) -> Response:
    """Leg vast dat de bedrijfsarts om advies is gevraagd, en wat het advies is."""
    return schrijf(
        request, overwegen.leg_onderzoek_vast, opdracht, toon=Overweging.van, overweging_id=wisseloverwegingId
    )


@router.post(
    "/wisseloverwegingen/{wisseloverwegingId}/beoordeling",
    **maakt(Overweging, "Wissel beoordelen", *CONSULENTEN, doel=DOEL, versie=True),
)
def beoordeel_wissel(request: Request, wisseloverwegingId: UUID, opdracht: BeoordelingOpdracht) -> Response:
    """Leg vast of de klant moet wisselen en waarom. De klant wisselt daarmee nog niet: daarop volgt een indeling."""
    return schrijf(request, overwegen.beoordeel, opdracht, toon=Overweging.van, overweging_id=wisseloverwegingId)


@router.post(
    "/klanten/{klantId}/klantgroeptrajecten", **maakt(Traject, "Traject toewijzen", *CONSULENTEN, doel=DOEL_TRAJECT)
)
def wijs_traject_toe(request: Request, klantId: UUID, opdracht: TrajectOpdracht) -> Response:
    """Wijs een traject toe dat bij de klantgroep hoort, zoals dat voor alleenstaande ouders in Matchen."""
    return schrijf(request, trajecten.wijs_traject_toe, opdracht, toon=Traject.van, klant_id=klantId)


@router.get(
    "/klanten/{klantId}/klantgroeptrajecten",
    **leest(Trajecten, "Trajecten van een klant", *CONSULENTEN, Rol.TEAMLEIDER, Rol.FG, doel=DOEL_TRAJECT),
)
def geef_trajecten(request: Request, klantId: UUID) -> Response:
    """Geef de trajecten die een klant volgt en volgde, met hun resultaat."""
    return lees(
        request,
        lambda h: trajecten.bekijk_trajecten(h, klantId),
        toon=Trajecten.van,
        personen=lambda _: [klantId],
    )


@router.put(
    "/klantgroeptrajecten/{klantgroeptrajectId}/resultaat",
    **wijzigt(Traject, "Resultaat van een traject", *CONSULENTEN, doel=DOEL_TRAJECT),
)
def sluit_traject_af(request: Request, klantgroeptrajectId: UUID, opdracht: TrajecteindeOpdracht) -> Response:
    """Leg vast hoe een traject is afgelopen, of herstel dat."""
    return schrijf(request, trajecten.sluit_traject_af, opdracht, toon=Traject.van, traject_id=klantgroeptrajectId)


@router.post(
    "/klanten/{klantId}/driegesprekken",
    **maakt(Driegesprekverslag, "Driegesprek vastleggen", *CONSULENTEN, doel=DOEL_OVERDRACHT, versie=True),
)
def leg_driegesprek_vast(request: Request, klantId: UUID, opdracht: KlantoverdrachtOpdracht) -> Response:
    """Leg na een wissel het driegesprek vast, of waarom het niet nodig is; dan krijgt de nieuwe consulent de klant.

    Stuur de ETag van de klant mee.
    """
    return schrijf(request, overdragen.draag_over, opdracht, klant_id=klantId)


@router.get(
    "/klanten/{klantId}/driegesprekken",
    **leest(Driegesprekken, "Driegesprekken van een klant", *CONSULENTEN, Rol.TEAMLEIDER, Rol.FG, doel=DOEL_OVERDRACHT),
)
def geef_driegesprekken(request: Request, klantId: UUID) -> Response:
    """Geef de driegesprekken van een klant na een wissel, het nieuwste eerst."""
    return lees(
        request,
        lambda h: overdragen.bekijk_overdrachten(h, klantId),
        toon=Driegesprekken.van,
        personen=lambda _: [klantId],
    )


@router.post(
    "/klanten/{klantId}/klantgroepverlengingen",
    **maakt(Verlenging, "Matchen verlengen", Rol.INTAKER, Rol.WERKCONSULENT, doel=DOEL, versie=True),
)
def verleng_matchen(request: Request, klantId: UUID, opdracht: VerlengingOpdracht) -> Response:
    """Verleng Matchen als de zes maanden bijna om zijn. Dat kan hoogstens een keer; stuur de ETag van de klant mee."""
    return schrijf(request, herziening.verleng_matchen, opdracht, toon=Verlenging.van, klant_id=klantId)


@router.get(
    "/klanten/{klantId}/klantgroepverlengingen",
    **leest(Verlengingen, "Verlengingen van Matchen", *CONSULENTEN, Rol.TEAMLEIDER, Rol.FG, doel=DOEL),
)
def geef_verlengingen(request: Request, klantId: UUID) -> Response:
    """Geef de verlengingen van Matchen voor een klant, de nieuwste eerst."""
    return lees(
        request,
        lambda h: herziening.bekijk_verlengingen(h, klantId),
        toon=Verlengingen.van,
        personen=lambda _: [klantId],
    )
