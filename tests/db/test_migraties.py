"""Migrations: one line of them, the same tables as the code, and a new database is made by them alone."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, event

from app.db.alle_tabellen import Basis
from app.migraties import configuratie, hoogste, migreer
from tests.steun.bron import WORTEL
from tests.steun.kijk import rijen
from tests.steun.sjabloon import Testserver

TABELLEN = "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"


def tabellen(url: str) -> set[str]:
    return {rij[0] for rij in rijen(url, TABELLEN)}


def test_er_is_een_kop() -> None:
    assert ScriptDirectory.from_config(configuratie()).get_heads() == [hoogste()]


def test_de_tabellen_zijn_die_van_de_code(database_url: str) -> None:
    command.check(configuratie(database_url))
    assert tabellen(database_url) == set(Basis.metadata.tables) | {"alembic_version"}


def test_van_niets_tot_de_laatste_en_dan_niets_meer(testserver: Testserver) -> None:
    opdrachten: list[str] = []

    def luister(_verbinding: Any, _cursor: Any, opdracht: str, *_rest: Any) -> None:
        opdrachten.append(opdracht)

    event.listen(Engine, "before_cursor_execute", luister)
    try:
        with testserver.database(leeg=True) as url:
            assert tabellen(url) == set()
            migreer(url)
            eerste = list(opdrachten)
            assert rijen(url, "SELECT version_num FROM alembic_version") == [(hoogste(),)]
            assert "klant" in tabellen(url)
            opdrachten.clear()
            migreer(url)
    finally:
        event.remove(Engine, "before_cursor_execute", luister)
    assert next(i for i, opdracht in enumerate(eerste) if "lock_timeout = '5s'" in opdracht) < next(
        i for i, opdracht in enumerate(eerste) if "CREATE TABLE" in opdracht
    )
    assert [opdracht for opdracht in opdrachten if opdracht.split()[0] in ("CREATE", "ALTER", "INSERT", "UPDATE")] == []


def test_een_mislukte_migratie_laat_niets_half(testserver: Testserver) -> None:
    """All migrations of one command are one transaction: what made the database is there as a whole, or not at all."""
    with testserver.database(leeg=True) as url:
        engine = create_engine(url)
        with engine.begin() as verbinding:
            verbinding.exec_driver_sql("CREATE TABLE verwerking (id int)")
        engine.dispose()
        with pytest.raises(Exception, match="verwerking"):
            migreer(url)
        assert tabellen(url) == {"verwerking"}


def test_elke_beperking_heeft_een_naam(database_url: str) -> None:
    """Names that PostgreSQL makes up itself differ from the convention, so migrations could not speak of them."""
    vraag = "SELECT conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'"
    namen = [rij[0] for rij in rijen(database_url, vraag)]
    assert [naam for naam in namen if naam.split("_")[0] not in ("pk", "fk", "uq", "ck", "ex", "alembic")] == []


def test_er_is_geen_weg_terug(database_url: str) -> None:
    with pytest.raises(RuntimeError, match="back-up"):
        command.downgrade(configuratie(database_url), "-1")


def test_twee_tegelijk_wachten_op_elkaar(testserver: Testserver) -> None:
    with testserver.database(leeg=True) as url, ThreadPoolExecutor(2) as draden:
        processen = [draden.submit(_migreer_los, url) for _ in range(2)]
        assert [proces.result() for proces in processen] == [0, 0]


def _migreer_los(url: str) -> int:
    """Migrate in a process of its own, as two containers do."""
    omgeving = os.environ | {"IOM_DATABASE_URL": url}
    return subprocess.run(
        [sys.executable, "-m", "app.cli", "migreren"], env=omgeving, cwd=WORTEL, check=False
    ).returncode
