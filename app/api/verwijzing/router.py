"""Verwijzingen over HTTP."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.beleid.router import Gemeente
from app.api.contract import leest, maakt
from app.api.verwijzing.schemas import (
    SocialeKaart,
    Trajectrapportage,
    Trajectrapportages,
    Verwijzing,
    Verwijzingenlijst,
)
from app.api.verzoek import lees, schrijf
from app.domain.kern.leefgebied import Leefgebied
from app.domain.kern.rollen import Rol
from app.services.verwijzing import kaart, rapporteren, verwijzen

router = APIRouter(tags=["verwijzing"])

VERWIJZERS = (Rol.INKOMENSCONSULENT, Rol.INTAKER, Rol.WERKCONSULENT, Rol.PARTICIPATIEMAKELAAR)
INZAGE = (*VERWIJZERS, Rol.TOETSER, Rol.TEAMLEIDER, Rol.FG)
DOEL = "Verwijzen naar hulp"
Gebied = Annotated[Leefgebied | None, Query(description="Zonder opgave alle leefgebieden.", examples=["wonen"])]


@router.get("/klanten/{klantId}/verwijzingen", **leest(Verwijzingenlijst, "Verwijzingen", *INZAGE, doel=DOEL))
def geef_verwijzingen(request: Request, klantId: UUID) -> Response:
    """Geef de verwijzingen van een klant, met of de instantie op tijd contact had."""
    nu = request.app.state.klok.nu()
    return lees(
        request,
        lambda h: verwijzen.van_klant(h, klantId),
        toon=lambda rijen: Verwijzingenlijst.van(rijen, nu),
        personen=lambda _: [klantId],
    )


@router.post(
    "/klanten/{klantId}/verwijzingen",
    **maakt(Verwijzing, "Klant verwijzen", *VERWIJZERS, doel=DOEL),
)
def verwijs_klant(request: Request, klantId: UUID, opdracht: verwijzen.VerwijzingOpdracht) -> Response:
    """Verwijs een klant naar een instantie van de sociale kaart: informatie, warme overdracht of een afspraak.

    Hulp bij het invullen van een aanvraag komt van een onafhankelijke partij. Naar het BAD bij schulden of dreigende
    uithuiszetting loopt een termijn waarbinnen het BAD contact opneemt.
    """
    nu = request.app.state.klok.nu()
    return schrijf(request, verwijzen.verwijs, opdracht, toon=lambda rij: Verwijzing.van(rij, nu), klant_id=klantId)


@router.post(
    "/verwijzingen/{verwijzingId}/vervolgen",
    **maakt(Verwijzing, "Verwijzing vervolgen", *VERWIJZERS, doel=DOEL, versie=True),
)
def vervolg_verwijzing(request: Request, verwijzingId: UUID, opdracht: verwijzen.VervolgOpdracht) -> Response:
    """Leg contact, de bevestiging van een warme overdracht, het resultaat of een intrekking vast."""
    nu = request.app.state.klok.nu()
    return schrijf(
        request,
        verwijzen.leg_vervolg_vast,
        opdracht,
        toon=lambda rij: Verwijzing.van(rij, nu),
        verwijzing_id=verwijzingId,
    )


@router.get("/sociale-kaart", **leest(SocialeKaart, "Sociale kaart", *Rol, doel="Raadplegen van beleid"))
def geef_sociale_kaart(request: Request, gemeente: Gemeente, leefgebied: Gebied = None) -> Response:
    """Geef de organisaties waar een actie in het plan van aanpak naar kan verwijzen, per leefgebied."""
    return lees(
        request,
        lambda h: kaart.kaart_van(h, gemeente),
        toon=lambda beleid: SocialeKaart.van(beleid, leefgebied),
    )


@router.get(
    "/verwijzingen/{verwijzingId}/rapportages",
    **leest(Trajectrapportages, "Rapportages van een traject", *INZAGE, doel=DOEL),
)
def geef_trajectrapportages(request: Request, verwijzingId: UUID) -> Response:
    """Geef wat aanbieder, werkconsulent en inkomensconsulent over het traject rapporteerden."""
    return lees(
        request,
        lambda h: rapporteren.bekijk(h, verwijzingId),
        toon=lambda beeld: Trajectrapportages.van(beeld.rapportages),
        personen=lambda beeld: [beeld.klant_id],
    )


@router.post(
    "/verwijzingen/{verwijzingId}/rapportages",
    **maakt(Trajectrapportage, "Rapporteren over een traject", *VERWIJZERS, doel=DOEL),
)
def rapporteer_traject(request: Request, verwijzingId: UUID, opdracht: rapporteren.RapportageOpdracht) -> Response:
    """Leg een rapportage vast over een traject voor niet-willers; een fout herstelt u met een nieuwe."""
    return schrijf(request, rapporteren.rapporteer, opdracht, verwijzing_id=verwijzingId)
