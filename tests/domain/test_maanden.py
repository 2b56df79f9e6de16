"""Calendar months, with the ends of short months and of the year."""

from datetime import date

import pytest

from app.domain.kern.maanden import eerste_van_de_maand, maanden_vanaf, plus_maanden


@pytest.mark.parametrize(
    ("dag", "aantal", "verwacht"),
    [
        pytest.param(date(2026, 4, 23), 12, date(2027, 4, 23), id="een-jaar"),
        pytest.param(date(2026, 1, 30), 1, date(2026, 2, 28), id="30-januari"),
        pytest.param(date(2026, 1, 31), 1, date(2026, 2, 28), id="31-januari"),
        pytest.param(date(2028, 1, 31), 1, date(2028, 2, 29), id="schrikkeljaar"),
        pytest.param(date(2026, 12, 1), 1, date(2027, 1, 1), id="over-het-jaar"),
        pytest.param(date(2026, 11, 30), 1, date(2026, 12, 30), id="naar-december"),
        pytest.param(date(2026, 5, 31), 0, date(2026, 5, 31), id="nul"),
        pytest.param(date(2026, 1, 1), -1, date(2025, 12, 1), id="terug"),
    ],
)
def test_plus_maanden(dag: date, aantal: int, verwacht: date) -> None:
    assert plus_maanden(dag, aantal) == verwacht


def test_maanden_vanaf() -> None:
    assert maanden_vanaf(date(2026, 11, 30), 3) == (date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1))
    assert maanden_vanaf(date(2026, 11, 1), 0) == ()
    assert eerste_van_de_maand(date(2026, 2, 28)) == date(2026, 2, 1)
