"""Facts of signals: what was done when, and what was decided on a signal."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Signaalsoort(StrEnum):
    """What a signal is about."""

    RECHTMATIGHEID = "rechtmatigheid"
    FRAUDE = "fraude"


class Signaalstatus(StrEnum):
    """A signal waits, is followed up or is over: ``vervallen`` without its grounds, ``ingetrokken`` when wrong."""

    OPEN = "open"
    BEANTWOORD = "beantwoord"
    AFGEROND = "afgerond"
    VERVALLEN = "vervallen"
    INGETROKKEN = "ingetrokken"


class Vervolg(StrEnum):
    """What the inkomensconsulent does with a signal (DEV-MTR-507, DEV-MTR-509)."""

    RECHTMATIGHEIDSONDERZOEK = "rechtmatigheidsonderzoek"
    SOCIALE_RECHERCHE = "sociale_recherche"
    GEEN = "geen"


class Onderzoeksuitkomst(StrEnum):
    """What an investigation found."""

    GEEN_SCHENDING = "geen_schending"
    INLICHTINGENPLICHT = "schending_inlichtingenplicht"
    MEDEWERKINGSPLICHT = "schending_medewerkingsplicht"


class Beeindigingsgrond(StrEnum):
    """On what an ending of the uitkering would rest."""

    INLICHTINGENPLICHT = "inlichtingenplicht"
    MEDEWERKINGSPLICHT = "medewerkingsplicht"
    REINTEGRATIEPLICHT = "re_integratieplicht"


class GedragingFeit(BaseModel):
    """A gedraging for which a zaak stands, by the id of that zaak."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    zaak_id: str
    gedraging: str
    datum: date


class SignaalFeiten(BaseModel):
    """What is known of a klant; ``handhaving`` are the days on which a maatregel or waarschuwing was sent."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    regime: str
    gedragingen: tuple[GedragingFeit, ...] = ()
    handhaving: tuple[date, ...] = ()
    niet_willer: bool = False

    @property
    def laatste(self) -> date:
        """The day of the last gedraging, of which there must be one: from there is looked back."""
        return max(feit.datum for feit in self.gedragingen)
