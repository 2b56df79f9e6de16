"""Oordeel: a question about a voorziening that a person answers; which ones are asked is data (DEV-ORG-902)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from app.domain.kern.grondslag import Grondslag
from app.domain.kern.klantgroep import Klantgroep


class Niveau(StrEnum):
    """Which norm sets a condition; the hardheidsclausule reaches only beleidsregels (DEV-ORG-901, DEV-VRZ-919)."""

    WET = "wet"
    VERORDENING = "verordening"
    BELEIDSREGEL = "beleidsregel"


class Weging(StrEnum):
    """What an answer does.

    ``blokkeert``: another answer than expected stands in the way. ``voorkeur``: another answer is possible with a
    reason. ``signaal``: the answer is only shown.
    """

    BLOKKEERT = "blokkeert"
    VOORKEUR = "voorkeur"
    SIGNAAL = "signaal"


class Omstandigheid(StrEnum):
    """A circumstance that the college takes into account when it offers something (DEV-VRZ-904)."""

    KIND = "kind_onder_leeftijdsgrens"
    MANTELZORG = "mantelzorg"
    BEPERKING = "functionele_beperking"
    LOONKOSTENSUBSIDIE = "mogelijk_doelgroep_loonkostensubsidie"
    BESCHUT_WERK = "beschut_werk"


class Toepassing(BaseModel):
    """When a question is asked: when all that is filled in is so; what is not known counts as so.

    ``leeftijd_onder`` and ``leeftijd_vanaf`` count on the first day; ``omstandigheden`` asks for one of them;
    ``antwoorden`` for these answers to other questions; ``langer_dan_maanden`` for a last day that so many months do
    not allow.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    leeftijd_onder: int | None = None
    leeftijd_vanaf: int | None = None
    klantgroepen: tuple[Klantgroep, ...] | None = None
    doelgroepen: tuple[str, ...] | None = None
    omstandigheden: tuple[Omstandigheid, ...] | None = None
    antwoorden: Mapping[str, bool] = {}
    verlenging: bool | None = None
    begin_vanaf: date | None = None
    langer_dan_maanden: int | None = None


class Oordeel(BaseModel):
    """One question. ``verwacht`` is the answer that fits; ``zo_niet`` says what to do after the other one.

    With ``toelichting_verplicht`` an answer without an explanation is no answer; ``ook_bij_evaluatie`` asks it again
    at an evaluation.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    vraag: str
    verwacht: bool = True
    weegt: Weging = Weging.BLOKKEERT
    toelichting_verplicht: bool = False
    ook_bij_evaluatie: bool = False
    als: Toepassing = Toepassing()
    niveau: Niveau = Niveau.VERORDENING
    grondslag: Grondslag
    regel: str | None = None
    zo_niet: str | None = None
