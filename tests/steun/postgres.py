"""Fixtures with a migrated, empty database: one server per run, one template, one clone per xdist worker.

``IOM_TEST_PG=systeem`` takes the machine's oldest supported PostgreSQL instead of the one the project brings along.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import ingebed
from tests.steun.sjabloon import Testserver

WORTEL = Path(__file__).parents[2]
OUDSTE = 15
SYSTEEM = os.environ.get("IOM_TEST_PG") == "systeem"
MAP = WORTEL / "var" / ("test-pg-systeem" if SYSTEEM else "test-pg")
FIXTURES = {"database_url", "schone_database", "verse_database"}

_gebruik = pytest.StashKey[int]()


def systeem_binaries() -> Path | None:
    """Programs of the machine's oldest PostgreSQL that is still supported; None when it has none."""
    gevonden: list[tuple[int, Path]] = []
    op_pad = shutil.which("postgres")
    for postgres in (
        *Path("/usr/lib/postgresql").glob("*/bin/postgres"),
        *([Path(op_pad).resolve()] if op_pad else []),
    ):
        versie = int(subprocess.check_output([postgres, "--version"], text=True).split()[2].split(".")[0])
        if versie >= OUDSTE and (postgres.parent / "initdb").exists():
            gevonden.append((versie, postgres.parent))
    return min(gevonden)[1] if gevonden else None


def pytest_configure(config: pytest.Config) -> None:
    """Say that this run uses the server; runs at the same time share it, and the last one stops it."""
    if hasattr(config, "workerinput"):
        return
    if SYSTEEM and systeem_binaries() is None:
        pytest.exit(f"Geen PostgreSQL {OUDSTE} of nieuwer op deze machine: databasetests overgeslagen.", returncode=0)
    MAP.parent.mkdir(exist_ok=True)
    slot = os.open(MAP.parent / f".{MAP.name}.gebruik", os.O_RDWR | os.O_CREAT, 0o644)
    fcntl.flock(slot, fcntl.LOCK_SH)
    config.stash[_gebruik] = slot


def pytest_unconfigure(config: pytest.Config) -> None:
    slot = config.stash.get(_gebruik, None)
    if slot is None:
        return
    with contextlib.suppress(BlockingIOError):
        fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
        ingebed.stop(MAP, binaries=systeem_binaries() if SYSTEEM else None)
    os.close(slot)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.database)


@pytest.fixture(scope="session")
def testserver() -> Testserver:
    binaries = systeem_binaries() if SYSTEEM else None
    return Testserver(ingebed.start(MAP, vluchtig=True, binaries=binaries), WORTEL)


@pytest.fixture(scope="session")
def database_url(testserver: Testserver) -> Iterator[str]:
    """URL of this worker's own database, as its owner; rows of earlier tests may still stand in it."""
    with testserver.database() as url:
        yield url


@pytest.fixture
def schone_database(testserver: Testserver, database_url: str) -> str:
    """URL of this worker's database, every table of it empty."""
    testserver.maak_leeg(database_url)
    return database_url


@pytest.fixture
def verse_database(testserver: Testserver) -> Iterator[str]:
    """URL of a database of this test alone, for processes that must not outlive it."""
    with testserver.database() as url:
        yield url
