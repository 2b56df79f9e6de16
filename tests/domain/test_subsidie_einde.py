"""The end of a subsidie: stopped on a ground, fixed at what was due, and what is claimed back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.kern.bouw import maak_toets
from app.domain.subsidie.einde import (
    Einddictum,
    Eindfeiten,
    Vaststeldictum,
    Vaststelfeiten,
    Verlagingsgrond,
    belemmeringen,
    beslis_einde,
    beslis_vaststelling,
)
from app.domain.subsidie.grondslagen import verordening_lid
from app.domain.subsidie.model import Regelingcode
from tests.steun.subsidie import BELEID, DAG

GROND = maak_toets("beeindigingsgrond", True, verordening_lid("3", "2", "c"), {}, "De grond is: werk.")


def einde(**anders: Any) -> Eindfeiten:
    vast: dict[str, Any] = {
        "regeling": Regelingcode.STARTBAANSUBSIDIE,
        "loopt": True,
        "laatste_dag": date(2026, 9, 30),
        "grond": "De grond is: werk",
        "toetsen": (GROND,),
        "motivering": "De klant werkt elders.",
        "open_bedrag": 150_000,
    }
    return Eindfeiten(**(vast | anders))


@pytest.mark.regel("DEV-VRZ-909")
def test_stoppen_op_een_van_de_zeven_gronden_houdt_aan_wat_open_is() -> None:
    beslissing = beslis_einde(einde(), BELEID, DAG)
    assert (beslissing.dictum, belemmeringen(einde(), beslissing)) == (Einddictum.BEEINDIGEN, ())
    tekst = " ".join(beslissing.motivering)
    assert "artikel 3, lid 2, onderdeel c" in tekst
    assert "€ 1.500,00 nog niet betaald. Dat houden wij aan." in tekst
    assert "houden wij aan" not in " ".join(beslis_einde(einde(open_bedrag=0), BELEID, DAG).motivering)
    voorbij = beslis_einde(einde(loopt=False), BELEID, DAG)
    assert (voorbij.dictum, voorbij.motivering) == (Einddictum.VOORLEGGEN, ())
    assert [toets.voorwaarde for toets in belemmeringen(einde(), voorbij)] == ["subsidie_loopt"]
    reden = maak_toets("beeindiging_gemotiveerd", None, verordening_lid("3", "2", "c"), {}, "", "", "Leg uit waarom.")
    zonder = einde(toetsen=(GROND, reden))
    stil = beslis_einde(zonder, BELEID, DAG)
    assert (stil.dictum, belemmeringen(zonder, stil)) == (Einddictum.VOORLEGGEN, (reden,))


def vaststelling(**anders: Any) -> Vaststelfeiten:
    vast: dict[str, Any] = {
        "regeling": Regelingcode.STARTBAANSUBSIDIE,
        "awb_subsidie": True,
        "gegeven": True,
        "toegekend": 300_000,
        "betaald": 300_000,
        "vastgesteld": 300_000,
        "onderweg": 0,
        "motivering": "Alles is in orde.",
    }
    return Vaststelfeiten(**(vast | anders))


LAGER = {"vastgesteld": 200_000, "grond": Verlagingsgrond.NIET_VERRICHT}


@pytest.mark.parametrize(
    ("anders", "dictum", "terug", "waarom"),
    [
        pytest.param({}, Vaststeldictum.VASTSTELLEN, 0, None, id="volgens-toekenning"),
        pytest.param(LAGER, Vaststeldictum.LAGER_VASTSTELLEN, 0, None, id="lager-zonder-terugvordering"),
        pytest.param(
            LAGER | {"terugvorderen": True}, Vaststeldictum.LAGER_VASTSTELLEN, 100_000, None, id="lager-en-terug"
        ),
        pytest.param({"vastgesteld": 299_999}, Vaststeldictum.VOORLEGGEN, 0, "verlaging_gegrond", id="zonder-grond"),
        pytest.param(
            {"vastgesteld": 300_001}, Vaststeldictum.VOORLEGGEN, 0, "niet_meer_dan_betaald", id="boven-toekenning"
        ),
        pytest.param({"betaald": 150_000}, Vaststeldictum.VOORLEGGEN, 0, "niet_meer_dan_betaald", id="nog-te-betalen"),
        pytest.param({"onderweg": 1}, Vaststeldictum.VOORLEGGEN, 0, "niets_onderweg", id="betaling-onderweg"),
        pytest.param({"awb_subsidie": False}, Vaststeldictum.VOORLEGGEN, 0, "awb_subsidie", id="vergoeding"),
        pytest.param({"gegeven": False}, Vaststeldictum.VOORLEGGEN, 0, "awb_subsidie", id="niet-toegekend"),
    ],
)
def test_vaststellen(anders: dict[str, Any], dictum: Vaststeldictum, terug: int, waarom: str | None) -> None:
    feiten = vaststelling(**anders)
    beslissing = beslis_vaststelling(feiten, BELEID, DAG)
    assert (beslissing.dictum, beslissing.terug) == (dictum, terug)
    assert [toets.voorwaarde for toets in belemmeringen(feiten, beslissing)] == ([waarom] if waarom else [])
    tekst = " ".join(beslissing.motivering)
    assert ("€ 3.000,00 - € 2.000,00 = € 1.000,00" in tekst) == bool(terug)
    assert ("vorderen wij niet terug" in tekst) == (dictum is Vaststeldictum.LAGER_VASTSTELLEN and not terug)
