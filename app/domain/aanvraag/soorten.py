"""Kinds in the uitkeringsafhandeling: who acts, where an aanvraag stands, and what can come of it."""

from __future__ import annotations

from enum import StrEnum


class Leeftijdsklasse(StrEnum):
    """Under 27 or not, on the meldingsdatum; it chooses the werkproces (DEV-AAN-004)."""

    JONGER = "27-"
    OUDER = "27+"


class Aanvraagstatus(StrEnum):
    """Where an aanvraag stands. ``elders`` is closed without a besluit: a jongere who must be elsewhere."""

    IN_BEHANDELING = "in_behandeling"
    BESLOTEN = "besloten"
    GETOETST = "getoetst"
    AFGEHANDELD = "afgehandeld"
    INGETROKKEN = "ingetrokken"
    ELDERS = "elders"


LOPEND = (Aanvraagstatus.IN_BEHANDELING, Aanvraagstatus.BESLOTEN, Aanvraagstatus.GETOETST)


class Actorsoort(StrEnum):
    """Who does a step of the uitkeringsafhandeling (DEV-AAN-014)."""

    KLANT = "klant"
    RECEPTIE = "receptie"
    IC = "ic"
    SCANSTRAAT_OF_IC = "scanstraat_of_ic"
    SR = "sr"
    FIATTEUR = "fiatteur"
    ADMINISTRATIE = "administratie"


class Stapdaad(StrEnum):
    """What is recorded of a step: parts ticked off, skipped, or taken up again."""

    AFGEVINKT = "afgevinkt"
    OVERGESLAGEN = "overgeslagen"
    HEROPEND = "heropend"


class Stapstand(StrEnum):
    """Where one step stands."""

    OPEN = "open"
    BEZIG = "bezig"
    GEZET = "gezet"
    OVERGESLAGEN = "overgeslagen"


class SrResultaat(StrEnum):
    """What the screening for fraud signals gave (DEV-AAN-010); the first is followed by one of the others."""

    BEOORDELING_RECHERCHEUR = "beoordeling_rechercheur"
    GEEN_SIGNALEN = "geen_signalen"
    ONDERZOEK_NODIG = "onderzoek_nodig"


class UwvStatus(StrEnum):
    """Whether the klant is registered as werkzoekende (DEV-AAN-025)."""

    NIET_BEKEND = "niet_bekend"
    INGESCHREVEN = "ingeschreven"
    NIET_INGESCHREVEN = "niet_ingeschreven"
    NIET_NODIG = "niet_nodig"


class Toelichtingswijze(StrEnum):
    """How the beschikking is explained to the klant (DEV-AAN-011, DEV-AAN-023)."""

    AFSPRAAK = "afspraak"
    TELEFONISCH = "telefonisch"
    NIET_NODIG = "niet_nodig"
