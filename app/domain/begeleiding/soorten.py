"""Kinds and states of individual guidance."""

from __future__ import annotations

from enum import StrEnum


class Contactvorm(StrEnum):
    """How consultant and klant had contact."""

    TELEFOON = "telefoon"
    VIDEOBELLEN = "videobellen"
    FYSIEK = "fysiek"
    BERICHT = "bericht"


class Doelactiestatus(StrEnum):
    """How far an item of the goal-action plan is (DEV-DIG-036)."""

    OPEN = "open"
    BEZIG = "bezig"
    GEDAAN = "gedaan"
    VERVALLEN = "vervallen"


class Werkplek(StrEnum):
    """Where somebody goes on after the first weeks (DEV-DIG-032)."""

    INTERN = "intern"
    EXTERN = "extern"
    BEMIDDELING = "intensieve_bemiddeling"
