"""What can be asked about the end of a voorziening, and about one of 2017."""

from __future__ import annotations

from datetime import date
from typing import Self
from uuid import UUID

from pydantic import Field, model_validator

from app.domain.toekenning.overgangsbesluit import Overgangsdictum
from app.services.handeling import Opdracht
from app.services.toekenning.opdrachten import KLANT, Cent, Code, Tekst, Weekuren, Zin


class Beeindigingsreden(Opdracht):
    """Op welke grond iets eindigt, en waarom."""

    grond: str = Field(pattern=r"^[a-g]$", description="De letter van artikel 3 van de verordening.", examples=["c"])
    laatste_dag: date = Field(examples=["2026-06-30"])
    motivering: Tekst | None = Field(default=None, examples=["De klant heeft een baan voor 32 uur per week."])
    oordeel: Tekst | None = Field(default=None, description="Verplicht bij de gronden d en e.")


class ToekenningeindeOpdracht(Beeindigingsreden):
    """Het besluit dat een voorziening eindigt."""

    alleen_nieuw_regime: bool = Field(
        default=False, description="De enige reden is dat de verordening van 2021 de voorziening niet meer kent."
    )


class Toekenning2017Opdracht(Opdracht):
    """Een voorziening die onder de verordening van 2017 is toegekend en nog liep."""

    klant_id: UUID = Field(examples=[KLANT])
    code: Code = Field(examples=["proefplaatsing"])
    naam: Zin = Field(description="Hoe de voorziening toen heette.", examples=["Proefplaatsing"])
    van: date = Field(examples=["2020-11-01"])
    tot: date = Field(examples=["2021-02-01"], description="De eerste dag na het toegekende einde.")
    uren: Weekuren | None = None
    kosten: Cent | None = None
    besluit_kenmerk: Zin = Field(examples=["2020-001234"])
    besluit_datum: date = Field(examples=["2020-10-15"])
    verlengingen: int = Field(default=0, ge=0, le=9, description="Hoe vaak zij al is verlengd.")
    oude_doelgroep: str | None = Field(
        default=None, max_length=60, description="De doelgroep van 2017; alleen als geschiedenis."
    )

    @model_validator(mode="after")
    def _periode(self) -> Self:
        if self.tot <= self.van:
            raise ValueError("Geef voor `tot` een dag na `van`.")
        return self


class OvergangsbesluitOpdracht(Opdracht):
    """Voortzetten na de overgang, of verlengen volgens de verordening van 2017."""

    dictum: Overgangsdictum = Field(examples=["voortzetten"], description="`voortzetten` of `verlengen`.")
    laatste_dag: date = Field(examples=["2022-06-30"])
    contract_betalingsplicht: bool | None = Field(
        default=None, description="Of er een overeenkomst is waardoor de gemeente toch moet betalen."
    )
    motivering: Tekst | None = Field(
        default=None, examples=["Het traject kan volgens de overeenkomst worden afgemaakt."]
    )


class ToekenninghervattingOpdracht(Opdracht):
    """De voorziening gaat door, omdat het besluit om te beëindigen ongedaan is gemaakt."""

    toelichting: Zin = Field(examples=["De klant kreeg gelijk in bezwaar."])
