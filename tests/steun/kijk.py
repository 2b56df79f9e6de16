"""Looking into a database as its owner, past row-level security."""

from __future__ import annotations

from typing import Any

import psycopg
from sqlalchemy import make_url


def verbind(url: str) -> psycopg.Connection:
    """Connect as the owner; every statement stands on its own."""
    adres = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    return psycopg.connect(adres, autocommit=True)


def rijen(url: str, vraag: str, *waarden: Any) -> list[tuple[Any, ...]]:
    """Return what a query gives."""
    with verbind(url) as verbinding:
        return verbinding.execute(vraag.encode(), waarden or None).fetchall()


def aantal(url: str, tabel: str, waar: str = "true") -> int:
    """Count the rows of a table."""
    return int(rijen(url, f"SELECT count(*) FROM {tabel} WHERE {waar}")[0][0])
