"""Fixtures that every test may use, and the order in which the workers take the tests."""

import gc
import os
from pathlib import Path

import pytest

# pikepdf brings lxml along; production has none, and the tests read workbooks as production does.
os.environ["OPENPYXL_LXML"] = "False"

# Importing makes a million objects that all stay: looking for garbage among them takes a fifth of the time.
gc.disable()

pytest_plugins = ["tests.steun.regels", "tests.steun.postgres", "tests.steun.dienst", "tests.steun.proefkamer"]

LANG = [Path(__file__).parent / naam for naam in ("demo", "dienst")]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Take what lasts minutes first: at the end the workers then have only short tests to share."""
    items.sort(key=lambda item: not any(item.path.is_relative_to(map_) for map_ in LANG))


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop() -> None:
    """Look for garbage again from the first test, but not in what the imports left."""
    gc.freeze()
    gc.enable()
