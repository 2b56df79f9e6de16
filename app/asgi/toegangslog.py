"""One log line per request: who did what through which route, with what result. No address, no query, no names."""

from __future__ import annotations

import time

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.asgi.staat import actor

log = structlog.get_logger("toegang")


class Toegangslog:
    """Writes the access line after the answer, also when serving it failed (status 0: nothing was answered)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status, begin = 0, time.perf_counter()

        async def zend(bericht: Message) -> None:
            nonlocal status
            if bericht["type"] == "http.response.start":
                status = bericht["status"]
            await send(bericht)

        try:
            await self.app(scope, receive, zend)
        finally:
            wie = actor(scope)
            log.info(
                "verzoek",
                methode=scope["method"],
                route=route_sjabloon(scope),
                status=status,
                duur_ms=round((time.perf_counter() - begin) * 1000, 2),
                medewerker_id=str(wie.medewerker_id) if wie else None,
                organisatie=wie.organisatie if wie else None,
                client=wie.client if wie else None,
            )


def route_sjabloon(scope: Scope) -> str:
    """Return the route's template (``/v1/klanten/{klantId}``), ``-`` when no route was found.

    A route that came in through ``include_router`` knows its own part only; FastAPI keeps the whole beside it.
    """
    geheel = scope.get("fastapi", {}).get("effective_route_context")
    sjabloon = getattr(geheel, "path_format", None) or getattr(scope.get("route"), "path_format", None)
    return sjabloon if isinstance(sjabloon, str) else "-"
