"""Diagnose: completeness per instrument and the term for Dariuz."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from app.domain.diagnose.beleid import DiagnoseBeleid
from app.domain.diagnose.feiten import ONDERWERPEN, Bevinding, DiagnoseFeiten
from app.domain.diagnose.volledigheid import (
    instrument_bij_start,
    invullen_uiterlijk,
    toets_sluiten_ambitiegesprek,
    toets_volledig,
)
from app.domain.kern.leefgebied import Diagnoseinstrument, ExtraThema, Instrument, Leefgebied, Onderwerp
from app.domain.kern.toets import Uitkomst, niet_voldaan
from tests.steun.beleid import vast_register

BELEID = vast_register().geldend(DiagnoseBeleid, "GM0150", date(2026, 4, 2)).beleid
DARIUZ, FORMAT = Instrument.DARIUZ_WEGWIJZER, Instrument.FORMAT
IETS = Bevinding(inhoud="Besproken.")


def diagnose(instrument: Instrument, zonder: Onderwerp | None = None) -> DiagnoseFeiten:
    bevindingen = {o: IETS for o in ONDERWERPEN[instrument] if o is not zonder}
    return DiagnoseFeiten(instrument=instrument, bevindingen=bevindingen, voltooid_op=date(2026, 4, 7))


@pytest.mark.regel("DEV-DIA-501")
def test_onderwerpen_per_instrument() -> None:
    assert set(Leefgebied) == {
        "zingeving",
        "wonen",
        "financien",
        "sociale_relaties",
        "lichamelijke_gezondheid",
        "psychische_gezondheid",
        "werk_en_activiteiten",
    }
    assert set(ONDERWERPEN[DARIUZ]) == set(Leefgebied)
    assert set(ONDERWERPEN[FORMAT]) == {*Leefgebied, ExtraThema.KINDEREN, ExtraThema.DETENTIE_TAAKSTRAF}


@pytest.mark.parametrize("onderwerp", ONDERWERPEN[FORMAT])
def test_elk_onderwerp_heeft_een_bevinding_of_een_reden(onderwerp: Onderwerp) -> None:
    open_ = diagnose(FORMAT, zonder=onderwerp)
    assert [t.voorwaarde for t in niet_voldaan(toets_volledig(open_))] == [f"besproken_{onderwerp}"]
    overgeslagen = {**open_.bevindingen, onderwerp: Bevinding(reden_niet_besproken="Wil de klant niet.")}
    assert niet_voldaan(toets_volledig(open_.model_copy(update={"bevindingen": overgeslagen}))) == ()


def test_dariuz_is_volledig_zonder_extra_themas() -> None:
    assert niet_voldaan(toets_volledig(diagnose(DARIUZ))) == ()


@pytest.mark.parametrize(("inhoud", "reden"), [(None, None), ("", ""), ("Iets.", "Toch niet.")])
def test_bevinding_is_inhoud_of_reden(inhoud: str | None, reden: str | None) -> None:
    with pytest.raises(ValidationError, match="geef de inhoud, of de reden"):
        Bevinding(inhoud=inhoud, reden_niet_besproken=reden)


@pytest.mark.regel("DEV-DIA-005")
def test_een_diagnose_kent_geen_klantgroep() -> None:
    with pytest.raises(ValidationError, match="klantgroep"):
        DiagnoseFeiten.model_validate({"instrument": "dariuz_wegwijzer", "klantgroep": "matchen"})


@pytest.mark.regel("DEV-DIA-006")
@pytest.mark.parametrize(
    ("gekozen", "resultaat", "instrument"),
    [
        pytest.param("dariuz", diagnose(DARIUZ), "dariuz", id="dariuz-ingevuld"),
        pytest.param("dariuz", None, "format", id="dariuz-ontbreekt"),
        pytest.param("dariuz", DiagnoseFeiten(instrument=DARIUZ), "format", id="dariuz-niet-af"),
        pytest.param("format", diagnose(DARIUZ), "format", id="format-gekozen"),
    ],
)
def test_zonder_voltooide_dariuz_wordt_het_format_gebruikt(
    gekozen: str, resultaat: DiagnoseFeiten | None, instrument: str
) -> None:
    assert instrument_bij_start(Diagnoseinstrument(gekozen), resultaat) is Diagnoseinstrument(instrument)


@pytest.mark.regel("DEV-DIA-006")
@pytest.mark.parametrize(
    ("resultaat", "goed"),
    [
        (None, False),
        (diagnose(FORMAT, zonder=Leefgebied.WONEN), False),
        (diagnose(FORMAT), True),
        (diagnose(DARIUZ), True),
    ],
)
def test_ambitiegesprek_sluit_met_een_volledige_diagnose(resultaat: DiagnoseFeiten | None, goed: bool) -> None:
    assert toets_sluiten_ambitiegesprek(resultaat).uitkomst is Uitkomst.van(goed)


@pytest.mark.regel("DEV-DIA-004")
@pytest.mark.parametrize(
    ("gesprek", "uiterste"),
    [
        pytest.param(None, date(2026, 4, 7), id="nog-geen-gesprek"),
        pytest.param(date(2026, 4, 6), date(2026, 4, 6), id="gesprek-dag-ervoor"),
        pytest.param(date(2026, 4, 7), date(2026, 4, 7), id="gesprek-zelfde-dag"),
        pytest.param(date(2026, 4, 8), date(2026, 4, 7), id="gesprek-dag-erna"),
    ],
)
def test_dariuz_binnen_vijf_dagen_en_voor_het_ambitiegesprek(gesprek: date | None, uiterste: date) -> None:
    assert invullen_uiterlijk(date(2026, 4, 2), gesprek, BELEID) == uiterste
