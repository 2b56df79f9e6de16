"""A plan is final after a consultation, and a changed plan reaches the klant before the gesprek is closed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from app.domain.gesprek.afronding import toets_planbrief
from app.domain.kern.leefgebied import Leefgebied
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Uitkomst, alle_voldaan, niet_voldaan
from app.domain.plan.beleid import PlanBeleid
from app.domain.plan.overleg import brieftaak, toets_definitief
from app.domain.plan.soort import is_gewijzigd
from app.domain.verwijzing.beleid import VerwijzingBeleid
from tests.domain.test_plan import ROUTEKAART
from tests.steun.beleid import beleid_van

BELEID = beleid_van(PlanBeleid)
DAG = ROUTEKAART.opgesteld_op
KLAAR = ROUTEKAART.model_copy(
    update={
        "overleg_op": DAG,
        "wijze_van_bereiken": "Met twee workshops.",
        "eigen_rol": "Elke week solliciteren.",
    }
)
MOMENT = datetime(2026, 4, 16, 10, tzinfo=UTC)


@pytest.mark.regel("DEV-PVA-901")
@pytest.mark.parametrize(
    ("anders", "ontbreekt"),
    [
        pytest.param({}, [], id="compleet"),
        pytest.param({"overleg_op": None}, ["overleg_vastgelegd"], id="geen-overleg"),
        pytest.param({"overleg_op": date(2026, 4, 15)}, [], id="overleg-dag-ervoor"),
        pytest.param({"overleg_op": date(2026, 4, 17)}, ["overleg_vastgelegd"], id="overleg-dag-erna"),
        pytest.param({"doelen": ()}, ["doel_aanwezig"], id="geen-stappen"),
        pytest.param({"wijze_van_bereiken": None}, ["wijze_van_bereiken"], id="niet-hoe"),
        pytest.param({"eigen_rol": ""}, ["eigen_rol"], id="geen-eigen-rol"),
    ],
)
def test_een_plan_is_pas_definitief_na_overleg_en_met_alle_onderdelen(
    anders: dict[str, Any], ontbreekt: list[str]
) -> None:
    toetsen = toets_definitief(KLAAR.model_copy(update=anders), BELEID)
    assert [toets.voorwaarde for toets in niet_voldaan(toetsen)] == ontbreekt


@pytest.mark.regel("DEV-PVA-901")
def test_wat_nooit_is_vastgelegd_is_onbepaald() -> None:
    open_ = niet_voldaan(toets_definitief(ROUTEKAART, BELEID))
    assert {toets.uitkomst for toets in open_} == {Uitkomst.ONBEPAALD}


@pytest.mark.regel("DEV-PVA-505")
@pytest.mark.parametrize(
    ("oud", "nieuw", "gewijzigd"),
    [
        pytest.param(KLAAR, KLAAR, False, id="gelijk"),
        pytest.param(KLAAR, KLAAR.model_copy(update={"overleg_op": DAG + timedelta(days=9)}), False, id="nog-eens"),
        pytest.param(KLAAR.model_copy(update={"overleg_op": None}), KLAAR, True, id="eerste-overleg"),
        pytest.param(KLAAR, KLAAR.model_copy(update={"eigen_rol": "Iets anders."}), True, id="andere-rol"),
    ],
)
def test_alleen_andere_inhoud_is_een_wijziging(oud: Any, nieuw: Any, gewijzigd: bool) -> None:
    assert is_gewijzigd(oud, nieuw) is gewijzigd


@pytest.mark.regel("DEV-PVA-505")
@pytest.mark.parametrize(
    ("gewijzigd_op", "brief_op", "kan"),
    [
        pytest.param(None, None, True, id="niet-gewijzigd-geen-brief"),
        pytest.param(MOMENT, None, False, id="gewijzigd-zonder-brief"),
        pytest.param(MOMENT, MOMENT - timedelta(seconds=1), False, id="brief-van-de-versie-ervoor"),
        pytest.param(MOMENT, MOMENT, True, id="op-hetzelfde-moment"),
        pytest.param(MOMENT, MOMENT + timedelta(seconds=1), True, id="brief-erna"),
    ],
)
def test_een_gesprek_sluit_niet_zonder_de_brief(
    gewijzigd_op: datetime | None, brief_op: datetime | None, kan: bool
) -> None:
    assert alle_voldaan([toets_planbrief(gewijzigd_op, brief_op)]) is kan
    assert brieftaak(DAG, BELEID).rol is Rol.INKOMENSCONSULENT


@pytest.mark.regel("DEV-PVA-504")
def test_per_leefgebied_staat_wie_om_hulp_kan_worden_gevraagd() -> None:
    kaart = beleid_van(VerwijzingBeleid)
    codes = {plek.code for plek in kaart.op_leefgebied(Leefgebied.FINANCIEN)}
    assert {"bad", "sociale_raadslieden", "deventerwijzer"} <= codes
    assert "uwv" not in codes
    assert all(kaart.op_leefgebied(gebied) for gebied in Leefgebied), "op elk leefgebied is er iemand"
    assert kaart.op_leefgebied() == ()
