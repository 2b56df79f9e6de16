"""What can be asked in the room gesprek about a conversation."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import Field, StrictBool, StrictInt, model_validator

from app.domain.gesprek.soort import Antwoordwaarde, Code, Gesprekssoort
from app.services.handeling import Opdracht

Zin = Annotated[str, Field(min_length=3, max_length=500)]
Tekst = Annotated[str, Field(min_length=1, max_length=4000)]
Lijst = Annotated[list[StrictInt], Field(max_length=30)] | Annotated[list[Code], Field(max_length=30)]
Waarde = StrictBool | StrictInt | Tekst | Lijst


class AntwoordOpdracht(Opdracht):
    """Het antwoord op een vraag uit de leidraad. Een nieuw antwoord vervangt het vorige; `null` trekt het in."""

    vraag: Code = Field(examples=["woont_waar"])
    waarde: Waarde | None = Field(examples=["Bij een vriend in Deventer."])
    reden: Zin | None = Field(default=None, description="Waarom een eerder antwoord is verbeterd of ingetrokken.")

    @property
    def antwoord(self) -> Antwoordwaarde | None:
        """The answer as the rules know it."""
        waarde: Any = self.waarde
        return tuple(waarde) if isinstance(waarde, list) else waarde


class NotitieOpdracht(Opdracht):
    """Een vrije notitie bij een thema, of bij het hele gesprek."""

    thema: Code | None = None
    tekst: Tekst = Field(examples=["Kwam samen met haar zus."])


class AntwoordenOpdracht(Opdracht):
    """Antwoorden en notities; alles is vrij, behalve wat een regel verplicht."""

    antwoorden: tuple[AntwoordOpdracht, ...] = Field(default=(), max_length=200)
    notities: tuple[NotitieOpdracht, ...] = Field(default=(), max_length=50)

    @model_validator(mode="after")
    def _elke_vraag_een_keer(self) -> Self:
        genoemd = [antwoord.vraag for antwoord in self.antwoorden]
        if len(genoemd) != len(set(genoemd)):
            raise ValueError("Noem elke vraag hoogstens één keer.")
        return self


class GesprekOpdracht(AntwoordenOpdracht):
    """Een gesprek dat wordt gevoerd of is gevoerd."""

    soort: Gesprekssoort = Field(examples=["screening"])
    datum: date | None = Field(default=None, description="De dag van het gesprek; standaard vandaag.")
    onderwerp_id: UUID | None = Field(
        default=None, description="Waar het gesprek bij hoort: de melding, het ambitiegesprek of de afspraak."
    )


class GesprekIntrekkingOpdracht(Opdracht):
    """Het gesprek is ten onrechte vastgelegd; de antwoorden tellen niet meer mee, maar blijven te lezen."""

    reden: Zin = Field(examples=["Vastgelegd bij de verkeerde klant."])
