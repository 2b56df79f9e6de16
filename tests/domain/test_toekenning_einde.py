"""The seven grounds to end a voorziening, and what can be claimed back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.kern.toets import Uitkomst, alle_voldaan
from app.domain.toekenning.beeindiging import (
    Eindedictum,
    Eindefeiten,
    belemmeringen_einde,
    beslis_einde,
    waarden_einde,
)
from app.domain.toekenning.beleid import ToekenningBeleid
from app.domain.toekenning.einde import Grondfeiten, toets_terugvordering, toetsen_grond
from app.domain.toekenning.feit import Toekenningfeitsoort
from app.domain.toekenning.stand import Toekenningstand, Verordeningsregime
from app.domain.toekenning.toetser import toets_toetser
from app.domain.toekenning.verloop import dagfout, toets_afronding, toets_overeenkomst, toets_start_terug
from tests.steun.beleid import vast_register

DAG = date(2026, 6, 30)
WIA = "wia_34a_35_36"


@pytest.fixture(scope="module")
def beleid() -> ToekenningBeleid:
    return vast_register().geldend(ToekenningBeleid, "GM0150", date(2026, 3, 31)).beleid


def grond(code: str = "a", **anders: Any) -> Grondfeiten:
    vast = {"grond": code, "laatste_dag": DAG, "motivering": "De klant kwam vier keer niet."}
    return Grondfeiten.model_validate(vast | anders)


def einde(code: str = "a", *, begin: date = date(2026, 4, 1), **anders: Any) -> Eindefeiten:
    vast: dict[str, Any] = {
        "code": "werkervaringsplaats",
        "naam": "Werkervaringsplaats",
        "regime": Verordeningsregime.VERORDENING_2021,
        "begin": begin,
        "einde": date(2026, 6, 30),
    }
    eigen = {k: anders.pop(k) for k in ("regime", "einde", "voorwaarden_2017", "alleen_nieuw_regime") if k in anders}
    return Eindefeiten.model_validate(vast | eigen | {"grond": grond(code, **anders)})


def uitkomsten(toetsen: Any) -> dict[str, Uitkomst]:
    return {toets.voorwaarde: toets.uitkomst for toets in toetsen}


@pytest.mark.regel("DEV-VRZ-907")
@pytest.mark.parametrize("code", list("abcdefg"))
def test_elke_grond_vraagt_een_motivering_en_d_en_e_een_oordeel(code: str, beleid: ToekenningBeleid) -> None:
    oordeel = "Na acht weken is er geen groei te zien."
    assert alle_voldaan(toetsen_grond(grond(code, oordeel=oordeel), beleid))
    zonder = uitkomsten(toetsen_grond(grond(code, motivering=" "), beleid))
    assert zonder["beeindiging_gemotiveerd"] is Uitkomst.ONBEPAALD
    assert (zonder.get("grond_beoordeeld") is Uitkomst.ONBEPAALD) == (code in "de")
    grondslag = toetsen_grond(grond(code), beleid)[0].grondslag
    assert (grondslag.artikel, grondslag.lid, grondslag.onderdeel) == ("3", "2", code)


@pytest.mark.regel("DEV-VRZ-907")
def test_een_grond_die_de_verordening_niet_kent_gaat_niet(beleid: ToekenningBeleid) -> None:
    assert uitkomsten(toetsen_grond(grond("h"), beleid)) == {"beeindigingsgrond": Uitkomst.NIET_VOLDAAN}
    uitslag = beslis_einde(einde("h"), beleid, DAG)
    assert (uitslag.dictum, uitslag.motivering) == (Eindedictum.VOORLEGGEN, ())


@pytest.mark.regel("DEV-VRZ-908")
@pytest.mark.parametrize(
    ("doelgroep", "vol_op", "kan"),
    [
        pytest.param(WIA, None, False, id="wia-nog-niet-in-zicht"),
        pytest.param(WIA, date(2026, 7, 1), False, id="wia-dag-na-het-einde-vol"),
        pytest.param(WIA, date(2026, 6, 30), True, id="wia-vol-op-de-laatste-dag"),
        pytest.param(WIA, date(2026, 6, 29), True, id="wia-dag-ervoor-vol"),
        pytest.param("algemene_bijstand", None, True, id="bijstand-zonder-uitzondering"),
    ],
)
def test_werk_is_bij_de_wia_groep_geen_grond_voor_twee_jaar_vol_zijn(
    doelgroep: str, vol_op: date | None, kan: bool, beleid: ToekenningBeleid
) -> None:
    toetsen = toetsen_grond(grond("c", doelgroep=doelgroep, wia_vol_op=vol_op), beleid)
    assert alle_voldaan(toetsen) is kan
    assert alle_voldaan(toetsen_grond(grond("g", doelgroep=doelgroep, wia_vol_op=vol_op), beleid))


@pytest.mark.regel("DEV-VRZ-907")
@pytest.mark.parametrize(
    ("laatste", "kan"),
    [
        pytest.param(date(2026, 3, 31), False, id="dag-voor-het-begin"),
        pytest.param(date(2026, 4, 1), True, id="eerste-dag"),
        pytest.param(date(2026, 6, 30), True, id="toegekend-einde"),
        pytest.param(date(2026, 7, 1), False, id="dag-na-het-einde"),
    ],
)
def test_het_besluit_noemt_dag_grond_en_uitleg(laatste: date, kan: bool, beleid: ToekenningBeleid) -> None:
    feiten = einde("d", laatste_dag=laatste, oordeel="Er is geen groei te zien.")
    uitslag = beslis_einde(feiten, beleid, DAG)
    assert (uitslag.dictum is Eindedictum.BEEINDIGEN) is kan
    assert (belemmeringen_einde(feiten, uitslag) == ()) is kan
    if kan:
        brief = " ".join(uitslag.motivering)
        assert all(deel in brief for deel in ("Er is geen groei te zien.", "onderdeel d", "bezwaar", "vier keer niet"))
    assert waarden_einde(feiten, beleid, uitslag) == ("gronden",)


@pytest.mark.regel("DEV-VRZ-910")
@pytest.mark.parametrize(
    ("basis", "verrekenen", "kan"),
    [
        pytest.param("civielrechtelijk", False, True, id="burgerlijk-wetboek"),
        pytest.param("civielrechtelijk", True, False, id="niet-met-de-uitkering"),
        pytest.param("participatiewet", False, False, id="niet-volgens-de-participatiewet"),
    ],
)
def test_kosten_terug_alleen_volgens_het_burgerlijk_wetboek(
    basis: str, verrekenen: bool, kan: bool, beleid: ToekenningBeleid
) -> None:
    assert (toets_terugvordering(basis, verrekenen, beleid).uitkomst is Uitkomst.VOLDAAN) is kan


@pytest.mark.parametrize(
    ("soort", "dag", "fout"),
    [
        pytest.param(Toekenningfeitsoort.VOORTGANG, date(2026, 4, 1), False, id="eerste-dag"),
        pytest.param(Toekenningfeitsoort.VOORTGANG, date(2026, 3, 31), True, id="dag-ervoor"),
        pytest.param(Toekenningfeitsoort.VOORTGANG, date(2026, 6, 30), False, id="laatste-dag"),
        pytest.param(Toekenningfeitsoort.VOORTGANG, date(2026, 7, 1), True, id="dag-erna"),
        pytest.param(Toekenningfeitsoort.EVALUATIE, date(2026, 7, 1), False, id="evaluatie-dag-erna"),
        pytest.param(Toekenningfeitsoort.EVALUATIE, date(2026, 7, 3), True, id="in-de-toekomst"),
    ],
)
def test_op_welke_dag_iets_kan_gebeuren(soort: Toekenningfeitsoort, dag: date, fout: bool) -> None:
    melding = dagfout(soort, dag, date(2026, 4, 1), date(2026, 6, 30), date(2026, 7, 2))
    assert (melding is not None) is fout


@pytest.mark.regel("DEV-WEP-904", "DEV-PRF-907")
def test_starten_afronden_en_terugnemen(beleid: ToekenningBeleid) -> None:
    dag, artikel = date(2026, 4, 1), beleid.gronden.grondslag
    for nodig, getekend, kan in ((False, None, True), (True, None, False), (True, dag, True)):
        assert (toets_overeenkomst(nodig, getekend, dag, None).uitkomst is Uitkomst.VOLDAAN) is kan
    te_laat = toets_overeenkomst(True, date(2026, 4, 2), dag, artikel)
    assert (te_laat.uitkomst, te_laat.grondslag) == (Uitkomst.NIET_VOLDAAN, artikel)

    for stand, laatste, kan in (
        (Toekenningstand.LOPEND, None, False),
        (Toekenningstand.LOPEND, DAG, False),
        (Toekenningstand.LOPEND, date(2026, 6, 29), True),
        (Toekenningstand.BEEINDIGD, DAG, True),
    ):
        assert (toets_afronding(stand, laatste, DAG).uitkomst is Uitkomst.VOLDAAN) is kan
    start, voortgang = Toekenningfeitsoort.START, Toekenningfeitsoort.VOORTGANG
    assert toets_start_terug([start]).uitkomst is Uitkomst.VOLDAAN
    assert toets_start_terug([start, voortgang]).uitkomst is Uitkomst.NIET_VOLDAAN
    assert toets_toetser("a", "b").uitkomst is Uitkomst.VOLDAAN
    assert toets_toetser("a", "a").uitkomst is Uitkomst.NIET_VOLDAAN
    assert (beleid.gedraging_van("proefplaatsing"), beleid.gedraging_van("scholing")) == (
        "proefplaatsing_niet_meewerken",
        "traject_niet_willen_volgen",
    )
