"""Gegevens: what an aanvraag says, as far as it is known yet; what is not known stays open and is never guessed."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator
from pydantic.alias_generators import to_camel

from app.domain.kern.datum import in_onze_tijd

Zin = Annotated[str, StringConstraints(min_length=3, max_length=500)]
Motief = Annotated[str, StringConstraints(min_length=10, max_length=4000)]
Bedrag = Annotated[int, Field(ge=1, le=100_000_000)]
Nul = Annotated[int, Field(ge=0, le=100_000_000)]
Uren = Annotated[Decimal, Field(ge=0, le=60, max_digits=4, decimal_places=2)]


class Invoer(BaseModel):
    """Base: camelCase in JSON, unknown fields refused, text trimmed."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", alias_generator=to_camel, populate_by_name=True, str_strip_whitespace=True
    )

    @field_validator("*")
    @classmethod
    def _in_onze_tijd(cls, waarde: Any) -> Any:
        return in_onze_tijd(waarde)


class Kostensoort(StrEnum):
    """For what an employer uses the startbaansubsidie (DEV-SUB-903)."""

    EXTRA_BEGELEIDING = "extra_begeleiding"
    NOODZAKELIJKE_CURSUS = "noodzakelijke_cursus"
    KLEINE_ONKOSTEN = "kleine_onkosten"
    ANDERS = "anders"


class Kostenregel(Invoer):
    """Eén regel uit het kostenoverzicht van de werkgever; `aanvaard` is leeg zolang niemand de regel beoordeelde."""

    soort: Kostensoort = Field(examples=["extra_begeleiding"])
    omschrijving: Zin = Field(examples=["Extra begeleiding door een collega, acht weken."])
    bedrag: Bedrag = Field(description="Eurocent.", examples=[240000])
    aanvaard: bool | None = Field(default=None, examples=[True])


class Marktoordeel(Invoer):
    """Oordelen die bij elke werkgeverssubsidie horen; leeg betekent nog niet beoordeeld."""

    eerlijke_concurrentie: bool | None = Field(
        default=None, description="De concurrentie wordt niet onverantwoord beïnvloed.", examples=[True]
    )
    geen_verdringing: bool | None = Field(default=None, description="Er wordt niemand verdrongen.", examples=[True])


class Startbaangegevens(Marktoordeel):
    """Een aanvraag om startbaansubsidie, met het oordeel van de consulent voor zover dat er is."""

    regeling: Literal["startbaansubsidie"] = Field(examples=["startbaansubsidie"])
    kosten: tuple[Kostenregel, ...] = Field(
        default=(),
        max_length=50,
        description="Het kostenoverzicht waarmee de werkgever de noodzaak onderbouwt.",
        examples=[
            [
                {
                    "soort": "extra_begeleiding",
                    "omschrijving": "Extra begeleiding door een collega, acht weken.",
                    "bedrag": 240000,
                    "aanvaard": True,
                }
            ]
        ],
    )
    afstand_tot_arbeidsmarkt: bool | None = Field(
        default=None, description="De klant heeft een afstand tot de arbeidsmarkt.", examples=[True]
    )
    passend: bool | None = Field(
        default=None, description="De subsidie past bij die afstand of bij de omstandigheden.", examples=[True]
    )
    passend_motivering: Motief | None = Field(
        default=None,
        description="Waarom wel of niet; verplicht voor een besluit.",
        examples=["De klant leert het vak nog."],
    )


class Gebrek(StrEnum):
    """What the tegemoetkoming compensates (DEV-SUB-907)."""

    ARBEIDSRITME = "arbeidsritme"
    WERKNEMERSVAARDIGHEDEN = "werknemersvaardigheden"
    VAKVAARDIGHEDEN = "vakvaardigheden"
