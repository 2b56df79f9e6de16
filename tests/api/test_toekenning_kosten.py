"""The costs of a voorziening on the budget: promised with the besluit, in each year for its days."""

from __future__ import annotations

import pytest

from app.services.bezwaar.herroepen import REST
from tests.api.test_toekenning import doe
from tests.api.test_toekenning_besluit import MOTIVERING, antwoorden, klant_met_doelgroep
from tests.api.test_toekenning_besluit import nu as nu_van
from tests.steun.bezwaar import herroep
from tests.steun.dienst import Dienst
from tests.steun.klanten import taken
from tests.steun.subsidiezaak import maak_bekend


@pytest.mark.regel("DEV-FIN-901")
def test_kosten_zijn_verplicht_met_het_besluit_en_vrij_als_het_niet_doorgaat(dienst: Dienst) -> None:
    klant = klant_met_doelgroep(dienst)
    wat = {"code": "werkervaringsplaats", "van": "2026-12-01", "tot": "2027-02-01", "uren": 24, "kosten": 100_001}
    gegevens = {"plan": True, "doel": ["specifieke_werkervaring"], "vacature": "geen_vacature"}
    zaak = dienst.doe("POST", "/toekenningen", "werkconsulent", {"klantId": klant, "gegevens": gegevens} | wat)
    besluit = {"dictum": "toekennen", "motivering": MOTIVERING}
    plafond = {"gemeente": "GM0150", "regeling": wat["code"], "jaar": 2027, "plafond": 49_999}
    budget = dienst.doe("POST", "/budgetten", "beheerder", plafond | {"reden": "Vastgesteld door de raad."})

    def verplicht() -> list[int]:
        jaren = [dienst.doe("GET", f"/budgetten?jaar={jaar}", "teamleider")["budgetten"] for jaar in (2026, 2027)]
        assert {regel["regeling"] for regels in jaren for regel in regels} == {wat["code"]}
        return [regel["verplicht"] for regels in jaren for regel in regels]

    [op] = antwoorden(dienst, zaak, besluit)
    assert op["voorwaarde"] == "budget_toereikend"
    assert "nog € 499,99 vrij; er is € 500,00 nodig" in op["toelichting"]
    assert verplicht() == [0], "ook niet voor de helft van de jaren"
    nu = dienst.doe("GET", f"/budgetten/{budget['id']}", "beheerder")
    meer = {"plafond": 50_000, "reden": "De raad gaf er geld bij."}
    dienst.doe("POST", f"/budgetten/{budget['id']}/plafonds", "beheerder", meer, versie=nu["versie"])
    doe(dienst, zaak, "besluiten", besluit)
    assert verplicht() == [50_001, 50_000]
    doe(dienst, zaak, "heropeningen", {"reden": "De werkgever biedt minder uren."})
    assert verplicht() == [0, 0]
    genomen = doe(dienst, zaak, "besluiten", besluit)
    maak_bekend(dienst, genomen)
    assert (nu_van(dienst, zaak)["stand"], verplicht()) == ("toegekend", [50_001, 50_000])
    herroep(dienst, genomen["id"], "2026-03-31")
    weg = nu_van(dienst, zaak)
    assert (weg["stand"], weg["redenIntrekking"]) == ("ingetrokken", "Het besluit is in bezwaar herroepen.")
    assert verplicht() == [0, 0]
    (taak,) = taken(dienst, klant)
    assert (taak.soort, taak.waarom) == ("bezwaar_uitvoering", REST)
