"""Intentie: what an employer states before a proefplaatsing begins, and what came of it (DEV-PRF-905)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from enum import StrEnum
from typing import Final

from pydantic import BaseModel, ConfigDict

from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.toets import Feit, Toets

_INTENTIE: Final = Grondslag(
    regeling="Beleidsregels Re-integratie gemeente Deventer 2021", artikel="2", lid="4", onderdeel="b"
)


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


class Intentie(BaseModel):
    """One statement: by whom at the employer (``contactfunctie``), on which day, for which voorziening."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    voorziening: str
    datum: date
    contactfunctie: str
    stand: Intentiestand


class Intentietelling(BaseModel):
    """How often an employer kept its word: the sign of arbitrary use of proefplaatsingen."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    verklaard: int
    contract: int
    geen_contract: int
    open: int


def toets_intentie(code: str, start: date, verklaringen: Sequence[Intentie], voor: Collection[str]) -> Toets:
    """Ask for a statement that holds, made on or before the first day of the place (DEV-PRF-905)."""
    geldig = [v for v in verklaringen if v.voorziening == code and v.stand is not Intentiestand.INGETROKKEN]
    op_tijd = [v for v in geldig if v.datum <= start]
    laatste = max((v.datum for v in op_tijd), default=None)
    klopt = code not in voor or laatste is not None
    goed = "De werkgever heeft vooraf verklaard een arbeidsovereenkomst te willen aanbieden bij goed functioneren."
    if code not in voor:
        goed = "Voor deze voorziening is geen intentieverklaring van de werkgever nodig."
    mis = "Leg eerst de intentieverklaring van de werkgever vast: datum en functie van wie haar gaf."
    if geldig and laatste is None:
        mis = f"De intentieverklaring is van na de start; zij moet er uiterlijk op {datum_voluit(start)} zijn."
    feiten: dict[str, Feit] = {"voorziening": code, "start": start, "verklaardOp": laatste}
    return maak_toets("intentieverklaring", klopt, _INTENTIE, feiten, goed, mis)


def tel_intenties(standen: Sequence[Intentiestand]) -> Intentietelling:
    """Count what came of the statements of an employer; withdrawn ones do not count (DEV-PRF-905)."""
    gegeven = [stand for stand in standen if stand is not Intentiestand.INGETROKKEN]
    return Intentietelling(
        verklaard=len(gegeven),
        contract=gegeven.count(Intentiestand.CONTRACT),
        geen_contract=gegeven.count(Intentiestand.GEEN_CONTRACT),
        open=gegeven.count(Intentiestand.GELDT),
    )
