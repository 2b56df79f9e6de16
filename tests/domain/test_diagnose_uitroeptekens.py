"""What an analysis flags comes first, and no maatregel on Dariuz alone in the digital mode."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.beleid.schakeling import VasteSchakeling
from app.domain.diagnose.beleid import DiagnoseBeleid
from app.domain.diagnose.uitroeptekens import lees_aandacht, toets_handhaving, uitroeptekens_eerst
from app.domain.kern.toets import Uitkomst
from tests.steun.beleid import vast_register

REGISTER = vast_register()


@pytest.mark.regel("DEV-DIG-017")
def test_uitroeptekens_staan_bovenaan() -> None:
    bevindingen: list[dict[str, Any]] = [
        {"onderwerp": "wonen", "score": 80, "aandachtspunten": []},
        {"onderwerp": "gezondheid", "score": None, "opmerking": "Niet ingevuld"},
        {"onderwerp": "financien", "score": 60, "aandachtspunten": ["Schulden"]},
        {"onderwerp": "sociaal", "score": 10},
        {"onderwerp": "werk", "score": 70, "aandachtspunten": ["Geen diploma", "Geen vervoer"]},
    ]
    volgorde = uitroeptekens_eerst([lees_aandacht(bevinding) for bevinding in bevindingen])
    assert [deel.onderwerp for deel in volgorde] == ["werk", "financien", "sociaal", "wonen", "gezondheid"]
    assert uitroeptekens_eerst([]) == ()


@pytest.mark.regel("DEV-DIG-021")
@pytest.mark.parametrize("niveau", ["gedeeltelijke_lockdown", "volledige_lockdown"])
def test_geen_maatregel_op_dariuz_alleen(niveau: str) -> None:
    def uitkomst(alleen: bool, *aan: str) -> Uitkomst:
        beleid = REGISTER.met(VasteSchakeling(aan)).geldend(DiagnoseBeleid, "GM0150", date(2026, 4, 7)).beleid
        return toets_handhaving(alleen, beleid.maatregel_op_dariuz).uitkomst

    assert uitkomst(True, niveau) is Uitkomst.NIET_VOLDAAN
    assert uitkomst(False, niveau) is Uitkomst.VOLDAAN
    assert uitkomst(True) is Uitkomst.VOLDAAN
