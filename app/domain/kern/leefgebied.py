"""The seven leefgebieden, the two extra themes and the instruments of the diagnosis (DEV-DIA-011, DEV-DIA-501)."""

from enum import StrEnum


class Leefgebied(StrEnum):
    """A side of the klant's life; the order has no meaning."""

    ZINGEVING = "zingeving"
    WONEN = "wonen"
    FINANCIEN = "financien"
    SOCIALE_RELATIES = "sociale_relaties"
    LICHAMELIJKE_GEZONDHEID = "lichamelijke_gezondheid"
    PSYCHISCHE_GEZONDHEID = "psychische_gezondheid"
    WERK_EN_ACTIVITEITEN = "werk_en_activiteiten"


class ExtraThema(StrEnum):
    """A theme that is asked about as well; it gets no score and no goal of its own."""

    KINDEREN = "kinderen"
    DETENTIE_TAAKSTRAF = "detentie_taakstraf"


Onderwerp = Leefgebied | ExtraThema


class Diagnoseinstrument(StrEnum):
    """Dariuz is a questionnaire for the klant alone; the format is filled in together (DEV-DIA-002)."""

    DARIUZ = "dariuz"
    FORMAT = "format"
