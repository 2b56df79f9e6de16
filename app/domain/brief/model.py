"""The content of a letter, without any markup: what HTML and PDF are both made of."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.domain.brief.briefhoofd import Briefhoofd


class _Bevroren(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Alinea(_Bevroren):
    """A paragraph; more lines are written under each other."""

    soort: Literal["alinea"] = "alinea"
    regels: tuple[str, ...] = Field(min_length=1)


class Lijst(_Bevroren):
    """A list of points."""

    soort: Literal["lijst"] = "lijst"
    punten: tuple[str, ...] = Field(min_length=1)


class Tabel(_Bevroren):
    """A table with a heading for every column; ``rechts`` says which columns hold amounts, ``totaal`` is a last row."""

    soort: Literal["tabel"] = "tabel"
    titel: str
    koppen: tuple[str, ...] = Field(min_length=1)
    rijen: tuple[tuple[str, ...], ...]
    totaal: tuple[str, ...] | None = None
    rechts: tuple[bool, ...]

    @model_validator(mode="after")
    def _even_breed(self) -> Self:
        breedten = {len(rij) for rij in (*self.rijen, self.rechts, self.totaal or self.koppen)}
        if breedten != {len(self.koppen)}:
            raise ValueError("elke rij van een tabel heeft evenveel cellen als er koppen zijn")
        return self


Blok = Annotated[Alinea | Lijst | Tabel, Field(discriminator="soort")]


class Deel(_Bevroren):
    """A part of the letter under its own heading (None: without)."""

    kop: str | None = None
    blokken: tuple[Blok, ...] = Field(min_length=1)


class Geadresseerde(_Bevroren):
    """To whom the letter goes, as in the window of the envelope; without ``regels`` no address is known."""

    namen: tuple[str, ...] = Field(min_length=1)
    regels: tuple[str, ...] = ()


class Brief(_Bevroren):
    """A whole letter. ``datum`` is the day on it; a ``concept`` says so in the letter itself."""

    briefhoofd: Briefhoofd
    geadresseerde: Geadresseerde
    datum: date
    concept: str | None = None
    verzending: str | None = None
    gegevens: tuple[tuple[str, str], ...]
    onderwerp: str
    aanhef: str
    delen: tuple[Deel, ...] = Field(min_length=1)
    slot: tuple[str, ...] = Field(min_length=1)
