"""Observations, betrokkenen and praatplaten over HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from app.db.taak import Taakstatus
from app.domain.kern.gebeurtenis import Soort
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.indeling import nieuw
from tests.steun.kijk import rijen
from tests.steun.klanten import ingedeeld, taken

IC, IN = "inkomensconsulent", "intaker"


def leg_vast(dienst: Dienst, klant_id: str, categorie: str, rol: str = IN) -> Any:
    opdracht = {"categorie": categorie, "tekst": f"Opgemerkt: {categorie}."}
    return dienst.doe("POST", f"/klanten/{klant_id}/observaties", rol, opdracht)


def gezien(dienst: Dienst, klant_id: str, rol: str, nummer: int = 1) -> list[str]:
    rij = dienst.doe("GET", f"/klanten/{klant_id}/observaties", rol, nummer=nummer)["observaties"]
    return sorted(observatie["categorie"] for observatie in rij)


@pytest.mark.regel("DEV-AMB-013")
@pytest.mark.regel("DEV-AMB-014")
@pytest.mark.regel("DEV-PRV-001")
def test_een_apart_blok_dat_niet_iedereen_leest(dienst: Dienst, database_url: str) -> None:
    klant_id = ingedeeld(dienst, "groeien")
    fraude = leg_vast(dienst, klant_id, "fraude")
    leg_vast(dienst, klant_id, "laaggeletterdheid", IC)
    leg_vast(dienst, klant_id, "gezondheid", "receptie")
    assert fraude["auteurId"] == str(medewerker_id(IN))
    assert gezien(dienst, klant_id, IC) == ["fraude", "gezondheid", "laaggeletterdheid"]
    assert gezien(dienst, klant_id, IN) == ["fraude", "gezondheid", "laaggeletterdheid"]
    assert gezien(dienst, klant_id, IN, nummer=2) == ["gezondheid", "laaggeletterdheid"]
    assert gezien(dienst, klant_id, "werkconsulent") == ["gezondheid", "laaggeletterdheid"]
    assert gezien(dienst, klant_id, "receptie") == ["gezondheid"]
    tijdlijn = dienst.doe("GET", f"/klanten/{klant_id}/tijdlijn", "teamleider")["gebeurtenissen"]
    opgemerkt = [regel for regel in tijdlijn if regel["soort"] == Soort.OBSERVATIE_VASTGELEGD]
    assert [regel["inhoud"] for regel in opgemerkt] == [{}, {}, {}]
    vraag = "SELECT count(*) FROM verwerking WHERE uitkomst = 'gelezen' AND doel LIKE '%%: fraude'"
    assert rijen(database_url, vraag) == [(2,)]
    vreemd = dienst.roep("POST", f"/observaties/{fraude['id']}/intrekkingen", IN, {"reden": "Klopt niet."}, nummer=2)
    assert vreemd.status_code == 404


@pytest.mark.regel("DEV-PRV-001")
def test_delen_heeft_een_doel_en_een_reden_en_wordt_gelogd(dienst: Dienst, database_url: str) -> None:
    klant_id = nieuw(dienst)
    schulden = leg_vast(dienst, klant_id, "schulden")
    pad = f"/observaties/{schulden['id']}/delingen"
    goed = {"partner": "bad", "grond": "wens_klant", "doel": "Schulden regelen.", "reden": "De klant vroeg het."}
    for zonder in ("doel", "reden", "grond"):
        half = {veld: waarde for veld, waarde in goed.items() if veld != zonder}
        assert dienst.roep("POST", pad, IC, half).status_code == 400
    fout = dienst.roep("POST", pad, IC, goed | {"grond": "taak_partner"})
    assert [toets["voorwaarde"] for toets in fout.json()["toetsen"]] == ["grond_voor_delen"]
    (deling,) = dienst.doe("POST", pad, IC, goed)["delingen"]
    assert {veld: deling[veld] for veld in goed} == goed
    assert rijen(database_url, "SELECT count(*) FROM verwerking WHERE uitkomst = 'gedeeld'") == [(1,)]
    weg = dienst.doe("POST", f"/observaties/{schulden['id']}/intrekkingen", IC, {"reden": "Was de buurman."})
    assert (weg["intrekking"]["reden"], len(weg["delingen"])) == ("Was de buurman.", 1)
    assert dienst.roep("POST", pad, IC, goed).status_code == 409
    assert gezien(dienst, klant_id, IC) == ["schulden"]


def test_een_observatie_die_niet_klopt(dienst: Dienst) -> None:
    klant_id, ander = nieuw(dienst), nieuw(dienst)
    gesprek = dienst.doe("POST", f"/klanten/{ander}/gesprekken", IC, {"soort": "screening"})
    fout = {"categorie": "overig", "tekst": "Iets.", "datum": "2026-04-01", "gesprekId": gesprek["id"]}
    antwoord = dienst.roep("POST", f"/klanten/{klant_id}/observaties", IC, fout)
    assert {regel["veld"] for regel in antwoord.json()["fouten"]} == {"datum", "gesprekId"}
    dienst.doe("POST", f"/klanten/{ander}/observaties", IC, fout | {"datum": "2026-03-31"})


def vul_in(dienst: Dienst, klant_id: str, **extra: Any) -> Any:
    kleuren = extra.pop("kleuren")
    scores = {gebied: {"kleur": kleur, "kanBeter": "Meer rust."} for gebied, kleur in kleuren.items()}
    opdracht = {"moment": "doelmatigheidsgesprek", "scores": scores} | extra
    return dienst.doe("POST", f"/klanten/{klant_id}/praatplaten", IC, opdracht)


@pytest.mark.regel("DEV-DIA-503")
def test_praatplaten_worden_bewaard_verbeterd_en_vergeleken(dienst: Dienst) -> None:
    klant_id = nieuw(dienst)
    pad = f"/klanten/{klant_id}/praatplaten"
    assert dienst.doe("GET", pad, IC)["vergelijking"] is None
    eerste = vul_in(dienst, klant_id, kleuren={"wonen": "rood", "zingeving": "geel"}, moment="kick_off")
    dienst.zet_klok("2026-09-01T09:00:00+02:00")
    mis = vul_in(dienst, klant_id, kleuren={"wonen": "geel"})
    goed = vul_in(dienst, klant_id, kleuren={"wonen": "groen", "zingeving": "oranje"}, corrigeert=mis["id"])
    gezien = dienst.doe("GET", pad, IC)
    assert [plaat["id"] for plaat in gezien["praatplaten"]] == [goed["id"], eerste["id"]]
    naast = gezien["vergelijking"]
    assert (naast["eerderId"], naast["laterId"]) == (eerste["id"], goed["id"])
    uitkomst = (naast["verschillen"][gebied] for gebied in ("wonen", "zingeving", "financien"))
    assert list(uitkomst) == ["beter", "slechter", "onbekend"]
    assert [kleur["code"] for kleur in gezien["schaal"]] == ["rood", "oranje", "geel", "groen"]
    assert dienst.doe("GET", f"{pad}?tot=2026-08-31", IC)["vergelijking"] is None
    assert dienst.doe("GET", f"{pad}?van=2026-03-31", IC)["vergelijking"]["eerderId"] == eerste["id"]
    fout = {
        "moment": "kick_off",
        "datum": "2026-09-02",
        "scores": {"wonen": {"kleur": "paars"}},
        "corrigeert": mis["id"],
    }
    velden = {regel["veld"] for regel in dienst.roep("POST", pad, IC, fout).json()["fouten"]}
    assert velden == {"scores.wonen.kleur", "datum", "corrigeert"}


@pytest.mark.regel("DEV-DIA-515")
@pytest.mark.regel("DEV-DIA-516")
def test_hulpverlening_en_netwerk_en_de_wenk_om_te_verwijzen(dienst: Dienst) -> None:
    klant_id = nieuw(dienst)
    pad = f"/klanten/{klant_id}/betrokkenen"
    zus = {"soort": "netwerk", "naam": "Zus", "rol": "zus", "steun": "Gaat mee naar gesprekken."}
    assert dienst.doe("POST", pad, IN, zus)["steun"] == zus["steun"]
    vul_in(dienst, klant_id, kleuren={"psychische_gezondheid": "rood"})
    vul_in(dienst, klant_id, kleuren={"psychische_gezondheid": "oranje"})
    assert [taak.soort for taak in taken(dienst, klant_id)] == ["gezondheid_verwijzen"]
    ggz = {
        "soort": "hulpverlener",
        "organisatienaam": "GGZ",
        "naam": "B. Behandelaar",
        "rol": "behandelaar",
        "contact": "0570 000000",
        "leefgebieden": ["psychische_gezondheid"],
        "uitnodigen": True,
    }
    (wenk,) = taken(dienst, klant_id)
    toewijzing = {"eigenaarId": str(medewerker_id(IC))}
    dienst.doe("PUT", f"/taken/{wenk.id}/toewijzing", IC, toewijzing, versie=wenk.versie)
    hulp = dienst.doe("POST", pad, IN, ggz)
    tijdlijn = dienst.doe("GET", f"/klanten/{klant_id}/tijdlijn", IN)["gebeurtenissen"]
    inhoud = {regel["soort"]: regel["inhoud"] for regel in reversed(tijdlijn)}
    assert inhoud["betrokkene.vastgelegd"] == {"soort": "hulpverlener"}
    assert inhoud["taak.toegewezen"] == toewijzing
    assert "gezondheid" not in str(tijdlijn)
    assert taken(dienst, klant_id) == []
    assert [taak.soort for taak in taken(dienst, klant_id, Taakstatus.GEDAAN)] == ["gezondheid_verwijzen"]
    vul_in(dienst, klant_id, kleuren={"psychische_gezondheid": "rood"})
    assert taken(dienst, klant_id) == []
    einde = f"/betrokkenen/{hulp['id']}"
    weg = dienst.doe("PATCH", einde, IN, {"tot": "2026-03-31"}, versie=hulp["versie"])
    vul_in(dienst, klant_id, kleuren={"psychische_gezondheid": "rood"})
    assert [taak.soort for taak in taken(dienst, klant_id)] == ["gezondheid_verwijzen"]
    terug = {"tot": None, "leefgebieden": ["psychische_gezondheid"]}
    dienst.doe("PATCH", einde, IN, terug, versie=weg["versie"])
    assert taken(dienst, klant_id) == []
    assert [wie["organisatienaam"] for wie in dienst.doe("GET", pad, IC)["betrokkenen"]] == [None, "GGZ"]
    for fout, veld in (
        ({"soort": "hulpverlener", "rol": "arts", "van": "2026-04-01"}, "organisatienaam van"),
        ({"soort": "netwerk", "rol": "buur"}, "naam"),
    ):
        velden = [regel["veld"] for regel in dienst.roep("POST", pad, IN, fout).json()["fouten"]]
        assert sorted(velden) == veld.split()
    for anders, veld in (({"rol": None}, "rol"), ({"tot": "2026-03-30"}, "tot")):
        antwoord = dienst.roep("PATCH", einde, IN, anders, versie=weg["versie"] + 1)
        assert [regel["veld"] for regel in antwoord.json()["fouten"]] == [veld]
    assert dienst.roep("PATCH", f"/betrokkenen/{klant_id}", IN, {"rol": "arts"}, versie=1).status_code == 404
