"""The test server's databases: a template per state of the migrations, clones of it, and making one empty again."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import itertools
import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
from psycopg import sql
from sqlalchemy import make_url

from app.migraties import migreer

_TABELLEN = """
    SELECT relname FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> 'alembic_version'
"""
_REEKSEN = """
    SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
    FROM pg_sequences WHERE last_value IS NOT NULL
"""
# A function keeps its plans: planning a hundred statements again for every test takes longer than running them.
_LEEG = sql.SQL("CREATE FUNCTION pg_temp.leeg() RETURNS void LANGUAGE plpgsql AS $$ BEGIN {} END $$")


class Testserver:
    """A running server (``url`` of its maintenance database) and the project whose migrations it carries."""

    __test__ = False

    def __init__(self, url: str, wortel: Path) -> None:
        self._url = make_url(url)
        self._wortel = wortel
        self._nummer = itertools.count()
        self._open: dict[str, psycopg.Connection] = {}

    @contextlib.contextmanager
    def database(self, *, leeg: bool = False) -> Iterator[str]:
        """URL of a new migrated database, dropped at the end with whatever is still connected to it.

        ``leeg`` gives one without any table, as a new installation has it.
        """
        naam = f"t_{os.getpid()}_{next(self._nummer)}"
        with self._alleen() as beheer:
            bron = "template0" if leeg else self._sjabloon(beheer)
            beheer.execute(f"CREATE DATABASE {naam} TEMPLATE {bron}")
        url = self._naar(naam)
        try:
            yield url
        finally:
            if url in self._open:
                self._open.pop(url).close()
            with self._verbind("postgres") as beheer:
                beheer.execute(f"DROP DATABASE {naam} WITH (FORCE)")

    def maak_leeg(self, url: str) -> None:
        """Empty every table, append-only ones too: as owner, with the triggers and foreign keys switched off."""
        if url not in self._open:
            verbinding = self._verbind(make_url(url).database or "")
            verbinding.execute("SET session_replication_role = replica; SET lock_timeout = '10s'")
            namen = [rij[0] for rij in verbinding.execute(_TABELLEN)]
            leeg = sql.SQL(" ").join([sql.SQL("DELETE FROM {};").format(sql.Identifier(naam)) for naam in namen])
            verbinding.execute(_LEEG.format(leeg))
            self._open[url] = verbinding
        self._open[url].execute("SELECT pg_temp.leeg(); " + _REEKSEN)

    def _naar(self, naam: str) -> str:
        return self._url.set(database=naam).render_as_string(hide_password=False)

    def _verbind(self, naam: str) -> psycopg.Connection:
        adres = self._url.set(drivername="postgresql", database=naam)
        # Statements in a row cannot be prepared, so preparing is off.
        return psycopg.connect(adres.render_as_string(hide_password=False), autocommit=True, prepare_threshold=None)

    @contextlib.contextmanager
    def _alleen(self) -> Iterator[psycopg.Connection]:
        """One process at a time makes templates and clones, or a template would go while another clones it."""
        with (self._wortel / "var" / ".sjabloon.slot").open("w") as slot:
            fcntl.flock(slot, fcntl.LOCK_EX)
            with self._verbind("postgres") as beheer:
                yield beheer

    def _sjabloon(self, beheer: psycopg.Connection) -> str:
        """Name of the template for the migrations as they are now, made when it does not exist."""
        naam = f"sjabloon_{self._kenmerk()}"
        aanwezig = {rij[0] for rij in beheer.execute("SELECT datname FROM pg_database")}
        for wees in (oud for oud in aanwezig if oud.startswith("t_") and not _leeft(int(oud.split("_")[1]))):
            beheer.execute(f"DROP DATABASE {wees} WITH (FORCE)")
        if naam in aanwezig:
            return naam
        for oud in aanwezig:
            if oud.startswith("sjabloon_"):
                beheer.execute(f"DROP DATABASE {oud} WITH (FORCE)")
        beheer.execute("CREATE DATABASE sjabloon_bouw")
        migreer(self._naar("sjabloon_bouw"))
        beheer.execute(f"ALTER DATABASE sjabloon_bouw RENAME TO {naam}")
        return naam

    def _kenmerk(self) -> str:
        som = hashlib.sha256()
        for bestand in sorted((self._wortel / "migrations").rglob("*.py")):
            som.update(bestand.read_bytes())
        return som.hexdigest()[:16]


def _leeft(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
