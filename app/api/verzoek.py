"""One request: transaction, idempotency, version, answer. Every endpoint goes through ``schrijf`` or ``lees``.

The work of a request is done in the one thread that the endpoint already has; nothing here adds a thread hop.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from fastapi import Request
from fastapi.routing import APIRoute
from pydantic import BaseModel
from starlette.responses import Response

from app.api import idempotentie
from app.api.context import actor_van, extra_van, handeling_van, route_van
from app.api.fouten import VersieVereist
from app.db.sessie import transactie
from app.domain.kern.fouten import OngeldigeInvoer
from app.services.handeling import Handeling
from app.services.vastleggen import log_verwerking

Toon = Callable[[Any], BaseModel | Response]


def schrijf(
    request: Request,
    functie: Callable[..., Any],
    opdracht: BaseModel | None = None,
    *,
    toon: Toon | None = None,
    **sleutels: Any,
) -> Response:
    """Run a use case in one transaction, committed before the reply leaves.

    ``functie`` gets the Handeling, the opdracht if there is one, and ``sleutels``; ``toon`` makes the answer of what
    it returns (default: the response model of the route). The same Idempotency-Key with the same content replays
    the stored answer. A refusal rolls everything back.
    """
    route = route_van(request)
    sleutel = _sleutel(request, route)
    als_versie = _als_versie(request, route)
    with transactie(request.app.state.sessies, actor_van(request)) as sessie:
        h = handeling_van(request, sessie, als_versie)
        bewaard = idempotentie.begin(h, sleutel, request.url.path, opdracht) if sleutel else None
        if bewaard is not None:
            return bewaard
        gemaakt = functie(h, opdracht, **sleutels) if opdracht is not None else functie(h, **sleutels)
        antwoord = _antwoord(route, gemaakt, toon)
        if sleutel:
            idempotentie.bewaar(h, sleutel, antwoord)
    return antwoord


def lees(
    request: Request,
    functie: Callable[[Handeling], Any],
    *,
    toon: Toon | None = None,
    personen: Callable[[Any], Iterable[UUID]] | None = None,
) -> Response:
    """Run a query in one transaction and log whose data were read (``personen`` names them from the result)."""
    with transactie(request.app.state.sessies, actor_van(request)) as sessie:
        h = handeling_van(request, sessie)
        gelezen = functie(h)
        if personen is not None:
            log_verwerking(h, list(dict.fromkeys(personen(gelezen))), "gelezen")
        return _antwoord(route_van(request), gelezen, toon)


def _sleutel(request: Request, route: APIRoute) -> str | None:
    if "x-idempotent" not in extra_van(route):
        return None
    sleutel = request.headers.get("Idempotency-Key", "")
    if not 8 <= len(sleutel) <= 100 or not sleutel.isprintable():
        raise OngeldigeInvoer(
            {"Idempotency-Key": "Stuur een eigen sleutel van 8 tot 100 tekens mee, bijvoorbeeld een UUID."}
        )
    return sleutel


def _als_versie(request: Request, route: APIRoute) -> int | None:
    if "x-versie" not in extra_van(route):
        return None
    gezien = request.headers.get("If-Match")
    if gezien is None:
        raise VersieVereist("Stuur If-Match mee met de ETag die u zag, zodat u niemands wijziging overschrijft.")
    kaal = gezien.removeprefix("W/").strip('"')
    if not kaal.isdecimal() or len(kaal) > 18:
        raise OngeldigeInvoer({"If-Match": 'Geef de ETag die u kreeg, bijvoorbeeld "3".'})
    return int(kaal)


def _antwoord(route: APIRoute, gemaakt: Any, toon: Toon | None) -> Response:
    if isinstance(gemaakt, Response):
        return gemaakt
    if isinstance(gemaakt, bytes):
        return Response(gemaakt, route.status_code or 200, media_type="application/json")
    if gemaakt is None:
        return Response(status_code=204)
    model = toon(gemaakt) if toon else route.response_model.model_validate(gemaakt)
    if isinstance(model, Response):
        return model
    assert isinstance(model, BaseModel)
    koppen = {}
    if (versie := getattr(model, "versie", None)) is not None:
        koppen["ETag"] = f'"{versie}"'
    if (plaats := extra_van(route).get("x-plaats")) is not None:
        koppen["Location"] = plaats.format(id=getattr(model, "id", ""))
    inhoud = model.model_dump_json(by_alias=True)
    return Response(inhoud, route.status_code or 200, koppen, media_type="application/json")
