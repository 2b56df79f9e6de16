"""The taaleis over HTTP: facts, taken and terms that follow, and taking back what was wrong."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from app.db.taak import Taakstatus
from tests.steun import herziening as herzien
from tests.steun.bezwaar import HERROEPEN, beslis, maak_bezwaar, zet
from tests.steun.dienst import Dienst
from tests.steun.indeling import GESPREK, nieuw, vul_format_in
from tests.steun.kijk import rijen
from tests.steun.klanten import ingedeeld, taken
from tests.steun.maatregelzaak import open_zaak as open_maatregelzaak
from tests.steun.taaleis import (
    AANMELDING,
    BEREID,
    BESPROKEN,
    CHECK,
    NIET_BEREID,
    STOP,
    TAALPLAN,
    VERMOEDEN,
    WEGING,
    besluit,
    bespreek,
    leg_vast,
    open_zaak,
    probeer_besluit,
    soorten,
    taaleis,
    taaltest,
)

ACTIE = {"wat": "Taaltest bij het Taalhuis", "wie": "klant", "uiterlijk": "2026-05-01"}
ONDERWERPEN = ("niet_in_staat", "belemmeringen", "mogelijkheden", "bereid", "participatiemakelaar", "plan")
OVERLEG = {"overlegOp": "2026-03-31", "wijzeVanBereiken": "Met het Taalhuis", "eigenRol": "Ik maak de test"}
UITLEG = {"toelichting": "De participatiemakelaar ging mee."}
BELEMMERING = {"soort": "belemmering", "belemmering": "Geen kinderopvang.", "actie": "Opvang gezocht via het wijkteam."}


@pytest.mark.regel("DEV-TAA-504", "DEV-TAA-506", "DEV-TAA-509")
def test_van_check_tot_taaltest_met_correctie(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "faciliteren")
    pad = f"/klanten/{klant}/taaleisfeiten"
    assert taaleis(dienst, klant)["status"] == "onbekend"
    beeld = leg_vast(dienst, klant, CHECK | {"moment": "schriftelijk"})
    assert (beeld["status"], soorten(beeld)) == ("onbekend", ["taaleis_aanmelden"])
    (termijn,) = beeld["termijnen"]
    assert (termijn["status"], termijn["termijn"]["einde"]) == ("lopend", "2026-05-26")
    assert soorten(leg_vast(dienst, klant, AANMELDING)) == []

    dienst.zet_klok("2026-04-20T09:00:00+02:00")
    test = dienst.doe("POST", pad, "inkomensconsulent", taaltest("2026-04-20"))
    beeld = leg_vast(dienst, klant, BELEMMERING)
    assert (beeld["status"], beeld["vastgesteldOp"]) == ("inspanningsverplichting", "2026-04-20")
    assert (soorten(beeld), beeld["belemmeringen"][0]["actie"]) == (
        ["taaleis_uitslag_bespreken"],
        "Opvang gezocht via het wijkteam.",
    )
    standen = {rij["termijn"]["soort"]: rij["status"] for rij in beeld["termijnen"]}
    assert standen == {"taaleis_taaltest": "gehaald", "taaleis_kennisgeving": "lopend"}
    intrekking = f"/taaleisfeiten/{test['id']}/intrekkingen"
    dienst.doe("POST", intrekking, "intaker", {"reden": "Uitslag van een ander."})
    assert dienst.roep("POST", intrekking, "intaker", {"reden": "Weer."}).json()["code"] == "al_ingetrokken"
    beeld = taaleis(dienst, klant)
    assert (beeld["status"], soorten(beeld)) == ("onbekend", [])
    lopend = [rij["termijn"]["soort"] for rij in beeld["termijnen"] if rij["status"] == "lopend"]
    assert lopend == ["taaleis_taaltest"]
    assert [taak.soort for taak in taken(dienst, klant, Taakstatus.VERVALLEN)] == ["taaleis_uitslag_bespreken"]

    dienst.zet_klok("2026-05-26T09:00:00+02:00")
    assert soorten(taaleis(dienst, klant)) == [], "op de laatste dag is het nog op tijd"
    dienst.zet_klok("2026-05-27T09:00:00+02:00")
    assert soorten(taaleis(dienst, klant)) == ["taaleis_taaltest_te_laat"]
    assert soorten(leg_vast(dienst, klant, taaltest("2026-05-27"))) == ["taaleis_uitslag_bespreken"]


@pytest.mark.regel("DEV-TAA-510", "DEV-TAA-901", "DEV-TAA-902")
def test_bereidverklaring_en_taalplan(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "groeien")
    pad = f"/klanten/{klant}/taaleisfeiten"
    zonder = dienst.roep("POST", pad, "werkconsulent", TAALPLAN | {"datum": "2026-03-31"})
    assert (zonder.status_code, zonder.json()["toetsen"][0]["voorwaarde"]) == (409, "vermoeden_vastgelegd")
    beeld = leg_vast(dienst, klant, taaltest("2026-03-31"), NIET_BEREID)
    assert {"taaleis_kennisgeving_nemen", "taaleis_vervolggesprek"} <= set(soorten(beeld))
    verklaring = dienst.doe("POST", pad, "werkconsulent", BEREID | {"datum": "2026-03-31"})
    beeld = taaleis(dienst, klant)
    assert (beeld["bereidSinds"], soorten(beeld)) == ("2026-03-31", ["taaleis_bellen", "taaleis_uitslag_bespreken"])
    dienst.doe("POST", f"/taaleisfeiten/{verklaring['id']}/intrekkingen", "werkconsulent", {"reden": "Niet gezegd."})
    assert "taaleis_kennisgeving_nemen" in soorten(taaleis(dienst, klant)), "de taak komt terug"

    beeld = leg_vast(dienst, klant, VERMOEDEN, TAALPLAN | {"ondertekendOp": "2026-03-31", "kosten": 12_500})
    assert (beeld["bereidSinds"], beeld["taalplan"]["kosten"]) == ("2026-03-31", 12_500)
    morgen = dienst.roep(
        "POST", pad, "werkconsulent", TAALPLAN | {"datum": "2026-03-31", "ondertekendOp": "2026-04-01"}
    )
    assert [fout["veld"] for fout in morgen.json()["fouten"]] == ["ondertekendOp"]
    jong = BEREID | {"datum": "1980-01-01", "gesprekId": "0199b1a0-5c1e-7d3a-9f42-b7c81d0e6a55"}
    fouten = dienst.roep("POST", pad, "werkconsulent", jong).json()["fouten"]
    assert sorted(fout["veld"] for fout in fouten) == ["datum", "gesprekId"]


def mutaties(database_url: str) -> list[dict[str, Any]]:
    vraag = "SELECT mutatie FROM outbox WHERE mutatie->>'soort' = 'taaleis' ORDER BY gebeurtenis_id"
    rijen_ = rijen(database_url, vraag)
    return [rij[0] for rij in rijen_]


def maatregel_mag(dienst: Dienst, klant: str, dag: str) -> tuple[str, list[str]]:
    """Open a maatregelzaak about the lessons; return whether the taaleis leaves room for it."""
    zaak = open_maatregelzaak(dienst, klant, gedraging="taallessen_niet_volgen", gedragingDatum=dag)
    stand = dienst.doe("GET", f"/maatregelzaken/{zaak['id']}/gereedheid", "werkconsulent")
    (toets,) = [t for t in stand["voorBesluit"] if t["voorwaarde"] == "geen_verlaging_taaleis"]
    return toets["uitkomst"], toets["feiten"]["besluiten"]


@pytest.mark.regel("DEV-MTR-511", "DEV-MTR-531")
@pytest.mark.regel("DEV-TAA-511", "DEV-TAA-512", "DEV-TAA-517", "DEV-TAA-519", "DEV-TAA-507")
def test_van_weigering_tot_verlaging_en_einde(dienst: Dienst, database_url: str) -> None:
    klant = ingedeeld(dienst, "groeien")
    leg_vast(dienst, klant, taaltest("2026-03-31"), NIET_BEREID)
    zaak = open_zaak(dienst, klant, "kennisgeving")
    assert dienst.roep("POST", f"/klanten/{klant}/taaleiszaken", "intaker", {"soort": "kennisgeving"}).json()[
        "code"
    ] == ("zaak_loopt_al")
    assert [toets["voorwaarde"] for toets in zaak["beoordeling"]["ontbreekt"]] == ["besproken"]
    assert probeer_besluit(dienst, zaak).json()["code"] == "niet_gereed"
    bespreek(dienst, klant)
    assert soorten(taaleis(dienst, klant)) == [
        "taaleis_uitslag_bespreken",
        "taaleis_vervolggesprek",
        "taaleis_zaak_besluit",
    ]
    eerste = probeer_besluit(dienst, zaak).json()
    afkeuring = {"akkoord": False, "reden": "De uitslag ontbreekt in het dossier."}
    dienst.doe("POST", f"/besluiten/{eerste['id']}/toetsingen", "toetser", afkeuring)
    verplicht = besluit(dienst, zaak)
    assert verplicht["dictum"] == "inspanningsverplichting"
    assert "U zei op 31 maart 2026 dat u niet bereid bent om Nederlands te leren." in verplicht["motivering"]
    beeld = taaleis(dienst, klant)
    assert (beeld["kennisGegevenOp"], beeld["zaken"][0]["status"]) == ("2026-03-31", "bekendgemaakt")
    assert soorten(beeld) == ["taaleis_vervolggesprek"]
    (bereid,) = [rij["termijn"] for rij in beeld["termijnen"] if rij["status"] == "lopend"]
    assert (bereid["soort"], bereid["einde"]) == ("taaleis_bereidverklaring", "2026-04-30")
    assert [int(Decimal(regel["procent"])) for regel in beeld["schema"]][:2] == [20, 20]

    dienst.zet_klok("2026-04-30T12:00:00+02:00")
    assert "taaleis_handhaven" not in soorten(taaleis(dienst, klant))
    dienst.zet_klok("2026-05-14T09:00:00+02:00")
    assert "taaleis_handhaven" in soorten(taaleis(dienst, klant))
    zaak = open_zaak(dienst, klant, "verlaging")
    pad = f"/taaleiszaken/{zaak['id']}"
    assert "taaleis_handhaven" not in soorten(taaleis(dienst, klant))
    morgen = dienst.roep("PATCH", pad, "inkomensconsulent", {"gehoordOp": "2026-05-15"}, versie=zaak["versie"])
    assert [fout["veld"] for fout in morgen.json()["fouten"]] == ["gehoordOp"]
    zaak = dienst.doe("PATCH", pad, "inkomensconsulent", WEGING, versie=zaak["versie"])
    assert (zaak["beoordeling"]["uitkomst"], zaak["beoordeling"]["verlaging"]["tot"]) == ("verlaging", "2026-10-01")
    verlaging = besluit(dienst, zaak)
    assert "Zegt u alsnog dat u Nederlands wilt leren? Dan stopt de verlaging vanaf die dag." in verlaging["motivering"]
    uitleg = dienst.doe("GET", f"/besluiten/{verlaging['id']}/uitleg", "fg")
    assert [regel["bedrag"] for regel in uitleg["bedragen"]] == [28_030, 28_389, 28_389, 28_389]
    assert maatregel_mag(dienst, klant, "2026-05-14") == ("niet_voldaan", [verlaging["id"]])
    weg = {"reden": "Te laat."}
    versie = dienst.doe("GET", pad, "inkomensconsulent")["versie"]
    al = dienst.roep("POST", f"{pad}/intrekkingen", "inkomensconsulent", weg, versie=versie)
    assert al.json()["code"] == "zaak_afgesloten"

    dienst.zet_klok("2026-06-11T09:00:00+02:00")
    assert "taaleis_beeindigen" in soorten(leg_vast(dienst, klant, BEREID))
    klaar = besluit(dienst, open_zaak(dienst, klant, "beeindiging"))
    assert klaar["dictum"] == "beeindiging"
    assert soorten(taaleis(dienst, klant)) == ["taaleis_bellen"]
    assert maatregel_mag(dienst, klant, "2026-06-10") == ("niet_voldaan", [klaar["id"]])
    assert maatregel_mag(dienst, klant, "2026-06-11") == ("voldaan", []), "de verlaging eindigde die dag"
    eerste_mutatie, laatste = mutaties(database_url)
    assert [deel["bedrag"] for deel in eerste_mutatie["bedragen"]] == [28_030, 28_389, 28_389, 28_389]
    assert [deel["bedrag"] for deel in laatste["bedragen"]] == [9_343, 0, 0, 0], "tien van de dertig dagen in juni"
    assert (laatste["per"], laatste["vervangt"]) == ("2026-06-11", eerste_mutatie["besluitId"])
    assert dienst.doe("GET", f"/besluiten/{verlaging['id']}", "toetser")["status"] == "vervangen"


@pytest.mark.regel("DEV-TAA-508", "DEV-TAA-522", "DEV-TAA-524")
def test_zonder_verwijt_volgt_een_ontheffing(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "zorgen")
    leg_vast(dienst, klant, taaltest("2026-03-31"), {"soort": "preventie", "middel": "participatiemakelaar"} | UITLEG)
    geen = {"verwijt": "ontbreekt", "verwijtMotivering": "De klant heeft ernstige dyslexie."}
    zaak = open_zaak(dienst, klant, "verlaging", **geen)
    assert zaak["beoordeling"]["uitkomst"] == "afzien"
    assert len(zaak["beoordeling"]["signalen"]) == 3
    assert besluit(dienst, zaak)["dictum"] == "afzien"
    assert "taaleis_zaak_ontheffing" in soorten(taaleis(dienst, klant))
    fout = open_zaak(dienst, klant, "ontheffing", grond="anders", bewijs="Rapport")
    weg = f"/taaleiszaken/{fout['id']}/intrekkingen"
    dienst.doe("POST", weg, "inkomensconsulent", {"reden": "Verkeerde grond."}, versie=fout["versie"])
    assert probeer_besluit(dienst, fout).json()["code"] == "zaak_niet_open"
    zaak = open_zaak(dienst, klant, "ontheffing", grond="dyslexie", bewijs="Rapport van de school")
    assert "taaleis_zaak_ontheffing" not in soorten(taaleis(dienst, klant))
    besluit(dienst, zaak)
    beeld = taaleis(dienst, klant)
    assert (beeld["status"], soorten(beeld)) == ("ontheven", ["taaleis_uitslag_bespreken"])
    assert beeld["preventie"] == ["participatiemakelaar"]


@pytest.mark.regel("DEV-TAA-503", "DEV-TAA-504")
def test_het_ambitiegesprek_sluit_niet_zonder_uitkomst(dienst: Dienst) -> None:
    klant = nieuw(dienst)
    vul_format_in(dienst, klant)
    gesprek = {veld: waarde for veld, waarde in GESPREK.items() if veld != "jarenNederlandstaligOnderwijs"}
    pad = f"/klanten/{klant}/ambitiegesprekken"
    zonder = dienst.roep("POST", pad, "intaker", gesprek)
    assert [toets["voorwaarde"] for toets in zonder.json()["toetsen"]] == ["taaleis_nagegaan"]
    half = dienst.roep("POST", pad, "intaker", gesprek | {"taaleis": {"uitkomst": "voldoet"}})
    assert half.status_code == 400
    dienst.doe("POST", pad, "intaker", gesprek | {"taaleis": {"uitkomst": "niet_vast_te_stellen"}})
    beeld = taaleis(dienst, klant)
    assert (beeld["status"], soorten(beeld), beeld["vraagt"]) == ("onbekend", ["taaleis_aanmelden"], "taaleis_onbekend")
    assert beeld["taken"][0]["rol"] == "intaker"

    ingeburgerd = nieuw(dienst)
    vul_format_in(dienst, ingeburgerd)
    feiten = {"inburgeringVoltooidOp": "2024-05-01"}
    dienst.doe("POST", f"/klanten/{ingeburgerd}/ambitiegesprekken", "intaker", gesprek | feiten)
    beeld = taaleis(dienst, ingeburgerd)
    assert (beeld["status"], beeld["voldoetSinds"]) == ("voldoet", "2024-05-01")


def vragen(dienst: Dienst, klant: str, soort: str) -> dict[str, bool]:
    leidraad = dienst.doe("GET", f"/klanten/{klant}/gespreksleidraad?soort={soort}", "inkomensconsulent")
    alle = (vraag for thema in leidraad["themas"] for vraag in thema["vragen"])
    return {vraag["code"]: vraag["verplicht"] for vraag in alle if vraag["code"].startswith("taal_")}


@pytest.mark.regel(
    "DEV-TAA-505", "DEV-TAA-506", "DEV-TAA-507", "DEV-TAA-514", "DEV-TAA-515", "DEV-TAA-516", "DEV-TAA-518"
)
def test_wat_gesprek_en_plan_over_de_taaleis_vragen(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "faciliteren")
    assert vragen(dienst, klant, "kennismaking") == vragen(dienst, klant, "doelmatigheidsgesprek") == {}
    leg_vast(dienst, klant, CHECK)
    assert vragen(dienst, klant, "doelmatigheidsgesprek") == {"taal_toets_stand": False}
    doel = {"omschrijving": "Weten hoe goed mijn Nederlands is", "leefgebieden": ["zingeving"], "acties": [ACTIE]}
    plan = {"soort": "mijn_doel_actieplan", "doelen": [doel], "evaluatiedatum": "2026-09-30"} | OVERLEG
    concept = dienst.doe("POST", f"/klanten/{klant}/plannen", "inkomensconsulent", plan)
    assert [toets["voorwaarde"] for toets in concept["ontbreekt"]] == ["taaldoel_in_plan"]
    versie = {veld: waarde for veld, waarde in plan.items() if veld != "soort"} | {"aanleiding": "Taaleis"}
    versie["doelen"] = [doel | {"doeltype": "duidelijkheid_taaleis"}]
    pad = f"/plannen/{concept['id']}/versies"
    beter = dienst.doe("POST", pad, "inkomensconsulent", versie, versie=concept["versie"])
    assert beter["ontbreekt"] == []

    beeld = leg_vast(dienst, klant, taaltest("2026-03-31"))
    assert [doel["doeltype"] for doel in beeld["plandoelen"]] == ["duidelijkheid_taaleis"]
    plicht = dienst.doe("GET", f"/plannen/{concept['id']}", "inkomensconsulent")
    assert [toets["voorwaarde"] for toets in plicht["ontbreekt"]] == ["taaldoel_in_plan"], "nu is een taaldoel nodig"
    zes = {f"taal_{onderwerp}" for onderwerp in ONDERWERPEN}
    assert set(vragen(dienst, klant, "kennismaking")) == zes == set(beeld["nietBesproken"])
    gesprek = vragen(dienst, klant, "doelmatigheidsgesprek")
    assert (set(gesprek), gesprek["taal_voortgang"]) == (zes | {"taal_voortgang", "taal_zonder_papieren"}, True)
    bespreek(dienst, klant)
    assert taaleis(dienst, klant)["nietBesproken"] == ["taal_participatiemakelaar"]
    antwoord = {"soort": "doelmatigheidsgesprek", "antwoorden": [{"vraag": "taal_zonder_papieren", "waarde": True}]}
    dienst.doe("POST", f"/klanten/{klant}/gesprekken", "inkomensconsulent", antwoord)
    assert "taaltest_aanvragen" in [taak.soort for taak in taken(dienst, klant)]
    open_zaak(dienst, klant, "kennisgeving")
    (zaak,) = taaleis(dienst, klant)["zaken"]
    assert [toets["voorwaarde"] for toets in zaak["ontbreekt"]] == ["besproken"]


@pytest.mark.regel("DEV-TAA-520", "DEV-TAA-521")
def test_stoppen_na_een_half_jaar(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "matchen")
    leg_vast(dienst, klant, taaltest("2026-03-31"), BESPROKEN, BEREID)
    dienst.zet_klok("2026-10-05T09:00:00+02:00")
    beeld = leg_vast(dienst, klant, STOP)
    assert {"taaleis_stop_beoordelen", "taaleis_na_stoppen"} <= set(soorten(beeld))
    bespreek(dienst, klant)
    plicht = besluit(dienst, open_zaak(dienst, klant, "kennisgeving"))
    assert any(zin.startswith("U stopte op ") and "Nederlands" in zin for zin in plicht["motivering"])
    weging = WEGING | {"gehoordOp": "2026-10-05"}
    zaak = open_zaak(dienst, klant, "stoppen", **weging)
    verlaging = zaak["beoordeling"]["verlaging"]
    assert (verlaging["fase"], verlaging["bedragen"][0]["procent"], len(verlaging["bedragen"])) == (None, "40", 1)
    klaar = besluit(dienst, zaak)
    assert "U verklaarde dat u Nederlands wilde leren, maar u stopte op 5 oktober 2026." in klaar["motivering"]
    beeld = taaleis(dienst, klant)
    assert "taaleis_stop_beoordelen" not in soorten(beeld)
    lopend = [rij["termijn"]["einde"] for rij in beeld["termijnen"] if rij["status"] == "lopend"]
    assert lopend == ["2026-11-05"], "opnieuw een maand om zich bereid te verklaren"
    nog_eens = open_zaak(dienst, klant, "stoppen", **weging)
    assert [toets["voorwaarde"] for toets in nog_eens["beoordeling"]["ontbreekt"]] == ["gestopt"]


def verlaagd(dienst: Dienst) -> tuple[str, Any]:
    """A klant who does not want to learn, with a verlaging of 20 percent from June."""
    klant = ingedeeld(dienst, "groeien")
    leg_vast(dienst, klant, taaltest("2026-03-31"), NIET_BEREID)
    bespreek(dienst, klant)
    besluit(dienst, open_zaak(dienst, klant, "kennisgeving"))
    dienst.zet_klok("2026-05-14T09:00:00+02:00")
    return klant, besluit(dienst, open_zaak(dienst, klant, "verlaging", **WEGING))


@pytest.mark.regel("DEV-TAA-519")
def test_een_tweede_verlaging_van_dezelfde_fase_en_een_einde_na_wijziging(dienst: Dienst, database_url: str) -> None:
    klant, verlaging = verlaagd(dienst)
    nog_een = open_zaak(dienst, klant, "verlaging", **WEGING)
    assert [deel["voorwaarde"] for deel in nog_een["beoordeling"]["ontbreekt"]] == ["nog_niet_verlaagd"]
    assert probeer_besluit(dienst, nog_een).json()["code"] == "niet_gereed"

    lager = {"keuze": "wijzigen", "procent": "10", "motivering": "De omstandigheden wegen zwaarder dan gedacht."}
    nieuw_besluit = herzien.beslis(dienst, herzien.herzie(dienst, verlaging["id"])["id"], lager)
    herzien.verzend(dienst, nieuw_besluit["id"], "2026-05-14")
    assert probeer_besluit(dienst, nog_een).json()["code"] == "niet_gereed", "gewijzigd is niet weg"
    bezwaar = maak_bezwaar(dienst, nieuw_besluit["id"], ontvangenOp="2026-05-14")

    dienst.zet_klok("2026-06-11T09:00:00+02:00")
    assert "taaleis_beeindigen" in soorten(leg_vast(dienst, klant, BEREID))
    klaar = besluit(dienst, open_zaak(dienst, klant, "beeindiging"))
    assert klaar["vervangt"] == nieuw_besluit["id"]
    assert [deel["bedrag"] for deel in mutaties(database_url)[-1]["bedragen"]] == [4_672, 0, 0, 0]

    zet(
        dienst,
        bezwaar["id"],
        "hoorzittingen",
        {"gehoord": True, "datum": "2026-06-11", "verslag": "De klant vond werk."},
    )
    op_bezwaar = beslis(dienst, bezwaar["id"], HERROEPEN, "2026-06-11")
    assert op_bezwaar["vervangt"] == klaar["id"], "het bezwaar ging mee naar het besluit dat ervoor in de plaats kwam"
    assert [m["nabetaling"] for m in herzien.mutaties(dienst, "bezwaar")] == [4_672]


def test_een_herroepen_verlaging_brengt_de_taken_bij(dienst: Dienst) -> None:
    klant, verlaging = verlaagd(dienst)
    termijnen = {rij["termijn"]["soort"] for rij in taaleis(dienst, klant)["termijnen"] if rij["status"] == "lopend"}
    assert "taaleis_volgende_fase" in termijnen
    klaar = herzien.beslis(dienst, herzien.herzie(dienst, verlaging["id"])["id"])
    herzien.verzend(dienst, klaar["id"], "2026-05-14")
    termijnen = {rij["termijn"]["soort"] for rij in taaleis(dienst, klant)["termijnen"] if rij["status"] == "lopend"}
    assert "taaleis_volgende_fase" not in termijnen
