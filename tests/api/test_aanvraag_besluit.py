"""From the right that was examined to the mutatie: report, draft, besluit, fiat and dispatch over HTTP."""

from __future__ import annotations

import pytest

from tests.steun.aanvraag import ALLES_GEDAAN, gescreend, lees, open_, probeer, stand, taken, tot_recht, zet
from tests.steun.beschikking import (
    FIAT,
    IC,
    TOELICHTING,
    document,
    fiatteer,
    klaar_om_te_beslissen,
    mutaties_aanvraag,
    rapporteer,
    tot_verzonden,
    verzend,
    wens,
)
from tests.steun.dienst import Dienst
from tests.steun.intake import lees as lees_melding
from tests.steun.intake import persoon, termijnen


@pytest.mark.regel(
    "DEV-AAN-011", "DEV-AAN-012", "DEV-AAN-013", "DEV-AAN-014", "DEV-AAN-021", "DEV-AAN-023", "DEV-AAN-025"
)
def test_van_onderzoek_tot_mutatie(dienst: Dienst) -> None:
    aanvraag = tot_recht(dienst, open_(dienst, gescreend(dienst), *ALLES_GEDAAN))
    kaal = {"tekst": "De klant werkt een paar uur.", "werkt": True, "toekennen": True, "uitTeBetalen": ["2026-03-31"]}
    zonder = probeer(dienst, aanvraag, "rapporten", IC, kaal | {"bijlagen": [aanvraag["id"]]})
    assert zonder.json()["fouten"][0]["veld"] == "bijlagen.0"
    mist = probeer(dienst, aanvraag, "rapporten", IC, kaal).json()["toetsen"]
    assert [toets["voorwaarde"] for toets in mist] == ["rapport_met_bewoners", "rapport_met_salaris"]
    loon = document(dienst, aanvraag, "salarisspecificatie", maand="2026-03-10")
    bewoners = document(dienst, aanvraag, "inwoners_op_adres")
    aanvraag = zet(dienst, lees(dienst, aanvraag), "rapporten", IC, kaal | {"bijlagen": [bewoners, loon]})
    assert aanvraag["rapporten"][0]["uitTeBetalen"] == ["2026-03-01"]
    leeg = probeer(dienst, aanvraag, "besluiten", IC, {})
    assert leeg.json()["code"] == "geen_concept"
    aanvraag = zet(dienst, aanvraag, "concepten", IC, {"keuze": "toekennen"})
    (concept,) = aanvraag["concepten"]
    assert concept["dictum"] == "voorleggen"
    assert {"recht_onderzocht", "ingangsdatum", "norm_bekend"} <= {t["voorwaarde"] for t in concept["ontbreekt"]}
    assert [t["voorwaarde"] for t in concept["terInformatie"]] == ["inschrijving_uwv", "binnen_beslistermijn"]
    assert concept["terInformatie"][0]["uitkomst"] == "onbepaald"
    assert probeer(dienst, aanvraag, "besluiten", IC, {}).json()["code"] == "niet_gereed"
    vreemd = wens(aanvraag) | {"personen": [{"klantId": aanvraag["id"], "recht": True}]}
    assert probeer(dienst, aanvraag, "concepten", IC, vreemd).json()["fouten"][0]["veld"] == "personen.0.klantId"
    aanvraag = zet(dienst, aanvraag, "concepten", IC, wens(aanvraag))
    eerste, tweede = aanvraag["concepten"]
    assert (eerste["status"], tweede["dictum"], tweede["ontbreekt"]) == ("vervangen", "toekenning", [])
    assert any("€ 1.401,50 per maand" in zin for zin in tweede["beschikking"])
    assert any("artikel 17, lid 1" in zin for zin in tweede["beschikking"])
    pad, reden = "/aanvraagconcepten/{}/intrekkingen", {"reden": "Eerst navraag doen."}
    weg = dienst.doe("POST", pad.format(tweede["id"]), IC, reden, versie=aanvraag["versie"])
    assert weg["concepten"][1]["status"] == "ingetrokken"
    dicht = dienst.roep("POST", pad.format(tweede["id"]), IC, reden, versie=weg["versie"])
    assert dicht.json()["code"] == "concept_niet_geldig"
    assert dienst.roep("POST", pad.format(aanvraag["id"]), IC, reden, versie=weg["versie"]).status_code == 404
    aanvraag = zet(dienst, weg, "concepten", IC, wens(aanvraag))
    besluit = zet(dienst, aanvraag, "besluiten", IC, {})
    assert (besluit["soort"], besluit["dictum"], besluit["status"]) == ("aanvraag", "toekenning", "genomen")
    aanvraag = lees(dienst, aanvraag)
    assert (aanvraag["status"], aanvraag["huidigeStap"]["nr"]) == ("besloten", 11)
    assert "aanvraag_fiatteren" in taken(aanvraag)
    assert "aanvraag_beslissen" not in taken(aanvraag)
    assert verzend(dienst, besluit, "2026-04-02").json()["code"] == "niet_getoetst"
    afgekeurd = fiatteer(dienst, besluit, akkoord=False, reden="De ingangsdatum klopt niet.")
    assert afgekeurd.status_code == 201
    aanvraag = lees(dienst, aanvraag)
    assert (aanvraag["status"], aanvraag["huidigeStap"]["nr"]) == ("in_behandeling", 10)
    taak = next(taak for taak in aanvraag["taken"] if taak["soort"] == "aanvraag_beslissen")
    assert "De ingangsdatum klopt niet." not in taak["waarom"]
    assert "de reden staat bij het besluit" in taak["waarom"]
    besluit = zet(dienst, aanvraag, "besluiten", IC, {})
    assert fiatteer(dienst, besluit).status_code == 201
    aanvraag = lees(dienst, aanvraag)
    assert {"aanvraag_uitvoeren", "aanvraag_verzenden"} <= set(taken(aanvraag))
    geweigerd = verzend(dienst, besluit, "2026-04-02")
    assert geweigerd.json()["toetsen"][0]["voorwaarde"] == "toelichting_gekozen"
    aanvraag = zet(dienst, aanvraag, "toelichtingen", IC, TOELICHTING)
    assert verzend(dienst, besluit, "2026-04-02").status_code == 201
    aanvraag = lees(dienst, aanvraag)
    assert (aanvraag["status"], stand(aanvraag)[11], aanvraag["huidigeStap"]["nr"]) == ("afgehandeld", "gezet", 12)
    (verzending,) = aanvraag["verzendingen"]
    assert (verzending["aan"], verzending["cc"]) == ("printen@deventer.example", ["konnected@deventer.example"])
    assert verzending["ccRapporteurId"] == besluit["genomenDoor"]
    assert lees_melding(dienst, {"id": aanvraag["meldingId"]})["status"] == "gescreend"
    lopend = termijnen(lees_melding(dienst, {"id": aanvraag["meldingId"]}))
    assert ("beslistermijn_aanvraag" in lopend, "ambitiegesprek" in lopend) == (False, True)
    klaar = zet(dienst, aanvraag, "stappen", "administratie", {"nr": 12, "delen": ["uitgevoerd"]})
    assert "aanvraag_uitvoeren" not in taken(klaar)
    assert mutaties_aanvraag(dienst) == [
        (
            "toekenning",
            {
                "besluitId": besluit["id"],
                "besluit": "toekenning",
                "grondslag": None,
                "ingangsdatum": "2026-03-31",
                "einddatum": None,
                "norm": 140150,
                "normGrondslag": {"regeling": "Participatiewet", "artikel": "21", "lid": None, "onderdeel": "a"},
            },
        )
    ]
    gerekend = dienst.doe("POST", f"/besluiten/{besluit['id']}/narekenen", FIAT)
    assert (gerekend["zelfde"], gerekend["verschillen"]) == (True, [])
    uitleg = dienst.doe("GET", f"/besluiten/{besluit['id']}/uitleg", FIAT)
    assert ([waarde["naam"] for waarde in uitleg["waarden"]], uitleg["bedragen"]) == (["plichten"], [])
    assert lees(dienst, aanvraag, "receptie")["concepten"] == []
    dossier = dienst.doe("GET", f"/aanvragen/{aanvraag['id']}", FIAT)
    assert [regel["status"] for regel in dossier["besluiten"]] == ["afgekeurd", "bekendgemaakt"]


def test_van_een_paar_heeft_een_geen_recht(dienst: Dienst) -> None:
    aanvraag = klaar_om_te_beslissen(dienst, persoon(dienst), persoon(dienst, "2003-01-01"))
    besluit = tot_verzonden(dienst, aanvraag, wens(aanvraag, None, "studerende_jongere"))
    assert besluit["dictum"] == "gedeeltelijke_toekenning"
    (eerste, tweede) = mutaties_aanvraag(dienst)
    assert (eerste[0], eerste[1]["norm"], eerste[1]["normGrondslag"]["artikel"]) == ("toekenning", 100107, "24")
    assert (tweede[0], tweede[1]["reden"]) == ("afwijzing", "studerende_jongere")
    assert (tweede[1]["grondslag"]["artikel"], "norm" in tweede[1]) == ("13", False)
    assert dienst.doe("POST", f"/besluiten/{besluit['id']}/narekenen", FIAT)["zelfde"] is True


@pytest.mark.regel("DEV-DIG-011")
def test_tijdelijk_toekennen_houdt_het_huisbezoek_open(dienst: Dienst) -> None:
    aanvraag = klaar_om_te_beslissen(dienst)
    tot_verzonden(dienst, aanvraag, wens(aanvraag, keuze="tijdelijk_toekennen"))
    aanvraag = lees(dienst, aanvraag)
    assert aanvraag["tijdelijkTot"] == "2026-05-31"
    assert "huisbezoek_doen" in taken(aanvraag)
    dienst.zet_klok("2026-05-30T12:00:00+02:00")
    assert "tijdelijke_toekenning_verlopen" not in taken(lees(dienst, aanvraag))
    dienst.zet_klok("2026-05-31T12:00:00+02:00")
    assert "tijdelijke_toekenning_verlopen" in taken(lees(dienst, aanvraag))
    assert mutaties_aanvraag(dienst)[0][1]["einddatum"] == "2026-05-31"


@pytest.mark.regel("DEV-AAN-016", "DEV-AAN-018")
def test_buiten_behandeling_na_aanvultermijn_en_herinnering(dienst: Dienst) -> None:
    wie = persoon(dienst, telefoon="06 12345678")
    melding = gescreend(dienst, wie)
    aanvraag = open_(dienst, melding, *ALLES_GEDAAN)
    pad = f"/meldingen/{melding['id']}/stukkenverzoeken"
    verzoek = dienst.doe("POST", pad, IC, {"stukken": ["Huurcontract"]})["stukkenverzoeken"][0]
    stuk = f"/stukkenverzoeken/{verzoek['id']}"
    versie = lees_melding(dienst, melding)["versie"]
    te_vroeg = dienst.roep("POST", f"{stuk}/herinneringen", IC, versie=versie)
    assert te_vroeg.json()["code"] == "geen_aanvultermijn"
    klant_id = melding["personen"][0]["klantId"]
    hulp = {"aanleiding": "hulp_bij_stukken", "instantie": "sociale_raadslieden", "wijze": "informatie"}
    dienst.doe("POST", f"/klanten/{klant_id}/verwijzingen", IC, hulp | {"aanvraagId": aanvraag["id"]})
    dienst.zet_klok("2026-04-14T12:00:00+02:00")
    dienst.doe("POST", f"{stuk}/aanvultermijnen", IC, {}, versie=lees_melding(dienst, melding)["versie"])
    concept = wens(aanvraag, keuze="buiten_behandeling", ingangsdatum=None, personen=[])
    aanvraag = zet(dienst, lees(dienst, aanvraag), "concepten", IC, concept)
    mist = [toets["voorwaarde"] for toets in aanvraag["concepten"][0]["ontbreekt"]]
    assert mist == ["aanvultermijn_voorbij", "herinnering_gestuurd", "hulp_gewogen"]
    dienst.zet_klok("2026-04-22T12:00:00+02:00")
    mist = [t["voorwaarde"] for t in probeer(dienst, aanvraag, "besluiten", IC, {}).json()["toetsen"]]
    assert mist == ["herinnering_gestuurd", "hulp_gewogen"]
    na = dienst.doe("POST", f"{stuk}/herinneringen", IC, versie=lees_melding(dienst, melding)["versie"])
    assert na["stukkenverzoeken"][0]["herinnerdOp"] == "2026-04-22"
    reden = {"motivering": "De raadslieden bereiken de klant al een week niet."}
    besluit = zet(dienst, lees(dienst, aanvraag), "besluiten", IC, reden)
    assert besluit["dictum"] == "buiten_behandeling"
    assert fiatteer(dienst, besluit).status_code == 201
    zet(dienst, lees(dienst, aanvraag), "toelichtingen", IC, TOELICHTING)
    dienst.zet_klok("2026-05-20T12:00:00+02:00")
    te_laat = verzend(dienst, besluit, "2026-05-20")
    assert te_laat.json()["toetsen"][0]["voorwaarde"] == "op_tijd_bekend"
    assert verzend(dienst, besluit, "2026-05-19").status_code == 201
    assert [soort for soort, _ in mutaties_aanvraag(dienst)] == ["buiten_behandeling"]
    assert lees_melding(dienst, melding)["stukkenverzoeken"][0]["status"] == "vervallen"


@pytest.mark.regel("DEV-AAN-016")
def test_stukken_die_voor_het_besluit_binnenkomen_herstellen_de_gewone_weg(dienst: Dienst) -> None:
    melding = gescreend(dienst)
    aanvraag = open_(dienst, melding, *ALLES_GEDAAN)
    pad = f"/meldingen/{melding['id']}/stukkenverzoeken"
    verzoek = dienst.doe("POST", pad, IC, {"stukken": ["Huurcontract"]})["stukkenverzoeken"][0]
    stuk = f"/stukkenverzoeken/{verzoek['id']}"
    dienst.zet_klok("2026-04-14T12:00:00+02:00")
    dienst.doe("POST", f"{stuk}/aanvultermijnen", IC, {}, versie=lees_melding(dienst, melding)["versie"])
    dienst.zet_klok("2026-04-22T12:00:00+02:00")
    document(dienst, aanvraag, "bewijsstuk", stukId=verzoek["stukken"][0]["id"])
    assert lees_melding(dienst, melding)["stukkenverzoeken"][0]["status"] == "compleet"
    concept = wens(aanvraag, keuze="buiten_behandeling", ingangsdatum=None, personen=[])
    aanvraag = zet(dienst, lees(dienst, aanvraag), "concepten", IC, concept)
    assert "stukken_ontbreken" in {toets["voorwaarde"] for toets in aanvraag["concepten"][0]["ontbreekt"]}
    assert tot_recht(dienst, aanvraag)["huidigeStap"]["nr"] == 10


def test_een_norm_die_niet_bekend_is_wordt_met_een_reden_gegeven(dienst: Dienst) -> None:
    paar = (persoon(dienst, "2006-01-01"), persoon(dienst, "2006-02-02"))
    aanvraag = klaar_om_te_beslissen(dienst, *paar)
    document(dienst, aanvraag, "plan_van_aanpak")
    aanvraag = zet(dienst, lees(dienst, aanvraag), "concepten", IC, wens(aanvraag, None, None))
    mist = {toets["voorwaarde"] for toets in aanvraag["concepten"][0]["ontbreekt"]}
    assert mist == {"norm_bekend", "zoekperiode_voorbij", "zoekperiode_beoordeeld"}
    eigen = {"norm": 69198, "redenNorm": "Artikel 20, lid 1, onderdeel b."}
    zonder = probeer(dienst, aanvraag, "concepten", IC, wens(aanvraag, None, None, norm=69198))
    assert zonder.status_code == 400
    aanvraag = zet(dienst, aanvraag, "concepten", IC, wens(aanvraag, None, None, **eigen))
    assert "norm_bekend" not in {toets["voorwaarde"] for toets in aanvraag["concepten"][1]["ontbreekt"]}
    een = zet(dienst, aanvraag, "concepten", IC, wens(aanvraag, None, "vermogen"))
    assert "norm_bekend" in {toets["voorwaarde"] for toets in een["concepten"][2]["ontbreekt"]}


def test_een_betaald_voorschot_gaat_mee_met_het_besluit(dienst: Dienst) -> None:
    melding = gescreend(dienst, broodnood=True)
    pad = f"/meldingen/{melding['id']}/voorschotten"
    dienst.doe("POST", pad, IC, {"bedrag": 140000, "meegedeeld": True}, versie=melding["versie"])
    aanvraag = rapporteer(dienst, tot_recht(dienst, open_(dienst, melding, *ALLES_GEDAAN)))
    tot_verzonden(dienst, aanvraag, wens(aanvraag, "inkomen", keuze="afwijzen"))
    ((soort, inhoud),) = mutaties_aanvraag(dienst)
    assert (soort, inhoud["reden"]) == ("afwijzing", "inkomen")
    assert [(regel["bedrag"], regel["datum"]) for regel in inhoud["voorschotten"]] == [(140000, "2026-04-02")]
    assert "voorschot_terugvorderen" in taken(lees(dienst, aanvraag))
