from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kern.werkdagen import eerste_paasdag, feestdagen, koningsdag


def test_feestdagen_van_2026() -> None:
    assert dict(feestdagen(2026)) == {
        date(2026, 1, 1): "Nieuwjaarsdag",
        date(2026, 4, 3): "Goede Vrijdag",
        date(2026, 4, 6): "Tweede Paasdag",
        date(2026, 4, 27): "Koningsdag",
        date(2026, 5, 5): "Bevrijdingsdag",
        date(2026, 5, 14): "Hemelvaartsdag",
        date(2026, 5, 25): "Tweede Pinksterdag",
        date(2026, 12, 25): "Eerste Kerstdag",
        date(2026, 12, 26): "Tweede Kerstdag",
    }


@pytest.mark.parametrize(
    "pasen",
    [
        pytest.param(date(1818, 3, 22), id="vroegst-mogelijk"),
        pytest.param(date(1943, 4, 25), id="laatst-mogelijk"),
        pytest.param(date(1954, 4, 18), id="uitzondering-18-april"),
        pytest.param(date(1981, 4, 19), id="uitzondering-19-april"),
        pytest.param(date(2000, 4, 23), id="eeuwjaar"),
        pytest.param(date(2019, 4, 21), id="2019"),
        pytest.param(date(2024, 3, 31), id="2024-maart"),
        pytest.param(date(2025, 4, 20), id="2025"),
        pytest.param(date(2026, 4, 5), id="2026"),
        pytest.param(date(2027, 3, 28), id="2027"),
        pytest.param(date(2038, 4, 25), id="2038-laatst-mogelijk"),
    ],
)
def test_eerste_paasdag(pasen: date) -> None:
    assert eerste_paasdag(pasen.year) == pasen


@pytest.mark.parametrize(
    ("jaar", "dag"),
    [
        pytest.param(2024, date(2024, 4, 27), id="27-april-is-zaterdag"),
        pytest.param(2025, date(2025, 4, 26), id="27-april-is-zondag"),
        pytest.param(2026, date(2026, 4, 27), id="27-april-is-maandag"),
    ],
)
def test_koningsdag_schuift_naar_zaterdag(jaar: int, dag: date) -> None:
    assert koningsdag(jaar) == dag
    assert dag in feestdagen(jaar)


def test_koningsdag_2025_niet_op_de_zondag_zelf() -> None:
    assert date(2025, 4, 27) not in feestdagen(2025)


@pytest.mark.parametrize("jaar", range(2019, 2031))
def test_vijf_mei_is_elk_jaar_een_feestdag(jaar: int) -> None:
    assert "Bevrijdingsdag" in feestdagen(jaar)[date(jaar, 5, 5)]


def test_twee_feestdagen_op_een_dag_houden_beide_namen() -> None:
    assert feestdagen(2016)[date(2016, 5, 5)] == "Bevrijdingsdag en Hemelvaartsdag"


def test_feestdagen_zijn_onveranderlijk_en_onthouden() -> None:
    assert feestdagen(2026) is feestdagen(2026)
    assert not hasattr(feestdagen(2026), "__setitem__")


@given(st.integers(min_value=1900, max_value=2200))
def test_pasen_is_een_zondag_tussen_22_maart_en_25_april(jaar: int) -> None:
    pasen = eerste_paasdag(jaar)
    assert pasen.weekday() == 6
    assert date(jaar, 3, 22) <= pasen <= date(jaar, 4, 25)
    assert pasen - timedelta(days=2) in feestdagen(jaar)
