"""Stoppen, vaststellen en terugvorderen over HTTP."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.besluit.schemas import Besluit
from app.api.contract import maakt
from app.api.subsidie.router import BEHANDELAARS, BESLISSERS, DOEL, HIER, PAD
from app.api.subsidie.schemas import Subsidie
from app.api.verzoek import schrijf
from app.services.besluit.beeld import Besluitbeeld, beeld
from app.services.handeling import Handeling
from app.services.subsidie import afloop, terugvorderen
from app.services.subsidie.eindopdrachten import (
    AanspraakmeldingOpdracht,
    SubsidieterugvorderingOpdracht,
    SubsidievaststellingOpdracht,
    TermijnbeoordelingOpdracht,
    VorderingafhandelingOpdracht,
)
from app.services.toekenning.eindeopdrachten import Beeindigingsreden

router = APIRouter(tags=["subsidie"])

BESLUIT = "/besluiten/{id}"


def _getoond(functie: Callable[..., Any]) -> Callable[..., Besluitbeeld]:
    def voer_uit(h: Handeling, *delen: Any, **sleutels: Any) -> Besluitbeeld:
        return beeld(h, functie(h, *delen, **sleutels))

    return voer_uit


@router.post(
    f"{PAD}/beeindigingen",
    **maakt(Besluit, "Subsidie beëindigen", *BESLISSERS, doel=DOEL, plaats=BESLUIT, versie=True),
)
def beeindig_subsidie(request: Request, subsidieId: UUID, opdracht: Beeindigingsreden) -> Response:
    """Neem het besluit om te stoppen, op dezelfde zeven gronden als bij een voorziening.

    Vanaf de verzending wordt aangehouden wat nog niet is betaald; een mens beslist daarover.
    """
    return schrijf(request, _getoond(afloop.beeindig), opdracht, toon=Besluit.van, subsidie_id=subsidieId)


@router.post(
    "/subsidietermijnen/{subsidietermijnId}/beoordelingen",
    **maakt(Subsidie, "Aangehouden deel beoordelen", *BESLISSERS, doel=DOEL, plaats=HIER, versie=True),
)
def beoordeel_termijn(request: Request, subsidietermijnId: UUID, opdracht: TermijnbeoordelingOpdracht) -> Response:
    """Beslis over een deel dat wordt aangehouden: het kan nog worden betaald, of het vervalt."""
    return schrijf(request, afloop.beoordeel_termijn, opdracht, toon=Subsidie.van, termijn_id=subsidietermijnId)


@router.post(
    f"{PAD}/aanspraken",
    **maakt(Subsidie, "Andere aanspraak melden", *BEHANDELAARS, doel=DOEL, plaats=HIER, versie=True),
)
def meld_aanspraak(request: Request, subsidieId: UUID, opdracht: AanspraakmeldingOpdracht) -> Response:
    """Meld dat later een aanspraak op een andere regeling bleek. Wat open is, wordt aangehouden en herbeoordeeld."""
    return schrijf(request, afloop.meld_aanspraak, opdracht, toon=Subsidie.van, subsidie_id=subsidieId)


@router.post(
    f"{PAD}/vaststellingen",
    **maakt(Besluit, "Subsidie vaststellen", *BESLISSERS, doel=DOEL, plaats=BESLUIT, versie=True),
)
def stel_subsidie_vast(request: Request, subsidieId: UUID, opdracht: SubsidievaststellingOpdracht) -> Response:
    """Neem het besluit waarop de subsidie wordt vastgesteld, en of wat te veel is betaald, wordt teruggevorderd."""
    return schrijf(request, _getoond(afloop.stel_vast), opdracht, toon=Besluit.van, subsidie_id=subsidieId)


@router.post(
    f"{PAD}/terugvorderingen",
    **maakt(Subsidie, "Kosten terugvragen", *BESLISSERS, doel=DOEL, plaats=HIER, versie=True),
)
def vraag_kosten_terug(request: Request, subsidieId: UUID, opdracht: SubsidieterugvorderingOpdracht) -> Response:
    """Vraag kosten terug volgens het Burgerlijk Wetboek; een andere basis, of verrekenen, wordt geweigerd."""
    return schrijf(request, terugvorderen.vorder_terug, opdracht, toon=Subsidie.van, subsidie_id=subsidieId)


@router.post(
    "/subsidievorderingen/{subsidievorderingId}/afhandelingen",
    **maakt(Subsidie, "Vordering afhandelen", *BEHANDELAARS, doel=DOEL, plaats=HIER, versie=True),
)
def handel_vordering_af(
    request: Request, subsidievorderingId: UUID, opdracht: VorderingafhandelingOpdracht
) -> Response:
    """Leg vast dat een vordering is voldaan, of dat zij wordt ingetrokken."""
    return schrijf(request, terugvorderen.handel_af, opdracht, toon=Subsidie.van, vordering_id=subsidievorderingId)
