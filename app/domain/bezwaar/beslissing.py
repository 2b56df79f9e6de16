"""Beslissing op bezwaar: the same outcome and the same letter for the same facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from pydantic import BaseModel, ConfigDict

from app.domain.bezwaar import toetsen
from app.domain.bezwaar.beleid import BezwaarBeleid
from app.domain.bezwaar.feiten import Bezwaardictum, BezwaarFeiten, Bezwaaruitkomst, Inhouding, RedenNietHoren
from app.domain.kern.datum import datum_voluit
from app.domain.kern.geld import euro, naar_verhouding, procent_van
from app.domain.kern.grondslag import Grondslag, beroepsclausule
from app.domain.kern.toets import Toets, alle_voldaan, niet_voldaan

_DICTUM: Final = {
    Bezwaaruitkomst.NIET_ONTVANKELIJK: Bezwaardictum.NIET_ONTVANKELIJK,
    Bezwaaruitkomst.ONGEGROND: Bezwaardictum.ONGEGROND,
    Bezwaaruitkomst.HERROEPEN: Bezwaardictum.HERROEPEN,
    Bezwaaruitkomst.WIJZIGEN: Bezwaardictum.GEWIJZIGD,
}
_TOELAATBAAR: Final = frozenset({"bezwaar_op_tijd", "gronden_gegeven", "besluit_staat_nog"})
VERANDERT: Final = frozenset({Bezwaardictum.HERROEPEN, Bezwaardictum.GEWIJZIGD})


class _Bevroren(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Bezwaarregel(_Bevroren):
    """One month after the decision: ``bedrag`` is what is taken now, ``oud`` what it was, in eurocents."""

    maand: date
    norm: int
    norm_versie: str
    procent: Decimal | None
    bedrag: int
    oud: int
    uitleg: str


class Bezwaarbeslissing(_Bevroren):
    """The outcome; ``terug`` is what the klant gets back over all months, in eurocents."""

    dictum: Bezwaardictum
    peildatum: date
    besluit: str
    bedragen: tuple[Bezwaarregel, ...]
    terug: int
    toetsen: tuple[Toets, ...]
    grondslagen: tuple[Grondslag, ...]
    motivering: tuple[str, ...]
    voorbeeldwaarden: tuple[str, ...]


def beslis_bezwaar(feiten: BezwaarFeiten, beleid: BezwaarBeleid, peildatum: date) -> Bezwaarbeslissing:
    """Decide on the facts; what is missing or to the klant's harm gives ``voorleggen``."""
    regels = _regels(feiten)
    getoetst = toetsen_bezwaar(feiten, beleid, peildatum, regels)
    goed = alle_voldaan(_dragend(feiten, getoetst))
    dictum = _DICTUM[feiten.uitkomst] if goed else Bezwaardictum.VOORLEGGEN
    uit = regels if dictum in VERANDERT else ()
    return Bezwaarbeslissing(
        dictum=dictum,
        peildatum=peildatum,
        besluit=feiten.besluit,
        bedragen=uit,
        terug=sum(regel.oud - regel.bedrag for regel in uit),
        toetsen=getoetst,
        grondslagen=tuple(dict.fromkeys(toets.grondslag for toets in getoetst)),
        motivering=tuple(_motiveer(feiten, beleid, getoetst, uit)),
        voorbeeldwaarden=(),
    )


def toetsen_bezwaar(
    feiten: BezwaarFeiten, beleid: BezwaarBeleid, peildatum: date, regels: tuple[Bezwaarregel, ...]
) -> tuple[Toets, ...]:
    """Return the conditions, in the order in which a bezwaar is handled."""
    toelaatbaar = (
        toetsen.toets_op_tijd(feiten, beleid),
        toetsen.toets_gronden(feiten, peildatum),
        toetsen.toets_belang(feiten),
    )
    alle = (
        *toelaatbaar,
        toetsen.toets_uitkomst(feiten, toelaatbaar),
        toetsen.toets_gehoord(feiten),
        toetsen.toets_ander(feiten),
        toetsen.toets_gemotiveerd(feiten),
    )
    if feiten.uitkomst is not Bezwaaruitkomst.WIJZIGEN:
        return alle
    anders = any(regel.bedrag != regel.oud for regel in regels)
    return (*alle, toetsen.toets_niet_zwaarder(feiten), toetsen.toets_verschil(feiten, anders))


def _dragend(feiten: BezwaarFeiten, getoetst: tuple[Toets, ...]) -> tuple[Toets, ...]:
    """Leave out what turning a bezwaar away does not need: there these conditions are what is not met."""
    if feiten.uitkomst is Bezwaaruitkomst.NIET_ONTVANKELIJK:
        return tuple(toets for toets in getoetst if toets.voorwaarde not in _TOELAATBAAR)
    return getoetst


def in_de_weg(feiten: BezwaarFeiten, beslissing: Bezwaarbeslissing) -> tuple[Toets, ...]:
    """Return the conditions that keep this decision from being taken."""
    return niet_voldaan(_dragend(feiten, beslissing.toetsen))


def _regels(feiten: BezwaarFeiten) -> tuple[Bezwaarregel, ...]:
    return tuple(_regel(feiten, nummer, oud) for nummer, oud in enumerate(feiten.oud))


def _regel(feiten: BezwaarFeiten, nummer: int, oud: Inhouding) -> Bezwaarregel:
    weg = feiten.uitkomst is Bezwaaruitkomst.HERROEPEN or (feiten.maanden is not None and nummer >= feiten.maanden)
    bedrag, procent, uitleg = 0, oud.procent, f"was {euro(oud.bedrag)}, wordt {euro(0)}"
    if not weg and feiten.procent is not None and oud.gespreid and oud.procent is not None:
        procent, bedrag = feiten.procent, naar_verhouding(oud.bedrag, feiten.procent, oud.procent)
        uitleg = f"{procent.normalize():f} % in plaats van {oud.procent.normalize():f} %: {euro(bedrag)}"
    elif not weg and feiten.procent is not None:
        procent = feiten.procent
        bedrag = min(procent_van(oud.norm, procent), oud.bedrag)
        uitleg = f"{procent.normalize():f} % van {euro(oud.norm)} = {euro(bedrag)}"
    elif not weg:
        bedrag, uitleg = oud.bedrag, f"blijft {euro(oud.bedrag)}"
    return Bezwaarregel(
        maand=oud.maand,
        norm=oud.norm,
        norm_versie=oud.norm_versie,
        procent=None if weg else procent,
        bedrag=bedrag,
        oud=oud.bedrag,
        uitleg=uitleg,
    )


_UITKOMST: Final[dict[Bezwaaruitkomst, str]] = {
    Bezwaaruitkomst.NIET_ONTVANKELIJK: "Wij kunnen uw bezwaar niet behandelen. Ons besluit blijft zoals het is.",
    Bezwaaruitkomst.ONGEGROND: "Wij geven u geen gelijk. Ons besluit blijft zoals het is.",
    Bezwaaruitkomst.HERROEPEN: "Wij geven u gelijk. Ons besluit geldt niet meer.",
    Bezwaaruitkomst.WIJZIGEN: "Wij geven u voor een deel gelijk. Wij veranderen ons besluit.",
}
_NIET_GEHOORD: Final[dict[RedenNietHoren, str]] = {
    RedenNietHoren.KENNELIJK_NIET_ONTVANKELIJK: "het duidelijk is dat wij uw bezwaar niet kunnen behandelen",
    RedenNietHoren.KENNELIJK_ONGEGROND: "het duidelijk is dat wij u geen gelijk kunnen geven",
    RedenNietHoren.WIL_NIET_GEHOORD_WORDEN: "u liet weten dat dat niet nodig was",
    RedenNietHoren.REAGEERT_NIET: "u niet op tijd reageerde op onze vraag of u dat wilde",
    RedenNietHoren.VOLLEDIG_TEGEMOETGEKOMEN: "wij u helemaal gelijk geven",
}
_STOPT_BETALING: Final = frozenset({"opschorting", "intrekking_uitkering"})
_WAAROM_NIET: Final = {
    "bezwaar_op_tijd": "Uw bezwaar kwam te laat en daar was geen goede reden voor",
    "gronden_gegeven": "In uw bezwaar stond niet waarom u het niet eens bent met ons besluit, ook niet na onze vraag",
    "besluit_staat_nog": "Wij hebben het besluit al ingetrokken",
}


def _motiveer(
    feiten: BezwaarFeiten, beleid: BezwaarBeleid, getoetst: tuple[Toets, ...], regels: tuple[Bezwaarregel, ...]
) -> Iterator[str]:
    besluit, ontvangen = datum_voluit(feiten.besluit_op), datum_voluit(feiten.ontvangen_op)
    yield f"U maakte bezwaar tegen ons besluit van {besluit}. Wij kregen uw bezwaar op {ontvangen}."
    horen = next(toets for toets in getoetst if toets.voorwaarde == "gehoord_in_bezwaar")
    if feiten.gehoord and feiten.gehoord_op is not None:
        yield f"Op {datum_voluit(feiten.gehoord_op)} kon u uw verhaal doen ({horen.grondslag})."
    elif feiten.reden_niet_horen is not None:
        yield f"Wij hebben u niet gehoord, omdat {_NIET_GEHOORD[feiten.reden_niet_horen]} ({horen.grondslag})."
    if feiten.uitkomst is Bezwaaruitkomst.NIET_ONTVANKELIJK:
        mis = (toets for toets in niet_voldaan(getoetst) if toets.voorwaarde in _WAAROM_NIET)
        yield from (f"{_WAAROM_NIET[toets.voorwaarde]} ({toets.grondslag})." for toets in mis)
    if feiten.motivering:
        yield f"Onze afweging: {feiten.motivering}"
    yield _UITKOMST[feiten.uitkomst]
    if feiten.uitkomst is Bezwaaruitkomst.HERROEPEN and feiten.soort in _STOPT_BETALING:
        yield "Wij betalen u alsnog wat wij door dat besluit niet betaalden."
    yield from _bedragen(regels)
    termijn = beleid.beroepstermijn_weken
    yield beroepsclausule(termijn.waarde, termijn.grondslag)


def _bedragen(regels: tuple[Bezwaarregel, ...]) -> Iterator[str]:
    for regel in regels:
        if regel.oud != regel.bedrag:
            naam = datum_voluit(regel.maand).split(" ", 1)[1]
            yield f"In {naam} is de verlaging {euro(regel.bedrag)} in plaats van {euro(regel.oud)}."
    if terug := sum(regel.oud - regel.bedrag for regel in regels):
        yield f"Dat scheelt samen {euro(terug)}. Wat wij al inhielden, betalen wij u terug."
