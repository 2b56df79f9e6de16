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
    """What the screening chooses: a questionnaire for the klant, or the format filled in together (DEV-DIA-002)."""

    DARIUZ = "dariuz"
    FORMAT = "format"


class Instrument(StrEnum):
    """With what a diagnosis was made; an ``ander`` instrument is named in full beside it (DEV-DIA-001)."""

    DARIUZ_WEGWIJZER = "dariuz_wegwijzer"
    DARIUZ_DIAGNOSE = "dariuz_diagnose"
    COMPETENSYS = "competensys"
    ANDER = "ander"
    FORMAT = "format"

    @property
    def weg(self) -> Diagnoseinstrument:
        """The choice of the screening that this instrument fulfils."""
        return Diagnoseinstrument.FORMAT if self is Instrument.FORMAT else Diagnoseinstrument.DARIUZ
