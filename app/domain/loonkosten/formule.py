"""The formula of article 10d, lid 4 and 5: exact fractions, rounded once per month, at the end, half up."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.domain.beleid.model import Herkomst
from app.domain.kern.geld import euro, rond_af
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.maanden import eerste_van_de_maand

Uren = Annotated[Decimal, Field(gt=0, le=168)]
Loonwaarde = Annotated[int, Field(ge=0, le=100)]


class _Inhoud(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Cijfer(_Inhoud):
    """A dated figure that was used: eurocents, a percentage or hours, with its article and where it was seen."""

    naam: str
    waarde: Decimal
    grondslag: Grondslag
    herkomst: Herkomst

    @property
    def bevestigd(self) -> bool:
        """Tell whether money may rest on it."""
        return self.herkomst is Herkomst.VASTGESTELD


class Cijfers(_Inhoud):
    """The figures of one day for one employee; ``minimumloon`` is that of the age, per month in eurocents.

    ``deeltijd`` is the number of hours of the basis; without ``deeltijd_vast`` it bounds the full time of the sector.
    """

    minimumloon: Cijfer
    vakantiebijslag: Cijfer
    plafond: Cijfer
    forfait: Cijfer
    werkgeverslasten: Cijfer
    deeltijd: Cijfer
    deeltijd_vast: bool


class Maanddeel(_Inhoud):
    """Days ``[van, tot)`` of one month on which nothing changes; without ``loonwaarde`` (whole %) it is forfaitair."""

    van: date
    tot: date
    uren: Uren
    voltijd_uren: Uren
    loonwaarde: Loonwaarde | None
    cijfers: Cijfers

    @model_validator(mode="after")
    def _een_maand(self) -> Self:
        if not self.van < self.tot or (self.tot - self.van).days > monthrange(self.van.year, self.van.month)[1]:
            raise ValueError("een deel van een maand heeft ten minste een dag, en niet meer dan die maand")
        return self

    @property
    def dagen(self) -> int:
        """The number of calendar days."""
        return (self.tot - self.van).days

    @property
    def maanddagen(self) -> int:
        """The number of calendar days of its month."""
        return monthrange(self.van.year, self.van.month)[1]


class Maandbedrag(_Inhoud):
    """The subsidy of one month in eurocents, the formula filled in, and every figure that was used."""

    maand: date
    bedrag: int
    formule: str
    cijfers: tuple[Cijfer, ...]

    @property
    def onbevestigd(self) -> tuple[Cijfer, ...]:
        """The figures that keep it from being paid."""
        return tuple(cijfer for cijfer in self.cijfers if not cijfer.bevestigd)


def deeltijd(deel: Maanddeel) -> tuple[Decimal, Decimal]:
    """Return for how many hours out of how many it is given: never more than the full time of the sector.

    From 2024 out of 36, also upwards; before that out of the full time of the sector (at most 40), only downwards.
    """
    if deel.cijfers.deeltijd_vast:
        return min(deel.uren, deel.voltijd_uren), deel.cijfers.deeltijd.waarde
    geheel = min(deel.voltijd_uren, deel.cijfers.deeltijd.waarde)
    return min(deel.uren, geheel), geheel


def procent(deel: Maanddeel) -> tuple[Decimal, bool]:
    """Return which percentage of minimum wage and vakantiebijslag is given, and whether the cap made it less."""
    if deel.loonwaarde is None:
        return deel.cijfers.forfait.waarde, False
    verschil, plafond = Decimal(100 - deel.loonwaarde), deel.cijfers.plafond.waarde
    return min(verschil, plafond), verschil > plafond


def voor_lasten(deel: Maanddeel) -> Fraction:
    """Return the subsidy of a part in eurocents, exact, before the werkgeverslasten."""
    uren, geheel = deeltijd(deel)
    loon = Fraction(deel.cijfers.minimumloon.waarde) * _factor(deel.cijfers.vakantiebijslag)
    return loon * Fraction(procent(deel)[0]) / 100 * Fraction(uren) / Fraction(geheel) * deel.dagen / deel.maanddagen


def exact(deel: Maanddeel) -> Fraction:
    """Return the subsidy of a part in eurocents, exact, with the werkgeverslasten over what is given."""
    return voor_lasten(deel) * _factor(deel.cijfers.werkgeverslasten)


def afgerond(bedrag: Fraction) -> int:
    """Round an exact amount to whole eurocents, half up."""
    return rond_af(Decimal(bedrag.numerator) / Decimal(bedrag.denominator))


def maandbedrag(delen: Sequence[Maanddeel]) -> Maandbedrag:
    """Return the subsidy of the parts of one month, oldest first: added up exactly, and only then rounded."""
    bedrag = afgerond(sum((exact(deel) for deel in delen), Fraction()))
    gebruikt = dict.fromkeys(cijfer for deel in delen for cijfer in _gebruikt(deel))
    return Maandbedrag(
        maand=eerste_van_de_maand(delen[0].van),
        bedrag=bedrag,
        formule=f"{' + '.join(map(_schrijf, delen))} = {euro(bedrag)}",
        cijfers=tuple(gebruikt),
    )


def getal(waarde: Decimal) -> str:
    """Write a number as Dutch people do, without zeros that say nothing: ``23,5``."""
    return format(waarde.normalize(), "f").replace(".", ",")


def _factor(opslag: Cijfer) -> Fraction:
    return 1 + Fraction(opslag.waarde) / 100


def _gebruikt(deel: Maanddeel) -> tuple[Cijfer, ...]:
    """Name the figures on which a part rests; the cap only where it made the amount less."""
    cijfers = deel.cijfers
    _, begrensd = procent(deel)
    soort = (cijfers.forfait,) if deel.loonwaarde is None else (cijfers.plafond,) if begrensd else ()
    return (cijfers.minimumloon, cijfers.vakantiebijslag, *soort, cijfers.deeltijd, cijfers.werkgeverslasten)


def _schrijf(deel: Maanddeel) -> str:
    """Fill the formula in: ``(€ 2.337,00 × 1,08 - 60 % × € 2.337,00 × 1,08) × 32/36 × 1,25``."""
    cijfers = deel.cijfers
    loon = f"{euro(int(cijfers.minimumloon.waarde))} × {getal(1 + cijfers.vakantiebijslag.waarde / 100)}"
    deel_van_loon, begrensd = procent(deel)
    kern = f"{'ten hoogste ' if begrensd else ''}{getal(deel_van_loon)} % × {loon}"
    if deel.loonwaarde is not None and not begrensd:
        kern = f"({loon} - {deel.loonwaarde} % × {loon})"
    uren, geheel = deeltijd(deel)
    dagen = "" if deel.dagen == deel.maanddagen else f" × {deel.dagen}/{deel.maanddagen} dagen"
    lasten = getal(1 + cijfers.werkgeverslasten.waarde / 100)
    return f"{kern} × {getal(uren)}/{getal(geheel)} × {lasten}{dagen}"
