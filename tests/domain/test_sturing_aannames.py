"""What the budget assumed beside what happened, and what is too small to show."""

from __future__ import annotations

import pytest

from app.domain.sturing.aannames import Aanname, Aannamecode, AannamesBeleid, Jaartelling, vergelijk_aannames
from tests.steun.beleid import beleid_van

BELEID = beleid_van(AannamesBeleid)
GRENS = 5


def telling(**anders: int) -> Jaartelling:
    return Jaartelling.model_validate(dict.fromkeys(Jaartelling.model_fields, 0) | anders)


def regel(code: str, **geteld: int) -> Aanname:
    regels = vergelijk_aannames(telling(**geteld), BELEID, GRENS)
    assert [r.code for r in regels] == list(Aannamecode)
    return regels[list(Aannamecode).index(Aannamecode(code))]


def cijfers(aanname: Aanname) -> tuple[object, ...]:
    return aanname.klanten, aanname.begroot, aanname.gerealiseerd, aanname.verschil


@pytest.mark.regel("DEV-FIN-001")
@pytest.mark.parametrize(
    ("met_hulp", "dariuz", "verwacht"),
    [
        pytest.param(30, 100, (30, 0.25, 0.3, 0.05), id="meer-dan-begroot"),
        pytest.param(25, 100, (25, 0.25, 0.25, 0.0), id="precies"),
        pytest.param(0, 0, (0, 0.25, None, None), id="niemand"),
        pytest.param(0, 5, (0, 0.25, 0.0, -0.25), id="geen-van-allen"),
        pytest.param(4, 100, (None, 0.25, None, None), id="te-klein"),
        pytest.param(96, 100, (None, 0.25, None, None), id="wie-het-zelf-kan-te-klein"),
    ],
)
def test_hulp_bij_dariuz(met_hulp: int, dariuz: int, verwacht: tuple[object, ...]) -> None:
    assert cijfers(regel("dariuz_met_hulp", dariuz=dariuz, dariuz_met_hulp=met_hulp)) == verwacht


@pytest.mark.regel("DEV-FIN-002")
@pytest.mark.parametrize(
    ("klanten", "minuten", "verwacht"),
    [
        pytest.param(500, 90_000, (500, 1725.0, 1500.0, -225.0), id="minder"),
        pytest.param(4, 600, (None, 1725.0, None, None), id="te-klein"),
    ],
)
def test_netwerkgesprekken(klanten: int, minuten: int, verwacht: tuple[object, ...]) -> None:
    assert cijfers(regel("netwerkgesprekken", netwerk_klanten=klanten, netwerk_minuten=minuten)) == verwacht


@pytest.mark.regel("DEV-FIN-003")
def test_instroom_en_bekonnected() -> None:
    assert cijfers(regel("instroom_begeleiding_op_maat", begeleiding=80)) == (80, 57.0, 80.0, 23.0)
    assert cijfers(regel("instroom_groeien", groeien=340)) == (340, 348.0, 340.0, -8.0)
    assert cijfers(regel("instroom_groeien", groeien=4)) == (None, 348.0, None, None)
    derde = regel("aandeel_bekonnected", matchen=90, matchen_met_bekonnected=30)
    assert cijfers(derde) == (30, 0.333, 0.333, 0.0)
    assert "een derde" in derde.leeswijze


@pytest.mark.regel("DEV-FIN-004")
@pytest.mark.parametrize(
    ("klanten", "minuten"), [pytest.param(20, 900.0), pytest.param(0, 0.0), pytest.param(4, None, id="te-klein")]
)
def test_extra_tijd_in_een_lockdown(klanten: int, minuten: float | None) -> None:
    extra = regel("extra_gesprekstijd_corona", corona_klanten=klanten)
    assert (extra.gerealiseerd, extra.begroot, extra.verschil) == (minuten, None, None)
