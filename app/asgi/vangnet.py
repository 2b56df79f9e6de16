"""The last resort: whatever goes wrong unforeseen becomes a 500 that tells nothing about the inside."""

from __future__ import annotations

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.asgi.probleem import probleem, zend
from app.asgi.staat import correlatie_id

log = structlog.get_logger("vangnet")


class AntwoordAfgebroken(RuntimeError):
    """An answer that had begun could not be finished; the server closes the connection."""


class Vangnet:
    """Answers an unforeseen exception with 500 problem+json and logs where it came from, not what it said."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begonnen = False

        async def onthoud(bericht: Message) -> None:
            nonlocal begonnen
            begonnen = True
            await send(bericht)

        try:
            await self.app(scope, receive, onthoud)
        except Exception:
            log.exception("onvoorziene_fout")
            if begonnen:
                raise AntwoordAfgebroken from None
            detail = "Er ging iets mis in de dienst. Noem het correlatieId bij een melding."
            await zend(send, probleem(500, "interne_fout", detail, correlatie_id=correlatie_id(scope)))
