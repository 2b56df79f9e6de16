"""Antwoorden over activiteiten en leefgebieden."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, PlainSerializer

from app.api.schema import Uit
from app.db.activiteit import Leefgebiedbeeld
from app.domain.indeling.doorstroom import Probleemernst
from app.domain.kern.activiteit import Activiteitsoort
from app.domain.kern.leefgebied import Leefgebied
from app.services.activiteit.beeld import Activiteitbeeld

Uren = Annotated[Decimal, PlainSerializer(float, return_type=float)]


class Activiteitstand(Uit):
    """De uren en het inkomen vanaf een dag, tot de volgende stand."""

    vanaf: date
    uren_per_week: Uren
    uren_uitbreidbaar: bool | None
    inkomen_per_maand: int | None = Field(description="Eurocenten netto per maand.")
    vastgelegd_op: datetime
    vastgelegd_door: UUID


class Activiteit(Uit):
    """Wat een klant doet, met de uren door de tijd."""

    id: UUID
    klant_id: UUID
    soort: Activiteitsoort
    omschrijving: str | None
    start: date
    einde: date | None = Field(description="De laatste dag.")
    zelf_gevonden: bool | None
    reden_intrekking: str | None = Field(description="Ingevuld als de activiteit ten onrechte was vastgelegd.")
    standen: list[Activiteitstand]
    vastgelegd_op: datetime
    vastgelegd_door: UUID
    versie: int

    @classmethod
    def van(cls, beeld: Activiteitbeeld) -> Self:
        """Show an activity with the standen that hold."""
        rij = beeld.activiteit
        velden = {naam: getattr(rij, naam) for naam in cls.model_fields if naam != "standen"}
        return cls.model_validate(
            velden | {"standen": [Activiteitstand.model_validate(stand) for stand in beeld.standen]}
        )


class Activiteiten(Uit):
    """De activiteiten van een klant, de nieuwste eerst."""

    activiteiten: list[Activiteit]

    @classmethod
    def van(cls, beelden: list[Activiteitbeeld]) -> Self:
        """Show every activity."""
        return cls(activiteiten=[Activiteit.van(beeld) for beeld in beelden])


class Leefgebiedoordeel(Uit):
    """Hoe het per leefgebied gaat, naar het oordeel van de consulent."""

    id: UUID
    klant_id: UUID
    datum: date
    problemen: dict[Leefgebied, Probleemernst]
    toelichting: str | None
    vastgelegd_op: datetime
    vastgelegd_door: UUID


class Leefgebiedoordelen(Uit):
    """De oordelen over de leefgebieden van een klant, het nieuwste eerst."""

    leefgebiedoordelen: list[Leefgebiedoordeel]

    @classmethod
    def van(cls, rijen: list[Leefgebiedbeeld]) -> Self:
        """Show every judgement."""
        return cls(leefgebiedoordelen=[Leefgebiedoordeel.model_validate(rij) for rij in rijen])
