"""Command line: serve, migrate, make a development token, write the contract."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import Annotated, Any

import psycopg
import typer
import uvicorn
from fastapi import FastAPI
from sqlalchemy.exc import ArgumentError, DBAPIError

from app import ingebed
from app.db.sessie import maak_engine
from app.demo.medewerkers import MEDEWERKERS, Collega, richt_in, zoek
from app.domain.beleid.kader import Kader
from app.domain.beleid.register import Register
from app.domain.kern.rollen import Rol
from app.identiteit.sleutels import VasteSleutels
from app.identiteit.uitgever import Tokenhouder
from app.klok import SysteemKlok
from app.logboek import configureer
from app.main import create_app
from app.migraties import migreer
from app.opstart import (
    maak_ontwikkelapp,
    maak_productieapp,
    ontwikkelinstellingen,
    ontwikkeluitgever,
    productie_instellingen,
)
from app.services.diagnose.importschema import importschema
from app.settings import WERKMAP, Settings
from app.worker import werk

# Local variables in a traceback could hold a password or a person.
cli = typer.Typer(add_completion=False, help="Inzet op Maat", no_args_is_help=True, pretty_exceptions_enable=False)

_JSON = "-H 'Content-Type: application/json'"
Werkmap = Annotated[Path, typer.Option(help="Map voor de ingebedde database, de sleutel en de stand van de klok.")]


@cli.command()
def run(
    poort: Annotated[int, typer.Option("--port", help="Poort van de dienst.")] = 8000,
    demo: Annotated[
        bool, typer.Option("--demo/--geen-demo", help="Vul een lege database met voorbeelddossiers.")
    ] = True,
    werkmap: Werkmap = WERKMAP,
) -> None:
    """Start de dienst in ontwikkelstand: eigen PostgreSQL, migraties, medewerkers, voorbeelddossiers."""
    configureer()
    werkmap.mkdir(parents=True, exist_ok=True)
    basis = f"http://127.0.0.1:{poort}"
    settings = ontwikkelinstellingen(_database(werkmap), api_url=f"{basis}/v1")
    app = maak_ontwikkelapp(settings, maak_engine(settings.database_url, settings.verbindingen), werkmap)
    richt_in(app.state.sessies)
    if demo:
        from app.demo import vul

        vul(app.state.sessies, app.state.register, app.state.klok.nu())
    _vertel(basis)
    with _werker(app):
        uvicorn.run(app, host="127.0.0.1", port=poort, log_config=None, access_log=False, server_header=False)


def _database(werkmap: Path) -> str:
    """Return the URL of a migrated database: the one of the environment, or else the embedded one."""
    url = os.environ.get("IOM_DATABASE_URL") or os.environ.get("DATABASE_URL")
    try:
        url = url or ingebed.start(werkmap / "pg")
    except ingebed.IngebedFout as fout:
        raise SystemExit(str(fout)) from None
    _migreer(url)
    return url


def _migreer(url: str) -> None:
    try:
        migreer(url)
    except ArgumentError:
        raise SystemExit("Dit is geen adres van een database: zet IOM_DATABASE_URL of DATABASE_URL.") from None
    except (DBAPIError, psycopg.Error) as fout:
        oorzaak = str(getattr(fout, "orig", None) or fout).splitlines()[0]
        raise SystemExit(f"De database is niet te migreren: {oorzaak}") from None


@contextmanager
def _werker(app: FastAPI) -> Iterator[None]:
    """Let the worker run in this process, as long as the service does."""
    stop = Event()
    state = app.state
    args = (state.sessies, state.register, state.klok, stop, state.bezorger)
    draad = Thread(target=werk, args=args, daemon=True)
    draad.start()
    try:
        yield
    finally:
        stop.set()
        draad.join(timeout=5)


def _vertel(basis: str) -> None:
    print(
        f"""
Inzet op Maat draait (ontwikkelstand).
  documentatie   {basis}/v1/docs
  contract       {basis}/v1/openapi.json
  gezondheid     {basis}/health/ready
  token          make token ROL=inkomensconsulent   (rollen en medewerkers: make token)

  TOKEN=$(make -s token ROL=inkomensconsulent)
  curl -s -H "Authorization: Bearer $TOKEN" '{basis}/v1/taken?aantal=5'
  curl -s -H "Authorization: Bearer $TOKEN" {_JSON} -d '{{"achternaam":"de"}}' '{basis}/v1/klanten/_zoek'
  curl -s -H "Authorization: Bearer $TOKEN" '{basis}/v1/beleid?gemeente=GM0150&peildatum=2026-03-31'
""",
        file=sys.stderr,
        flush=True,
    )


@cli.command()
def serveer() -> None:
    """Start de dienst in productie: IOM_HOST, IOM_POORT en IOM_WERKERS (processen) komen uit de omgeving."""
    settings = productie_instellingen()
    # Made here once, so that what is wrong is said once and not by every process again and again.
    app = maak_productieapp()
    app.state.engine.dispose()
    doel = app if settings.werkers == 1 else "app.opstart:maak_productieapp"
    uvicorn.run(doel, factory=settings.werkers > 1, workers=settings.werkers, **_uvicorn(settings))


def _uvicorn(settings: Settings) -> dict[str, Any]:
    stil = {"log_config": None, "access_log": False, "server_header": False}
    return {"host": settings.host, "port": settings.poort, "timeout_graceful_shutdown": 20, **stil}


@cli.command()
def migreren() -> None:
    """Breng de database naar de laatste migratie (als eigenaar)."""
    url = os.environ.get("IOM_DATABASE_URL") or os.environ.get("DATABASE_URL")
    if not url:
        raise SystemExit("Zet IOM_DATABASE_URL op het adres van de database, met de eigenaar als gebruiker.")
    _migreer(url)


@cli.command()
def token(
    rol: Annotated[str, typer.Option(help="Rol van het token; zonder rol volgt een lijst.")] = "",
    gebruiker: Annotated[str, typer.Option(help="Medewerker, of een deel van de naam.")] = "",
    werkmap: Werkmap = WERKMAP,
) -> None:
    """Geef een ontwikkeltoken van een medewerker; alleen het token komt op stdout."""
    if not rol and not gebruiker:
        print(_lijst(), file=sys.stderr)
        return
    print(maak_token(werkmap, rol, gebruiker))


def maak_token(werkmap: Path, rol: str = "", gebruiker: str = "") -> str:
    """Make a development token: one role of an employee, or all of them when only the employee is named.

    SystemExit with the list of employees when nobody fits.
    """
    collega = zoek(Rol(rol) if rol else None, gebruiker) if not rol or rol in set(Rol) else None
    if collega is None:
        raise SystemExit(f"Geen medewerker met deze rol en naam. Kies uit:\n{_lijst()}")
    rollen = [Rol(rol)] if rol else list(collega.rollen)
    return ontwikkeluitgever(werkmap, ontwikkelinstellingen()).geef_token(rollen, _houder(collega))


def _houder(collega: Collega) -> Tokenhouder:
    actor = collega.actor()
    return Tokenhouder(actor.medewerker_id, actor.naam, actor.organisatie, actor.gemeenten, actor.teams)


def _lijst() -> str:
    regels = (f"  {', '.join(c.rollen):<32} {c.naam:<26} {' '.join(c.teams)}".rstrip() for c in MEDEWERKERS)
    return "\n".join(("make token ROL=<rol> [GEBRUIKER=<naam>]", *regels))


@cli.command()
def openapi(pad: Path = Path("openapi/openapi.json")) -> None:
    """Schrijf het contract, en ernaast het schema van een levering van uitslagen."""
    pad.write_text(contract(), encoding="utf-8")
    pad.with_name("diagnose-import-2.0.schema.json").write_text(importschema(), encoding="utf-8")


def contract() -> str:
    """Return the OpenAPI document as committed: JSON, two spaces, in the order of the code."""
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
