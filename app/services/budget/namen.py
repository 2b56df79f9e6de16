"""What money can be set aside for, with the name that people know it by."""

from __future__ import annotations

from app.domain.budget.beleid import BudgetBeleid
from app.domain.voorziening.beleid import VoorzieningBeleid
from app.services.handeling import Handeling


def namen(h: Handeling, gemeente: str) -> dict[str, str]:
    """Return the names by code: the regelingen of the budget, and the voorzieningen of the catalogue."""
    voorzieningen = h.beleid.geldend(VoorzieningBeleid, gemeente, h.vandaag).beleid.voorzieningen.waarde
    regelingen = h.beleid.geldend(BudgetBeleid, gemeente, h.vandaag).beleid.regelingen.waarde
    return {regel.code: regel.naam for regel in voorzieningen} | {regel.code: regel.naam for regel in regelingen}


def naam_van(h: Handeling, gemeente: str, code: str) -> str:
    """Return the name; the code of what the municipality no longer has."""
    return namen(h, gemeente).get(code, code)
