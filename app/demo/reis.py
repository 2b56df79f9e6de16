"""The journey of one household as moves in time: from the melding to the klantgroep."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from app.demo import indelingen, meldingen, screeningen
from app.demo.kalender import EERSTE_POST, Kalender
from app.demo.mens import Bijzonder, Gezin, Mens, Route, Wat
from app.demo.mensen import NUMMER
from app.demo.normen import Normen
from app.demo.spreekuur import Gesprek, Spreekuur
from app.demo.toneel import Toneel, Zet
from app.domain.intake.feiten import Kanaal

VIER_WEKEN = 21
"""In werkdagen, and a day more."""
_SPREIDING = 25
_RECENT = 5
"""Longer ago the preparation of the ambitiegesprek was closed by the ambitiegesprek itself."""
_NASCHRIFT = timedelta(minutes=5)
_BUITEN_NORM = "De klant verscheen eerst niet; dit is het eerste moment dat past."


@dataclass(frozen=True)
class Reis:
    """What the moves of a journey have in common."""

    kalender: Kalender
    normen: Normen

    def zet(self, mens: Mens, wat: Wat, terug: int, tijd: tuple[int, int], speel: Callable[[Toneel], object]) -> Zet:
        """Make a move at about ``tijd`` (hour, minute) on a day; people come one after the other."""
        uur, minuut = tijd
        moment = self.kalender.moment(terug, uur, minuut + NUMMER[mens.naam] % _SPREIDING)
        return Zet(moment, wat, mens.naam, speel)


def intake(reis: Reis, gezin: Gezin, gesprek: Gesprek, spreekuur: Spreekuur) -> Iterator[Zet]:
    """Yield what happens to the household together, in the order of the journey."""
    eerste = gezin[0]
    yield from _melding(reis, gezin, gesprek)
    if eerste.route is Route.INTREKKEN:
        yield reis.zet(eerste, Wat.INTREKKEN, eerste.gescreend, (9, 0), partial(meldingen.trek_in, mens=eerste))
    elif eerste.route is Route.NIET_KOMEN:
        yield from _niet_gekomen(reis, eerste, gesprek, spreekuur)
    else:
        yield from _screening(reis, gezin, gesprek)


def _melding(reis: Reis, gezin: Gezin, gesprek: Gesprek) -> Iterator[Zet]:
    eerste = gezin[0]
    afspraak = meldingen.afspraak(gesprek.begin, gesprek.consulent)
    meteen = afspraak if eerste.kanaal is Kanaal.TELEFONISCH else None
    speel = partial(meldingen.registreer, gezin=gezin, gepland=meteen)
    gemeld = Zet(_moment_van_melden(reis, eerste), Wat.MELDEN, eerste.naam, speel)
    yield gemeld
    plan = partial(meldingen.plan, mens=eerste, opdracht=afspraak)
    if eerste.kanaal is Kanaal.DIGITAAL:
        yield reis.zet(eerste, Wat.BELLEN, eerste.gemeld - 1, (9, 5), partial(meldingen.bel, mens=eerste))
        yield reis.zet(eerste, Wat.PLANNEN, eerste.gemeld - 1, (9, 9), plan)
    elif eerste.kanaal is Kanaal.FYSIEK:
        yield Zet(gemeld.moment + _NASCHRIFT, Wat.PLANNEN, eerste.naam, plan)


def _moment_van_melden(reis: Reis, mens: Mens) -> datetime:
    """Spread the meldingen over the day; those of the ijkdag itself are there when the first post is done."""
    nummer = NUMMER[mens.naam]
    if mens.gemeld == 0:
        return reis.kalender.moment(0, EERSTE_POST.hour - 1, 35 + nummer % _SPREIDING)
    return reis.kalender.moment(mens.gemeld, 9, nummer * 37 % 400)


def _niet_gekomen(reis: Reis, mens: Mens, gesprek: Gesprek, spreekuur: Spreekuur) -> Iterator[Zet]:
    weg = partial(meldingen.verschijn_niet, mens=mens, consulent=gesprek.consulent)
    yield Zet(gesprek.einde, Wat.NIET_VERSCHIJNEN, mens.naam, weg)
    nieuw = spreekuur.neem(mens.gescreend - 2)
    afspraak = meldingen.afspraak(nieuw.begin, nieuw.consulent, _BUITEN_NORM)
    opnieuw = partial(meldingen.plan_opnieuw, mens=mens, opdracht=afspraak)
    yield reis.zet(mens, Wat.OPNIEUW_PLANNEN, mens.gescreend - 1, (9, 15), opnieuw)


def _screening(reis: Reis, gezin: Gezin, gesprek: Gesprek) -> Iterator[Zet]:
    eerste, dag = gezin[0], gezin[0].gescreend
    klaar = gesprek.einde + _NASCHRIFT
    screen = partial(screeningen.screen, gezin=gezin, consulent=gesprek.consulent, einde=gesprek.einde)
    yield Zet(klaar, Wat.SCREENEN, eerste.naam, screen)
    if eerste.is_(Bijzonder.BROODNOOD) and reis.normen.voorschot_kan(reis.kalender.dag(dag)):
        voorschot = partial(screeningen.geef_voorschot, gezin=gezin, consulent=gesprek.consulent)
        yield Zet(klaar + _NASCHRIFT, Wat.VOORSCHOT, eerste.naam, voorschot)
    rapport = partial(screeningen.rapporteer_gesprek, mens=eerste, consulent=gesprek.consulent)
    yield reis.zet(eerste, Wat.VERSLAG, dag - 1, (13, 30), rapport)
    if eerste.route is not Route.DOORVERWIJZEN and not meldingen.met_aanvraag(eerste):
        yield from _stukken(reis, eerste, dag)


def _stukken(reis: Reis, eerste: Mens, dag: int) -> Iterator[Zet]:
    ontvang = partial(screeningen.ontvang_stukken, mens=eerste)
    aanvraag = partial(screeningen.ontvang_aanvraag, mens=eerste)
    binnen = dag - 3
    if eerste.is_(Bijzonder.STUKKEN_TE_LAAT):
        bel = partial(screeningen.bel_over_stukken, mens=eerste)
        aanvul = partial(screeningen.geef_aanvultermijn, mens=eerste)
        yield reis.zet(eerste, Wat.STUKKEN_BELLEN, dag - 4, (14, 0), bel)
        yield reis.zet(eerste, Wat.AANVULTERMIJN, dag - 6, (10, 0), aanvul)
        binnen = dag - 9
    yield reis.zet(eerste, Wat.STUKKEN, binnen, (11, 0), ontvang)
    # The aanvraag of a jongere is taken in when the four weeks are over.
    ingediend = eerste.gemeld - VIER_WEKEN if eerste.jongere else binnen
    yield reis.zet(eerste, Wat.AANVRAAG, ingediend, (11, 2), aanvraag)


def naar_klantgroep(reis: Reis, mens: Mens, gesprek: Gesprek) -> Iterator[Zet]:
    """Yield what happens to one person between the screening and the indeling."""
    dag = mens.gescreend
    if dag <= _RECENT or mens.tot is not None:
        yield reis.zet(mens, Wat.VOORBEREIDEN, dag, (16, 0), partial(screeningen.bereid_voor, mens=mens))
    if not indelingen.met_format(mens):
        yield reis.zet(mens, Wat.DARIUZ, dag - 3, (15, 0), partial(indelingen.lever_dariuz, mens=mens))
    yield reis.zet(mens, Wat.GESPREK, mens.ingedeeld, (10, 0), partial(indelingen.bespreek, mens=mens))
    beslis = partial(indelingen.bepaal_klantgroep, mens=mens, inkomen=gesprek.consulent)
    yield reis.zet(mens, Wat.INDELEN, mens.ingedeeld, (11, 0), beslis)
    if mens.is_(Bijzonder.MAKELAAR):
        makelaar = partial(indelingen.verwijs_naar_makelaar, mens=mens)
        yield reis.zet(mens, Wat.MAKELAAR, mens.ingedeeld - 1, (9, 0), makelaar)
