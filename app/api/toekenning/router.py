"""Toekenningen over HTTP: the concept, and reading."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.contract import leest, maakt, wijzigt
from app.api.toekenning.schemas import Toekenning, Toekenningen
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import Rol
from app.services.toekenning import concept, lezen
from app.services.toekenning.opdrachten import (
    ToekenningintrekkingOpdracht,
    ToekenningOpdracht,
    WijzigToekenningOpdracht,
)

router = APIRouter(tags=["toekenning"])

CONSULENTEN = (Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT, Rol.PARTICIPATIEMAKELAAR)
LEZERS = (*CONSULENTEN, Rol.INTAKER, Rol.TOETSER, Rol.ADMINISTRATIE, Rol.TEAMLEIDER, Rol.FG)
DOEL = "Toekennen en volgen van een voorziening"
HIER = "/toekenningen/{id}"
PAD = "/toekenningen/{toekenningId}"


@router.post(
    "/toekenningen", **maakt(Toekenning, "Toekenning in concept opstellen", *CONSULENTEN, doel=DOEL, plaats=HIER)
)
def stel_toekenning_op(request: Request, opdracht: ToekenningOpdracht) -> Response:
    """Stel een voorziening voor een klant op. Wat nog ontbreekt voor het besluit, kan later worden aangevuld."""
    return schrijf(request, concept.stel_op, opdracht, toon=Toekenning.van_beeld)


@router.get("/klanten/{klantId}/toekenningen", **leest(Toekenningen, "Toekenningen van een klant", *LEZERS, doel=DOEL))
def geef_toekenningen(request: Request, klantId: UUID) -> Response:
    """Geef alle voorzieningen die voor een klant zijn opgesteld, de vroegste eerst."""
    return lees(
        request, lambda h: lezen.bekijk_van_klant(h, klantId), toon=Toekenningen.van, personen=lambda _: [klantId]
    )


@router.get(PAD, **leest(Toekenning, "Toekenning opvragen", *LEZERS, doel=DOEL))
def geef_toekenning(request: Request, toekenningId: UUID) -> Response:
    """Geef een voorziening van een klant, met hoe ver zij is."""
    return lees(
        request,
        lambda h: lezen.bekijk(h, toekenningId),
        toon=Toekenning.van_beeld,
        personen=lambda beeld: [beeld.toekenning.klant_id],
    )


@router.patch(PAD, **wijzigt(Toekenning, "Toekenning in concept wijzigen", *CONSULENTEN, doel=DOEL))
def wijzig_toekenning(request: Request, toekenningId: UUID, opdracht: WijzigToekenningOpdracht) -> Response:
    """Vul een concept aan of corrigeer het. Antwoorden, afweging en gegevens worden als geheel vervangen."""
    return schrijf(request, concept.wijzig, opdracht, toon=Toekenning.van_beeld, toekenning_id=toekenningId)


@router.post(
    f"{PAD}/intrekkingen",
    **maakt(Toekenning, "Toekenning in concept intrekken", *CONSULENTEN, doel=DOEL, plaats=HIER, versie=True),
)
def trek_toekenning_in(request: Request, toekenningId: UUID, opdracht: ToekenningintrekkingOpdracht) -> Response:
    """Beëindig een concept waarop nog niet is besloten."""
    return schrijf(request, concept.trek_in, opdracht, toon=Toekenning.van_beeld, toekenning_id=toekenningId)
