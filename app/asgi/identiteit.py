"""Who is asking: a Bearer token on every path that is not explicitly open."""

from __future__ import annotations

from collections.abc import Iterable

import anyio
from starlette.types import ASGIApp, Receive, Scope, Send

from app.asgi.probleem import probleem, zend
from app.asgi.staat import correlatie_id, staat
from app.domain.kern.rollen import Actor
from app.identiteit.controle import Tokencontrole
from app.identiteit.fouten import SleutelOnbekend, SleutelsOnbereikbaar, TokenGeweigerd

_REALM = b'Bearer realm="inzet-op-maat"'


class Identiteit:
    """Puts the actor in the state of the request, or answers 401 (503 while the issuer's keys are out of reach).

    ``open_paden`` are exact paths, or whole branches when they end in ``/``.
    """

    def __init__(self, app: ASGIApp, controle: Tokencontrole, open_paden: Iterable[str]) -> None:
        self.app = app
        self._controle = controle
        paden = tuple(open_paden)
        self._precies = frozenset(pad for pad in paden if not pad.endswith("/"))
        self._takken = tuple(pad for pad in paden if pad.endswith("/"))
        # One fetch at a time, outside the threads that serve endpoints.
        self._wachtrij = anyio.CapacityLimiter(1)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; a websocket is refused, there are none."""
        if scope["type"] == "lifespan" or self._is_open(scope["path"]):
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            if await self._herken(scope, send):
                await self.app(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1008, "reason": ""})

    def _is_open(self, pad: str) -> bool:
        return pad in self._precies or pad.startswith(self._takken)

    async def _herken(self, scope: Scope, send: Send) -> bool:
        try:
            staat(scope)["actor"] = await self._actor(lees_token(scope))
        except TokenGeweigerd as fout:
            uitdaging = _REALM if fout.code == "token_ontbreekt" else _REALM + b', error="invalid_token"'
            lichaam = probleem(401, fout.code, fout.melding, correlatie_id=correlatie_id(scope))
            await zend(send, lichaam, [(b"www-authenticate", uitdaging)])
            return False
        except SleutelsOnbereikbaar:
            detail = "De uitgever van toegangstokens is niet bereikbaar. Probeer het zo nog eens."
            lichaam = probleem(503, "uitgever_onbereikbaar", detail, correlatie_id=correlatie_id(scope))
            await zend(send, lichaam, [(b"retry-after", b"30")])
            return False
        return True

    async def _actor(self, token: str) -> Actor:
        if self._controle.verouderd():
            await self._ververs()
        try:
            return self._controle.controleer(token)
        except SleutelOnbekend:
            await self._ververs()
            return self._controle.controleer(token)

    async def _ververs(self) -> None:
        await anyio.to_thread.run_sync(self._controle.ververs, limiter=self._wachtrij)


def lees_token(scope: Scope) -> str:
    """Return the token of the one Authorization header; TokenGeweigerd for none, two, another scheme or the address."""
    if b"access_token=" in scope.get("query_string", b""):
        raise TokenGeweigerd("token_in_adres")
    koppen = [waarde for naam, waarde in scope["headers"] if naam == b"authorization"]
    if not koppen:
        raise TokenGeweigerd("token_ontbreekt")
    schema, _, token = koppen[0].partition(b" ")
    if len(koppen) > 1 or schema.lower() != b"bearer":
        raise TokenGeweigerd("token_misvormd")
    return bytes(token).decode("latin-1")
