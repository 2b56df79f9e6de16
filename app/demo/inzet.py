"""The timetable of what is put to use: budgets and employers, voorzieningen, subsidies and loonkosten, in werkdagen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from app.demo import indelingen, subsidies, voorzieningen, werkgevers
from app.demo.mens import Mens, Wat
from app.demo.mensen import MENSEN
from app.demo.reis import Reis
from app.demo.toneel import Toneel, Zet
from app.demo.voorzieningen import Inzet
from app.demo.werkgevers import BAKKERIJ, EURO, KRINGLOOP, MAGAZIJN, WACHT_OP_CONTROLE, WERKGEVERS
from app.domain.kern.maanden import plus_maanden

HUIS = "huis"
_VAN = {mens.naam: mens for mens in MENSEN}
WERKERVARING, LEERROUTE = _VAN["Marieke Dekker"], _VAN["Abdi Warsame"]
SCHOLING, CONCEPT = _VAN["Shanti Bhagwandin"], _VAN["Yara Haddad"]
STARTBAAN, TEGEMOETKOMING = _VAN["Jeroen Hofstede"], _VAN["Jessica Hermans"]
LOONKOSTEN, MAKELAAR = _VAN["Gerda Blom"], _VAN["Jan Willem Bruins"]
TWEE_WEKEN = 10
PLEK = {"plan": True, "doel": ("specifieke_werkervaring",), "vacature": "geen_vacature"}
CURSUS = {
    "plan": True,
    "sector": "logistiek",
    "niveau": "Certificaat heftruckchauffeur",
    "aannemelijk_waarom": "Drie werkgevers in de buurt vragen dit certificaat.",
}
Speel = Callable[[Toneel], Any]


def inzet(reis: Reis) -> Iterator[Zet]:
    """Yield all moves around voorzieningen and subsidies."""
    yield from _huis(reis)
    yield from _werkervaring(reis)
    yield from _leerroute(reis)
    yield from _scholing(reis)
    yield from _concept(reis)
    yield from _startbaan(reis)
    yield from _tegemoetkoming(reis)
    yield from _loonkosten(reis)
    contact = partial(indelingen.maak_eerste_contact, mens=MAKELAAR)
    yield reis.zet(MAKELAAR, Wat.MAKELAAR, MAKELAAR.ingedeeld - 4, (13, 0), contact)


def _huis(reis: Reis) -> Iterator[Zet]:
    """Yield the budgets of this year and the employers; of one the bank account still waits for a second person."""

    def zet(wat: Wat, terug: int, minuut: int, speel: Speel) -> Zet:
        return Zet(reis.kalender.moment(terug, 10, minuut), wat, HUIS, speel)

    jaar = reis.kalender.ijkdag.year
    yield zet(Wat.BUDGET, 52, 30, partial(werkgevers.stel_budgetten_vast, jaar=jaar))
    for nummer, zaak in enumerate(WERKGEVERS):
        wacht = zaak is WACHT_OP_CONTROLE
        yield zet(Wat.WERKGEVER, 51, nummer, partial(werkgevers.schrijf_in, zaak=zaak, nummer=nummer))
        geef_op = partial(werkgevers.geef_rekening_op, zaak=zaak, nummer=nummer)
        yield zet(Wat.WERKGEVER, 2 if wacht else 50, nummer, geef_op)
        if not wacht:
            yield zet(Wat.WERKGEVER, 49, nummer, partial(werkgevers.ga_rekening_na, zaak=zaak))


def _toekenning(reis: Reis, mens: Mens, wat: Inzet, aanvraag: int) -> Iterator[Zet]:
    """Yield a voorziening from the concept to the letter, which goes out on the next day."""
    stappen: tuple[tuple[int, tuple[int, int], Speel], ...] = (
        (aanvraag, (14, 0), partial(voorzieningen.leg_doelgroep, mens=mens)),
        (aanvraag, (14, 5), partial(voorzieningen.vraag_op, mens=mens, inzet=wat)),
        (aanvraag, (14, 30), partial(voorzieningen.ken_toe, mens=mens)),
        (aanvraag - 1, (9, 30), partial(voorzieningen.verzend, mens=mens)),
    )
    yield from (reis.zet(mens, Wat.VOORZIENING, dag, tijd, speel) for dag, tijd, speel in stappen)


def _werkervaring(reis: Reis) -> Iterator[Zet]:
    mens, begint = WERKERVARING, 28
    dagen = reis.kalender.dag(begint), reis.kalender.dag(-TWEE_WEKEN)
    wat = Inzet("werkervaringsplaats", dagen, uren=16, gegevens=PLEK, plek=KRINGLOOP)
    yield from _toekenning(reis, mens, wat, begint + 3)
    teken = partial(voorzieningen.sluit_overeenkomst, mens=mens)
    yield reis.zet(mens, Wat.VOORZIENING, begint + 1, (11, 0), teken)
    yield reis.zet(mens, Wat.VOORZIENING, begint, (9, 0), partial(voorzieningen.begin, mens=mens))


def _leerroute(reis: Reis) -> Iterator[Zet]:
    mens, begint = LEERROUTE, 30
    eerste = reis.kalender.dag(begint)
    wat = Inzet("werk_leerroute", (eerste, plus_maanden(eerste, 9)), uren=20)
    yield from _toekenning(reis, mens, wat, begint + 2)
    yield reis.zet(mens, Wat.LEERROUTE, begint, (9, 0), partial(voorzieningen.begin_leerroute, mens=mens))
    yield reis.zet(mens, Wat.LEERROUTE, 9, (9, 0), partial(voorzieningen.begin_fase_2, mens=mens))


def _scholing(reis: Reis) -> Iterator[Zet]:
    mens, begint = SCHOLING, 3
    eerste, aanvraag = reis.kalender.dag(begint), begint + 3
    cursus = {**CURSUS, "aannemelijk_op": reis.kalender.dag(aanvraag).isoformat()}
    wat = Inzet("scholing", (eerste, plus_maanden(eerste, 3)), kosten=1_850 * EURO, gegevens=cursus)
    yield from _toekenning(reis, mens, wat, aanvraag)
    yield reis.zet(mens, Wat.VOORZIENING, begint, (9, 0), partial(voorzieningen.begin, mens=mens))


def _concept(reis: Reis) -> Iterator[Zet]:
    """Yield a proefplaatsing that waits for the answers to its questions."""
    mens, eerste = CONCEPT, reis.kalender.dag(-5)
    wat = Inzet("proefplaatsing", (eerste, plus_maanden(eerste, 2)), uren=20, plek=BAKKERIJ)
    intentie = partial(voorzieningen.laat_intentie_verklaren, mens=mens, plek=BAKKERIJ)
    yield reis.zet(mens, Wat.WERKGEVER, 3, (10, 0), intentie)
    vraag = partial(voorzieningen.vraag_op, mens=mens, inzet=wat, beantwoord=False)
    yield reis.zet(mens, Wat.VOORZIENING, 3, (10, 30), vraag)


def _baan(reis: Reis, mens: Mens, begint: int, functie: str) -> Zet:
    eerste = reis.kalender.dag(begint)
    zaak = BAKKERIJ if mens is STARTBAAN else MAGAZIJN
    periode = eerste, plus_maanden(eerste, voorzieningen.CONTRACTMAANDEN)
    speel = partial(werkgevers.neem_in_dienst, mens=mens, zaak=zaak, functie=functie, periode=periode)
    return reis.zet(mens, Wat.WERKGEVER, begint, (9, 0), speel)


def _startbaan(reis: Reis) -> Iterator[Zet]:
    """Yield a subsidie of which the first invoice, that can come after two months, was paid yesterday."""
    mens = STARTBAAN
    yield _baan(reis, mens, 46, "medewerker bakkerij")
    vraag = partial(subsidies.vraag_subsidie, mens=mens, gegevens=subsidies.STARTBAAN)
    stappen: tuple[tuple[int, Speel], ...] = (
        (45, vraag),
        (42, partial(subsidies.beslis_subsidie, mens=mens)),
        (41, partial(subsidies.toets, mens=mens)),
        (39, partial(subsidies.verzend, mens=mens)),
        (1, partial(subsidies.betaal_factuur, mens=mens)),
    )
    yield from (reis.zet(mens, Wat.SUBSIDIE, dag, (13, 30), speel) for dag, speel in stappen)


def _tegemoetkoming(reis: Reis) -> Iterator[Zet]:
    """Yield a tegemoetkoming that waits for the toetser."""
    mens = TEGEMOETKOMING
    yield _baan(reis, mens, 5, "orderverzamelaar")
    vraag = partial(subsidies.vraag_subsidie, mens=mens, gegevens=subsidies.TEGEMOETKOMING)
    yield reis.zet(mens, Wat.SUBSIDIE, 5, (13, 30), vraag)
    yield reis.zet(mens, Wat.SUBSIDIE, 1, (11, 0), partial(subsidies.beslis_subsidie, mens=mens))


def _loonkosten(reis: Reis) -> Iterator[Zet]:
    """Yield the doelgroep, and the loonwaarde when the minimum wage is known of which it is a part."""
    mens = LOONKOSTEN
    yield from _zaak(reis, 14, partial(subsidies.open_lks, mens=mens))
    if reis.normen.loonwaarde_kan(reis.kalender.dag(8)):
        yield from _zaak(reis, 8, partial(subsidies.open_meting, mens=mens))


def _zaak(reis: Reis, terug: int, begin: Speel) -> Iterator[Zet]:
    mens = LOONKOSTEN
    stappen: tuple[Speel, ...] = (
        begin,
        partial(subsidies.beslis_loonkosten, mens=mens),
        partial(subsidies.toets, mens=mens),
        partial(subsidies.verzend, mens=mens),
    )
    for nummer, speel in enumerate(stappen):
        yield reis.zet(mens, Wat.LOONKOSTEN, terug - nummer, (14, 0), speel)
