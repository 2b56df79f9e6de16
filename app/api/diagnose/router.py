"""Diagnoses over HTTP."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.contract import leest, maakt
from app.api.diagnose.schemas import Diagnose, Diagnoserapport, Diagnoses, Diagnosevergelijking
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import LEEST_DIAGNOSES, Rol
from app.services.diagnose import beelden, formulier, handmatig, rapporteren
from app.services.diagnose.formulier import FormatOpdracht
from app.services.diagnose.handmatig import DiagnoseintrekkingOpdracht, HandmatigeDiagnose

router = APIRouter(tags=["diagnose"])

DOEL = "Diagnose van de leefgebieden"


@router.post(
    "/klanten/{klantId}/leefgebiedenformats",
    **maakt(Diagnose, "Format leefgebieden vastleggen", Rol.INTAKER, Rol.INKOMENSCONSULENT, doel=DOEL),
)
def leg_leefgebiedenformat_vast(request: Request, klantId: UUID, opdracht: FormatOpdracht) -> Response:
    """Leg het samen ingevulde format vast; afronden kan als elk onderwerp is besproken of verklaard."""
    return schrijf(request, formulier.leg_format_vast, opdracht, toon=Diagnose.van, klant_id=klantId)


@router.get("/klanten/{klantId}/diagnoses", **leest(Diagnoses, "Diagnoses van een klant", *LEEST_DIAGNOSES, doel=DOEL))
def geef_diagnoses(request: Request, klantId: UUID) -> Response:
    """Geef alle uitslagen van een klant, de nieuwste eerst."""
    return lees(
        request,
        lambda h: beelden.bekijk_diagnoses(h, klantId),
        toon=Diagnoses.van,
        personen=lambda _: [klantId],
    )


@router.post(
    "/klanten/{klantId}/diagnoses",
    **maakt(Diagnose, "Uitslag overnemen", Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT, doel=DOEL),
)
def neem_diagnose_over(request: Request, klantId: UUID, opdracht: HandmatigeDiagnose) -> Response:
    """Neem een uitslag over van een instrument dat niets aanlevert; ook hier telt het kenmerk van de leverancier."""
    return schrijf(request, handmatig.leg_handmatig_vast, opdracht, toon=Diagnose.van, klant_id=klantId)


@router.get(
    "/klanten/{klantId}/diagnoses/vergelijking",
    **leest(Diagnosevergelijking, "Diagnoses vergelijken", *LEEST_DIAGNOSES, doel=DOEL),
)
def vergelijk_diagnoses(
    request: Request,
    klantId: UUID,
    toen: Annotated[date, Query(examples=["2026-01-31"])],
    nu: Annotated[date, Query(examples=["2026-03-31"])],
) -> Response:
    """Vergelijk twee dagen: per leefgebied de score toen en nu, en welke aandachtspunten verdwenen of erbij kwamen."""
    return lees(
        request,
        lambda h: beelden.vergelijk_dagen(h, klantId, toen, nu),
        toon=Diagnosevergelijking.van,
        personen=lambda _: [klantId],
    )


@router.post(
    "/klanten/{klantId}/diagnoses/{diagnoseId}/intrekking",
    **maakt(Diagnose, "Uitslag intrekken", Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT, doel=DOEL),
)
def trek_diagnose_in(
    request: Request, klantId: UUID, diagnoseId: UUID, opdracht: DiagnoseintrekkingOpdracht
) -> Response:
    """Trek een uitslag in die er niet had moeten staan: zij blijft in de geschiedenis en telt niet meer mee."""
    return schrijf(request, handmatig.trek_in, opdracht, toon=Diagnose.van, klant_id=klantId, diagnose_id=diagnoseId)


@router.get(
    "/diagnose-rapport",
    **leest(Diagnoserapport, "Rapport over diagnoses", Rol.TEAMLEIDER, Rol.BELEIDSMEDEWERKER, doel="Sturen op beleid"),
)
def geef_diagnoserapport(
    request: Request,
    van: Annotated[date, Query(examples=["2026-01-01"])],
    tot: Annotated[date, Query(examples=["2026-03-31"])],
) -> Response:
    """Geef per klantgroep en leefgebied wat de uitslagen van hele maanden zeggen; kleine groepen blijven leeg."""
    return lees(request, lambda h: rapporteren.rapporteer(h, van, tot), toon=Diagnoserapport.van_rapport)
