"""Plan: what is missing to sign, soft limits, validity and versions."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.leefgebied import Leefgebied
from app.domain.kern.toets import Uitkomst, niet_voldaan
from app.domain.plan.beleid import PlanBeleid
from app.domain.plan.feiten import Actie, Doel, Ondertekening, Ondertekenwijze, PlanFeiten, PlanSoort
from app.domain.plan.soort import is_geldig, is_gewijzigd, plansoorten, routekaart_geldig_tot
from app.domain.plan.toetsen import (
    toets_ondertekening,
    toets_plan,
    toets_vrije_deelname,
    toetsen_taaldoel,
    waarschuwingen,
)
from tests.steun.beleid import vast_register

DAG = date(2026, 4, 16)
BELEID = vast_register().geldend(PlanBeleid, "GM0150", DAG).beleid
M, G, F, Z = Klantgroep.MATCHEN, Klantgroep.GROEIEN, Klantgroep.FACILITEREN, Klantgroep.ZORGEN
DOEL = Doel(
    omschrijving="Ik wil overdag iets te doen hebben.",
    leefgebieden=(Leefgebied.WERK_EN_ACTIVITEITEN,),
    acties=(Actie(wat="Workshop solliciteren", wie="klant", uiterlijk=date(2026, 4, 30)),),
)
ROUTEKAART = PlanFeiten(
    soort=PlanSoort.ROUTEKAART,
    klantgroep=M,
    opgesteld_op=DAG,
    doelen=(DOEL,),
    verplichtingen=("Deelnemen aan de workshops van de routekaart.",),
    evaluatie_op=date(2026, 5, 14),
    verzuimregels_uitgereikt_op=DAG,
)
EIGEN_PLAN = {"soort": PlanSoort.MIJN_DOEL_ACTIEPLAN, "verplichtingen": (), "verzuimregels_uitgereikt_op": None}
HANDTEKENING = Ondertekening(wijze=Ondertekenwijze.PAPIER, datum=DAG, bewijs="document-1")


def mis(**anders: object) -> list[str]:
    return [t.voorwaarde for t in niet_voldaan(toets_plan(ROUTEKAART.model_copy(update=anders), BELEID))]


@pytest.mark.regel("DEV-PVA-001", "DEV-PVA-501")
@pytest.mark.parametrize(
    ("groep", "jongere", "soorten"),
    [
        pytest.param(M, False, {PlanSoort.ROUTEKAART, PlanSoort.KORT_PLAN}, id="matchen"),
        pytest.param(G, False, {PlanSoort.ACTIEPLAN}, id="groeien"),
        pytest.param(G, True, {PlanSoort.ACTIEPLAN, PlanSoort.BIJLAGE_BESCHIKKING}, id="groeien-jongere"),
        pytest.param(F, False, {PlanSoort.MIJN_DOEL_ACTIEPLAN}, id="faciliteren"),
        pytest.param(Z, False, {PlanSoort.MIJN_DOEL_ACTIEPLAN}, id="zorgen"),
    ],
)
def test_plansoort_per_fase(groep: Klantgroep, jongere: bool, soorten: set[PlanSoort]) -> None:
    assert plansoorten(groep, jongere) == soorten


@pytest.mark.regel("DEV-PVA-001", "DEV-PVA-501", "DEV-PVA-503", "DEV-PVA-507")
@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        pytest.param({}, [], id="compleet"),
        pytest.param({"soort": PlanSoort.ACTIEPLAN}, ["plansoort_past"], id="soort-van-andere-fase"),
        pytest.param({"doelen": ()}, ["doel_aanwezig"], id="geen-doel"),
        pytest.param(
            {"doelen": (DOEL.model_copy(update={"leefgebieden": ()}),)}, ["doel_met_leefgebied"], id="geen-leefgebied"
        ),
        pytest.param({"doelen": (DOEL.model_copy(update={"acties": ()}),)}, ["doel_met_acties"], id="geen-actie"),
        pytest.param(
            {"doelen": (DOEL.model_copy(update={"acties": (Actie(wat="Iets", wie="klant"),)}),)},
            ["doel_met_acties"],
            id="actie-zonder-datum",
        ),
        pytest.param(
            {"doelen": (DOEL.model_copy(update={"acties": (Actie(wat="Iets", uiterlijk=DAG),)}),)},
            ["doel_met_acties"],
            id="actie-zonder-wie",
        ),
        pytest.param({"verplichtingen": ()}, ["verplichtingen_genoemd"], id="geen-verplichtingen"),
        pytest.param({"evaluatie_op": None}, ["evaluatie_gepland"], id="geen-evaluatie"),
        pytest.param({"evaluatie_op": DAG}, ["evaluatie_gepland"], id="evaluatie-zelfde-dag"),
        pytest.param({"evaluatie_op": date(2026, 4, 17)}, [], id="evaluatie-dag-erna"),
        pytest.param({"verzuimregels_uitgereikt_op": None}, ["verzuimregels_uitgereikt"], id="matchen-verzuimregels"),
        pytest.param({**EIGEN_PLAN, "klantgroep": F}, [], id="faciliteren-zonder-plichten"),
        pytest.param({**EIGEN_PLAN, "klantgroep": Z}, [], id="zorgen-zonder-plichten"),
    ],
)
def test_wat_ontbreekt_om_te_tekenen(anders: dict[str, object], fout: list[str]) -> None:
    assert mis(**anders) == fout


@pytest.mark.regel("DEV-PVA-502")
@pytest.mark.parametrize(
    ("groep", "aantal", "let_op"),
    [
        pytest.param(F, 1, True, id="faciliteren-1"),
        pytest.param(F, 2, True, id="faciliteren-2"),
        pytest.param(F, 3, False, id="faciliteren-3"),
        pytest.param(F, 4, True, id="faciliteren-4"),
        pytest.param(Z, 1, False, id="zorgen-1"),
        pytest.param(Z, 4, False, id="zorgen-4"),
        pytest.param(Z, 5, True, id="zorgen-5"),
        pytest.param(M, 5, False, id="matchen-5"),
    ],
)
def test_aantal_doelen_waarschuwt_en_weigert_nooit(groep: Klantgroep, aantal: int, let_op: bool) -> None:
    plan = ROUTEKAART.model_copy(update={"klantgroep": groep, "doelen": (DOEL,) * aantal})
    assert bool(waarschuwingen(plan, BELEID)) is let_op
    assert "aantal_doelen" not in [t.voorwaarde for t in toets_plan(plan, BELEID)]


@pytest.mark.regel("DEV-KIC-003")
@pytest.mark.parametrize(
    ("datum", "bewijs", "fout"),
    [
        pytest.param(date(2026, 4, 15), "mail-1", ["ondertekend_na_opstellen"], id="dag-voor-opstellen"),
        pytest.param(DAG, "mail-1", [], id="dag-van-opstellen"),
        pytest.param(date(2026, 4, 17), "mail-1", [], id="dag-na-opstellen"),
        pytest.param(DAG, None, ["bewijs_ondertekening"], id="zonder-bewijs"),
    ],
)
def test_ondertekening_met_bewijs(datum: date, bewijs: str | None, fout: list[str]) -> None:
    ondertekening = Ondertekening(wijze=Ondertekenwijze.EMAIL, datum=datum, bewijs=bewijs)
    assert [t.voorwaarde for t in niet_voldaan(toets_ondertekening(ROUTEKAART, ondertekening))] == fout


@pytest.mark.regel("DEV-KIC-003", "DEV-PVA-001")
@pytest.mark.parametrize(
    ("dag", "geldig"),
    [
        pytest.param(date(2026, 4, 15), False, id="dag-voor-ondertekening"),
        pytest.param(date(2026, 4, 16), True, id="dag-van-ondertekening"),
        pytest.param(date(2026, 5, 13), True, id="laatste-dag"),
        pytest.param(date(2026, 5, 14), False, id="vier-weken-later"),
    ],
)
def test_routekaart_geldt_vier_weken(dag: date, geldig: bool) -> None:
    assert routekaart_geldig_tot(DAG, BELEID) == date(2026, 5, 14)
    assert is_geldig(PlanSoort.ROUTEKAART, HANDTEKENING.datum, dag, BELEID) is geldig


def test_een_ander_plan_verloopt_niet() -> None:
    assert is_geldig(PlanSoort.KORT_PLAN, HANDTEKENING.datum, date(2027, 4, 16), BELEID)


def test_alleen_gewijzigde_inhoud_geeft_een_nieuwe_versie() -> None:
    assert not is_gewijzigd(ROUTEKAART, ROUTEKAART.model_copy(update={"opgesteld_op": date(2026, 5, 1)}))
    assert is_gewijzigd(ROUTEKAART, ROUTEKAART.model_copy(update={"doelen": (DOEL, DOEL)}))
    assert is_gewijzigd(ROUTEKAART, ROUTEKAART.model_copy(update={"evaluatie_op": date(2026, 6, 1)}))


@pytest.mark.regel("DEV-KGR-513")
@pytest.mark.parametrize(
    ("groep", "verplichtingen", "uitkomst"),
    [
        pytest.param(Klantgroep.ZORGEN, ("voorziening_gebruiken",), Uitkomst.NIET_VOLDAAN, id="zorgen-voorziening"),
        pytest.param(Klantgroep.ZORGEN, ("workshops_volgen",), Uitkomst.NIET_VOLDAAN, id="zorgen-workshops"),
        pytest.param(Klantgroep.ZORGEN, ("verschijnen_op_afspraken",), Uitkomst.VOLDAAN, id="zorgen-verschijnen"),
        pytest.param(Klantgroep.ZORGEN, (), Uitkomst.VOLDAAN, id="zorgen-niets"),
        pytest.param(Klantgroep.FACILITEREN, ("voorziening_gebruiken",), Uitkomst.VOLDAAN, id="faciliteren"),
    ],
)
def test_in_zorgen_verplicht_een_plan_niet_tot_meedoen(
    groep: Klantgroep, verplichtingen: tuple[str, ...], uitkomst: Uitkomst
) -> None:
    feiten = PlanFeiten(
        soort=PlanSoort.MIJN_DOEL_ACTIEPLAN,
        klantgroep=groep,
        opgesteld_op=date(2026, 4, 7),
        verplichtingen=verplichtingen,
    )
    assert toets_vrije_deelname(feiten).uitkomst is uitkomst


@pytest.mark.regel("DEV-TAA-505", "DEV-TAA-514")
@pytest.mark.parametrize(
    ("taaleis", "doeltype", "acties", "mist"),
    [
        pytest.param(None, None, 1, False, id="niets-te-doen"),
        pytest.param("taaleis_onbekend", None, 1, True, id="onbekend-zonder-doel"),
        pytest.param("taaleis_onbekend", "duidelijkheid_taaleis", 1, False, id="onbekend-duidelijkheid"),
        pytest.param("taaleis_onbekend", "taaleis_referentieniveau", 1, False, id="onbekend-taaldoel-kan-ook"),
        pytest.param("taaleis_plicht", "duidelijkheid_taaleis", 1, True, id="plicht-duidelijkheid-is-te-weinig"),
        pytest.param("taaleis_plicht", "taaleis_referentieniveau", 1, False, id="plicht-taaldoel"),
        pytest.param("taaleis_plicht", "taaleis_referentieniveau", 0, True, id="plicht-zonder-activiteit"),
    ],
)
def test_het_doel_dat_de_taaleis_vraagt(taaleis: str | None, doeltype: str | None, acties: int, mist: bool) -> None:
    doel = Doel(omschrijving="Nederlands", doeltype=doeltype, acties=(Actie(wat="Les"),) * acties)
    feiten = ROUTEKAART.model_copy(update={"taaleis": taaleis, "doelen": (doel,)})
    assert bool(niet_voldaan(toetsen_taaldoel(feiten))) is mist
