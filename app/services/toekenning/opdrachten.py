"""What can be asked about the concept of a toekenning."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, StrictBool, StrictInt, StringConstraints, model_validator

from app.services.handeling import Opdracht, Wijziging

Zin = Annotated[str, StringConstraints(min_length=3, max_length=500)]
Tekst = Annotated[str, StringConstraints(min_length=10, max_length=4000)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,59}$")]
Cent = Annotated[int, Field(ge=0, le=2_000_000_000)]
Weekuren = Annotated[Decimal, Field(ge=0, le=60, max_digits=3, decimal_places=1)]
Woord = Annotated[str, StringConstraints(max_length=2000)]
Woorden = Annotated[tuple[Woord, ...], Field(max_length=50)]
Getallen = Annotated[tuple[StrictInt, ...], Field(max_length=50)]
Gegeven = StrictBool | StrictInt | Woord | Getallen | Woorden | None
KLANT = "0198f3c2-0000-7000-8000-000000000001"
_TOT = "De eerste dag waarop de voorziening er niet meer is; leeg als het einde nog open is."


class Voorzieningantwoord(Opdracht):
    """Het antwoord op een vraag die bij de voorziening hoort; leeg als het nog niet bekend is."""

    waarde: bool | None = Field(default=None, examples=[True])
    toelichting: Zin | None = None


class Collegekeuze(Opdracht):
    """Wat het college besluit waar nadere regels nog ontbreken."""

    motivering: Tekst = Field(examples=["Voor deze vergoeding zijn er nog geen nadere regels; dit bedrag is nodig."])
    bedrag: Cent | None = None
    voorrang: Zin | None = None


class Toekenninginhoud(Opdracht):
    """Wat een concept van een toekenning zegt."""

    van: date = Field(examples=["2026-04-13"], description="De eerste dag.")
    tot: date | None = Field(default=None, examples=["2026-07-13"], description=_TOT)
    uren: Weekuren | None = Field(default=None, examples=[Decimal(24)], description="Uren per week.")
    kosten: Cent | None = Field(default=None, description="Verwachte kosten voor de gemeente, in eurocent.")
    vestiging_id: UUID | None = Field(default=None, description="De vestiging van de werkgever.")
    dienstverband_id: UUID | None = Field(default=None, description="Het dienstverband waar zij bij hoort.")
    loon: Cent | None = Field(default=None, description="Loon per maand dat de werkgever betaalt, in eurocent.")
    antwoorden: dict[Code, Voorzieningantwoord] = Field(
        default_factory=dict, max_length=100, description="De antwoorden op de vragen bij de voorziening, op code."
    )
    gegevens: dict[Code, Gegeven] = Field(
        default_factory=dict, max_length=100, description="Wat voor deze voorziening moet zijn vastgelegd, op code."
    )
    collegebesluit: Collegekeuze | None = None

    @model_validator(mode="after")
    def _periode(self) -> Self:
        if self.tot is not None and self.tot <= self.van:
            raise ValueError("Geef voor `tot` een dag na `van`.")
        return self


class ToekenningOpdracht(Toekenninginhoud):
    """Het concept van een voorziening voor een klant."""

    klant_id: UUID = Field(examples=[KLANT])
    code: Code = Field(examples=["werkervaringsplaats"])


class WijzigToekenningOpdracht(Wijziging):
    """Aanvulling of correctie van een concept; wat niet wordt genoemd, blijft."""

    van: date | None = None
    tot: date | None = None
    uren: Weekuren | None = Field(default=None, examples=[Decimal(20)])
    kosten: Cent | None = None
    vestiging_id: UUID | None = None
    dienstverband_id: UUID | None = None
    loon: Cent | None = None
    antwoorden: dict[Code, Voorzieningantwoord] | None = Field(default=None, max_length=100)
    gegevens: dict[Code, Gegeven] | None = Field(default=None, max_length=100)
    collegebesluit: Collegekeuze | None = None


class ToekenningintrekkingOpdracht(Opdracht):
    """Waarom het concept niet doorgaat."""

    reden: Zin = Field(examples=["De klant koos een andere voorziening."])
