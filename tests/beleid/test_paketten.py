"""The packs of this service themselves: what the TOML files say, on the days that it changes."""

from __future__ import annotations

from datetime import date

import pytest

from app.db.beleid_bestanden import PAKKETTEN, laad_register
from app.db.beleid_soorten import SOORTEN
from app.domain.beleid.controle import controleer
from app.domain.beleid.herkomst import velden, voorbeeldwaarden
from app.domain.beleid.model import Beleid, Herkomst
from app.domain.beleid.register import Register
from app.domain.kern.fouten import BeleidOntbreekt
from app.domain.kern.norm import NormBeleid
from app.domain.maatregel.beleid import MaatregelBeleid

DEVENTER = "GM0150"


@pytest.fixture(scope="module")
def reg() -> Register:
    return laad_register()


@pytest.fixture(scope="module")
def nogmaals() -> Register:
    """The same packs, read a second time."""
    return laad_register()


def dag(tekst: str) -> date:
    return date.fromisoformat(tekst)


def test_paketten_komen_door_de_controle(reg: Register) -> None:
    controleer(reg)


def test_elk_bestand_is_een_soort_en_elke_soort_heeft_een_bestand(reg: Register) -> None:
    bestanden = {pad.stem for pad in PAKKETTEN.glob("*/*.toml")} - {"kader"}
    assert bestanden == set(SOORTEN) == set(reg.soorten(DEVENTER))


def test_id_pad_en_begindatum_van_een_pakket_kloppen_met_elkaar(reg: Register) -> None:
    for pakket in reg.paketten:
        overlay = "/overlay" if pakket.variant else ""
        assert pakket.bron == f"{pakket.gemeente}{overlay}/{pakket.soort}.toml"
        assert (PAKKETTEN / pakket.bron).is_file()
        delen = (pakket.gemeente, pakket.soort, pakket.variant, str(pakket.van))
        assert pakket.id.split("@")[0] == "/".join(deel for deel in delen if deel)


def test_elke_waarde_noemt_haar_grondslag_en_herkomst(reg: Register) -> None:
    for pakket in reg.paketten:
        for veld, ruw in pakket.waarden.items():
            assert ruw["grondslag"]["regeling"], f"{pakket.plaats}: {veld}"
            assert ruw["grondslag"]["artikel"], f"{pakket.plaats}: {veld}"
            assert ruw["herkomst"] in set(Herkomst), f"{pakket.plaats}: {veld}"


@pytest.mark.parametrize("soort", [pytest.param(m, id=naam) for naam, m in SOORTEN.items()])
def test_elke_soort_geeft_op_haar_tijdlijn_antwoord_met_eigen_hash(
    reg: Register, nogmaals: Register, soort: type[Beleid]
) -> None:
    for begin in {p.van for p in reg.paketten_van(DEVENTER, soort.soort)}:
        versie = reg.geldend(soort, DEVENTER, begin)
        assert f"{DEVENTER}/{soort.soort}/{begin}" in versie.id
        assert versie.sha256 == nogmaals.geldend(soort, DEVENTER, begin).sha256
        assert velden(versie.beleid)


@pytest.mark.regel("DEV-ORG-007")
@pytest.mark.parametrize(
    ("peildatum", "cent", "pakket"),
    [
        pytest.param("2020-06-30", 105232, "NL/norm/2020-01-01", id="2020-dag-voor-1-juli"),
        pytest.param("2020-07-01", 105903, "NL/norm/2020-07-01", id="2020-1-juli"),
        pytest.param("2020-07-02", 105903, "NL/norm/2020-07-01", id="2020-dag-na-1-juli"),
        pytest.param("2025-12-31", 136906, "NL/norm/2025-07-01", id="2026-dag-voor-1-januari"),
        pytest.param("2026-01-01", 140150, "NL/norm/2026-01-01", id="2026-1-januari"),
        pytest.param("2026-01-02", 140150, "NL/norm/2026-01-01", id="2026-dag-na-1-januari"),
        pytest.param("2026-06-30", 140150, "NL/norm/2026-01-01", id="2026-dag-voor-1-juli"),
        pytest.param("2026-07-01", 141946, "NL/norm/2026-07-01", id="2026-1-juli"),
        pytest.param("2026-07-02", 141946, "NL/norm/2026-07-01", id="2026-dag-na-1-juli"),
    ],
)
def test_norm_wijzigt_op_1_januari_en_1_juli(reg: Register, peildatum: str, cent: int, pakket: str) -> None:
    versie = reg.geldend(NormBeleid, DEVENTER, dag(peildatum))
    assert versie.beleid.alleenstaande_21_tot_aow.waarde == cent
    assert versie.id == pakket
    assert reg.tijdlijn(NormBeleid, DEVENTER).count(dag(pakket.split("/")[2])) == 1


@pytest.mark.regel("DEV-ORG-007")
def test_wijziging_van_de_norm_is_per_veld_te_zien(reg: Register) -> None:
    verschillen = {v.veld: (v.oud, v.nieuw) for v in reg.verschillen(NormBeleid, DEVENTER, dag("2026-07-01"))}
    assert verschillen["alleenstaande_21_tot_aow"] == (140150, 141946)
    assert verschillen["gehuwden_21_tot_aow"] == (200213, 202779)
    assert "vakantietoeslag_procent" not in verschillen


def test_voor_het_eerste_pakket_is_er_geen_norm(reg: Register) -> None:
    eerste = reg.tijdlijn(NormBeleid, DEVENTER)[0]
    with pytest.raises(BeleidOntbreekt, match="geen beleid over norm voor GM0150"):
        reg.geldend(NormBeleid, DEVENTER, date(eerste.year - 1, 12, 31))


def test_landelijk_recht_is_nooit_een_voorbeeld(reg: Register) -> None:
    for pakket in (p for p in reg.paketten if p.gemeente == "NL"):
        assert [v for v, ruw in pakket.waarden.items() if ruw["herkomst"] == "voorbeeld"] == [], pakket.plaats


def test_voorbeeldwaarden_van_de_maatregel_zijn_te_noemen(reg: Register) -> None:
    beleid = reg.geldend(MaatregelBeleid, DEVENTER, dag("2026-09-01")).beleid
    voorbeelden = dict(voorbeeldwaarden(beleid))
    assert {"verlaging_procent", "duur_maanden", "duur_uniforme_verplichting_maanden"} <= voorbeelden.keys()
    assert not {"hersteltermijn_werkdagen", "uniforme_verlaging_procent", "gedragingen"} & voorbeelden.keys()
    assert {w.herkomst for w in voorbeelden.values()} == {Herkomst.VOORBEELD}


def test_niet_geziene_bedragen_staan_apart(reg: Register) -> None:
    onbevestigd = dict(voorbeeldwaarden(reg.geldend(NormBeleid, DEVENTER, dag("2019-01-01")).beleid))
    assert onbevestigd["alleenstaande_21_tot_aow"].herkomst is Herkomst.ONBEVESTIGD
    assert "gehuwden_21_tot_aow" not in onbevestigd
