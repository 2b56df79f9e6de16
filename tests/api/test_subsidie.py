"""Subsidies over HTTP: from the aanvraag to the letter, and what is refused on the way."""

from __future__ import annotations

from typing import Any

import pytest

from tests.steun.dienst import Dienst
from tests.steun.kijk import aantal, rijen
from tests.steun.klanten import ingedeeld, taken
from tests.steun.subsidiezaak import (
    ADMIN,
    MOTIVERING,
    PREMIE,
    REKENING,
    STARTBAAN,
    TEGEMOETKOMING,
    VERGOEDING,
    WC,
    in_dienst,
    ken_toe,
    lees,
    maak_bekend,
    probeer,
    vraag_aan,
    zet,
)
from tests.steun.werkgever import ADRES, dienstverband


def voorwaarden(antwoord: Any) -> list[str]:
    return [toets["voorwaarde"] for toets in antwoord.json()["toetsen"]]


@pytest.mark.regel("DEV-SUB-902", "DEV-SUB-903", "DEV-SUB-904", "DEV-SUB-905")
def test_een_startbaansubsidie_van_aanvraag_tot_brief(dienst: Dienst) -> None:
    klant, verband, baas = in_dienst(dienst, "matchen")
    leeg = vraag_aan(dienst, klant, {"regeling": "startbaansubsidie"}, dienstverbandId=verband)
    assert leeg["beoordeling"]["uitkomst"] == "voorleggen"
    assert leeg["werkgeverId"] == baas
    geweigerd = probeer(dienst, leeg, "besluiten", MOTIVERING)
    assert (geweigerd.status_code, geweigerd.json()["code"]) == (409, "niet_gereed")
    assert "kostenoverzicht" in voorwaarden(geweigerd)
    zonder = probeer(dienst, leeg, "besluiten", MOTIVERING | {"buitenBehandeling": True})
    assert voorwaarden(zonder) == ["kon_aanvullen"]

    gevraagd = zet(dienst, leeg, "aanvulverzoeken", {"wat": "Stuur een overzicht van de kosten."})
    assert gevraagd["aanvullenTot"] == "2026-04-14"
    nieuw = {"gegevens": STARTBAAN, "dienstverbandId": verband}
    vol = dienst.doe("PUT", f"/subsidies/{leeg['id']}", WC, nieuw, versie=gevraagd["versie"])
    assert (vol["beoordeling"]["uitkomst"], vol["beoordeling"]["totaal"]) == ("toekennen", 300_000)
    dubbel = vraag_aan(dienst, klant, STARTBAAN, dienstverbandId=verband)
    assert [t["voorwaarde"] for t in dubbel["beoordeling"]["toetsen"] if t["uitkomst"] == "niet_voldaan"] == [
        "eenmalig"
    ]

    besluit = zet(dienst, vol, "besluiten", MOTIVERING)
    assert (besluit["soort"], besluit["dictum"]) == ("startbaansubsidie", "toekennen")
    assert besluit["motivering"][1].startswith("Deel 1: 50 % van € 3.000,00 = € 1.500,00.")
    assert [taak.soort for taak in taken(dienst, klant)] == ["subsidie_besluit", "subsidie_toetsing"]
    assert lees(dienst, vol)["termijnen"] == []
    maak_bekend(dienst, besluit)
    klaar = lees(dienst, vol)
    assert (klaar["stand"], klaar["toegekend"]) == ("toegekend", 300_000)
    assert [(t["nummer"], t["bedrag"], t["betaalbaarVanaf"], t["bijlagen"]) for t in klaar["termijnen"]] == [
        (1, 150_000, "2026-06-01", []),
        (2, 150_000, "2026-10-01", ["laatste_loonstrook"]),
    ]
    brief = dienst.roep("GET", f"/besluiten/{besluit['id']}/brief?vorm=html", "fg")
    assert "Bakkerij Voorbeeld B.V." in brief.text
    assert "Sam de Wit" not in brief.text
    assert dienst.doe("POST", f"/besluiten/{besluit['id']}/narekenen", "fg")["zelfde"] is True
    assert dienst.doe("GET", f"/besluiten/{besluit['id']}/uitleg", "fg")["waarden"]
    te_laat = probeer(dienst, klaar, "intrekkingen", {"reden": "Toch niet nodig."})
    assert te_laat.json()["code"] == "aanvraag_niet_open"
    zet(dienst, dubbel, "intrekkingen", {"reden": "Dit was dubbel."})
    assert len(dienst.doe("GET", f"/klanten/{klant}/subsidies", "toetser")["subsidies"]) == 2
    assert taken(dienst, klant) == []


def test_afgekeurd_opnieuw_en_niet_in_behandeling(dienst: Dienst) -> None:
    klant, verband, _ = in_dienst(dienst)
    rij = vraag_aan(dienst, klant, TEGEMOETKOMING, dienstverbandId=verband)
    besluit = zet(dienst, rij, "besluiten", MOTIVERING)
    afgekeurd = {"akkoord": False, "reden": "De afweging is te kort."}
    dienst.doe("POST", f"/besluiten/{besluit['id']}/toetsingen", "toetser", afgekeurd)
    assert lees(dienst, rij)["stand"] == "aangevraagd"
    assert [taak.soort for taak in taken(dienst, klant)] == ["subsidie_besluit"]

    open_ = zet(dienst, rij, "aanvulverzoeken", {"wat": "Stuur de arbeidsovereenkomst.", "totEnMet": "2026-04-07"})
    leeg = {"gegevens": {"regeling": TEGEMOETKOMING["regeling"]}, "dienstverbandId": verband}
    dienst.doe("PUT", f"/subsidies/{rij['id']}", WC, leeg, versie=open_["versie"])
    dienst.zet_klok("2026-04-08T09:00:00+02:00")
    klaar = zet(dienst, rij, "besluiten", MOTIVERING | {"buitenBehandeling": True})
    assert klaar["dictum"] == "niet_in_behandeling"
    maak_bekend(dienst, klaar)
    assert lees(dienst, rij)["stand"] == "niet_in_behandeling"


@pytest.mark.regel("DEV-SUB-910")
def test_het_minimumloon_wisselt_binnen_de_zes_maanden(dienst: Dienst) -> None:
    """From April on: three months with the wage of January, three with that of July; what is not known is marked."""
    klant, verband, _ = in_dienst(dienst, brutoloon=230_000)
    rij = vraag_aan(dienst, klant, TEGEMOETKOMING, dienstverbandId=verband)
    termijnen = rij["beoordeling"]["termijnen"]
    assert [t["bedrag"] for t in termijnen] == [114_720] * 3 + [116_850] * 3
    assert all(t["begrensd"] for t in termijnen)
    assert [t["cijfers"][-1]["herkomst"] for t in termijnen] == ["onbevestigd"] * 3 + ["vastgesteld"] * 3
    vraag = {"gegevens": TEGEMOETKOMING, "klantgroep": "groeien"}
    later = {"van": "2026-11-15", "uren": 32, "loon": 250_000, "lasten": 0, "uitzendbeding": False}
    dan = dienst.doe("POST", "/subsidieberekeningen", WC, vraag | {"dienstverband": later})
    assert [t["cijfers"][-1]["voorlopig"] for t in dan["termijnen"]] == [False] * 2 + [True] * 4
    assert {t["bedrag"] for t in dan["termijnen"]} == {116_850}
    zonder = dienst.doe("POST", "/subsidieberekeningen", WC, vraag)
    assert zonder["uitkomst"] == "voorleggen"


@pytest.mark.regel("DEV-VGD-901", "DEV-SUB-912")
def test_vergoeding_en_premie_gaan_naar_de_klant(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "groeien")
    eerste = ken_toe(dienst, vraag_aan(dienst, klant, VERGOEDING, **REKENING))
    assert eerste["toegekend"] == 25_000
    assert eerste["termijnen"][0]["formule"].endswith("niet vergoed: € 50,00")
    besluit = eerste["besluiten"][0]
    assert "Sam de Wit" in dienst.roep("GET", f"/besluiten/{besluit['id']}/brief?vorm=html", "fg").text
    tweede = vraag_aan(dienst, klant, VERGOEDING, **REKENING)
    assert maak_bekend(dienst, zet(dienst, tweede, "besluiten", MOTIVERING))["dictum"] == "afwijzen"
    ander = vraag_aan(dienst, klant, VERGOEDING | {"kaderSinds": "2026-03-03"}, **REKENING)
    assert ander["beoordeling"]["totaal"] == 25_000

    premie = vraag_aan(dienst, klant, PREMIE | {"duurzaam": None}, **REKENING)
    assert voorwaarden(probeer(dienst, premie, "besluiten", MOTIVERING)) == ["duurzame_uitstroom"]


FOUT: list[Any] = ["x" * 5000, -1, 1.5, [], {}, [{"onzin": 1}], "2026-02-31", 10**30, "a\u0000b", True, [None]]


@pytest.mark.parametrize("gegevens", [STARTBAAN, TEGEMOETKOMING, PREMIE, VERGOEDING], ids=lambda g: str(g["regeling"]))
def test_foute_invoer_geeft_alle_fouten_tegelijk_en_laat_niets_na(
    dienst: Dienst, database_url: str, gegevens: dict[str, Any]
) -> None:
    klant = ingedeeld(dienst, "groeien")
    voor = aantal(database_url, "gebeurtenis")
    velden = [veld for veld in gegevens if veld != "regeling"]
    for fout in FOUT:
        kapot = dict.fromkeys(velden, fout) | {"regeling": gegevens["regeling"]}
        om = {"gegevens": kapot, "dienstverbandId": fout, "iban": fout, "ontvangenOp": fout, "vreemd": 1}
        for pad in (f"/klanten/{klant}/subsidies", "/subsidieberekeningen"):
            antwoord = dienst.roep("POST", pad, WC, om)
            assert antwoord.status_code == 400, (pad, fout, antwoord.text)
            genoemd = {regel["veld"] for regel in antwoord.json()["fouten"]}
            assert "vreemd" in genoemd
            assert len(genoemd) > 2
    goed = {"gegevens": gegevens, **REKENING}
    vooruit = goed | {"ontvangenOp": "2026-04-01", "dienstverbandId": klant, "tenaamstelling": None}
    samen = dienst.roep("POST", f"/klanten/{klant}/subsidies", WC, vooruit)
    assert samen.status_code == 400
    assert {"ontvangenOp", "dienstverbandId"} < {regel["veld"] for regel in samen.json()["fouten"]}
    assert aantal(database_url, "gebeurtenis") == voor
    assert rijen(database_url, "SELECT count(*) FROM subsidie") == [(0,)]


def test_een_ander_soort_aanvraag_of_dag_in_het_verleden(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "groeien")
    rij = vraag_aan(dienst, klant, PREMIE, **REKENING)
    anders = dienst.roep("PUT", f"/subsidies/{rij['id']}", WC, {"gegevens": VERGOEDING}, versie=rij["versie"])
    assert anders.json()["fouten"][0]["veld"] == "gegevens.regeling"
    vroeg = probeer(dienst, rij, "aanvulverzoeken", {"wat": "Stuur het contract.", "totEnMet": "2026-03-31"})
    assert vroeg.json()["fouten"][0]["veld"] == "totEnMet"
    niemand = "0199b1a0-5c1e-7d3a-9f42-b7c81d0e6a55"
    assert dienst.roep("GET", f"/subsidies/{niemand}", WC).status_code == 404


def test_een_brief_gaat_niet_per_post_naar_een_vestiging_zonder_adres(dienst: Dienst) -> None:
    klant, _, van = in_dienst(dienst)
    plekken = dienst.doe("POST", f"/werkgevers/{van}/vestigingen", WC, {"naam": "Nieuwe winkel"})["vestigingen"]
    plek = next(plek for plek in plekken if plek["naam"] == "Nieuwe winkel")
    assert plek["adres"] is None
    verband = dienstverband(dienst, klant, plek["id"])["id"]
    besluit = zet(dienst, vraag_aan(dienst, klant, STARTBAAN, dienstverbandId=verband), "besluiten", MOTIVERING)
    dienst.doe("POST", f"/besluiten/{besluit['id']}/toetsingen", "toetser", {"akkoord": True})
    assert dienst.roep("GET", f"/besluiten/{besluit['id']}/brief?vorm=html", "fg").status_code == 200
    pad, dag = f"/besluiten/{besluit['id']}/bekendmakingen", {"verzondenOp": f"{dienst.klok.nu():%Y-%m-%d}"}
    geweigerd = dienst.roep("POST", pad, ADMIN, dag | {"wijze": "post"})
    assert (geweigerd.status_code, geweigerd.json()["code"]) == (409, "vestiging_zonder_adres")
    dienst.doe("PATCH", f"/vestigingen/{plek['id']}", WC, {"adres": ADRES}, versie=plek["versie"])
    dienst.doe("POST", pad, ADMIN, dag | {"wijze": "post"})
    assert "7411 AB" in dienst.roep("GET", f"/besluiten/{besluit['id']}/brief?vorm=html", "fg").text
