"""The taaleis: status from evidence and tests, and which taken and terms follow."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Uitkomst, niet_voldaan
from app.domain.taaleis.dossier import Taaldossier
from app.domain.taaleis.regels import leid_af, toets_check, voorwaarden
from app.domain.taaleis.soorten import lees_feit
from app.domain.taaleis.status import Taalstatus, bepaal_status, vraagt
from app.domain.taaleis.taken import Taaltaak, taken, vervolggesprek_op
from app.domain.taaleis.termijnen import lopende_termijnen, vooruitblik
from tests.steun.taaleis import (
    AANMELDING,
    BELEID,
    BEREID,
    BESPROKEN,
    CHECK,
    NIET_BEREID,
    OP_1F,
    STOP,
    TAALPLAN,
    VERMOEDEN,
    dossier,
    genomen,
    taaltest,
)

DAG = "2026-03-31"
VANDAAG = date.fromisoformat(DAG)
ONDERWIJS = {"soort": "bewijs", "datum": DAG, "bewijs": "nederlandstalig_onderwijs", "jaren": 8}
BLIJKT = {"uitkomst": "voldoet", "waaruit": "Voert het gesprek vlot."}
TEST = taaltest(DAG)


def status(stand: Taaldossier) -> Taalstatus:
    return bepaal_status(stand, BELEID).status


def op_tafel(stand: Taaldossier, vandaag: date = VANDAAG) -> dict[str, Taaltaak]:
    return {taak.voorstel.soort: taak for taak in taken(stand, bepaal_status(stand, BELEID), BELEID, vandaag)}


def loopt(stand: Taaldossier) -> dict[str, date]:
    gevonden = lopende_termijnen(stand, bepaal_status(stand, BELEID), BELEID)
    return {bewaakt.termijn.soort: bewaakt.termijn.einde for bewaakt in gevonden}


@pytest.mark.regel("DEV-TAA-501", "DEV-TAA-502")
@pytest.mark.parametrize(
    ("feiten", "uitkomst"),
    [
        pytest.param((), "onbekend", id="niets-bekend"),
        pytest.param((ONDERWIJS | {"jaren": 7},), "onbekend", id="zeven-jaar-onderwijs-is-te-weinig"),
        pytest.param((ONDERWIJS,), "voldoet", id="acht-jaar-is-genoeg"),
        pytest.param((ONDERWIJS | {"jaren": 9},), "voldoet", id="negen-jaar"),
        pytest.param(({"soort": "bewijs", "datum": DAG, "bewijs": "inburgering"},), "voldoet", id="inburgering"),
        pytest.param(
            ({"soort": "bewijs", "datum": DAG, "bewijs": "ander_document", "document": "NT2-diploma"},),
            "voldoet",
            id="ander-document",
        ),
        pytest.param((CHECK | {"datum": DAG},), "onbekend", id="niet-vast-te-stellen"),
        pytest.param((CHECK | {"datum": DAG, "uitkomst": "voldoet_niet"},), "onbekend", id="zonder-test-onbekend"),
        pytest.param((CHECK | BLIJKT | {"datum": DAG},), "voldoet", id="blijkt-in-het-gesprek"),
        pytest.param((TEST,), "inspanningsverplichting", id="een-vaardigheid-onder-1F"),
        pytest.param((taaltest(DAG, vaardigheden=OP_1F),), "voldoet", id="alle-vijf-op-1F"),
        pytest.param(
            (taaltest(DAG, vaardigheden={**OP_1F, "lezen": None}),), "onbekend", id="vier-vaardigheden-is-geen-test"
        ),
        pytest.param((CHECK | BLIJKT | {"datum": DAG}, TEST), "inspanningsverplichting", id="test-gaat-voor-indruk"),
        pytest.param((TEST, ONDERWIJS), "voldoet", id="bewijs-gaat-voor-test"),
        pytest.param((TEST, taaltest("2026-05-01", vaardigheden=OP_1F)), "voldoet", id="later-gehaald"),
    ],
)
def test_status(feiten: tuple[dict[str, Any], ...], uitkomst: str) -> None:
    assert status(dossier(*feiten)) == uitkomst


def test_sinds_wanneer_iemand_voldoet() -> None:
    stand = dossier(TEST, taaltest("2026-05-01", vaardigheden=OP_1F))
    assert bepaal_status(stand, BELEID).voldoet_sinds == date(2026, 5, 1)
    assert bepaal_status(dossier(TEST, ONDERWIJS | {"datum": "2026-06-01"}), BELEID).voldoet_sinds == date(2026, 6, 1)
    assert stand.op(date(2026, 4, 30)).vastgesteld == dossier(TEST).vastgesteld


@pytest.mark.regel("DEV-TAA-501", "DEV-TAA-508")
def test_ontheven_vraagt_geen_bereidverklaring() -> None:
    stand = dossier(TEST, NIET_BEREID | {"datum": DAG}, besluiten=(genomen("ontheffing", DAG),))
    assert status(stand) is Taalstatus.ONTHEVEN
    assert set(op_tafel(stand)) == {"taaleis_uitslag_bespreken"}
    assert loopt(stand) == {}
    assert status(dossier(ONDERWIJS, besluiten=(genomen("ontheffing", DAG),))) is Taalstatus.VOLDOET


@pytest.mark.regel("DEV-TAA-504")
def test_wie_niet_vast_te_stellen_is_gaat_naar_de_taaltest_binnen_acht_weken() -> None:
    check = CHECK | {"datum": DAG}
    taak = op_tafel(dossier(check))["taaleis_aanmelden"].voorstel
    assert taak.rol is Rol.INTAKER
    elders = check | {"moment": "schriftelijk"}
    assert op_tafel(dossier(elders))["taaleis_aanmelden"].voorstel.rol is Rol.INKOMENSCONSULENT
    assert op_tafel(dossier(VERMOEDEN | {"datum": DAG}))["taaleis_aanmelden"].voorstel.rol is Rol.INKOMENSCONSULENT
    assert loopt(dossier(check)) == {"taaleis_taaltest": date(2026, 5, 26)}, "acht weken na 31 maart"
    aangemeld = dossier(check, AANMELDING | {"datum": DAG})
    assert (set(op_tafel(aangemeld)), set(loopt(aangemeld))) == (set(), {"taaleis_taaltest"})
    assert op_tafel(dossier()) == {}
    assert loopt(dossier()) == {}


@pytest.mark.regel("DEV-TAA-516")
def test_de_uitslag_wordt_besproken_en_binnen_acht_weken_meegedeeld() -> None:
    assert set(op_tafel(dossier(TEST))) == {"taaleis_uitslag_bespreken"}
    assert loopt(dossier(TEST)) == {"taaleis_kennisgeving": date(2026, 5, 26)}
    gehoord = dossier(TEST, BESPROKEN | {"datum": "2026-04-02"})
    assert (op_tafel(gehoord), loopt(gehoord)) == ({}, {})
    assert gehoord.kennis_gegeven_op == date(2026, 4, 2)
    eerder = dossier(BESPROKEN | {"datum": "2026-03-30"}, TEST)
    assert set(loopt(eerder)) == {"taaleis_kennisgeving"}, "een eerdere mededeling gaat over een eerdere test"


@pytest.mark.regel("DEV-TAA-518")
def test_een_vermoeden_zonder_papieren_vraagt_een_taaltest() -> None:
    verteld = {"soort": "voortgang", "datum": DAG, "voortgang": "Spreekt goed.", "inspanningVoldoende": True}
    lijkt = verteld | {"lijktOpNiveau": True, "aantoonbaar": False}
    basis = (TEST, BESPROKEN | {"datum": DAG})
    assert set(op_tafel(dossier(*basis, lijkt))) == {"taaleis_taaltest_aanvragen"}
    assert op_tafel(dossier(*basis, lijkt | {"aantoonbaar": True})) == {}
    assert op_tafel(dossier(*basis, verteld)) == {}
    assert op_tafel(dossier(*basis, lijkt, AANMELDING | {"datum": DAG})) == {}
    assert op_tafel(dossier(*basis, lijkt, ONDERWIJS)) == {}


@pytest.mark.regel("DEV-TAA-511")
def test_een_weigering_vraagt_een_besluit_en_een_gesprek_een_maand_later() -> None:
    geweigerd = dossier(TEST, BESPROKEN | {"datum": DAG}, NIET_BEREID | {"datum": DAG})
    taken_ = op_tafel(geweigerd)
    assert set(taken_) == {"taaleis_kennisgeving_nemen", "taaleis_vervolggesprek"}
    assert taken_["taaleis_vervolggesprek"].voorstel.uiterste == date(2026, 4, 30)
    besloten = geweigerd.model_copy(update={"besluiten": (genomen("inspanningsverplichting", "2026-04-07"),)})
    assert set(op_tafel(besloten)) == {"taaleis_vervolggesprek"}
    assert loopt(besloten) == {"taaleis_bereidverklaring": date(2026, 5, 7)}
    zonder = dossier(TEST, BESPROKEN | {"datum": DAG})
    assert (op_tafel(zonder), loopt(zonder)) == ({}, {})


@pytest.mark.regel("DEV-TAA-511")
def test_nog_eens_weigeren_is_geen_nieuwe_beschikking() -> None:
    """Only who was willing since then, and no longer is, gets a new one."""
    basis = (TEST, BESPROKEN | {"datum": DAG}, NIET_BEREID | {"datum": DAG})
    weer, nog_eens = BEREID | {"datum": "2026-04-20"}, NIET_BEREID | {"datum": "2026-05-04"}
    besloten = {"besluiten": (genomen("inspanningsverplichting", "2026-04-07"),)}
    assert op_tafel(dossier(*basis, nog_eens, **besloten)) == {}
    assert set(op_tafel(dossier(*basis, weer, nog_eens, **besloten))) == {
        "taaleis_kennisgeving_nemen",
        "taaleis_vervolggesprek",
    }


@pytest.mark.parametrize(
    ("gesprek", "vervolg"),
    [
        pytest.param("2026-04-14", "2026-05-15", id="hemelvaartsdag-schuift-een-dag"),
        pytest.param("2026-04-15", "2026-05-15", id="vrijdag-blijft"),
        pytest.param("2026-04-16", "2026-05-18", id="zaterdag-wordt-maandag"),
    ],
)
@pytest.mark.regel("DEV-TAA-511")
def test_het_vervolggesprek_is_op_een_werkdag(gesprek: str, vervolg: str) -> None:
    assert vervolggesprek_op(date.fromisoformat(gesprek), BELEID) == date.fromisoformat(vervolg)


@pytest.mark.regel("DEV-TAA-514")
def test_na_een_of_twee_weken_wordt_gebeld() -> None:
    stand = dossier(TEST, BESPROKEN | {"datum": DAG}, BEREID | {"datum": DAG})
    taak = op_tafel(stand)["taaleis_bellen"]
    assert (taak.vanaf, taak.voorstel.uiterste) == (VANDAAG + timedelta(days=7), VANDAAG + timedelta(days=14))
    assert loopt(stand) == {}


@pytest.mark.regel("DEV-TAA-510", "DEV-TAA-902")
def test_bereid_met_zoveel_woorden_of_door_het_taalplan_te_ondertekenen() -> None:
    basis = (VERMOEDEN | {"datum": DAG}, TEST)
    plan = TAALPLAN | {"datum": DAG}
    assert dossier(*basis, plan).bereid is None
    getekend = dossier(*basis, plan | {"ondertekendOp": "2026-04-02"})
    assert getekend.bereid is not None
    assert (getekend.bereid.op, getekend.bereid.met_taalplan) == (date(2026, 4, 2), True)
    gesproken = dossier(*basis, BEREID | {"datum": "2026-04-01"}, BEREID | {"datum": "2026-05-01"})
    assert gesproken.bereid_sinds == date(2026, 4, 1)
    geweigerd = dossier(*basis, BEREID | {"datum": "2026-04-01"}, NIET_BEREID | {"datum": "2026-05-01"})
    assert (geweigerd.bereid, geweigerd.bereid_sinds) == (None, None)
    weer = dossier(*basis, NIET_BEREID | {"datum": DAG}, BEREID | {"datum": "2026-05-01"})
    assert weer.bereid_sinds == date(2026, 5, 1)
    hervat = dossier(*basis, BEREID | {"datum": DAG}, STOP | {"datum": "2026-04-20"}, BEREID | {"datum": "2026-05-01"})
    assert hervat.bereid_sinds == date(2026, 5, 1)
    with pytest.raises(ValidationError):
        lees_feit(TAALPLAN | {"datum": DAG, "ondertekendOp": "2026-03-30"})
    for veld in ("vormOndersteuning", "beoordelingVoortgang"):
        with pytest.raises(ValidationError):
            lees_feit({naam: waarde for naam, waarde in plan.items() if naam != veld})


@pytest.mark.regel("DEV-TAA-903")
def test_een_taalplan_kan_zonder_kosten() -> None:
    assert lees_feit(TAALPLAN | {"datum": DAG}).kosten is None  # type: ignore[attr-defined]
    assert lees_feit(TAALPLAN | {"datum": DAG, "kosten": 25_000}).kosten == 25_000  # type: ignore[attr-defined]


@pytest.mark.regel("DEV-TAA-901")
def test_een_taalvoorziening_rust_op_een_vastgelegd_vermoeden() -> None:
    plan = lees_feit(TAALPLAN | {"datum": DAG})
    (zonder,) = voorwaarden(plan, dossier(VERMOEDEN | {"datum": "2026-04-01"}))
    assert (zonder.voorwaarde, zonder.uitkomst) == ("vermoeden_vastgelegd", Uitkomst.NIET_VOLDAAN)
    (met,) = voorwaarden(plan, dossier(VERMOEDEN | {"datum": DAG}))
    assert (met.uitkomst, met.feiten["doelniveau"]) == (Uitkomst.VOLDAAN, "1F")


@pytest.mark.regel("DEV-TAA-521")
def test_na_stoppen_volgt_een_gesprek_en_een_nieuwe_verplichting() -> None:
    stop = lees_feit(STOP | {"datum": "2026-11-02"})
    assert niet_voldaan(voorwaarden(stop, dossier(TEST)))
    bereid = dossier(TEST, BESPROKEN | {"datum": DAG}, BEREID | {"datum": DAG})
    assert not niet_voldaan(voorwaarden(stop, bereid))
    assert voorwaarden(lees_feit(TEST), bereid) == ()
    gestopt = dossier(TEST, BESPROKEN | {"datum": DAG}, BEREID | {"datum": DAG}, STOP | {"datum": "2026-11-02"})
    assert "taaleis_na_stoppen" in op_tafel(gestopt)
    assert "40 procent" in op_tafel(gestopt)["taaleis_stop_beoordelen"].voorstel.wat
    vroeg = dossier(TEST, BESPROKEN | {"datum": DAG}, BEREID | {"datum": DAG}, STOP | {"datum": "2026-09-29"})
    assert set(op_tafel(vroeg)) == {"taaleis_na_stoppen"}, "binnen een half jaar geen verlaging"
    beoordeeld = gestopt.model_copy(update={"besluiten": (genomen("verlaging", "2026-11-20"),)})
    assert set(op_tafel(beoordeeld)) == {"taaleis_na_stoppen"}
    opnieuw = gestopt.model_copy(update={"besluiten": (genomen("inspanningsverplichting", "2026-11-10"),)})
    assert "taaleis_na_stoppen" not in op_tafel(opnieuw)
    assert loopt(opnieuw) == {"taaleis_bereidverklaring": date(2026, 12, 10)}
    hervat = dossier(TEST, BEREID | {"datum": DAG}, STOP | {"datum": "2026-11-02"}, BEREID | {"datum": "2026-11-03"})
    assert "taaleis_na_stoppen" not in op_tafel(hervat)


@pytest.mark.regel("DEV-TAA-521")
@pytest.mark.parametrize(
    ("opnieuw_op", "te_doen"),
    [
        pytest.param(None, True, id="alleen-de-eerste-van-voor-het-stoppen"),
        pytest.param("2026-11-01", True, id="dag-voor-het-stoppen"),
        pytest.param("2026-11-02", False, id="dag-van-het-stoppen"),
        pytest.param("2026-11-03", False, id="dag-erna"),
    ],
)
def test_de_verplichting_van_voor_het_stoppen_telt_niet_als_nieuwe(opnieuw_op: str | None, te_doen: bool) -> None:
    besluiten = [genomen("inspanningsverplichting", "2026-04-07")]
    if opnieuw_op is not None:
        besluiten.append(genomen("inspanningsverplichting", opnieuw_op, 101))
    feiten = (TEST, BESPROKEN | {"datum": DAG}, BEREID | {"datum": DAG}, STOP | {"datum": "2026-11-02"})
    stand = dossier(*feiten, besluiten=tuple(besluiten))
    assert ("taaleis_na_stoppen" in op_tafel(stand)) is te_doen


def loopt_verlaging(fase: int = 0, tot: str | None = "2026-10-01") -> tuple[Any, ...]:
    van = {"van": date(2026, 5, 1), "tot": date.fromisoformat(tot) if tot else None}
    return genomen("inspanningsverplichting", DAG, 100), genomen("verlaging", "2026-05-04", 101, fase=fase, **van)


@pytest.mark.regel("DEV-TAA-519")
def test_de_volgende_fase_vraagt_op_tijd_een_nieuwe_toets() -> None:
    """Six months after the vaststelling; the taak for a new toets shows eight weeks before."""
    basis = (TEST, BESPROKEN | {"datum": DAG}, NIET_BEREID | {"datum": DAG})
    stand = dossier(*basis, besluiten=loopt_verlaging())
    taak = op_tafel(stand)["taaleis_nieuwe_toets"]
    assert (taak.vanaf, taak.voorstel.uiterste) == (date(2026, 8, 5), date(2026, 9, 30))
    assert loopt(stand) == {"taaleis_volgende_fase": date(2026, 9, 30)}
    oordeel = bepaal_status(stand, BELEID)
    assert [int(procent) for _, procent in vooruitblik(stand, oordeel, BELEID, date(2026, 9, 1))][:3] == [20, 40, 40]
    assert vooruitblik(dossier(TEST), oordeel, BELEID, VANDAAG) == ()
    laatste = dossier(*basis, besluiten=loopt_verlaging(2, None))
    assert loopt(laatste) == {}
    assert "taaleis_nieuwe_toets" not in op_tafel(laatste)


@pytest.mark.regel("DEV-TAA-517", "DEV-TAA-519")
def test_een_lopende_verlaging_wordt_beeindigd_zodra_iemand_bereid_is_of_voldoet() -> None:
    basis = (TEST, BESPROKEN | {"datum": DAG})
    bereid = dossier(*basis, BEREID | {"datum": "2026-06-01"}, besluiten=loopt_verlaging())
    dag = date(2026, 6, 2)
    assert "taaleis_beeindigen" in op_tafel(bereid, dag)
    assert "taaleis_nieuwe_toets" not in op_tafel(bereid, dag)
    assert "taaleis_beeindigen" in op_tafel(dossier(*basis, ONDERWIJS, besluiten=loopt_verlaging()), dag)
    ontheven = (*loopt_verlaging(), genomen("ontheffing", "2026-06-01", 102))
    assert "taaleis_beeindigen" in op_tafel(dossier(*basis, besluiten=ontheven), dag)
    assert "taaleis_beeindigen" not in op_tafel(dossier(*basis, besluiten=loopt_verlaging()), dag)
    assert "taaleis_beeindigen" not in op_tafel(bereid, date(2026, 10, 1)), "de laatste maand is voorbij"
    open_ = bereid.model_copy(update={"open_zaken": frozenset({"beeindiging"})})
    assert "taaleis_beeindigen" not in op_tafel(open_, dag), "daar wordt al aan gewerkt"


@pytest.mark.regel("DEV-TAA-521")
def test_na_een_nieuwe_verplichting_wordt_opnieuw_geteld() -> None:
    een, twee = genomen("inspanningsverplichting", "2026-04-07"), genomen("inspanningsverplichting", "2026-11-10", 101)
    assert dossier(TEST, besluiten=(een,)).telt_vanaf == VANDAAG
    assert dossier(TEST, besluiten=(een, twee)).telt_vanaf == date(2026, 11, 10)
    afgezien = (een, genomen("afzien", "2026-05-20", 102))
    assert loopt(dossier(TEST, besluiten=afgezien)) == {}, "er is al beoordeeld"


def test_een_test_die_niet_volledig_is_verandert_niets() -> None:
    half = taaltest("2026-05-01", vaardigheden={**OP_1F, "lezen": None})
    stand = dossier(TEST, half)
    assert (status(stand), stand.vastgesteld) == (Taalstatus.INSPANNINGSVERPLICHTING, dossier(TEST).vastgesteld)
    later = dossier(TEST, taaltest("2026-06-01"))
    assert later.vastgesteld == dossier(TEST).vastgesteld


@pytest.mark.regel("DEV-TAA-505", "DEV-TAA-514")
@pytest.mark.parametrize(
    ("feiten", "vraag"),
    [
        pytest.param((), None, id="niets-te-doen"),
        pytest.param((CHECK | {"datum": DAG},), "taaleis_onbekend", id="onduidelijk"),
        pytest.param((TEST,), "taaleis_plicht", id="plicht"),
        pytest.param((ONDERWIJS, CHECK | {"datum": DAG}), None, id="voldoet"),
    ],
)
def test_wat_plan_en_gesprek_moeten_bevatten(feiten: tuple[dict[str, Any], ...], vraag: str | None) -> None:
    stand = dossier(*feiten)
    assert vraagt(stand, bepaal_status(stand, BELEID)) == vraag


@pytest.mark.regel("DEV-TAA-503")
@pytest.mark.parametrize(
    ("jaren", "ingeburgerd", "uitkomst"),
    [
        pytest.param(7, False, "voldoet_niet", id="zeven-jaar-en-niet-ingeburgerd"),
        pytest.param(8, None, "voldoet", id="acht-jaar"),
        pytest.param(9, False, "voldoet", id="negen-jaar"),
        pytest.param(None, True, "voldoet", id="ingeburgerd"),
        pytest.param(7, None, None, id="inburgering-onbekend"),
        pytest.param(None, False, None, id="onderwijs-onbekend"),
        pytest.param(None, None, None, id="niets-gevraagd"),
    ],
)
def test_wat_het_ambitiegesprek_zelf_al_zegt(jaren: int | None, ingeburgerd: bool | None, uitkomst: str | None) -> None:
    gevonden = leid_af(jaren, ingeburgerd, BELEID)
    assert gevonden == uitkomst
    assert bool(niet_voldaan([toets_check(gevonden, BELEID)])) is (uitkomst is None)


MAKELAAR = {"soort": "participatiemakelaar", "datum": DAG, "reden": "Begon eerder zonder succes."}


@pytest.mark.regel("DEV-TAA-513")
@pytest.mark.parametrize(
    ("groep", "anders", "mag"),
    [
        pytest.param(Klantgroep.FACILITEREN, {}, True, id="faciliteren"),
        pytest.param(Klantgroep.ZORGEN, {"drempelvrees": True, "tot": "2026-06-30"}, True, id="zorgen-tijdelijk"),
        pytest.param(Klantgroep.ZORGEN, {"drempelvrees": True}, False, id="zorgen-zonder-einde"),
        pytest.param(Klantgroep.ZORGEN, {"tot": "2026-06-30"}, False, id="zorgen-zonder-drempelvrees"),
        pytest.param(Klantgroep.GROEIEN, {}, False, id="groeien"),
        pytest.param(None, {}, False, id="niet-ingedeeld"),
    ],
)
def test_wanneer_de_participatiemakelaar_helpt(groep: Klantgroep | None, anders: dict[str, Any], mag: bool) -> None:
    assert bool(niet_voldaan(voorwaarden(lees_feit(MAKELAAR | anders), dossier(), groep))) is not mag


@pytest.mark.regel("DEV-TAA-513")
def test_de_participatiemakelaar_krijgt_een_taak_zolang_de_inzet_duurt() -> None:
    soort = "taaleis_participatiemakelaar"
    assert op_tafel(dossier(MAKELAAR))[soort].voorstel.rol is Rol.PARTICIPATIEMAKELAAR
    tijdelijk = dossier(MAKELAAR | {"tot": "2026-06-30"})
    assert [soort in op_tafel(tijdelijk, date(2026, maand, 30)) for maand in (6, 7)] == [True, False]
    assert soort not in op_tafel(dossier(MAKELAAR, ONDERWIJS))


@pytest.mark.parametrize(
    "fout",
    [
        pytest.param(CHECK | {"datum": DAG, "uitkomst": "voldoet"}, id="voldoet-zonder-waaruit"),
        pytest.param({"soort": "bewijs", "datum": DAG, "bewijs": "nederlandstalig_onderwijs"}, id="zonder-jaren"),
        pytest.param({"soort": "bewijs", "datum": DAG, "bewijs": "inburgering", "jaren": 3}, id="jaren-erbij"),
        pytest.param({"soort": "bewijs", "datum": DAG, "bewijs": "ander_document"}, id="welk-document"),
        pytest.param(taaltest(DAG, uitslagOp="2026-03-30"), id="uitslag-voor-afname"),
    ],
)
def test_een_feit_is_volledig(fout: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        lees_feit(fout)
