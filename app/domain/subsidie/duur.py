"""Duur: whole months of an employment."""

from __future__ import annotations

from datetime import date

from app.domain.kern.maanden import plus_maanden
from app.domain.subsidie.model import Dienstverbandfeiten


def hele_maanden(van: date, tot: date | None) -> int | None:
    """Return how many whole months lie in ``[van, tot)``; None when it has no end."""
    if tot is None:
        return None
    maanden = (tot.year - van.year) * 12 + tot.month - van.month
    return max(0, maanden if plus_maanden(van, maanden) <= tot else maanden - 1)


def duurt_ten_minste(dienstverband: Dienstverbandfeiten, maanden: int) -> bool:
    """Tell whether an employment lasts so many months; one without an end always does."""
    duur = hele_maanden(dienstverband.van, dienstverband.tot)
    return duur is None or duur >= maanden
