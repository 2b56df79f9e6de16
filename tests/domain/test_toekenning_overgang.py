"""Transition law: which verordening governs, how long 2017 goes on, and what can still be cited."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.beleid.register import Register
from app.domain.kern.fouten import BeleidOntbreekt
from app.domain.kern.grondslag import Grondslag, pw
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Uitkomst, alle_voldaan
from app.domain.toekenning.beeindiging import Eindedictum, Eindefeiten, beslis_einde, waarden_einde
from app.domain.toekenning.beleid import ToekenningBeleid
from app.domain.toekenning.einde import Grondfeiten
from app.domain.toekenning.overgang import Overgangsfeiten, overgangseinde, regime_op, toets_regime
from app.domain.toekenning.overgangsbesluit import (
    Overgangsbesluitfeiten,
    Overgangsdictum,
    belemmeringen_overgang,
    beslis_overgang,
    waarden_overgang,
)
from app.domain.toekenning.regelingen import aanhaalbaar, toets_aangeboden, toets_citaten
from app.domain.toekenning.stand import Verordeningsregime
from app.domain.voorziening.beleid import VoorzieningBeleid
from tests.steun.beleid import vast_register

OUD, NIEUW = Verordeningsregime.VERORDENING_2017, Verordeningsregime.VERORDENING_2021
V2017 = "Re-integratieverordening Participatiewet Gemeente Deventer 2017"
LKS2017 = "Verordening Loonkostensubsidie Participatiewet gemeente Deventer 2017"
VOORSCHOT = "Beleidsregels zoekperiode en verstrekking voorschot Participatiewet gemeente Deventer 2015"
WWB = "Beleidsregels Bijzondere Bijstand WWB 2013"


def dag(tekst: str) -> date:
    return date.fromisoformat(tekst)


@pytest.fixture(scope="module")
def register() -> Register:
    return vast_register()


@pytest.fixture(scope="module")
def beleid(register: Register) -> ToekenningBeleid:
    return register.geldend(ToekenningBeleid, "GM0150", dag("2021-06-01")).beleid


@pytest.mark.regel("DEV-OVR-901", "DEV-OVR-902")
@pytest.mark.parametrize(
    ("begin", "regime"),
    [
        pytest.param("2020-12-31", OUD, id="dag-ervoor"),
        pytest.param("2021-01-01", NIEUW, id="ingangsdag"),
        pytest.param("2021-01-02", NIEUW, id="dag-erna"),
        pytest.param("2021-03-29", NIEUW, id="voor-de-vaststelling"),
    ],
)
def test_de_begindag_kiest_de_verordening(begin: str, regime: Verordeningsregime, beleid: ToekenningBeleid) -> None:
    assert regime_op(dag(begin), beleid) is regime
    ander = NIEUW if regime is OUD else OUD
    assert toets_regime(dag(begin), regime, beleid).uitkomst is Uitkomst.VOLDAAN
    assert toets_regime(dag(begin), ander, beleid).uitkomst is Uitkomst.NIET_VOLDAAN


@pytest.mark.regel("DEV-OVR-901")
def test_het_nieuwe_beleid_werkt_terug_tot_1_januari_2021(register: Register) -> None:
    """In force from the first, known from the day of the college's decision."""
    assert register.geldend(VoorzieningBeleid, "GM0150", dag("2021-01-01")).beleid.regel("werk_leerroute")
    with pytest.raises(BeleidOntbreekt):
        register.geldend(VoorzieningBeleid, "GM0150", dag("2020-12-31"))
    with pytest.raises(BeleidOntbreekt):
        register.geldend(VoorzieningBeleid, "GM0150", dag("2021-01-01"), dag("2021-03-29"))
    assert register.geldend(VoorzieningBeleid, "GM0150", dag("2021-01-01"), dag("2021-03-30"))


@pytest.mark.regel("DEV-OVR-905")
@pytest.mark.parametrize(
    ("einde", "overgang"),
    [
        pytest.param("2021-06-30", "2021-06-30", id="eigen-einde-eerder"),
        pytest.param("2021-12-30", "2021-12-30", id="dag-voor-de-grens"),
        pytest.param("2021-12-31", "2021-12-31", id="op-de-grens"),
        pytest.param("2022-01-01", "2021-12-31", id="dag-na-de-grens"),
    ],
)
def test_de_overgang_duurt_twaalf_maanden_of_korter(einde: str, overgang: str, beleid: ToekenningBeleid) -> None:
    assert overgangseinde(dag(einde), beleid) == dag(overgang)


def stoppen(laatste: str, **anders: Any) -> Eindefeiten:
    vast = {
        "code": "proefplaatsing",
        "naam": "Proefplaatsing",
        "regime": OUD,
        "begin": dag("2020-11-01"),
        "einde": dag("2022-06-30"),
        "grond": Grondfeiten(grond="g", laatste_dag=dag(laatste), motivering="Dit kent de verordening niet meer."),
        "alleen_nieuw_regime": True,
    }
    return Eindefeiten.model_validate(vast | anders)


@pytest.mark.regel("DEV-OVR-905", "DEV-OVR-906")
@pytest.mark.parametrize(
    ("laatste", "anders", "kan"),
    [
        pytest.param("2021-12-30", {}, False, id="dag-te-vroeg"),
        pytest.param("2021-12-31", {}, True, id="einde-van-de-overgang"),
        pytest.param("2021-06-30", {"alleen_nieuw_regime": False}, True, id="om-een-andere-reden"),
        pytest.param("2021-06-30", {"voorwaarden_2017": True}, False, id="voorwaarden-nog-vervuld"),
        pytest.param("2021-06-30", {"voorwaarden_2017": False}, True, id="voorwaarden-niet-meer-vervuld"),
        pytest.param("2021-06-30", {"einde": None}, True, id="zonder-einde-geen-overgang"),
    ],
)
def test_niet_eerder_stoppen_alleen_omdat_2021_het_niet_meer_kent(
    laatste: str, anders: dict[str, Any], kan: bool, beleid: ToekenningBeleid
) -> None:
    feiten = stoppen(laatste, **anders)
    uitslag = beslis_einde(feiten, beleid, dag("2021-05-01"))
    assert (uitslag.dictum is Eindedictum.BEEINDIGEN) is kan
    if kan:
        assert any("verordening van 2017" in zin for zin in uitslag.motivering)
    assert waarden_einde(feiten, beleid, uitslag) == ("gronden", "regime_2021_vanaf", "overgang_maanden")


def verder(gevraagd: Overgangsdictum, nieuw: str, **anders: Any) -> Overgangsbesluitfeiten:
    inzet = {"code": "proefplaatsing", "begin": dag("2020-11-01"), "einde": dag("2021-12-31")}
    inzet |= {naam: anders.pop(naam) for naam in ("code", "begin", "einde", "verlengingen") if naam in anders}
    vast = {
        "gevraagd": gevraagd,
        "naam": "Proefplaatsing",
        "regime": OUD,
        "inzet": Overgangsfeiten.model_validate(inzet),
        "nieuw_einde": dag(nieuw),
        "contract_betalingsplicht": True,
        "motivering": "Het traject kan worden afgemaakt.",
    }
    return Overgangsbesluitfeiten.model_validate(vast | anders)


@pytest.mark.regel("DEV-OVR-907", "DEV-OVR-906")
@pytest.mark.parametrize(
    ("anders", "in_de_weg"),
    [
        pytest.param({}, set(), id="kan"),
        pytest.param({"contract_betalingsplicht": False}, set(), id="zonder-contract-kan-ook"),
        pytest.param({"contract_betalingsplicht": None}, {"contract_nagegaan"}, id="contract-niet-nagegaan"),
        pytest.param({"motivering": None}, {"voortzetting_gemotiveerd"}, id="zonder-motivering"),
        pytest.param({"einde": dag("2021-12-30")}, {"overgang_uitgelopen"}, id="eigen-einde-dag-eerder"),
        pytest.param({"voorwaarden_2017": False}, {"voorwaarden_2017_vervuld"}, id="voorwaarden-niet-vervuld"),
        pytest.param({"begin": dag("2021-01-01")}, {"regime_van_de_begindag"}, id="niet-van-2017"),
        pytest.param({"nieuw_einde": dag("2021-12-31")}, {"voortzetting_na_overgang"}, id="niet-later"),
    ],
)
def test_voortzetten_na_de_overgang(anders: dict[str, Any], in_de_weg: set[str], beleid: ToekenningBeleid) -> None:
    feiten = verder(Overgangsdictum.VOORTZETTEN, "2022-06-30", **anders)
    uitslag = beslis_overgang(feiten, beleid, dag("2022-01-03"))
    assert {toets.voorwaarde for toets in belemmeringen_overgang(feiten, uitslag)} == in_de_weg
    verwacht = Overgangsdictum.VOORLEGGEN if in_de_weg else Overgangsdictum.VOORTZETTEN
    assert (uitslag.dictum, bool(uitslag.motivering)) == (verwacht, not in_de_weg)
    contract = any("overeenkomst" in zin for zin in uitslag.motivering)
    assert contract is (not in_de_weg and bool(feiten.contract_betalingsplicht))
    assert waarden_overgang(feiten, beleid, uitslag) == ("regime_2021_vanaf", "overgang_maanden")
    blijft = "De voorziening blijft vallen onder de verordening van 2017."
    assert (blijft in uitslag.motivering) is not bool(in_de_weg)


@pytest.mark.regel("DEV-OVR-908")
@pytest.mark.parametrize(
    ("nieuw", "anders", "kan"),
    [
        pytest.param("2021-04-30", {}, True, id="zes-maanden-samen"),
        pytest.param("2021-05-01", {}, False, id="dag-langer"),
        pytest.param("2021-04-30", {"verlengingen": 1}, False, id="al-een-keer-verlengd"),
        pytest.param("2021-04-30", {"code": "scholing"}, False, id="kende-geen-verlenging"),
        pytest.param("2021-04-30", {"motivering": None}, True, id="motivering-niet-verplicht"),
    ],
)
def test_een_proefplaatsing_van_2017_kon_een_keer_drie_maanden_langer(
    nieuw: str, anders: dict[str, Any], kan: bool, beleid: ToekenningBeleid
) -> None:
    feiten = verder(Overgangsdictum.VERLENGEN, nieuw, einde=dag("2021-01-31"), **anders)
    uitslag = beslis_overgang(feiten, beleid, dag("2021-01-15"))
    assert (uitslag.dictum is Overgangsdictum.VERLENGEN) is kan
    assert waarden_overgang(feiten, beleid, uitslag)[-1] == "regels_2017"


@pytest.mark.regel("DEV-OVR-905", "DEV-OVR-908")
@pytest.mark.parametrize(
    ("nieuw", "in_de_weg"),
    [
        pytest.param("2021-12-30", set(), id="dag-ervoor"),
        pytest.param("2021-12-31", set(), id="laatste-dag-van-de-overgang"),
        pytest.param("2022-01-01", {"verlenging_binnen_overgang"}, id="dag-erna"),
    ],
)
def test_een_verlenging_van_2017_duurt_niet_langer_dan_de_overgang(
    nieuw: str, in_de_weg: set[str], beleid: ToekenningBeleid
) -> None:
    """Also when the verordening of 2017 itself would have let it last longer."""
    norm = beleid.regels_2017
    lang = tuple(regel.model_copy(update={"verlenging_maanden": 24}) for regel in norm.waarde)
    ruim = beleid.model_copy(update={"regels_2017": norm.model_copy(update={"waarde": lang})})
    feiten = verder(Overgangsdictum.VERLENGEN, nieuw, einde=dag("2021-01-31"))
    uitslag = beslis_overgang(feiten, ruim, dag("2021-01-15"))
    assert {toets.voorwaarde for toets in belemmeringen_overgang(feiten, uitslag)} == in_de_weg


@pytest.mark.regel("DEV-OVR-902", "DEV-OVR-903", "DEV-OVR-904")
@pytest.mark.parametrize(
    ("regeling", "op", "overgang", "mag"),
    [
        pytest.param(V2017, "2020-12-31", False, True, id="2017-dag-ervoor"),
        pytest.param(V2017, "2021-01-01", False, False, id="2017-ingetrokken"),
        pytest.param(V2017, "2021-01-01", True, True, id="2017-in-de-overgang"),
        pytest.param(LKS2017, "2020-12-31", False, True, id="lks-dag-ervoor"),
        pytest.param(LKS2017, "2021-01-01", True, False, id="lks-ook-niet-in-de-overgang"),
        pytest.param(VOORSCHOT, "2021-03-29", False, True, id="voorschot-dag-ervoor"),
        pytest.param(VOORSCHOT, "2021-03-30", False, False, id="voorschot-ingetrokken"),
        pytest.param(WWB, "2021-03-30", False, False, id="wwb-ingetrokken"),
        pytest.param("Participatiewet", "2021-03-30", False, True, id="gewone-wet"),
    ],
)
def test_wat_is_ingetrokken_wordt_niet_aangehaald(
    regeling: str, op: str, overgang: bool, mag: bool, beleid: ToekenningBeleid
) -> None:
    citaten = (Grondslag(regeling=regeling, artikel="2"), pw("7"))
    assert alle_voldaan(toets_citaten(citaten, dag(op), beleid, overgang=overgang)) is mag


@pytest.mark.regel("DEV-OVR-903", "DEV-OVR-904")
def test_wat_wel_kan_worden_aangehaald_en_wat_niet_meer_wordt_aangeboden(
    register: Register, beleid: ToekenningBeleid
) -> None:
    nieuw = "Beleidsregels Bijzondere Bijstand gemeente Deventer 2020"
    assert aanhaalbaar("bijzondere_bijstand", dag("2021-03-29"), beleid) == (WWB,)
    assert aanhaalbaar("bijzondere_bijstand", dag("2021-03-30"), beleid) == (nieuw,)
    assert aanhaalbaar("voorschot", dag("2021-03-30"), beleid) == ()
    assert aanhaalbaar("loonkostensubsidie", dag("2021-03-30"), beleid)[0].endswith("2021, artikel 11")
    assert toets_aangeboden("no_riskpolis", beleid)[0].uitkomst is Uitkomst.NIET_VOLDAAN
    assert toets_aangeboden("scholing", beleid) == ()
    catalogus = register.geldend(VoorzieningBeleid, "GM0150", dag("2026-03-31")).beleid
    assert catalogus.regel("no_riskpolis") is None
    lks = catalogus.regel("loonkostensubsidie")
    assert lks is not None
    assert (lks.grondslag.regeling, lks.grondslag.artikel) == ("Re-integratieverordening Participatiewet 2021", "11")


@pytest.mark.regel("DEV-OVR-909")
def test_de_oude_doelgroepen_zijn_geen_klantgroep(beleid: ToekenningBeleid) -> None:
    oud = {rij.code for rij in beleid.oude_doelgroepen.waarde}
    assert len(oud) == 6
    assert oud.isdisjoint(groep.value for groep in Klantgroep)
