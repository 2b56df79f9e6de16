"""Forfaitaire loonkostensubsidie: vaststellen dat de loonwaarde kan wachten, over HTTP."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Self
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import Field
from starlette.responses import Response

from app.api.contract import leest, maakt
from app.api.loonkosten.router import CONSULENTEN, DOEL, LEZERS
from app.api.schema import Uit
from app.api.verzoek import lees, schrijf
from app.db.loonkosten.forfait import Loonkostenforfait as Rij
from app.services.loonkosten import forfaits
from app.services.loonkosten.opdrachten import LoonkostenforfaitIntrekkingOpdracht, LoonkostenforfaitOpdracht

router = APIRouter(tags=["loonkosten"])


class Loonkostenforfait(Uit):
    """Dat de loonwaarde eerst achterwege blijft; `tot` is de eerste dag zonder forfait."""

    id: UUID
    versie: int
    klant_id: UUID
    dienstverband_id: UUID
    overlegd_op: date
    begin: date
    tot: date = Field(description="Hoogstens zes maanden na de eerste werkdag (artikel 10d, lid 5).")
    reden_intrekking: str | None
    vastgesteld_op: datetime
    vastgesteld_door: UUID


class Loonkostenforfaits(Uit):
    """De forfaits van een klant, het oudste eerst."""

    forfaits: list[Loonkostenforfait]

    @classmethod
    def van(cls, rijen: Iterable[Rij]) -> Self:
        """Show every one."""
        return cls(forfaits=[Loonkostenforfait.model_validate(rij) for rij in rijen])


@router.post(
    "/klanten/{klantId}/loonkostenforfaits",
    **maakt(Loonkostenforfait, "Forfaitaire loonkostensubsidie vaststellen", *CONSULENTEN, doel=DOEL),
)
def stel_loonkostenforfait_vast(request: Request, klantId: UUID, opdracht: LoonkostenforfaitOpdracht) -> Response:
    """Stel vast dat de loonwaarde hoogstens zes maanden achterwege blijft; het besluit volgt binnen vijf weken."""
    return schrijf(request, forfaits.stel_forfait_vast, opdracht, klant_id=klantId)


@router.get(
    "/klanten/{klantId}/loonkostenforfaits", **leest(Loonkostenforfaits, "Forfaits van een klant", *LEZERS, doel=DOEL)
)
def geef_loonkostenforfaits(request: Request, klantId: UUID) -> Response:
    """Geef de forfaits van een klant, ook wat is ingetrokken."""
    return lees(
        request,
        lambda h: forfaits.bekijk_forfaits(h, klantId),
        toon=Loonkostenforfaits.van,
        personen=lambda _: [klantId],
    )


@router.post(
    "/loonkostenforfaits/{loonkostenforfaitId}/intrekkingen",
    **maakt(Loonkostenforfait, "Forfait intrekken", *CONSULENTEN, doel=DOEL, versie=True),
)
def trek_loonkostenforfait_in(
    request: Request, loonkostenforfaitId: UUID, opdracht: LoonkostenforfaitIntrekkingOpdracht
) -> Response:
    """Trek een forfait in dat niet klopt, met de taken en termijnen die erbij hoorden."""
    return schrijf(request, forfaits.trek_forfait_in, opdracht, forfait_id=loonkostenforfaitId)
