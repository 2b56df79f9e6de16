"""What a request is about: its route, its actor, and the Handeling made of both."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import Request
from fastapi.routing import APIRoute
from sqlalchemy.orm import Session

from app.asgi import staat
from app.asgi.ontvangst import Ontvangen
from app.domain.kern.rollen import Actor, Rol
from app.services.handeling import Handeling


def route_van(request: Request) -> APIRoute:
    """Return the route that this request found."""
    route = request.scope["route"]
    assert isinstance(route, APIRoute)
    return route


def actor_van(request: Request) -> Actor:
    """Return who acts; every route of a room is behind a token."""
    actor = staat.actor(request.scope)
    assert actor is not None
    return actor


def ontvangen_van(request: Request) -> Ontvangen | None:
    """Return the file that was posted, if the body was one."""
    gevonden = staat.staat(request.scope).get("ontvangen")
    return gevonden if isinstance(gevonden, Ontvangen) else None


def extra_van(route: APIRoute) -> Mapping[str, Any]:
    """Return what the route says of itself beyond its models (see ``contract.py``)."""
    return route.openapi_extra or {}


def rollen_van(route: APIRoute) -> frozenset[Rol]:
    """Return the roles that may use this route. KeyError when it names none: such a route must not be served."""
    return frozenset(Rol(rol) for keuze in extra_van(route)["security"] for rol in keuze["oauth2"])


def handeling_van(request: Request, sessie: Session, als_versie: int | None = None) -> Handeling:
    """Make the context in which the use case of this request runs."""
    state = request.app.state
    route = route_van(request)
    return Handeling(
        sessie=sessie,
        actor=actor_van(request),
        register=state.register,
        nu=state.klok.nu(),
        naam=route.operation_id or route.name,
        doel=extra_van(route)["x-doel"],
        correlatie_id=staat.correlatie_id(request.scope),
        als_versie=als_versie,
        formeel=state.settings.productie,
    )
