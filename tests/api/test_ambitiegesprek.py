"""Ambitiegesprekken over HTTP: what is needed to close one, the norm, and what follows."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import select

from app.db.sessie import transactie
from app.db.taak import LopendeTermijn, Taakstatus
from app.domain.kern.rollen import Rol
from tests.steun.diagnose import levering, record
from tests.steun.dienst import Dienst
from tests.steun.indeling import GESPREK, STUDIEPLICHT, certificeer, mis, nieuw, screen, spreek, vul_format_in
from tests.steun.intake import meld, persoon
from tests.steun.klanten import handelend, rij, taken


def open_taken(dienst: Dienst, klant_id: str) -> list[str]:
    return [taak.soort for taak in taken(dienst, klant_id)]


def termijnstatus(dienst: Dienst) -> str:
    with transactie(dienst.state.sessies, handelend(Rol.INTAKER)) as sessie:
        termijn = sessie.scalars(select(LopendeTermijn)).one()
        return termijn.status.value


def waarschuwingen(gesprek: Any) -> list[str]:
    return [toets["voorwaarde"] for toets in gesprek["waarschuwingen"]]


def test_een_gesprek_wordt_vastgelegd_en_teruggelezen(dienst: Dienst) -> None:
    certificeer(dienst)
    klant_id = nieuw(dienst)
    screen(dienst, klant_id)
    inhoud = {
        "duurMinuten": 60,
        "themas": [{"thema": "ambities", "notitie": "Wil in de zorg werken."}],
        "gewenstBeroep": "Verpleegkundige",
        "kansberoep": "Helpende zorg",
        "klantvoorkeur": "matchen",
        "verslag": "Gemotiveerd, zoekt begeleiding.",
    }
    gesprek = spreek(dienst, klant_id, **inhoud)
    assert {veld: gesprek[veld] for veld in inhoud} == inhoud
    assert (gesprek["normEinde"], gesprek["normOverschreden"], gesprek["waarschuwingen"]) == ("2026-04-09", False, [])
    assert open_taken(dienst, klant_id) == ["klantgroep_bepalen"]
    assert termijnstatus(dienst) == "gehaald"
    (gelezen,) = dienst.doe("GET", f"/klanten/{klant_id}/ambitiegesprekken", "intaker")["ambitiegesprekken"]
    assert gelezen["id"] == gesprek["id"]
    assert rij(dienst, klant_id).laatste_contact is not None


@pytest.mark.parametrize(("kenmerken", "geweigerd"), [([], ["screening_gehouden"]), (["vso_pro"], [])])
def test_de_screening_gaat_voor(dienst: Dienst, kenmerken: list[str], geweigerd: list[str]) -> None:
    klant_id = meld(dienst, persoon(dienst, kenmerken=kenmerken))["personen"][0]["klantId"]
    vul_format_in(dienst, klant_id)
    antwoord = dienst.roep("POST", f"/klanten/{klant_id}/ambitiegesprekken", "intaker", GESPREK)
    assert (mis(antwoord) if geweigerd else []) == geweigerd
    assert antwoord.status_code == (409 if geweigerd else 201)


@pytest.mark.regel("DEV-DIA-006")
def test_zonder_volledige_diagnose_geen_afgesloten_gesprek(dienst: Dienst) -> None:
    klant_id = nieuw(dienst)
    pad = f"/klanten/{klant_id}/ambitiegesprekken"
    assert mis(dienst.roep("POST", pad, "intaker", GESPREK)) == ["diagnose_volledig"]
    bsn = rij(dienst, klant_id).bsn
    dienst.doe("POST", "/diagnose-importen", "koppeling", levering(record(bsn, volledigheid="onvolledig")))
    assert mis(dienst.roep("POST", pad, "intaker", GESPREK)) == ["diagnose_volledig"]
    assert dienst.doe("GET", pad, "intaker")["ambitiegesprekken"] == []
    dienst.doe("POST", "/diagnose-importen", "koppeling", levering(record(bsn)))
    assert dienst.roep("POST", pad, "intaker", GESPREK).status_code == 201


@pytest.mark.regel("DEV-AMB-001")
@pytest.mark.parametrize(
    ("dag", "te_laat"),
    [
        pytest.param("2026-04-08", False, id="vierde-werkdag"),
        pytest.param("2026-04-09", False, id="vijfde-werkdag"),
        pytest.param("2026-04-10", True, id="zesde-werkdag"),
    ],
)
@pytest.mark.parametrize("verstreken", [False, True], ids=["zelfde-dag-vastgelegd", "later-vastgelegd"])
def test_de_norm_van_vijf_werkdagen(dienst: Dienst, dag: str, te_laat: bool, verstreken: bool) -> None:
    klant_id = nieuw(dienst)
    screen(dienst, klant_id)
    vul_format_in(dienst, klant_id)
    dienst.klok.moment = datetime.fromisoformat(f"{dag}T15:00:00+02:00")
    if verstreken:
        dienst.zet_klok("2026-04-13T09:00:00+02:00")
    pad = f"/klanten/{klant_id}/ambitiegesprekken"
    gesprek = GESPREK | {"datum": dag}
    if te_laat:
        assert mis(dienst.roep("POST", pad, "intaker", gesprek)) == ["reden_norm_overschreden"]
        gesprek["redenNormOverschreden"] = "De klant was ziek."
    vastgelegd = dienst.doe("POST", pad, "intaker", gesprek)
    assert (vastgelegd["normEinde"], vastgelegd["normOverschreden"]) == ("2026-04-09", te_laat)
    assert ("ambitiegesprek_op_tijd" in waarschuwingen(vastgelegd)) is te_laat
    assert termijnstatus(dienst) == ("verstreken" if te_laat or verstreken else "gehaald")


@pytest.mark.regel("DEV-ORG-004")
def test_zonder_certificaat_wordt_een_waarschuwing_bewaard(dienst: Dienst) -> None:
    assert waarschuwingen(spreek(dienst, nieuw(dienst))) == ["intaker_gecertificeerd"]
    certificeer(dienst)
    assert waarschuwingen(spreek(dienst, nieuw(dienst))) == []


@pytest.mark.regel("DEV-AMB-003")
def test_een_tweede_gesprek_vraagt_een_reden_tot_er_een_nieuwe_screening_is(dienst: Dienst) -> None:
    klant_id = nieuw(dienst)
    screen(dienst, klant_id)
    spreek(dienst, klant_id)
    pad = f"/klanten/{klant_id}/ambitiegesprekken"
    assert mis(dienst.roep("POST", pad, "intaker", GESPREK)) == ["een_ambitiegesprek"]
    dienst.doe("POST", pad, "intaker", GESPREK | {"redenVervolggesprek": "Vraag over onderwijs."})
    dienst.zet_klok("2026-09-01T09:00:00+02:00")
    screen(dienst, klant_id, "2026-09-01")
    dienst.doe("POST", pad, "intaker", GESPREK | {"datum": "2026-09-01"})
    assert len(dienst.doe("GET", pad, "intaker")["ambitiegesprekken"]) == 3


@pytest.mark.regel("DEV-JON-015")
@pytest.mark.parametrize(
    ("geboren", "jongere"),
    [
        pytest.param("1999-04-01", True, id="dag-voor-27"),
        pytest.param("1999-03-31", False, id="27-geworden"),
        pytest.param("1999-03-30", False, id="dag-na-27"),
    ],
)
def test_studieplicht_van_een_jongere(dienst: Dienst, geboren: str, jongere: bool) -> None:
    klant_id = nieuw(dienst, geboortedatum=date.fromisoformat(geboren))
    vul_format_in(dienst, klant_id)
    pad = f"/klanten/{klant_id}/ambitiegesprekken"
    zonder, met = GESPREK, GESPREK | {"studieplicht": STUDIEPLICHT}
    fout, goed = (zonder, met) if jongere else (met, zonder)
    assert mis(dienst.roep("POST", pad, "intaker", fout)) == ["studieplicht_beslist"]
    gesprek = dienst.doe("POST", pad, "intaker", goed)
    assert gesprek["studieplicht"] == (STUDIEPLICHT if jongere else None)
    assert ("studieplicht_verwerken" in open_taken(dienst, klant_id)) is jongere


@pytest.mark.regel("DEV-AMB-009")
def test_taalfeiten_geven_een_signaal(dienst: Dienst) -> None:
    klant_id = nieuw(dienst)
    feiten = {"jarenNederlandstaligOnderwijs": 2, "inburgeringVoltooid": False}
    assert "nederlands_aangetoond" in waarschuwingen(spreek(dienst, klant_id, **feiten))
    assert "taaleis_beoordelen" in open_taken(dienst, klant_id)
    ingeburgerd = nieuw(dienst)
    spreek(dienst, ingeburgerd, jarenNederlandstaligOnderwijs=2, inburgeringVoltooidOp="2024-05-01")
    assert "taaleis_beoordelen" not in open_taken(dienst, ingeburgerd)


@pytest.mark.regel("DEV-ORG-005", "DEV-AMB-010")
def test_een_dringend_signaal_is_een_taak_voor_vandaag(dienst: Dienst) -> None:
    klant_id = nieuw(dienst)
    signalen = [
        {"omschrijving": "Onveilige thuissituatie", "urgentie": "spoed"},
        {"omschrijving": "Wil rijles", "urgentie": "niet_spoed"},
    ]
    gesprek = spreek(dienst, klant_id, signalen=signalen, gewenstBeroep="Arts", kansberoep="Helpende zorg")
    assert gesprek["signalen"] == signalen
    assert (gesprek["gewenstBeroep"], gesprek["kansberoep"]) == ("Arts", "Helpende zorg")
    taak = taken(dienst, klant_id)[0]
    assert (taak.soort, taak.uiterste_dag.isoformat()) == ("signaal_verwijzen", "2026-03-31")
    assert "thuissituatie" not in taak.wat + taak.waarom


def test_het_gesprek_sluit_de_planning(dienst: Dienst) -> None:
    klant_id = nieuw(dienst)
    spreek(dienst, klant_id)
    spreek(dienst, klant_id, redenVervolggesprek="Vraag over onderwijs.")
    assert open_taken(dienst, klant_id) == ["klantgroep_bepalen"]
    assert [taak.soort for taak in taken(dienst, klant_id, Taakstatus.GEDAAN)] == ["klantgroep_bepalen"]


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        pytest.param({"datum": "2026-04-01"}, "datum", id="morgen"),
        pytest.param({"datum": "2026-03-30"}, "datum", id="voor-de-screening"),
        pytest.param({"inburgeringVoltooidOp": "2026-04-01"}, "inburgeringVoltooidOp", id="inburgering-morgen"),
        pytest.param({"verwachteTermijnMaanden": None}, "verwachteTermijnMaanden", id="geen-termijn"),
        pytest.param({"themas": [{"thema": "ambities", "notitie": "Zorg."}] * 2}, "body", id="thema-dubbel"),
    ],
)
def test_een_gesprek_dat_niet_klopt(dienst: Dienst, anders: dict[str, Any], veld: str) -> None:
    klant_id = nieuw(dienst)
    screen(dienst, klant_id)
    vul_format_in(dienst, klant_id)
    antwoord = dienst.roep("POST", f"/klanten/{klant_id}/ambitiegesprekken", "intaker", GESPREK | anders)
    assert antwoord.status_code == 400
    assert all(fout["veld"].startswith(veld) for fout in antwoord.json()["fouten"])


@pytest.mark.parametrize(
    ("rol", "organisatie", "status"),
    [
        pytest.param("werkconsulent", "deventer", 403, id="andere-rol"),
        pytest.param("intaker", "weert", 404, id="andere-organisatie"),
    ],
)
def test_wie_een_gesprek_mag_vastleggen(dienst: Dienst, rol: str, organisatie: str, status: int) -> None:
    klant_id = nieuw(dienst)
    pad = f"/klanten/{klant_id}/ambitiegesprekken"
    assert dienst.roep("POST", pad, rol, GESPREK, organisatie=organisatie).status_code == status
