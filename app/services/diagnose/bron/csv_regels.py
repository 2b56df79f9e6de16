"""CSV, read line by line with its place in bytes, so that a killed import goes on where it was."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import BinaryIO

from app.domain.diagnose.mapping import Bestandsvorm, KolomMapping
from app.domain.diagnose.waardeklasse import Rijfout, Waardeklasse
from app.services.diagnose.bron.model import REGEL_HOOGSTENS, Bestandsfout, Regel, te_lang
from app.services.diagnose.bron.tabel import leg_op

_BOM = b"\xef\xbb\xbf"
_BLOK = 65_536


class _Lijnen:
    """The lines of a file as text; a byte that is no letter in this coding becomes a mark, and a long line is cut."""

    def __init__(self, bestand: BinaryIO, codering: str, plek: int) -> None:
        bestand.seek(plek)
        self._bestand = bestand
        self._codering = {"utf-8": "utf-8", "windows-1252": "cp1252"}[codering]
        self.plek = plek
        self.te_lang = False

    def __iter__(self) -> Iterator[str]:
        while ruw := self._bestand.readline(REGEL_HOOGSTENS):
            begin = self.plek == 0
            self.plek += len(ruw)
            if len(ruw) == REGEL_HOOGSTENS and not ruw.endswith(b"\n"):
                self._sla_over()
                ruw = ruw[:1_000].replace(b'"', b"") + b"\n"
                self.te_lang = True
            yield (ruw.removeprefix(_BOM) if begin else ruw).decode(self._codering, "surrogateescape")

    def _sla_over(self) -> None:
        while blok := self._bestand.readline(_BLOK):
            self.plek += len(blok)
            if blok.endswith(b"\n"):
                return


def lees_csv(
    bestand: BinaryIO, mapping: KolomMapping | None, namen: list[str], plek: int = 0, rij: int = 0
) -> Iterator[Regel]:
    """Read a record from every row under the names (put in ``namen``), on from byte ``plek`` and row ``rij``.

    Raises Bestandsfout.
    """
    codering = mapping.codering if mapping else "utf-8"
    teken = mapping.scheidingsteken if mapping else ";"
    kopregel = mapping.kopregel if mapping else 1
    lijnen = _Lijnen(bestand, codering, 0)
    lezer = csv.reader(lijnen, delimiter=teken)
    namen[:] = _koppen(lezer, kopregel)
    tabel = leg_op(mapping, Bestandsvorm.CSV, namen)
    if plek:
        lijnen = _Lijnen(bestand, codering, plek)
        lezer = csv.reader(lijnen, delimiter=teken)
    else:
        rij = kopregel
    while True:
        rij += 1
        fouten: list[Rijfout] = []
        try:
            cellen = next(lezer)
        except StopIteration:
            return
        except csv.Error:
            cellen, fouten = [], [te_lang()]
        if lijnen.te_lang:
            cellen, fouten, lijnen.te_lang = [], [te_lang()], False
        if cellen or fouten:
            yield tabel.regel(rij, _leesbaar(cellen, fouten), lijnen.plek, fouten)


def _koppen(lezer: Iterator[list[str]], kopregel: int) -> list[str]:
    try:
        for _ in range(kopregel - 1):
            next(lezer)
        koppen = next(lezer)
    except (StopIteration, csv.Error):
        raise Bestandsfout("Er staat geen rij met namen van kolommen waar die wordt verwacht.") from None
    if any(_is_mis(kop) for kop in koppen):
        raise Bestandsfout("De namen van de kolommen zijn niet te lezen; noem de juiste codering in de mapping.")
    return koppen


def _leesbaar(cellen: list[str], fouten: list[Rijfout]) -> list[str]:
    """Take out what cannot be read, and say so."""
    mis = [nr for nr, cel in enumerate(cellen, 1) if _is_mis(cel)]
    if not mis:
        return cellen
    plekken = ", ".join(map(str, mis[:10]))
    melding = f"Lever in de codering van de mapping; in kolom {plekken} is een teken niet te lezen."
    fouten.append(Rijfout(veld="", klasse=Waardeklasse.ONLEESBAAR_TEKEN, melding=melding))
    return [cel.encode("utf-8", "replace").decode() for cel in cellen]


def _is_mis(tekst: str) -> bool:
    return any("\udc80" <= teken <= "\udcff" for teken in tekst)
