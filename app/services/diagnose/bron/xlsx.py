"""XLSX: looked over as a zip before anything in it is read, and then read row by row."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from openpyxl import DEFUSEDXML, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from app.domain.diagnose.mapping import Bestandsvorm, KolomMapping
from app.services.diagnose.bron.model import Bestandsfout, Regel
from app.services.diagnose.bron.tabel import leg_op

DELEN_HOOGSTENS = 500
DEEL_HOOGSTENS = 1 << 29
TEKSTEN_HOOGSTENS = 1 << 26
VERHOUDING_HOOGSTENS = 200
"""How many times larger a part may become; a sheet of numbers gets about twenty times as large."""

LEEG_HOOGSTENS = 10_000
_TEKSTEN = "xl/sharedStrings.xml"
_KAPOT = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    InvalidFileException,
    ParseError,
    DefusedXmlException,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
    EOFError,
    RuntimeError,
)
"""What the library raises over a file that is damaged or made to do damage."""


def lees_xlsx(bestand: BinaryIO, mapping: KolomMapping | None, namen: list[str], rij: int = 0) -> Iterator[Regel]:
    """Read a record from every row under the names (put in ``namen``), on after row ``rij``. Raises Bestandsfout."""
    assert DEFUSEDXML, "zonder defusedxml wordt geen XLSX gelezen"
    keur_zip(bestand)
    kopregel = mapping.kopregel if mapping else 1
    rijen = _rijen(bestand, mapping.blad if mapping else None)
    koppen = next((cellen for nr, cellen in rijen if nr == kopregel), None)
    if not koppen:
        raise Bestandsfout("Er staat geen rij met namen van kolommen waar die wordt verwacht.")
    namen[:] = ["" if kop is None else str(kop).strip() for kop in koppen]
    tabel = leg_op(mapping, Bestandsvorm.XLSX, namen)
    for nr, cellen in rijen:
        if nr > rij and cellen:
            yield tabel.regel(nr, cellen, nr)


def keur_zip(bestand: BinaryIO) -> None:
    """Look at what a file says of its parts. Raises Bestandsfout for one that would become too large."""
    try:
        with zipfile.ZipFile(bestand) as pakket:
            delen = pakket.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError):
        raise Bestandsfout("Dit is geen XLSX-bestand.") from None
    groot = "Dit XLSX-bestand wordt uitgepakt te groot; lever het als CSV of NDJSON."
    if len(delen) > DELEN_HOOGSTENS or sum(deel.file_size for deel in delen) > DEEL_HOOGSTENS:
        raise Bestandsfout(groot)
    for deel in delen:
        hoogstens = TEKSTEN_HOOGSTENS if deel.filename == _TEKSTEN else DEEL_HOOGSTENS
        te_dicht = deel.file_size > 1 << 20 and deel.file_size > VERHOUDING_HOOGSTENS * max(deel.compress_size, 1)
        if deel.file_size > hoogstens or te_dicht:
            raise Bestandsfout(groot)
        if deel.flag_bits & 1:
            raise Bestandsfout("Dit XLSX-bestand heeft een wachtwoord; lever het zonder.")


def _rijen(bestand: BinaryIO, blad: str | None) -> Iterator[tuple[int, list[Any]]]:
    """Give every row with its number; a row without values is empty."""
    try:
        boek = load_workbook(bestand, read_only=True, data_only=False, keep_links=False)
        gekozen = boek[blad] if blad is not None else boek.worksheets[0]
        gekozen.reset_dimensions()
        leeg = 0
        for nr, rij in enumerate(gekozen.iter_rows(values_only=True), 1):
            cellen = _zonder_staart(rij)
            leeg = 0 if cellen else leeg + 1
            if leeg > LEEG_HOOGSTENS:
                return
            yield nr, cellen
    except _KAPOT as fout:
        if isinstance(fout, KeyError) and blad is not None:
            raise Bestandsfout("Het blad dat de mapping noemt zit niet in dit bestand.") from None
        raise Bestandsfout("Dit XLSX-bestand is beschadigd of niet te lezen.") from None


def _zonder_staart(rij: Any) -> list[Any]:
    cellen = list(rij)
    while cellen and (cellen[-1] is None or cellen[-1] == ""):
        cellen.pop()
    return cellen
