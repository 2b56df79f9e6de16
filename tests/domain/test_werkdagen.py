from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kern.werkdagen import (
    eerste_dag_met_werkdagen_ertussen,
    is_werkdag,
    tel_werkdagen,
    tel_werkdagen_terug,
    waarom_geen_werkdag,
    werkdagen_te_laat,
    werkdagen_tussen,
)

DAGEN = st.dates(min_value=date(2015, 1, 1), max_value=date(2040, 12, 31))
AANTALLEN = st.integers(min_value=0, max_value=60)


@pytest.mark.parametrize(
    ("dag", "reden"),
    [
        pytest.param(date(2026, 4, 2), None, id="donderdag"),
        pytest.param(date(2026, 4, 3), "Goede Vrijdag", id="goede-vrijdag"),
        pytest.param(date(2026, 4, 4), "zaterdag", id="zaterdag"),
        pytest.param(date(2026, 4, 5), "zondag", id="zondag"),
        pytest.param(date(2026, 4, 6), "Tweede Paasdag", id="tweede-paasdag"),
        pytest.param(date(2026, 4, 7), None, id="dinsdag-na-pasen"),
        pytest.param(date(2026, 12, 26), "Tweede Kerstdag", id="feestdag-op-zaterdag-heet-feestdag"),
    ],
)
@pytest.mark.regel("DEV-ORG-002")
def test_waarom_geen_werkdag(dag: date, reden: str | None) -> None:
    assert waarom_geen_werkdag(dag) == reden
    assert is_werkdag(dag) is (reden is None)


@pytest.mark.parametrize(
    ("start", "aantal", "verwacht"),
    [
        pytest.param(date(2026, 3, 24), 0, date(2026, 3, 24), id="nul-is-de-dag-zelf"),
        pytest.param(date(2026, 3, 24), 1, date(2026, 3, 25), id="dag-van-de-gebeurtenis-is-dag-0"),
        pytest.param(date(2026, 4, 2), 2, date(2026, 4, 8), id="melding-voor-pasen-2-werkdagen"),
        pytest.param(date(2026, 3, 27), 1, date(2026, 3, 30), id="vrijdag"),
        pytest.param(date(2026, 3, 28), 1, date(2026, 3, 30), id="zaterdag-maandag-is-dag-1"),
        pytest.param(date(2026, 3, 29), 1, date(2026, 3, 30), id="zondag-maandag-is-dag-1"),
        pytest.param(date(2026, 4, 6), 1, date(2026, 4, 7), id="feestdag-volgende-werkdag-is-dag-1"),
        pytest.param(date(2026, 12, 24), 2, date(2026, 12, 29), id="over-de-kerst"),
    ],
)
@pytest.mark.regel("DEV-ORG-002")
def test_tel_werkdagen(start: date, aantal: int, verwacht: date) -> None:
    assert tel_werkdagen(start, aantal) == verwacht


@pytest.mark.parametrize(
    ("eind", "aantal", "verwacht"),
    [
        pytest.param(date(2026, 4, 8), 0, date(2026, 4, 8), id="nul-is-de-dag-zelf"),
        pytest.param(date(2026, 4, 8), 2, date(2026, 4, 2), id="terug-over-pasen"),
        pytest.param(date(2026, 3, 30), 1, date(2026, 3, 27), id="maandag"),
        pytest.param(date(2026, 3, 29), 1, date(2026, 3, 27), id="zondag"),
    ],
)
def test_tel_werkdagen_terug(eind: date, aantal: int, verwacht: date) -> None:
    assert tel_werkdagen_terug(eind, aantal) == verwacht


def test_negatief_aantal_werkdagen_is_een_fout() -> None:
    with pytest.raises(ValueError, match="nul of meer"):
        tel_werkdagen(date(2026, 3, 24), -1)


@pytest.mark.parametrize(
    ("verzonden", "gesprek", "werkdagen"),
    [
        pytest.param(date(2026, 3, 16), date(2026, 3, 16), 0, id="zelfde-dag"),
        pytest.param(date(2026, 3, 16), date(2026, 3, 10), 0, id="gesprek-voor-verzending"),
        pytest.param(date(2026, 3, 16), date(2026, 3, 17), 0, id="volgende-dag"),
        pytest.param(date(2026, 3, 16), date(2026, 3, 23), 4, id="een-week-later-is-een-te-weinig"),
        pytest.param(date(2026, 3, 16), date(2026, 3, 24), 5, id="vijf-volle-werkdagen"),
        pytest.param(date(2026, 3, 16), date(2026, 3, 25), 6, id="een-meer"),
        pytest.param(date(2026, 4, 1), date(2026, 4, 10), 4, id="pasen-ertussen-te-weinig"),
        pytest.param(date(2026, 4, 1), date(2026, 4, 13), 5, id="pasen-ertussen-genoeg"),
    ],
)
@pytest.mark.regel("DEV-MTR-514")
def test_volle_werkdagen_tussen_verzending_en_gesprek(verzonden: date, gesprek: date, werkdagen: int) -> None:
    assert werkdagen_tussen(verzonden, gesprek) == werkdagen


@pytest.mark.parametrize(
    ("verzonden", "eerste"),
    [
        pytest.param(date(2026, 3, 16), date(2026, 3, 24), id="gewone-week"),
        pytest.param(date(2026, 3, 20), date(2026, 3, 30), id="vrijdag-gesprek-niet-op-zaterdag"),
        pytest.param(date(2026, 4, 1), date(2026, 4, 13), id="pasen-ertussen"),
        pytest.param(date(2026, 4, 4), date(2026, 4, 14), id="verzonden-op-zaterdag"),
    ],
)
@pytest.mark.regel("DEV-MTR-514")
def test_eerste_dag_met_vijf_werkdagen_ertussen(verzonden: date, eerste: date) -> None:
    assert eerste_dag_met_werkdagen_ertussen(verzonden, 5) == eerste


@pytest.mark.parametrize(
    ("nu_dag", "te_laat"),
    [
        pytest.param(date(2026, 4, 1), 0, id="dag-ervoor"),
        pytest.param(date(2026, 4, 2), 0, id="laatste-dag"),
        pytest.param(date(2026, 4, 3), 0, id="goede-vrijdag-telt-niet"),
        pytest.param(date(2026, 4, 6), 0, id="tweede-paasdag-telt-niet"),
        pytest.param(date(2026, 4, 7), 1, id="eerste-werkdag-erna"),
        pytest.param(date(2026, 4, 8), 2, id="tweede-werkdag-erna"),
    ],
)
def test_werkdagen_te_laat(nu_dag: date, te_laat: int) -> None:
    assert werkdagen_te_laat(date(2026, 4, 2), nu_dag) == te_laat


@given(DAGEN, AANTALLEN)
def test_tellen_en_ertussen_kloppen_met_elkaar(start: date, aantal: int) -> None:
    eerste = eerste_dag_met_werkdagen_ertussen(start, aantal)
    assert is_werkdag(eerste)
    assert werkdagen_tussen(start, eerste) == aantal
    assert werkdagen_tussen(start, tel_werkdagen(start, aantal) + timedelta(days=1)) == aantal


@given(DAGEN, AANTALLEN)
def test_heen_en_terug_is_hetzelfde_vanaf_een_werkdag(start: date, aantal: int) -> None:
    werkdag = tel_werkdagen(start, 1)
    assert tel_werkdagen_terug(tel_werkdagen(werkdag, aantal), aantal) == werkdag
