"""Periode: a half-open stretch of days ``[van, tot)``."""

from __future__ import annotations

from datetime import date
from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator


class Periode(BaseModel):
    """Days from ``van`` up to but not including ``tot``; no ``tot`` means open-ended."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    van: date
    tot: date | None = None

    @model_validator(mode="after")
    def _niet_leeg(self) -> Self:
        if self.tot is not None and self.tot <= self.van:
            raise ValueError(f"de einddatum {self.tot} ligt niet na de begindatum {self.van}")
        return self

    def __contains__(self, dag: date) -> bool:
        """Tell whether ``dag`` lies in the period."""
        return self.van <= dag and (self.tot is None or dag < self.tot)

    def overlapt(self, ander: Periode) -> bool:
        """Tell whether the two periods share at least one day."""
        voor_ander_einde = ander.tot is None or self.van < ander.tot
        voor_eigen_einde = self.tot is None or ander.van < self.tot
        return voor_ander_einde and voor_eigen_einde
