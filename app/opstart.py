"""Start-up: the application as development and production want it, and what production refuses."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import psycopg
from fastapi import FastAPI
from pydantic import ValidationError
from pydantic_settings import SettingsError
from sqlalchemy import Engine, text
from sqlalchemy.exc import ArgumentError, DBAPIError

from app.db.beleid_bestanden import laad_register
from app.db.sessie import maak_engine
from app.domain.beleid.fouten import BeleidOngeldig
from app.domain.beleid.register import Register
from app.domain.bericht.kanaal import Berichtkanaal
from app.identiteit.fouten import OntwikkelsleutelGeweigerd
from app.identiteit.jose import onderteken_gedeeld
from app.identiteit.sleutels import OpgehaaldeSleutels, VasteSleutels
from app.identiteit.uitgever import Ontwikkeluitgever
from app.ingebed import CLUSTERNAAM
from app.klok import SysteemKlok
from app.logboek import configureer
from app.main import create_app
from app.ontwikkel import OntwikkelKlok, maak_router
from app.services.bericht.bezorger import Bezorger, PerKanaal
from app.services.bericht.naar_log import NaarLog
from app.services.bericht.via_notifynl import NotifyAdres, ViaNotifyNl
from app.services.bericht.via_smtp import SmtpAdres, ViaSmtp
from app.services.veldfouten import vertaal
from app.settings import Bezorging, Modus, Settings

ONTWIKKELUITGEVER = "https://ontwikkel.inzet-op-maat.example"


def ontwikkelinstellingen(database_url: str = "", api_url: str = Settings.model_fields["api_url"].default) -> Settings:
    """Return the settings of development mode."""
    return Settings(modus=Modus.ONTWIKKELING, uitgever=ONTWIKKELUITGEVER, database_url=database_url, api_url=api_url)


def ontwikkeluitgever(werkmap: Path, settings: Settings) -> Ontwikkeluitgever:
    """Return the development issuer, with its key under ``werkmap``."""
    return Ontwikkeluitgever(werkmap, settings.uitgever, settings.doelgroep, SysteemKlok())


def maak_ontwikkelapp(settings: Settings, engine: Engine, werkmap: Path) -> FastAPI:
    """Make the API in development mode: own issuer, and a clock that can be set."""
    jwks = ontwikkeluitgever(werkmap, settings).jwks()
    app = create_app(settings, engine, laad_register(), VasteSleutels(jwks, ontwikkeling=True), OntwikkelKlok(werkmap))
    app.state.bezorger = maak_bezorger(settings, werkmap)
    app.include_router(maak_router(jwks))
    return app


def maak_bezorger(settings: Settings, werkmap: Path) -> Bezorger:
    """Make what delivers messages, as the settings say; the log of development stands in ``werkmap``."""
    if settings.berichten in (Bezorging.GEEN, Bezorging.LOG):
        naar_log = NaarLog(werkmap / "berichten")
        return PerKanaal({kanaal: naar_log for kanaal in Berichtkanaal if kanaal is not Berichtkanaal.BRIEF})
    kanalen: dict[Berichtkanaal, Bezorger] = {}
    if settings.berichten.met_notifynl:
        geheim = settings.notifynl_sleutel.get_secret_value()
        adres = NotifyAdres(
            settings.notifynl_url, geheim, settings.notifynl_sjabloon_mail, settings.notifynl_sjabloon_sms
        )
        via_notifynl = ViaNotifyNl(adres, onderteken_gedeeld, SysteemKlok().nu)
        kanalen = {Berichtkanaal.MAIL: via_notifynl, Berichtkanaal.SMS: via_notifynl}
    if settings.berichten.met_smtp:
        kanalen[Berichtkanaal.MAIL] = ViaSmtp(
            SmtpAdres(
                settings.smtp_host,
                settings.smtp_poort,
                settings.smtp_starttls,
                settings.smtp_gebruiker,
                settings.smtp_wachtwoord.get_secret_value(),
                settings.smtp_afzender,
            )
        )
    return PerKanaal(kanalen)


def maak_productieapp() -> FastAPI:
    """Make the API in production mode. SystemExit tells, in Dutch, what keeps it from starting."""
    configureer()
    settings = productie_instellingen()
    sleutels = OpgehaaldeSleutels(settings.jwks_url)
    try:
        sleutels.laad()
    except OntwikkelsleutelGeweigerd:
        raise SystemExit("De JWKS bevat een ontwikkelsleutel: die is alleen voor ontwikkeling.") from None
    engine = productie_database(settings, settings.verbindingen)
    return create_app(settings, engine, productie_register(), sleutels, SysteemKlok())


def productie_instellingen() -> Settings:
    """Read the settings of production. SystemExit names what is missing or wrong, without its value."""
    try:
        settings = Settings()
    except ValidationError as fout:
        raise SystemExit(f"De instellingen kloppen niet. {' '.join(map(_uitleg, fout.errors()))}") from None
    except SettingsError as fout:
        raise SystemExit(f"De instellingen kloppen niet: een lijst staat er als JSON ({fout}).") from None
    if not settings.productie:
        raise SystemExit("IOM_MODUS staat niet op productie. Start de ontwikkelstand met: make run")
    return settings


def _uitleg(regel: Mapping[str, Any]) -> str:
    veld, melding = vertaal(regel)
    naam = veld if veld.startswith("IOM_") else f"IOM_{veld.upper()}"
    return f"{naam}: {melding}" if regel["loc"] else melding


def productie_database(settings: Settings, verbindingen: int) -> Engine:
    """Connect. SystemExit for the embedded database, one that cannot be reached, or one that was not migrated."""
    try:
        engine = maak_engine(settings.database_url, verbindingen)
        with engine.connect() as verbinding:
            naam = verbinding.scalar(text("SELECT current_setting('cluster_name')"))
    except ArgumentError:
        raise SystemExit("IOM_DATABASE_URL is geen adres van een database.") from None
    except (DBAPIError, psycopg.Error) as fout:
        raise SystemExit(
            f"De database is niet te gebruiken ({_oorzaak(fout)}). Klopt IOM_DATABASE_URL, en is er gemigreerd?"
        ) from None
    if naam == CLUSTERNAAM:
        engine.dispose()
        raise SystemExit("De ingebedde database is alleen voor ontwikkeling: zet IOM_DATABASE_URL.")
    return engine


def _oorzaak(fout: Exception) -> str:
    return type(getattr(fout, "orig", None) or fout).__name__


def productie_register() -> Register:
    """Load the policy. SystemExit says what is wrong with it."""
    try:
        return laad_register()
    except BeleidOngeldig as fout:
        raise SystemExit(str(fout)) from None
