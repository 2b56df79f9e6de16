"""Individual guidance: contact in the first weeks, the agreed rhythm, the choice of a workplace."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.begeleiding.beleid import BegeleidingBeleid
from app.domain.begeleiding.soorten import Werkplek
from app.domain.begeleiding.toetsen import contacttaak, termijn_eerste_weken, termijn_ritme, toetsen_werkplek
from app.domain.beleid.schakeling import VasteSchakeling
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import niet_voldaan
from tests.steun.beleid import vast_register

REGISTER = vast_register()
BEGIN = date(2026, 4, 14)


def beleid(*aan: str) -> BegeleidingBeleid:
    return REGISTER.met(VasteSchakeling(aan)).geldend(BegeleidingBeleid, "GM0150", BEGIN).beleid


@pytest.mark.regel("DEV-DIG-030")
@pytest.mark.parametrize(
    ("contact", "einde"),
    [
        pytest.param(date(2026, 4, 14), date(2026, 4, 21), id="na-de-kick-off"),
        pytest.param(date(2026, 5, 5), date(2026, 5, 12), id="precies-tot-de-28e-dag"),
        pytest.param(date(2026, 5, 6), None, id="daarna-zijn-de-eerste-weken-om"),
    ],
)
def test_in_de_eerste_28_dagen_valt_stilte_op(contact: date, einde: date | None) -> None:
    termijn = termijn_eerste_weken(BEGIN, contact, beleid("volledige_lockdown"))
    assert (termijn.einde if termijn else None) == einde
    assert termijn_eerste_weken(BEGIN, contact, beleid()) is None


@pytest.mark.regel("DEV-DIG-030")
@pytest.mark.regel("DEV-DIG-036")
def test_zonder_contact_volgt_een_taak() -> None:
    termijn = termijn_ritme(BEGIN, 14)
    assert termijn.einde == date(2026, 4, 28)
    taak = contacttaak(termijn, Rol.WERKCONSULENT, beleid())
    assert (taak.soort, taak.rol, taak.uiterste) == ("contact_zoeken", Rol.WERKCONSULENT, date(2026, 4, 30))


@pytest.mark.regel("DEV-DIG-032")
@pytest.mark.parametrize(
    ("keuze", "aan", "reden", "mis"),
    [
        pytest.param("intern", (), None, [], id="gewoon-binnen"),
        pytest.param("intensieve_bemiddeling", (), None, ["werkplek_mogelijk"], id="gewoon-geen-terugval"),
        pytest.param("intern", ("gedeeltelijke_lockdown",), "Kan op afstand", [], id="deels-binnen-met-reden"),
        pytest.param("intern", ("gedeeltelijke_lockdown",), None, ["keuze_gemotiveerd"], id="deels-zonder-reden"),
        pytest.param("intern", ("volledige_lockdown",), "Toch", ["werkplek_mogelijk"], id="dicht-niet-binnen"),
        pytest.param("intensieve_bemiddeling", ("volledige_lockdown",), "Niets mogelijk", [], id="dicht-terugval"),
    ],
)
def test_waar_iemand_verdergaat(keuze: str, aan: tuple[str, ...], reden: str | None, mis: list[str]) -> None:
    toetsen = toetsen_werkplek(Werkplek(keuze), reden, beleid(*aan))
    assert [toets.voorwaarde for toets in niet_voldaan(toetsen)] == mis
