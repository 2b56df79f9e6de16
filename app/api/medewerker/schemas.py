"""Antwoorden over medewerkers."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import Field

from app.api.schema import Uit
from app.domain.kern.rollen import Rol


class Medewerker(Uit):
    """Een medewerker met teams en rollen."""

    id: UUID
    versie: int
    naam: str
    teams: list[str]
    rollen: list[Rol]
    dariuz_certificaat_op: date | None
    telefoon: str | None
    whatsapp: str | None
    email: str | None
    actief: bool


class Medewerkers(Uit):
    """De medewerkers van de eigen organisatie, op naam."""

    medewerkers: list[Medewerker]
    volgende: str | None = Field(description="Cursor voor `na`; leeg op de laatste bladzijde.")
