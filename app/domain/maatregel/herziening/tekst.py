"""The letter of a herziening in plain Dutch (B1), written from its facts and conditions, and each amount explained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from app.domain.kern.datum import datum_voluit
from app.domain.kern.geld import euro
from app.domain.kern.grondslag import bezwaarclausule
from app.domain.kern.toets import Toets, niet_voldaan
from app.domain.maatregel.herziening.beleid import HerzieningBeleid
from app.domain.maatregel.herziening.feiten import HerzieningFeiten, Herzieningsgrond, Herzieningskeuze, Maandregel
from app.domain.maatregel.herziening.inkeer import vrije_dagen

_WAAROM: Final[dict[Herzieningsgrond, str]] = {
    Herzieningsgrond.FOUT: "Er zat een fout in ons besluit",
    Herzieningsgrond.NIEUWE_FEITEN: "Wij kregen nieuwe informatie",
    Herzieningsgrond.HANGENDE_BEZWAAR: "U maakte bezwaar. Daarom keken wij nog een keer naar ons besluit",
    Herzieningsgrond.HERBEOORDELING: "Wij moeten na een tijd opnieuw kijken of een verlaging nog past",
    Herzieningsgrond.INKEER: "U vroeg ons om opnieuw te kijken, omdat u zich nu aan de afspraken houdt",
    Herzieningsgrond.RECIDIVE_VERVALLEN: "Een eerder besluit, dat bij uw verlaging meetelde, geldt niet meer",
}
_ALSNOG: Final = "Wij betalen u alsnog wat wij door dat besluit niet betaalden."
_UITKOMST: Final[dict[Herzieningskeuze, str]] = {
    Herzieningskeuze.INTREKKEN: "Wij trekken ons besluit in. Het geldt niet meer.",
    Herzieningskeuze.WIJZIGEN: "Wij veranderen ons besluit.",
    Herzieningskeuze.AFWIJZEN: "Wij veranderen ons besluit niet.",
}


def motiveer_herziening(
    feiten: HerzieningFeiten,
    beleid: HerzieningBeleid,
    toetsen: Sequence[Toets],
    regels: Sequence[tuple[date, int, int]],
) -> tuple[str, ...]:
    """Return the sentences of the motivation, in the order of a letter; ``regels`` are month, old and new amount."""
    grond = toetsen[0].grondslag
    eerste = f"Dit gaat over ons besluit van {datum_voluit(feiten.besluit_op)}."
    waarom = f"{_WAAROM[feiten.grond]} ({grond})."
    termijn = beleid.bezwaartermijn_weken
    slot = bezwaarclausule(termijn.waarde, termijn.grondslag)
    alsnog = (_ALSNOG,) if feiten.keuze is Herzieningskeuze.INTREKKEN and not feiten.oud else ()
    return eerste, waarom, *_reden(feiten, toetsen), _uitkomst(feiten), *alsnog, *_bedragen(regels), slot


def _uitkomst(feiten: HerzieningFeiten) -> str:
    if feiten.keuze is Herzieningskeuze.BEEINDIGEN and feiten.per is not None:
        return f"De verlaging stopt. De eerste dag zonder verlaging is {datum_voluit(feiten.per)}."
    return _UITKOMST.get(feiten.keuze, "De verlaging stopt.")


def _reden(feiten: HerzieningFeiten, toetsen: Sequence[Toets]) -> Iterator[str]:
    if feiten.grond is not Herzieningsgrond.INKEER:
        return
    mis = {toets.voorwaarde for toets in niet_voldaan(toetsen)}
    if "inkeer_mogelijk" in mis:
        yield "Bij uw verlaging bestaat deze mogelijkheid niet."
    elif "verplichtingen_nagekomen" in mis:
        yield "Wij zien nog niet duidelijk genoeg dat u zich aan de afspraken houdt."
    else:
        yield "Wij zien duidelijk dat u zich nu aan de afspraken houdt."


def _bedragen(regels: Sequence[tuple[date, int, int]]) -> Iterator[str]:
    for maand, oud, nieuw in regels:
        if oud != nieuw:
            naam = datum_voluit(maand).split(" ", 1)[1]
            yield f"In {naam} is de verlaging {euro(nieuw)} in plaats van {euro(oud)}."
    terug = sum(oud - nieuw for _, oud, nieuw in regels)
    if terug:
        yield f"Dat scheelt samen {euro(terug)}. Wat wij al inhielden, betalen wij u terug."


def reken_uit(feiten: HerzieningFeiten, oud: Maandregel, nieuw: Maandregel | None) -> str:
    """Write how the amount of a month came about: ``11 van 30 dagen vrij: € 420,45 min € 154,17 = € 266,28``."""
    bedrag = nieuw.bedrag if nieuw else 0
    if bedrag == oud.bedrag:
        return f"blijft {euro(bedrag)}"
    if feiten.keuze is Herzieningskeuze.BEEINDIGEN and feiten.per is not None:
        vrij, dagen = vrije_dagen(oud.maand, feiten.per)
        return f"{vrij} van {dagen} dagen vrij: {euro(oud.bedrag)} min {euro(oud.bedrag - bedrag)} = {euro(bedrag)}"
    if nieuw is not None and nieuw.procent is not None and oud.procent is not None and oud.gespreid:
        hoogte = f"{nieuw.procent.normalize():f} % in plaats van {oud.procent.normalize():f} %"
        return f"{hoogte}: {euro(bedrag)} in plaats van {euro(oud.bedrag)}"
    if nieuw is not None and nieuw.procent is not None:
        return f"{nieuw.procent.normalize():f} % van {euro(oud.norm)} = {euro(bedrag)}"
    return f"was {euro(oud.bedrag)}, wordt {euro(bedrag)}"
