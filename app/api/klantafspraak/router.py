"""Afspraken met de klant over HTTP."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.bericht.schemas import Bericht
from app.api.contract import leest, maakt, wijzigt
from app.api.klantafspraak.schemas import Klantafspraak, Klantafspraken, RechtenEnPlichten
from app.api.paginering import Aantal, Na, cursor, pak_dag
from app.api.verzoek import lees, schrijf
from app.db import klantafspraak as db
from app.domain.kern.rollen import Rol
from app.domain.klantafspraak.nakoming import Nakomingsstand
from app.services import klantafspraak as diensten
from app.services import plichten
from app.services.klantafspraak import (
    HerhaalOpdracht,
    Klantafspraakbeeld,
    KlantafspraakOpdracht,
    KlantafspraakvervalOpdracht,
    NakomingOpdracht,
    beeld,
)
from app.services.plichten import SamenvattingOpdracht

router = APIRouter(tags=["klantafspraak"])

CONSULENTEN = (
    Rol.INTAKER,
    Rol.INKOMENSCONSULENT,
    Rol.WERKCONSULENT,
    Rol.PARTICIPATIEMAKELAAR,
    Rol.ADMINISTRATIE,
    Rol.TEAMLEIDER,
)
DOEL = "Afspraken met de klant"
KLANT = "/klanten/{klantId}"
HIER = "/klantafspraken/{klantafspraakId}"
Staat = Annotated[Nakomingsstand, Query(description="Hoe de afspraak er vandaag voor staat.")]


@router.get("/klantafspraken", **leest(Klantafspraken, "Afspraken met klanten", *CONSULENTEN, doel=DOEL))
def geef_afspraken_met_klanten(
    request: Request, stand: Staat = Nakomingsstand.TE_LAAT, na: Na = None, aantal: Aantal = 50
) -> Response:
    """Geef de afspraken met alle klanten die u mag zien en die er zo voor staan, zoals gemist of te laat."""
    sleutel = pak_dag(na)
    return lees(
        request,
        lambda h: [beeld(h, *p) for p in db.met_stand(h.sessie, h.actor, stand, h.vandaag, sleutel, aantal)],
        toon=lambda beelden: _bladzijde(beelden, aantal),
        personen=lambda beelden: [regel.klant.id for regel in beelden],
    )


@router.get(f"{KLANT}/klantafspraken", **leest(Klantafspraken, "Afspraken met een klant", *CONSULENTEN, doel=DOEL))
def geef_afspraken_met_klant(request: Request, klantId: UUID) -> Response:
    """Geef alles wat met een klant is afgesproken, wat het eerst klaar moet zijn vooraan."""
    return lees(
        request,
        lambda h: diensten.van_klant(h, klantId),
        toon=lambda beelden: _bladzijde(beelden, None),
        personen=lambda _: [klantId],
    )


@router.post(f"{KLANT}/klantafspraken", **maakt(Klantafspraak, "Afspraak met de klant maken", *CONSULENTEN, doel=DOEL))
def maak_klantafspraak(request: Request, klantId: UUID, opdracht: KlantafspraakOpdracht) -> Response:
    """Leg vast wat is afgesproken: wie doet wat, en uiterlijk wanneer. De dag erna volgt een taak om het na te gaan."""
    return schrijf(request, diensten.maak, opdracht, toon=Klantafspraak.van, klant_id=klantId)


@router.put(f"{HIER}/nakoming", **wijzigt(Klantafspraak, "Nakoming vastleggen", *CONSULENTEN, doel=DOEL))
def leg_nakoming_vast(request: Request, klantafspraakId: UUID, opdracht: NakomingOpdracht) -> Response:
    """Leg vast of de afspraak is nagekomen, of verbeter dat; niet nagekomen vraagt een reden."""
    return schrijf(request, diensten.ga_na, opdracht, toon=Klantafspraak.van, klantafspraak_id=klantafspraakId)


@router.put(f"{HIER}/verval", **wijzigt(Klantafspraak, "Afspraak laten vervallen", *CONSULENTEN, doel=DOEL))
def laat_klantafspraak_vervallen(
    request: Request, klantafspraakId: UUID, opdracht: KlantafspraakvervalOpdracht
) -> Response:
    """Laat een afspraak vervallen die niet meer geldt of per ongeluk is vastgelegd."""
    return schrijf(request, diensten.laat_vervallen, opdracht, toon=Klantafspraak.van, klantafspraak_id=klantafspraakId)


@router.post(f"{KLANT}/herhalingen", **maakt(Bericht, "Afspraken herhalen", *CONSULENTEN, doel=DOEL))
def herhaal_afspraken(request: Request, klantId: UUID, opdracht: HerhaalOpdracht) -> Response:
    """Stuur de klant de open afspraken nog eens, langs de weg die de klant het best bereikt."""
    return schrijf(request, diensten.herhaal, opdracht, toon=Bericht.van, klant_id=klantId)


@router.post(f"{KLANT}/samenvattingen", **maakt(Bericht, "Samenvatting maken", *CONSULENTEN, doel=DOEL))
def maak_samenvatting(request: Request, klantId: UUID, opdracht: SamenvattingOpdracht) -> Response:
    """Maak de samenvatting van het ambitiegesprek: klantgroep, kick-off, verwachtingen en contactpersoon."""
    return schrijf(request, plichten.maak_samenvatting, opdracht, toon=Bericht.van, klant_id=klantId)


@router.get(
    f"{KLANT}/rechten-en-plichten", **leest(RechtenEnPlichten, "Rechten en plichten besproken", *CONSULENTEN, doel=DOEL)
)
def geef_rechten_en_plichten(request: Request, klantId: UUID) -> Response:
    """Geef wanneer rechten en plichten zijn besproken: in het ambitiegesprek, een kick-off of een beschikking."""
    return lees(
        request,
        lambda h: plichten.bekijk_plichten(h, klantId),
        toon=RechtenEnPlichten.van,
        personen=lambda _: [klantId],
    )


def _bladzijde(beelden: list[Klantafspraakbeeld], aantal: int | None) -> Klantafspraken:
    laatste = beelden[-1].rij if len(beelden) == aantal and beelden else None
    volgende = cursor(laatste.uiterlijk, laatste.id) if laatste else None
    return Klantafspraken(klantafspraken=[Klantafspraak.van(regel) for regel in beelden], volgende=volgende)
