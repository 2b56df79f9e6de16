"""The project's own source, parsed, for the tests that guard the house."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

WORTEL = Path(__file__).parents[2]
APP = WORTEL / "app"

Functie = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Bron:
    """One Python file."""

    pad: Path
    tekst: str
    boom: ast.Module

    @functools.cached_property
    def naam(self) -> str:
        return self.pad.relative_to(WORTEL).as_posix()

    def plek(self, knoop: ast.stmt | ast.expr) -> str:
        return f"{self.naam}:{knoop.lineno}"

    def functies(self) -> Iterator[Functie]:
        for knoop in ast.walk(self.boom):
            if isinstance(knoop, Functie):
                yield knoop

    def imports(self) -> Iterator[tuple[str, ast.stmt]]:
        """Every module imported, absolute, with ``from a import b`` as ``a.b``."""
        pakket = self.pad.relative_to(WORTEL).parent.parts
        for knoop in ast.walk(self.boom):
            if isinstance(knoop, ast.Import):
                yield from ((alias.name, knoop) for alias in knoop.names)
            elif isinstance(knoop, ast.ImportFrom):
                boven = pakket[: len(pakket) - knoop.level + 1] if knoop.level else ()
                module = ".".join((*boven, *([knoop.module] if knoop.module else [])))
                yield from ((f"{module}.{alias.name}", knoop) for alias in knoop.names)


@functools.cache
def bronnen(*mappen: str) -> tuple[Bron, ...]:
    """Every Python file below the folders, given from the root of the project."""
    paden = sorted(pad for map in mappen for pad in (WORTEL / map).rglob("*.py"))
    return tuple(lees(pad) for pad in paden)


@functools.cache
def lees(pad: Path) -> Bron:
    """One file, parsed once for all tests."""
    return Bron(pad, tekst := pad.read_text(encoding="utf-8"), ast.parse(tekst))


def regels(functie: Functie) -> int:
    """Lines of a function from its ``def`` up to and including its last."""
    return (functie.end_lineno or functie.lineno) - functie.lineno + 1


def regels_zonder_uitleg(functie: Functie) -> int:
    """Lines of a function's body after its docstring."""
    romp = functie.body[1:] if ast.get_docstring(functie) is not None else functie.body
    return (romp[-1].end_lineno or 0) - romp[0].lineno + 1 if romp else 0
