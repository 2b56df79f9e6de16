"""The four klantgroepen of Inzet op Maat."""

from enum import StrEnum


class Klantgroep(StrEnum):
    """What a klant may expect, and what is expected of the klant (DEV-KGR-001)."""

    MATCHEN = "matchen"
    GROEIEN = "groeien"
    FACILITEREN = "faciliteren"
    ZORGEN = "zorgen"
