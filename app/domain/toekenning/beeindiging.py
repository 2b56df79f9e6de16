"""Beëindiging: the besluit that a voorziening stops, always the same for the same facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Final

from pydantic import BaseModel, ConfigDict

from app.domain.beleid.model import Herkomst
from app.domain.kern.bouw import maak_toets
from app.domain.kern.datum import datum_voluit
from app.domain.kern.grondslag import Grondslag, bezwaarclausule
from app.domain.kern.toets import Toets, alle_voldaan, niet_voldaan
from app.domain.toekenning.beleid import ToekenningBeleid
from app.domain.toekenning.einde import Grondfeiten, toetsen_grond
from app.domain.toekenning.overgang import Overgangsfeiten, overgangseinde, toets_overgangsbescherming
from app.domain.toekenning.stand import Verordeningsregime

WAARDEN: Final = ("gronden",)
_BIJ_OVERGANG: Final = ("regime_2021_vanaf", "overgang_maanden")
_ARTIKEL_3 = Grondslag(regeling="Re-integratieverordening Participatiewet 2021", artikel="3", lid="2")


class Eindedictum(StrEnum):
    """What is decided; ``voorleggen`` is never taken: something is missing or stands in the way."""

    BEEINDIGEN = "beeindigen"
    VOORLEGGEN = "voorleggen"


class Eindefeiten(BaseModel):
    """A voorziening that is ended; ``einde`` is its granted last day, None when it is open.

    ``alleen_nieuw_regime`` tells that the only reason is that the verordening of 2021 has it no more.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    naam: str
    regime: Verordeningsregime
    begin: date
    einde: date | None
    grond: Grondfeiten
    voorwaarden_2017: bool | None = None
    alleen_nieuw_regime: bool = False
    besluiter: str | None = None


class Eindebeslissing(BaseModel):
    """The outcome with its conditions; ``laatste_dag`` is the last day of the voorziening."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    dictum: Eindedictum
    peildatum: date
    laatste_dag: date
    toetsen: tuple[Toets, ...]
    grondslagen: tuple[Grondslag, ...]
    motivering: tuple[str, ...]
    voorbeeldwaarden: tuple[str, ...]


def beslis_einde(feiten: Eindefeiten, beleid: ToekenningBeleid, peildatum: date) -> Eindebeslissing:
    """Decide that a voorziening stops when every condition is met; nothing ends by itself (DEV-VRZ-907)."""
    toetsen = (_binnen_looptijd(feiten), *toetsen_grond(feiten.grond, beleid), *_overgang(feiten, beleid))
    dictum = Eindedictum.BEEINDIGEN if alle_voldaan(toetsen) else Eindedictum.VOORLEGGEN
    gebruikt = waarden_einde(feiten, beleid, None)
    return Eindebeslissing(
        dictum=dictum,
        peildatum=peildatum,
        laatste_dag=feiten.grond.laatste_dag,
        toetsen=toetsen,
        grondslagen=tuple(dict.fromkeys(toets.grondslag for toets in toetsen)),
        motivering=tuple(_motiveer(dictum, feiten, beleid)),
        voorbeeldwaarden=tuple(n for n in gebruikt if getattr(beleid, n).herkomst is not Herkomst.VASTGESTELD),
    )


def belemmeringen_einde(_feiten: Eindefeiten, beslissing: Eindebeslissing) -> tuple[Toets, ...]:
    """Return what keeps the besluit from being taken."""
    return niet_voldaan(beslissing.toetsen)


def waarden_einde(feiten: Eindefeiten, _beleid: ToekenningBeleid, _beslissing: object) -> tuple[str, ...]:
    """Return the names of the policy values on which the besluit rests."""
    oud = feiten.regime is Verordeningsregime.VERORDENING_2017
    return (*WAARDEN, *(_BIJ_OVERGANG if oud else ()))


def _binnen_looptijd(feiten: Eindefeiten) -> Toets:
    dag = feiten.grond.laatste_dag
    tot_en_met = "" if feiten.einde is None else f" en niet na {datum_voluit(feiten.einde)}"
    return maak_toets(
        "einde_binnen_looptijd",
        feiten.begin <= dag and (feiten.einde is None or dag <= feiten.einde),
        _ARTIKEL_3,
        {"begin": feiten.begin, "einde": feiten.einde, "laatste_dag": dag},
        "De laatste dag ligt binnen de looptijd.",
        f"Geef een laatste dag niet voor {datum_voluit(feiten.begin)}{tot_en_met}.",
    )


def _overgang(feiten: Eindefeiten, beleid: ToekenningBeleid) -> tuple[Toets, ...]:
    if feiten.regime is not Verordeningsregime.VERORDENING_2017 or feiten.einde is None:
        return ()
    kept = Overgangsfeiten(code=feiten.code, begin=feiten.begin, einde=overgangseinde(feiten.einde, beleid))
    toets = toets_overgangsbescherming(
        kept,
        feiten.grond.laatste_dag,
        voorwaarden_vervuld=feiten.voorwaarden_2017,
        alleen_nieuw_regime=feiten.alleen_nieuw_regime,
    )
    return (toets,)


def _motiveer(dictum: Eindedictum, feiten: Eindefeiten, beleid: ToekenningBeleid) -> Iterator[str]:
    """Write the reasons of the letter; none as long as nothing is decided."""
    grond = beleid.grond(feiten.grond.grond)
    if dictum is Eindedictum.VOORLEGGEN or grond is None:
        return
    yield f"Wij stoppen deze voorziening: {feiten.naam}. De laatste dag is {datum_voluit(feiten.grond.laatste_dag)}."
    yield f"{grond.zin} ({grond.grondslag})."
    if grond.oordeel:
        yield f"Ons oordeel: {feiten.grond.oordeel}"
    yield f"Onze uitleg: {feiten.grond.motivering}"
    if feiten.regime is Verordeningsregime.VERORDENING_2017:
        yield "De voorziening viel onder de verordening van 2017."
    termijn = beleid.bezwaartermijn_weken
    yield bezwaarclausule(termijn.waarde, termijn.grondslag)
