"""Which klanten count for the assumptions of the budget, in which year, and who sees it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from app.domain.kern.rollen import Rol
from app.domain.sturing.aannames import AannamesBeleid, Jaartelling
from app.services.sturing.aannames import tel_jaar
from tests.steun.dienst import Dienst
from tests.steun.handelen import als
from tests.steun.kijk import rijen, verbind
from tests.steun.klanten import ingedeeld
from tests.steun.vulling import vul_tabellen


def zet(url: str, tabel: str, **velden: Any) -> None:
    """Change the one row that this klant has in a table."""
    plekken = ", ".join(f"{naam} = %s" for naam in velden)
    with verbind(url) as verbinding:
        verbinding.execute("SET session_replication_role = replica")
        verbinding.execute(f"UPDATE {tabel} SET {plekken}".encode(), list(velden.values()))


def geteld(dienst: Dienst, jaar: int = 2025) -> dict[str, int]:
    """Count a year, leaving out what is nothing."""
    with als(dienst, Rol.INTAKER) as h:
        beleid = h.beleid.geldend(AannamesBeleid, "GM0150", date(2026, 3, 31)).beleid
        telling: Jaartelling = tel_jaar(h, jaar, beleid)
    return {naam: aantal for naam, aantal in telling.model_dump().items() if aantal}


@pytest.mark.regel("DEV-FIN-001", "DEV-FIN-002", "DEV-FIN-003", "DEV-FIN-004")
def test_wie_in_welk_jaar_telt(dienst: Dienst, database_url: str) -> None:
    klant_id = ingedeeld(dienst, "matchen")
    ids = vul_tabellen(database_url, UUID(klant_id))
    persoon = {"klant_id": klant_id, "instrument": "dariuz", "ondersteuning_nodig": True}
    zet(database_url, "screeningsresultaat", einde="2025-12-31T23:30:00+01:00", personen=json.dumps([persoon]))
    begin, einde = "2025-01-01T00:00:00+01:00", "2025-01-01T01:30:00+01:00"
    zet(database_url, "agendapunt", status="verschenen", aanwezig=["netwerk", "tolk"], begin=begin, einde=einde)
    zet(database_url, "plan", soort="kort_plan")
    zet(database_url, "planversie", plan_id=ids["plan"], datum="2025-12-31")
    vast = {"vorige": None, "corrigeert": None, "klantgroep": "matchen"}
    zet(database_url, "indeling", van="2025-01-01", **vast)
    zet(database_url, "bekonnectedtraject", begin="2025-01-01")
    gesprek = {"soort": "ambitiegesprek", "bijeenkomst_id": None, "uitkomst": "verschenen"}
    zet(database_url, "afspraak", begint=begin, varianten=["volledige_lockdown"], **gesprek)
    alles = {
        "dariuz": 1, "dariuz_met_hulp": 1, "netwerk_klanten": 1, "netwerk_minuten": 90, "begeleiding": 1,
        "matchen": 1, "matchen_met_bekonnected": 1, "corona_klanten": 1,
    }  # fmt: skip
    assert geteld(dienst) == alles
    assert geteld(dienst, 2024) == geteld(dienst, 2026) == {}

    zet(database_url, "screeningsresultaat", personen=json.dumps([persoon | {"ondersteuning_nodig": False}]))
    zet(database_url, "agendapunt", aanwezig=["tolk"])
    zet(database_url, "planversie", datum="2026-01-01")
    zet(database_url, "bekonnectedtraject", begin="2024-12-31")
    zet(database_url, "afspraak", varianten=["digitaal"])
    assert geteld(dienst) == {"dariuz": 1, "matchen": 1}
    zet(database_url, "screeningsresultaat", personen=json.dumps([persoon | {"instrument": "format"}]))
    zet(database_url, "indeling", klantgroep="groeien")
    zet(database_url, "agendapunt", soort="bad_gesprek")
    assert geteld(dienst) == {"groeien": 1, "netwerk_klanten": 1, "netwerk_minuten": 90}
    zet(database_url, "indeling", vorige="groeien")
    zet(database_url, "agendapunt", status="niet_verschenen")
    assert geteld(dienst) == {}, "wie er al was of niet kwam, telt niet"

    zet(database_url, "indeling", vorige="matchen")
    beeld = dienst.doe("GET", "/sturing/aannames?jaar=2025", "beleidsmedewerker")
    groeien = next(regel for regel in beeld["aannames"] if regel["code"] == "instroom_groeien")
    assert (groeien["klanten"], groeien["begroot"], groeien["gerealiseerd"]) == (None, 348.0, None)
    assert dienst.roep("GET", "/sturing/aannames?jaar=2026", "teamleider").json()["fouten"][0]["veld"] == "jaar"
    zonder = dienst.roep("GET", "/sturing/aannames?jaar=2019", "teamleider").json()["fouten"][0]["melding"]
    assert zonder.startswith("Uw gemeente heeft voor dit jaar geen aannames")
    assert dienst.roep("GET", "/sturing/aannames?jaar=2025", "werkconsulent").status_code == 403
    vraag = "SELECT count(*) FROM verwerking WHERE handeling = 'geefAannames' AND uitkomst = 'gelezen'"
    assert rijen(database_url, vraag) == [(1,)]
