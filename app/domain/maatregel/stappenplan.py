"""Stappenplan: the procedure of a gedraging as data, so that a front end can draw it and nobody has to remember it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Actie(StrEnum):
    """What a step asks for."""

    OPNIEUW_INPLANNEN = "opnieuw_inplannen_met_hersteltermijn"
    PROCES_OPENEN = "maatregelproces_openen"
    HOREN = "klant_horen"
    HERSTELTERMIJN = "hersteltermijn_versturen"
    AFSTEMMEN = "afstemmen"
    BEWIJS = "bewijs_verzamelen"
    WEDERHOOR = "wederhoor"
    RAPPORTAGE = "rapportage"
    BESCHIKKING = "beschikking"
    TOETSING = "toetsing"
    VERZENDING = "verzending"
    BEZWAAR = "bezwaar"
    OPNIEUW_UITNODIGEN = "opnieuw_uitnodigen_voor_traject"
    OPNIEUW_AFSTEMMEN = "opnieuw_afstemmen"
    CONTROLE = "klant_opnieuw_horen"
    RECIDIVE = "afstemmen_recidive"
    AANGETEKEND_UITNODIGEN = "opnieuw_aangetekend_uitnodigen"
    INCIDENT = "incident_vastleggen"
    WAARSCHUWINGSBRIEF = "waarschuwingsbrief_leidinggevende"
    PANDVERBOD = "pandverbod"


class Aanleiding(StrEnum):
    """What must be recorded before a step has its turn."""

    EERSTE_NO_SHOW = "1e_no_show"
    TWEEDE_NO_SHOW = "2e_no_show"
    GEEN_GEHOOR_UITNODIGING = "geen_gehoor_aan_uitnodiging"
    GEEN_GEHOOR_HERSTELTERMIJN = "geen_gehoor_aan_hersteltermijn"
    OPNIEUW_ONVOLDOENDE = "opnieuw_geen_of_onvoldoende_sollicitaties"
    WEDEROM_ONVOLDOENDE = "wederom_geen_of_onvoldoende_sollicitaties"
    WEDEROM_NO_SHOW = "wederom_no_show"
    MAATREGEL_OPGELEGD = "maatregel_opgelegd"
    MAATREGEL_AFGELOPEN = "na_afloop_maatregelperiode"


class Uitvoerder(StrEnum):
    """Who does a step."""

    TEAM_ONDERSTEUNING = "team_ondersteuning"
    CONSULENT = "consulent"
    INKOMENSCONSULENT = "inkomensconsulent"
    TOETSER = "toetser"
    LEIDINGGEVENDE = "leidinggevende"
    KLANT = "klant"


class Oproepkanaal(StrEnum):
    """How a letter of a step may go; a step with ``aangetekend`` and ``regulier`` needs both."""

    BRIEF = "brief"
    EMAIL_INDIEN_BEKEND = "email_indien_adres_bekend"
    AANGETEKEND = "aangetekend"
    REGULIER = "regulier"
    TELEFONISCH = "telefonisch"


Werkdagen = Annotated[int, Field(ge=1)]
Werktermijn = Literal[
    "uitnodiging", "hersteltermijn", "uitkomst_gesprek", "wederhoor", "advies", "besluit", "toetsing", "verzending"
]


class Processtap(BaseModel):
    """One step: what is done, by whom, when its turn comes, and in how many werkdagen (``werktermijn`` names the norm).

    ``na_maanden`` counts from the day on which the maatregel was imposed. ``optioneel`` is what may go along.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    nr: Annotated[int, Field(ge=1)]
    actie: Actie
    wat: str
    door: Uitvoerder
    als: Aanleiding | None = None
    wanneer: str | None = None
    kanalen: tuple[Oproepkanaal, ...] = ()
    werktermijn: Werktermijn | None = None
    na_maanden: Annotated[int, Field(ge=1)] | None = None
    optioneel: str | None = None
    wederhoor_geadviseerd: bool = False

    @model_validator(mode="after")
    def _leesbaar(self) -> Self:
        if (self.als is None) != (self.wanneer is None):
            raise ValueError(f"stap {self.nr} ({self.actie}): een voorwaarde heeft ook een tekst, en andersom")
        return self


class Stappenplan(BaseModel):
    """The steps of the handbook, and what follows after the maatregel (``daarna``)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    stappen: tuple[Processtap, ...]
    daarna: tuple[Processtap, ...] = ()


class Werktermijnen(BaseModel):
    """How many werkdagen each step of the procedure may lie in the werkvoorraad: a service norm, no legal term."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    uitnodiging: Werkdagen
    hersteltermijn: Werkdagen
    uitkomst_gesprek: Werkdagen
    wederhoor: Werkdagen
    advies: Werkdagen
    besluit: Werkdagen
    toetsing: Werkdagen
    verzending: Werkdagen
