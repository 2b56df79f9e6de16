"""Groups over HTTP: planned within the limits of the day, with attendance, homework and steps per klant."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.kern.rollen import Rol
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.klanten import ingedeeld, taken

WC = Rol.WERKCONSULENT
NIVEAU = {
    "gemeente": "GM0150",
    "niveau": "volledige_lockdown",
    "van": "2026-04-07",
    "tot": "2026-05-01",
    "reden": "Landelijke maatregelen",
    "beslotenDoor": "Directieteam",
}
AFSPRAAK = {"soort": "kennismakingsgesprek", "begint": "2026-04-08T10:00:00+02:00", "locatie": "Videobellen"}


def groep(dienst: Dienst, soort: str, start: str = "2026-04-08", **extra: Any) -> Any:
    opdracht = {"gemeente": "GM0150", "soort": soort, "naam": f"Groep {soort}", "start": start}
    opdracht |= {"begeleiderId": str(medewerker_id(WC))}
    return dienst.doe("POST", "/groepsactiviteiten", WC, opdracht | extra)


def moment(dienst: Dienst, wie: Any, begint: str, minuten: int = 60, vorm: str = "digitaal") -> Any:
    inhoud = {"begint": begint, "duurMinuten": minuten, "vorm": vorm}
    return dienst.roep("POST", f"/groepsactiviteiten/{wie['id']}/momenten", WC, inhoud)


def doe_mee(dienst: Dienst, wie: Any, klant: str, *, gedrag: bool = True) -> Any:
    inhoud = {"klantId": klant, "gedragsafspraken": gedrag}
    return dienst.roep("POST", f"/groepsactiviteiten/{wie['id']}/deelnemers", WC, inhoud)


def zet(dienst: Dienst, wie: Any, pad: str, inhoud: Any) -> Any:
    nu = dienst.doe("GET", f"/groepsactiviteiten/{wie['id']}", WC)
    return dienst.roep("PUT", f"/groepsactiviteiten/{wie['id']}{pad}", WC, inhoud, versie=nu["versie"])


def weigering(antwoord: Any) -> list[str]:
    assert antwoord.status_code == 409, antwoord.text
    return [toets["voorwaarde"] for toets in antwoord.json().get("toetsen") or ()]


@pytest.mark.regel("DEV-DIG-028")
@pytest.mark.regel("DEV-DIG-029")
@pytest.mark.regel("DEV-DIG-027")
def test_workshop_met_huiswerk_en_een_vervolggroep(dienst: Dienst) -> None:
    dienst.doe("POST", "/dienstverleningsniveaus", Rol.TEAMLEIDER, NIVEAU)
    workshop = groep(dienst, "workshop", klantgroep="matchen")
    assert "GoodHabitz" in workshop["thuiswerk"]
    assert weigering(moment(dienst, workshop, "2026-04-08T10:00:00+02:00", 61)) == ["duur_moment"]
    fysiek = moment(dienst, workshop, "2026-04-08T10:00:00+02:00", 180, "fysiek")
    assert weigering(fysiek) == ["vorm_mogelijk"]
    assert moment(dienst, workshop, "2026-05-01T10:00:00+02:00", 180, "fysiek").status_code == 201
    gepland = moment(dienst, workshop, "2026-04-08T10:00:00+02:00").json()
    tijdens, later = gepland["momenten"]
    assert (tijdens["varianten"], later["varianten"]) == (["volledige_lockdown"], [])

    klanten = [ingedeeld(dienst, "matchen") for _ in range(6)]
    assert weigering(doe_mee(dienst, workshop, klanten[0], gedrag=False)) == ["gedragsafspraken_toegezegd"]
    for klant in klanten:
        assert doe_mee(dienst, workshop, klant).status_code == 201
    assert doe_mee(dienst, workshop, klanten[0]).json()["code"] == "doet_al_mee"

    pad = f"/momenten/{tijdens['id']}/verslag"
    verslag = {"deelnemers": [{"klantId": klanten[0], "aanwezig": True, "huiswerk": "opgegeven"}]}
    assert zet(dienst, workshop, pad, verslag).json()["code"] == "nog_niet_begonnen"
    dienst.zet_klok("2026-04-08T11:00:00+02:00")
    onbekend = {"deelnemers": [verslag["deelnemers"][0], verslag["deelnemers"][0]]}
    assert [f["veld"] for f in zet(dienst, workshop, pad, onbekend).json()["fouten"]] == ["deelnemers.1.klantId"]
    assert zet(dienst, workshop, pad, verslag).status_code == 200
    verslag["deelnemers"][0] |= {"huiswerk": "ingeleverd", "resultaatKenmerk": "doc-1"}
    na = zet(dienst, workshop, pad, verslag).json()
    assert [(p["huiswerk"], p["resultaatKenmerk"]) for p in na["deelnemers"][0]["presentie"]] == [
        ("ingeleverd", "doc-1")
    ]
    wijziging = {"begint": "2026-04-09T10:00:00+02:00", "duurMinuten": 60, "vorm": "digitaal"}
    assert zet(dienst, workshop, f"/momenten/{tijdens['id']}", wijziging).json()["code"] == "moment_gehouden"
    pad_later = f"/momenten/{later['id']}"
    assert zet(dienst, workshop, pad_later, wijziging | {"vervalt": True}).json()["fouten"][0]["veld"] == "reden"
    assert zet(dienst, workshop, pad_later, wijziging).status_code == 200
    vervalt = zet(dienst, workshop, pad_later, wijziging | {"vervalt": True, "reden": "Zaal dicht"}).json()
    assert [m["status"] for m in vervalt["momenten"]] == ["gehouden", "vervallen"]
    assert zet(dienst, workshop, f"{pad_later}/verslag", verslag).json()["code"] == "moment_vervallen"

    vervolg = groep(dienst, "vervolggroep", "2026-04-09", vervolgOp=workshop["id"])
    antwoorden = [doe_mee(dienst, vervolg, klant).status_code for klant in klanten]
    assert antwoorden == [201] * 5 + [409]
    eruit = {"klantId": klanten[0], "status": "verwijderd", "reden": "Stoorde herhaaldelijk"}
    assert zet(dienst, vervolg, "/deelname-einde", eruit).json()["bezet"] == 4
    assert "individuele_begeleiding_plannen" in [taak.soort for taak in taken(dienst, klanten[0])]
    assert zet(dienst, vervolg, "/deelname-einde", eruit).status_code == 404
    assert doe_mee(dienst, vervolg, klanten[5]).status_code == 201
    klaar = zet(dienst, vervolg, "/einde", {"reden": "Huiswerk besproken"}).json()
    assert {d["status"] for d in klaar["deelnemers"]} == {"verwijderd", "afgerond"}
    assert doe_mee(dienst, vervolg, klanten[0]).json()["code"] == "groep_beeindigd"
    lijst = dienst.doe("GET", "/groepsactiviteiten?soort=workshop&aantal=1", WC)
    assert [rij["id"] for rij in lijst["groepsactiviteiten"]] == [workshop["id"]]
    rest = dienst.doe("GET", f"/groepsactiviteiten?soort=workshop&na={lijst['volgende']}", WC)
    assert rest["groepsactiviteiten"] == []


def test_een_plaats_van_een_ander_team_is_bezet_en_wie_wordt_getoond_staat_in_de_logging(dienst: Dienst) -> None:
    """A werkconsulent sees the klanten of the own team only; the places of the others are taken all the same."""
    dienst.doe("POST", "/dienstverleningsniveaus", Rol.TEAMLEIDER, NIVEAU)
    samen = groep(dienst, "bemiddelingsgroep")
    vreemden = [ingedeeld(dienst, "groeien", consulent_id=None, team="elders") for _ in range(4)]
    for klant in vreemden:
        inhoud = {"klantId": klant, "gedragsafspraken": True}
        dienst.doe("POST", f"/groepsactiviteiten/{samen['id']}/deelnemers", Rol.ADMINISTRATIE, inhoud)
    eigen = ingedeeld(dienst, "matchen")
    na = doe_mee(dienst, samen, eigen).json()
    assert (na["bezet"], [d["klantId"] for d in na["deelnemers"]]) == (5, [eigen])
    assert weigering(doe_mee(dienst, samen, ingedeeld(dienst, "matchen"))) == ["plaats_in_groep"]
    assert zet(dienst, samen, "/einde", {"reden": "Klaar"}).json()["code"] == "niet_alle_deelnemers"
    gezien = dienst.doe("GET", f"/klanten/{vreemden[0]}/verwerkingen", "fg")["verwerkingen"]
    assert [regel["uitkomst"] for regel in gezien].count("gelezen") == 4


@pytest.mark.regel("DEV-DIG-034")
@pytest.mark.regel("DEV-DIG-035")
def test_de_digitale_brug_van_kennismaking_tot_laatste_stap(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "groeien")
    dienst.doe("POST", "/dienstverleningsniveaus", Rol.TEAMLEIDER, NIVEAU)
    brug = groep(dienst, "brug", klantgroep="groeien")
    assert (len(brug["programma"]), brug["programmaMinuten"]) == (16, [840, 1080])
    assert weigering(doe_mee(dienst, brug, klant)) == ["kennismaking_gevoerd"]
    gesprek = dienst.doe("POST", "/afspraken", WC, AFSPRAAK | {"klantId": klant, "wijzen": ["email"]})
    assert weigering(doe_mee(dienst, brug, klant)) == ["kennismaking_gevoerd"]
    dienst.zet_klok("2026-04-08T11:00:00+02:00")
    pad = f"/afspraken/{gesprek['id']}/uitkomst"
    dienst.doe("PUT", pad, WC, {"uitkomst": "verschenen"}, versie=gesprek["versie"])
    assert doe_mee(dienst, brug, klant).status_code == 201

    def stap(**inhoud: Any) -> Any:
        pad = f"/groepsactiviteiten/{brug['id']}/stappen"
        return dienst.roep("POST", pad, WC, {"klantId": klant, "stap": "wie_ben_ik_opdracht"} | inhoud)

    assert weigering(stap(gedaanOp="2026-04-08", minuten=60)) == ["resultaat_bij_opdracht"]
    assert stap(stap="wie_ben_jij").json()["fouten"][0]["veld"] == "stap"
    assert stap(gedaanOp="2026-04-09").json()["fouten"][0]["veld"] == "gedaanOp"
    gedaan = stap(gedaanOp="2026-04-08", minuten=60, resultaatKenmerk="werkmap-1").json()
    [wie] = gedaan["deelnemers"]
    assert [(s["code"], s["gedaanOp"]) for s in wie["stappen"]] == [("wie_ben_ik_opdracht", "2026-04-08")]
    [wie] = stap().json()["deelnemers"]
    assert [s["gedaanOp"] for s in wie["stappen"]] == [None]


@pytest.mark.regel("DEV-DIG-031")
@pytest.mark.regel("DEV-DIG-037")
def test_te_weinig_momenten_in_een_week_is_een_signaal(dienst: Dienst) -> None:
    dienst.doe("POST", "/dienstverleningsniveaus", Rol.TEAMLEIDER, NIVEAU)
    bemiddeling = groep(dienst, "bemiddelingsgroep")
    assert (bemiddeling["einde"], bemiddeling["deelnemersMax"]) == ("2026-06-08", 5)
    assert len(bemiddeling["signalen"]) == 2
    for dag in ("2026-04-08", "2026-04-10", "2026-04-14"):
        gepland = moment(dienst, bemiddeling, f"{dag}T10:00:00+02:00").json()
    assert [(s["voorwaarde"], s["feiten"]["aantal"]) for s in gepland["signalen"]] == [("ritme_per_week", 1)]
    wekelijks = groep(dienst, "werken_aan_werk", klantgroep="groeien")
    assert wekelijks["doeldatum"] == "2029-04-08"
    assert weigering(moment(dienst, wekelijks, "2026-04-08T10:00:00+02:00", 90)) == ["duur_moment"]
    assert moment(dienst, wekelijks, "2026-03-30T10:00:00+02:00").json()["fouten"][0]["veld"] == "begint"


def test_een_groep_met_fouten_noemt_ze_allemaal(dienst: Dienst) -> None:
    opdracht = {"gemeente": "GM0988", "soort": "brug", "naam": "De Brug", "start": "2026-04-08"}
    vreemd = {
        "begeleiderId": "00000000-0000-7000-8000-000000999999",
        "vervolgOp": "00000000-0000-7000-8000-000000999999",
    }
    antwoord = dienst.roep("POST", "/groepsactiviteiten", WC, opdracht | vreemd)
    assert {f["veld"] for f in antwoord.json()["fouten"]} == {"gemeente", "begeleiderId", "vervolgOp"}
    wie = groep(dienst, "terugkommoment")
    pad = f"/momenten/{wie['id']}"
    inhoud = {"begint": "2026-04-09T10:00:00+02:00", "duurMinuten": 60, "vorm": "digitaal"}
    assert zet(dienst, wie, pad, inhoud).status_code == 404
