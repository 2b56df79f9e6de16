"""Documents, the klant's own form, UWV and referrals over HTTP."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from app.services.intake.screeningvervolg import MEEGEGEVEN
from tests.steun.aanvraag import gescreend, lees, open_, probeer, taken, tot_recht, zet
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.intake import lees as lees_melding
from tests.steun.intake import meld

PDF = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n"


def stuur(dienst: Dienst, aanvraag: Any, rol: str = "administratie", inhoud: bytes = PDF, **extra: Any) -> Any:
    opdracht = {
        "aanvraagId": aanvraag["id"],
        "soort": "bewijsstuk",
        "omschrijving": "Huurcontract",
        "kanaal": "mail",
        "inhoud": base64.b64encode(inhoud).decode(),
    }
    return dienst.roep("POST", "/documenten", rol, opdracht | extra)


@pytest.mark.regel("DEV-AAN-008", "DEV-AAN-020")
def test_een_pdf_bij_een_gevraagd_stuk(dienst: Dienst) -> None:
    melding = meld(dienst, aanvraagdatum="2026-03-31")
    pad = f"/meldingen/{melding['id']}/stukkenverzoeken"
    gevraagd = dienst.doe("POST", pad, "inkomensconsulent", {"stukken": ["Huurcontract"]})["stukkenverzoeken"][0]
    aanvraag = open_(dienst, melding)
    stuk_id = gevraagd["stukken"][0]["id"]
    antwoord = stuur(dienst, aanvraag, stukId=stuk_id, kanaal="brievenbus")
    document = antwoord.json()
    assert antwoord.status_code == 201
    assert (document["gescandDoor"], document["kanaal"], document["stukId"]) == ("scanstraat", "brievenbus", stuk_id)
    assert (document["omvang"], len(document["sha256"]), document["ontvangenOp"]) == (len(PDF), 64, "2026-03-31")
    assert lees_melding(dienst, melding)["stukkenverzoeken"][0]["status"] == "compleet"
    assert taken(lees(dienst, aanvraag)) == ["aanvraag_aanmaken_afronden", "document_bekijken"]
    tweede = stuur(dienst, aanvraag, "inkomensconsulent", PDF + b"%%EOF", stukId=stuk_id).json()
    assert tweede["gescandDoor"] == "ic"
    assert taken(lees(dienst, aanvraag)) == ["aanvraag_aanmaken_afronden", "document_bekijken"]
    assert stuur(dienst, aanvraag).json()["code"] == "document_bestaat_al"
    bestand = dienst.roep("GET", f"/documenten/{document['id']}/inhoud", "inkomensconsulent")
    assert (bestand.content, bestand.headers["content-type"]) == (PDF, "application/pdf")
    assert document["id"] in bestand.headers["content-disposition"]
    assert dienst.roep("GET", f"/documenten/{document['id']}/inhoud", "receptie").status_code == 403
    reden = {"reden": "Dit stuk is van een andere klant."}
    weg = dienst.doe("POST", f"/documenten/{document['id']}/intrekkingen", "inkomensconsulent", reden)
    assert weg["redenIntrekking"] == reden["reden"]
    assert dienst.roep("GET", f"/documenten/{document['id']}/inhoud", "inkomensconsulent").status_code == 404
    nogmaals = dienst.roep("POST", f"/documenten/{document['id']}/intrekkingen", "inkomensconsulent", reden)
    assert nogmaals.json()["code"] == "al_ingetrokken"
    with dienst.state.engine.begin() as verbinding:
        for naam, waarde in (("organisatie", "deventer"), ("gemeenten", "GM0150"), ("bereik", "organisatie")):
            verbinding.exec_driver_sql(f"SELECT set_config('iom.{naam}', '{waarde}', true)")
        over = verbinding.exec_driver_sql("SELECT length(inhoud) FROM documentinhoud ORDER BY 1").scalars().all()
    assert over == [0, len(PDF) + 5]
    lijst = dienst.doe("GET", f"/aanvragen/{aanvraag['id']}/documenten", "toetser")["documenten"]
    assert [rij["ingetrokkenOp"] is None for rij in lijst] == [False, True]
    assert stuur(dienst, aanvraag).status_code == 201


@pytest.mark.regel("DEV-AAN-020")
def test_een_ander_formaat_wordt_met_uitleg_geweigerd(dienst: Dienst) -> None:
    aanvraag = open_(dienst, meld(dienst))
    fout = stuur(
        dienst,
        aanvraag,
        inhoud=b"\xff\xd8\xff\xe0JFIF",
        soort="salarisspecificatie",
        ontvangenOp="2026-04-01",
        stukId=aanvraag["id"],
    )
    assert fout.status_code == 400
    velden = {regel["veld"]: regel["melding"] for regel in fout.json()["fouten"]}
    assert set(velden) == {"inhoud", "maand", "ontvangenOp", "stukId"}
    assert "pdf" in velden["inhoud"]
    assert stuur(dienst, {"id": str(medewerker_id("fg"))}).status_code == 404
    loon = stuur(dienst, aanvraag, soort="salarisspecificatie", maand="2026-03-15").json()
    assert loon["maand"] == "2026-03-01"


@pytest.mark.regel("DEV-AAN-024")
def test_het_formulier_komt_van_de_klant_en_niet_van_de_inkomensconsulent(dienst: Dienst) -> None:
    melding = meld(dienst)
    aanvraag = open_(dienst, melding)
    pad = f"/aanvragen/{aanvraag['id']}/formulieren"
    opdracht = {"antwoorden": {"werkt": False}, "ingevuldDoor": "klant", "getekendOp": "2026-03-31"}
    for rol in ("inkomensconsulent", "receptie", "intaker", "administratie"):
        assert dienst.roep("POST", pad, rol, opdracht).status_code == 403
    assert dienst.doe("POST", pad, "koppeling", opdracht)["nr"] == 1
    assert lees(dienst, aanvraag)["aanvraagdatum"] == "2026-03-31"
    vreemd = opdracht | {"ingevuldDoor": "helper", "helper": "buurman"}
    geweigerd = dienst.roep("POST", pad, "koppeling", vreemd)
    assert geweigerd.json()["toetsen"][0]["voorwaarde"] == "helper_onafhankelijk"
    morgen = dienst.roep("POST", pad, "koppeling", opdracht | {"getekendOp": "2026-04-01"})
    assert morgen.json()["fouten"][0]["veld"] == "getekendOp"
    hulp = opdracht | {"ingevuldDoor": "helper", "helper": "sociale_raadslieden", "antwoorden": {"werkt": True}}
    assert dienst.doe("POST", pad, "koppeling", hulp)["nr"] == 2
    versies = dienst.doe("GET", pad, "inkomensconsulent")["formulieren"]
    assert [(v["ingevuldDoor"], v["helper"], v["antwoorden"]) for v in versies] == [
        ("klant", None, {"werkt": False}),
        ("helper", "sociale_raadslieden", {"werkt": True}),
    ]


@pytest.mark.regel("DEV-AAN-025")
def test_de_inschrijving_bij_uwv_staat_bij_de_aanvraag(dienst: Dienst) -> None:
    melding = gescreend(dienst)
    assert "Bewijs van inschrijving als werkzoekende bij UWV" in MEEGEGEVEN
    aanvraag = open_(dienst, melding, "afspraak_gemaakt", "klant_in_gws", "formulier_in_zaak")
    assert aanvraag["uwvStatus"] == "niet_bekend"
    toekomst = probeer(
        dienst, aanvraag, "uwv-inschrijvingen", "inkomensconsulent", {"status": "ingeschreven", "datum": "2026-04-03"}
    )
    assert toekomst.status_code == 400
    na = zet(dienst, aanvraag, "uwv-inschrijvingen", "inkomensconsulent", {"status": "niet_ingeschreven"})
    assert (na["uwvStatus"], na["uwvDatum"]) == ("niet_ingeschreven", "2026-04-02")
    assert tot_recht(dienst, na)["huidigeStap"]["nr"] == 10


@pytest.mark.regel("DEV-SCR-006", "DEV-AAN-018", "DEV-DIG-008", "DEV-DIG-012")
def test_verwijzen_naar_hulp_met_wat_ervan_kwam(dienst: Dienst) -> None:
    melding = meld(dienst)
    aanvraag = open_(dienst, melding)
    klant_id = melding["personen"][0]["klantId"]
    pad = f"/klanten/{klant_id}/verwijzingen"
    hulp = {
        "aanleiding": "hulp_bij_stukken",
        "instantie": "sociale_raadslieden",
        "wijze": "warme_overdracht",
        "aanvraagId": aanvraag["id"],
        "hulp": "Stukken verzamelen",
    }
    fout = dienst.roep("POST", pad, "intaker", hulp | {"aanvraagId": klant_id, "klantGeinformeerdOp": "2026-04-01"})
    assert {regel["veld"] for regel in fout.json()["fouten"]} == {"aanvraagId", "klantGeinformeerdOp"}
    scheef = {"aanleiding": "wens_financiele_coach", "instantie": "uwv", "wijze": "afspraak_geregeld"}
    toetsen = dienst.roep("POST", pad, "intaker", scheef).json()["toetsen"]
    assert [toets["voorwaarde"] for toets in toetsen] == [
        "instantie_op_sociale_kaart",
        "wens_van_de_klant",
        "afspraak_bekend",
    ]
    verwijzing = dienst.doe("POST", pad, "intaker", hulp)
    assert (verwijzing["status"], verwijzing["klantGeinformeerdOp"]) == ("open", "2026-03-31")
    stap = f"/verwijzingen/{verwijzing['id']}/vervolgen"
    klaar = {"soort": "resultaat", "toelichting": "De map met stukken is compleet."}
    te_vroeg = dienst.roep("POST", stap, "intaker", klaar, versie=verwijzing["versie"])
    assert te_vroeg.json()["toetsen"][0]["voorwaarde"] == "overdracht_bevestigd"
    leeg = {"soort": "bevestiging", "moment": "2026-03-30T09:00:00+02:00"}
    velden = dienst.roep("POST", stap, "intaker", leeg, versie=verwijzing["versie"]).json()["fouten"]
    assert {regel["veld"] for regel in velden} == {"moment", "toelichting"}
    bevestigd = {"soort": "bevestiging", "toelichting": "Raadsman van dienst"}
    verwijzing = dienst.doe("POST", stap, "intaker", bevestigd, versie=verwijzing["versie"])
    assert verwijzing["bevestigdDoor"] == "Raadsman van dienst"
    verwijzing = dienst.doe("POST", stap, "intaker", klaar, versie=verwijzing["versie"])
    assert (verwijzing["status"], verwijzing["resultaat"]) == ("afgerond", klaar["toelichting"])
    dicht = dienst.roep("POST", stap, "intaker", klaar, versie=verwijzing["versie"])
    assert dicht.json()["code"] == "verkeerde_status"
    haast = {"aanleiding": "schulden", "instantie": "bad", "wijze": "informatie", "spoed": True, "gedeeld": ["naam"]}
    bad = dienst.doe("POST", pad, "inkomensconsulent", haast)
    assert (bad["overdracht"], bad["gedeeld"]) == ("telefoon", ["naam"])
    assert bad["contactUiterlijk"] == "2026-04-01T07:00:00Z"
    bsn = dienst.roep("POST", pad, "inkomensconsulent", haast | {"gedeeld": ["bsn"]})
    assert bsn.status_code == 400
    dienst.zet_klok("2026-04-01T09:00:01+02:00")
    lijst = dienst.doe("GET", pad, "inkomensconsulent")["verwijzingen"]
    assert [rij["contactTeLaat"] for rij in lijst] == [False, True]
    taak = next(
        taak
        for taak in dienst.doe("GET", f"/taken?klantId={klant_id}", "inkomensconsulent")["taken"]
        if taak["soort"] == "verwijzing_contact_nagaan"
    )
    assert taak["uiterste"].startswith("2026-04-01T07:00:00")
    contact = {"soort": "contact", "moment": "2026-03-31T15:00:00+02:00"}
    nu = dienst.doe("POST", f"/verwijzingen/{bad['id']}/vervolgen", "intaker", contact, versie=bad["versie"])
    assert nu["contactTeLaat"] is False
    weg = {"soort": "intrekking", "toelichting": "De klant wil dit toch niet."}
    nu = dienst.doe("POST", f"/verwijzingen/{bad['id']}/vervolgen", "intaker", weg, versie=nu["versie"])
    assert nu["status"] == "ingetrokken"
    assert dienst.roep("POST", f"/verwijzingen/{klant_id}/vervolgen", "intaker", weg, versie=1).status_code == 404
