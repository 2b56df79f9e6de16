"""Cijfers over proefplaatsingen per werkgever over HTTP."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import Response

from app.api.contract import leest
from app.api.schema import Uit
from app.api.verzoek import lees
from app.domain.kern.rollen import Rol
from app.services.sturing import proefplaatsingen

router = APIRouter(tags=["sturing"])

DOEL = "Sturen op eerlijk gebruik van proefplaatsingen"
Van = Annotated[date, Query(description="Verklaringen vanaf deze dag.", examples=["2026-01-01"])]
Tot = Annotated[date, Query(description="Tot, niet tot en met, deze dag.", examples=["2027-01-01"])]


class Proefplaatsingregel(Uit):
    """Wat er van de toezeggingen van één werkgever kwam."""

    werkgever_id: UUID
    naam: str = Field(examples=["Bakkerij Voorbeeld B.V."])
    verklaard: int
    contract: int
    geen_contract: int
    open: int = Field(description="De uitkomst is nog niet vastgelegd.")
    opvallend: bool = Field(description="Vaak genoeg geen contract om erover te praten; geen oordeel.")


class Proefplaatsingcijfers(Uit):
    """Of proefplaatsingen per werkgever een contract opleverden."""

    van: date
    tot: date
    opvallend_vanaf: int | None = Field(description="Zo vaak geen contract, en nooit wel, valt op.")
    werkgevers: list[Proefplaatsingregel]

    @classmethod
    def toon(cls, cijfers: proefplaatsingen.Proefplaatsingcijfers) -> Self:
        """Show the counts per employer."""
        regels = [
            Proefplaatsingregel(
                werkgever_id=inzet.werkgever_id,
                naam=inzet.naam,
                opvallend=inzet.opvallend,
                **inzet.telling.model_dump(),
            )
            for inzet in cijfers.werkgevers
        ]
        return cls(van=cijfers.van, tot=cijfers.tot, opvallend_vanaf=cijfers.opvallend_vanaf, werkgevers=regels)


@router.get(
    "/sturing/proefplaatsingen",
    **leest(Proefplaatsingcijfers, "Proefplaatsingen per werkgever", Rol.TEAMLEIDER, doel=DOEL),
)
def geef_proefplaatsingcijfers(request: Request, van: Van, tot: Tot) -> Response:
    """Geef per werkgever hoeveel proefplaatsingen tot een contract leidden, van de klanten die u mag inzien."""
    return lees(request, lambda h: proefplaatsingen.tel_proefplaatsingen(h, van, tot), toon=Proefplaatsingcijfers.toon)
