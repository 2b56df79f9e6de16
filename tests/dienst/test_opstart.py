"""Starting up: what production refuses, and that it says so in one line."""

from __future__ import annotations

import functools
import importlib
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from starlette.testclient import TestClient

from app import cli, opstart, worker
from app.identiteit.sleutels import OpgehaaldeSleutels
from tests.steun import tokens
from tests.steun.bron import WORTEL

WACHTWOORD = "geheim-wachtwoord"
ONBEREIKBAAR = f"postgresql+psycopg://iom:{WACHTWOORD}@127.0.0.1:1/iom"
GOED = {
    "IOM_MODUS": "productie",
    "IOM_UITGEVER": tokens.UITGEVER,
    "IOM_JWKS_URL": "http://127.0.0.1:1/certs",
    "IOM_DATABASE_URL": ONBEREIKBAAR,
    "IOM_BERICHTEN": "smtp",
    "IOM_SMTP_HOST": "mail.example",
}


@pytest.fixture
def omgeving(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Sets the environment of a production process; ``None`` leaves a variable out."""
    for naam in [naam for naam in os.environ if naam.startswith("IOM_") or naam == "DATABASE_URL"]:
        monkeypatch.delenv(naam)

    def zet(**anders: str | None) -> None:
        for naam, waarde in (GOED | anders).items():
            if waarde is not None:
                monkeypatch.setenv(naam, waarde)

    monkeypatch.setattr(opstart, "configureer", lambda: None)
    monkeypatch.setattr(worker, "configureer", lambda: None)
    return zet


@pytest.fixture
def sleutels(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, Any]], None]:
    """Lets the JWKS address answer with this set."""

    def zet(jwks: dict[str, Any]) -> None:
        client = httpx.Client(transport=httpx.MockTransport(lambda _: httpx.Response(200, json=jwks)))
        monkeypatch.setattr(opstart, "OpgehaaldeSleutels", functools.partial(OpgehaaldeSleutels, client=client))

    return zet


STARTERS = [pytest.param(opstart.maak_productieapp, id="api"), pytest.param(worker.main, id="werker")]


class TestWeigeren:
    @pytest.mark.parametrize("start", [*STARTERS, pytest.param(cli.serveer, id="serveer")])
    @pytest.mark.parametrize(
        ("anders", "melding"),
        [
            pytest.param({"IOM_UITGEVER": None, "IOM_JWKS_URL": None}, "IOM_UITGEVER, IOM_JWKS_URL", id="onvolledig"),
            pytest.param({"IOM_DATABASE_URL": None}, "IOM_DATABASE_URL", id="zonder-database"),
            pytest.param({"IOM_BERICHTEN": None}, "ontbreekt IOM_BERICHTEN", id="zonder-bezorging"),
            pytest.param({"IOM_BERICHTEN": "log"}, "kan IOM_BERICHTEN niet log zijn", id="bezorging-in-een-log"),
            pytest.param({"IOM_SMTP_HOST": None}, "ontbreekt IOM_SMTP_HOST", id="zonder-mailserver"),
            pytest.param({"IOM_POORT": "tachtig"}, "IOM_POORT: Geef een geheel getal", id="geen-getal"),
            pytest.param({"IOM_MODUS": "proef"}, "IOM_MODUS: Kies een van", id="onbekende-modus"),
            pytest.param({"IOM_TOEGESTANE_HERKOMSTEN": "x"}, "als JSON", id="geen-lijst"),
            pytest.param({"IOM_MODUS": "ontwikkeling"}, "make run", id="ontwikkelstand"),
            pytest.param({"IOM_DATABASE_URL": "iets"}, "geen adres van een database", id="geen-adres"),
            pytest.param({}, "niet te gebruiken", id="database-onbereikbaar"),
        ],
    )
    def test_een_duidelijke_zin(
        self, omgeving: Callable[..., None], start: Callable[[], Any], anders: dict[str, str | None], melding: str
    ) -> None:
        omgeving(**anders)
        with pytest.raises(SystemExit) as einde:
            start()
        assert isinstance(einde.value.code, str)
        assert melding in einde.value.code
        assert WACHTWOORD not in einde.value.code

    @pytest.mark.parametrize("start", STARTERS)
    def test_de_ingebedde_database(
        self, omgeving: Callable[..., None], database_url: str, start: Callable[[], Any]
    ) -> None:
        omgeving(IOM_DATABASE_URL=database_url)
        with pytest.raises(SystemExit, match="ingebedde database is alleen voor ontwikkeling"):
            start()

    def test_een_ontwikkelsleutel(
        self, omgeving: Callable[..., None], sleutels: Callable[[dict[str, Any]], None]
    ) -> None:
        omgeving()
        sleutels(tokens.jwks(tokens.jwk(), tokens.jwk(kid="ontwikkel-1")))
        with pytest.raises(SystemExit, match="ontwikkelsleutel"):
            opstart.maak_productieapp()

    def test_het_proces_eindigt_met_een_en_zonder_spoor(self) -> None:
        omgeving = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith(("IOM_", "DATABASE"))}
        einde = subprocess.run(
            [sys.executable, "-m", "app.cli", "serveer"],
            env=omgeving,
            cwd=WORTEL,
            capture_output=True,
            text=True,
            check=False,
        )
        verwacht = (
            "De instellingen kloppen niet. In productie ontbreekt IOM_DATABASE_URL, IOM_UITGEVER, IOM_JWKS_URL, "
            "IOM_BERICHTEN.\n"
        )
        assert (einde.returncode, einde.stdout, einde.stderr) == (1, "", verwacht)


class TestStarten:
    @pytest.fixture
    def productie(self, omgeving: Callable[..., None], database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """A production environment whose database does not call itself embedded."""
        omgeving(IOM_DATABASE_URL=database_url)
        monkeypatch.setattr(opstart, "CLUSTERNAAM", "een andere")

    def test_de_app_is_die_van_productie(self, productie: None, sleutels: Callable[[dict[str, Any]], None]) -> None:
        sleutels(tokens.jwks())
        app = opstart.maak_productieapp()
        with TestClient(app) as client:
            assert client.get("/health/ready").status_code == 200
            assert client.get("/ontwikkel/klok").status_code == 401
        assert app.state.settings.productie
        assert [route for route in app.routes if "ontwikkel" in getattr(route, "path", "")] == []

    def test_een_stille_uitgever_houdt_de_start_niet_tegen(self, productie: None) -> None:
        app = opstart.maak_productieapp()
        with TestClient(app) as client:
            antwoord = client.get("/v1/taken", headers={"Authorization": f"Bearer {tokens.token()}"})
        assert (antwoord.status_code, antwoord.json()["code"]) == (503, "uitgever_onbereikbaar")

    @pytest.mark.parametrize("werkers", [1, 3])
    def test_serveer(self, productie: None, monkeypatch: pytest.MonkeyPatch, werkers: int) -> None:
        aanroepen: list[tuple[Any, dict[str, Any]]] = []
        monkeypatch.setenv("IOM_WERKERS", str(werkers))
        monkeypatch.setenv("IOM_POORT", "8123")
        monkeypatch.setattr(uvicorn, "run", lambda app, **rest: aanroepen.append((app, rest)))
        cli.serveer()
        ((app, rest),) = aanroepen
        assert (rest["host"], rest["port"], rest["workers"]) == ("0.0.0.0", 8123, werkers)
        assert (rest["access_log"], rest["server_header"]) == (False, False)
        if werkers == 1:
            assert isinstance(app, FastAPI)
        else:
            module, fabriek = app.split(":")
            assert getattr(importlib.import_module(module), fabriek) is opstart.maak_productieapp
            assert rest["factory"] is True
