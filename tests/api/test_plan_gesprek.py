"""A plan around conversations: the draft of the klant, a change in a doelmatigheidsgesprek, and help in the city."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.kern.rollen import Rol
from tests.steun.dienst import Dienst
from tests.steun.klanten import ingedeeld, taken

IC = Rol.INKOMENSCONSULENT
DOEL = {
    "omschrijving": "Mijn post openmaken",
    "leefgebieden": ["financien"],
    "acties": [{"wat": "Hulp vragen", "wie": "klant", "uiterlijk": "2026-05-01", "instantie": "sociale_raadslieden"}],
}
OVERLEG = {
    "overlegOp": "2026-03-31",
    "wijzeVanBereiken": "Samen met de raadslieden alles op een rij zetten.",
    "eigenRol": "Ik bewaar mijn post en neem alles mee.",
}
PLAN = {"soort": "mijn_doel_actieplan", "doelen": [DOEL], "evaluatiedatum": "2026-07-01"} | OVERLEG
TEKEN = {"versieNr": 1, "wijze": "papier", "datum": "2026-03-31", "bewijs": "scan-1"}


def soorten(dienst: Dienst, klant: str) -> list[str]:
    return [taak.soort for taak in taken(dienst, klant)]


def wijzig(dienst: Dienst, plan: Any, **anders: Any) -> Any:
    nu = dienst.doe("GET", f"/plannen/{plan['id']}", IC)
    inhoud = {naam: waarde for naam, waarde in PLAN.items() if naam != "soort"} | {"aanleiding": "Besproken"} | anders
    return dienst.roep("POST", f"/plannen/{plan['id']}/versies", IC, inhoud, versie=nu["versie"])


@pytest.mark.regel("DEV-PVA-506", "DEV-PVA-901")
def test_de_klant_schrijft_thuis_een_kladje(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "faciliteren")
    klad = {"soort": "mijn_doel_actieplan", "auteur": "klant", "doelen": [{"omschrijving": "Vaker naar buiten"}]}
    plan = dienst.doe("POST", f"/klanten/{klant}/plannen", IC, klad)
    assert (plan["status"], plan["versies"][0]["auteur"]) == ("concept", "klant")
    assert soorten(dienst, klant) == [], "een kladje vraagt nog geen handtekening"
    mis = dienst.roep("POST", f"/plannen/{plan['id']}/ondertekeningen", IC, TEKEN)
    assert {"overleg_vastgelegd", "wijze_van_bereiken", "eigen_rol"} <= {t["voorwaarde"] for t in mis.json()["toetsen"]}
    assert wijzig(dienst, plan, overlegOp="2026-04-01").json()["fouten"][0]["veld"] == "overlegOp"
    samen = wijzig(dienst, plan).json()
    assert (samen["ontbreekt"], soorten(dienst, klant)) == ([], ["plan_ondertekenen"])
    assert samen["versies"][0]["eigenRol"] == OVERLEG["eigenRol"]
    getekend = dienst.doe("POST", f"/plannen/{plan['id']}/ondertekeningen", IC, TEKEN | {"versieNr": 2})
    assert getekend["status"] == "actief"
    partner = TEKEN | {"versieNr": 2, "door": "partner"}
    assert dienst.roep("POST", f"/plannen/{plan['id']}/ondertekeningen", IC, partner).status_code == 201


@pytest.mark.regel("DEV-PVA-505")
def test_een_gewijzigd_plan_gaat_per_brief_voor_het_gesprek_sluit(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "faciliteren")
    plan = dienst.doe("POST", f"/klanten/{klant}/plannen", IC, PLAN)
    gesprek = {"soort": "doelmatigheidsgesprek"}
    zonder = dienst.doe("POST", f"/klanten/{klant}/gesprekken", IC, gesprek)
    dicht = dienst.doe("POST", f"/gesprekken/{zonder['id']}/afrondingen", IC, versie=zonder["versie"])
    assert dicht["afgerondOp"], "geen wijziging, geen brief"
    assert wijzig(dienst, plan, gesprekId=zonder["id"], eigenRol="Iets anders dan eerst.").status_code == 400
    dubbel = dienst.roep("POST", f"/gesprekken/{zonder['id']}/afrondingen", IC, versie=dicht["versie"])
    assert dubbel.json()["code"] == "al_afgerond"
    geen = dienst.roep("POST", f"/gesprekken/{zonder['id']}/planbrieven", IC, {})
    assert geen.json()["code"] == "plan_niet_gewijzigd"
    ander = dienst.doe("POST", f"/klanten/{klant}/gesprekken", IC, {"soort": "kennismaking"})
    fout = dienst.roep("POST", f"/gesprekken/{ander['id']}/afrondingen", IC, versie=ander["versie"])
    assert fout.json()["code"] == "ander_gesprek"

    met = dienst.doe("POST", f"/klanten/{klant}/gesprekken", IC, gesprek)
    assert wijzig(dienst, plan, gesprekId=met["id"]).json()["code"] == "plan_ongewijzigd"
    versie = wijzig(dienst, plan, gesprekId=met["id"], eigenRol="Ik ga er zelf naartoe.").json()["versies"][0]
    assert (versie["nr"], versie["gesprekId"]) == (2, met["id"])
    assert "brief_nieuw_plan" in soorten(dienst, klant)
    pad = f"/gesprekken/{met['id']}/afrondingen"
    vroeg = dienst.roep("POST", pad, IC, versie=met["versie"])
    assert [toets["voorwaarde"] for toets in vroeg.json()["toetsen"]] == ["brief_nieuw_plan_verzonden"]
    brief = dienst.doe("POST", f"/gesprekken/{met['id']}/planbrieven", IC, {})
    tekst = dienst.roep("GET", f"/brieven/{brief['id']}/inhoud?vorm=html", IC).text
    assert "Ik ga er zelf naartoe." in tekst
    assert "Hulp vragen (klant), uiterlijk 1 mei 2026" in tekst
    assert dienst.roep("POST", pad, IC, versie=met["versie"]).status_code == 409, "gemaakt is nog niet verzonden"
    weg = {"verzondenOp": "2026-03-31", "wijzen": ["email"]}
    dienst.doe("POST", f"/brieven/{brief['id']}/verzendingen", IC, weg)
    assert "brief_nieuw_plan" not in soorten(dienst, klant)
    dienst.zet_klok("2026-03-31T11:00:00+02:00")
    assert wijzig(dienst, plan, gesprekId=met["id"], eigenRol="Toch weer anders.").status_code == 201
    assert dienst.roep("POST", pad, IC, versie=met["versie"]).status_code == 409, "de brief is van de versie ervoor"
    brief = dienst.doe("POST", f"/gesprekken/{met['id']}/planbrieven", IC, {})
    dienst.doe("POST", f"/brieven/{brief['id']}/verzendingen", IC, weg)
    assert dienst.doe("POST", pad, IC, versie=met["versie"])["afgerondOp"]


@pytest.mark.regel("DEV-PVA-504")
def test_een_actie_vraagt_een_organisatie_om_hulp(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "faciliteren")
    kaart = dienst.doe("GET", "/sociale-kaart?gemeente=GM0150&leefgebied=financien", IC)
    assert "sociale_raadslieden" in {plek["code"] for plek in kaart["instanties"]}
    fout = PLAN | {"doelen": [DOEL | {"leefgebieden": ["zingeving"]}]}
    antwoord = dienst.roep("POST", f"/klanten/{klant}/plannen", IC, fout).json()
    assert [regel["veld"] for regel in antwoord["fouten"]] == ["doelen.0.acties.0.instantie"]
    plan = dienst.doe("POST", f"/klanten/{klant}/plannen", IC, PLAN)
    [hulp] = plan["hulpvragen"]
    assert (hulp["naam"], hulp["verwezenOp"]) == ("Sociale raadslieden", None)
    verwijzing = {"aanleiding": "hulpvraag", "instantie": "maatschappelijk_werk", "wijze": "informatie"}
    pad = f"/klanten/{klant}/verwijzingen"
    mis = dienst.roep("POST", pad, IC, verwijzing | {"planId": plan["id"]})
    assert mis.json()["fouten"][0]["veld"] == "planId"
    verwezen = dienst.doe("POST", pad, IC, verwijzing | {"planId": plan["id"], "instantie": "sociale_raadslieden"})
    klaar = {"soort": "resultaat", "toelichting": "De post is op orde."}
    dienst.doe("POST", f"/verwijzingen/{verwezen['id']}/vervolgen", IC, klaar, versie=verwezen["versie"])
    [hulp] = dienst.doe("GET", f"/plannen/{plan['id']}", IC)["hulpvragen"]
    assert (hulp["verwezenOp"], hulp["uitkomst"]) == ("2026-03-31", "De post is op orde.")
    assert dienst.roep("GET", "/sociale-kaart?gemeente=GM9999", IC).status_code == 400
