"""Facts of the indeling: what is known about the possibility to work, the decision and a change."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol


class Potentieel(StrEnum):
    """Potential for work, or for growing towards it."""

    GEEN = "geen"
    WEINIG = "weinig"
    VOLDOENDE = "voldoende"


class Wisselgrond(StrEnum):
    """Why a klant changes klantgroep."""

    PARTTIME_WERK_NIET_ONAFHANKELIJK = "parttime_werk_niet_uitkeringsonafhankelijk"
    MEER_TIJD_OF_INSTRUMENTEN = "meer_tijd_of_instrumenten"
    AFSTAND_NIET_IN_MATCHEN = "afstand_niet_in_matchen_te_overbruggen"
    BELEMMERINGEN_LANGER = "belemmeringen_langer_dan_3_jaar"
    DOELEN_NIET_BEHAALD = "doelen_niet_behaald_door_onvermogen"
    PARTICIPATIE_HOOGST_HAALBAAR = "participatie_hoogst_haalbaar_jongere"
    OMSCHRIJVING_ZORGEN = "voldoet_aan_omschrijving_zorgen"
    VRIJWILLIGERSWERK_ARBEIDSGESCHIKTER = "vrijwilligerswerk_arbeidsgeschikter"
    BELEMMERINGEN_VERBETERD = "belemmeringen_verbeterd_werk_binnen_3_jaar"
    BELEMMERINGEN_TOEGENOMEN = "belemmeringen_toegenomen"
    MOTIVATIE_AFGENOMEN = "motivatie_structureel_afgenomen"
    LEEFGEBIEDEN_VERBETERD = "leefgebieden_verbeterd_en_motivatie"
    GEMOTIVEERD_ONDANKS = "gemotiveerd_ondanks_belemmeringen"


class Twijfelmiddel(StrEnum):
    """What a consulent in doubt can use (DEV-KGR-025)."""

    DIAGNOSE_INSTRUMENT = "diagnose_instrument"
    RICHTLIJN_BIJZONDERE_DOELGROEPEN = "richtlijn_bijzondere_doelgroepen"
    INTERCOLLEGIAAL_OVERLEG = "intercollegiaal_overleg"
    ARGONAUT_ONDERZOEK = "argonaut_onderzoek"


class HandhavingFactor(StrEnum):
    """Serious factors in the person (DEV-KGR-503); the list is open, hence ``overig``."""

    AGRESSIEF_GEDRAG = "agressief_gedrag"
    CRIMINALITEIT = "criminaliteit"
    ONDERMIJNING = "ondermijning"
    ONTBREKEN_NORMEN = "ontbreken_normen_en_waarden"
    AUTORITEIT = "niet_omgaan_met_autoriteit"
    OVERIG = "overig"


class _Feiten(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class IndelingFeiten(_Feiten):
    """What the proposal rests on; None means not known yet, ``geen`` that no term can be given.

    No outcome of Dariuz stands here: the instrument informs the consulent and never sets the klantgroep (DEV-DIA-005).
    """

    leeftijd: Annotated[int, Field(ge=0)]
    eerste_indeling: bool
    verwachte_termijn_maanden: Annotated[int, Field(ge=0)] | Literal["geen"] | None = None
    arbeidspotentieel: Potentieel | None = None
    ontwikkelpotentieel: Potentieel | None = None
    motivatie_bijdrage: bool | None = None
    mogelijkheden_bijdrage: bool | None = None
    participeert: bool | None = None
    kenmerken: frozenset[Kenmerk] = frozenset()
    parttimer_zonder_belemmering: bool = False
    wajong_afgewezen: bool = False

    @property
    def wil_bijdragen(self) -> bool | None:
        """Motivation to contribute; who participates already shows it."""
        return True if self.participeert else self.motivatie_bijdrage

    @property
    def kan_bijdragen(self) -> bool | None:
        """Possibilities to contribute; who participates already has them."""
        return True if self.participeert else self.mogelijkheden_bijdrage


class IndelingBesluit(_Feiten):
    """What the consulent decides, with the klant's own opinion; ``twijfel`` also when the proposal shows no doubt."""

    gekozen: Klantgroep
    twijfel: bool = False
    middelen: frozenset[Twijfelmiddel] = frozenset()
    zorg_handhaving: bool = False
    motivering: str | None = None
    eens: bool | None = None
    klantvoorkeur: Klantgroep | None = None
    motivering_verschil: str | None = None
    rollen: frozenset[Rol]


class WisselFeiten(_Feiten):
    """A change of klantgroep that is proposed; ``afwijken`` asks to go outside the described changes.

    ``markering_wijzigt`` tells that zorg-handhaving is put on or lifted, which needs no other klantgroep.
    """

    van: Klantgroep
    naar: Klantgroep
    grond: Wisselgrond | None = None
    motivering: str | None = None
    afwijken: bool = False
    markering_wijzigt: bool = False
    maanden_in_matchen: int | None = None
    niet_participeren_maanden: int | None = None
    klant_gemotiveerd: bool | None = None
    jongerenroute: bool = False
    gesprek_gehouden_op: date | None = None
    plan_bijgewerkt_op: date | None = None


class HandhavingFeiten(_Feiten):
    """The four conditions of zorg-handhaving, the factors and who explains them."""

    klantgroep: Klantgroep
    geen_formeel_werk_of_vrijwilligerswerk: bool | None = None
    fysiek_en_psychisch_in_staat: bool | None = None
    vermoeden_activiteiten: bool | None = None
    niet_bemiddelbaar: bool | None = None
    factoren: frozenset[HandhavingFactor] = frozenset()
    toelichting_overig: str | None = None
    motivering: str | None = None
