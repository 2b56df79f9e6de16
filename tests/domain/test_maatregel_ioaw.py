"""IOAW and IOAZ: a verlaging on the recorded grondslag, or a refusal to the extent that income was missed."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kern.fouten import Geweigerd
from app.domain.kern.geld import euro
from app.domain.maatregel.beleid import Regime
from app.domain.maatregel.berekening import Verlaging, bereken
from app.domain.maatregel.beslissing import beslis, gebruikte_waarden
from app.domain.maatregel.feiten import (
    Advies,
    Afwijking,
    EerdereMaatregel,
    NormMaand,
    Verwijtbaarheid,
    Voorstel,
    ZaakFeiten,
)
from app.domain.maatregel.motivering import Maatregeldictum as Dictum
from app.domain.maatregel.motivering import formule
from app.domain.maatregel.weigering import Weigering, Weigeringsgrond
from tests.steun.maatregel import BELEID, BESLUIT, feiten, in_de_weg

JUNI, JULI, AUGUSTUS = date(2026, 6, 1), date(2026, 7, 1), date(2026, 8, 1)
GRONDSLAG = tuple(NormMaand(maand=maand, norm=165000, versie="grondslag: GWS") for maand in (JUNI, JULI, AUGUSTUS))


def weigering(**anders: Any) -> Weigering:
    vast = {"grond": Weigeringsgrond.NIET_AANVAARD, "gederfd_inkomen": 90000, "maanden": 2, "gemotiveerd": True}
    return Weigering(**{**vast, **anders})


def ioaw(**anders: Any) -> ZaakFeiten:
    vast = {
        "regime": Regime.IOAW,
        "gedraging": "werkweigering",
        "bewijsstukken": frozenset({"concrete_vacature_of_baanaanbieding"}),
        "normen": GRONDSLAG,
    }
    return feiten(**{**vast, **anders})


def reken(**anders: Any) -> Verlaging:
    return bereken(ioaw(**anders), BELEID, BESLUIT)


def geweigerd(**anders: Any) -> dict[str, str]:
    with pytest.raises(Geweigerd) as fout:
        reken(**anders)
    return in_de_weg(fout.value.toetsen)


def test_een_verlaging_volgt_de_verordening_op_de_grondslag_en_klimt_niet() -> None:
    """Article 20, lid 2: no statutory ladder; recidive is that of the verordening."""
    eerder = EerdereMaatregel(besluit_datum=date(2026, 1, 5), gedraging="werkweigering", uniform=False)
    eerste, tweede = reken(), reken(eerdere_maatregelen=(eerder,))
    assert (eerste.procent, eerste.lid, eerste.totaal, len(tweede.bedragen)) == (Decimal(100), None, 165000, 2)


@pytest.mark.parametrize("regime", [Regime.IOAW, Regime.IOAZ])
@pytest.mark.parametrize(
    ("gederfd", "al", "bedrag"),
    [
        pytest.param(90000, 0, 90000, id="minder-dan-de-grondslag"),
        pytest.param(165000, 0, 165000, id="even-veel"),
        pytest.param(165001, 0, 165000, id="nooit-meer-dan-de-grondslag"),
        pytest.param(90000, 100000, 65000, id="niet-meer-dan-er-over-is"),
    ],
)
def test_weigeren_voor_zover_er_inkomen_had_kunnen_zijn(regime: Regime, gederfd: int, al: int, bedrag: int) -> None:
    normen = tuple(norm.model_copy(update={"al_verlaagd": al}) for norm in GRONDSLAG)
    uitkomst = reken(regime=regime, normen=normen, weigering=weigering(gederfd_inkomen=gederfd))
    assert [(regel.maand, regel.bedrag) for regel in uitkomst.bedragen] == [(JUNI, bedrag), (JULI, bedrag)]
    assert str(uitkomst.grondslag) == f"artikel 20, lid 1, {regime.value}"
    assert (uitkomst.procent, uitkomst.recidive, uitkomst.lid) == (None, False, None)
    minder = ", maar niet meer dan er over is" if bedrag < gederfd else ""
    assert formule(uitkomst.bedragen[0]) == f"gemist inkomen van {euro(gederfd)}{minder} = {euro(bedrag)}"


@pytest.mark.parametrize(
    ("maanden", "normen", "verwacht"),
    [
        pytest.param(None, GRONDSLAG, [JUNI, JULI, AUGUSTUS], id="blijvend-alle-bekende-maanden"),
        pytest.param(None, (GRONDSLAG[0], GRONDSLAG[2]), [JUNI], id="blijvend-tot-het-eerste-gat"),
        pytest.param(1, GRONDSLAG, [JUNI], id="een-maand"),
        pytest.param(3, GRONDSLAG, [JUNI, JULI, AUGUSTUS], id="drie-maanden"),
    ],
)
def test_hoe_lang_wordt_geweigerd(maanden: int | None, normen: tuple[NormMaand, ...], verwacht: list[date]) -> None:
    uitkomst = reken(normen=normen, weigering=weigering(maanden=maanden))
    assert [regel.maand for regel in uitkomst.bedragen] == verwacht


@pytest.mark.parametrize(
    ("anders", "mis"),
    [
        pytest.param(
            {"weigering": weigering(gemotiveerd=False)}, {"weigering_bepaald": "niet_voldaan"}, id="geen-reden"
        ),
        pytest.param(
            {"weigering": weigering(), "gedraging": "onvoldoende_sollicitaties"},
            {"weigering_bepaald": "niet_voldaan"},
            id="gedraging-van-lid-2",
        ),
        pytest.param(
            {"weigering": weigering(), "gedraging": "bestaat_niet"},
            {"weigering_bepaald": "niet_voldaan"},
            id="gedraging-niet-in-de-tabel",
        ),
        pytest.param(
            {"weigering": weigering(), "regime": Regime.PW}, {"weigering_bepaald": "niet_voldaan"}, id="participatiewet"
        ),
        pytest.param(
            {"weigering": weigering(), "afwijking": Afwijking(procent=50, gemotiveerd=True)},
            {"afwijking_bepaald": "niet_voldaan"},
            id="weigering-en-percentage",
        ),
        pytest.param(
            {"weigering": weigering(maanden=4)}, {"norm_bekend": "onbepaald"}, id="grondslag-van-een-maand-mist"
        ),
        pytest.param({"weigering": weigering(maanden=None), "normen": ()}, {"norm_bekend": "onbepaald"}, id="blijvend"),
        pytest.param({"normen": ()}, {"norm_bekend": "onbepaald"}, id="verlaging-zonder-grondslag"),
    ],
)
def test_wat_er_nog_mist(anders: dict[str, Any], mis: dict[str, str]) -> None:
    assert geweigerd(**anders) == mis


def test_de_vraag_om_de_grondslag_is_aan_de_inkomensconsulent() -> None:
    tekst = " ".join(beslis(ioaw(normen=()), BELEID, BESLUIT).motivering)
    assert (
        "De inkomensconsulent legde de grondslag van de IOAW niet vast voor de maand die begint op 1 juni 2026" in tekst
    )


@pytest.mark.parametrize(
    ("maanden", "fragmenten"),
    [
        pytest.param(
            2,
            (
                "U had € 900,00 per maand aan inkomen kunnen hebben. Dat deel van uw uitkering betalen wij 2 maanden"
                " niet, vanaf 1 juni 2026 (artikel 20, lid 1, IOAW).",
                "In juni 2026 is uw grondslag € 1.650,00; de verlaging is € 900,00.",
            ),
            id="tijdelijk",
        ),
        pytest.param(
            None,
            ("betalen wij blijvend niet", "Ook in de maanden daarna betalen wij dit deel van uw uitkering niet."),
            id="blijvend",
        ),
    ],
)
def test_de_motivering_van_een_weigering(maanden: int | None, fragmenten: tuple[str, ...]) -> None:
    zaak = ioaw(weigering=weigering(maanden=maanden), verwijtbaarheid=Verwijtbaarheid.VERMINDERD)
    uitkomst = beslis(zaak, BELEID, BESLUIT)
    assert uitkomst.dictum is Dictum.MAATREGEL
    assert all(fragment in " ".join(uitkomst.motivering) for fragment in fragmenten)
    namen = set(gebruikte_waarden(zaak, BELEID, uitkomst))
    assert namen & {"verlaging_procent", "duur_maanden", "lik_op_stuk_bedrag"} == set()


def test_een_waarschuwing_vraagt_geen_weigering() -> None:
    advies = Advies(voorstel=Voorstel.WAARSCHUWING, adviseur="adviseur", datum=date(2026, 5, 12), gemotiveerd=True)
    zaak = ioaw(weigering=weigering(gemotiveerd=False), normen=(), advies=advies)
    assert beslis(zaak, BELEID, BESLUIT).dictum is Dictum.WAARSCHUWING


@given(
    gederfd=st.integers(1, 400_000),
    grondslagen=st.lists(st.tuples(st.integers(0, 300_000), st.integers(0, 350_000)), min_size=3, max_size=3),
)
def test_een_weigering_neemt_nooit_meer_dan_er_is(gederfd: int, grondslagen: list[tuple[int, int]]) -> None:
    normen = tuple(
        NormMaand(maand=maand, norm=norm, versie="v", al_verlaagd=al)
        for maand, (norm, al) in zip((JUNI, JULI, AUGUSTUS), grondslagen, strict=True)
    )
    uitkomst = reken(normen=normen, weigering=weigering(gederfd_inkomen=gederfd, maanden=3))
    for norm, regel in zip(normen, uitkomst.bedragen, strict=True):
        assert regel.bedrag == min(gederfd, norm.rest)
