"""Afspraak is afspraak: where an agreement stands, and what follows."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.indeling.samenvatting import toetsen_samenvatting
from app.domain.kern.kenmerk import Kenmerk
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Uitkomst
from app.domain.klantafspraak.nakoming import (
    Nakomingsstand,
    gemisttaak,
    herhaaltaak,
    nagaantaak,
    stand_op,
    toets_nakoming,
)

DAG = date(2026, 4, 9)


@pytest.mark.regel("DEV-AFS-006")
@pytest.mark.parametrize(
    ("vandaag", "nagekomen", "vervallen", "stand"),
    [
        pytest.param(date(2026, 4, 8), None, False, Nakomingsstand.OPEN, id="dag-ervoor"),
        pytest.param(DAG, None, False, Nakomingsstand.OPEN, id="laatste-dag"),
        pytest.param(date(2026, 4, 10), None, False, Nakomingsstand.TE_LAAT, id="dag-erna"),
        pytest.param(date(2026, 4, 10), True, False, Nakomingsstand.NAGEKOMEN, id="nagekomen"),
        pytest.param(date(2026, 4, 8), False, False, Nakomingsstand.GEMIST, id="gemist"),
        pytest.param(date(2026, 4, 10), False, True, Nakomingsstand.VERVALLEN, id="vervallen"),
    ],
)
def test_stand(vandaag: date, nagekomen: bool | None, vervallen: bool, stand: Nakomingsstand) -> None:
    assert stand_op(vandaag, DAG, nagekomen, vervallen=vervallen) is stand


@pytest.mark.regel("DEV-AFS-006")
@pytest.mark.parametrize(
    ("nagekomen", "reden", "uitkomst"),
    [
        pytest.param(True, None, Uitkomst.VOLDAAN, id="nagekomen"),
        pytest.param(False, "Was ziek", Uitkomst.VOLDAAN, id="niet-met-reden"),
        pytest.param(False, None, Uitkomst.NIET_VOLDAAN, id="niet-zonder-reden"),
    ],
)
def test_niet_nagekomen_vraagt_een_reden(nagekomen: bool, reden: str | None, uitkomst: Uitkomst) -> None:
    assert toets_nakoming(nagekomen, reden).uitkomst is uitkomst


def test_taken() -> None:
    assert nagaantaak(DAG, Rol.WERKCONSULENT).uiterste == date(2026, 4, 10)
    assert gemisttaak(DAG, Rol.WERKCONSULENT).uiterste == date(2026, 4, 13)


@pytest.mark.regel("DEV-AFS-007")
def test_alleen_wie_dat_nodig_heeft_hoort_de_afspraken_nog_eens() -> None:
    taak = herhaaltaak(frozenset({Kenmerk.LVB}), DAG, Rol.WERKCONSULENT)
    assert taak is not None
    assert (taak.soort, taak.uiterste) == ("afspraken_herhalen", date(2026, 4, 10))
    assert herhaaltaak(frozenset({Kenmerk.STATUSHOUDER}), DAG, Rol.WERKCONSULENT) is None


@pytest.mark.regel("DEV-AMB-011")
@pytest.mark.parametrize(
    ("gedaan", "uitkomsten"),
    [
        pytest.param((True, True, True), ["voldaan"] * 3, id="alles"),
        pytest.param((True, False, None), ["voldaan", "niet_voldaan", "onbepaald"], id="half"),
    ],
)
def test_het_slot_van_het_ambitiegesprek(gedaan: tuple[bool | None, ...], uitkomsten: list[str]) -> None:
    meegegeven, begrepen, plichten = gedaan
    toetsen = toetsen_samenvatting(meegegeven, begrepen, plichten)
    assert [toets.uitkomst.value for toets in toetsen] == uitkomsten
    assert [toets.voorwaarde for toets in toetsen] == [
        "samenvatting_meegegeven",
        "begrip_gecontroleerd",
        "rechten_en_plichten_besproken",
    ]
