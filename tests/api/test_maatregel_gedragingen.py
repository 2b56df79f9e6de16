"""The table of gedragingen over HTTP, and what it refuses when a zaak is opened or a document is recorded."""

from __future__ import annotations

from typing import Any

import pytest

from tests.steun.dienst import Dienst
from tests.steun.kijk import rijen
from tests.steun.klanten import taken
from tests.steun.maatregelzaak import BESLUITDAG, adviseer, besluit, met_plan, open_zaak, volledig, zet

STUK: dict[str, Any] = {"soort": "bewijsstuk", "datum": "2026-04-22", "vorm": "email", "verwijzing": "zaak 2026-00123"}


@pytest.mark.regel("DEV-MTR-502", "DEV-MTR-503", "DEV-MTR-513", "DEV-MTR-549")
def test_tabel_per_wet_met_plicht_bewijs_stappen_en_termijnen(dienst: Dienst) -> None:
    per_wet = {
        wet: dienst.doe("GET", f"/gedragingen?gemeente=GM0150&peildatum=2026-05-20&regime={wet}", "werkconsulent")
        for wet in ("PW", "IOAW", "IOAZ")
    }
    assert {wet: len(tabel["gedragingen"]) for wet, tabel in per_wet.items()} == {"PW": 13, "IOAW": 8, "IOAZ": 8}
    assert "GM0150/maatregel/" in per_wet["PW"]["pakket"]
    pw = {rij["code"]: rij for rij in per_wet["PW"]["gedragingen"]}
    weigering = pw["werkweigering"]
    assert (weigering["plicht"], weigering["uniform"]) == ("arbeidsplicht", "a")
    assert [(eis["code"], eis["alleenBij"], eis["vanWerkgever"]) for eis in weigering["bewijsVerplicht"]] == [
        ("concrete_baanaanbieding", None, False),
        ("bevestiging_werkgever", "weigering_in_sollicitatiegesprek", True),
    ]
    assert weigering["kenmerken"] == ["weigering_in_sollicitatiegesprek"]
    horen, hersteltermijn, afstemmen = weigering["stappen"]
    assert (horen["actie"], horen["door"], horen["werkdagen"]) == ("klant_horen", "consulent", 2)
    assert horen["kanalen"] == ["brief", "email_indien_adres_bekend"]
    assert (hersteltermijn["als"], hersteltermijn["tenMinsteWerkdagen"]) == ("geen_gehoor_aan_uitnodiging", 5)
    assert hersteltermijn["kanalen"] == ["aangetekend", "regulier"]
    assert (afstemmen["werkdagen"], afstemmen["tenMinsteWerkdagen"]) == (None, None)
    assert [stap["door"] for stap in weigering["besluitvorming"]] == [
        "consulent",
        "consulent",
        "consulent",
        "inkomensconsulent",
        "toetser",
        "inkomensconsulent",
        "klant",
    ]
    assert [stap["actie"] for stap in pw["zeer_ernstige_misdraging"]["daarna"]][-1] == "pandverbod"
    alles = dienst.doe("GET", "/gedragingen?gemeente=GM0150", "beleidsmedewerker")
    assert len(alles["gedragingen"]) == 21
    assert dienst.roep("GET", "/gedragingen?gemeente=GM9999", "werkconsulent").status_code == 404


@pytest.mark.regel("DEV-MTR-517", "DEV-MTR-531", "DEV-MTR-532")
def test_stuk_moet_zijn_wat_het_heet(dienst: Dienst) -> None:
    """Who confirmed it, of when it is, and that a plan is no loose document."""
    klant_id = met_plan(dienst)
    dienst.zet_klok(BESLUITDAG)

    def velden(gedraging: str, **stuk: Any) -> list[str]:
        zaak = open_zaak(dienst, klant_id, gedraging=gedraging) if gedraging not in zaken else zaken[gedraging]
        zaken[gedraging] = zaak
        antwoord = dienst.roep("POST", f"/maatregelzaken/{zaak['id']}/stappen", "werkconsulent", STUK | stuk)
        return [fout["veld"] for fout in antwoord.json().get("fouten", [])]

    zaken: dict[str, Any] = {}
    assert velden("werk_niet_behouden", code="bevestiging_werkgever") == ["afkomstigVan"]
    assert velden("werk_niet_behouden", code="bevestiging_werkgever", afkomstigVan="Bakkerij Voorbeeld") == []
    assert velden("overige_verplichtingen_art_55", code="opgelegde_verplichting_art_55", datum="2026-04-23") == [
        "datum"
    ]
    assert velden("overige_verplichtingen_art_55", code="opgelegde_verplichting_art_55", datum="2026-04-22") == []
    assert velden("taallessen_niet_volgen", code="plan_van_aanpak_met_verplichting_taallessen") == ["code"]
    assert velden("werk_niet_behouden", code="overig") == []


@pytest.mark.regel("DEV-MTR-531")
def test_plan_zonder_taallessen_draagt_geen_maatregel_over_taallessen(dienst: Dienst) -> None:
    """The plan asks for cooperation, not for language lessons; one of elsewhere cannot replace the plan in force."""
    klant_id = met_plan(dienst)
    dienst.zet_klok(BESLUITDAG)
    zaak = open_zaak(dienst, klant_id, gedraging="taallessen_niet_volgen")
    elders = {
        "soort": "plan",
        "ondertekendOp": "2026-04-01",
        "bevatVerplichting": True,
        "afwijkingPlan": "Mondeling afgesproken.",
    }
    zet(dienst, zaak["id"], elders)
    stand = dienst.doe("GET", f"/maatregelzaken/{zaak['id']}/gereedheid", "werkconsulent")
    bewijs = next(toets for toets in stand["voorAdvies"] if toets["voorwaarde"] == "bewijs_volledig")
    assert (bewijs["uitkomst"], bewijs["feiten"]["ontbreekt"]) == (
        "niet_voldaan",
        ["plan_van_aanpak_met_verplichting_taallessen"],
    )
    assert "waarin staat dat de klant taallessen moet volgen" in bewijs["toelichting"]


@pytest.mark.regel("DEV-MTR-528")
def test_kenmerken_horen_bij_de_gedraging(dienst: Dienst) -> None:
    klant_id = met_plan(dienst)
    dienst.zet_klok(BESLUITDAG)
    opdracht = {"klantId": klant_id, "gedraging": "werkweigering", "gedragingDatum": "2026-04-23"}
    opdracht["meldingDatum"] = "2026-03-30"
    fout = dienst.roep("POST", "/maatregelzaken", "werkconsulent", opdracht | {"kenmerken": ["a_fysiek_geweld"]})
    assert fout.json()["fouten"][0] == {
        "veld": "kenmerken",
        "melding": "Bij deze gedraging kan: weigering_in_sollicitatiegesprek.",
    }
    zaak = dienst.doe(
        "POST", "/maatregelzaken", "werkconsulent", opdracht | {"kenmerken": ["weigering_in_sollicitatiegesprek"]}
    )
    assert zaak["kenmerken"] == ["weigering_in_sollicitatiegesprek"]


def test_een_zaak_corrigeren_tot_er_een_besluit_is(dienst: Dienst, database_url: str) -> None:
    """A wrong kenmerk, and an obligation left out; the advice on it falls away, and after the besluit it is over."""
    zaak = volledig(dienst, gedraging="pva_niet_meewerken_kick_off")
    klant_id, pad = zaak["klantId"], f"/maatregelzaken/{zaak['id']}"

    def corrigeer(versie: int, **velden: Any) -> Any:
        return dienst.roep("PATCH", pad, "werkconsulent", velden, versie=versie)

    def open_soorten() -> set[str]:
        return {taak.soort for taak in taken(dienst, klant_id)}

    zaak = adviseer(dienst, zaak["id"])
    assert corrigeer(zaak["versie"] - 1, totaalbeeld="Anders dan gedacht.").status_code == 412
    fouten = corrigeer(zaak["versie"], kenmerken=["a_fysiek_geweld"], verplichting="solliciteren").json()["fouten"]
    assert [fout["veld"] for fout in fouten] == ["kenmerken", "verplichting"]
    assert corrigeer(zaak["versie"], kenmerken=[]).json()["versie"] == zaak["versie"], "er verandert niets"
    goed = corrigeer(zaak["versie"], verplichting="verschijnen_op_afspraken", totaalbeeld="De klant kwam nooit.").json()
    assert (goed["verplichting"], goed["totaalbeeld"]) == ("verschijnen_op_afspraken", "De klant kwam nooit.")
    assert (goed["status"], goed["advies"], goed["versie"]) == ("open", None, zaak["versie"] + 1)
    assert {"maatregel_advies", "maatregel_besluit"} & open_soorten() == {"maatregel_advies"}
    vraag = "SELECT inhoud FROM gebeurtenis WHERE soort = 'maatregelzaak.gewijzigd' AND klant_id = %s"
    [(feit,)] = rijen(database_url, vraag, klant_id)
    codes = {"verplichting": {"was": None, "is": "verschijnen_op_afspraken"}}
    assert feit == {"velden": ["totaalbeeld", "verplichting"], **codes}, "de tekst zelf staat in de zaak"

    weg = corrigeer(goed["versie"], verplichting=None).json()
    assert (weg["verplichting"], weg["totaalbeeld"]) == (None, "De klant kwam nooit.")
    adviseer(dienst, zaak["id"])
    besluit(dienst, zaak["id"])
    versie = dienst.doe("GET", pad, "werkconsulent")["versie"]
    laat = corrigeer(versie, totaalbeeld="Toch anders.")
    assert (laat.status_code, laat.json()["code"]) == (409, "zaak_niet_open")


@pytest.mark.regel("DEV-MTR-528")
def test_een_ander_kenmerk_vraagt_ander_bewijs(dienst: Dienst) -> None:
    """Of a refusal in an interview the employer's confirmation belongs in the file; without the kenmerk it does not."""
    klant_id = met_plan(dienst)
    dienst.zet_klok(BESLUITDAG)
    zaak = open_zaak(dienst, klant_id, gedraging="werkweigering")
    pad = f"/maatregelzaken/{zaak['id']}"

    def ontbreekt(kenmerken: list[str]) -> list[str]:
        versie = dienst.doe("GET", pad, "werkconsulent")["versie"]
        dienst.doe("PATCH", pad, "werkconsulent", {"kenmerken": kenmerken}, versie=versie)
        stand = dienst.doe("GET", f"{pad}/gereedheid", "werkconsulent")
        (bewijs,) = [toets for toets in stand["voorAdvies"] if toets["voorwaarde"] == "bewijs_volledig"]
        return list(bewijs["feiten"]["ontbreekt"])

    met = ontbreekt(["weigering_in_sollicitatiegesprek"])
    zonder = ontbreekt([])
    assert set(zonder) < set(met)


@pytest.mark.regel("DEV-PVA-902")
def test_verplichtingen_uit_het_plan_zijn_te_kiezen_als_geschonden(dienst: Dienst) -> None:
    """The plan of 31 March asks to cooperate in the plan and to come to appointments, nothing about work."""
    klant_id = met_plan(dienst)
    dienst.zet_klok(BESLUITDAG)

    def lijst(dag: str) -> dict[str, Any]:
        bron = dienst.doe("GET", f"/klanten/{klant_id}/gedragingen?datum={dag}", "werkconsulent")
        return {keuze["code"]: keuze for keuze in bron["gedragingen"]}

    keuzes = lijst("2026-04-23")
    assert len(keuzes) == 13
    kick_off = keuzes["pva_niet_meewerken_kick_off"]
    assert [v["code"] for v in kick_off["verplichtingen"]] == ["meewerken_plan_van_aanpak", "verschijnen_op_afspraken"]
    assert (kick_off["kan"], keuzes["werken_aan_de_toekomst_niet_volgen"]["kan"]) == (True, False)
    assert keuzes["taallessen_niet_volgen"]["verplichtingen"] == []
    assert lijst("2026-03-30")["pva_niet_meewerken_kick_off"]["verplichtingen"] == []
    opdracht = {"klantId": klant_id, "gedraging": "pva_niet_meewerken_kick_off", "gedragingDatum": "2026-04-23"}
    opdracht["meldingDatum"] = "2026-03-30"
    fout = dienst.roep("POST", "/maatregelzaken", "werkconsulent", opdracht | {"verplichting": "solliciteren"})
    assert fout.json()["fouten"][0] == {
        "veld": "verplichting",
        "melding": "Bij deze gedraging kan: meewerken_plan_van_aanpak, verschijnen_op_afspraken.",
    }
    gekozen = {"verplichting": "verschijnen_op_afspraken"}
    zaak = dienst.doe("POST", "/maatregelzaken", "werkconsulent", opdracht | gekozen)
    assert zaak["verplichting"] == "verschijnen_op_afspraken"
    ander = opdracht | {"gedraging": "taallessen_niet_volgen", "verplichting": "taallessen_volgen"}
    geen = dienst.roep("POST", "/maatregelzaken", "werkconsulent", ander).json()["fouten"][0]["melding"]
    assert "in het plan van die dag staat er geen" in geen
