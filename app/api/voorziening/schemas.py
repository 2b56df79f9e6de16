"""Antwoorden over voorzieningen."""

from __future__ import annotations

from datetime import date
from typing import Self

from pydantic import Field

from app.api.schema import Grondslag, Toets, Uit
from app.domain.beleid.model import Herkomst
from app.domain.kern.klantgroep import Klantgroep
from app.domain.voorziening.beleid import Voorzieningregel
from app.domain.voorziening.toets import Aanboduitkomst
from app.services.voorziening.aanbod import Aanbod, Kans, KlantAanbod


class Voorzieningbeeld(Uit):
    """Een voorziening van de gemeente, met haar artikel."""

    code: str = Field(examples=["werkervaringsplaats"])
    naam: str = Field(examples=["Werkervaringsplaats"])
    klantgroepen: list[Klantgroep] | None = Field(
        description="Voor welke klantgroepen zij is; leeg als zij niet aan een klantgroep is gebonden."
    )
    grondslag: Grondslag

    @classmethod
    def van(cls, regel: Voorzieningregel) -> Self:
        """Show one voorziening."""
        groepen = None if regel.klantgroepen is None else list(regel.klantgroepen)
        return cls(code=regel.code, naam=regel.naam, klantgroepen=groepen, grondslag=Grondslag.van(regel.grondslag))


class Voorzieningen(Uit):
    """De voorzieningen van een gemeente op een dag."""

    voorzieningen: list[Voorzieningbeeld]
    herkomst: Herkomst
    peildatum: date
    beleid_id: str = Field(examples=["GM0150/voorziening/2021-01-01"])

    @classmethod
    def van(cls, aanbod: Aanbod) -> Self:
        """Show all voorzieningen."""
        regels = [Voorzieningbeeld.van(regel) for regel in aanbod.regels]
        return cls(
            voorzieningen=regels, herkomst=aanbod.herkomst, peildatum=aanbod.peildatum, beleid_id=aanbod.beleid_id
        )


class Voorzieningkans(Uit):
    """Of een voorziening bij de klant mag, en of zij vanzelf wordt voorgesteld."""

    voorziening: Voorzieningbeeld
    uitkomst: Aanboduitkomst
    voorgesteld: bool
    toetsen: list[Toets]

    @classmethod
    def van(cls, kans: Kans) -> Self:
        """Show the toetsen of one voorziening."""
        toetsen = [Toets.van(toets) for toets in kans.beoordeling.toetsen]
        return cls(
            voorziening=Voorzieningbeeld.van(kans.regel),
            uitkomst=kans.beoordeling.uitkomst,
            voorgesteld=kans.voorgesteld,
            toetsen=toetsen,
        )


class Klantvoorzieningen(Uit):
    """Alle voorzieningen, getoetst voor één klant."""

    voorzieningen: list[Voorzieningkans]
    peildatum: date
    beleid_id: str

    @classmethod
    def van(cls, aanbod: KlantAanbod) -> Self:
        """Show every voorziening for this klant."""
        kansen = [Voorzieningkans.van(kans) for kans in aanbod.kansen]
        return cls(voorzieningen=kansen, peildatum=aanbod.peildatum, beleid_id=aanbod.beleid_id)
