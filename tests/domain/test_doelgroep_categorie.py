"""The doelgroep of the verordening, the WIA criterion, the doelgroepregister and max WW."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.doelgroep.beeld import maak_beeld
from app.domain.doelgroep.categorie import WiaVerdienste, categorie_van, register_op, wia_bereikt
from app.domain.doelgroep.soorten import SOORTEN, lees_feit
from app.domain.kern.kenmerk import Kenmerk
from tests.steun.doelgroep import beleid, gevolg, mis, rond, taken, termijnen

WIA = {"soort": "doelgroepcategorie", "categorie": "wia_34a_35_36", "datum": "2020-01-01"}


def werk(van: str, tot: str | None, *, loon: bool = True, lks: bool = False) -> WiaVerdienste:
    return WiaVerdienste(
        soort="wia_verdienste",
        datum=date.fromisoformat(van),
        tot=date.fromisoformat(tot) if tot else None,
        minimumloon=loon,
        loonkostensubsidie=lks,
    )


@pytest.mark.regel("DEV-DOE-901", "DEV-DOE-905")
def test_de_doelgroep_van_een_dag() -> None:
    feiten = [
        lees_feit({"soort": "doelgroepcategorie", "categorie": "nugger", "datum": "2026-03-02"}),
        lees_feit({"soort": "doelgroepcategorie", "categorie": "algemene_bijstand", "datum": "2026-02-01"}),
    ]
    dagen = (date(2026, 1, 31), date(2026, 2, 1), date(2026, 3, 1), date(2026, 3, 2))
    assert [categorie_van(feiten, dag) for dag in dagen] == [None, "algemene_bijstand", "algemene_bijstand", "nugger"]
    assert gevolg("doelgroepcategorie", categorie="ioaw").uitkomst == "ioaw"
    assert maak_beeld(rond(), beleid()).categorie is None


@pytest.mark.regel("DEV-DOE-901")
@pytest.mark.parametrize(
    ("perioden", "verwacht"),
    [
        pytest.param([], None, id="geen-werk"),
        pytest.param([werk("2024-01-01", None)], "2026-01-01", id="loopt-nog"),
        pytest.param([werk("2024-01-01", "2026-01-01")], "2026-01-01", id="precies-twee-jaar"),
        pytest.param([werk("2024-01-01", "2025-12-31")], None, id="dag-te-kort"),
        pytest.param([werk("2024-01-01", "2025-01-01"), werk("2025-01-01", None)], "2026-01-01", id="aansluitend"),
        pytest.param([werk("2024-01-01", "2025-01-01"), werk("2025-01-02", None)], "2027-01-02", id="dag-ertussen"),
        pytest.param([werk("2024-01-01", "2025-06-01"), werk("2024-06-01", "2024-09-01")], None, id="overlap"),
        pytest.param([werk("2024-01-01", None, loon=False)], None, id="onder-minimumloon"),
        pytest.param([werk("2024-01-01", None, lks=True)], None, id="met-loonkostensubsidie"),
    ],
)
def test_twee_jaar_achtereen_minimumloon(perioden: list[WiaVerdienste], verwacht: str | None) -> None:
    assert wia_bereikt(perioden, 2) == (date.fromisoformat(verwacht) if verwacht else None)


@pytest.mark.regel("DEV-DOE-901")
def test_het_wia_criterium_wordt_gevolgd_en_gemeld() -> None:
    velden: dict[str, Any] = {"minimumloon": True, "loonkostensubsidie": False}
    loopt = gevolg("wia_verdienste", rond(WIA), datum="2025-01-01", **velden)
    assert (termijnen(loopt), taken(loopt)) == ({"wia_twee_jaar_minimumloon": "2027-01-01"}, {})
    vol = gevolg("wia_verdienste", rond(WIA), datum="2024-03-31", **velden)
    assert (vol.uitkomst, list(taken(vol))) == ("bereikt", ["wia_criterium_bereikt"])
    morgen = gevolg("wia_verdienste", rond(WIA), datum="2024-04-01", **velden)
    assert (morgen.uitkomst, termijnen(morgen)) == (None, {"wia_twee_jaar_minimumloon": "2026-04-01"})
    eerder = {"soort": "wia_verdienste", "datum": "2024-01-01", "tot": "2025-01-01"} | velden
    samen = gevolg("wia_verdienste", rond(WIA, eerder), datum="2025-01-01", tot="2025-06-01", **velden)
    assert (termijnen(samen), taken(samen), mis(samen.voorwaarden)) == ({}, {}, [])
    fout = gevolg("wia_verdienste", datum="2025-01-01", tot="2025-01-01", **velden)
    assert mis(fout.voorwaarden) == ["wia_groep", "periode_niet_leeg"]


@pytest.mark.regel("DEV-DOE-906")
def test_het_doelgroepregister_bewaart_stand_dag_en_bron() -> None:
    erin = gevolg("doelgroepregister", staatErin=True, bron="Register UWV")
    eruit = gevolg("doelgroepregister", staatErin=False, bron="Register UWV")
    assert erin.erbij == eruit.eraf == {Kenmerk.INDICATIE_BANENAFSPRAAK}
    controle = {"soort": "doelgroepregister", "staatErin": True, "bron": "Register UWV"}
    assert maak_beeld(rond(controle), beleid()).in_doelgroepregister is True
    assert maak_beeld(rond(), beleid()).in_doelgroepregister is None
    with pytest.raises(ValueError, match="bron"):
        gevolg("doelgroepregister", staatErin=True)


@pytest.mark.regel("DEV-DOE-018")
@pytest.mark.parametrize(
    ("einde", "geweigerd"),
    [
        pytest.param("2026-03-30", ["ww_eindigt_binnenkort"], id="al-voorbij"),
        pytest.param("2026-03-31", [], id="vandaag"),
        pytest.param("2026-06-29", [], id="dag-voor-drie-maanden"),
        pytest.param("2026-06-30", [], id="precies-drie-maanden"),
        pytest.param("2026-07-01", ["ww_eindigt_binnenkort"], id="dag-te-laat"),
    ],
)
def test_max_ww_eindigt_binnen_drie_maanden(einde: str, geweigerd: list[str]) -> None:
    uitkomst = gevolg("max_ww", wwEinde=einde)
    assert mis(uitkomst.voorwaarden) == geweigerd
    assert taken(uitkomst) == {"max_ww_matchen": einde}


@pytest.mark.regel("DEV-DOE-018")
@pytest.mark.parametrize(
    ("uitkomst", "klaar"),
    [("speeddate", ()), ("match", ()), ("geplaatst", ("max_ww_matchen",)), ("geen_match", ("max_ww_matchen",))],
)
def test_wat_er_van_de_voordracht_komt(uitkomst: str, klaar: tuple[str, ...]) -> None:
    gekregen = gevolg("max_ww_uitkomst", rond({"soort": "max_ww", "wwEinde": "2026-05-01"}), uitkomst=uitkomst)
    assert (gekregen.klaar, gekregen.uitkomst, mis(gekregen.voorwaarden)) == (klaar, uitkomst, [])
    assert mis(gevolg("max_ww_uitkomst", uitkomst=uitkomst).voorwaarden) == ["voorgedragen"]


def test_elke_soort_heeft_een_eigen_naam() -> None:
    assert len(SOORTEN) == len(set(SOORTEN)) == 32


@pytest.mark.regel("DEV-DOE-903")
@pytest.mark.parametrize(
    ("controles", "staat_erin"),
    [
        pytest.param([], False, id="niet-nagegaan"),
        pytest.param([("2026-03-30", True), ("2026-04-01", False)], True, id="dag-ervoor"),
        pytest.param([("2026-03-30", False), ("2026-03-31", True)], True, id="op-de-dag"),
        pytest.param([("2026-04-01", False), ("2026-03-30", True)], True, id="later-vastgelegd-over-eerder"),
        pytest.param([("2026-03-31", True), ("2026-03-31", False)], False, id="twee-van-een-dag"),
        pytest.param([("2026-05-01", False), ("2026-04-01", True)], True, id="pas-na-het-verzoek-nagegaan"),
    ],
)
def test_het_doelgroepregister_telt_op_de_dag(controles: list[tuple[str, bool]], staat_erin: bool) -> None:
    vast = {"soort": "doelgroepregister", "bron": "Register UWV"}
    feiten = [lees_feit(vast | {"datum": dag, "staatErin": erin}) for dag, erin in controles]
    assert register_op(feiten, date(2026, 3, 31)) is staat_erin
