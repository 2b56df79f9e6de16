"""The highest diploma, and whether it is a startkwalificatie."""

from __future__ import annotations

from enum import StrEnum


class Antwoord(StrEnum):
    """What is known on a question."""

    JA = "ja"
    NEE = "nee"
    ONBEKEND = "onbekend"


class Diploma(StrEnum):
    """The highest diploma that somebody has; ``mbo_1`` is the entreeopleiding."""

    GEEN = "geen"
    VMBO = "vmbo"
    MBO_1 = "mbo_1"
    MBO_2 = "mbo_2"
    MBO_3 = "mbo_3"
    MBO_4 = "mbo_4"
    HAVO = "havo"
    VWO = "vwo"
    HBO = "hbo"
    WO = "wo"
