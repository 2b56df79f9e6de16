"""Beleid over HTTP: what holds on a date, with article and origin, and what changed."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.kern.rollen import Rol
from tests.steun.dienst import Dienst


def beleid(dienst: Dienst, vraag: str) -> Any:
    return dienst.doe("GET", f"/beleid?gemeente=GM0150{vraag}", Rol.INTAKER)


def test_elke_waarde_noemt_artikel_en_herkomst(dienst: Dienst) -> None:
    gevonden = beleid(dienst, "&peildatum=2026-03-31")
    assert gevonden["peildatum"] == "2026-03-31"
    onderwerpen = {onderwerp["soort"]: onderwerp for onderwerp in gevonden["onderwerpen"]}
    assert {"maatregel", "norm", "intake", "plan"} <= onderwerpen.keys()
    for onderwerp in onderwerpen.values():
        assert len(onderwerp["sha256"]) == 64
        assert onderwerp["van"] <= "2026-03-31"
        assert onderwerp["waarden"]
        for waarde in onderwerp["waarden"]:
            assert waarde["grondslag"]["tekst"].endswith(waarde["grondslag"]["regeling"])
            assert waarde["herkomst"] in ("vastgesteld", "voorbeeld", "onbevestigd")
    assert onderwerpen["maatregel"]["pakket"].startswith("NL/maatregel/")
    assert "voorbeeld" in {waarde["herkomst"] for waarde in onderwerpen["maatregel"]["waarden"]}


@pytest.mark.regel("DEV-ORG-007")
@pytest.mark.parametrize(
    ("peildatum", "van", "bedrag"),
    [
        pytest.param("2026-06-30", "2026-01-01", 140150, id="laatste-dag-van-het-halfjaar"),
        pytest.param("2026-07-01", "2026-07-01", 141946, id="eerste-dag-van-het-volgende"),
    ],
)
def test_de_norm_op_een_dag_en_wat_er_veranderde(dienst: Dienst, peildatum: str, van: str, bedrag: int) -> None:
    [norm] = beleid(dienst, f"&peildatum={peildatum}&soort=norm")["onderwerpen"]
    waarden = {waarde["veld"]: waarde["waarde"] for waarde in norm["waarden"]}
    assert (norm["van"], waarden["alleenstaande_21_tot_aow"]) == (van, bedrag)
    if van == "2026-07-01":
        assert norm["vorigPakket"] == "NL/norm/2026-01-01"
        wijziging = next(w for w in norm["wijzigingen"] if w["veld"] == "alleenstaande_21_tot_aow")
        assert (wijziging["oud"], wijziging["nieuw"], wijziging["van"]) == (140150, 141946, "2026-07-01")


def test_zonder_peildatum_geldt_vandaag(dienst: Dienst) -> None:
    assert beleid(dienst, "&soort=plan")["peildatum"] == "2026-03-31"


def test_wat_nog_niet_bekend_was_ontbreekt_met_reden(dienst: Dienst) -> None:
    gevonden = beleid(dienst, "&peildatum=2026-03-31&soort=norm&bekendOp=2010-01-01")
    assert gevonden["onderwerpen"] == []
    [ontbrekend] = gevonden["ontbrekend"]
    assert ontbrekend["soort"] == "norm"
    assert "zoals bekend op 01-01-2010" in ontbrekend["melding"]


@pytest.mark.parametrize(
    ("vraag", "status", "veld"),
    [
        pytest.param("?gemeente=GM9999", 404, None, id="gemeente-zonder-beleid"),
        pytest.param("?gemeente=Deventer", 400, "gemeente", id="geen-code"),
        pytest.param("?gemeente=GM0150&soort=spook", 400, "soort", id="onbekend-onderwerp"),
        pytest.param("?gemeente=GM0150&peildatum=gisteren", 400, "peildatum", id="geen-datum"),
        pytest.param("", 400, "gemeente", id="zonder-gemeente"),
    ],
)
def test_een_verkeerde_vraag(dienst: Dienst, vraag: str, status: int, veld: str | None) -> None:
    antwoord = dienst.roep("GET", f"/beleid{vraag}", Rol.BELEIDSMEDEWERKER)
    assert antwoord.status_code == status
    if veld:
        assert [fout["veld"] for fout in antwoord.json()["fouten"]] == [veld]
