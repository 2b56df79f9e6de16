"""Antwoorden over de werklijst van aanvragen."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from app.api.aanvraag.schemas import HuidigeStap, met
from app.api.schema import Uit
from app.domain.aanvraag.soorten import Aanvraagstatus, Leeftijdsklasse
from app.services.aanvraag.lijst import Aanvraagregel as Regel


class Aanvragenvraag(BaseModel):
    """Welke aanvragen, de langst openstaande eerst."""

    model_config = ConfigDict(extra="forbid")

    status: list[Aanvraagstatus] = Field(default=[], max_length=6, description="Zonder status: alle aanvragen.")
    zonder_consulent: bool = Field(
        default=False, alias="zonderConsulent", description="Alleen aanvragen zonder vaste inkomensconsulent."
    )
    inkomensconsulent_id: UUID | None = Field(
        default=None, alias="inkomensconsulentId", description="Alleen aanvragen op naam van deze inkomensconsulent."
    )
    na: str | None = Field(default=None, max_length=500, description="Cursor uit `volgende` van de vorige pagina.")
    aantal: int = Field(default=50, ge=1, le=100, description="Aantal regels per pagina.")


class Aanvraagregel(Uit):
    """Een aanvraag in de werklijst."""

    id: UUID
    melding_id: UUID
    klant_id: UUID
    klant: str = Field(description="Wie zich meldde.", examples=["Samira de Wit"])
    status: Aanvraagstatus
    leeftijdsklasse: Leeftijdsklasse
    meldingsdatum: date
    aanvraagdatum: date | None
    geopend_op: datetime
    inkomensconsulent_id: UUID | None
    huidige_stap: HuidigeStap | None

    @classmethod
    def van(cls, regel: Regel) -> Self:
        """Show one line."""
        return met(
            cls,
            regel.aanvraag,
            klant=regel.klant.naam,
            meldingsdatum=regel.melding.meldingsdatum,
            aanvraagdatum=regel.melding.aanvraagdatum,
            huidige_stap=None if regel.stap is None else HuidigeStap.model_validate(regel.stap),
        )


class Aanvragenlijst(Uit):
    """Een pagina aanvragen."""

    aanvragen: list[Aanvraagregel]
    volgende: str | None
