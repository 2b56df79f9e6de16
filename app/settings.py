"""Environment → typed settings (``IOM_…``)."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Self

from pydantic import AliasChoices, Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

WERKMAP = Path("var")


class Modus(StrEnum):
    """How the service runs; production refuses what development allows."""

    ONTWIKKELING = "ontwikkeling"
    PRODUCTIE = "productie"


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
    host: str = "0.0.0.0"  # noqa: S104 - inside a container
    poort: int = 8000
    werkers: int = 1
    """Processes that serve, each with its own connections."""

    @property
    def productie(self) -> bool:
        """Tell whether this process serves real people."""
        return self.modus is Modus.PRODUCTIE

    @model_validator(mode="after")
    def _productie_is_volledig(self) -> Self:
        if not self.productie:
            return self
        verplicht = {
            "IOM_DATABASE_URL": self.database_url,
            "IOM_UITGEVER": self.uitgever,
            "IOM_JWKS_URL": self.jwks_url,
        }
        ontbreekt = [naam for naam, waarde in verplicht.items() if not waarde]
        if ontbreekt:
            raise ValueError(f"In productie ontbreekt {', '.join(ontbreekt)}.")
        return self
