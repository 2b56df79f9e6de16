"""Zaken over de taaleis over HTTP: inspanningsverplichting, verlaging, ontheffing en beëindiging."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.besluit.schemas import Besluit
from app.api.contract import leest, maakt, wijzigt
from app.api.taaleis.router import CONSULENTEN, DOEL, LEZERS
from app.api.taaleis.zaakschemas import Taaleiszaak
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import Rol
from app.services.besluit import beeld as besluiten
from app.services.handeling import Handeling
from app.services.taaleis import beslissen, zaken
from app.services.taaleis.opdrachten import (
    TaaleisbesluitOpdracht,
    TaaleiszaakIntrekkingOpdracht,
    TaaleiszaakOpdracht,
    WijzigTaaleiszaakOpdracht,
)

router = APIRouter(tags=["taaleis"])

HIER = "/taaleiszaken/{id}"
PAD = "/taaleiszaken/{taaleiszaakId}"


def _beslis(h: Handeling, opdracht: TaaleisbesluitOpdracht, zaak_id: UUID) -> besluiten.Besluitbeeld:
    return besluiten.beeld(h, beslissen.beslis_zaak(h, opdracht, zaak_id))


@router.post(
    "/klanten/{klantId}/taaleiszaken",
    **maakt(Taaleiszaak, "Zaak over de taaleis openen", *CONSULENTEN, doel=DOEL, plaats=HIER),
)
def open_taaleiszaak(request: Request, klantId: UUID, opdracht: TaaleiszaakOpdracht) -> Response:
    """Open een zaak, zoals een verlaging of ontheffing. Het antwoord zegt wat er voor een besluit nog ontbreekt."""
    return schrijf(request, zaken.open_zaak, opdracht, toon=Taaleiszaak.van, klant_id=klantId)


@router.get(PAD, **leest(Taaleiszaak, "Zaak over de taaleis opvragen", *LEZERS, doel=DOEL))
def geef_taaleiszaak(request: Request, taaleiszaakId: UUID) -> Response:
    """Geef een zaak met wat de regels er vandaag van zeggen, de bedragen per maand en de besluiten."""
    return lees(
        request,
        lambda h: zaken.bekijk(h, taaleiszaakId),
        toon=Taaleiszaak.van,
        personen=lambda beeld: [beeld.zaak.klant_id],
    )


@router.patch(PAD, **wijzigt(Taaleiszaak, "Zaak over de taaleis wijzigen", *CONSULENTEN, doel=DOEL))
def wijzig_taaleiszaak(request: Request, taaleiszaakId: UUID, opdracht: WijzigTaaleiszaakOpdracht) -> Response:
    """Vul een open zaak aan of corrigeer haar, bijvoorbeeld met de zienswijze of de verwijtbaarheid."""
    return schrijf(request, zaken.wijzig_zaak, opdracht, toon=Taaleiszaak.van, zaak_id=taaleiszaakId)


@router.post(
    f"{PAD}/besluiten",
    **maakt(
        Besluit,
        "Besluit over de taaleis nemen",
        Rol.INKOMENSCONSULENT,
        doel=DOEL,
        plaats="/besluiten/{id}",
        versie=True,
    ),
)
def beslis_taaleiszaak(request: Request, taaleiszaakId: UUID, opdracht: TaaleisbesluitOpdracht) -> Response:
    """Neem het besluit. Ontbreekt er iets, dan noemt de weigering elke voorwaarde met haar artikel."""
    return schrijf(request, _beslis, opdracht, toon=Besluit.van, zaak_id=taaleiszaakId)


@router.post(
    f"{PAD}/intrekkingen",
    **maakt(Taaleiszaak, "Zaak over de taaleis intrekken", *CONSULENTEN, doel=DOEL, plaats=HIER, versie=True),
)
def trek_taaleiszaak_in(request: Request, taaleiszaakId: UUID, opdracht: TaaleiszaakIntrekkingOpdracht) -> Response:
    """Beëindig een zaak waarvan nog geen besluit is verzonden."""
    return schrijf(request, zaken.trek_zaak_in, opdracht, toon=Taaleiszaak.van, zaak_id=taaleiszaakId)
