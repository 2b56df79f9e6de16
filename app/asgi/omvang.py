"""A limit to the size of a request body, whatever its Content-Length says."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.asgi.probleem import probleem, zend
from app.asgi.staat import correlatie_id, kop


class LichaamTeGroot(Exception):
    """Raised inside ``receive`` so that the application stops reading; never leaves this file."""


class Omvang:
    """Answers 413 to a body of more than ``maximum`` bytes; ``ruimer`` names exact paths that may take more."""

    def __init__(self, app: ASGIApp, maximum: int, ruimer: Mapping[str, int] | None = None) -> None:
        self.app = app
        self._maximum = maximum
        self._ruimer = dict(ruimer or {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        maximum = self._ruimer.get(scope["path"], self._maximum)
        gemeld = kop(scope, b"content-length") or b""
        if gemeld.isdigit() and int(gemeld) > maximum:
            await _weiger(scope, send, maximum)
            return
        await self._tel_mee(scope, receive, send, maximum)

    async def _tel_mee(self, scope: Scope, receive: Receive, send: Send, maximum: int) -> None:
        gelezen, te_groot, begonnen = 0, False, False

        async def lees() -> Message:
            nonlocal gelezen, te_groot
            bericht = await receive()
            gelezen += len(bericht.get("body", b""))
            if gelezen > maximum:
                te_groot = True
                raise LichaamTeGroot
            return bericht

        async def antwoord(bericht: Message) -> None:
            # Frameworks turn the exception into an answer of their own; the 413 goes out instead.
            nonlocal begonnen
            if te_groot and not begonnen:
                return
            begonnen = True
            await send(bericht)

        try:
            await self.app(scope, lees, antwoord)
        except LichaamTeGroot:
            if begonnen:
                raise
        if te_groot and not begonnen:
            await _weiger(scope, send, maximum)


async def _weiger(scope: Scope, send: Send, maximum: int) -> None:
    detail = f"De aanvraag is groter dan {maximum} bytes."
    await zend(send, probleem(413, "aanvraag_te_groot", detail, correlatie_id=correlatie_id(scope)))
