"""What the middleware knows about a request, for those who come after it (``request.state`` in an endpoint)."""

from __future__ import annotations

from typing import Any

from starlette.types import Scope

from app.domain.kern.rollen import Actor


def staat(scope: Scope) -> dict[str, Any]:
    """Return the state of the request: ``correlatie_id`` always, ``actor`` once the token is accepted."""
    inhoud: dict[str, Any] = scope.setdefault("state", {})
    return inhoud


def correlatie_id(scope: Scope) -> str:
    """Return the correlation id, empty outside the stack."""
    return str(staat(scope).get("correlatie_id", ""))


def actor(scope: Scope) -> Actor | None:
    """Return who acts, or None on an open path."""
    gevonden = staat(scope).get("actor")
    return gevonden if isinstance(gevonden, Actor) else None


def kop(scope: Scope, naam: bytes) -> bytes | None:
    """Return the first header with this lower-case name."""
    return next((waarde for sleutel, waarde in scope["headers"] if sleutel == naam), None)
