"""Texts of the policy: filled in with what is known, and cut into paragraphs and lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from string import Formatter
from typing import Final

from app.domain.brief.model import Alinea, Blok, Lijst

Gegevens = Mapping[str, str | None]
_NAAM: Final = re.compile(r"[a-z_]+")
_PUNT: Final = "- "


def plekken(tekst: str) -> frozenset[str]:
    """Return the names between braces. Raises ValueError for a brace that stands alone or holds no plain name."""
    namen = set()
    for _, naam, opmaak, omzetting in Formatter().parse(tekst):
        if naam is None:
            continue
        if not _NAAM.fullmatch(naam) or opmaak or omzetting:
            raise ValueError(f"tussen accolades staat alleen een naam, niet {naam!r}")
        namen.add(naam)
    return frozenset(namen)


def controleer(tekst: str, bekend: frozenset[str]) -> None:
    """Raise ValueError when a text uses what its letter does not know."""
    if onbekend := sorted(plekken(tekst) - bekend):
        raise ValueError(f"gebruikt {', '.join(onbekend)}; bekend zijn: {', '.join(sorted(bekend))}")


def vul_in(tekst: str, gegevens: Gegevens) -> str | None:
    """Fill in a text; None when something that it tells is not known. What is filled in is never read as text again."""
    namen = plekken(tekst)
    return None if any(gegevens[naam] is None for naam in namen) else tekst.format_map(gegevens)


def blokken(tekst: str, gegevens: Gegevens) -> tuple[Blok, ...]:
    """Return the paragraphs and lists of a text; what tells something that is not known is left out.

    Blank lines part paragraphs, a line that begins with a dash is a point of a list.
    """
    return _blokken(tekst, lambda regel: vul_in(regel, gegevens))


def letterlijk(tekst: str) -> tuple[Blok, ...]:
    """Return the paragraphs and lists of a text that was filled in already: nothing in it is read as a name."""
    return _blokken(tekst, lambda regel: regel)


def _blokken(tekst: str, lees: Callable[[str], str | None]) -> tuple[Blok, ...]:
    return tuple(blok for stuk in tekst.strip().split("\n\n") for blok in _stuk(stuk.strip().splitlines(), lees))


def _stuk(regels: list[str], lees: Callable[[str], str | None]) -> Iterator[Blok]:
    gevuld = [(regel.startswith(_PUNT), lees(regel.removeprefix(_PUNT))) for regel in regels]
    gewoon = tuple(regel for is_punt, regel in gevuld if regel and not is_punt)
    punten = tuple(regel for is_punt, regel in gevuld if regel and is_punt)
    if gewoon:
        yield Alinea(regels=gewoon)
    if punten:
        yield Lijst(punten=punten)
