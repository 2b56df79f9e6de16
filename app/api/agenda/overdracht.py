"""Antwoorden over aankomst, overdracht en overleg."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.agenda.schemas import Agendapunt
from app.api.schema import Toets, Uit
from app.domain.agenda.soorten import AgendaSoort
from app.services.agenda.overdragen import Resultaat


class Agendapunten(Uit):
    """Wat er met een klant is gepland, op volgorde."""

    agendapunten: list[Agendapunt]


class Overdrachtregel(Uit):
    """Wat er van één gesprek is geworden."""

    agendapunt_id: UUID | None = Field(description="Leeg bij een klant die u niet mag zien.")
    klant_id: UUID | None
    soort: AgendaSoort | None
    begin: datetime
    overgedragen: bool
    naar: UUID | None = Field(description="Wie het gesprek nu heeft.")
    redenen: list[Toets] = Field(description="Waarom geen van de collega's kon.")


class Agendaoverdracht(Uit):
    """De gesprekken van een afwezige medewerker met per gesprek de uitkomst."""

    regels: list[Overdrachtregel]

    @classmethod
    def van(cls, resultaten: list[Resultaat]) -> Self:
        """Show every result."""
        regels = [
            Overdrachtregel(
                agendapunt_id=deel.punt.id if deel.punt else None,
                klant_id=deel.punt.klant_id if deel.punt else None,
                soort=deel.punt.soort if deel.punt else None,
                begin=deel.begin,
                overgedragen=deel.naar is not None,
                naar=deel.naar,
                redenen=[Toets.van(toets) for toets in deel.redenen],
            )
            for deel in resultaten
        ]
        return cls(regels=regels)


class Overleg(Uit):
    """Een overleg over een signaal, met het gezamenlijke plan van aanpak."""

    id: UUID
    klant_id: UUID
    gevoerd_op: date
    plan_van_aanpak: str
    driegesprek_nodig: bool
    vastgelegd_op: datetime
    vastgelegd_door: UUID


class Overleggen(Uit):
    """De overleggen over een klant, het laatste eerst."""

    overleggen: list[Overleg]
