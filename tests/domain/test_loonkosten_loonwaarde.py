"""The loonwaarde: the uniform product per main task, and all that makes it definitive."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.domain.kern.canoniek import canoniek
from app.domain.kern.toets import Uitkomst, niet_voldaan
from app.domain.loonkosten.loonwaarde import Hoofdtaak, LoonwaardeFeiten, beslis_loonwaarde, loonwaarde, schrijf_taken
from app.domain.loonkosten.model import Loonwaardedictum, in_de_weg
from app.domain.loonkosten.procedure import LoonkostenBeleid
from tests.steun.beleid import beleid_van
from tests.steun.loonkosten import cijfer

BELEID = beleid_van(LoonkostenBeleid)
DAG = date(2026, 4, 1)


def taak(tijd: str, tempo: str = "80", kwaliteit: str = "90", netto: str = "85", minuten: int = 60) -> Hoofdtaak:
    delen = {"tijd": tijd, "tempo": tempo, "kwaliteit": kwaliteit, "netto_werktijd": netto}
    return Hoofdtaak(**{naam: Decimal(deel) for naam, deel in delen.items()}, minuten_per_dag=minuten)


def feiten(**anders: Any) -> LoonwaardeFeiten:
    vast: dict[str, Any] = {
        "methode": "Dariuz",
        "bedrijfsbezoek_op": date(2026, 3, 20),
        "rapport": "LW-2026-17",
        "normfunctie": "magazijnmedewerker",
        "uren_per_week": Decimal(32),
        "individueel": True,
        "adviseur": "loonwaardedeskundige",
        "taken": (taak("60"), taak("40", "100", "100", "100")),
        "geldt_vanaf": DAG,
        "minimumloon": cijfer("minimumloon", 229440),
        "in_doelgroep": True,
        "motivering": "Het rapport past bij wat wij zien.",
    }
    return LoonwaardeFeiten(**(vast | anders))


def open_punten(**anders: Any) -> dict[str, Uitkomst]:
    uitslag = beslis_loonwaarde(feiten(**anders), BELEID, DAG)
    assert uitslag.dictum is Loonwaardedictum.VOORLEGGEN
    assert uitslag.motivering == ()
    return {toets.voorwaarde: toets.uitkomst for toets in in_de_weg(None, uitslag)}


@pytest.mark.parametrize(
    ("taken", "procent"),
    [
        pytest.param([taak("100", "100", "100", "100")], 100, id="norm"),
        pytest.param([taak("60"), taak("40", "100", "100", "100")], 77, id="36,72-en-40"),
        pytest.param([taak("100", "50", "100", "100")], 50, id="half"),
        pytest.param([taak("100", "54.5", "100", "100")], 55, id="precies-een-half-naar-boven"),
        pytest.param([taak("100", "54.49", "100", "100")], 54, id="net-onder-een-half"),
        pytest.param([taak("33.33"), taak("33.33"), taak("33.34")], 61, id="eerst-optellen-dan-afronden"),
        pytest.param([taak("100", "0", "100", "100")], 0, id="nul"),
    ],
)
def test_som_van_de_producten_in_hele_procenten(taken: list[Hoofdtaak], procent: int) -> None:
    assert loonwaarde(taken) == procent


@pytest.mark.regel("DEV-LKS-903")
def test_loonwaarde_in_procenten_en_in_euros_met_het_minimumloon() -> None:
    uitslag = beslis_loonwaarde(feiten(), BELEID, DAG)
    assert uitslag.dictum is Loonwaardedictum.VASTSTELLEN
    assert (uitslag.procent, uitslag.bedrag, uitslag.minimumloon) == (77, 176669, 229440)
    tekst = " ".join(uitslag.motivering)
    assert "77 % van € 2.294,40 = € 1.766,69" in tekst
    assert "60 % × 80 % × 90 % × 85 % + 40 % × 100 % × 100 % × 100 % = 77 %" in tekst
    assert "De klant en de werkgever kunnen allebei bezwaar maken." in tekst
    assert canoniek(uitslag) == canoniek(beslis_loonwaarde(feiten(), BELEID, DAG))
    assert schrijf_taken([taak("6.25")]) == "6,25 % × 80 % × 90 % × 85 % = 4 %"


def test_wanneer_de_loonwaarde_opnieuw_wordt_bepaald_artikel_10d_lid_6() -> None:
    zinnen = beslis_loonwaarde(feiten(herbepalen_op=date(2027, 4, 1)), BELEID, DAG).motivering
    assert "Wij bepalen de loonwaarde opnieuw op 1 april 2027 (artikel 10d, lid 6, Participatiewet)." in zinnen


def test_zienswijzen_staan_in_de_motivering() -> None:
    vindt = {"zienswijze_klant": "Het tempo klopt.", "zienswijze_werkgever": "De kwaliteit is lager."}
    zinnen = beslis_loonwaarde(feiten(**vindt), BELEID, DAG).motivering
    assert {"De klant vindt: Het tempo klopt.", "De werkgever vindt: De kwaliteit is lager."} <= set(zinnen)


@pytest.mark.regel("DEV-LKS-902")
@pytest.mark.parametrize(
    ("veld", "voorwaarde"),
    [
        pytest.param("methode", "loonwaardemethode", id="methode"),
        pytest.param("bedrijfsbezoek_op", "bedrijfsbezoek", id="bedrijfsbezoek"),
        pytest.param("rapport", "rapport", id="rapport"),
        pytest.param("adviseur", "advies", id="advies"),
        pytest.param("individueel", "individueel_bepaald", id="individueel"),
        pytest.param("normfunctie", "normfunctie", id="normfunctie"),
        pytest.param("uren_per_week", "uren", id="uren"),
        pytest.param("minimumloon", "minimumloon", id="minimumloon"),
        pytest.param("in_doelgroep", "behoort_tot_doelgroep_lks", id="doelgroep"),
        pytest.param("motivering", "gemotiveerd", id="motivering"),
    ],
)
def test_wat_ontbreekt_maakt_haar_niet_definitief(veld: str, voorwaarde: str) -> None:
    assert open_punten(**{veld: None}) == {voorwaarde: Uitkomst.ONBEPAALD}


@pytest.mark.regel("DEV-LKS-902")
@pytest.mark.parametrize(
    ("anders", "voorwaarde"),
    [
        pytest.param({"methode": "gevoel"}, "loonwaardemethode", id="andere-methode"),
        pytest.param({"bedrijfsbezoek_op": date(2026, 4, 2)}, "bedrijfsbezoek", id="bezoek-morgen"),
        pytest.param({"individueel": False}, "individueel_bepaald", id="niet-individueel"),
        pytest.param({"in_doelgroep": False}, "behoort_tot_doelgroep_lks", id="niet-in-doelgroep-10d-lid-1"),
        pytest.param({"taken": (taak("16.66"),) * 5 + (taak("16.7"),)}, "aantal_hoofdtaken", id="zes-taken"),
        pytest.param({"taken": (taak("6.24"), taak("93.76"))}, "omvang_hoofdtaken", id="minder-dan-een-zestiende"),
        pytest.param({"taken": (taak("50", minuten=29), taak("50"))}, "omvang_hoofdtaken", id="29-minuten"),
        pytest.param({"taken": (taak("60"), taak("39.99"))}, "tijd_samen_honderd", id="99,99"),
    ],
)
def test_wat_niet_klopt_maakt_haar_niet_definitief(anders: dict[str, Any], voorwaarde: str) -> None:
    assert open_punten(**anders) == {voorwaarde: Uitkomst.NIET_VOLDAAN}


@pytest.mark.regel("DEV-LKS-902")
@pytest.mark.parametrize(
    "anders",
    [
        pytest.param({"taken": (taak("20"),) * 5}, id="vijf-taken"),
        pytest.param({"taken": (taak("6.25", minuten=30), taak("93.75"))}, id="precies-een-zestiende-en-30-minuten"),
        pytest.param({"bedrijfsbezoek_op": DAG}, id="bezoek-op-de-dag-zelf"),
    ],
)
def test_op_de_grens_mag(anders: dict[str, Any]) -> None:
    assert niet_voldaan(beslis_loonwaarde(feiten(**anders), BELEID, DAG).toetsen) == ()


def test_zonder_taken_is_er_geen_loonwaarde() -> None:
    uitslag = beslis_loonwaarde(feiten(taken=()), BELEID, DAG)
    assert (uitslag.procent, uitslag.bedrag) == (None, None)
    assert set(open_punten(taken=())) == {"aantal_hoofdtaken", "omvang_hoofdtaken", "tijd_samen_honderd"}
    assert beslis_loonwaarde(feiten(minimumloon=None), BELEID, DAG).bedrag is None
