from datetime import UTC, date, datetime

import pytest

from app.domain.kern.tijd import dag, nl_tijd


@pytest.mark.parametrize(
    ("nu", "verwacht"),
    [
        pytest.param(datetime(2026, 3, 31, 21, 59, tzinfo=UTC), date(2026, 3, 31), id="zomertijd-voor-middernacht"),
        pytest.param(datetime(2026, 3, 31, 22, 0, tzinfo=UTC), date(2026, 4, 1), id="zomertijd-middernacht"),
        pytest.param(datetime(2026, 12, 31, 22, 59, tzinfo=UTC), date(2026, 12, 31), id="wintertijd-voor-middernacht"),
        pytest.param(datetime(2026, 12, 31, 23, 0, tzinfo=UTC), date(2027, 1, 1), id="wintertijd-middernacht"),
    ],
)
def test_dag_is_de_nederlandse_dag(nu: datetime, verwacht: date) -> None:
    assert dag(nu) == verwacht


def test_nl_tijd_is_hetzelfde_moment() -> None:
    nu = datetime(2026, 7, 1, 10, 0, tzinfo=UTC)
    assert nl_tijd(nu) == nu
    assert nl_tijd(nu).isoformat() == "2026-07-01T12:00:00+02:00"


def test_moment_zonder_tijdzone_wordt_geweigerd() -> None:
    with pytest.raises(ValueError, match="tijdzone"):
        dag(datetime(2026, 7, 1))  # noqa: DTZ001
