"""Indeling: doelgroepen that belong to Groeien whatever the term."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.indeling.beleid import IndelingBeleid
from app.domain.indeling.besluit import toets_afwijking
from app.domain.indeling.feiten import IndelingBesluit, IndelingFeiten, WisselFeiten, Wisselgrond
from app.domain.indeling.gesprek import GesprekFeiten, toets_vervolggesprek
from app.domain.indeling.voorstel import Voorstel, stel_voor
from app.domain.indeling.wissel import toets_wissel
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.klantgroep import Klantgroep
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Uitkomst, niet_voldaan
from tests.steun.beleid import vast_register

BELEID = vast_register().geldend(IndelingBeleid, "GM0150", date(2026, 4, 7)).beleid
G, M = Klantgroep.GROEIEN, Klantgroep.MATCHEN


def voorstel(*kenmerken: Kenmerk, **anders: Any) -> Voorstel:
    vast: dict[str, Any] = {"leeftijd": 40, "eerste_indeling": True, "verwachte_termijn_maanden": 3}
    return stel_voor(IndelingFeiten.model_validate(vast | {"kenmerken": kenmerken} | anders), BELEID)


@pytest.mark.regel("DEV-DOE-001")
@pytest.mark.parametrize("kenmerk", [Kenmerk.DAK_THUISLOOS, Kenmerk.EX_GEDETINEERD])
@pytest.mark.parametrize("termijn", [3, 37, "geen"])
def test_bijzondere_doelgroepen_in_groeien_zonder_uitstroombestemming(kenmerk: Kenmerk, termijn: int | str) -> None:
    uitkomst = voorstel(kenmerk, verwachte_termijn_maanden=termijn)
    assert (uitkomst.klantgroep, uitkomst.twijfel) == (G, False), "de drie jaar tellen niet"
    assert uitkomst.uitzondering is not None
    assert uitkomst.uitzondering.voorwaarde == f"doelgroep_{kenmerk.value}"
    assert voorstel(verwachte_termijn_maanden=3).klantgroep is M


@pytest.mark.regel("DEV-DOE-007")
@pytest.mark.parametrize("termijn", [3, 6, 36, 37, "geen", None])
def test_een_statushouder_in_groeien_wat_de_termijn_ook_is(termijn: int | str | None) -> None:
    uitkomst = voorstel(Kenmerk.STATUSHOUDER, verwachte_termijn_maanden=termijn)
    assert (uitkomst.klantgroep, uitkomst.toelichting) == (
        G,
        "Een statushouder hoort bij Groeien tot anders is beslist.",
    )


@pytest.mark.regel("DEV-DOE-007")
@pytest.mark.parametrize(
    ("naar", "grond"),
    [
        pytest.param(Klantgroep.FACILITEREN, Wisselgrond.BELEMMERINGEN_LANGER, id="naar-faciliteren"),
        pytest.param(Klantgroep.ZORGEN, Wisselgrond.OMSCHRIJVING_ZORGEN, id="naar-zorgen"),
    ],
)
def test_later_naar_een_andere_groep_met_motivering(naar: Klantgroep, grond: Wisselgrond) -> None:
    groeien = voorstel(Kenmerk.STATUSHOUDER, eerste_indeling=False)
    for motivering, uitkomst in ((None, Uitkomst.NIET_VOLDAAN), ("Geen perspectief op werk.", Uitkomst.VOLDAAN)):
        besluit = IndelingBesluit(gekozen=naar, motivering=motivering, rollen=frozenset({Rol.WERKCONSULENT}))
        assert toets_afwijking(groeien, besluit).uitkomst is uitkomst
        wissel = WisselFeiten(van=G, naar=naar, grond=grond, motivering=motivering)
        assert (niet_voldaan(toets_wissel(wissel, BELEID)) == ()) is (uitkomst is Uitkomst.VOLDAAN)


@pytest.mark.regel("DEV-JON-006", "DEV-JON-009")
@pytest.mark.parametrize("kenmerk", [Kenmerk.WAJONG_AFGEWEZEN, Kenmerk.VSO_PRO])
@pytest.mark.parametrize(
    ("anders", "groep"),
    [
        pytest.param({"leeftijd": 26}, G, id="26-jaar"),
        pytest.param({"leeftijd": 27}, M, id="27-jaar"),
        pytest.param({"leeftijd": 20, "eerste_indeling": False}, M, id="later"),
    ],
)
def test_een_jongere_begint_in_groeien(kenmerk: Kenmerk, anders: dict[str, Any], groep: Klantgroep) -> None:
    assert voorstel(kenmerk, **anders).klantgroep is groep


@pytest.mark.regel("DEV-JON-010")
def test_een_dakloze_jongere_hoort_bij_groeien() -> None:
    assert voorstel(Kenmerk.DAK_THUISLOOS, leeftijd=20).klantgroep is G
    assert voorstel(leeftijd=20).klantgroep is M


@pytest.mark.regel("DEV-JON-014")
@pytest.mark.parametrize(("leeftijd", "uitkomst"), [(26, Uitkomst.VOLDAAN), (27, Uitkomst.NIET_VOLDAAN)])
def test_een_jongere_mag_meer_ambitiegesprekken(leeftijd: int, uitkomst: Uitkomst) -> None:
    feiten = GesprekFeiten(datum=date(2026, 4, 7), leeftijd=leeftijd, eerder_gesprek=True)
    assert toets_vervolggesprek(feiten, BELEID).uitkomst is uitkomst
