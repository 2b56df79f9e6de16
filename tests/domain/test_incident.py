"""Pandverbod: where and when a klant may not come."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.incident.pandverbod import Verbod, toets_pandverbod

VERBOD = Verbod(locatie="Stadskantoor", van=date(2026, 4, 1), tot=date(2026, 10, 1))


@pytest.mark.regel("DEV-MTR-519")
@pytest.mark.parametrize(
    ("locatie", "dag", "mag"),
    [
        pytest.param("Stadskantoor", date(2026, 3, 31), True, id="dag-voor-het-begin"),
        pytest.param("Stadskantoor", date(2026, 4, 1), False, id="eerste-dag"),
        pytest.param("Stadskantoor", date(2026, 9, 30), False, id="laatste-dag"),
        pytest.param("Stadskantoor", date(2026, 10, 1), True, id="dag-erna"),
        pytest.param(" stadskantoor, kamer 3", date(2026, 4, 1), False, id="kamer-in-het-gebouw"),
        pytest.param("KonnecteD", date(2026, 4, 1), True, id="ander-gebouw"),
        pytest.param("", date(2026, 4, 1), True, id="zonder-plek"),
    ],
)
def test_pandverbod_geldt_voor_plek_en_tijd(locatie: str, dag: date, mag: bool) -> None:
    toets = toets_pandverbod([VERBOD], locatie, dag)
    assert (toets.uitkomst == "voldaan") is mag
    assert ("1 oktober 2026" in toets.toelichting) is not mag
    assert toets_pandverbod([], locatie, dag).uitkomst == "voldaan"
