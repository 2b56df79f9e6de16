"""Mappings, trying a file out, and the records that were set aside, over HTTP."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.context import ontvangen_van
from app.api.contract import leest, maakt
from app.api.diagnose.herstelschemas import (
    Afgekeurden,
    AfgekeurdeUitslag,
    Afgekeurdrecord,
    Herstel,
    Mapping,
    Mappings,
    Onbekende,
    Onbekenden,
    Proefimport,
)
from app.api.diagnose.importen import BESTANDSVORMEN, DOEL, LEVERANCIERS, aanlevering
from app.api.paginering import Aantal, Na, cursor, pak_uuid
from app.api.verzoek import lees, schrijf
from app.asgi.ontvangst import JSON, VORMEN
from app.db.diagnose.levering import DiagnoseAfgekeurd, DiagnoseImport
from app.domain.kern.fouten import OngeldigeInvoer
from app.domain.kern.rollen import Rol
from app.services.diagnose import herstel, mappings, proef
from app.services.diagnose.importschema import ImportRecord
from app.services.diagnose.leveringen import KAAL, Bestandskop
from app.services.diagnose.mappings import MappingOpdracht

router = APIRouter(tags=["diagnose"])
Rijen = Sequence[DiagnoseAfgekeurd]

BEHEER = (Rol.ADMINISTRATIE, Rol.KOPPELING, Rol.BEHEERDER)
_PROEF = leest(Proefimport, "Bestand uitproberen", *LEVERANCIERS, doel=DOEL)
_PROEF["openapi_extra"] |= {"requestBody": {"required": True, "content": BESTANDSVORMEN}}
_SOORTEN = {vorm: soort for soort, vorm in VORMEN.items()} | {"json": JSON}
_BESTAND = leest(None, "Herstelbestand ophalen", *LEVERANCIERS, doel=DOEL)
_BESTAND["openapi_extra"] |= {
    "responses": {"200": {"description": "Het herstelbestand.", "content": BESTANDSVORMEN}},
}


@router.post("/diagnose-mappings", **maakt(Mapping, "Mapping vastleggen", *BEHEER, doel=DOEL))
def leg_diagnose_mapping_vast(request: Request, opdracht: MappingOpdracht) -> Response:
    """Leg vast hoe de kolommen van een eigen export bij ons schema horen; dezelfde naam geeft een nieuwe versie."""
    return schrijf(request, mappings.leg_mapping_vast, opdracht, toon=Mapping.van)


@router.get("/diagnose-mappings", **leest(Mappings, "Mappings", *LEVERANCIERS, Rol.BEHEERDER, doel=DOEL))
def geef_diagnose_mappings(request: Request) -> Response:
    """Geef alle versies van alle mappings van de organisatie."""
    return lees(request, mappings.bekijk_mappings, toon=Mappings.van)


@router.get("/diagnose-mappings/{mappingId}", **leest(Mapping, "Mapping", *LEVERANCIERS, Rol.BEHEERDER, doel=DOEL))
def geef_diagnose_mapping(request: Request, mappingId: UUID) -> Response:
    """Geef één versie van een mapping."""
    return lees(request, lambda h: mappings.bekijk_mapping(h, mappingId), toon=Mapping.van)


@router.post("/diagnose-proefimporten", **_PROEF)
def probeer_diagnose_import(request: Request, kop: Annotated[Bestandskop, Query()]) -> Response:
    """Lees het begin van een bestand zoals een import: fouten en voorbeelden, en niets wordt opgeslagen."""
    bestand = ontvangen_van(request)
    if bestand is None:
        raise OngeldigeInvoer({"body": KAAL})
    return lees(request, lambda h: proef.probeer(h, aanlevering(kop, bestand)), toon=Proefimport.van)


def _bladzijde(rijen: Rijen, aantal: int) -> Afgekeurden:
    volgende = cursor(rijen[-1].id) if len(rijen) == aantal else None
    return Afgekeurden(records=[AfgekeurdeUitslag.model_validate(rij) for rij in rijen], volgende=volgende)


@router.get(
    "/diagnose-importen/{importId}/records",
    **leest(Afgekeurden, "Afgekeurde records van een levering", *LEVERANCIERS, doel=DOEL),
)
def geef_afgekeurde_records(request: Request, importId: UUID, na: Na = None, aantal: Aantal = 50) -> Response:
    """Geef wat er van een levering apart is gezet: per record de rij, de kolom en wat wel goed is."""
    begin = pak_uuid(na)
    return lees(
        request,
        lambda h: herstel.afgekeurden(h, importId, begin, aantal),
        toon=lambda rijen: _bladzijde(rijen, aantal),
    )


@router.get("/diagnose-importen/{importId}/herstelbestand", **_BESTAND)
def geef_herstelbestand(request: Request, importId: UUID) -> Response:
    """Geef wat apart is gezet in de vorm waarin het kwam, met per rij wat er niet klopt.

    Verbeter het en lever het met `herstelt`; hoogstens 10.000 rijen per keer.
    """
    return lees(request, lambda h: _als_bestand(herstel.herstelbestand(h, importId)))


def _als_bestand(gemaakt: tuple[DiagnoseImport, bytes]) -> Response:
    levering, inhoud = gemaakt
    koppen = {"Content-Disposition": f'attachment; filename="herstel.{levering.vorm.value}"'}
    return Response(inhoud, 200, koppen, media_type=_SOORTEN[levering.vorm.value])


@router.get(
    "/diagnose-onbekenden", **leest(Onbekenden, "Uitslagen zonder klant", *LEVERANCIERS, Rol.RECEPTIE, doel=DOEL)
)
def geef_uitslagen_zonder_klant(request: Request, na: Na = None, aantal: Aantal = 50) -> Response:
    """Geef van wie een uitslag kwam die nog geen klant is: registreer de melding, of laat het vervallen."""
    begin = pak_uuid(na)
    return lees(
        request,
        lambda h: herstel.onbekenden(h, begin, aantal),
        toon=lambda rijen: Onbekenden(
            personen=[Onbekende.van(rij) for rij in rijen],
            volgende=cursor(rijen[-1].id) if len(rijen) == aantal else None,
        ),
    )


@router.get("/diagnose-records/{recordId}", **leest(Afgekeurdrecord, "Afgekeurd record", *LEVERANCIERS, doel=DOEL))
def geef_afgekeurd_record(request: Request, recordId: UUID) -> Response:
    """Geef één record dat apart is gezet, met wat er is geleverd, om het te herstellen."""
    return lees(request, lambda h: herstel.bekijk_record(h, recordId), toon=Afgekeurdrecord.van)


@router.post("/diagnose-records/{recordId}/herstel", **maakt(Herstel, "Record herstellen", *LEVERANCIERS, doel=DOEL))
def herstel_diagnoserecord(request: Request, recordId: UUID, opdracht: ImportRecord | None = None) -> Response:
    """Bied een record opnieuw aan, hersteld, of zonder inhoud zoals het was als de persoon nu klant is."""
    if opdracht is None:
        return schrijf(request, lambda h, record_id: herstel.herstel(h, None, record_id), record_id=recordId)
    return schrijf(request, herstel.herstel, opdracht, record_id=recordId)
