"""The month of grace, the phases of 20, 40 and 100 percent, and stopping early: three days at each boundary."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from app.domain.kern.maanden import plus_maanden
from app.domain.taaleis.beleid import Fase, TaaleisBeleid
from app.domain.taaleis.fasen import Ronde, bij_stoppen, eerste_dag, fase_op, hele_maanden, procent_op, respijt
from tests.steun.taaleis import BELEID

VAST = date(2026, 3, 10)
DAGEN = st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 12, 31))
RONDE = Ronde(vaststelling=VAST, kennisgeving=date(2026, 3, 16))


def dag(tekst: str) -> date:
    return date.fromisoformat(tekst)


@pytest.mark.regel("DEV-TAA-519", "DEV-TAA-523")
@pytest.mark.parametrize(
    ("op", "procent"),
    [
        pytest.param("2026-04-15", 0, id="dag-voor-het-einde-van-de-maand"),
        pytest.param("2026-04-16", 0, id="laatste-dag-van-de-maand-na-kennisgeving"),
        pytest.param("2026-04-17", 20, id="dag-erna-20-procent"),
        pytest.param("2026-09-09", 20, id="laatste-dag-van-zes-maanden"),
        pytest.param("2026-09-10", 40, id="zes-maanden-na-vaststelling-40-procent"),
        pytest.param("2026-09-11", 40, id="dag-na-zes-maanden"),
        pytest.param("2027-03-09", 40, id="laatste-dag-van-een-jaar"),
        pytest.param("2027-03-10", 100, id="een-jaar-na-vaststelling-100-procent"),
        pytest.param("2027-03-11", 100, id="dag-na-een-jaar"),
        pytest.param("2031-01-01", 100, id="zonder-einde"),
    ],
)
def test_fasen(op: str, procent: int) -> None:
    assert procent_op(dag(op), RONDE, BELEID) == procent


@pytest.mark.regel("DEV-TAA-511", "DEV-TAA-519")
@pytest.mark.parametrize(
    ("kennisgeving", "laatste"),
    [
        pytest.param("2026-03-09", "2026-04-10", id="kennisgeving-voor-de-vaststelling"),
        pytest.param("2026-03-10", "2026-04-10", id="op-dezelfde-dag"),
        pytest.param("2026-03-11", "2026-04-13", id="zaterdag-loopt-door-tot-maandag"),
        pytest.param("2026-03-16", "2026-04-16", id="later-is-later"),
    ],
)
def test_respijt_is_het_laatste_van_twee_data(kennisgeving: str, laatste: str) -> None:
    """The last day is in time; the Algemene termijnenwet lets it not end in a weekend."""
    ronde = Ronde(vaststelling=VAST, kennisgeving=dag(kennisgeving))
    termijn = respijt(ronde, BELEID)
    assert (termijn.einde, eerste_dag(ronde, BELEID)) == (dag(laatste), dag(laatste) + timedelta(days=1))
    assert "hoort nog bij de termijn" in termijn.stappen[-1].uitleg


@pytest.mark.regel("DEV-TAA-510", "DEV-TAA-519")
@pytest.mark.parametrize(
    ("op", "procent"),
    [
        pytest.param("2026-06-14", 20, id="dag-voor-de-verklaring"),
        pytest.param("2026-06-15", 0, id="dag-van-de-verklaring"),
        pytest.param("2026-06-16", 0, id="dag-erna"),
    ],
)
def test_een_bereidverklaring_stopt_de_verlaging(op: str, procent: int) -> None:
    ronde = RONDE.model_copy(update={"bereid_op": dag("2026-06-15")})
    assert procent_op(dag(op), ronde, BELEID) == procent
    op_tijd = RONDE.model_copy(update={"bereid_op": dag("2026-04-16")})
    assert procent_op(dag("2026-04-17"), op_tijd, BELEID) == 0


@pytest.mark.regel("DEV-TAA-520")
@pytest.mark.parametrize(
    ("stop", "procent"),
    [
        pytest.param("2026-09-15", None, id="dag-voor-een-half-jaar"),
        pytest.param("2026-09-16", 40, id="half-jaar-compleet"),
        pytest.param("2026-09-17", 40, id="dag-erna"),
        pytest.param("2027-03-15", 40, id="dag-voor-een-jaar"),
        pytest.param("2027-03-16", 100, id="jaar-compleet"),
        pytest.param("2027-03-17", 100, id="dag-na-een-jaar"),
    ],
)
def test_vroegtijdig_stoppen(stop: str, procent: int | None) -> None:
    regel = bij_stoppen(dag(stop), dag("2026-03-16"), BELEID)
    assert (regel.procent if regel else None) == procent


def test_hele_maanden_aan_het_einde_van_een_maand() -> None:
    assert [hele_maanden(dag("2026-01-31"), dag(op)) for op in ("2026-02-27", "2026-02-28", "2026-03-01")] == [0, 1, 1]


@pytest.mark.regel("DEV-TAA-519")
@settings(deadline=None, max_examples=60)
@given(vast=DAGEN, wacht=st.integers(-30, 120), bereid=st.none() | DAGEN, loop=st.integers(0, 900))
def test_welke_data_ook(vast: date, wacht: int, bereid: date | None, loop: int) -> None:
    """Nothing before the grace is over, phases never lighter, and nothing from the bereidverklaring on."""
    ronde = Ronde(vaststelling=vast, kennisgeving=vast + timedelta(days=wacht), bereid_op=bereid)
    einde, op = respijt(ronde, BELEID).einde, vast + timedelta(days=loop)
    procent, morgen = procent_op(op, ronde, BELEID), procent_op(op + timedelta(days=1), ronde, BELEID)
    assert procent in {0, 20, 40, 100}
    assert einde >= max(plus_maanden(ronde.vaststelling, 1), plus_maanden(ronde.kennisgeving, 1))
    if op <= einde or (bereid is not None and op >= bereid):
        assert procent == 0
        assert fase_op(op, ronde, BELEID) is None
    elif bereid is None or op + timedelta(days=1) < bereid:
        assert morgen >= procent > 0


@pytest.mark.parametrize(
    "fasen",
    [
        pytest.param((), id="geen"),
        pytest.param(((0, 6, 20), (7, None, 40)), id="gat"),
        pytest.param(((0, 6, 20),), id="met-einde"),
        pytest.param(((0, 6, 40), (6, None, 20)), id="lichter"),
    ],
)
def test_fasen_sluiten_aan_en_worden_niet_lichter(fasen: tuple[tuple[int, int | None, int], ...]) -> None:
    waarde = [Fase(vanaf_maand=van, tot_maand=tot, procent=Decimal(procent)) for van, tot, procent in fasen]
    inhoud = BELEID.model_dump()
    inhoud["fasen"]["waarde"] = [fase.model_dump() for fase in waarde]
    with pytest.raises(ValidationError):
        TaaleisBeleid.model_validate(inhoud)


def test_een_eerste_fase_die_later_begint_geldt_vanaf_het_begin() -> None:
    later = BELEID.model_copy(
        update={"fasen": BELEID.fasen.model_copy(update={"waarde": (Fase(vanaf_maand=2, procent=Decimal(20)),)})}
    )
    assert later.fase(0) == 0
