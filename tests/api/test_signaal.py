"""Signals over HTTP: rechtmatigheid, fraud and niet-willers, from the first sign to what came of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from app.db.klant import Klant
from app.db.sessie import transactie
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from tests.steun.afspraak import HERSTEL, tweede_no_show
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.kijk import rijen
from tests.steun.klanten import handelend, ingedeeld, taken
from tests.steun.maatregelzaak import met_plan, open_zaak

IC, WC = Rol.INKOMENSCONSULENT, Rol.WERKCONSULENT
JA = {"vervolg": "rechtmatigheidsonderzoek", "reden": "De inkomsten van de klant zijn niet duidelijk."}
NEE = {"vervolg": "geen", "reden": "De klant gaf een goede verklaring voor alles."}
FRAUDE = {"omschrijving": "De klant vertelde dat hij in de winkel van zijn broer werkt."}
NIET_WILLER = {"reden": "Na drie goede gesprekken weigert de klant elk aanbod."}


def bekijk(dienst: Dienst, klant: str, rol: Rol = IC, **extra: Any) -> Any:
    return dienst.doe("GET", f"/klanten/{klant}/signalen", rol, **extra)


def doe(dienst: Dienst, signaal: Any, wat: str, inhoud: Any, rol: Rol = IC, **extra: Any) -> Any:
    return dienst.roep("POST", f"/signalen/{signaal['id']}/{wat}", rol, inhoud, versie=signaal["versie"], **extra)


def soorten(dienst: Dienst, klant: str) -> set[str]:
    return {taak.soort for taak in taken(dienst, klant) if not taak.soort.startswith(("maatregel_", "plan_"))}


@pytest.mark.regel("DEV-MTR-507", "DEV-MTR-003")
def test_van_de_vraag_tot_de_uitkomst_naast_de_maatregel(dienst: Dienst) -> None:
    klant = met_plan(dienst)
    dienst.zet_klok("2026-05-20T10:00:00+02:00")
    eerste = open_zaak(dienst, klant)
    assert bekijk(dienst, klant)["signalen"] == []
    tweede = open_zaak(dienst, klant, gedragingDatum="2026-05-07")
    [signaal] = bekijk(dienst, klant)["signalen"]
    assert (signaal["soort"], signaal["status"], signaal["zaken"]) == (
        "rechtmatigheid", "open", [eerste["id"], tweede["id"]],
    )  # fmt: skip
    assert [reden["voorwaarde"] for reden in signaal["aanleiding"]] == ["meerdere_gedragingen"]
    [taak] = [taak for taak in taken(dienst, klant) if taak.soort == "rechtmatigheid_signaal_beantwoorden"]
    assert taak.eigenaar_id == medewerker_id(IC)
    punten = dienst.doe("GET", f"/maatregelzaken/{tweede['id']}/gereedheid", WC)["aandachtspunten"]
    assert punten[-1].startswith("Er is meer gebeurd")

    derde = open_zaak(dienst, klant, gedraging="werkweigering", gedragingDatum="2026-05-08")
    [signaal] = bekijk(dienst, klant)["signalen"]
    assert len(signaal["zaken"]) == 3, "een open signaal wordt bijgewerkt"
    assert "ernstige_gedraging" in {reden["voorwaarde"] for reden in signaal["aanleiding"]}
    assert doe(dienst, signaal, "antwoorden", JA, WC).status_code == 403
    sr = doe(dienst, signaal, "antwoorden", JA | {"vervolg": "sociale_recherche"})
    assert [toets["voorwaarde"] for toets in sr.json()["toetsen"]] == ["vervolg_past_bij_signaal"]
    nee = doe(dienst, signaal, "antwoorden", NEE).json()
    assert (nee["status"], soorten(dienst, klant)) == ("afgerond", set())
    ja = doe(dienst, nee, "antwoorden", JA).json()
    assert soorten(dienst, klant) == {"rechtmatigheid_onderzoeken", "rechtmatigheid_samenwerken"}
    assert (ja["status"], ja["beantwoordDoor"]) == ("beantwoord", str(medewerker_id(IC)))
    zaak = dienst.doe("GET", f"/maatregelzaken/{tweede['id']}", IC)
    assert zaak["status"] == "open", "de maatregel loopt ernaast door"
    punten = dienst.doe("GET", f"/maatregelzaken/{tweede['id']}/gereedheid", WC)["aandachtspunten"]
    assert punten[-1].startswith("Er loopt een rechtmatigheidsonderzoek")
    vierde = open_zaak(dienst, klant, gedragingDatum="2026-05-11")
    [ja] = bekijk(dienst, klant)["signalen"]
    assert (ja["status"], ja["zaken"][-1]) == ("beantwoord", vierde["id"]), "het onderzoek neemt de nieuwe zaak mee"

    schending = {"uitkomst": "schending_inlichtingenplicht", "motivering": "Inkomsten van drie maanden zijn verzwegen."}
    fout = doe(dienst, ja, "uitkomsten", schending | {"grondBeeindiging": "re_integratieplicht"})
    assert [toets["voorwaarde"] for toets in fout.json()["toetsen"]] == ["grond_beeindiging"]
    klaar = doe(dienst, ja, "uitkomsten", schending | {"grondBeeindiging": "inlichtingenplicht"}).json()
    assert (klaar["status"], soorten(dienst, klant)) == ("afgerond", {"beeindiging_voorbereiden"})
    assert doe(dienst, klaar, "antwoorden", NEE).json()["code"] == "signaal_gesloten"
    assert doe(dienst, klaar, "uitkomsten", schending).json()["code"] == "geen_onderzoek"
    assert doe(dienst, klaar, "intrekkingen", {"reden": "Te laat."}).json()["code"] == "signaal_gesloten"

    open_zaak(dienst, klant, gedragingDatum="2026-05-12")
    nieuw = bekijk(dienst, klant)["signalen"][-1]
    assert nieuw["status"] == "open", "een nieuwe gedraging stelt de vraag opnieuw"
    weg = {"reden": "Verkeerd dossier."}
    assert doe(dienst, nieuw, "intrekkingen", weg, WC, nummer=2).json()["code"] == "niet_bevoegd"
    assert doe(dienst, nieuw, "intrekkingen", weg, WC).json()["status"] == "ingetrokken"
    telling = bekijk(dienst, klant, WC)["telling"]
    assert (telling["weigeringen"], telling["maanden"]) == (1, 12)
    assert {"gedraging": "werkweigering", "aantal": 1} in telling["perGedraging"]
    assert derde["gedraging"] == "werkweigering"


@pytest.mark.regel("DEV-MTR-507", "DEV-MTR-003")
def test_een_signaal_vervalt_met_zijn_aanleiding_en_de_omslag_kan_ook_zonder(dienst: Dienst) -> None:
    klant = met_plan(dienst)
    dienst.zet_klok("2026-05-20T10:00:00+02:00")
    open_zaak(dienst, klant)
    zaak = open_zaak(dienst, klant, gedragingDatum="2026-05-07")
    assert "rechtmatigheid_signaal_beantwoorden" in soorten(dienst, klant)
    pad = f"/maatregelzaken/{zaak['id']}/intrekkingen"
    dienst.doe("POST", pad, WC, {"reden": "De klant was er toch wel."}, versie=zaak["versie"])
    assert [rij["status"] for rij in bekijk(dienst, klant)["signalen"]] == ["vervallen"]
    assert soorten(dienst, klant) == set()
    pad, reden = f"/klanten/{klant}/rechtmatigheidsonderzoeken", {"reden": "De klant geeft geen inzicht in inkomsten."}
    omslag = dienst.doe("POST", pad, IC, reden)
    assert (omslag["status"], omslag["vervolg"]) == ("beantwoord", "rechtmatigheidsonderzoek")
    assert dienst.roep("POST", pad, IC, reden).json()["code"] == "onderzoek_loopt_al"
    assert "rechtmatigheid_onderzoeken" in soorten(dienst, klant)


@pytest.mark.regel("DEV-MTR-509")
def test_een_fraudesignaal_staat_meteen_bij_de_inkomensconsulent_en_bij_niemand_anders(
    dienst: Dienst, database_url: str
) -> None:
    klant = ingedeeld(dienst, "matchen")
    signaal = dienst.doe("POST", f"/klanten/{klant}/fraudesignalen", WC, FRAUDE)
    assert (signaal["omschrijving"], signaal["status"]) == (FRAUDE["omschrijving"], None)
    lijst = dienst.doe("GET", "/taken", IC)["taken"]
    assert [(taak["soort"], taak["klant"]["id"]) for taak in lijst] == [("fraudesignaal_opvolgen", klant)]
    assert dienst.doe("GET", f"/klanten/{klant}/klantbeeld", WC)["taken"] == []
    assert bekijk(dienst, klant, WC)["signalen"] == [signaal], "wie meldde, ziet de eigen melding"
    assert bekijk(dienst, klant, WC, nummer=2)["signalen"] == []
    assert bekijk(dienst, klant, Rol.TEAMLEIDER)["signalen"] == []
    assert doe(dienst, signaal, "intrekkingen", {"reden": "Fout."}, WC, nummer=2).status_code == 404
    [gezien] = bekijk(dienst, klant)["signalen"]
    antwoord = doe(dienst, gezien, "antwoorden", JA | {"vervolg": "sociale_recherche"}).json()
    assert {taak.soort for taak in taken(dienst, klant)} == {"fraudesignaal_sociale_recherche"}
    assert bekijk(dienst, klant, Rol.SOCIALE_RECHERCHE)["signalen"] == [antwoord]
    [eigen] = bekijk(dienst, klant, WC)["signalen"]
    assert (eigen["vervolg"], eigen["redenVervolg"], eigen["status"]) == (None, None, None)
    zelf = doe(dienst, antwoord, "antwoorden", JA).json()
    assert {taak.soort for taak in taken(dienst, klant)} == {"fraudesignaal_onderzoeken"}
    weg = doe(dienst, zelf, "intrekkingen", {"reden": "In het verkeerde dossier."}, WC).json()
    assert (weg["redenIntrekking"], taken(dienst, klant)) == ("In het verkeerde dossier.", [])
    for rol, ziet in ((WC, False), (Rol.TEAMLEIDER, False), (IC, True)):
        regels = dienst.doe("GET", f"/klanten/{klant}/tijdlijn", rol)["gebeurtenissen"]
        assert any(regel["soort"].startswith("signaal.") for regel in regels) is ziet
        assert [regel["volgnr"] for regel in regels] == list(range(len(regels), 0, -1)), "een gat verraadt het ook"
        assert dienst.doe("GET", f"/klanten/{klant}/klantbeeld", rol)["volgnr"] == len(regels)
        half = dienst.doe("GET", f"/klanten/{klant}/tijdlijn?aantal=1", rol)
        rest = dienst.doe("GET", f"/klanten/{klant}/tijdlijn?voor={half['volgende']}", rol)
        assert half["gebeurtenissen"] + rest["gebeurtenissen"] == regels
    vertelt = rijen(database_url, "SELECT DISTINCT soort, inhoud::text FROM gebeurtenis WHERE soort LIKE 'signaal%'")
    assert all(inhoud == "{}" for _, inhoud in vertelt), "de gebeurtenis verraadt het vermoeden niet"


@pytest.mark.regel("DEV-MTR-001", "DEV-MTR-004", "DEV-MTR-508")
def test_een_niet_willer_krijgt_eerder_de_omslag_en_een_traject_met_drie_partijen(dienst: Dienst) -> None:
    klant = met_plan(dienst)
    pad = f"/klanten/{klant}/niet-willer-markeringen"
    ander = ingedeeld(dienst, "zorgen", team="matchen")
    zorgen = dienst.roep("POST", f"/klanten/{ander}/niet-willer-markeringen", WC, NIET_WILLER)
    assert [toets["voorwaarde"] for toets in zorgen.json()["toetsen"]] == ["niet_willer_klantgroep"]
    cambio = {"aanleiding": "niet_willer", "instantie": "cambio", "wijze": "informatie"}
    te_vroeg = dienst.roep("POST", f"/klanten/{klant}/verwijzingen", WC, cambio)
    assert [toets["voorwaarde"] for toets in te_vroeg.json()["toetsen"]] == ["gemarkeerd_als_niet_willer"]
    dienst.zet_klok("2026-05-20T10:00:00+02:00")
    open_zaak(dienst, klant)
    assert bekijk(dienst, klant)["signalen"] == []
    morgen = dienst.roep("POST", pad, WC, NIET_WILLER | {"datum": "2026-05-21"})
    assert morgen.json()["fouten"][0]["veld"] == "datum"
    los = {"kenmerken": ["niet_willer"]}
    versie = dienst.doe("GET", f"/klanten/{klant}", WC)["versie"]
    zonder_reden = dienst.roep("PATCH", f"/klanten/{klant}", WC, los, versie=versie)
    assert zonder_reden.json()["fouten"][0]["veld"] == "kenmerken", "zonder auteur en reden kan het niet"
    mark = dienst.doe("POST", pad, WC, NIET_WILLER)
    assert (mark["gemarkeerdDoor"], mark["datum"], mark["reden"]) == (
        str(medewerker_id(WC)), "2026-05-20", NIET_WILLER["reden"],
    )  # fmt: skip
    assert dienst.roep("POST", pad, WC, NIET_WILLER).json()["code"] == "al_gemarkeerd"
    beeld = bekijk(dienst, klant, WC)
    assert (beeld["nietWiller"], [rij["status"] for rij in beeld["signalen"]]) == (True, ["open"])
    assert soorten(dienst, klant) == {"cambio_overwegen", "rechtmatigheid_signaal_beantwoorden"}

    traject = dienst.doe("POST", f"/klanten/{klant}/verwijzingen", WC, cambio)
    assert (traject["werkconsulentId"], traject["inkomensconsulentId"]) == (
        str(medewerker_id(WC)), str(medewerker_id(IC)),
    )  # fmt: skip
    assert "cambio_overwegen" not in soorten(dienst, klant)
    rapport = {"partij": "aanbieder", "tekst": "De klant kwam naar alle bijeenkomsten van deze maand."}
    dienst.zet_klok("2026-06-17T10:00:00+02:00")
    assert "trajectrapportage_vragen" in soorten(dienst, klant)
    pad_r = f"/verwijzingen/{traject['id']}/rapportages"
    fout = dienst.roep("POST", pad_r, WC, rapport | {"datum": "2026-05-19", "vervangt": traject["id"]})
    assert {regel["veld"] for regel in fout.json()["fouten"]} == {"datum", "vervangt"}
    eerste = dienst.doe("POST", pad_r, WC, rapport)
    assert "trajectrapportage_vragen" not in soorten(dienst, klant)
    dienst.doe("POST", pad_r, IC, rapport | {"partij": "inkomensconsulent"})
    dienst.doe("POST", pad_r, WC, rapport | {"vervangt": eerste["id"]})
    gezien = dienst.doe("GET", pad_r, IC)["rapportages"]
    assert [(rij["partij"], bool(rij["vervangt"])) for rij in gezien] == [
        ("aanbieder", False), ("inkomensconsulent", False), ("aanbieder", True),
    ]  # fmt: skip
    klaar = {"soort": "resultaat", "toelichting": "De klant werkt weer mee."}
    dienst.doe("POST", f"/verwijzingen/{traject['id']}/vervolgen", WC, klaar, versie=traject["versie"] + 3)
    assert dienst.roep("POST", pad_r, WC, rapport).json()["code"] == "geen_lopend_traject"

    weg = f"/niet-willer-markeringen/{mark['id']}"
    einde = {"reden": "De klant werkt weer mee."}
    af = dienst.doe("POST", f"{weg}/beeindigingen", WC, einde, versie=mark["versie"])
    assert (af["beeindigdOp"], af["redenEinde"]) == ("2026-06-17", "De klant werkt weer mee.")
    assert dienst.roep("POST", f"{weg}/intrekkingen", WC, einde, versie=af["versie"]).json()["code"] == "al_beeindigd"
    beeld = bekijk(dienst, klant)
    assert (beeld["nietWiller"], [rij["status"] for rij in beeld["signalen"]]) == (False, ["vervallen"])
    fout = dienst.doe("POST", pad, WC, NIET_WILLER)
    weg = f"/niet-willer-markeringen/{fout['id']}/intrekkingen"
    assert dienst.doe("POST", weg, WC, {"reden": "Verkeerde klant."}, versie=fout["versie"])["ingetrokken"] is True


@pytest.mark.regel("DEV-MTR-001")
def test_wegblijven_wordt_geteld_en_leidt_bij_een_niet_willer_eerder_tot_de_vraag(dienst: Dienst) -> None:
    _, _, klant = tweede_no_show(dienst, "matchen", **HERSTEL)
    beeld = bekijk(dienst, klant, WC)
    assert (beeld["telling"]["nietVerschenen"], beeld["telling"]["nietVerschenenZonderZaak"]) == (2, 0)
    assert beeld["telling"]["perGedraging"] == [{"gedraging": "pva_niet_meewerken_kick_off", "aantal": 1}]
    assert beeld["signalen"] == []
    dienst.doe("POST", f"/klanten/{klant}/niet-willer-markeringen", WC, NIET_WILLER)
    beeld = bekijk(dienst, klant)
    assert (beeld["nietWiller"], [rij["status"] for rij in beeld["signalen"]]) == (True, ["open"])
    in_beeld = dienst.doe("GET", f"/klanten/{klant}/klantbeeld", WC)["nietWiller"]
    assert (in_beeld["sinds"], in_beeld["reden"]) == ("2026-04-22", NIET_WILLER["reden"])
    assert dienst.doe("GET", f"/klanten/{klant}/klantbeeld", "receptie")["nietWiller"] is None
    with transactie(dienst.state.sessies, handelend(IC)) as sessie:
        sessie.get_one(Klant, UUID(klant)).klantgroep = Klantgroep.ZORGEN
    assert bekijk(dienst, klant)["nietWiller"] is False, "in een andere klantgroep telt de markering niet mee"
