"""Agreements with a klant over HTTP, repeating them, and the paper at the end of the ambitiegesprek."""

from __future__ import annotations

from typing import Any

import pytest

from tests.steun.afspraak import gemeld, lijst, nodig_uit, plan_bijeenkomst
from tests.steun.dienst import Dienst
from tests.steun.indeling import nieuw, spreek
from tests.steun.klanten import ingedeeld, taken

WC = "werkconsulent"


def maak(dienst: Dienst, klant_id: str, **anders: Any) -> Any:
    afspraak = {"wat": "Schrijft zich in bij UWV", "uiterlijk": "2026-04-09", "aanleiding": "ambitiegesprek"}
    return dienst.doe("POST", f"/klanten/{klant_id}/klantafspraken", WC, afspraak | anders)


def soorten(dienst: Dienst, klant_id: str) -> set[str]:
    return {taak.soort for taak in taken(dienst, klant_id)}


@pytest.mark.regel("DEV-AFS-006")
def test_van_afspraak_tot_nakoming(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "matchen")
    gemaakt = maak(dienst, klant_id)
    assert (gemaakt["stand"], gemaakt["door"], gemaakt["versie"]) == ("open", "klant", 1)
    pad = f"/klanten/{klant_id}/klantafspraken"
    for fout, veld in (({"uiterlijk": "2026-03-30"}, "uiterlijk"), ({"door": "ander"}, "doorNaam")):
        opdracht = {"wat": "Iets doen", "uiterlijk": "2026-04-09"} | fout
        assert dienst.roep("POST", pad, WC, opdracht).json()["fouten"][0]["veld"] == veld
    dienst.zet_klok("2026-04-09T12:00:00+02:00")
    assert soorten(dienst, klant_id) == set()
    assert dienst.doe("GET", "/klantafspraken?stand=te_laat", WC)["klantafspraken"] == []
    dienst.zet_klok("2026-04-10T12:00:00+02:00")
    assert soorten(dienst, klant_id) == {"klantafspraak_nagaan"}
    (laat,) = dienst.doe("GET", "/klantafspraken?stand=te_laat&aantal=1", WC)["klantafspraken"]
    assert (laat["id"], laat["klant"]["naam"], laat["stand"]) == (gemaakt["id"], "Sam de Wit", "te_laat")

    hier = f"/klantafspraken/{gemaakt['id']}"
    assert dienst.roep("PUT", f"{hier}/nakoming", WC, {"nagekomen": False}, versie=1).status_code == 400
    gemist = dienst.doe("PUT", f"{hier}/nakoming", WC, {"nagekomen": False, "reden": "Vergeten"}, versie=1)
    assert gemist["stand"] == "gemist"
    assert soorten(dienst, klant_id) == {"klantafspraak_gemist"}
    assert [rij["id"] for rij in dienst.doe("GET", "/klantafspraken?stand=gemist", WC)["klantafspraken"]] == [
        laat["id"]
    ]
    assert dienst.roep("PUT", f"{hier}/nakoming", WC, {"nagekomen": True}, versie=1).status_code == 412
    goed = dienst.doe("PUT", f"{hier}/nakoming", WC, {"nagekomen": True}, versie=2)
    assert (goed["stand"], goed["reden"], soorten(dienst, klant_id)) == ("nagekomen", None, set())
    weg = dienst.doe("PUT", f"{hier}/verval", WC, {"reden": "Dubbel vastgelegd"}, versie=3)
    assert weg["stand"] == "vervallen"
    assert (
        dienst.roep("PUT", f"{hier}/nakoming", WC, {"nagekomen": True}, versie=4).json()["code"] == "verkeerde_status"
    )
    vreemd = dienst.roep("PUT", f"{hier}/verval", "participatiemakelaar", {"reden": "Van een ander"}, versie=4)
    assert vreemd.status_code == 404
    (alles,) = dienst.doe("GET", pad, WC)["klantafspraken"]
    assert alles["stand"] == "vervallen"


@pytest.mark.regel("DEV-AFS-006", "DEV-AFS-007")
def test_na_een_kick_off_worden_de_afspraken_herhaald(dienst: Dienst) -> None:
    klant_id = gemeld(dienst, "groeien", kenmerken=["lvb"], telefoon="06 12345678")
    bijeenkomst = plan_bijeenkomst(dienst, "groeien")
    nodig_uit(dienst, bijeenkomst, klant_id)
    dienst.zet_klok("2026-04-14T13:30:00+02:00")
    voor = dienst.doe("GET", f"/klanten/{klant_id}/rechten-en-plichten", WC)
    assert (voor["besproken"], voor["nogNiet"]) == ([], ["ambitiegesprek", "kick_off", "beschikking"])
    lijst(dienst, bijeenkomst, **{klant_id: "verschenen"})
    na = dienst.doe("GET", f"/klanten/{klant_id}/rechten-en-plichten", WC)
    assert [(b["aanleiding"], b["datum"]) for b in na["besproken"]] == [("kick_off", "2026-04-14")]
    assert na["nogNiet"] == ["ambitiegesprek", "beschikking"]
    assert "afspraken_herhalen" in soorten(dienst, klant_id)

    pad = f"/klanten/{klant_id}/herhalingen"
    assert dienst.roep("POST", pad, WC, {"kanaal": "whatsapp"}).json()["code"] == "geen_afspraken"
    maak(dienst, klant_id, uiterlijk="2026-04-20")
    maak(dienst, klant_id, wat="Belt de school", door="gemeente", uiterlijk="2026-04-21")
    bericht = dienst.doe("POST", pad, WC, {"kanaal": "whatsapp"})
    assert bericht["kanaal"] == "whatsapp"
    assert "Schrijft zich in bij UWV, uiterlijk 20-04-2026" in bericht["inhoud"]
    assert "Wij: Belt de school, uiterlijk 21-04-2026" in bericht["inhoud"]
    assert "afspraken_herhalen" not in soorten(dienst, klant_id)
    mail = dienst.doe("POST", pad, WC, {})
    assert (mail["kanaal"], dienst.doe("GET", f"/berichten/{bericht['id']}", WC)["status"]) == (
        "mail",
        "teruggetrokken",
    )


@pytest.mark.regel("DEV-AMB-011", "DEV-AAN-019")
def test_de_samenvatting_op_papier(dienst: Dienst) -> None:
    klant_id = gemeld(dienst, "groeien")
    maak(dienst, klant_id, uiterlijk="2026-04-20")
    pad = f"/klanten/{klant_id}/samenvattingen"
    zonder = dienst.doe("POST", pad, "intaker", {})
    assert "U krijgt nog een uitnodiging voor een startbijeenkomst." in zonder["inhoud"]
    nodig_uit(dienst, plan_bijeenkomst(dienst, "groeien"), klant_id)
    brief = dienst.doe("POST", pad, "intaker", {})
    assert (brief["kanaal"], brief["status"]) == ("brief", "af_te_drukken")
    for deel in (
        "groep Groeien",
        "dinsdag 14 april 2026, 10.00 uur, Stadhuis, zaal 2",
        "- Schrijft zich in bij UWV, uiterlijk 20-04-2026",
        "Uw contactpersoon is werkconsulent 1",
        "rechten en plichten",
    ):
        assert deel in brief["inhoud"]
    assert dienst.doe("GET", f"/berichten/{zonder['id']}", "intaker")["status"] == "teruggetrokken"
    zorgen = dienst.doe("POST", f"/klanten/{gemeld(dienst, 'zorgen')}/samenvattingen", "intaker", {})
    assert "Voor uw groep is er geen startbijeenkomst." in zorgen["inhoud"]


@pytest.mark.regel("DEV-AMB-011", "DEV-AFS-006", "DEV-AFS-007")
def test_bij_het_sluiten_van_het_ambitiegesprek(dienst: Dienst) -> None:
    klant_id = nieuw(dienst, kenmerken=["lvb"])
    slot = {"samenvattingMeegegeven": True, "begripGecontroleerd": False, "rechtenEnPlichtenBesproken": True}
    gesprek = spreek(dienst, klant_id, **slot)
    toetsen = {toets["voorwaarde"]: toets["uitkomst"] for toets in gesprek["toetsen"]}
    assert toetsen["samenvatting_meegegeven"] == toetsen["rechten_en_plichten_besproken"] == "voldaan"
    assert toetsen["begrip_gecontroleerd"] == "niet_voldaan"
    besproken = dienst.doe("GET", f"/klanten/{klant_id}/rechten-en-plichten", "intaker")
    assert [(b["aanleiding"], b["datum"]) for b in besproken["besproken"]] == [("ambitiegesprek", "2026-03-31")]
    assert "afspraken_herhalen" in soorten(dienst, klant_id)
