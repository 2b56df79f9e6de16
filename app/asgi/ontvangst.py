"""Receiving a file: the body goes to disk piece by piece, and the endpoint gets its place; nothing holds it whole.

Stands around one route, behind the right to use it.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.asgi.omvang import Omvang
from app.asgi.probleem import probleem, zend
from app.asgi.staat import correlatie_id, kop, staat

JSON = "application/json"
VORMEN = {
    "application/x-ndjson": "ndjson",
    "text/csv": "csv",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
}
"""The forms of a file by Content-Type; JSON is a file when the client asks for ``Prefer: respond-async``."""


@dataclass(frozen=True)
class Ontvangen:
    """A file as received: its form, its place until the answer is given, its size in bytes, and its hash."""

    vorm: str
    pad: Path
    grootte: int
    sha256: str


class Afgebroken(Exception):
    """The client went away before the file was there; never leaves this file."""


class Ontvangst:
    """Puts a file on disk under ``map`` for as long as the request lasts; ``klein`` is the limit to JSON in bytes."""

    def __init__(self, app: ASGIApp, map: str | None, klein: int) -> None:
        self.app = app
        self._map = map
        self._klein = Omvang(app, klein)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        soort = (kop(scope, b"content-type") or b"").split(b";")[0].strip().lower().decode("latin-1")
        uitgesteld = b"respond-async" in (kop(scope, b"prefer") or b"")
        vorm = VORMEN.get(soort) or ("json" if soort == JSON and uitgesteld else None)
        if vorm is not None:
            await self._ontvang(scope, receive, send, vorm)
        elif soort in (JSON, ""):
            await self._klein(scope, receive, send)
        else:
            detail = f"Stuur een van: {', '.join((JSON, *VORMEN))}."
            await zend(send, probleem(415, "verkeerd_formaat", detail, correlatie_id=correlatie_id(scope)))

    async def _ontvang(self, scope: Scope, receive: Receive, send: Send, vorm: str) -> None:
        nummer, naam = tempfile.mkstemp(prefix="iom-", dir=self._map)
        pad = Path(naam)
        try:
            with os.fdopen(nummer, "wb") as bestand:
                som = hashlib.sha256()
                grootte = 0
                async for stuk in _stukken(receive):
                    bestand.write(stuk)
                    som.update(stuk)
                    grootte += len(stuk)
            staat(scope)["ontvangen"] = Ontvangen(vorm, pad, grootte, som.hexdigest())
            await self.app(scope, _niets, send)
        except Afgebroken:
            return
        finally:
            pad.unlink(missing_ok=True)


async def _stukken(receive: Receive) -> AsyncIterator[bytes]:
    while True:
        bericht = await receive()
        if bericht["type"] == "http.disconnect":
            raise Afgebroken
        yield bericht.get("body", b"")
        if not bericht.get("more_body", False):
            return


async def _niets() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}
