"""Alembic: migrations are the only way in which tables come into being."""

from __future__ import annotations

from alembic import context
from sqlalchemy import NullPool, create_engine, text

from app.db.alle_tabellen import Basis
from app.settings import Modus, Settings

doel = Basis.metadata


def _url() -> str:
    return context.config.attributes.get("url") or Settings(modus=Modus.ONTWIKKELING).database_url


def _voer_uit() -> None:
    engine = create_engine(_url(), poolclass=NullPool)
    with engine.begin() as verbinding:
        # Two that start at once take turns; nobody who uses the service waits long for a migration.
        verbinding.execute(text("SELECT pg_advisory_xact_lock(hashtext('iom.migratie'))"))
        verbinding.execute(text("SET LOCAL lock_timeout = '5s'"))
        context.configure(connection=verbinding, target_metadata=doel, compare_type=True, compare_server_default=True)
        context.run_migrations()


_voer_uit()
