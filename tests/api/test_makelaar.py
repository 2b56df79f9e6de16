"""The participatiemakelaar over HTTP: from the referral to the besliscode, and what aanbieders tell later."""

from __future__ import annotations

from typing import Any

import pytest

from app.db.taak import Taakstatus
from app.domain.kern.rollen import Rol
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.klanten import ingedeeld, rij, taken

IC, PM = Rol.INKOMENSCONSULENT, Rol.PARTICIPATIEMAKELAAR
EEN, TWEE = str(medewerker_id(PM)), str(medewerker_id(PM, nummer=2))
VERWIJZING = {
    "doel": "start_vrijwilligerswerk",
    "gemotiveerd": True,
    "eigenKrachtOnvoldoende": True,
    "overdracht": "Wil helpen in een buurthuis en durft niet alleen te gaan.",
    "makelaarId": EEN,
}
VERSLAG = {
    "resultaat": "vrijwilligerswerk_gestart",
    "terugkoppeling": "De klant helpt elke dinsdag in de keuken.",
    "aanbevelingen": "Vraag later of een tweede ochtend past.",
}


def verwijs(dienst: Dienst, klant: str, **anders: Any) -> Any:
    return dienst.doe("POST", f"/klanten/{klant}/makelaarverwijzingen", IC, VERWIJZING | anders)


def zet(dienst: Dienst, wat: Any, deel: str, rol: Rol, inhoud: Any, **extra: Any) -> Any:
    versie = dienst.doe("GET", f"/makelaarverwijzingen/{wat['id']}", IC)["versie"]
    return dienst.doe("POST", f"/makelaarverwijzingen/{wat['id']}/{deel}", rol, inhoud, versie=versie, **extra)


def probeer(dienst: Dienst, wat: Any, deel: str, rol: Rol, inhoud: Any, **extra: Any) -> Any:
    versie = dienst.doe("GET", f"/makelaarverwijzingen/{wat['id']}", IC)["versie"]
    return dienst.roep("POST", f"/makelaarverwijzingen/{wat['id']}/{deel}", rol, inhoud, versie=versie, **extra)


def soorten(dienst: Dienst, klant: str, status: Taakstatus = Taakstatus.OPEN) -> list[str]:
    return [taak.soort for taak in taken(dienst, klant, status)]


@pytest.mark.regel("DEV-PMK-503", "DEV-PMK-504", "DEV-PMK-506", "DEV-PMK-507", "DEV-PMK-510", "DEV-PMK-512")
def test_van_verwijzing_tot_besliscode(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "faciliteren", consulent_id=None)
    pad = f"/klanten/{klant}/makelaarverwijzingen"
    assert dienst.roep("GET", pad, PM).status_code == 404, "zonder verwijzing ziet de makelaar het dossier niet"
    mis = dienst.roep("POST", pad, IC, VERWIJZING | {"gemotiveerd": None, "eigenKrachtOnvoldoende": False}).json()
    assert [toets["voorwaarde"] for toets in mis["toetsen"]] == ["gemotiveerd", "eigen_kracht_onvoldoende"]
    fout = dienst.roep("POST", pad, IC, VERWIJZING | {"makelaarId": str(medewerker_id(IC))})
    assert fout.json()["fouten"][0]["veld"] == "makelaarId"
    assert dienst.roep("POST", pad, IC, VERWIJZING | {"start": "2026-04-01"}).status_code == 400
    hulp = verwijs(dienst, klant)
    assert (hulp["inzet"], hulp["tot"], hulp["uiterstTot"]) == (
        "ondersteuning_participatie",
        "2026-05-31",
        "2026-07-31",
    )
    assert hulp["contactpersoonId"] == str(medewerker_id(IC))
    assert rij(dienst, klant).consulent_id is None, "de makelaar wordt geen eigenaar"
    assert dienst.doe("GET", pad, PM)["verwijzingen"][0]["id"] == hulp["id"]
    assert dienst.roep("GET", pad, PM, nummer=2).status_code == 404
    assert soorten(dienst, klant) == ["makelaar_eerste_contact"]
    dubbel = dienst.roep("POST", pad, IC, VERWIJZING).json()
    assert [toets["voorwaarde"] for toets in dubbel["toetsen"]] == ["geen_lopende_verwijzing"]

    zet(dienst, hulp, "stappen", PM, {"soort": "eerste_contact", "tekst": "Kennisgemaakt."})
    nog_eens = probeer(dienst, hulp, "stappen", PM, {"soort": "eerste_contact", "tekst": "Nog eens."})
    assert nog_eens.json()["code"] == "al_contact"
    assert soorten(dienst, klant) == []
    met_notitie = zet(dienst, hulp, "stappen", PM, {"soort": "notitie", "tekst": "Samen geweest kijken."})
    fout = probeer(
        dienst, hulp, "stappen", PM,
        {"soort": "nazorg", "tekst": "Gebeld.", "datum": "2026-03-30", "vervangt": met_notitie["regels"][-1]["id"]},
    )  # fmt: skip
    assert {regel["veld"] for regel in fout.json()["fouten"]} == {"datum", "vervangt"}
    zet(dienst, hulp, "stappen", PM, {"soort": "plaatsing", "tekst": "Begint dinsdag in het buurthuis."})
    assert soorten(dienst, klant) == ["brief_spelregels_vrijwilligerswerk"]
    brief = dienst.doe("POST", f"/makelaarverwijzingen/{hulp['id']}/brieven", IC, {"plek": "Buurthuis De Brug"})
    tekst = dienst.roep("GET", f"/brieven/{brief['id']}/inhoud?vorm=html", IC).text
    assert "Buurthuis De Brug" in tekst
    dienst.doe("POST", f"/brieven/{brief['id']}/verzendingen", IC, {"verzondenOp": "2026-03-31", "wijzen": ["email"]})
    assert soorten(dienst, klant) == []
    dienst.doe("POST", f"/brieven/{brief['id']}/herroepingen", IC, {"reden": "Het bericht kwam terug."})
    assert soorten(dienst, klant) == ["brief_spelregels_vrijwilligerswerk"], "verzenden moet nog"

    dienst.zet_klok("2026-05-18T10:00:00+02:00")
    assert "makelaar_einde" in soorten(dienst, klant)
    te_lang = probeer(dienst, hulp, "verlengingen", PM, {"tot": "2026-08-01", "reden": "Meer tijd nodig."})
    assert [toets["voorwaarde"] for toets in te_lang.json()["toetsen"]] == ["binnen_maximum"]
    langer = zet(dienst, hulp, "verlengingen", PM, {"tot": "2026-07-31", "reden": "Het buurthuis is even dicht."})
    assert (langer["tot"], langer["regels"][-1]["tekst"]) == ("2026-07-31", "Het buurthuis is even dicht.")
    assert "makelaar_einde" not in soorten(dienst, klant)
    vroeg = probeer(dienst, hulp, "sluitingen", IC, {"besliscode": "doel_bereikt"})
    assert [toets["voorwaarde"] for toets in vroeg.json()["toetsen"]] == ["eindverslag_aanwezig"]
    zonder = probeer(dienst, hulp, "eindverslagen", PM, VERSLAG)
    assert [toets["voorwaarde"] for toets in zonder.json()["toetsen"]] == ["vrijwilligerscontract"]
    vreemd = probeer(dienst, hulp, "eindverslagen", PM, VERSLAG | {"contractDocumentId": hulp["id"]})
    assert vreemd.status_code == 400
    klaar = zet(dienst, hulp, "eindverslagen", PM, VERSLAG | {"contractKenmerk": "ESUITE-12"})
    assert (klaar["stand"], klaar["contractKenmerk"]) == ("teruggekoppeld", "ESUITE-12")
    beter = zet(dienst, hulp, "eindverslagen", PM, VERSLAG | {"contractKenmerk": "ESUITE-13"})
    assert beter["contractKenmerk"] == "ESUITE-13"
    assert soorten(dienst, klant).count("makelaar_sluiten") == 1
    assert probeer(dienst, hulp, "sluitingen", PM, {"besliscode": "doel_bereikt"}).status_code == 403
    dicht = zet(dienst, hulp, "sluitingen", IC, {"besliscode": "doel_bereikt"})
    assert (dicht["stand"], dicht["besliscode"]) == ("gesloten", "doel_bereikt")
    assert dienst.roep("GET", pad, PM).status_code == 404, "na de sluiting ziet de makelaar het dossier niet meer"
    assert probeer(dienst, hulp, "sluitingen", IC, {"besliscode": "niet_bereikt"}).status_code == 400
    hersteld = zet(dienst, hulp, "sluitingen", IC, {"besliscode": "niet_bereikt", "reden": "Verkeerd gekozen."})
    assert (hersteld["besliscode"], hersteld["geslotenOp"]) == ("niet_bereikt", "2026-05-18")
    assert probeer(dienst, hulp, "intrekkingen", IC, {"reden": "Toch niet."}).json()["code"] == "verkeerde_stand"


@pytest.mark.regel("DEV-PMK-508", "DEV-PMK-509", "DEV-EVA-501")
def test_nazorg_berichten_van_aanbieders_en_de_cijfers(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "zorgen")
    hulp = verwijs(dienst, klant, doel="start_taallessen", grond="wil")
    bericht = {"aanbieder": "Taalhuis", "tekst": "De klant komt niet meer."}
    pad = f"/makelaarverwijzingen/{hulp['id']}/aanbiederberichten"
    assert dienst.roep("POST", pad, PM, bericht).json()["code"] == "hulp_loopt_nog"
    dienst.zet_klok("2026-07-31T10:00:00+02:00")
    op_tijd = zet(dienst, hulp, "stappen", PM, {"soort": "nazorg", "tekst": "Gebeld.", "datum": "2026-07-30"})
    assert op_tijd["waarschuwingen"] == []
    laat = zet(dienst, hulp, "stappen", PM, {"soort": "nazorg", "tekst": "Weer gebeld."})
    assert (len(laat["waarschuwingen"]), laat["regels"][-1]["naMaximum"]) == (1, True)
    verslag = VERSLAG | {"resultaat": "taalcursus_gestart", "terugkoppeling": "De klant volgt lessen."}
    zet(dienst, hulp, "eindverslagen", PM, verslag)
    assert probeer(dienst, hulp, "brieven", IC, {}).json()["code"] == "geen_vrijwilligerswerk"
    zet(dienst, hulp, "sluitingen", IC, {"besliscode": "doel_bereikt"})
    assert dienst.roep("POST", pad, PM, bericht, nummer=2).status_code == 404, "alleen wie de makelaar was"
    assert dienst.roep("POST", pad, PM, bericht | {"ontvangenOp": "2026-08-01"}).status_code == 400
    gekregen = dienst.doe("POST", pad, PM, bericht)
    assert gekregen == {"verwijzingId": hulp["id"], "doorgegeven": True}
    [signaal] = [taak for taak in taken(dienst, klant) if taak.soort == "makelaar_bericht_aanbieder"]
    assert (signaal.rol, signaal.eigenaar_id) == (IC, medewerker_id(IC))
    assert "Taalhuis" not in signaal.wat + signaal.waarom
    [gelezen] = dienst.doe("GET", f"/klanten/{klant}/makelaarverwijzingen", IC)["verwijzingen"]
    assert gelezen["regels"][-1]["tekst"] == "Taalhuis: De klant komt niet meer."
    dienst.zet_klok("2026-10-01T10:00:00+02:00")
    cijfers = dienst.doe("GET", "/sturing/makelaarinzet?jaar=2026&kwartaal=3", "beleidsmedewerker")
    assert [regel["doel"] for regel in cijfers["regels"]] == ["start_taallessen", None]
    assert {regel["aantal"] for regel in cijfers["regels"]} == {None}, "een geval is te klein om te tonen"
    assert dienst.doe("GET", "/sturing/makelaarinzet?jaar=2026&kwartaal=2", "teamleider")["regels"][0]["aantal"] == 0


@pytest.mark.regel("DEV-PMK-503", "DEV-PMK-505")
def test_drukte_een_andere_makelaar_en_geen_vaste_klanten(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "faciliteren")
    hulp = verwijs(dienst, klant)
    ander = ingedeeld(dienst, "faciliteren")
    vrij = {naam: waarde for naam, waarde in VERWIJZING.items() if naam != "makelaarId"}
    tweede = dienst.doe("POST", f"/klanten/{ander}/makelaarverwijzingen", IC, vrij)
    assert tweede["makelaarId"] == TWEE, "wie het minst te doen heeft"
    dienst.zet_klok("2026-04-09T10:00:00+02:00")
    staat = {
        regel["makelaarId"]: regel
        for regel in dienst.doe("GET", "/makelaars?gemeente=GM0150", "teamleider")["makelaars"]
    }
    assert (staat[EEN]["lopend"], staat[EEN]["wachtNog"], staat[EEN]["langsteWachttijd"]) == (1, 1, 5)
    assert not staat[EEN]["teLang"]
    dienst.zet_klok("2026-04-10T10:00:00+02:00")
    assert all(regel["teLang"] for regel in dienst.doe("GET", "/makelaars?gemeente=GM0150", IC)["makelaars"])
    assert [regel["id"] for regel in dienst.doe("GET", "/makelaarverwijzingen", PM)["verwijzingen"]] == [hulp["id"]]
    assert len(dienst.doe("GET", "/makelaarverwijzingen", IC)["verwijzingen"]) == 2

    zelf = probeer(dienst, hulp, "overdrachten", Rol.TEAMLEIDER, {"makelaarId": EEN, "reden": "Vergissing."})
    assert zelf.status_code == 404, "niet het eigen team"
    assert probeer(dienst, hulp, "overdrachten", IC, {"makelaarId": EEN, "reden": "Zelfde."}).status_code == 409
    zet(dienst, hulp, "overdrachten", IC, {"makelaarId": TWEE, "reden": "De makelaar is ziek."})
    [contact] = taken(dienst, klant)
    assert (contact.soort, str(contact.eigenaar_id)) == ("makelaar_eerste_contact", TWEE)
    assert dienst.roep("GET", f"/makelaarverwijzingen/{hulp['id']}", PM).status_code == 404
    weg = zet(dienst, hulp, "intrekkingen", IC, {"reden": "Bij de verkeerde klant vastgelegd."})
    assert (weg["stand"], taken(dienst, klant), rij(dienst, klant).makelaar_id) == ("ingetrokken", [], None)

    klant = ingedeeld(dienst, "matchen")
    pad, versie = f"/klanten/{klant}/toewijzing", rij(dienst, klant).versie
    geweigerd = dienst.roep("PUT", pad, "teamleider", {"consulentId": EEN}, versie=versie)
    assert [toets["voorwaarde"] for toets in geweigerd.json()["toetsen"]] == ["geen_makelaar_als_eigenaar"]
