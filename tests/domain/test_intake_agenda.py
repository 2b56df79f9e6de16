"""Intake: the household, the agenda, and what follows on a term or a hulpvraag."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from app.domain.intake.agenda import gesprekstaak, toets_binnen_norm, werkprocestaak
from app.domain.intake.beleid import IntakeBeleid
from app.domain.intake.bewaking import VERVOLGTAKEN, vervolg_op
from app.domain.intake.dariuz import dariuz_vermogen
from app.domain.intake.feiten import DariuzFeiten, Invulvermogen, Kanaal, MeldingFeiten, RedenNietInStaat
from app.domain.intake.huishouden import maatgevend
from app.domain.intake.hulpvraag import taken_bij_hulpvraag, taken_naar_diagnose
from app.domain.intake.melding import screeningstermijn, termijnen_na_melding
from app.domain.intake.soorten import Hulpvraag
from app.domain.intake.stukken import aanvultermijn, aanvultermijntaak, buiten_behandelingtaak, inlevertermijn, smsdagen
from app.domain.intake.vervolg import openingstaak
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Uitkomst
from tests.steun.beleid import vast_register

DAG = date(2026, 3, 31)
BELEID = vast_register().geldend(IntakeBeleid, "GM0150", DAG).beleid
JONG, OUD = date(2004, 2, 1), date(1985, 1, 1)


def wie(geboren: date, *kenmerken: Kenmerk) -> MeldingFeiten:
    return MeldingFeiten(
        kanaal=Kanaal.DIGITAAL, meldingsdatum=DAG, geboortedatum=geboren, kenmerken=frozenset(kenmerken)
    )


@pytest.mark.parametrize(
    ("personen", "verwacht"),
    [
        pytest.param((wie(JONG),), 0, id="een-jongere"),
        pytest.param((wie(JONG), wie(JONG)), 0, id="beiden-jong"),
        pytest.param((wie(JONG), wie(OUD)), 1, id="partner-oud-genoeg"),
        pytest.param((wie(JONG), wie(JONG, Kenmerk.VSO_PRO)), 1, id="partner-uitgezonderd"),
        pytest.param((wie(OUD), wie(JONG)), 0, id="zelf-oud-genoeg"),
    ],
)
def test_wie_de_termijnen_van_partners_bepaalt(personen: tuple[MeldingFeiten, ...], verwacht: int) -> None:
    assert maatgevend(personen, BELEID) == personen[verwacht]


@pytest.mark.regel("DEV-MEL-004")
@pytest.mark.parametrize(
    ("begin", "uitkomst"),
    [
        pytest.param("2026-04-02T23:30:00+02:00", Uitkomst.VOLDAAN, id="laat-op-de-laatste-dag"),
        pytest.param("2026-04-03T00:00:00+02:00", Uitkomst.NIET_VOLDAAN, id="de-dag-erna"),
    ],
)
def test_binnen_de_norm_op_de_nederlandse_dag(begin: str, uitkomst: Uitkomst) -> None:
    moment = datetime.fromisoformat(begin)
    norm = screeningstermijn(DAG, BELEID)
    assert toets_binnen_norm(moment, norm).uitkomst is uitkomst
    assert gesprekstaak(moment, norm.grondslag).uiterste == moment.date()


@pytest.mark.regel("DEV-AAN-001", "DEV-JON-017")
def test_wat_er_na_een_termijn_komt() -> None:
    termijnen = termijnen_na_melding(wie(JONG), BELEID)
    assert termijnen.zoekperiode is not None
    na = [vervolg_op(t) for t in (termijnen.zoekperiode, termijnen.streefdatum, termijnen.beslistermijn)]
    assert [(taak.soort, taak.rol, taak.uiterste) for taak in na if taak is not None] == [
        ("zoekperiode_beoordelen", Rol.WERKCONSULENT, date(2026, 4, 29)),
        ("streefdatum_voorbij", Rol.INKOMENSCONSULENT, date(2026, 5, 27)),
        ("beslistermijn_verstreken", Rol.INKOMENSCONSULENT, date(2026, 6, 24)),
    ]
    assert tuple(taak.soort for taak in na if taak is not None) == VERVOLGTAKEN
    assert vervolg_op(termijnen.screening) is None


@pytest.mark.regel("DEV-SCR-004", "DEV-SCR-007")
def test_de_taken_bij_een_hulpvraag() -> None:
    taken = taken_bij_hulpvraag([*Hulpvraag, Hulpvraag.HULP], DAG)
    assert [taak.soort for taak in taken] == ["bad_overdracht", "hulp_verwijzen"]


@pytest.mark.regel("DEV-SCR-017", "DEV-DIA-003", "DEV-DIA-004")
@pytest.mark.parametrize(
    ("feiten", "soorten"),
    [
        pytest.param(DariuzFeiten(), ["vermogen_vragenlijst_vaststellen"], id="nog-niet-bekend"),
        pytest.param(DariuzFeiten(vermogen=Invulvermogen.MET_HULP), ["dariuz_uitnodigen"], id="dariuz"),
        pytest.param(DariuzFeiten(vermogen=Invulvermogen.NIET_IN_STAAT, reden=RedenNietInStaat.TAAL), [], id="format"),
    ],
)
def test_de_taken_aan_het_eind_van_de_screening(feiten: DariuzFeiten, soorten: list[str]) -> None:
    taken = list(taken_naar_diagnose(dariuz_vermogen(feiten), DAG, date(2026, 4, 5)))
    assert [taak.soort for taak in taken] == ["ambitiegesprek_plannen", *soorten]
    assert {taak.uiterste for taak in taken} == {DAG}


@pytest.mark.regel("DEV-AAN-009")
def test_de_stappen_na_de_inlevertermijn() -> None:
    inlever = inlevertermijn(DAG, BELEID)
    aanvul = aanvultermijn(date(2026, 4, 10), BELEID)
    taken = (aanvultermijntaak(inlever), buiten_behandelingtaak(aanvul))
    assert [(taak.soort, taak.uiterste) for taak in taken] == [
        ("aanvultermijn_sturen", date(2026, 4, 10)),
        ("buiten_behandeling_beoordelen", date(2026, 4, 20)),
    ]
    assert smsdagen(aanvul, BELEID) == (date(2026, 4, 16), date(2026, 4, 17), date(2026, 4, 18))


def test_de_twee_taken_van_de_receptie_zijn_uit_elkaar_te_houden() -> None:
    nummers, openen = werkprocestaak(None, None, DAG), openingstaak(DAG)
    assert nummers is not None
    assert (nummers.rol, openen.rol) == (Rol.RECEPTIE, Rol.RECEPTIE)
    assert "GWS" in nummers.wat
    assert "werkproces" not in openen.wat
    assert openen.wat.startswith("Open hier de aanvraag")
