"""What every besluit has in common: set values, dispatch in time, and the term for bezwaar."""

from datetime import date

import pytest

from app.domain.beleid.model import Herkomst, Waarde
from app.domain.besluit.bekendmaking import bezwaartermijn, toets_voor_ingang
from app.domain.besluit.formeel import Bronwaarde, toets_vastgesteld
from app.domain.kern.grondslag import awb

ZES_WEKEN = Waarde[int](waarde=6, grondslag=awb("6:7"))


@pytest.mark.parametrize(
    ("verzonden", "laatste"),
    [
        pytest.param(date(2026, 3, 23), date(2026, 5, 4), id="gewone-dag"),
        pytest.param(date(2026, 3, 24), date(2026, 5, 6), id="bevrijdingsdag"),
        pytest.param(date(2026, 3, 25), date(2026, 5, 6), id="dag-erna"),
        pytest.param(date(2026, 5, 20), date(2026, 7, 1), id="woensdag"),
    ],
)
def test_bezwaar_kan_zes_weken(verzonden: date, laatste: date) -> None:
    termijn = bezwaartermijn(verzonden, ZES_WEKEN)
    assert (termijn.soort, termijn.einde, str(termijn.grondslag)) == ("bezwaartermijn", laatste, "artikel 6:7, Awb")


@pytest.mark.parametrize(
    ("verzonden", "ingang", "uitkomst"),
    [
        pytest.param(date(2026, 5, 31), date(2026, 6, 1), "voldaan", id="dag-ervoor"),
        pytest.param(date(2026, 6, 1), date(2026, 6, 1), "niet_voldaan", id="dag-van-ingang"),
        pytest.param(date(2026, 6, 2), date(2026, 6, 1), "niet_voldaan", id="dag-erna"),
        pytest.param(date(2026, 6, 2), None, "voldaan", id="zonder-gevolg"),
    ],
)
def test_een_besluit_werkt_niet_terug(verzonden: date, ingang: date | None, uitkomst: str) -> None:
    toets = toets_voor_ingang(verzonden, ingang)
    assert toets.uitkomst == uitkomst
    assert ("1 juni 2026" in toets.toelichting) is (uitkomst == "niet_voldaan")


@pytest.mark.parametrize(
    ("herkomst", "uitkomst", "fragment"),
    [
        pytest.param(Herkomst.VASTGESTELD, "voldaan", "is vastgesteld", id="vastgesteld"),
        pytest.param(Herkomst.VOORBEELD, "niet_voldaan", "de gemeente moet deze waarde", id="voorbeeld"),
        pytest.param(Herkomst.ONBEVESTIGD, "niet_voldaan", "niet in een officiële bron", id="onbevestigd"),
    ],
)
def test_een_formeel_besluit_rust_op_vastgestelde_waarden(herkomst: Herkomst, uitkomst: str, fragment: str) -> None:
    toets = toets_vastgesteld(Bronwaarde(naam="verlaging_procent", grondslag=awb("6:7"), herkomst=herkomst))
    assert toets.uitkomst == uitkomst
    assert toets.toelichting.startswith("De waarde verlaging procent")
    assert fragment in toets.toelichting
