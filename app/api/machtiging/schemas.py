"""Antwoorden over machtigingen en contacten met derden."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Toets, Uit
from app.db.machtiging import machtiging as db
from app.domain.machtiging.machtiging import Derdesoort, Machtigingantwoord, Machtigingstand
from app.services.machtiging.contacten import Contactbeeld
from app.services.machtiging.machtigen import Machtigingenbeeld


class Machtiging(Uit):
    """Een antwoord van de klant op de vraag om een machtiging."""

    id: UUID
    versie: int
    klant_id: UUID
    derde: Derdesoort
    antwoord: Machtigingantwoord
    partij: str | None
    reikwijdte: str | None
    document: str | None
    datum: date
    einde: date | None = Field(description="De laatste dag waarop zij geldt.")
    ingetrokken_op: date | None
    vergissing: bool
    reden_intrekking: str | None
    vastgelegd_op: datetime
    vastgelegd_door: UUID


class Machtigingstatus(Uit):
    """Hoe het vandaag staat met één soort partij."""

    derde: Derdesoort
    status: Machtigingstand


class Machtigingen(Uit):
    """De stand per soort partij, ook als er nog niets is gevraagd, en alle antwoorden."""

    standen: list[Machtigingstatus]
    machtigingen: list[Machtiging]

    @classmethod
    def van(cls, beeld: Machtigingenbeeld) -> Self:
        """Show where it stands."""
        return cls(
            standen=[Machtigingstatus(derde=derde, status=stand) for derde, stand in beeld.standen.items()],
            machtigingen=[Machtiging.model_validate(rij) for rij in beeld.machtigingen],
        )


class Derdencontact(Uit):
    """Een contact met iemand rond de klant."""

    id: UUID
    klant_id: UUID
    derde: Derdesoort
    datum: date
    wat: str
    waarom: str
    gewaarschuwd: bool = Field(description="Er was geen machtiging; het contact is toch vastgelegd.")
    onderwerp_id: UUID | None = Field(description="Waar het bij hoorde, zoals een stap van de contactladder.")
    vastgelegd_op: datetime
    vastgelegd_door: UUID
    ingetrokken_op: datetime | None
    reden_intrekking: str | None


class VastgelegdDerdencontact(Derdencontact):
    """Een zojuist vastgelegd contact, met de waarschuwing als er geen machtiging is."""

    waarschuwing: Toets | None

    @classmethod
    def van(cls, beeld: Contactbeeld) -> Self:
        """Show a contact with its warning."""
        contact = Derdencontact.model_validate(beeld.contact).model_dump()
        return cls(**contact, waarschuwing=Toets.van(beeld.toets) if beeld.contact.gewaarschuwd else None)


class Derdencontacten(Uit):
    """De contacten met derden, het oudste eerst."""

    contacten: list[Derdencontact]

    @classmethod
    def van(cls, rijen: list[db.Derdencontact]) -> Self:
        """Show every contact."""
        return cls(contacten=[Derdencontact.model_validate(rij) for rij in rijen])
