"""A PostgreSQL of its own for a measurement, with all tables and nothing in it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import psycopg
from sqlalchemy import make_url

from app import ingebed
from app.migraties import migreer

WERKMAP: Final = Path("var/bench")


def verse_database() -> str:
    """Make a fresh database, remove those of earlier measurements, and return its address."""
    WERKMAP.mkdir(parents=True, exist_ok=True)
    beheer = make_url(ingebed.start(WERKMAP / "pg"))
    naam = f"bench_{os.getpid()}"
    with verbind(beheer.render_as_string(hide_password=False)) as verbinding:
        for (oud,) in verbinding.execute("SELECT datname FROM pg_database WHERE datname LIKE 'bench_%'").fetchall():
            verbinding.execute(f'DROP DATABASE "{oud}" WITH (FORCE)'.encode())
        verbinding.execute(f"CREATE DATABASE {naam} TEMPLATE template0".encode())
    url = beheer.set(database=naam).render_as_string(hide_password=False)
    migreer(url)
    return url


def verbind(url: str) -> psycopg.Connection:
    """Connect as the owner; every statement stands on its own."""
    adres = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    return psycopg.connect(adres, autocommit=True)
