"""Which variants are on, by decisions that only grow: the last one that covers a day, unless it was revoked."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.beleid.schakeling import NIVEAU, BeslotenSchakeling, Schakelbesluit, VasteSchakeling, stukken

GM = "GM0150"
VOLLEDIG, DEELS = "volledige_lockdown", "gedeeltelijke_lockdown"


def dag(tekst: str) -> date:
    return date.fromisoformat(tekst)


def besluit(nr: int, variant: str | None, van: str, tot: str | None = None, **rest: Any) -> Schakelbesluit:
    velden: dict[str, Any] = {"gemeente": GM, "onderdeel": NIVEAU, "bekend_op": dag("2026-01-01"), **rest}
    return Schakelbesluit(nr=nr, variant=variant, van=dag(van), tot=dag(tot) if tot else None, **velden)


def schakeling(*besluiten: Schakelbesluit) -> BeslotenSchakeling:
    return BeslotenSchakeling(lambda: besluiten)


AAN = besluit(1, VOLLEDIG, "2026-03-01")
LICHTER = besluit(2, DEELS, "2026-03-20")
UIT = besluit(3, None, "2026-04-10")
KICK_OFF = besluit(4, "kick_off_opgeschort", "2026-03-05", "2026-05-01", onderdeel="kick_off_opgeschort")


@pytest.mark.regel("DEV-DIG-001")
@pytest.mark.parametrize(
    ("peildatum", "verwacht"),
    [
        pytest.param("2026-02-28", (), id="dag-voor-de-lockdown"),
        pytest.param("2026-03-01", (VOLLEDIG,), id="eerste-dag"),
        pytest.param("2026-03-05", (VOLLEDIG, "kick_off_opgeschort"), id="niveau-eerst-dan-instelling"),
        pytest.param("2026-03-19", (VOLLEDIG, "kick_off_opgeschort"), id="dag-voor-afschalen"),
        pytest.param("2026-03-20", (DEELS, "kick_off_opgeschort"), id="dag-van-afschalen"),
        pytest.param("2026-04-09", (DEELS, "kick_off_opgeschort"), id="laatste-dag"),
        pytest.param("2026-04-10", ("kick_off_opgeschort",), id="niveau-uit-instelling-nog-aan"),
        pytest.param("2026-04-30", ("kick_off_opgeschort",), id="laatste-dag-instelling"),
        pytest.param("2026-05-01", (), id="alles-uit"),
    ],
)
def test_het_laatste_besluit_over_een_dag_geldt(peildatum: str, verwacht: tuple[str, ...]) -> None:
    aan = schakeling(KICK_OFF, UIT, LICHTER, AAN)
    assert aan.varianten(GM, dag(peildatum)) == verwacht
    assert aan.varianten("GM0988", dag(peildatum)) == ()


@pytest.mark.regel("DEV-DIG-001")
def test_een_herroepen_besluit_telt_niet_meer_maar_toen_nog_wel() -> None:
    fout = besluit(5, VOLLEDIG, "2026-06-01", bekend_op=dag("2026-05-20"), herroepen_op=dag("2026-06-05"))
    aan = schakeling(AAN, UIT, fout)
    assert aan.varianten(GM, dag("2026-06-02")) == ()
    assert aan.varianten(GM, dag("2026-06-02"), dag("2026-06-04")) == (VOLLEDIG,)
    assert aan.varianten(GM, dag("2026-06-02"), dag("2026-06-05")) == ()
    assert aan.varianten(GM, dag("2026-06-02"), dag("2026-05-19")) == ()


@pytest.mark.regel("DEV-DIG-501")
def test_de_geschiedenis_van_aan_en_uit() -> None:
    los = besluit(6, "kick_off_opgeschort", "2026-06-01", onderdeel="kick_off_opgeschort")
    assert stukken(schakeling(), GM) == ()
    gevonden = stukken(schakeling(AAN, LICHTER, UIT, KICK_OFF, los), GM)
    assert [(s.variant, s.van, s.tot) for s in gevonden] == [
        (VOLLEDIG, dag("2026-03-01"), dag("2026-03-20")),
        ("kick_off_opgeschort", dag("2026-03-05"), dag("2026-05-01")),
        (DEELS, dag("2026-03-20"), dag("2026-04-10")),
        ("kick_off_opgeschort", dag("2026-06-01"), None),
    ]


def test_er_wordt_pas_gelezen_bij_de_eerste_vraag_en_dan_eenmaal() -> None:
    gelezen: list[int] = []
    lui = BeslotenSchakeling(lambda: gelezen.append(1) or (AAN,))  # type: ignore[func-returns-value]
    assert gelezen == []
    assert lui.varianten(GM, dag("2026-03-01")) == (VOLLEDIG,)
    assert lui.grenzen(GM) == (dag("2026-03-01"),)
    assert gelezen == [1]


def test_een_vaste_schakeling_is_elke_dag_gelijk() -> None:
    vast = VasteSchakeling((DEELS,))
    assert vast.varianten(GM, dag("2026-03-01")) == (DEELS,)
    assert vast.grenzen(GM) == ()
