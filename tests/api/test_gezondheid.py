"""Whether the service lives and whether it is ready, without a token."""

from __future__ import annotations

import pytest

from app.db.sessie import maak_engine
from tests.steun.dienst import Dienst
from tests.steun.kijk import verbind
from tests.steun.sjabloon import Testserver

ALLES = {"database": True, "migraties": True, "beleid": True}


def test_levend_en_gereed(dienst: Dienst) -> None:
    assert dienst.client.get("/health/live").json() == {"status": "ok"}
    gereed = dienst.client.get("/health/ready")
    assert (gereed.status_code, gereed.json()["onderdelen"]) == (200, ALLES)
    assert gereed.headers["api-version"]


def test_een_migratie_te_weinig(dienst: Dienst, database_url: str) -> None:
    with verbind(database_url) as verbinding:
        [(hoogste,)] = verbinding.execute("SELECT version_num FROM alembic_version").fetchall()
        verbinding.execute("UPDATE alembic_version SET version_num = '0001'")
        try:
            antwoord = dienst.client.get("/health/ready")
        finally:
            verbinding.execute("UPDATE alembic_version SET version_num = %s", (hoogste,))
    assert (antwoord.status_code, antwoord.json()["onderdelen"]) == (503, ALLES | {"migraties": False})


def test_een_database_zonder_tabellen(dienst: Dienst, testserver: Testserver, monkeypatch: pytest.MonkeyPatch) -> None:
    with testserver.database(leeg=True) as url:
        leeg = maak_engine(url, 1)
        monkeypatch.setitem(dienst.state._state, "engine", leeg)
        antwoord = dienst.client.get("/health/ready")
        leeg.dispose()
    assert (antwoord.status_code, antwoord.json()["onderdelen"]) == (503, ALLES | {"migraties": False})


def test_een_database_die_er_niet_is(dienst: Dienst, monkeypatch: pytest.MonkeyPatch) -> None:
    weg = maak_engine("postgresql+psycopg://iom@127.0.0.1:1/iom", 1)
    monkeypatch.setitem(dienst.state._state, "engine", weg)
    antwoord = dienst.client.get("/health/ready")
    monkeypatch.undo()
    onderdelen = {"database": False, "migraties": False, "beleid": True}
    assert (antwoord.status_code, antwoord.json()["onderdelen"]) == (503, onderdelen)
    assert dienst.client.get("/health/live").status_code == 200


def test_zonder_beleid_niet_gereed(dienst: Dienst, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dienst.state.register, "paketten", ())
    assert dienst.client.get("/health/ready").json()["onderdelen"] == ALLES | {"beleid": False}


def test_een_database_die_wegvalt_is_een_503(dienst: Dienst, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer says that nothing was stored, and when to come back."""
    weg = maak_engine("postgresql+psycopg://iom@127.0.0.1:1/iom", 1)
    monkeypatch.setitem(dienst.state.sessies.kw, "bind", weg)
    antwoord = dienst.roep("GET", "/taken", "intaker")
    assert (antwoord.status_code, antwoord.json()["code"]) == (503, "niet_beschikbaar")
    assert antwoord.headers["Retry-After"] == "5"
