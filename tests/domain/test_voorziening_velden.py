"""Fields of a voorziening: what is empty is open, what is wrong stands in the way, and bad policy does not load."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from app.domain.beleid.model import Herkomst
from app.domain.kern.toets import Uitkomst
from app.domain.voorziening.samenstel import stel_samen
from app.domain.voorziening.veld import Gegevenveld
from app.domain.voorziening.velden import als_dag, als_lijst
from tests.steun.voorziening import VERORDENING, mis, proef, toetsen

NIET, OPEN = Uitkomst.NIET_VOLDAAN, Uitkomst.ONBEPAALD
OPTIES = [{"code": "een", "naam": "de eerste"}, {"code": "twee", "naam": "de tweede", "toegestaan": False}]


def veld(**anders: Any) -> dict[str, Any]:
    return {"code": "ding", "naam": "Het ding", "grondslag": VERORDENING, **anders}


def uit(waarde: Any, gegevens: dict[str, Any] | None = None, /, **anders: Any) -> Uitkomst | None:
    return mis(proef(velden=[veld(**anders)]), gegevens={"ding": waarde, **(gegevens or {})}).get("gegeven_ding")


@pytest.mark.parametrize(
    ("anders", "waarde", "uitkomst"),
    [
        pytest.param({}, "tekst", None, id="tekst"),
        pytest.param({}, None, OPEN, id="leeg"),
        pytest.param({"verplicht": False}, " ", None, id="leeg-mag"),
        pytest.param({"verplicht": False}, 3, NIET, id="niet-verplicht-wel-goed"),
        pytest.param({"soort": "keuze", "opties": OPTIES}, "een", None, id="keuze"),
        pytest.param({"soort": "keuze", "opties": OPTIES}, "twee", NIET, id="keuze-die-niet-mag"),
        pytest.param({"soort": "keuze", "opties": OPTIES}, "drie", NIET, id="buiten-de-lijst"),
        pytest.param({"soort": "keuze", "opties": OPTIES, "vrij": True}, "drie", OPEN, id="vrij-zonder-reden"),
        pytest.param({"soort": "keuzes", "opties": OPTIES, "vrij": True}, ("drie", "twee"), NIET, id="een-mag-niet"),
        pytest.param({"soort": "keuze", "opties": OPTIES}, 3, NIET, id="geen-code"),
        pytest.param({"soort": "datum"}, "2020-01-01", None, id="datum-zonder-moment"),
        pytest.param({"soort": "datum"}, "1-1-2020", NIET, id="geen-datum"),
        pytest.param({"soort": "datum"}, 20200101, NIET, id="getal-is-geen-datum"),
        pytest.param({"soort": "bedrag"}, 0, None, id="nul-euro"),
        pytest.param({"soort": "bedrag"}, -1, NIET, id="negatief"),
        pytest.param({"soort": "bedragen"}, (1, 2), None, id="bedragen"),
        pytest.param({"soort": "rooster"}, ("zondag 00:00-23:59",), None, id="rooster"),
        pytest.param({"soort": "lijst"}, ("bon 1", "bon 2"), None, id="lijst"),
        pytest.param({"soort": "lijst"}, ("bon 1", " "), NIET, id="lijst-met-een-leeg-deel"),
        pytest.param({"soort": "lijst"}, "bon 1", NIET, id="geen-lijst"),
        pytest.param({"soort": "ja_nee"}, False, None, id="nee-is-ook-ingevuld"),
        pytest.param({"soort": "ja_nee"}, "ja", NIET, id="ja-als-tekst"),
    ],
)
def test_wat_er_staat(anders: dict[str, Any], waarde: Any, uitkomst: Uitkomst | None) -> None:
    assert uit(waarde, **anders) is uitkomst


def test_een_reden_maakt_een_vrije_keuze_goed_en_woorden_komen_niet_in_het_spoor() -> None:
    anders = {"soort": "keuze", "opties": OPTIES, "vrij": True}
    assert uit("drie", {"ding_reden": "Past hier."}, **anders) is None
    beleid = proef(velden=[veld(**anders), veld(code="bedrag", soort="bedrag"), veld(code="woord")])
    gegeven = toetsen(beleid, gegevens={"ding": "geheim", "bedrag": 500, "woord": "geheim"})
    assert gegeven["gegeven_ding"].feiten == {"gekozen": ("anders",)}
    assert gegeven["gegeven_bedrag"].feiten == {"ingevuld": True, "bedrag": 500}
    assert gegeven["gegeven_woord"].feiten == {"ingevuld": True}
    assert "Iets anders kan met een reden." in gegeven["gegeven_ding"].toelichting
    assert als_lijst("a") == ("a",)
    assert als_dag(None) is None


@pytest.mark.parametrize(
    ("soort", "zin"),
    [
        ("tekst", "Geef een korte tekst."),
        ("datum", "Geef een datum."),
        ("bedrag", "Geef een bedrag in eurocenten."),
        ("bedragen", "Geef bedragen in eurocenten."),
        ("lijst", "Geef een of meer korte teksten."),
        ("ja_nee", "Geef ja of nee."),
        ("rooster", "Geef vaste tijden, zoals: maandag 09:00-12:30."),
    ],
)
def test_de_zin_zegt_wat_er_moet_komen(soort: str, zin: str) -> None:
    assert toetsen(proef(velden=[veld(soort=soort)]))["gegeven_ding"].toelichting == f"Vul in: Het ding. {zin}"


def test_de_herkomst_van_een_veld_blijft_bekend() -> None:
    beleid = proef(velden=[veld(herkomst="voorbeeld")])
    assert stel_samen(beleid, "proef").voorwaarden[-1].bron.herkomst is Herkomst.VOORBEELD


@pytest.mark.parametrize(
    ("fout", "zin"),
    [
        pytest.param({"soort": "keuze"}, "een keuze heeft opties", id="keuze-zonder-opties"),
        pytest.param({"opties": OPTIES}, "opties horen bij een keuze", id="opties-zonder-keuze"),
        pytest.param({"moment": "na_begin"}, "alleen een datum", id="moment-zonder-datum"),
    ],
)
def test_een_veld_dat_niet_klopt_wordt_niet_geladen(fout: dict[str, Any], zin: str) -> None:
    with pytest.raises(ValidationError, match=zin):
        Gegevenveld.model_validate(veld(**fout))
