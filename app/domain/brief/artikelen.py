"""Artikelen: the citations of one regeling, written as short as a letter does."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.domain.kern.grondslag import Grondslag


def artikelen(grondslagen: Iterable[Grondslag]) -> str:
    """Write the articles of one regeling in order, the leden of an article together: ``artikel 18, lid 1, 2 en 9``."""
    per: dict[str, set[str]] = {}
    for grondslag in grondslagen:
        deel = f"{grondslag.lid or ''} onderdeel {grondslag.onderdeel}" if grondslag.onderdeel else grondslag.lid or ""
        per.setdefault(grondslag.artikel, set()).add(deel.strip())
    return "; ".join(_artikel(nummer, per[nummer]) for nummer in sorted(per, key=_volgorde))


def _artikel(nummer: str, leden: set[str]) -> str:
    naam = f"artikel {nummer}" if nummer[:1].isdigit() else nummer
    genoemd = sorted(leden - {""}, key=_volgorde)
    if not genoemd:
        return naam
    voor = "" if genoemd[0].startswith("onderdeel") else "lid "
    return f"{naam}, {voor}{opsomming(genoemd)}"


def opsomming(delen: list[str]) -> str:
    """Write ``a, b en c``."""
    return " en ".join(deel for deel in (", ".join(delen[:-1]), delen[-1]) if deel)


def _volgorde(tekst: str) -> list[tuple[int, str]]:
    """Sort numbers as numbers: article 9 comes before article 18, and 18 before 18b."""
    return [(int(getal or 0), rest) for getal, rest in re.findall(r"(\d*)(\D*)", tekst)]
