"""Spreiding: how far a share may be off by chance alone (Wilson score interval)."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

from pydantic import BaseModel, ConfigDict


class Interval(BaseModel):
    """The shares between 0 and 1 that fit what was seen."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    onder: float
    boven: float

    def __contains__(self, aandeel: float) -> bool:
        """Tell whether a share lies in the interval, its ends included."""
        return self.onder <= aandeel <= self.boven


def wilson(aantal: int, totaal: int, betrouwbaarheid: float) -> Interval:
    """Return the interval of a share of ``aantal`` in ``totaal`` (at least one) at this confidence."""
    z = NormalDist().inv_cdf((1 + betrouwbaarheid) / 2)
    aandeel, noemer = aantal / totaal, 1 + z * z / totaal
    midden = (aandeel + z * z / (2 * totaal)) / noemer
    marge = z * sqrt(aandeel * (1 - aandeel) / totaal + z * z / (4 * totaal * totaal)) / noemer
    return Interval(onder=max(0.0, midden - marge), boven=min(1.0, midden + marge))


def wijkt_af(aantal: int, totaal: int, verwacht: float, zeker: tuple[float, int]) -> bool:
    """Tell whether a share differs from ``verwacht`` by more than chance explains.

    ``zeker`` is the confidence and how many comparisons are made at once: of a hundred comparisons at 95 percent, five
    would stand out by chance, so the confidence of each is raised until that holds for all together (Bonferroni).
    """
    betrouwbaarheid, vergelijkingen = zeker
    per_stuk = 1 - (1 - betrouwbaarheid) / max(1, vergelijkingen)
    return verwacht not in wilson(aantal, totaal, per_stuk)
