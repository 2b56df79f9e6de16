"""Afspraken van één klant over HTTP."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.afspraak.schemas import Afspraak, AfsprakenVanKlant, Agenda, Agendaregel
from app.api.contract import leest, maakt, wijzigt
from app.api.klant.router import INZAGE
from app.api.paginering import Aantal, Na, cursor, pak_moment
from app.api.verzoek import lees, schrijf
from app.db import afspraak as db
from app.domain.kern.rollen import Rol
from app.services.afspraak import bereiken, gesprekken, inplannen, verzenden
from app.services.afspraak.opdrachten import (
    AfspraakOpdracht,
    AfzegOpdracht,
    BereikpogingOpdracht,
    UitkomstOpdracht,
    VerzendOpdracht,
    VerzetOpdracht,
)
from app.services.taak import begin_van

router = APIRouter(tags=["afspraak"])

CONSULENTEN = (Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT, Rol.PARTICIPATIEMAKELAAR)
PLANNERS = (*CONSULENTEN, Rol.ADMINISTRATIE, Rol.RECEPTIE)
DOEL = "Afspraken met klanten"


@router.post("/afspraken", **maakt(Afspraak, "Afspraak maken", *PLANNERS, doel=DOEL))
def maak_afspraak(request: Request, opdracht: AfspraakOpdracht) -> Response:
    """Maak een afspraak met een medewerker, in diens agenda. Na een no-show hoort zij bij dezelfde keten."""
    return schrijf(request, gesprekken.plan_afspraak, opdracht, toon=Afspraak.van_paar)


@router.get("/afspraken", **leest(Agenda, "Agenda", *INZAGE, doel=DOEL))
def geef_agenda(
    request: Request,
    vanaf: Annotated[date | None, Query(description="Zonder opgave vandaag.")] = None,
    medewerkerId: Annotated[UUID | None, Query(description="Alleen de afspraken van deze medewerker.")] = None,
    aantal: Aantal = 50,
    na: Na = None,
) -> Response:
    """Geef de afspraken vanaf een dag met klanten die u mag zien, kick-offs inbegrepen."""
    sleutel = pak_moment(na)
    return lees(
        request,
        lambda h: db.agenda(h.sessie, h.actor, begin_van(vanaf or h.vandaag), sleutel, aantal, medewerkerId),
        toon=lambda rijen: Agenda(
            regels=[Agendaregel.van(rij, klant) for rij, klant in rijen],
            volgende=cursor(rijen[-1][0].begint.isoformat(), rijen[-1][0].id) if len(rijen) == aantal else None,
        ),
        personen=lambda rijen: [klant.id for _, klant in rijen],
    )


@router.get("/klanten/{klantId}/afspraken", **leest(AfsprakenVanKlant, "Afspraken van een klant", *INZAGE, doel=DOEL))
def geef_klantafspraken(request: Request, klantId: UUID) -> Response:
    """Geef alle afspraken van een klant met uitnodiging, uitkomst en gevolg, de laatste eerst."""
    return lees(
        request,
        lambda h: db.van_klant(h.sessie, h.klant(klantId, vergrendel=False).id),
        toon=AfsprakenVanKlant.van,
        personen=lambda _: [klantId],
    )


@router.put(
    "/afspraken/{afspraakId}/uitkomst", **wijzigt(Afspraak, "Uitkomst van een afspraak", *CONSULENTEN, doel=DOEL)
)
def zet_uitkomst(request: Request, afspraakId: UUID, opdracht: UitkomstOpdracht) -> Response:
    """Leg vast hoe de afspraak ging, of corrigeer dat: de stappen van de vorige uitkomst vervallen dan."""
    return schrijf(request, gesprekken.zet_uitkomst, opdracht, toon=Afspraak.van_paar, afspraak_id=afspraakId)


@router.put(
    "/afspraken/{afspraakId}/moment",
    **wijzigt(Afspraak, "Afspraak verzetten", *PLANNERS, doel=DOEL),
)
def verzet_afspraak(request: Request, afspraakId: UUID, opdracht: VerzetOpdracht) -> Response:
    """Verzet een afspraak naar een ander moment, een andere medewerker of een andere plek; zij houdt haar nummer."""
    return schrijf(request, inplannen.verzet_afspraak, opdracht, toon=Afspraak.van_paar, afspraak_id=afspraakId)


@router.put(
    "/afspraken/{afspraakId}/verzending",
    **wijzigt(Afspraak, "Verzending vastleggen", *CONSULENTEN, Rol.ADMINISTRATIE, doel=DOEL),
)
def leg_verzending_vast(request: Request, afspraakId: UUID, opdracht: VerzendOpdracht) -> Response:
    """Leg vast wanneer en hoe de brief en de sms zijn verzonden, ook bij een kick-off."""
    return schrijf(request, verzenden.leg_verzending_vast, opdracht, toon=Afspraak.van_paar, afspraak_id=afspraakId)


@router.put("/afspraken/{afspraakId}/afzegging", **wijzigt(Afspraak, "Afspraak afzeggen", *CONSULENTEN, doel=DOEL))
def zeg_afspraak_af(request: Request, afspraakId: UUID, opdracht: AfzegOpdracht) -> Response:
    """Zeg een afspraak van onze kant af; dat telt nergens voor mee."""
    return schrijf(request, gesprekken.zeg_afspraak_af, opdracht, toon=Afspraak.van_paar, afspraak_id=afspraakId)


@router.post(
    "/afspraken/{afspraakId}/bereikpogingen", **maakt(Afspraak, "Bereikpoging vastleggen", *PLANNERS, doel=DOEL)
)
def leg_bereikpoging_vast(request: Request, afspraakId: UUID, opdracht: BereikpogingOpdracht) -> Response:
    """Leg vast hoe de klant is geprobeerd te bereiken: nodig voor een hersteltermijn en bij de controle van Dariuz."""
    return schrijf(request, bereiken.leg_poging_vast, opdracht, toon=Afspraak.van_paar, afspraak_id=afspraakId)
