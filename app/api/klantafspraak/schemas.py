"""Antwoorden over afspraken met de klant, en over rechten en plichten."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.bericht.schemas import Berichtklant
from app.api.schema import Uit
from app.domain.klantafspraak.nakoming import Afspraakaanleiding, Nakomingsstand, Partij
from app.services.klantafspraak import Klantafspraakbeeld
from app.services.plichten import Plichtenbeeld


class Klantafspraak(Uit):
    """Wat met de klant is afgesproken, en of het is nagekomen."""

    id: UUID
    versie: int
    klant: Berichtklant
    wat: str = Field(examples=["Vult de vragenlijst van Dariuz in"])
    door: Partij
    door_naam: str | None
    uiterlijk: date
    aanleiding: Afspraakaanleiding
    stand: Nakomingsstand = Field(description="`te_laat`: de dag is voorbij en niemand heeft nog gekeken.")
    gemaakt_op: datetime
    gemaakt_door: UUID
    nagekomen: bool | None
    reden: str | None
    nagegaan_op: datetime | None

    @classmethod
    def van(cls, beeld: Klantafspraakbeeld) -> Self:
        """Show an agreement as it stands today."""
        eigen = {veld: getattr(beeld.rij, veld) for veld in cls.model_fields if veld not in ("klant", "stand")}
        return cls(**eigen, klant=Berichtklant.model_validate(beeld.klant), stand=beeld.stand)


class Klantafspraken(Uit):
    """Afspraken met klanten, wat het eerst klaar moet zijn vooraan."""

    klantafspraken: list[Klantafspraak]
    volgende: str | None = Field(description="Cursor voor `na`; leeg op de laatste bladzijde.")


class Besproken(Uit):
    """Een moment waarop rechten en plichten zijn besproken."""

    aanleiding: Afspraakaanleiding
    datum: date
    bron_id: UUID = Field(description="Het gesprek, de kick-off of het besluit.")


class RechtenEnPlichten(Uit):
    """Wanneer rechten en plichten met de klant zijn besproken."""

    besproken: list[Besproken]
    nog_niet: list[Afspraakaanleiding] = Field(description="Momenten waarop dat nog niet is vastgelegd.")

    @classmethod
    def van(cls, beeld: Plichtenbeeld) -> Self:
        """Show the moments."""
        return cls(besproken=[Besproken.model_validate(regel) for regel in beeld.besproken], nog_niet=beeld.nog_niet)
