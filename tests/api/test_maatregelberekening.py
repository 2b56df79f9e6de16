"""Wat als over HTTP: the same outcome as the besluit that would follow, and nothing left behind but the log."""

from __future__ import annotations

from typing import Any

from tests.steun.dienst import Dienst
from tests.steun.kijk import aantal, rijen
from tests.steun.klanten import ingedeeld
from tests.steun.maatregelzaak import BESLUITDAG, KICK_OFF, adviseer, besluit, met_plan, opgelegd, volledig

PAD = "/maatregelberekeningen"
GEVAL: dict[str, Any] = {"gedraging": KICK_OFF, "gedragingDatum": "2026-04-23", "meldingDatum": "2026-03-30"}
POST_VOORAF = [
    {"soort": "uitnodiging", "datumVerzonden": "2026-04-03", "wijze": ["email"], "gesprekOp": "2026-04-14"},
    {
        "soort": "hersteltermijn",
        "datumVerzonden": "2026-04-15",
        "wijze": ["aangetekend", "regulier"],
        "gesprekOp": "2026-04-23",
        "kenmerkAangetekend": "3SRRC0001",
    },
]
ALLES: dict[str, Any] = {
    "noShows": ["2026-04-14", "2026-04-23"],
    "verzendingen": POST_VOORAF,
    "hoor": {"gehoord": True, "datum": "2026-05-07", "kanaal": "telefonisch"},
    "verwijtbaarheid": "volledig",
    "oorzaak": "onwil",
    "dringendeRedenen": False,
}
PERSOON = {
    "gemeente": "GM0150",
    "geboortedatum": "1991-06-15",
    "meldingDatum": "2026-03-31",
    "leefvorm": "alleenstaande",
}
ZONDER_DOSSIER = ALLES | {
    "klantgroep": "matchen",
    "plan": {"ondertekendOp": "2026-04-10", "bevatVerplichting": True, "verzuimregelsUitgereiktOp": "2026-04-10"},
    "eerdereMaatregelen": [],
    "samenloop": [],
}
GROEIT = ("besluit", "gebeurtenis", "outbox", "maatregelzaak", "maatregelstap", "taak", "termijn", "idempotentie")


def bereken(dienst: Dienst, rol: str = "werkconsulent", **opdracht: Any) -> Any:
    return dienst.doe("POST", PAD, rol, GEVAL | opdracht)


def voorwaarden(berekening: Any) -> dict[str, str]:
    return {toets["voorwaarde"]: toets["uitkomst"] for toets in berekening["toetsen"]}


def test_wat_als_is_wat_het_besluit_wordt(dienst: Dienst, database_url: str) -> None:
    klant_id = met_plan(dienst)
    dienst.zet_klok(BESLUITDAG)
    voor = {tabel: aantal(database_url, tabel) for tabel in GROEIT}
    gelezen = aantal(database_url, "verwerking")

    kaal = bereken(dienst, klantId=klant_id)
    assert (kaal["dictum"], kaal["zaakId"]) == ("voorleggen", None)
    assert any("schriftelijke uitnodiging" in zin for zin in kaal["ontbreekt"])
    assert voorwaarden(kaal)["verplichting_in_plan"] == "voldaan", "het plan staat in het dossier"
    assert kaal["verlaging"]["bedragen"][0]["formule"] == "30 % van € 1.401,50 = € 420,45"

    gesteld = bereken(dienst, klantId=klant_id, feiten=ALLES)
    assert (gesteld["dictum"], gesteld["ontbreekt"]) == ("maatregel", [])
    assert set(gesteld["verondersteld"]) == set(ALLES)
    assert {"verlaging_procent", "duur_maanden"} <= set(gesteld["voorbeeldwaarden"])
    assert gesteld["beleidId"].endswith("GM0150/maatregel/2020-01-01")

    later = {tabel: aantal(database_url, tabel) for tabel in GROEIT}
    assert later == voor
    regels = rijen(database_url, "SELECT handeling, klant_id::text, uitkomst FROM verwerking")
    assert aantal(database_url, "verwerking") == gelezen + 2
    assert regels.count(("berekenMaatregelZonderBesluit", klant_id, "gelezen")) == 2

    zaak = volledig(dienst, klant_id)
    met_zaak = bereken(dienst, klantId=klant_id)
    assert (met_zaak["zaakId"], met_zaak["dictum"], met_zaak["verondersteld"]) == (zaak["id"], "maatregel", [])
    adviseer(dienst, zaak["id"])
    genomen = besluit(dienst, zaak["id"])
    uitleg = dienst.doe("GET", f"/besluiten/{genomen['id']}/uitleg", "werkconsulent")
    for berekening in (gesteld, met_zaak):
        assert berekening["verlaging"]["bedragen"] == uitleg["bedragen"]
        assert berekening["motivering"] == uitleg["motivering"]
        assert berekening["beleidSha256"] == genomen["beleidSha256"]


def test_wat_u_stelt_gaat_voor(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    opgelegd(dienst, klant_id)
    later = GEVAL | {"klantId": klant_id, "gedragingDatum": "2026-05-19", "peildatum": "2026-06-20"}
    opnieuw = dienst.doe("POST", PAD, "inkomensconsulent", later)
    assert opnieuw["verlaging"]["recidive"] is False, "de gedraging is van voor het eerdere besluit"
    andere_dag = dienst.doe("POST", PAD, "inkomensconsulent", later | {"gedragingDatum": "2026-05-21"})
    assert (andere_dag["verlaging"]["recidive"], len(andere_dag["verlaging"]["bedragen"])) == (True, 2)
    weg = later | {"gedragingDatum": "2026-05-21", "feiten": {"eerdereMaatregelen": []}}
    assert dienst.doe("POST", PAD, "inkomensconsulent", weg)["verlaging"]["recidive"] is False
    eigen = {"afwijking": {"procent": "10", "maanden": 3}, "normPerMaand": 100_000, "voorstel": "opleggen"}
    minder = dienst.doe("POST", PAD, "inkomensconsulent", later | {"feiten": eigen})
    assert [regel["bedrag"] for regel in minder["verlaging"]["bedragen"]] == [10_000] * 3
    assert minder["verlaging"]["bedragen"][0]["normVersie"] == "opgegeven"


def test_zonder_dossier_telt_alleen_wat_is_gegeven(dienst: Dienst, database_url: str) -> None:
    dienst.zet_klok(BESLUITDAG)
    kaal = bereken(dienst, "koppeling", persoon=PERSOON)
    assert (kaal["klantId"], kaal["dictum"]) == (None, "voorleggen")
    assert voorwaarden(kaal)["recidive_vastgesteld"] == "onbepaald"
    assert kaal["verlaging"] is None

    alles = bereken(dienst, "beleidsmedewerker", persoon=PERSOON, feiten=ZONDER_DOSSIER)
    assert (alles["dictum"], alles["verlaging"]["totaal"]) == ("maatregel", 42_045)
    anders = {
        "verwijtbaarheid": "ontbreekt",
        "bewijsstukken": ["presentielijst"],
        "samenloop": ["onvoldoende_sollicitaties", KICK_OFF],
    }
    geen = bereken(dienst, persoon=PERSOON, feiten=ZONDER_DOSSIER | anders)
    assert (geen["dictum"], geen["verlaging"]) == ("afzien", None)
    zwaarste = bereken(dienst, persoon=PERSOON, feiten=ZONDER_DOSSIER | {"samenloop": ["onvoldoende_sollicitaties"]})
    assert (zwaarste["verlaging"]["gedraging"], zwaarste["verlaging"]["totaal"]) == (
        "onvoldoende_sollicitaties",
        140_150,
    )
    eerder = [{"besluitDatum": "2025-11-20", "gedraging": "werkweigering"}]
    uniform = bereken(
        dienst, persoon=PERSOON, gedraging="werkweigering", feiten=ZONDER_DOSSIER | {"eerdereMaatregelen": eerder}
    )
    assert voorwaarden(uniform)["gedraging_in_regime"] == "voldaan"
    assert voorwaarden(uniform)["recidive_vastgesteld"] == "voldaan", "lid 6: de gemeente bepaalt de duur"
    gespreid = ZONDER_DOSSIER | {
        "spreiding": 3,
        "bewijsstukken": ["concrete_baanaanbieding"],
        "betaaldTotEnMet": "2026-05-31",
    }
    verdeeld = bereken(dienst, persoon=PERSOON, gedraging="werkweigering", feiten=gespreid)
    assert (verdeeld["dictum"], verdeeld["ontbreekt"]) == ("maatregel", [])
    delen = [regel["bedrag"] for regel in verdeeld["verlaging"]["bedragen"]]
    assert (len(delen), sum(delen), delen[0] >= delen[1]) == (3, 140_150, True)
    ontheven = {"soort": "tijdelijk", "plichten": ["arbeidsplicht"], "van": "2026-04-01"}
    vrij = bereken(dienst, persoon=PERSOON, gedraging="werkweigering", feiten=gespreid | {"ontheffingen": [ontheven]})
    assert voorwaarden(vrij)["plicht_niet_ontheven"] == "niet_voldaan"
    voorbij = {"ontheffingen": [ontheven | {"tot": "2026-04-23"}]}
    weer = bereken(dienst, persoon=PERSOON, gedraging="werkweigering", feiten=gespreid | voorbij)
    assert voorwaarden(weer)["plicht_niet_ontheven"] == "voldaan"
    samen = PERSOON | {"leefvorm": "gehuwd", "partnerGeboortedatum": "1990-02-03"}
    assert bereken(dienst, persoon=samen, feiten=ZONDER_DOSSIER)["verlaging"]["bedragen"][0]["norm"] == 200_213
    alleen = bereken(dienst, persoon=PERSOON | {"leefvorm": "gehuwd"}, feiten=ZONDER_DOSSIER)
    assert voorwaarden(alleen)["norm_bekend"] == "onbepaald"
    jong = samen | {"partnerGeboortedatum": "2008-02-03"}
    assert voorwaarden(bereken(dienst, persoon=jong, feiten=ZONDER_DOSSIER))["norm_bekend"] == "onbepaald"
    assert aantal(database_url, "gebeurtenis") == 0


def test_wat_niet_kan_wordt_in_een_keer_genoemd(dienst: Dienst) -> None:
    allebei = {"persoon": PERSOON, "klantId": "0199b1a0-5c1e-7d3a-9f42-b7c81d0e6a55"}
    mis = {"persoon": PERSOON | {"gemeente": "GM9999", "geboortedatum": "2026-04-24"}, "peildatum": "2026-04-22"}
    alles = ["peildatum", "persoon.geboortedatum", "persoon.gemeente"]
    for opdracht, velden in (({}, ["body"]), (allebei, ["body"]), (mis, alles)):
        antwoord = dienst.roep("POST", PAD, "werkconsulent", GEVAL | opdracht)
        assert antwoord.status_code == 400, antwoord.text
        assert sorted(fout["veld"] for fout in antwoord.json()["fouten"]) == velden


def test_wie_geen_maatregel_kan_krijgen_hoort_waarom(dienst: Dienst) -> None:
    klant_id = ingedeeld(dienst, "zorgen", team="matchen")
    dienst.zet_klok(BESLUITDAG)
    zorgen = bereken(dienst, klantId=klant_id)
    assert (zorgen["dictum"], voorwaarden(zorgen)["klantgroep"]) == ("voorleggen", "niet_voldaan")
    assert zorgen["verlaging"] is None
    matchen = bereken(dienst, klantId=klant_id, feiten=ZONDER_DOSSIER)
    assert matchen["dictum"] == "maatregel"
    zonder = bereken(dienst, persoon=PERSOON, feiten=ZONDER_DOSSIER | {"klantgroep": "zorgen"})
    assert (zonder["dictum"], zonder["verlaging"]) == ("voorleggen", None)
    assert dienst.roep("POST", PAD, "beleidsmedewerker", GEVAL | {"klantId": klant_id}).status_code == 404
