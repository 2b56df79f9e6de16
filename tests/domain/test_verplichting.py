"""The bounds of an ontheffing and of a nadere verplichting, and the days of their signals."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.kern.grondslag import pw
from app.domain.kern.periode import Periode
from app.domain.kern.toets import Uitkomst, niet_voldaan
from app.domain.verplichting import einde
from app.domain.verplichting.beleid import VerplichtingBeleid
from app.domain.verplichting.feiten import (
    NadereFeiten,
    Nadereplicht,
    OntheffingFeiten,
    Ontheffingsoort,
    Onthevenplicht,
    StaandeOntheffing,
    Stand,
    grondslag_van,
    stand_op,
)
from app.domain.verplichting.toetsen import (
    gold_voor,
    toetsen_nadere,
    toetsen_ontheffing,
    vijfde_verjaardag,
)
from tests.steun.beleid import vast_register

BELEID = vast_register().geldend(VerplichtingBeleid, "GM0150", date(2026, 3, 31)).beleid
ARBEID, TEGEN = Onthevenplicht.ARBEID, Onthevenplicht.TEGENPRESTATIE
REINTEGRATIE = Onthevenplicht.REINTEGRATIE
VAN = date(2026, 4, 1)


def ontheffing(**anders: Any) -> OntheffingFeiten:
    vast: dict[str, Any] = {
        "soort": Ontheffingsoort.TIJDELIJK, "regime": "PW", "gekozen": frozenset({ARBEID}),
        "periode": Periode(van=VAN, tot=date(2027, 4, 1)), "besluit_datum": date(2026, 3, 30),
        "alleenstaande_ouder": True,
    }  # fmt: skip
    return OntheffingFeiten(**(vast | anders))


def ouder(tot: date | None = date(2030, 6, 1), **anders: Any) -> OntheffingFeiten:
    vast: dict[str, Any] = {
        "soort": Ontheffingsoort.ALLEENSTAANDE_OUDER, "gekozen": frozenset(),
        "periode": Periode(van=VAN, tot=tot), "kind_geboren_op": date(2025, 6, 1),
    }  # fmt: skip
    return ontheffing(**(vast | anders))


def staand(soort: Ontheffingsoort, van: date, tot: date | None, *plichten: Onthevenplicht) -> StaandeOntheffing:
    return StaandeOntheffing(soort=soort, plichten=frozenset(plichten), periode=Periode(van=van, tot=tot))


DUURZAAM = Ontheffingsoort.DUURZAAM
EERDER = staand(Ontheffingsoort.TIJDELIJK, date(2025, 1, 1), VAN, ARBEID)


@pytest.mark.parametrize(
    ("feiten", "mis"),
    [
        pytest.param(ontheffing(), [], id="tijdelijk-van-de-arbeidsplicht"),
        pytest.param(ontheffing(gekozen=frozenset({ARBEID, TEGEN})), [], id="tijdelijk-van-a-en-c"),
        pytest.param(ontheffing(gekozen=frozenset({REINTEGRATIE})), ["ontheven_plichten"], id="niet-van-b"),
        pytest.param(ontheffing(gekozen=frozenset()), ["ontheven_plichten"], id="van-niets"),
        pytest.param(ontheffing(periode=Periode(van=VAN)), ["einde_past_bij_grond"], id="tijdelijk-zonder-einde"),
        pytest.param(ontheffing(soort=DUURZAAM, gekozen=frozenset(), periode=Periode(van=VAN)), [], id="duurzaam"),
        pytest.param(
            ontheffing(soort=DUURZAAM, gekozen=frozenset(Onthevenplicht), periode=Periode(van=VAN)),
            [],
            id="duurzaam-met-alle-plichten-genoemd",
        ),
        pytest.param(
            ontheffing(soort=DUURZAAM), ["ontheven_plichten", "einde_past_bij_grond"], id="duurzaam-met-einde"
        ),
        pytest.param(ontheffing(andere=(EERDER,)), [], id="sluit-aan-op-de-vorige"),
        pytest.param(
            ontheffing(andere=(staand(Ontheffingsoort.TIJDELIJK, date(2025, 1, 1), date(2026, 4, 2), ARBEID),)),
            ["geen_overlap"],
            id="een-dag-overlap",
        ),
        pytest.param(ontheffing(andere=(staand(Ontheffingsoort.TIJDELIJK, VAN, None, TEGEN),)), [], id="andere-plicht"),
        pytest.param(ouder(), [], id="ouder-tot-de-vijfde-verjaardag"),
        pytest.param(ouder(date(2030, 6, 2)), ["jong_kind"], id="ouder-een-dag-te-lang"),
        pytest.param(ouder(kind_geboren_op=VAN, tot=date(2031, 4, 1)), [], id="vijf-jaar-precies"),
        pytest.param(
            ouder(kind_geboren_op=VAN, tot=date(2031, 4, 2)), ["jong_kind", "duur_binnen_grens"], id="langer-dan-vijf"
        ),
        pytest.param(ouder(kind_geboren_op=date(2026, 4, 2)), ["jong_kind"], id="kind-nog-niet-geboren"),
        pytest.param(ouder(kind_geboren_op=None), ["jong_kind"], id="kind-niet-bekend"),
        pytest.param(ouder(None), ["einde_past_bij_grond", "jong_kind", "duur_binnen_grens"], id="ouder-zonder-einde"),
        pytest.param(ouder(alleenstaande_ouder=False), ["alleenstaande_ouder"], id="geen-alleenstaande-ouder"),
        pytest.param(
            ouder(andere=(staand(Ontheffingsoort.ALLEENSTAANDE_OUDER, date(2020, 1, 1), date(2021, 1, 1), ARBEID),)),
            ["eenmalig"],
            id="tweede-keer",
        ),
    ],
)
def test_grenzen_van_een_ontheffing(feiten: OntheffingFeiten, mis: list[str]) -> None:
    assert [toets.voorwaarde for toets in niet_voldaan(toetsen_ontheffing(feiten, BELEID))] == mis


def test_een_onbekend_kind_wordt_niet_geraden() -> None:
    [toets] = niet_voldaan(toetsen_ontheffing(ouder(kind_geboren_op=None), BELEID))
    assert toets.uitkomst is Uitkomst.ONBEPAALD


def test_wie_op_29_februari_is_geboren_wordt_op_1_maart_vijf() -> None:
    assert vijfde_verjaardag(date(2024, 2, 29), BELEID) == date(2029, 3, 1)


def test_het_artikel_van_elk_regime() -> None:
    assert str(grondslag_van(DUURZAAM, "PW")) == "artikel 9, lid 5, Participatiewet"
    assert str(grondslag_van(DUURZAAM, "IOAW")) == "artikel 37a, IOAW"
    assert str(grondslag_van(Ontheffingsoort.ALLEENSTAANDE_OUDER, "IOAZ")) == "artikel 38, IOAZ"


def nadere(**anders: Any) -> NadereFeiten:
    vast: dict[str, Any] = {
        "soort": Nadereplicht.ARBEIDSINSCHAKELING, "regime": "PW", "periode": Periode(van=VAN), "besluit_datum": VAN,
    }  # fmt: skip
    return NadereFeiten(**(vast | anders))


@pytest.mark.parametrize(
    ("feiten", "mis"),
    [
        pytest.param(nadere(), [], id="vanaf-de-dag-van-het-besluit"),
        pytest.param(nadere(besluit_datum=date(2026, 4, 2)), ["niet_voor_besluit"], id="met-terugwerkende-kracht"),
        pytest.param(nadere(regime="IOAW"), ["regime_participatiewet"], id="ioaw-kent-artikel-55-niet"),
        pytest.param(nadere(soort=Nadereplicht.MEDISCHE_BEHANDELING), ["advies_arts"], id="zonder-arts"),
        pytest.param(nadere(soort=Nadereplicht.MEDISCHE_BEHANDELING, advies_arts_op=VAN), [], id="met-arts"),
        pytest.param(nadere(advies_arts_op=date(2026, 4, 2)), ["advies_arts"], id="arts-na-besluit"),
    ],
)
def test_grenzen_van_een_nadere_verplichting(feiten: NadereFeiten, mis: list[str]) -> None:
    assert [toets.voorwaarde for toets in niet_voldaan(toetsen_nadere(feiten))] == mis


@pytest.mark.parametrize(
    ("gedraging", "besluit", "gold"),
    [
        pytest.param(date(2026, 3, 31), date(2026, 3, 30), False, id="dag-voor-het-begin"),
        pytest.param(date(2026, 4, 1), date(2026, 3, 30), True, id="eerste-dag"),
        pytest.param(date(2026, 4, 1), date(2026, 4, 1), False, id="opgelegd-op-de-dag-zelf"),
        pytest.param(date(2026, 6, 30), date(2026, 3, 30), True, id="laatste-dag"),
        pytest.param(date(2026, 7, 1), date(2026, 3, 30), False, id="eerste-dag-zonder"),
    ],
)
def test_de_verplichting_moet_er_voor_de_gedraging_zijn(gedraging: date, besluit: date, gold: bool) -> None:
    assert gold_voor(gedraging, VAN, date(2026, 7, 1), besluit) is gold
    assert gold_voor(gedraging, VAN, None, date(2026, 3, 30)) is (gedraging >= VAN)


@pytest.mark.parametrize(
    ("dag", "stand"),
    [
        pytest.param(date(2026, 3, 31), Stand.KOMEND, id="dag-ervoor"),
        pytest.param(VAN, Stand.LOPEND, id="eerste-dag"),
        pytest.param(date(2026, 4, 30), Stand.LOPEND, id="laatste-dag"),
        pytest.param(date(2026, 5, 1), Stand.AFGELOPEN, id="dag-erna"),
    ],
)
def test_stand(dag: date, stand: Stand) -> None:
    assert stand_op(dag, VAN, date(2026, 5, 1), ingetrokken=False) is stand
    assert stand_op(dag, VAN, None, ingetrokken=False) is (Stand.KOMEND if dag < VAN else Stand.LOPEND)
    assert stand_op(dag, VAN, None, ingetrokken=True) is Stand.INGETROKKEN


def test_drie_maanden_voor_het_einde_een_signaal() -> None:
    tot = date(2027, 4, 1)
    assert einde.signaaldag(tot, BELEID) == date(2027, 1, 1)
    assert einde.signaaldag(date(2026, 5, 31), BELEID) == date(2026, 2, 28)
    taak = einde.eindetaak(einde.Eindesoort.TAALEIS, tot, pw("18b"))
    assert (taak.soort, taak.uiterste) == ("taaleisontheffing_eindigt", date(2027, 3, 31))
    assert taak.waarom.endswith("31 maart 2027.")


def test_plan_en_herbeoordeling_van_een_alleenstaande_ouder() -> None:
    assert einde.plantaak(VAN, BELEID).uiterste == date(2026, 10, 1)
    taak = einde.herbeoordeling(VAN, date(2026, 10, 2), BELEID)
    assert taak is not None
    assert (taak.uiterste, einde.herbeoordelen_vanaf(taak, BELEID)) == (date(2026, 10, 1), date(2026, 9, 1))
    assert einde.herbeoordeling(VAN, date(2026, 10, 1), BELEID) is None, "dan is de ontheffing al voorbij"
    assert einde.herzientaak(VAN, BELEID).uiterste == date(2026, 5, 1)
