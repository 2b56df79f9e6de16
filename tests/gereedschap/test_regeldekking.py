"""A rule counts as proven only by tests that ran and passed."""

import json
from pathlib import Path
from typing import Literal

import pytest
import yaml

from tests.steun.regels import Regelbewijs
from tools.catalogus import WEGGELATEN, onderwerp, regel_ids
from tools.dekking import main as toets_dekking
from tools.regeldekking import tegenstrijdig, tel, toon

Fase = Literal["setup", "call", "teardown"]
Uitkomst = Literal["passed", "failed", "skipped"]


def verslag(id_: str, fase: Fase, uitkomst: Uitkomst, test: str = "test_a") -> pytest.TestReport:
    return pytest.TestReport(test, ("", 0, ""), {}, uitkomst, None, fase, user_properties=[("regel", id_)])


@pytest.mark.parametrize(
    ("verslagen", "bewezen"),
    [
        pytest.param([("setup", "passed"), ("call", "passed"), ("teardown", "passed")], True, id="geslaagd"),
        pytest.param([("setup", "passed")], False, id="niet-gedraaid"),
        pytest.param([("setup", "skipped")], False, id="overgeslagen"),
        pytest.param([("setup", "passed"), ("call", "failed")], False, id="mislukt"),
        pytest.param([("call", "passed"), ("teardown", "failed")], False, id="opruimen-mislukt"),
        pytest.param([("call", "passed"), ("call", "failed")], False, id="een-andere-test-mislukt"),
        pytest.param([("call", "skipped"), ("call", "passed")], True, id="een-andere-test-overgeslagen"),
    ],
)
def test_bewijs(verslagen: list[tuple[Fase, Uitkomst]], bewezen: bool, tmp_path: Path) -> None:
    bewijs = Regelbewijs(tmp_path / "bewijs.json")
    for fase, uitkomst in verslagen:
        bewijs.pytest_runtest_logreport(verslag("DEV-MTR-001", fase, uitkomst))
    bewijs.pytest_sessionfinish()
    assert ("DEV-MTR-001" in json.loads((tmp_path / "bewijs.json").read_text())) is bewezen


def test_tellen_en_slotregel(capsys: pytest.CaptureFixture[str]) -> None:
    ids = ["DEV-MTR-001", "DEV-MTR-002", "DEV-MTR-003", "DEV-MEL-001"]
    dekking = tel(ids, {"DEV-MTR-002"}, {"DEV-MTR-003": "hoort bij het uitkeringssysteem"})
    assert dekking == {
        "DEV-MEL": {"totaal": 1, "bewezen": [], "weggelaten": {}, "open": ["DEV-MEL-001"]},
        "DEV-MTR": {
            "totaal": 3,
            "bewezen": ["DEV-MTR-002"],
            "weggelaten": {"DEV-MTR-003": "hoort bij het uitkeringssysteem"},
            "open": ["DEV-MTR-001"],
        },
    }
    toon(dekking)
    assert capsys.readouterr().out.splitlines()[-1] == "regels bewezen: 1 van 4"


@pytest.mark.parametrize(
    ("bewezen", "weggelaten"),
    [
        pytest.param({"DEV-MTR-001"}, {"DEV-MTR-001": "reden"}, id="bewezen-en-weggelaten"),
        pytest.param(set(), {"DEV-MTR-999": "reden"}, id="weggelaten-maar-onbekend"),
        pytest.param(set(), {"DEV-MTR-001": ""}, id="weggelaten-zonder-reden"),
    ],
)
def test_tegenstrijdigheid_wordt_gemeld(bewezen: set[str], weggelaten: dict[str, str]) -> None:
    assert len(tegenstrijdig(["DEV-MTR-001"], bewezen, weggelaten)) == 1


def test_catalogus_is_heel() -> None:
    ids = regel_ids()
    assert tegenstrijdig(ids, set(), yaml.safe_load(WEGGELATEN.read_text(encoding="utf-8")) or {}) == []
    in_bestanden = [
        regel["id"]
        for pad in sorted(WEGGELATEN.parent.glob("*.yaml"))
        if pad != WEGGELATEN
        for regel in yaml.load(pad.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    ]
    assert ids == in_bestanden
    assert onderwerp("DEV-MTR-001") == "DEV-MTR"


def test_dubbel_id_wordt_geweigerd(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("- id: DEV-MTR-001\n- id: DEV-MTR-001\n")
    with pytest.raises(ValueError, match="DEV-MTR-001"):
        regel_ids(tmp_path)


@pytest.mark.parametrize(
    ("bestand", "gaten", "geheel", "uitkomst"),
    [
        pytest.param("app/domain/kern/geld.py", [], 90.0, 0, id="precies-genoeg"),
        pytest.param("app/domain/kern/geld.py", [], 89.9, 1, id="geheel-te-laag"),
        pytest.param("app/domain/kern/geld.py", [12], 99.0, 1, id="gat-in-het-domein"),
        pytest.param("app/api/klant.py", [12], 99.0, 0, id="gat-buiten-het-domein"),
    ],
)
def test_dekking(bestand: str, gaten: list[int], geheel: float, uitkomst: int, tmp_path: Path) -> None:
    cijfers = {"missing_lines": gaten, "missing_branches": []}
    (tmp_path / "d.json").write_text(json.dumps({"files": {bestand: cijfers}, "totals": {"percent_covered": geheel}}))
    assert toets_dekking(str(tmp_path / "d.json")) == uitkomst
