"""Words of the room gesprek: kinds of conversations, of answers and of markers."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from app.domain.kern.kenmerk import Kenmerk

Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,59}$")]


class Tekstcode(BaseModel):
    """A code with what it says."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Code
    tekst: str


class Gesprekssoort(StrEnum):
    """The conversations for which there is a guide."""

    SCREENING = "screening"
    AMBITIEGESPREK = "ambitiegesprek"
    KENNISMAKING = "kennismaking"
    DOELMATIGHEIDSGESPREK = "doelmatigheidsgesprek"


class Antwoordtype(StrEnum):
    """What an answer looks like; ``bedrag`` is eurocents, ``aantallen`` a list of whole numbers such as ages."""

    TEKST = "tekst"
    JA_NEE = "ja_nee"
    KEUZE = "keuze"
    MEERKEUZE = "meerkeuze"
    BEDRAG = "bedrag"
    DATUM = "datum"
    AANTAL = "aantal"
    AANTALLEN = "aantallen"


class Leeftijdsgroep(StrEnum):
    """A marker that follows from the birth date, and so is never set by hand."""

    JONGERE = "jongere"


class Taalmarkering(StrEnum):
    """A marker that follows from the taaleis, and so is never set by hand (DEV-TAA-507, DEV-TAA-515)."""

    PLICHT = "taaleis_plicht"
    ONBEKEND = "taaleis_onbekend"


Markering = Kenmerk | Leeftijdsgroep | Taalmarkering


class Formulierdeel(StrEnum):
    """The parts of the melding form that the screening asks about when they are missing (DEV-SCR-014)."""

    WOON_LEEFSITUATIE = "woon_leefsituatie"
    VERMOGEN = "vermogen"
    INKOMEN = "inkomen"
    WERK = "werk"
    AANVULLEND = "aanvullend"


class Bekend(StrEnum):
    """A fact of the dossier that answers a question before it is asked."""

    LEEFVORM = "leefvorm"
    KOSTENDELENDE_MEDEBEWONERS = "kostendelende_medebewoners"
    TELEFOON = "telefoon"
    EMAIL = "email"
    JAREN_NEDERLANDSTALIG_ONDERWIJS = "jaren_nederlandstalig_onderwijs"
    INBURGERING_VOLTOOID = "inburgering_voltooid"
    GEWENST_BEROEP = "gewenst_beroep"
    HULPVERLENERS = "hulpverleners"


Antwoordwaarde = bool | int | str | tuple[int, ...] | tuple[str, ...]
