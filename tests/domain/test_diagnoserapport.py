"""The report: what is too small to show, and over which periods it can be asked."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.diagnose.rapport import Groepscel, hele_maanden, onderdruk


def cel(aantal: int | None, gescoord: int | None, punten: int | None) -> Groepscel:
    return Groepscel("matchen", "wonen", aantal, gescoord, 60 if gescoord else None, punten)


@pytest.mark.regel("DEV-DIA-009")
@pytest.mark.parametrize(
    ("aantal", "gescoord", "punten", "te_zien"),
    [
        pytest.param(9, 9, 0, (None, None, None, None), id="net-te-klein"),
        pytest.param(10, 10, 0, (10, 10, 60, 0), id="net-groot-genoeg"),
        pytest.param(None, None, None, (None, None, None, None), id="al-verborgen"),
        pytest.param(30, 9, 0, (30, None, None, 0), id="weinig-met-score"),
        pytest.param(30, 21, 0, (30, None, None, 0), id="weinig-zonder-score"),
        pytest.param(30, 20, 10, (30, 20, 60, 10), id="beide-delen-groot-genoeg"),
        pytest.param(30, 30, 9, (30, 30, 60, None), id="weinig-met-aandachtspunt"),
        pytest.param(30, 30, 21, (30, 30, 60, None), id="weinig-zonder-aandachtspunt"),
        pytest.param(30, 30, 30, (30, 30, 60, 30), id="iedereen"),
    ],
)
def test_kleine_groepen_zijn_niet_te_zien(
    aantal: int | None, gescoord: int | None, punten: int | None, te_zien: tuple[int | None, ...]
) -> None:
    (gevonden,) = onderdruk([cel(aantal, gescoord, punten)], 10)
    assert (gevonden.aantal, gevonden.gescoord, gevonden.gemiddelde_score, gevonden.met_aandachtspunt) == te_zien


@pytest.mark.parametrize(
    ("van", "tot", "goed"),
    [
        pytest.param(date(2026, 1, 1), date(2026, 1, 31), True, id="een-maand"),
        pytest.param(date(2026, 1, 1), date(2026, 1, 30), False, id="dag-te-weinig"),
        pytest.param(date(2026, 1, 1), date(2026, 2, 1), False, id="dag-te-veel"),
        pytest.param(date(2026, 1, 2), date(2026, 1, 31), False, id="begint-later"),
        pytest.param(date(2026, 3, 1), date(2026, 2, 28), False, id="verkeerde-volgorde"),
    ],
)
def test_alleen_hele_maanden(van: date, tot: date, goed: bool) -> None:
    assert hele_maanden(van, tot) is goed
