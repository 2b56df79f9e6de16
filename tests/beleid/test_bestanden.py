"""Reading packs from TOML: what is wrong is named with its file."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, ClassVar

import pytest
from pydantic import Field

from app.db.beleid_bestanden import laad_register
from app.domain.beleid.fouten import BeleidOngeldig
from app.domain.beleid.model import Beleid, Waarde
from app.domain.beleid.register import Register
from app.domain.beleid.schakeling import VasteSchakeling


class ProefBeleid(Beleid):
    soort: ClassVar[str] = "proef"

    procent: Waarde[Annotated[Decimal, Field(ge=0, le=100)]]


KADER = """
[[open_term]]
soort = "proef"
veld = "procent"
minimum = 5
van = 2015-01-01
grondslag = { regeling = "Participatiewet", artikel = "8", lid = "1" }
"""
PAKKET = """
soort = "proef"
gemeente = "GM0150"

[[versie]]
van = 2020-01-01
bekend_op = 2019-12-17
[versie.waarden.procent]
waarde = "30"
grondslag = { regeling = "Participatiewet", artikel = "18", lid = "2" }
"""


def laad(wortel: Path, pakket: str = PAKKET, kader: str | None = KADER) -> Register:
    for naam, inhoud in {"NL/kader.toml": kader, "GM0150/proef.toml": pakket}.items():
        (wortel / naam).parent.mkdir(exist_ok=True)
        if inhoud is not None:
            (wortel / naam).write_text(inhoud, encoding="utf-8")
    return laad_register(wortel, {"proef": ProefBeleid})


def test_pakket_wordt_gelezen(tmp_path: Path) -> None:
    versie = laad(tmp_path).geldend(ProefBeleid, "GM0150", date(2020, 1, 1))
    assert versie.beleid.procent.waarde == Decimal("30")
    assert versie.id == "GM0150/proef/2020-01-01"


def test_zonder_kader_is_er_geen_grens(tmp_path: Path) -> None:
    zonder = laad(tmp_path, PAKKET.replace('"30"', '"1"'), kader=None)
    assert zonder.geldend(ProefBeleid, "GM0150", date(2020, 1, 1)).beleid.procent.waarde == Decimal("1")


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        pytest.param('"30"', '"30', "GM0150/proef.toml: is geen geldige TOML", id="geen-toml"),
        pytest.param(
            'gemeente = "GM0150"',
            'gemeente = "GM0344"',
            'GM0150/proef.toml: bovenaan hoort alleen gemeente = "GM0150", soort = "proef", daarna [[versie]]',
            id="andere-map",
        ),
        pytest.param("[[versie]]", "extra = 1\n[[versie]]", "GM0150/proef.toml: bovenaan hoort", id="sleutel-te-veel"),
        pytest.param("[[versie]]", "[versie]", "GM0150/proef.toml: bovenaan hoort", id="versie-geen-lijst"),
        pytest.param(
            "van = 2020-01-01",
            "van = 2020-01-01\ntot = 2019-01-01",
            "GM0150/proef.toml, versie 2020-01-01: klopt niet: tot (2019-01-01) ligt niet na van (2020-01-01)",
            id="tijdvak-andersom",
        ),
        pytest.param("van = 2020-01-01", "", "GM0150/proef.toml, versie 1: van ontbreekt", id="zonder-begindatum"),
        pytest.param(
            '"30"', '"4"', "GM0150/proef.toml, versie 2020-01-01: procent (4) is te laag; minstens 5", id="onder-kader"
        ),
        pytest.param('"30"', '"101"', "procent.waarde (101) is te hoog; hoogstens 100 is goed", id="boven-model"),
    ],
)
def test_fout_in_een_pakket_noemt_het_bestand(tmp_path: Path, oud: str, nieuw: str, verwacht: str) -> None:
    with pytest.raises(BeleidOngeldig) as fout:
        laad(tmp_path, PAKKET.replace(oud, nieuw, 1))
    assert verwacht in fout.value.melding


@pytest.mark.parametrize(
    ("kader", "verwacht"),
    [
        pytest.param("x = ", "NL/kader.toml: is geen geldige TOML", id="geen-toml"),
        pytest.param(KADER + "spook = 1", "NL/kader.toml: open_termen.0.spook is onbekend", id="onbekende-sleutel"),
        pytest.param("spook = 1", "NL/kader.toml: spook is onbekend", id="onbekende-kop"),
    ],
)
def test_fout_in_het_kader_noemt_het_bestand(tmp_path: Path, kader: str, verwacht: str) -> None:
    with pytest.raises(BeleidOngeldig) as fout:
        laad(tmp_path, kader=kader)
    assert verwacht in fout.value.melding


def test_fouten_in_meer_bestanden_komen_samen(tmp_path: Path) -> None:
    with pytest.raises(BeleidOngeldig) as fout:
        laad(tmp_path, PAKKET.replace("van =", "vanaf ="), "x = ")
    assert [p.plaats for p in fout.value.problemen] == ["GM0150/proef.toml, versie 1"] * 2 + ["NL/kader.toml"]


OVERLAY = """
soort = "proef"
gemeente = "GM0150"

[[overlay]]
niveaus = ["gedeeltelijke_lockdown", "volledige_lockdown"]
van = 2020-01-01
bekend_op = 2021-01-20
[overlay.waarden.procent]
waarde = "40"
grondslag = { regeling = "Participatiewet", artikel = "18", lid = "2" }
"""


def laad_met_overlay(wortel: Path, tekst: str) -> Register:
    (wortel / "GM0150" / "overlay").mkdir(parents=True)
    (wortel / "GM0150" / "overlay" / "proef.toml").write_text(tekst, encoding="utf-8")
    return laad(wortel)


def test_een_overlay_geldt_voor_elk_niveau_dat_hij_noemt(tmp_path: Path) -> None:
    register = laad_met_overlay(tmp_path, OVERLAY)
    assert register.varianten("GM0150") == ("gedeeltelijke_lockdown", "volledige_lockdown")
    for niveau in register.varianten("GM0150"):
        versie = register.met(VasteSchakeling((niveau,))).geldend(ProefBeleid, "GM0150", date(2020, 1, 1))
        assert (versie.beleid.procent.waarde, versie.overlays) == (Decimal("40"), {"procent": niveau})


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        pytest.param("gedeeltelijke_", "halve_", "overlay 1: noemt niveaus =", id="onbekend-niveau"),
        pytest.param("niveaus = [", 'instelling = "los"\nniveaus = [', "overlay 1: noemt niveaus =", id="allebei"),
        pytest.param("van = 2020-01-01", "vanaf = 2020-01-01", "overlay 1: van ontbreekt", id="onbekende-sleutel"),
        pytest.param("[[overlay]]", "extra = 1\n[[overlay]]", "daarna [[overlay]]", id="kop"),
        pytest.param("[[overlay]]", "= 1", "GM0150/overlay/proef.toml: is geen geldige TOML", id="geen-toml"),
        pytest.param('"40"', '"4"', "GM0150/overlay/proef.toml, ", id="onder-kader-noemt-bestand"),
    ],
)
def test_een_fout_in_een_overlay_noemt_het_bestand(tmp_path: Path, oud: str, nieuw: str, verwacht: str) -> None:
    with pytest.raises(BeleidOngeldig) as fout:
        laad_met_overlay(tmp_path, OVERLAY.replace(oud, nieuw, 1))
    assert verwacht in fout.value.melding


def test_een_overlay_van_een_instelling(tmp_path: Path) -> None:
    los = OVERLAY.replace('niveaus = ["gedeeltelijke_lockdown", "volledige_lockdown"]', 'instelling = "los"')
    assert laad_met_overlay(tmp_path, los).varianten("GM0150") == ("los",)


EIGEN = OVERLAY.split("[[overlay]]")[1].replace('"gedeeltelijke_lockdown", ', "")


def test_wat_niveaus_delen_en_wat_eigen_is_mogen_apart_staan(tmp_path: Path) -> None:
    anders = OVERLAY + "\n[[overlay]]" + EIGEN.replace("waarden.procent", "waarden.extra")
    with pytest.raises(BeleidOngeldig) as fout:
        laad_met_overlay(tmp_path, anders)
    assert {(p.veld, p.melding.split(";")[0]) for p in fout.value.problemen} == {("extra", "is onbekend")}


def test_een_waarde_die_dubbel_staat_wordt_genoemd(tmp_path: Path) -> None:
    with pytest.raises(BeleidOngeldig, match=r"geldt tegelijk met|komt tweemaal voor"):
        laad_met_overlay(tmp_path, OVERLAY + "\n[[overlay]]" + EIGEN)
