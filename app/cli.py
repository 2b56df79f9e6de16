"""Command line: serve, migrate, make a development token, write the contract."""

from __future__ import annotations

import json
import os
import sys
from contextlib import contextmanager
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from typing import Annotated, Any

import typer
import uvicorn
from fastapi import FastAPI
from sqlalchemy import Engine, text

from app.db.beleid_bestanden import laad_register
from app.db.sessie import maak_engine
from app.domain.beleid.kader import Kader
from app.domain.beleid.register import Register
from app.identiteit.sleutels import OpgehaaldeSleutels, VasteSleutels
from app.identiteit.uitgever import Ontwikkeluitgever
from app.klok import SysteemKlok
from app.logboek import configureer
from app.main import create_app
from app.migraties import migreer
from app.ontwikkel import OntwikkelKlok, maak_router
from app.settings import WERKMAP, Modus, Settings
from app.worker import werk

cli = typer.Typer(add_completion=False, help="Inzet op Maat", no_args_is_help=True)

ONTWIKKELUITGEVER = "https://ontwikkel.inzet-op-maat.example"


def ontwikkelinstellingen(database_url: str = "") -> Settings:
    """Settings of development mode."""
    return Settings(modus=Modus.ONTWIKKELING, uitgever=ONTWIKKELUITGEVER, database_url=database_url)


def uitgever(werkmap: Path, settings: Settings) -> Ontwikkeluitgever:
    """The development issuer, with its key under ``werkmap``."""
    return Ontwikkeluitgever(werkmap, settings.uitgever, settings.doelgroep, SysteemKlok())


def maak_ontwikkelapp(settings: Settings, engine: Engine, werkmap: Path) -> FastAPI:
    """The API in development mode: own issuer, a clock that can be set, and the worker in the same process."""
    jwks = uitgever(werkmap, settings).jwks()
    app = create_app(settings, engine, laad_register(), VasteSleutels(jwks, ontwikkeling=True), OntwikkelKlok(werkmap))
    app.include_router(maak_router(jwks))
    return app


def maak_productieapp() -> FastAPI:
    """The API in production mode; refuses the embedded database and a development key."""
    configureer()
    settings = Settings()
    if not settings.productie:
        raise SystemExit("Start de ontwikkelstand met: make run")
    engine = maak_engine(settings.database_url, settings.verbindingen)
    weiger_ingebed(engine)
    sleutels = OpgehaaldeSleutels(settings.jwks_url)
    sleutels.laad()
    return create_app(settings, engine, laad_register(), sleutels, SysteemKlok())


def weiger_ingebed(engine: Engine) -> None:
    """Stop when the database is the embedded one of development."""
    with engine.connect() as verbinding:
        naam = verbinding.scalar(text("SELECT current_setting('cluster_name')"))
    if naam == "inzet-op-maat-ingebed":
        raise SystemExit("De ingebedde database is alleen voor ontwikkeling: zet IOM_DATABASE_URL.")


@contextmanager
def _werker(app: FastAPI) -> Iterator[None]:
    stop = Event()
    state = app.state
    draad = Thread(target=werk, args=(state.sessies, state.register, state.klok, stop), daemon=True)
    draad.start()
    yield
    stop.set()
    draad.join(timeout=5)


@cli.command()
def run(
    poort: Annotated[int, typer.Option("--port", help="Poort van de dienst.")] = 8000,
    demo: Annotated[bool, typer.Option(help="Vul een lege database met een demobestand.")] = True,
    werkmap: Annotated[Path, typer.Option(help="Map voor de ingebedde database en de sleutel.")] = WERKMAP,
) -> None:
    """Start de dienst in ontwikkelstand: eigen PostgreSQL, migraties, demobestand."""
    configureer()
    werkmap.mkdir(parents=True, exist_ok=True)
    url = os.environ.get("IOM_DATABASE_URL") or os.environ.get("DATABASE_URL") or _ingebed(werkmap)
    migreer(url)
    settings = ontwikkelinstellingen(url)
    app = maak_ontwikkelapp(settings, maak_engine(url, settings.verbindingen), werkmap)
    if demo:
        from app.demo import vul

        vul(app.state.sessies, app.state.register, app.state.klok.nu())
    _vertel(poort)
    with _werker(app):
        uvicorn.run(app, host="127.0.0.1", port=poort, log_config=None, access_log=False, server_header=False)


def _ingebed(werkmap: Path) -> str:
    from app import ingebed

    return ingebed.start(werkmap / "pg")


def _vertel(poort: int) -> None:
    basis = f"http://127.0.0.1:{poort}"
    print(
        f"""
Inzet op Maat draait (ontwikkelstand).
  documentatie   {basis}/v1/docs
  contract       {basis}/v1/openapi.json
  gezondheid     {basis}/health/ready
  token          make token ROL=inkomensconsulent   (rollen: zie make token)

  TOKEN=$(make -s token ROL=inkomensconsulent)
  curl -s -H "Authorization: Bearer $TOKEN" '{basis}/v1/taken?aantal=5'
  curl -s -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d '{{"achternaam":"de"}}' '{basis}/v1/klanten/_zoek'
  curl -s -H "Authorization: Bearer $TOKEN" '{basis}/v1/beleid?gemeente=GM0150&peildatum=2026-03-31'
""",
        file=sys.stderr,
        flush=True,
    )


@cli.command()
def migreren() -> None:
    """Breng de database naar de laatste migratie (als eigenaar)."""
    migreer(os.environ.get("IOM_DATABASE_URL") or os.environ["DATABASE_URL"])


@cli.command()
def openapi(pad: Path = Path("openapi/openapi.json")) -> None:
    """Schrijf het contract."""
    pad.write_text(contract())


def contract() -> str:
    """The OpenAPI document as committed: JSON, two spaces, sorted by the code's own order."""
    settings = ontwikkelinstellingen("postgresql+psycopg://geen")
    leeg = Register((), {}, Kader())
    app = create_app(settings, maak_engine(settings.database_url), leeg, _GeenSleutels(), SysteemKlok())
    document: dict[str, Any] = app.openapi()
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


class _GeenSleutels(VasteSleutels):
    """No keys: this application only describes itself."""

    def __init__(self) -> None:
        self._sleutels = {}


if __name__ == "__main__":
    cli()
