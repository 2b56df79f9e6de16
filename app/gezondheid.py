"""Whether the service lives, and whether it is ready for work."""

from __future__ import annotations

import json
from contextlib import suppress

import psycopg
from fastapi import APIRouter, Request
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from starlette.responses import Response

from app.migraties import hoogste

router = APIRouter(include_in_schema=False)


@router.get("/health/live")
def leeft() -> Response:
    """Tell that the process answers."""
    return _antwoord(200, {"status": "ok"})


@router.get("/health/ready")
def gereed(request: Request) -> Response:
    """Tell whether the database answers, its migrations are at head and the policy packs are loaded."""
    onderdelen = {"database": False, "migraties": False, "beleid": bool(request.app.state.register.paketten)}
    with suppress(SQLAlchemyError, psycopg.Error), request.app.state.engine.connect() as verbinding:
        onderdelen["database"] = True
        onderdelen["migraties"] = verbinding.scalar(text("SELECT version_num FROM alembic_version")) == hoogste()
    goed = all(onderdelen.values())
    return _antwoord(200 if goed else 503, {"status": "ok" if goed else "niet gereed", "onderdelen": onderdelen})


def _antwoord(status: int, inhoud: dict[str, object]) -> Response:
    return Response(json.dumps(inhoud), status, media_type="application/json")
