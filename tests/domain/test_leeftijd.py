from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kern.leeftijd import in_leeftijdsband, jonger_dan, leeftijd_op, verjaardag

DAGEN = st.dates(min_value=date(1930, 1, 1), max_value=date(2010, 12, 31))


@pytest.mark.parametrize(
    ("geboren", "peildatum", "leeftijd"),
    [
        pytest.param(date(1999, 5, 12), date(2026, 5, 11), 26, id="dag-voor-verjaardag"),
        pytest.param(date(1999, 5, 12), date(2026, 5, 12), 27, id="verjaardag"),
        pytest.param(date(1999, 5, 12), date(2026, 5, 13), 27, id="dag-na-verjaardag"),
        pytest.param(date(2000, 2, 29), date(2027, 2, 28), 26, id="schrikkeldag-28-februari-nog-niet"),
        pytest.param(date(2000, 2, 29), date(2027, 3, 1), 27, id="schrikkeldag-1-maart-bereikt"),
        pytest.param(date(2000, 2, 29), date(2028, 2, 28), 27, id="schrikkeljaar-dag-ervoor"),
        pytest.param(date(2000, 2, 29), date(2028, 2, 29), 28, id="schrikkeljaar-op-de-dag"),
        pytest.param(date(2026, 5, 12), date(2026, 5, 12), 0, id="geboortedag"),
    ],
)
def test_leeftijd_op(geboren: date, peildatum: date, leeftijd: int) -> None:
    assert leeftijd_op(geboren, peildatum) == leeftijd


def test_leeftijd_voor_de_geboorte_is_een_fout() -> None:
    with pytest.raises(ValueError, match="voor de geboortedatum"):
        leeftijd_op(date(2026, 5, 12), date(2026, 5, 11))


@pytest.mark.parametrize(
    ("peildatum", "jonger"),
    [
        pytest.param(date(2026, 5, 11), True, id="dag-voor-27e-verjaardag"),
        pytest.param(date(2026, 5, 12), False, id="27e-verjaardag-is-27-plus"),
        pytest.param(date(2026, 5, 13), False, id="dag-na-27e-verjaardag"),
    ],
)
@pytest.mark.regel("DEV-JON-001")
def test_jongere_is_jonger_dan_27(peildatum: date, jonger: bool) -> None:
    assert jonger_dan(date(1999, 5, 12), 27, peildatum) is jonger


@pytest.mark.parametrize(
    ("van", "tot", "peildatum", "erin"),
    [
        pytest.param(18, 27, date(2017, 5, 11), False, id="zoekperiode-dag-voor-18"),
        pytest.param(18, 27, date(2017, 5, 12), True, id="zoekperiode-18e-verjaardag"),
        pytest.param(18, 27, date(2017, 5, 13), True, id="zoekperiode-dag-na-18"),
        pytest.param(18, 27, date(2026, 5, 11), True, id="zoekperiode-dag-voor-27"),
        pytest.param(18, 27, date(2026, 5, 12), False, id="zoekperiode-27e-verjaardag"),
        pytest.param(18, 27, date(2026, 5, 13), False, id="zoekperiode-dag-na-27"),
        pytest.param(16, 23, date(2022, 5, 11), True, id="rmc-dag-voor-23"),
        pytest.param(16, 23, date(2022, 5, 12), False, id="rmc-23e-verjaardag"),
    ],
)
@pytest.mark.regel("DEV-JON-001")
def test_leeftijdsband_is_half_open(van: int, tot: int, peildatum: date, erin: bool) -> None:
    assert in_leeftijdsband(date(1999, 5, 12), peildatum, van, tot) is erin


@given(DAGEN, st.integers(0, 100))
def test_op_de_verjaardag_is_de_leeftijd_bereikt(geboren: date, jaren: int) -> None:
    dag = verjaardag(geboren, jaren)
    assert leeftijd_op(geboren, dag) == jaren
    assert not jonger_dan(geboren, jaren, dag)
