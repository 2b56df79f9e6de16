"""The thirteen steps over HTTP: who is on, in what order, and in whose name."""

from __future__ import annotations

from typing import Any

import pytest

from tests.steun.aanvraag import (
    ALLES_GEDAAN,
    gescreend,
    lees,
    open_,
    probeer,
    sla_over,
    stand,
    taken,
    tot_recht,
    tot_sr,
    vink,
    zet,
)
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.intake import IC, meld, persoon, termijnen
from tests.steun.intake import lees as lees_melding

ANDER = str(medewerker_id("inkomensconsulent", nummer=2))


@pytest.mark.regel("DEV-AAN-004", "DEV-AAN-005", "DEV-AAN-007", "DEV-AAN-014")
def test_van_melding_tot_het_onderzoek_naar_het_recht(dienst: Dienst) -> None:
    melding = gescreend(dienst)
    assert "aanvraag_openen" in {taak["soort"] for taak in melding["taken"]}
    aanvraag = open_(dienst, melding, "afspraak_gemaakt")
    assert (aanvraag["leeftijdsklasse"], aanvraag["team"]) == ("27+", "konnected")
    assert (aanvraag["huidigeStap"]["nr"], aanvraag["huidigeStap"]["actor"]) == (2, "receptie")
    assert taken(aanvraag) == ["aanvraag_aanmaken_afronden"]
    loopt = lees_melding(dienst, melding)
    assert "ambitiegesprek" in termijnen(loopt)
    assert {"ambitiegesprek_plannen", "aanvraag_openen"} & {t["soort"] for t in loopt["taken"]} == {
        "ambitiegesprek_plannen"
    }
    assert aanvraag["stappen"][0]["datum"] == "2026-03-31"
    assert aanvraag["stappen"][1]["teDoen"] == ["klant_in_gws", "formulier_in_zaak"]
    assert {rij["soort"]: rij["termijn"]["aard"] for rij in aanvraag["termijnen"]} == {
        "streefdatum_besluit": "beleid",
        "beslistermijn_aanvraag": "wettelijk",
    }
    dubbel = dienst.roep("POST", f"/meldingen/{melding['id']}/aanvragen", "receptie", {})
    assert (dubbel.status_code, dubbel.json()["code"]) == (409, "aanvraag_bestaat_al")
    te_vroeg = probeer(dienst, aanvraag, "stappen", "inkomensconsulent", {"nr": 3, "delen": ["screening_gehouden"]})
    assert te_vroeg.json()["toetsen"][0]["voorwaarde"] == "stap_aan_de_beurt"
    verkeerd = probeer(dienst, aanvraag, "stappen", "inkomensconsulent", {"nr": 2, "delen": ["klant_in_gws"]})
    assert verkeerd.status_code == 403
    vanzelf = probeer(dienst, aanvraag, "stappen", "receptie", {"nr": 2, "delen": ["leeftijd_gescreend"]})
    assert vanzelf.json()["fouten"][0]["veld"] == "delen.0"
    aanvraag = vink(dienst, aanvraag, 2, "receptie", "klant_in_gws", "formulier_in_zaak")
    assert aanvraag["stappen"][1]["stand"] == "gezet"
    aanvraag = vink(dienst, aanvraag, 3, "inkomensconsulent", "screening_gehouden", "gerapporteerd")
    assert taken(aanvraag) == ["aanvraag_screening_afronden"]
    aanvraag = vink(dienst, aanvraag, 3, "inkomensconsulent", "voorschot_beoordeeld")
    assert taken(aanvraag) == ["aanvraag_toewijzen", "werkproces_konnected"]
    lijst = dienst.doe("GET", "/aanvragen?zonderConsulent=true", "receptie")["aanvragen"]
    assert [(regel["id"], regel["huidigeStap"]["nr"]) for regel in lijst] == [(aanvraag["id"], 4)]
    aanvraag = zet(dienst, aanvraag, "toewijzingen", "receptie", {"inkomensconsulentId": IC})
    assert dienst.doe("GET", "/aanvragen?zonderConsulent=true&status=in_behandeling", "receptie")["aanvragen"] == []
    op_naam = dienst.doe("GET", f"/aanvragen?inkomensconsulentId={IC}&aantal=1", "teamleider")
    assert op_naam["aanvragen"] == []
    op_naam = dienst.doe("GET", f"/aanvragen?inkomensconsulentId={IC}&aantal=1", "inkomensconsulent")
    assert op_naam["aanvragen"][0]["inkomensconsulentId"] == IC
    verder = dienst.doe("GET", f"/aanvragen?na={op_naam['volgende']}", "inkomensconsulent")
    assert verder["aanvragen"] == []
    verplicht = probeer(
        dienst, aanvraag, "stappen", "inkomensconsulent", {"nr": 7, "soort": "overgeslagen", "reden": "Kan niet."}
    )
    assert [toets["voorwaarde"] for toets in verplicht.json()["toetsen"]] == ["stap_optioneel", "stap_aan_de_beurt"]
    aanvraag = sla_over(dienst, aanvraag, 5)
    assert (aanvraag["stappen"][4]["stand"], aanvraag["stappen"][4]["reden"]) == ("overgeslagen", "Niet nodig.")


def test_wat_niet_kan_bij_het_aanmaken_of_afvinken(dienst: Dienst) -> None:
    werk = meld(dienst, persoon(dienst), hulpvragen=["werk"])
    geen = dienst.roep("POST", f"/meldingen/{werk['id']}/aanvragen", "receptie", {})
    assert geen.json()["code"] == "geen_uitkering_gevraagd"
    weg = dienst.roep("POST", f"/meldingen/{IC}/aanvragen", "receptie", {})
    assert weg.status_code == 404
    aanvraag = open_(dienst, meld(dienst), *ALLES_GEDAAN)
    leeg = probeer(dienst, aanvraag, "stappen", "inkomensconsulent", {"nr": 3})
    zonder_reden = probeer(dienst, aanvraag, "stappen", "inkomensconsulent", {"nr": 3, "soort": "overgeslagen"})
    dubbelop = {"nr": 3, "soort": "heropend", "reden": "Fout.", "delen": ["gerapporteerd"]}
    beide = probeer(dienst, aanvraag, "stappen", "inkomensconsulent", dubbelop)
    te_vroeg = {"nr": 3, "delen": ["gerapporteerd"], "datum": "2026-03-30"}
    gisteren = probeer(dienst, aanvraag, "stappen", "inkomensconsulent", te_vroeg)
    assert [antwoord.status_code for antwoord in (leeg, zonder_reden, beide, gisteren)] == [400] * 4
    niets = probeer(
        dienst, aanvraag, "stappen", "inkomensconsulent", {"nr": 3, "delen": ["screening_gehouden", "gerapporteerd"]}
    )
    assert [toets["voorwaarde"] for toets in niets.json()["toetsen"]] == ["screening_gehouden", "gerapporteerd"]
    assert dienst.roep("GET", f"/aanvragen/{IC}", "receptie").status_code == 404


def test_bij_broodnood_hoort_een_voorschot_of_een_reden(dienst: Dienst) -> None:
    aanvraag = open_(dienst, gescreend(dienst, broodnood=True), *ALLES_GEDAAN)
    inhoud: dict[str, Any] = {"nr": 3, "delen": ["voorschot_beoordeeld"]}
    geweigerd = probeer(dienst, aanvraag, "stappen", "inkomensconsulent", inhoud)
    assert geweigerd.json()["toetsen"][0]["voorwaarde"] == "voorschot_beoordeeld"
    met_reden = inhoud | {"reden": "De voedselbank helpt deze week."}
    assert probeer(dienst, aanvraag, "stappen", "inkomensconsulent", met_reden).status_code == 201


@pytest.mark.regel("DEV-AAN-010")
def test_de_sociale_recherche_screent_en_anderen_zien_de_uitkomst_niet(dienst: Dienst) -> None:
    aanvraag = open_(dienst, gescreend(dienst), *ALLES_GEDAAN)
    assert probeer(dienst, aanvraag, "sr-screeningen", "sociale_recherche", {"resultaat": "geen_signalen"}).json()[
        "toetsen"
    ]
    aanvraag = tot_sr(dienst, aanvraag)
    assert taken(aanvraag) == ["aanvraag_sr_screenen", "werkproces_konnected"]
    eerst = {"resultaat": "beoordeling_rechercheur", "toelichting": "Twee adressen in de administratie."}
    aanvraag = zet(dienst, aanvraag, "sr-screeningen", "sociale_recherche", eerst)
    assert (stand(aanvraag)[9], aanvraag["huidigeStap"]["actor"]) == ("open", "sr")
    assert "sr_screening_beoordelen" in taken(aanvraag)
    aanvraag = zet(dienst, aanvraag, "sr-screeningen", "sociale_recherche", {"resultaat": "onderzoek_nodig"})
    assert stand(aanvraag)[9] == "gezet"
    assert taken(aanvraag) == ["aanvraag_beslissen", "sr_onderzoek_doen", "werkproces_konnected"]
    zien = {rol: lees(dienst, aanvraag, rol) for rol in ("inkomensconsulent", "fg", "receptie", "toetser")}
    assert [len(zien[rol]["srScreeningen"]) for rol in zien] == [2, 2, 0, 0]
    assert "sr_onderzoek_doen" not in taken(zien["receptie"]) + taken(zien["toetser"])
    dienst.ronde()
    klant_id = aanvraag["personen"][0]["klantId"]
    tijdlijn = dienst.roep("GET", f"/klanten/{klant_id}/tijdlijn", "intaker").text
    assert "aanvraag.stap_gezet" in tijdlijn
    assert "onderzoek_nodig" not in tijdlijn
    assert "beoordeling_rechercheur" not in tijdlijn
    opnieuw = zet(dienst, aanvraag, "sr-screeningen", "sociale_recherche", {"resultaat": "geen_signalen"})
    assert "sr_onderzoek_doen" not in taken(opnieuw)


@pytest.mark.regel("DEV-AAN-013", "DEV-AAN-007")
def test_een_overdracht_neemt_de_open_taken_mee(dienst: Dienst) -> None:
    aanvraag = tot_recht(dienst, open_(dienst, gescreend(dienst), *ALLES_GEDAAN))
    taak = next(taak for taak in aanvraag["taken"] if taak["soort"] == "aanvraag_beslissen")
    assert taak["eigenaarId"] == IC
    zonder = probeer(dienst, aanvraag, "toewijzingen", "inkomensconsulent", {"inkomensconsulentId": ANDER})
    onbekend = {"inkomensconsulentId": str(medewerker_id("receptie")), "datum": "2020-01-01", "reden": "Met verlof."}
    fout = probeer(dienst, aanvraag, "toewijzingen", "inkomensconsulent", onbekend)
    zelfde = {"inkomensconsulentId": IC, "reden": "Met verlof."}
    nogmaals = probeer(dienst, aanvraag, "toewijzingen", "inkomensconsulent", zelfde)
    assert [zonder.status_code, fout.status_code, nogmaals.status_code] == [400, 400, 409]
    assert {regel["veld"] for regel in fout.json()["fouten"]} == {"datum", "inkomensconsulentId"}
    anders = {"inkomensconsulentId": ANDER, "reden": "Karin is met verlof."}
    na = zet(dienst, aanvraag, "toewijzingen", "inkomensconsulent", anders)
    eerste, tweede = na["toewijzingen"]
    assert (eerste["oudId"], eerste["nieuwId"]) == (None, IC)
    assert (tweede["oudId"], tweede["nieuwId"], tweede["reden"]) == (IC, ANDER, "Karin is met verlof.")
    assert tweede["datum"] == "2026-04-02"
    assert tweede["takenVerplaatst"] >= 1
    assert next(t for t in na["taken"] if t["soort"] == "aanvraag_beslissen")["eigenaarId"] == ANDER
    assert stand(na)[13] == "gezet"
    klant = dienst.doe("GET", f"/klanten/{na['personen'][0]['klantId']}", "inkomensconsulent")
    assert klant["inkomensconsulentId"] == ANDER


@pytest.mark.regel("DEV-AAN-014")
def test_een_stap_kan_met_een_reden_opnieuw(dienst: Dienst) -> None:
    aanvraag = tot_recht(dienst, open_(dienst, gescreend(dienst), *ALLES_GEDAAN))
    heropen = {"soort": "heropend", "reden": "Verkeerd dossier gescand."}
    vast = probeer(dienst, aanvraag, "stappen", "inkomensconsulent", heropen | {"nr": 1})
    assert vast.json()["code"] == "stap_vast"
    aanvraag = zet(dienst, aanvraag, "stappen", "inkomensconsulent", heropen | {"nr": 7})
    nu = stand(aanvraag)
    assert (nu[4], nu[7], nu[8], nu[9]) == ("gezet", "open", "open", "gezet")
    assert (aanvraag["huidigeStap"]["nr"], taken(aanvraag)) == (
        7,
        ["aanvraag_stukken_toevoegen", "werkproces_konnected"],
    )
    aanvraag = zet(dienst, aanvraag, "stappen", "inkomensconsulent", heropen | {"nr": 2})
    assert aanvraag["stappen"][1]["gedaan"] == ["leeftijd_gescreend", "werkproces_aangemaakt"]
    tweede = vink(dienst, aanvraag, 2, "receptie", *ALLES_GEDAAN)
    assert tweede["stappen"][2]["gedaan"] == ["vervolgwerkproces_aangemaakt"]
