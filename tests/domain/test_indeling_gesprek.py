"""The ambitiegesprek: what must be there, what is signalled, what follows."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.indeling.beleid import IndelingBeleid
from app.domain.indeling.gesprek import (
    GesprekFeiten,
    Studieplichtbesluit,
    signaaltaak,
    signalen_gesprek,
    taken_na_gesprek,
    toets_gesprek_gehouden,
    toets_screening_gehouden,
    toetsen_gesprek,
)
from app.domain.indeling.termijnen import ambitiegesprektermijn
from app.domain.kern.rollen import Rol
from app.domain.kern.toets import Uitkomst, niet_voldaan
from tests.steun.beleid import vast_register

BELEID = vast_register().geldend(IndelingBeleid, "GM0150", date(2026, 4, 7)).beleid
NORM = ambitiegesprektermijn(date(2026, 4, 7), BELEID).einde
BASIS = GesprekFeiten(
    datum=date(2026, 4, 9),
    leeftijd=27,
    norm_einde=NORM,
    certificaat_op=date(2026, 4, 9),
    duur_minuten=60,
    jaren_nederlandstalig_onderwijs=8,
)


def mis(**anders: object) -> list[str]:
    feiten = GesprekFeiten.model_validate(BASIS.model_dump() | anders)
    return [toets.voorwaarde for toets in niet_voldaan(toetsen_gesprek(feiten, BELEID))]


def signalen(**anders: object) -> dict[str, Uitkomst]:
    feiten = GesprekFeiten.model_validate(BASIS.model_dump() | anders)
    return {t.voorwaarde: t.uitkomst for t in niet_voldaan(signalen_gesprek(feiten, BELEID))}


@pytest.mark.regel("DEV-AMB-001")
@pytest.mark.parametrize(
    ("dag", "te_laat"),
    [
        pytest.param(date(2026, 4, 13), False, id="vierde-werkdag"),
        pytest.param(date(2026, 4, 14), False, id="vijfde-werkdag"),
        pytest.param(date(2026, 4, 15), True, id="zesde-werkdag"),
    ],
)
def test_norm_van_vijf_werkdagen(dag: date, te_laat: bool) -> None:
    assert ("ambitiegesprek_op_tijd" in signalen(datum=dag)) is te_laat
    assert mis(datum=dag) == (["reden_norm_overschreden"] if te_laat else [])
    assert mis(datum=dag, reden_norm_overschreden="Klant was ziek.") == []


def test_zonder_screening_is_de_norm_onbepaald() -> None:
    assert signalen(norm_einde=None) == {"ambitiegesprek_op_tijd": Uitkomst.ONBEPAALD}
    assert mis(norm_einde=None) == []


@pytest.mark.regel("DEV-AMB-003")
def test_een_tweede_gesprek_vraagt_een_reden() -> None:
    assert mis(eerder_gesprek=True) == ["een_ambitiegesprek"]
    assert mis(eerder_gesprek=True, reden_vervolggesprek="Vraag over onderwijs.") == []


@pytest.mark.regel("DEV-JON-015")
@pytest.mark.parametrize(
    ("leeftijd", "besluit", "reden", "goed"),
    [
        pytest.param(26, None, None, False, id="jongere-zonder-besluit"),
        pytest.param(26, Studieplichtbesluit.OPGELEGD, None, False, id="jongere-zonder-reden"),
        pytest.param(26, Studieplichtbesluit.UITGESTELD, "Eerst rust.", True, id="jongere-met-besluit"),
        pytest.param(27, None, None, True, id="27-zonder-besluit"),
        pytest.param(27, Studieplichtbesluit.NIET_OPGELEGD, "Werkt al.", False, id="27-met-besluit"),
    ],
)
def test_studieplicht_is_er_voor_jongeren(
    leeftijd: int, besluit: Studieplichtbesluit | None, reden: str | None, goed: bool
) -> None:
    fout = mis(leeftijd=leeftijd, studieplicht=besluit, reden_studieplicht=reden)
    assert fout == ([] if goed else ["studieplicht_beslist"])


@pytest.mark.regel("DEV-ORG-004")
@pytest.mark.parametrize(
    ("behaald", "goed"),
    [
        pytest.param(None, False, id="geen"),
        pytest.param(date(2026, 4, 8), True, id="dag-ervoor"),
        pytest.param(date(2026, 4, 9), True, id="dag-zelf"),
        pytest.param(date(2026, 4, 10), False, id="dag-erna"),
    ],
)
def test_zonder_certificaat_een_waarschuwing(behaald: date | None, goed: bool) -> None:
    assert ("intaker_gecertificeerd" not in signalen(certificaat_op=behaald)) is goed
    assert mis(certificaat_op=behaald) == []


@pytest.mark.regel("DEV-AMB-002")
@pytest.mark.parametrize(("minuten", "goed"), [(None, True), (44, False), (45, True), (60, True), (61, False)])
def test_duur_wordt_gesignaleerd(minuten: int | None, goed: bool) -> None:
    assert ("duur_ambitiegesprek" not in signalen(duur_minuten=minuten)) is goed


@pytest.mark.regel("DEV-AMB-009")
@pytest.mark.parametrize(
    ("jaren", "inburgering", "uitkomst", "taak"),
    [
        pytest.param(7, False, Uitkomst.NIET_VOLDAAN, True, id="7-jaar"),
        pytest.param(8, None, None, False, id="8-jaar"),
        pytest.param(9, False, None, False, id="9-jaar"),
        pytest.param(0, True, None, False, id="ingeburgerd"),
        pytest.param(7, None, Uitkomst.ONBEPAALD, False, id="inburgering-onbekend"),
        pytest.param(None, False, Uitkomst.ONBEPAALD, False, id="onderwijs-onbekend"),
    ],
)
def test_taaleis_signaal(jaren: int | None, inburgering: bool | None, uitkomst: Uitkomst | None, taak: bool) -> None:
    anders = {"jaren_nederlandstalig_onderwijs": jaren, "inburgering_voltooid": inburgering}
    assert signalen(**anders).get("nederlands_aangetoond") == uitkomst
    feiten = GesprekFeiten.model_validate(BASIS.model_dump() | anders)
    assert ("taaleis_beoordelen" in [t.soort for t in taken_na_gesprek(feiten, BELEID)]) is taak


def test_taken_na_het_gesprek() -> None:
    assert [t.soort for t in taken_na_gesprek(BASIS, BELEID)] == ["klantgroep_bepalen"]
    druk = {"dringend_signaal": True, "studieplicht": "opgelegd", "reden_studieplicht": "Kan terug naar school."}
    taken = taken_na_gesprek(GesprekFeiten.model_validate(BASIS.model_dump() | druk), BELEID)
    assert [(t.soort, t.rol) for t in taken] == [
        ("signaal_verwijzen", Rol.INTAKER),
        ("klantgroep_bepalen", Rol.INTAKER),
        ("studieplicht_verwerken", Rol.INKOMENSCONSULENT),
    ]
    assert taken[0].uiterste == BASIS.datum


@pytest.mark.regel("DEV-AMB-010")
def test_wat_kan_wachten_gaat_naar_de_vaste_contactpersoon() -> None:
    taak = signaaltaak(Rol.WERKCONSULENT, date(2026, 4, 9), BELEID)
    assert (taak.soort, taak.rol, taak.uiterste) == ("signalen_oppakken", Rol.WERKCONSULENT, date(2026, 4, 16))


def test_zonder_gesprek_geen_voorstel() -> None:
    assert toets_gesprek_gehouden(None).uitkomst is Uitkomst.NIET_VOLDAAN
    assert toets_gesprek_gehouden(BASIS.datum).uitkomst is Uitkomst.VOLDAAN


@pytest.mark.regel("DEV-AMB-001", "DEV-JON-009")
@pytest.mark.parametrize(
    ("wacht", "vso_pro", "mag"),
    [
        pytest.param(False, False, True, id="screening-gehouden"),
        pytest.param(True, False, False, id="screening-nog-niet-gehouden"),
        pytest.param(True, True, True, id="vso-pro-zonder-screening"),
    ],
)
def test_de_screening_komt_eerst_behalve_bij_vso_pro(wacht: bool, vso_pro: bool, mag: bool) -> None:
    toets = toets_screening_gehouden(wacht_op_screening=wacht, vso_pro=vso_pro)
    assert toets.uitkomst is (Uitkomst.VOLDAAN if mag else Uitkomst.NIET_VOLDAAN)
