"""Betaalopdrachten over HTTP, voor wie betalingen vrijgeeft en voor de financiële administratie."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.contract import leest, maakt
from app.api.paginering import Aantal, Na, cursor, pak_nummer
from app.api.subsidie.betaalschemas import Betaallevering, Betaalopdracht, Betaalopdrachten
from app.api.subsidie.router import BESLISSERS
from app.api.verzoek import lees, schrijf
from app.db.subsidie import betaling as db
from app.domain.kern.rollen import Rol
from app.domain.subsidie.betaling import Betaalstand
from app.services.subsidie import betaalfeed, betalen
from app.services.subsidie.betaalopdrachten import (
    BetaalafwijzingOpdracht,
    BetaalbevestigingOpdracht,
    BetaalcorrectieOpdracht,
    BetaalleveringOpdracht,
)

router = APIRouter(tags=["subsidie"])

FINANCIEN = (Rol.KOPPELING, Rol.ADMINISTRATIE)
VRIJGEVERS = (*BESLISSERS, Rol.ADMINISTRATIE)
DOEL = "Betalen van subsidies en vergoedingen"
OPDRACHT = "/betaalopdrachten/{betaalopdrachtId}"


@router.post(
    "/subsidietermijnen/{subsidietermijnId}/betaalopdrachten",
    **maakt(Betaalopdracht, "Betaling vrijgeven", *VRIJGEVERS, doel=DOEL, versie=True),
)
def geef_betaling_vrij(request: Request, subsidietermijnId: UUID) -> Response:
    """Bied een deel ter betaling aan. De weigering noemt alles wat in de weg staat.

    Rust het bedrag op een cijfer dat niet is bevestigd, dan noemt zij het cijfer, de dag en waar het wordt bevestigd.
    """
    return schrijf(request, betalen.betaal, toon=Betaalopdracht.van, termijn_id=subsidietermijnId)


@router.get(
    "/betaalopdrachten", **leest(Betaalopdrachten, "Betaalopdrachten bekijken", *FINANCIEN, *BESLISSERS, doel=DOEL)
)
def geef_betaalopdrachten(
    request: Request, na: Na = None, aantal: Aantal = 50, stand: Betaalstand | None = None
) -> Response:
    """Geef de betaalopdrachten na de cursor, op volgorde. Bekijken is nog niet ophalen."""
    nr = pak_nummer(na)
    return lees(
        request,
        lambda h: db.bladzijde(h.sessie, h.actor, nr, aantal, stand),
        toon=lambda rijen: Betaalopdrachten(
            betaalopdrachten=[Betaalopdracht.van(rij) for rij in rijen],
            volgende=cursor(rijen[-1].nr) if rijen else na,
        ),
        personen=lambda rijen: [rij.klant_id for rij in rijen],
    )


@router.post("/betaalleveringen", **maakt(Betaallevering, "Betaalopdrachten ophalen", *FINANCIEN, doel=DOEL))
def haal_betaalopdrachten_op(request: Request, opdracht: BetaalleveringOpdracht) -> Response:
    """Haal op wat nog niet is opgehaald, het oudste eerst. Elke opdracht wordt één keer geleverd.

    Met dezelfde Idempotency-Key krijgt u dezelfde levering nog eens, zodat een verbroken verbinding niets kost.
    """
    return schrijf(request, betaalfeed.haal_op, opdracht, toon=Betaallevering.van)


@router.post(f"{OPDRACHT}/bevestigingen", **maakt(Betaalopdracht, "Betaling bevestigen", *FINANCIEN, doel=DOEL))
def bevestig_betaling(request: Request, betaalopdrachtId: UUID, opdracht: BetaalbevestigingOpdracht) -> Response:
    """Meld dat er is betaald. Een tweede antwoord op dezelfde opdracht wordt geweigerd."""
    return schrijf(request, betaalfeed.bevestig, opdracht, toon=Betaalopdracht.van, opdracht_id=betaalopdrachtId)


@router.post(f"{OPDRACHT}/afwijzingen", **maakt(Betaalopdracht, "Betaling afwijzen", *FINANCIEN, doel=DOEL))
def wijs_betaling_af(request: Request, betaalopdrachtId: UUID, opdracht: BetaalafwijzingOpdracht) -> Response:
    """Meld met een reden dat er niet kon worden betaald; er komt een taak, en het deel kan opnieuw."""
    return schrijf(request, betaalfeed.wijs_af, opdracht, toon=Betaalopdracht.van, opdracht_id=betaalopdrachtId)


@router.post(
    f"{OPDRACHT}/annuleringen", **maakt(Betaalopdracht, "Betaalopdracht annuleren", *VRIJGEVERS, doel=DOEL, versie=True)
)
def annuleer_betaalopdracht(request: Request, betaalopdrachtId: UUID, opdracht: BetaalcorrectieOpdracht) -> Response:
    """Neem een opdracht terug die nog niet is opgehaald."""
    return schrijf(request, betalen.annuleer, opdracht, toon=Betaalopdracht.van, opdracht_id=betaalopdrachtId)


@router.post(
    f"{OPDRACHT}/tegenboekingen", **maakt(Betaalopdracht, "Betaling tegenboeken", *VRIJGEVERS, doel=DOEL, versie=True)
)
def boek_betaling_tegen(request: Request, betaalopdrachtId: UUID, opdracht: BetaalcorrectieOpdracht) -> Response:
    """Maak een verkeerde opdracht ongedaan met een tegenboeking van hetzelfde bedrag."""
    return schrijf(request, betalen.boek_tegen, opdracht, toon=Betaalopdracht.van, opdracht_id=betaalopdrachtId)
