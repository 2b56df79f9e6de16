"""The report over HTTP: sums per klantgroep and leefgebied, and nobody in it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.steun.diagnose import LEEFGEBIEDEN, levering, record
from tests.steun.dienst import Dienst
from tests.steun.klanten import ingedeeld, rij

PAD = "/diagnose-rapport?van=2026-03-01&tot=2026-03-31"


def met_punten(nr: int) -> list[dict[str, Any]]:
    extra = {"aandachtspunten": ["Schulden"]}
    return [deel | (extra if deel["leefgebied"] == "wonen" else {}) | {"score": 50 + nr} for deel in LEEFGEBIEDEN]


@pytest.mark.regel("DEV-DIA-009")
def test_rapport_per_klantgroep_zonder_personen(dienst: Dienst) -> None:
    groepen = ["matchen"] * 11 + ["groeien"] * 9
    bsns = [rij(dienst, ingedeeld(dienst, groep)).bsn for groep in groepen]
    nieuw = [record(bsn, leefgebieden=met_punten(nr)) for nr, bsn in enumerate(bsns)]
    oud = [record(bsns[0], afgenomenOp="2026-03-01"), record(bsns[0], afgenomenOp="2026-02-28")]
    dienst.doe("POST", "/diagnose-importen", "koppeling", levering(*nieuw, *oud))
    rapport = dienst.doe("GET", PAD, "beleidsmedewerker")
    cellen = {(cel["klantgroep"], cel["onderwerp"]): cel for cel in rapport["cellen"]}
    assert len(cellen) == 14
    wonen = cellen["matchen", "wonen"]
    assert (wonen["aantal"], wonen["gemiddeldeScore"], wonen["metAandachtspunt"]) == (11, 55, 11)
    assert cellen["matchen", "zingeving"]["metAandachtspunt"] == 0
    klein = cellen["groeien", "wonen"]
    assert (klein["aantal"], klein["gemiddeldeScore"], klein["metAandachtspunt"]) == (None, None, None)
    assert dienst.doe("GET", PAD, "teamleider") == rapport
    leeg = dienst.doe("GET", PAD, "beleidsmedewerker", organisatie="weert")
    assert (leeg["cellen"], leeg["kleinsteGroep"]) == ([], 10)
    assert dienst.roep("GET", f"{PAD[:-2]}30", "teamleider").status_code == 400
    assert dienst.roep("GET", PAD, "intaker").status_code == 403
