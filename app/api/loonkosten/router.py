"""Doelgroep loonkostensubsidie, loonwaarde en Praktijkroute over HTTP."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.besluit.schemas import Besluit
from app.api.contract import leest, maakt, wijzigt
from app.api.loonkosten.schemas import Loonkostenzaak, Loonkostenzaken, Praktijkroute, Praktijkroutes
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import Rol
from app.services.besluit import beeld as besluiten
from app.services.handeling import Handeling
from app.services.loonkosten import openen, praktijkroutes, werkgever, zaken
from app.services.loonkosten.opdrachten import (
    LksDoelgroepzaakOpdracht,
    LoonkostenbesluitOpdracht,
    LoonkostenzaakIntrekkingOpdracht,
    LoonwaardezaakOpdracht,
    PraktijkrouteInschrijvingOpdracht,
    PraktijkrouteIntrekkingOpdracht,
    PraktijkrouteOpdracht,
    WerkgeverbekendmakingOpdracht,
    WijzigLksDoelgroepzaakOpdracht,
    WijzigLoonwaardezaakOpdracht,
)

router = APIRouter(tags=["loonkosten"])

CONSULENTEN = (Rol.WERKCONSULENT, Rol.INKOMENSCONSULENT)
LEZERS = (*CONSULENTEN, Rol.PARTICIPATIEMAKELAAR, Rol.TOETSER, Rol.ADMINISTRATIE, Rol.FG)
DOEL = "Loonkostensubsidie"
ZAAK = "/loonkostenzaken/{loonkostenzaakId}"
HIER = "/loonkostenzaken/{id}"
ROUTE = "/praktijkroutes/{praktijkrouteId}"


def _beslis(h: Handeling, opdracht: LoonkostenbesluitOpdracht, zaak_id: UUID) -> besluiten.Besluitbeeld:
    return besluiten.beeld(h, zaken.beslis_zaak(h, opdracht, zaak_id))


@router.post(
    "/klanten/{klantId}/lks-doelgroepzaken",
    **maakt(Loonkostenzaak, "Doelgroep loonkostensubsidie vaststellen", *CONSULENTEN, doel=DOEL, plaats=HIER),
)
def open_lks_doelgroepzaak(request: Request, klantId: UUID, opdracht: LksDoelgroepzaakOpdracht) -> Response:
    """Begin met vaststellen of de klant tot de doelgroep hoort, op verzoek (eens per twaalf maanden) of ambtshalve."""
    return schrijf(request, openen.open_doelgroep, opdracht, toon=Loonkostenzaak.van, klant_id=klantId)


@router.post(
    "/klanten/{klantId}/loonwaardezaken",
    **maakt(Loonkostenzaak, "Loonwaarde bepalen", *CONSULENTEN, doel=DOEL, plaats=HIER),
)
def open_loonwaardezaak(request: Request, klantId: UUID, opdracht: LoonwaardezaakOpdracht) -> Response:
    """Leg een rapport over de loonwaarde vast; het mag in stappen. Met `corrigeert` vervangt het een eerder besluit."""
    return schrijf(request, openen.open_loonwaarde, opdracht, toon=Loonkostenzaak.van, klant_id=klantId)


@router.get("/klanten/{klantId}/loonkostenzaken", **leest(Loonkostenzaken, "Zaken over loonkosten", *LEZERS, doel=DOEL))
def geef_loonkostenzaken(request: Request, klantId: UUID) -> Response:
    """Geef de vaststellingen van doelgroep en loonwaarde van een klant, de oudste eerst."""
    return lees(
        request,
        lambda h: zaken.bekijk_zaken(h, klantId),
        toon=Loonkostenzaken.van,
        personen=lambda _: [klantId],
    )


@router.get(ZAAK, **leest(Loonkostenzaak, "Zaak over loonkosten opvragen", *LEZERS, doel=DOEL))
def geef_loonkostenzaak(request: Request, loonkostenzaakId: UUID) -> Response:
    """Geef een zaak met wat er voor een besluit nog ontbreekt, de besluiten en wat de werkgever kreeg."""
    return lees(
        request,
        lambda h: zaken.bekijk(h, loonkostenzaakId),
        toon=Loonkostenzaak.van,
        personen=lambda beeld: [beeld.zaak.klant_id],
    )


@router.patch(
    "/lks-doelgroepzaken/{loonkostenzaakId}",
    **wijzigt(Loonkostenzaak, "Criteria beantwoorden", *CONSULENTEN, doel=DOEL),
)
def wijzig_lks_doelgroepzaak(
    request: Request, loonkostenzaakId: UUID, opdracht: WijzigLksDoelgroepzaakOpdracht
) -> Response:
    """Beantwoord of verbeter de drie criteria, zolang er geen besluit is."""
    return schrijf(request, zaken.wijzig_doelgroep, opdracht, toon=Loonkostenzaak.van, zaak_id=loonkostenzaakId)


@router.patch(
    "/loonwaardezaken/{loonkostenzaakId}",
    **wijzigt(Loonkostenzaak, "Rapport over de loonwaarde aanvullen", *CONSULENTEN, doel=DOEL),
)
def wijzig_loonwaardezaak(request: Request, loonkostenzaakId: UUID, opdracht: WijzigLoonwaardezaakOpdracht) -> Response:
    """Vul het rapport aan of verbeter het, zolang er geen besluit is."""
    return schrijf(request, zaken.wijzig_loonwaarde, opdracht, toon=Loonkostenzaak.van, zaak_id=loonkostenzaakId)


@router.post(
    f"{ZAAK}/besluiten",
    **maakt(
        Besluit,
        "Besluit over doelgroep of loonwaarde nemen",
        *CONSULENTEN,
        doel=DOEL,
        plaats="/besluiten/{id}",
        versie=True,
    ),
)
def beslis_loonkostenzaak(request: Request, loonkostenzaakId: UUID, opdracht: LoonkostenbesluitOpdracht) -> Response:
    """Neem het besluit. Ontbreekt er iets, dan noemt de weigering elke voorwaarde met haar artikel."""
    return schrijf(request, _beslis, opdracht, toon=Besluit.van, zaak_id=loonkostenzaakId)


@router.post(
    f"{ZAAK}/intrekkingen",
    **maakt(Loonkostenzaak, "Zaak over loonkosten intrekken", *CONSULENTEN, doel=DOEL, plaats=HIER, versie=True),
)
def trek_loonkostenzaak_in(
    request: Request, loonkostenzaakId: UUID, opdracht: LoonkostenzaakIntrekkingOpdracht
) -> Response:
    """Beëindig een zaak waarin nog niet is beslist."""
    return schrijf(request, zaken.trek_in, opdracht, toon=Loonkostenzaak.van, zaak_id=loonkostenzaakId)


@router.post(
    f"{ZAAK}/werkgeverbekendmakingen",
    **maakt(
        Loonkostenzaak,
        "Beschikking aan de werkgever sturen",
        *CONSULENTEN,
        Rol.ADMINISTRATIE,
        doel=DOEL,
        plaats=HIER,
        versie=True,
    ),
)
def maak_bekend_aan_werkgever(
    request: Request, loonkostenzaakId: UUID, opdracht: WerkgeverbekendmakingOpdracht
) -> Response:
    """Leg vast dat de werkgever de beschikking over de loonwaarde kreeg; daarmee begint een eigen bezwaartermijn."""
    doe = werkgever.maak_bekend_aan_werkgever
    return schrijf(request, doe, opdracht, toon=Loonkostenzaak.van, zaak_id=loonkostenzaakId)


@router.post(
    "/klanten/{klantId}/praktijkroutes",
    **maakt(Praktijkroute, "Praktijkroute vastleggen", *CONSULENTEN, doel=DOEL),
)
def leg_praktijkroute_vast(request: Request, klantId: UUID, opdracht: PraktijkrouteOpdracht) -> Response:
    """Leg een loonwaarde vast die op een werkplek is bepaald; lager dan 100 % leidt naar het doelgroepregister."""
    doe = praktijkroutes.leg_praktijkroute_vast
    return schrijf(request, doe, opdracht, toon=Praktijkroute.van, klant_id=klantId)


@router.get("/klanten/{klantId}/praktijkroutes", **leest(Praktijkroutes, "Praktijkroutes", *LEZERS, doel=DOEL))
def geef_praktijkroutes(request: Request, klantId: UUID) -> Response:
    """Geef de vaststellingen van een klant, met wat de werkgever na de inschrijving kan gebruiken."""
    return lees(
        request,
        lambda h: praktijkroutes.bekijk_praktijkroutes(h, klantId),
        toon=Praktijkroutes.van,
        personen=lambda _: [klantId],
    )


@router.post(
    f"{ROUTE}/inschrijvingen",
    **maakt(Praktijkroute, "Inschrijving in het register vastleggen", *CONSULENTEN, doel=DOEL, versie=True),
)
def schrijf_in_doelgroepregister(
    request: Request, praktijkrouteId: UUID, opdracht: PraktijkrouteInschrijvingOpdracht
) -> Response:
    """Leg de inschrijving vast; het antwoord zegt wat de werkgever vanaf die dag kan gebruiken."""
    doe = praktijkroutes.schrijf_in
    return schrijf(request, doe, opdracht, toon=Praktijkroute.van, praktijkroute_id=praktijkrouteId)


@router.post(
    f"{ROUTE}/intrekkingen",
    **maakt(Praktijkroute, "Praktijkroute intrekken", *CONSULENTEN, doel=DOEL, versie=True),
)
def trek_praktijkroute_in(
    request: Request, praktijkrouteId: UUID, opdracht: PraktijkrouteIntrekkingOpdracht
) -> Response:
    """Neem terug wat ten onrechte is vastgelegd, zolang de klant niet is ingeschreven."""
    doe = praktijkroutes.trek_praktijkroute_in
    return schrijf(request, doe, opdracht, toon=Praktijkroute.van, praktijkroute_id=praktijkrouteId)
