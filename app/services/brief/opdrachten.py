"""Which letters can be asked for in a maatregelzaak, and what can be told of a letter."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from app.domain.brief.documenten import Postwijze
from app.services.handeling import Opdracht

Regel = Annotated[str, StringConstraints(min_length=2, max_length=150, pattern=r"^[^\x00-\x1f]+$")]
Reden = Annotated[str, StringConstraints(min_length=5, max_length=1000)]
Kenmerk = Annotated[str, StringConstraints(min_length=3, max_length=200)]


class Gesprekafspraak(Opdracht):
    """Dag, tijd en plaats van het gesprek."""

    op: date = Field(examples=["2026-04-14"])
    tijd: Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$", examples=["10:00"])]
    plaats: Regel = Field(examples=["Voorbeeldplein 1, Deventer, kamer 2"])

    def woorden(self) -> str:
        """Write the time as a letter does."""
        uur, minuut = self.tijd.split(":")
        return f"{int(uur)}.{minuut} uur"


class _Briefvraag(Opdracht):
    datum: date | None = Field(default=None, description="De dag waarop de brief weg gaat; zonder opgave vandaag.")


class UitnodigingsbriefOpdracht(_Briefvraag):
    """Een uitnodiging voor een gesprek over de gedraging."""

    soort: Literal["uitnodiging"]
    gesprek: Gesprekafspraak


class HersteltermijnbriefOpdracht(_Briefvraag):
    """De laatste kans: met ten minste vijf volle werkdagen tussen de brief en het gesprek."""

    soort: Literal["hersteltermijn"]
    gesprek: Gesprekafspraak


class WederhoorbriefOpdracht(_Briefvraag):
    """De vraag om te reageren voordat er wordt beslist; een gesprek mag erbij."""

    soort: Literal["wederhoor"]
    reageren_uiterlijk: date = Field(examples=["2026-05-12"])
    gesprek: Gesprekafspraak | None = None


class NaMaatregelbriefOpdracht(_Briefvraag):
    """De aangetekende uitnodiging om na de maatregelperiode opnieuw te beginnen."""

    soort: Literal["uitnodiging_na_maatregelperiode"]
    gesprek: Gesprekafspraak


class Pandverbod(Opdracht):
    """Waar en hoe lang de klant niet mag komen."""

    pand: Regel = Field(examples=["het stadskantoor, Voorbeeldplein 1"])
    van: date = Field(examples=["2026-04-03"])
    tot_en_met: date = Field(examples=["2026-07-02"])

    @model_validator(mode="after")
    def _in_volgorde(self) -> Self:
        if self.tot_en_met < self.van:
            raise ValueError("Een pandverbod eindigt niet voor het begint.")
        return self


class WaarschuwingsbriefOpdracht(_Briefvraag):
    """De waarschuwing van de leidinggevende na ernstige misdraging, met eventueel een pandverbod."""

    soort: Literal["waarschuwing_leidinggevende"]
    wangedrag: Annotated[str, StringConstraints(min_length=10, max_length=1000)] = Field(
        description="Wat er gebeurde, zoals het na 'gebeurde dit:' in de brief komt.",
        examples=["u schold een medewerker uit en dreigde terug te komen"],
    )
    wangedrag_op: date = Field(examples=["2026-04-02"])
    pandverbod: Pandverbod | None = None


Briefvraag = Annotated[
    UitnodigingsbriefOpdracht
    | HersteltermijnbriefOpdracht
    | WederhoorbriefOpdracht
    | NaMaatregelbriefOpdracht
    | WaarschuwingsbriefOpdracht,
    Field(discriminator="soort"),
]


class BriefverzendingOpdracht(Opdracht):
    """Wanneer en hoe de brief is verzonden."""

    verzonden_op: date = Field(examples=["2026-04-15"])
    wijzen: Annotated[tuple[Postwijze, ...], Field(min_length=1, max_length=3)] = Field(
        examples=[["aangetekend", "regulier"]]
    )
    kenmerk_aangetekend: Kenmerk | None = Field(default=None, examples=["3SRRC0001"])


class BriefintrekkingOpdracht(Opdracht):
    """Waarom een brief die nog niet weg is, niet meer weg moet."""

    reden: Reden = Field(examples=["De dag van het gesprek klopt niet."])


class BriefherroepingOpdracht(Opdracht):
    """Waarom een vastgelegde verzending niet klopt."""

    reden: Reden = Field(examples=["De brief ligt nog bij de post."])
