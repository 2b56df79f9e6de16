"""Antwoorden over ruimten, roosters en uitzonderingen."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self
from uuid import UUID

from app.api.schema import Uit
from app.db.agenda.inrichting import Werkrooster
from app.domain.agenda.soorten import Ruimtesoort
from app.domain.agenda.tijd import Weekdag


class Ruimte(Uit):
    """Een ruimte waarin gesprekken worden gehouden."""

    id: UUID
    versie: int
    locatie: str
    naam: str
    soort: Ruimtesoort
    capaciteit: int
    beveiligd: bool
    actief: bool


class Ruimten(Uit):
    """De ruimten van de organisatie, op locatie en naam."""

    ruimten: list[Ruimte]


class Werkblok(Uit):
    """Werktijd op een dag van de week."""

    dag: Weekdag
    van: str
    tot: str


class Rooster(Uit):
    """De werktijden van een medewerker vanaf een dag."""

    id: UUID
    medewerker_id: UUID
    van: date
    dagen: list[Werkblok]
    gesprekken_per_dag: int | None
    vastgelegd_op: datetime


class Roosters(Uit):
    """De roosters van een medewerker, het laatst ingaande eerst."""

    roosters: list[Rooster]

    @classmethod
    def van(cls, rijen: list[Werkrooster]) -> Self:
        """Show every rooster."""
        return cls(roosters=[Rooster.model_validate(rij) for rij in rijen])


class Uitzondering(Uit):
    """Een periode waarin een medewerker afwezig is, of extra werkt."""

    id: UUID
    versie: int
    medewerker_id: UUID
    begin: datetime
    einde: datetime
    beschikbaar: bool
    vervallen_op: datetime | None


class Uitzonderingen(Uit):
    """De uitzonderingen op het rooster van een medewerker die nog gelden."""

    uitzonderingen: list[Uitzondering]
