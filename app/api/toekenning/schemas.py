"""Antwoorden over toekenningen."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import Field, PlainSerializer

from app.api.schema import Uit
from app.domain.toekenning.stand import Toekenningstand, Verordeningsregime
from app.services.toekenning.lezen import Toekenningbeeld

Uren = Annotated[Decimal, PlainSerializer(float, return_type=float)]


class Gegevenantwoord(Uit):
    """Een antwoord bij de voorziening; leeg als het nog niet bekend is."""

    waarde: bool | None
    toelichting: str | None = None


class Noodzaak(Uit):
    """Het oordeel of de voorziening nodig is."""

    noodzakelijk: bool
    toelichting: str


class Toekenning(Uit):
    """Een voorziening voor een klant. Bedragen in eurocent, uren per week; `tot` hoort er niet meer bij."""

    id: UUID
    versie: int
    klant_id: UUID
    code: str = Field(examples=["werkervaringsplaats"])
    regime: Verordeningsregime = Field(description="De verordening waaronder zij valt.")
    stand: Toekenningstand
    van: date
    tot: date | None
    uren: Uren | None
    kosten: int | None
    vestiging_id: UUID | None
    dienstverband_id: UUID | None
    noodzaak: Noodzaak | None
    afweging: dict[str, str]
    omstandigheden: dict[str, Gegevenantwoord]
    antwoorden: dict[str, Gegevenantwoord]
    gegevens: dict[str, Any]
    gestart_op: date | None
    laatste_dag: date | None
    uitkomst: str | None
    reden_intrekking: str | None
    opgesteld_op: datetime
    opgesteld_door: UUID

    @classmethod
    def van_beeld(cls, beeld: Toekenningbeeld) -> Self:
        """Show a toekenning."""
        return cls.model_validate(beeld.toekenning)


class Toekenningen(Uit):
    """De toekenningen van een klant, de vroegste eerst."""

    toekenningen: list[Toekenning]

    @classmethod
    def van(cls, beelden: list[Toekenningbeeld]) -> Self:
        """Show every toekenning."""
        return cls(toekenningen=[Toekenning.van_beeld(beeld) for beeld in beelden])
