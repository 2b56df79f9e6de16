"""Intake: the zoekperiode that policy shortens, the werkproces, and who goes on to the ambitiegesprek."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.beleid.schakeling import VasteSchakeling
from app.domain.doelgroep.beleid import DoelgroepBeleid
from app.domain.intake.ambitie import AmbitieFeiten, toets_ambitiegesprek_gevraagd, volgt_ambitiegesprek
from app.domain.intake.beleid import IntakeBeleid
from app.domain.intake.feiten import Kanaal, MeldingFeiten, ScreeningUitkomst
from app.domain.intake.melding import toets_zoekperiode, werkproces, zoekperiode_van
from app.domain.intake.soorten import Rechtschatting, Werkproces
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.toets import Uitkomst
from tests.steun.beleid import vast_register

DAG = date(2026, 3, 31)
REGISTER = vast_register()
BELEID = REGISTER.geldend(IntakeBeleid, "GM0150", DAG).beleid
V, D, I = ScreeningUitkomst.VERVOLG, ScreeningUitkomst.DOORVERWEZEN, ScreeningUitkomst.INGETROKKEN  # noqa: E741
JA, NEE = Rechtschatting.JA, Rechtschatting.NEE


def melding(geboren: date = date(2004, 5, 1), *kenmerken: Kenmerk) -> MeldingFeiten:
    return MeldingFeiten(
        kanaal=Kanaal.DIGITAAL, meldingsdatum=DAG, geboortedatum=geboren, kenmerken=frozenset(kenmerken)
    )


@pytest.mark.regel("DEV-DIG-019")
@pytest.mark.parametrize(
    ("niveaus", "kenmerken", "einde"),
    [
        pytest.param((), (), date(2026, 4, 28), id="gewoon-vier-weken"),
        pytest.param((), (Kenmerk.KWETSBARE_JONGERE,), date(2026, 4, 28), id="kwetsbaar-gewoon-ook"),
        pytest.param(("volledige_lockdown",), (Kenmerk.KWETSBARE_JONGERE,), None, id="kwetsbaar-digitaal-niet"),
        pytest.param(("volledige_lockdown",), (), date(2026, 4, 28), id="anderen-digitaal-wel"),
    ],
)
def test_digitaal_geen_zoekperiode_voor_kwetsbare_jongeren(
    niveaus: tuple[str, ...], kenmerken: tuple[Kenmerk, ...], einde: date | None
) -> None:
    beleid = REGISTER.met(VasteSchakeling(niveaus)).geldend(IntakeBeleid, "GM0150", DAG).beleid
    termijn = zoekperiode_van(melding(date(2004, 5, 1), *kenmerken), beleid)
    assert (termijn.einde if termijn else None) == einde
    if einde is None:
        toets = toets_zoekperiode(melding(date(2004, 5, 1), *kenmerken), beleid)
        assert "paragraaf 2.4.5" in toets.toelichting
        assert toets.uitkomst is Uitkomst.NIET_VOLDAAN


@pytest.mark.regel("DEV-DIG-019")
def test_een_gemeente_kan_het_voor_alle_jongeren_doen() -> None:
    geen = BELEID.zoekperiode_weken_overig.model_copy(update={"waarde": 0})
    assert zoekperiode_van(melding(), BELEID.model_copy(update={"zoekperiode_weken_overig": geen})) is None


@pytest.mark.regel("DEV-DIG-020")
@pytest.mark.parametrize(("niveaus", "wacht"), [((), False), (("volledige_lockdown",), True)])
def test_digitaal_wacht_het_bad_op_de_toezegging(niveaus: tuple[str, ...], wacht: bool) -> None:
    beleid = REGISTER.met(VasteSchakeling(niveaus)).geldend(DoelgroepBeleid, "GM0150", DAG).beleid
    assert beleid.bad_afspraak_na_toezegging.waarde is wacht


@pytest.mark.regel("DEV-JON-011")
@pytest.mark.parametrize(
    ("geboren", "verwacht"),
    [
        pytest.param(date(1999, 4, 1), Werkproces.JONGEREN_27MIN, id="dag-voor-27"),
        pytest.param(date(1999, 3, 31), Werkproces.REGULIER, id="dag-van-27"),
        pytest.param(date(1999, 3, 30), Werkproces.REGULIER, id="dag-na-27"),
    ],
)
def test_het_werkproces_volgt_de_leeftijd_op_de_meldingsdatum(geboren: date, verwacht: Werkproces) -> None:
    assert werkproces(melding(geboren), BELEID) is verwacht
    assert toets_zoekperiode(melding(geboren), BELEID).feiten["werkproces"] == verwacht


@pytest.mark.regel("DEV-JON-014")
@pytest.mark.parametrize(
    ("uitkomst", "recht", "jongere", "wil", "toetsen", "volgt"),
    [
        pytest.param(D, NEE, True, None, ["niet_voldaan"], False, id="jongere-niet-gevraagd"),
        pytest.param(D, NEE, True, True, ["voldaan"], True, id="jongere-wil"),
        pytest.param(D, NEE, True, False, ["voldaan"], False, id="jongere-wil-niet"),
        pytest.param(V, NEE, True, False, ["voldaan"], False, id="jongere-wil-niet-ook-na-vervolg"),
        pytest.param(V, JA, True, None, [], True, id="jongere-met-recht-altijd"),
        pytest.param(D, NEE, False, None, [], False, id="ouder-zonder-recht"),
        pytest.param(V, NEE, False, None, [], True, id="ouder-vervolg"),
        pytest.param(I, NEE, True, None, [], False, id="ingetrokken"),
    ],
)
def test_een_jongere_zonder_recht_wordt_het_gevraagd(
    uitkomst: ScreeningUitkomst,
    recht: Rechtschatting,
    jongere: bool,
    wil: bool | None,
    toetsen: list[str],
    volgt: bool,
) -> None:
    feiten = AmbitieFeiten(uitkomst=uitkomst, recht=recht, jongere=jongere, wil=wil)
    assert [toets.uitkomst for toets in toets_ambitiegesprek_gevraagd(feiten)] == toetsen
    assert volgt_ambitiegesprek(feiten) is volgt


@pytest.mark.regel("DEV-DOE-006")
def test_de_centrumgemeente_kan_van_een_ambitiegesprek_afzien() -> None:
    assert not volgt_ambitiegesprek(AmbitieFeiten(uitkomst=V, recht=JA, jongere=False, gewenst=False))
