"""A toets never says the opposite of its outcome: each condition of these rooms has a sentence per outcome."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from datetime import date
from importlib import import_module
from itertools import product
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

import pytest

from app.domain import blokkering, taaleis
from app.domain.blokkering.beleid import BlokkeringBeleid
from app.domain.blokkering.blokkade import BlokkadeFeiten, VasteLast
from app.domain.blokkering.intrekking import IntrekkingFeiten
from app.domain.blokkering.ladder import LadderFeiten
from app.domain.blokkering.opschorting import OpschortingFeiten
from app.domain.blokkering.situatie import toets_no_shows
from app.domain.blokkering.soorten import Blokkeergrond, Lastsoort, Pad, RedenGedeeltelijk
from app.domain.blokkering.verzuim import GeschondenPlicht, Verzuim
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Toets, Uitkomst
from app.domain.taaleis.feit import Checkuitkomst, Preventiemiddel, Taalmakelaar
from app.domain.taaleis.feiten import (
    Lopend,
    Ontheffingsgrond,
    TaaleisFeiten,
    Taalnorm,
    Taalverwijt,
    Taalzaaksoort,
    Toetsafname,
    Weging,
)
from app.domain.taaleis.status import Taalstatus
from tests.steun.beleid import vast_register
from tests.steun.taaleis import AANMELDING, BELEID, BEREID, CHECK, OP_1F, VERMOEDEN, dossier, genomen, taaltest

VROEG, DAG, LAAT = date(2026, 3, 1), date(2026, 4, 14), date(2026, 12, 1)
BLOK = vast_register().geldend(BlokkeringBeleid, "GM0150", DAG).beleid
BEL, NETWERK = BLOK.contactladder.waarde[:2]
PLICHT, NA = GeschondenPlicht.INLICHTINGEN, Blokkeergrond.NA_SITUATIE


def blokkade(**anders: Any) -> BlokkadeFeiten:
    return BlokkadeFeiten.model_validate({"grond": NA, "regime": "PW", "uitkering": 100_000, **anders})


def opschorting(**anders: Any) -> OpschortingFeiten:
    vast = {"regime": "PW", "verzuim": Verzuim.NIET_VERSTREKT, "plicht": PLICHT, "verzuim_op": DAG}
    return OpschortingFeiten.model_validate({**vast, **anders})


def intrekking(**anders: Any) -> IntrekkingFeiten:
    vast = {"regime": "PW", "plicht": PLICHT, "opschorting_van": VROEG, "herstel_tot_en_met": DAG}
    return IntrekkingFeiten.model_validate({**vast, **anders})


def taal(**anders: Any) -> TaaleisFeiten:
    vast = {"zaak": Taalzaaksoort.VERLAGING, "bijstand": True, "status": Taalstatus.INSPANNINGSVERPLICHTING}
    return TaaleisFeiten.model_validate({**vast, **anders})


TEST = Toetsafname(datum=date(2026, 10, 20), uitslag_op=date(2026, 10, 20), haalt_niveau=False)
RONDE = {"vastgesteld_op": VROEG, "telt_vanaf": VROEG, "kennisgeving_op": VROEG, "kennis_gegeven_op": VROEG}
WEGINGEN = [
    Weging(verwijt=verwijt, verwijt_gemotiveerd=True, dringende_redenen=reden, dringende_redenen_gemotiveerd=True)
    for verwijt, reden in product(Taalverwijt, (True, False))
]
NORMEN = tuple(Taalnorm(maand=date(2026, maand, 1), norm=1, versie="x") for maand in range(3, 13))
HUUR = VasteLast(soort=Lastsoort.HUUR, bedrag=1)
WAARDEN: Mapping[str, list[Any]] = {
    "BlokkadeFeiten": [
        blokkade(),
        blokkade(pad=Pad.REGULIER, vaste_lasten=(HUUR,), reden_gedeeltelijk=RedenGedeeltelijk.ANDERS),
        blokkade(
            grond=Blokkeergrond.TWIJFEL,
            zorg_handhaving=True,
            aanwijzing="Ja.",
            aanwijzing_bron="Post.",
            reden_gedeeltelijk=RedenGedeeltelijk.ANDERS,
            toelichting_gedeeltelijk="Huur.",
        ),
    ],
    "OpschortingFeiten": [
        opschorting(),
        opschorting(herstel="Stuur het op.", herstel_tot_en_met=DAG, periode_van=LAAT),
        opschorting(herstel_tot_en_met=LAAT),
    ],
    "IntrekkingFeiten": [
        intrekking(),
        intrekking(opschorting_verzonden_op=VROEG, hersteld=True, gelegenheid_tot_en_met=DAG),
        intrekking(horen_uitzondering="geen"),
        intrekking(horen_uitzondering=next(iter(BLOK.horen_uitzonderingen.waarde))),
    ],
    "LadderFeiten": [
        LadderFeiten(),
        LadderFeiten(pogingen=(BEL,)),
        LadderFeiten(pogingen=(BEL, NETWERK), contact_hersteld=True),
    ],
    "TaaleisFeiten": [
        taal(),
        taal(status=Taalstatus.VOLDOET, bijstand=False, al_verlaagd=True, niet_besproken=("x",), zelfde_gedrag=("x",)),
        taal(**RONDE),
        taal(**RONDE, tests=(TEST,), gestopt_op=DAG, normen=NORMEN),
        taal(**RONDE, tests=(TEST.model_copy(update={"voortgang_voldoende": True}),), gestopt_op=LAAT),
        taal(**RONDE, tests=(TEST.model_copy(update={"voortgang_voldoende": False}),), gestopt_op=date(2026, 2, 1)),
        taal(bereid_sinds=DAG, ontheven_op=DAG, lopend=Lopend(besluit_id="x", van=VROEG, bedragen=())),
        taal(preventie=tuple(middel.value for middel in Preventiemiddel)),
        *(taal(weging=weging) for weging in WEGINGEN),
        taal(weging=Weging(gehoord_op=DAG, grond=Ontheffingsgrond.DYSLEXIE, bewijs=True)),
    ],
    "Taaldossier": [
        dossier(),
        dossier(VERMOEDEN | {"datum": "2026-03-01"}, CHECK | {"datum": "2026-03-01"}),
        dossier(VERMOEDEN | {"datum": "2026-03-01"}, AANMELDING | {"datum": "2026-03-02"}, taaltest("2026-03-03")),
        dossier(BEREID | {"datum": "2026-03-01"}, taaltest("2026-03-03", vaardigheden=OP_1F)),
        dossier(
            {"soort": "bewijs", "datum": "2026-03-01", "bewijs": "inburgering"},
            besluiten=(genomen("ontheffing", "2026-03-01"),),
        ),
    ],
    "Taalmakelaar": [
        Taalmakelaar(soort="participatiemakelaar", datum=VROEG, reden="Hulp met taal.", drempelvrees=vrees, tot=tot)
        for vrees, tot in ((False, None), (True, LAAT))
    ],
    "BlokkeringBeleid": [BLOK],
    "TaaleisBeleid": [BELEID],
    "date": [VROEG, DAG, date(2026, 10, 25)],
    "date | None": [None, VROEG, LAAT],
    "int | None": [None, 1, 2],
    "Pad | None": [None, *Pad],
    "Ladderstap": [BEL, NETWERK],
    "tuple[Ladderstap, ...]": [(), (BEL,)],
    "GeschondenPlicht": list(GeschondenPlicht),
    "bool | None": [None, True, False],
    "str | None": [None, "Omdat."],
    "Checkuitkomst | None": [None, Checkuitkomst.VOLDOET],
    "Klantgroep | None": [None, *Klantgroep],
    "Preventiemiddel": [next(iter(Preventiemiddel))],
}
TEKST = {"regime": ["PW", "IOAW"], "besluiter": ["a"], "toetser": ["a", "b"]}


def functies(kamer: ModuleType) -> Iterator[Any]:
    for deel in iter_modules(kamer.__path__, f"{kamer.__name__}."):
        for naam, functie in vars(import_module(deel.name)).items():
            eigen = inspect.isfunction(functie) and functie.__module__ == deel.name
            if eigen and naam.startswith(("toets_", "_preventie")) and functie.__annotations__["return"] == "Toets":
                yield functie


def alle(functie: Any) -> list[Toets]:
    namen = {p.name: p.annotation for p in inspect.signature(functie).parameters.values() if p.default is p.empty}
    return [functie(*keuze) for keuze in product(*(TEKST.get(n) or WAARDEN[soort] for n, soort in namen.items()))]


@pytest.mark.parametrize("functie", [*functies(blokkering), *functies(taaleis)], ids=lambda functie: functie.__name__)
def test_elke_uitkomst_heeft_een_eigen_zin(functie: Any) -> None:
    zinnen: dict[Uitkomst, set[str]] = {}
    for toets in alle(functie):
        zinnen.setdefault(toets.uitkomst, set()).add(toets.toelichting)
    goed = zinnen.pop(Uitkomst.VOLDAAN)
    assert zinnen, "deze toets komt in de proef alleen goed uit"
    assert all(not goed & mis for mis in zinnen.values())


def test_wie_niet_wegbleef_verscheen_niet_twee_keer_niet() -> None:
    assert "verscheen" not in toets_no_shows(None, Pad.REGULIER, BLOK).toelichting
    assert "3 keer" in toets_no_shows(3, Pad.REGULIER, BLOK).toelichting
