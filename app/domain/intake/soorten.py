"""Kinds in the intake: what is asked, who reports, on what form, and what was told."""

from __future__ import annotations

from enum import StrEnum


class Hulpvraag(StrEnum):
    """What the klant asks for; a melding has one or more (DEV-SCR-004)."""

    WERK = "werk"
    HULP = "hulp"
    BUDGETADVIES_SCHULDHULP = "budgetadvies_schuldhulp"
    BIJSTANDSUITKERING = "bijstandsuitkering"


class Melder(StrEnum):
    """Who makes the melding: the klant, or somebody on behalf of the klant (DEV-JON-008)."""

    KLANT = "klant"
    PARTNER = "partner"
    JONGERENCOACH = "jongerencoach"
    HULPVERLENER = "hulpverlener"
    BEWINDVOERDER = "bewindvoerder"
    ANDERS = "anders"


class Formulier(StrEnum):
    """The form on which the melding stands; after a phone call it follows (DEV-MEL-006, DEV-MEL-007)."""

    DIGITAAL = "digitaal"
    PAPIER = "papier"
    VOLGT = "volgt"


class Levering(StrEnum):
    """How a paper form reaches who cannot use the digital one (DEV-DIG-004)."""

    AFHALEN = "afhalen"
    POST = "post"


class Rechtschatting(StrEnum):
    """The rough estimate of the right, made in the screening (DEV-SCR-001)."""

    JA = "ja"
    NEE = "nee"
    ONZEKER = "onzeker"


class Voorlichting(StrEnum):
    """What the klant is told about in the screening (DEV-SCR-016)."""

    INKOMENSVERANDERINGEN_EN_BAD_GESPREK = "inkomensveranderingen_en_bad_gesprek"
    VERLOOP_EN_TOELICHTENDE_BRIEF = "verloop_en_toelichtende_brief"
    AANVRAAGPROCEDURE = "aanvraagprocedure"
    BEWIJSSTUKKEN_EN_INLEVERTERMIJN = "bewijsstukken_en_inlevertermijn"
    INSCHRIJVING_UWV = "inschrijving_uwv"
    AMBITIEGESPREK = "ambitiegesprek"
    DARIUZ = "dariuz"


class Contactweg(StrEnum):
    """Through which channel contact was sought (DEV-AAN-019)."""

    TELEFOON = "telefoon"
    WHATSAPP = "whatsapp"
    MAIL = "mail"
    BALIE = "balie"


class Contactdoel(StrEnum):
    """Why the klant is called."""

    SCREENINGSGESPREK = "screeningsgesprek"
    NIET_VERSCHENEN = "niet_verschenen"
    STUKKEN = "stukken"


class Werkproces(StrEnum):
    """The process in which a melding is handled, by the age on the meldingsdatum (DEV-JON-011)."""

    JONGEREN_27MIN = "jongeren_27min"
    REGULIER = "regulier"
