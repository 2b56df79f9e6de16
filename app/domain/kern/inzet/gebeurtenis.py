"""The kinds of gebeurtenis of the rooms of voorzieningen; ``app/domain/kern/gebeurtenis.py`` holds the others."""

from enum import StrEnum


class Inzetsoort(StrEnum):
    """Name of a gebeurtenis; part of the contract, so a name never changes its meaning."""

    BEKONNECTED_BEEINDIGD = "bekonnected.beeindigd"
    BEKONNECTED_GEEVALUEERD = "bekonnected.geevalueerd"
    BEKONNECTED_GESTART = "bekonnected.gestart"
    BEKONNECTED_GEWIJZIGD = "bekonnected.gewijzigd"
    BESCHUTWERKPLEK_BEEINDIGD = "beschutwerkplek.beeindigd"
    BESCHUTWERKPLEK_GEWIJZIGD = "beschutwerkplek.gewijzigd"
    BESCHUTWERKPLEK_VOORGESTELD = "beschutwerkplek.voorgesteld"
    BESCHUTWERK_BEEINDIGD = "beschutwerk.beeindigd"
    BESCHUTWERK_GEOPEND = "beschutwerk.geopend"
    BESCHUTWERK_GEWIJZIGD = "beschutwerk.gewijzigd"
    BESCHUTWERK_OVERBRUGD = "beschutwerk.overbrugd"
    INSTRUMENT_GEKOZEN = "instrument.gekozen"
    WERKPLEKVOORSTEL_GEWIJZIGD = "werkplekvoorstel.gewijzigd"
    WERKSTROOM_INGERICHT = "werkstroom.ingericht"
