"""Warm handover after a change, and how long a klant stays in a klantgroep, over HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.kern.rollen import Rol
from tests.api.test_indeling import open_taken
from tests.api.test_indeling_wissel import NAAR_GROEIEN, zet_teams
from tests.steun.afspraak import NA_EERSTE, lijst, nodig_uit, plan_bijeenkomst
from tests.steun.dienst import Dienst, medewerker_id
from tests.steun.indeling import deel_in, klaar, mis
from tests.steun.klanten import rij, taken

MOTIVERING = {"motivering": "Heeft bijna werk."}


def naar_kick_off(dienst: Dienst, klant_id: str, uitkomst: str = "verschenen") -> Any:
    bijeenkomst = plan_bijeenkomst(dienst, "matchen")
    nodig_uit(dienst, bijeenkomst, klant_id)
    dienst.zet_klok(NA_EERSTE)
    lijst(dienst, bijeenkomst, **{klant_id: uitkomst})
    return bijeenkomst


def verleng(dienst: Dienst, klant_id: str) -> Any:
    versie = rij(dienst, klant_id).versie
    return dienst.roep(
        "POST", f"/klanten/{klant_id}/klantgroepverlengingen", "werkconsulent", MOTIVERING, versie=versie
    )


@pytest.mark.regel("DEV-KGR-003", "DEV-KGR-009")
def test_matchen_telt_vanaf_de_kick_off_en_kan_een_keer_langer(dienst: Dienst) -> None:
    klant_id = klaar(dienst)
    deel_in(dienst, klant_id)
    assert mis(verleng(dienst, klant_id)) == ["verlengen_op_tijd"]
    naar_kick_off(dienst, klant_id)
    for moment, zichtbaar in (("2026-09-15", False), ("2026-09-16", True)):
        dienst.zet_klok(f"{moment}T09:00:00+02:00")
        assert ("klantgroep_herzien" in open_taken(dienst, klant_id)) is zichtbaar
    (taak,) = [taak for taak in taken(dienst, klant_id) if taak.soort == "klantgroep_herzien"]
    assert (taak.rol, str(taak.uiterste_dag)) == (Rol.WERKCONSULENT, "2026-10-14")
    antwoord = verleng(dienst, klant_id)
    assert (antwoord.status_code, antwoord.json()["nieuwEinde"]) == (201, "2027-01-14")
    assert "klantgroep_herzien" not in open_taken(dienst, klant_id)
    assert mis(verleng(dienst, klant_id)) == ["een_verlenging"]
    dienst.zet_klok("2026-12-20T09:00:00+01:00")
    assert "klantgroep_herzien" in open_taken(dienst, klant_id)
    gelezen = dienst.doe("GET", f"/klanten/{klant_id}/klantgroepverlengingen", "teamleider")["verlengingen"]
    assert [regel["start"] for regel in gelezen] == ["2026-04-14"]
    deel_in(dienst, klant_id, feiten={"verwachteTermijnMaanden": 12}, **NAAR_GROEIEN)
    assert "klantgroep_herzien" not in open_taken(dienst, klant_id)


def test_een_herstelde_kick_off_telt_niet(dienst: Dienst) -> None:
    klant_id = klaar(dienst)
    deel_in(dienst, klant_id)
    bijeenkomst = naar_kick_off(dienst, klant_id)
    lijst(dienst, bijeenkomst, **{klant_id: "afgemeld"})
    dienst.zet_klok("2026-09-18T09:00:00+02:00")
    assert "klantgroep_herzien" not in open_taken(dienst, klant_id)
    assert mis(verleng(dienst, klant_id)) == ["verlengen_op_tijd"]


@pytest.mark.regel("DEV-KGR-018")
def test_na_het_driegesprek_krijgt_de_nieuwe_consulent_de_klant(dienst: Dienst) -> None:
    zet_teams(dienst, een="matchen", twee="groeien")
    een, twee = medewerker_id("werkconsulent"), medewerker_id("werkconsulent", nummer=2)
    klant_id = klaar(dienst)
    deel_in(dienst, klant_id)
    pad, gehouden = f"/klanten/{klant_id}/driegesprekken", {"gehoudenOp": "2026-10-01", "verslag": "Houdt van dieren."}

    def draag_over(opdracht: dict[str, Any]) -> Any:
        return dienst.roep("POST", pad, "werkconsulent", opdracht, versie=rij(dienst, klant_id).versie)

    assert draag_over(gehouden | {"gehoudenOp": "2026-03-31"}).json()["code"] == "geen_wissel"
    dienst.zet_klok("2026-10-01T09:00:00+02:00")
    deel_in(dienst, klant_id, feiten={"verwachteTermijnMaanden": 12}, **NAAR_GROEIEN)
    assert rij(dienst, klant_id).consulent_id == een
    assert draag_over({}).status_code == 400
    assert draag_over(gehouden | {"gehoudenOp": "2026-10-02"}).status_code == 400
    antwoord = draag_over(gehouden)
    assert antwoord.status_code == 201, antwoord.text
    assert (antwoord.json()["vanConsulentId"], antwoord.json()["naarConsulentId"]) == (str(een), str(twee))
    assert rij(dienst, klant_id).consulent_id == twee
    assert "driegesprek_plannen" not in open_taken(dienst, klant_id)
    assert draag_over(gehouden).json()["code"] == "al_overgedragen"
    gelezen = dienst.doe("GET", pad, "werkconsulent", nummer=2)["driegesprekken"]
    assert [regel["verslag"] for regel in gelezen] == ["Houdt van dieren."]
    assert "dieren" not in str(dienst.doe("GET", f"/klanten/{klant_id}/tijdlijn", "intaker"))
