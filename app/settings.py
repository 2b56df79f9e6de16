"""Environment → typed settings (``IOM_…``)."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Self

from pydantic import AliasChoices, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

WERKMAP = Path("var")


class Modus(StrEnum):
    """How the service runs; production refuses what development allows."""

    ONTWIKKELING = "ontwikkeling"
    PRODUCTIE = "productie"


class Bezorging(StrEnum):
    """How messages leave the house; letters are always printed by a person."""

    GEEN = ""
    LOG = "log"
    SMTP = "smtp"
    NOTIFYNL = "notifynl"
    SMTP_EN_NOTIFYNL = "smtp+notifynl"

    @property
    def met_smtp(self) -> bool:
        """Tell whether mail goes over SMTP."""
        return "smtp" in self.value

    @property
    def met_notifynl(self) -> bool:
        """Tell whether SMS goes through NotifyNL, and mail too when there is no SMTP."""
        return "notifynl" in self.value


class Settings(BaseSettings):
    """Settings of one process. Production needs a database, an issuer, an audience and a JWKS address."""

    model_config = SettingsConfigDict(env_prefix="IOM_", extra="ignore", populate_by_name=True)

    modus: Modus = Modus.PRODUCTIE
    database_url: str = Field(default="", validation_alias=AliasChoices("IOM_DATABASE_URL", "DATABASE_URL"))
    api_url: str = "https://api.inzet-op-maat.example/v1"
    uitgever: str = ""
    doelgroep: str = "inzet-op-maat"
    jwks_url: str = ""
    toegestane_herkomsten: tuple[str, ...] = ()
    oin: str = "00000000000000000000"
    verbindingen: int = 20
    """Database connections of one process; the thread pool gets as many tokens."""
    max_body_bytes: int = 1_048_576
    max_import_bytes: int = 268_435_456
    """Bytes of a file with results; it goes to disk and then to the database, never whole into memory."""
    ontvangstmap: str | None = None
    """Where a file stands while it comes in; by default where the machine keeps temporary files."""
    host: str = "0.0.0.0"  # noqa: S104 - inside a container
    poort: int = 8000
    werkers: int = 1
    """Processes that serve, each with its own connections."""

    berichten: Bezorging = Bezorging.GEEN
    smtp_host: str = ""
    smtp_poort: int = 587
    smtp_starttls: bool = True
    smtp_gebruiker: str = ""
    smtp_wachtwoord: SecretStr = SecretStr("")
    smtp_afzender: str = ""
    notifynl_url: str = "https://api.notifynl.nl"
    notifynl_sleutel: SecretStr = SecretStr("")
    notifynl_sjabloon_mail: str = ""
    notifynl_sjabloon_sms: str = ""

    @property
    def productie(self) -> bool:
        """Tell whether this process serves real people."""
        return self.modus is Modus.PRODUCTIE

    @model_validator(mode="after")
    def _bezorging_is_volledig(self) -> Self:
        nodig: dict[str, object] = {}
        if self.berichten.met_smtp:
            nodig["IOM_SMTP_HOST"] = self.smtp_host
        if self.berichten.met_notifynl:
            nodig["IOM_NOTIFYNL_SLEUTEL"] = len(self.notifynl_sleutel.get_secret_value()) > 2 * 36
            nodig["IOM_NOTIFYNL_SJABLOON_SMS"] = self.notifynl_sjabloon_sms
            nodig["IOM_NOTIFYNL_SJABLOON_MAIL"] = self.notifynl_sjabloon_mail or self.berichten.met_smtp
        if ontbreekt := [naam for naam, waarde in nodig.items() if not waarde]:
            raise ValueError(f"Voor IOM_BERICHTEN={self.berichten.value} ontbreekt {', '.join(ontbreekt)}.")
        return self

    @model_validator(mode="after")
    def _productie_is_volledig(self) -> Self:
        if not self.productie:
            return self
        verplicht = {
            "IOM_DATABASE_URL": self.database_url,
            "IOM_UITGEVER": self.uitgever,
            "IOM_JWKS_URL": self.jwks_url,
            "IOM_BERICHTEN": self.berichten.value,
        }
        ontbreekt = [naam for naam, waarde in verplicht.items() if not waarde]
        if ontbreekt:
            raise ValueError(f"In productie ontbreekt {', '.join(ontbreekt)}.")
        if self.berichten is Bezorging.LOG:
            raise ValueError("In productie kan IOM_BERICHTEN niet log zijn: dan krijgt niemand een bericht.")
        return self
