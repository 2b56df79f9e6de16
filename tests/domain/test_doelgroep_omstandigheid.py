"""Circumstances: dependent children, mantelzorg with its five elements, and limitations."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.doelgroep.omstandigheid import ELEMENTEN, FunctioneleBeperking, Mantelzorg, kinderen_op, laatste_op
from app.domain.doelgroep.soorten import lees_feit
from tests.steun.doelgroep import gevolg, mis

COMPLEET = dict.fromkeys(ELEMENTEN, True)


@pytest.mark.regel("DEV-VRZ-905")
def test_mantelzorg_vraagt_vijf_elementen_en_nooit_zorg_als_beroep() -> None:
    goed = gevolg("mantelzorg", verleent=True, **COMPLEET)
    assert (mis(goed.voorwaarden), mis(goed.signalen), goed.uitkomst) == ([], [], "mantelzorg")
    assert {"langdurig", "directe_omgeving", "sociale_relatie", "meer_dan_gebruikelijk", "niet_beroepsmatig"} == set(
        ELEMENTEN
    )
    for element in ELEMENTEN:
        niet = gevolg("mantelzorg", verleent=True, **{**COMPLEET, element: False})
        assert (mis(niet.voorwaarden), mis(niet.signalen), niet.uitkomst) == ([], ["mantelzorg"], "geen_mantelzorg")
        half = gevolg("mantelzorg", verleent=True, **{**COMPLEET, element: None})
        assert mis(half.voorwaarden) == ["mantelzorg_elementen"]
    gestopt = gevolg("mantelzorg", verleent=False)
    assert (gestopt.voorwaarden, gestopt.uitkomst) == ((), "geen_mantelzorg")


@pytest.mark.regel("DEV-VRZ-904")
@pytest.mark.parametrize(
    ("geboren", "fout"),
    [
        pytest.param(["2026-03-30", "2019-01-01"], [], id="dag-ervoor"),
        pytest.param(["2026-03-31"], [], id="die-dag"),
        pytest.param(["2019-01-01", "2026-04-01"], ["kinderen_geboren"], id="dag-erna"),
        pytest.param([], [], id="geen-kinderen"),
    ],
)
def test_kinderen_zijn_geboren_op_de_dag_waarop_het_gold(geboren: list[str], fout: list[str]) -> None:
    assert mis(gevolg("ten_laste_komende_kinderen", geboortedata=geboren).voorwaarden) == fout


def test_bij_een_beperking_staat_wat_zij_voor_werk_betekent() -> None:
    assert mis(gevolg("functionele_beperking", aanwezig=True).voorwaarden) == ["gevolgen_voor_werk"]
    assert mis(gevolg("functionele_beperking", aanwezig=True, gevolgen_voor_werk="Niet tillen.").voorwaarden) == []
    assert mis(gevolg("functionele_beperking", aanwezig=False).voorwaarden) == []


def test_het_laatste_feit_tot_een_dag_telt() -> None:
    def kinderen(dag: str, *geboren: str) -> Any:
        return lees_feit({"soort": "ten_laste_komende_kinderen", "datum": dag, "geboortedata": geboren})

    eerst, later, nog_eens = (
        kinderen("2026-01-01", "2022-01-01"),
        kinderen("2026-03-01"),
        kinderen("2026-03-01", "2021-01-01"),
    )
    assert kinderen_op([eerst, later], date(2025, 12, 31)) == ()
    assert kinderen_op([later, eerst], date(2026, 1, 1)) == (date(2022, 1, 1),)
    assert kinderen_op([eerst, later], date(2026, 3, 1)) == ()
    assert kinderen_op([eerst, later, nog_eens], date(2026, 3, 1)) == (date(2021, 1, 1),)
    assert laatste_op([eerst], Mantelzorg, date(2026, 3, 1)) is None
    assert laatste_op([eerst], FunctioneleBeperking, date(2026, 3, 1)) is None
