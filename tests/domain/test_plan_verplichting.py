"""Plan: obligations with the article of the klant's own act."""

from __future__ import annotations

import pytest

from app.domain.maatregel.beleid import Plicht
from app.domain.plan.verplichting import Verplichting, beschrijf


@pytest.mark.parametrize(
    ("code", "regime", "artikel"),
    [
        pytest.param("inschrijving_uwv", "PW", "artikel 9, lid 1, onderdeel a, Participatiewet", id="pw-arbeidsplicht"),
        pytest.param("workshops_volgen", "PW", "artikel 18, lid 4, onderdeel h, Participatiewet", id="pw-voorziening"),
        pytest.param("inschrijving_uwv", "IOAW", "artikel 37, lid 1, IOAW", id="ioaw"),
        pytest.param("workshops_volgen", "IOAZ", "artikel 37, lid 1, IOAZ", id="ioaz"),
    ],
)
def test_artikel_van_de_eigen_wet(code: str, regime: str, artikel: str) -> None:
    (verplichting,) = beschrijf([code], regime)
    assert str(verplichting.grondslag) == artikel


def test_elke_verplichting_hoort_bij_een_plicht_van_de_maatregel() -> None:
    alle = beschrijf(Verplichting, "PW")
    assert [verplichting.code for verplichting in alle] == list(Verplichting)
    assert all({*verplichting.plichten} <= {*Plicht} and verplichting.plichten for verplichting in alle)
