"""Antwoorden over wat een subsidie wordt: toetsen, termijnen, formules en cijfers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Self

from pydantic import Field

from app.api.schema import Grondslag, Toets, Uit
from app.domain.beleid.model import Herkomst
from app.domain.subsidie import model
from app.domain.subsidie.model import Bijlagesoort, Regelingcode, Subsidiedictum
from app.services.subsidie.watals import Subsidieberekening as Berekening


class Subsidiecijfer(Uit):
    """Een cijfer waarop een bedrag rust. Op een cijfer dat `onbevestigd` of `voorlopig` is, wordt niet betaald."""

    naam: str = Field(examples=["wettelijk minimumloon"])
    waarde: int | Decimal = Field(description="Eurocent, of een percentage.", examples=[233700])
    grondslag: Grondslag
    herkomst: Herkomst
    beleid: str = Field(description="Het beleid waarin het cijfer staat en wordt bevestigd.", examples=["wml"])
    veld: str = Field(examples=["maand_21plus"])
    per: date
    voorlopig: bool = Field(description="Voor die dag is nog geen cijfer bekend; dit is het laatste dat er was.")

    @classmethod
    def van(cls, bron: model.GebruiktCijfer) -> Self:
        """Show a figure."""
        return cls(**(bron.model_dump() | {"grondslag": Grondslag.van(bron.grondslag)}))


class Subsidietermijnberekening(Uit):
    """Een bedrag dat één keer kan worden betaald, met de ingevulde formule."""

    nummer: int
    maand: date | None = Field(description="De eerste dag van de maand waarover het gaat.")
    bedrag: int = Field(description="Eurocent.")
    formule: str = Field(examples=["50 % van € 2.337,00 = € 1.168,50"])
    begrensd: bool = Field(description="Het maximum gold.")
    betaalbaar_vanaf: date
    bijlagen: list[Bijlagesoort]
    cijfers: list[Subsidiecijfer]

    @classmethod
    def van(cls, bron: model.Termijn) -> Self:
        """Show a termijn."""
        return cls(**(dict(bron) | {"cijfers": [Subsidiecijfer.van(cijfer) for cijfer in bron.cijfers]}))


class Subsidieberekening(Uit):
    """Wat er zou worden besloten, met dezelfde toetsen als een besluit; bij `voorleggen` is er nog iets open."""

    regeling: Regelingcode
    uitkomst: Subsidiedictum
    peildatum: date
    totaal: int | None = Field(description="Eurocent; leeg als er niets wordt toegekend.")
    formule: str | None
    termijnen: list[Subsidietermijnberekening]
    toetsen: list[Toets]
    voorbeeldwaarden: list[str]

    @classmethod
    def van(cls, berekening: Berekening) -> Self:
        """Show what would be decided."""
        uitkomst = berekening.beslissing
        schema = uitkomst.betaalschema
        return cls(
            regeling=uitkomst.regeling,
            uitkomst=uitkomst.dictum,
            peildatum=uitkomst.peildatum,
            totaal=schema.totaal if schema else None,
            formule=schema.formule if schema else None,
            termijnen=[Subsidietermijnberekening.van(termijn) for termijn in schema.termijnen] if schema else [],
            toetsen=[Toets.van(toets) for toets in uitkomst.toetsen],
            voorbeeldwaarden=list(uitkomst.voorbeeldwaarden),
        )
