"""Small parts with which the rules of this room are written."""

from __future__ import annotations

from app.domain.kern.bouw import maak_toets
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.toets import Feit, Toets


def en(*delen: bool | None) -> bool | None:
    """Join parts of a condition: one false is false, else one unknown is unknown."""
    if any(deel is False for deel in delen):
        return False
    return None if any(deel is None for deel in delen) else True


def toets(voorwaarde: str, uitkomst: bool | None, grondslag: Grondslag, *zinnen: str, **feiten: Feit) -> Toets:
    """Make a toets; ``zinnen`` are the sentences for voldaan, niet voldaan and (if that can be) onbepaald."""
    nummer = 2 if uitkomst is None else 0 if uitkomst else 1
    return maak_toets(voorwaarde, uitkomst, grondslag, feiten, zinnen[nummer])


def gewoon(code: str) -> str:
    """Write a code as words: ``bevestiging_werkgever`` becomes ``bevestiging werkgever``."""
    return code.replace("_", " ")
