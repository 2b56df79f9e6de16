"""Gebeurtenissen volgens het NL GOV-profiel voor CloudEvents."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, Self
from uuid import UUID

from pydantic import Field

from app.api.schema import Uit

SYSTEEM = "inzet-op-maat"


class Gebeurtenisgegevens(Uit):
    """Wat er is vastgelegd: nummers, codes, datums en eurocenten, geen persoonsgegevens."""

    onderwerp_id: UUID
    volgnr: int | None = Field(description="Volgnummer in het dossier van de klant, zonder gaten.")
    inhoud: dict[str, Any]


class Gebeurtenis(Uit):
    """Eén gebeurtenis als CloudEvent. De klant staat in `subject` met een nummer van deze dienst, nooit met het BSN."""

    id: UUID
    source: str = Field(examples=["urn:nld:oin:00000000000000000000:systeem:inzet-op-maat"])
    specversion: Literal["1.0"] = "1.0"
    type: str = Field(examples=["nl.inzet-op-maat.melding.geregistreerd.v1"])
    time: datetime = Field(description="Wanneer het is vastgelegd.")
    subject: UUID | None = Field(description="De klant; leeg als het niet over een klant gaat.")
    sequence: str = Field(examples=["42"], description="Nummer in de feed: per organisatie opeenvolgend.")
    datacontenttype: Literal["application/json"] = "application/json"
    data: Gebeurtenisgegevens

    @classmethod
    def van(cls, rij: Any, oin: str) -> Self:
        """Show a row of the feed of the organisation with this OIN."""
        return cls(
            id=rij.id,
            source=f"urn:nld:oin:{oin}:systeem:{SYSTEEM}",
            type=f"nl.{SYSTEEM}.{rij.soort}.v1",
            time=rij.tijdstip,
            subject=rij.klant_id,
            sequence=str(rij.nr),
            data=Gebeurtenisgegevens.model_validate(rij),
        )


class Gebeurtenissen(Uit):
    """De feed op volgorde."""

    gebeurtenissen: list[Gebeurtenis]
    volgende: str | None = Field(
        description="Bewaar deze cursor: met `na` haalt u later op wat erbij is gekomen. Leeg als er nog niets was."
    )
