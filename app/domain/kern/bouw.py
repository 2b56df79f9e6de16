"""Bouw: the short way to write a toets whose facts fit on a line."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.kern.grondslag import Grondslag
from app.domain.kern.toets import Feit, Toets, Uitkomst


def maak_toets(
    voorwaarde: str, voldaan: bool | None, grondslag: Grondslag, feiten: Mapping[str, Feit], toelichting: str
) -> Toets:
    """Make a toets; ``voldaan`` is None when a fact is missing."""
    return Toets(
        voorwaarde=voorwaarde,
        uitkomst=Uitkomst.van(voldaan),
        grondslag=grondslag,
        feiten=feiten,
        toelichting=toelichting,
    )
