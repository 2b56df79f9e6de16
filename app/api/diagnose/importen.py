"""Deliveries of results over HTTP: a small one at once, a file for the worker."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.api.context import ontvangen_van
from app.api.contract import leest, maakt
from app.api.diagnose.importschemas import DiagnoseImport
from app.api.verzoek import lees, schrijf
from app.asgi.ontvangst import VORMEN, Ontvangen
from app.db.diagnose.levering import DiagnoseImport as Levering
from app.db.diagnose.levering import Importvorm
from app.domain.kern.fouten import OngeldigeInvoer
from app.domain.kern.rollen import Rol
from app.services.diagnose import leveringen
from app.services.diagnose.importschema import DiagnoseImportOpdracht
from app.services.diagnose.leveringen import KAAL, Aanlevering, Bestandskop

router = APIRouter(tags=["diagnose"])

LEVERANCIERS = (Rol.KOPPELING, Rol.INTAKER, Rol.ADMINISTRATIE)
DOEL = "Diagnose van de leefgebieden"
BESTANDSVORMEN: dict[str, Any] = {
    soort: {"schema": {"type": "string", "format": "binary"}, "example": ""} for soort in VORMEN
}
BESTAND: dict[str, Any] = {
    "requestBody": {"required": True, "content": BESTANDSVORMEN},
    "responses": {
        "202": {
            "description": "Het bestand is ontvangen en wordt verwerkt; volg de levering met `Location`.",
            "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/DiagnoseImport"}},
            },
        }
    },
}
_ROUTE = maakt(DiagnoseImport, "Uitslagen aanleveren", *LEVERANCIERS, doel=DOEL, plaats="/diagnose-importen/{id}")
_ROUTE["openapi_extra"] |= BESTAND
_ROUTE["openapi_extra"]["parameters"] += [
    {
        "name": "Prefer",
        "in": "header",
        "required": False,
        "description": "Met `respond-async` is een JSON-lijst van records een bestand, dat daarna wordt verwerkt.",
        "schema": {"type": "string"},
        "example": "respond-async",
    }
]


@router.post("/diagnose-importen", **_ROUTE)
def importeer_diagnoses(
    request: Request, kop: Annotated[Bestandskop, Query()], opdracht: DiagnoseImportOpdracht | None = None
) -> Response:
    """Lever uitslagen aan. Goede records worden bewaard; van elk ander record staat er wat er niet klopt.

    Tot 1.000 records gaan als JSON-object direct (201). Een bestand is het lichaam zelf, als NDJSON, CSV of XLSX, of
    als JSON-lijst met `Prefer: respond-async`: dat antwoordt met 202 en wordt daarna verwerkt. Hetzelfde nog eens
    leveren verandert niets. Het schema staat in `openapi/diagnose-import-2.0.schema.json`.
    """
    bestand = ontvangen_van(request)
    if bestand is None:
        return schrijf(request, leveringen.importeer, _kern(opdracht), toon=DiagnoseImport.van)
    antwoord = schrijf(request, leveringen.neem_aan, aanlevering(kop, bestand), toon=DiagnoseImport.van)
    antwoord.status_code = 202
    return antwoord


def _kern(opdracht: DiagnoseImportOpdracht | None) -> DiagnoseImportOpdracht:
    if opdracht is None:
        raise OngeldigeInvoer({"body": KAAL})
    return opdracht


def aanlevering(kop: Bestandskop, bestand: Ontvangen) -> Aanlevering:
    """Say what was received, and how."""
    return Aanlevering(
        kop=kop, vorm=Importvorm(bestand.vorm), sha256=bestand.sha256, grootte=bestand.grootte, pad=bestand.pad
    )


@router.get("/diagnose-importen/{importId}", **leest(DiagnoseImport, "Levering volgen", *LEVERANCIERS, doel=DOEL))
def geef_diagnose_import(request: Request, importId: UUID) -> Response:
    """Geef hoe ver een levering is en wat ervan is geworden; bij een kleine levering ook per record."""
    return lees(request, lambda h: leveringen.bekijk(h, importId), toon=DiagnoseImport.van, personen=_personen)


def _personen(rij: Levering) -> Iterator[UUID]:
    return (UUID(regel["klant_id"]) for regel in rij.uitkomsten if regel["klant_id"])


@router.post(
    "/diagnose-importen/{importId}/annulering",
    **maakt(DiagnoseImport, "Levering annuleren", *LEVERANCIERS, doel=DOEL),
)
def annuleer_diagnose_import(request: Request, importId: UUID) -> Response:
    """Stop een levering die wacht of loopt. Wat al is verwerkt blijft; wat nog moest komen wordt vergeten."""
    return schrijf(request, leveringen.annuleer, toon=DiagnoseImport.van, import_id=importId)
