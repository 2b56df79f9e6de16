"""Wat als: loonkostensubsidie month by month over HTTP; nothing is written."""

from __future__ import annotations

from typing import Any

import pytest

from tests.steun.dienst import Dienst
from tests.steun.kijk import aantal

PAD = "/loonkostensubsidieberekeningen"
GEVAL: dict[str, Any] = {
    "gemeente": "GM0150",
    "geboortedatum": "1995-04-12",
    "begin": "2023-05-15",
    "urenPerWeek": "32",
    "voltijdUren": "40",
}


@pytest.mark.regel("DEV-LKS-904", "DEV-LKS-905")
def test_bereken_een_dienstbetrekking(dienst: Dienst, database_url: str) -> None:
    voor = [aantal(database_url, tabel) for tabel in ("gebeurtenis", "verwerking", "idempotentie")]
    gevraagd = GEVAL | {"forfait": True, "loonwaarde": 60, "wijzigingen": [{"van": "2024-03-01", "urenPerWeek": 24}]}
    uit = dienst.doe("POST", PAD, "werkconsulent", gevraagd | {"tot": "2024-06-01"})
    assert uit["segmenten"] == [
        {"van": "2023-05-15", "tot": "2023-11-15", "loonwaarde": None},
        {"van": "2023-11-15", "tot": "2024-06-01", "loonwaarde": 60},
    ]
    maanden = {maand["maand"]: maand for maand in uit["maanden"]}
    assert len(maanden) == 13
    assert maanden["2023-05-01"]["formule"] == "50 % × € 1.934,40 × 1,08 × 32/40 × 1,235 × 17/31 dagen = € 565,96"
    november = maanden["2023-11-01"]["formule"]
    assert "× 14/30 dagen + (€ 1.995,00 × 1,08 - 60 %" in november
    assert "× 32/36 × 1,235 =" in maanden["2024-02-01"]["formule"]
    assert "× 24/36 × 1,235 =" in maanden["2024-03-01"]["formule"]
    assert (maanden["2023-12-01"]["betaalbaar"], maanden["2024-01-01"]["betaalbaar"]) == (True, False)
    assert uit["onbevestigd"] == ["werkgeverslasten_procent"]
    assert {jaar["jaar"] for jaar in uit["jaren"]} == {2023, 2024}
    assert uit["totaal"] == sum(maand["bedrag"] for maand in uit["maanden"])
    assert uit["voortzetting"]["uitkomst"] == "voldaan"

    stopt = dienst.doe("POST", PAD, "administratie", GEVAL | {"forfait": True})
    assert stopt["segmenten"] == [{"van": "2023-05-15", "tot": "2023-11-15", "loonwaarde": None}]
    assert stopt["voortzetting"]["uitkomst"] == "onbepaald"
    later = GEVAL | {"begin": "2026-09-01", "loonwaarde": 60}
    assert dienst.doe("POST", PAD, "toetser", later)["tot"] == "2027-01-01", "verder is het minimumloon niet bekend"
    assert [aantal(database_url, tabel) for tabel in ("gebeurtenis", "verwerking", "idempotentie")] == voor

    slecht = {
        "gemeente": "GM9999",
        "geboortedatum": "2020-01-01",
        "begin": "2023-05-15",
        "tot": "2023-05-15",
        "urenPerWeek": "32",
        "wijzigingen": [{"van": "2023-05-15"}],
    }
    antwoord = dienst.roep("POST", PAD, "werkconsulent", slecht)
    velden = {fout["veld"] for fout in antwoord.json()["fouten"]}
    assert antwoord.status_code == 400
    assert velden == {"gemeente", "geboortedatum", "tot", "loonwaarde", "wijzigingen.0.van", "wijzigingen.0"}
    _niets_telt_stil_niet_mee(dienst)
    for veld, waarden in SLECHT.items():
        for waarde in waarden:
            antwoord = dienst.roep("POST", PAD, "werkconsulent", GEVAL | {"loonwaarde": 60, veld: waarde})
            assert antwoord.status_code == 400, f"{veld}={waarde}: {antwoord.status_code}"
            assert veld in antwoord.json()["fouten"][0]["veld"]
    te_vroeg = dienst.roep("POST", PAD, "werkconsulent", GEVAL | {"begin": "2012-01-01", "loonwaarde": 60})
    assert (te_vroeg.status_code, te_vroeg.json()["code"]) == (409, "beleid_ontbreekt")


def _niets_telt_stil_niet_mee(dienst: Dienst) -> None:
    """What would not count is refused by name: a change on or after the last day, hours above a full-time job."""
    tot = GEVAL | {"loonwaarde": 60, "tot": "2023-09-01"}
    zonder_tot = GEVAL | {"loonwaarde": 60}
    later = [{"van": "2023-08-31", "urenPerWeek": 24}, {"van": "2023-09-01", "loonwaarde": 50}]
    gevallen: list[tuple[dict[str, Any], set[str]]] = [
        (tot | {"wijzigingen": later[:1]}, set()),
        (tot | {"wijzigingen": later}, {"wijzigingen.1.van"}),
        (zonder_tot | {"wijzigingen": [{"van": "2024-05-14", "loonwaarde": 50}]}, set()),
        (zonder_tot | {"wijzigingen": [{"van": "2024-05-15", "loonwaarde": 50}]}, {"wijzigingen.0.van"}),
        (tot | {"urenPerWeek": "40"}, set()),
        (tot | {"urenPerWeek": "36.01", "voltijdUren": "36"}, {"urenPerWeek"}),
        (tot | {"wijzigingen": [{"van": "2023-06-01", "urenPerWeek": 41}]}, {"wijzigingen.0.urenPerWeek"}),
        (tot | {"wijzigingen": [{"van": "2023-06-01", "voltijdUren": 30}]}, {"wijzigingen.0.voltijdUren"}),
    ]
    for geval, velden in gevallen:
        antwoord = dienst.roep("POST", PAD, "werkconsulent", geval)
        assert antwoord.status_code == (400 if velden else 200), antwoord.text
        assert {fout["veld"] for fout in antwoord.json().get("fouten", [])} == velden


SLECHT: dict[str, list[Any]] = {
    "gemeente": [None, 1, "", "Deventer", []],
    "geboortedatum": [None, "31-12-1990", "2023-02-30", "1700-01-01", {}],
    "begin": [None, "morgen", "9999-12-31", 5],
    "tot": ["2100-01-01", "2023-05-14", True],
    "urenPerWeek": [None, "0", "-1", "61", "1.234", "NaN", "Infinity", "veel", []],
    "voltijdUren": ["0", "1e9", False],
    "forfait": ["misschien", 2, None],
    "loonwaarde": ["-1", 101, 60.5, "x", [60]],
    "wijzigingen": [None, "x", [{}], [{"van": "2023-06-01", "loonwaarde": 200}], [{"van": "2023-06-01", "a": 1}]],
    "onbekend": [1],
}
