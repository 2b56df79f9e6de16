import tomllib
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

import app
from app.domain.beleid.model import Herkomst
from app.domain.kern.fouten import BeleidOntbreekt
from app.domain.kern.grondslag import pw
from app.domain.kern.norm import (
    AowBeleid,
    Leeftijdsgroep,
    Leefvorm,
    NormBeleid,
    NormFeiten,
    bijstandsnorm,
    is_pensioengerechtigd,
    leeftijdsgroep,
)

ALLEEN, OUDER, GEHUWD = Leefvorm.ALLEENSTAANDE, Leefvorm.ALLEENSTAANDE_OUDER, Leefvorm.GEHUWD
JONG, MIDDEN, AOW = Leeftijdsgroep.VAN_18_TM_20, Leeftijdsgroep.VAN_21_TOT_AOW, Leeftijdsgroep.AOW


@cache
def versies(soort: str) -> list[dict[str, Any]]:
    pad = Path(next(iter(app.__path__))) / "beleid" / "NL" / f"{soort}.toml"
    gelezen: list[dict[str, Any]] = tomllib.loads(pad.read_text(encoding="utf-8"))["versie"]
    return gelezen


def waarden(soort: str, dag: date) -> dict[str, Any] | None:
    return next((v["waarden"] for v in versies(soort) if v["van"] <= dag < v["tot"]), None)


def norm(dag: date) -> NormBeleid:
    return NormBeleid.model_validate(waarden("norm", dag))


def aow(dag: date) -> AowBeleid:
    return AowBeleid.model_validate(waarden("aow", dag))


def feiten(leefvorm: Leefvorm, groep: Leeftijdsgroep, partner: Leeftijdsgroep | None = None, n: int = 0) -> NormFeiten:
    return NormFeiten(
        leefvorm=leefvorm, leeftijdsgroep=groep, partner_leeftijdsgroep=partner, kostendelende_medebewoners=n
    )


@pytest.mark.parametrize(
    ("dag", "alleenstaande", "gehuwd"),
    [
        pytest.param(date(2019, 6, 30), 102555, 146507, id="2019-laatste-dag"),
        pytest.param(date(2020, 1, 1), 105232, 150331, id="2020-de-bedragen-van-het-handboek"),
        pytest.param(date(2020, 6, 30), 105232, 150331, id="2020-dag-voor-1-juli"),
        pytest.param(date(2020, 7, 1), 105903, 151290, id="2020-1-juli"),
        pytest.param(date(2025, 12, 31), 136906, 195580, id="2025-oudjaar"),
        pytest.param(date(2026, 1, 1), 140150, 200213, id="2026-nieuwjaar"),
        pytest.param(date(2026, 6, 30), 140150, 200213, id="2026-dag-voor-1-juli"),
        pytest.param(date(2026, 7, 1), 141946, 202779, id="2026-1-juli"),
    ],
)
def test_norm_per_halfjaar(dag: date, alleenstaande: int, gehuwd: int) -> None:
    assert bijstandsnorm(feiten(ALLEEN, MIDDEN), norm(dag)).bedrag == alleenstaande
    assert bijstandsnorm(feiten(GEHUWD, MIDDEN, MIDDEN), norm(dag)).bedrag == gehuwd


@pytest.mark.parametrize(
    "dag",
    [
        pytest.param(date(2018, 12, 31), id="voor-de-eerste"),
        pytest.param(date(2019, 7, 1), id="2019-tweede-halfjaar-eerste-dag"),
        pytest.param(date(2019, 12, 31), id="2019-tweede-halfjaar-laatste-dag"),
        pytest.param(date(2027, 1, 1), id="na-de-laatste"),
    ],
)
def test_halfjaar_zonder_bedragen_is_een_gat(dag: date) -> None:
    assert waarden("norm", dag) is None


@pytest.mark.parametrize(
    ("wie", "bedrag", "grondslag"),
    [
        pytest.param(feiten(ALLEEN, JONG), 34599, pw("20", "1", "a"), id="alleenstaande-18-tm-20"),
        pytest.param(feiten(OUDER, JONG), 34599, pw("20", "2", "a"), id="alleenstaande-ouder-18-tm-20"),
        pytest.param(feiten(ALLEEN, JONG, n=3), 34599, pw("20", "1", "a"), id="kostendelers-tellen-niet-onder-21"),
        pytest.param(feiten(ALLEEN, MIDDEN), 140150, pw("21", onderdeel="a"), id="alleenstaande"),
        pytest.param(feiten(OUDER, MIDDEN), 140150, pw("21", onderdeel="a"), id="alleenstaande-ouder"),
        pytest.param(feiten(GEHUWD, MIDDEN, MIDDEN), 200213, pw("21", onderdeel="b"), id="gehuwd"),
        pytest.param(feiten(ALLEEN, AOW), 156469, pw("22", onderdeel="a"), id="alleenstaande-aow"),
        pytest.param(feiten(GEHUWD, AOW, AOW), 214416, pw("22", onderdeel="b"), id="gehuwd-beiden-aow"),
        pytest.param(feiten(GEHUWD, MIDDEN, AOW), 214416, pw("22", onderdeel="c"), id="gehuwd-partner-aow"),
    ],
)
def test_norm_naar_leefvorm_en_leeftijd(wie: NormFeiten, bedrag: int, grondslag: object) -> None:
    uitkomst = bijstandsnorm(wie, norm(date(2026, 1, 1)))
    assert uitkomst.bedrag == bedrag
    assert uitkomst.grondslag == grondslag
    assert uitkomst.herkomst is Herkomst.VASTGESTELD


@pytest.mark.parametrize(
    ("medebewoners", "bedrag"),
    [
        pytest.param(0, 130845, id="alleen-geen-kostendelersnorm"),
        pytest.param(1, 93461, id="twee-personen"),
        pytest.param(2, 80999, id="drie-personen"),
        pytest.param(3, 74768, id="vier-personen"),
        pytest.param(4, 71030, id="vijf-personen"),
        pytest.param(5, 68538, id="zes-personen"),
    ],
)
def test_kostendelersnorm_2024_07(medebewoners: int, bedrag: int) -> None:
    assert bijstandsnorm(feiten(ALLEEN, MIDDEN, n=medebewoners), norm(date(2024, 7, 1))).bedrag == bedrag


@pytest.mark.parametrize(
    ("wie", "bedrag", "lid"),
    [
        pytest.param(feiten(GEHUWD, MIDDEN, MIDDEN, 1), 2 * 80999, "2", id="gehuwd-met-een-is-drie-personen"),
        pytest.param(feiten(GEHUWD, MIDDEN, AOW, 1), 2 * 85654, "2", id="gehuwd-partner-aow"),
        pytest.param(feiten(ALLEEN, AOW, None, 1), 98832, "1", id="alleenstaande-aow"),
    ],
)
def test_kostendelersnorm_van_stellen_en_ouderen(wie: NormFeiten, bedrag: int, lid: str) -> None:
    uitkomst = bijstandsnorm(wie, norm(date(2024, 7, 1)))
    assert uitkomst.bedrag == bedrag
    assert uitkomst.grondslag == pw("22a", lid)


def test_norm_legt_zichzelf_uit() -> None:
    alleen = bijstandsnorm(feiten(ALLEEN, MIDDEN), norm(date(2026, 7, 1)))
    assert alleen.toelichting == (
        "De norm voor een alleenstaande (ouder): € 1.419,46 per maand, vakantietoeslag inbegrepen."
    )
    assert alleen.vakantietoeslag == 6813
    samen = bijstandsnorm(feiten(GEHUWD, MIDDEN, MIDDEN, 1), norm(date(2024, 7, 1)))
    assert "bij 3 personen: € 809,99 per persoon van de norm voor gehuwden van € 1.869,21" in samen.toelichting


def test_onbekend_bedrag_is_nooit_nul() -> None:
    with pytest.raises(BeleidOntbreekt, match="artikel 20, lid 1, onderdeel a, Participatiewet") as fout:
        bijstandsnorm(feiten(ALLEEN, JONG), norm(date(2022, 1, 1)))
    assert "niet in een officiële bron gezien" in fout.value.melding
    zonder_reden = norm(date(2022, 1, 1)).model_copy(
        update={"gehuwden_aow": norm(date(2022, 1, 1)).gehuwden_aow.model_copy(update={"waarde": None})}
    )
    with pytest.raises(BeleidOntbreekt, match=r"niet bekend\.$"):
        bijstandsnorm(feiten(ALLEEN, AOW, n=1), zonder_reden)


def test_jong_stel_heeft_geen_ingelezen_bedrag() -> None:
    with pytest.raises(BeleidOntbreekt, match="18, 19 of 20"):
        bijstandsnorm(feiten(GEHUWD, MIDDEN, JONG), norm(date(2026, 1, 1)))


def test_berekend_bedrag_is_onbevestigd() -> None:
    assert bijstandsnorm(feiten(ALLEEN, MIDDEN), norm(date(2025, 1, 1))).herkomst is Herkomst.ONBEVESTIGD
    assert bijstandsnorm(feiten(GEHUWD, MIDDEN, MIDDEN), norm(date(2025, 1, 1))).herkomst is Herkomst.VASTGESTELD


@pytest.mark.parametrize(
    ("leefvorm", "partner"), [pytest.param(GEHUWD, None, id="zonder"), pytest.param(ALLEEN, MIDDEN, id="met")]
)
def test_partner_hoort_alleen_bij_gehuwden(leefvorm: Leefvorm, partner: Leeftijdsgroep | None) -> None:
    with pytest.raises(ValidationError, match="partner hoort bij gehuwden"):
        feiten(leefvorm, MIDDEN, partner)


@pytest.mark.parametrize(
    ("geboren", "dag", "groep"),
    [
        pytest.param(date(2008, 3, 10), date(2026, 3, 10), JONG, id="18e-verjaardag"),
        pytest.param(date(2005, 3, 10), date(2026, 3, 9), JONG, id="dag-voor-21"),
        pytest.param(date(2005, 3, 10), date(2026, 3, 10), MIDDEN, id="21e-verjaardag"),
        pytest.param(date(2005, 3, 10), date(2026, 3, 11), MIDDEN, id="dag-na-21"),
        pytest.param(date(1959, 3, 10), date(2026, 3, 9), MIDDEN, id="dag-voor-67"),
        pytest.param(date(1959, 3, 10), date(2026, 3, 10), AOW, id="67e-verjaardag"),
        pytest.param(date(1959, 3, 10), date(2026, 3, 11), AOW, id="dag-na-67"),
    ],
)
def test_leeftijdsgroep(geboren: date, dag: date, groep: Leeftijdsgroep) -> None:
    assert leeftijdsgroep(geboren, dag, aow(dag)) is groep


def test_minderjarige_heeft_geen_norm() -> None:
    with pytest.raises(BeleidOntbreekt, match="jonger dan 18"):
        leeftijdsgroep(date(2008, 3, 10), date(2026, 3, 9), aow(date(2026, 3, 9)))


@pytest.mark.parametrize(
    ("geboren", "dag", "bereikt"),
    [
        pytest.param(date(1955, 8, 31), date(2021, 12, 30), False, id="2021-dag-voor-66-en-4-maanden"),
        pytest.param(date(1955, 8, 31), date(2021, 12, 31), True, id="2021-laatste-dag-66-en-4-maanden"),
        pytest.param(date(1955, 8, 31), date(2022, 1, 1), True, id="2022-wie-de-aow-al-had-houdt-haar"),
        pytest.param(date(1955, 9, 1), date(2022, 3, 31), False, id="2022-dag-voor-66-en-7-maanden"),
        pytest.param(date(1955, 9, 1), date(2022, 4, 1), True, id="2022-66-en-7-maanden"),
    ],
)
def test_aow_leeftijd_schuift_per_jaar(geboren: date, dag: date, bereikt: bool) -> None:
    assert is_pensioengerechtigd(geboren, dag, aow(dag)) is bereikt


@pytest.mark.parametrize("jaar", range(2020, 2029))
def test_geboren_voor_sluit_aan_op_het_vorige_jaar(jaar: int) -> None:
    oudjaar = date(jaar - 1, 12, 31)
    grens = aow(date(jaar, 1, 1)).geboren_voor.waarde
    assert is_pensioengerechtigd(grens - timedelta(days=1), oudjaar, aow(oudjaar))
    assert not is_pensioengerechtigd(grens, oudjaar, aow(oudjaar))


@pytest.mark.parametrize("soort", ["norm", "aow"])
def test_versies_sluiten_zonder_overlap_op_elkaar_aan(soort: str) -> None:
    perioden = [(v["van"], v["tot"]) for v in versies(soort)]
    gaten = [(eind, begin) for (_, eind), (begin, _) in pairwise(perioden) if eind != begin]
    assert gaten == ([(date(2019, 7, 1), date(2020, 1, 1))] if soort == "norm" else [])
