"""Facts on which a besluit about an aanvraag is taken."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field

from app.domain.aanvraag.documenten import Documentsoort
from app.domain.aanvraag.soorten import Leeftijdsklasse, UwvStatus
from app.domain.kern.grondslag import Grondslag, pw
from app.domain.kern.klantgroep import Klantgroep


class Aanvraagkeuze(StrEnum):
    """What the inkomensconsulent wants to decide."""

    TOEKENNEN = "toekennen"
    TIJDELIJK_TOEKENNEN = "tijdelijk_toekennen"
    AFWIJZEN = "afwijzen"
    BUITEN_BEHANDELING = "buiten_behandeling"


TOEKENNEND: Final = frozenset({Aanvraagkeuze.TOEKENNEN, Aanvraagkeuze.TIJDELIJK_TOEKENNEN})


class RedenGeenRecht(StrEnum):
    """Why a person has no right to algemene bijstand."""

    STUDERENDE_JONGERE = "studerende_jongere"
    ONWILLIGE_JONGERE = "onwillige_jongere"
    GEEN_RECHTMATIG_VERBLIJF = "geen_rechtmatig_verblijf"
    DETENTIE = "detentie"
    VERBLIJF_BUITENLAND = "verblijf_buitenland"
    JONGER_DAN_18 = "jonger_dan_18"
    VOORLIGGENDE_VOORZIENING = "voorliggende_voorziening"
    INKOMEN = "inkomen"
    VERMOGEN = "vermogen"
    ANDERE_GEMEENTE = "andere_gemeente"
    RECHT_NIET_VAST_TE_STELLEN = "recht_niet_vast_te_stellen"


GROND: Final[dict[RedenGeenRecht, Grondslag]] = {
    RedenGeenRecht.STUDERENDE_JONGERE: pw("13", "2", "c"),
    RedenGeenRecht.ONWILLIGE_JONGERE: pw("13", "2", "d"),
    RedenGeenRecht.GEEN_RECHTMATIG_VERBLIJF: pw("11", "2"),
    RedenGeenRecht.DETENTIE: pw("13", "1", "a"),
    RedenGeenRecht.VERBLIJF_BUITENLAND: pw("13", "1", "e"),
    RedenGeenRecht.JONGER_DAN_18: pw("13", "1", "f"),
    RedenGeenRecht.VOORLIGGENDE_VOORZIENING: pw("15", "1"),
    RedenGeenRecht.INKOMEN: pw("19", "1", "a"),
    RedenGeenRecht.VERMOGEN: pw("19", "1", "b"),
    RedenGeenRecht.ANDERE_GEMEENTE: pw("40", "1"),
    RedenGeenRecht.RECHT_NIET_VAST_TE_STELLEN: pw("17", "1"),
}
TOT_LEEFTIJD: Final = {
    RedenGeenRecht.STUDERENDE_JONGERE: 27,
    RedenGeenRecht.ONWILLIGE_JONGERE: 27,
    RedenGeenRecht.JONGER_DAN_18: 18,
}
"""The age under which the law knows this reason (article 13, lid 1, f; lid 2, c and d): another age, another law."""


class Zoekoordeel(StrEnum):
    """What the IC heard of the zoekperiode (DEV-JON-017, DEV-JON-018)."""

    NAGEKOMEN = "nagekomen"
    BEOORDELEN = "beoordelen"
    HERSTELTERMIJN = "hersteltermijn"


class _Feiten(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PersoonRecht(_Feiten):
    """Whether one person has a right; ``reden`` tells why not."""

    klant_id: str
    geboortedatum: date
    recht: bool | None = None
    reden: RedenGeenRecht | None = None


class Stukkenstand(_Feiten):
    """What is still missing, and what was done to get it: the last aanvultermijn and the last reminder."""

    ontbreken: bool = False
    aanvultermijn_tot: date | None = None
    herinnerd_op: date | None = None


class RapportFeiten(_Feiten):
    """The report: does the klant work, which months are paid at once, and what is attached."""

    werkt: bool
    uit_te_betalen: tuple[date, ...] = ()
    bijlagen: tuple[Documentsoort, ...] = ()
    salaris_over: tuple[date, ...] = ()


class Zoekperiode(_Feiten):
    """The zoekperiode of a jongere, with what was judged of it; None where there is none."""

    tot: date
    eerder_mogelijk: bool = False
    eerder_gemotiveerd: bool = False
    oordeel: Zoekoordeel | None = None
    hersteltermijn_tot: date | None = None


class NormFeit(_Feiten):
    """The norm per month in eurocents from ``ingangsdatum``; ``met_de_hand`` when a person set it, with a reason."""

    bedrag: Annotated[int, Field(ge=1)]
    grondslag: Grondslag
    toelichting: str
    met_de_hand: bool = False


class AanvraagFeiten(_Feiten):
    """Everything that a besluit rests on. ``elders`` is a rejection out of the screening (DEV-AAN-006)."""

    keuze: Aanvraagkeuze
    leeftijdsklasse: Leeftijdsklasse
    meldingsdatum: date
    aanvraagdatum: date | None = None
    beslissen_uiterlijk: date | None = None
    elders: bool = False
    personen: tuple[PersoonRecht, ...]
    ingangsdatum: date | None = None
    eerder_gemotiveerd: bool = False
    stappen_open: tuple[str, ...] = ()
    rapport: RapportFeiten | None = None
    stukken: Stukkenstand = Stukkenstand()
    zoekperiode: Zoekperiode | None = None
    plan_bijgevoegd: bool = False
    hulp_open: bool = False
    uwv: UwvStatus = UwvStatus.NIET_BEKEND
    norm: NormFeit | None = None
    klantgroep: Klantgroep | None = None
    gemotiveerd: bool = False
    besluiter: str | None = None
    rapporteur: str | None = None

    @property
    def met_recht(self) -> tuple[PersoonRecht, ...]:
        """Who has a right."""
        return tuple(persoon for persoon in self.personen if persoon.recht)

    @property
    def toekennend(self) -> bool:
        """Tell whether this grants an uitkering."""
        return self.keuze in TOEKENNEND
