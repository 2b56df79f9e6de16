"""The log: JSON, UTC, no BSN, no text of exceptions; and the clocks."""

import io
import json
import logging
import sys
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
import structlog
from pydantic import BaseModel, ConfigDict, ValidationError

from app import logboek
from app.klok import SysteemKlok, VasteKlok, VerzetbareKlok

BSN = "111222333"


def _regels(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(regel) for regel in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize(
    ("waarde", "verwacht"),
    [
        pytest.param(f"klant {BSN} belt", "klant [bsn] belt", id="in-een-zin"),
        pytest.param(f"bsn{BSN}", "bsn[bsn]", id="vast-aan-een-woord"),
        pytest.param(111222333, "[bsn]", id="als-getal"),
        pytest.param({"a": [BSN, (BSN,)]}, {"a": ["[bsn]", ["[bsn]"]]}, id="genest"),
        pytest.param({BSN: 1}, {"[bsn]": 1}, id="als-sleutel"),
        pytest.param({(1, BSN): 1}, {"(1, '[bsn]')": 1}, id="in-een-vreemde-sleutel"),
        pytest.param([None, True, 1.5, 7, BSN], [None, True, 1.5, 7, "[bsn]"], id="naast-andere-waarden"),
        pytest.param(datetime(2026, 3, 31, tzinfo=UTC), "2026-03-31 00:00:00+00:00", id="moment"),
        pytest.param(ValueError(BSN), "[bsn]", id="in-een-object"),
        pytest.param("111222334", "111222334", id="geen-geldig-bsn"),
        pytest.param("1112223334", "1112223334", id="tien-cijfers"),
        pytest.param(f"a{BSN}b4c", f"a{BSN}b4c", id="deel-van-een-hash"),
        pytest.param(12.5, 12.5, id="duur"),
        pytest.param(None, None, id="niets"),
    ],
)
def test_bsn_wordt_gemaskeerd(waarde: Any, verwacht: Any, capsys: pytest.CaptureFixture[str]) -> None:
    logboek.configureer()
    structlog.get_logger().info("proef", waarde=waarde)
    assert _regels(capsys)[0]["waarde"] == verwacht


@pytest.mark.parametrize("ontwikkeling", [False, True])
def test_uitzondering_zonder_inhoud(ontwikkeling: bool, capsys: pytest.CaptureFixture[str]) -> None:
    logboek.configureer(ontwikkeling=ontwikkeling)
    try:
        try:
            raise KeyError(BSN)
        except KeyError as fout:
            raise RuntimeError(f"rij van Jansen, {BSN}") from fout
    except RuntimeError:
        structlog.get_logger().exception("mis")
    regel = _regels(capsys)[0]
    assert (regel["level"], regel["fout"]) == ("error", "RuntimeError < KeyError")
    assert regel["spoor"][0].endswith("test_uitzondering_zonder_inhoud")
    assert regel.get("fouttekst") == ("rij van Jansen, [bsn]" if ontwikkeling else None)


class _Klant(BaseModel):
    model_config = ConfigDict(extra="forbid")

    bsn: int
    adressen: dict[str, int]


@pytest.mark.parametrize("ontwikkeling", [False, True])
def test_van_een_model_alleen_plaats_en_soort(ontwikkeling: bool, capsys: pytest.CaptureFixture[str]) -> None:
    """What was refused is never in the log, whatever raised of it afterwards: nor its keys, for those were sent too."""
    logboek.configureer(ontwikkeling=ontwikkeling)
    try:
        try:
            _Klant.model_validate({"bsn": "Jansen", "adressen": {"Dorpsstraat 1": "x"}, "jansen": 1})
        except ValidationError as fout:
            raise RuntimeError(f"mis: {fout}") from fout
    except RuntimeError:
        structlog.get_logger().exception("mis")
    regel = _regels(capsys)[0]
    assert regel["fout"] == "RuntimeError < ValidationError"
    assert regel["velden"] == ["_Klant bsn: int_parsing", "_Klant adressen.?: int_parsing", "_Klant ?: extra_forbidden"]
    tekst = json.dumps(regel)
    assert [woord for woord in ("Jansen", "jansen", "Dorpsstraat", "input_value", "fouttekst") if woord in tekst] == []


def test_wat_het_proces_eindigt_staat_zonder_inhoud_in_het_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    logboek.configureer()
    fout = ValueError("rij van Jansen")
    sys.excepthook(ValueError, fout, None)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    uitvoer = capsys.readouterr()
    [regel] = [json.loads(regel) for regel in uitvoer.out.splitlines()]
    assert (regel["event"], regel["fout"], regel["level"]) == ("onvoorzien_einde", "ValueError", "critical")
    assert "Jansen" not in uitvoer.out + uitvoer.err
    assert "KeyboardInterrupt" in uitvoer.err


def test_andere_bibliotheken_gaan_mee(capsys: pytest.CaptureFixture[str]) -> None:
    logboek.configureer()
    try:
        raise RuntimeError("Jansen")
    except RuntimeError:
        logging.getLogger("uvicorn.error").exception("stuk bij %s", BSN)
    logging.getLogger("uvicorn.access").info("GET /v1/klanten?naam=Jansen")
    regels = _regels(capsys)
    assert len(regels) == 1
    assert (regels[0]["event"], regels[0]["fout"], regels[0]["level"]) == ("stuk bij [bsn]", "RuntimeError", "error")
    assert "Jansen" not in str(regels)


def test_niveau(capsys: pytest.CaptureFixture[str]) -> None:
    logboek.configureer(niveau=logging.WARNING)
    structlog.get_logger().info("stil")
    structlog.get_logger().warning("hoorbaar", exc_info=ValueError("x"))
    assert [(regel["event"], regel["fout"]) for regel in _regels(capsys)] == [("hoorbaar", "ValueError")]


MOMENT = datetime(2026, 3, 31, 10, 0, tzinfo=UTC)


def test_verzetbare_klok_loopt_door() -> None:
    onder = VasteKlok(datetime(2020, 1, 1, tzinfo=UTC))
    klok = VerzetbareKlok(onder)
    assert klok.nu() == onder.moment
    klok.zet(datetime(2026, 3, 31, 12, 0, tzinfo=timezone(timedelta(hours=2))))
    assert klok.nu() == MOMENT
    onder.moment += timedelta(seconds=5)
    assert klok.nu() == MOMENT + timedelta(seconds=5)
    klok.zet(MOMENT)
    assert klok.nu() == MOMENT
    assert klok.nu().tzinfo is UTC


def test_klok_wil_een_tijdzone() -> None:
    zonder = MOMENT.replace(tzinfo=None)
    with pytest.raises(ValueError, match="tijdzone"):
        VerzetbareKlok().zet(zonder)
    with pytest.raises(ValueError, match="tijdzone"):
        VasteKlok(zonder)


def test_systeemklok_is_utc() -> None:
    assert SysteemKlok().nu().tzinfo is UTC


def test_stille_uitvoer_stopt_de_dienst_niet(monkeypatch: pytest.MonkeyPatch) -> None:
    dicht = io.StringIO()
    dicht.close()
    logboek.configureer()
    monkeypatch.setattr(logging, "raiseExceptions", False)
    monkeypatch.setattr(sys, "stdout", dicht)
    logging.getLogger("uvicorn.error").error("niemand leest dit")
    assert sys.stdout.closed
