"""The contract: what a route says of itself, and the OpenAPI document made of all routes."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel

from app import CODEVERSIE
from app.api.schema import Probleem
from app.api.voorbeeld import voorbeeld
from app.domain.kern.rollen import Rol

FOUTTEKSTEN = {
    400: "De invoer klopt niet; alle veldfouten staan erin.",
    401: "Geen geldig token.",
    403: "Het token geeft geen recht op deze handeling.",
    404: "Bestaat niet, of u mag het niet zien.",
    409: "De toestand of een regel laat dit niet toe; `toetsen` noemt elke voorwaarde met haar artikel.",
    412: "Dit staat op een andere versie dan de ETag die u zag.",
    428: "If-Match ontbreekt.",
    500: "Er ging iets mis in de dienst.",
    503: "De dienst kan er even niet bij; probeer het na `Retry-After` seconden nog eens.",
}
_SLEUTEL = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": True,
    "description": "Eigen sleutel; dezelfde sleutel met dezelfde inhoud geeft het bewaarde antwoord.",
    "schema": {"type": "string", "minLength": 8, "maxLength": 100},
    "example": "3f1c0a52-8f8e-4a57-9c2b-1f0a4a0f7d11",
}
_VERSIE = {
    "name": "If-Match",
    "in": "header",
    "required": True,
    "description": "De ETag die u zag.",
    "schema": {"type": "string"},
    "example": '"3"',
}

_ANDERE_MEDIA = {
    "application/pdf": "%PDF-1.7\n%%EOF\n",
    "text/calendar": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
    "text/html": '<!doctype html>\n<html lang="nl">',
}


def _route(model: Any, samenvatting: str, rollen: tuple[Rol, ...], doel: str, status: int) -> dict[str, Any]:
    return {
        "response_model": model,
        "status_code": status,
        "summary": samenvatting,
        "openapi_extra": {"security": [{"oauth2": [rol.value]} for rol in rollen], "x-doel": doel},
    }


def leest(
    model: type[BaseModel] | None, samenvatting: str, *rollen: Rol, doel: str, media: str | None = None
) -> dict[str, Any]:
    """Describe a GET (or a search): its answer, summary, roles and the purpose for which data are read.

    ``media`` is the media type of an answer that is no JSON; several of them with a space between.
    """
    route = _route(model, samenvatting, rollen, doel, 200)
    return route | {"openapi_extra": route["openapi_extra"] | ({"x-media": media} if media else {})}


def maakt(
    model: type[BaseModel], samenvatting: str, *rollen: Rol, doel: str, plaats: str | None = None, versie: bool = False
) -> dict[str, Any]:
    """Describe a POST that creates: needs an Idempotency-Key; with ``versie`` also the ETag of what it acts on."""
    route = _route(model, samenvatting, rollen, doel, 201)
    extra = route["openapi_extra"] | {"x-idempotent": True, "parameters": [_SLEUTEL, *([_VERSIE] if versie else [])]}
    if versie:
        extra["x-versie"] = True
    if plaats:
        extra["x-plaats"] = f"/v1{plaats}"
    return route | {"openapi_extra": extra}


def wijzigt(model: type[BaseModel], samenvatting: str, *rollen: Rol, doel: str) -> dict[str, Any]:
    """Describe a PUT or PATCH: needs If-Match."""
    route = _route(model, samenvatting, rollen, doel, 200)
    return route | {"openapi_extra": route["openapi_extra"] | {"x-versie": True, "parameters": [_VERSIE]}}


def maak_openapi(app: FastAPI, api_url: str) -> dict[str, Any]:
    """Generate the OpenAPI 3.1 document after the NLgov REST API Design Rules; paths are relative to ``/v1``."""
    document = get_openapi(
        title="Inzet op Maat",
        version=CODEVERSIE,
        summary="Re-integratie onder de Participatiewet: van melding tot besluit.",
        description=(
            "Open dienst waarmee gemeenten mensen in de bijstand begeleiden. Elke beslissing noemt haar artikelen en "
            "is na te rekenen, elke termijn legt zichzelf uit. Datums staan in ISO 8601, bedragen in eurocenten."
        ),
        routes=[route for route in app.routes if getattr(route, "include_in_schema", False)],
        servers=[{"url": api_url, "description": "Omgeving van de gemeente"}],
        contact={
            "name": "Team Inzet op Maat",
            "url": "https://inzet-op-maat.example",
            "email": "team@inzet-op-maat.example",
        },
        tags=_tags(app),
    )
    document["paths"] = {pad.removeprefix("/v1"): deel for pad, deel in document["paths"].items()}
    componenten = document.setdefault("components", {})
    schemas = componenten.setdefault("schemas", {})
    schemas["Probleem"] = Probleem.model_json_schema(ref_template="#/components/schemas/{model}")
    for naam in ("HTTPValidationError", "ValidationError"):
        schemas.pop(naam, None)
    for schema in schemas.values():
        if "enum" in schema:
            schema.pop(
                "description", None
            )  # The docstring of a choice is for who reads the code; its values speak Dutch.
    componenten["securitySchemes"] = {"oauth2": _oauth2()}
    for pad in document["paths"].values():
        for methode, operatie in pad.items():
            _maak_af(methode, operatie)
    _vlak_nullables(document)
    for pad in document["paths"].values():
        for operatie in pad.values():
            _geef_voorbeelden(operatie, schemas)
    return document


def _tags(app: FastAPI) -> list[dict[str, str]]:
    namen = {tag for route in app.routes for tag in getattr(route, "tags", [])}
    return [{"name": str(naam)} for naam in sorted(map(str, namen))]


def _oauth2() -> dict[str, Any]:
    scopes = {rol.value: f"Handelen als {rol.value}." for rol in Rol}
    stroom = {"authorizationUrl": "https://login.example/authorize", "tokenUrl": "https://login.example/token"}
    return {
        "type": "oauth2",
        "description": "Toegang volgens het NL GOV-profiel voor OAuth 2.0; de rol is de scope.",
        "flows": {
            "authorizationCode": {**stroom, "scopes": scopes},
            "clientCredentials": {"tokenUrl": stroom["tokenUrl"], "scopes": {"koppeling": scopes["koppeling"]}},
        },
    }


def _maak_af(methode: str, operatie: dict[str, Any]) -> None:
    antwoorden = operatie["responses"]
    antwoorden.pop("422", None)
    met_versie = "x-versie" in operatie or "x-idempotent" in operatie
    for status, antwoord in antwoorden.items():
        if status[0] == "2":
            _maak_goed_antwoord_af(antwoord, met_versie, operatie.pop("x-media", None))
            if "x-plaats" in operatie:
                plaats = {"schema": {"type": "string"}, "description": "Adres van wat is gemaakt."}
                antwoord["headers"]["Location"] = plaats
    statussen = [400, 401, 403, 404, 500, 503]
    if methode != "get":
        statussen.append(409)
    if "x-versie" in operatie:
        statussen += [412, 428]
    for status in sorted(statussen):
        antwoorden[str(status)] = {
            "description": FOUTTEKSTEN[status],
            "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Probleem"}}},
        }
    for sleutel in ("x-idempotent", "x-versie", "x-plaats"):
        operatie.pop(sleutel, None)


def _maak_goed_antwoord_af(antwoord: dict[str, Any], met_versie: bool, media: str | None) -> None:
    if media:
        soorten = media.split()
        antwoord["content"] = {
            soort: {"schema": {"type": "string"}, "example": _ANDERE_MEDIA[soort]} for soort in soorten
        }
    if antwoord["description"] == "Successful Response":
        antwoord["description"] = "Gelukt."
    versie = {"schema": {"type": "string"}, "description": "Volledige versie van de API.", "example": CODEVERSIE}
    antwoord["headers"] = {"API-Version": versie}
    if met_versie:
        antwoord["headers"]["ETag"] = {"schema": {"type": "string"}, "description": "Versie van dit gegeven."}


def _geef_voorbeelden(operatie: dict[str, Any], schemas: dict[str, Any]) -> None:
    """Add an example to what goes in and to what comes out when all is well."""
    goed = [antwoord for status, antwoord in operatie["responses"].items() if status[0] == "2"]
    for deel, volledig in ((operatie.get("requestBody", {}), False), *((antwoord, True) for antwoord in goed)):
        inhoud = deel.get("content", {}).get("application/json")
        if inhoud is not None:
            inhoud["example"] = voorbeeld(inhoud["schema"], schemas, volledig=volledig)


def _vlak_nullables(deel: Any) -> None:
    """Write ``anyOf: [string, null]`` as ``type: [string, null]``, which tools and the design rules read better."""
    if isinstance(deel, list):
        for lid in deel:
            _vlak_nullables(lid)
        return
    if not isinstance(deel, dict):
        return
    keuzes = deel.get("anyOf")
    if isinstance(keuzes, list) and len(keuzes) == 2 and keuzes[1] == {"type": "null"} and "type" in keuzes[0]:
        del deel["anyOf"]
        deel.update(keuzes[0] | {"type": [keuzes[0]["type"], "null"]})
    for lid in deel.values():
        _vlak_nullables(lid)
