"""BeKonnecteD over HTTP."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.bekonnected.schemas import Bekonnected, Werkstromen, Werkstroom
from app.api.contract import leest, maakt, wijzigt
from app.api.klant.router import INZAGE
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import Rol
from app.services.bekonnected import beeld as beelden
from app.services.bekonnected import instrumenten, trajecten, voorstellen, werkstromen
from app.services.bekonnected.opdrachten import (
    Accountmanagersoordeel,
    BekonnectedeindeOpdracht,
    BekonnectedevaluatieOpdracht,
    BekonnectedOpdracht,
    BekonnectedvervalOpdracht,
    InstrumentkeuzeOpdracht,
    IntrekInstrumentOpdracht,
    IntrekVoorstelOpdracht,
    VaardighedenOpdracht,
    WerkplekvoorstelOpdracht,
    WerkstroomOpdracht,
    WijzigBekonnectedOpdracht,
    WijzigWerkstroomOpdracht,
)

router = APIRouter(tags=["bekonnected"])

BEGELEIDERS = (Rol.WERKCONSULENT, Rol.INKOMENSCONSULENT)
INRICHTERS = (Rol.TEAMLEIDER, Rol.BELEIDSMEDEWERKER, Rol.BEHEERDER)
DOEL = "Begeleiding in BeKonnecteD"
KLANT = "/klanten/{klantId}"
TRAJECT = "/bekonnectedtrajecten/{bekonnectedtrajectId}"
VOORSTEL = "/werkplekvoorstellen/{werkplekvoorstelId}"

Gemeente = Annotated[str, Query(pattern=r"^GM[0-9]{4}$", description="CBS-code.", examples=["GM0150"])]


@router.get("/werkstromen", **leest(Werkstromen, "Werkstromen", *BEGELEIDERS, *INRICHTERS, doel=DOEL))
def geef_werkstromen(request: Request, gemeente: Gemeente) -> Response:
    """Geef de werkstromen van een gemeente met de vrije plaatsen, zodat de klant kan kiezen."""
    return lees(request, lambda h: beelden.bekijk_werkstromen(h, gemeente), toon=Werkstromen.van)


@router.post("/werkstromen", **maakt(Werkstroom, "Werkstroom inrichten", *INRICHTERS, doel="Inrichten van werkstromen"))
def richt_werkstroom_in(request: Request, opdracht: WerkstroomOpdracht) -> Response:
    """Richt een werkstroom in met haar aantal plaatsen."""
    return schrijf(request, werkstromen.richt_in, opdracht, toon=Werkstroom.van)


@router.patch(
    "/werkstromen/{werkstroomId}",
    **wijzigt(Werkstroom, "Werkstroom wijzigen", *INRICHTERS, doel="Inrichten van werkstromen"),
)
def wijzig_werkstroom(request: Request, werkstroomId: UUID, opdracht: WijzigWerkstroomOpdracht) -> Response:
    """Geef een werkstroom meer of minder plaatsen, of sluit haar; wie een plaats heeft, houdt die."""
    return schrijf(request, werkstromen.wijzig, opdracht, toon=Werkstroom.van, werkstroom_id=werkstroomId)


@router.get(f"{KLANT}/bekonnected", **leest(Bekonnected, "BeKonnecteD van een klant", *INZAGE, doel=DOEL))
def geef_bekonnected(request: Request, klantId: UUID) -> Response:
    """Geef trajecten met signalen, voorstellen voor een eigen werkplek, en instrumenten."""
    return lees(request, lambda h: beelden.bekijk(h, klantId), toon=Bekonnected.van, personen=lambda b: [b.klant.id])


@router.post(
    f"{KLANT}/werkplekvoorstellen", **maakt(Bekonnected, "Eigen werkplek voorstellen", *BEGELEIDERS, doel=DOEL)
)
def stel_werkplek_voor(request: Request, klantId: UUID, opdracht: WerkplekvoorstelOpdracht) -> Response:
    """Leg vast welke werkplek de klant zelf voorstelt; een accountmanager beoordeelt het voorstel."""
    return schrijf(request, voorstellen.stel_voor, opdracht, toon=Bekonnected.van, klant_id=klantId)


@router.put(f"{VOORSTEL}/oordeel", **wijzigt(Bekonnected, "Voorstel beoordelen", *BEGELEIDERS, doel=DOEL))
def beoordeel_werkplekvoorstel(
    request: Request, werkplekvoorstelId: UUID, opdracht: Accountmanagersoordeel
) -> Response:
    """Leg het oordeel van de accountmanager vast, en of de werkplek een ander verdringt."""
    return schrijf(request, voorstellen.beoordeel, opdracht, toon=Bekonnected.van, voorstel_id=werkplekvoorstelId)


@router.post(
    f"{VOORSTEL}/intrekkingen", **maakt(Bekonnected, "Voorstel intrekken", *BEGELEIDERS, doel=DOEL, versie=True)
)
def trek_werkplekvoorstel_in(request: Request, werkplekvoorstelId: UUID, opdracht: IntrekVoorstelOpdracht) -> Response:
    """Trek een voorstel in dat niet doorgaat."""
    return schrijf(request, voorstellen.trek_in, opdracht, toon=Bekonnected.van, voorstel_id=werkplekvoorstelId)


@router.post(f"{KLANT}/bekonnectedtrajecten", **maakt(Bekonnected, "BeKonnecteD starten", *BEGELEIDERS, doel=DOEL))
def start_bekonnected(request: Request, klantId: UUID, opdracht: BekonnectedOpdracht) -> Response:
    """Start in een werkstroom met een vrije plaats, of op een eigen werkplek met akkoord; met behoud van uitkering."""
    return schrijf(request, trajecten.start, opdracht, toon=Bekonnected.van, klant_id=klantId)


@router.patch(TRAJECT, **wijzigt(Bekonnected, "Traject wijzigen", *BEGELEIDERS, doel=DOEL))
def wijzig_bekonnected(request: Request, bekonnectedtrajectId: UUID, opdracht: WijzigBekonnectedOpdracht) -> Response:
    """Wijzig uren, werkstroom of werkbegeleider van een lopend traject."""
    return schrijf(request, trajecten.wijzig, opdracht, toon=Bekonnected.van, traject_id=bekonnectedtrajectId)


@router.post(
    f"{TRAJECT}/vaardigheden",
    **maakt(Bekonnected, "Vaardigheden vastleggen", *BEGELEIDERS, doel=DOEL, versie=True),
)
def leg_vaardigheden_vast(request: Request, bekonnectedtrajectId: UUID, opdracht: VaardighedenOpdracht) -> Response:
    """Leg een score of notitie vast bij de vijf algemene vaardigheden."""
    functie = trajecten.leg_vaardigheden_vast
    return schrijf(request, functie, opdracht, toon=Bekonnected.van, traject_id=bekonnectedtrajectId)


@router.post(
    f"{TRAJECT}/evaluaties", **maakt(Bekonnected, "BeKonnecteD evalueren", *BEGELEIDERS, doel=DOEL, versie=True)
)
def evalueer_bekonnected(
    request: Request, bekonnectedtrajectId: UUID, opdracht: BekonnectedevaluatieOpdracht
) -> Response:
    """Leg de vijf antwoorden vast; alleen na een evaluatie kan BeKonnecteD worden voortgezet."""
    return schrijf(request, trajecten.evalueer, opdracht, toon=Bekonnected.van, traject_id=bekonnectedtrajectId)


@router.post(
    f"{TRAJECT}/beeindigingen", **maakt(Bekonnected, "BeKonnecteD beëindigen", *BEGELEIDERS, doel=DOEL, versie=True)
)
def beeindig_bekonnected(request: Request, bekonnectedtrajectId: UUID, opdracht: BekonnectedeindeOpdracht) -> Response:
    """Beëindig het traject met de reden, of herstel hoe het eindigde."""
    return schrijf(request, trajecten.beeindig, opdracht, toon=Bekonnected.van, traject_id=bekonnectedtrajectId)


@router.post(
    f"{TRAJECT}/vervallen",
    **maakt(Bekonnected, "Traject laten vervallen", *BEGELEIDERS, doel=DOEL, versie=True),
)
def laat_bekonnected_vervallen(
    request: Request, bekonnectedtrajectId: UUID, opdracht: BekonnectedvervalOpdracht
) -> Response:
    """Neem een traject terug dat bij vergissing is vastgelegd; de plaats komt vrij."""
    return schrijf(request, trajecten.laat_vervallen, opdracht, toon=Bekonnected.van, traject_id=bekonnectedtrajectId)


@router.post(f"{KLANT}/instrumentkeuzes", **maakt(Bekonnected, "Instrument in Matchen kiezen", *BEGELEIDERS, doel=DOEL))
def kies_instrument(request: Request, klantId: UUID, opdracht: InstrumentkeuzeOpdracht) -> Response:
    """Kies proefplaatsing of startbaansubsidie vanaf BeKonnecteD, of eerder met een reden."""
    return schrijf(request, instrumenten.kies, opdracht, toon=Bekonnected.van, klant_id=klantId)


@router.post(
    "/instrumentkeuzes/{instrumentkeuzeId}/intrekkingen",
    **maakt(Bekonnected, "Instrumentkeuze intrekken", *BEGELEIDERS, doel=DOEL, versie=True),
)
def trek_instrumentkeuze_in(request: Request, instrumentkeuzeId: UUID, opdracht: IntrekInstrumentOpdracht) -> Response:
    """Trek de keuze voor een instrument in."""
    return schrijf(request, instrumenten.trek_in, opdracht, toon=Bekonnected.van, keuze_id=instrumentkeuzeId)
