"""Kinds, and the facts on which it is established that somebody needs beschut werk."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Initiatief(StrEnum):
    """Who began it (verordening 7, lid 1)."""

    AMBTSHALVE = "ambtshalve"
    OP_VERZOEK = "op_verzoek"


class Beschutwerkgroep(StrEnum):
    """To whom beschut werk can be offered (verordening 7, lid 1 under a and b)."""

    DOELGROEP = "doelgroep"
    UWV_UITKERING = "uwv_uitkering"


class Adviesaanvrager(StrEnum):
    """Who asks UWV for the advice; an employer can not (DEV-BSW-905)."""

    COLLEGE = "college"
    PERSOON = "persoon_zelf"
    WERKGEVER = "werkgever"


class UwvAdvies(StrEnum):
    """What UWV advises."""

    BESCHUT = "beschut_werk"
    NIET = "geen_beschut_werk"


class Afwijkreden(StrEnum):
    """Why the besluit would differ from the advice; only the first allows it (DEV-BSW-906)."""

    ONZORGVULDIG = "onzorgvuldige_totstandkoming"
    ANDER_OORDEEL = "ander_oordeel"


class Dienstbetrekking(StrEnum):
    """The kind of employment (DEV-BSW-907)."""

    PRIVAATRECHTELIJK = "privaatrechtelijk"
    PUBLIEKRECHTELIJK = "publiekrechtelijk"


class Plaatssoort(StrEnum):
    """Where the place is (DEV-BSW-907)."""

    GEMEENTE = "gemeente"
    SW_BEDRIJF = "sw_bedrijf"
    GELIEERD = "gelieerde_organisatie"
    REGULIER = "reguliere_werkgever"


class Aanpassing(StrEnum):
    """What makes the work possible (verordening 7, lid 3; DEV-BSW-908)."""

    FYSIEK = "fysieke_aanpassing"
    UITSPLITSING = "uitsplitsing_taken"
    BEGELEIDING = "aanpassing_begeleiding_tempo_arbeidsduur"


class Overbrugging(StrEnum):
    """What can be offered until the employment begins (verordening 7, lid 4; DEV-BSW-909)."""

    DAGBESTEDING = "arbeidsmatige_dagbesteding"
    ACTIVERING = "sociale_activering"
    SCHOLING = "scholing"


class Beschutwerkdictum(StrEnum):
    """What is decided; ``voorleggen`` is never taken: something is missing or in the way."""

    VASTSTELLEN = "vaststellen"
    AFWIJZEN = "afwijzen"
    VOORLEGGEN = "voorleggen"


class VaststellingFeiten(BaseModel):
    """What is known when it is decided; None means not known.

    ``in_doelgroep`` tells whether a doelgroep of article 1 is recorded for the klant.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    initiatief: Initiatief
    groep: Beschutwerkgroep | None = None
    in_doelgroep: bool = False
    voorselectie_op: date | None = None
    advies_gevraagd_op: date | None = None
    advies: UwvAdvies | None = None
    afwijkreden: Afwijkreden | None = None
    motivering: str | None = None
    besluiter: str | None = None
