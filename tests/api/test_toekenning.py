"""Toekenningen over HTTP: the concept, what runs on from 2017, and the end."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from app.domain.beleid.model import Herkomst
from app.domain.kern.fouten import Geweigerd
from app.domain.kern.grondslag import Grondslag
from app.domain.kern.rollen import Rol
from app.domain.nugger.beleid import Grensbedrag, NuggerBeleid
from app.domain.nugger.feiten import NuggerFeiten
from app.services.besluit.nemen import Besluitvoorstel, neem
from tests.steun.bezwaar import GEHOORD, HERROEPEN, beslis, maak_bezwaar, zet
from tests.steun.dienst import Dienst
from tests.steun.handelen import als
from tests.steun.klanten import ingedeeld, taken

WIA = {"soort": "doelgroepcategorie", "datum": "2020-01-01", "categorie": "wia_34a_35_36"}

CONCEPT = {"code": "werkervaringsplaats", "van": "2026-04-13", "tot": "2026-07-13", "uren": 24}


def stel_op(dienst: Dienst, klant: str, **anders: Any) -> Any:
    return dienst.doe("POST", "/toekenningen", "werkconsulent", {"klantId": klant} | CONCEPT | anders)


def test_een_concept_wordt_opgesteld_gecorrigeerd_en_ingetrokken(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "groeien")
    concept = stel_op(dienst, klant)
    assert (concept["stand"], concept["regime"], concept["uren"]) == ("concept", "2021", 24.0)
    pad = f"/toekenningen/{concept['id']}"

    anders = {
        "uren": 20,
        "antwoorden": {"leerdoel": {"waarde": True}},
        "gegevens": {"doel": ["specifieke_werkervaring"]},
    }
    nieuw = dienst.doe("PATCH", pad, "werkconsulent", anders, versie=concept["versie"])
    assert (nieuw["uren"], nieuw["antwoorden"]["leerdoel"]["waarde"]) == (20.0, True)
    verouderd = dienst.roep("PATCH", pad, "werkconsulent", {"uren": 8}, versie=concept["versie"])
    assert verouderd.status_code == 412
    fout = dienst.roep("PATCH", pad, "werkconsulent", {"van": "2026-08-01", "gegevens": None}, versie=nieuw["versie"])
    assert {regel["veld"] for regel in fout.json()["fouten"]} == {"tot", "gegevens"}

    typefout = {"gegevens": {"plann": True, "doel": ["specifieke_werkervaring"]}}
    vreemd = dienst.roep("PATCH", pad, "werkconsulent", typefout, versie=nieuw["versie"])
    nieuwe = dienst.roep("POST", "/toekenningen", "werkconsulent", {"klantId": klant} | CONCEPT | typefout)
    for antwoord in (vreemd, nieuwe):
        (regel,) = antwoord.json()["fouten"]
        assert (antwoord.status_code, regel["veld"]) == (400, "gegevens.plann")
        assert "onkosten_bewijzen, onkostenvergoeding, plan" in regel["melding"]

    weg = dienst.doe("POST", f"{pad}/intrekkingen", "werkconsulent", {"reden": "Andere keus."}, versie=nieuw["versie"])
    assert (weg["stand"], weg["redenIntrekking"]) == ("ingetrokken", "Andere keus.")
    weer = dienst.roep("PATCH", pad, "werkconsulent", {"uren": 8}, versie=weg["versie"])
    assert (weer.status_code, weer.json()["code"]) == (409, "toekenning_stand")
    assert dienst.doe("GET", f"/klanten/{klant}/toekenningen", "toetser")["toekenningen"] == [weg]
    assert dienst.doe("GET", pad, "fg") == weg


@pytest.mark.regel("DEV-OVR-902", "DEV-OVR-903")
def test_wat_de_gemeente_niet_heeft_wordt_geweigerd(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "groeien")
    vreemd = dienst.roep("POST", "/toekenningen", "werkconsulent", {"klantId": klant} | CONCEPT | {"code": "no_risk"})
    assert [regel["veld"] for regel in vreemd.json()["fouten"]] == ["code"]
    for anders, toets in (
        ({"van": "2020-12-31"}, "regime_van_de_begindag"),
        ({"code": "no_riskpolis"}, "voorziening_niet_vervallen"),
    ):
        oud = dienst.roep("POST", "/toekenningen", "werkconsulent", {"klantId": klant} | CONCEPT | anders)
        assert [regel["voorwaarde"] for regel in oud.json()["toetsen"]] == [toets]
    onmogelijk = {"klantId": klant} | CONCEPT | {"tot": "2026-04-13"}
    assert dienst.roep("POST", "/toekenningen", "werkconsulent", onmogelijk).status_code == 400


OUD = {
    "code": "proefplaatsing",
    "naam": "Proefplaatsing",
    "van": "2020-11-01",
    "tot": "2022-07-01",
    "besluitKenmerk": "2020-001234",
    "besluitDatum": "2020-10-15",
    "oudeDoelgroep": "korte_afstand",
}


def rond_af(dienst: Dienst, besluit: dict[str, Any], dag: str, *, toetsen: bool = True) -> Any:
    if toetsen:
        dienst.doe("POST", f"/besluiten/{besluit['id']}/toetsingen", "toetser", {"akkoord": True})
    zending = {"verzondenOp": dag, "wijze": "post"}
    return dienst.doe("POST", f"/besluiten/{besluit['id']}/bekendmakingen", "administratie", zending)


def doe(dienst: Dienst, zaak: dict[str, Any], pad: str, inhoud: dict[str, Any], status: int = 201) -> Any:
    """Do something to a toekenning on its present version."""
    nu = dienst.doe("GET", f"/toekenningen/{zaak['id']}", "werkconsulent")
    plek = f"/toekenningen/{zaak['id']}/{pad}"
    antwoord = dienst.roep("POST", plek, "werkconsulent", inhoud, versie=nu["versie"])
    assert antwoord.status_code == status, antwoord.text
    return antwoord.json()


@pytest.mark.regel("DEV-OVR-902", "DEV-OVR-905", "DEV-OVR-906", "DEV-OVR-907", "DEV-OVR-909")
def test_een_voorziening_van_2017_loopt_door_tot_het_einde_van_de_overgang(dienst: Dienst) -> None:
    dienst.zet_klok("2021-06-01T09:00:00+02:00")
    klant = ingedeeld(dienst, "matchen")
    anders = {"van": "2021-01-01", "oudeDoelgroep": "korte_afstand"}
    nieuw = dienst.roep("POST", "/overgangstoekenningen", "werkconsulent", OUD | {"klantId": klant} | anders)
    assert (nieuw.status_code, nieuw.json()["code"]) == (409, "regime_past_niet")
    fout = OUD | {"klantId": klant, "oudeDoelgroep": "matchen", "besluitDatum": "2021-06-02", "tot": "2021-01-01"}
    velden = dienst.roep("POST", "/overgangstoekenningen", "werkconsulent", fout).json()["fouten"]
    assert {regel["veld"] for regel in velden} == {"oudeDoelgroep", "besluitDatum", "tot"}

    zaak = dienst.doe("POST", "/overgangstoekenningen", "werkconsulent", OUD | {"klantId": klant})
    assert (zaak["regime"], zaak["stand"], zaak["uitersteDag"]) == ("2017", "lopend", "2021-12-31")
    assert zaak["overgang"]["oudeDoelgroep"] == "korte_afstand"
    assert dienst.doe("GET", f"/klanten/{klant}", "werkconsulent")["klantgroep"] == "matchen"
    assert taken(dienst, klant) == []
    dienst.zet_klok("2021-11-05T09:00:00+01:00")
    assert [taak.soort for taak in taken(dienst, klant)] == ["toekenning_overgang_eindigt"]

    vroeg = {"grond": "g", "laatsteDag": "2021-11-30", "motivering": "Bestaat niet meer.", "alleenNieuwRegime": True}
    mis = doe(dienst, zaak, "beeindigingen", vroeg, 409)
    assert [toets["voorwaarde"] for toets in mis["toetsen"]] == ["overgangsrecht_geeerbiedigd"]
    melding = {"soort": "voorwaarden_2017", "datum": "2021-11-04", "vervuld": False, "toelichting": "Geen recht meer."}
    weg = doe(dienst, zaak, "feiten", melding)
    assert "toekenning_2017_beeindigen" in [taak.soort for taak in taken(dienst, klant)]
    pad = f"/toekenningfeiten/{weg['verloop'][0]['id']}/intrekkingen"
    terug = dienst.doe("POST", pad, "werkconsulent", {"reden": "Toch wel recht."}, versie=weg["versie"])
    assert terug["overgang"]["voorwaardenVervuld"] is None
    assert dienst.roep("POST", pad, "werkconsulent", {"reden": "Nog eens."}, versie=terug["versie"]).status_code == 409
    assert [taak.soort for taak in taken(dienst, klant)] == ["toekenning_overgang_eindigt"]

    verder = {"dictum": "voortzetten", "laatsteDag": "2022-06-30", "motivering": "Het traject wordt afgemaakt."}
    open_ = doe(dienst, zaak, "overgangsbesluiten", verder, 409)
    assert [toets["voorwaarde"] for toets in open_["toetsen"]] == ["contract_nagegaan"]
    besluit = doe(dienst, zaak, "overgangsbesluiten", verder | {"contractBetalingsplicht": True})
    assert (besluit["soort"], besluit["dictum"]) == ("voorziening_overgang", "voortzetten")
    ongetoetst = {"verzondenOp": "2021-11-05", "wijze": "post"}
    plek = f"/besluiten/{besluit['id']}/bekendmakingen"
    assert dienst.roep("POST", plek, "administratie", ongetoetst).json()["code"] == "niet_getoetst"
    rond_af(dienst, besluit, "2021-11-05")
    assert dienst.doe("POST", f"/besluiten/{besluit['id']}/narekenen", "fg")["zelfde"] is True
    voort = dienst.doe("GET", f"/toekenningen/{zaak['id']}", "werkconsulent")
    assert (voort["regime"], voort["uitersteDag"], voort["overgang"]["voortgezet"]) == ("2017", "2022-06-30", True)
    dienst.zet_klok("2022-07-01T09:00:00+02:00")
    assert dienst.doe("GET", f"/toekenningen/{zaak['id']}", "werkconsulent")["stand"] == "lopend"
    assert [taak.soort for taak in taken(dienst, klant)] == ["toekenning_eindigt", "toekenning_voorbij"]


@pytest.mark.regel("DEV-VRZ-907", "DEV-VRZ-908", "DEV-VRZ-910")
def test_een_lopende_voorziening_wordt_op_een_grond_beeindigd_en_afgerond(dienst: Dienst) -> None:
    """Recorded as one of 2017, so that it runs; ending goes the same for every regime."""
    dienst.zet_klok("2021-06-01T09:00:00+02:00")
    klant = ingedeeld(dienst, "groeien")
    zaak = dienst.doe("POST", "/overgangstoekenningen", "werkconsulent", OUD | {"klantId": klant})
    dienst.doe("POST", f"/klanten/{klant}/doelgroepfeiten", "werkconsulent", WIA)

    vroeg = {"soort": "afronding", "datum": "2021-06-01", "uitkomst": "betaald_werk", "toelichting": "Heeft een baan."}
    assert [t["voorwaarde"] for t in doe(dienst, zaak, "feiten", vroeg, 409)["toetsen"]] == ["voorziening_voorbij"]
    voortgang = {"soort": "voortgang", "datum": "2021-05-31", "toelichting": "Het gaat goed op de werkvloer."}
    doe(dienst, zaak, "feiten", voortgang | {"datum": "2021-06-02"}, 400)
    doe(dienst, zaak, "feiten", voortgang)
    verzuim = {"soort": "no_show", "datum": "2021-05-31"}
    niet = doe(dienst, zaak, "feiten", verzuim)
    [taak] = [taak for taak in taken(dienst, klant) if taak.soort == "toekenning_niet_verschenen"]
    assert "proefplaatsing_niet_meewerken" in taak.waarom
    pad = f"/toekenningfeiten/{niet['verloop'][-1]['id']}/intrekkingen"
    dienst.doe("POST", pad, "werkconsulent", {"reden": "De klant was er wel."}, versie=niet["versie"])
    assert taken(dienst, klant) == []
    vreemd = verzuim | {"afspraakId": klant}
    assert doe(dienst, zaak, "feiten", vreemd, 400)["fouten"][0]["veld"] == "afspraakId"

    reden = {"laatsteDag": "2021-06-15", "motivering": "De klant heeft een baan gevonden."}
    werk = doe(dienst, zaak, "beeindigingen", reden | {"grond": "c"}, 409)
    assert [toets["voorwaarde"] for toets in werk["toetsen"]] == ["twee_jaar_minimumloon"]
    zonder = doe(dienst, zaak, "beeindigingen", reden | {"grond": "e"}, 409)
    assert [toets["voorwaarde"] for toets in zonder["toetsen"]] == ["grond_beoordeeld"]
    besluit = doe(dienst, zaak, "beeindigingen", reden | {"grond": "e", "oordeel": "De plek is te zwaar geworden."})
    eigen = {"akkoord": True}
    zelf = dienst.roep("POST", f"/besluiten/{besluit['id']}/toetsingen", "werkconsulent", eigen)
    assert zelf.status_code == 403
    rond_af(dienst, besluit, "2021-06-01")
    uit = dienst.doe("GET", f"/toekenningen/{zaak['id']}", "werkconsulent")
    assert (uit["stand"], uit["laatsteDag"], uit["eindegrond"]) == ("beeindigd", "2021-06-15", "e")
    assert [taak.soort for taak in taken(dienst, klant)] == ["toekenning_evaluatie"]
    assert "geen geld" not in dienst.doe("GET", f"/besluiten/{besluit['id']}/uitleg", "fg")["motivering"][0]

    vordering = {"soort": "kostenvordering", "datum": "2021-06-01", "bedrag": 5000, "toelichting": "Nooit gevolgd."}
    wet = doe(dienst, zaak, "feiten", vordering | {"basis": "participatiewet"}, 409)
    assert wet["toetsen"][0]["voorwaarde"] == "terugvordering_civielrechtelijk"
    doe(dienst, zaak, "feiten", vordering | {"basis": "civielrechtelijk"})
    evaluatie = {"soort": "evaluatie", "datum": "2021-06-01", "toelichting": "Wil verder in de logistiek."}
    doe(dienst, zaak, "feiten", evaluatie | {"volgende": "2021-06-01"}, 400)
    doe(dienst, zaak, "feiten", evaluatie | {"volgende": "2021-07-01"})
    klaar = doe(dienst, zaak, "feiten", vroeg)
    assert (klaar["stand"], klaar["uitkomst"], klaar["laatsteDag"]) == ("afgerond", "betaald_werk", "2021-06-15")
    assert taken(dienst, klant) == []
    pad = f"/toekenningfeiten/{klaar['verloop'][-1]['id']}/intrekkingen"
    terug = dienst.doe("POST", pad, "werkconsulent", {"reden": "Toch geen baan."}, versie=klaar["versie"])
    assert (terug["stand"], terug["uitkomst"]) == ("beeindigd", None)
    hervat_na_bezwaar(dienst, zaak, besluit["id"])


def hervat_na_bezwaar(dienst: Dienst, zaak: dict[str, Any], besluit_id: str) -> None:
    """What was ended goes on as it was granted once the besluit is herroepen, and not before."""
    verder = {"toelichting": "De klant kreeg gelijk in bezwaar."}
    assert doe(dienst, zaak, "hervattingen", verder, 409)["code"] == "einde_staat"
    dienst.zet_klok("2021-06-28T09:00:00+02:00")
    bezwaar = maak_bezwaar(dienst, besluit_id, ontvangenOp="2021-06-10")
    zet(dienst, bezwaar["id"], "hoorzittingen", GEHOORD | {"datum": "2021-06-25"})
    beslis(dienst, bezwaar["id"], HERROEPEN, "2021-06-28")
    hervat = doe(dienst, zaak, "hervattingen", verder)
    assert (hervat["stand"], hervat["uitersteDag"], hervat["eindegrond"]) == ("lopend", "2021-12-31", None)
    assert hervat["redenHervatting"] == verder["toelichting"]


@pytest.mark.regel("DEV-OVR-903", "DEV-OVR-904")
def test_een_besluit_haalt_niets_aan_wat_is_ingetrokken(dienst: Dienst) -> None:
    vraag = "/regelingen?gemeente=GM0150&peildatum=2021-03-30"
    stand = dienst.doe("GET", vraag, "inkomensconsulent")
    assert len(stand["ingetrokken"]) == 4
    bijstand = [deel for deel in stand["aanhaalbaar"] if deel["onderwerp"] == "bijzondere_bijstand"]
    assert bijstand[0]["regelingen"] == ["Beleidsregels Bijzondere Bijstand gemeente Deventer 2020"]
    assert [deel["code"] for deel in stand["vervallen"]] == ["no_riskpolis"]
    assert dienst.roep("GET", "/regelingen?gemeente=GM9999", "inkomensconsulent").status_code == 404

    klant = ingedeeld(dienst, "matchen")
    oud = Grondslag(regeling="Beleidsregels Bijzondere Bijstand WWB 2013", artikel="4")
    with als(dienst, Rol.INKOMENSCONSULENT) as h:
        versie = h.beleid.geldend(NuggerBeleid, "GM0150", h.vandaag)
        grens = versie.beleid.inkomensgrens_procent.model_copy(update={"grondslag": oud})
        beleid = versie.beleid.model_copy(update={"inkomensgrens_procent": grens})
        bedrag = Grensbedrag(bedrag=200_000, grondslag=oud, herkomst=Herkomst.VASTGESTELD)
        feiten = NuggerFeiten(
            leeftijd=30, nugger=True, inkomen=0, vermogen=0, minimumloon=bedrag, vermogensgrens=bedrag
        )
        feiten = feiten.model_copy(update={"wens": "Werk", "doelmatig": True, "motivering": "Het helpt."})
        zaak = h.klant(UUID(klant))
        voorstel = Besluitvoorstel("nugger_ondersteuning", zaak, feiten, replace(versie, beleid=beleid), h.vandaag)
        with pytest.raises(Geweigerd) as geweigerd:
            neem(h, zaak, voorstel)
    assert geweigerd.value.code == "regeling_ingetrokken"
