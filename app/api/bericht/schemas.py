"""Antwoorden over berichten en brieven."""

from __future__ import annotations

from datetime import datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Uit
from app.db.bericht.bericht import Berichtstatus
from app.domain.bericht.kanaal import Berichtkanaal
from app.services.bericht.beheer import Berichtbeeld


class Berichtklant(Uit):
    """De klant voor wie het bericht is."""

    id: UUID
    naam: str


class Berichtregel(Uit):
    """Een bericht in een lijst: alles behalve de tekst zelf."""

    id: UUID
    versie: int
    klant: Berichtklant
    sjabloon: str = Field(examples=["screening_bevestiging"])
    kanaal: Berichtkanaal
    onderwerp: str = Field(examples=["Uw afspraak op donderdag 2 april 2026"])
    onderwerp_id: UUID = Field(description="Waar het bericht over gaat: een melding, afspraak of verzoek om stukken.")
    status: Berichtstatus
    gemaakt_op: datetime
    niet_voor: datetime = Field(description="Het vroegste moment van verzenden.")
    niet_na: datetime | None = Field(description="Daarna heeft verzenden geen zin meer.")
    pogingen: int
    volgende_poging: datetime | None
    laatste_fout: str | None = Field(examples=["smtp_550"])
    verzonden_op: datetime | None
    reden: str | None = Field(description="Waarom het bericht is teruggetrokken.")
    beleid_id: str = Field(examples=["GM0150/bericht/2020-01-01"])

    @classmethod
    def van(cls, beeld: Berichtbeeld) -> Self:
        """Show a message."""
        eigen = {veld: getattr(beeld.bericht, veld) for veld in cls.model_fields if veld != "klant"}
        return cls(**eigen, klant=Berichtklant.model_validate(beeld.klant))


class Bericht(Berichtregel):
    """Een bericht met zijn tekst."""

    inhoud: str = Field(examples=["Beste Samira de Wit,\n\nU hebt een afspraak met ons."])
    agenda: str | None = Field(description="De afspraak als iCalendar, die met een mail meegaat.")
    extern_kenmerk: str | None = Field(description="Kenmerk bij wie het bericht bezorgt.")


class Berichten(Uit):
    """Een bladzijde berichten."""

    berichten: list[Berichtregel]
    volgende: str | None = Field(description="Cursor voor `na`; leeg op de laatste bladzijde.")
