"""Veld: something that must be filled in about a voorziening; which, and what is right, is data."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator

from app.domain.beleid.model import Herkomst
from app.domain.kern.grondslag import Grondslag
from app.domain.voorziening.oordeel import Niveau, Toepassing

Gegeven = str | bool | int | tuple[str, ...] | tuple[int, ...] | None
"""What can be filled in: text, a code, a day (ISO), eurocents, or several of one kind."""


class Veldsoort(StrEnum):
    """What somebody fills in. A ``rooster`` is a list of times (``maandag 09:00-12:30``), a ``lijst`` one of words."""

    TEKST = "tekst"
    KEUZE = "keuze"
    KEUZES = "keuzes"
    DATUM = "datum"
    BEDRAG = "bedrag"
    BEDRAGEN = "bedragen"
    ROOSTER = "rooster"
    LIJST = "lijst"
    JA_NEE = "ja_nee"


class Moment(StrEnum):
    """When a day must lie, seen from the first day of the voorziening."""

    VOOR_BEGIN = "voor_begin"
    UITERLIJK_BEGIN = "uiterlijk_begin"
    NA_BEGIN = "na_begin"


class Optie(BaseModel):
    """A choice. One that is not ``toegestaan`` can be true, and then stands in the way."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    naam: str
    toegestaan: bool = True


class Gegevenveld(BaseModel):
    """One field. ``vrij`` takes what is not in the list too, with a reason in the field ``<code>_reden``.

    A field that is not ``verplicht`` may stay empty; what is filled in must be right. ``zo_niet`` says what to do.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    naam: str
    soort: Veldsoort = Veldsoort.TEKST
    opties: tuple[Optie, ...] = ()
    vrij: bool = False
    verplicht: bool = True
    moment: Moment | None = None
    als: Toepassing = Toepassing()
    niveau: Niveau = Niveau.VERORDENING
    grondslag: Grondslag
    herkomst: Herkomst = Herkomst.VASTGESTELD
    regel: str | None = None
    zo_niet: str | None = None

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        if (self.soort in (Veldsoort.KEUZE, Veldsoort.KEUZES)) is not bool(self.opties):
            raise ValueError(f"{self.code}: opties horen bij een keuze, en een keuze heeft opties")
        if self.moment is not None and self.soort is not Veldsoort.DATUM:
            raise ValueError(f"{self.code}: alleen een datum heeft een moment")
        return self

    @property
    def codes(self) -> tuple[str, ...]:
        """What can be filled in for it: itself, and the reason for a choice outside the list."""
        return (self.code, self.reden_code) if self.vrij else (self.code,)

    @property
    def reden_code(self) -> str:
        """The field that holds the reason for a choice outside the list."""
        return f"{self.code}_reden"

    def optie(self, code: str) -> Optie | None:
        """Return the choice with this code."""
        return next((optie for optie in self.opties if optie.code == code), None)
