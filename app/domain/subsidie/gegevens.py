"""Gegevens: what an aanvraag says, as far as it is known yet; what is not known stays open and is never guessed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator
from pydantic.alias_generators import to_camel

from app.domain.kern.datum import in_onze_tijd

Zin = Annotated[str, StringConstraints(min_length=3, max_length=500)]
Motief = Annotated[str, StringConstraints(min_length=10, max_length=4000)]
Bedrag = Annotated[int, Field(ge=1, le=10_000_000)]
Nul = Annotated[int, Field(ge=0, le=10_000_000)]
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


class Aanspraak(StrEnum):
    """Another regeling on which an employer has a claim because of the same worker (DEV-SUB-911)."""

    LOONKOSTENSUBSIDIE = "loonkostensubsidie"
    LOONKOSTENVOORDEEL = "loonkostenvoordeel"
    STARTBAANSUBSIDIE = "startbaansubsidie"
    ANDERS = "anders"


class Tegemoetkominggegevens(Marktoordeel):
    """Een aanvraag om tijdelijke tegemoetkoming in de loonkosten."""

    regeling: Literal["tijdelijke_tegemoetkoming_loonkosten"]
    compenseert: tuple[Gebrek, ...] = Field(
        default=(), max_length=3, description="Welk gebrek de tegemoetkoming compenseert.", examples=[["arbeidsritme"]]
    )
    ontwikkelpotentieel: bool | None = Field(default=None, description="De klant kan zich ontwikkelen.")
    structurele_beperking: bool | None = Field(
        default=None,
        description="Een structurele beperking, zodat loonkostensubsidie past; leeg als dat niet bekend is.",
    )
    andere_aanspraken: tuple[Aanspraak, ...] | None = Field(
        default=None,
        max_length=10,
        description="Wat de werkgever verklaart. Een lege lijst is geen aanspraak; weglaten is niet verklaard.",
    )


class Uitstroomgegevens(Invoer):
    """Een uitstroompremie. Er zijn geen nadere regels: het bedrag wordt met een motivering bepaald."""

    regeling: Literal["uitstroompremie"]
    langdurig_werkloos: bool | None = None
    volledige_uitstroom: bool | None = Field(
        default=None, description="Er is geen recht meer op algemene bijstand, ook niet aanvullend."
    )
    duurzaam: bool | None = Field(default=None, description="De duurzaamheid is bevestigd; leeg zolang dat wacht.")
    bedrag: Bedrag | None = Field(default=None, description="Eurocent.", examples=[50000])
    bedrag_motivering: Motief | None = Field(default=None, description="Waarom dit bedrag; verplicht voor een besluit.")


class Kader(StrEnum):
    """Out of what the costs come."""

    TRAJECT = "traject"
    DIENSTVERBAND = "dienstverband"


class Onkost(Invoer):
    """Kosten van de klant. De soort is vrij; wat niet in de lijst staat, kan ook worden vergoed."""

    soort: Annotated[str, StringConstraints(min_length=2, max_length=60)] = Field(examples=["reiskosten"])
    omschrijving: Zin = Field(examples=["Treinkaartjes naar de cursus in mei."])
    bedrag: Bedrag = Field(description="Eurocent.", examples=[4500])
    bewijs: bool = Field(default=False, description="Er is een bon of een ander bewijs.")


class Vergoedinggegevens(Invoer):
    """Een vergoeding van kosten; elke eis en elke vraag blijft leeg zolang niemand haar beantwoordde."""

    regeling: Literal["vergoeding"]
    kader: Kader = Field(examples=["traject"])
    kader_sinds: date = Field(description="De eerste dag van dat traject of dienstverband.", examples=["2026-03-02"])
    kosten: tuple[Onkost, ...] = Field(min_length=1, max_length=50)
    aantoonbaar: bool | None = None
    noodzakelijk: bool | None = None
    uit_traject_of_dienstverband: bool | None = None
    geen_andere_voorziening: bool | None = None
    niet_door_werkgever: bool | None = None
    vertraagt_traject: bool | None = Field(
        default=None, description="Zonder vergoeding vertraagt of eindigt het traject."
    )
    hindert_werk: bool | None = Field(
        default=None, description="Zonder vergoeding wordt werk niet gekregen of niet goed gedaan."
    )
    geen_voorliggende_voorziening: bool | None = None
    hardheid: Motief | None = Field(
        default=None, description="Waarom het maximum hier tot een onbillijkheid van overwegende aard leidt."
    )
