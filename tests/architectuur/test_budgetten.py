"""The budgets of the house: a file, a function, a folder that outgrows them is split by meaning."""

import ast
import subprocess
import sys
from collections import Counter

import pytest

from tests.steun.bron import APP, WORTEL, Functie, bronnen, regels, regels_zonder_uitleg

MAPPEN = ("app", "tools", "journey")
WERKWOORDEN = {"get", "post", "put", "patch", "delete", "head", "options", "api_route"}


def is_endpoint(functie: Functie) -> bool:
    aanroepen = (versiering.func for versiering in functie.decorator_list if isinstance(versiering, ast.Call))
    return any(isinstance(doel, ast.Attribute) and doel.attr in WERKWOORDEN for doel in aanroepen)


def is_regel(functie: Functie) -> bool:
    return functie.name.lstrip("_").startswith(("toets_", "regel_"))


def test_bestand_heeft_hoogstens_250_regels() -> None:
    lang = {bron.naam: bron.tekst.count("\n") for bron in bronnen(*MAPPEN) if bron.tekst.count("\n") > 250}
    assert lang == {}


def test_functie_heeft_hoogstens_40_regels() -> None:
    alle = [(bron.plek(functie), functie) for bron in bronnen(*MAPPEN) for functie in bron.functies()]
    assert {plek: regels(functie) for plek, functie in alle if regels(functie) > 40} == {}


def test_regel_heeft_hoogstens_20_regels() -> None:
    alle = [(bron.plek(functie), functie) for bron in bronnen("app/domain") for functie in bron.functies()]
    toetsen = {plek: regels_zonder_uitleg(functie) for plek, functie in alle if is_regel(functie)}
    assert toetsen
    assert {plek: aantal for plek, aantal in toetsen.items() if aantal > 20} == {}


def test_endpoint_heeft_een_romp_van_hoogstens_10_regels() -> None:
    alle = [(bron.plek(functie), functie) for bron in bronnen("app/api") for functie in bron.functies()]
    endpoints = {plek: regels_zonder_uitleg(functie) for plek, functie in alle if is_endpoint(functie)}
    assert endpoints
    assert {plek: aantal for plek, aantal in endpoints.items() if aantal > 10} == {}


@pytest.mark.parametrize(
    ("keuze", "instelling"),
    [
        pytest.param("C901", "lint.mccabe.max-complexity=8", id="complexiteit-hoogstens-8"),
        pytest.param("PLR0913", "lint.pylint.max-args=6", id="hoogstens-6-argumenten"),
    ],
)
def test_ruff_zonder_uitzonderingen(keuze: str, instelling: str) -> None:
    mappen = [map for map in MAPPEN if (WORTEL / map).is_dir()]
    opdracht = ["ruff", "check", "--isolated", "--no-cache", "--ignore-noqa", "--select", keuze, "--config", instelling]
    uitkomst = subprocess.run(
        [sys.executable, "-m", *opdracht, "--output-format=concise", *mappen],
        cwd=WORTEL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert uitkomst.returncode == 0, uitkomst.stdout + uitkomst.stderr


def test_map_heeft_hoogstens_24_bestanden() -> None:
    per_map = Counter(
        pad.parent.relative_to(WORTEL).as_posix() for pad in APP.rglob("*.py") if pad.name != "__init__.py"
    )
    assert {map: aantal for map, aantal in per_map.items() if aantal > 24} == {}


def test_map_ligt_hoogstens_3_diep() -> None:
    diep = [bron.naam for bron in bronnen("app") if len(bron.pad.parent.relative_to(APP).parts) > 3]
    assert diep == []
