"""Headers on every answer, and the correlation id that ties an answer to its log lines."""

from __future__ import annotations

import re

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uuid_utils import uuid7

from app.asgi.staat import kop, staat

BEVEILIGING = (
    (b"cache-control", b"no-store"),
    (b"content-security-policy", b"frame-ancestors 'none'"),
    (b"strict-transport-security", b"max-age=31536000"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
)
CORRELATIE = b"x-correlatie-id"

# Only the shape of a UUID is accepted: free text could carry personal data into the log.
_UUID = re.compile(rb"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}", re.IGNORECASE)
_TRACEPARENT = re.compile(rb"[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}")


class Koppen:
    """Outermost middleware: security headers, ``API-Version`` and ``X-Correlatie-Id`` on whatever is answered."""

    def __init__(self, app: ASGIApp, api_versie: str) -> None:
        self.app = app
        self._vast = (*BEVEILIGING, (b"api-version", api_versie.encode("ascii")))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        nummer = correlatie(scope)
        staat(scope)["correlatie_id"] = nummer
        eigen = (*self._vast, (CORRELATIE, nummer.encode("ascii")))

        async def zend(bericht: Message) -> None:
            if bericht["type"] == "http.response.start":
                koppen = list(bericht.get("headers", ()))
                gezet = {naam.lower() for naam, _ in koppen}
                bericht["headers"] = koppen + [paar for paar in eigen if paar[0] not in gezet]
            await send(bericht)

        with structlog.contextvars.bound_contextvars(correlatie_id=nummer):
            await self.app(scope, receive, zend)


def correlatie(scope: Scope) -> str:
    """Return the caller's id when it is well-formed, else the trace id of its ``traceparent``, else a new UUIDv7."""
    if (gegeven := kop(scope, CORRELATIE)) and _UUID.fullmatch(gegeven):
        return gegeven.decode("ascii").lower()
    if (spoor := kop(scope, b"traceparent")) and (gevonden := _TRACEPARENT.fullmatch(spoor)):
        return gevonden[1].decode("ascii")
    return str(uuid7())
