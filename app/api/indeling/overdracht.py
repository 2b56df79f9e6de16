"""Het ambitiegesprek afronden en de klant overdragen, over HTTP."""

from __future__ import annotations

from datetime import datetime
from typing import Self
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import Field
from starlette.responses import Response

from app.api.contract import leest, maakt
from app.api.schema import Toets, Uit
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import alle_voldaan
from app.services.indeling import overdracht
from app.services.indeling.overdracht import Afrondingsbeeld, AmbitieverslagOpdracht, OverdrachtbevestigingOpdracht

router = APIRouter(tags=["indeling"])

CONSULENTEN = (Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT)
DOEL = "Zorgvuldige overdracht"


class Overdracht(Uit):
    """De overdracht van een klant aan de consulent van de klantgroep."""

    id: UUID
    versie: int
    klant_id: UUID
    gesprek_id: UUID
    indeling_id: UUID
    rol: Rol
    ontvanger_id: UUID | None = Field(description="Leeg: iedereen met de rol kan de klant overnemen.")
    aangeboden_op: datetime
    aangeboden_door: UUID
    vervallen_op: datetime | None
    bevestigd_op: datetime | None
    bevestigd_door: UUID | None
    opmerking: str | None


class Ambitieafronding(Uit):
    """Of het ambitiegesprek volledig is vastgelegd, en wie de klant overneemt."""

    gesprek_id: UUID | None
    volledig: bool
    toetsen: list[Toets]
    verslag: str | None
    overdrachten: list[Overdracht]

    @classmethod
    def van(cls, beeld: Afrondingsbeeld) -> Self:
        """Show what is there and what is left."""
        return cls(
            gesprek_id=beeld.gesprek.id if beeld.gesprek else None,
            volledig=alle_voldaan(beeld.toetsen),
            toetsen=[Toets.van(toets) for toets in beeld.toetsen],
            verslag=beeld.verslag,
            overdrachten=[Overdracht.model_validate(rij) for rij in beeld.overdrachten],
        )


@router.get(
    "/klanten/{klantId}/ambitieafronding",
    **leest(Ambitieafronding, "Afronding van het ambitiegesprek", *CONSULENTEN, Rol.FG, doel=DOEL),
)
def geef_ambitieafronding(request: Request, klantId: UUID) -> Response:
    """Geef per onderdeel of het er is: termijn, uren, motivatie, klantgroep met motivering, kick-off en verslag."""
    return lees(
        request,
        lambda h: overdracht.bekijk_afronding(h, klantId),
        toon=Ambitieafronding.van,
        personen=lambda _: [klantId],
    )


@router.post(
    "/klanten/{klantId}/ambitieverslagen",
    **maakt(Ambitieafronding, "Verslag van het ambitiegesprek schrijven", Rol.INTAKER, doel=DOEL),
)
def schrijf_ambitieverslag(request: Request, klantId: UUID, opdracht: AmbitieverslagOpdracht) -> Response:
    """Schrijf of verbeter het verslag van het laatste ambitiegesprek. Zonder verslag kan de klant niet over."""
    return schrijf(request, overdracht.schrijf_verslag, opdracht, toon=Ambitieafronding.van, klant_id=klantId)


@router.post(
    "/overdrachten/{overdrachtId}/bevestigingen",
    **maakt(Overdracht, "Overdracht bevestigen", Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT, doel=DOEL, versie=True),
)
def bevestig_overdracht(request: Request, overdrachtId: UUID, opdracht: OverdrachtbevestigingOpdracht) -> Response:
    """Bevestig dat u de klant hebt overgenomen en het verslag hebt gelezen."""
    return schrijf(request, overdracht.bevestig, opdracht, overdracht_id=overdrachtId)
