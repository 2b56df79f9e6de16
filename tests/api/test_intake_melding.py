"""Meldingen over HTTP: registering, terms, reaching the klant, planning, correcting and withdrawing."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.kern.kenmerk import Kenmerk
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.intake import IC, lees, meld, opdracht, persoon, plan, taken, termijnen


@pytest.mark.regel("DEV-MEL-001", "DEV-MEL-003", "DEV-MEL-004", "DEV-AAN-001")
@pytest.mark.parametrize(
    ("kanaal", "dag", "contact", "screening"),
    [
        pytest.param("digitaal", "2026-03-31", "2026-04-01", "2026-04-02", id="dinsdag-digitaal"),
        pytest.param("telefonisch", "2026-03-31", None, "2026-04-02", id="dinsdag-telefonisch"),
        pytest.param("fysiek", "2026-03-31", None, "2026-04-02", id="dinsdag-aan-de-balie"),
        pytest.param("digitaal", "2026-04-02", "2026-04-07", "2026-04-08", id="witte-donderdag-digitaal"),
    ],
)
def test_een_melding_start_haar_termijnen(
    dienst: Dienst, kanaal: str, dag: str, contact: str | None, screening: str
) -> None:
    dienst.zet_klok(f"{dag}T09:00:00+02:00")
    melding = meld(dienst, kanaal=kanaal, meldingsdatum=dag)
    lopend = termijnen(melding)
    assert lopend.get("contact_na_melding") == contact
    assert lopend["screeningsgesprek"] == screening
    weken = {"2026-03-31": ("2026-04-28", "2026-05-26"), "2026-04-02": ("2026-04-30", "2026-05-28")}
    assert (lopend["streefdatum_besluit"], lopend["beslistermijn_aanvraag"]) == weken[dag]
    assert "zoekperiode" not in lopend
    assert taken(melding) == (["melding_bellen"] if contact else []) + ["screening_plannen"]
    assert {taak["rol"] for taak in melding["taken"]} == {"receptie"}
    assert melding["personen"][0]["bekend"] is False


def test_de_termijn_legt_uit_waarom_het_8_april_wordt(dienst: Dienst) -> None:
    dienst.zet_klok("2026-04-02T09:00:00+02:00")
    melding = meld(dienst)
    termijn = next(rij["termijn"] for rij in melding["termijnen"] if rij["soort"] == "screeningsgesprek")
    uitleg = " ".join(stap["uitleg"] for stap in termijn["stappen"])
    assert all(dag in uitleg for dag in ("Goede Vrijdag", "zaterdag", "zondag", "Tweede Paasdag"))
    assert termijn["grondslag"]["tekst"] == "paragraaf 2.1, Productenboek Inzet op Maat"


@pytest.mark.regel("DEV-JON-001", "DEV-JON-002")
@pytest.mark.parametrize(
    ("geboren", "einde"),
    [
        pytest.param("2004-02-01", "2026-04-28", id="22-jaar"),
        pytest.param("1999-04-01", "2026-04-28", id="dag-voor-27e-verjaardag"),
        pytest.param("1999-03-31", None, id="27e-verjaardag"),
        pytest.param("2008-04-01", None, id="dag-voor-18e-verjaardag"),
        pytest.param("2008-03-31", "2026-04-28", id="18e-verjaardag"),
    ],
)
def test_een_jongere_heeft_een_zoekperiode(dienst: Dienst, geboren: str, einde: str | None) -> None:
    melding = meld(dienst, persoon(dienst, geboren))
    lopend = termijnen(melding)
    assert lopend.get("zoekperiode") == einde
    assert lopend["streefdatum_besluit"] == ("2026-05-26" if einde else "2026-04-28")


@pytest.mark.regel("DEV-JON-003")
@pytest.mark.parametrize(
    "extra",
    [
        pytest.param({"kenmerken": ["vso_pro"]}, id="vso-pro"),
        pytest.param({"medischUrenbeperkt": True}, id="medisch-urenbeperkt"),
    ],
)
def test_een_uitzondering_op_de_zoekperiode(dienst: Dienst, extra: dict[str, Any]) -> None:
    melding = meld(dienst, persoon(dienst, "2004-02-01", **extra))
    assert "zoekperiode" not in termijnen(melding)
    assert melding["personen"][0]["zoekperiode"]["uitkomst"] == "niet_voldaan"


@pytest.mark.parametrize(
    ("geboren", "zoekperiode"),
    [
        pytest.param(("2004-02-01", "2003-02-01"), True, id="beiden-jonger-dan-27"),
        pytest.param(("2004-02-01", "1985-01-01"), False, id="een-van-beiden-ouder"),
    ],
)
def test_de_zoekperiode_van_partners_geldt_alleen_voor_beiden(
    dienst: Dienst, geboren: tuple[str, str], zoekperiode: bool
) -> None:
    melding = meld(dienst, *(persoon(dienst, dag) for dag in geboren))
    assert ("zoekperiode" in termijnen(melding)) is zoekperiode


@pytest.mark.regel("DEV-JON-017")
def test_na_de_zoekperiode_krijgt_de_werkconsulent_bericht(dienst: Dienst) -> None:
    melding = meld(dienst, persoon(dienst, "2004-02-01"))
    klant_id = melding["personen"][0]["klantId"]
    klant = dienst.doe("GET", f"/klanten/{klant_id}", "intaker")
    wie = {"consulentId": str(medewerker_id("werkconsulent"))}
    dienst.doe("PUT", f"/klanten/{klant_id}/toewijzing", "intaker", wie, versie=klant["versie"])
    dienst.zet_klok("2026-04-28T22:00:00+02:00")
    assert "zoekperiode_beoordelen" not in taken(lees(dienst, melding))
    dienst.zet_klok("2026-04-29T06:00:00+02:00")
    taak = next(t for t in lees(dienst, melding)["taken"] if t["soort"] == "zoekperiode_beoordelen")
    assert (taak["rol"], taak["eigenaarId"]) == ("werkconsulent", str(medewerker_id("werkconsulent")))


@pytest.mark.regel("DEV-AAN-001")
def test_na_vier_en_na_acht_weken_komt_er_een_taak(dienst: Dienst) -> None:
    melding = meld(dienst)
    dienst.zet_klok("2026-04-29T06:00:00+02:00")
    assert "streefdatum_voorbij" in taken(lees(dienst, melding))
    assert "beslistermijn_verstreken" not in taken(lees(dienst, melding))
    dienst.zet_klok("2026-05-27T06:00:00+02:00")
    assert "beslistermijn_verstreken" in taken(lees(dienst, melding))


def test_partners_melden_zich_samen(dienst: Dienst) -> None:
    melding = meld(dienst, persoon(dienst), persoon(dienst, "1987-01-01"))
    een, ander = (dienst.doe("GET", f"/klanten/{p['klantId']}", "intaker") for p in melding["personen"])
    assert (een["partnerId"], ander["partnerId"]) == (ander["id"], een["id"])
    assert {een["leefvorm"], ander["leefvorm"]} == {"gehuwd"}
    for klant in (een, ander):
        regels = dienst.doe("GET", f"/klanten/{klant['id']}/tijdlijn", "intaker")["gebeurtenissen"]
        assert "melding.geregistreerd" in [regel["soort"] for regel in regels]
        assert [regel["volgnr"] for regel in regels] == list(range(len(regels), 0, -1))


def test_wie_een_andere_partner_heeft_kan_zich_niet_met_een_nieuwe_melden(dienst: Dienst) -> None:
    een, ander, derde = persoon(dienst), persoon(dienst), persoon(dienst)
    melding = meld(dienst, een, ander)
    intrekking = {"getekendOp": "2026-03-31"}
    dienst.doe("POST", f"/meldingen/{melding['id']}/intrekkingen", "receptie", intrekking, versie=melding["versie"])
    antwoord = dienst.roep("POST", "/meldingen", "receptie", opdracht(een, derde))
    assert antwoord.status_code == 409
    assert "andere partner" in antwoord.json()["detail"]
    zoek = dienst.doe("POST", "/klanten/_zoek", "receptie", {"bsn": derde["bsn"]})
    assert zoek["klanten"] == []


def test_een_bekende_klant_wordt_niet_opnieuw_ingeschreven(dienst: Dienst) -> None:
    wie = persoon(dienst, "2004-02-01")
    eerste = meld(dienst, wie)
    dienst.doe(
        "POST",
        f"/meldingen/{eerste['id']}/intrekkingen",
        "receptie",
        {"getekendOp": "2026-03-31"},
        versie=eerste["versie"],
    )
    tweede = meld(dienst, wie | {"kenmerken": [Kenmerk.LKS]})
    assert tweede["personen"][0]["bekend"] is True
    assert tweede["personen"][0]["klantId"] == eerste["personen"][0]["klantId"]
    assert "zoekperiode" not in termijnen(tweede)


def test_een_tweede_melding_naast_een_lopende_wordt_geweigerd(dienst: Dienst) -> None:
    wie = persoon(dienst)
    eerste = meld(dienst, wie)
    antwoord = dienst.roep("POST", "/meldingen", "receptie", opdracht(persoon(dienst), wie))
    assert antwoord.status_code == 409
    assert antwoord.json()["code"] == "melding_loopt_al"
    assert eerste["id"] in antwoord.json()["detail"]
    assert "Persoon 2" in antwoord.json()["detail"]


def test_een_andere_geboortedatum_onder_hetzelfde_bsn_wordt_gemeld(dienst: Dienst) -> None:
    wie = persoon(dienst)
    meld(dienst, wie)
    fouten = veldfouten(dienst, opdracht(persoon(dienst), wie | {"geboortedatum": "1985-01-02"}))
    assert set(fouten) == {"personen.1.geboortedatum"}


def veldfouten(dienst: Dienst, inhoud: dict[str, Any]) -> dict[str, str]:
    antwoord = dienst.roep("POST", "/meldingen", "receptie", inhoud)
    assert antwoord.status_code == 400, antwoord.text
    return {fout["veld"]: fout["melding"] for fout in antwoord.json()["fouten"]}


def test_alle_veldfouten_komen_tegelijk(dienst: Dienst) -> None:
    verkeerd = persoon(dienst, bsn="123456789")
    fouten = veldfouten(dienst, opdracht(verkeerd, verkeerd | {"telefoon": "x"}, kanaal="post", hulpvragen=[], soort=1))
    assert set(fouten) == {
        "kanaal",
        "hulpvragen",
        "soort",
        "personen.0.bsn",
        "personen.1.bsn",
        "personen.1.telefoon",
    }
    assert "11-proef" in fouten["personen.0.bsn"]


@pytest.mark.regel("DEV-MEL-007")
@pytest.mark.parametrize(
    ("extra", "veld"),
    [
        pytest.param({"kanaal": "fysiek"}, "meldingsdatum", id="balie-zonder-meldingsdatum"),
        pytest.param({"formulier": "papier"}, "scanKenmerk", id="papier-zonder-scan"),
        pytest.param({"meldingsdatum": "2026-04-01"}, "meldingsdatum", id="morgen"),
        pytest.param({"meldingsdatum": "2025-12-30"}, "meldingsdatum", id="meer-dan-drie-maanden-terug"),
        pytest.param({"aanvraagdatum": "2026-03-30"}, "aanvraagdatum", id="aanvraag-voor-de-melding"),
        pytest.param({"gemeente": "GM0988"}, "gemeente", id="andere-gemeente"),
    ],
)
def test_een_ongeldige_melding_noemt_het_veld(dienst: Dienst, extra: dict[str, Any], veld: str) -> None:
    assert set(veldfouten(dienst, opdracht(persoon(dienst), **extra))) == {veld}


def test_twee_keer_hetzelfde_bsn(dienst: Dienst) -> None:
    wie = persoon(dienst)
    assert set(veldfouten(dienst, opdracht(wie, wie))) == {"personen.1.bsn"}


def test_wie_nog_niet_geboren_was_kan_zich_niet_melden(dienst: Dienst) -> None:
    inhoud = opdracht(persoon(dienst, "2026-03-15"), meldingsdatum="2026-03-14")
    assert set(veldfouten(dienst, inhoud)) == {"personen.0.geboortedatum"}


def test_de_vroegste_meldingsdatum_kan_nog(dienst: Dienst) -> None:
    assert meld(dienst, meldingsdatum="2025-12-31")["meldingsdatum"] == "2025-12-31"


@pytest.mark.regel("DEV-MEL-002", "DEV-MEL-005")
def test_een_latere_aanvraag_verschuift_de_ingangsdatum_niet(dienst: Dienst) -> None:
    met = meld(dienst, aanvraagdatum="2026-03-31")
    zonder = meld(dienst)
    assert (met["aanvraagdatum"], zonder["aanvraagdatum"]) == ("2026-03-31", None)
    dienst.zet_klok("2026-04-03T09:00:00+02:00")
    pad = f"/meldingen/{zonder['id']}"
    later = dienst.doe("PATCH", pad, "intaker", {"aanvraagdatum": "2026-04-03"}, versie=zonder["versie"])
    assert later["aanvraagdatum"] == "2026-04-03"
    assert later["voorgesteldeIngangsdatum"] == met["voorgesteldeIngangsdatum"] == "2026-03-31"


@pytest.mark.regel("DEV-MEL-006")
def test_aan_de_telefoon_wordt_meteen_een_afspraak_gemaakt(dienst: Dienst) -> None:
    afspraak = {"begin": "2026-04-01T10:00:00+02:00", "inkomensconsulentId": IC}
    melding = meld(dienst, kanaal="telefonisch", formulierlinkVerzonden=True, screeningsafspraak=afspraak)
    assert [s["status"] for s in melding["screeningen"]] == ["gepland"]
    assert (melding["formulier"], melding["formulierOntvangenOp"]) == ("volgt", None)
    assert taken(melding) == ["screening_houden", "werkproces_aanmaken"]
    pad = f"/meldingen/{melding['id']}"
    binnen = {"formulierOntvangenOp": "2026-03-31"}
    assert dienst.doe("PATCH", pad, "receptie", binnen, versie=melding["versie"])["formulier"] == "digitaal"


def test_een_onmogelijke_afspraak_maakt_ook_geen_melding(dienst: Dienst) -> None:
    wie = persoon(dienst)
    afspraak = {"begin": "2026-04-03T10:00:00+02:00", "inkomensconsulentId": str(medewerker_id("receptie"))}
    fouten = veldfouten(dienst, opdracht(wie, screeningsafspraak=afspraak))
    assert "Goede Vrijdag" in fouten.pop("screeningsafspraak.begin")
    assert set(fouten) == {"screeningsafspraak.redenBuitenNorm", "screeningsafspraak.inkomensconsulentId"}
    assert dienst.doe("POST", "/klanten/_zoek", "receptie", {"bsn": wie["bsn"]})["klanten"] == []


def test_dezelfde_sleutel_geeft_een_melding(dienst: Dienst) -> None:
    inhoud = opdracht(persoon(dienst))
    sleutel = {"Idempotency-Key": "melding-van-dinsdag"}
    eerste = dienst.roep("POST", "/meldingen", "receptie", inhoud, koppen=sleutel)
    tweede = dienst.roep("POST", "/meldingen", "receptie", inhoud, koppen=sleutel)
    assert (eerste.status_code, tweede.status_code) == (201, 201)
    assert eerste.json() == tweede.json()
    assert eerste.headers["Location"] == f"/v1/meldingen/{eerste.json()['id']}"
    assert len(dienst.doe("GET", "/meldingen", "receptie")["meldingen"]) == 1
    anders = dienst.roep("POST", "/meldingen", "receptie", inhoud | {"zaaknummer": "Z1"}, koppen=sleutel)
    assert anders.status_code == 409


@pytest.mark.regel("DEV-MEL-003")
def test_wie_is_bereikt_hoeft_niet_meer_te_worden_gebeld(dienst: Dienst) -> None:
    melding = meld(dienst)
    pad = f"/meldingen/{melding['id']}/contactpogingen"
    gemist = dienst.doe("POST", pad, "receptie", {"bereikt": False, "toelichting": "Voicemail ingesproken."})
    assert "melding_bellen" in taken(gemist)
    assert "contact_na_melding" in termijnen(gemist)
    bereikt = dienst.doe("POST", pad, "receptie", {"bereikt": True})
    assert taken(bereikt) == ["screening_plannen"]
    assert "contact_na_melding" in termijnen(bereikt, "gehaald")
    assert [poging["bereikt"] for poging in bereikt["contactpogingen"]] == [False, True]
    assert bereikt["bereiktOp"] is not None


@pytest.mark.regel("DEV-MEL-004")
@pytest.mark.parametrize(
    ("begin", "reden", "status", "buiten_norm"),
    [
        pytest.param("2026-04-02T16:00:00+02:00", None, 201, False, id="laatste-dag-van-de-norm"),
        pytest.param("2026-04-07T09:00:00+02:00", None, 400, None, id="dag-erna-zonder-reden"),
        pytest.param("2026-04-07T09:00:00+02:00", "Klant is ziek.", 201, True, id="dag-erna-met-reden"),
        pytest.param("2026-03-31T08:59:00+02:00", None, 400, None, id="al-voorbij"),
    ],
)
def test_de_screening_hoort_binnen_twee_werkdagen(
    dienst: Dienst, begin: str, reden: str | None, status: int, buiten_norm: bool | None
) -> None:
    melding = meld(dienst)
    afspraak = {"begin": begin, "inkomensconsulentId": IC, "redenBuitenNorm": reden}
    pad = f"/meldingen/{melding['id']}/screeningsafspraken"
    antwoord = dienst.roep("POST", pad, "receptie", afspraak, versie=melding["versie"])
    assert antwoord.status_code == status, antwoord.text
    if status == 201:
        assert antwoord.json()["screeningen"][0]["buitenNorm"] is buiten_norm
        assert taken(antwoord.json()) == ["screening_houden", "werkproces_aanmaken"]


@pytest.mark.regel("DEV-SCR-002")
@pytest.mark.parametrize(
    ("begin", "duur", "geweigerd"),
    [
        pytest.param("2026-04-01T10:44:00+02:00", 30, ["tussentijd_screening"], id="14-minuten-na-de-vorige"),
        pytest.param("2026-04-01T10:45:00+02:00", 30, None, id="15-minuten-na-de-vorige"),
        pytest.param("2026-04-01T09:16:00+02:00", 30, ["tussentijd_screening"], id="14-minuten-voor-de-volgende"),
        pytest.param("2026-04-01T09:15:00+02:00", 30, None, id="15-minuten-voor-de-volgende"),
        pytest.param("2026-04-01T10:10:00+02:00", 20, ["tussentijd_screening"], id="tegelijk"),
        pytest.param("2026-04-01T13:00:00+02:00", 31, ["duur_screening"], id="te-lang"),
        pytest.param("2026-04-01T13:00:00+02:00", 19, ["duur_screening"], id="te-kort"),
        pytest.param("2026-04-01T13:00:00+02:00", 20, None, id="kortst"),
    ],
)
def test_tussen_twee_gesprekken_van_een_consulent_zit_een_kwartier(
    dienst: Dienst, begin: str, duur: int, geweigerd: list[str] | None
) -> None:
    plan(dienst, meld(dienst), "2026-04-01T10:00:00+02:00")
    melding = meld(dienst)
    afspraak = {"begin": begin, "duurMinuten": duur, "inkomensconsulentId": IC}
    pad = f"/meldingen/{melding['id']}/screeningsafspraken"
    antwoord = dienst.roep("POST", pad, "receptie", afspraak, versie=melding["versie"])
    assert antwoord.status_code == (409 if geweigerd else 201)
    if geweigerd:
        assert [toets["voorwaarde"] for toets in antwoord.json()["toetsen"]] == geweigerd


def test_verzetten_laat_een_afspraak_over(dienst: Dienst) -> None:
    melding = plan(dienst, meld(dienst), "2026-04-01T10:00:00+02:00")
    verzet = plan(dienst, melding, "2026-04-01T10:15:00+02:00")
    assert [s["status"] for s in verzet["screeningen"]] == ["verzet", "gepland"]
    assert taken(verzet) == ["screening_houden", "werkproces_aanmaken"]


def test_wie_een_oude_melding_zag_moet_opnieuw_kijken(dienst: Dienst) -> None:
    melding = meld(dienst)
    plan(dienst, melding, "2026-04-01T10:00:00+02:00")
    pad = f"/meldingen/{melding['id']}"
    assert dienst.roep("PATCH", pad, "receptie", {"zaaknummer": "Z1"}, versie=melding["versie"]).status_code == 412
    assert dienst.roep("PATCH", pad, "receptie", {"zaaknummer": "Z1"}).status_code == 428


def test_een_verkeerde_meldingsdatum_geeft_nieuwe_termijnen(dienst: Dienst) -> None:
    dienst.zet_klok("2026-04-02T09:00:00+02:00")
    melding = plan(dienst, meld(dienst), "2026-04-07T10:00:00+02:00")
    assert melding["screeningen"][0]["buitenNorm"] is False
    pad = f"/meldingen/{melding['id']}"
    beter = dienst.doe("PATCH", pad, "receptie", {"meldingsdatum": "2026-03-31"}, versie=melding["versie"])
    assert termijnen(beter)["screeningsgesprek"] == "2026-04-02"
    assert termijnen(beter)["beslistermijn_aanvraag"] == "2026-05-26"
    assert "contact_na_melding" in termijnen(beter, "gehaald")
    assert beter["screeningen"][0]["buitenNorm"] is True
    assert taken(beter) == ["screening_houden", "werkproces_aanmaken"]


def test_een_verstreken_termijn_loopt_weer_na_een_correctie(dienst: Dienst) -> None:
    melding = meld(dienst, meldingsdatum="2026-03-02")
    dienst.zet_klok("2026-03-31T10:00:00+02:00")
    melding = lees(dienst, melding)
    assert "screeningsgesprek" in termijnen(melding, "verstreken")
    assert "streefdatum_voorbij" in taken(melding)
    pad = f"/meldingen/{melding['id']}"
    beter = dienst.doe("PATCH", pad, "receptie", {"meldingsdatum": "2026-03-31"}, versie=melding["versie"])
    assert termijnen(beter)["screeningsgesprek"] == "2026-04-02"
    assert taken(beter) == ["melding_bellen", "screening_plannen"]
    assert len(beter["termijnen"]) == len(melding["termijnen"])


def test_een_ander_kanaal_neemt_de_beltaak_weg(dienst: Dienst) -> None:
    melding = meld(dienst)
    pad = f"/meldingen/{melding['id']}"
    beter = dienst.doe("PATCH", pad, "receptie", {"kanaal": "telefonisch"}, versie=melding["versie"])
    assert taken(beter) == ["screening_plannen"]
    assert "contact_na_melding" in termijnen(beter, "vervallen")
    terug = dienst.doe("PATCH", pad, "receptie", {"kanaal": "digitaal"}, versie=beter["versie"])
    assert taken(terug) == ["melding_bellen", "screening_plannen"]
    assert termijnen(terug)["contact_na_melding"] == "2026-04-01"


@pytest.mark.parametrize(
    ("wijziging", "veld"),
    [
        pytest.param({"meldingsdatum": "2026-04-01"}, "meldingsdatum", id="in-de-toekomst"),
        pytest.param({"meldingsdatum": None}, "meldingsdatum", id="leeg"),
        pytest.param({"aanvraagdatum": "2026-03-30"}, "aanvraagdatum", id="aanvraag-voor-melding"),
        pytest.param({"formulierOntvangenOp": "2026-04-01"}, "formulierOntvangenOp", id="formulier-morgen"),
        pytest.param({"formulier": "papier"}, "scanKenmerk", id="papier-zonder-scan"),
        pytest.param({"meldingsdatum": "2026-03-01"}, "meldingsdatum", id="voor-de-geboorte"),
    ],
)
def test_een_ongeldige_correctie_noemt_het_veld(dienst: Dienst, wijziging: dict[str, Any], veld: str) -> None:
    melding = meld(dienst, persoon(dienst, "2026-03-15"))
    antwoord = dienst.roep("PATCH", f"/meldingen/{melding['id']}", "receptie", wijziging, versie=melding["versie"])
    assert antwoord.status_code == 400
    assert {fout["veld"] for fout in antwoord.json()["fouten"]} == {veld}


@pytest.mark.regel("DEV-SCR-021")
def test_intrekken_vraagt_een_handtekening_en_laat_alles_vervallen(dienst: Dienst) -> None:
    melding = plan(dienst, meld(dienst, persoon(dienst, "2004-02-01")), "2026-04-01T10:00:00+02:00")
    pad = f"/meldingen/{melding['id']}/intrekkingen"
    geweigerd = dienst.roep("POST", pad, "receptie", {}, versie=melding["versie"])
    assert geweigerd.status_code == 409
    assert [toets["voorwaarde"] for toets in geweigerd.json()["toetsen"]] == ["intrekking_getekend"]
    morgen = dienst.roep("POST", pad, "receptie", {"getekendOp": "2026-04-01"}, versie=melding["versie"])
    assert morgen.status_code == 400
    weg = dienst.doe("POST", pad, "receptie", {"getekendOp": "2026-03-31"}, versie=melding["versie"])
    assert weg["status"] == "ingetrokken"
    assert taken(weg) == []
    assert termijnen(weg) == {}
    assert weg["screeningen"][0]["status"] == "vervallen"
    opnieuw = dienst.roep("POST", pad, "receptie", {"getekendOp": "2026-03-31"}, versie=weg["versie"])
    assert opnieuw.status_code == 409


def test_de_werklijst_is_te_filteren_en_te_bladeren(dienst: Dienst) -> None:
    oud = meld(dienst, persoon(dienst, achternaam="Oud"), meldingsdatum="2026-03-02")
    nieuw = meld(dienst, persoon(dienst, achternaam="Nieuw"))
    weg = meld(dienst)
    pad = f"/meldingen/{weg['id']}/intrekkingen"
    dienst.doe("POST", pad, "receptie", {"getekendOp": "2026-03-31"}, versie=weg["versie"])
    dienst.ronde()
    eerste = dienst.doe("GET", "/meldingen?status=open&aantal=1", "receptie")
    assert [(regel["id"], regel["teLaat"]) for regel in eerste["meldingen"]] == [(oud["id"], True)]
    tweede = dienst.doe("GET", f"/meldingen?status=open&aantal=1&na={eerste['volgende']}", "receptie")
    assert [(regel["id"], regel["klanten"]) for regel in tweede["meldingen"]] == [(nieuw["id"], ["Sam Nieuw"])]
    assert tweede["meldingen"][0]["screeningUiterlijk"] == "2026-04-02"
    alle = dienst.doe("GET", "/meldingen?status=open&status=ingetrokken", "receptie")
    assert (len(alle["meldingen"]), alle["volgende"]) == (3, None)
    assert dienst.roep("GET", "/meldingen?na=onzin", "receptie").status_code == 400


@pytest.mark.parametrize(
    ("methode", "pad", "rol", "organisatie", "status"),
    [
        pytest.param("GET", "", "werkconsulent", "deventer", 404, id="ander-team"),
        pytest.param("GET", "", "intaker", "weert", 404, id="andere-organisatie"),
        pytest.param("GET", "", "beheerder", "deventer", 403, id="beheerder"),
        pytest.param("POST", "/contactpogingen", "werkconsulent", "deventer", 403, id="bellen-door-werkconsulent"),
        pytest.param("POST", "/contactpogingen", "receptie", "weert", 404, id="bellen-door-andere-organisatie"),
        pytest.param("POST", "/screeningen", "receptie", "deventer", 403, id="screenen-door-receptie"),
        pytest.param("POST", "/voorschotten", "intaker", "deventer", 403, id="voorschot-door-intaker"),
    ],
)
def test_wie_wat_mag(dienst: Dienst, methode: str, pad: str, rol: str, organisatie: str, status: int) -> None:
    melding = meld(dienst)
    inhoud: dict[str, Any] = {"bereikt": True} if pad == "/contactpogingen" else {"bedrag": 100}
    antwoord = dienst.roep(methode, f"/meldingen/{melding['id']}{pad}", rol, inhoud, organisatie=organisatie)
    assert antwoord.status_code == status


def test_een_jongerencoach_meldt_namens_de_klant(dienst: Dienst) -> None:
    assert meld(dienst, melder="jongerencoach")["melder"] == "jongerencoach"


def test_een_lege_wijziging_wordt_geweigerd(dienst: Dienst) -> None:
    melding = meld(dienst)
    pad = f"/meldingen/{melding['id']}"
    antwoord = dienst.roep("PATCH", pad, "receptie", {}, versie=melding["versie"])
    assert antwoord.status_code == 400
    assert dienst.doe("GET", pad, "receptie")["versie"] == melding["versie"]
