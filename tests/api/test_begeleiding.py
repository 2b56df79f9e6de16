"""Individual guidance over HTTP: contact that is watched, a rhythm, goal-action items, the choice of a workplace."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from app.domain.kern.rollen import Rol
from tests.steun.afspraak import NA_EERSTE, gemeld, nodig_uit, plan_bijeenkomst
from tests.steun.dienst import Dienst
from tests.steun.klanten import ingedeeld, rij, taken

WC = Rol.WERKCONSULENT
BESLUIT = {"gemeente": "GM0150", "van": "2026-04-07", "reden": "Maatregelen", "beslotenDoor": "Directieteam"}


def soorten(dienst: Dienst, klant: str) -> list[str]:
    return [taak.soort for taak in taken(dienst, klant)]


@pytest.mark.regel("DEV-DIG-030")
def test_stilte_in_de_eerste_weken_wordt_een_taak(dienst: Dienst) -> None:
    dienst.doe("POST", "/dienstverleningsniveaus", Rol.TEAMLEIDER, BESLUIT | {"niveau": "gedeeltelijke_lockdown"})
    klant = gemeld(dienst, "matchen")
    bijeenkomst = plan_bijeenkomst(dienst, "matchen")
    nodig_uit(dienst, bijeenkomst, klant)
    dienst.zet_klok(NA_EERSTE)
    nu = dienst.doe("GET", f"/bijeenkomsten/{bijeenkomst['id']}", WC)
    lijst = {"deelnemers": [{"klantId": klant, "uitkomst": "verschenen"}]}
    dienst.doe("PUT", f"/bijeenkomsten/{bijeenkomst['id']}/presentielijst", WC, lijst, versie=nu["versie"])
    bijeenkomst_om = rij(dienst, klant).laatste_contact
    dienst.zet_klok("2026-04-21T12:00:00+02:00")
    assert "contact_zoeken" not in soorten(dienst, klant)
    dienst.zet_klok("2026-04-22T12:00:00+02:00")
    assert "contact_zoeken" in soorten(dienst, klant)
    contact = {"vorm": "telefoon", "onderwerpen": ["vacatures", "zoekgedrag"], "afspraken": "Twee sollicitaties"}
    beeld = dienst.doe("POST", f"/klanten/{klant}/contactmomenten", WC, contact)
    assert beeld["contactmomenten"][0]["varianten"] == ["gedeeltelijke_lockdown"]
    assert {"zoekgedrag", "vacatures"} <= set(beeld["onderwerpen"])
    assert "contact_zoeken" not in soorten(dienst, klant)
    dienst.zet_klok("2026-04-30T12:00:00+02:00")
    assert "contact_zoeken" in soorten(dienst, klant)
    assert "zoekgedrag" not in dienst.roep("GET", f"/klanten/{klant}/tijdlijn", WC).text
    assert rij(dienst, klant).laatste_contact == datetime.fromisoformat("2026-04-22T12:00:00+02:00")
    pad = f"/contactmomenten/{beeld['contactmomenten'][0]['id']}/intrekkingen"
    terug = dienst.doe("POST", pad, WC, {"reden": "Verkeerde klant"})
    assert terug["contactmomenten"][0]["redenIntrekking"] == "Verkeerde klant"
    assert rij(dienst, klant).laatste_contact == bijeenkomst_om
    assert dienst.roep("POST", pad, WC, {"reden": "Nog eens"}).json()["code"] == "al_ingetrokken"


@pytest.mark.regel("DEV-DIG-036")
def test_doelactieplan_en_contactritme(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "groeien")
    beeld = dienst.doe("POST", f"/klanten/{klant}/contactafspraken", WC, {"elkeDagen": 14})
    assert beeld["contactafspraak"]["volgende"] == "2026-04-14"
    dienst.zet_klok("2026-04-02T12:00:00+02:00")
    contact: dict[str, Any] = {"vorm": "videobellen", "onderwerpen": ["doelen"]}
    morgen = dienst.roep("POST", f"/klanten/{klant}/contactmomenten", WC, contact | {"tijdstip": "2026-04-03T09:00Z"})
    assert [f["veld"] for f in morgen.json()["fouten"]] == ["tijdstip"]
    beeld = dienst.doe("POST", f"/klanten/{klant}/contactmomenten", WC, contact)
    assert beeld["contactafspraak"]["volgende"] == "2026-04-16"
    dienst.zet_klok("2026-04-17T12:00:00+02:00")
    assert "contact_zoeken" in soorten(dienst, klant)
    punt = {"omschrijving": "Twee mensen spreken", "uiterlijk": "2026-05-01"}
    [actie] = dienst.doe("POST", f"/klanten/{klant}/doelacties", WC, punt)["doelacties"]
    assert actie["status"] == "open"
    klaar = punt | {"status": "gedaan", "resultaat": "Zorg spreekt aan"}
    nieuw = dienst.doe("PUT", f"/doelacties/{actie['id']}", WC, klaar, versie=actie["versie"])
    assert (nieuw["status"], nieuw["versie"]) == ("gedaan", actie["versie"] + 1)
    gezien = dienst.doe("GET", f"/klanten/{klant}/begeleiding", WC)
    assert [rij["resultaat"] for rij in gezien["doelacties"]] == ["Zorg spreekt aan"]


@pytest.mark.regel("DEV-DIG-032")
def test_de_terugval_naar_bemiddeling_onder_lockdown(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "matchen")
    pad = f"/klanten/{klant}/werkplekkeuzes"
    assert dienst.doe("POST", pad, WC, {"keuze": "intern"})["werkplekkeuzes"][0]["varianten"] == []
    dienst.doe("POST", "/dienstverleningsniveaus", Rol.TEAMLEIDER, BESLUIT | {"niveau": "volledige_lockdown"})
    dienst.zet_klok("2026-04-07T12:00:00+02:00")
    geweigerd = dienst.roep("POST", pad, WC, {"keuze": "intern"}).json()
    assert [t["voorwaarde"] for t in geweigerd["toetsen"]] == ["werkplek_mogelijk", "keuze_gemotiveerd"]
    keuze = {"keuze": "intensieve_bemiddeling", "reden": "Geen enkele plek mogelijk"}
    beeld = dienst.doe("POST", pad, WC, keuze)
    assert [(k["keuze"], k["varianten"]) for k in beeld["werkplekkeuzes"]] == [
        ("intensieve_bemiddeling", ["volledige_lockdown"]),
        ("intern", []),
    ]
    assert "begeleiding/volledige_lockdown" in beeld["werkplekkeuzes"][0]["beleidId"]
