"""Antwoorden over mutaties."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Uit
from app.db.klant import Klant
from app.db.mutatie import Mutatie as Rij
from app.db.mutatie import Mutatiestatus


class Mutatieklant(Uit):
    """De persoon zoals de uitkeringsadministratie die kent."""

    id: UUID
    bsn: str
    extern_nummer: str | None


class Mutatie(Uit):
    """Eén wijziging die de uitkeringsadministratie moet verwerken, met haar antwoord."""

    id: UUID
    versie: int
    nr: int = Field(description="Opeenvolgend per organisatie; de volgorde waarin verwerkt moet worden.")
    klant: Mutatieklant
    soort: str = Field(examples=["voorschot"])
    inhoud: dict[str, Any] = Field(description="Gegevens van de mutatie; bedragen in eurocenten.")
    status: Mutatiestatus
    gebeurtenis_id: UUID
    aangeboden_op: datetime
    antwoord_op: datetime | None
    reden: str | None = Field(description="Waarom de mutatie is afgewezen.")
    extern_kenmerk: str | None

    @classmethod
    def van(cls, gevonden: tuple[Rij, Klant]) -> Self:
        """Show a mutatie with its person."""
        mutatie, klant = gevonden
        velden = {veld: getattr(mutatie, veld) for veld in cls.model_fields if veld != "klant"}
        return cls(**velden, klant=Mutatieklant.model_validate(klant))


class Mutaties(Uit):
    """Mutaties op volgorde."""

    mutaties: list[Mutatie]
    volgende: str | None = Field(
        description="Bewaar deze cursor: met `na` haalt u later op wat erbij is gekomen. Leeg als er nog niets was."
    )
