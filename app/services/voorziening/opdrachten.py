"""What can be asked about a voorziening for a klant; nothing of it is kept."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from app.services.handeling import Opdracht

Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,59}$")]
Zin = Annotated[str, StringConstraints(min_length=3, max_length=500)]
Cent = Annotated[int, Field(ge=0, le=2_000_000_000)]
Tekst = Annotated[str, StringConstraints(max_length=2000)]
Lijst = Annotated[list[Tekst], Field(max_length=50)] | Annotated[list[int], Field(max_length=50)]
Weekuren = Annotated[Decimal, Field(ge=0, le=60, max_digits=3, decimal_places=1)]


class ToetsAntwoord(Opdracht):
    """Het antwoord op een vraag; leeg als het nog niet bekend is."""

    waarde: bool | None = Field(default=None, examples=[True])
    toelichting: Zin | None = None


class ToetsHardheid(Opdracht):
    """Het artikel van de beleidsregels waarvan wordt afgeweken, en waarom."""

    artikel: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,3}[a-z]?$")] = Field(examples=["3"])
    lid: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,2}$")] | None = Field(default=None, examples=["3"])
    reden: Zin = Field(examples=["De branche biedt de opleiding alleen in vijftien maanden aan."])


class ToetsCollegebesluit(Opdracht):
    """Wat het college besloot waar nadere regels ontbreken."""

    motivering: Zin = Field(examples=["Het college kende dit bij besluit toe."])
    bedrag: Cent | None = Field(default=None, description="In eurocent.")
    voorrang: Zin | None = None


class VoorzieningstoetsOpdracht(Opdracht):
    """Wat mag ik deze klant aanbieden? Zonder `code` worden alle voorzieningen getoetst; niets wordt bewaard."""

    klant_id: UUID
    code: Code | None = Field(default=None, description="Leeg: alle voorzieningen van de gemeente.")
    begin: date | None = Field(default=None, description="De eerste dag; standaard vandaag.")
    einde: date | None = Field(default=None, description="De laatste dag.")
    verlenging: bool = Field(default=False, description="Een verlenging: `begin` is de eerste dag van de eerste keer.")
    uren: Weekuren | None = Field(default=None, description="Uren per week.", examples=[24])
    kosten: Cent | None = Field(default=None, description="In eurocent.")
    loon: Cent | None = Field(default=None, description="Brutoloon per maand, in eurocent.")
    vestiging_id: UUID | None = Field(default=None, description="Waar de plek is.")
    antwoorden: dict[Code, ToetsAntwoord] = Field(default_factory=dict, max_length=100)
    gegevens: dict[Code, Tekst | bool | int | Lijst | None] = Field(
        default_factory=dict,
        max_length=100,
        description="Wat is ingevuld, op de code van het veld.",
    )
    vastgelegd: list[Code] = Field(default_factory=list, max_length=50, description="Wat al is vastgelegd.")
    hardheid: list[ToetsHardheid] = Field(default_factory=list, max_length=10)
    collegebesluit: ToetsCollegebesluit | None = None

    @model_validator(mode="after")
    def _einde_na_begin(self) -> Self:
        if self.begin is not None and self.einde is not None and self.einde < self.begin:
            raise ValueError("Geef voor `einde` een dag op of na `begin`.")
        return self
