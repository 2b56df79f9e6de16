"""Voorziening: who may get which, what sets a condition aside, and policy that is missing or wrong."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.beleid.model import Herkomst
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Uitkomst
from app.domain.voorziening.beleid import Limiet, VoorzieningBeleid, Voorzieningregel
from app.domain.voorziening.bijzonder import BIJZONDER, SIGNALEN
from app.domain.voorziening.feiten import VoorzieningFeiten
from app.domain.voorziening.persoon import opsomming
from app.domain.voorziening.toets import Aanboduitkomst, beoordeel, voorgesteld
from tests.steun.voorziening import BELEID, BELEIDSREGEL, VERORDENING, mis, proef, toetsen

M, G, F, Z = Klantgroep.MATCHEN, Klantgroep.GROEIEN, Klantgroep.FACILITEREN, Klantgroep.ZORGEN
BUITEN = "voorziening_bij_klantgroep"
LIJST = {
    M: {"proefplaatsing", "startbaansubsidie"},
    G: {
        "werkervaringsplaats", "proefplaatsing", "scholing", "werk_leerroute", "startbaansubsidie",
        "tijdelijke_tegemoetkoming_loonkosten",
    },
    F: {"maatschappelijke_participatie"},
    Z: set[str](),
}  # fmt: skip


NIET, OPEN = Uitkomst.NIET_VOLDAAN, Uitkomst.ONBEPAALD


@pytest.mark.regel("DEV-KGR-905", "DEV-WEP-901")
@pytest.mark.parametrize("groep", list(Klantgroep))
def test_alleen_wat_bij_de_klantgroep_past(groep: Klantgroep) -> None:
    gebonden = {regel.code for regel in BELEID.voorzieningen.waarde if regel.klantgroepen is not None}
    zelf_gekozen = {regel.code for regel in BELEID.voorzieningen.waarde if not regel.voorstellen}
    assert zelf_gekozen == {"nazorg", "career_and_kids"}
    past = {code for code in gebonden - zelf_gekozen if mis(BELEID, code=code, klantgroep=groep).get(BUITEN) is None}
    assert past == LIJST[groep]
    vrij = {regel.code for regel in BELEID.voorzieningen.waarde} - gebonden
    assert not any(BUITEN in toetsen(BELEID, code=code, klantgroep=groep) for code in vrij)
    geweigerd = toetsen(BELEID, code="werkervaringsplaats", klantgroep=M)[BUITEN]
    assert geweigerd.feiten["regel"] == "DEV-WEP-901"
    assert "alleen voor Groeien" in geweigerd.toelichting
    zonder_bron = toetsen(proef(klantgroepen=["groeien"]), klantgroep=M)[BUITEN]
    assert zonder_bron.feiten["regel"] == "DEV-KGR-905"


@pytest.mark.regel("DEV-VRZ-919", "DEV-KGR-905")
@pytest.mark.parametrize(
    ("niveau", "bron", "hardheid", "fout"),
    [
        pytest.param("beleidsregel", BELEIDSREGEL, {}, set(), id="beleidsregel-met-reden"),
        pytest.param("beleidsregel", BELEIDSREGEL | {"lid": "1"}, {"lid": "1"}, set(), id="zelfde-lid"),
        pytest.param("beleidsregel", BELEIDSREGEL | {"lid": "1"}, {}, set(), id="heel-het-artikel"),
        pytest.param("beleidsregel", BELEIDSREGEL | {"lid": "1"}, {"lid": "2"}, {BUITEN, "hardheid"}, id="ander-lid"),
        pytest.param("beleidsregel", BELEIDSREGEL, {"artikel": "8"}, {BUITEN, "hardheid"}, id="ander-artikel"),
        pytest.param("beleidsregel", BELEIDSREGEL, {"reden": " "}, {"hardheid"}, id="zonder-reden"),
        pytest.param("verordening", VERORDENING, {}, {BUITEN, "hardheid"}, id="verordening-kan-niet"),
        pytest.param("wet", VERORDENING, {}, {BUITEN, "hardheid"}, id="wet-kan-niet"),
    ],
)
def test_de_hardheidsclausule_reikt_alleen_tot_beleidsregels(
    niveau: str, bron: dict[str, str], hardheid: dict[str, str], fout: set[str]
) -> None:
    bronnen = {"klantgroepen": {"grondslag": bron, "niveau": niveau}}
    beleid = proef(klantgroepen=["groeien"], bronnen=bronnen)
    feiten: dict[str, Any] = {
        "klantgroep": M,
        "hardheid": [{"artikel": "9", "reden": "Eerder wel geplaatst.", **hardheid}],
    }
    gevonden = mis(beleid, **feiten)
    assert {code.removesuffix("sclausule_mogelijk") for code in gevonden} == fout
    if not fout:
        toets = toetsen(beleid, **feiten)[BUITEN]
        assert toets.feiten["hardheidsclausule"] == "artikel 9"
        assert toets.toelichting.startswith("Met de hardheidsclausule is hiervan afgeweken")
    assert mis(beleid, **{**feiten, "klantgroep": None})[BUITEN] is OPEN


@pytest.mark.regel("DEV-DOE-901")
def test_zonder_vastgelegde_doelgroep_is_geen_voorziening_mogelijk() -> None:
    assert mis(proef(), doelgroep=None) == {"doelgroep_vastgelegd": OPEN}
    assert mis(proef()) == {}
    beperkt = proef(doelgroepen=["algemene_bijstand"])
    assert mis(beperkt, doelgroep=None)["voorziening_bij_doelgroep"] is OPEN
    assert mis(beperkt, doelgroep="ioaw") == {"voorziening_bij_doelgroep": NIET}
    assert mis(beperkt) == {}


@pytest.mark.regel("DEV-DOE-902", "DEV-DOE-903")
@pytest.mark.parametrize(
    ("feiten", "uitkomst"),
    [
        pytest.param({"nugger_toegekend": True}, None, id="toegekend"),
        pytest.param({"nugger_toegekend": False}, NIET, id="geweigerd"),
        pytest.param({}, OPEN, id="geen-besluit"),
        pytest.param({"nugger_toegekend": False, "doelgroepregister": True}, None, id="in-het-register"),
    ],
)
def test_een_nugger_heeft_een_toekenning_of_het_register(feiten: dict[str, Any], uitkomst: Uitkomst | None) -> None:
    assert mis(proef(), doelgroep="nugger", **feiten).get("nugger_ondersteuning") is uitkomst
    assert "nugger_ondersteuning" not in toetsen(proef(), **feiten)


@pytest.mark.regel("DEV-ORG-902")
def test_onbekende_voorziening_en_klant_zonder_klantgroep() -> None:
    assert mis(proef(), code="bestaat_niet") == {"voorziening_bekend": NIET}
    leeg = beoordeel(VoorzieningFeiten(code="bestaat_niet", begin=date(2026, 4, 7)), BELEID)
    assert (leeg.uitkomst, leeg.signalen, leeg.ruimte.eerste_dag) == (Aanboduitkomst.MAG_NIET, (), None)
    assert mis(proef(klantgroepen=["groeien"]), klantgroep=None) == {BUITEN: OPEN}


@pytest.mark.regel("DEV-KGR-904", "DEV-KGR-007")
def test_in_zorgen_en_onder_zorg_handhaving_wordt_niets_vanzelf_voorgesteld() -> None:
    assert {groep: set(voorgesteld(groep, False, BELEID)) for groep in Klantgroep} == LIJST
    assert voorgesteld(G, True, BELEID) == ()


@pytest.mark.parametrize(
    ("besluit", "uitkomst"),
    [
        pytest.param(None, Aanboduitkomst.BELEID_ONTBREEKT, id="geen-besluit"),
        pytest.param({"motivering": " "}, Aanboduitkomst.BELEID_ONTBREEKT, id="zonder-motivering"),
        pytest.param({"motivering": "Het college besloot.", "bedrag": 1}, Aanboduitkomst.MAG, id="collegebesluit"),
    ],
)
def test_zonder_nadere_regels_ontbreekt_beleid(besluit: dict[str, Any] | None, uitkomst: Aanboduitkomst) -> None:
    feiten = {"code": "proef", "doelgroep": "ioaw", "collegebesluit": besluit}
    gevonden = beoordeel(VoorzieningFeiten.model_validate(feiten), proef(nadere_regels=False))
    assert gevonden.uitkomst is uitkomst
    assert gevonden.toetsen[2].feiten["regel"] == "DEV-ORG-903"


@pytest.mark.parametrize(
    ("regel", "woord"),
    [
        pytest.param({"leeftijd_van": 27, "leeftijd_tot": 18}, "ondergrens", id="leeftijd-andersom"),
        pytest.param({"uren_min": 20, "uren_max": 10}, "ondergrens", id="uren-andersom"),
        pytest.param({"verlenging_maanden": 1}, "verlenging", id="verlenging-zonder-duur"),
        pytest.param({"oordelen": [{"code": "a", "vraag": "?", "grondslag": VERORDENING}] * 2}, "twee", id="dubbel"),
    ],
)
def test_beleid_dat_niet_klopt_wordt_geweigerd(regel: dict[str, Any], woord: str) -> None:
    with pytest.raises(ValueError, match=woord):
        proef(**regel)


@pytest.mark.regel("DEV-ORG-902")
def test_elke_limiet_staat_in_het_beleid_met_artikel_en_herkomst() -> None:
    regel = BELEID.regel("werkervaringsplaats")
    assert regel is not None
    assert {Limiet.KLANTGROEPEN, Limiet.DUUR, Limiet.LOON, Limiet.VERDRINGING} <= set(regel.limieten())
    assert regel.bron(Limiet.DUUR).grondslag.artikel == "1"
    assert regel.bron(Limiet.DUUR).herkomst is Herkomst.VASTGESTELD
    assert regel.bron(Limiet.FREQUENTIE).grondslag == regel.grondslag
    assert set(BIJZONDER) | set(SIGNALEN) <= {r.code for r in BELEID.voorzieningen.waarde}
    alles = proef(
        geldt_van=date(2021, 1, 1), klantgroepen=["groeien"],
        doelgroepen=["anw"], leeftijd_van=18, max_totaal_maanden=3, uren_max=4,
        loon_toegestaan=False, kosten_max=1, frequentie={"aantal": 1, "periode_jaren": 1},
        cumulatie_uitgesloten=["a"], verdringingstoets=True, verplicht=["b"], nadere_regels=False,
    )  # fmt: skip
    assert set(alles.voorzieningen.waarde[0].limieten()) == set(Limiet)
    kort = {"code": "oud", "naam": "Oud", "klantgroepen": ["groeien"], "grondslag": VERORDENING}
    bewaard = VoorzieningBeleid.lees_bewaard({"voorzieningen": {"waarde": [kort], "grondslag": VERORDENING}})
    assert bewaard.voorzieningen.waarde == (Voorzieningregel.model_validate(kort),)
    assert bewaard.oordelen(bewaard.voorzieningen.waarde[0]) == ()


def test_een_opsomming_leest_als_een_zin() -> None:
    assert [opsomming(namen) for namen in ([], ["a"], ["a", "b", "c"])] == ["", "a", "a, b of c"]
