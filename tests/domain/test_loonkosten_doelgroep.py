"""Who belongs to the doelgroep loonkostensubsidie, and where the Praktijkroute leads."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.kern.toets import Uitkomst
from app.domain.loonkosten.doelgroep import (
    DoelgroepLksFeiten,
    Vaststelwijze,
    beslis_doelgroep,
    toets_ambtshalve,
    toets_eenmaal,
)
from app.domain.loonkosten.model import Loonkostendictum, in_de_weg, toets_toetser
from app.domain.loonkosten.praktijkroute import (
    Praktijkuitkomst,
    praktijkuitkomst,
    toetsen_praktijkroute,
    werkgeverinformatie,
)
from app.domain.loonkosten.procedure import LoonkostenBeleid
from tests.steun.beleid import beleid_van

BELEID = beleid_van(LoonkostenBeleid)
DAG = date(2026, 4, 1)
CRITERIA = ("behoort_tot_doelgroep", "niet_tot_minimumloon", "mogelijkheden")


def feiten(**anders: Any) -> DoelgroepLksFeiten:
    vast: dict[str, Any] = {"wijze": Vaststelwijze.AMBTSHALVE, "datum": DAG, "motivering": "Past bij het rapport."}
    return DoelgroepLksFeiten(**(vast | dict.fromkeys(CRITERIA, True) | anders))


@pytest.mark.regel("DEV-LKS-901")
@pytest.mark.parametrize("wijze", list(Vaststelwijze))
def test_drie_keer_ja_is_vaststellen(wijze: Vaststelwijze) -> None:
    uitslag = beslis_doelgroep(feiten(wijze=wijze), BELEID, DAG)
    assert uitslag.dictum is Loonkostendictum.VASTSTELLEN
    assert {(g.artikel, g.regeling.split()[0]) for g in uitslag.grondslagen} >= {
        ("10c", "Participatiewet"),
        ("11", "Re-integratieverordening"),
    }
    assert uitslag.motivering[0] == "U hoort tot de doelgroep loonkostensubsidie."
    assert in_de_weg(None, uitslag) == ()


@pytest.mark.regel("DEV-LKS-901")
@pytest.mark.parametrize("criterium", CRITERIA)
def test_een_nee_is_afwijzen_en_een_open_vraag_houdt_tegen(criterium: str) -> None:
    nee = beslis_doelgroep(feiten(**{criterium: False}), BELEID, DAG)
    assert nee.dictum is Loonkostendictum.AFWIJZEN
    assert len([zin for zin in nee.motivering if "artikel 11" in zin]) == 1
    open_ = beslis_doelgroep(feiten(**{criterium: None}), BELEID, DAG)
    assert open_.dictum is Loonkostendictum.VOORLEGGEN
    assert [toets.uitkomst for toets in in_de_weg(None, open_)] == [Uitkomst.ONBEPAALD]
    assert in_de_weg(None, open_)[0].toelichting.startswith("Beantwoord")
    anders = next(naam for naam in CRITERIA if naam != criterium)
    samen = beslis_doelgroep(feiten(**{criterium: None, anders: False}), BELEID, DAG)
    assert samen.dictum is Loonkostendictum.VOORLEGGEN, "an open question blocks, also beside a 'no'"


def test_register_staat_erbij_en_beslist_niets() -> None:
    erin, eruit = (beslis_doelgroep(feiten(in_register=waarde), BELEID, DAG) for waarde in (True, False))
    assert erin.dictum is eruit.dictum
    assert "U staat in het doelgroepregister." in erin.motivering
    assert "U staat in het doelgroepregister." not in eruit.motivering
    assert beslis_doelgroep(feiten(motivering=None), BELEID, DAG).motivering == ()


@pytest.mark.regel("DEV-LKS-901")
@pytest.mark.parametrize(
    ("vorige", "uitkomst"),
    [
        pytest.param(None, Uitkomst.VOLDAAN, id="eerste"),
        pytest.param("2025-04-02", Uitkomst.NIET_VOLDAAN, id="dag-te-vroeg"),
        pytest.param("2025-04-01", Uitkomst.VOLDAAN, id="precies-twaalf-maanden"),
        pytest.param("2025-03-31", Uitkomst.VOLDAAN, id="dag-erna"),
    ],
)
def test_een_verzoek_per_twaalf_maanden_artikel_10c_lid_2(vorige: str | None, uitkomst: Uitkomst) -> None:
    toets = toets_eenmaal(DAG, date.fromisoformat(vorige) if vorige else None, BELEID)
    assert toets.uitkomst is uitkomst
    assert (toets.grondslag.artikel, toets.grondslag.lid) == ("10c", "2")


def test_anw_en_nugger_alleen_op_aanvraag_artikel_10c_lid_1() -> None:
    assert toets_ambtshalve(False).uitkomst is Uitkomst.VOLDAAN
    assert toets_ambtshalve(True).uitkomst is Uitkomst.NIET_VOLDAAN


def test_toetser_is_een_ander() -> None:
    assert toets_toetser("a", "b").uitkomst is Uitkomst.VOLDAAN
    assert toets_toetser("a", "a").uitkomst is Uitkomst.NIET_VOLDAAN


@pytest.mark.regel("DEV-LKS-001")
@pytest.mark.parametrize(
    ("loonwaarde", "uitkomst"),
    [
        pytest.param(99, Praktijkuitkomst.IN_TE_SCHRIJVEN, id="99"),
        pytest.param(100, Praktijkuitkomst.NIET_IN_TE_SCHRIJVEN, id="100"),
    ],
)
def test_praktijkroute_onder_honderd_naar_het_register(loonwaarde: int, uitkomst: Praktijkuitkomst) -> None:
    assert praktijkuitkomst(loonwaarde) is uitkomst


@pytest.mark.regel("DEV-LKS-001")
@pytest.mark.parametrize(
    ("dag", "methode", "goed"),
    [
        pytest.param("2016-12-31", "Dariuz", [False, True], id="dag-ervoor"),
        pytest.param("2017-01-01", "Dariuz", [True, True], id="eerste-dag"),
        pytest.param("2017-01-02", "gevoel", [True, False], id="niet-gevalideerd"),
    ],
)
def test_praktijkroute_vanaf_2017_met_gevalideerde_methode(dag: str, methode: str, goed: list[bool]) -> None:
    toetsen = toetsen_praktijkroute(date.fromisoformat(dag), methode, BELEID)
    assert [toets.uitkomst is Uitkomst.VOLDAAN for toets in toetsen] == goed


@pytest.mark.regel("DEV-LKS-002")
def test_werkgever_hoort_wat_vanaf_wanneer_geldt() -> None:
    def vanaf(dag: str) -> dict[str, str]:
        rechten = werkgeverinformatie(date.fromisoformat(dag), BELEID.werkgeversrechten.waarde)
        assert {recht.beoordelaar for recht in rechten} == {"UWV"}
        return {recht.code: recht.vanaf.isoformat() for recht in rechten}

    vroeg = vanaf("2017-06-01")
    assert vroeg == {"banenafspraak": "2017-06-01", "no_risk": "2017-06-01", "lkv": "2018-01-01"}
    assert set(vanaf("2026-03-01").values()) == {"2026-03-01"}
