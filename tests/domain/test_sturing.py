"""Sturing: small numbers stay hidden, chance is not a difference, and who indelen are compared."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.onthulling import met_totalen, verberg, verberg_rij
from app.domain.sturing.beleid import SturingBeleid
from app.domain.sturing.indelingen import Geval, Stap, vergelijk
from app.domain.sturing.kwartaal import Kwartaal
from app.domain.sturing.spreiding import wijkt_af, wilson
from tests.steun.beleid import vast_register

BELEID = vast_register().geldend(SturingBeleid, "GM0150", date(2026, 4, 7)).beleid
M, G, F, Z = Klantgroep.MATCHEN, Klantgroep.GROEIEN, Klantgroep.FACILITEREN, Klantgroep.ZORGEN
EEN, TWEE, DRIE = (UUID(int=nummer) for nummer in (1, 2, 3))


@pytest.mark.parametrize(
    ("dag", "voorbij", "gevolgd"),
    [
        pytest.param(date(2026, 3, 31), False, False, id="laatste-dag"),
        pytest.param(date(2026, 4, 1), True, False, id="eerste-dag-erna"),
        pytest.param(date(2026, 9, 30), True, False, id="dag-voor-6-maanden"),
        pytest.param(date(2026, 10, 1), True, True, id="6-maanden"),
    ],
)
def test_alleen_een_kwartaal_dat_voorbij_is(dag: date, voorbij: bool, gevolgd: bool) -> None:
    kwartaal = Kwartaal(jaar=2026, nummer=1)
    assert (kwartaal.van, kwartaal.tot) == (date(2026, 1, 1), date(2026, 4, 1))
    assert Kwartaal(jaar=2026, nummer=4).tot == date(2027, 1, 1)
    assert (kwartaal.voorbij(dag), kwartaal.voorbij(dag, 6)) == (voorbij, gevolgd)


@pytest.mark.parametrize(
    ("aantal", "totaal", "onder", "boven"),
    [
        pytest.param(0, 10, 0.0, 0.278, id="nul"),
        pytest.param(10, 10, 0.722, 1.0, id="alle"),
        pytest.param(5, 10, 0.237, 0.763, id="helft-van-10"),
        pytest.param(50, 100, 0.404, 0.596, id="helft-van-100"),
    ],
)
def test_het_interval_van_wilson(aantal: int, totaal: int, onder: float, boven: float) -> None:
    """Values from the formula, as published tables of the Wilson score interval give them."""
    interval = wilson(aantal, totaal, 0.95)
    assert (round(interval.onder, 3), round(interval.boven, 3)) == (onder, boven)


def test_toeval_is_geen_verschil_en_veel_vergelijken_vraagt_meer() -> None:
    assert not wijkt_af(6, 10, 0.5, (0.95, 1))
    assert wijkt_af(70, 100, 0.5, (0.95, 1))
    assert wijkt_af(61, 100, 0.5, (0.95, 1))
    assert not wijkt_af(61, 100, 0.5, (0.95, 40))


def _herleidbaar(tabel: list[list[int]], weg: frozenset[tuple[int, int]]) -> set[tuple[int, int]]:
    """Solve the sums of a small table in all ways that fit: what has the same value in all of them is known."""
    vol = met_totalen(tabel)
    hoogte, breedte = len(tabel), len(tabel[0])
    vrij = sorted(cel for cel in weg if cel[0] < hoogte and cel[1] < breedte)
    gezien: dict[tuple[int, int], set[int]] = {cel: set() for cel in weg}
    for poging in product(range(9), repeat=len(vrij)):
        nieuw = [list(rij) for rij in tabel]
        for (rij, kolom), waarde in zip(vrij, poging, strict=True):
            nieuw[rij][kolom] = waarde
        som = met_totalen(nieuw)
        if all(som[r][k] == vol[r][k] for r in range(hoogte + 1) for k in range(breedte + 1) if (r, k) not in weg):
            for r, k in weg:
                gezien[r, k].add(som[r][k])
    return {cel for cel, waarden in gezien.items() if len(waarden) == 1}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.integers(0, 7), min_size=2, max_size=2), min_size=1, max_size=2))
def test_wat_verborgen_is_volgt_niet_uit_de_totalen(tabel: list[list[int]]) -> None:
    (weg,) = verberg([tabel], 5)
    vol = met_totalen(tabel)
    klein = {(r, k) for r, rij in enumerate(vol) for k, aantal in enumerate(rij) if 0 < aantal < 5}
    assert klein <= weg
    assert _herleidbaar(tabel, weg) & klein == set()


@pytest.mark.parametrize(
    ("tabel", "verborgen"),
    [
        pytest.param([[9, 8], [7, 6]], set(), id="niets-klein"),
        pytest.param([[5, 6], [7, 8]], set(), id="precies-de-grens"),
        pytest.param([[4, 9], [7, 8]], {(0, 0), (0, 1), (1, 0), (1, 1)}, id="een-onder-de-grens"),
        pytest.param([[0, 9], [7, 8]], set(), id="nul-is-geen-persoon"),
        pytest.param([[3, 9], [4, 8], [20, 20]], {(0, 0), (0, 1), (1, 0), (1, 1)}, id="twee-rijen-die-elkaar-dekken"),
        pytest.param([[1, 1]], {(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)}, id="te-weinig-om-iets-te-tonen"),
    ],
)
def test_wat_wordt_verborgen(tabel: list[list[int]], verborgen: set[tuple[int, int]]) -> None:
    assert verberg([tabel], 5)[0] == verborgen


def test_een_totaal_dat_een_tabel_verbergt_is_nergens_te_zien() -> None:
    eerste, tweede = verberg([[[4, 0], [3, 0], [20, 20]], [[0, 4], [3, 0], [10, 30]]], 5)
    totalen = {(rij, 2) for rij in range(4)}
    assert eerste & totalen == tweede & totalen
    assert {(0, 2), (1, 2)} <= eerste


@pytest.mark.parametrize(
    ("aantallen", "verborgen"),
    [
        pytest.param([5, 9, 30], set(), id="niets-klein"),
        pytest.param([4, 9, 30], {0, 1}, id="een-klein-dus-ook-de-volgende"),
        pytest.param([2, 2, 30], {0, 1, 2}, id="samen-te-weinig"),
        pytest.param([3, 4, 30], {0, 1}, id="samen-genoeg"),
        pytest.param([4], {0, 1}, id="alleen-een-klein"),
        pytest.param([0, 0], set(), id="niemand"),
        pytest.param([0, 9], set(), id="een-leeg"),
    ],
)
def test_welke_gemiddelden_worden_verborgen(aantallen: list[int], verborgen: set[int]) -> None:
    assert verberg_rij(aantallen, 5) == verborgen


def gevallen(wie: UUID, groep: Klantgroep, aantal: int, **anders: object) -> list[Geval]:
    basis = {
        "beslisser": wie,
        "klantgroep": groep,
        "voorstel": groep,
        "twijfel": False,
        "ingedeeld_op": date(2026, 1, 20),
        "gesprek_op": date(2026, 1, 18),
        "screening_op": date(2026, 1, 10),
        "melding_op": date(2026, 1, 5),
    }
    return [Geval.model_validate(basis | anders) for _ in range(aantal)]


def test_de_verdeling_per_medewerker_met_wat_toeval_toelaat() -> None:
    alles = [
        *gevallen(EEN, M, 40),
        *gevallen(EEN, Z, 10),
        *gevallen(TWEE, M, 38),
        *gevallen(TWEE, Z, 12),
        *gevallen(DRIE, M, 8),
        *gevallen(DRIE, Z, 42, voorstel=M, twijfel=True),
    ]
    een, twee, drie, samen = vergelijk(alles, BELEID, gevolgd=False)
    assert (een.beslisser, samen.beslisser, een.aantal, samen.aantal) == (EEN, None, 50, 150)
    matchen = een.verdeling[M]
    assert (matchen.aantal, matchen.aandeel) == (40, 0.8)
    assert matchen.onder is not None
    assert matchen.boven is not None
    assert matchen.onder < 0.8 < matchen.boven
    assert [regel.verdeling[Z].opvallend for regel in (een, twee, drie, samen)] == [True, False, True, False]
    assert (drie.afwijkingen.aandeel, samen.twijfelgevallen.aandeel) == (0.84, 0.28)
    assert een.wissels is None
    assert een.dagen == {
        Stap.MELDING_SCREENING: 5.0,
        Stap.SCREENING_GESPREK: 8.0,
        Stap.GESPREK_INDELING: 2.0,
        Stap.MELDING_INDELING: 15.0,
    }


def test_kleine_aantallen_zijn_nergens_te_zien() -> None:
    alles = [*gevallen(EEN, M, 30), *gevallen(EEN, Z, 3), *gevallen(TWEE, M, 30), *gevallen(TWEE, Z, 10)]
    alles += gevallen(DRIE, M, 2, melding_op=None)
    een, twee, drie, samen = vergelijk(alles, BELEID, gevolgd=False)
    assert (een.verdeling[Z].aantal, drie.aantal, drie.verdeling[M].aantal) == (None, None, None)
    assert None in (twee.verdeling[Z].aantal, samen.verdeling[Z].aantal)
    assert drie.dagen[Stap.GESPREK_INDELING] is None
    assert drie.dagen[Stap.MELDING_INDELING] is None
    assert None in (een.dagen[Stap.GESPREK_INDELING], samen.dagen[Stap.GESPREK_INDELING])
    assert een.verdeling[Z].aandeel is een.verdeling[Z].onder is None


@pytest.mark.parametrize(
    ("dag", "aantal"),
    [
        pytest.param(date(2026, 7, 19), 8, id="dag-voor-6-maanden"),
        pytest.param(date(2026, 7, 20), 0, id="6-maanden-later"),
        pytest.param(date(2026, 7, 21), 0, id="dag-na-6-maanden"),
    ],
)
def test_wissels_binnen_zes_maanden(dag: date, aantal: int) -> None:
    alles = [*gevallen(EEN, M, 8, wissel_op=dag), *gevallen(EEN, M, 20)]
    een, samen = vergelijk(alles, BELEID, gevolgd=True)
    assert een.wissels is not None
    assert samen.wissels is not None
    assert (een.wissels.aantal, samen.wissels.aantal) == (aantal, aantal)


def test_zonder_indelingen_alleen_een_lege_regel() -> None:
    (samen,) = vergelijk([], BELEID, gevolgd=True)
    assert (samen.beslisser, samen.aantal, samen.verdeling[M].aandeel) == (None, 0, None)
    assert set(samen.dagen.values()) == {None}
    zonder = gevallen(EEN, M, 6, voorstel=None, ingedeeld_op=date(2026, 1, 18) + timedelta(days=1))
    een, _ = vergelijk(zonder, BELEID, gevolgd=False)
    assert (een.afwijkingen.aantal, een.dagen[Stap.GESPREK_INDELING]) == (0, 1.0)
