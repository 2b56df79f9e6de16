"""Voorziening: which klantgroep may get which, and what is proposed by default."""

from __future__ import annotations

from datetime import date

import pytest

from app.db.beleid_bestanden import laad_register
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import niet_voldaan
from app.domain.voorziening.beleid import VoorzieningBeleid
from app.domain.voorziening.toets import VoorzieningFeiten, toets_voorziening, voorgesteld

BELEID = laad_register().geldend(VoorzieningBeleid, "GM0150", date(2026, 4, 7)).beleid
M, G, F, Z = Klantgroep.MATCHEN, Klantgroep.GROEIEN, Klantgroep.FACILITEREN, Klantgroep.ZORGEN
BUITEN = ["voorziening_bij_klantgroep"]
LIJST = {
    M: {"proefplaatsing", "startbaansubsidie"},
    G: {
        "werkervaringsplaats", "proefplaatsing", "scholing", "werk_leerroute", "startbaansubsidie",
        "tijdelijke_tegemoetkoming_loonkosten",
    },
    F: {"maatschappelijke_participatie"},
    Z: set[str](),
}  # fmt: skip


def mis(code: str, groep: Klantgroep | None, **anders: object) -> list[str]:
    feiten = VoorzieningFeiten.model_validate(
        {"code": code, "klantgroep": groep, "doelgroep": "algemene_bijstand", **anders}
    )
    return [toets.voorwaarde for toets in niet_voldaan(toets_voorziening(feiten, BELEID))]


@pytest.mark.regel("DEV-KGR-905")
@pytest.mark.parametrize("groep", list(Klantgroep))
def test_alleen_wat_bij_de_klantgroep_past(groep: Klantgroep) -> None:
    gebonden = {regel.code for regel in BELEID.voorzieningen.waarde if regel.klantgroepen is not None}
    vrij = {regel.code for regel in BELEID.voorzieningen.waarde} - gebonden
    assert {code for code in gebonden if mis(code, groep) == []} == LIJST[groep]
    assert {code for code in vrij if mis(code, groep)} == set()
    assert {code for code in gebonden if mis(code, groep) not in ([], BUITEN)} == set()


@pytest.mark.regel("DEV-KGR-905")
@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        pytest.param({"hardheidsclausule": True, "motivering": "Bijzondere omstandigheden."}, [], id="met-motivering"),
        pytest.param({"hardheidsclausule": True}, BUITEN, id="zonder-motivering"),
        pytest.param({"motivering": "Past goed."}, BUITEN, id="zonder-hardheidsclausule"),
    ],
)
def test_buiten_de_lijst_alleen_met_de_hardheidsclausule(anders: dict[str, object], fout: list[str]) -> None:
    assert mis("werkervaringsplaats", M, **anders) == fout
    toets = toets_voorziening(VoorzieningFeiten(code="werkervaringsplaats", klantgroep=M, doelgroep=None), BELEID)[1]
    assert toets.feiten["regel"] == "DEV-KGR-905"


@pytest.mark.regel("DEV-DOE-901")
def test_zonder_vastgelegde_doelgroep_is_geen_voorziening_mogelijk() -> None:
    assert mis("proefplaatsing", M, doelgroep=None) == ["doelgroep_vastgelegd"]
    assert mis("taal", None, doelgroep="nugger") == []


def test_onbekende_voorziening_en_klant_zonder_klantgroep() -> None:
    assert mis("bestaat_niet", G, hardheidsclausule=True, motivering="Toch.") == ["voorziening_bekend"]
    assert mis("werkervaringsplaats", None) == BUITEN
    assert mis("taal", None) == []


@pytest.mark.regel("DEV-KGR-904", "DEV-KGR-007")
def test_in_zorgen_en_onder_zorg_handhaving_wordt_niets_vanzelf_voorgesteld() -> None:
    assert {groep: set(voorgesteld(groep, False, BELEID)) for groep in Klantgroep} == LIJST
    assert voorgesteld(G, True, BELEID) == ()
