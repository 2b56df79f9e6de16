"""The end of subsidies over HTTP: stopped, held and judged, fixed, claimed back, and a claim that came out later."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from app.db.toekenning.toekenning import Toekenning
from app.domain.budget.stand import Boekstap
from app.domain.kern.rollen import Rol
from app.services.budget.boeken import Budgetboeking, boek_alle
from app.services.subsidie.budget import boek_terugontvangst
from app.services.subsidie.eindgevolgen import bij_einde_voorziening
from app.services.subsidie.lezen import vind
from app.services.toekenning.gronden import BIJ_EINDE
from tests.steun.dienst import Dienst
from tests.steun.handelen import als
from tests.steun.kijk import rijen
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
    maak_bekend,
    probeer,
    vraag_aan,
    zet,
)

EINDE = {"grond": "c", "laatsteDag": "2026-06-30", "motivering": "De klant heeft ander werk gevonden."}
VAST = {"motivering": "De werkgever maakte minder kosten dan gedacht."}


def betaal(dienst: Dienst, rij: Any, nummer: int) -> None:
    assert geef_vrij(dienst, rij, nummer).status_code == 201
    assert antwoord(dienst, haal_op(dienst)[0], "bevestigingen").status_code == 201


def beoordeel(dienst: Dienst, rij: Any, nummer: int, **inhoud: Any) -> Any:
    termijn = lees(dienst, rij)["termijnen"][nummer - 1]
    pad = f"/subsidietermijnen/{termijn['id']}/beoordelingen"
    opdracht = {"betalen": True, "reden": "Naar redelijkheid."} | inhoud
    return dienst.roep("POST", pad, WC, opdracht, versie=termijn["versie"])


@pytest.mark.regel("DEV-VRZ-909")
def test_een_subsidie_stopt_en_wordt_lager_vastgesteld_en_teruggevorderd(dienst: Dienst) -> None:
    klant, verband, _ = in_dienst(dienst)
    rij = ken_toe(dienst, vraag_aan(dienst, klant, STARTBAAN, dienstverbandId=verband))
    dienst.zet_klok("2026-06-01T09:00:00+02:00")
    factureer(dienst, rij, 1, "F-1", 150_000)
    betaal(dienst, rij, 1)
    zonder = probeer(dienst, rij, "beeindigingen", EINDE | {"motivering": None})
    assert zonder.json()["code"] == "grond_niet_vervuld"
    besluit = zet(dienst, rij, "beeindigingen", EINDE)
    assert (besluit["soort"], besluit["dictum"]) == ("subsidie_einde", "beeindigen")
    maak_bekend(dienst, besluit)
    assert "Bakkerij Voorbeeld" in dienst.roep("GET", f"/besluiten/{besluit['id']}/brief?vorm=html", "fg").text
    gestopt = lees(dienst, rij)
    assert (gestopt["stand"], [t["stand"] for t in gestopt["termijnen"]]) == ("beeindigd", ["betaald", "aangehouden"])
    assert [taak.soort for taak in taken(dienst, klant)] == ["subsidie_aangehouden"]
    assert beoordeel(dienst, rij, 1).json()["code"] == "niet_aangehouden"
    assert beoordeel(dienst, rij, 2, bedrag=150_001).status_code == 400
    assert beoordeel(dienst, rij, 2, betalen=False).json()["termijnen"][1]["stand"] == "vervallen"
    assert taken(dienst, klant) == []

    geen_grond = probeer(dienst, rij, "vaststellingen", VAST | {"bedrag": 100_000})
    assert [toets["voorwaarde"] for toets in geen_grond.json()["toetsen"]] == ["verlaging_gegrond"]
    lager = VAST | {"bedrag": 100_000, "grond": "activiteiten_niet_verricht", "terugvorderen": True}
    fout = zet(dienst, rij, "vaststellingen", lager)
    nee = {"akkoord": False, "reden": "Leg dit beter uit."}
    dienst.doe("POST", f"/besluiten/{fout['id']}/toetsingen", "toetser", nee)
    vast = zet(dienst, rij, "vaststellingen", lager)
    assert vast["dictum"] == "lager_vaststellen"
    maak_bekend(dienst, vast)
    klaar = lees(dienst, rij)
    (vordering,) = klaar["vorderingen"]
    assert (klaar["stand"], vordering["basis"], vordering["bedrag"]) == ("vastgesteld", "awb_4_57", 50_000)
    pad = f"/subsidievorderingen/{vordering['id']}/afhandelingen"
    voldaan = {"uitkomst": "voldaan", "reden": "Op de rekening ontvangen."}
    na = dienst.doe("POST", pad, ADMIN, voldaan, versie=vordering["versie"])
    assert na["vorderingen"][0]["stand"] == "voldaan"
    nogmaals = dienst.roep("POST", pad, ADMIN, voldaan, versie=na["vorderingen"][0]["versie"])
    assert nogmaals.json()["code"] == "vordering_afgehandeld"
    assert taken(dienst, klant) == []
    assert [dienst.doe("POST", f"/besluiten/{b['id']}/narekenen", "fg")["zelfde"] for b in na["besluiten"]] == [
        True
    ] * 4


@pytest.mark.regel("DEV-SUB-911", "DEV-VRZ-909")
def test_een_aanspraak_die_later_blijkt_opent_een_herbeoordeling(dienst: Dienst) -> None:
    klant, verband, _ = in_dienst(dienst)
    rij = ken_toe(dienst, vraag_aan(dienst, klant, TEGEMOETKOMING, dienstverbandId=verband))
    melding = {"aanspraak": "loonkostenvoordeel", "geblekenOp": "2026-04-01", "bron": "Opgave van de werkgever."}
    assert probeer(dienst, rij, "aanspraken", melding).json()["fouten"][0]["veld"] == "geblekenOp"
    for anders in (None, verband):
        with als(dienst, Rol.WERKCONSULENT) as h:
            voorziening = Toekenning(dienstverband_id=UUID(anders) if anders else None)
            for gevolg in BIJ_EINDE:
                if gevolg is bij_einde_voorziening:
                    gevolg(h, h.klant(UUID(klant)), voorziening, h.vandaag)
        standen = {termijn["stand"] for termijn in lees(dienst, rij)["termijnen"]}
        assert standen == ({"aangehouden"} if anders else {"open"})
    na = zet(dienst, rij, "aanspraken", melding | {"geblekenOp": "2026-03-31"})
    assert {termijn["stand"] for termijn in na["termijnen"]} == {"aangehouden"}
    assert na["termijnen"][0]["reden"] == "Er bleek een aanspraak op een andere regeling: loonkostenvoordeel."
    assert [taak.soort for taak in taken(dienst, klant)] == ["subsidie_herbeoordelen"] * 2
    assert beoordeel(dienst, rij, 1, bedrag=50_000).json()["termijnen"][0]["bedrag"] == 50_000
    ander = vraag_aan(dienst, klant, STARTBAAN)
    assert probeer(dienst, ander, "aanspraken", melding).json()["code"] == "telt_niet"


@pytest.mark.regel("DEV-VRZ-910")
def test_kosten_gaan_alleen_civielrechtelijk_terug(dienst: Dienst) -> None:
    klant = ingedeeld(dienst, "groeien")
    rij = ken_toe(dienst, vraag_aan(dienst, klant, VERGOEDING, **REKENING))
    betaal(dienst, rij, 1)
    goed = {"basis": "civielrechtelijk", "bedrag": 5_000, "reden": "De kosten zijn niet gemaakt."}
    for anders in ({"basis": "participatiewet"}, {"verrekenenMetUitkering": True}):
        geweigerd = probeer(dienst, rij, "terugvorderingen", goed | anders, IC)
        assert geweigerd.json()["code"] == "terugvordering_niet_mogelijk"
    assert probeer(dienst, rij, "terugvorderingen", goed | {"bedrag": 25_001}, IC).status_code == 400
    (vordering,) = zet(dienst, rij, "terugvorderingen", goed, IC)["vorderingen"]
    assert (vordering["basis"], vordering["stand"]) == ("civielrechtelijk", "open")
    weg = {"uitkomst": "ingetrokken", "reden": "De bonnen zijn gevonden."}
    pad = f"/subsidievorderingen/{vordering['id']}/afhandelingen"
    dienst.doe("POST", pad, ADMIN, weg, versie=vordering["versie"])
    geen_subsidie = probeer(dienst, rij, "vaststellingen", VAST | {"bedrag": 25_000})
    assert [toets["voorwaarde"] for toets in geen_subsidie.json()["toetsen"]] == ["awb_subsidie"]
    niemand = "0199b1a0-5c1e-7d3a-9f42-b7c81d0e6a55"
    for adres in (f"/subsidievorderingen/{niemand}/afhandelingen", f"/subsidietermijnen/{niemand}/beoordelingen"):
        inhoud = weg if "vordering" in adres else {"betalen": True, "reden": "Naar redelijkheid."}
        assert dienst.roep("POST", adres, WC, inhoud, versie=1).status_code == 404


def test_het_budget_volgt_elke_stap_terug(dienst: Dienst, database_url: str) -> None:
    """Held and lowered, paid, undone, failed to undo, claimed back and fixed: what stands is what is still due."""
    klant, verband, _ = in_dienst(dienst)
    rij = ken_toe(dienst, vraag_aan(dienst, klant, STARTBAAN, dienstverbandId=verband))

    def boeken() -> tuple[int, ...]:
        som = "SELECT sum(gereserveerd), sum(verplicht), sum(betaald) FROM budgetboeking"
        return tuple(map(int, rijen(database_url, f"{som} WHERE onderwerp_id = '{rij['id']}'")[0]))

    assert boeken() == (0, 300_000, 0)
    dienst.zet_klok("2026-06-01T09:00:00+02:00")
    factureer(dienst, rij, 1, "F-1", 150_000)
    maak_bekend(dienst, zet(dienst, rij, "beeindigingen", EINDE))
    beoordeel(dienst, rij, 2, betalen=False)
    beoordeel(dienst, rij, 1, bedrag=100_000)
    assert boeken() == (0, 100_000, 0), "what lapsed or is paid for less is free for another"
    assert geef_vrij(dienst, rij, 1).json()["bedrag"] == 100_000, "what was decided, not what was invoiced"
    (opdracht,) = haal_op(dienst)
    betaald = antwoord(dienst, opdracht, "bevestigingen").json()
    assert boeken() == (0, 100_000, 100_000)

    fout = {"reden": "Dit was niet goed."}
    tegen = antwoord(dienst, opdracht, "tegenboekingen", fout, IC, versie=betaald["versie"]).json()
    assert boeken() == (0, 100_000, 0)
    haal_op(dienst)
    assert antwoord(dienst, tegen, "afwijzingen", {"reden": "Rekening is leeg."}).status_code == 201
    weer = lees(dienst, rij)
    assert (boeken(), weer["termijnen"][0]["stand"]) == ((0, 100_000, 100_000), "betaald")
    assert [t["voorwaarde"] for t in geef_vrij(dienst, rij, 1).json()["toetsen"]] == ["te_betalen"]
    versie = next(o["versie"] for o in weer["betaalopdrachten"] if o["id"] == opdracht["id"])
    assert antwoord(dienst, opdracht, "tegenboekingen", fout, IC, versie=versie).status_code == 201
    antwoord(dienst, haal_op(dienst)[0], "bevestigingen")
    betaal(dienst, rij, 1)
    assert boeken() == (0, 100_000, 100_000)

    civiel = {"basis": "civielrechtelijk", "bedrag": 50_000, "reden": "De kosten zijn niet gemaakt."}
    zet(dienst, rij, "terugvorderingen", civiel, IC)
    lager = VAST | {"bedrag": 40_000, "grond": "activiteiten_niet_verricht", "terugvorderen": True}
    vast = zet(dienst, rij, "vaststellingen", lager)
    assert geef_vrij(dienst, rij, 1).json()["code"] == "vaststelling_onderweg"
    som = "U kreeg te veel: € 1.000,00 - € 500,00 (al teruggevraagd) - € 400,00 = € 100,00."
    assert any(som in zin for zin in vast["motivering"]), "nothing is claimed back twice"
    maak_bekend(dienst, vast)
    voldaan = {"uitkomst": "voldaan", "reden": "Op de rekening ontvangen."}
    for vordering in lees(dienst, rij)["vorderingen"]:
        pad = f"/subsidievorderingen/{vordering['id']}/afhandelingen"
        dienst.doe("POST", pad, ADMIN, voldaan, versie=vordering["versie"])
    assert boeken() == (0, 40_000, 40_000)

    with als(dienst, Rol.ADMINISTRATIE) as h:
        zaak, eigen = vind(h, UUID(rij["id"]))
        basis = {"gemeente": "GM0150", "regeling": "startbaansubsidie", "onderwerp_soort": "subsidie"}
        later = Budgetboeking(jaar=2027, bedrag=500, onderwerp_id=zaak.id, kenmerk="x", **basis)
        for stap in (Boekstap.VERPLICHTING, Boekstap.BETALING):
            boek_alle(h, stap, [later])
        for bedrag, kenmerk in ((400, "a"), (300, "b")):
            boek_terugontvangst(h, eigen, zaak, bedrag, kenmerk)
    assert boeken() == (0, 39_800, 39_800), "the second claim goes on where the first one stopped"
