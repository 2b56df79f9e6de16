"""A sent besluit looked at again: withdrawn, changed or ended, never to the klant's harm (Awb 6:19, 7:11)."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.domain.kern.canoniek import canoniek
from app.domain.maatregel.beleid import Regime
from app.domain.maatregel.herziening.beleid import HerzieningBeleid
from app.domain.maatregel.herziening.beslissing import Herzieningsbeslissing, beslis_herziening, in_de_weg
from app.domain.maatregel.herziening.feiten import (
    HerzieningFeiten,
    Herzieningsgrond,
    Herzieningskeuze,
    InkeerFeiten,
    Maandregel,
)
from app.domain.maatregel.herziening.herbeoordeling import herbeoordelingstermijn
from app.domain.maatregel.herziening.inkeer import beeindig
from tests.steun.beleid import beleid_van

BELEID = beleid_van(HerzieningBeleid)
JUNI, JULI, AUGUSTUS = date(2026, 6, 1), date(2026, 7, 1), date(2026, 8, 1)
VANDAAG = date(2026, 7, 10)
OUD = (
    Maandregel(maand=JUNI, norm=140150, norm_versie="n", procent=Decimal(30), bedrag=42045),
    Maandregel(maand=JULI, norm=141946, norm_versie="n", procent=Decimal(30), bedrag=42584),
)


def feiten(**anders: Any) -> HerzieningFeiten:
    goed: dict[str, Any] = {
        "grond": Herzieningsgrond.FOUT,
        "keuze": Herzieningskeuze.INTREKKEN,
        "soort": "maatregel",
        "besluit": "b",
        "besluit_op": date(2026, 5, 20),
        "verzonden_op": date(2026, 5, 20),
        "regime": Regime.PW,
        "oud": OUD,
        "gemotiveerd": True,
        "besluiter": "x",
    }
    return HerzieningFeiten(**{**goed, **anders})


def beslis(**anders: Any) -> Herzieningsbeslissing:
    return beslis_herziening(feiten(**anders), BELEID, VANDAAG)


def mis(**anders: Any) -> list[str]:
    gegeven = feiten(**anders)
    uitkomst = beslis_herziening(gegeven, BELEID, VANDAAG)
    assert uitkomst.dictum == "voorleggen"
    assert uitkomst.bedragen == ()
    return [toets.voorwaarde for toets in in_de_weg(gegeven, uitkomst)]


def inkeer(nagekomen: bool | None, **anders: Any) -> dict[str, Any]:
    basis: dict[str, Any] = {
        "grond": Herzieningsgrond.INKEER,
        "keuze": Herzieningskeuze.BEEINDIGEN,
        "uniform": True,
        "per": date(2026, 6, 20),
        "inkeer": InkeerFeiten(verzoek_op=date(2026, 6, 18), nagekomen=nagekomen),
    }
    return basis | anders


def test_intrekken_geeft_alles_terug() -> None:
    uitkomst = beslis()
    assert (uitkomst.dictum, uitkomst.terug) == ("ingetrokken", 42045 + 42584)
    assert [(r.maand, r.oud, r.bedrag) for r in uitkomst.bedragen] == [(JUNI, 42045, 0), (JULI, 42584, 0)]
    assert uitkomst.motivering == (
        "Dit gaat over ons besluit van 20 mei 2026.",
        "Er zat een fout in ons besluit (artikel 3:2, Awb).",
        "Wij trekken ons besluit in. Het geldt niet meer.",
        "In juni 2026 is de verlaging € 0,00 in plaats van € 420,45.",
        "In juli 2026 is de verlaging € 0,00 in plaats van € 425,84.",
        "Dat scheelt samen € 846,29. Wat wij al inhielden, betalen wij u terug.",
        "Bent u het er niet mee eens? Dan kunt u bezwaar maken, binnen 6 weken nadat wij dit besluit verzonden "
        "(artikel 6:7, Awb).",
    )
    assert canoniek(beslis()) == canoniek(uitkomst)


def test_wijzigen_rekent_per_maand_met_de_norm_van_toen() -> None:
    uitkomst = beslis(keuze=Herzieningskeuze.WIJZIGEN, procent=Decimal(15), maanden=1)
    assert uitkomst.dictum == "gewijzigd"
    assert [(r.bedrag, r.uitleg) for r in uitkomst.bedragen] == [
        (21023, "15 % van € 1.401,50 = € 210,23"),
        (0, "was € 425,84, wordt € 0,00"),
    ]
    korter = beslis(keuze=Herzieningskeuze.WIJZIGEN, maanden=1)
    assert next((r.bedrag, r.uitleg) for r in korter.bedragen) == (42045, "blijft € 420,45")
    assert (korter.terug, "Wij veranderen ons besluit." in korter.motivering) == (42584, True)


def test_een_lager_percentage_neemt_nooit_meer_dan_wat_er_stond() -> None:
    """The old amount was cut because another besluit already took of the month; a lower percentage stays below it."""
    krap = (OUD[0].model_copy(update={"bedrag": 10000}),)
    uitkomst = beslis(keuze=Herzieningskeuze.WIJZIGEN, procent=Decimal(5), oud=krap)
    assert uitkomst.bedragen[0].bedrag == 7008
    assert mis(keuze=Herzieningskeuze.WIJZIGEN, procent=Decimal(20), oud=krap) == ["iets_verandert"]


@pytest.mark.parametrize(
    ("anders", "verwacht"),
    [
        pytest.param({"procent": Decimal(31)}, ["niet_ten_nadele"], id="hoger"),
        pytest.param({"procent": Decimal(30)}, ["iets_verandert"], id="gelijk"),
        pytest.param({"procent": Decimal(29), "maanden": 3}, ["niet_ten_nadele"], id="lager-maar-langer"),
        pytest.param({"maanden": 2}, ["iets_verandert"], id="even-lang"),
        pytest.param(
            {"voorstel": (OUD[0], OUD[1].model_copy(update={"maand": AUGUSTUS}))},
            ["niet_ten_nadele"],
            id="andere-maand",
        ),
        pytest.param({"voorstel": OUD}, ["iets_verandert"], id="voorstel-gelijk"),
        pytest.param(
            {"procent": Decimal(10), "oud": (Maandregel(maand=JUNI, bedrag=5000),)}, ["iets_verandert"], id="geen-norm"
        ),
    ],
)
def test_een_wijziging_is_nooit_zwaarder_en_verandert_iets(anders: dict[str, Any], verwacht: list[str]) -> None:
    assert mis(keuze=Herzieningskeuze.WIJZIGEN, **anders) == verwacht


def test_een_gespreide_maand_wordt_naar_verhouding_lager() -> None:
    """A month of 100 % spread over three: each part goes down with the percentage, not to that of its own norm."""
    delen = tuple(
        Maandregel(maand=maand, norm=140150, procent=Decimal(100), bedrag=46717, gespreid=True)
        for maand in (JUNI, JULI, AUGUSTUS)
    )
    uitkomst = beslis(keuze=Herzieningskeuze.WIJZIGEN, procent=Decimal(50), oud=delen)
    assert [r.bedrag for r in uitkomst.bedragen] == [23359] * 3
    assert uitkomst.bedragen[0].uitleg == "50 % in plaats van 100 %: € 233,59 in plaats van € 467,17"


def test_in_bezwaar_rust_het_verbod_op_zwaarder_op_artikel_7_11() -> None:
    anders = {"grond": Herzieningsgrond.HANGENDE_BEZWAAR, "keuze": Herzieningskeuze.WIJZIGEN, "procent": Decimal(40)}
    uitkomst = beslis(bezwaar_loopt=True, **anders)
    toets = next(toets for toets in uitkomst.toetsen if toets.voorwaarde == "niet_ten_nadele")
    assert (str(toets.grondslag), toets.uitkomst) == ("artikel 7:11, Awb", "niet_voldaan")
    assert mis(**anders | {"procent": Decimal(10)}) == ["keuze_past_bij_grond"]
    assert beslis(bezwaar_loopt=True, **anders | {"procent": Decimal(10)}).dictum == "gewijzigd"


@pytest.mark.parametrize(
    ("grond", "keuze"),
    [
        pytest.param(Herzieningsgrond.INKEER, Herzieningskeuze.WIJZIGEN, id="inkeer-wijzigt-niet"),
        pytest.param(Herzieningsgrond.FOUT, Herzieningskeuze.AFWIJZEN, id="fout-zonder-verzoek"),
        pytest.param(Herzieningsgrond.HERBEOORDELING, Herzieningskeuze.INTREKKEN, id="herbeoordeling-trekt-niet-in"),
    ],
)
def test_de_grond_begrenst_de_keuze(grond: Herzieningsgrond, keuze: Herzieningskeuze) -> None:
    assert "keuze_past_bij_grond" in mis(grond=grond, keuze=keuze)


def test_zonder_motivering_geen_herziening() -> None:
    assert mis(gemotiveerd=False) == ["herziening_gemotiveerd"]


@pytest.mark.parametrize(
    ("per", "bedragen", "uitleg"),
    [
        pytest.param(date(2026, 5, 31), [0, 0], "30 van 30 dagen vrij: € 420,45 min € 420,45 = € 0,00", id="ervoor"),
        pytest.param(JUNI, [0, 0], "30 van 30 dagen vrij: € 420,45 min € 420,45 = € 0,00", id="eerste-dag"),
        pytest.param(date(2026, 6, 2), [1401, 0], "29 van 30 dagen vrij: € 420,45 min € 406,44 = € 14,01", id="tweede"),
        pytest.param(date(2026, 6, 20), [26628, 0], "11 van 30 dagen vrij: € 420,45 min € 154,17 = € 266,28", id="20e"),
        pytest.param(
            date(2026, 6, 30), [40643, 0], "1 van 30 dagen vrij: € 420,45 min € 14,02 = € 406,43", id="laatste"
        ),
        pytest.param(JULI, [42045, 0], "blijft € 420,45", id="maand-erna"),
    ],
)
def test_inkeer_eindigt_naar_rato_vanaf_de_dag(per: date, bedragen: list[int], uitleg: str) -> None:
    uitkomst = beslis(**inkeer(True, per=per))
    assert (uitkomst.dictum, [r.bedrag for r in uitkomst.bedragen]) == ("beeindigd", bedragen)
    assert uitkomst.bedragen[0].uitleg == uitleg


def test_een_halve_cent_valt_de_klant_toe() -> None:
    [regel] = beeindig((Maandregel(maand=JUNI, bedrag=15),), date(2026, 6, 30))
    assert regel.bedrag == 14


def test_de_brief_van_inkeer() -> None:
    vroeg = "U vroeg ons om opnieuw te kijken, omdat u zich nu aan de afspraken houdt"
    assert beslis(**inkeer(True)).motivering[1:4] == (
        f"{vroeg} (artikel 18, lid 11, Participatiewet).",
        "Wij zien duidelijk dat u zich nu aan de afspraken houdt.",
        "De verlaging stopt. De eerste dag zonder verlaging is 20 juni 2026.",
    )


@pytest.mark.parametrize(
    ("anders", "verwacht"),
    [
        pytest.param(inkeer(True, uniform=False), ["inkeer_mogelijk"], id="verordening"),
        pytest.param(inkeer(True, regime=Regime.IOAW), ["inkeer_mogelijk"], id="ioaw"),
        pytest.param(inkeer(False), ["verplichtingen_nagekomen"], id="niet-nagekomen"),
        pytest.param(inkeer(None), ["verplichtingen_nagekomen"], id="niet-beoordeeld"),
        pytest.param(inkeer(True, inkeer=None), ["inkeer_op_verzoek", "verplichtingen_nagekomen"], id="geen-verzoek"),
        pytest.param(inkeer(True, per=None), ["iets_verandert"], id="geen-dag"),
        pytest.param(inkeer(True, per=VANDAAG), [], id="vandaag"),
        pytest.param(inkeer(True, per=date(2026, 7, 11)), ["iets_verandert"], id="morgen"),
        pytest.param(
            inkeer(True, keuze=Herzieningskeuze.AFWIJZEN), ["grond_om_af_te_wijzen"], id="onterecht-afgewezen"
        ),
        pytest.param(inkeer(None, keuze=Herzieningskeuze.AFWIJZEN), ["grond_om_af_te_wijzen"], id="te-vroeg-afgewezen"),
    ],
)
def test_wat_inkeer_vraagt(anders: dict[str, Any], verwacht: list[str]) -> None:
    if verwacht:
        assert mis(**anders) == verwacht
    else:
        assert beslis(**anders).dictum == "beeindigd"


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        pytest.param({}, "Wij zien nog niet duidelijk genoeg dat u zich aan de afspraken houdt.", id="niet-nagekomen"),
        pytest.param({"uniform": False}, "Bij uw verlaging bestaat deze mogelijkheid niet.", id="niet-mogelijk"),
    ],
)
def test_een_geweigerde_inkeer_is_ook_een_besluit(anders: dict[str, Any], zin: str) -> None:
    uitkomst = beslis(**inkeer(False, keuze=Herzieningskeuze.AFWIJZEN, **anders))
    assert (uitkomst.dictum, uitkomst.bedragen, uitkomst.terug) == ("afgewezen", (), 0)
    assert zin in uitkomst.motivering
    assert "Wij veranderen ons besluit niet." in uitkomst.motivering


def test_nieuwe_feiten_kunnen_worden_afgewezen() -> None:
    uitkomst = beslis(grond=Herzieningsgrond.NIEUWE_FEITEN, keuze=Herzieningskeuze.AFWIJZEN)
    assert uitkomst.dictum == "afgewezen"


BESLUIT = date(2026, 5, 20)


@pytest.mark.parametrize(
    ("tot", "anders", "einde"),
    [
        pytest.param(date(2026, 7, 1), {}, None, id="een-maand-is-dan-voorbij"),
        pytest.param(date(2026, 8, 20), {}, None, id="eindigt-op-de-laatste-dag-van-de-termijn"),
        pytest.param(date(2026, 8, 21), {}, date(2026, 8, 20), id="loopt-een-dag-langer"),
        pytest.param(date(2026, 9, 1), {"uniform": True}, None, id="uniform-heeft-inkeer"),
        pytest.param(date(2026, 9, 1), {"regime": Regime.IOAW}, None, id="ioaw"),
    ],
)
def test_herbeoordeling_binnen_drie_maanden(tot: date, anders: dict[str, Any], einde: date | None) -> None:
    regime, uniform = anders.get("regime", Regime.PW), anders.get("uniform", False)
    termijn = herbeoordelingstermijn(regime, BESLUIT, tot, BELEID, uniform=uniform)
    assert (termijn and termijn.einde) == einde
