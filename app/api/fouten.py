"""One table from domain refusals to HTTP, and the handlers that turn every error into problem+json (RFC 9457)."""

from __future__ import annotations

import json
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import DataError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as WachttijdVoorbij
from starlette.exceptions import HTTPException
from starlette.responses import Response

from app.api.weigering import leg_weigering_vast
from app.asgi.probleem import MEDIATYPE, probleem
from app.asgi.staat import correlatie_id
from app.domain.kern import fouten
from app.services.veldfouten import vertaal


class VersieVereist(fouten.DomeinFout):
    """The client must say which version it saw."""

    code = "voorwaarde_vereist"


STATUS: dict[type[fouten.DomeinFout], int] = {
    fouten.NietGevonden: 404,
    fouten.NietBevoegd: 403,
    fouten.OngeldigeInvoer: 400,
    fouten.Conflict: 409,
    fouten.VersieVerouderd: 412,
    fouten.BeleidOntbreekt: 409,
    VersieVereist: 428,
}

VASTGELEGD = frozenset({403, 409})
"""Refusals that the verwerkingslog remembers."""

HTTP_FOUTEN = {
    404: ("niet_gevonden", "Dit adres bestaat niet."),
    405: ("methode_niet_toegestaan", "Deze methode bestaat niet op dit adres."),
    415: ("verkeerd_formaat", "Stuur JSON met Content-Type application/json."),
}


def status_van(fout: fouten.DomeinFout) -> int:
    """Find the status for a refusal; the nearest base class in the table counts."""
    return next(STATUS[klasse] for klasse in type(fout).__mro__ if klasse in STATUS)


def _antwoord(request: Request, status: int, code: str, detail: str, **extra: Any) -> Response:
    lichaam = probleem(status, code, detail, correlatie_id=correlatie_id(request.scope), **extra)
    return Response(json.dumps(lichaam, ensure_ascii=False), status, media_type=MEDIATYPE)


def _domeinfout(request: Request, fout: Exception) -> Response:
    assert isinstance(fout, fouten.DomeinFout)
    extra: dict[str, Any] = {}
    if isinstance(fout, fouten.OngeldigeInvoer):
        extra["fouten"] = fout.velden
    if isinstance(fout, fouten.Geweigerd):
        extra["toetsen"] = fout.toetsen
    status = status_van(fout)
    if status in VASTGELEGD:
        leg_weigering_vast(request, fout.code)
    return _antwoord(request, status, fout.code, fout.melding, **extra)


def _invoerfout(request: Request, fout: Exception) -> Response:
    assert isinstance(fout, RequestValidationError)
    velden = dict(vertaal(regel, fout.body) for regel in fout.errors())
    detail = "Een of meer velden kloppen niet. Er is niets opgeslagen."
    return _antwoord(request, 400, "ongeldige_invoer", detail, fouten=velden)


def _httpfout(request: Request, fout: Exception) -> Response:
    assert isinstance(fout, HTTPException)
    code, detail = HTTP_FOUTEN.get(fout.status_code, ("fout", "De aanvraag kan niet worden uitgevoerd."))
    reactie = _antwoord(request, fout.status_code, code, detail)
    reactie.headers.update(fout.headers or {})
    return reactie


def _gegevensfout(request: Request, _fout: Exception) -> Response:
    leg_weigering_vast(request, "conflict")
    return _antwoord(request, 409, "conflict", "Dit botst met gegevens die al zijn vastgelegd. Er is niets opgeslagen.")


def _waardefout(request: Request, _fout: Exception) -> Response:
    """Answer what cannot be held or counted with: a NUL character, a number, day or moment out of its range."""
    return _antwoord(request, 400, "ongeldige_invoer", "Een waarde kan niet worden bewaard. Er is niets opgeslagen.")


def _databasefout(request: Request, _fout: Exception) -> Response:
    detail = "De database is even niet bereikbaar. Er is niets opgeslagen; probeer het zo nog eens."
    reactie = _antwoord(request, 503, "niet_beschikbaar", detail)
    reactie.headers["Retry-After"] = "5"
    return reactie


def koppel_fouten(app: FastAPI) -> None:
    """Register the handlers; what is left over becomes a 500 problem in the outermost middleware."""
    app.add_exception_handler(fouten.DomeinFout, _domeinfout)
    app.add_exception_handler(RequestValidationError, _invoerfout)
    app.add_exception_handler(HTTPException, _httpfout)
    app.add_exception_handler(IntegrityError, _gegevensfout)
    for waarde in (DataError, OverflowError):
        app.add_exception_handler(waarde, _waardefout)
    for weg in (OperationalError, InterfaceError, WachttijdVoorbij):
        app.add_exception_handler(weg, _databasefout)
