"""Feiten: everything a maatregel is judged on. No BSN, no names; None means: not known yet, so nobody guesses."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from app.domain.kern.klantgroep import Klantgroep
from app.domain.maatregel.beleid import Plicht, Regime
from app.domain.maatregel.sanctiewaarden import Driemaands, Maanden, Procent
from app.domain.maatregel.weigering import Weigering


class Zaaksoort(StrEnum):
    """A verlaging in percent, or the fixed amount of the first no-show."""

    VERLAGING = "verlaging"
    LIK_OP_STUK = "lik_op_stuk"


class BriefSoort(StrEnum):
    """Which letter was sent."""

    UITNODIGING = "uitnodiging"
    HERSTELTERMIJN = "hersteltermijn"


class Wijze(StrEnum):
    """How a letter was sent."""

    AANGETEKEND = "aangetekend"
    REGULIER = "regulier"
    EMAIL = "email"


class HoorKanaal(StrEnum):
    """How the klant was heard, or was called to be heard."""

    GESPREK = "gesprek"
    SCHRIFTELIJK = "schriftelijk"
    TELEFONISCH = "telefonisch"


class Verwijtbaarheid(StrEnum):
    """How far the gedraging may be blamed on the klant."""

    VOLLEDIG = "volledig"
    VERMINDERD = "verminderd"
    ONTBREEKT = "ontbreekt"


class Oorzaak(StrEnum):
    """The underlying reason of the gedraging (DEV-AAN-022)."""

    ONVERMOGEN = "onvermogen"
    ONWETENDHEID = "onwetendheid"
    ONWIL = "onwil"
    OVERIG = "overig"


class Voorstel(StrEnum):
    """The three possible proposals (DEV-MTR-504)."""

    AFZIEN = "afzien"
    WAARSCHUWING = "waarschuwing"
    OPLEGGEN = "opleggen"


class _Feit(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Verzending(_Feit):
    """One dispatch of a letter that invites to a gesprek; two dispatches on one day may be one row or two."""

    soort: BriefSoort
    datum_verzonden: date
    wijze: frozenset[Wijze]
    gesprek_op: date
    kenmerk_aangetekend: str | None = None


class Bewijsstuk(_Feit):
    """A document in the file; ``afzender_genoemd`` tells that it says whom it comes from, such as the employer."""

    code: str
    datum: date
    vorm: Literal["schriftelijk", "email"]
    afzender_genoemd: bool = False


class PlanFeiten(_Feit):
    """The plan in force on the day of the gedraging; an ``afwijking_…`` says that a consulent gave reasons."""

    ondertekend: bool | None = None
    ondertekend_op: date | None = None
    bevat_verplichting: bool | None = None
    verzuimregels_uitgereikt_op: date | None = None
    afwijking_plan_gemotiveerd: bool = False
    afwijking_verzuimregels_gemotiveerd: bool = False


class OntheffingFeit(_Feit):
    """An ontheffing of these duties that runs in the half-open period ``[van, tot)``."""

    soort: str
    plichten: tuple[Plicht, ...]
    van: date
    tot: date | None


class HoorFeiten(_Feit):
    """The hearing, or the attempt at it; ``datum`` is the day of the gesprek or of the call to be heard.

    ``afgezien_van_wederhoor`` answers the advice to hear, where that is no obligation (None: not answered).
    """

    gehoord: bool | None = None
    datum: date | None = None
    kanaal: HoorKanaal | None = None
    verklaring_vastgelegd: bool = False
    reden_niet_horen: str | None = None
    afgezien_van_wederhoor: bool | None = None


class EerdereMaatregel(_Feit):
    """An earlier decision that still stands (withdrawn or annulled ones are left out by the caller).

    ``lid`` is the step of article 18 on which a ``uniform`` one rested; a decision older than that fact: the first.
    ``bekend_op`` is the day on which it was sent: before it the klant could not know of it (Awb 3:40).
    """

    besluit_datum: date
    bekend_op: date | None = None
    gedraging: str
    uniform: bool
    soort: Zaaksoort = Zaaksoort.VERLAGING
    lid: Annotated[int, Field(ge=5, le=8)] | None = None


class Samenloop(_Feit):
    """Another gedraging judged along; ``al_opgelegd``: its verlaging runs. Older besluiten lack the last four facts."""

    gedraging: str
    al_opgelegd: bool = False
    omschrijving: str | None = None
    gedraging_datum: date | None = None
    besluit: str | None = None
    besluit_datum: date | None = None


class NormMaand(_Feit):
    """The norm of a month or the grondslag of the IOAW or IOAZ; ``al_verlaagd``: what other decisions take from it."""

    maand: date
    norm: Annotated[int, Field(ge=0)]
    versie: str
    al_verlaagd: Annotated[int, Field(ge=0)] = 0

    @property
    def rest(self) -> int:
        """What is left of this month."""
        return max(self.norm - self.al_verlaagd, 0)


class Afwijking(_Feit):
    """A person's own percentage or duration, upward or downward; lawful only with reasons."""

    procent: Procent | None = None
    maanden: Maanden | None = None
    gemotiveerd: bool


class Spreiding(_Feit):
    """The besluiter's choice to take the amount of one month over several; ``maanden`` 1: not spread."""

    maanden: Driemaands
    gemotiveerd: bool


class Advies(_Feit):
    """The proposal of the consulent who establishes the gedraging; ``adviseur`` is a medewerker's id."""

    voorstel: Voorstel
    adviseur: str
    datum: date
    gemotiveerd: bool


class NieuweAfspraak(_Feit):
    """The appointment in place of the missed one: the day, the hour as the klant reads it, and the place."""

    op: date
    tijd: Annotated[str, Field(pattern=r"^\d{1,2}\.\d{2}$")]
    plaats: str


class ZaakFeiten(_Feit):
    """All facts of one maatregelzaak; earlier maatregelen, samenloop and ontheffingen: None = not looked into yet.

    ``keuze`` is what the besluiter wants when that differs from the advice; ``no_shows`` are days of staying away;
    ``lik_op_stuk_in_keten``: the fixed amount was taken for them before; ``normen`` are those of the possible months;
    ``taaleisverlagingen`` standing besluiten of 18b on these lessons; ``betaald_tot_en_met``: a day in a paid month.
    """

    soort: Zaaksoort = Zaaksoort.VERLAGING
    regime: Regime
    gedraging: str
    gedraging_datum: date
    kenmerken: frozenset[str] = frozenset()
    melding_datum: date
    leeftijd_op_gedraging: Annotated[int, Field(ge=0)]
    bereikt_aow: bool
    klantgroep: Klantgroep | None
    zorg_handhaving: bool = False
    leefvorm: str
    ontheffingen: tuple[OntheffingFeit, ...] | None = None
    plan: PlanFeiten = PlanFeiten()
    alleen_vrijwillige_activering: bool = False
    no_shows: tuple[date, ...] = ()
    lik_op_stuk_in_keten: bool = False
    sms_herinnering: bool | None = None
    verzendingen: tuple[Verzending, ...] = ()
    hoor: HoorFeiten = HoorFeiten()
    bewijsstukken: frozenset[str] = frozenset()
    bewijs: tuple[Bewijsstuk, ...] = ()
    verwijtbaarheid: Verwijtbaarheid | None = None
    verwijtbaarheid_gemotiveerd: bool = False
    uitleg_aan_klant: str | None = None
    omstandigheden_onderzocht: bool | None = None
    oorzaak: Oorzaak | None = None
    dringende_redenen: bool | None = None
    eerdere_maatregelen: tuple[EerdereMaatregel, ...] | None = None
    samenloop: tuple[Samenloop, ...] | None = None
    taaleisverlagingen: tuple[str, ...] | None = None
    afwijking: Afwijking | None = None
    spreiding: Spreiding | None = None
    weigering: Weigering | None = None
    betaald_tot_en_met: date | None = None
    nieuwe_afspraak: NieuweAfspraak | None = None
    normen: tuple[NormMaand, ...] = ()
    advies: Advies | None = None
    keuze: Voorstel | None = None
    keuze_gemotiveerd: bool = False
    besluiter: str | None = None
