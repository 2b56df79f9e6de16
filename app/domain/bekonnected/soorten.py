"""Kinds and states of BeKonnecteD."""

from __future__ import annotations

from enum import StrEnum


class Vaardigheid(StrEnum):
    """The generic skills that the werkbegeleider looks at (DEV-BKN-003)."""

    WERKMOTIVATIE = "werkmotivatie"
    LEERMOTIVATIE = "leermotivatie"
    ZELFSTANDIGHEID = "zelfstandigheid"
    STRESSBESTENDIGHEID = "stressbestendigheid"
    SAMENWERKEN = "samenwerken"


class Bekonnectedstatus(StrEnum):
    """A traject runs, is over, or was recorded by mistake."""

    LOPEND = "lopend"
    BEEINDIGD = "beeindigd"
    VERVALLEN = "vervallen"


class Bekonnectedeinde(StrEnum):
    """Why a traject ended."""

    UITSTROOM = "uitstroom"
    TERMIJN = "termijn_voorbij"
    ANDERE_KLANTGROEP = "andere_klantgroep"
    GESTOPT = "gestopt"


class Voorstelstatus(StrEnum):
    """What came of the workplace that the klant proposed (DEV-BKN-005)."""

    OPEN = "open"
    AKKOORD = "akkoord"
    AFGEWEZEN = "afgewezen"
    INGETROKKEN = "ingetrokken"
