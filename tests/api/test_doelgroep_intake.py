"""Doelgroepen in the intake and the indeling: what the form says, who goes on, who starts at once."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.db.taak import Taakstatus
from tests.steun.beschikking import klaar_om_te_beslissen, tot_verzonden, wens
from tests.steun.dienst import Dienst
from tests.steun.doelgroep import leg_vast
from tests.steun.indeling import STUDIEPLICHT, deel_in, klaar, mis, nieuw, spreek, stel_voor
from tests.steun.intake import gesprek, lees, meld, opdracht, persoon, plan, screen
from tests.steun.kijk import rijen
from tests.steun.klanten import ingedeeld, rij, taken
from tests.steun.maatregelzaak import met_plan

GEBOREN = date(2004, 5, 1)
NA_GESPREK = "2026-04-02T11:00:00+02:00"
BESLUIT: dict[str, Any] = {
    "gemeenteVerblijf": "Lochem",
    "ambitiegesprek": False,
    "dienstverleningVerblijf": "Lochem biedt zelf begeleiding.",
    "postadresDeventer": False,
    "nachtopvangDeventer": True,
    "geinformeerdOp": "2026-04-02",
    "contactpersoon": "A. Ambtenaar",
    "datum": "2026-04-02",
}


def soorten(dienst: Dienst, klant: str, status: Taakstatus = Taakstatus.OPEN) -> list[str]:
    return [taak.soort for taak in taken(dienst, klant, status)]


def sluit(dienst: Dienst, melding: dict[str, Any], *per_persoon: dict[str, Any], **extra: Any) -> Any:
    pad = f"/meldingen/{melding['id']}/screeningen"
    inhoud = gesprek(melding, *per_persoon, **extra)
    return dienst.roep("POST", pad, "inkomensconsulent", inhoud, versie=melding["versie"])


@pytest.mark.regel("DEV-JON-008", "DEV-JON-011", "DEV-JON-019", "DEV-JON-007")
def test_de_jongerencoach_meldt_een_jongere_die_al_bekend_is(dienst: Dienst) -> None:
    wie = persoon(dienst, "2004-05-01", bekendBij={"organisatie": "rmc", "contactpersoon": "J. Coach"})
    melding = meld(dienst, wie, melder="jongerencoach")
    [jongere] = melding["personen"]
    assert (melding["melder"], jongere["werkproces"]) == ("jongerencoach", "jongeren_27min")
    assert {"jongere_bekend_contact", "startkwalificatie_vaststellen"} <= set(soorten(dienst, jongere["klantId"]))
    assert melding["termijnen"][0]["soort"], "de screening volgt dezelfde termijnen"
    ouder = meld(dienst, persoon(dienst))
    assert ouder["personen"][0]["werkproces"] == "regulier"
    assert "startkwalificatie_vaststellen" not in soorten(dienst, ouder["personen"][0]["klantId"])
    fout = opdracht(persoon(dienst, bekendBij={"organisatie": "rmc", "contactpersoon": "J. Coach"}))
    assert dienst.roep("POST", "/meldingen", "receptie", fout).json()["toetsen"][0]["voorwaarde"] == "jongere"


@pytest.mark.regel("DEV-DOE-006", "DEV-DOE-004")
def test_wie_zonder_adres_uit_de_regio_komt_houdt_een_screening(dienst: Dienst) -> None:
    melding = meld(dienst, persoon(dienst, adresopgave={"verblijfsgemeente": "Lochem"}))
    klant = melding["personen"][0]["klantId"]
    assert {"screening_plannen", "dakloosheid_bevestigen"} <= set(soorten(dienst, klant))
    plan(dienst, melding, "2026-04-02T10:00:00+02:00")
    dienst.zet_klok(NA_GESPREK)
    geweigerd = sluit(dienst, lees(dienst, melding))
    assert mis(geweigerd) == ["centrumgemeente_afgehandeld"]
    leg_vast(dienst, klant, "centrumgemeente", **BESLUIT)
    leg_vast(dienst, klant, "geen_dakloosheid", reden="Woont bij familie.")
    screen(dienst, lees(dienst, melding))
    assert {"ambitiegesprek_plannen", "dakloosheid_bevestigen"} & set(soorten(dienst, klant)) == set()


@pytest.mark.regel("DEV-JON-014")
def test_een_jongere_zonder_recht_kiest_zelf(dienst: Dienst) -> None:
    melding = meld(dienst, persoon(dienst, "2004-05-01"))
    klant = melding["personen"][0]["klantId"]
    plan(dienst, melding, "2026-04-02T10:00:00+02:00")
    dienst.zet_klok(NA_GESPREK)
    weg = {"uitkomst": "doorverwezen", "recht": "nee", "verwijzing": {"instantie": "DUO"}}
    assert mis(sluit(dienst, lees(dienst, melding), **weg)) == ["ambitiegesprek_gevraagd"]
    klaar_ = sluit(dienst, lees(dienst, melding), {"wilAmbitiegesprek": True}, **weg)
    assert klaar_.status_code == 201, klaar_.text
    assert "ambitiegesprek_plannen" in soorten(dienst, klant)


@pytest.mark.regel("DEV-JON-009", "DEV-JON-006")
def test_een_vso_pro_jongere_start_in_groeien_zonder_gesprek(dienst: Dienst) -> None:
    klant = nieuw(dienst, geboortedatum=GEBOREN)
    pad = f"/klanten/{klant}/indelingsvoorstellen"
    assert mis(dienst.roep("POST", pad, "intaker", {})) == ["ambitiegesprek_gehouden"]
    leg_vast(dienst, klant, "schooloverdracht", school="De Voorbeeldschool", document="ZAAK-1")
    voorstel = stel_voor(dienst, klant, verwachteTermijnMaanden=12)
    assert (voorstel["klantgroep"], voorstel["gesprekId"]) == ("groeien", None)
    leg_vast(dienst, klant, "wajong_afgewezen", datum="2026-03-01")
    deel_in(dienst, klant, feiten={"verwachteTermijnMaanden": 12})
    assert "vso_pro_indelen" not in soorten(dienst, klant)
    assert rij(dienst, klant).klantgroep == "groeien"
    dienst.zet_klok("2029-03-31T09:00:00+02:00")
    assert "wajong_herbeoordelen" not in soorten(dienst, klant)
    dienst.zet_klok("2029-04-01T09:00:00+02:00")
    assert "wajong_herbeoordelen" in soorten(dienst, klant)
    velden = {"arbeidspotentieel": False, "toelichting": "Besproken.", "datum": "2029-04-01"}
    leg_vast(dienst, klant, "wajong_herbeoordeling", "werkconsulent", **velden)
    assert "uwv_aanvraag" in soorten(dienst, klant)


@pytest.mark.regel("DEV-JON-006", "DEV-JON-007")
def test_wie_uit_groeien_gaat_wordt_niet_meer_herzien(dienst: Dienst) -> None:
    klant = klaar(dienst, {"studieplicht": STUDIEPLICHT, "verwachteTermijnMaanden": 12}, geboortedatum=GEBOREN)
    leg_vast(dienst, klant, "wajong_afgewezen", datum="2026-03-01")
    deel_in(dienst, klant)
    leg_vast(dienst, klant, "startkwalificatie", antwoord="nee", bewijs="Opgave RMC")
    assert "studieplicht_beoordelen" in soorten(dienst, klant)
    spreek(dienst, klant, studieplicht=STUDIEPLICHT, verwachteTermijnMaanden=12)
    assert "studieplicht_beoordelen" not in soorten(dienst, klant)
    deel_in(
        dienst,
        klant,
        "werkconsulent",
        _geen_potentieel(),
        klantgroep="faciliteren",
        motivering="Participatie is het hoogst haalbare.",
        wissel={"grond": "participatie_hoogst_haalbaar_jongere"},
    )
    dienst.zet_klok("2029-04-02T09:00:00+02:00")
    assert "wajong_herbeoordelen" not in soorten(dienst, klant)


def _geen_potentieel() -> dict[str, Any]:
    return {
        "verwachteTermijnMaanden": "geen",
        "arbeidspotentieel": "geen",
        "ontwikkelpotentieel": "geen",
        "motivatieBijdrage": True,
        "mogelijkhedenBijdrage": True,
    }


@pytest.mark.regel("DEV-JON-022", "DEV-DOE-001")
def test_cijfers_zonder_kleine_aantallen(dienst: Dienst, database_url: str) -> None:
    for _ in range(5):
        ingedeeld(dienst, "groeien", geboortedatum=GEBOREN, kenmerken=["dak_thuisloos"])
    nugger = ingedeeld(dienst, "groeien", geboortedatum=GEBOREN, kenmerken=["statushouder"])
    leg_vast(dienst, nugger, "doelgroepcategorie", categorie="nugger")
    cijfers = dienst.doe("GET", "/doelgroepcijfers?gemeente=GM0150", "beleidsmedewerker")
    assert (cijfers["jongeren"], cijfers["doelgroepen"]["dak_thuisloos"], cijfers["statusZorg"]) == (5, 5, 0)
    assert cijfers["doelgroepen"]["statushouder"] == 0, "een nugger telt niet mee"
    assert cijfers["nulmeting"]["jongerenMetBijstand"] == 306
    assert dienst.roep("GET", "/doelgroepcijfers?gemeente=GM0988", "teamleider").status_code == 400
    vraag = "SELECT count(*) FROM verwerking WHERE handeling = 'geefDoelgroepcijfers' AND uitkomst = 'gelezen'"
    assert rijen(database_url, vraag) == [(1,)]


def termijn(melding: dict[str, Any], soort: str) -> tuple[str, str]:
    return next((rij["status"], rij["termijn"]["einde"]) for rij in melding["termijnen"] if rij["soort"] == soort)


@pytest.mark.regel("DEV-JON-009", "DEV-JON-003")
def test_wie_later_vso_pro_blijkt_heeft_geen_zoekperiode(dienst: Dienst) -> None:
    melding = meld(dienst, persoon(dienst, "2004-05-01"))
    klant = melding["personen"][0]["klantId"]
    assert termijn(melding, "zoekperiode") == ("lopend", "2026-04-28")
    assert termijn(melding, "beslistermijn_aanvraag") == ("lopend", "2026-06-23")
    feit = leg_vast(dienst, klant, "schooloverdracht", school="De Voorbeeldschool", document="ZAAK-1")
    nu = lees(dienst, melding)
    assert termijn(nu, "zoekperiode")[0] == "vervallen"
    assert termijn(nu, "beslistermijn_aanvraag") == ("lopend", "2026-05-26"), "de aanvraag zelf loopt gewoon"
    leg_vast(dienst, klant, "startkwalificatie", antwoord="onbekend")
    assert lees(dienst, melding)["versie"] == nu["versie"], "wat de zoekperiode niet raakt, raakt de melding niet"
    pad = f"/doelgroepfeiten/{feit['id']}/intrekkingen"
    dienst.doe("POST", pad, "inkomensconsulent", {"reden": "Verkeerde klant."})
    assert termijn(lees(dienst, melding), "zoekperiode") == ("lopend", "2026-04-28")


@pytest.mark.regel("DEV-DOE-008")
def test_een_pip_hoort_bij_het_plan(dienst: Dienst) -> None:
    klant = met_plan(dienst)
    plannen = dienst.doe("GET", f"/klanten/{klant}/plannen", "werkconsulent")["plannen"]
    leg_vast(dienst, klant, "statushouder", datum=dienst.klok.nu().date().isoformat())
    velden = {"kenmerk": "PIP-1", "planId": plannen[0]["id"], "datum": dienst.klok.nu().date().isoformat()}
    assert leg_vast(dienst, klant, "pip", **velden)["gegevens"]["planId"] == plannen[0]["id"]


@pytest.mark.regel("DEV-DOE-901", "DEV-DOE-905")
def test_wie_bijstand_krijgt_is_geen_nugger_meer(dienst: Dienst) -> None:
    aanvraag = klaar_om_te_beslissen(dienst, persoon(dienst))
    melding = lees(dienst, {"id": aanvraag["meldingId"]})
    klant = melding["personen"][0]["klantId"]
    leg_vast(dienst, klant, "doelgroepcategorie", categorie="nugger")
    tot_verzonden(dienst, aanvraag, wens(aanvraag))
    assert dienst.doe("GET", f"/klanten/{klant}/doelgroepbeeld", "fg")["categorie"] == "algemene_bijstand"
