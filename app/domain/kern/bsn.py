"""BSN: nine digits that pass the elfproef."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NEGEN_CIJFERS = re.compile(r"[0-9]{9}")
_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def is_bsn(tekst: str) -> bool:
    """Tell whether ``tekst`` is a well-formed BSN: exactly nine digits, not all zero, elfproef.

    A number of eight digits is refused and not padded: a lost digit must not become another person.
    """
    if not _NEGEN_CIJFERS.fullmatch(tekst) or tekst == "0" * len(_GEWICHTEN):
        return False
    return _som(map(int, tekst)) % 11 == 0


def bsn_uit_basis(basis: int) -> str | None:
    """Return the BSN made of eight digits ``basis`` (1 to 99999999) and its check digit, for demo and tests.

    None when no single check digit exists (it would be 10). ValueError outside the range.
    """
    if not 1 <= basis <= 99_999_999:
        raise ValueError("de basis van een BSN heeft hoogstens acht cijfers en is niet nul")
    cijfers = f"{basis:08d}"
    controle = _som(map(int, cijfers)) % 11
    return f"{cijfers}{controle}" if controle < 10 else None


def _som(cijfers: Iterable[int]) -> int:
    return sum(gewicht * cijfer for gewicht, cijfer in zip(_GEWICHTEN, cijfers, strict=False))
