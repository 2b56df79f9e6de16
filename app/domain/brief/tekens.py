"""Tekens: what to print where the letter's typeface has no sign for what somebody typed."""

from __future__ import annotations

import unicodedata
from typing import Final

_SCHRIFTEN_TOT: Final = 0x0483
"""Latin with all its accents, Greek and Cyrillic: below this the typeface has what people's names need."""
_LEESTEKENS: Final = frozenset("‐‑‒–—‘’‚“”„†•…‰′″‹›€™→−≤≥")
ONBEKEND: Final = "?"


def toonbaar(tekst: str) -> str:
    """Return a text that can be printed: another form of the same sign, else a question mark, and no control signs."""
    return "".join(map(_teken, tekst))


def _teken(teken: str) -> str:
    if unicodedata.category(teken) in ("Cc", "Cf"):
        return " " if teken in "\t\n" else ""
    if _bekend(teken):
        return teken
    gewoon = unicodedata.normalize("NFKC", teken)
    return gewoon if all(map(_bekend, gewoon)) else ONBEKEND


def _bekend(teken: str) -> bool:
    gewone_letter = ord(teken) < _SCHRIFTEN_TOT or 0x1E00 <= ord(teken) < 0x1F00
    return teken in _LEESTEKENS or (gewone_letter and unicodedata.category(teken) != "Cn")
