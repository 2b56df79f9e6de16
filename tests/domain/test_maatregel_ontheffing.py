"""A running ontheffing of the broken duty stops a maatregel, and so does a verlaging of the taaleis for the lessons."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.kern.toets import Uitkomst
from app.domain.maatregel.beleid import Plicht, Regime
from app.domain.maatregel.beslissing import beslis, in_de_weg
from app.domain.maatregel.feiten import OntheffingFeit
from app.domain.maatregel.gereedheid import voor_advies
from app.domain.maatregel.motivering import Maatregeldictum
from tests.steun import maatregel as m

_PLAN = (Plicht.VOORZIENING, Plicht.ONDERZOEK, Plicht.PLAN_VAN_AANPAK)


def _ontheven(*plichten: Plicht, tot: date | None = None) -> tuple[OntheffingFeit, ...]:
    return (OntheffingFeit(soort="tijdelijk", plichten=plichten, van=date(2026, 4, 1), tot=tot),)


@pytest.mark.regel("DEV-MTR-502")
@pytest.mark.parametrize(
    ("ontheffingen", "uitkomst"),
    [
        pytest.param(None, None, id="niet-nagegaan"),
        pytest.param((), Uitkomst.VOLDAAN, id="geen"),
        pytest.param(_ontheven(Plicht.ARBEID), Uitkomst.VOLDAAN, id="van-een-andere-plicht"),
        pytest.param(_ontheven(*_PLAN), Uitkomst.NIET_VOLDAAN, id="van-deze-plicht"),
        pytest.param(_ontheven(*_PLAN, tot=date(2027, 4, 1)), Uitkomst.NIET_VOLDAAN, id="van-deze-plicht-tijdelijk"),
    ],
)
def test_een_lopende_ontheffing_houdt_een_maatregel_tegen(
    ontheffingen: tuple[OntheffingFeit, ...] | None, uitkomst: Uitkomst | None
) -> None:
    feiten = m.feiten(ontheffingen=ontheffingen)
    toetsen = {toets.voorwaarde: toets for toets in voor_advies(feiten, m.BELEID, m.BESLUIT)}
    gevonden = toetsen.get("plicht_niet_ontheven")
    assert (gevonden and gevonden.uitkomst) is uitkomst
    beslissing = beslis(feiten, m.BELEID, m.BESLUIT)
    mag = uitkomst is not Uitkomst.NIET_VOLDAAN
    assert beslissing.dictum is (Maatregeldictum.MAATREGEL if mag else Maatregeldictum.VOORLEGGEN)
    assert [toets.voorwaarde for toets in in_de_weg(feiten, beslissing)] == ([] if mag else ["plicht_niet_ontheven"])
    if ontheffingen:
        assert gevonden is not None
        assert gevonden.feiten["lopende_ontheffingen"] == ("tijdelijk",), "wat liep, is te zien"


def test_het_artikel_van_de_ioaw() -> None:
    feiten = m.feiten(regime=Regime.IOAW, gedraging="onvoldoende_sollicitaties", ontheffingen=_ontheven(Plicht.ARBEID))
    [toets] = [t for t in voor_advies(feiten, m.BELEID, m.BESLUIT) if t.voorwaarde == "plicht_niet_ontheven"]
    assert (toets.uitkomst, str(toets.grondslag)) == (Uitkomst.NIET_VOLDAAN, "artikel 37a, IOAW")


@pytest.mark.regel("DEV-MTR-511", "DEV-MTR-531")
@pytest.mark.parametrize(
    ("lopend", "uitkomst"),
    [
        pytest.param(None, None, id="niet-nagegaan"),
        pytest.param((), Uitkomst.VOLDAAN, id="geen"),
        pytest.param(("besluit",), Uitkomst.NIET_VOLDAAN, id="er-staat-er-een"),
    ],
)
def test_een_verlaging_van_de_taaleis_houdt_een_maatregel_tegen(
    lopend: tuple[str, ...] | None, uitkomst: Uitkomst | None
) -> None:
    feiten = m.feiten(taaleisverlagingen=lopend)
    beslissing = beslis(feiten, m.BELEID, m.BESLUIT)
    toetsen = {toets.voorwaarde: toets for toets in beslissing.toetsen}
    gevonden = toetsen.get("geen_verlaging_taaleis")
    assert (gevonden and gevonden.uitkomst) is uitkomst
    mag = uitkomst is not Uitkomst.NIET_VOLDAAN
    assert beslissing.dictum is (Maatregeldictum.MAATREGEL if mag else Maatregeldictum.VOORLEGGEN)
    assert [t.voorwaarde for t in in_de_weg(feiten, beslissing)] == ([] if mag else ["geen_verlaging_taaleis"])
    if gevonden:
        assert (str(gevonden.grondslag), gevonden.feiten["besluiten"]) == ("artikel 18b, Participatiewet", lopend)
