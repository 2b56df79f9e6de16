"""Facts of an ontheffing and of a nadere verplichting, as a besluit says them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from app.domain.kern.grondslag import Grondslag, pw
from app.domain.kern.periode import Periode


class Ontheffingsoort(StrEnum):
    """On which ground a klant is let off duties (Participatiewet 9, lid 2; 9, lid 5; 9a)."""

    TIJDELIJK = "tijdelijk"
    DUURZAAM = "duurzaam_volledig_arbeidsongeschikt"
    ALLEENSTAANDE_OUDER = "alleenstaande_ouder"


class Onthevenplicht(StrEnum):
    """The duties of article 9, lid 1, a to c, from which an ontheffing may be given."""

    ARBEID = "arbeidsplicht"
    REINTEGRATIE = "re_integratieplicht"
    TEGENPRESTATIE = "tegenprestatie"


class Nadereplicht(StrEnum):
    """What an extra duty serves (Participatiewet 55)."""

    ARBEIDSINSCHAKELING = "arbeidsinschakeling"
    AARD_EN_DOEL = "aard_en_doel_bijstand"
    VERMINDERING_OF_BEEINDIGING = "vermindering_of_beeindiging_bijstand"
    MEDISCHE_BEHANDELING = "medische_behandeling"


class Stand(StrEnum):
    """Where a dated duty or ontheffing stands on a day."""

    KOMEND = "komend"
    LOPEND = "lopend"
    AFGELOPEN = "afgelopen"
    INGETROKKEN = "ingetrokken"


_PLICHTEN = {
    Ontheffingsoort.DUURZAAM: frozenset(Onthevenplicht),
    Ontheffingsoort.ALLEENSTAANDE_OUDER: frozenset({Onthevenplicht.ARBEID, Onthevenplicht.TEGENPRESTATIE}),
}
KEUZE_TIJDELIJK = frozenset({Onthevenplicht.ARBEID, Onthevenplicht.TEGENPRESTATIE})
"""Article 9, lid 2, allows an ontheffing of the duties under a and c only."""


def plichten_van(soort: Ontheffingsoort, gekozen: frozenset[Onthevenplicht]) -> frozenset[Onthevenplicht]:
    """Return what the klant is let off: the law says it, but for a temporary ontheffing (9, lid 2, 5 and 7)."""
    return _PLICHTEN.get(soort, gekozen)


def stand_op(dag: date, van: date, tot: date | None, *, ingetrokken: bool) -> Stand:
    """Return where the half-open period ``[van, tot)`` stands; what was withdrawn never counted."""
    if ingetrokken:
        return Stand.INGETROKKEN
    if dag < van:
        return Stand.KOMEND
    return Stand.LOPEND if tot is None or dag < tot else Stand.AFGELOPEN


class _Feit(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class StaandeOntheffing(_Feit):
    """Another ontheffing of the klant that was not withdrawn."""

    soort: Ontheffingsoort
    plichten: frozenset[Onthevenplicht]
    periode: Periode


class OntheffingFeiten(_Feit):
    """An ontheffing of ``besluit_datum`` that runs in ``periode``; ``kind_geboren_op`` is the youngest child's."""

    soort: Ontheffingsoort
    regime: str
    gekozen: frozenset[Onthevenplicht] = frozenset()
    periode: Periode
    besluit_datum: date
    alleenstaande_ouder: bool
    kind_geboren_op: date | None = None
    andere: tuple[StaandeOntheffing, ...] = ()

    @property
    def plichten(self) -> frozenset[Onthevenplicht]:
        """What the klant is let off."""
        return plichten_van(self.soort, self.gekozen)


class NadereFeiten(_Feit):
    """A duty of ``besluit_datum`` that holds in ``periode``; ``advies_arts_op`` is the day of a doctor's advice."""

    soort: Nadereplicht
    regime: str
    periode: Periode
    besluit_datum: date
    advies_arts_op: date | None = None


def grondslag_van(soort: Ontheffingsoort, regime: str) -> Grondslag:
    """Cite the article of the regime."""
    if regime != "PW":
        return Grondslag(regeling=regime, artikel="38" if soort is Ontheffingsoort.ALLEENSTAANDE_OUDER else "37a")
    return {
        Ontheffingsoort.TIJDELIJK: pw("9", "2"),
        Ontheffingsoort.DUURZAAM: pw("9", "5"),
        Ontheffingsoort.ALLEENSTAANDE_OUDER: pw("9a", "1"),
    }[soort]
