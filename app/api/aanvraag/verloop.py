"""Voorschot, elders, intrekking, huisbezoek en de zoekperiode van een jongere over HTTP."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.aanvraag.router import DOEL, HIER, IC, PAD, toon
from app.api.aanvraag.schemas import Aanvraag
from app.api.contract import maakt
from app.domain.kern.rollen import Rol
from app.services.aanvraag import einde, jongere, voorschot

router = APIRouter(tags=["aanvraag"])

OM_VOORSCHOT = "Voorschot op de uitkering"
JONGEREN = "Behandelen van de aanvraag van een jongere"


@router.post(
    f"{PAD}/voorschotverzoeken",
    **maakt(Aanvraag, "Voorschot vragen", IC, Rol.RECEPTIE, Rol.INTAKER, doel=OM_VOORSCHOT, plaats=HIER, versie=True),
)
def vraag_voorschot(request: Request, aanvraagId: UUID, opdracht: voorschot.VoorschotverzoekOpdracht) -> Response:
    """Leg een verzoek om een voorschot vast. Dat kan bij elke lopende aanvraag, zonder uitsluitingen."""
    return toon(request, voorschot.vraag_voorschot, opdracht, aanvraag_id=aanvraagId)


@router.post(
    "/voorschotverzoeken/{voorschotverzoekId}/besluiten",
    **maakt(Aanvraag, "Beslissen op voorschot", IC, doel=OM_VOORSCHOT, plaats=HIER, versie=True),
)
def beslis_op_voorschot(
    request: Request, voorschotverzoekId: UUID, opdracht: voorschot.VoorschotbesluitOpdracht
) -> Response:
    """Ken het gevraagde voorschot toe of wijs het af met een reden; de dag van het verzoek blijft staan."""
    return toon(request, voorschot.beslis, opdracht, verzoek_id=voorschotverzoekId)


@router.post(f"{PAD}/elders", **maakt(Aanvraag, "Klant moet elders zijn", IC, doel=DOEL, plaats=HIER, versie=True))
def verwijs_elders(request: Request, aanvraagId: UUID, opdracht: einde.EldersOpdracht) -> Response:
    """Verwijs de klant naar een ander loket.

    27-: verwijzing, brief en het werkproces is afgeboekt. 27+: verwijzing en een afwijzing die naar de toetser gaat.
    """
    return toon(request, einde.verwijs_elders, opdracht, aanvraag_id=aanvraagId)


@router.post(
    f"{PAD}/intrekkingen",
    **maakt(Aanvraag, "Aanvraag intrekken", IC, Rol.RECEPTIE, doel=DOEL, plaats=HIER, versie=True),
)
def trek_aanvraag_in(request: Request, aanvraagId: UUID, opdracht: einde.AanvraagintrekkingOpdracht) -> Response:
    """Leg vast dat de klant de aanvraag introk en daarvoor tekende. Termijnen en taken vervallen."""
    return toon(request, einde.trek_in, opdracht, aanvraag_id=aanvraagId)


@router.post(f"{PAD}/huisbezoeken", **maakt(Aanvraag, "Huisbezoek", IC, doel=DOEL, plaats=HIER, versie=True))
def leg_huisbezoek_vast(request: Request, aanvraagId: UUID, opdracht: einde.HuisbezoekOpdracht) -> Response:
    """Leg het huisbezoek vast dat bij een tijdelijke toekenning nog open stond."""
    return toon(request, einde.leg_huisbezoek_vast, opdracht, aanvraag_id=aanvraagId)


@router.post(
    f"{PAD}/zoekperiodeoordelen",
    **maakt(Aanvraag, "Zoekperiode beoordelen", IC, doel=JONGEREN, plaats=HIER, versie=True),
)
def beoordeel_zoekperiode(request: Request, aanvraagId: UUID, opdracht: jongere.ZoekperiodeoordeelOpdracht) -> Response:
    """Leg vast of de jongere alle afspraken nakwam. Zo niet: met de reden, en een hersteltermijn of beoordelen zonder.

    De beslistermijn loopt door en staat in het antwoord.
    """
    return toon(request, jongere.beoordeel_zoekperiode, opdracht, aanvraag_id=aanvraagId)


@router.post(
    f"{PAD}/hermeldingen",
    **maakt(Aanvraag, "Melding na vier weken", IC, Rol.RECEPTIE, doel=JONGEREN, plaats=HIER, versie=True),
)
def leg_hermelding_vast(request: Request, aanvraagId: UUID, opdracht: jongere.HermeldingOpdracht) -> Response:
    """Leg de dag vast waarop de jongere zich na de zoekperiode opnieuw meldde; er komt een taak om over te dragen."""
    return toon(request, jongere.leg_hermelding_vast, opdracht, aanvraag_id=aanvraagId)
