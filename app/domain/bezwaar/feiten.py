"""Feiten: everything on which a bezwaar is decided. No BSN, no names; None means: not known yet, so nobody guesses."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class Indiener(StrEnum):
    """Who made the bezwaar."""

    KLANT = "klant"
    GEMACHTIGDE = "gemachtigde"


class RedenNietHoren(StrEnum):
    """The exceptions of Awb 7:3, a to e."""

    KENNELIJK_NIET_ONTVANKELIJK = "kennelijk_niet_ontvankelijk"
    KENNELIJK_ONGEGROND = "kennelijk_ongegrond"
    WIL_NIET_GEHOORD_WORDEN = "wil_niet_gehoord_worden"
    REAGEERT_NIET = "reageert_niet"
    VOLLEDIG_TEGEMOETGEKOMEN = "volledig_tegemoetgekomen"


class Bezwaaruitkomst(StrEnum):
    """What the besluiter wants; a bezwaar that is gegrond takes the besluit back or changes it."""

    NIET_ONTVANKELIJK = "niet_ontvankelijk"
    ONGEGROND = "ongegrond"
    HERROEPEN = "herroepen"
    WIJZIGEN = "wijzigen"


class Bezwaardictum(StrEnum):
    """The outcome; ``voorleggen``: something is missing or open."""

    NIET_ONTVANKELIJK = "niet_ontvankelijk"
    ONGEGROND = "ongegrond"
    HERROEPEN = "herroepen"
    GEWIJZIGD = "gewijzigd"
    VOORLEGGEN = "voorleggen"


class _Feit(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Inhouding(_Feit):
    """What the besluit takes from one month, in eurocents; ``procent`` None for a fixed or a broken amount.

    ``gespreid``: the amount is a part of one month's, so that its percentage is not that of this month's norm.
    """

    maand: date
    norm: Annotated[int, Field(ge=0)] = 0
    norm_versie: str = ""
    procent: Decimal | None = None
    bedrag: Annotated[int, Field(ge=0)]
    gespreid: bool = False


class BezwaarFeiten(_Feit):
    """All facts of one bezwaar.

    ``verstuurd_op`` is the day of posting, ``verschoonbaar`` the judgement on being late, ``hersteld_tot`` the
    term that was given to add the grounds, ``betrokken`` who decided, advised on or checked the besluit,
    ``besluit_staat`` whether there is still something to object to.
    """

    soort: str
    besluit: str
    besluit_op: date
    bezwaar_tot_en_met: date
    besluit_staat: bool = True
    ontvangen_op: date
    verstuurd_op: date | None = None
    verschoonbaar: bool | None = None
    indiener: Indiener
    gronden: bool
    hersteld_tot: date | None = None
    gehoord: bool | None = None
    gehoord_op: date | None = None
    reden_niet_horen: RedenNietHoren | None = None
    advies_commissie: bool | None = None
    oud: tuple[Inhouding, ...] = ()
    uitkomst: Bezwaaruitkomst
    procent: Annotated[Decimal, Field(gt=0, le=100)] | None = None
    maanden: Annotated[int, Field(ge=1)] | None = None
    gemotiveerd: bool = False
    motivering: str = ""
    besluiter: str | None = None
    betrokken: tuple[str, ...] = ()
