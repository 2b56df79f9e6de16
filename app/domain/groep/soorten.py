"""Kinds, forms and states of groepsactiviteiten."""

from __future__ import annotations

from enum import StrEnum


class Groepsoort(StrEnum):
    """Kinds of group; each has a policy value of the same name. The kick-off is a bijeenkomst."""

    WORKSHOP = "workshop"
    VERVOLGGROEP = "vervolggroep"
    BEMIDDELINGSGROEP = "bemiddelingsgroep"
    BRUG = "brug"
    WERKEN_AAN_WERK = "werken_aan_werk"
    TERUGKOMMOMENT = "terugkommoment"


class Momentvorm(StrEnum):
    """How a moment is delivered (DEV-DIG-029); what is not held lapses."""

    FYSIEK = "fysiek"
    DIGITAAL = "digitaal"
    EXTERN_DIGITAAL = "extern_digitaal"


class Momentstatus(StrEnum):
    """A moment is planned, then held, or it lapses."""

    GEPLAND = "gepland"
    GEHOUDEN = "gehouden"
    VERVALLEN = "vervallen"


class Deelnamestatus(StrEnum):
    """How a klant stands in a group; who disturbed was removed and is guided individually (DEV-DIG-027)."""

    DEELNEMER = "deelnemer"
    AFGEROND = "afgerond"
    GESTOPT = "gestopt"
    VERWIJDERD = "verwijderd"


class Huiswerk(StrEnum):
    """The state of an assignment that was given in a moment (DEV-DIG-028)."""

    OPGEGEVEN = "opgegeven"
    INGELEVERD = "ingeleverd"
    BESPROKEN = "besproken"
