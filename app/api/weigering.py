"""Refused attempts are remembered: who wanted what of whom, in a short transaction of its own."""

from __future__ import annotations

from uuid import UUID

import structlog
from fastapi import Request
from sqlalchemy.exc import SQLAlchemyError

from app.api.context import actor_van, handeling_van
from app.asgi import staat
from app.db.sessie import transactie
from app.services.vastleggen import log_verwerking

log = structlog.get_logger("weigering")


def leg_weigering_vast(request: Request, code: str) -> None:
    """Log a 403 or 409 with the klant of the address, if it names one.

    The refusal stands, whether or not it can be logged; nothing is logged of somebody who showed no token.
    """
    if staat.actor(request.scope) is None:
        return
    try:
        with transactie(request.app.state.sessies, actor_van(request)) as sessie:
            log_verwerking(handeling_van(request, sessie), [_klant(request)], f"geweigerd: {code}")
    except SQLAlchemyError:
        log.exception("weigering_niet_vastgelegd")


def _klant(request: Request) -> UUID | None:
    try:
        return UUID(str(request.path_params.get("klantId")))
    except ValueError:
        return None
