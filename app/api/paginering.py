"""Keyset pagination: an opaque cursor over the sort key, no total count."""

from __future__ import annotations

import base64
import binascii
import json
from datetime import UTC, date, datetime
from typing import Annotated, Any
from uuid import UUID

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


def pak_uuid(na: str | None) -> UUID | None:
    """Unpack a cursor of one id; raise OngeldigeInvoer for anything else."""
    sleutel = pak_uit(na, 1)
    try:
        return UUID(sleutel[0]) if sleutel else None
    except ValueError as fout:
        raise _onbekend() from fout


def pak_nummer(na: str | None) -> int:
    """Unpack a cursor of one number, 0 without one; raise OngeldigeInvoer for anything else."""
    sleutel = pak_uit(na, 1)
    if sleutel and not (sleutel[0].isdecimal() and len(sleutel[0]) <= 18):
        raise _onbekend()
    return int(sleutel[0]) if sleutel else 0


def pak_moment(na: str | None) -> tuple[datetime, UUID] | None:
    """Unpack a cursor of a moment and an id; raise OngeldigeInvoer for anything else."""
    sleutel = pak_uit(na, 2)
    try:
        return (datetime.fromisoformat(sleutel[0]).astimezone(UTC), UUID(sleutel[1])) if sleutel else None
    except (ValueError, OverflowError) as fout:
        raise _onbekend() from fout


def pak_dag(na: str | None) -> tuple[date, UUID] | None:
    """Unpack a cursor of a day and an id; raise OngeldigeInvoer for anything else."""
    sleutel = pak_uit(na, 2)
    try:
        return (date.fromisoformat(sleutel[0]), UUID(sleutel[1])) if sleutel else None
    except ValueError as fout:
        raise _onbekend() from fout


def pak_naam(na: str | None) -> tuple[str, UUID] | None:
    """Unpack a cursor of a name and an id; raise OngeldigeInvoer for anything else."""
    sleutel = pak_uit(na, 2)
    try:
        return (sleutel[0].replace("\x00", ""), UUID(sleutel[1])) if sleutel else None
    except ValueError as fout:
        raise _onbekend() from fout


def _onbekend() -> OngeldigeInvoer:
    return OngeldigeInvoer({"na": "Deze cursor is onbekend; neem `volgende` uit het vorige antwoord over."})
