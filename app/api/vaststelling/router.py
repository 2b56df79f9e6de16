"""Vaststelling van beleid, verordeningsplicht en begrippen over HTTP."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.beleid.router import Gemeente, Peildatum
from app.api.contract import leest, maakt
from app.api.vaststelling.schemas import (
    Begrippen,
    Beleidsvaststelling,
    Beleidsvaststellingen,
    Normniveaus,
    Verordeningsplichten,
)
from app.api.verzoek import lees, schrijf
from app.domain.begrip.beleid import Begripregeling
from app.domain.kern.rollen import Rol
from app.services.vaststelling import lezen, vastleggen
from app.services.vaststelling.opdrachten import (
    VaststellingintrekkingOpdracht,
    VaststellingOpdracht,
    VaststellingvervolgOpdracht,
)

router = APIRouter(tags=["beleid"])

BEHEER = (Rol.BEHEERDER, Rol.BELEIDSMEDEWERKER)
DOEL, RAADPLEGEN = "Vaststellen van beleid", "Raadplegen van beleid"
EEN = "/beleidsvaststellingen/{beleidsvaststellingId}"
Regeling = Annotated[
    Begripregeling, Query(description="In welke regeling het begrip staat.", examples=["beleidsregels_2021"])
]
_toon = Beleidsvaststelling.van_beeld


@router.get("/begrippen", **leest(Begrippen, "Begrippen", *Rol, doel=RAADPLEGEN))
def geef_begrippen(
    request: Request,
    gemeente: Gemeente,
    regeling: Regeling = Begripregeling.BELEIDSREGELS,
    peildatum: Peildatum = None,
) -> Response:
    """Geef wat begrippen betekenen. De eigen omschrijving gaat voor, dan de verordening, dan Participatiewet en Awb."""
    return lees(
        request,
        lambda h: lezen.bekijk_begrippen(h, gemeente, regeling, peildatum),
        toon=lambda gevonden: Begrippen.van(regeling, gevonden),
    )


@router.get("/beleid/niveaus", **leest(Normniveaus, "Wie over welk beleid beslist", *Rol, doel=RAADPLEGEN))
def geef_normniveaus(request: Request, gemeente: Gemeente) -> Response:
    """Geef per niveau van regels welk orgaan erover beslist, en of de raad er kennis van neemt."""
    return lees(request, lambda h: lezen.bekijk_niveaus(h, gemeente), toon=Normniveaus.van)


@router.get(
    "/beleid/verordeningsplicht", **leest(Verordeningsplichten, "Wat de raad moet regelen", *BEHEER, doel=RAADPLEGEN)
)
def geef_verordeningsplicht(request: Request, gemeente: Gemeente, peildatum: Peildatum = None) -> Response:
    """Geef de onderwerpen die de raad bij verordening moet regelen, en welke in de geldende versie ontbreken."""
    return lees(
        request,
        lambda h: lezen.bekijk_verordeningsplicht(h, gemeente, peildatum),
        toon=Verordeningsplichten.van,
    )


@router.get("/beleidsvaststellingen", **leest(Beleidsvaststellingen, "Besluiten over beleid", *BEHEER, doel=DOEL))
def geef_beleidsvaststellingen(request: Request, gemeente: Gemeente) -> Response:
    """Geef de besluiten over versies van het beleid, met advies, reactie en bekendmaking."""
    return lees(request, lambda h: vastleggen.bekijk_alle(h, gemeente), toon=Beleidsvaststellingen.van)


@router.post("/beleidsvaststellingen", **maakt(Beleidsvaststelling, "Beleid vaststellen", *BEHEER, doel=DOEL))
def stel_beleid_vast(request: Request, opdracht: VaststellingOpdracht) -> Response:
    """Leg vast wie een versie van het beleid vaststelde. Wat in de verordening staat, wijzigt alleen de raad.

    Daarmee is de versie geactiveerd: er komen taken om de gebruikers in te lichten en de bekendmaking te registreren.
    """
    return schrijf(request, vastleggen.stel_vast, opdracht, toon=_toon)


@router.post(
    f"{EEN}/vervolgen", **maakt(Beleidsvaststelling, "Vervolg op een vaststelling", *BEHEER, doel=DOEL, versie=True)
)
def vervolg_vaststelling(
    request: Request, beleidsvaststellingId: UUID, opdracht: VaststellingvervolgOpdracht
) -> Response:
    """Leg advies, de reactie daarop, de bekendmaking of het inlichten van de gebruikers vast; het laatste telt."""
    return schrijf(request, vastleggen.vervolg, opdracht, toon=_toon, vaststelling_id=beleidsvaststellingId)


@router.post(
    f"{EEN}/intrekkingen", **maakt(Beleidsvaststelling, "Vaststelling intrekken", *BEHEER, doel=DOEL, versie=True)
)
def trek_vaststelling_in(
    request: Request, beleidsvaststellingId: UUID, opdracht: VaststellingintrekkingOpdracht
) -> Response:
    """Trek een vastlegging in die niet klopt; zij blijft te lezen."""
    return schrijf(request, vastleggen.trek_in, opdracht, toon=_toon, vaststelling_id=beleidsvaststellingId)
