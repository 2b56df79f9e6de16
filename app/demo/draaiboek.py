"""The script of the demo: every move with its moment, in order. Nothing is played here, so it can be checked apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import takewhile

from app.demo import handwerk, huis, trajecten
from app.demo.inzet import inzet
from app.demo.kalender import Kalender
from app.demo.mens import Gezin, Mens, Route, Wat
from app.demo.mensen import MENSEN, SESSIES, gezinnen
from app.demo.normen import Normen
from app.demo.reis import Reis, intake, naar_klantgroep
from app.demo.spreekuur import Spreekuur
from app.demo.toneel import Zet
from app.demo.vervolg import na_indeling
from app.domain.kern.klantgroep import Klantgroep

HUIS = "huis"
BIJEENKOMST_VOORAF = 16
"""A kick-off is planned this many werkdagen before it."""
WEEK, DAGELIJKS = 5, 10


def draaiboek(kalender: Kalender, normen: Normen) -> list[Zet]:
    """Return all moves in order; what needs an amount that is not known is left out."""
    reis, spreekuur = Reis(kalender, normen), Spreekuur(kalender)
    zetten = [*_dagen(kalender), *_kick_offs(kalender)]
    for gezin in gezinnen():
        zetten += _gezin(reis, gezin, spreekuur)
    zetten += inzet(reis)
    return sorted(zetten, key=lambda zet: zet.moment)


def _dagen(kalender: Kalender) -> Iterator[Zet]:
    """Yield what the house does: once a week, and every day of the last two weeks."""
    eerste = max(mens.gemeld for mens in MENSEN)
    for terug in (*range(eerste, DAGELIJKS, -WEEK), *range(DAGELIJKS, -1, -1)):
        yield Zet(kalender.moment(terug, 8, 30), Wat.RONDE, HUIS, huis.doe_ronde)
        yield Zet(kalender.moment(terug, 8, 32), Wat.ANTWOORD, HUIS, huis.beantwoord_mutaties)
        yield Zet(kalender.moment(terug, 16, 45), Wat.HANDWERK, HUIS, handwerk.werk_bij)


def _kick_offs(kalender: Kalender) -> Iterator[Zet]:
    for sessie in SESSIES.values():
        # The inkomensconsulenten hold screeningen from half past nine on.
        vroeg = sessie.klantgroep is Klantgroep.FACILITEREN
        begint = kalender.moment(sessie.dag, 8, 15) if vroeg else kalender.moment(sessie.dag, 10)
        plan = partial(trajecten.plan_bijeenkomst, sessie=sessie, begint=begint)
        yield Zet(kalender.moment(sessie.dag + BIJEENKOMST_VOORAF, 9, 30), Wat.BIJEENKOMST, HUIS, plan)
        lijst = partial(trajecten.neem_presentie_op, sessie=sessie)
        yield Zet(kalender.moment(sessie.dag, 13, 30), Wat.PRESENTIE, HUIS, lijst)


def _gezin(reis: Reis, gezin: Gezin, spreekuur: Spreekuur) -> Iterator[Zet]:
    eerste = gezin[0]
    gesprek = spreekuur.neem(eerste.gescreend)
    samen = list(intake(reis, gezin, gesprek, spreekuur))
    yield from _gespeeld(eerste, samen)
    if eerste.tot in {zet.wat for zet in samen} or eerste.route in (
        Route.INTREKKEN,
        Route.DOORVERWIJZEN,
        Route.NIET_KOMEN,
    ):
        return
    for mens in gezin:
        yield from _gespeeld(mens, [*naar_klantgroep(reis, mens, gesprek), *na_indeling(reis, mens)])


def _gespeeld(mens: Mens, zetten: Iterable[Zet]) -> Iterator[Zet]:
    """Leave out what was forgotten, and all from where it stopped."""
    return (zet for zet in takewhile(lambda zet: zet.wat is not mens.tot, zetten) if zet.wat not in mens.niet)
