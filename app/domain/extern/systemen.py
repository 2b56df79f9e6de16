"""Which records also stand in another system, and how far that system is with them (DEV-ORG-506)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from app.domain.beleid.model import Beleid, Waarde


class Systeem(StrEnum):
    """The systems that the handbook names."""

    GWS = "gws"
    JCC = "jcc"
    E_SUITE = "e_suite"
    SHAREPOINT_AGENDA = "sharepoint_agenda"
    SUWINET = "suwinet"
    GBA_BRP = "gba_brp"
    TEAMS = "teams"


class Syncmelding(StrEnum):
    """What is reported of a record in another system."""

    BIJGEWERKT = "bijgewerkt"
    MISLUKT = "mislukt"


class Syncstand(StrEnum):
    """How a record stands there: not offered yet, up to date, changed here since, or failed."""

    OPEN = "open"
    BIJGEWERKT = "bijgewerkt"
    GEWIJZIGD = "gewijzigd"
    MISLUKT = "mislukt"


class ExternBeleid(Beleid):
    """Per system the gebeurtenissen whose subject stands there as well."""

    soort: ClassVar[str] = "extern"

    registraties: Waarde[Mapping[Systeem, tuple[str, ...]]]

    def systemen_van(self, gebeurtenis: str) -> tuple[Systeem, ...]:
        """Return where the subject of a kind of gebeurtenis stands as well."""
        return tuple(systeem for systeem, soorten in self.registraties.waarde.items() if gebeurtenis in soorten)


class Laatstemelding(BaseModel):
    """What was reported last, and when."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    melding: Syncmelding
    op: datetime


def syncstand(gewijzigd_op: datetime, laatste: Laatstemelding | None) -> Syncstand:
    """Return how a record stands in a system; a change after the last report is to be processed again."""
    if laatste is None:
        return Syncstand.OPEN
    if laatste.melding is Syncmelding.MISLUKT:
        return Syncstand.MISLUKT
    return Syncstand.GEWIJZIGD if gewijzigd_op > laatste.op else Syncstand.BIJGEWERKT
