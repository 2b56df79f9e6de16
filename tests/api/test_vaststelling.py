"""Decisions on policy over HTTP: who may take them, what follows, and what is looked up about policy."""

from __future__ import annotations

from typing import Any

import pytest

from tests.steun.dienst import Dienst
from tests.steun.kijk import rijen

BEHEER, BELEID = "beheerder", "beleidsmedewerker"
BESLUIT = {
    "pakket": "GM0150/makelaar/2020-01-01",
    "orgaan": "college",
    "datum": "2026-03-30",
    "kenmerk": "2026-0417",
    "toelichting": "De hulp van de makelaar duurt twee maanden.",
}
PAD = "/beleidsvaststellingen"


def open_taken(url: str) -> list[str]:
    return sorted(rij[0] for rij in rijen(url, "SELECT soort FROM taak WHERE status = 'open' AND klant_id IS NULL"))


@pytest.mark.regel("DEV-ORG-901", "DEV-ORG-904", "DEV-ORG-905")
def test_van_besluit_tot_bekendmaking(dienst: Dienst, database_url: str) -> None:
    fout = dienst.roep("POST", PAD, BEHEER, BESLUIT | {"pakket": "GM0150/makelaar/2019-01-01"})
    assert fout.json()["fouten"][0]["veld"] == "pakket"
    assert dienst.roep("POST", PAD, BEHEER, BESLUIT | {"datum": "2026-04-01"}).status_code == 400
    geweigerd = dienst.roep("POST", PAD, BEHEER, BESLUIT | {"orgaan": "raad"})
    assert [toets["voorwaarde"] for toets in geweigerd.json()["toetsen"]] == ["bevoegd_orgaan"]
    rij = dienst.doe("POST", PAD, BEHEER, BESLUIT)
    assert (rij["niveaus"], rij["nogNodig"], rij["terKennisnameRaad"]) == (["productenboek"], [], True)
    assert open_taken(database_url) == ["beleid_bekendmaking_registreren", "beleid_gebruikers_informeren"]
    assert dienst.roep("POST", PAD, BEHEER, BESLUIT).json()["code"] == "al_vastgesteld"

    def vervolg(**inhoud: Any) -> Any:
        nu = dienst.doe("GET", f"{PAD}?gemeente=GM0150", BELEID)["vaststellingen"][0]
        return dienst.roep("POST", f"{PAD}/{rij['id']}/vervolgen", BELEID, inhoud, versie=nu["versie"])

    reactie = {"soort": "reactie", "datum": "2026-03-31", "kenmerk": "2026-0502"}
    assert vervolg(**reactie).json()["code"] == "geen_advies"
    assert vervolg(soort="informatie", datum="2026-04-01", wijze="Bijeenkomst").status_code == 400
    advies = vervolg(soort="advies", datum="2026-03-04", oordeel="positief_met_aanbevelingen").json()
    assert advies["vervolgen"][0]["inhoud"]["orgaan"] == "Adviesraad Sociaal Domein Deventer"
    assert (advies["reactieOpenstaand"], "beleid_reactie_adviesraad" in open_taken(database_url)) == (True, True)
    assert vervolg(**reactie).json()["reactieOpenstaand"] is False
    vervolg(soort="bekendmaking", datum="2026-03-31", vindplaats="Gemeenteblad 2026, 1")
    assert open_taken(database_url) == ["beleid_gebruikers_informeren"]
    klaar = vervolg(soort="informatie", datum="2026-03-31", wijze="Bijeenkomst van de uitvoering").json()
    assert open_taken(database_url) == []
    weg = {"reden": "Het verkeerde pakket."}
    ingetrokken = dienst.doe("POST", f"{PAD}/{rij['id']}/intrekkingen", BEHEER, weg, versie=klaar["versie"])
    assert ingetrokken["redenIntrekking"] == "Het verkeerde pakket."
    nog_eens = dienst.roep("POST", f"{PAD}/{rij['id']}/intrekkingen", BEHEER, weg, versie=ingetrokken["versie"])
    assert nog_eens.json()["code"] == "al_ingetrokken"
    beide = dienst.doe("POST", PAD, BEHEER, BESLUIT | {"pakket": "GM0150/voorziening/2021-01-01"})
    assert (beide["nogNodig"], beide["terKennisnameRaad"]) == (["raad"], True), "de verordening stelt de raad vast"
    assert dienst.roep("GET", f"{PAD}?gemeente=GM0988", BEHEER).status_code == 400


@pytest.mark.regel("DEV-ORG-901", "DEV-VRZ-901", "DEV-VRZ-920")
def test_wat_over_beleid_is_op_te_zoeken(dienst: Dienst) -> None:
    niveaus = dienst.doe("GET", "/beleid/niveaus?gemeente=GM0150", "intaker")["niveaus"]
    assert {regel["niveau"]: regel["orgaan"] for regel in niveaus}["verordening"] == "raad"
    plicht = dienst.doe("GET", "/beleid/verordeningsplicht?gemeente=GM0150", BEHEER)["onderwerpen"]
    assert [deel["code"] for deel in plicht if deel["ontbreekt"]] == ["premie_10a_lid_6"]
    assert len(plicht) == 4
    begrippen = dienst.doe("GET", "/begrippen?gemeente=GM0150", "intaker")
    assert begrippen["voorrangsvolgorde"] == ["eigen_definitie", "verordening_2021", "participatiewet_awb"]
    bron = {deel["begrip"]: deel["bron"] for deel in begrippen["begrippen"]}
    assert (bron["nugger"], bron["mantelzorg"]) == ("beleidsregels_2021", "verordening_2021")
    in_verordening = dienst.doe("GET", "/begrippen?gemeente=GM0150&regeling=verordening_2021", "intaker")
    assert in_verordening["voorrangsvolgorde"] == ["eigen_definitie", "participatiewet_awb"]
    assert dienst.roep("GET", "/begrippen?gemeente=GM9999", "intaker").status_code == 400
