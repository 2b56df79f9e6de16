"""Blokkering over HTTP: situations, the contact ladder of Zorgen, blocks with their mutaties, and what who may see."""

from __future__ import annotations

from typing import Any

import pytest

from tests.steun.dienst import Dienst
from tests.steun.intake import mutaties
from tests.steun.klanten import ingedeeld, taken

IC = "inkomensconsulent"
SITUATIE = {"soort": "geen_reactie_contactverzoek", "omschrijving": "Niet teruggebeld na de brief."}
BLOK = {"uitkering": 140_150, "uitkeringBron": "Uitkeringsadministratie, maart 2026."}
BELEN = {"stap": "telefonisch_klant", "resultaat": "geen_contact", "toelichting": "Voicemail ingesproken."}


def situatie(dienst: Dienst, klant: str, **anders: Any) -> Any:
    return dienst.doe("POST", f"/klanten/{klant}/blokkeersituaties", IC, SITUATIE | anders)


def poging(dienst: Dienst, zaak: Any, **anders: Any) -> Any:
    return dienst.roep("POST", f"/blokkeersituaties/{zaak['id']}/ladderpogingen", IC, BELEN | anders)


def blokkeer(dienst: Dienst, klant: str, **anders: Any) -> Any:
    opdracht = BLOK | {"grond": "contact_niet_hersteld"} | anders
    return dienst.roep("POST", f"/klanten/{klant}/blokkeringen", IC, opdracht)


def hef_op(dienst: Dienst, blokkering: Any, reden: str, **extra: Any) -> Any:
    opdracht = {"reden": reden, "toelichting": "Zie de aantekening."} | extra
    pad = f"/blokkeringen/{blokkering['id']}/opheffingen"
    return dienst.roep("POST", pad, IC, opdracht, versie=blokkering["versie"])


def overzicht(dienst: Dienst, klant: str, rol: str = IC) -> Any:
    return dienst.doe("GET", f"/klanten/{klant}/blokkeringen", rol)


def open_taken(dienst: Dienst, klant: str) -> list[str]:
    return sorted(taak.soort for taak in taken(dienst, klant))


@pytest.mark.regel("DEV-BLK-501", "DEV-BLK-502", "DEV-BLK-504", "DEV-BLK-507")
def test_zorgen_loopt_eerst_de_ladder_en_blokkeert_dan_deels(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "zorgen")
    zaak = situatie(dienst, klant)
    assert (zaak["pad"], zaak["klantgroep"], zaak["magBlokkeren"]) == ("contactladder", "zorgen", False)
    assert open_taken(dienst, klant) == ["contactladder_lopen"]

    te_vroeg = blokkeer(dienst, klant, situatieId=zaak["id"])
    assert te_vroeg.status_code == 409
    assert [toets["voorwaarde"] for toets in te_vroeg.json()["toetsen"]] == ["eerst_gebeld", "verdere_stap_gezet"]
    netwerk = {"stap": "netwerk_bewindvoerder_familie", "derde": "familie", "toelichting": "Zus gebeld, weet niets."}
    assert poging(dienst, zaak, **netwerk).json()["toetsen"][0]["voorwaarde"] == "eerst_gebeld"
    assert poging(dienst, zaak, datum="2026-04-01").status_code == 400

    gebeld = poging(dienst, zaak).json()
    assert gebeld["openStappen"][0] == "netwerk_bewindvoerder_familie"
    zaak = poging(dienst, zaak, **netwerk).json()
    assert (zaak["magBlokkeren"], len(zaak["pogingen"])) == (True, 2)
    fout = dienst.doe(
        "POST", f"/ladderpogingen/{zaak['pogingen'][1]['id']}/intrekkingen", IC, {"reden": "Was een andere klant."}
    )
    assert (fout["magBlokkeren"], fout["pogingen"][1]["redenIntrekking"]) == (False, "Was een andere klant.")
    nog_eens = dienst.roep(
        "POST", f"/ladderpogingen/{zaak['pogingen'][1]['id']}/intrekkingen", IC, {"reden": "Was een andere klant."}
    )
    assert nog_eens.json()["code"] == "al_ingetrokken"
    pad = f"/blokkeersituaties/{zaak['id']}"
    reden = {"redenGeenVerdereStap": "Er is geen ander netwerk."}
    zaak = dienst.doe("PATCH", pad, IC, reden, versie=fout["versie"])
    assert zaak["magBlokkeren"] is True

    huur = {"omvang": "gedeeltelijk", "redenGedeeltelijk": "dreigende_huisuitzetting"}
    lasten = {"vasteLasten": [{"soort": "huur", "bedrag": 65_000}]}
    blok = blokkeer(dienst, klant, situatieId=zaak["id"], **huur, **lasten).json()
    assert (blok["geblokkeerd"], blok["van"], blok["termijn"]["einde"]) == (75_150, "2026-03-31", "2026-05-25")
    assert blok["uitleg"].endswith("wordt € 751,50 aangehouden en € 650,00 betaald.")
    assert overzicht(dienst, klant)["situaties"][0]["status"] == "geblokkeerd"
    assert blokkeer(dienst, klant, situatieId=zaak["id"]).json()["code"] == "al_geblokkeerd"
    assert open_taken(dienst, klant) == ["opschorting_beslissen"]
    dienst.zet_klok("2026-05-11T09:00:00+02:00")
    assert open_taken(dienst, klant) == ["opschorting_beslissen", "opschorting_maximum_nadert"]
    dienst.zet_klok("2026-05-26T09:00:00+02:00")
    assert "opschorting_maximum_bereikt" in open_taken(dienst, klant)

    klaar = hef_op(dienst, blok, "contact_hersteld").json()
    assert (klaar["status"], klaar["tot"], klaar["termijn"]) == ("opgeheven", "2026-05-26", None)
    assert hef_op(dienst, klaar, "contact_hersteld").json()["code"] == "niet_geblokkeerd"
    assert open_taken(dienst, klant) == []
    begin, einde = mutaties(dienst)
    assert begin[0] == "blokkering"
    assert begin[1]["doorbetalen"] == [{"soort": "huur", "bedrag": 65_000}]
    assert (begin[1]["geblokkeerd"], einde[0], einde[1]["nabetalen"]) == (75_150, "opheffing_blokkering", True)


@pytest.mark.regel("DEV-BLK-503", "DEV-BLK-501")
def test_contact_hersteld_sluit_de_situatie_zonder_blokkering(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "zorgen")
    zaak = poging(dienst, situatie(dienst, klant), resultaat="contact").json()
    assert [toets["voorwaarde"] for toets in zaak["toetsen"] if toets["uitkomst"] != "voldaan"] == [
        "contact_niet_hersteld",
        "verdere_stap_gezet",
    ]
    pad = f"/blokkeersituaties/{zaak['id']}/afsluitingen"
    hersteld = {"uitkomst": "contact_hersteld", "reden": "Komt donderdag."}
    klaar = dienst.doe("POST", pad, IC, hersteld, versie=zaak["versie"])
    assert (klaar["status"], klaar["magBlokkeren"], open_taken(dienst, klant)) == (
        "contact_hersteld",
        False,
        ["contact_hersteld_vervolgen"],
    )
    assert dienst.roep("POST", pad, IC, hersteld, versie=klaar["versie"]).json()["code"] == "situatie_niet_open"
    assert blokkeer(dienst, klant, situatieId=zaak["id"]).json()["code"] == "situatie_niet_open"
    assert mutaties(dienst) == []


@pytest.mark.regel("DEV-BLK-501", "DEV-BLK-507")
def test_een_situatie_begint_vanzelf_als_de_dag_voorbij_is(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "faciliteren")
    stukken = {"soort": "stukken_niet_ingeleverd", "uiterlijk": "2026-04-10"}
    zaak = situatie(dienst, klant, **stukken)
    op_tijd = situatie(dienst, klant, uiterlijk="2026-04-10")
    assert (zaak["status"], zaak["pad"], open_taken(dienst, klant)) == ("verwacht", None, [])
    pad = f"/blokkeersituaties/{op_tijd['id']}/afsluitingen"
    binnen = {"uitkomst": "contact_hersteld", "reden": "De klant belde."}
    dienst.doe("POST", pad, IC, binnen, versie=op_tijd["versie"])
    dienst.zet_klok("2026-04-10T23:00:00+02:00")
    assert open_taken(dienst, klant) == []
    dienst.zet_klok("2026-04-11T08:00:00+02:00")
    zaak = dienst.doe("GET", f"/blokkeersituaties/{zaak['id']}", IC)
    assert (zaak["status"], zaak["automatisch"], zaak["pad"], zaak["magBlokkeren"]) == ("open", True, "regulier", True)
    assert open_taken(dienst, klant) == ["blokkering_beoordelen"]
    assert [rij["status"] for rij in overzicht(dienst, klant)["situaties"]] == ["open", "contact_hersteld"]

    blok = blokkeer(dienst, klant, situatieId=zaak["id"]).json()
    vergissing = hef_op(dienst, blok, "vergissing", nabetalen=False).json()
    assert vergissing["redenOpheffing"] == "vergissing"
    weer = dienst.doe("GET", f"/blokkeersituaties/{zaak['id']}", IC)
    assert (weer["status"], weer["klantgroep"], open_taken(dienst, klant)) == (
        "open",
        "faciliteren",
        ["blokkering_beoordelen"],
    )


def signalen(dienst: Dienst, klant: str, rol: Any = IC) -> list[Any]:
    return list(dienst.doe("GET", f"/klanten/{klant}/signalen", rol)["signalen"])


@pytest.mark.regel("DEV-BLK-505", "DEV-BLK-506", "DEV-KGR-504")
def test_direct_blokkeren_en_wie_het_waarom_mag_zien(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "zorgen", team="matchen")
    aanwijzing = {"grond": "concrete_aanwijzingen_minder_of_geen_recht", "aanwijzing": "Werkt volgens de werkgever."}
    zonder_bron = blokkeer(dienst, klant, **aanwijzing)
    assert [toets["voorwaarde"] for toets in zonder_bron.json()["toetsen"]] == ["aanwijzing_met_bron"]
    blok = blokkeer(dienst, klant, **aanwijzing, aanwijzingBron="Suwinet").json()
    assert open_taken(dienst, klant) == ["fraudesignaal_opvolgen", "opschorting_beslissen"]
    [signaal] = signalen(dienst, klant)
    assert (signaal["id"], signaal["soort"], signaal["status"]) == (blok["signaalId"], "fraude", "open")
    assert signaal["omschrijving"].endswith("Werkt volgens de werkgever. (bron: Suwinet)")
    assert signalen(dienst, klant, "werkconsulent") == []
    gezien = overzicht(dienst, klant)["blokkeringen"][0]
    verborgen = overzicht(dienst, klant, "werkconsulent")["blokkeringen"][0]
    assert (gezien["grond"], gezien["aanwijzingBron"]) == (aanwijzing["grond"], "Suwinet")
    assert (verborgen["grond"], verborgen["aanwijzing"], verborgen["toetsen"]) == (None, None, [])
    assert (gezien["signaalId"], verborgen["signaalId"]) == (signaal["id"], None)
    assert hef_op(dienst, blok, "vergissing").status_code == 201
    assert [rij["status"] for rij in signalen(dienst, klant)] == ["ingetrokken"]
    weer = blokkeer(dienst, klant, **aanwijzing, aanwijzingBron="Suwinet").json()
    hef_op(dienst, weer, "recht_vastgesteld")
    nog_eens = blokkeer(dienst, klant, **aanwijzing, aanwijzingBron="Suwinet").json()
    assert nog_eens["signaalId"] == weer["signaalId"] != blok["signaalId"], "wat loopt, wordt gekoppeld"
    hef_op(dienst, nog_eens, "vergissing")
    assert [rij["status"] for rij in signalen(dienst, klant)] == ["ingetrokken", "open"]

    twijfel = {"grond": "rechtmatigheidstwijfel", "aanwijzing": "De klant leeft ruim."}
    ander = ingedeeld(dienst, "zorgen", zorg_handhaving=True)
    assert blokkeer(dienst, ander, **twijfel).status_code == 201
    assert "sr_informeren" in open_taken(dienst, ander)
    gewoon = ingedeeld(dienst, "zorgen")
    assert blokkeer(dienst, gewoon, **twijfel).json()["toetsen"][0]["voorwaarde"] == "zorg_handhaving"
    vreemd = blokkeer(dienst, gewoon, situatieId=situatie(dienst, ander)["id"])
    assert [fout["veld"] for fout in vreemd.json()["fouten"]] == ["situatieId"]
    ioaw = ingedeeld(dienst, "faciliteren", regime="IOAW")
    assert (
        blokkeer(dienst, ioaw, situatieId=situatie(dienst, ioaw)["id"]).json()["toetsen"][0]["voorwaarde"] == "regime"
    )


def test_een_situatie_met_verkeerde_dagen(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "matchen")
    opdracht = SITUATIE | {"datum": "2026-04-02", "uiterlijk": "2026-04-01"}
    antwoord = dienst.roep("POST", f"/klanten/{klant}/blokkeersituaties", IC, opdracht)
    assert [fout["veld"] for fout in antwoord.json()["fouten"]] == ["datum", "uiterlijk"]
    dubbel = situatie(dienst, klant, datum="2026-03-02")
    pad = f"/blokkeersituaties/{dubbel['id']}/afsluitingen"
    weg = dienst.doe(
        "POST", pad, IC, {"uitkomst": "ingetrokken", "reden": "Dubbel vastgelegd."}, versie=dubbel["versie"]
    )
    assert (weg["status"], open_taken(dienst, klant)) == ("ingetrokken", [])


OPSCHORTING = {
    "verzuim": "gegevens_of_bewijs_niet_verstrekt",
    "plicht": "inlichtingenplicht",
    "verzuimOp": "2026-03-31",
    "herstel": "Lever de bankafschriften van maart in.",
    "herstelTotEnMet": "2026-04-20",
    "verwijtbaar": True,
}
WAAROM = {"motivering": "Zonder deze gegevens staat het recht niet vast."}


def klaar_voor_opschorting(dienst: Dienst) -> tuple[str, Any]:
    """A Faciliteren klant whose payment is blocked, with an opschorting in preparation."""
    klant = ingedeeld(dienst, "faciliteren")
    zaak = situatie(dienst, klant, soort="stukken_niet_ingeleverd")
    assert blokkeer(dienst, klant, situatieId=zaak["id"]).status_code == 201
    return klant, dienst.doe("POST", f"/klanten/{klant}/opschortingen", IC, OPSCHORTING)


def zet(dienst: Dienst, ding: Any, pad: str, inhoud: Any) -> Any:
    soort = "intrekkingen" if "opschortingId" in ding else "opschortingen"
    nu = dienst.doe("GET", f"/{soort}/{ding['id']}", IC)
    return dienst.roep("POST", f"/{soort}/{ding['id']}/{pad}", IC, inhoud, versie=nu["versie"])


def wijzig(dienst: Dienst, ding: Any, inhoud: Any) -> Any:
    soort = "intrekkingen" if "opschortingId" in ding else "opschortingen"
    nu = dienst.doe("GET", f"/{soort}/{ding['id']}", IC)
    return dienst.roep("PATCH", f"/{soort}/{ding['id']}", IC, inhoud, versie=nu["versie"])


def toets(dienst: Dienst, besluit: Any, *, akkoord: bool = True) -> Any:
    reden = {} if akkoord else {"reden": "De motivering is te kort."}
    return dienst.roep("POST", f"/besluiten/{besluit['id']}/toetsingen", "toetser", {"akkoord": akkoord} | reden)


def verzend(dienst: Dienst, besluit: Any, dag: str) -> Any:
    return dienst.roep("POST", f"/besluiten/{besluit['id']}/bekendmakingen", IC, {"verzondenOp": dag})


@pytest.mark.regel("DEV-NOS-504", "DEV-NOS-505")
def test_van_blokkering_via_opschorting_naar_intrekking(dienst: Dienst) -> None:
    klant, zaak = klaar_voor_opschorting(dienst)
    assert zaak["inDeWeg"] == ["verwijtbaar", "gemotiveerd"]
    assert (zaak["van"], zaak["maximum"]["einde"]) == ("2026-03-31", "2026-05-25")
    assert open_taken(dienst, klant) == ["opschorting_beslissen"]
    nog_een = dienst.roep("POST", f"/klanten/{klant}/opschortingen", IC, OPSCHORTING)
    assert nog_een.json()["code"] == "opschorting_loopt_al"
    te_vroeg = zet(dienst, zaak, "besluiten", WAAROM)
    assert [deel["voorwaarde"] for deel in te_vroeg.json()["toetsen"]] == ["verwijtbaar"]
    assert wijzig(dienst, zaak, {"plicht": None}).status_code == 400
    assert wijzig(dienst, zaak, {"verwijtbaarheidToelichting": "U kreeg de brief."}).json()["inDeWeg"] == [
        "gemotiveerd"
    ]

    afgekeurd = zet(dienst, zaak, "besluiten", WAAROM).json()
    assert toets(dienst, afgekeurd, akkoord=False).status_code == 201
    besluit = zet(dienst, zaak, "besluiten", WAAROM).json()
    assert (besluit["soort"], besluit["dictum"]) == ("opschorting", "opschorten")
    assert open_taken(dienst, klant) == ["opschorting_toetsing"]
    assert toets(dienst, besluit).status_code == 201
    assert verzend(dienst, besluit, "2026-03-31").status_code == 201
    assert open_taken(dienst, klant) == []
    loopt = overzicht(dienst, klant)["opschortingen"][0]
    assert loopt["status"] == "lopend"
    assert {rij["soort"]: rij["einde"] for rij in loopt["termijnen"]} == {
        "hersteltermijn_opschorting": "2026-04-20",
        "opschorting_maximum": "2026-05-25",
    }
    blok = overzicht(dienst, klant)["blokkeringen"][0]
    assert hef_op(dienst, blok, "anders").json()["code"] == "opschorting_loopt"

    intrekking = dienst.doe("POST", f"/opschortingen/{zaak['id']}/intrekkingen", IC, {})
    assert intrekking["inDeWeg"] == ["hersteltermijn_voorbij", "verwijtbaar", "gehoord", "gemotiveerd"]
    assert dienst.roep("POST", f"/opschortingen/{zaak['id']}/intrekkingen", IC, {}).status_code == 409
    dienst.zet_klok("2026-04-21T09:00:00+02:00")
    assert open_taken(dienst, klant) == ["intrekking_beslissen", "opschorting_niet_hersteld"]
    gehoord = {"gelegenheidTotEnMet": "2026-04-20", "verwijtbaar": True, "verwijtbaarheidToelichting": "Geen reactie."}
    assert wijzig(dienst, intrekking, gehoord).json()["inDeWeg"] == ["gemotiveerd"]
    besluit = zet(dienst, intrekking, "besluiten", WAAROM).json()
    assert (besluit["soort"], besluit["dictum"]) == ("intrekking_uitkering", "intrekken")
    assert wijzig(dienst, intrekking, gehoord).json()["code"] == "intrekking_niet_open"
    assert toets(dienst, besluit).status_code == 201
    assert verzend(dienst, besluit, "2026-04-21").status_code == 201
    klaar = overzicht(dienst, klant)
    assert klaar["opschortingen"][0]["status"] == "uitkering_ingetrokken"
    assert klaar["opschortingen"][0]["intrekkingen"][0]["besluiten"][0]["status"] == "bekendgemaakt"
    assert (klaar["blokkeringen"][0]["status"], open_taken(dienst, klant)) == ("overgegaan_in_intrekking", [])
    assert [(soort, inhoud["van"]) for soort, inhoud in mutaties(dienst)] == [
        ("blokkering", "2026-03-31"),
        ("opschorting", "2026-03-31"),
        ("intrekking_uitkering", "2026-03-31"),
    ]
    for genomen in (afgekeurd, besluit):
        assert dienst.doe("POST", f"/besluiten/{genomen['id']}/narekenen", "fg")["zelfde"] is True
        assert dienst.doe("GET", f"/besluiten/{genomen['id']}/uitleg", "fg")["toetsen"]


def test_hersteld_betaalt_na_en_een_te_korte_termijn_gaat_niet_uit(dienst: Dienst) -> None:
    klant, zaak = klaar_voor_opschorting(dienst)
    wijzig(dienst, zaak, {"verwijtbaarheidToelichting": "U kreeg de brief.", "herstelTotEnMet": "2026-04-09"})
    besluit = zet(dienst, zaak, "besluiten", WAAROM).json()
    toets(dienst, besluit)
    dienst.zet_klok("2026-04-02T09:00:00+02:00")
    te_kort = verzend(dienst, besluit, "2026-04-02")
    assert te_kort.json()["code"] == "hersteltermijn_te_kort"
    vervallen = zet(dienst, zaak, "afsluitingen", {"uitkomst": "vervallen", "reden": "Te laat verzonden."})
    assert vervallen.json()["status"] == "vervallen"
    assert verzend(dienst, besluit, "2026-04-02").json()["code"] == "opschorting_niet_in_deze_stand"

    opnieuw = OPSCHORTING | {"verwijtbaarheidToelichting": "U kreeg de brief."}
    zaak = dienst.doe("POST", f"/klanten/{klant}/opschortingen", IC, opnieuw)
    vreemd = OPSCHORTING | {"situatieId": situatie(dienst, ingedeeld(dienst, "matchen"))["id"]}
    ander = ingedeeld(dienst, "matchen")
    assert dienst.roep("POST", f"/klanten/{ander}/opschortingen", IC, vreemd).status_code == 400
    besluit = zet(dienst, zaak, "besluiten", WAAROM).json()
    toets(dienst, besluit)
    assert verzend(dienst, besluit, "2026-04-02").status_code == 201
    intrekking = dienst.doe("POST", f"/opschortingen/{zaak['id']}/intrekkingen", IC, {"verwijtbaar": True})
    weg = zet(dienst, intrekking, "afsluitingen", {"reden": "De klant belde."}).json()
    assert (weg["status"], weg["reden"]) == ("vervallen", "De klant belde.")
    assert (
        zet(dienst, intrekking, "afsluitingen", {"reden": "De klant belde."}).json()["code"] == "intrekking_niet_open"
    )
    dienst.doe("POST", f"/opschortingen/{zaak['id']}/intrekkingen", IC, {})
    hersteld = {"uitkomst": "hersteld", "reden": "De bankafschriften zijn binnen."}
    assert zet(dienst, zaak, "afsluitingen", hersteld | {"hersteldOp": "2026-04-03"}).status_code == 400
    klaar = zet(dienst, zaak, "afsluitingen", hersteld).json()
    assert (klaar["status"], klaar["geslotenOp"], klaar["termijnen"]) == ("hersteld", "2026-04-02", [])
    assert [rij["status"] for rij in klaar["intrekkingen"]] == ["vervallen", "vervallen"]
    assert open_taken(dienst, klant) == []
    assert [(soort, inhoud.get("nabetalen")) for soort, inhoud in mutaties(dienst)] == [
        ("blokkering", None),
        ("opschorting", None),
        ("opschorting_beeindigd", True),
        ("opheffing_blokkering", True),
    ]
    blok = overzicht(dienst, klant)["blokkeringen"][0]
    assert (blok["status"], blok["redenOpheffing"]) == ("opgeheven", "verzuim_hersteld")
