"""Intentie: what an employer states before a proefplaatsing begins, and what came of it (DEV-PRF-905)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Intentievorm(StrEnum):
    """How the employer stated it; the beleidsregels ask for no form."""

    SCHRIFTELIJK = "schriftelijk"
    MAIL = "mail"
    MONDELING = "mondeling"


class Intentiestand(StrEnum):
    """How a statement stands: it holds, was withdrawn, or the outcome is known."""

    GELDT = "geldt"
    INGETROKKEN = "ingetrokken"
    CONTRACT = "contract"
    GEEN_CONTRACT = "geen_contract"


class Intentietelling(BaseModel):
    """How often an employer kept its word: the sign of arbitrary use of proefplaatsingen."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    verklaard: int
    contract: int
    geen_contract: int
    open: int


def tel_intenties(standen: Sequence[Intentiestand]) -> Intentietelling:
    """Count what came of the statements of an employer; withdrawn ones do not count (DEV-PRF-905)."""
    gegeven = [stand for stand in standen if stand is not Intentiestand.INGETROKKEN]
    return Intentietelling(
        verklaard=len(gegeven),
        contract=gegeven.count(Intentiestand.CONTRACT),
        geen_contract=gegeven.count(Intentiestand.GEEN_CONTRACT),
        open=gegeven.count(Intentiestand.GELDT),
    )


def is_opvallend(telling: Intentietelling, vanaf: int) -> bool:
    """Tell whether an employer offered no contract so often, and never one, that it is talked about (DEV-PRF-905)."""
    return telling.contract == 0 and telling.geen_contract >= vanaf
