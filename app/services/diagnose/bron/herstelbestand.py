"""Herstelbestand: what was set aside, in the form in which it came, with which record it is and what is wrong.

No cell in it is a formula: a text that could be taken for one begins with an apostrophe, or is plainly text in XLSX.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from app.db.diagnose.levering import DiagnoseAfgekeurd, DiagnoseImport, Importvorm
from app.domain.diagnose.mapping import KolomMapping
from app.services.diagnose.bron.model import JSON_FOUTEN, JSON_RECORD, JSON_RUW
from app.services.diagnose.bron.tabel import FOUTEN, RECORD

_FORMULE = ("=", "+", "-", "@", "\t", "\r")


def schrijf_herstelbestand(
    levering: DiagnoseImport, mapping: KolomMapping | None, rijen: Sequence[DiagnoseAfgekeurd]
) -> bytes:
    """Write the rows; the same mapping reads them again."""
    if levering.vorm is Importvorm.CSV:
        return _csv(levering, mapping, rijen)
    if levering.vorm is Importvorm.XLSX:
        return _xlsx(levering, mapping, rijen)
    regels = [json.dumps(_record(rij), ensure_ascii=True) for rij in rijen]
    tekst = "\n".join(regels) if levering.vorm is Importvorm.NDJSON else f"[{','.join(regels)}]"
    return tekst.encode()


def onschadelijk(tekst: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{tekst}" if tekst.startswith(_FORMULE) else tekst


def _record(rij: DiagnoseAfgekeurd) -> dict[str, Any]:
    merk = {JSON_RECORD: str(rij.id), JSON_FOUTEN: [fout["melding"] for fout in rij.fouten]}
    try:
        inhoud = json.loads(rij.ruw)
    except (ValueError, RecursionError):
        inhoud = None
    return merk | (inhoud if isinstance(inhoud, dict) else {JSON_RUW: rij.ruw.decode("utf-8", "replace")})


def _rijen(levering: DiagnoseImport, rijen: Sequence[DiagnoseAfgekeurd]) -> Iterator[list[Any]]:
    koppen = [kop for kop in levering.koppen or [] if kop not in (RECORD, FOUTEN)]
    eigen = [nr for nr, kop in enumerate(levering.koppen or []) if kop not in (RECORD, FOUTEN)]
    yield [*koppen, RECORD, FOUTEN]
    for rij in rijen:
        cellen = json.loads(rij.ruw) if rij.ruw.endswith(b"]") else []
        waarden = [_cel(cellen[nr]) if nr < len(cellen) else "" for nr in eigen]
        yield [*waarden, str(rij.id), " ".join(map(_melding, rij.fouten))]


def _melding(fout: dict[str, str]) -> str:
    return f"{fout['kolom']}: {fout['melding']}" if fout.get("kolom") else fout["melding"]


def _cel(waarde: Any) -> Any:
    return date.fromisoformat(waarde["datum"]) if isinstance(waarde, dict) else waarde


def _csv(levering: DiagnoseImport, mapping: KolomMapping | None, rijen: Sequence[DiagnoseAfgekeurd]) -> bytes:
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit, delimiter=mapping.scheidingsteken if mapping else ";")
    uit.write("\r\n" * (mapping.kopregel - 1 if mapping else 0))
    for rij in _rijen(levering, rijen):
        schrijver.writerow([onschadelijk(str(cel)) for cel in rij])
    codering = {"windows-1252": "cp1252"}.get(mapping.codering if mapping else "", "utf-8")
    return uit.getvalue().encode(codering, "replace")


def _xlsx(levering: DiagnoseImport, mapping: KolomMapping | None, rijen: Sequence[DiagnoseAfgekeurd]) -> bytes:
    boek = Workbook(write_only=True)
    blad = boek.create_sheet((mapping.blad if mapping else None) or "Herstel")
    for _ in range(mapping.kopregel - 1 if mapping else 0):
        blad.append([])
    for rij in _rijen(levering, rijen):
        cellen = []
        for waarde in rij:
            cel = WriteOnlyCell(blad, value=waarde)
            if isinstance(waarde, str):
                cel.data_type = "s"
            cellen.append(cel)
        blad.append(cellen)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()
