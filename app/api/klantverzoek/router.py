"""Verzoeken van klanten in Faciliteren en Zorgen over HTTP."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import Field
from starlette.responses import Response

from app.api.contract import leest, maakt
from app.api.schema import Uit
from app.api.verzoek import lees, schrijf
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.klantverzoek.verzoek import Klantverzoeksoort, Klantverzoekstand, Klantverzoekuitkomst
from app.services.klantverzoek import behandelen
from app.services.klantverzoek.behandelen import KlantverzoekOpdracht, VerzoekstapOpdracht

router = APIRouter(tags=["klantverzoek"])

ONTVANGERS = (Rol.INKOMENSCONSULENT, Rol.ADMINISTRATIE, Rol.RECEPTIE)
INZAGE = (Rol.INKOMENSCONSULENT, Rol.ADMINISTRATIE, Rol.TEAMLEIDER, Rol.FG)
DOEL = "Behandelen van verzoeken"


class Klantverzoek(Uit):
    """Een verzoek met wat ervan kwam."""

    id: UUID
    versie: int
    klant_id: UUID
    soort: Klantverzoeksoort
    stand: Klantverzoekstand
    klantgroep: Klantgroep
    ontvangen_op: date
    omschrijving: str
    bedrag: int | None = Field(description="In eurocenten.")
    maand: date | None = Field(description="Eerste dag van de maand van het voorschot.")
    uitkomst: Klantverzoekuitkomst | None
    toelichting: str | None
    besluit_kenmerk: str | None
    afgehandeld_op: date | None
    vastgelegd_op: datetime


class Klantverzoeken(Uit):
    """De verzoeken van een klant, het nieuwste eerst."""

    verzoeken: list[Klantverzoek]


@router.post("/klanten/{klantId}/klantverzoeken", **maakt(Klantverzoek, "Verzoek ontvangen", *ONTVANGERS, doel=DOEL))
def ontvang_klantverzoek(request: Request, klantId: UUID, opdracht: KlantverzoekOpdracht) -> Response:
    """Leg een verzoek om bijzondere bijstand of een voorschot op vakantiegeld vast, een mutatie of een signaal.

    Alleen voor klanten in Faciliteren en Zorgen; de inkomensconsulent krijgt een taak.
    """
    return schrijf(request, behandelen.ontvang, opdracht, klant_id=klantId)


@router.get("/klanten/{klantId}/klantverzoeken", **leest(Klantverzoeken, "Verzoeken van een klant", *INZAGE, doel=DOEL))
def geef_klantverzoeken(request: Request, klantId: UUID) -> Response:
    """Geef de verzoeken van een klant met hun stand en de dag van afhandeling."""
    return lees(
        request,
        lambda h: behandelen.van_klant(h, klantId),
        toon=lambda rijen: Klantverzoeken(verzoeken=[Klantverzoek.model_validate(rij) for rij in rijen]),
        personen=lambda _: [klantId],
    )


@router.post(
    "/klantverzoeken/{klantverzoekId}/stappen",
    **maakt(Klantverzoek, "Verzoek behandelen", Rol.INKOMENSCONSULENT, doel=DOEL, versie=True),
)
def behandel_klantverzoek(request: Request, klantverzoekId: UUID, opdracht: VerzoekstapOpdracht) -> Response:
    """Neem een verzoek in behandeling, handel het af, open het opnieuw of trek het in."""
    return schrijf(request, behandelen.zet_stap, opdracht, verzoek_id=klantverzoekId)
