"""Which web pages may call: those on the allow-list, and every page for the published contract."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.datastructures import Headers
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from app.asgi.probleem import MEDIATYPE, probleem

METHODEN = ("GET", "POST", "PUT", "PATCH", "DELETE")
AANVRAAG = ("Authorization", "If-Match", "If-None-Match", "Idempotency-Key", "X-Correlatie-Id", "traceparent")
ANTWOORD = ("API-Version", "ETag", "Link", "Location", "Retry-After", "WWW-Authenticate", "X-Correlatie-Id")


class _Cors(CORSMiddleware):
    """Starlette's, with problem+json for a refused preflight."""

    def preflight_response(self, request_headers: Headers) -> Response:
        antwoord = super().preflight_response(request_headers)
        if antwoord.status_code < 400:
            return antwoord
        koppen = {naam: waarde for naam, waarde in antwoord.headers.items() if not naam.startswith("content-")}
        lichaam = probleem(400, "herkomst_geweigerd", "Deze webpagina, methode of kop is niet toegestaan.")
        return JSONResponse(lichaam, 400, headers=koppen, media_type=MEDIATYPE)


class Cors:
    """Serves ``contract_pad`` to every origin and everything else to the allow-list only."""

    def __init__(self, app: ASGIApp, herkomsten: Iterable[str], contract_pad: str) -> None:
        self._contract_pad = contract_pad
        self._contract = _Cors(app, allow_origins=["*"], expose_headers=ANTWOORD)
        self._rest = _Cors(
            app,
            allow_origins=[herkomst for herkomst in herkomsten if herkomst != "*"],
            allow_methods=METHODEN,
            allow_headers=AANVRAAG,
            expose_headers=ANTWOORD,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        is_contract = scope["type"] == "http" and scope["path"] == self._contract_pad
        await (self._contract if is_contract else self._rest)(scope, receive, send)
