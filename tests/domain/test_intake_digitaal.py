"""A melding in the digital mode: the way in, by when we call, the paper form, broodnood."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from app.domain.beleid.schakeling import VasteSchakeling
from app.domain.intake.beleid import IntakeBeleid
from app.domain.intake.digitaal import (
    contact_uiterlijk,
    papier_nodig,
    taak_broodnood,
    taak_papieren_formulier,
    toets_levering,
    toets_meldkanaal,
)
from app.domain.intake.feiten import Kanaal
from app.domain.intake.melding import screeningstermijn
from app.domain.intake.soorten import Levering
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Uitkomst
from tests.steun.beleid import vast_register

REGISTER = vast_register()
DAG = date(2026, 4, 7)
NIVEAUS = ("gedeeltelijke_lockdown", "volledige_lockdown")
JA, NEE = Uitkomst.VOLDAAN, Uitkomst.NIET_VOLDAAN


def beleid(*aan: str) -> IntakeBeleid:
    return REGISTER.met(VasteSchakeling(aan)).geldend(IntakeBeleid, "GM0150", DAG).beleid


@pytest.mark.regel("DEV-DIG-002")
def test_aan_de_balie_melden_vraagt_een_reden() -> None:
    for niveau in NIVEAUS:
        assert toets_meldkanaal(Kanaal.FYSIEK, None, beleid(niveau)).uitkomst is NEE
        assert toets_meldkanaal(Kanaal.FYSIEK, "Geen telefoon", beleid(niveau)).uitkomst is JA
        assert toets_meldkanaal(Kanaal.TELEFONISCH, None, beleid(niveau)).uitkomst is JA
    assert toets_meldkanaal(Kanaal.FYSIEK, None, beleid()).uitkomst is JA


@pytest.mark.regel("DEV-DIG-003")
@pytest.mark.parametrize(
    ("ontvangen", "uiterlijk"),
    [
        pytest.param("2026-04-09T16:30:00+02:00", "2026-04-10T16:30:00+02:00", id="donderdag-wordt-vrijdag"),
        pytest.param("2026-04-10T16:30:00+02:00", "2026-04-13T16:30:00+02:00", id="vrijdag-wordt-maandag"),
        pytest.param("2026-04-11T09:00:00+02:00", "2026-04-13T09:00:00+02:00", id="zaterdag-wordt-maandag"),
        pytest.param("2026-04-12T23:15:00+02:00", "2026-04-13T23:15:00+02:00", id="zondag-wordt-maandag"),
        pytest.param("2026-04-02T10:00:00+02:00", "2026-04-07T10:00:00+02:00", id="over-goede-vrijdag-en-pasen-heen"),
        pytest.param("2026-03-27T12:00:00+01:00", "2026-03-30T12:00:00+02:00", id="over-de-zomertijd-heen"),
    ],
)
def test_binnen_24_uur_bellen_dezelfde_tijd_op_een_werkdag(ontvangen: str, uiterlijk: str) -> None:
    norm = beleid("volledige_lockdown").contact_uren
    assert norm is not None
    assert contact_uiterlijk(datetime.fromisoformat(ontvangen), norm.waarde) == datetime.fromisoformat(uiterlijk)
    assert beleid().contact_uren is None


@pytest.mark.regel("DEV-DIG-003")
def test_de_screening_is_binnen_twee_werkdagen() -> None:
    for niveau in NIVEAUS:
        assert screeningstermijn(date(2026, 4, 2), beleid(niveau)).einde == date(2026, 4, 8)


@pytest.mark.regel("DEV-DIG-004")
def test_wie_zich_niet_digitaal_kan_melden_krijgt_papier() -> None:
    assert [papier_nodig(*paar) for paar in ((True, True), (None, None), (False, True), (True, False))] == [
        False, False, True, True
    ]  # fmt: skip
    deels, dicht = beleid("gedeeltelijke_lockdown"), beleid("volledige_lockdown")
    assert [toets_levering(wijze, deels).uitkomst for wijze in (*Levering, None)] == [JA, JA, NEE]
    assert toets_levering(Levering.AFHALEN, dicht).uitkomst is NEE
    assert toets_levering(Levering.POST, dicht).uitkomst is JA
    taak = taak_papieren_formulier(Levering.POST, DAG, dicht)
    assert ("per post" in taak.wat, taak.rol, taak.uiterste) == (True, Rol.RECEPTIE, date(2026, 4, 8))
    assert "receptie" in taak_papieren_formulier(Levering.AFHALEN, DAG, deels).wat


@pytest.mark.regel("DEV-DIG-005")
def test_broodnood_wordt_dezelfde_dag_opgepakt() -> None:
    taak = taak_broodnood(DAG)
    assert (taak.rol, taak.uiterste) == (Rol.INKOMENSCONSULENT, DAG)
    assert taak.wat.startswith("Coördinator inkomensondersteuning")
