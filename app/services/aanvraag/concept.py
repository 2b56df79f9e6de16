"""What the inkomensconsulent wants to decide: the draft of the beschikking, as asked."""

from __future__ import annotations

from datetime import date
from typing import Self
from uuid import UUID

from pydantic import Field, model_validator

from app.domain.aanvraag.feiten import Aanvraagkeuze, RedenGeenRecht
from app.services.aanvraag.stappen import Reden
from app.services.handeling import Opdracht


class PersoonOordeel(Opdracht):
    """Of een persoon recht heeft op bijstand; wie dat niet heeft, krijgt een reden van de wet."""

    klant_id: UUID
    recht: bool = Field(examples=[True])
    reden: RedenGeenRecht | None = None
    toelichting: Reden | None = None

    @model_validator(mode="after")
    def _reden_bij_geen_recht(self) -> Self:
        if self.recht and self.reden is not None:
            raise ValueError("Wie recht heeft, heeft geen reden nodig waarom niet.")
        return self


class ConceptOpdracht(Opdracht):
    """Een concept van het besluit. Ontbreekt er iets, dan noemt het antwoord elke voorwaarde met haar artikel."""

    keuze: Aanvraagkeuze = Field(examples=["toekennen"])
    personen: list[PersoonOordeel] = Field(default_factory=list, max_length=2)
    ingangsdatum: date | None = Field(default=None, description="De eerste dag van de uitkering.")
    reden_eerdere_ingang: Reden | None = Field(
        default=None, description="Waarom de uitkering ingaat voor de melding; dat kan sinds 2026."
    )
    reden_eerder_behandelen: Reden | None = Field(
        default=None,
        description="Waarom de aanvraag van een jongere al in de zoekperiode wordt behandeld.",
    )
    norm: int | None = Field(
        default=None, ge=1, le=1_000_000, description="Eurocent per maand, als de norm niet bekend is; met een reden."
    )
    reden_norm: Reden | None = None
    elders: bool = Field(default=False, description="Afwijzing omdat de klant ergens anders moet zijn.")

    @model_validator(mode="after")
    def _past(self) -> Self:
        if self.norm is not None and self.reden_norm is None:
            raise ValueError("Geef bij een eigen normbedrag een reden.")
        if self.elders and self.keuze is not Aanvraagkeuze.AFWIJZEN:
            raise ValueError("Elders hoort bij een afwijzing.")
        return self

    def heeft_recht(self, klant_id: UUID) -> bool:
        """Tell whether this person was found to have a right."""
        return any(oordeel.klant_id == klant_id and oordeel.recht for oordeel in self.personen)
