"""Who may do what with the money of subsidies, whatever the reach of the employee; and no free text in a taak."""

from __future__ import annotations

from typing import Any

from app.db.taak import Taakstatus
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.klanten import ingedeeld, taken
from tests.steun.subsidiezaak import (
    ADMIN,
    IC,
    REKENING,
    STARTBAAN,
    TEGEMOETKOMING,
    VERGOEDING,
    WC,
    antwoord,
    factureer,
    geef_vrij,
    haal_op,
    in_dienst,
    ken_toe,
    lees,
    probeer,
    vraag_aan,
    zet,
)

REDEN = {"reden": "Dit was niet goed."}


def vergoeding(dienst: Dienst, klant: str, rol: str = ADMIN, **anders: Any) -> Any:
    return vraag_aan(dienst, klant, VERGOEDING, rol, **(REKENING | anders))


def test_het_nummer_volgt_op_alle_opdrachten_ook_van_een_ander_team(dienst: Dienst) -> None:
    elders = ingedeeld(dienst, "groeien", team="inkomen", consulent_id=None)
    eigen = ingedeeld(dienst, "groeien", team="matchen", consulent_id=medewerker_id(WC))
    toegekend = {}
    for klant in (elders, eigen):
        aanvraag = vergoeding(dienst, klant)
        toegekend[klant] = aanvraag
        dienst.doe(
            "POST",
            f"/besluiten/{_beslis(dienst, aanvraag)}/toetsingen",
            "toetser",
            {"akkoord": True},
        )
    for aanvraag in toegekend.values():
        besluit = lees(dienst, aanvraag)["besluiten"][0]["id"]
        dienst.doe("POST", f"/besluiten/{besluit}/bekendmakingen", ADMIN, {"verzondenOp": "2026-03-31"})
    assert geef_vrij(dienst, toegekend[elders], 1, IC).json()["nr"] == 1
    tweede = geef_vrij(dienst, toegekend[eigen], 1, WC)
    assert (tweede.status_code, tweede.json().get("nr")) == (201, 2)


def _beslis(dienst: Dienst, aanvraag: Any) -> str:
    versie = lees(dienst, aanvraag)["versie"]
    motivering = {"motivering": "De reis is nodig voor het traject."}
    pad = f"/subsidies/{aanvraag['id']}/besluiten"
    return str(dienst.doe("POST", pad, IC, motivering, versie=versie)["id"])


def test_wie_het_rekeningnummer_invulde_geeft_niet_vrij(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "groeien")
    aanvraag = vergoeding(dienst, klant, WC)
    eigen = {"gegevens": VERGOEDING, "iban": "NL20 INGB 0001 2345 67", "tenaamstelling": "Een ander"}
    dienst.doe("PUT", f"/subsidies/{aanvraag['id']}", IC, eigen, versie=aanvraag["versie"])
    rij = ken_toe(dienst, aanvraag)
    for rol in (IC, WC):
        geweigerd = geef_vrij(dienst, rij, 1, rol).json()
        assert [toets["voorwaarde"] for toets in geweigerd["toetsen"]] == ["betaald_door_ander"]
    assert geef_vrij(dienst, rij, 1, ADMIN).status_code == 201


def test_na_het_besluit_komt_er_een_andere_rekening(dienst: Dienst) -> None:
    klant, verband, _ = in_dienst(dienst)
    rij = ken_toe(dienst, vraag_aan(dienst, klant, VERGOEDING))
    fout = probeer(dienst, rij, "rekeningen", REKENING | {"iban": "NL00 ABNA 0417 1643 00"}, IC)
    assert [regel["veld"] for regel in fout.json()["fouten"]] == ["iban"]
    zet(dienst, rij, "rekeningen", REKENING, IC)
    assert probeer(dienst, rij, "rekeningen", REKENING, ADMIN).status_code == 400, "wie hetzelfde opgeeft, telt niet"
    for rol in (IC, WC):
        geweigerd = geef_vrij(dienst, rij, 1, rol).json()
        assert [toets["voorwaarde"] for toets in geweigerd["toetsen"]] == ["betaald_door_ander"]
    opdracht = geef_vrij(dienst, rij, 1, ADMIN).json()
    haal_op(dienst)
    antwoord(dienst, opdracht, "afwijzingen", {"reden": "De rekening is opgeheven."})
    zet(dienst, rij, "rekeningen", REKENING | {"iban": "NL20 INGB 0001 2345 67"}, ADMIN)
    nieuw = geef_vrij(dienst, rij, 1, IC).json()
    assert (opdracht["iban"], nieuw["iban"]) == ("NL91ABNA0417164300", "NL20INGB0001234567")
    haal_op(dienst)
    antwoord(dienst, nieuw, "bevestigingen")
    assert probeer(dienst, rij, "rekeningen", REKENING).json()["code"] == "niets_te_betalen"
    baan = vraag_aan(dienst, klant, STARTBAAN, dienstverbandId=verband)
    assert probeer(dienst, baan, "rekeningen", REKENING).json()["code"] == "rekening_van_werkgever"


def test_vrije_tekst_staat_niet_in_een_taak_maar_bij_de_zaak(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "groeien")
    aanvraag = vergoeding(dienst, klant)
    wat = "Stuur het bankafschrift van mevrouw De Wit."
    pad = f"/subsidies/{aanvraag['id']}/aanvulverzoeken"
    na = dienst.doe("POST", pad, WC, {"wat": wat}, versie=aanvraag["versie"])
    assert na["aanvullenWat"] == wat
    rij = ken_toe(dienst, na)
    opdracht = geef_vrij(dienst, rij, 1).json()
    haal_op(dienst)
    mislukt = antwoord(dienst, opdracht, "afwijzingen", {"reden": "De rekening van mevrouw De Wit is opgeheven."})
    assert mislukt.json()["reden"] == "De rekening van mevrouw De Wit is opgeheven."
    alle = [taak for status in Taakstatus for taak in taken(dienst, klant, status)]
    assert {"subsidie_aanvulling", "subsidie_betaling_herstellen"} <= {taak.soort for taak in alle}
    assert not [taak.waarom for taak in alle if "Wit" in f"{taak.waarom} {taak.wat}"]


def test_wat_nog_moet_worden_betaald_houdt_een_taak(dienst: Dienst) -> None:
    klant, verband, _ = in_dienst(dienst)
    rij = ken_toe(dienst, vraag_aan(dienst, klant, STARTBAAN, dienstverbandId=verband))
    dienst.zet_klok("2026-10-01T09:00:00+02:00")
    factureer(dienst, rij, 1, "F-1", 150_000)
    factureer(dienst, rij, 2, "F-2", 150_000, "laatste_loonstrook")
    soorten = [taak.soort for taak in taken(dienst, klant)]
    assert soorten == ["subsidie_betaling"], "een taak voor twee delen"
    eerste = geef_vrij(dienst, rij, 1).json()
    assert [taak.soort for taak in taken(dienst, klant)] == ["subsidie_betaling"], "het tweede deel wacht nog"
    geef_vrij(dienst, rij, 2)
    assert taken(dienst, klant) == []
    antwoord(dienst, eerste, "annuleringen", REDEN, IC, versie=eerste["versie"])
    assert [taak.soort for taak in taken(dienst, klant)] == ["subsidie_betaling"]


def test_een_dienstverband_dat_er_nooit_was_houdt_de_betaling_aan(dienst: Dienst) -> None:
    klant, verband, _ = in_dienst(dienst)
    rij = ken_toe(dienst, vraag_aan(dienst, klant, STARTBAAN, dienstverbandId=verband))
    gevraagd = vraag_aan(dienst, klant, TEGEMOETKOMING, dienstverbandId=verband)
    dienst.zet_klok("2026-06-01T09:00:00+02:00")
    factureer(dienst, rij, 1, "F-1", 150_000)
    weg = {"reden": "Dit dienstverband is van een andere klant."}
    dienst.doe("POST", f"/dienstverbanden/{verband}/intrekkingen", WC, weg, versie=1)
    na = lees(dienst, rij)
    assert [termijn["stand"] for termijn in na["termijnen"]] == ["aangehouden", "aangehouden"]
    soorten = {taak.soort for taak in taken(dienst, klant)}
    assert "subsidie_herbeoordelen" in soorten
    assert "subsidie_betaling" not in soorten
    assert lees(dienst, gevraagd)["beoordeling"]["uitkomst"] != "toekennen", "te lezen, en niet toe te kennen"
