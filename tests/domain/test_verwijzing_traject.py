"""The traject for niet-willers: for whom it is, who work together, and when a report is due."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Uitkomst
from app.domain.verwijzing.beleid import Verwijsaanleiding, VerwijzingBeleid
from app.domain.verwijzing.regels import rapportagetaak, toets_instantie, toets_niet_willer, toets_partijen
from tests.steun.beleid import vast_register

BELEID = vast_register().geldend(VerwijzingBeleid, "GM0150", date(2026, 3, 31)).beleid
NIET_WILLER, SCHULDEN = Verwijsaanleiding.NIET_WILLER, Verwijsaanleiding.SCHULDEN


@pytest.mark.regel("DEV-MTR-004", "DEV-MTR-508")
@pytest.mark.parametrize(
    ("aanleiding", "feit", "mag"),
    [
        pytest.param(NIET_WILLER, True, True, id="gemarkeerd"),
        pytest.param(NIET_WILLER, False, False, id="niet-gemarkeerd"),
        pytest.param(SCHULDEN, False, True, id="andere-verwijzing"),
    ],
)
def test_het_traject_is_voor_wie_is_gemarkeerd(aanleiding: Verwijsaanleiding, feit: bool, mag: bool) -> None:
    assert (toets_niet_willer(aanleiding, feit).uitkomst is Uitkomst.VOLDAAN) is mag


@pytest.mark.regel("DEV-MTR-004")
@pytest.mark.parametrize(("werk", "inkomen"), [(True, True), (True, False), (False, True), (False, False)])
def test_drie_partijen_werken_samen(werk: bool, inkomen: bool) -> None:
    assert (toets_partijen(NIET_WILLER, werk, inkomen).uitkomst is Uitkomst.VOLDAAN) is (werk and inkomen)
    assert toets_partijen(SCHULDEN, werk, inkomen).uitkomst is Uitkomst.VOLDAAN


@pytest.mark.regel("DEV-MTR-004")
def test_het_traject_is_bij_cambio_en_om_de_vier_weken_komt_een_rapportage() -> None:
    assert toets_instantie(NIET_WILLER, "cambio", BELEID).uitkomst is Uitkomst.VOLDAAN
    assert toets_instantie(SCHULDEN, "cambio", BELEID).uitkomst is Uitkomst.NIET_VOLDAAN
    assert toets_instantie(NIET_WILLER, "bad", BELEID).uitkomst is Uitkomst.NIET_VOLDAAN
    taak = rapportagetaak(date(2026, 5, 20), BELEID)
    assert (taak.rol, taak.uiterste) == (Rol.WERKCONSULENT, date(2026, 6, 17))
