"""What a loonkostensubsidie asks, and what a new calculation does to what was granted."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.kern.toets import Uitkomst, alle_voldaan
from app.domain.loonkosten.aanpassing import Stuk, pas_aan
from app.domain.loonkosten.procedure import LoonkostenBeleid
from app.domain.loonkosten.regeling import Lksvoorwaarden, opnieuw_vastgesteld, toetsen_lks
from tests.steun.beleid import beleid_van

BELEID = beleid_van(LoonkostenBeleid)
BEGIN = date(2023, 1, 1)


def toetsen(**anders: Any) -> dict[str, Uitkomst]:
    vast: dict[str, Any] = {
        "begin": BEGIN,
        "ontvangen_op": date(2022, 12, 15),
        "in_doelgroep": True,
        "loonwaarde": 60,
        "geen_wsw": True,
        "geen_andere_subsidie": True,
        "bedragen": 12,
    }
    return {toets.voorwaarde: toets.uitkomst for toets in toetsen_lks(Lksvoorwaarden(**(vast | anders)), BELEID)}


def test_alles_klopt() -> None:
    assert set(toetsen().values()) == {Uitkomst.VOLDAAN}
    assert alle_voldaan(toetsen_lks(Lksvoorwaarden(begin=BEGIN, ontvangen_op=BEGIN), BELEID)) is False


@pytest.mark.regel("DEV-LKS-905")
@pytest.mark.parametrize(
    ("anders", "voorwaarde", "uitkomst"),
    [
        pytest.param({"begin": None}, "dienstbetrekking", Uitkomst.ONBEPAALD, id="geen-baan"),
        pytest.param({"in_doelgroep": None}, "behoort_tot_doelgroep_lks", Uitkomst.ONBEPAALD, id="doelgroep-onbekend"),
        pytest.param({"in_doelgroep": False}, "behoort_tot_doelgroep_lks", Uitkomst.NIET_VOLDAAN, id="10d-lid-8"),
        pytest.param(
            {"loonwaarde": None}, "loonwaarde_lager_dan_minimumloon", Uitkomst.ONBEPAALD, id="geen-loonwaarde"
        ),
        pytest.param({"loonwaarde": 100}, "loonwaarde_lager_dan_minimumloon", Uitkomst.NIET_VOLDAAN, id="100"),
        pytest.param(
            {"loonwaarde": 100, "forfait": True},
            "loonwaarde_lager_dan_minimumloon",
            Uitkomst.NIET_VOLDAAN,
            id="100-na-forfait",
        ),
        pytest.param({"geen_wsw": None}, "geen_wsw", Uitkomst.ONBEPAALD, id="wsw-onbekend"),
        pytest.param({"geen_wsw": False}, "geen_wsw", Uitkomst.NIET_VOLDAAN, id="wsw-10d-lid-3"),
        pytest.param(
            {"geen_andere_subsidie": None}, "geen_andere_loonsubsidie", Uitkomst.ONBEPAALD, id="niet-verklaard"
        ),
        pytest.param(
            {"geen_andere_subsidie": False}, "geen_andere_loonsubsidie", Uitkomst.NIET_VOLDAAN, id="10d-lid-9"
        ),
        pytest.param(
            {"andere_subsidie": True}, "geen_andere_loonsubsidie", Uitkomst.NIET_VOLDAAN, id="dossier-10d-lid-9"
        ),
        pytest.param({"bedragen": 0}, "bedrag_bekend", Uitkomst.ONBEPAALD, id="geen-bedrag"),
    ],
)
def test_elke_voorwaarde(anders: dict[str, Any], voorwaarde: str, uitkomst: Uitkomst) -> None:
    mis = {naam: u for naam, u in toetsen(**anders).items() if u is not Uitkomst.VOLDAAN}
    assert mis == {voorwaarde: uitkomst}


@pytest.mark.regel("DEV-LKS-904")
def test_met_een_forfait_mag_de_loonwaarde_wachten_artikel_10d_lid_1_onder_b() -> None:
    assert toetsen(loonwaarde=None, forfait=True)["loonwaarde_achterwege"] is Uitkomst.VOLDAAN
    assert "loonwaarde_achterwege" not in toetsen(forfait=True), "a loonwaarde that is known goes first"


@pytest.mark.parametrize(
    ("dag", "anders", "verwacht"),
    [
        pytest.param("2023-01-01", {}, {}, id="eerste-dag-is-nog-niet-begonnen"),
        pytest.param("2023-01-02", {"vooraf": True}, {}, id="begonnen"),
        pytest.param("2023-01-02", {}, {"vooraf_onderwijs_of_doelgroep": Uitkomst.ONBEPAALD}, id="niet-beantwoord"),
        pytest.param("2023-07-01", {"vooraf": True}, {}, id="laatste-dag"),
        pytest.param("2023-07-02", {"vooraf": True}, {"aanvraag_op_tijd": Uitkomst.NIET_VOLDAAN}, id="dag-te-laat"),
        pytest.param("2023-07-02", {"ambtshalve": True}, {}, id="ambtshalve-heeft-geen-termijn"),
        pytest.param(
            "2023-02-01", {"vooraf": False}, {"vooraf_onderwijs_of_doelgroep": Uitkomst.NIET_VOLDAAN}, id="niets"
        ),
    ],
)
def test_een_baan_die_al_loopt_artikel_10d_lid_2(dag: str, anders: dict[str, Any], verwacht: dict[str, Any]) -> None:
    uitkomsten = toetsen(ontvangen_op=date.fromisoformat(dag), **anders)
    assert {naam: u for naam, u in uitkomsten.items() if u is not Uitkomst.VOLDAAN} == verwacht


def test_opnieuw_vastgesteld_noemt_oud_en_nieuw_artikel_10d_lid_7() -> None:
    toets = opnieuw_vastgesteld(100_000, 110_000, BEGIN)
    assert toets.toelichting == "Het bedrag per maand was € 1.000,00 en is vanaf 1 januari 2023 € 1.100,00."
    assert (toets.grondslag.artikel, toets.grondslag.lid) == ("10d", "7")


MAANDEN = {nummer: date(2023, nummer, 1) for nummer in range(1, 13)}


def stukken(vast: int, bedrag: int = 100) -> list[Stuk]:
    """Six months of which the first ``vast`` were paid."""
    return [Stuk(n, MAANDEN[n], bedrag, n <= vast) for n in range(1, 7)]


@pytest.mark.parametrize(
    ("nieuw", "vervalt", "erbij", "terug"),
    [
        pytest.param(dict.fromkeys(range(1, 7), 100), (), {}, {}, id="niets-verandert"),
        pytest.param(
            {1: 100, 2: 100, 3: 100, 4: 80, 5: 80, 6: 80}, (4, 5, 6), {4: 80, 5: 80, 6: 80}, {}, id="vanaf-april"
        ),
        pytest.param({1: 100, 2: 130, 3: 100, 4: 100, 5: 100, 6: 100}, (), {2: 30}, {}, id="nabetaling"),
        pytest.param({1: 100, 2: 60, 3: 100, 4: 100, 5: 100, 6: 100}, (), {}, {2: 40}, id="te-veel-betaald"),
        pytest.param({1: 100, 2: 100, 3: 100}, (4, 5, 6), {}, {}, id="baan-eindigt"),
        pytest.param({1: 100}, (4, 5, 6), {}, {2: 100, 3: 100}, id="baan-was-al-geeindigd"),
        pytest.param({**dict.fromkeys(range(1, 7), 100), 7: 90}, (), {7: 90}, {}, id="langer"),
    ],
)
def test_een_nieuwe_berekening_betaalt_niets_dubbel(
    nieuw: dict[int, int], vervalt: tuple[int, ...], erbij: dict[int, int], terug: dict[int, int]
) -> None:
    uit = pas_aan(stukken(3), {MAANDEN[n]: b for n, b in nieuw.items()}, BEGIN, date(2024, 1, 1))
    assert uit.vervalt == vervalt
    assert uit.erbij == {MAANDEN[n]: b for n, b in erbij.items()}
    assert uit.terug == {MAANDEN[n]: b for n, b in terug.items()}


def test_wat_buiten_het_tijdvak_ligt_blijft() -> None:
    uit = pas_aan(stukken(0), {MAANDEN[4]: 80}, MAANDEN[4], MAANDEN[5])
    assert (uit.vervalt, dict(uit.erbij), dict(uit.terug)) == ((4,), {MAANDEN[4]: 80}, {})
