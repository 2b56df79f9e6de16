"""Requests, campaigns, working groups and other systems over HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.kern.rollen import Rol
from app.services.campagne import werker
from tests.steun.dienst import Dienst
from tests.steun.kijk import aantal, rijen
from tests.steun.klanten import ingedeeld, taken

IC, PM = Rol.INKOMENSCONSULENT, Rol.PARTICIPATIEMAKELAAR
VOORSCHOT = {
    "soort": "voorschot_vakantiegeld",
    "omschrijving": "Wil eerder geld.",
    "bedrag": 15_000,
    "maand": "2026-04-20",
}
CAMPAGNE = {
    "gemeente": "GM0150",
    "onderwerp": "Regelingen bij een laag inkomen",
    "brief": "U hebt misschien recht op meer dan u denkt.",
    "datum": "2026-04-01",
    "overlegBeleidOp": "2026-03-30",
}


@pytest.mark.regel("DEV-ORG-502", "DEV-ORG-503")
def test_een_verzoek_van_ontvangst_tot_uitkomst(dienst: Dienst) -> None:
    werk = ingedeeld(dienst, "matchen")
    geweigerd = dienst.roep("POST", f"/klanten/{werk}/klantverzoeken", IC, VOORSCHOT).json()
    assert [toets["voorwaarde"] for toets in geweigerd["toetsen"]] == ["flankerende_dienstverlening"]
    gesprek = dienst.roep("POST", f"/klanten/{werk}/gesprekken", IC, {"soort": "doelmatigheidsgesprek"})
    assert [toets["voorwaarde"] for toets in gesprek.json()["toetsen"]] == ["flankerende_dienstverlening"]
    klant = ingedeeld(dienst, "zorgen")
    pad = f"/klanten/{klant}/klantverzoeken"
    zonder = dienst.roep("POST", pad, IC, VOORSCHOT | {"bedrag": None}).json()
    assert [toets["voorwaarde"] for toets in zonder["toetsen"]] == ["bedrag_en_maand"]
    assert dienst.roep("POST", pad, IC, VOORSCHOT | {"ontvangenOp": "2026-04-01"}).status_code == 400
    rij = dienst.doe("POST", pad, "receptie", VOORSCHOT)
    assert (rij["stand"], rij["maand"], rij["bedrag"]) == ("ontvangen", "2026-04-01", 15_000)
    assert [taak.soort for taak in taken(dienst, klant)] == ["klantverzoek_behandelen"]

    def stap(**inhoud: Any) -> Any:
        versie = dienst.doe("GET", pad, IC)["verzoeken"][0]["versie"]
        return dienst.roep("POST", f"/klantverzoeken/{rij['id']}/stappen", IC, inhoud, versie=versie)

    assert stap(stap="in_behandeling").json()["stand"] == "in_behandeling"
    fout = stap(stap="afgehandeld", datum="2026-03-30").json()
    assert {regel["veld"] for regel in fout["fouten"]} == {"uitkomst", "datum"}
    assert stap(stap="afgehandeld", uitkomst="verwerkt").status_code == 409
    klaar = stap(stap="afgehandeld", uitkomst="toegekend", besluitKenmerk="2026-B-7").json()
    assert (klaar["afgehandeldOp"], klaar["besluitKenmerk"], taken(dienst, klant)) == ("2026-03-31", "2026-B-7", [])
    assert stap(stap="in_behandeling").json()["code"] == "verkeerde_stand"
    assert stap(stap="heropend").status_code == 400
    assert stap(stap="heropend", toelichting="Verkeerd afgehandeld.").json()["uitkomst"] is None
    assert len(taken(dienst, klant)) == 1
    assert stap(stap="ingetrokken", toelichting="De klant wil het niet meer.").json()["stand"] == "ingetrokken"
    assert taken(dienst, klant) == []


@pytest.mark.regel("DEV-ORG-505")
def test_een_campagne_aan_alle_klanten_in_delen(
    dienst: Dienst, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(werker, "KLANTEN_PER_DEEL", 2)
    monkeypatch.setattr(werker, "DELEN_PER_RONDE", 1)
    klanten = {ingedeeld(dienst, groep) for groep in ("matchen", "zorgen", "faciliteren")}
    ingedeeld(dienst, None)
    fout = dienst.roep("POST", "/campagnes", PM, CAMPAGNE | {"gemeente": "GM0988", "datum": "2026-03-30"})
    assert {regel["veld"] for regel in fout.json()["fouten"]} == {"gemeente", "datum"}
    assert dienst.roep("POST", "/campagnes", PM, CAMPAGNE | {"overlegBeleidOp": "2026-04-01"}).status_code == 400
    weg = dienst.doe("POST", "/campagnes", PM, CAMPAGNE)
    dienst.doe("POST", f"/campagnes/{weg['id']}/intrekkingen", PM, {"reden": "Dubbel."}, versie=weg["versie"])
    plan = dienst.doe("POST", "/campagnes", PM, CAMPAGNE)
    assert plan["bijlage"] == "aanvraagformulier minimaregelingen"
    pad = f"/campagnes/{plan['id']}"
    vroeg = dienst.roep("POST", f"{pad}/verzendingen", PM, versie=plan["versie"])
    assert vroeg.json()["code"] == "nog_niet"
    dienst.zet_klok("2026-04-01T10:00:00+02:00")
    begonnen = dienst.doe("POST", f"{pad}/verzendingen", PM, versie=plan["versie"])
    assert (begonnen["stand"], begonnen["totaal"], begonnen["gemaakt"]) == ("bezig", 3, 0)
    dienst.ronde()
    assert dienst.doe("GET", pad, PM)["gemaakt"] == 2, "de voortgang per deel"
    dienst.ronde()
    klaar = dienst.doe("GET", pad, PM)
    assert (klaar["stand"], klaar["gemaakt"]) == ("verzonden", 3)
    bladzijde = dienst.doe("GET", f"{pad}/ontvangers?aantal=2", IC)
    rest = dienst.doe("GET", f"{pad}/ontvangers?aantal=2&na={bladzijde['volgende']}", IC)
    assert {regel["klantId"] for regel in bladzijde["ontvangers"] + rest["ontvangers"]} == klanten
    assert aantal(database_url, "verwerking", "handeling = 'campagne' AND klant_id IS NOT NULL") == 3
    assert dienst.roep("POST", f"{pad}/verzendingen", PM, versie=klaar["versie"]).json()["code"] == "verkeerde_stand"

    jaar = dienst.doe("GET", "/campagnes?gemeente=GM0150&jaar=2026", "teamleider")
    assert (len(jaar["campagnes"]), jaar["toets"]["uitkomst"]) == (2, "onbepaald")
    vraag = "SELECT uiterste::date::text FROM taak WHERE soort = 'campagne_plannen'"
    dienst.zet_klok("2026-09-30T10:00:00+02:00")
    assert rijen(database_url, vraag) == []
    dienst.zet_klok("2026-10-01T10:00:00+02:00")
    dienst.ronde()
    assert len(rijen(database_url, vraag)) == 1, "een signaal, en maar een keer"
    assert dienst.doe("GET", "/campagnes?gemeente=GM0150&jaar=2026", PM)["toets"]["uitkomst"] == "niet_voldaan"
    tweede = dienst.doe("POST", "/campagnes", PM, CAMPAGNE | {"datum": "2026-10-01"})
    dienst.doe("POST", f"/campagnes/{tweede['id']}/verzendingen", PM, versie=tweede["versie"])
    assert dienst.doe("GET", "/campagnes?gemeente=GM0150&jaar=2026", PM)["toets"]["uitkomst"] == "voldaan"
    assert aantal(database_url, "taak", "soort = 'campagne_plannen' AND status = 'open'") == 0
    assert dienst.roep("GET", "/campagnes?gemeente=GM0988&jaar=2026", PM).status_code == 400


@pytest.mark.regel("DEV-ORG-504")
def test_contactrollen_in_een_werkgroep(dienst: Dienst) -> None:
    contact = {
        "gemeente": "GM0150",
        "werkgroep": "overerving",
        "partner": "rmc",
        "rol": PM,
        "functie": "trajectbegeleider",
    }
    fout = dienst.roep("POST", "/werkgroepcontacten", PM, contact | {"partner": "iets", "rol": "receptie"})
    assert {regel["veld"] for regel in fout.json()["fouten"]} == {"partner", "rol"}
    assert dienst.roep("POST", "/werkgroepcontacten", PM, contact | {"werkgroep": "anders"}).status_code == 400
    [groep] = dienst.doe("POST", "/werkgroepcontacten", PM, contact)["werkgroepen"]
    assert groep["contacten"] == [{"partner": "rmc", "rol": "participatiemakelaar", "functie": "trajectbegeleider"}]
    dienst.doe("POST", "/werkgroepcontacten", IC, contact | {"actief": False})
    [groep] = dienst.doe("GET", "/werkgroepen?gemeente=GM0150", IC)["werkgroepen"]
    assert (groep["contacten"], len(groep["partners"])) == ([], 4)
    assert dienst.roep("GET", "/werkgroepen?gemeente=GM0988", IC).status_code == 400


@pytest.mark.regel("DEV-ORG-506")
def test_wat_ook_in_een_ander_systeem_staat(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "faciliteren")
    dienst.doe("POST", f"/klanten/{klant}/klantverzoeken", IC, {"soort": "mutatie", "omschrijving": "Verhuisd."})
    pad = f"/klanten/{klant}/externe-registraties"
    [rij] = dienst.doe("GET", pad, IC)["registraties"]
    assert (rij["systeem"], rij["stand"], rij["kenmerk"]) == ("gws", "open", None)
    melding = {"onderwerpId": rij["onderwerpId"], "systeem": "gws", "melding": "mislukt"}
    meld = f"/klanten/{klant}/externe-meldingen"
    fout = dienst.roep("POST", meld, "koppeling", melding | {"systeem": "jcc"}).json()
    assert {regel["veld"] for regel in fout["fouten"]} == {"onderwerpId", "toelichting"}
    assert dienst.roep("POST", meld, "koppeling", melding | {"melding": "bijgewerkt"}).status_code == 400
    [rij] = dienst.doe("POST", meld, "koppeling", melding | {"toelichting": "Dossier bezet."})["registraties"]
    assert rij["stand"] == "mislukt"
    assert len(dienst.doe("GET", "/externe-meldingen?systeem=gws", "administratie")["meldingen"]) == 1
    dienst.zet_klok("2026-03-31T10:00:00+02:00")
    goed = melding | {"melding": "bijgewerkt", "kenmerk": "WP-12"}
    [rij] = dienst.doe("POST", meld, "koppeling", goed)["registraties"]
    assert (rij["stand"], rij["kenmerk"]) == ("bijgewerkt", "WP-12")
    assert dienst.doe("GET", "/externe-meldingen?systeem=gws", "administratie")["meldingen"] == []
    dienst.zet_klok("2026-03-31T11:00:00+02:00")
    verzoek = dienst.doe("GET", f"/klanten/{klant}/klantverzoeken", IC)["verzoeken"][0]
    stap = {"stap": "afgehandeld", "uitkomst": "verwerkt"}
    dienst.doe("POST", f"/klantverzoeken/{verzoek['id']}/stappen", IC, stap, versie=verzoek["versie"])
    [rij] = dienst.doe("GET", pad, IC)["registraties"]
    assert (rij["stand"], rij["kenmerk"]) == ("gewijzigd", "WP-12")
