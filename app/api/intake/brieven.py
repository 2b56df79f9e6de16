"""De brieven van de screening over HTTP."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import Field
from starlette.responses import Response

from app.api.bericht.schemas import Bericht
from app.api.contract import leest, maakt
from app.api.schema import Uit
from app.api.verzoek import lees, schrijf
from app.domain.bericht.bewijsmiddelen import Voorwie
from app.domain.kern.rollen import Rol
from app.services.intake.brieven import BriefOpdracht, bewijsmiddelen, maak_brief

router = APIRouter(tags=["intake"])

POORT = (Rol.RECEPTIE, Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.ADMINISTRATIE)
DOEL = "Informeren van de klant"


class Bewijsmiddel(Uit):
    """Een stuk dat dit huishouden moet inleveren."""

    omschrijving: str = Field(examples=["Kopie van uw identiteitsbewijs"])
    uitleg: str | None = Field(description="Hoe de klant eraan komt.")
    voor: Voorwie = Field(description="Waarom dit stuk op de lijst staat.")


class Bewijsmiddelenlijst(Uit):
    """De bewijsmiddelenlijst van dit huishouden."""

    bewijsmiddelen: list[Bewijsmiddel]


@router.get(
    "/meldingen/{meldingId}/bewijsmiddelen", **leest(Bewijsmiddelenlijst, "Bewijsmiddelenlijst", *POORT, doel=DOEL)
)
def geef_bewijsmiddelen(request: Request, meldingId: UUID) -> Response:
    """Geef de stukken die dit huishouden moet inleveren, en hoe de klant eraan komt."""
    return lees(
        request,
        lambda h: bewijsmiddelen(h, meldingId),
        toon=lambda gevonden: Bewijsmiddelenlijst(bewijsmiddelen=gevonden[0]),
        personen=lambda gevonden: gevonden[1],
    )


@router.post(
    "/meldingen/{meldingId}/brieven", **maakt(Bericht, "Brief maken", *POORT, doel=DOEL, plaats="/berichten/{id}")
)
def maak_meldingsbrief(request: Request, meldingId: UUID, opdracht: BriefOpdracht) -> Response:
    """Maak de toelichtende brief of de bewijsmiddelenlijst om mee te geven.

    Druk de brief af en leg met `verzendingen` vast dat hij is meegegeven. Een nieuwe brief vervangt een brief die nog
    niet is meegegeven.
    """
    return schrijf(request, maak_brief, opdracht, toon=Bericht.van, melding_id=meldingId)
