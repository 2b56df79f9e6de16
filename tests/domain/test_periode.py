"""Periode and the days with which can be counted: first day in, last day out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from app.domain.kern.datum import in_onze_tijd
from app.domain.kern.periode import Periode

VAN, TOT = date(2026, 4, 1), date(2026, 5, 1)
DAG = timedelta(days=1)


def test_de_eerste_dag_hoort_erbij_en_de_laatste_niet() -> None:
    periode = Periode(van=VAN, tot=TOT)
    assert [dag in periode for dag in (VAN - DAG, VAN, TOT - DAG, TOT)] == [False, True, True, False]
    assert TOT in Periode(van=VAN)


@pytest.mark.parametrize("tot", [VAN - DAG, VAN])
def test_een_periode_is_nooit_leeg(tot: date) -> None:
    with pytest.raises(ValidationError, match="ligt niet na de begindatum"):
        Periode(van=VAN, tot=tot)
    assert VAN in Periode(van=VAN, tot=VAN + DAG)


@pytest.mark.parametrize(
    ("ander", "samen"),
    [
        pytest.param(Periode(van=VAN - DAG, tot=VAN), False, id="eindigt-op-de-eerste-dag"),
        pytest.param(Periode(van=VAN - DAG, tot=VAN + DAG), True, id="een-dag-samen-vooraan"),
        pytest.param(Periode(van=TOT - DAG), True, id="een-dag-samen-achteraan"),
        pytest.param(Periode(van=TOT), False, id="begint-erna"),
    ],
)
def test_overlap_is_minstens_een_dag(ander: Periode, samen: bool) -> None:
    periode = Periode(van=VAN, tot=TOT)
    assert (periode.overlapt(ander), ander.overlapt(periode)) == (samen, samen)


@pytest.mark.parametrize(
    ("dag", "goed"),
    [
        (date(1899, 12, 31), False),
        (date(1900, 1, 1), True),
        (date(2199, 12, 31), True),
        (date(2200, 1, 1), False),
    ],
)
def test_alleen_een_dag_waarmee_te_rekenen_is(dag: date, goed: bool) -> None:
    if goed:
        assert in_onze_tijd(dag) is dag
        return
    with pytest.raises(ValueError, match="van 1900 tot en met 2199"):
        in_onze_tijd(dag)


def test_wat_geen_dag_is_blijft_zoals_het_is() -> None:
    assert in_onze_tijd("geen dag") == "geen dag"
