"""Wiring of the API process."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import anyio.to_thread
from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from pydantic.alias_generators import to_camel
from sqlalchemy import Engine

from app import CODEVERSIE
from app.api.context import rollen_van
from app.api.contract import maak_openapi
from app.api.fouten import koppel_fouten
from app.api.kamers import BESTANDSPADEN, KAMERS
from app.asgi.ontvangst import Ontvangst
from app.asgi.recht import Recht
from app.asgi.stapel import OPEN_IN_ONTWIKKELING, OPEN_PADEN, Manieren, stapel
from app.db.sessie import maak_sessies
from app.domain.beleid.register import Register
from app.gezondheid import router as gezondheid
from app.identiteit.controle import Tokencontrole
from app.identiteit.sleutels import Sleutelbron
from app.klok import Klok, SysteemKlok
from app.settings import Settings

DOCUMENT_BYTES = 15 * 1_048_576
"""A document of ten megabytes as base64 in JSON, with room to spare."""
RUIMER = {"/v1/documenten": DOCUMENT_BYTES}


def create_app(settings: Settings, engine: Engine, register: Register, sleutels: Sleutelbron, klok: Klok) -> FastAPI:
    """Wire the API: policy, database, identity and clock come in, an ASGI application comes out."""
    controle = Tokencontrole(sleutels, settings.uitgever, settings.doelgroep, SysteemKlok())
    manieren = Manieren(
        controle=controle,
        api_versie=CODEVERSIE,
        open_paden=OPEN_PADEN if settings.productie else OPEN_PADEN + OPEN_IN_ONTWIKKELING,
        herkomsten=settings.toegestane_herkomsten,
        max_body_bytes=settings.max_body_bytes,
        ruimer={**RUIMER, **{f"/v1{pad}": settings.max_import_bytes for pad in BESTANDSPADEN}},
    )
    app = FastAPI(
        title="Inzet op Maat",
        version=CODEVERSIE,
        openapi_url="/v1/openapi.json",
        docs_url="/v1/docs",
        redoc_url=None,
        redirect_slashes=False,
        middleware=stapel(manieren),
        lifespan=_levensloop,
    )
    app.state.settings = settings
    app.state.engine = engine
    app.state.sessies = maak_sessies(engine)
    app.state.register = register
    app.state.klok = klok
    koppel_fouten(app)
    _zet_kamers_neer(app, settings)
    contract: dict[str, Any] = {}

    def openapi() -> dict[str, Any]:
        if not contract:
            contract.update(maak_openapi(app, settings.api_url))
        return contract

    app.openapi = openapi  # type: ignore[method-assign]
    return app


def _zet_kamers_neer(app: FastAPI, settings: Settings) -> None:
    """Put the routes of all rooms in one flat list, which is matched faster than nested routers."""
    for kamer in KAMERS:
        for route in kamer.routes:
            assert isinstance(route, APIRoute)
            _neem_over(app, route, settings)
    app.include_router(gezondheid)


def _neem_over(app: FastAPI, route: APIRoute, settings: Settings) -> None:
    vlak = APIRouter()
    vlak.add_api_route(
        f"/v1{route.path}",
        route.endpoint,
        methods=sorted(route.methods or ()),
        response_model=route.response_model,
        status_code=route.status_code,
        summary=route.summary,
        tags=route.tags,
        openapi_extra=route.openapi_extra,
        operation_id=to_camel(route.name),
    )
    for eigen in vlak.routes:
        assert isinstance(eigen, APIRoute)
        if route.path in BESTANDSPADEN:
            eigen.app = Ontvangst(eigen.app, settings.ontvangstmap, settings.max_body_bytes)
        eigen.app = Recht(eigen.app, rollen_van(eigen))
    app.router.routes.extend(vlak.routes)


@asynccontextmanager
async def _levensloop(app: FastAPI) -> AsyncIterator[None]:
    """Give the thread pool as many threads as there are database connections, and close these at the end."""
    anyio.to_thread.current_default_thread_limiter().total_tokens = app.state.settings.verbindingen
    yield
    app.state.engine.dispose()
