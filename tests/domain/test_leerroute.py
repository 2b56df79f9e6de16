"""Werk-leerroute: for whom, which routes, two phases, who guides, and what somebody gets at the end."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.toets import Toets, Uitkomst, niet_voldaan
from app.domain.leerroute.beleid import LeerrouteBeleid
from app.domain.leerroute.signalen import (
    Begeleiders,
    toets_binnen_toekenning,
    toets_consulent,
    toets_uren,
    toetsen_begeleiders,
)
from app.domain.leerroute.soorten import Leeronderdeel, Leeropdrachtsoort, Leerresultaat, Leerroutebewijs
from app.domain.leerroute.toetsen import (
    CODE,
    Faseplan,
    Werkcontract,
    fasen,
    fasetermijn,
    toets_bewijs,
    toets_fasen_afgerond,
    toets_route,
    toets_toegekend,
    toetsen_fase_2,
    werkplektaak,
)
from tests.steun.beleid import vast_register
from tests.steun.voorziening import BELEID as VOORZIENINGEN
from tests.steun.voorziening import mis, toetsen

DAG = date(2026, 3, 31)
BELEID = vast_register().geldend(LeerrouteBeleid, "GM0150", DAG).beleid
VOLDAAN, NIET = Uitkomst.VOLDAAN, Uitkomst.NIET_VOLDAAN
PRAKTIJK, WERK = Leeropdrachtsoort.PRAKTIJKOPDRACHT, Leeropdrachtsoort.WERKOPDRACHT
R = Leerresultaat
KLANTGROEP = "voorziening_bij_klantgroep"


def namen(toetsen: tuple[Toets, ...]) -> list[str]:
    return [toets.voorwaarde for toets in niet_voldaan(toetsen)]


@pytest.mark.regel("DEV-WLR-903")
@pytest.mark.parametrize("groep", list(Klantgroep))
def test_alleen_voor_groeien_en_als_de_route_nodig_is(groep: Klantgroep) -> None:
    antwoord = {"route_nodig": {"waarde": True, "toelichting": "De basisvaardigheden ontbreken."}}
    gekregen = mis(VOORZIENINGEN, code=CODE, klantgroep=groep, antwoorden=antwoord)
    assert (KLANTGROEP in gekregen) == (groep is not Klantgroep.GROEIEN)
    zonder = mis(VOORZIENINGEN, code=CODE, klantgroep=groep)
    assert set(zonder) - set(gekregen) == {"route_nodig"}
    nee = {"route_nodig": {"waarde": False, "toelichting": "Scholing past beter."}}
    assert mis(VOORZIENINGEN, code=CODE, klantgroep=groep, antwoorden=nee)["route_nodig"] is NIET


@pytest.mark.regel("DEV-WLR-903")
def test_de_startkwalificatie_telt_niet_mee() -> None:
    kansen = [
        toetsen(VOORZIENINGEN, code=CODE, klantgroep=Klantgroep.GROEIEN, startkwalificatie=heeft)
        for heeft in (True, False, None)
    ]
    assert kansen[0] == kansen[1] == kansen[2]


@pytest.mark.regel("DEV-WLR-903")
@pytest.mark.parametrize(
    ("code", "toegekend", "uitkomst"),
    [(CODE, True, VOLDAAN), (CODE, False, NIET), ("scholing", True, NIET)],
    ids=["toegekend", "niet-toegekend", "andere-voorziening"],
)
def test_inschrijven_op_een_toekenning(code: str, toegekend: bool, uitkomst: Uitkomst) -> None:
    assert toets_toegekend(code, toegekend).uitkomst is uitkomst


@pytest.mark.regel("DEV-WLR-003")
def test_alleen_actieve_routes_zijn_te_kiezen() -> None:
    kan = {route.code: toets_route(route.code, BELEID).uitkomst is VOLDAAN for route in BELEID.routes.waarde}
    assert [code for code, mag in kan.items() if mag] == ["horeca", "schoonmaak", "logistiek", "techniek", "ict"]
    assert [code for code, mag in kan.items() if not mag] == ["zorg", "buitenruimte", "productie"]
    assert toets_route("tuinbouw", BELEID).uitkomst is NIET


@pytest.mark.regel("DEV-WLR-905")
@pytest.mark.parametrize(
    ("begin", "tussen", "einde"),
    [
        pytest.param(date(2026, 4, 1), date(2026, 7, 1), date(2027, 1, 1), id="negen-maanden"),
        pytest.param(date(2026, 11, 30), date(2027, 2, 28), date(2027, 8, 28), id="korte-maand"),
    ],
)
def test_twee_fasen_achter_elkaar(begin: date, tussen: date, einde: date) -> None:
    een, twee = fasen(begin, BELEID)
    assert (een.van, een.tot, twee.van, twee.tot) == (begin, tussen, tussen, einde)


CONTRACT = Werkcontract(van=date(2026, 7, 1), tot=date(2027, 1, 1))


@pytest.mark.regel("DEV-WLR-905")
@pytest.mark.parametrize(
    ("afgerond", "contract", "mist"),
    [
        pytest.param(date(2026, 7, 1), CONTRACT, [], id="precies-zes-maanden"),
        pytest.param(date(2026, 7, 1), Werkcontract(van=date(2026, 6, 1), tot=None), [], id="zonder-einde"),
        pytest.param(date(2026, 7, 1), Werkcontract(van=date(2026, 7, 1), tot=date(2027, 4, 1)), [], id="langer"),
        pytest.param(None, CONTRACT, ["fase_1_afgerond"], id="fase-1-loopt"),
        pytest.param(date(2026, 7, 2), CONTRACT, ["fase_1_afgerond"], id="fase-1-een-dag-later"),
        pytest.param(
            date(2026, 7, 1),
            Werkcontract(van=date(2026, 7, 1), tot=date(2026, 12, 31)),
            ["contract_lang_genoeg"],
            id="een-dag-te-kort",
        ),
        pytest.param(date(2026, 7, 1), None, ["arbeidsovereenkomst", "contract_lang_genoeg"], id="zonder-contract"),
        pytest.param(
            date(2026, 7, 1), Werkcontract(van=date(2026, 7, 2), tot=None), ["arbeidsovereenkomst"], id="begint-later"
        ),
        pytest.param(
            date(2026, 7, 1),
            Werkcontract(van=date(2026, 1, 1), tot=date(2026, 7, 1)),
            ["arbeidsovereenkomst"],
            id="net-voorbij",
        ),
    ],
)
def test_fase_2_na_fase_1_en_met_een_arbeidsovereenkomst(
    afgerond: date | None, contract: Werkcontract | None, mist: list[str]
) -> None:
    assert namen(toetsen_fase_2(date(2026, 7, 1), afgerond, contract, BELEID)) == mist


@pytest.mark.regel("DEV-WLR-905")
@pytest.mark.parametrize(("uren", "uitkomst"), [(15, NIET), (16, VOLDAAN), (20, VOLDAAN), (24, VOLDAAN), (25, NIET)])
def test_circa_twintig_uur_is_een_signaal(uren: int, uitkomst: Uitkomst) -> None:
    assert toets_uren(uren, BELEID).uitkomst is uitkomst


@pytest.mark.regel("DEV-WLR-905")
@pytest.mark.parametrize(
    ("toegekend_tot", "uitkomst"),
    [(date(2026, 12, 31), NIET), (date(2027, 1, 1), VOLDAAN), (date(2027, 1, 2), VOLDAAN), (None, VOLDAAN)],
)
def test_langer_dan_de_toekenning_is_een_signaal(toegekend_tot: date | None, uitkomst: Uitkomst) -> None:
    assert toets_binnen_toekenning(date(2027, 1, 1), toegekend_tot).uitkomst is uitkomst


@pytest.mark.regel("DEV-WLR-001", "DEV-WLR-907")
@pytest.mark.parametrize(
    ("wie", "mist"),
    [
        pytest.param({"nummer": 1}, ["werkcoach_bekend", "werkleider_bekend"], id="fase-1-leeg"),
        pytest.param({"nummer": 1, "werkcoach": "A", "werkleider": "B"}, [], id="fase-1-compleet"),
        pytest.param({"nummer": 2}, ["werkcoach_bekend", "praktijkopleider_bekend"], id="fase-2-leeg"),
        pytest.param({"nummer": 2, "werkcoach": "A"}, ["praktijkopleider_bekend"], id="geen-praktijkopleider"),
        pytest.param({"nummer": 2, "praktijkopleider": "C"}, ["werkcoach_bekend"], id="geen-werkcoach"),
        pytest.param({"nummer": 2, "werkcoach": "A", "praktijkopleider": "C"}, [], id="fase-2-compleet"),
    ],
)
def test_wie_er_mist_is_een_signaal(wie: dict[str, Any], mist: list[str]) -> None:
    assert namen(toetsen_begeleiders(Begeleiders(**wie))) == mist


@pytest.mark.regel("DEV-WLR-001")
def test_de_consulent_blijft_dezelfde() -> None:
    assert toets_consulent(UUID(int=1), UUID(int=1)).uitkomst is VOLDAAN
    assert toets_consulent(UUID(int=1), UUID(int=2)).uitkomst is NIET


@pytest.mark.regel("DEV-WLR-904")
def test_vijf_onderdelen() -> None:
    assert [een.value for een in Leeronderdeel] == [
        "werkervaring",
        "werkopdrachten",
        "praktijkopdrachten",
        "vakvaardigheden",
        "werknemersvaardigheden",
    ]


@pytest.mark.regel("DEV-WLR-002")
@pytest.mark.parametrize(
    ("opdrachten", "verklaring"),
    [
        pytest.param([(PRAKTIJK, R.BEHAALD), (PRAKTIJK, R.BEHAALD)], True, id="alle-behaald"),
        pytest.param([(PRAKTIJK, R.BEHAALD), (WERK, R.OPEN)], True, id="werkopdracht-telt-niet"),
        pytest.param([(PRAKTIJK, R.BEHAALD), (PRAKTIJK, R.VERVALLEN)], True, id="vervallen-telt-niet"),
        pytest.param([(PRAKTIJK, R.BEHAALD), (PRAKTIJK, R.OPEN)], False, id="een-open"),
        pytest.param([(PRAKTIJK, R.BEHAALD), (PRAKTIJK, R.NIET_BEHAALD)], False, id="een-niet-behaald"),
        pytest.param([], False, id="geen-opdrachten"),
    ],
)
def test_een_praktijkverklaring_na_alle_praktijkopdrachten(
    opdrachten: list[tuple[Leeropdrachtsoort, Leerresultaat]], verklaring: bool
) -> None:
    assert (toets_bewijs(Leerroutebewijs.PRAKTIJKVERKLARING, opdrachten).uitkomst is VOLDAAN) == verklaring
    assert toets_bewijs(Leerroutebewijs.DEELNAME, opdrachten).uitkomst is VOLDAAN


@pytest.mark.regel("DEV-WLR-906")
@pytest.mark.parametrize(
    ("fase_2", "uitkomst"),
    [(date(2026, 12, 30), VOLDAAN), (date(2026, 12, 31), VOLDAAN), (date(2027, 1, 1), NIET), (None, NIET)],
)
def test_afronden_na_beide_fasen(fase_2: date | None, uitkomst: Uitkomst) -> None:
    assert toets_fasen_afgerond([date(2026, 7, 1), fase_2], date(2026, 12, 31)).uitkomst is uitkomst


@pytest.mark.regel("DEV-WLR-001", "DEV-WLR-905")
def test_taken_bij_de_fasen() -> None:
    een, twee = fasen(date(2026, 4, 1), BELEID)
    termijn, taak = fasetermijn(een, BELEID)
    assert (termijn.einde, taak.wat.count("fase 2")) == (date(2026, 6, 30), 1)
    termijn, taak = fasetermijn(twee, BELEID)
    assert (termijn.einde, "bewijs" in taak.wat) == (date(2026, 12, 31), True)
    assert werkplektaak(Faseplan(nummer=2, van=date(2026, 7, 1), tot=date(2027, 1, 1)), BELEID).uiterste == date(
        2026, 6, 30
    )
