"""Rapport, concept, toelichting en besluit op een aanvraag over HTTP."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.aanvraag.router import DOEL, HIER, IC, PAD, toon
from app.api.aanvraag.schemas import Aanvraag
from app.api.besluit.schemas import Besluit
from app.api.contract import maakt
from app.api.verzoek import schrijf
from app.services.aanvraag import beslissen, rapport
from app.services.aanvraag.concept import ConceptOpdracht
from app.services.besluit.beeld import Besluitbeeld, beeld
from app.services.handeling import Handeling

router = APIRouter(tags=["aanvraag"])


@router.post(f"{PAD}/rapporten", **maakt(Aanvraag, "Rapporteren", IC, doel=DOEL, plaats=HIER, versie=True))
def leg_rapport_vast(request: Request, aanvraagId: UUID, opdracht: rapport.RapportOpdracht) -> Response:
    """Leg het rapport vast, met wie er op het adres staan ingeschreven en zo nodig de salarisspecificaties."""
    return toon(request, rapport.rapporteer, opdracht, aanvraag_id=aanvraagId)


@router.post(f"{PAD}/toelichtingen", **maakt(Aanvraag, "Toelichting kiezen", IC, doel=DOEL, plaats=HIER, versie=True))
def kies_toelichting(request: Request, aanvraagId: UUID, opdracht: rapport.ToelichtingOpdracht) -> Response:
    """Kies hoe de beschikking wordt toegelicht, met een reden. Zonder keuze gaat zij de deur niet uit."""
    return toon(request, rapport.kies_toelichting, opdracht, aanvraag_id=aanvraagId)


@router.post(f"{PAD}/concepten", **maakt(Aanvraag, "Concept maken", IC, doel=DOEL, plaats=HIER, versie=True))
def maak_concept(request: Request, aanvraagId: UUID, opdracht: ConceptOpdracht) -> Response:
    """Maak een concept van het besluit, per persoon. Het antwoord noemt wat er nog ontbreekt, met artikel."""
    return toon(request, beslissen.maak_concept, opdracht, aanvraag_id=aanvraagId)


@router.post(
    "/aanvraagconcepten/{aanvraagconceptId}/intrekkingen",
    **maakt(Aanvraag, "Concept intrekken", IC, doel=DOEL, plaats=HIER, versie=True),
)
def trek_concept_in(
    request: Request, aanvraagconceptId: UUID, opdracht: beslissen.ConceptintrekkingOpdracht
) -> Response:
    """Trek een concept in waarop nog niet is besloten."""
    return toon(request, beslissen.trek_concept_in, opdracht, concept_id=aanvraagconceptId)


@router.post(
    f"{PAD}/besluiten",
    **maakt(
        Besluit,
        "Beslissen op de aanvraag",
        IC,
        doel="Beslissen over de uitkering",
        plaats="/besluiten/{id}",
        versie=True,
    ),
)
def beslis_aanvraag(request: Request, aanvraagId: UUID, opdracht: beslissen.AanvraagbesluitOpdracht) -> Response:
    """Neem het besluit dat als concept klaarligt. Daarna toetst de fiatteur, en pas dan kan het worden verzonden."""

    def voer_uit(h: Handeling, gevraagd: beslissen.AanvraagbesluitOpdracht) -> Besluitbeeld:
        return beeld(h, beslissen.beslis_aanvraag(h, gevraagd, aanvraagId))

    return schrijf(request, voer_uit, opdracht, toon=Besluit.van)
