"""Berichten en brieven over HTTP."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.bericht.schemas import Bericht, Berichten, Berichtregel
from app.api.contract import leest, maakt
from app.api.paginering import Aantal, Na, cursor, pak_moment, pak_uuid
from app.api.verzoek import lees, schrijf
from app.db.bericht import bericht as db
from app.db.bericht.bericht import Berichtstatus
from app.db.brief.brief import Briefvorm
from app.domain.kern.rollen import Rol
from app.services.bericht import beheer as diensten
from app.services.bericht.beheer import Berichtbeeld, OpnieuwOpdracht, TerugtrekOpdracht, VerzondenOpdracht
from app.services.bericht.brief import maak_op

router = APIRouter(tags=["bericht"])

LEZERS = (
    Rol.RECEPTIE,
    Rol.INTAKER,
    Rol.INKOMENSCONSULENT,
    Rol.WERKCONSULENT,
    Rol.PARTICIPATIEMAKELAAR,
    Rol.ADMINISTRATIE,
    Rol.TEAMLEIDER,
)
POST = (Rol.RECEPTIE, Rol.ADMINISTRATIE, Rol.TEAMLEIDER)
DOEL = "Informeren van de klant"
Vorm = Annotated[Briefvorm, Query(description="HTML of toegankelijke PDF.")]
Status = Annotated[Berichtstatus, Query(description="Berichten met deze status, wat het eerst weg moet vooraan.")]


@router.get("/klanten/{klantId}/berichten", **leest(Berichten, "Berichten aan een klant", *LEZERS, doel=DOEL))
def geef_berichten_van_klant(request: Request, klantId: UUID, na: Na = None, aantal: Aantal = 50) -> Response:
    """Geef de berichten en brieven aan een klant, de nieuwste eerst."""
    sleutel = pak_uuid(na)
    return lees(
        request,
        lambda h: diensten.van_klant(h, klantId, sleutel, aantal),
        toon=lambda beelden: _bladzijde(
            beelden, cursor(beelden[-1].bericht.id) if len(beelden) == aantal and beelden else None
        ),
        personen=lambda _: [klantId],
    )


@router.get("/berichten", **leest(Berichten, "Berichten met een status", *POST, doel=DOEL))
def geef_berichten(
    request: Request, status: Status = Berichtstatus.AF_TE_DRUKKEN, na: Na = None, aantal: Aantal = 50
) -> Response:
    """Geef de berichten met een status: wat nog moet worden afgedrukt, wat wacht, wat niet is bezorgd."""
    sleutel = pak_moment(na)
    return lees(
        request,
        lambda h: [Berichtbeeld(*paar) for paar in db.met_status(h.sessie, h.actor, status, sleutel, aantal)],
        toon=lambda beelden: _bladzijde(
            beelden, cursor(_moment(beelden), beelden[-1].bericht.id) if len(beelden) == aantal else None
        ),
        personen=lambda beelden: [beeld.klant.id for beeld in beelden],
    )


@router.get("/berichten/{berichtId}", **leest(Bericht, "Bericht lezen", *LEZERS, doel=DOEL))
def geef_bericht(request: Request, berichtId: UUID) -> Response:
    """Geef een bericht met zijn tekst."""
    return lees(request, lambda h: diensten.bekijk(h, berichtId), toon=Bericht.van, personen=_persoon)


@router.get(
    "/berichten/{berichtId}/brief",
    **leest(None, "Brief opmaken", *LEZERS, doel=DOEL, media="text/html application/pdf"),
)
def geef_brief(request: Request, berichtId: UUID, vorm: Vorm = Briefvorm.HTML) -> Response:
    """Geef het bericht als brief op het briefpapier van de gemeente, als HTML of als toegankelijke PDF (PDF/UA).

    Staat er geen adres bij de klant, neem dat dan over uit de BRP.
    """
    return lees(
        request,
        lambda h: maak_op(h, berichtId, vorm),
        toon=lambda gelezen: Response(gelezen.inhoud, media_type=gelezen.mediatype),
        personen=lambda gelezen: [gelezen.klant_id],
    )


@router.post(
    "/berichten/{berichtId}/intrekkingen", **maakt(Bericht, "Bericht intrekken", *LEZERS, doel=DOEL, versie=True)
)
def trek_bericht_in(request: Request, berichtId: UUID, opdracht: TerugtrekOpdracht) -> Response:
    """Trek een bericht terug dat nog niet weg is."""
    return schrijf(request, diensten.trek_een_terug, opdracht, toon=Bericht.van, bericht_id=berichtId)


@router.post(
    "/berichten/{berichtId}/aanbiedingen",
    **maakt(Bericht, "Bericht opnieuw aanbieden", *LEZERS, doel=DOEL, versie=True),
)
def bied_bericht_aan(request: Request, berichtId: UUID, opdracht: OpnieuwOpdracht) -> Response:
    """Bied een bericht dat niet is bezorgd opnieuw aan, zo of als brief."""
    return schrijf(request, diensten.bied_opnieuw_aan, opdracht, toon=Bericht.van, bericht_id=berichtId)


@router.post(
    "/berichten/{berichtId}/verzendingen", **maakt(Bericht, "Brief verzonden", *LEZERS, doel=DOEL, versie=True)
)
def meld_bericht_verzonden(request: Request, berichtId: UUID, opdracht: VerzondenOpdracht) -> Response:
    """Leg vast dat een brief is verzonden of meegegeven, of dat een niet-bezorgd bericht de klant toch bereikte."""
    return schrijf(request, diensten.meld_verzonden, opdracht, toon=Bericht.van, bericht_id=berichtId)


def _bladzijde(beelden: list[Berichtbeeld], volgende: str | None) -> Berichten:
    return Berichten(berichten=[Berichtregel.van(beeld) for beeld in beelden], volgende=volgende)


def _moment(beelden: list[Berichtbeeld]) -> str:
    return beelden[-1].bericht.niet_voor.isoformat()


def _persoon(beeld: Any) -> list[UUID]:
    return [beeld.klant.id]
