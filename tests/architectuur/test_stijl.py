"""Habits that no linter knows: one thread hop per request, one clock, one place that commits."""

import ast
from functools import cache
from pathlib import Path

from tests.steun.bron import bronnen, lees


@cache
def namen(pad: Path) -> tuple[tuple[str, int], ...]:
    """Every name and dotted name in a file, with its line: ``date.today``, ``HTTPException``."""
    gevonden = []
    for knoop in ast.walk(lees(pad).boom):
        if isinstance(knoop, ast.Name | ast.Attribute):
            gevonden.append((_naam(knoop), knoop.lineno))
        elif isinstance(knoop, ast.ImportFrom):
            gevonden.extend((alias.name, knoop.lineno) for alias in knoop.names)
    return tuple(gevonden)


def _naam(knoop: ast.expr) -> str:
    """``a.b.c`` as written; of anything else that has an attribute only the attribute, as ``.commit``."""
    if isinstance(knoop, ast.Name):
        return knoop.id
    return f"{_naam(knoop.value)}.{knoop.attr}" if isinstance(knoop, ast.Attribute) else ""


def plekken(mappen: tuple[str, ...], *einden: str, behalve: str = "") -> list[str]:
    """Places where a name ends with one of the words given."""
    return [
        f"{bron.naam}:{regel} {naam}"
        for bron in bronnen(*mappen)
        if bron.naam != behalve
        for naam, regel in namen(bron.pad)
        if any(naam == einde or naam.endswith(f".{einde.lstrip('.')}") for einde in einden)
    ]


def test_geen_async_def_in_api() -> None:
    alle = [(bron.plek(functie), functie) for bron in bronnen("app/api") for functie in bron.functies()]
    assert [plek for plek, functie in alle if isinstance(functie, ast.AsyncFunctionDef)] == []


def test_de_klok_staat_in_een_bestand() -> None:
    klok = ("date.today", "datetime.now", "datetime.utcnow", "datetime.today", "time.time", "time.localtime")
    assert plekken(("app", "journey"), *klok, behalve="app/klok.py") == []


def test_geen_basehttpmiddleware() -> None:
    assert plekken(("app",), "BaseHTTPMiddleware") == []


def test_geen_http_onder_api() -> None:
    assert plekken(("app/services", "app/db", "app/domain"), "HTTPException", "Request", "Response", "fastapi") == []


def test_alleen_de_sessie_legt_vast() -> None:
    assert plekken(("app",), ".commit", behalve="app/db/sessie.py") == []


def test_geen_lege_beloften() -> None:
    merken = ("TODO", "FIXME", "XXX", "NotImplementedError")
    regels = [(bron.naam, regel) for bron in bronnen("app", "tools", "journey") for regel in bron.tekst.splitlines()]
    assert [f"{naam}: {regel.strip()}" for naam, regel in regels if any(merk in regel for merk in merken)] == []
