"""Aanvragen om een subsidie of vergoeding over HTTP."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api.besluit.schemas import Besluit
from app.api.contract import leest, maakt, wijzigt
from app.api.subsidie.schemas import Subsidie, Subsidies
from app.api.verzoek import lees, schrijf
from app.domain.kern.rollen import Rol
from app.services.besluit import beeld as besluiten
from app.services.handeling import Handeling
from app.services.subsidie import aanvragen, lezen, rekening
from app.services.subsidie.opdrachten import (
    SubsidieaanvullingOpdracht,
    SubsidiebesluitOpdracht,
    SubsidieintrekkingOpdracht,
    SubsidieOpdracht,
    SubsidierekeningOpdracht,
)

router = APIRouter(tags=["subsidie"])

CONSULENTEN = (Rol.WERKCONSULENT, Rol.INKOMENSCONSULENT, Rol.PARTICIPATIEMAKELAAR)
BEHANDELAARS = (*CONSULENTEN, Rol.ADMINISTRATIE)
BESLISSERS = (Rol.WERKCONSULENT, Rol.INKOMENSCONSULENT)
LEZERS = (*BEHANDELAARS, Rol.TOETSER, Rol.TEAMLEIDER, Rol.FG)
DOEL = "Verlenen van subsidies en vergoedingen"
HIER = "/subsidies/{id}"
PAD = "/subsidies/{subsidieId}"


def _beslis(h: Handeling, opdracht: SubsidiebesluitOpdracht, subsidie_id: UUID) -> besluiten.Besluitbeeld:
    return besluiten.beeld(h, aanvragen.beslis_aanvraag(h, opdracht, subsidie_id))


@router.post(
    "/klanten/{klantId}/subsidies",
    **maakt(Subsidie, "Subsidie of vergoeding aanvragen", *BEHANDELAARS, doel=DOEL, plaats=HIER),
)
def vraag_subsidie_aan(request: Request, klantId: UUID, opdracht: SubsidieOpdracht) -> Response:
    """Leg een aanvraag vast. Het antwoord zegt wat er zou worden besloten, en wat daarvoor nog ontbreekt."""
    return schrijf(request, aanvragen.vraag_aan, opdracht, toon=Subsidie.van, klant_id=klantId)


@router.get("/klanten/{klantId}/subsidies", **leest(Subsidies, "Subsidies van een klant", *LEZERS, doel=DOEL))
def geef_subsidies(request: Request, klantId: UUID) -> Response:
    """Geef wat er over een klant is aangevraagd en toegekend, de oudste eerst."""
    return lees(
        request,
        lambda h: lezen.bekijk_van_klant(h, klantId),
        toon=Subsidies.van,
        personen=lambda _: [klantId],
    )


@router.get(PAD, **leest(Subsidie, "Subsidie opvragen", *LEZERS, doel=DOEL))
def geef_subsidie(request: Request, subsidieId: UUID) -> Response:
    """Geef een subsidie met haar termijnen, hun formules en de besluiten."""
    return lees(
        request,
        lambda h: lezen.bekijk(h, subsidieId),
        toon=Subsidie.van,
        personen=lambda beeld: [beeld.rij.klant_id],
    )


@router.put(PAD, **wijzigt(Subsidie, "Aanvraag aanvullen of verbeteren", *BEHANDELAARS, doel=DOEL))
def wijzig_subsidieaanvraag(request: Request, subsidieId: UUID, opdracht: SubsidieOpdracht) -> Response:
    """Vul een aanvraag aan of verbeter haar. Wat u geeft, komt in de plaats van wat er stond."""
    return schrijf(request, aanvragen.wijzig_aanvraag, opdracht, toon=Subsidie.van, subsidie_id=subsidieId)


@router.post(
    f"{PAD}/aanvulverzoeken",
    **maakt(Subsidie, "Om aanvulling vragen", *BEHANDELAARS, doel=DOEL, plaats=HIER, versie=True),
)
def vraag_om_aanvulling(request: Request, subsidieId: UUID, opdracht: SubsidieaanvullingOpdracht) -> Response:
    """Geef de aanvrager tijd om de aanvraag aan te vullen; daarna kan zij buiten behandeling blijven."""
    return schrijf(request, aanvragen.vraag_aanvulling, opdracht, toon=Subsidie.van, subsidie_id=subsidieId)


@router.post(
    f"{PAD}/rekeningen",
    **maakt(Subsidie, "Rekening van de klant opgeven", *BEHANDELAARS, doel=DOEL, plaats=HIER, versie=True),
)
def zet_subsidierekening(request: Request, subsidieId: UUID, opdracht: SubsidierekeningOpdracht) -> Response:
    """Geef een (andere) rekening op zolang er iets te betalen is. Wie dit doet, geeft de betaling niet vrij."""
    return schrijf(request, rekening.zet_rekening, opdracht, toon=Subsidie.van, subsidie_id=subsidieId)


@router.post(
    f"{PAD}/intrekkingen",
    **maakt(Subsidie, "Aanvraag intrekken", *BEHANDELAARS, doel=DOEL, plaats=HIER, versie=True),
)
def trek_subsidieaanvraag_in(request: Request, subsidieId: UUID, opdracht: SubsidieintrekkingOpdracht) -> Response:
    """Beëindig een aanvraag waarop nog niet is beslist."""
    return schrijf(request, aanvragen.trek_aanvraag_in, opdracht, toon=Subsidie.van, subsidie_id=subsidieId)


@router.post(
    f"{PAD}/besluiten",
    **maakt(Besluit, "Besluit op de aanvraag nemen", *BESLISSERS, doel=DOEL, plaats="/besluiten/{id}", versie=True),
)
def beslis_op_subsidieaanvraag(request: Request, subsidieId: UUID, opdracht: SubsidiebesluitOpdracht) -> Response:
    """Neem het besluit. Ontbreekt er iets, dan volgt geen weigering maar wat er nog nodig is."""
    return schrijf(request, _beslis, opdracht, toon=Besluit.van, subsidie_id=subsidieId)
