"""Antwoorden over verwerkingen van persoonsgegevens."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from pydantic import Field

from app.api.schema import Uit
from app.domain.kern.rollen import Rol


class Verwerking(Uit):
    """Eén keer dat iemand gegevens van de klant las of schreef."""

    id: UUID
    tijdstip: datetime
    actor_id: UUID
    actor_naam: str | None = Field(description="Leeg voor de dienst zelf en voor koppelingen.")
    rollen: list[Rol]
    handeling: str = Field(examples=["geefKlant"])
    doel: str = Field(description="De doelbinding.", examples=["Uitvoering Participatiewet"])
    uitkomst: str = Field(examples=["gelezen"])
    correlatie_id: str


class Verwerkingen(Uit):
    """Wie wat las of schreef, wanneer en waarom; het nieuwste eerst."""

    verwerkingen: list[Verwerking]
    volgende: str | None = Field(description="Cursor voor `na`; leeg op de laatste bladzijde.")
