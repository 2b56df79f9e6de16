"""A tiny service with the real middleware and no database."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from starlette.testclient import TestClient

from app import logboek
from app.asgi.stapel import Manieren, stapel
from app.identiteit.controle import Tokencontrole
from app.identiteit.sleutels import Sleutelbron, VasteSleutels
from app.klok import VasteKlok
from tests.steun import tokens

GOED = {"Authorization": f"Bearer {tokens.token()}"}


def controle(bron: Sleutelbron | None = None, klok: VasteKlok | None = None) -> Tokencontrole:
    moment = datetime.fromtimestamp(tokens.NU, UTC)
    return Tokencontrole(
        bron or VasteSleutels(tokens.jwks()), tokens.UITGEVER, tokens.DOELGROEP, klok or VasteKlok(moment)
    )


def dienst(wie: Tokencontrole | None = None, **extra: Any) -> TestClient:
    logboek.configureer()
    app = FastAPI(
        middleware=stapel(Manieren(controle=wie or controle(), api_versie="1.2.3", **extra)),
        openapi_url="/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.include_router(_router(), prefix="/v1")
    app.get("/health/live")(lambda: {"status": "ok"})
    return TestClient(app, raise_server_exceptions=False)


def _router() -> APIRouter:
    router = APIRouter()

    @router.get("/wie")
    def wie(request: Request) -> dict[str, Any]:
        actor = request.state.actor
        return {"medewerkerId": actor.medewerker_id, "rollen": sorted(actor.rollen), "client": actor.client}

    @router.get("/klanten/{klantId}")
    def klant(klantId: str) -> dict[str, str]:  # noqa: N803
        return {"klantId": klantId}

    @router.post("/klanten")
    def maak(inhoud: dict[str, Any]) -> int:
        return len(str(inhoud))

    @router.get("/stuk")
    def stuk() -> None:
        raise RuntimeError("rij van J. Jansen, bsn 111222333")

    return router
