"""Facts of a besluit about the taaleis: all that a decision, and its replay, rests on."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from app.domain.kern.klantgroep import Klantgroep
from app.domain.taaleis.fasen import Ronde
from app.domain.taaleis.status import Taalstatus

Cent = Annotated[int, Field(ge=0)]


class Taalzaaksoort(StrEnum):
    """What is decided on."""

    KENNISGEVING = "kennisgeving"
    VERLAGING = "verlaging"
    STOPPEN = "stoppen"
    ONTHEFFING = "ontheffing"
    BEEINDIGING = "beeindiging"


class Taalverwijt(StrEnum):
    """Whether somebody can be blamed; without any blame there is no verlaging (DEV-TAA-522)."""

    AANWEZIG = "aanwezig"
    ONTBREEKT = "ontbreekt"


class Ontheffingsgrond(StrEnum):
    """Why somebody cannot meet the taaleis; the list is not closed (DEV-TAA-508)."""

    DYSLEXIE = "dyslexie"
    ANALFABETISME = "analfabetisme"
    LEERPROBLEMEN = "leerproblemen"
    COGNITIEVE_PROBLEMEN = "cognitieve_problemen"
    GEZONDHEID = "gezondheid_of_medisch"
    AUDIO_VISUEEL = "audio_en_visuele_beperkingen"
    ANDERS = "anders"


class _Feit(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Toetsafname(_Feit):
    """A taaltest: whether 1F is met on all five skills, and whether there was enough progress (None: unknown)."""

    datum: date
    uitslag_op: date
    haalt_niveau: bool | None
    voortgang_voldoende: bool | None = None


class Taalnorm(_Feit):
    """The norm of one month (eurocents); ``al_verlaagd`` is what other besluiten already take from it."""

    maand: date
    norm: Cent
    versie: str
    al_verlaagd: Cent = 0


class Afgenomen(_Feit):
    """What a running verlaging takes from one month, in eurocents."""

    maand: date
    bedrag: Cent


class Lopend(_Feit):
    """The verlaging that runs: its besluit, and its months."""

    besluit_id: str
    van: date
    bedragen: tuple[Afgenomen, ...]


class Weging(_Feit):
    """What a person found; None: not looked into yet. A judgement without its reason does not count."""

    verwijt: Taalverwijt | None = None
    verwijt_gemotiveerd: bool = False
    dringende_redenen: bool | None = None
    dringende_redenen_gemotiveerd: bool = False
    gehoord_op: date | None = None
    reden_niet_horen: str | None = None
    grond: Ontheffingsgrond | None = None
    grond_omschreven: bool = False
    bewijs: bool = False


class TaaleisFeiten(_Feit):
    """Everything about one zaak on the day of the decision.

    ``kennisgeving_op`` is the dispatch of the formal inspanningsverplichting, ``kennis_gegeven_op`` when the klant was
    told at all; ``geweigerd_op`` is the day of the last declaration when that was a refusal; ``al_verlaagd`` tells that
    another verlaging stands on the first month; ``niet_besproken`` are the subjects of the kennismakingsgesprek without
    an answer.
    """

    zaak: Taalzaaksoort
    bijstand: bool
    klantgroep: Klantgroep | None = None
    status: Taalstatus
    vastgesteld_op: date | None = None
    telt_vanaf: date | None = None
    kennisgeving_op: date | None = None
    kennis_gegeven_op: date | None = None
    bereid_sinds: date | None = None
    voldoet_sinds: date | None = None
    ontheven_op: date | None = None
    geweigerd_op: date | None = None
    gestopt_op: date | None = None
    stop_al_verlaagd: bool = False
    al_verlaagd: bool = False
    tests: tuple[Toetsafname, ...] = ()
    niet_besproken: tuple[str, ...] = ()
    preventie: tuple[str, ...] = ()
    zelfde_gedrag: tuple[str, ...] = ()
    normen: tuple[Taalnorm, ...] = ()
    lopend: Lopend | None = None
    weging: Weging = Weging()
    besluiter: str | None = None

    @property
    def ronde(self) -> Ronde | None:
        """The count of phases; None without a vaststelling and a formal kennisgeving."""
        if self.telt_vanaf is None or self.kennisgeving_op is None:
            return None
        return Ronde(vaststelling=self.telt_vanaf, kennisgeving=self.kennisgeving_op, bereid_op=self.bereid_sinds)

    def norm(self, maand: date) -> Taalnorm | None:
        """Return the norm of a month."""
        return next((norm for norm in self.normen if norm.maand == maand), None)
