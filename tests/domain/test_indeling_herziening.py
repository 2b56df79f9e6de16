"""Indeling: how long a klant stays in a klantgroep, and the one extension of Matchen."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.indeling.beleid import IndelingBeleid
from app.domain.indeling.herziening import (
    VerlengingFeiten,
    herziening_op,
    herzieningstaak,
    toets_verlenging,
    wordt_herzien,
    zichtbaar_vanaf,
)
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import niet_voldaan
from tests.steun.beleid import vast_register

START = date(2026, 4, 16)
BELEID = vast_register().geldend(IndelingBeleid, "GM0150", START).beleid
M, G, F, Z = Klantgroep.MATCHEN, Klantgroep.GROEIEN, Klantgroep.FACILITEREN, Klantgroep.ZORGEN
VANAF = zichtbaar_vanaf(date(2026, 10, 16), BELEID)


@pytest.mark.regel("DEV-KGR-003", "DEV-KGR-004", "DEV-KGR-009")
@pytest.mark.parametrize(
    ("groep", "verlengd", "dag"),
    [
        pytest.param(M, False, date(2026, 10, 16), id="matchen-zes-maanden"),
        pytest.param(M, True, date(2027, 1, 16), id="matchen-verlengd-negen-maanden"),
        pytest.param(G, False, date(2029, 4, 16), id="groeien-drie-jaar"),
        pytest.param(F, False, None, id="faciliteren-zonder-einde"),
        pytest.param(Z, False, None, id="zorgen-zonder-einde"),
    ],
)
def test_wanneer_de_klantgroep_wordt_herzien(groep: Klantgroep, verlengd: bool, dag: date | None) -> None:
    assert herziening_op(groep, START, verlengd, BELEID) == dag


@pytest.mark.regel("DEV-KGR-009")
def test_de_keuze_ligt_bij_de_werkconsulent_en_is_na_de_verlenging_anders() -> None:
    eerste, tweede = (herzieningstaak(M, date(2026, 10, 16), verlengd, BELEID) for verlengd in (False, True))
    assert (eerste.rol, eerste.uiterste) == (Rol.WERKCONSULENT, date(2026, 10, 16))
    assert "verleng" in eerste.wat
    assert "geen tweede" in tweede.wat
    assert herzieningstaak(G, date(2029, 4, 16), False, BELEID).grondslag == BELEID.groeien_max_maanden.grondslag


@pytest.mark.regel("DEV-KGR-009")
@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        pytest.param({"dag": date(2026, 9, 17)}, ["verlengen_op_tijd"], id="dag-te-vroeg"),
        pytest.param({"dag": date(2026, 9, 18)}, [], id="eerste-dag"),
        pytest.param({"dag": date(2026, 9, 19)}, [], id="dag-erna"),
        pytest.param({"dag": date(2026, 11, 30)}, [], id="ook-nog-na-zes-maanden"),
        pytest.param({"eerder_verlengd": True}, ["een_verlenging"], id="tweede-keer"),
        pytest.param({"klantgroep": G}, ["zit_in_matchen", "verlengen_op_tijd"], id="in-groeien"),
        pytest.param({"start": None}, ["verlengen_op_tijd"], id="voor-de-kick-off"),
    ],
)
def test_matchen_wordt_een_keer_verlengd(anders: dict[str, Any], fout: list[str]) -> None:
    assert date(2026, 9, 18) == VANAF
    feiten = VerlengingFeiten(klantgroep=M, start=START, dag=VANAF)
    toetsen = toets_verlenging(feiten.model_copy(update=anders), BELEID)
    assert [t.voorwaarde for t in niet_voldaan(toetsen)] == fout


@pytest.mark.regel("DEV-KGR-004")
@pytest.mark.parametrize(
    ("groep", "kenmerken", "verwacht"),
    [
        pytest.param(M, ["dak_thuisloos"], True, id="matchen"),
        pytest.param(G, ["statushouder"], True, id="groeien"),
        pytest.param(G, ["ex_gedetineerd"], False, id="groeien-zonder-uitstroombestemming"),
        pytest.param(F, [], False, id="faciliteren"),
        pytest.param(None, [], False, id="niet-ingedeeld"),
    ],
)
def test_wiens_tijd_in_de_klantgroep_wordt_gevolgd(
    groep: Klantgroep | None, kenmerken: list[str], verwacht: bool
) -> None:
    assert wordt_herzien(groep, kenmerken) is verwacht
