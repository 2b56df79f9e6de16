"""The policy of the indeling: terms per klantgroep and the changes of klantgroep that are described."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from app.domain.beleid.model import Beleid, Waarde
from app.domain.indeling.feiten import Wisselgrond
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.klantgroep import Klantgroep

Aantal = Annotated[int, Field(ge=1)]


class WisselRegel(BaseModel):
    """A change of klantgroep that the municipality describes, with its grounds and article."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    van: Klantgroep
    naar: Klantgroep
    gronden: tuple[Wisselgrond, ...]
    grondslag: Grondslag


class TrajectRegel(BaseModel):
    """A traject that a municipality offers in a klantgroep, for whom, and its shortest and longest length in weeks."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    naam: str
    klantgroep: Klantgroep
    kenmerk: Kenmerk
    duur_weken_min: Aantal
    duur_weken_max: Aantal
    grondslag: Grondslag


class IndelingBeleid(Beleid):
    """Terms in the unit that their name tells; upper limits are inclusive."""

    soort: ClassVar[str] = "indeling"

    ambitiegesprek_werkdagen: Waarde[Aantal]
    ambitiegesprek_minuten: Waarde[Aantal]
    ambitiegesprek_minuten_minimum: Waarde[Aantal]
    matchen_max_maanden: Waarde[Aantal]
    matchen_verlenging_maanden: Waarde[Aantal]
    groeien_max_maanden: Waarde[Aantal]
    zorgplicht_max_jaren: Waarde[Aantal]
    niet_participeren_maanden: Waarde[Aantal]
    jongere_tot_leeftijd: Waarde[Aantal]
    jongere_eerste_klantgroepen: Waarde[tuple[Klantgroep, ...]]
    zorg_handhaving_max_omvang: Waarde[Aantal]
    herziening_twijfel_werkdagen: Waarde[Aantal]
    zorgen_bellen_dagen: Waarde[Aantal]
    team_nodigt_uit: Waarde[bool]
    opvolgen_werkdagen: Waarde[Aantal]
    nederlandstalig_onderwijs_jaren: Waarde[Aantal]
    wissel_overwegen_werkdagen: Waarde[Aantal]
    doorstroom_uren_vrijwilligerswerk: Waarde[Aantal]
    doorstroom_uren_betaald: Waarde[Aantal]
    doorstroom_uren_betaald_behouden: Waarde[Aantal]
    doorstroom_maanden_behouden: Waarde[Aantal]
    trajecten: Waarde[tuple[TrajectRegel, ...]]
    wissels: Waarde[tuple[WisselRegel, ...]]
