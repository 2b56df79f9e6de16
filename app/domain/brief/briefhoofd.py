"""Briefhoofd: how a municipality's letters look, and where it can be reached."""

from __future__ import annotations

from typing import Annotated, Final, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Tekst = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
Kleur = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
CONTRAST: Final = 4.5
"""Least contrast of text on white that WCAG 2.1 asks (criterion 1.4.3, level AA)."""


class Beeldmerk(BaseModel):
    """A logo as vector drawing, with the words that say what it shows."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    svg: Annotated[str, StringConstraints(pattern=r"^\s*<svg[\s\S]*</svg>\s*$", max_length=20_000)]
    alt: Tekst


class Briefhoofd(BaseModel):
    """The letterhead; ``kleur`` is that of lines and headings and must be readable on white."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    gemeente: Tekst
    afdeling: Tekst
    retouradres: Tekst
    bezoekadres: Tekst
    telefoon: Tekst
    website: Tekst
    openingstijden: tuple[Tekst, ...] = Field(min_length=1, max_length=4)
    kleur: Kleur
    beeldmerk: Beeldmerk | None = None

    @model_validator(mode="after")
    def _leesbaar(self) -> Self:
        if (gemeten := contrast_met_wit(self.kleur)) < CONTRAST:
            raise ValueError(f"de kleur {self.kleur} heeft een contrast van {gemeten:.1f} met wit; 4,5 is nodig")
        return self


def contrast_met_wit(kleur: str) -> float:
    """Return the contrast of a colour (``#rrggbb``) with white, as WCAG 2.1 computes it."""
    rood, groen, blauw = (_lineair(int(kleur[n : n + 2], 16) / 255) for n in (1, 3, 5))
    return 1.05 / (0.2126 * rood + 0.7152 * groen + 0.0722 * blauw + 0.05)


def _lineair(deel: float) -> float:
    return deel / 12.92 if deel <= 0.04045 else float(((deel + 0.055) / 1.055) ** 2.4)
