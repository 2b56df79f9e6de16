"""Migrations: bring a database up to date, and know which revision is the last."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

_MAP = Path(__file__).resolve().parent.parent / "migrations"


def configuratie(url: str | None = None) -> Config:
    """Return Alembic's configuration; ``url`` names the database of the owner."""
    config = Config()
    config.set_main_option("script_location", str(_MAP))
    config.set_main_option("prepend_sys_path", str(_MAP.parent))
    config.set_main_option("path_separator", "os")
    if url:
        config.attributes["url"] = url
    return config


@cache
def hoogste() -> str | None:
    """Return the last revision; there is exactly one."""
    return ScriptDirectory.from_config(configuratie()).get_current_head()


def migreer(url: str) -> None:
    """Bring the database to the last revision."""
    command.upgrade(configuratie(url), "head")
