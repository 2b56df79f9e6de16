"""Numbers of the doelgroepen: counted apart, and never so small that they point to a person."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.domain.doelgroep.cijfers import Telregel, onderdruk, tel
from app.domain.doelgroep.soorten import lees_feit
from app.domain.kern.kenmerk import Kenmerk
from tests.steun.doelgroep import beleid

DAG = date(2026, 3, 31)


def zorg(categorie: str, van: str = "2025-03-31") -> dict[str, Any]:
    velden = {"uitstel": "studieplicht", "reden": "Eerst zorg.", "herzienOp": "2026-12-31"}
    return {"soort": "kwetsbare_jongere", "datum": van, "categorie": categorie} | velden


def regels(
    aantal: int, *feiten: dict[str, Any], jongere: bool = True, kenmerk: Kenmerk | None = None
) -> list[Telregel]:
    kenmerken = frozenset({kenmerk} if kenmerk else ())
    return [Telregel(jongere, kenmerken, tuple(map(lees_feit, feiten)))] * aantal


@pytest.mark.regel("DEV-JON-022")
@pytest.mark.parametrize(
    ("cellen", "verwacht"),
    [
        pytest.param({"a": 4, "b": 9, "c": 6}, {"a": None, "b": 9, "c": None}, id="ook-de-kleinste-andere"),
        pytest.param({"a": 4, "b": 4, "c": 6}, {"a": None, "b": None, "c": 6}, id="twee-verbergen-elkaar"),
        pytest.param({"a": 1, "b": 1, "c": 6}, {"a": None, "b": None, "c": None}, id="samen-twee-is-elk-een"),
        pytest.param({"a": 2, "b": 2, "c": 6}, {"a": None, "b": None, "c": None}, id="samen-net-te-weinig"),
        pytest.param({"a": 2, "b": 3, "c": 6}, {"a": None, "b": None, "c": 6}, id="samen-net-genoeg"),
        pytest.param({"a": 5, "b": 0, "c": 6}, {"a": 5, "b": 0, "c": 6}, id="vijf-mag-nul-ook"),
        pytest.param({"a": 4, "b": 0}, {"a": None, "b": 0}, id="niets-om-mee-te-verbergen"),
    ],
)
def test_kleine_aantallen_blijven_weg(cellen: dict[str, int], verwacht: dict[str, int | None]) -> None:
    assert onderdruk(cellen, 5) == verwacht


@pytest.mark.regel("DEV-JON-022")
def test_jongeren_met_status_zorg_naar_categorie_en_duur() -> None:
    klaar = {"soort": "kwetsbare_jongere_einde", "datum": "2026-01-01", "reden": "Naar school."}
    alle = [
        *regels(6, zorg("pro_vso_kwetsbaar")),
        *regels(5, zorg("uitgestelde_studieplicht", "2024-03-31"), zorg("uitgestelde_studieplicht", "2026-01-31")),
        *regels(5, zorg("kan_werken_nog_niet"), klaar),
        *regels(3, {"soort": "doelgroepcategorie", "datum": "2026-01-01", "categorie": "algemene_bijstand"}),
        *regels(7, zorg("pro_vso_kwetsbaar"), jongere=False),
    ]
    cijfers = tel(alle, DAG, beleid())
    assert (cijfers.jongeren, cijfers.status_zorg) == (19, 11)
    assert cijfers.zorgcategorieen == {
        "pro_vso_kwetsbaar": 6,
        "uitgestelde_studieplicht": 5,
        "kan_werken_nog_niet": 0,
    }
    assert cijfers.gemiddelde_maanden == Decimal("17.4"), "een verlenging begint niet opnieuw"
    assert beleid().nulmeting.waarde.jongeren_met_bijstand == 306


@pytest.mark.regel("DEV-DOE-001")
def test_bijzondere_doelgroepen_tellen_apart() -> None:
    alle = [*regels(5, kenmerk=Kenmerk.DAK_THUISLOOS, jongere=False), *regels(4, kenmerk=Kenmerk.EX_GEDETINEERD)]
    cijfers = tel(alle, DAG, beleid())
    assert cijfers.doelgroepen == {"dak_thuisloos": 5, "ex_gedetineerd": None, "statushouder": 0}
    assert (cijfers.jongeren, cijfers.status_zorg, cijfers.gemiddelde_maanden) == (None, 0, None)
