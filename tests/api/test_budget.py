"""Budgets over HTTP: a ceiling, what is booked on it, a waiting list that is helped, and a correction."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from app.db.sessie import transactie
from app.domain.budget.stand import Boekstap
from app.domain.kern.fouten import Conflict, Geweigerd
from app.domain.kern.rollen import Rol
from app.services.budget.boeken import (
    Boekuitslag,
    Budgetboeking,
    betaal,
    boek_alle,
    geef_vrij,
    ontvang_terug,
    reserveer,
    verplicht,
)
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.kijk import rijen
from tests.steun.klanten import handelend
from tests.steun.werk import handeling

BELEID = "beleidsmedewerker"
PLAFOND = {"gemeente": "GM0150", "regeling": "startbaansubsidie", "jaar": 2026, "plafond": 600_000}
A, B, C, D = (uuid4() for _ in range(4))


def boek(dienst: Dienst, stap: Any, wie: Any, bedrag: int, **anders: Any) -> Boekuitslag:
    """Book as the werkconsulent, in a transaction of its own."""
    actor = handelend(Rol.WERKCONSULENT)
    vast = {"gemeente": "GM0150", "regeling": "startbaansubsidie", "jaar": 2026, "onderwerp_soort": "subsidie"}
    boeking = Budgetboeking(**vast | {"onderwerp_id": wie, "bedrag": bedrag} | anders)
    with transactie(dienst.state.sessies, actor) as sessie:
        uitslag: Boekuitslag = stap(handeling(dienst, sessie, actor), boeking)
        return uitslag


def open_taken(url: str) -> list[Any]:
    vraag = "SELECT onderwerp_id, eigenaar_id, rol FROM taak WHERE soort = 'budget_vrijgekomen' AND status = 'open'"
    return rijen(url, vraag)


def test_een_budget_raakt_op_en_er_komt_geld_vrij(dienst: Dienst, database_url: str) -> None:
    opdracht = PLAFOND | {"reden": "Vastgesteld bij de begroting."}
    assert dienst.roep("POST", "/budgetten", "werkconsulent", opdracht).status_code == 403
    fout = dienst.roep("POST", "/budgetten", BELEID, opdracht | {"gemeente": "GM9999", "jaar": 2026})
    assert fout.json()["fouten"][0]["veld"] == "gemeente"
    mis = {"gemeente": "x", "regeling": "Y!", "jaar": 1, "plafond": -1, "reden": ""}
    velden = {regel["veld"] for regel in dienst.roep("POST", "/budgetten", BELEID, mis).json()["fouten"]}
    assert velden == set(mis)
    tikfout = dienst.roep("POST", "/budgetten", BELEID, opdracht | {"regeling": "startbaansubsidies"}).json()["fouten"]
    assert [regel["veld"] for regel in tikfout] == ["regeling"], "a ceiling that guards nothing can not be undone"
    assert "startbaansubsidie, " in tikfout[0]["melding"]
    budget = dienst.doe("POST", "/budgetten", BELEID, opdracht)
    assert (budget["over"], budget["programma"], budget["naam"]) == (600_000, 7, "Startbaansubsidie")
    assert dienst.roep("POST", "/budgetten", BELEID, opdracht).json()["code"] == "plafond_bestaat"
    eigen = f"/budgetten/{budget['id']}"

    assert boek(dienst, reserveer, A, 500_000) == Boekuitslag(True, None, 100_000)
    assert boek(dienst, reserveer, A, 500_000) == Boekuitslag(True, None, 100_000), "twee keer is een keer"
    assert boek(dienst, reserveer, B, 300_000) == Boekuitslag(False, 1, 100_000)
    assert boek(dienst, reserveer, B, 200_000) == Boekuitslag(False, 1, 100_000), "zelfde plaats, ander bedrag"
    assert boek(dienst, reserveer, C, 50_000) == Boekuitslag(False, 2, 100_000), "wie klein is, gaat niet voor"
    with pytest.raises(Geweigerd, match="nog € 0,00 vrij"):
        boek(dienst, verplicht, D, 50_000)
    assert open_taken(database_url) == []

    assert boek(dienst, verplicht, A, 400_000) == Boekuitslag(True, None, 200_000)
    assert open_taken(database_url) == [(B, medewerker_id("werkconsulent"), "werkconsulent")]
    rij = dienst.doe("GET", eigen, "teamleider")["wachtlijst"]
    assert [(w["onderwerpId"], w["plaats"], w["stand"]) for w in rij] == [
        (str(B), 1, "aan_de_beurt"),
        (str(C), 2, "wacht"),
    ]
    assert boek(dienst, reserveer, B, 200_000) == Boekuitslag(True, None, 0)
    assert open_taken(database_url) == []
    boek(dienst, geef_vrij, C, 0)
    assert dienst.doe("GET", eigen, "teamleider")["wachtlijst"] == []
    assert boek(dienst, reserveer, C, 100_000).plaats == 1
    nu = dienst.doe("GET", eigen, BELEID)
    meer = {"plafond": 700_000, "reden": "De raad gaf er geld bij."}
    assert dienst.roep("POST", f"{eigen}/plafonds", BELEID, meer, versie=1).status_code == 412
    na = dienst.doe("POST", f"{eigen}/plafonds", BELEID, meer, versie=nu["versie"])
    assert [p["plafond"] for p in na["plafonds"]] == [700_000, 600_000]
    assert open_taken(database_url)[0][0] == C
    minder = {"plafond": 650_000, "reden": "Dat was een vergissing."}
    na = dienst.doe("POST", f"{eigen}/plafonds", BELEID, minder, versie=na["versie"])
    assert (open_taken(database_url), na["wachtlijst"][0]["stand"]) == ([], "wacht")


def test_betalen_terugkrijgen_vrijgeven_en_corrigeren(dienst: Dienst) -> None:
    boek(dienst, verplicht, A, 600_000)
    with pytest.raises(Conflict, match="al een verplichting"):
        boek(dienst, reserveer, A, 1)
    boek(dienst, betaal, A, 200_000, kenmerk="termijn-1")
    boek(dienst, betaal, A, 200_000, kenmerk="termijn-1")
    boek(dienst, betaal, A, 200_000, kenmerk="termijn-2")
    with pytest.raises(Conflict, match="ander bedrag"):
        boek(dienst, betaal, A, 100_000, kenmerk="termijn-2")
    with pytest.raises(Conflict, match=r"nog € 2\.000,00"):
        boek(dienst, betaal, A, 200_001, kenmerk="termijn-3")
    boek(dienst, ontvang_terug, A, 50_000, kenmerk="terug-1")
    assert boek(dienst, geef_vrij, A, 0) == Boekuitslag(True, None, None), "zonder plafond is er niets over"
    boek(dienst, geef_vrij, A, 0)
    [regel] = dienst.doe("GET", "/budgetten?jaar=2026", "werkconsulent")["budgetten"]
    assert (regel["gereserveerd"], regel["verplicht"], regel["betaald"]) == (0, 350_000, 350_000)
    # Net 350,000 in the 90 days up to and including 31 March; 275 days remain.
    assert regel["prognose"]["verwachteInstroom"] == 1_069_444
    assert "275 dagen" in regel["prognose"]["methode"]

    pad = f"/budgetten/{regel['id']}"
    boekingen = dienst.doe("GET", f"{pad}/boekingen?aantal=4", "administratie")
    assert [b["stap"] for b in boekingen["boekingen"]] == ["verplichting", "betaling", "betaling", "terugontvangst"]
    rest = dienst.doe("GET", f"{pad}/boekingen?na={boekingen['volgende']}", "administratie")
    assert [(b["stap"], b["verplicht"]) for b in rest["boekingen"]] == [("vrijgave", -200_000)]
    assert rest["volgende"] is None

    goed = {"onderwerpId": str(A), "onderwerpSoort": "subsidie", "verplicht": 350_000, "betaald": 300_000}
    goed["reden"] = "Een betaling stond dubbel."
    na = dienst.doe("POST", f"{pad}/correcties", "beheerder", goed, versie=regel["versie"])
    assert (na["verplicht"], na["betaald"]) == (350_000, 300_000)
    zelfde = dienst.roep("POST", f"{pad}/correcties", "beheerder", goed, versie=na["versie"])
    assert zelfde.json()["code"] == "geen_verschil"
    kan_niet = dienst.roep("POST", f"{pad}/correcties", "beheerder", goed | {"verplicht": 1}, versie=na["versie"])
    assert kan_niet.json()["code"] == "correctie_onmogelijk"


@pytest.mark.regel("DEV-FIN-901")
def test_kosten_staan_op_programma_7_per_voorziening_en_jaar(dienst: Dienst) -> None:
    """Without a ceiling nothing is refused; what the law gives a right to goes on above one."""
    actor = handelend(Rol.WERKCONSULENT)
    vast: dict[str, Any] = {"gemeente": "GM0150", "onderwerp_soort": "toekenning", "onderwerp_id": A}
    with transactie(dienst.state.sessies, actor) as sessie:
        h = handeling(dienst, sessie, actor)
        jaren = {2027: 300_000_000, 2026: 500_000_000}
        boekingen = [Budgetboeking(**vast, regeling="scholing", jaar=j, bedrag=b) for j, b in jaren.items()]
        assert all(uitslag.geboekt for uitslag in boek_alle(h, Boekstap.VERPLICHTING, boekingen))
    beeld = dienst.doe("GET", "/budgetten?jaar=2026", "fg")
    assert [(r["programma"], r["naam"], r["verplicht"], r["over"]) for r in beeld["budgetten"]] == [
        (7, "Scholing", 500_000_000, None)
    ]
    assert beeld["verplicht"] == 500_000_000
    later = dienst.doe("GET", "/budgetten?jaar=2027", "fg")["budgetten"][0]
    assert (later["verplicht"], later["prognose"]["verwachteInstroom"]) == (300_000_000, 0)

    recht = PLAFOND | {"regeling": "loonkostensubsidie", "plafond": 100, "reden": "Raming bij de begroting."}
    dienst.doe("POST", "/budgetten", BELEID, recht)
    assert boek(dienst, verplicht, B, 500, regeling="loonkostensubsidie") == Boekuitslag(True, None, -400)
