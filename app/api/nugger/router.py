"""Verzoeken van nuggers over HTTP."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.besluit.schemas import Besluit
from app.api.contract import leest, maakt, wijzigt
from app.api.nugger.schemas import Nuggerverzoek, Nuggerverzoeken
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import Rol
from app.services.besluit import beeld as besluiten
from app.services.handeling import Handeling
from app.services.nugger import inzet, verzoeken
from app.services.nugger.opdrachten import (
    NuggerbesluitOpdracht,
    NuggerintrekkingOpdracht,
    NuggerinzetEindeOpdracht,
    NuggerinzetOpdracht,
    NuggerverzoekOpdracht,
    WijzigNuggerverzoekOpdracht,
)

router = APIRouter(tags=["nugger"])

CONSULENTEN = (Rol.INTAKER, Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT)
LEZERS = (*CONSULENTEN, Rol.TOETSER, Rol.TEAMLEIDER, Rol.FG)
DOEL = "Ondersteuning van nuggers"
HIER = "/nuggerverzoeken/{id}"
PAD = "/nuggerverzoeken/{nuggerverzoekId}"


def _beslis(h: Handeling, opdracht: NuggerbesluitOpdracht, verzoek_id: UUID) -> besluiten.Besluitbeeld:
    return besluiten.beeld(h, verzoeken.beslis_verzoek(h, opdracht, verzoek_id))


@router.post(
    "/klanten/{klantId}/nuggerverzoeken",
    **maakt(Nuggerverzoek, "Nuggerverzoek openen", *CONSULENTEN, doel=DOEL, plaats=HIER),
)
def open_nuggerverzoek(request: Request, klantId: UUID, opdracht: NuggerverzoekOpdracht) -> Response:
    """Open een verzoek om ondersteuning van iemand zonder uitkering, en toets inkomen en vermogen op die dag."""
    return schrijf(request, verzoeken.open_verzoek, opdracht, toon=Nuggerverzoek.van, klant_id=klantId)


@router.get(
    "/klanten/{klantId}/nuggerverzoeken", **leest(Nuggerverzoeken, "Nuggerverzoeken van een klant", *LEZERS, doel=DOEL)
)
def geef_nuggerverzoeken(request: Request, klantId: UUID) -> Response:
    """Geef de verzoeken van een klant met hun besluiten, het oudste eerst."""
    return lees(
        request,
        lambda h: verzoeken.bekijk_verzoeken(h, klantId),
        toon=Nuggerverzoeken.van,
        personen=lambda _: [klantId],
    )


@router.get(PAD, **leest(Nuggerverzoek, "Nuggerverzoek opvragen", *LEZERS, doel=DOEL))
def geef_nuggerverzoek(request: Request, nuggerverzoekId: UUID) -> Response:
    """Geef een verzoek met wat de regels er nu van zeggen, de besluiten en wat is ingezet."""
    return lees(
        request,
        lambda h: verzoeken.bekijk(h, nuggerverzoekId),
        toon=Nuggerverzoek.van,
        personen=lambda beeld: [beeld.verzoek.klant_id],
    )


@router.patch(PAD, **wijzigt(Nuggerverzoek, "Nuggerverzoek wijzigen", *CONSULENTEN, doel=DOEL))
def wijzig_nuggerverzoek(request: Request, nuggerverzoekId: UUID, opdracht: WijzigNuggerverzoekOpdracht) -> Response:
    """Vul een open verzoek aan of corrigeer het, bijvoorbeeld met een bedrag dat nog ontbrak."""
    return schrijf(request, verzoeken.wijzig_verzoek, opdracht, toon=Nuggerverzoek.van, verzoek_id=nuggerverzoekId)


@router.post(
    f"{PAD}/besluiten",
    **maakt(
        Besluit,
        "Besluit op een nuggerverzoek nemen",
        Rol.INKOMENSCONSULENT,
        doel=DOEL,
        plaats="/besluiten/{id}",
        versie=True,
    ),
)
def beslis_nuggerverzoek(request: Request, nuggerverzoekId: UUID, opdracht: NuggerbesluitOpdracht) -> Response:
    """Neem het besluit. Ontbreekt een bedrag, dan volgt geen weigering maar wat er nog nodig is."""
    return schrijf(request, _beslis, opdracht, toon=Besluit.van, verzoek_id=nuggerverzoekId)


@router.post(
    f"{PAD}/intrekkingen",
    **maakt(Nuggerverzoek, "Nuggerverzoek intrekken", *CONSULENTEN, doel=DOEL, plaats=HIER, versie=True),
)
def trek_nuggerverzoek_in(request: Request, nuggerverzoekId: UUID, opdracht: NuggerintrekkingOpdracht) -> Response:
    """Beëindig een verzoek waarop nog niet is beslist."""
    return schrijf(request, verzoeken.trek_verzoek_in, opdracht, toon=Nuggerverzoek.van, verzoek_id=nuggerverzoekId)


@router.post(f"{PAD}/inzetten", **maakt(Nuggerverzoek, "Ondersteuning inzetten", *CONSULENTEN, doel=DOEL, plaats=HIER))
def zet_ondersteuning_in(request: Request, nuggerverzoekId: UUID, opdracht: NuggerinzetOpdracht) -> Response:
    """Zet na een toekenning de routekaart in, of een instrument voor wie in het doelgroepregister staat."""
    return schrijf(request, inzet.zet_in, opdracht, toon=Nuggerverzoek.van, verzoek_id=nuggerverzoekId)


@router.post(
    "/nuggerinzetten/{nuggerinzetId}/beeindigingen",
    **maakt(Nuggerverzoek, "Inzet beëindigen", *CONSULENTEN, doel=DOEL, plaats=HIER),
)
def beeindig_inzet(request: Request, nuggerinzetId: UUID, opdracht: NuggerinzetEindeOpdracht) -> Response:
    """Beëindig wat is ingezet, met de reden."""
    return schrijf(request, inzet.beeindig, opdracht, toon=Nuggerverzoek.van, inzet_id=nuggerinzetId)
