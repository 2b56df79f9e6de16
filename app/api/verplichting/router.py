"""Ontheffingen en nadere verplichtingen over HTTP."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.contract import leest, maakt
from app.api.verplichting.schemas import NadereVerplichting, Ontheffing, Verplichtingen
from app.api.verzoek import lees, schrijf
from app.db.verplichting import verplichting as db
from app.domain.kern.rollen import LEEST_VERPLICHTINGEN, Rol
from app.services.handeling import Handeling
from app.services.verplichting import beeld, ouder, vastleggen
from app.services.verplichting.opdrachten import (
    NadereVerplichtingOpdracht,
    OntheffingbeoordelingOpdracht,
    OntheffingOpdracht,
    VerplichtingeindeOpdracht,
    VerplichtingintrekkingOpdracht,
)

router = APIRouter(tags=["verplichting"])

VASTLEGGERS = (Rol.INKOMENSCONSULENT, Rol.ADMINISTRATIE)
DOEL = "Vaststellen van verplichtingen"
EEN, ANDER = "/ontheffingen/{ontheffingId}", "/nadere-verplichtingen/{nadereVerplichtingId}"


def _ontheffing(h: Handeling, rij: db.Ontheffing) -> Any:
    return beeld.ontheffingbeeld(h, rij)


@router.get(
    "/klanten/{klantId}/verplichtingen",
    **leest(Verplichtingen, "Ontheffingen en nadere verplichtingen", *LEEST_VERPLICHTINGEN, doel=DOEL),
)
def geef_verplichtingen(request: Request, klantId: UUID) -> Response:
    """Geef waarvan een klant is ontheven en wat extra is opgelegd, met waar elk vandaag staat."""
    return lees(request, lambda h: beeld.bekijk(h, klantId), toon=Verplichtingen.van, personen=lambda _: [klantId])


@router.post("/klanten/{klantId}/ontheffingen", **maakt(Ontheffing, "Ontheffing vastleggen", *VASTLEGGERS, doel=DOEL))
def leg_ontheffing_vast(request: Request, klantId: UUID, opdracht: OntheffingOpdracht) -> Response:
    """Leg een ontheffing uit een besluit vast. Zolang zij loopt, volgt op die plicht geen maatregel.

    Drie maanden voor het einde staat het signaal in de werkvoorraad. Bij een alleenstaande ouder ook het plan van
    aanpak en de halfjaarlijkse beoordeling.
    """
    return schrijf(
        request,
        lambda h, o: _ontheffing(h, vastleggen.leg_ontheffing_vast(h, o, klantId)),
        opdracht,
        toon=Ontheffing.van_beeld,
    )


@router.post(
    "/klanten/{klantId}/nadere-verplichtingen",
    **maakt(NadereVerplichting, "Nadere verplichting vastleggen", *VASTLEGGERS, doel=DOEL),
)
def leg_nadere_verplichting_vast(request: Request, klantId: UUID, opdracht: NadereVerplichtingOpdracht) -> Response:
    """Leg een extra verplichting uit een besluit vast; alleen een gedraging van na dat besluit kan haar schenden."""
    return schrijf(
        request,
        lambda h, o: beeld.verplichtingbeeld(h, vastleggen.leg_verplichting_op(h, o, klantId)),
        opdracht,
        toon=NadereVerplichting.van_beeld,
    )


@router.post(
    f"{EEN}/beoordelingen",
    **maakt(Ontheffing, "Ontheffing beoordelen", Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT, doel=DOEL, versie=True),
)
def beoordeel_ontheffing(request: Request, ontheffingId: UUID, opdracht: OntheffingbeoordelingOpdracht) -> Response:
    """Leg de halfjaarlijkse beoordeling van een ontheffing van een alleenstaande ouder vast."""
    return schrijf(
        request,
        lambda h, o: _ontheffing(h, ouder.beoordeel(h, o, ontheffingId)),
        opdracht,
        toon=Ontheffing.van_beeld,
    )


@router.post(f"{EEN}/beeindigingen", **maakt(Ontheffing, "Ontheffing beëindigen", *VASTLEGGERS, doel=DOEL, versie=True))
def beeindig_ontheffing(request: Request, ontheffingId: UUID, opdracht: VerplichtingeindeOpdracht) -> Response:
    """Laat een ontheffing eerder eindigen; het signaal voor het einde schuift mee."""
    return schrijf(
        request,
        lambda h, o: _ontheffing(h, vastleggen.beeindig(h, o, db.Ontheffing, ontheffingId)),
        opdracht,
        toon=Ontheffing.van_beeld,
    )


@router.post(f"{EEN}/intrekkingen", **maakt(Ontheffing, "Ontheffing intrekken", *VASTLEGGERS, doel=DOEL, versie=True))
def trek_ontheffing_in(request: Request, ontheffingId: UUID, opdracht: VerplichtingintrekkingOpdracht) -> Response:
    """Trek een vastlegging in die niet klopte; zij blijft zichtbaar en telt niet meer."""
    return schrijf(
        request,
        lambda h, o: _ontheffing(h, vastleggen.trek_in(h, o, db.Ontheffing, ontheffingId)),
        opdracht,
        toon=Ontheffing.van_beeld,
    )


@router.post(
    f"{ANDER}/beeindigingen",
    **maakt(NadereVerplichting, "Nadere verplichting beëindigen", *VASTLEGGERS, doel=DOEL, versie=True),
)
def beeindig_nadere_verplichting(
    request: Request, nadereVerplichtingId: UUID, opdracht: VerplichtingeindeOpdracht
) -> Response:
    """Laat een extra verplichting eerder eindigen; het signaal voor het einde schuift mee."""
    return schrijf(
        request,
        lambda h, o: beeld.verplichtingbeeld(h, vastleggen.beeindig(h, o, db.NadereVerplichting, nadereVerplichtingId)),
        opdracht,
        toon=NadereVerplichting.van_beeld,
    )


@router.post(
    f"{ANDER}/intrekkingen",
    **maakt(NadereVerplichting, "Nadere verplichting intrekken", *VASTLEGGERS, doel=DOEL, versie=True),
)
def trek_nadere_verplichting_in(
    request: Request, nadereVerplichtingId: UUID, opdracht: VerplichtingintrekkingOpdracht
) -> Response:
    """Trek een vastlegging in die niet klopte; zij blijft zichtbaar en telt niet meer."""
    return schrijf(
        request,
        lambda h, o: beeld.verplichtingbeeld(h, vastleggen.trek_in(h, o, db.NadereVerplichting, nadereVerplichtingId)),
        opdracht,
        toon=NadereVerplichting.van_beeld,
    )
