"""Structured logging: one JSON object per line on stdout, UTC times, no personal data."""

from __future__ import annotations

import json
import logging
import re
import sys
import traceback
from collections.abc import Mapping, MutableMapping
from types import TracebackType
from typing import Any

import structlog
from pydantic import ValidationError

from app.domain.kern.bsn import is_bsn

MASKER = "[bsn]"
_codeer = json.JSONEncoder(default=str).encode
_MISSCHIEN = re.compile(r"[0-9]{9}")
# Hexadecimal neighbours are excluded, so that no part of a UUID or a hash is taken for a BSN.
_NEGEN_CIJFERS = re.compile(r"(?<![0-9A-Fa-f])[0-9]{9}(?![0-9A-Fa-f])")

_VELDNAAM = re.compile(r"[a-z][a-z0-9_]*(?:[A-Z][a-z0-9]*)*")

Regel = MutableMapping[str, Any]


def configureer(*, ontwikkeling: bool = False, niveau: int = logging.INFO) -> None:
    """Set up structlog and the standard library's logging alike; ``ontwikkeling`` adds the text of exceptions.

    What ends the process is logged in the same way, for Python itself would print its text.

    uvicorn's own access log, which holds addresses, is silenced; start uvicorn with ``log_config=None``.
    """
    begin: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="tijdstip"),
    ]
    eind: list[structlog.typing.Processor] = [
        Foutspoor(met_tekst=ontwikkeling),
        als_json,
    ]
    structlog.configure(
        processors=[*begin, *eind],
        wrapper_class=structlog.make_filtering_bound_logger(niveau),
        logger_factory=structlog.WriteLoggerFactory(),
        cache_logger_on_first_use=False,
    )
    uitvoer = _NaarStdout()
    uitvoer.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=begin,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *eind],
        )
    )
    logging.basicConfig(handlers=[uitvoer], level=niveau, force=True)
    sys.excepthook = _log_einde
    _temper_bibliotheken()


class _NaarStdout(logging.Handler):
    """Writes to what stdout is at that moment, as structlog's own logger does."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            sys.stdout.write(self.format(record) + "\n")
            sys.stdout.flush()
        except Exception:
            self.handleError(record)


def _log_einde(soort: type[BaseException], fout: BaseException, spoor: TracebackType | None) -> None:
    if issubclass(soort, KeyboardInterrupt):
        sys.__excepthook__(soort, fout, spoor)
        return
    structlog.get_logger("proces").critical("onvoorzien_einde", exc_info=fout)


def _temper_bibliotheken() -> None:
    for naam in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logger = logging.getLogger(naam)
        logger.handlers.clear()
        logger.propagate = naam != "uvicorn.access"
    logging.getLogger("httpx").setLevel(logging.WARNING)


class Foutspoor:
    """Replaces ``exc_info`` by the kinds of the exceptions and the places they passed.

    The text of an exception is left out: a database error quotes the row, with the person in it. Of a model that
    refuses what it got, the log names the model, the places and the kinds of what is wrong, never the values.
    """

    def __init__(self, *, met_tekst: bool) -> None:
        self._met_tekst = met_tekst

    def __call__(self, _logger: Any, _methode: str, regel: Regel) -> Regel:
        """Process one log line."""
        fout = _gevangen(regel.pop("exc_info", None))
        if fout is None:
            return regel
        keten = _keten(fout)
        regel["fout"] = " < ".join(type(schakel).__qualname__ for schakel in keten)
        regel["spoor"] = [
            f"{plek.filename}:{plek.lineno} {plek.name}" for plek in traceback.extract_tb(fout.__traceback__)
        ]
        if modellen := [schakel for schakel in keten if isinstance(schakel, ValidationError)]:
            regel["velden"] = [plek for model in modellen for plek in _velden(model)]
        elif self._met_tekst:
            regel["fouttekst"] = str(fout)
        return regel


def _velden(fout: ValidationError) -> list[str]:
    """Name what is wrong where; a key that somebody sent, such as a BSN, is a value and left out."""
    return [
        f"{fout.title} {'.'.join(_plek(deel, regel['type']) for deel in regel['loc'])}: {regel['type']}"
        for regel in fout.errors(include_url=False, include_context=False, include_input=False)
    ]


def _plek(deel: str | int, soort: str) -> str:
    eigen = isinstance(deel, int) or (soort != "extra_forbidden" and _VELDNAAM.fullmatch(deel))
    return str(deel) if eigen else "?"


def _gevangen(exc_info: object) -> BaseException | None:
    if isinstance(exc_info, BaseException):
        return exc_info
    if isinstance(exc_info, tuple):
        gevonden = exc_info[1]
        return gevonden if isinstance(gevonden, BaseException) else None
    return sys.exc_info()[1] if exc_info else None


def _keten(fout: BaseException) -> list[BaseException]:
    keten: list[BaseException] = []
    volgende: BaseException | None = fout
    while volgende is not None and volgende not in keten:
        keten.append(volgende)
        volgende = volgende.__cause__ or (None if volgende.__suppress_context__ else volgende.__context__)
    return keten


def als_json(_logger: Any, _methode: str, regel: Regel) -> str:
    """Write the line, with whatever looks like a valid BSN masked: the last net, not the first.

    Cleaning value by value is only needed for a line that has nine digits in a row. ASCII suits every terminal.
    """
    try:
        tekst = _codeer(regel)
    except TypeError:  # a key that JSON does not know
        return _codeer(_schoon(regel))
    return _codeer(_schoon(regel)) if _MISSCHIEN.search(tekst) else tekst


def _schoon(waarde: Any) -> Any:
    if isinstance(waarde, str):
        return _NEGEN_CIJFERS.sub(_maskeer, waarde) if _MISSCHIEN.search(waarde) else waarde
    if waarde is None or isinstance(waarde, bool | float):
        return waarde
    if isinstance(waarde, int):
        return MASKER if is_bsn(str(waarde)) else waarde
    if isinstance(waarde, Mapping):
        return {_schoon(str(sleutel)): _schoon(deel) for sleutel, deel in waarde.items()}
    if isinstance(waarde, list | tuple | set | frozenset):
        return [_schoon(deel) for deel in waarde]
    return _schoon(str(waarde))


def _maskeer(gevonden: re.Match[str]) -> str:
    return MASKER if is_bsn(gevonden[0]) else gevonden[0]
