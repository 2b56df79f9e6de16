"""JSON in two forms: a record on every line (NDJSON), and one list of records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from app.domain.diagnose.waardeklasse import Rijfout, Waardeklasse
from app.services.diagnose.bron.model import REGEL_HOOGSTENS, Bestandsfout, Regel, te_lang

_BOM = b"\xef\xbb\xbf"
_BLOK = 65_536
_WIT = " \t\r\n"


def lees_ndjson(bestand: BinaryIO, plek: int = 0, rij: int = 0) -> Iterator[Regel]:
    """Read a record from every line that is not empty, on from byte ``plek`` and line ``rij``."""
    bestand.seek(plek)
    while ruw := bestand.readline(REGEL_HOOGSTENS):
        rij += 1
        plek += len(ruw)
        fouten: tuple[Rijfout, ...] = ()
        if len(ruw) == REGEL_HOOGSTENS and not ruw.endswith(b"\n"):
            plek += _sla_over(bestand)
            fouten = (te_lang(),)
        kaal = ruw.removeprefix(_BOM).strip() if rij == 1 else ruw.strip()
        if kaal:
            yield Regel(rij, kaal, plek, fouten=fouten)


def _sla_over(bestand: BinaryIO) -> int:
    """Pass over the rest of a line that is too long; return how many bytes that was."""
    gezien = 0
    while blok := bestand.readline(_BLOK):
        gezien += len(blok)
        if blok.endswith(b"\n"):
            break
    return gezien


def lees_lijst(bestand: BinaryIO, klaar: int = 0) -> Iterator[Regel]:
    """Read the records of one JSON list, after the first ``klaar``.

    A list that breaks off, or holds what is not JSON, gives one last record with that fault: what comes after it
    cannot be told apart. Raises Bestandsfout when it is no list at all, or not in UTF-8.
    """
    lezer = _Lijst(bestand)
    lezer.begin()
    for rij, (tekst, fout) in enumerate(lezer.delen(), 1):
        if rij > klaar:
            yield Regel(rij, tekst.encode("utf-8", "replace"), rij, fouten=(fout,) if fout else ())


class _Lijst:
    """A window over the text that grows until the next record stands in it."""

    def __init__(self, bestand: BinaryIO) -> None:
        bestand.seek(0)
        self._bestand = bestand
        self._rest = b""
        self._tekst = ""
        self._op = False
        self._lees = json.JSONDecoder().raw_decode

    def begin(self) -> None:
        """Find the beginning of the list."""
        self._schuif()
        self._tekst = self._tekst.removeprefix("\ufeff").lstrip(_WIT)
        if not self._tekst.startswith("["):
            raise Bestandsfout("Lever een JSON-lijst met records: [ {...}, {...} ].")
        self._tekst = self._tekst[1:]

    def delen(self) -> Iterator[tuple[str, Rijfout | None]]:
        """Give the text of each record, and what is wrong with the last when the list does not end as it should."""
        while True:
            self._vul_wit()
            if self._tekst.startswith("]"):
                return
            einde = self._einde()
            if einde is None:
                yield self._tekst[:_BLOK], self._gebroken()
                return
            deel, self._tekst = self._tekst[:einde], self._tekst[einde:]
            yield deel, te_lang() if len(deel) > REGEL_HOOGSTENS else None
            self._vul_wit()
            if self._tekst.startswith(","):
                self._tekst = self._tekst[1:]
            elif not self._tekst.startswith("]"):
                yield self._tekst[:_BLOK], self._gebroken()
                return

    def _vul_wit(self) -> None:
        self._tekst = self._tekst.lstrip(_WIT)
        while not self._tekst and not self._op:
            self._schuif()
            self._tekst = self._tekst.lstrip(_WIT)

    def _einde(self) -> int | None:
        while True:
            try:
                einde = self._lees(self._tekst)[1]
            except (ValueError, RecursionError):
                einde = None
            # A number at the very end of the window may go on after it.
            if einde is not None and (einde < len(self._tekst) or self._op):
                return einde
            if self._op or len(self._tekst) > 2 * REGEL_HOOGSTENS:
                return None
            self._schuif()

    def _schuif(self) -> None:
        blok = self._bestand.read(_BLOK)
        self._op = not blok
        ruw = self._rest + blok
        try:
            self._tekst += ruw.decode()
            self._rest = b""
        except UnicodeDecodeError as fout:
            if self._op or len(ruw) - fout.start > 3:
                raise Bestandsfout("Lever JSON in UTF-8; dit bestand is anders gecodeerd.") from None
            self._tekst += ruw[: fout.start].decode()
            self._rest = ruw[fout.start :]

    def _gebroken(self) -> Rijfout:
        melding = "Hier breekt de lijst af of staat geen geldige JSON; wat hierna komt is niet gelezen."
        return Rijfout(veld="", klasse=Waardeklasse.ONLEESBARE_JSON, melding=melding)
