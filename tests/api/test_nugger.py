"""Nuggers over HTTP: refused on income, accepted through the doelgroepregister, and what is put in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from tests.steun.dienst import Dienst
from tests.steun.doelgroep import leg_vast
from tests.steun.kijk import rijen
from tests.steun.klanten import ingedeeld, taken

DAG = "2026-08-04"
BESLUIT = {"doelmatig": True, "motivering": "Met begeleiding is werk haalbaar."}
VERZOEK = {"geenUitkering": True, "inkomen": 280_441, "vermogen": 0, "wens": "Wil weer aan het werk."}


@pytest.fixture
def augustus(dienst: Dienst) -> Dienst:
    """A day on which all amounts are known for certain."""
    dienst.zet_klok(f"{DAG}T09:00:00+02:00")
    return dienst


def open_verzoek(dienst: Dienst, klant: str, **anders: Any) -> Any:
    return dienst.doe("POST", f"/klanten/{klant}/nuggerverzoeken", "inkomensconsulent", VERZOEK | anders)


def beslis(dienst: Dienst, verzoek: dict[str, Any], **anders: Any) -> Any:
    pad = f"/nuggerverzoeken/{verzoek['id']}/besluiten"
    return dienst.roep("POST", pad, "inkomensconsulent", BESLUIT | anders, versie=verzoek["versie"])


def lees(dienst: Dienst, verzoek: dict[str, Any]) -> Any:
    return dienst.doe("GET", f"/nuggerverzoeken/{verzoek['id']}", "toetser")


def maak_af(dienst: Dienst, besluit: dict[str, Any], *, akkoord: bool = True) -> Any:
    reden = {} if akkoord else {"reden": "De motivering is te kort."}
    dienst.doe("POST", f"/besluiten/{besluit['id']}/toetsingen", "toetser", {"akkoord": akkoord} | reden)
    if not akkoord:
        return None
    return dienst.doe(
        "POST", f"/besluiten/{besluit['id']}/bekendmakingen", "administratie", {"verzondenOp": DAG, "wijze": "post"}
    )


@pytest.mark.regel("DEV-DOE-014", "DEV-DOE-902", "DEV-DOE-017")
def test_een_nugger_wordt_geweigerd_op_inkomen(augustus: Dienst) -> None:
    klant = ingedeeld(augustus, "matchen")
    verzoek = open_verzoek(augustus, klant)
    assert verzoek["beoordeling"]["inkomensgrens"] == 280_440
    assert augustus.doe("GET", f"/klanten/{klant}/doelgroepbeeld", "intaker")["categorie"] == "nugger"
    dubbel = augustus.roep("POST", f"/klanten/{klant}/nuggerverzoeken", "intaker", VERZOEK)
    assert dubbel.json()["code"] == "verzoek_loopt_al"

    besluit = beslis(augustus, verzoek).json()
    assert (besluit["soort"], besluit["dictum"], besluit["status"]) == ("nugger_ondersteuning", "weigeren", "genomen")
    assert any("€ 2.804,40" in zin for zin in besluit["motivering"])
    assert [taak.soort for taak in taken(augustus, klant)] == ["nugger_toetsing"]
    klaar = maak_af(augustus, besluit)
    assert (klaar["status"], klaar["bekendmaking"]["bezwaarTotEnMet"]) == ("bekendgemaakt", "2026-09-15")
    assert lees(augustus, verzoek)["besluiten"][0]["status"] == "bekendgemaakt"
    assert taken(augustus, klant) == []

    uitleg = augustus.doe("GET", f"/besluiten/{besluit['id']}/uitleg", "fg")
    assert [waarde["naam"] for waarde in uitleg["normen"]] == ["wml", "vermogen"]
    assert [waarde["naam"] for waarde in uitleg["waarden"]] == ["inkomensgrens_procent"]
    assert augustus.doe("POST", f"/besluiten/{besluit['id']}/narekenen", "fg")["zelfde"] is True
    inzet = augustus.roep(
        "POST",
        f"/nuggerverzoeken/{verzoek['id']}/inzetten",
        "werkconsulent",
        {"product": "routekaart_op_weg_naar_werk"},
    )
    assert inzet.json()["code"] == "niet_toegekend"


@pytest.mark.regel("DEV-DOE-016", "DEV-DOE-903", "DEV-DOE-906", "DEV-DOE-017")
def test_een_nugger_uit_het_doelgroepregister_krijgt_ondersteuning(augustus: Dienst) -> None:
    klant = ingedeeld(augustus, "groeien")
    leg_vast(augustus, klant, "doelgroepregister", staatErin=True, bron="Register UWV", datum=DAG)
    verzoek = open_verzoek(augustus, klant, inkomen=None, vermogen=None)
    besluit = beslis(augustus, verzoek).json()
    assert besluit["dictum"] == "toekennen"
    maak_af(augustus, besluit)
    assert augustus.doe("POST", f"/besluiten/{besluit['id']}/narekenen", "fg")["zelfde"] is True
    assert [taak.soort for taak in taken(augustus, klant)] == ["nugger_inzet"]

    pad = f"/nuggerverzoeken/{verzoek['id']}/inzetten"
    met = augustus.doe("POST", pad, "werkconsulent", {"product": "loonkostensubsidie"})
    augustus.doe("POST", pad, "werkconsulent", {"product": "routekaart_op_weg_naar_werk"})
    assert augustus.roep("POST", pad, "werkconsulent", {"product": "loonkostensubsidie"}).json()["code"] == "al_ingezet"
    te_vroeg = {"product": "jobcoaching", "van": "2026-08-03"}
    assert augustus.roep("POST", pad, "werkconsulent", te_vroeg).status_code == 400
    einde = f"/nuggerinzetten/{met['inzetten'][0]['id']}/beeindigingen"
    vroeg = {"tot": "2026-08-03", "reden": "Fout."}
    assert augustus.roep("POST", einde, "werkconsulent", vroeg).status_code == 400
    klaar = augustus.doe("POST", einde, "werkconsulent", {"tot": "2026-09-01", "reden": "Vast contract."})
    assert sorted(i["tot"] or "" for i in klaar["inzetten"]) == ["", "2026-09-01"]
    assert augustus.roep("POST", einde, "werkconsulent", {"tot": "2026-09-02", "reden": "Weer."}).status_code == 409
    assert taken(augustus, klant) == []

    leg_vast(augustus, klant, "doelgroepregister", staatErin=False, bron="Register UWV", datum=DAG)
    weg = augustus.roep("POST", pad, "werkconsulent", {"product": "jobcoaching"})
    assert weg.json()["toetsen"][0]["voorwaarde"] == "product_mogelijk"


@pytest.mark.regel("DEV-DOE-902")
def test_zonder_bedrag_of_zeker_bedrag_geen_weigering(dienst: Dienst) -> None:
    """On 31 March 2026 the minimum wage was only seen in a secondary source."""
    klant = ingedeeld(dienst, "matchen")
    verzoek = open_verzoek(dienst, klant, inkomen=None)
    assert verzoek["beoordeling"]["uitkomst"] == "voorleggen"
    leeg = beslis(dienst, verzoek)
    assert (leeg.status_code, leeg.json()["code"]) == (409, "niet_gereed")
    assert [toets["voorwaarde"] for toets in leeg.json()["toetsen"]] == ["inkomen_binnen_grens"]
    pad = f"/nuggerverzoeken/{verzoek['id']}"
    assert dienst.roep("PATCH", pad, "intaker", {"wens": None}, versie=verzoek["versie"]).status_code == 400
    vol = dienst.doe("PATCH", pad, "intaker", {"inkomen": 999_999}, versie=verzoek["versie"])
    assert beslis(dienst, vol).json()["code"] == "niet_gereed", "ook een hoog inkomen niet, op een onzeker bedrag"
    oordeel = {"inkomenBinnenGrens": False, "reden": "Ook bij elk denkbaar bedrag ligt dit ver boven de grens."}
    besluit = beslis(dienst, vol, oordeel=oordeel).json()
    assert besluit["dictum"] == "weigeren"
    maak_af(dienst, besluit, akkoord=False)
    weer = lees(dienst, verzoek)
    assert weer["status"] == "open"
    weg = dienst.doe("POST", f"{pad}/intrekkingen", "intaker", {"reden": "Vond werk."}, versie=weer["versie"])
    assert (weg["status"], taken(dienst, klant)) == ("ingetrokken", [])
    assert beslis(dienst, weg).json()["code"] == "verzoek_niet_open"
    lijst = dienst.doe("GET", f"/klanten/{klant}/nuggerverzoeken", "fg")["verzoeken"]
    assert [rij["status"] for rij in lijst] == ["ingetrokken"]


@pytest.mark.regel("DEV-DOE-017")
def test_op_een_nugger_kan_geen_maatregel(augustus: Dienst) -> None:
    klant = ingedeeld(augustus, "matchen")
    open_verzoek(augustus, klant)
    zaak = {
        "klantId": klant,
        "gedraging": "pva_niet_meewerken_kick_off",
        "gedragingDatum": DAG,
        "meldingDatum": "2026-07-01",
    }
    geweigerd = augustus.roep("POST", "/maatregelzaken", "werkconsulent", zaak)
    assert (geweigerd.status_code, geweigerd.json()["toetsen"][0]["voorwaarde"]) == (409, "uitkering_te_verlagen")
    toekomst = augustus.roep("POST", f"/klanten/{klant}/nuggerverzoeken", "intaker", VERZOEK | {"datum": "2026-08-05"})
    assert toekomst.status_code == 400


def test_wie_de_norm_van_een_paar_bepaalt_heeft_ook_de_partner_ingezien(augustus: Dienst, database_url: str) -> None:
    partner = ingedeeld(augustus, "matchen")
    klant = ingedeeld(augustus, "matchen", leefvorm="gehuwd", partner_id=UUID(partner))
    verzoek = open_verzoek(augustus, klant)
    lees(augustus, verzoek)
    vraag = "SELECT DISTINCT handeling, klant_id::text FROM verwerking WHERE uitkomst = 'gelezen' AND klant_id = %s"
    gelezen = rijen(database_url, vraag, partner)
    assert sorted(gelezen) == [("geefNuggerverzoek", partner), ("openNuggerverzoek", partner)]
