"""Overgangsbesluit: a voorziening of 2017 goes on after the transition, or is extended by its own verordening."""

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
from app.domain.toekenning.overgang import (
    Overgangsfeiten,
    overgangseinde,
    toets_regime,
    toets_verlenging_2017,
    toetsen_voortzetting,
)
from app.domain.toekenning.stand import Verordeningsregime

_WAARDEN: Final = ("regime_2021_vanaf", "overgang_maanden")


class Overgangsdictum(StrEnum):
    """What is decided; ``voorleggen`` is never taken: something is missing or stands in the way."""

    VOORTZETTEN = "voortzetten"
    VERLENGEN = "verlengen"
    VOORLEGGEN = "voorleggen"


class Overgangsbesluitfeiten(BaseModel):
    """A voorziening of 2017 with what is asked for; ``nieuw_einde`` is the last day it would get."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    gevraagd: Overgangsdictum
    naam: str
    regime: Verordeningsregime
    inzet: Overgangsfeiten
    nieuw_einde: date
    contract_betalingsplicht: bool | None = None
    voorwaarden_2017: bool | None = None
    motivering: str | None = None
    besluiter: str | None = None


class Overgangsbeslissing(BaseModel):
    """The outcome with its conditions; ``einde`` is the last day that was decided."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    dictum: Overgangsdictum
    peildatum: date
    einde: date
    toetsen: tuple[Toets, ...]
    grondslagen: tuple[Grondslag, ...]
    motivering: tuple[str, ...]
    voorbeeldwaarden: tuple[str, ...]


def beslis_overgang(feiten: Overgangsbesluitfeiten, beleid: ToekenningBeleid, peildatum: date) -> Overgangsbeslissing:
    """Decide as asked when every condition is met; the verordening of 2017 keeps governing it (DEV-OVR-907)."""
    toetsen = tuple(_toetsen(feiten, beleid))
    dictum = feiten.gevraagd if alle_voldaan(toetsen) else Overgangsdictum.VOORLEGGEN
    return Overgangsbeslissing(
        dictum=dictum,
        peildatum=peildatum,
        einde=feiten.nieuw_einde,
        toetsen=toetsen,
        grondslagen=tuple(dict.fromkeys(toets.grondslag for toets in toetsen)),
        motivering=tuple(_motiveer(dictum, feiten, beleid)),
        voorbeeldwaarden=tuple(n for n in _WAARDEN if getattr(beleid, n).herkomst is not Herkomst.VASTGESTELD),
    )


def belemmeringen_overgang(_feiten: Overgangsbesluitfeiten, beslissing: Overgangsbeslissing) -> tuple[Toets, ...]:
    """Return what keeps the besluit from being taken."""
    return niet_voldaan(beslissing.toetsen)


def waarden_overgang(feiten: Overgangsbesluitfeiten, _beleid: ToekenningBeleid, _uitkomst: object) -> tuple[str, ...]:
    """Return the names of the policy values on which the besluit rests."""
    return (*_WAARDEN, *(("regels_2017",) if feiten.gevraagd is Overgangsdictum.VERLENGEN else ()))


def _toetsen(feiten: Overgangsbesluitfeiten, beleid: ToekenningBeleid) -> Iterator[Toets]:
    yield toets_regime(feiten.inzet.begin, Verordeningsregime.VERORDENING_2017, beleid)
    yield _voorwaarden(feiten)
    if feiten.gevraagd is Overgangsdictum.VERLENGEN:
        yield toets_verlenging_2017(feiten.inzet, feiten.nieuw_einde, beleid)
        yield _binnen_overgang(feiten, beleid)
        return
    yield from toetsen_voortzetting(
        feiten.inzet,
        contract_betalingsplicht=feiten.contract_betalingsplicht,
        motivering=feiten.motivering,
        beleid=beleid,
    )
    yield _later(feiten, beleid)


def _voorwaarden(feiten: Overgangsbesluitfeiten) -> Toets:
    """Test that the conditions of 2017 are met: without them the voorziening ends (DEV-OVR-906)."""
    return maak_toets(
        "voorwaarden_2017_vervuld",
        feiten.voorwaarden_2017 is not False,
        Grondslag(regeling="Re-integratieverordening Participatiewet 2021", artikel="15", lid="2"),
        {"voorwaarden_2017": feiten.voorwaarden_2017, "regel": "DEV-OVR-906"},
        "Van de voorwaarden van 2017 is niet gebleken dat zij niet meer zijn vervuld.",
        "De voorwaarden van 2017 zijn niet meer vervuld: beëindig de voorziening.",
    )


def _binnen_overgang(feiten: Overgangsbesluitfeiten, beleid: ToekenningBeleid) -> Toets:
    """Test that an extension does not last longer than the transition (DEV-OVR-908 with DEV-OVR-905)."""
    uiterlijk = overgangseinde(feiten.nieuw_einde, beleid)
    return maak_toets(
        "verlenging_binnen_overgang",
        feiten.nieuw_einde <= uiterlijk,
        beleid.overgang_maanden.grondslag,
        {"nieuw_einde": feiten.nieuw_einde, "overgang_tot_en_met": uiterlijk, "regel": "DEV-OVR-908"},
        "De verlenging blijft binnen de overgang.",
        f"Een verlenging van een voorziening van 2017 kan tot en met {datum_voluit(uiterlijk)}.",
    )


def _later(feiten: Overgangsbesluitfeiten, beleid: ToekenningBeleid) -> Toets:
    grens = overgangseinde(feiten.inzet.einde, beleid)
    return maak_toets(
        "voortzetting_na_overgang",
        feiten.nieuw_einde > grens,
        beleid.overgang_maanden.grondslag,
        {"nieuw_einde": feiten.nieuw_einde, "overgang_tot_en_met": grens},
        "De voortzetting begint na de overgang.",
        f"De overgang duurt al tot en met {datum_voluit(grens)}; geef een latere laatste dag.",
    )


def _motiveer(dictum: Overgangsdictum, feiten: Overgangsbesluitfeiten, beleid: ToekenningBeleid) -> Iterator[str]:
    """Write the reasons of the letter; none as long as nothing is decided."""
    if dictum is Overgangsdictum.VOORLEGGEN:
        return
    voort = dictum is Overgangsdictum.VOORTZETTEN
    wat = "Wij zetten deze voorziening voort" if voort else "Wij verlengen deze voorziening"
    yield f"{wat}: {feiten.naam}. De laatste dag is {datum_voluit(feiten.nieuw_einde)}."
    if feiten.contract_betalingsplicht:
        yield "Wij hebben een overeenkomst waardoor wij hier toch voor betalen. Dat woog mee."
    if feiten.motivering:
        yield f"Onze uitleg: {feiten.motivering}"
    yield "De voorziening blijft vallen onder de verordening van 2017."
    termijn = beleid.bezwaartermijn_weken
    yield bezwaarclausule(termijn.waarde, termijn.grondslag)
