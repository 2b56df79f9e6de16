from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from app.domain.kern.grondslag import awb, productenboek, pw
from app.domain.kern.termijnen import (
    Aard,
    Opschorting,
    StapSoort,
    Termijn,
    beleidstermijn_dagen,
    beleidstermijn_werkdagen,
    schort_op,
    tel_maanden,
    uren_termijn,
    verleng,
    wettelijke_termijn,
)
from app.domain.kern.werkdagen import is_werkdag

BOEK = productenboek("2.2")
DAGEN = st.dates(min_value=date(2018, 1, 1), max_value=date(2035, 12, 31))
LENGTES = st.one_of(
    st.fixed_dictionaries({"weken": st.integers(1, 12)}),
    st.fixed_dictionaries({"dagen": st.integers(1, 90)}),
    st.fixed_dictionaries({"maanden": st.integers(1, 3)}),
)


def bezwaar(start: date) -> Termijn:
    return wettelijke_termijn("bezwaar", awb("6:7"), start, weken=6)


def beslissen(start: date) -> Termijn:
    return wettelijke_termijn("beslissen", awb("4:13", "2"), start, weken=8)


def verteld(termijn: Termijn) -> list[tuple[StapSoort, date]]:
    return [(stap.soort, stap.datum) for stap in termijn.stappen]


@pytest.mark.parametrize(
    ("start", "lengte", "einde"),
    [
        pytest.param(date(2026, 3, 24), {"weken": 6}, date(2026, 5, 6), id="bezwaar-eindigt-op-5-mei"),
        pytest.param(date(2026, 3, 23), {"weken": 6}, date(2026, 5, 4), id="bezwaar-eindigt-dag-voor-5-mei"),
        pytest.param(date(2026, 3, 25), {"weken": 6}, date(2026, 5, 6), id="bezwaar-eindigt-dag-na-5-mei"),
        pytest.param(date(2026, 10, 31), {"weken": 8}, date(2026, 12, 28), id="aanvraag-zaterdag-eindigt-in-kerst"),
        pytest.param(date(2026, 11, 6), {"weken": 8}, date(2027, 1, 4), id="aanvraag-eindigt-op-nieuwjaar"),
        pytest.param(date(2026, 11, 5), {"weken": 8}, date(2026, 12, 31), id="aanvraag-eindigt-oudjaar"),
        pytest.param(date(2026, 3, 6), {"weken": 4}, date(2026, 4, 7), id="eindigt-op-goede-vrijdag"),
        pytest.param(date(2026, 1, 31), {"maanden": 1}, date(2026, 3, 2), id="maand-zonder-31-en-weekend"),
        pytest.param(date(2026, 1, 30), {"maanden": 2}, date(2026, 3, 30), id="twee-maanden"),
        pytest.param(date(2026, 12, 24), {"dagen": 2}, date(2026, 12, 28), id="twee-dagen-alleen-artikel-1"),
        pytest.param(date(2026, 12, 24), {"dagen": 3}, date(2026, 12, 29), id="drie-dagen-ook-artikel-2"),
        pytest.param(date(2026, 4, 2), {"dagen": 5}, date(2026, 4, 8), id="vijf-dagen-over-pasen-artikel-2"),
    ],
)
def test_wettelijke_termijn(start: date, lengte: Mapping[str, int], einde: date) -> None:
    termijn = wettelijke_termijn("proef", awb("6:7"), start, **lengte)
    assert termijn.einde == einde
    assert termijn.aard is Aard.WETTELIJK
    assert not termijn.is_verstreken(einde)
    assert termijn.is_verstreken(einde + timedelta(days=1))


@pytest.mark.parametrize(
    ("lengte", "valt_onder_wet"),
    [
        pytest.param({"dagen": 90}, True, id="90-dagen"),
        pytest.param({"dagen": 91}, False, id="91-dagen"),
        pytest.param({"weken": 12}, True, id="12-weken"),
        pytest.param({"weken": 13}, False, id="13-weken"),
        pytest.param({"maanden": 3}, True, id="3-maanden"),
        pytest.param({"maanden": 4}, False, id="4-maanden"),
    ],
)
def test_lange_termijn_wordt_niet_verlengd(lengte: Mapping[str, int], valt_onder_wet: bool) -> None:
    termijn = wettelijke_termijn("lang", pw("9a"), date(2026, 2, 1), **lengte)
    uitzondering = any("artikel 4, Algemene termijnenwet" in stap.uitleg for stap in termijn.stappen)
    assert termijn.termijnenwet is valt_onder_wet
    assert uitzondering is not valt_onder_wet


def test_lange_termijn_mag_op_zaterdag_eindigen() -> None:
    assert wettelijke_termijn("lang", pw("9a"), date(2026, 6, 6), weken=12).einde == date(2026, 8, 31)
    assert wettelijke_termijn("lang", pw("9a"), date(2026, 6, 6), weken=13).einde == date(2026, 9, 5)


@pytest.mark.parametrize(
    "lengte",
    [
        pytest.param({}, id="geen-lengte"),
        pytest.param({"weken": 0}, id="nul-weken"),
        pytest.param({"weken": 6, "dagen": 1}, id="twee-lengtes"),
    ],
)
def test_termijn_zonder_een_lengte_is_een_fout(lengte: Mapping[str, int]) -> None:
    with pytest.raises(ValueError, match="precies een lengte"):
        wettelijke_termijn("fout", awb("6:7"), date(2026, 3, 24), **lengte)


def test_termijn_legt_zichzelf_uit() -> None:
    assert [stap.uitleg for stap in bezwaar(date(2026, 3, 24)).stappen] == [
        "De gebeurtenis was op dinsdag 24 maart 2026; die dag telt niet mee, de dag erna is de eerste.",
        "De termijn is 6 weken. Grondslag: artikel 6:7, Awb.",
        "Dinsdag 5 mei 2026 is geen laatste dag: Bevrijdingsdag (artikel 1, lid 1, Algemene termijnenwet).",
        "De laatste dag is woensdag 6 mei 2026; die dag hoort nog bij de termijn.",
    ]


def test_artikel_2_legt_zichzelf_uit() -> None:
    termijn = wettelijke_termijn("kort", awb("4:5"), date(2026, 12, 24), dagen=3)
    assert "er zitten geen twee werkdagen in (artikel 2, Algemene termijnenwet)" in termijn.stappen[-2].uitleg


@pytest.mark.regel("DEV-ORG-002")
def test_beleidstermijn_in_werkdagen_noemt_elke_overgeslagen_dag() -> None:
    termijn = beleidstermijn_werkdagen("screening", BOEK, date(2026, 4, 2), 2)
    assert termijn.aard is Aard.BELEID
    assert termijn.einde == date(2026, 4, 8)
    assert verteld(termijn) == [
        (StapSoort.START, date(2026, 4, 2)),
        (StapSoort.REGEL, date(2026, 4, 3)),
        (StapSoort.OVERGESLAGEN, date(2026, 4, 3)),
        (StapSoort.OVERGESLAGEN, date(2026, 4, 4)),
        (StapSoort.OVERGESLAGEN, date(2026, 4, 5)),
        (StapSoort.OVERGESLAGEN, date(2026, 4, 6)),
        (StapSoort.EINDE, date(2026, 4, 8)),
    ]
    assert termijn.stappen[2].uitleg == "Vrijdag 3 april 2026 telt niet mee: Goede Vrijdag."


@pytest.mark.parametrize(
    ("dagen", "einde"),
    [
        pytest.param(1, date(2026, 4, 3), id="goede-vrijdag-blijft"),
        pytest.param(2, date(2026, 4, 4), id="zaterdag-blijft"),
        pytest.param(28, date(2026, 4, 30), id="vier-weken"),
    ],
)
def test_beleidstermijn_in_dagen_wordt_niet_verlengd(dagen: int, einde: date) -> None:
    assert beleidstermijn_dagen("advies", BOEK, date(2026, 4, 2), dagen).einde == einde


@pytest.mark.parametrize(
    ("van", "tot", "einde"),
    [
        pytest.param(date(2026, 2, 2), date(2026, 2, 3), date(2026, 3, 3), id="een-dag"),
        pytest.param(date(2026, 2, 2), date(2026, 2, 16), date(2026, 3, 16), id="twee-weken"),
        pytest.param(date(2026, 2, 2), date(2026, 2, 7), date(2026, 3, 9), id="eindigt-op-zaterdag-dus-maandag"),
        pytest.param(date(2026, 1, 1), date(2026, 1, 10), date(2026, 3, 6), id="alleen-de-dagen-na-de-start"),
        pytest.param(date(2026, 3, 2), date(2026, 3, 17), date(2026, 3, 17), id="vanaf-de-laatste-dag"),
        pytest.param(date(2026, 3, 1), date(2026, 3, 31), date(2026, 4, 1), id="over-het-einde-heen"),
        pytest.param(date(2026, 3, 3), date(2026, 3, 17), date(2026, 3, 2), id="na-het-einde-geen-gevolg"),
        pytest.param(date(2025, 12, 1), date(2026, 1, 6), date(2026, 3, 2), id="voor-de-start-geen-gevolg"),
    ],
)
def test_opschorting_van_de_beslistermijn(van: date, tot: date, einde: date) -> None:
    termijn = beslissen(date(2026, 1, 5))
    assert termijn.einde == date(2026, 3, 2)
    opgeschort = schort_op(termijn, van, tot)
    assert opgeschort.einde == einde
    assert opgeschort.opschortingen == (Opschorting(van=van, tot=tot, grondslag=awb("4:15")),)


def test_opschorting_is_een_sprong_met_uitleg() -> None:
    termijn = schort_op(beslissen(date(2026, 1, 5)), date(2026, 2, 2), date(2026, 2, 16))
    (stap,) = [s for s in termijn.stappen if s.soort is StapSoort.OPSCHORTING]
    assert stap.datum == date(2026, 2, 2)
    assert stap.uitleg == (
        "Opgeschort van 2 februari 2026 tot 16 februari 2026: die dagen tellen niet mee (artikel 4:15, Awb)."
    )


def test_opschorting_zonder_gevolg_zegt_dat() -> None:
    termijn = schort_op(beslissen(date(2026, 1, 5)), date(2026, 3, 3), date(2026, 3, 17))
    assert termijn.stappen[-2].uitleg.endswith("valt buiten de termijn en heeft geen gevolg.")


def test_overlappende_opschortingen_tellen_een_keer() -> None:
    eerste = schort_op(beslissen(date(2026, 1, 5)), date(2026, 2, 2), date(2026, 2, 16))
    beide = schort_op(eerste, date(2026, 2, 9), date(2026, 2, 23), pw("43"))
    assert beide.einde == schort_op(beslissen(date(2026, 1, 5)), date(2026, 2, 2), date(2026, 2, 23)).einde
    assert [s.datum for s in beide.stappen if s.soort is StapSoort.OPSCHORTING] == [
        date(2026, 2, 2),
        date(2026, 2, 16),
    ]


def test_opschorting_tijdens_de_verlenging_door_een_feestdag() -> None:
    termijn = schort_op(beslissen(date(2026, 10, 31)), date(2026, 12, 28), date(2027, 1, 5))
    assert termijn.einde == date(2027, 1, 5)


def test_opschorting_van_een_termijn_in_werkdagen() -> None:
    termijn = beleidstermijn_werkdagen("stukken", BOEK, date(2026, 3, 16), 3)
    assert termijn.einde == date(2026, 3, 19)
    assert schort_op(termijn, date(2026, 3, 18), date(2026, 3, 23)).einde == date(2026, 3, 24)


@pytest.mark.parametrize("tot", [pytest.param(date(2026, 2, 2), id="leeg"), pytest.param(date(2026, 2, 1), id="om")])
def test_opschorting_zonder_dagen_is_een_fout(tot: date) -> None:
    with pytest.raises(ValidationError, match="ligt niet na"):
        schort_op(beslissen(date(2026, 1, 5)), date(2026, 2, 2), tot)


@pytest.mark.parametrize(
    ("lengte", "einde"),
    [
        pytest.param({"weken": 6}, date(2026, 6, 16), id="zes-weken-vanaf-5-mei"),
        pytest.param({"dagen": 1}, date(2026, 5, 6), id="een-dag"),
        pytest.param({"dagen": 4}, date(2026, 5, 11), id="eindigt-op-zaterdag-dus-maandag"),
    ],
)
def test_verlenging_telt_vanaf_de_dag_voor_de_termijnenwet(lengte: Mapping[str, int], einde: date) -> None:
    assert verleng(bezwaar(date(2026, 3, 24)), "advies gevraagd", awb("7:10", "3"), **lengte).einde == einde


def test_verlenging_staat_in_de_uitleg() -> None:
    termijn = verleng(bezwaar(date(2026, 3, 24)), "advies gevraagd", awb("7:10", "3"), weken=6)
    (stap,) = [s for s in termijn.stappen if s.soort is StapSoort.VERLENGING]
    assert stap.uitleg == "Na dinsdag 5 mei 2026 verlengd met 6 weken: advies gevraagd (artikel 7:10, lid 3, Awb)."


def test_lange_verlenging_valt_buiten_de_termijnenwet() -> None:
    termijn = verleng(beslissen(date(2026, 10, 31)), "met instemming", awb("7:10", "4"), weken=13)
    assert termijn.einde == date(2027, 3, 27)


def test_verlenging_van_beleid_in_werkdagen_en_in_dagen() -> None:
    werkdagen = beleidstermijn_werkdagen("stukken", BOEK, date(2026, 3, 16), 3)
    assert verleng(werkdagen, "ziekte", BOEK, werkdagen=2).einde == date(2026, 3, 23)
    dagen = beleidstermijn_dagen("stukken", BOEK, date(2026, 3, 16), 3)
    assert verleng(dagen, "ziekte", BOEK, dagen=2).einde == date(2026, 3, 21)


def test_opschorting_na_verlenging_verschuift_beide() -> None:
    verlengd = verleng(beslissen(date(2026, 1, 5)), "onderzoek", awb("4:14"), weken=2)
    assert verlengd.einde == date(2026, 3, 16)
    assert schort_op(verlengd, date(2026, 3, 9), date(2026, 3, 16)).einde == date(2026, 3, 23)


def test_verlengen_in_een_andere_eenheid_is_een_fout() -> None:
    with pytest.raises(ValueError, match="niet te verlengen in werkdagen"):
        verleng(bezwaar(date(2026, 3, 24)), "fout", awb("7:10"), werkdagen=2)
    with pytest.raises(ValueError, match="niet te verlengen in weken"):
        verleng(beleidstermijn_werkdagen("stukken", BOEK, date(2026, 3, 16), 3), "fout", BOEK, weken=2)


@pytest.mark.parametrize(
    ("dag", "maanden", "verwacht"),
    [
        pytest.param(date(2026, 1, 31), 1, date(2026, 2, 28), id="februari"),
        pytest.param(date(2028, 1, 31), 1, date(2028, 2, 29), id="schrikkeljaar"),
        pytest.param(date(2026, 11, 30), 3, date(2027, 2, 28), id="over-de-jaargrens"),
        pytest.param(date(2026, 12, 15), 12, date(2027, 12, 15), id="een-jaar"),
        pytest.param(date(2026, 3, 31), -1, date(2026, 2, 28), id="terug"),
    ],
)
def test_tel_maanden(dag: date, maanden: int, verwacht: date) -> None:
    assert tel_maanden(dag, maanden) == verwacht


@pytest.mark.parametrize(
    ("start", "verwacht"),
    [
        pytest.param("2026-03-12T11:00", "2026-03-14T11:00", id="donderdag-tot-zaterdag"),
        pytest.param("2026-03-13T16:30", "2026-03-15T16:30", id="vrijdag-tot-zondag"),
        pytest.param("2026-03-28T10:00", "2026-03-30T11:00", id="zomertijd-begint"),
        pytest.param("2026-10-24T10:00", "2026-10-26T09:00", id="zomertijd-eindigt"),
    ],
)
def test_48_uur_zijn_klokuren(start: str, verwacht: str) -> None:
    zone = ZoneInfo("Europe/Amsterdam")
    begin = datetime.fromisoformat(start).replace(tzinfo=zone)
    einde = uren_termijn(begin, 48)
    assert einde.replace(tzinfo=None) == datetime.fromisoformat(verwacht)
    assert einde.astimezone(UTC) - begin.astimezone(UTC) == timedelta(hours=48)


def test_uren_zonder_tijdzone_is_een_fout() -> None:
    with pytest.raises(ValueError, match="tijdzone"):
        uren_termijn(datetime(2026, 3, 12, 11, 0), 48)  # noqa: DTZ001


@given(DAGEN, LENGTES)
def test_wettelijke_korte_termijn_eindigt_op_een_werkdag(start: date, lengte: Mapping[str, int]) -> None:
    assert is_werkdag(wettelijke_termijn("proef", awb("6:7"), start, **lengte).einde)


@given(DAGEN, LENGTES)
def test_een_dag_later_begonnen_eindigt_niet_eerder(start: date, lengte: Mapping[str, int]) -> None:
    vandaag = wettelijke_termijn("proef", awb("6:7"), start, **lengte)
    morgen = wettelijke_termijn("proef", awb("6:7"), start + timedelta(days=1), **lengte)
    assert vandaag.einde <= morgen.einde


@given(DAGEN, st.integers(1, 40), st.integers(-5, 60), st.integers(1, 30), st.booleans())
def test_uitleg_loopt_op_en_eindigt_op_het_einde(
    start: date, dagen: int, na: int, duur: int, in_werkdagen: bool
) -> None:
    maak = beleidstermijn_werkdagen if in_werkdagen else beleidstermijn_dagen
    for basis in (maak("proef", BOEK, start, dagen), wettelijke_termijn("proef", awb("6:7"), start, dagen=dagen)):
        van = start + timedelta(days=na)
        termijn = schort_op(basis, van, van + timedelta(days=duur))
        stapdagen = [stap.datum for stap in termijn.stappen]
        assert stapdagen == sorted(stapdagen)
        assert stapdagen[-1] == termijn.einde
        assert termijn.stappen[-1].soort is StapSoort.EINDE
        assert termijn.einde >= basis.einde
        assert not van <= termijn.einde < van + timedelta(days=duur)


@given(DAGEN, st.integers(1, 40))
def test_termijn_overleeft_json(start: date, dagen: int) -> None:
    termijn = schort_op(wettelijke_termijn("proef", awb("6:7"), start, dagen=dagen), start, start + timedelta(days=3))
    assert Termijn.model_validate_json(termijn.model_dump_json()) == termijn
