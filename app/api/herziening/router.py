"""Herzieningen over HTTP."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.besluit.router import CONSULENTEN, DOEL, INZAGE
from app.api.besluit.schemas import Besluit
from app.api.contract import leest, maakt
from app.api.herziening.schemas import Herbeoordeling, Herbeoordelingen, Herziening, Herzieningen
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import Rol
from app.services.besluit import beeld as besluiten
from app.services.handeling import Handeling
from app.services.herziening import beslissen, herbeoordelen, openen
from app.services.herziening.beslissen import HerzieningsbesluitOpdracht
from app.services.herziening.herbeoordelen import HerbeoordelingOpdracht
from app.services.herziening.openen import HerzieningintrekkingOpdracht, HerzieningOpdracht, Herzieningsbeeld

router = APIRouter(tags=["herziening"])


def _getoond(functie: Callable[..., Any]) -> Callable[..., Herzieningsbeeld]:
    def voer_uit(h: Handeling, *delen: Any, **sleutels: Any) -> Herzieningsbeeld:
        return openen.toon_herziening(h, functie(h, *delen, **sleutels))

    return voer_uit


def _beslis(h: Handeling, opdracht: HerzieningsbesluitOpdracht, herziening_id: UUID) -> besluiten.Besluitbeeld:
    return besluiten.beeld(h, beslissen.beslis_over_herziening(h, opdracht, herziening_id))


@router.post(
    "/besluiten/{besluitId}/herzieningen",
    **maakt(Herziening, "Herziening openen", *CONSULENTEN, doel=DOEL, plaats="/herzieningen/{id}"),
)
def open_herziening(request: Request, besluitId: UUID, opdracht: HerzieningOpdracht) -> Response:
    """Bekijk een verzonden besluit opnieuw: een fout, nieuwe feiten, hangende bezwaar, of inkeer op verzoek."""
    return schrijf(request, _getoond(openen.open_herziening), opdracht, toon=Herziening.van, besluit_id=besluitId)


@router.get(
    "/besluiten/{besluitId}/herzieningen", **leest(Herzieningen, "Herzieningen van een besluit", *INZAGE, doel=DOEL)
)
def geef_herzieningen(request: Request, besluitId: UUID) -> Response:
    """Geef de herzieningen van een besluit, de oudste eerst."""
    return lees(
        request,
        lambda h: openen.bekijk_herzieningen(h, besluitId),
        toon=lambda gevonden: Herzieningen.van(gevonden[1]),
        personen=lambda gevonden: [gevonden[0]],
    )


@router.get("/herzieningen/{herzieningId}", **leest(Herziening, "Herziening opvragen", *INZAGE, doel=DOEL))
def geef_herziening(request: Request, herzieningId: UUID) -> Response:
    """Geef een herziening met haar besluiten en, als dat er is, het voorstel van de regels."""
    return lees(
        request,
        lambda h: openen.toon_herziening(h, openen.vind_herziening(h, herzieningId)[0]),
        toon=Herziening.van,
        personen=lambda beeld: [beeld.herziening.klant_id],
    )


@router.post(
    "/herzieningen/{herzieningId}/besluiten",
    **maakt(
        Besluit,
        "Over een herziening beslissen",
        Rol.INKOMENSCONSULENT,
        doel=DOEL,
        plaats="/besluiten/{id}",
        versie=True,
    ),
)
def neem_herzieningsbesluit(request: Request, herzieningId: UUID, opdracht: HerzieningsbesluitOpdracht) -> Response:
    """Trek het besluit in, wijzig of beëindig het, of wijs het verzoek af. Nooit ten nadele van de klant."""
    return schrijf(request, _beslis, opdracht, toon=Besluit.van, herziening_id=herzieningId)


@router.post(
    "/herzieningen/{herzieningId}/intrekkingen",
    **maakt(Herziening, "Herziening intrekken", *CONSULENTEN, doel=DOEL, plaats="/herzieningen/{id}", versie=True),
)
def trek_herziening_in(request: Request, herzieningId: UUID, opdracht: HerzieningintrekkingOpdracht) -> Response:
    """Laat een herziening niet doorgaan, met de reden. Na de verzending kan dat niet meer."""
    functie = _getoond(openen.trek_herziening_in)
    return schrijf(request, functie, opdracht, toon=Herziening.van, herziening_id=herzieningId)


@router.post(
    "/besluiten/{besluitId}/herbeoordelingen",
    **maakt(Herbeoordeling, "Maatregel herbeoordelen", *CONSULENTEN, doel=DOEL),
)
def leg_herbeoordeling_vast(request: Request, besluitId: UUID, opdracht: HerbeoordelingOpdracht) -> Response:
    """Leg vast of de maatregel na heroverweging doorgaat, wijzigt of eindigt (Participatiewet, artikel 18, lid 3)."""
    return schrijf(request, herbeoordelen.herbeoordeel, opdracht, besluit_id=besluitId)


@router.get(
    "/besluiten/{besluitId}/herbeoordelingen",
    **leest(Herbeoordelingen, "Herbeoordelingen van een besluit", *INZAGE, doel=DOEL),
)
def geef_herbeoordelingen(request: Request, besluitId: UUID) -> Response:
    """Geef de herbeoordelingen van een besluit, de oudste eerst."""
    return lees(
        request,
        lambda h: herbeoordelen.bekijk_herbeoordelingen(h, besluitId),
        toon=lambda gevonden: Herbeoordelingen.van(gevonden[1]),
        personen=lambda gevonden: [gevonden[0]],
    )
