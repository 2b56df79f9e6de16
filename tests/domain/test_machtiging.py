"""Machtigingen: where they stand on a day, when to ask, and the warning that never blocks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Uitkomst
from app.domain.machtiging.machtiging import (
    Derdesoort,
    Machtigingantwoord,
    MachtigingBeleid,
    Machtigingfeit,
    Machtigingstand,
    moet_vragen,
    stand_op,
    taak_vragen,
    toets_machtiging,
)
from tests.steun.beleid import vast_register

DAG = date(2026, 4, 14)
BELEID = vast_register().geldend(MachtigingBeleid, "GM0150", DAG).beleid
HULP = Derdesoort.HULPVERLENER


def feit(**anders: Any) -> Machtigingfeit:
    vast = {"derde": HULP, "antwoord": Machtigingantwoord.GEGEVEN, "datum": DAG}
    return Machtigingfeit.model_validate(vast | anders)


GEWEIGERD = feit(antwoord=Machtigingantwoord.GEWEIGERD)


@pytest.mark.regel("DEV-PRV-501")
@pytest.mark.parametrize(
    ("feiten", "stand"),
    [
        pytest.param([], Machtigingstand.NIET_GEVRAAGD, id="nooit-gevraagd"),
        pytest.param([feit()], Machtigingstand.GEGEVEN, id="vandaag-gegeven"),
        pytest.param([feit(datum=date(2026, 4, 15))], Machtigingstand.NIET_GEVRAAGD, id="pas-morgen"),
        pytest.param([feit(derde=Derdesoort.FAMILIE)], Machtigingstand.NIET_GEVRAAGD, id="andere-partij"),
        pytest.param([GEWEIGERD], Machtigingstand.GEWEIGERD, id="geweigerd"),
        pytest.param(
            [feit(datum=date(2026, 1, 1), einde=date(2026, 4, 13))], Machtigingstand.VERLOPEN, id="gisteren-uit"
        ),
        pytest.param([feit(datum=date(2026, 1, 1), einde=DAG)], Machtigingstand.GEGEVEN, id="laatste-dag"),
        pytest.param([feit(datum=date(2026, 1, 1), einde=date(2026, 4, 15))], Machtigingstand.GEGEVEN, id="morgen-uit"),
        pytest.param([feit(ingetrokken_op=DAG)], Machtigingstand.INGETROKKEN, id="vandaag-ingetrokken"),
        pytest.param([feit(ingetrokken_op=date(2026, 4, 15))], Machtigingstand.GEGEVEN, id="morgen-ingetrokken"),
        pytest.param([feit(), GEWEIGERD], Machtigingstand.GEGEVEN, id="een-geldt-nog"),
    ],
)
def test_de_stand_op_een_dag(feiten: list[Machtigingfeit], stand: Machtigingstand) -> None:
    assert stand_op(feiten, HULP, DAG) is stand


@pytest.mark.regel("DEV-PRV-501")
@pytest.mark.parametrize(
    ("feiten", "moment", "vragen"),
    [
        pytest.param([], "kick_off", True, id="kick-off"),
        pytest.param([], "kennismakingsgesprek", True, id="kennismaking"),
        pytest.param([], "doelmatigheidsgesprek", True, id="dm"),
        pytest.param([], "traject_afspraak", False, id="ander-gesprek"),
        pytest.param([GEWEIGERD], "kick_off", False, id="al-geweigerd"),
        pytest.param([GEWEIGERD], "doelmatigheidsgesprek", True, id="dm-na-weigering-opnieuw"),
        pytest.param([feit()], "doelmatigheidsgesprek", False, id="dm-met-machtiging"),
        pytest.param([feit()], "kick_off", False, id="kick-off-met-machtiging"),
    ],
)
def test_wanneer_wordt_gevraagd(feiten: list[Machtigingfeit], moment: str, vragen: bool) -> None:
    grondslag = moet_vragen(feiten, moment, DAG, BELEID)
    assert (grondslag is not None) is vragen
    if grondslag is not None:
        assert taak_vragen(grondslag, DAG, Rol.INKOMENSCONSULENT).uiterste == DAG


@pytest.mark.regel("DEV-PRV-502")
@pytest.mark.parametrize(
    ("derde", "feiten", "uitkomst"),
    [
        pytest.param(Derdesoort.BEWINDVOERDER, [], Uitkomst.VOLDAAN, id="bewindvoerder-altijd"),
        pytest.param(HULP, [], Uitkomst.NIET_VOLDAAN, id="hulpverlener-zonder"),
        pytest.param(HULP, [feit()], Uitkomst.VOLDAAN, id="hulpverlener-met"),
        pytest.param(Derdesoort.FAMILIE, [feit()], Uitkomst.NIET_VOLDAAN, id="familie-met-die-van-een-ander"),
    ],
)
def test_een_waarschuwing_zonder_machtiging(
    derde: Derdesoort, feiten: list[Machtigingfeit], uitkomst: Uitkomst
) -> None:
    assert toets_machtiging(derde, feiten, DAG, BELEID).uitkomst is uitkomst
