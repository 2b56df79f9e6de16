"""Whether the service lives, and whether it is ready for work."""

from __future__ import annotations

import json

from alembic.runtime.migration import MigrationContext
from fastapi import APIRouter, Request
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
    try:
        with request.app.state.engine.connect() as verbinding:
            onderdelen["database"] = True
            onderdelen["migraties"] = MigrationContext.configure(verbinding).get_current_revision() == hoogste()
    except SQLAlchemyError:
        onderdelen["database"] = False
    goed = all(onderdelen.values())
    return _antwoord(200 if goed else 503, {"status": "ok" if goed else "niet gereed", "onderdelen": onderdelen})


def _antwoord(status: int, inhoud: dict[str, object]) -> Response:
    return Response(json.dumps(inhoud), status, media_type="application/json")
