"""Voorziening: every limit with the day, the hour and the cent before, on and after its boundary."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.domain.kern.toets import Uitkomst
from app.domain.voorziening.toets import beoordeel
from tests.steun.voorziening import feiten_van, mis, proef, toetsen

NIET, OPEN = Uitkomst.NIET_VOLDAAN, Uitkomst.ONBEPAALD
D = date


@pytest.mark.parametrize(
    ("geboren", "uitkomst"),
    [
        pytest.param(D(2008, 4, 8), NIET, id="dag-voor-18"),
        pytest.param(D(2008, 4, 7), None, id="18-die-dag"),
        pytest.param(D(1999, 4, 8), None, id="dag-voor-27"),
        pytest.param(D(1999, 4, 7), NIET, id="27-die-dag"),
        pytest.param(None, OPEN, id="onbekend"),
    ],
)
def test_de_leeftijd_telt_op_de_eerste_dag(geboren: date | None, uitkomst: Uitkomst | None) -> None:
    beleid = proef(leeftijd_van=18, leeftijd_tot=27)
    assert mis(beleid, geboortedatum=geboren).get("leeftijd") is uitkomst
    assert mis(beleid, begin=None)["leeftijd"] is OPEN
    assert mis(proef(leeftijd_van=27), geboortedatum=D(1999, 4, 7)) == {}
    assert mis(proef(leeftijd_tot=27), geboortedatum=D(1999, 4, 8)) == {}


@pytest.mark.parametrize(
    ("regel", "feiten", "uitkomst", "uiterste"),
    [
        pytest.param({}, {"einde": D(2026, 7, 5)}, None, D(2026, 7, 6), id="dag-ervoor"),
        pytest.param({}, {"einde": D(2026, 7, 6)}, None, D(2026, 7, 6), id="laatste-dag"),
        pytest.param({}, {"einde": D(2026, 7, 7)}, NIET, D(2026, 7, 6), id="dag-erna"),
        pytest.param({}, {}, OPEN, D(2026, 7, 6), id="zonder-einde"),
        pytest.param({}, {"begin": None, "einde": D(2026, 7, 7)}, OPEN, None, id="zonder-begin"),
        pytest.param({}, {"einde": D(2026, 7, 7), "verlenging": True}, NIET, D(2026, 7, 6), id="geen-verlenging"),
        pytest.param(
            {"verlenging_maanden": 2}, {"einde": D(2026, 9, 6), "verlenging": True}, None, D(2026, 9, 6), id="verlengd"
        ),
        pytest.param(
            {"verlenging_maanden": 2, "max_totaal_maanden": 4},
            {"einde": D(2026, 8, 7), "verlenging": True}, NIET, D(2026, 8, 6), id="totaal",
        ),
        pytest.param({"max_duur_maanden": 1}, {"einde": D(2026, 5, 7)}, NIET, D(2026, 5, 6), id="een-maand"),
    ],
)  # fmt: skip
def test_het_einde_ligt_binnen_de_langste_duur(
    regel: dict[str, Any], feiten: dict[str, Any], uitkomst: Uitkomst | None, uiterste: date | None
) -> None:
    beleid = proef(**{"max_duur_maanden": 3, **regel})
    assert mis(beleid, **feiten).get("duur") is uitkomst
    ruimte = beoordeel(feiten_van(**feiten), beleid).ruimte
    assert ruimte.uiterste_einde == uiterste
    assert "duur" not in toetsen(proef(), **feiten)


@pytest.mark.parametrize(
    ("uren", "uitkomst"), [("19.5", NIET), ("20", None), ("32", None), ("32.5", NIET), (None, OPEN)]
)
def test_de_uren_liggen_binnen_de_grenzen(uren: str | None, uitkomst: Uitkomst | None) -> None:
    beleid = proef(uren_min=20, uren_max=32)
    assert mis(beleid, uren=uren).get("uren") is uitkomst
    assert "ten minste 20 en hoogstens 32 uur" in toetsen(beleid, uren=uren)["uren"].toelichting
    assert mis(proef(uren_min="20.5"), uren=40) == {}
    assert mis(proef(uren_max=20), uren=Decimal(1)) == {}


def test_loon_en_kosten() -> None:
    zonder = proef(loon_toegestaan=False)
    assert (mis(zonder), mis(zonder, loon=0), mis(zonder, loon=1)) == ({}, {}, {"geen_loon": NIET})
    assert mis(proef(), loon=100_000) == {}
    grens = proef(kosten_max=250_000)
    assert mis(grens, kosten=250_000) == {}
    assert mis(grens, kosten=250_001) == {"kosten": NIET}
    assert mis(grens) == {"kosten": OPEN}
    deel = toetsen(proef(kosten_max=250_000, eigen_deel=True), kosten=300_000)["kosten"]
    assert (deel.uitkomst, deel.feiten["eigen_deel"]) == (Uitkomst.VOLDAAN, 50_000)
    assert "€ 500,00 is eigen deel" in deel.toelichting


@pytest.mark.parametrize(
    ("aantal", "eerder", "begin", "vrij"),
    [
        pytest.param(1, [], D(2026, 4, 7), D(2026, 4, 7), id="nooit"),
        pytest.param(1, [D(2023, 4, 8)], D(2026, 4, 7), D(2026, 4, 8), id="dag-te-vroeg"),
        pytest.param(1, [D(2023, 4, 7)], D(2026, 4, 7), D(2026, 4, 7), id="zelfde-dag-drie-jaar-later"),
        pytest.param(1, [D(2026, 5, 1)], D(2026, 4, 7), D(2029, 5, 1), id="er-komt-er-al-een"),
        pytest.param(1, [D(2023, 5, 1), D(2024, 5, 1)], D(2026, 4, 7), D(2027, 5, 1), id="eerder-al-te-vaak"),
        pytest.param(1, [D(2020, 1, 1), D(2021, 1, 1)], D(2026, 4, 7), D(2026, 4, 7), id="lang-geleden-te-vaak"),
        pytest.param(2, [D(2025, 1, 1)], D(2026, 4, 7), D(2026, 4, 7), id="tweede-van-twee"),
        pytest.param(2, [D(2024, 1, 1), D(2025, 1, 1)], D(2026, 4, 7), D(2027, 1, 1), id="derde-van-twee"),
    ],
)
def test_niet_vaker_dan_de_frequentie_van_begin_tot_begin(
    aantal: int, eerder: list[date], begin: date, vrij: date
) -> None:
    beleid = proef(frequentie={"aantal": aantal, "periode_jaren": 3})
    eerdere = [{"code": "proef", "van": van, "tot": van} for van in eerder] + [{"code": "iets", "van": begin}]
    feiten: dict[str, Any] = {"begin": begin, "eerdere": eerdere}
    assert mis(beleid, **feiten).get("frequentie") == (None if vrij == begin else NIET)
    assert mis(beleid, **{**feiten, "begin": None})["frequentie"] is OPEN
    ruimte = beoordeel(feiten_van(**feiten), beleid).ruimte
    assert ruimte.eerste_dag == vrij
    assert toetsen(beleid, **feiten)["frequentie"].feiten["eerste_dag"] == vrij


@pytest.mark.parametrize(
    ("eerder", "einde", "fout"),
    [
        pytest.param({"van": D(2026, 1, 1), "tot": D(2026, 4, 7)}, None, False, id="eindigt-de-dag-ervoor"),
        pytest.param({"van": D(2026, 1, 1), "tot": D(2026, 4, 8)}, None, True, id="eindigt-die-dag"),
        pytest.param({"van": D(2026, 1, 1)}, D(2026, 5, 1), True, id="loopt-nog"),
        pytest.param({"van": D(2026, 5, 2)}, D(2026, 5, 1), False, id="begint-de-dag-erna"),
        pytest.param({"van": D(2026, 5, 1)}, D(2026, 5, 1), True, id="begint-op-de-laatste-dag"),
        pytest.param({"van": D(2026, 1, 1), "code": "los"}, None, False, id="mag-samen"),
    ],
)
def test_niet_samen_met_wat_uitgesloten_is(eerder: dict[str, Any], einde: date | None, fout: bool) -> None:
    beleid = proef(cumulatie_uitgesloten=["proef", "ander"])
    feiten: dict[str, Any] = {"eerdere": [{"code": "ander", **eerder}], "einde": einde}
    assert mis(beleid, **feiten) == ({"cumulatie": NIET} if fout else {})
    zonder_begin = mis(beleid, **{**feiten, "begin": None, "einde": None})
    assert bool(zonder_begin) is (eerder.get("code") != "los")


def test_wat_moet_worden_vastgelegd_houdt_tegen_tot_het_er_is() -> None:
    beleid = proef(verplicht=["plan", "intentieverklaring"])
    assert mis(beleid, vastgelegd=["plan"]) == {"vastgelegd_intentieverklaring": OPEN}
    assert mis(beleid, vastgelegd=["plan", "intentieverklaring"]) == {}
