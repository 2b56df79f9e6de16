"""The instruments with which the leefgebieden are charted."""

from enum import StrEnum


class Diagnoseinstrument(StrEnum):
    """Dariuz is a questionnaire for the klant alone; the format is filled in together (DEV-DIA-002)."""

    DARIUZ = "dariuz"
    FORMAT = "format"
