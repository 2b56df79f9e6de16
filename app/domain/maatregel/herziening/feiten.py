"""Feiten: everything on which a besluit is looked at again. No BSN, no names; ids are those of rows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from app.domain.maatregel.beleid import Regime
from app.domain.maatregel.sanctiewaarden import Maanden, Procent


class Herzieningsgrond(StrEnum):
    """Why a besluit is looked at again."""

    FOUT = "fout"
    NIEUWE_FEITEN = "nieuwe_feiten"
    HANGENDE_BEZWAAR = "hangende_bezwaar"
    HERBEOORDELING = "herbeoordeling"
    INKEER = "inkeer"
    RECIDIVE_VERVALLEN = "recidive_vervallen"


class Herzieningskeuze(StrEnum):
    """What is to be done with the besluit."""

    INTREKKEN = "intrekken"
    WIJZIGEN = "wijzigen"
    BEEINDIGEN = "beeindigen"
    AFWIJZEN = "afwijzen"


class _Feit(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Maandregel(_Feit):
    """What a besluit takes from one month, in eurocents; ``procent`` None for a fixed or a broken amount.

    ``gespreid``: the amount is a part of one month's, so that its percentage is not that of this month's norm.
    """

    maand: date
    norm: Annotated[int, Field(ge=0)] = 0
    norm_versie: str = ""
    procent: Decimal | None = None
    bedrag: Annotated[int, Field(ge=0)]
    gespreid: bool = False


class InkeerFeiten(_Feit):
    """The request of article 18, lid 11, and whether the duties are unmistakably met (None: not judged yet)."""

    verzoek_op: date
    nagekomen: bool | None = None


class HerzieningFeiten(_Feit):
    """All facts of one herziening; ``oud`` is what the besluit takes now, ``voorstel`` what it should take instead.

    ``uniform`` tells whether the maatregel rests on article 18, lid 4 to 8. ``procent`` and ``maanden`` are those of a
    change, ``per`` is the first day that is free of the verlaging. ``bezwaar_loopt``: a bezwaar against it is open.
    """

    grond: Herzieningsgrond
    keuze: Herzieningskeuze
    soort: str
    besluit: str
    besluit_op: date
    verzonden_op: date
    regime: Regime | None = None
    uniform: bool = False
    oud: tuple[Maandregel, ...] = ()
    voorstel: tuple[Maandregel, ...] | None = None
    procent: Procent | None = None
    maanden: Maanden | None = None
    per: date | None = None
    inkeer: InkeerFeiten | None = None
    bezwaar_loopt: bool = False
    gemotiveerd: bool = False
    besluiter: str | None = None
