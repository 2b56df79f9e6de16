"""One model for every instrument: entered by hand, replaced under its kenmerk, compared, withdrawn."""

from __future__ import annotations

from typing import Any

import pytest

from tests.steun.diagnose import LEEFGEBIEDEN, levering, record
from tests.steun.dienst import Dienst
from tests.steun.klanten import ingedeeld, rij

HANDMATIG: dict[str, Any] = {
    "instrument": "competensys",
    "afgenomenOp": "2026-03-01",
    "door": "J. Bakker",
    "volledigheid": "volledig",
    "leefgebieden": LEEFGEBIEDEN,
    "competenties": [{"naam": "Samenwerken", "score": 75}],
    "taal": {"lezen": "A2"},
    "externKenmerk": "C-1",
}


@pytest.fixture
def klant_id(dienst: Dienst) -> str:
    return ingedeeld(dienst, None, consulent_id=None, inkomensconsulent_id=None, team=None)


def met(gebieden: list[dict[str, Any]], **wonen: Any) -> list[dict[str, Any]]:
    return [gebied | wonen if gebied["leefgebied"] == "wonen" else gebied for gebied in gebieden]


@pytest.mark.regel("DEV-DIA-001")
def test_van_overnemen_tot_intrekken(dienst: Dienst, klant_id: str) -> None:
    pad = f"/klanten/{klant_id}/diagnoses"
    bsn = rij(dienst, klant_id).bsn
    eerste = dienst.doe("POST", pad, "intaker", HANDMATIG)
    assert (eerste["geldend"], eerste["vervangen"], eerste["volledig"], eerste["taal"]["lezen"]) == (
        True, False, True, "A2",
    )  # fmt: skip
    herzien = HANDMATIG | {"leefgebieden": met(LEEFGEBIEDEN, score=30, aandachtspunten=["Vocht"])}
    tweede = dienst.doe("POST", pad, "intaker", herzien)
    ander = record(bsn, leefgebieden=met(LEEFGEBIEDEN, score=80), afgenomenOp="2026-03-20", externKenmerk="D-1")
    dienst.doe("POST", "/diagnose-importen", "koppeling", levering(ander))
    alle = dienst.doe("GET", pad, "intaker")["diagnoses"]
    assert [(d["instrument"], d["geldend"], d["vervangen"]) for d in alle] == [
        ("dariuz_wegwijzer", True, False),
        ("competensys", True, False),
        ("competensys", False, True),
    ]
    vergelijk = dienst.doe("GET", f"{pad}/vergelijking?toen=2026-03-19&nu=2026-03-20", "intaker")
    wonen = next(v for v in vergelijk["verschillen"] if v["onderwerp"] == "wonen")
    assert (wonen["verschil"], wonen["verdwenen"], wonen["nieuw"]) == (50, ["Vocht"], [])
    intrekking = {"reden": "Onder het verkeerde dossier."}
    weg = dienst.doe("POST", f"{pad}/{tweede['id']}/intrekking", "intaker", intrekking)
    assert (weg["geldend"], weg["vervangen"], weg["intrekking"]["reden"]) == (False, False, intrekking["reden"])
    nogmaals = dienst.roep("POST", f"{pad}/{tweede['id']}/intrekking", "intaker", intrekking)
    assert (nogmaals.status_code, nogmaals.json()["code"]) == (409, "al_ingetrokken")
    geldend = {d["id"] for d in dienst.doe("GET", pad, "intaker")["diagnoses"] if d["geldend"]}
    assert eerste["id"] in geldend
    beeld = dienst.doe("GET", f"/klanten/{klant_id}/klantbeeld", "intaker")
    assert {g["score"] for g in beeld["leefgebieden"] if g["onderwerp"] == "wonen"} == {80}


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        pytest.param({"afgenomenOp": "2026-04-01"}, "afgenomenOp", id="morgen"),
        pytest.param({"afgenomenOp": "1990-01-01"}, "afgenomenOp", id="voor-de-geboorte"),
        pytest.param({"instrument": "ander"}, "body", id="ander-zonder-naam"),
        pytest.param({"instrumentnaam": "X"}, "body", id="naam-zonder-ander"),
        pytest.param({"instrument": "format"}, "body", id="format-heeft-een-eigen-weg"),
        pytest.param({"externKenmerk": "VAN-EEN-ANDER"}, "externKenmerk", id="kenmerk-van-een-ander"),
        pytest.param({"externKenmerk": "A\u0000"}, "externKenmerk", id="nul-teken"),
    ],
)
def test_wat_niet_kan(dienst: Dienst, klant_id: str, anders: dict[str, Any], veld: str) -> None:
    buur = ingedeeld(dienst, None, consulent_id=None, inkomensconsulent_id=None, team=None)
    dienst.doe("POST", f"/klanten/{buur}/diagnoses", "intaker", HANDMATIG | {"externKenmerk": "VAN-EEN-ANDER"})
    antwoord = dienst.roep("POST", f"/klanten/{klant_id}/diagnoses", "intaker", HANDMATIG | anders)
    assert (antwoord.status_code, [fout["veld"] for fout in antwoord.json()["fouten"]]) == (400, [veld])


@pytest.mark.parametrize("dagen", ["toen=2026-03-20&nu=2026-03-20", "toen=2026-03-20&nu=2026-04-01"])
def test_vergelijken_vraagt_twee_dagen_in_volgorde(dienst: Dienst, klant_id: str, dagen: str) -> None:
    antwoord = dienst.roep("GET", f"/klanten/{klant_id}/diagnoses/vergelijking?{dagen}", "intaker")
    assert antwoord.status_code == 400


def test_wie_er_niet_is_kan_niet_worden_ingetrokken(dienst: Dienst, klant_id: str) -> None:
    pad = f"/klanten/{klant_id}/diagnoses/0199b1a0-5c1e-7d3a-9f42-b7c81d0e6a55/intrekking"
    assert dienst.roep("POST", pad, "intaker", {"reden": "Verkeerd."}).status_code == 404


def test_wat_met_de_hand_is_hersteld_gaat_voor_een_eerdere_levering_met_versie(dienst: Dienst, klant_id: str) -> None:
    pad, bsn = f"/klanten/{klant_id}/diagnoses", rij(dienst, klant_id).bsn

    def score() -> set[int]:
        beeld = dienst.doe("GET", f"/klanten/{klant_id}/klantbeeld", "intaker")
        return {g["score"] for g in beeld["leefgebieden"] if g["onderwerp"] == "wonen"}

    for uur, (nummer, verwacht) in enumerate(((2, 80), (None, 30), (1, 30), (3, 50)), start=10):
        dienst.zet_klok(f"2026-03-31T{uur}:00:00+02:00")
        gebieden = met(LEEFGEBIEDEN, score=verwacht if nummer != 1 else 99)
        if nummer is None:
            hand = HANDMATIG | {"instrument": "dariuz_wegwijzer", "leefgebieden": gebieden, "externKenmerk": "D-9"}
            dienst.doe("POST", pad, "intaker", hand)
        else:
            anders = {"leefgebieden": gebieden, "externKenmerk": "D-9", "externeVersie": nummer}
            dienst.doe("POST", "/diagnose-importen", "koppeling", levering(record(bsn, **anders)))
        assert score() == {verwacht}, nummer
        assert [d["geldend"] for d in dienst.doe("GET", pad, "intaker")["diagnoses"]].count(True) == 1
