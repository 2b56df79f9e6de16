"""The words of a referral to the participatiemakelaar: goals, purposes, grounds and outcomes."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Makelaardoel(StrEnum):
    """What the klant wants to begin (DEV-PMK-501, DEV-PMK-502, DEV-PMK-511)."""

    START_VRIJWILLIGERSWERK = "start_vrijwilligerswerk"
    UITBREIDING_VRIJWILLIGERSWERK = "uitbreiding_vrijwilligerswerk"
    START_TAALACTIVITEIT = "start_taalactiviteit"
    START_TAALCURSUS = "start_taalcursus"
    START_TAALLESSEN = "start_taallessen"


class Makelaarinzet(StrEnum):
    """The purpose code of a referral (DEV-PMK-902)."""

    ONDERSTEUNING_PARTICIPATIE = "ondersteuning_participatie"
    TOELEIDING_TAALACTIVITEIT = "toeleiding_taalactiviteit"
    TOELEIDING_TAALCURSUS = "toeleiding_taalcursus"


class Makelaargrond(StrEnum):
    """Why the klant begins with the language (DEV-PMK-511)."""

    WIL = "wil"
    MOET_WET_TAALEIS = "moet_wet_taaleis"


class Makelaarresultaat(StrEnum):
    """What came of it."""

    VRIJWILLIGERSWERK_GESTART = "vrijwilligerswerk_gestart"
    VRIJWILLIGERSWERK_UITGEBREID = "vrijwilligerswerk_uitgebreid"
    TAALACTIVITEIT_GESTART = "taalactiviteit_gestart"
    TAALCURSUS_GESTART = "taalcursus_gestart"
    NIET_GESTART = "niet_gestart"


class Makelaarstap(StrEnum):
    """What the makelaar writes down in the course of the support (DEV-PMK-506, DEV-PMK-508)."""

    EERSTE_CONTACT = "eerste_contact"
    NOTITIE = "notitie"
    PLAATSING = "plaatsing"
    NAZORG = "nazorg"


class Makelaarregelsoort(StrEnum):
    """Every kind of line in the begeleidingsdocument: the steps of the makelaar, and what others did."""

    EERSTE_CONTACT = "eerste_contact"
    NOTITIE = "notitie"
    PLAATSING = "plaatsing"
    NAZORG = "nazorg"
    VERLENGING = "verlenging"
    OVERDRACHT_MAKELAAR = "overdracht_makelaar"
    BERICHT_AANBIEDER = "bericht_aanbieder"


class Makelaarstand(StrEnum):
    """A referral runs, was reported back by the makelaar, and is closed by the inkomensconsulent; or was withdrawn."""

    LOPEND = "lopend"
    TERUGGEKOPPELD = "teruggekoppeld"
    GESLOTEN = "gesloten"
    INGETROKKEN = "ingetrokken"


VRIJWILLIGERSWERK: Final = frozenset({Makelaardoel.START_VRIJWILLIGERSWERK, Makelaardoel.UITBREIDING_VRIJWILLIGERSWERK})
_INZET: Final[Mapping[Makelaardoel, Makelaarinzet]] = {
    Makelaardoel.START_TAALACTIVITEIT: Makelaarinzet.TOELEIDING_TAALACTIVITEIT,
    Makelaardoel.START_TAALCURSUS: Makelaarinzet.TOELEIDING_TAALCURSUS,
    Makelaardoel.START_TAALLESSEN: Makelaarinzet.TOELEIDING_TAALCURSUS,
}
_RESULTAAT: Final[Mapping[Makelaardoel, Makelaarresultaat]] = {
    Makelaardoel.START_VRIJWILLIGERSWERK: Makelaarresultaat.VRIJWILLIGERSWERK_GESTART,
    Makelaardoel.UITBREIDING_VRIJWILLIGERSWERK: Makelaarresultaat.VRIJWILLIGERSWERK_UITGEBREID,
    Makelaardoel.START_TAALACTIVITEIT: Makelaarresultaat.TAALACTIVITEIT_GESTART,
    Makelaardoel.START_TAALCURSUS: Makelaarresultaat.TAALCURSUS_GESTART,
    Makelaardoel.START_TAALLESSEN: Makelaarresultaat.TAALCURSUS_GESTART,
}


def inzet_van(doel: Makelaardoel) -> Makelaarinzet:
    """Return the purpose code of a goal (DEV-PMK-902)."""
    return _INZET.get(doel, Makelaarinzet.ONDERSTEUNING_PARTICIPATIE)


def passende_resultaten(doel: Makelaardoel) -> tuple[Makelaarresultaat, ...]:
    """Return what can come of a goal: it was reached, or not."""
    return (_RESULTAAT[doel], Makelaarresultaat.NIET_GESTART)
