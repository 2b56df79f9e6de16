"""Signalen over HTTP."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.contract import leest, maakt
from app.api.signaal.schemas import NietWillerMarkering, Signaal, Signalen
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import LEEST_SIGNALEN, Rol
from app.services.handeling import Handeling
from app.services.signaal import beeld, niet_willer, opvolgen
from app.services.signaal.opdrachten import (
    FraudesignaalOpdracht,
    NietWillereindeOpdracht,
    NietWillerintrekkingOpdracht,
    NietWillerOpdracht,
    OmslagOpdracht,
    SignaalantwoordOpdracht,
    SignaalintrekkingOpdracht,
    SignaaluitkomstOpdracht,
)

router = APIRouter(tags=["signaal"])

CONSULENTEN = (Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT, Rol.PARTICIPATIEMAKELAAR)
MARKEERDERS = (Rol.WERKCONSULENT, Rol.INKOMENSCONSULENT)
DOEL = "Opvolgen van signalen"
EEN, MARKERING = "/signalen/{signaalId}", "/niet-willer-markeringen/{nietWillerMarkeringId}"


def _getoond(functie: Callable[..., Any]) -> Callable[..., Any]:
    def voer_uit(h: Handeling, *delen: Any, **sleutels: Any) -> beeld.Signaalbeeld:
        return beeld.signaalbeeld(h.actor, functie(h, *delen, **sleutels))

    return voer_uit


@router.get("/klanten/{klantId}/signalen", **leest(Signalen, "Signalen van een klant", *LEEST_SIGNALEN, doel=DOEL))
def geef_signalen(request: Request, klantId: UUID) -> Response:
    """Geef de signalen die u mag zien, de markering niet-willer, en hoe vaak de klant wegbleef of weigerde."""
    return lees(request, lambda h: beeld.bekijk(h, klantId), toon=Signalen.van, personen=lambda _: [klantId])


@router.post("/klanten/{klantId}/fraudesignalen", **maakt(Signaal, "Signaal van fraude geven", *CONSULENTEN, doel=DOEL))
def meld_fraudesignaal(request: Request, klantId: UUID, opdracht: FraudesignaalOpdracht) -> Response:
    """Geef direct door wat u opvalt. Het staat meteen bij de inkomensconsulent van de klant; anderen zien het niet."""
    return schrijf(request, _getoond(opvolgen.meld_fraude), opdracht, toon=Signaal.van, klant_id=klantId)


@router.post(
    "/klanten/{klantId}/rechtmatigheidsonderzoeken",
    **maakt(Signaal, "Omslag naar rechtmatigheid", Rol.INKOMENSCONSULENT, doel=DOEL),
)
def maak_omslag_rechtmatigheid(request: Request, klantId: UUID, opdracht: OmslagOpdracht) -> Response:
    """Start als inkomensconsulent een rechtmatigheidsonderzoek; een lopende maatregelzaak gaat gewoon door."""
    return schrijf(request, _getoond(opvolgen.maak_omslag), opdracht, toon=Signaal.van, klant_id=klantId)


@router.post(
    f"{EEN}/antwoorden", **maakt(Signaal, "Signaal beantwoorden", Rol.INKOMENSCONSULENT, doel=DOEL, versie=True)
)
def beantwoord_signaal(request: Request, signaalId: UUID, opdracht: SignaalantwoordOpdracht) -> Response:
    """Leg vast wat u met het signaal doet en waarom; tot er een uitkomst is, kan dat nog anders."""
    return schrijf(request, _getoond(opvolgen.beantwoord), opdracht, toon=Signaal.van, signaal_id=signaalId)


@router.post(
    f"{EEN}/uitkomsten",
    **maakt(Signaal, "Uitkomst van een onderzoek", Rol.INKOMENSCONSULENT, doel=DOEL, versie=True),
)
def leg_signaaluitkomst_vast(request: Request, signaalId: UUID, opdracht: SignaaluitkomstOpdracht) -> Response:
    """Leg vast wat het onderzoek opleverde. De re-integratieplicht is nooit een grond voor beëindiging."""
    return schrijf(request, _getoond(opvolgen.rond_af), opdracht, toon=Signaal.van, signaal_id=signaalId)


@router.post(f"{EEN}/intrekkingen", **maakt(Signaal, "Signaal intrekken", *CONSULENTEN, doel=DOEL, versie=True))
def trek_signaal_in(request: Request, signaalId: UUID, opdracht: SignaalintrekkingOpdracht) -> Response:
    """Trek een signaal in dat niet in dit dossier hoort; het blijft vastgelegd met de reden."""
    return schrijf(request, _getoond(opvolgen.trek_in), opdracht, toon=Signaal.van, signaal_id=signaalId)


@router.post(
    "/klanten/{klantId}/niet-willer-markeringen",
    **maakt(NietWillerMarkering, "Markeren als niet-willer", *MARKEERDERS, doel=DOEL),
)
def markeer_niet_willer(request: Request, klantId: UUID, opdracht: NietWillerOpdracht) -> Response:
    """Markeer een klant in Matchen of Groeien als niet-willer, met de reden. U krijgt de vraag of Cambio past."""
    return schrijf(request, niet_willer.markeer, opdracht, klant_id=klantId)


@router.post(
    f"{MARKERING}/beeindigingen",
    **maakt(NietWillerMarkering, "Markering niet-willer beëindigen", *MARKEERDERS, doel=DOEL, versie=True),
)
def beeindig_niet_willer(request: Request, nietWillerMarkeringId: UUID, opdracht: NietWillereindeOpdracht) -> Response:
    """Beëindig de markering als de klant weer meewerkt, met de reden."""
    return schrijf(request, niet_willer.beeindig, opdracht, markering_id=nietWillerMarkeringId)


@router.post(
    f"{MARKERING}/intrekkingen",
    **maakt(NietWillerMarkering, "Markering niet-willer intrekken", *MARKEERDERS, doel=DOEL, versie=True),
)
def trek_niet_willer_in(
    request: Request, nietWillerMarkeringId: UUID, opdracht: NietWillerintrekkingOpdracht
) -> Response:
    """Trek een markering in die er nooit had moeten zijn; zij blijft vastgelegd met de reden."""
    return schrijf(request, niet_willer.trek_in, opdracht, markering_id=nietWillerMarkeringId)
