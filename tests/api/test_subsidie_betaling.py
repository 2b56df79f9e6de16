"""Invoices and payments over HTTP: a missing payslip, nothing paid twice, what is undone, and money that runs out."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.beleid.model import Waarde
from app.domain.subsidie.model import GebruiktCijfer
from app.services.subsidie import betalen
from tests.steun.dienst import Dienst
from tests.steun.klanten import ingedeeld, taken
from tests.steun.subsidiezaak import (
    ADMIN,
    IC,
    MOTIVERING,
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
from tests.steun.werkgever import dienstverband

FOUT: list[Any] = ["x" * 600, -1, 1.5, [], {}, "2026-02-31", 10**30, True, None]
REDEN = {"reden": "Dit was niet goed."}


def voorwaarden(gekregen: Any) -> list[str]:
    return [toets["voorwaarde"] for toets in gekregen.json()["toetsen"]]


def startbaan(dienst: Dienst) -> tuple[Any, str]:
    """A startbaansubsidie of € 3.000,00 that was granted; the first half is due on 1 June, the second on 1 October."""
    klant, verband, _ = in_dienst(dienst)
    return ken_toe(dienst, vraag_aan(dienst, klant, STARTBAAN, dienstverbandId=verband)), klant


@pytest.mark.regel("DEV-SUB-905")
def test_een_startbaansubsidie_met_een_vergeten_loonstrook(dienst: Dienst) -> None:
    rij, klant = startbaan(dienst)
    dienst.zet_klok("2026-05-31T09:00:00+02:00")
    for fout in FOUT:
        kapot = dict.fromkeys(("termijn", "factuurnummer", "factuurdatum", "bedrag", "bijlagen"), fout)
        fouten = dienst.roep("POST", f"/subsidies/{rij['id']}/facturen", ADMIN, kapot | {"vreemd": 1})
        assert fouten.status_code == 400
        assert len(fouten.json()["fouten"]) > 3
    assert lees(dienst, rij)["facturen"] == []
    vroeg = factureer(dienst, rij, 1, "F-1", 150_000).json()["facturen"][0]
    assert (vroeg["stand"], vroeg["reden"]) == (
        "geweigerd",
        "De factuur is te vroeg: dit deel kan vanaf 1 juni 2026 worden gedeclareerd.",
    )
    assert voorwaarden(geef_vrij(dienst, rij, 1)) == ["te_betalen", "factuur_akkoord"]
    dienst.zet_klok("2026-06-01T09:00:00+02:00")
    goed = factureer(dienst, rij, 1, "F-1", 150_000).json()
    assert [factuur["stand"] for factuur in goed["facturen"]] == ["geweigerd", "akkoord"]
    dubbel = factureer(dienst, rij, 2, "f-1", 100)
    assert (dubbel.status_code, dubbel.json()["code"]) == (409, "factuur_bestaat_al")
    assert [taak.soort for taak in taken(dienst, klant)] == ["subsidie_betaling"]
    assert voorwaarden(geef_vrij(dienst, rij, 1, ADMIN)) == ["betaald_door_ander"]
    opdracht = geef_vrij(dienst, rij, 1).json()
    assert (opdracht["nr"], opdracht["bedrag"], opdracht["iban"]) == (1, 150_000, "NL91ABNA0417164300")
    assert (opdracht["kenmerk"], opdracht["budget"]) == ("IOM-2026-0000001", "startbaansubsidie")
    assert voorwaarden(geef_vrij(dienst, rij, 1)) == ["te_betalen"]
    assert [o["id"] for o in haal_op(dienst)] == [opdracht["id"]]
    assert haal_op(dienst) == []
    assert antwoord(dienst, opdracht, "bevestigingen", {"externKenmerk": "FIN-1"}).status_code == 201
    assert antwoord(dienst, opdracht, "bevestigingen").json()["code"] == "niet_te_beantwoorden"

    dienst.zet_klok("2026-10-01T09:00:00+02:00")
    zonder = factureer(dienst, rij, 2, "F-2", 150_000).json()
    assert zonder["facturen"][-1]["reden"] == "Bij de factuur ontbreekt: laatste loonstrook."
    met = factureer(dienst, rij, 2, "F-2", 150_000, "laatste_loonstrook").json()
    assert met["facturen"][-1]["stand"] == "akkoord"
    assert [termijn["stand"] for termijn in met["termijnen"]] == ["betaald", "gefactureerd"]
    geef_vrij(dienst, rij, 2)
    assert antwoord(dienst, haal_op(dienst)[0], "bevestigingen").status_code == 201
    feed = dienst.doe("GET", "/betaalopdrachten?stand=betaald", "koppeling")
    assert [(o["nr"], o["bedrag"]) for o in feed["betaalopdrachten"]] == [(1, 150_000), (2, 150_000)]
    assert dienst.doe("GET", f"/betaalopdrachten?na={feed['volgende']}", "koppeling")["betaalopdrachten"] == []
    assert taken(dienst, klant) == []


def test_wat_verkeerd_ging_wordt_hersteld(dienst: Dienst) -> None:
    rij, klant = startbaan(dienst)
    dienst.zet_klok("2026-06-01T09:00:00+02:00")
    fout = factureer(dienst, rij, 1, "F-1", 140_000).json()["facturen"][0]
    pad = f"/subsidiefacturen/{fout['id']}"
    dienst.doe("POST", f"{pad}/intrekkingen", ADMIN, REDEN, versie=fout["versie"])
    factureer(dienst, rij, 1, "F-1", 150_000)
    eerste = geef_vrij(dienst, rij, 1).json()
    factuur = lees(dienst, rij)["facturen"][-1]
    bezig = dienst.roep(
        "POST", f"/subsidiefacturen/{factuur['id']}/intrekkingen", ADMIN, REDEN, versie=factuur["versie"]
    )
    assert bezig.json()["code"] == "factuur_niet_in_te_trekken"
    assert antwoord(dienst, eerste, "tegenboekingen", REDEN, IC, versie=eerste["versie"]).status_code == 409
    weg = antwoord(dienst, eerste, "annuleringen", REDEN, IC, versie=eerste["versie"])
    assert weg.json()["stand"] == "geannuleerd"
    assert haal_op(dienst) == []

    tweede = geef_vrij(dienst, rij, 1).json()
    (gehaald,) = haal_op(dienst)
    laat = antwoord(dienst, tweede, "annuleringen", REDEN, IC, versie=gehaald["versie"])
    assert laat.json()["code"] == "al_opgehaald"
    antwoord(dienst, tweede, "afwijzingen", {"reden": "Rekening opgeheven."})
    assert [taak.soort for taak in taken(dienst, klant)] == ["subsidie_betaling_herstellen"]

    derde = geef_vrij(dienst, rij, 1).json()
    haal_op(dienst)
    betaald = antwoord(dienst, derde, "bevestigingen").json()
    tegen = antwoord(dienst, derde, "tegenboekingen", REDEN, IC, versie=betaald["versie"]).json()
    assert (tegen["bedrag"], tegen["soort"], tegen["tegenboekingVan"]) == (-150_000, "tegenboeking", derde["id"])
    nogmaals = antwoord(dienst, derde, "tegenboekingen", REDEN, IC, versie=betaald["versie"] + 1)
    assert nogmaals.json()["code"] == "niet_tegen_te_boeken"
    assert (
        antwoord(dienst, tegen, "annuleringen", REDEN, IC, versie=tegen["versie"]).json()["code"] == "is_tegenboeking"
    )
    assert voorwaarden(geef_vrij(dienst, rij, 1)) == ["te_betalen"], "first know that the money came back"
    for bedrag in (-150_000, 150_000):
        (opdracht,) = haal_op(dienst)
        assert (opdracht["bedrag"], antwoord(dienst, opdracht, "bevestigingen").status_code) == (bedrag, 201)
        if bedrag < 0:
            geef_vrij(dienst, rij, 1)
    standen = [(o["nr"], o["stand"]) for o in lees(dienst, rij)["betaalopdrachten"]]
    assert standen == [(1, "geannuleerd"), (2, "mislukt"), (3, "tegengeboekt"), (4, "betaald"), (5, "betaald")]
    fouten = factureer(dienst, rij, 9, "F-9", 1, factuurdatum="2026-06-02").json()["fouten"]
    assert {regel["veld"] for regel in fouten} == {"termijn", "factuurdatum"}
    niemand = "0199b1a0-5c1e-7d3a-9f42-b7c81d0e6a55"
    for adres in (f"/subsidiefacturen/{niemand}/intrekkingen", f"/betaalopdrachten/{niemand}/annuleringen"):
        assert dienst.roep("POST", adres, ADMIN, REDEN, versie=1).status_code == 404
    assert dienst.roep("POST", f"/subsidietermijnen/{niemand}/betaalopdrachten", IC, versie=1).status_code == 404


@pytest.mark.regel("DEV-SUB-905")
def test_een_dienstverband_dat_eerder_eindigt_houdt_de_factuur_aan(dienst: Dienst) -> None:
    rij, klant = startbaan(dienst)
    verband = dienst.doe("GET", f"/klanten/{klant}/dienstverbanden", WC)["dienstverbanden"][0]
    einde = {"tot": "2026-07-15", "reden": "proeftijd"}
    dienst.doe("POST", f"/dienstverbanden/{verband['id']}/beeindigingen", WC, einde, versie=verband["versie"])
    dienst.zet_klok("2026-07-15T09:00:00+02:00")
    na = factureer(dienst, rij, 2, "F-2", 150_000, "laatste_loonstrook").json()
    factuur = na["facturen"][0]
    assert (factuur["stand"], na["termijnen"][1]["stand"]) == ("aangehouden", "aangehouden")
    assert [taak.soort for taak in taken(dienst, klant)] == ["subsidie_factuur"]
    assert "te_betalen" in voorwaarden(geef_vrij(dienst, rij, 2))
    pad = f"/subsidiefacturen/{factuur['id']}/beoordelingen"
    te_veel = {"akkoord": True, "bedrag": 150_001, "reden": "Naar rato betaald."}
    assert dienst.roep("POST", pad, WC, te_veel, versie=factuur["versie"]).status_code == 400
    minder = te_veel | {"bedrag": 60_000}
    dienst.doe("POST", pad, WC, minder, versie=factuur["versie"])
    assert geef_vrij(dienst, rij, 2).json()["bedrag"] == 60_000
    nogmaals = dienst.roep("POST", pad, WC, minder, versie=factuur["versie"] + 1)
    assert nogmaals.json()["code"] == "factuur_niet_aangehouden"
    eerste = factureer(dienst, rij, 1, "F-1", 150_000).json()["facturen"][-1]
    assert eerste["stand"] == "akkoord"


@pytest.mark.regel("DEV-SUB-910")
def test_op_een_onbevestigd_minimumloon_wordt_niet_betaald(dienst: Dienst, monkeypatch: pytest.MonkeyPatch) -> None:
    klant, verband, _ = in_dienst(dienst, brutoloon=230_000)
    rij = ken_toe(dienst, vraag_aan(dienst, klant, TEGEMOETKOMING, dienstverbandId=verband))
    dienst.zet_klok("2026-05-01T09:00:00+02:00")
    zonder = factureer(dienst, rij, 1, "M-1", 114_720, "loonstrook").json()["facturen"][0]
    assert (zonder["stand"], zonder["reden"]) == ("aangehouden", "Neem de loonkosten over van de loonstrook.")
    oordeel = f"/subsidiefacturen/{zonder['id']}/beoordelingen"
    dienst.doe("POST", oordeel, WC, {"akkoord": False} | REDEN, versie=zonder["versie"])
    met = factureer(dienst, rij, 1, "M-1", 114_720, "loonstrook", loonkosten=261_000).json()
    assert met["facturen"][-1]["stand"] == "akkoord"
    geweigerd = geef_vrij(dienst, rij, 1)
    assert (geweigerd.status_code, geweigerd.json()["code"]) == (409, "niet_betaalbaar")
    (toets,) = geweigerd.json()["toetsen"]
    assert toets["toelichting"] == (
        "Het cijfer wettelijk minimumloon (€ 2.294,40) van 1 april 2026 is niet in een officiële bron gezien. "
        "Een beheerder bevestigt het in het beleid wml, bij maand_21plus, in de versie die op 1 april 2026 geldt."
    )

    def bevestigd(h: Any, gemeente: str, cijfer: GebruiktCijfer) -> Waarde[Any]:
        nu = 229_440 if cijfer.veld == "maand_21plus" else cijfer.waarde
        return Waarde[Any](waarde=nu, grondslag=cijfer.grondslag)

    monkeypatch.setattr(betalen, "bron_van", lambda *_: Waarde[Any](waarde=1, grondslag=bevestigd(*_).grondslag))
    assert geef_vrij(dienst, rij, 1).json()["code"] == "cijfer_gewijzigd"
    monkeypatch.setattr(betalen, "bron_van", bevestigd)
    assert geef_vrij(dienst, rij, 1).json()["bedrag"] == 114_720
    monkeypatch.undo()
    opnieuw = zet(dienst, rij, "herberekeningen", None, ADMIN)
    assert [termijn["bedrag"] for termijn in opnieuw["termijnen"]] == [114_720] * 3 + [116_850] * 3
    leeg = vraag_aan(dienst, klant, VERGOEDING, **REKENING)
    assert probeer(dienst, leeg, "herberekeningen", None).json()["code"] == "niet_toegekend"
    assert factureer(dienst, leeg, 1, "V-1", 1).json()["code"] == "zonder_factuur"


@pytest.mark.regel("DEV-VGD-903")
def test_een_vergoeding_wordt_zonder_factuur_aan_de_klant_betaald(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "groeien")
    rij = ken_toe(dienst, vraag_aan(dienst, klant, VERGOEDING))
    assert voorwaarden(geef_vrij(dienst, rij, 1)) == ["rekening_bekend"]
    met = ken_toe(dienst, vraag_aan(dienst, klant, VERGOEDING | {"kaderSinds": "2026-01-05"}, **REKENING))
    assert voorwaarden(geef_vrij(dienst, met, 1, WC)) == ["betaald_door_ander"]
    opdracht = geef_vrij(dienst, met, 1).json()
    assert (opdracht["bedrag"], opdracht["budget"], opdracht["tenaamstelling"]) == (25_000, "clientkosten", "S. de Wit")
    assert factureer(dienst, startbaan_zonder(dienst, klant), 1, "F-1", 1).json()["code"] == "niet_toegekend"


def startbaan_zonder(dienst: Dienst, klant: str) -> Any:
    return vraag_aan(dienst, klant, STARTBAAN)


def test_een_budget_dat_op_is(dienst: Dienst) -> None:
    """€ 3.000,00 for the year: the second waits in line, and is helped when the first does not go on."""
    plafond = {"gemeente": "GM0150", "regeling": "startbaansubsidie", "jaar": 2026, "plafond": 300_000}
    dienst.doe("POST", "/budgetten", "beleidsmedewerker", plafond | {"reden": "Vastgesteld bij de begroting."})
    klant, verband, baas = in_dienst(dienst)
    eerste = vraag_aan(dienst, klant, STARTBAAN, dienstverbandId=verband)
    assert eerste["budget"] == {"stand": "gereserveerd", "plaats": None, "delen": {"2026": 300_000}}
    ander = ingedeeld(dienst, "matchen")
    plek = dienst.doe("GET", f"/werkgevers/{baas}", WC)["vestigingen"][0]["id"]
    tweede = vraag_aan(dienst, ander, STARTBAAN, dienstverbandId=dienstverband(dienst, ander, plek)["id"])
    assert (tweede["budget"]["stand"], tweede["budget"]["plaats"]) == ("wachtlijst", 1)
    wacht = probeer(dienst, tweede, "besluiten", MOTIVERING)
    assert (wacht.json()["code"], voorwaarden(wacht)) == ("niet_gereed", ["budget_toereikend"])
    zet(dienst, eerste, "intrekkingen", {"reden": "De werkgever ziet ervan af."})
    klaar = ken_toe(dienst, tweede)
    assert (klaar["stand"], klaar["budget"]["stand"]) == ("toegekend", "verplicht")

    krap = {"gemeente": "GM0150", "regeling": "clientkosten", "jaar": 2026, "plafond": 10_000}
    dienst.doe("POST", "/budgetten", "beleidsmedewerker", krap | {"reden": "Vastgesteld bij de begroting."})
    op = vraag_aan(dienst, klant, VERGOEDING, **REKENING)
    assert op["budget"]["stand"] == "op"
    assert zet(dienst, op, "besluiten", MOTIVERING)["dictum"] == "afwijzen"
