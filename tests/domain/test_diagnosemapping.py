"""Mappings: everything that is wrong at once, and every way in which a cell can be written."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from app.domain.diagnose.mapping import Kolom, KolomMapping, controleer, eigen_vorm, keuzen, veldsoort
from app.domain.diagnose.omzetting import Cel, zet_om
from app.domain.diagnose.waardeklasse import Waardeklasse

BSN = {"kolom": "BSN", "veld": "persoon.bsn"}
KLAAR = {"kolom": "Klaar", "veld": "volledigheid", "waarden": {"Ja": "volledig", "Nee": "onvolledig"}}
WONEN = {"kolom": "Wonen", "veld": "leefgebieden.wonen.score"}


def mapping(*kolommen: dict[str, Any], **anders: Any) -> KolomMapping:
    return KolomMapping.model_validate({"vorm": "csv", "kolommen": kolommen or (BSN, KLAAR, WONEN)} | anders)


def test_een_goede_mapping_heeft_geen_fouten() -> None:
    assert controleer(mapping()) == {}
    vast = {"volledigheid": "volledig", "door": "Dariuz"}
    assert controleer(mapping(BSN, WONEN, vast=vast)) == {}


def test_alle_fouten_van_een_mapping_tegelijk() -> None:
    slecht = mapping(
        BSN | {"factor": "2"},
        BSN,
        WONEN | {"factor": "0", "scheiding": ",", "waarden": {"a": "b"}},
        {"kolom": "x", "veld": "persoon.naam"},
        KLAAR | {"waarden": {"Ja": "klaar"}},
        {"kolom": "p", "veld": "leefgebieden.wonen.aandachtspunten", "scheiding": ""},
        scheidingsteken=";;",
        decimaalteken="'",
        datumvormen=[],
        blad="Blad1",
        vast={"persoon.bsn": "1", "taal.lezen": "D9", "x": "y"},
    )
    assert set(controleer(slecht)) == {
        "scheidingsteken", "decimaalteken", "datumvormen", "blad", "kolommen.0.factor", "kolommen.0.kolom",
        "kolommen.0.veld", "kolommen.1.kolom", "kolommen.1.veld", "kolommen.2.factor", "kolommen.2.scheiding",
        "kolommen.2.waarden", "kolommen.3.veld", "kolommen.4.waarden", "kolommen.5.scheiding", "vast.persoon.bsn",
        "vast.taal.lezen", "vast.x",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kolommen", "woord"),
    [((WONEN, KLAAR), "BSN"), ((BSN, WONEN), "volledigheid"), ((BSN, KLAAR), "leefgebied")],
    ids=["zonder-bsn", "zonder-volledigheid", "zonder-leefgebied"],
)
def test_wat_een_mapping_ten_minste_noemt(kolommen: tuple[dict[str, Any], ...], woord: str) -> None:
    assert woord in controleer(mapping(*kolommen))["kolommen"]


@pytest.mark.parametrize(
    ("veld", "soort"),
    [
        ("persoon.bsn", "tekst"), ("uren", "getal"), ("afgenomenOp", "datum"), ("taal.lezen", "keuze"),
        ("leefgebieden.wonen.aandachtspunten", "lijst"), ("leefgebieden.wonen.x", None),
        ("leefgebieden.tuin.score", None),
        ("competenties.Samenwerken", "getal"), ("competenties.", None), ("x", None),
    ],
)  # fmt: skip
def test_soort_van_een_veld(veld: str, soort: str | None) -> None:
    assert veldsoort(veld) == soort


def test_keuzen_en_eigen_vorm() -> None:
    assert keuzen("volledigheid") == ("volledig", "onvolledig")
    assert keuzen("uren") == ()
    eigen = eigen_vorm(mapping().vorm, ("persoon.bsn", "iom_fouten", "uren"))
    assert [kolom.veld for kolom in eigen.kolommen] == ["persoon.bsn", "uren"]


def lees(veld: str, cel: Cel, van: KolomMapping | None = None, **kolom: Any) -> Any:
    een = Kolom(kolom="K", veld=veld, **kolom)
    return zet_om(van or mapping(), [(0, een)], [cel])


@pytest.mark.parametrize(
    ("veld", "cel", "waarde"),
    [
        pytest.param("uren", "24", 24, id="getal"),
        pytest.param("uren", "24,0", 24, id="decimale-komma"),
        pytest.param("uren", 24.0, 24, id="getal-van-een-spreadsheet"),
        pytest.param("uren", 24, 24, id="heel-getal-van-een-spreadsheet"),
        pytest.param("afgenomenOp", "2026-03-31", date(2026, 3, 31), id="jaar-voorop"),
        pytest.param("afgenomenOp", "31-3-2026", date(2026, 3, 31), id="dag-voorop"),
        pytest.param("afgenomenOp", datetime(2026, 3, 31, 9, tzinfo=UTC), date(2026, 3, 31), id="tijdstip"),
        pytest.param("afgenomenOp", date(2026, 3, 31), date(2026, 3, 31), id="datum-van-een-spreadsheet"),
        pytest.param("door", " J. Bakker ", "J. Bakker", id="tekst"),
        pytest.param("externKenmerk", 47.0, "47", id="kenmerk-als-getal"),
        pytest.param("volledigheid", "VOLLEDIG", "volledig", id="eigen-woord"),
        pytest.param("door", "-5 en +3", "-5 en +3", id="streepje-is-geen-formule"),
    ],
)
def test_een_cel_lezen(veld: str, cel: Cel, waarde: Any) -> None:
    gelezen = lees(veld, cel)
    assert (gelezen.velden, gelezen.fouten, gelezen.kolommen) == ({veld: waarde}, [], {veld: "K"})


@pytest.mark.parametrize(
    ("veld", "cel", "klasse"),
    [
        pytest.param("uren", "veel", Waardeklasse.TEKST_WAAR_EEN_GETAL_HOORT, id="tekst"),
        pytest.param("uren", "24.5", Waardeklasse.TEKST_WAAR_EEN_GETAL_HOORT, id="punt-in-plaats-van-komma"),
        pytest.param("uren", True, Waardeklasse.TEKST_WAAR_EEN_GETAL_HOORT, id="waar"),
        pytest.param("uren", "24,5", Waardeklasse.GEEN_GEHEEL_GETAL, id="gebroken"),
        pytest.param("uren", "9" * 400, Waardeklasse.TEKST_WAAR_EEN_GETAL_HOORT, id="heel-groot"),
        pytest.param("afgenomenOp", "2026-02-31", Waardeklasse.DATUM_DIE_NIET_BESTAAT, id="31-februari"),
        pytest.param("afgenomenOp", "31 maart", Waardeklasse.DATUM_DIE_NIET_BESTAAT, id="datum-in-woorden"),
        pytest.param("volledigheid", "misschien", Waardeklasse.WAARDE_NIET_IN_DE_LIJST, id="niet-in-de-lijst"),
        pytest.param("persoon.bsn", "=A1", Waardeklasse.FORMULE, id="formule"),
        pytest.param("door", "@SOM(A1)", Waardeklasse.FORMULE, id="apenstaart"),
    ],
)
def test_een_cel_die_niet_klopt(veld: str, cel: Cel, klasse: Waardeklasse) -> None:
    gelezen = lees(veld, cel)
    (fout,) = gelezen.fouten
    assert (gelezen.velden, fout.veld, fout.kolom, fout.klasse) == ({}, veld, "K", klasse)
    assert str(cel) not in fout.melding


@pytest.mark.parametrize(
    ("cel", "score"),
    [("6,4", 64), ("6,45", 65), ("6,44", 64), ("10", 100), ("0", 0)],
    ids=["tiende", "half-naar-boven", "net-niet", "hoogste", "laagste"],
)
def test_een_rapportcijfer_wordt_een_score(cel: str, score: int) -> None:
    gelezen = lees("leefgebieden.wonen.score", cel, factor=Decimal(10))
    assert gelezen.velden == {"leefgebieden": [{"leefgebied": "wonen", "score": score}]}
    assert gelezen.kolommen["leefgebieden.0.score"] == "K"


def test_een_rij_wordt_een_record() -> None:
    kolommen = [
        Kolom.model_validate(deel)
        for deel in (
            BSN, KLAAR, WONEN,
            {"kolom": "Punten", "veld": "leefgebieden.wonen.aandachtspunten", "scheiding": "|"},
            {"kolom": "Geld", "veld": "leefgebieden.financien.score"},
            {"kolom": "C1", "veld": "competenties.Samenwerken"},
            {"kolom": "C2", "veld": "competenties.Plannen"},
            {"kolom": "Taal", "veld": "taal.lezen"},
            {"kolom": "Uren", "veld": "uren"},
        )
    ]  # fmt: skip
    cellen: list[Cel] = ["999990007", "ja", "30", "Vocht | | Huurachterstand", "n.v.t.", "75", "60", "a2"]
    van = mapping(leeg=["N.v.t."], vast={"door": "Dariuz"})
    gelezen = zet_om(van, list(enumerate(kolommen)), cellen)
    assert gelezen.fouten == []
    assert gelezen.velden == {
        "door": "Dariuz",
        "persoon": {"bsn": "999990007"},
        "volledigheid": "volledig",
        "leefgebieden": [{"leefgebied": "wonen", "score": 30, "aandachtspunten": ["Vocht", "Huurachterstand"]}],
        "competenties": [{"naam": "Samenwerken", "score": 75}, {"naam": "Plannen", "score": 60}],
        "taal": {"lezen": "A2"},
    }
    assert gelezen.kolommen["competenties.1.score"] == "C2"
    assert gelezen.kolommen["uren"] == "Uren"
