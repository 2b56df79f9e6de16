"""The journey of one person after the indeling, as moves in time: kick-off, kennismaking, plan, maatregel."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import replace
from functools import partial

from app.demo import plannen, trajecten, zaken
from app.demo.mens import Bijzonder, Mens, Route, Wat, Zaakloop
from app.demo.mensen import SESSIES, Sessie
from app.demo.reis import Reis
from app.demo.toneel import Zet
from app.domain.afspraak.feiten import Presentie
from app.domain.kern.maanden import plus_maanden

GEWEEST = (Presentie.VERSCHENEN, Presentie.INDIVIDUEEL_VERVANGEN)
UITNODIGEN_VOORAF = 6
OVER = 6
"""A kennismakingsgesprek is planned after two werkdagen, and held after six."""
TUSSEN_EVALUATIES = 20
ROUTEKAART = 19
"""A routekaart holds four weeks; the plan that follows comes just before."""


def na_indeling(reis: Reis, mens: Mens) -> Iterator[Zet]:
    """Yield the moves after the indeling, in the order of the journey."""
    yield from _kick_offs(reis, mens)
    geweest = _geweest(mens)
    if mens.route is Route.ZORGEN:
        geweest = mens.ingedeeld
    if mens.route in (Route.FACILITEREN, Route.ZORGEN):
        geweest = yield from _kennismakingen(reis, mens, geweest)
    if geweest is not None:
        yield from _plan(reis, mens, geweest - 2, geweest - 4)
    if mens.zaak is not None:
        yield from _zaak(reis, mens, mens.zaak)


def _geweest(mens: Mens) -> int | None:
    """Return the day of the kick-off that was attended, in werkdagen back."""
    return next((SESSIES[code].dag for code, uitkomst in mens.komst.items() if uitkomst in GEWEEST), None)


def _kick_offs(reis: Reis, mens: Mens) -> Iterator[Zet]:
    vorige: Sessie | None = None
    for code, uitkomst in mens.komst.items():
        sessie = SESSIES[code]
        hersteltermijn = vorige is not None and mens.komst[vorige.code] is Presentie.NO_SHOW
        aangetekend = hersteltermijn and mens.route is not Route.FACILITEREN
        nodig_uit = partial(trajecten.nodig_mens_uit, mens=mens, sessie=sessie, hersteltermijn=aangetekend)
        dag = vorige.dag - 1 if vorige and aangetekend else sessie.dag + UITNODIGEN_VOORAF
        yield reis.zet(mens, Wat.UITNODIGEN, dag, (14, 30), nodig_uit)
        if uitkomst is Presentie.NO_SHOW and vorige is None and mens.route is not Route.FACILITEREN:
            # Between the first no-show and the second the klant came to the desk, and the plan was signed.
            yield from _plan(reis, mens, sessie.dag - 1, sessie.dag - 1)
        vorige = sessie
    if mens.is_(Bijzonder.TOCH_AFGEMELD) and vorige is not None:
        speel = partial(trajecten.corrigeer, mens=mens, sessie=vorige)
        yield reis.zet(mens, Wat.CORRECTIE, vorige.dag - 3, (9, 30), speel)


def _kennismakingen(reis: Reis, mens: Mens, vanaf: int | None) -> Generator[Zet, None, int | None]:
    """Yield the appointments after ``vanaf``; return the day on which the klant came."""
    if vanaf is None:
        return None
    for uitkomst in mens.kennismaking:
        begint = reis.kalender.moment(vanaf - OVER, 12, 30)
        plan = partial(trajecten.plan_kennismaking, mens=mens, begint=begint)
        yield reis.zet(mens, Wat.KENNISMAKEN, vanaf - 2, (9, 40), plan)
        vanaf -= OVER
        leg_vast = partial(trajecten.leg_uitkomst_vast, mens=mens, uitkomst=uitkomst)
        yield reis.zet(mens, Wat.AFSPRAAK, vanaf, (15, 0), leg_vast)
        if uitkomst in GEWEEST:
            return vanaf
    return None


def _plan(reis: Reis, mens: Mens, opstellen: int, tekenen: int) -> Iterator[Zet]:
    kalender, routekaart = reis.kalender, mens.route is Route.MATCHEN
    volgende = tekenen - ROUTEKAART if routekaart else opstellen - TUSSEN_EVALUATIES
    stel_op = partial(plannen.stel_op, mens=mens, evaluatie=kalender.dag(volgende))
    yield reis.zet(mens, Wat.PLAN, opstellen, (10, 0), stel_op)
    yield reis.zet(mens, Wat.ONDERTEKENEN, tekenen, (10, 40), partial(plannen.teken, mens=mens))
    daarna = kalender.dag(volgende - 2 * TUSSEN_EVALUATIES)
    if routekaart:
        volg_op = partial(plannen.volg_op, mens=mens, evaluatie=daarna)
        yield reis.zet(mens, Wat.OPVOLGEN, volgende, (13, 0), volg_op)
    else:
        evalueer = partial(plannen.evalueer, mens=mens, volgende=daarna)
        yield reis.zet(mens, Wat.EVALUEREN, volgende, (13, 0), evalueer)


def _zaak(reis: Reis, mens: Mens, loop: Zaakloop) -> Iterator[Zet]:
    besluit, toetsing = _in_een_maand(reis, loop)
    if besluit is not None and not reis.normen.besluit_kan(plus_maanden(reis.kalender.dag(besluit).replace(day=1), 1)):
        loop, besluit = replace(loop, verzending=None), None
    stappen = (
        (Wat.HOREN, loop.horen, (10, 0), partial(zaken.hoor, mens=mens)),
        (Wat.ADVIES, loop.advies, (11, 0), partial(zaken.geef_advies, mens=mens, loop=loop)),
        (Wat.BESLUIT, besluit, (9, 30), partial(zaken.beslis, mens=mens)),
        (Wat.TOETSING, toetsing if besluit is not None else None, (13, 0), partial(zaken.toets, mens=mens, loop=loop)),
        (Wat.VERZENDING, loop.verzending, (15, 30), partial(zaken.verzend, mens=mens)),
    )
    for wat, dag, tijd, speel in stappen:
        if dag is not None:
            yield reis.zet(mens, wat, dag, tijd, speel)


def _in_een_maand(reis: Reis, loop: Zaakloop) -> tuple[int | None, int | None]:
    """Return the days of the besluit and its toetsing: in the month of sending, because it works from the next on."""
    besluit, verzending = loop.besluit, loop.verzending
    if besluit is None or verzending is None:
        return besluit, loop.toetsing
    dag = reis.kalender.dag
    return (besluit, loop.toetsing) if dag(besluit).month == dag(verzending).month else (verzending, verzending)
