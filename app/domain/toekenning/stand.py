"""How far a granted voorziening is, and under which verordening it falls."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Verordeningsregime(StrEnum):
    """The verordening under which a voorziening was granted (DEV-OVR-901)."""

    VERORDENING_2017 = "2017"
    VERORDENING_2021 = "2021"


class Toekenningstand(StrEnum):
    """From concept by way of the besluit to what came of it."""

    CONCEPT = "concept"
    BESLOTEN = "besloten"
    GETOETST = "getoetst"
    TOEGEKEND = "toegekend"
    AFGEWEZEN = "afgewezen"
    LOPEND = "lopend"
    BEEINDIGD = "beeindigd"
    AFGEROND = "afgerond"
    INGETROKKEN = "ingetrokken"


LOPEND: Final = frozenset({Toekenningstand.TOEGEKEND, Toekenningstand.LOPEND})
"""Granted and not over."""

INGEZET: Final = LOPEND | {Toekenningstand.BEEINDIGD, Toekenningstand.AFGEROND}
"""Granted at some time: what counts for frequency and cumulation."""
