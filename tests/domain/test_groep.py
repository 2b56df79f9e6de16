"""Groepsactiviteiten: form, length, size, rhythm and steps, with Deventer's own values per level of service."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from app.domain.beleid.model import Waarde
from app.domain.beleid.schakeling import VasteSchakeling
from app.domain.groep.beleid import GroepBeleid, Groepsregels, Stap
from app.domain.groep.soorten import Groepsoort, Momentvorm
from app.domain.groep.toetsen import (
    DeelnameFeiten,
    doelen,
    programma_minuten,
    stap_met_code,
    taak_individuele_begeleiding,
    toets_duur,
    toets_gedragsafspraken,
    toets_kennismaking,
    toets_onderdelen,
    toets_plaats,
    toets_ritme,
    toets_stap,
    toets_vorm,
    toetsen_deelname,
)
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Uitkomst, alle_voldaan
from tests.steun.beleid import vast_register

REGISTER = vast_register()
DAG = date(2026, 4, 7)
MAANDAG = date(2026, 4, 6)
JA, NEE, OPEN = Uitkomst.VOLDAAN, Uitkomst.NIET_VOLDAAN, Uitkomst.ONBEPAALD


def regels(soort: Groepsoort, *aan: str) -> Waarde[Groepsregels]:
    return REGISTER.met(VasteSchakeling(aan)).geldend(GroepBeleid, "GM0150", DAG).beleid.regels(soort)


def feiten(deelnemers: int = 0, *, gedrag: bool = True, kennismaking: bool | None = True) -> DeelnameFeiten:
    return DeelnameFeiten(deelnemers=deelnemers, gedragsafspraken=gedrag, kennismaking_gevoerd=kennismaking)


VOLLEDIG, DEELS = "volledige_lockdown", "gedeeltelijke_lockdown"


@pytest.mark.regel("DEV-DIG-028")
@pytest.mark.parametrize(
    ("minuten", "uitkomst"),
    [
        pytest.param(44, NEE, id="net-te-kort"),
        pytest.param(45, JA, id="kortste"),
        pytest.param(60, JA, id="langste"),
        pytest.param(61, NEE, id="net-te-lang"),
    ],
)
def test_een_online_workshop_duurt_45_tot_60_minuten(minuten: int, uitkomst: Uitkomst) -> None:
    for niveau in (VOLLEDIG, DEELS):
        assert toets_duur(Momentvorm.DIGITAAL, minuten, regels(Groepsoort.WORKSHOP, niveau)).uitkomst is uitkomst
    assert toets_duur(Momentvorm.FYSIEK, minuten, regels(Groepsoort.WORKSHOP, DEELS)).uitkomst is JA
    assert toets_duur(Momentvorm.DIGITAAL, minuten, regels(Groepsoort.WORKSHOP)).uitkomst is JA


@pytest.mark.regel("DEV-DIG-029")
def test_welke_vorm_kan_hangt_van_het_niveau_af() -> None:
    assert toets_vorm(Momentvorm.FYSIEK, regels(Groepsoort.WORKSHOP)).uitkomst is JA
    assert toets_vorm(Momentvorm.FYSIEK, regels(Groepsoort.WORKSHOP, DEELS)).uitkomst is JA
    assert toets_vorm(Momentvorm.FYSIEK, regels(Groepsoort.WORKSHOP, VOLLEDIG)).uitkomst is NEE
    assert toets_vorm(Momentvorm.EXTERN_DIGITAAL, regels(Groepsoort.WORKSHOP, VOLLEDIG)).uitkomst is JA


@pytest.mark.regel("DEV-DIG-028")
@pytest.mark.regel("DEV-DIG-031")
@pytest.mark.regel("DEV-DIG-035")
@pytest.mark.parametrize("soort", [Groepsoort.VERVOLGGROEP, Groepsoort.BEMIDDELINGSGROEP, Groepsoort.BRUG])
@pytest.mark.parametrize(("al", "uitkomst"), [(3, JA), (4, JA), (5, NEE), (6, NEE)])
def test_een_kleine_groep_heeft_hoogstens_vijf_deelnemers(soort: Groepsoort, al: int, uitkomst: Uitkomst) -> None:
    assert toets_plaats(feiten(al), regels(soort, VOLLEDIG)).uitkomst is uitkomst
    assert toets_plaats(feiten(al), regels(soort)).uitkomst is JA


@pytest.mark.regel("DEV-DIG-027")
def test_wie_online_meedoet_zegt_de_gedragsafspraken_toe() -> None:
    assert toets_gedragsafspraken(feiten(gedrag=False), (Momentvorm.DIGITAAL,)).uitkomst is NEE
    assert toets_gedragsafspraken(feiten(gedrag=True), (Momentvorm.DIGITAAL,)).uitkomst is JA
    assert toets_gedragsafspraken(feiten(gedrag=False), (Momentvorm.FYSIEK, Momentvorm.DIGITAAL)).uitkomst is JA


@pytest.mark.regel("DEV-DIG-027")
def test_wie_is_verwijderd_krijgt_individuele_begeleiding() -> None:
    taak = taak_individuele_begeleiding(Groepsoort.WORKSHOP, date(2026, 4, 2), 2)
    assert (taak.soort, taak.rol, taak.uiterste) == (
        "individuele_begeleiding_plannen",
        Rol.WERKCONSULENT,
        date(2026, 4, 8),
    )


@pytest.mark.regel("DEV-DIG-034")
def test_de_brug_begint_pas_na_de_kennismaking() -> None:
    brug = regels(Groepsoort.BRUG, VOLLEDIG)
    for gevoerd, uitkomst in ((True, JA), (False, NEE), (None, OPEN)):
        assert toets_kennismaking(feiten(kennismaking=gevoerd), brug).uitkomst is uitkomst
        assert toets_kennismaking(feiten(kennismaking=gevoerd), regels(Groepsoort.BRUG)).uitkomst is JA
    assert alle_voldaan(toetsen_deelname(feiten(), brug))
    assert not alle_voldaan(toetsen_deelname(feiten(kennismaking=False), brug))


@pytest.mark.regel("DEV-DIG-031")
@pytest.mark.parametrize(
    ("dagen", "uitkomst"),
    [
        pytest.param((-1, 0), NEE, id="een-ervan-in-de-week-ervoor"),
        pytest.param((0, 6), JA, id="maandag-en-zondag"),
        pytest.param((6, 7), NEE, id="een-ervan-in-de-week-erna"),
    ],
)
def test_bemiddeling_is_tweemaal_per_week(dagen: tuple[int, ...], uitkomst: Uitkomst) -> None:
    momenten = [MAANDAG + timedelta(days=n) for n in dagen]
    groep = regels(Groepsoort.BEMIDDELINGSGROEP, DEELS)
    assert toets_ritme(momenten, MAANDAG, groep).uitkomst is uitkomst
    assert toets_ritme([], MAANDAG, regels(Groepsoort.BEMIDDELINGSGROEP)).uitkomst is JA


@pytest.mark.regel("DEV-DIG-031")
@pytest.mark.regel("DEV-DIG-037")
def test_looptijd_en_einddoel() -> None:
    bemiddeling = doelen(DAG, regels(Groepsoort.BEMIDDELINGSGROEP, VOLLEDIG).waarde)
    assert (bemiddeling.einde, bemiddeling.doeldatum) == (date(2026, 6, 7), None)
    wekelijks = regels(Groepsoort.WERKEN_AAN_WERK, VOLLEDIG)
    assert (doelen(DAG, wekelijks.waarde).einde, doelen(DAG, wekelijks.waarde).doeldatum) == (None, date(2029, 4, 7))


@pytest.mark.regel("DEV-DIG-037")
def test_de_weekgroep_is_elke_week_een_uur() -> None:
    wekelijks = regels(Groepsoort.WERKEN_AAN_WERK, VOLLEDIG)
    assert [toets_duur(Momentvorm.DIGITAAL, n, wekelijks).uitkomst for n in (59, 60, 61)] == [NEE, JA, NEE]
    assert toets_ritme([], MAANDAG, wekelijks).uitkomst is NEE
    assert toets_ritme([MAANDAG], MAANDAG, wekelijks).uitkomst is JA


@pytest.mark.regel("DEV-DIG-035")
def test_de_digitale_brug_heeft_vier_fasen_van_vier_stappen() -> None:
    brug = regels(Groepsoort.BRUG, VOLLEDIG).waarde
    fasen: dict[str, list[Stap]] = {}
    for stap in brug.stappen:
        fasen.setdefault(stap.fase, []).append(stap)
    assert list(fasen) == ["wie_ben_ik", "wat_wil_ik", "wat_kan_ik", "wat_ga_ik_doen"]
    for stappen in fasen.values():
        assert [(s.samen, s.minuten_min, s.minuten_max) for s in stappen] == [
            (True, 60, 60), (False, 60, 60), (True, 60, 120), (False, 30, 30)
        ]  # fmt: skip
    hulpmiddelen = [stap.hulpmiddel for stap in brug.stappen if stap.hulpmiddel]
    assert hulpmiddelen == ["kernwaardenspel", "combinatiespel", "talentenanalyse", "plan_van_aanpak"]
    assert programma_minuten(brug) == (14 * 60, 18 * 60)


@pytest.mark.regel("DEV-DIG-035")
def test_een_opdracht_is_pas_af_met_het_resultaat() -> None:
    brug = regels(Groepsoort.BRUG, VOLLEDIG)
    opdracht, uitleg = (
        stap_met_code("wie_ben_ik_opdracht", brug.waarde),
        stap_met_code("wie_ben_ik_uitleg", brug.waarde),
    )
    assert opdracht is not None
    assert uitleg is not None
    assert stap_met_code("spook", brug.waarde) is None
    assert toets_stap(opdracht, None, brug.grondslag).uitkomst is NEE
    assert toets_stap(opdracht, "werkmap-12", brug.grondslag).uitkomst is JA
    assert toets_stap(uitleg, None, brug.grondslag).uitkomst is JA


def test_een_overgeslagen_onderdeel_is_een_signaal() -> None:
    terug = regels(Groepsoort.TERUGKOMMOMENT, VOLLEDIG)
    assert toets_onderdelen([], terug).feiten["ontbreekt"] == ("korte_pitches",)
    assert toets_onderdelen(["korte_pitches"], terug).uitkomst is JA


def test_een_stap_staat_er_niet_tweemaal_in() -> None:
    stap = Stap(code="a", fase="b", samen=True, minuten_min=1, minuten_max=1)
    with pytest.raises(ValidationError, match="tweemaal"):
        Groepsregels(vormen=(Momentvorm.FYSIEK,), stappen=(stap, stap))
