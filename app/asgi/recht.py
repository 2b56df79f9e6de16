"""The right to use a route, judged before its input is read."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.types import ASGIApp, Receive, Scope, Send

from app.asgi.staat import actor
from app.domain.kern.fouten import NietBevoegd
from app.domain.kern.rollen import Rol


class Recht:
    """Stands around one route: raises NietBevoegd for an actor without one of its roles."""

    def __init__(self, app: ASGIApp, rollen: Iterable[Rol]) -> None:
        self.app = app
        self._rollen = frozenset(rollen)
        self._melding = f"Hiervoor is een van deze rollen nodig: {', '.join(sorted(self._rollen))}."

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        wie = actor(scope)
        if wie is None or not wie.heeft(*self._rollen):
            raise NietBevoegd(self._melding)
        await self.app(scope, receive, send)
