"""Observaties over HTTP: een apart blok, dat alleen leest wie de categorie mag lezen."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.contract import leest, maakt
from app.api.schema import Uit
from app.api.verzoek import lees, schrijf
from app.domain.gesprek.observatie import Deelgrond, Observatiecategorie, Partner
from app.domain.kern.rollen import Rol
from app.services.gesprek import observaties
from app.services.gesprek.observaties import (
    DelingOpdracht,
    Observatiebeeld,
    ObservatieIntrekkingOpdracht,
    ObservatieOpdracht,
)

router = APIRouter(tags=["observatie"])

CONSULENTEN = (Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT, Rol.PARTICIPATIEMAKELAAR)
DOEL = "Signaleren en passende hulp bieden"


class Observatieintrekking(Uit):
    """Waarom de observatie niet meer telt."""

    reden: str
    ingetrokken_op: datetime
    ingetrokken_door: UUID


class Observatiedeling(Uit):
    """Met wie de observatie is gedeeld, waarvoor en waarom."""

    partner: Partner
    grond: Deelgrond
    doel: str
    reden: str
    gedeeld_op: datetime
    gedeeld_door: UUID


class Observatie(Uit):
    """Een observatie met categorie, schrijver en datum."""

    id: UUID
    klant_id: UUID
    categorie: Observatiecategorie
    tekst: str
    datum: date
    gesprek_id: UUID | None
    vastgelegd_op: datetime
    auteur_id: UUID
    intrekking: Observatieintrekking | None
    delingen: list[Observatiedeling]

    @classmethod
    def van(cls, beeld: Observatiebeeld) -> Self:
        """Show an observation."""
        eigen = {"intrekking": beeld.intrekking, "delingen": beeld.delingen}
        velden = {naam: getattr(beeld.observatie, naam) for naam in cls.model_fields if naam not in eigen}
        return cls.model_validate(velden | eigen)


class Observaties(Uit):
    """De observaties die u mag lezen, de laatste eerst."""

    observaties: list[Observatie]

    @classmethod
    def van(cls, beelden: list[Observatiebeeld]) -> Self:
        """Show every observation."""
        return cls(observaties=[Observatie.van(beeld) for beeld in beelden])


@router.post(
    "/klanten/{klantId}/observaties",
    **maakt(Observatie, "Observatie vastleggen", Rol.RECEPTIE, *CONSULENTEN, doel=DOEL),
)
def leg_observatie_vast(request: Request, klantId: UUID, opdracht: ObservatieOpdracht) -> Response:
    """Leg vast wat opviel, bijvoorbeeld een vermoeden van laaggeletterdheid. Op de tijdlijn staat niet waarover."""
    return schrijf(request, observaties.leg_observatie_vast, opdracht, toon=Observatie.van, klant_id=klantId)


@router.get(
    "/klanten/{klantId}/observaties",
    **leest(Observaties, "Observaties van een klant", Rol.RECEPTIE, *CONSULENTEN, Rol.FG, doel=DOEL),
)
def geef_observaties(request: Request, klantId: UUID) -> Response:
    """Geef de observaties in de categorieën die uw rol mag lezen, en die u zelf schreef. Het lezen wordt gelogd."""
    return lees(
        request,
        lambda h: observaties.bekijk_observaties(h, klantId),
        toon=Observaties.van,
        personen=lambda _: [klantId],
    )


@router.post(
    "/observaties/{observatieId}/intrekkingen",
    **maakt(Observatie, "Observatie intrekken", Rol.RECEPTIE, *CONSULENTEN, doel=DOEL),
)
def trek_observatie_in(request: Request, observatieId: UUID, opdracht: ObservatieIntrekkingOpdracht) -> Response:
    """Trek een observatie in die niet klopt. Verbeteren is intrekken en een nieuwe vastleggen."""
    return schrijf(request, observaties.trek_observatie_in, opdracht, toon=Observatie.van, observatie_id=observatieId)


@router.post("/observaties/{observatieId}/delingen", **maakt(Observatie, "Observatie delen", *CONSULENTEN, doel=DOEL))
def deel_observatie(request: Request, observatieId: UUID, opdracht: DelingOpdracht) -> Response:
    """Leg vast dat een observatie met een partner is gedeeld, met doel, grond en reden. Beleid zegt wat mag."""
    return schrijf(request, observaties.deel_observatie, opdracht, toon=Observatie.van, observatie_id=observatieId)
