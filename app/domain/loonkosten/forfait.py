"""Forfait: when is reminded before it ends that the loonwaarde must be determined (DEV-LKS-904)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.kern.werkdagen import tel_werkdagen_terug
from app.domain.loonkosten.procedure import LoonkostenBeleid


@dataclass(frozen=True)
class Forfaitdagen:
    """The days around a forfait ``[begin, tot)``: when is reminded, and the last day on which it still holds."""

    herinnering: date
    laatste: date


def forfaitdagen(tot: date, beleid: LoonkostenBeleid) -> Forfaitdagen:
    """Return when is reminded that the loonwaarde must be determined, and the last day in time."""
    laatste = tot - timedelta(days=1)
    return Forfaitdagen(tel_werkdagen_terug(laatste, beleid.herinnering_werkdagen.waarde), laatste)
