"""Every besluit that can be taken has a letter with a title of its own, in every pack with letters."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.brief.beleid import BriefBeleid
from app.services.besluit.rekenaars import REKENAARS, VOORLEGGEN
from tests.steun.beleid import vast_register


def _dicta(soort: str) -> list[str]:
    """What can be decided: every outcome but that a person must act first."""
    keuzes = REKENAARS[soort].beslissing.model_fields["dictum"].annotation
    assert keuzes is not None
    return [str(keuze) for keuze in keuzes if keuze != VOORLEGGEN]


@pytest.mark.parametrize("soort", list(REKENAARS))
def test_elke_uitkomst_heeft_een_titel(soort: str) -> None:
    beleid = vast_register().geldend(BriefBeleid, "GM0150", date(2026, 5, 1)).beleid
    dicta = _dicta(soort)
    assert dicta
    assert sorted(beleid.besluiten.waarde.get(soort, {})) == sorted(dicta)
