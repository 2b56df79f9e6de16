"""Intentieverklaringen en dienstverbanden van klanten."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.contract import leest, maakt, wijzigt
from app.api.verzoek import lees, schrijf
from app.api.werkgever.router import BEHEER
from app.api.werkgever.schemas import Dienstverband, Dienstverbanden, Intentieverklaring, Intentieverklaringen
from app.domain.kern.rollen import Rol
from app.services.werkgever import dienstverbanden, intenties
from app.services.werkgever.dienstverbandinvoer import (
    ArbeidsvoorwaardenOpdracht,
    DienstverbandeindeOpdracht,
    DienstverbandintrekkingOpdracht,
    DienstverbandOpdracht,
    WijzigDienstverbandOpdracht,
)
from app.services.werkgever.intenties import (
    IntentieintrekkingOpdracht,
    IntentieuitkomstOpdracht,
    IntentieverklaringOpdracht,
)

router = APIRouter(tags=["dienstverband"])

LEZERS = (*BEHEER, Rol.TOETSER, Rol.TEAMLEIDER, Rol.FG)
DOEL = "Werk en subsidie voor de klant"
KLANT = "/klanten/{klantId}"
VERKLARING = "/intentieverklaringen/{intentieverklaringId}"
DIENST = "/dienstverbanden/{dienstverbandId}"


@router.get(
    f"{KLANT}/intentieverklaringen",
    **leest(Intentieverklaringen, "Intentieverklaringen over een klant", *LEZERS, doel=DOEL),
)
def geef_intentieverklaringen(request: Request, klantId: UUID) -> Response:
    """Geef wat werkgevers over een klant verklaarden, en wat ervan kwam."""
    vraag = lambda h: intenties.bekijk(h, klantId)  # noqa: E731
    return lees(request, vraag, toon=Intentieverklaringen.van, personen=lambda _: [klantId])


@router.post(f"{KLANT}/intentieverklaringen", **maakt(Intentieverklaring, "Intentie vastleggen", *BEHEER, doel=DOEL))
def leg_intentie_vast(request: Request, klantId: UUID, opdracht: IntentieverklaringOpdracht) -> Response:
    """Leg vast dat een werkgever bij goed functioneren een arbeidsovereenkomst wil aanbieden."""
    return schrijf(request, intenties.verklaar, opdracht, klant_id=klantId)


@router.post(
    f"{VERKLARING}/intrekkingen",
    **maakt(Intentieverklaring, "Intentie intrekken", *BEHEER, doel=DOEL, versie=True),
)
def trek_intentie_in(request: Request, intentieverklaringId: UUID, opdracht: IntentieintrekkingOpdracht) -> Response:
    """Trek een verklaring in, met de reden; zij telt dan niet meer."""
    return schrijf(request, intenties.trek_in, opdracht, verklaring_id=intentieverklaringId)


@router.post(
    f"{VERKLARING}/uitkomsten",
    **maakt(Intentieverklaring, "Uitkomst van een intentie", *BEHEER, doel=DOEL, versie=True),
)
def meld_intentieuitkomst(request: Request, intentieverklaringId: UUID, opdracht: IntentieuitkomstOpdracht) -> Response:
    """Leg vast of er een arbeidsovereenkomst kwam, en zo niet waarom; een nieuwe opgave verbetert de vorige."""
    return schrijf(request, intenties.meld_uitkomst, opdracht, verklaring_id=intentieverklaringId)


@router.get(f"{KLANT}/dienstverbanden", **leest(Dienstverbanden, "Dienstverbanden van een klant", *LEZERS, doel=DOEL))
def geef_dienstverbanden(request: Request, klantId: UUID) -> Response:
    """Geef de dienstverbanden van een klant met hun voorwaarden."""
    vraag = lambda h: dienstverbanden.bekijk(h, klantId)  # noqa: E731
    return lees(request, vraag, toon=Dienstverbanden.van, personen=lambda _: [klantId])


@router.post(f"{KLANT}/dienstverbanden", **maakt(Dienstverband, "Dienstverband vastleggen", *BEHEER, doel=DOEL))
def leg_dienstverband_vast(request: Request, klantId: UUID, opdracht: DienstverbandOpdracht) -> Response:
    """Leg een dienstverband vast met uren en loon vanaf de eerste dag."""
    return schrijf(request, dienstverbanden.leg_dienstverband_vast, opdracht, toon=Dienstverband.toon, klant_id=klantId)


@router.patch(DIENST, **wijzigt(Dienstverband, "Dienstverband corrigeren", *BEHEER, doel=DOEL))
def corrigeer_dienstverband(request: Request, dienstverbandId: UUID, opdracht: WijzigDienstverbandOpdracht) -> Response:
    """Corrigeer wat verkeerd is vastgelegd; uren en loon gaan via de voorwaarden."""
    return schrijf(
        request, dienstverbanden.corrigeer, opdracht, toon=Dienstverband.toon, dienstverband_id=dienstverbandId
    )


@router.post(f"{DIENST}/voorwaarden", **maakt(Dienstverband, "Voorwaarden wijzigen", *BEHEER, doel=DOEL))
def wijzig_voorwaarden(request: Request, dienstverbandId: UUID, opdracht: ArbeidsvoorwaardenOpdracht) -> Response:
    """Leg andere uren of loon vast vanaf een dag; dezelfde dag nog eens verbetert wat er stond."""
    return schrijf(
        request, dienstverbanden.wijzig_voorwaarden, opdracht, toon=Dienstverband.toon, dienstverband_id=dienstverbandId
    )


@router.post(
    f"{DIENST}/beeindigingen",
    **maakt(Dienstverband, "Dienstverband beëindigen", *BEHEER, doel=DOEL, versie=True),
)
def beeindig_dienstverband(request: Request, dienstverbandId: UUID, opdracht: DienstverbandeindeOpdracht) -> Response:
    """Leg het einde vast met de reden; een nieuwe opgave verbetert de vorige."""
    return schrijf(
        request, dienstverbanden.beeindig, opdracht, toon=Dienstverband.toon, dienstverband_id=dienstverbandId
    )


@router.post(
    f"{DIENST}/intrekkingen", **maakt(Dienstverband, "Dienstverband intrekken", *BEHEER, doel=DOEL, versie=True)
)
def trek_dienstverband_in(
    request: Request, dienstverbandId: UUID, opdracht: DienstverbandintrekkingOpdracht
) -> Response:
    """Trek een dienstverband in dat er nooit was; het blijft zichtbaar en telt niet mee."""
    return schrijf(
        request, dienstverbanden.trek_in, opdracht, toon=Dienstverband.toon, dienstverband_id=dienstverbandId
    )
