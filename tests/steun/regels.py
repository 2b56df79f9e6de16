"""Which catalogue rules were proven: ids of ``@pytest.mark.regel(...)`` whose tests ran and passed, none failing."""

from __future__ import annotations

import functools
import json
from pathlib import Path

import pytest

from tools.catalogus import regel_ids

WORTEL = Path(__file__).parents[2]
_EIGENSCHAP = "regel"


class Regelbewijs:
    """Collects the reports of a run; with xdist this is the controller, which hears of every worker's tests."""

    def __init__(self, bestand: Path) -> None:
        self._bestand = bestand
        self._bewezen: dict[str, set[str]] = {}
        self._mislukt: set[str] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        ids = [str(waarde) for naam, waarde in report.user_properties if naam == _EIGENSCHAP]
        if report.failed:
            self._mislukt.update(ids)
        elif report.when == "call" and report.passed and not hasattr(report, "wasxfail"):
            for id_ in ids:
                self._bewezen.setdefault(id_, set()).add(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        bewijs = {id_: sorted(testen) for id_, testen in sorted(self._bewezen.items()) if id_ not in self._mislukt}
        self._bestand.parent.mkdir(parents=True, exist_ok=True)
        self._bestand.write_text(json.dumps(bewijs, indent=1) + "\n", encoding="utf-8")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regelbewijs", default="var/regelbewijs.json", help="waar de bewezen regels terechtkomen")


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Regelbewijs(WORTEL / config.getoption("--regelbewijs")), "regelbewijs")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.user_properties.extend((_EIGENSCHAP, id_) for id_ in _ids(item))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """An id that the catalogue does not have is a mistake, not a proof: the test fails before it runs."""
    if onbekend := sorted(_ids(item) - _bekend()):
        pytest.fail(f"Regels die niet in docs/regels staan: {', '.join(onbekend)}", pytrace=False)


def _ids(item: pytest.Item) -> set[str]:
    return {id_ for merk in item.iter_markers("regel") for id_ in merk.args}


@functools.cache
def _bekend() -> frozenset[str]:
    return frozenset(regel_ids())
