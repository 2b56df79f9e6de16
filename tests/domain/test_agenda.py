"""Agenda: working hours, free moments, and what stands in the way of one."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from app.domain.afspraak.feiten import AfspraakSoort
from app.domain.agenda.beleid import AgendaBeleid
from app.domain.agenda.soorten import AgendaSoort, Gesprekskanaal
from app.domain.agenda.tijd import Blok, Uitzondering, Weekdag, Werkblok, vrije_momenten, werktijden_op
from app.domain.agenda.toetsen import (
    kies_kanaal,
    regel_van_beleid,
    toets_dagcapaciteit,
    toets_duur,
    toets_klant_vrij,
    toets_plaatsen,
    toets_ruimte,
    toets_vrij,
    toets_werktijd,
)
from app.domain.kern.toets import Uitkomst
from tests.steun.beleid import vast_register

DAG = date(2026, 4, 1)
BELEID = vast_register().geldend(AgendaBeleid, "GM0150", DAG).beleid
INKOMEN = regel_van_beleid(AgendaSoort.AFSPRAAK_INKOMEN, BELEID)
GOED, FOUT, OPEN = Uitkomst.VOLDAAN, Uitkomst.NIET_VOLDAAN, Uitkomst.ONBEPAALD


def uur(klok: str, dag: int = 1) -> datetime:
    return datetime.fromisoformat(f"2026-04-{dag:02d}T{klok}:00+02:00")


def blok(van: str, tot: str, tussentijd: int = 15, groep: str | None = None) -> Blok:
    return Blok(uur(van), uur(tot), tussentijd, groep)


def test_de_agenda_kent_elke_soort_afspraak() -> None:
    assert {soort.value for soort in AgendaSoort} == {soort.value for soort in AfspraakSoort}


@pytest.mark.regel("DEV-SCR-002")
@pytest.mark.parametrize(
    ("andere", "uitkomst"),
    [
        pytest.param([], GOED, id="lege-agenda"),
        pytest.param([blok("09:00", "09:45")], GOED, id="kwartier-ervoor"),
        pytest.param([blok("09:00", "09:46")], FOUT, id="14-minuten-ervoor"),
        pytest.param([blok("10:45", "11:00")], GOED, id="kwartier-erna"),
        pytest.param([blok("10:44", "11:00")], FOUT, id="14-minuten-erna"),
        pytest.param([blok("10:30", "11:00", 0)], FOUT, id="ook-als-de-ander-geen-tussentijd-heeft"),
        pytest.param([blok("10:59", "11:30", 30)], FOUT, id="de-langste-tussentijd-telt"),
        pytest.param([blok("11:00", "11:30", 30)], GOED, id="de-langste-tussentijd-net"),
    ],
)
def test_tussen_gesprekken_blijft_een_kwartier_vrij(andere: list[Blok], uitkomst: Uitkomst) -> None:
    assert toets_vrij(blok("10:00", "10:30"), andere, INKOMEN).uitkomst is uitkomst


def test_wie_in_dezelfde_groep_komt_deelt_de_tijd() -> None:
    samen = blok("10:00", "12:00", groep="dariuz")
    assert toets_vrij(samen, [samen], INKOMEN).uitkomst is GOED
    assert toets_ruimte(samen, [samen]).uitkomst is GOED
    assert toets_vrij(samen, [blok("10:00", "12:15", groep="dariuz")], INKOMEN).uitkomst is FOUT
    assert toets_vrij(samen, [blok("10:00", "12:00", groep="anders")], INKOMEN).uitkomst is FOUT


@pytest.mark.regel("DEV-SCR-002")
@pytest.mark.parametrize(("minuten", "uitkomst"), [(9, FOUT), (10, GOED), (45, GOED), (46, FOUT)])
def test_de_duur_is_die_van_het_beleid(minuten: int, uitkomst: Uitkomst) -> None:
    assert toets_duur(minuten, INKOMEN).uitkomst is uitkomst


def test_een_ruimte_wordt_nooit_dubbel_gebruikt_maar_wel_aansluitend() -> None:
    assert toets_ruimte(blok("10:00", "10:30"), [blok("10:30", "11:00")]).uitkomst is GOED
    assert toets_ruimte(blok("10:00", "10:31"), [blok("10:30", "11:00")]).uitkomst is FOUT
    assert [toets_plaatsen(personen, 3).uitkomst for personen in (2, 3, 4)] == [GOED, GOED, FOUT]


def test_een_klant_met_een_ander_gesprek_is_een_opmerking_waard() -> None:
    assert toets_klant_vrij(blok("10:00", "10:30"), [blok("10:30", "11:00")]).uitkomst is GOED
    assert toets_klant_vrij(blok("10:00", "10:30"), [blok("10:15", "11:00")]).uitkomst is FOUT


def test_hoeveel_gesprekken_er_op_een_dag_passen() -> None:
    assert [toets_dagcapaciteit(aantal, 4).uitkomst for aantal in (3, 4)] == [GOED, FOUT]
    assert toets_dagcapaciteit(12, None).uitkomst is GOED


def test_binnen_de_werktijd() -> None:
    ochtend = [(uur("09:00"), uur("12:00"))]
    assert toets_werktijd((uur("11:30"), uur("12:00")), ochtend).uitkomst is GOED
    assert toets_werktijd((uur("11:31"), uur("12:01")), ochtend).uitkomst is FOUT
    assert toets_werktijd((uur("08:59"), uur("09:30")), ochtend).uitkomst is FOUT
    assert toets_werktijd((uur("03:00"), uur("03:30")), None).uitkomst is OPEN


def test_een_rooster_met_extra_werktijd_en_afwezigheid() -> None:
    rooster = [
        Werkblok(dag=Weekdag.WOENSDAG, van="09:00", tot="12:00"),
        Werkblok(dag=Weekdag.WOENSDAG, van="13:00", tot="17:00"),
        Werkblok(dag=Weekdag.DONDERDAG, van="09:00", tot="17:00"),
    ]
    assert werktijden_op(DAG, rooster, []) == [(uur("09:00"), uur("12:00")), (uur("13:00"), uur("17:00"))]
    extra = Uitzondering(uur("12:00"), uur("13:00"), beschikbaar=True)
    assert werktijden_op(DAG, rooster, [extra]) == [(uur("09:00"), uur("17:00"))]
    tandarts = Uitzondering(uur("10:00"), uur("11:00"), beschikbaar=False)
    assert werktijden_op(DAG, rooster, [tandarts])[:2] == [(uur("09:00"), uur("10:00")), (uur("11:00"), uur("12:00"))]
    vakantie = Uitzondering(uur("12:00", 1), uur("12:00", 3), beschikbaar=False)
    assert werktijden_op(DAG, rooster, [vakantie]) == [(uur("09:00"), uur("12:00"))]
    assert werktijden_op(date(2026, 4, 2), rooster, [vakantie]) == []
    assert werktijden_op(date(2026, 4, 3), rooster, [vakantie]) == []


def test_vrije_momenten_passen_om_wat_er_staat() -> None:
    vensters = [(uur("09:00"), uur("11:00")), (uur("13:10"), uur("14:00"))]
    vorm = Blok(uur("08:00"), uur("08:30"), 15)
    bezet = [blok("09:45", "10:00")]
    momenten = [f"{moment:%H:%M}" for moment in vrije_momenten(vensters, bezet, vorm, 15)]
    assert momenten == ["09:00", "10:15", "10:30", "13:15", "13:30"]
    laat = Blok(uur("10:20"), uur("10:50"), 15)
    assert [f"{moment:%H:%M}" for moment in vrije_momenten(vensters[:1], bezet, laat, 15)] == ["10:30"]


@pytest.mark.regel("DEV-DIG-006")
@pytest.mark.parametrize(
    ("standaard", "gevraagd", "kan", "verwacht"),
    [
        pytest.param("fysiek", None, None, "fysiek", id="gewoon"),
        pytest.param("videobellen", None, None, "videobellen", id="digitaal-is-videobellen"),
        pytest.param("videobellen", None, True, "videobellen", id="digitaal-en-het-kan"),
        pytest.param("videobellen", None, False, "telefoon", id="digitaal-maar-geen-middelen"),
        pytest.param("videobellen", "fysiek", False, "fysiek", id="wat-gevraagd-is-gaat-voor"),
        pytest.param("fysiek", None, False, "fysiek", id="niet-digitaal-verandert-niets"),
    ],
)
def test_het_kanaal_komt_uit_het_beleid(standaard: str, gevraagd: str | None, kan: bool | None, verwacht: str) -> None:
    soort = AgendaSoort.KENNISMAKINGSGESPREK
    waarden = BELEID.kanaal_standaard.waarde | {soort: Gesprekskanaal(standaard)}  # type: ignore[operator]
    beleid = BELEID.model_copy(
        update={"kanaal_standaard": BELEID.kanaal_standaard.model_copy(update={"waarde": waarden})}
    )
    keuze = kies_kanaal(soort, Gesprekskanaal(gevraagd) if gevraagd else None, kan, beleid)
    assert keuze is Gesprekskanaal(verwacht)


@pytest.mark.regel("DEV-AAN-003")
def test_de_afspraak_inkomen_is_een_half_uur_aan_de_telefoon_met_een_kwartier_ertussen() -> None:
    assert (INKOMEN.duur.standaard, INKOMEN.duur.tussentijd) == (30, 15)
    assert kies_kanaal(AgendaSoort.AFSPRAAK_INKOMEN, None, None, BELEID) is Gesprekskanaal.TELEFOON
    assert regel_van_beleid(AgendaSoort.DRIEGESPREK, BELEID).naam == "driegesprek"
