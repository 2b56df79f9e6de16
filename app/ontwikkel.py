"""Development only: the clock that can be set over HTTP, and the development issuer's keys."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from pydantic import AwareDatetime, BaseModel
from starlette.responses import Response

from app.klok import SysteemKlok, VerzetbareKlok
from app.services.ronde import ronde

KLOKBESTAND = "ontwikkelklok.json"


class KlokOpdracht(BaseModel):
    """Het tijdstip waarop de klok van de dienst moet staan."""

    tijdstip: AwareDatetime


class OntwikkelKlok(VerzetbareKlok):
    """A clock that can be set and that remembers its setting over a restart, in ``werkmap``."""

    def __init__(self, werkmap: Path) -> None:
        super().__init__()
        self._bestand = werkmap / KLOKBESTAND
        if self._bestand.exists():
            bewaard = json.loads(self._bestand.read_text())
            verstreken = SysteemKlok().nu() - datetime.fromisoformat(bewaard["gezetOp"])
            super().zet(datetime.fromisoformat(bewaard["tijdstip"]) + verstreken)

    def zet(self, moment: datetime) -> None:
        """Set the clock, and keep the setting."""
        super().zet(moment)
        stand = {"tijdstip": moment.isoformat(), "gezetOp": SysteemKlok().nu().isoformat()}
        kladje = self._bestand.with_suffix(".nieuw")
        kladje.write_text(json.dumps(stand))
        kladje.replace(self._bestand)


def maak_router(jwks: dict[str, Any]) -> APIRouter:
    """Make the development routes; production has none of these paths."""
    router = APIRouter(prefix="/ontwikkel", include_in_schema=False)

    @router.put("/klok")
    def zet_klok(request: Request, opdracht: KlokOpdracht) -> Response:
        """Set the clock of the service, and run what has fallen due."""
        state = request.app.state
        state.klok.zet(opdracht.tijdstip)
        nu = state.klok.nu()
        gedaan = ronde(state.sessies, state.register, nu, state.bezorger)
        return _json({"tijdstip": nu.isoformat(), "afgehandeld": gedaan})

    @router.get("/klok")
    def geef_klok(request: Request) -> Response:
        """Tell the time of the service."""
        return _json({"tijdstip": request.app.state.klok.nu().isoformat()})

    @router.get("/jwks.json")
    def geef_jwks() -> Response:
        """Give the public key of the development issuer."""
        return _json(jwks)

    return router


def _json(inhoud: dict[str, Any]) -> Response:
    return Response(json.dumps(inhoud), media_type="application/json")
