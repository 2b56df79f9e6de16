"""Intake: is this the right loket, and the voorschot."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.intake.beleid import IntakeBeleid
from app.domain.intake.feiten import LoketFeiten, VoorschotFeiten, Voorziening
from app.domain.intake.loket import adviezen, toets_inkomen, toets_iow, toets_loket, toets_werkvraag, toets_ww
from app.domain.intake.voorschot import minimum_voorschot, toets_hoogte, toets_voorschot, voorschottermijn
from app.domain.kern.periode import Periode
from app.domain.kern.toets import Uitkomst, alle_voldaan
from tests.steun.beleid import vast_register

REGISTER = vast_register()
BELEID = REGISTER.geldend(IntakeBeleid, "GM0150", date(2026, 3, 31)).beleid
BELEID_2025 = REGISTER.geldend(IntakeBeleid, "GM0150", date(2025, 12, 31)).beleid
NORM = 140150
GEBOREN = date(1960, 1, 15)

V, N, OPEN = Uitkomst.VOLDAAN, Uitkomst.NIET_VOLDAAN, Uitkomst.ONBEPAALD


def loket(**feiten: object) -> LoketFeiten:
    return LoketFeiten.model_validate({"geboortedatum": GEBOREN, **feiten})


JUIST = loket(
    gewerkte_weken=0,
    gestopt_door_ziekte=False,
    ww_gehad=False,
    inkomen=0,
    recht_stufi_wtos=False,
    medische_beperking=False,
    voorliggend=dict.fromkeys(Voorziening, False),
)


def test_wie_nergens_anders_recht_heeft_is_aan_het_juiste_loket() -> None:
    toetsen = toets_loket(JUIST, BELEID, NORM)
    assert alle_voldaan(toetsen)
    assert adviezen(toetsen) == ()


def test_wat_nog_niet_is_gevraagd_blijft_onbepaald_en_geeft_geen_advies() -> None:
    toetsen = toets_loket(loket(), BELEID, None)
    assert {t.uitkomst for t in toetsen} == {OPEN}
    assert adviezen(toetsen) == ()


@pytest.mark.regel("DEV-SCR-008")
@pytest.mark.parametrize(
    ("weken", "uitkomst"), [pytest.param(25, V, id="25"), pytest.param(26, N, id="26"), pytest.param(27, N, id="27")]
)
def test_26_van_de_36_weken_gewerkt_verwijst_naar_ww(weken: int, uitkomst: Uitkomst) -> None:
    feiten = loket(gewerkte_weken=weken)
    assert toets_ww(feiten, BELEID).uitkomst is uitkomst
    wijst = [(a.verwijzing, a.voorziening) for a in adviezen(toets_loket(feiten, BELEID, NORM))]
    assert wijst == ([("UWV", "WW")] if uitkomst is N else [])


@pytest.mark.regel("DEV-SCR-010")
@pytest.mark.parametrize(
    ("van", "tot", "volledig", "uitkomst"),
    [
        pytest.param(date(2020, 5, 14), date(2021, 1, 1), True, V, id="dag-voor-60-jaar-en-4-maanden"),
        pytest.param(date(2020, 5, 15), date(2021, 1, 1), True, V, id="precies-60-jaar-en-4-maanden"),
        pytest.param(date(2020, 5, 16), date(2021, 1, 1), True, N, id="dag-na-60-jaar-en-4-maanden"),
        pytest.param(date(2020, 5, 16), date(2020, 8, 15), True, V, id="dag-korter-dan-3-maanden"),
        pytest.param(date(2020, 5, 16), date(2020, 8, 16), True, V, id="precies-3-maanden"),
        pytest.param(date(2020, 5, 16), date(2020, 8, 17), True, N, id="dag-langer-dan-3-maanden"),
        pytest.param(date(2020, 5, 16), None, True, N, id="nog-lopend"),
        pytest.param(date(2020, 5, 16), date(2021, 1, 1), False, V, id="niet-volledig-doorlopen"),
        pytest.param(date(2020, 5, 16), date(2021, 1, 1), None, OPEN, id="volledig-onbekend"),
    ],
)
def test_iow_leeftijd_en_duur_zijn_strikt(
    van: date, tot: date | None, volledig: bool | None, uitkomst: Uitkomst
) -> None:
    feiten = loket(ww_gehad=True, ww_periode=Periode(van=van, tot=tot), ww_volledig_doorlopen=volledig)
    assert toets_iow(feiten, BELEID).uitkomst is uitkomst


def test_iow_zonder_ww_periode_is_onbepaald() -> None:
    assert toets_iow(loket(ww_gehad=True), BELEID).uitkomst is OPEN


@pytest.mark.regel("DEV-SCR-011")
@pytest.mark.parametrize(
    ("inkomen", "norm", "uitkomst"),
    [
        pytest.param(NORM - 1, NORM, V, id="cent-onder-de-norm"),
        pytest.param(NORM, NORM, V, id="precies-de-norm"),
        pytest.param(NORM + 1, NORM, N, id="cent-boven-de-norm"),
        pytest.param(0, None, OPEN, id="norm-onbekend"),
    ],
)
def test_inkomen_boven_de_norm_is_strikt(inkomen: int, norm: int | None, uitkomst: Uitkomst) -> None:
    assert toets_inkomen(loket(inkomen=inkomen), norm).uitkomst is uitkomst


@pytest.mark.regel("DEV-SCR-009", "DEV-SCR-012", "DEV-SCR-013")
@pytest.mark.parametrize(
    ("feiten", "verwijzingen"),
    [
        pytest.param({"gestopt_door_ziekte": True}, ["UWV"], id="ziek"),
        pytest.param({"recht_stufi_wtos": True}, ["DUO"], id="stufi"),
        pytest.param({"medische_beperking": True}, [], id="beperking-zonder-stufi"),
        pytest.param(
            {"recht_stufi_wtos": True, "medische_beperking": True}, ["DUO", "jongerenloket"], id="stufi-met-beperking"
        ),
        pytest.param(
            {"voorliggend": {Voorziening.SVB: True, Voorziening.BELASTINGDIENST: True, Voorziening.ALIMENTATIE: False}},
            ["SVB", "Belastingdienst"],
            id="voorliggend",
        ),
        pytest.param({"voorliggend": {Voorziening.OVERIG: True}}, ["andere instantie"], id="overig"),
    ],
)
def test_loketvraag_verwijst_door(feiten: dict[str, object], verwijzingen: list[str]) -> None:
    samen = JUIST.model_copy(update=feiten)
    assert [a.verwijzing for a in adviezen(toets_loket(samen, BELEID, NORM))] == verwijzingen


@pytest.mark.regel("DEV-SCR-005")
@pytest.mark.parametrize(
    ("inkomen", "uitkomst"),
    [
        pytest.param(168179, V, id="cent-onder-120"),
        pytest.param(168180, V, id="precies-120"),
        pytest.param(168181, N, id="cent-boven-120"),
    ],
)
def test_werkvraag_tot_en_met_120_procent(inkomen: int, uitkomst: Uitkomst) -> None:
    assert toets_werkvraag(inkomen, NORM, BELEID).uitkomst is uitkomst


@pytest.mark.regel("DEV-SCR-015")
@pytest.mark.parametrize(
    ("broodnood", "meegedeeld", "bedrag", "mis"),
    [
        pytest.param(True, True, 133143, [], id="precies-het-minimum"),
        pytest.param(True, True, 133142, ["voorschot_minimum"], id="cent-te-weinig"),
        pytest.param(True, True, 140150, [], id="precies-de-norm"),
        pytest.param(True, True, 140151, ["voorschot_niet_boven_norm"], id="cent-boven-de-norm"),
        pytest.param(False, True, 140150, ["broodnood"], id="geen-broodnood"),
        pytest.param(True, False, 140150, ["voorschot_meegedeeld"], id="niet-verteld"),
        pytest.param(None, None, 140150, ["broodnood", "voorschot_meegedeeld"], id="niet-gevraagd"),
    ],
)
def test_voorschot_bij_broodnood(broodnood: bool | None, meegedeeld: bool | None, bedrag: int, mis: list[str]) -> None:
    feiten = VoorschotFeiten(broodnood=broodnood, bedrag=bedrag, voorschot_meegedeeld=meegedeeld)
    toetsen = toets_voorschot(feiten, BELEID, NORM)
    assert [t.voorwaarde for t in toetsen if t.uitkomst is not V] == mis


def test_minimum_is_95_procent_vanaf_2026_en_daarvoor_onbevestigd() -> None:
    assert minimum_voorschot(NORM, BELEID) == 133143
    assert minimum_voorschot(100000, BELEID_2025) == 90000
    assert toets_hoogte(100000, BELEID_2025, 100000).uitkomst is OPEN
    assert toets_hoogte(133143, BELEID, None).uitkomst is OPEN


def test_eerste_voorschot_uiterlijk_vier_weken_na_de_aanvraag() -> None:
    assert voorschottermijn(date(2026, 3, 31), BELEID).einde == date(2026, 4, 28)


@pytest.mark.regel("DEV-AAN-901")
@pytest.mark.parametrize("broodnood", [True, False, None])
def test_wie_om_een_voorschot_vraagt_hoeft_geen_broodnood_te_hebben(broodnood: bool | None) -> None:
    vast = {"broodnood": broodnood, "bedrag": NORM, "voorschot_meegedeeld": True}
    gevraagd = toets_voorschot(VoorschotFeiten(**vast, gevraagd_op=date(2026, 3, 31)), BELEID, NORM)[0]
    assert (gevraagd.voorwaarde, gevraagd.uitkomst) == ("voorschot_gevraagd", Uitkomst.VOLDAAN)
    zonder = toets_voorschot(VoorschotFeiten(**vast), BELEID, NORM)[0]
    assert (zonder.voorwaarde, zonder.uitkomst) == ("broodnood", Uitkomst.van(broodnood))
