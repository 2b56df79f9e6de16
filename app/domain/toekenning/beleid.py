"""The policy of granted voorzieningen: how they end, what moves on from 2017, and what is watched."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from app.domain.beleid.model import Beleid, Waarde
from app.domain.kern.grondslag import Grondslag

Aantal = Annotated[int, Field(ge=1)]


class _Rij(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Beeindigingsgrond(_Rij):
    """A ground to end a voorziening; ``zin`` is what the letter says, ``oordeel`` asks for a judgement in words.

    ``niet_voor`` are the doelgroepen that are exempt while their exception lasts.
    """

    code: str
    naam: str
    zin: str
    oordeel: bool = False
    niet_voor: tuple[str, ...] = ()
    grondslag: Grondslag


class Regel2017(_Rij):
    """How long a voorziening lasted under the 2017 verordening, in months, and how often it could be extended."""

    code: str
    max_maanden: Aantal
    verlenging_maanden: Aantal | None = None
    verlengingen: Annotated[int, Field(ge=0)] = 0
    grondslag: Grondslag


class OudeDoelgroep(_Rij):
    """A target group of the 2017 verordening; only kept as history (DEV-OVR-909)."""

    code: str
    naam: str


class IngetrokkenRegeling(_Rij):
    """A regeling that was withdrawn ``per`` a day; ``overgang`` keeps it usable for what goes on under it."""

    regeling: str
    per: date
    overgang: bool = False
    opvolger: str | None = None
    onderwerp: str
    grondslag: Grondslag


class VervallenVoorziening(_Rij):
    """A voorziening that the municipality does not offer any more, and why (DEV-OVR-903)."""

    code: str
    reden: str
    grondslag: Grondslag


class ToekenningBeleid(Beleid):
    """What holds for a voorziening once it is granted; ``gedraging`` names what not showing up may be, by code."""

    soort: ClassVar[str] = "toekenning"

    bezwaartermijn_weken: Waarde[Aantal]
    gronden: Waarde[tuple[Beeindigingsgrond, ...]]
    terugvordering: Waarde[tuple[str, ...]]
    regime_2021_vanaf: Waarde[date]
    overgang_maanden: Waarde[Aantal]
    overgang_vooraf_weken: Waarde[Aantal]
    regels_2017: Waarde[tuple[Regel2017, ...]]
    oude_doelgroepen: Waarde[tuple[OudeDoelgroep, ...]]
    ingetrokken_regelingen: Waarde[tuple[IngetrokkenRegeling, ...]]
    vervallen_voorzieningen: Waarde[tuple[VervallenVoorziening, ...]]
    einde_vooraf_weken: Waarde[Aantal]
    evaluatie_binnen_weken: Waarde[Aantal]
    besluit_werkdagen: Waarde[Aantal]
    partijen: Waarde[tuple[str, ...]]
    gedraging: Waarde[Mapping[str, str]]
    toetsing_bij: Waarde[tuple[str, ...]]

    def grond(self, code: str) -> Beeindigingsgrond | None:
        """Return the ground with this letter."""
        return next((grond for grond in self.gronden.waarde if grond.code == code), None)

    def regel_2017(self, code: str) -> Regel2017 | None:
        """Return how long this voorziening lasted under the 2017 verordening."""
        return next((regel for regel in self.regels_2017.waarde if regel.code == code), None)

    def vervallen(self, code: str) -> VervallenVoorziening | None:
        """Return why a voorziening is not offered any more."""
        return next((rij for rij in self.vervallen_voorzieningen.waarde if rij.code == code), None)

    def gedraging_van(self, code: str) -> str:
        """Return the gedraging of the maatregel that not showing up at this voorziening may be."""
        return self.gedraging.waarde.get(code) or self.gedraging.waarde["overig"]
