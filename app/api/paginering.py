"""Keyset pagination: an opaque cursor over the sort key, no total count."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Annotated, Any

from fastapi import Query

from app.domain.kern.fouten import OngeldigeInvoer

Aantal = Annotated[int, Query(ge=1, le=100, description="Aantal regels per pagina.")]
Na = Annotated[str | None, Query(max_length=500, description="Cursor uit `volgende` van de vorige pagina.")]


def cursor(*sleutel: Any) -> str:
    """Pack the sort key of the last row into a cursor."""
    ruw = json.dumps([str(deel) for deel in sleutel], separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(ruw).decode().rstrip("=")


def pak_uit(na: str | None, delen: int) -> list[str] | None:
    """Unpack a cursor into its ``delen`` parts; raise OngeldigeInvoer for anything that this service did not make."""
    if na is None:
        return None
    try:
        sleutel = json.loads(base64.urlsafe_b64decode(na + "=" * (-len(na) % 4)))
    except (binascii.Error, ValueError, UnicodeDecodeError) as fout:
        raise _onbekend() from fout
    if not isinstance(sleutel, list) or len(sleutel) != delen or not all(isinstance(deel, str) for deel in sleutel):
        raise _onbekend()
    return sleutel


def _onbekend() -> OngeldigeInvoer:
    return OngeldigeInvoer({"na": "Deze cursor is onbekend; neem `volgende` uit het vorige antwoord over."})
