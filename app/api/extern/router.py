"""Gegevens die ook in een ander systeem staan, over HTTP."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import Response

from app.api.contract import leest, maakt
from app.api.paginering import Aantal, Na, cursor, pak_uuid
from app.api.schema import Uit
from app.api.verzoek import lees, schrijf
from app.db.extern import registratie as db
from app.domain.extern.systemen import Syncmelding, Syncstand, Systeem
from app.domain.kern.rollen import Rol
from app.services.extern import registreren
from app.services.extern.registreren import ExterneMeldingOpdracht, Registratie

router = APIRouter(tags=["externe systemen"])

MELDERS = (Rol.KOPPELING, Rol.ADMINISTRATIE)
INZAGE = (*MELDERS, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT, Rol.TEAMLEIDER, Rol.FG)
DOEL = "Werken naast andere systemen"
Welk = Annotated[Systeem, Query(description="Het andere systeem.", examples=["gws"])]


class ExterneRegistratie(Uit):
    """Een gegeven dat ook in een ander systeem staat, met het kenmerk daar."""

    onderwerp_id: UUID
    systeem: Systeem
    gewijzigd_op: datetime = Field(description="Wanneer het hier het laatst is gewijzigd.")
    stand: Syncstand
    kenmerk: str | None = Field(examples=["WP-2026-0012"])
    toelichting: str | None
    gemeld_op: datetime | None


class ExterneRegistraties(Uit):
    """Wat van een klant ook elders staat, en hoe ver dat systeem is."""

    registraties: list[ExterneRegistratie]

    @classmethod
    def van(cls, rijen: list[Registratie]) -> Self:
        """Show them all."""
        return cls(registraties=[ExterneRegistratie.model_validate(rij) for rij in rijen])


class MislukteMelding(Uit):
    """Een gegeven dat in het andere systeem niet is bijgewerkt."""

    id: UUID
    klant_id: UUID
    onderwerp_id: UUID
    systeem: Systeem
    melding: Syncmelding
    toelichting: str | None
    gemeld_op: datetime


class MislukteMeldingen(Uit):
    """Wat mislukte en daarna niet alsnog lukte."""

    meldingen: list[MislukteMelding]
    volgende: str | None


@router.get(
    "/klanten/{klantId}/externe-registraties",
    **leest(ExterneRegistraties, "Externe kenmerken van een klant", *INZAGE, doel=DOEL),
)
def geef_externe_registraties(request: Request, klantId: UUID) -> Response:
    """Geef wat van een klant ook in GWS, JCC, de e-suite of een ander systeem staat, met kenmerk en stand."""
    return lees(
        request,
        lambda h: registreren.bekijk(h, klantId),
        toon=ExterneRegistraties.van,
        personen=lambda _: [klantId],
    )


@router.post(
    "/klanten/{klantId}/externe-meldingen",
    **maakt(ExterneRegistraties, "Kenmerk of mislukking melden", *MELDERS, doel=DOEL),
)
def meld_extern(request: Request, klantId: UUID, opdracht: ExterneMeldingOpdracht) -> Response:
    """Meld onder welk kenmerk een gegeven in het andere systeem staat, of dat het bijwerken mislukte."""
    return schrijf(request, registreren.meld, opdracht, toon=ExterneRegistraties.van, klant_id=klantId)


@router.get("/externe-meldingen", **leest(MislukteMeldingen, "Mislukte meldingen", *MELDERS, doel=DOEL))
def geef_mislukte_meldingen(request: Request, systeem: Welk, aantal: Aantal = 50, na: Na = None) -> Response:
    """Geef wat in een systeem het laatst mislukte."""
    sleutel = pak_uuid(na)
    return lees(
        request,
        lambda h: db.mislukt(h.sessie, h.actor, systeem, sleutel, aantal),
        toon=lambda rijen: MislukteMeldingen(
            meldingen=rijen, volgende=cursor(rijen[-1].id) if len(rijen) == aantal else None
        ),
        personen=lambda rijen: [rij.klant_id for rij in rijen],
    )
