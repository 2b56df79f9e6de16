"""Maatregelzaken over HTTP."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.besluit.router import CONSULENTEN, INZAGE
from app.api.besluit.schemas import Besluit
from app.api.contract import leest, maakt, wijzigt
from app.api.maatregel.schemas import Gereedheid, Maatregelzaak, Maatregelzaken
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import Rol
from app.services.besluit import beeld as besluiten
from app.services.handeling import Handeling
from app.services.maatregel import adviseren, beslissen, gereedheid, stappen, wijzigen, zaken
from app.services.maatregel.adviseren import AdviesOpdracht
from app.services.maatregel.beslissen import MaatregelbesluitOpdracht
from app.services.maatregel.stappen import StapIntrekOpdracht
from app.services.maatregel.stapsoorten import Stap
from app.services.maatregel.wijzigen import WijzigZaakOpdracht
from app.services.maatregel.zaken import MaatregelzaakvervalOpdracht, OpenZaakOpdracht, Zaakbeeld

router = APIRouter(tags=["maatregel"])

DOEL = "Handhaving van verplichtingen"
STAPPENZETTERS = (*CONSULENTEN, Rol.ADMINISTRATIE)


def _getoond(functie: Callable[..., Any]) -> Callable[..., Zaakbeeld]:
    def voer_uit(h: Handeling, *delen: Any, **sleutels: Any) -> Zaakbeeld:
        return zaken.beeld(h, functie(h, *delen, **sleutels))

    return voer_uit


def _beslis(h: Handeling, opdracht: MaatregelbesluitOpdracht, zaak_id: UUID) -> besluiten.Besluitbeeld:
    return besluiten.beeld(h, beslissen.beslis_zaak(h, opdracht, zaak_id))


@router.post(
    "/maatregelzaken",
    **maakt(
        Maatregelzaak,
        "Maatregelzaak openen",
        Rol.WERKCONSULENT,
        Rol.INKOMENSCONSULENT,
        doel=DOEL,
        plaats="/maatregelzaken/{id}",
    ),
)
def open_maatregelzaak(request: Request, opdracht: OpenZaakOpdracht) -> Response:
    """Open een zaak over een gedraging uit de tabel van het regime van de klant, op naam van de consulent."""
    return schrijf(request, _getoond(zaken.open_voor_klant), opdracht, toon=Maatregelzaak.van)


@router.get(
    "/klanten/{klantId}/maatregelzaken", **leest(Maatregelzaken, "Maatregelzaken van een klant", *INZAGE, doel=DOEL)
)
def geef_maatregelzaken(request: Request, klantId: UUID) -> Response:
    """Geef alle maatregelzaken van een klant met hun stappen, de oudste eerst."""
    return lees(request, lambda h: zaken.zaken_van(h, klantId), toon=Maatregelzaken.van, personen=lambda _: [klantId])


@router.get("/maatregelzaken/{zaakId}", **leest(Maatregelzaak, "Maatregelzaak opvragen", *INZAGE, doel=DOEL))
def geef_maatregelzaak(request: Request, zaakId: UUID) -> Response:
    """Geef een zaak met al haar stappen, het advies en de besluiten."""
    return lees(
        request,
        lambda h: zaken.beeld(h, zaken.vind(h, zaakId)[0]),
        toon=Maatregelzaak.van,
        personen=lambda beeld: [beeld.zaak.klant_id],
    )


@router.patch("/maatregelzaken/{zaakId}", **wijzigt(Maatregelzaak, "Maatregelzaak corrigeren", *CONSULENTEN, doel=DOEL))
def wijzig_maatregelzaak(request: Request, zaakId: UUID, opdracht: WijzigZaakOpdracht) -> Response:
    """Corrigeer kenmerken, verplichting of totaalbeeld zolang er geen besluit is. Een advies vervalt daarmee."""
    return schrijf(request, _getoond(wijzigen.wijzig_zaak), opdracht, toon=Maatregelzaak.van, zaak_id=zaakId)


@router.get("/maatregelzaken/{zaakId}/gereedheid", **leest(Gereedheid, "Gereedheid van een zaak", *INZAGE, doel=DOEL))
def geef_gereedheid(request: Request, zaakId: UUID) -> Response:
    """Zeg wat er nog ontbreekt voor een rechtmatig besluit, elke voorwaarde met artikel en feiten."""
    return lees(
        request,
        lambda h: gereedheid.gereedheid(h, zaakId),
        toon=Gereedheid.van,
        personen=lambda gevonden: [gevonden.zaak.klant_id],
    )


@router.post(
    "/maatregelzaken/{zaakId}/stappen",
    **maakt(Maatregelzaak, "Stap zetten", *STAPPENZETTERS, doel=DOEL, plaats="/maatregelzaken/{id}"),
)
def zet_maatregelstap(request: Request, zaakId: UUID, opdracht: Stap) -> Response:
    """Leg een stap vast. Een hersteltermijn die te kort is, wordt geweigerd met de vroegste dag die wel kan."""
    return schrijf(request, _getoond(stappen.zet_stap), opdracht, toon=Maatregelzaak.van, zaak_id=zaakId)


@router.post(
    "/maatregelzaken/{zaakId}/stappen/{stapId}/intrekkingen",
    **maakt(Maatregelzaak, "Stap intrekken", *STAPPENZETTERS, doel=DOEL, plaats="/maatregelzaken/{id}"),
)
def trek_maatregelstap_in(request: Request, zaakId: UUID, stapId: UUID, opdracht: StapIntrekOpdracht) -> Response:
    """Trek een stap in die niet klopt. Hij blijft zichtbaar en telt niet meer."""
    functie = _getoond(stappen.trek_stap_in)
    return schrijf(request, functie, opdracht, toon=Maatregelzaak.van, zaak_id=zaakId, stap_id=stapId)


@router.post(
    "/maatregelzaken/{zaakId}/adviezen",
    **maakt(Maatregelzaak, "Adviseren", *CONSULENTEN, doel=DOEL, plaats="/maatregelzaken/{id}", versie=True),
)
def geef_maatregeladvies(request: Request, zaakId: UUID, opdracht: AdviesOpdracht) -> Response:
    """Adviseer: afzien, waarschuwen of opleggen. Ontbreekt er een stap, dan noemt de weigering haar."""
    return schrijf(request, _getoond(adviseren.adviseer), opdracht, toon=Maatregelzaak.van, zaak_id=zaakId)


@router.post(
    "/maatregelzaken/{zaakId}/besluiten",
    **maakt(Besluit, "Beslissen", Rol.INKOMENSCONSULENT, doel=DOEL, plaats="/besluiten/{id}", versie=True),
)
def neem_maatregelbesluit(request: Request, zaakId: UUID, opdracht: MaatregelbesluitOpdracht) -> Response:
    """Neem het besluit. Zolang er iets ontbreekt, noemt de weigering elke voorwaarde met haar artikel."""
    return schrijf(request, _beslis, opdracht, toon=Besluit.van, zaak_id=zaakId)


@router.post(
    "/maatregelzaken/{zaakId}/intrekkingen",
    **maakt(
        Maatregelzaak,
        "Maatregelzaak laten vervallen",
        Rol.WERKCONSULENT,
        Rol.INKOMENSCONSULENT,
        doel=DOEL,
        plaats="/maatregelzaken/{id}",
        versie=True,
    ),
)
def laat_maatregelzaak_vervallen(request: Request, zaakId: UUID, opdracht: MaatregelzaakvervalOpdracht) -> Response:
    """Laat een zaak vervallen, met de reden. Na de verzending van het besluit kan dat niet meer."""
    return schrijf(request, _getoond(zaken.trek_in), opdracht, toon=Maatregelzaak.van, zaak_id=zaakId)
