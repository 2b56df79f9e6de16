"""The service under test: the real application on a database of its own, with tokens, a clock and a client per role."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from itertools import count
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import Engine
from starlette.testclient import TestClient

from app.db.organisatie import Medewerker, Organisatie
from app.db.sessie import maak_engine, maak_sessies, transactie
from app.domain.kern.bsn import bsn_uit_basis
from app.domain.kern.rollen import Rol
from app.identiteit.sleutels import VasteSleutels
from app.identiteit.uitgever import Ontwikkeluitgever, Tokenhouder
from app.klok import SysteemKlok, VasteKlok
from app.main import create_app
from app.opstart import ONTWIKKELUITGEVER
from app.services.ronde import ronde, systeem
from app.settings import Modus, Settings
from tests.steun.beleid import vast_register

DINSDAG = "2026-03-31T09:00:00+02:00"
ORGANISATIES = {"deventer": ("GM0150",), "weert": ("GM0988",)}
TEAMS = {Rol.WERKCONSULENT: ("matchen", "groeien"), Rol.TEAMLEIDER: ("matchen", "groeien")}


def medewerker_id(rol: Rol | str, organisatie: str = "deventer", nummer: int = 1) -> UUID:
    """The fixed employee number ``nummer`` with this role."""
    volgorde = list(Rol).index(Rol(rol)) + 1
    return UUID(f"00000000-0000-7000-8000-{list(ORGANISATIES).index(organisatie):04d}{volgorde:04d}{nummer:04d}")


@cache
def onderteken_een_keer(
    uitgever: Ontwikkeluitgever, rollen: tuple[Rol, ...], organisatie: str = "deventer", nummer: int = 1
) -> str:
    """A token of the fixed employee of the first role; signing is slow, so each is signed once for the whole run."""
    eerste = rollen[0] if rollen else Rol.RECEPTIE
    houder = Tokenhouder(
        medewerker_id(eerste, organisatie, nummer),
        f"{eerste} {nummer}",
        organisatie,
        ORGANISATIES[organisatie],
        TEAMS.get(eerste, ()),
    )
    return uitgever.geef_token(rollen, houder)


class Dienst:
    """Talks to the service as an employee; every POST gets an Idempotency-Key unless one is given."""

    def __init__(self, client: TestClient, uitgever: Ontwikkeluitgever, klok: VasteKlok) -> None:
        self.client = client
        self.uitgever = uitgever
        self.klok = klok
        self._bsn = count(99999000)

    @property
    def state(self) -> Any:
        """State of the application: sessies, register, settings."""
        return self.client.app.state  # type: ignore[attr-defined]

    def token(self, rol: Rol | str, organisatie: str = "deventer", nummer: int = 1) -> str:
        """A token of this employee."""
        return onderteken_een_keer(self.uitgever, (Rol(rol),), organisatie, nummer)

    def roep(
        self,
        methode: str,
        pad: str,
        rol: Rol | str | None,
        json: Any = None,
        *,
        organisatie: str = "deventer",
        nummer: int = 1,
        versie: int | str | None = None,
        koppen: dict[str, str] | None = None,
    ) -> httpx.Response:
        """Do one request as this role; ``versie`` becomes If-Match."""
        alle = {}
        if rol is not None:
            alle["Authorization"] = f"Bearer {self.token(rol, organisatie, nummer)}"
        if methode == "POST":
            alle["Idempotency-Key"] = str(uuid4())
        if versie is not None:
            alle["If-Match"] = f'"{versie}"'
        koppen = alle | (koppen or {})
        gekregen: httpx.Response = self.client.request(methode, f"/v1{pad}", json=json, headers=koppen)
        return gekregen

    def doe(self, methode: str, pad: str, rol: Rol | str, json: Any = None, **extra: Any) -> Any:
        """Do one request that must succeed, and return its JSON."""
        antwoord = self.roep(methode, pad, rol, json, **extra)
        assert antwoord.status_code < 300, f"{methode} {pad}: {antwoord.status_code} {antwoord.text}"
        return antwoord.json() if antwoord.content else None

    def nieuw_bsn(self) -> str:
        """A BSN that was not used before in this test."""
        return next(bsn for basis in self._bsn if (bsn := bsn_uit_basis(basis)) is not None)

    def zet_klok(self, moment: str) -> None:
        """Set the clock and do what has fallen due."""
        self.klok.moment = datetime.fromisoformat(moment)
        self.ronde()

    def ronde(self) -> int:
        """Let the worker do a round."""
        return ronde(self.state.sessies, self.state.register, self.klok.nu())


@pytest.fixture(scope="session")
def _uitgever(tmp_path_factory: pytest.TempPathFactory) -> Ontwikkeluitgever:
    return Ontwikkeluitgever(tmp_path_factory.mktemp("sleutel"), ONTWIKKELUITGEVER, "inzet-op-maat", SysteemKlok())


@pytest.fixture(scope="session")
def _engine(database_url: str) -> Iterator[Engine]:
    engine = maak_engine(database_url, 20)
    yield engine
    engine.dispose()


def richt_in(engine: Engine) -> None:
    """Make two organisations with two employees per role."""
    sessies = maak_sessies(engine)
    for naam, gemeenten in ORGANISATIES.items():
        organisatie = Organisatie(id=naam, naam=naam.title(), gemeenten=list(gemeenten))
        with transactie(sessies, systeem(organisatie)) as sessie:
            sessie.add(organisatie)
            sessie.flush()
            sessie.add_all(
                Medewerker(
                    id=medewerker_id(rol, naam, nummer),
                    organisatie=naam,
                    naam=f"{rol} {nummer}",
                    teams=list(TEAMS.get(rol, ())),
                    rollen=[rol.value],
                    actief=True,
                    versie=1,
                )
                for rol in Rol
                for nummer in (1, 2)
            )


@pytest.fixture(scope="session")
def _client(_engine: Engine, _uitgever: Ontwikkeluitgever) -> Iterator[TestClient]:
    settings = Settings(modus=Modus.ONTWIKKELING, uitgever=ONTWIKKELUITGEVER)
    sleutels = VasteSleutels(_uitgever.jwks(), ontwikkeling=True)
    klok = VasteKlok(datetime.fromisoformat(DINSDAG))
    app = create_app(settings, _engine, vast_register(), sleutels, klok)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def dienst(
    _client: TestClient, _uitgever: Ontwikkeluitgever, _engine: Engine, schone_database: Callable[..., Any]
) -> Dienst:
    """The service on an empty database, on Tuesday 31 March 2026, nine o'clock."""
    richt_in(_engine)
    klok = _client.app.state.klok  # type: ignore[attr-defined]
    klok.moment = datetime.fromisoformat(DINSDAG)
    return Dienst(_client, _uitgever, klok)
