"""Counting what another policy does: changed values, classes, and tables in which nobody can be found."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from app.domain.kern.onthulling import verberg_rij
from app.domain.simulatie.beleid import SimulatieBeleid, leeftijdsklasse
from app.domain.simulatie.telling import Gevolg, Som, Telkenmerk, Telling, gevolg_van
from app.domain.simulatie.uitkomst import Groepsregel, maak_uitkomst
from app.domain.simulatie.wijziging import OnbekendPad, Wijziging, wijzig

BELEID: dict[str, Any] = {
    "bedrag": {"waarde": 5000},
    "procent": {"waarde": {"1": "5", "2": "30"}},
    "tabel": {"waarde": [{"code": "a", "groepen": ["x"]}, {"code": "b", "groepen": ["x"]}, {"code": "a"}]},
}


@pytest.mark.parametrize(
    ("veld", "waarde", "verwacht"),
    [
        pytest.param("bedrag", 0, {"bedrag": {"waarde": 0}}, id="hele-waarde"),
        pytest.param("procent.2", "20", {"procent": {"waarde": {"1": "5", "2": "20"}}}, id="in-een-object"),
        pytest.param("procent.3", "9", {"procent": {"waarde": {"1": "5", "2": "30", "3": "9"}}}, id="nieuwe-sleutel"),
        pytest.param(
            "tabel.b.groepen",
            [],
            {"tabel": {"waarde": [{"code": "a", "groepen": ["x"]}, {"code": "b", "groepen": []}, {"code": "a"}]}},
            id="een-rij",
        ),
        pytest.param(
            "tabel.*.groepen",
            [],
            {"tabel": {"waarde": [{"code": c, "groepen": []} for c in ("a", "b", "a")]}},
            id="elke-rij",
        ),
    ],
)
def test_een_pad_wijst_aan_wat_verandert(veld: str, waarde: Any, verwacht: dict[str, Any]) -> None:
    toen = repr(BELEID)
    assert wijzig(BELEID, [Wijziging(veld=veld, waarde=waarde)]) == BELEID | verwacht
    assert repr(BELEID) == toen
    assert Wijziging(veld=veld).hoofdveld in BELEID


@pytest.mark.parametrize(
    "veld", ["bestaat_niet", "tabel.z.groepen", "procent.2.diep", "bedrag.2", "procent.9.x", "procent.2.a.b"]
)
def test_een_pad_dat_nergens_heen_gaat(veld: str) -> None:
    with pytest.raises(OnbekendPad):
        wijzig(BELEID, [Wijziging(veld=veld, waarde=1)])


@pytest.mark.parametrize(
    ("leeftijd", "grenzen", "klasse"),
    [
        (26, (27, 45), "tot_27"),
        (27, (27, 45), "27_tot_45"),
        (44, (27, 45), "27_tot_45"),
        (45, (27, 45), "vanaf_45"),
        (45, (), "alle"),
    ],
)
def test_leeftijdsklassen(leeftijd: int, grenzen: tuple[int, ...], klasse: str) -> None:
    assert leeftijdsklasse(leeftijd, grenzen) == klasse


def test_leeftijdsgrenzen_lopen_op() -> None:
    bron = {"regeling": "Participatiewet", "artikel": "41"}
    with pytest.raises(ValidationError):
        SimulatieBeleid.model_validate({"leeftijdsgrenzen": {"waarde": [27, 27], "grondslag": bron}})
    goed = SimulatieBeleid.model_validate({"leeftijdsgrenzen": {"waarde": [27, 28], "grondslag": bron}})
    assert goed.leeftijdsgrenzen.waarde == (27, 28)


@pytest.mark.parametrize(
    ("van", "naar", "voor", "na", "gevolg"),
    [
        ("maatregel", "maatregel", 5000, 5000, Gevolg.GELIJK),
        ("maatregel", "maatregel", 5000, 4999, Gevolg.LAGER),
        ("maatregel", "maatregel", 5000, 5001, Gevolg.HOGER),
        ("maatregel", "afzien", 5000, 0, Gevolg.VERVALT),
        ("waarschuwing", "maatregel", 0, 5000, Gevolg.ONTSTAAT),
        ("waarschuwing", "afzien", 0, 0, Gevolg.ANDERE_UITKOMST),
        ("maatregel", "niet_te_berekenen", 5000, 0, Gevolg.ONBEKEND),
    ],
)
def test_gevolgen(van: str, naar: str, voor: int, na: int, gevolg: Gevolg) -> None:
    assert gevolg_van(van, naar, voor, na) is gevolg


def telling(**aantallen: tuple[Gevolg, int]) -> Telling:
    """So many decisions per klantgroep, each of 50 euro and 30 under the other policy unless equal."""
    samen = Telling()
    for naam, (gevolg, aantal) in aantallen.items():
        naar = "niet_te_berekenen" if gevolg is Gevolg.ONBEKEND else "maatregel"
        groepen = dict.fromkeys(Telkenmerk, "x") | {
            Telkenmerk.KLANTGROEP: naam.split("_")[0],
            Telkenmerk.OVERGANG: f"maatregel > {naar}",
            Telkenmerk.GEVOLG: gevolg,
        }
        for _ in range(aantal):
            samen.tel(groepen, 5000, 5000 if gevolg is Gevolg.GELIJK else 3000)
    return samen


def per_groep(telling: Telling) -> dict[str, Groepsregel]:
    eerste = maak_uitkomst(telling, 5).tabellen[0]
    assert eerste.kenmerk is Telkenmerk.KLANTGROEP
    return {groep.naam: groep for groep in eerste.groepen}


def test_grote_aantallen_staan_er_allemaal() -> None:
    bron = telling(matchen=(Gevolg.LAGER, 8), groeien=(Gevolg.GELIJK, 7), zorgen=(Gevolg.ONBEKEND, 5))
    groepen = per_groep(bron)
    assert (groepen["matchen"].anders, groepen["matchen"].bedragen.verschil) == (8, -16000)
    assert (groepen["groeien"].gelijk, groepen["groeien"].bedragen.voor) == (7, 35000)
    assert (groepen["zorgen"].onbekend, groepen["zorgen"].bedragen.voor) == (5, 0)
    samen = maak_uitkomst(bron, 5).samen
    assert (samen.aantal, samen.gelijk, samen.anders, samen.onbekend) == (20, 7, 8, 5)
    assert (samen.bedragen.voor, samen.bedragen.na) == (75_000, 59_000)


def test_een_klein_aantal_is_ook_niet_af_te_leiden() -> None:
    bron = telling(matchen_l=(Gevolg.LAGER, 9), matchen_g=(Gevolg.GELIJK, 9), groeien_g=(Gevolg.GELIJK, 9),
                   groeien_l=(Gevolg.LAGER, 4), zorgen_l=(Gevolg.LAGER, 20))  # fmt: skip
    groepen = per_groep(bron)
    assert groepen["groeien"].anders is None
    assert groepen["matchen"].anders is None, "anders volgt vier uit het totaal"
    assert groepen["groeien"].bedragen.verschil is None
    assert groepen["matchen"].bedragen.verschil is None
    assert groepen["zorgen"].bedragen.verschil == -40_000


def test_bij_weinig_samen_blijft_alles_dicht() -> None:
    uitkomst = maak_uitkomst(telling(matchen=(Gevolg.LAGER, 4)), 5)
    assert uitkomst.samen == Groepsregel(
        naam="alles", aantal=None, gelijk=uitkomst.samen.gelijk, anders=None, onbekend=uitkomst.samen.onbekend,
        bedragen=uitkomst.samen.bedragen,
    )  # fmt: skip
    assert uitkomst.samen.bedragen.voor is None


def test_niets_geteld() -> None:
    uitkomst = maak_uitkomst(Telling(), 5)
    assert (uitkomst.samen.aantal, uitkomst.samen.bedragen.voor, uitkomst.norm_doorgetrokken) == (0, 0, 0)
    assert [tabel.groepen for tabel in uitkomst.tabellen] == [()] * len(Telkenmerk)


def test_redenen_tellen_op_tot_hun_overgang() -> None:
    bron = telling(matchen=(Gevolg.ONBEKEND, 15), groeien=(Gevolg.GELIJK, 30))
    bron.redenen = Counter(
        {("niet_te_berekenen", "a"): 9, ("niet_te_berekenen", "b"): 5, ("niet_te_berekenen", "c"): 1}
    )
    bron.doorgetrokken = 4
    uitkomst = maak_uitkomst(bron, 5)
    assert [(reden.reden, reden.aantal) for reden in uitkomst.redenen] == [("a", 9), ("b", None), ("c", None)]
    assert uitkomst.norm_doorgetrokken is None
    klein = telling(matchen=(Gevolg.ONBEKEND, 3), groeien=(Gevolg.GELIJK, 30))
    klein.redenen = Counter({("niet_te_berekenen", "a"): 3})
    assert [reden.aantal for reden in maak_uitkomst(klein, 5).redenen] == [None]


def test_wat_al_verborgen_is_krijgt_gezelschap() -> None:
    assert verberg_rij([9, 7, 8], 5, {0}) == {0, 1}
    assert verberg_rij([9, 7, 8], 5) == frozenset()


@given(
    st.lists(st.tuples(st.sampled_from(["p", "q", "r"]), st.sampled_from(list(Gevolg)), st.integers(0, 12)), max_size=9)
)
def test_geen_getoond_aantal_is_klein_en_bewaren_verandert_niets(delen: list[tuple[str, Gevolg, int]]) -> None:
    bron = Telling()
    for nr, (naam, gevolg, aantal) in enumerate(delen):
        bron.plus(telling(**{f"{naam}_{nr}": (gevolg, aantal)}))
    assert Telling.lees(bron.bewaar()) == bron
    uitkomst = maak_uitkomst(bron, 5)
    for tabel in uitkomst.tabellen:
        regels = [*tabel.groepen, uitkomst.samen]
        getoond = [aantal for regel in regels for aantal in (regel.aantal, regel.gelijk, regel.anders, regel.onbekend)]
        assert not [aantal for aantal in getoond if aantal is not None and 0 < aantal < 5]
    assert bron.aantal == sum((som.aantal for som in bron.sommen.values()), Som().aantal)
