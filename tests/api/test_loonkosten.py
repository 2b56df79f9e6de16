"""Doelgroep loonkostensubsidie, loonwaarde and Praktijkroute over HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from tests.steun.dienst import Dienst
from tests.steun.doelgroep import leg_vast
from tests.steun.kijk import aantal, rijen
from tests.steun.klanten import ingedeeld, taken
from tests.steun.werkgever import dienstverband, werkgever

MOTIVERING = {"motivering": "Het rapport past bij wat wij op de werkplek zien."}
RAPPORT: dict[str, Any] = {
    "methode": "Dariuz",
    "bedrijfsbezoekOp": "2026-03-20",
    "rapport": "LW-2026-17",
    "normfunctie": "magazijnmedewerker",
    "urenPerWeek": "32",
    "individueel": True,
    "adviseur": "loonwaardedeskundige van het werkbedrijf",
    "taken": [
        {"tijd": "60", "tempo": "80", "kwaliteit": "90", "nettoWerktijd": "85", "minutenPerDag": 240},
        {"tijd": "40", "tempo": "100", "kwaliteit": "100", "nettoWerktijd": "100", "minutenPerDag": 120},
    ],
    "zienswijzeWerkgever": "Het tempo is redelijk.",
    "herbepalenOp": "2027-03-01",
}


def soorten(dienst: Dienst, klant: str) -> list[str]:
    return sorted(taak.soort for taak in taken(dienst, klant))


def beslis(dienst: Dienst, zaak: dict[str, Any]) -> Any:
    pad = f"/loonkostenzaken/{zaak['id']}"
    versie = dienst.doe("GET", pad, "werkconsulent")["versie"]
    return dienst.roep("POST", f"{pad}/besluiten", "werkconsulent", MOTIVERING, versie=versie)


def verzend(dienst: Dienst, besluit: dict[str, Any], dag: str) -> Any:
    dienst.doe("POST", f"/besluiten/{besluit['id']}/toetsingen", "toetser", {"akkoord": True})
    gegeven = {"verzondenOp": dag, "wijze": "post"}
    return dienst.doe("POST", f"/besluiten/{besluit['id']}/bekendmakingen", "administratie", gegeven)


@pytest.mark.regel("DEV-LKS-901", "DEV-LKS-902", "DEV-LKS-903")
def test_van_doelgroep_naar_loonwaarde_voor_klant_en_werkgever(dienst: Dienst, database_url: str) -> None:
    klant = ingedeeld(dienst, "groeien")
    leg_vast(dienst, klant, "doelgroepregister", staatErin=True, bron="Register UWV", datum="2026-03-31")
    vraag = {"wijze": "op_verzoek", "verzoeker": "persoon", "behoortTotDoelgroep": True}
    voor = aantal(database_url, "loonkostenzaak")
    fout = dienst.roep(
        "POST",
        f"/klanten/{klant}/lks-doelgroepzaken",
        "werkconsulent",
        vraag | {"verzoeker": None, "datum": "2027-01-01"},
    )
    assert {f["veld"] for f in fout.json()["fouten"]} == {"verzoeker", "datum"}
    assert aantal(database_url, "loonkostenzaak") == voor

    zaak = dienst.doe("POST", f"/klanten/{klant}/lks-doelgroepzaken", "werkconsulent", vraag)
    assert (zaak["uitkomst"], zaak["criteria"]["behoortTotDoelgroep"]) == ("voorleggen", True)
    dubbel = dienst.roep("POST", f"/klanten/{klant}/lks-doelgroepzaken", "werkconsulent", vraag)
    assert dubbel.json()["code"] == "zaak_loopt_al"
    geweigerd = beslis(dienst, zaak)
    assert (geweigerd.status_code, geweigerd.json()["code"]) == (409, "niet_gereed")
    assert len(geweigerd.json()["toetsen"]) == 2
    antwoorden = {"niet_tot_minimumloon": True, "mogelijkheden": True}
    dienst.doe("PATCH", f"/lks-doelgroepzaken/{zaak['id']}", "werkconsulent", antwoorden, versie=zaak["versie"])
    besluit = beslis(dienst, zaak).json()
    assert (besluit["soort"], besluit["dictum"]) == ("doelgroep_lks", "vaststellen")
    assert "U staat in het doelgroepregister." in besluit["motivering"]
    verzend(dienst, besluit, "2026-03-31")
    assert soorten(dienst, klant) == []
    te_vroeg = dienst.roep("POST", f"/klanten/{klant}/lks-doelgroepzaken", "werkconsulent", vraag)
    assert te_vroeg.json()["toetsen"][0]["grondslag"]["artikel"] == "10c"

    kaal = {"geldtVanaf": "2026-04-01"} | {naam: RAPPORT[naam] for naam in ("methode", "taken")}
    loonwaarde = dienst.doe("POST", f"/klanten/{klant}/loonwaardezaken", "werkconsulent", kaal)
    assert loonwaarde["loonwaarde"] == {
        "procent": 77,
        "bedrag": 176669,
        "minimumloon": 229440,
        "geldtVanaf": "2026-04-01",
    }
    mist = {toets["voorwaarde"] for toets in beslis(dienst, loonwaarde).json()["toetsen"]}
    assert mist == {"bedrijfsbezoek", "rapport", "advies", "normfunctie", "uren", "individueel_bepaald"}
    pad = f"/loonwaardezaken/{loonwaarde['id']}"
    dienst.doe("PATCH", pad, "werkconsulent", RAPPORT, versie=loonwaarde["versie"])
    verkeerd = dienst.roep(
        "PATCH", f"/lks-doelgroepzaken/{loonwaarde['id']}", "werkconsulent", {"mogelijkheden": True}, versie=2
    )
    assert verkeerd.status_code == 404
    te_vroeg = dienst.roep(
        "POST",
        f"/loonkostenzaken/{loonwaarde['id']}/werkgeverbekendmakingen",
        "administratie",
        {"verzondenOp": "2026-03-31"},
        versie=2,
    )
    assert te_vroeg.json()["code"] == "nog_niet_bekendgemaakt"
    besluit = beslis(dienst, loonwaarde).json()
    assert any("€ 1.766,69 per maand" in zin for zin in besluit["motivering"])
    assert verzend(dienst, besluit, "2026-03-31")["bekendmaking"]["bezwaarTotEnMet"] == "2026-05-12"
    assert soorten(dienst, klant) == ["lks_beslissen", "loonwaarde_werkgever_verzenden"]
    later = "SELECT zichtbaar_vanaf::date::text FROM taak WHERE soort = 'loonwaarde_herbepalen'"
    assert rijen(database_url, later) == [("2027-02-28",)], "the next measurement waits until its day (10d lid 6)"

    dienst.zet_klok("2026-04-02T09:00:00+02:00")
    versie = dienst.doe("GET", f"/loonkostenzaken/{loonwaarde['id']}", "toetser")["versie"]
    pad = f"/loonkostenzaken/{loonwaarde['id']}/werkgeverbekendmakingen"
    na = dienst.doe("POST", pad, "administratie", {"verzondenOp": "2026-04-02"}, versie=versie)
    assert na["werkgever"][0]["bezwaarTotEnMet"] == "2026-05-15", (
        "14 May is Ascension, so the employer has one day more"
    )
    termijnen = rijen(
        database_url, "SELECT soort, einde::text FROM termijn WHERE status = 'lopend' ORDER BY soort, einde"
    )
    assert ("lks_beslissen", "2026-05-06") in termijnen, "five weeks is 5 May, a holiday (Participatiewet 10d, lid 12)"
    assert [soort for soort, _ in termijnen].count("bezwaartermijn") == 2
    assert ("bezwaartermijn_werkgever", "2026-05-15") in termijnen
    nog_eens = dienst.roep("POST", pad, "administratie", {"verzondenOp": "2026-04-02"}, versie=na["versie"])
    assert nog_eens.json()["code"] == "al_verzonden"
    assert dienst.doe("POST", f"/besluiten/{besluit['id']}/narekenen", "fg")["zelfde"] is True

    ander = RAPPORT | {"geldtVanaf": "2026-04-01", "rapport": "LW-2026-18", "corrigeert": besluit["id"]}
    ander["taken"] = [RAPPORT["taken"][0] | {"tijd": "100"}]
    correctie = dienst.doe("POST", f"/klanten/{klant}/loonwaardezaken", "werkconsulent", ander)
    nieuw = beslis(dienst, correctie).json()
    verzend(dienst, nieuw, "2026-04-02")
    assert dienst.doe("GET", f"/besluiten/{besluit['id']}", "toetser")["status"] == "vervangen"
    dood = dienst.roep("POST", f"/klanten/{klant}/loonwaardezaken", "werkconsulent", ander)
    assert dood.json()["code"] == "staat_niet"
    dienst.zet_klok("2026-05-08T09:00:00+02:00")
    assert soorten(dienst, klant).count("lks_beslissen_te_laat") == 1, "not for what was replaced"


@pytest.mark.regel("DEV-LKS-001", "DEV-LKS-002")
def test_praktijkroute_naar_het_doelgroepregister(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "groeien")
    pad, gegeven = f"/klanten/{klant}/praktijkroutes", {"werkplek": "magazijn", "methode": "Dariuz", "loonwaarde": 100}
    assert dienst.doe("POST", pad, "werkconsulent", gegeven)["uitkomst"] == "niet_in_te_schrijven"
    assert soorten(dienst, klant) == []
    geweigerd = dienst.roep("POST", pad, "werkconsulent", gegeven | {"methode": "gevoel", "datum": "2016-12-31"})
    assert [toets["voorwaarde"] for toets in geweigerd.json()["toetsen"]] == [
        "praktijkroute_bestaat",
        "methode_gevalideerd",
    ]
    verkeerd = dienst.doe("POST", pad, "werkconsulent", gegeven | {"loonwaarde": 40})
    plek = f"/praktijkroutes/{verkeerd['id']}/intrekkingen"
    dienst.doe("POST", plek, "werkconsulent", {"reden": "Van een ander."}, versie=verkeerd["versie"])

    rij = dienst.doe("POST", pad, "werkconsulent", gegeven | {"loonwaarde": 99})
    assert (rij["uitkomst"], rij["werkgeversrechten"]) == ("in_te_schrijven", [])
    assert soorten(dienst, klant) == ["doelgroepregister_inschrijven"]
    plek = f"/praktijkroutes/{rij['id']}/inschrijvingen"
    morgen = dienst.roep("POST", plek, "werkconsulent", {"ingeschrevenOp": "2026-04-01"}, versie=rij["versie"])
    assert morgen.json()["fouten"][0]["veld"] == "ingeschrevenOp"
    klaar = dienst.doe("POST", plek, "werkconsulent", {}, versie=rij["versie"])
    assert {recht["code"]: recht["vanaf"] for recht in klaar["werkgeversrechten"]}["lkv"] == "2026-03-31"
    assert soorten(dienst, klant) == ["lks_werkgever_informeren"]
    assert dienst.doe("GET", f"/klanten/{klant}/doelgroepbeeld", "intaker")["inDoelgroepregister"] is True
    alle = dienst.doe("GET", pad, "toetser")["praktijkroutes"]
    assert [praktijkroute["loonwaarde"] for praktijkroute in alle] == [100, 40, 99]
    for eerder in (alle[1], alle[2]):
        nog = dienst.roep(
            "POST", f"/praktijkroutes/{eerder['id']}/inschrijvingen", "werkconsulent", {}, versie=eerder["versie"]
        )
        assert nog.json()["code"] == "praktijkroute_afgerond"
    plek = f"/praktijkroutes/{alle[0]['id']}/inschrijvingen"
    assert (
        dienst.roep("POST", plek, "werkconsulent", {}, versie=alle[0]["versie"]).json()["code"]
        == "niet_in_te_schrijven"
    )


def test_vaststellen_dat_de_klant_er_niet_bij_hoort(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "groeien")
    pad = f"/klanten/{klant}/lks-doelgroepzaken"
    nee = {"wijze": "ambtshalve", "behoortTotDoelgroep": True, "nietTotMinimumloon": False, "mogelijkheden": True}
    eerste = dienst.doe("POST", pad, "werkconsulent", nee)
    gestopt = dienst.doe(
        "POST",
        f"/loonkostenzaken/{eerste['id']}/intrekkingen",
        "werkconsulent",
        {"reden": "Te vroeg."},
        versie=eerste["versie"],
    )
    assert (gestopt["stand"], soorten(dienst, klant)) == ("ingetrokken", [])
    zaak = dienst.doe("POST", pad, "werkconsulent", nee)
    besluit = beslis(dienst, zaak).json()
    assert besluit["dictum"] == "afwijzen"
    afkeuring = {"akkoord": False, "reden": "De motivering is te kort."}
    dienst.doe("POST", f"/besluiten/{besluit['id']}/toetsingen", "toetser", afkeuring)
    assert soorten(dienst, klant) == ["lks_doelgroep_besluit"]
    verzend(dienst, beslis(dienst, zaak).json(), "2026-03-31")
    loonwaarde = dienst.doe(
        "POST", f"/klanten/{klant}/loonwaardezaken", "werkconsulent", RAPPORT | {"geldtVanaf": "2026-04-01"}
    )
    toetsen = beslis(dienst, loonwaarde).json()["toetsen"]
    assert [(toets["voorwaarde"], toets["uitkomst"]) for toets in toetsen] == [
        ("behoort_tot_doelgroep_lks", "niet_voldaan")
    ]
    assert len(dienst.doe("GET", f"/klanten/{klant}/loonkostenzaken", "fg")["zaken"]) == 3
    leg_vast(dienst, klant, "doelgroepcategorie", categorie="nugger", datum="2026-03-31")
    nugger = dienst.roep("POST", pad, "werkconsulent", nee)
    assert nugger.json()["toetsen"][0]["voorwaarde"] == "ambtshalve_mogelijk"


@pytest.mark.regel("DEV-LKS-904", "DEV-LKS-905")
def test_forfait_vraagt_op_tijd_om_de_loonwaarde(dienst: Dienst, database_url: str) -> None:
    klant, ander = ingedeeld(dienst, "groeien"), ingedeeld(dienst, "groeien")
    plek = werkgever(dienst)["vestigingen"][0]["id"]
    vreemd = dienstverband(dienst, ander, plek)["id"]
    baan = dienstverband(dienst, klant, plek, tot="2026-12-01")["id"]
    oud = dienstverband(dienst, klant, plek, van="2025-11-01", tot="2026-12-01")["id"]
    pad, gegeven = f"/klanten/{klant}/loonkostenforfaits", {"dienstverbandId": baan, "overlegdOp": "2026-03-30"}
    for fout in ({"dienstverbandId": vreemd}, {"overlegdOp": "2026-04-01"}, {"tot": "x"}):
        antwoord = dienst.roep("POST", pad, "werkconsulent", gegeven | fout)
        assert (antwoord.status_code, antwoord.json()["fouten"][0]["veld"]) == (400, next(iter(fout)))
    te_lang = dienst.roep("POST", pad, "werkconsulent", gegeven | {"tot": "2026-10-02"}).json()
    assert (te_lang["toetsen"][0]["grondslag"]["artikel"], te_lang["toetsen"][0]["grondslag"]["lid"]) == ("10d", "5")
    mis = dienst.doe("POST", pad, "werkconsulent", gegeven | {"tot": "2026-09-01"})
    assert dienst.roep("POST", pad, "werkconsulent", gegeven).json()["code"] == "forfait_bestaat_al"
    weg = f"/loonkostenforfaits/{mis['id']}/intrekkingen"
    ingetrokken = dienst.doe("POST", weg, "werkconsulent", {"reden": "Te kort."}, versie=mis["versie"])
    nogmaals = dienst.roep("POST", weg, "werkconsulent", {"reden": "Te kort."}, versie=ingetrokken["versie"])
    assert (nogmaals.json()["code"], soorten(dienst, klant)) == ("al_ingetrokken", [])

    assert dienst.doe("POST", pad, "werkconsulent", gegeven)["tot"] == "2026-10-01"
    assert soorten(dienst, klant) == ["lks_beslissen", "loonwaarde_bepalen"]
    dienst.doe("POST", pad, "werkconsulent", gegeven | {"dienstverbandId": oud})
    dienst.zet_klok("2026-05-01T09:00:00+02:00")
    assert soorten(dienst, klant).count("loonwaarde_herinnering") == 1, "of the older job, whose forfait is over"
    assert soorten(dienst, klant).count("lks_forfait_voorbij") == 1
    dienst.zet_klok("2026-09-02T09:00:00+02:00")
    assert soorten(dienst, klant).count("loonwaarde_herinnering") == 1
    dienst.zet_klok("2026-09-03T09:00:00+02:00")
    assert soorten(dienst, klant).count("loonwaarde_herinnering") == 2
    assert soorten(dienst, klant).count("lks_beslissen_te_laat") == 2

    vraag = {"wijze": "ambtshalve", "behoortTotDoelgroep": True, "nietTotMinimumloon": True, "mogelijkheden": True}
    zaak = dienst.doe("POST", f"/klanten/{klant}/lks-doelgroepzaken", "werkconsulent", vraag)
    verzend(dienst, beslis(dienst, zaak).json(), "2026-09-03")
    norm = [RAPPORT["taken"][1] | {"tijd": "100"}]
    rapport = RAPPORT | {"geldtVanaf": "2026-10-01", "taken": norm, "dienstverbandId": vreemd}
    mis = dienst.roep("POST", f"/klanten/{klant}/loonwaardezaken", "werkconsulent", rapport)
    assert mis.json()["fouten"][0]["veld"] == "dienstverbandId"
    del rapport["dienstverbandId"]
    zaak = dienst.doe("POST", f"/klanten/{klant}/loonwaardezaken", "werkconsulent", rapport)
    dit = {"dienstverbandId": baan, "geldtVanaf": "2026-10-01"}
    leeg = dienst.roep("PATCH", f"/loonwaardezaken/{zaak['id']}", "werkconsulent", {"geldtVanaf": None}, versie=1)
    assert leeg.json()["fouten"][0]["veld"] == "geldtVanaf"
    dienst.doe("PATCH", f"/loonwaardezaken/{zaak['id']}", "werkconsulent", dit, versie=1)
    verzend(dienst, beslis(dienst, zaak).json(), "2026-09-03")
    over = soorten(dienst, klant)
    assert over.count("loonwaarde_bepalen") == 1, "that of the older job stays"
    assert "lks_niet_voortzetten" in over, "a loonwaarde of 100 stops the subsidy"
    assert len(dienst.doe("GET", pad, "toetser")["forfaits"]) == 3


SLECHT: dict[str, dict[str, list[Any]]] = {
    "lks-doelgroepzaken": {
        "wijze": [None, "zomaar", 1],
        "verzoeker": ["buurman", 3],
        "datum": ["2026-13-01", "0001-01-01", 7],
        "mogelijkheden": ["misschien", 3],
        "onbekend": [1],
    },
    "loonwaardezaken": {
        "geldtVanaf": [None, "x", "9999-12-31"],
        "methode": ["", "x" * 201, 1],
        "bedrijfsbezoekOp": ["2026-02-30"],
        "urenPerWeek": ["0", "61", "NaN"],
        "taken": ["x", [{}], [{"tijd": "101"}], [RAPPORT["taken"][0]] * 21],
        "herbepalenOp": ["2027-02-29"],
        "corrigeert": ["x", "00000000-0000-7000-8000-000000000000"],
        "dienstverbandId": [5],
    },
    "praktijkroutes": {
        "datum": ["2027-01-01", "x"],
        "werkplek": [None, ""],
        "methode": [None, 4],
        "loonwaarde": [None, -1, 101, "veel"],
    },
}
GOED: dict[str, dict[str, Any]] = {
    "lks-doelgroepzaken": {"wijze": "ambtshalve"},
    "loonwaardezaken": {"geldtVanaf": "2026-04-01"},
    "praktijkroutes": {"werkplek": "magazijn", "methode": "Dariuz", "loonwaarde": 60},
}


def test_verkeerde_invoer_wordt_geweigerd_en_laat_niets_achter(dienst: Dienst, database_url: str) -> None:
    klant = ingedeeld(dienst, "groeien")
    tabellen = ("loonkostenzaak", "praktijkroute", "taak", "gebeurtenis")
    voor = [aantal(database_url, tabel) for tabel in tabellen]
    for soort, velden in SLECHT.items():
        for veld, waarden in velden.items():
            for waarde in waarden:
                antwoord = dienst.roep(
                    "POST", f"/klanten/{klant}/{soort}", "werkconsulent", GOED[soort] | {veld: waarde}
                )
                assert antwoord.status_code == 400, f"{soort} {veld}={waarde}: {antwoord.status_code}"
                assert antwoord.json()["fouten"][0]["veld"].startswith(veld)
    assert [aantal(database_url, tabel) for tabel in tabellen] == voor
