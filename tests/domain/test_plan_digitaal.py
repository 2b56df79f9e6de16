"""The plan in the digital mode: agreement by return mail, and one goal to begin with."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.beleid.schakeling import VasteSchakeling
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Uitkomst
from app.domain.plan.beleid import PlanBeleid
from app.domain.plan.feiten import Doel, Ondertekenwijze, PlanFeiten, PlanSoort
from app.domain.plan.toetsen import doelen_later, toets_akkoord, waarschuwingen
from tests.steun.beleid import vast_register

REGISTER = vast_register()
DAG = date(2026, 4, 7)
DICHT = "volledige_lockdown"


def beleid(*aan: str) -> PlanBeleid:
    return REGISTER.met(VasteSchakeling(aan)).geldend(PlanBeleid, "GM0150", DAG).beleid


def plan(doelen: int = 1, groep: Klantgroep = Klantgroep.FACILITEREN, **anders: Any) -> PlanFeiten:
    vast = {"soort": PlanSoort.MIJN_DOEL_ACTIEPLAN, "klantgroep": groep, "opgesteld_op": DAG}
    return PlanFeiten.model_validate(vast | {"doelen": [Doel(omschrijving="Doel")] * doelen} | anders)


@pytest.mark.regel("DEV-DIG-026")
@pytest.mark.parametrize(
    ("wijze", "op_afstand", "aan", "verwacht"),
    [
        pytest.param("retourmail", False, (), Uitkomst.NIET_VOLDAAN, id="gewoon-geen-retourmail"),
        pytest.param("retourmail", True, (), Uitkomst.VOLDAAN, id="na-een-kick-off-op-afstand"),
        pytest.param("retourmail", False, (DICHT,), Uitkomst.VOLDAAN, id="in-een-lockdown"),
        pytest.param("papier", False, (), Uitkomst.VOLDAAN, id="handtekening-kan-altijd"),
    ],
)
def test_een_retourmail_in_plaats_van_een_handtekening(
    wijze: str, op_afstand: bool, aan: tuple[str, ...], verwacht: Uitkomst
) -> None:
    feiten = plan(kick_off_op_afstand=op_afstand)
    assert toets_akkoord(feiten, Ondertekenwijze(wijze), beleid(*aan)).uitkomst is verwacht


@pytest.mark.regel("DEV-DIG-505")
def test_een_doel_is_tijdelijk_genoeg_en_de_rest_komt_later() -> None:
    assert waarschuwingen(plan(1), beleid(DICHT)) == ()
    assert [t.voorwaarde for t in waarschuwingen(plan(1), beleid())] == ["aantal_doelen"]
    assert [t.voorwaarde for t in waarschuwingen(plan(4), beleid(DICHT))] == ["aantal_doelen"]
    taak = doelen_later(plan(1, evaluatie_op=date(2026, 10, 1)), beleid(DICHT))
    assert taak is not None
    assert (taak.soort, taak.uiterste) == ("doelen_aanvullen", date(2026, 10, 1))
    zonder_datum = doelen_later(plan(2), beleid(DICHT))
    assert zonder_datum is not None
    assert zonder_datum.uiterste == date(2027, 4, 7)
    assert doelen_later(plan(3), beleid(DICHT)) is None
    assert doelen_later(plan(1), beleid()) is None
    assert doelen_later(plan(1, Klantgroep.ZORGEN), beleid(DICHT)) is None
