"""Opening what was delivered: what must be known of it, its form, and the rows in it."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, Self
from uuid import UUID

from app.db.diagnose.levering import DiagnoseImport, Importvorm
from app.domain.diagnose.mapping import KolomMapping
from app.domain.kern.fouten import OngeldigeInvoer
from app.domain.kern.leefgebied import Instrument
from app.services.diagnose.bron.csv_regels import lees_csv
from app.services.diagnose.bron.model import JSON_FOUTEN, JSON_RECORD, JSON_RUW, Bestandsfout, Regel, als_nummer
from app.services.diagnose.bron.regels_json import lees_lijst, lees_ndjson
from app.services.diagnose.bron.xlsx import lees_xlsx

_DOOR = {
    Instrument.DARIUZ_WEGWIJZER: "Dariuz Wegwijzer",
    Instrument.DARIUZ_DIAGNOSE: "Dariuz Diagnose",
    Instrument.COMPETENSYS: "CompetenSYS",
}


@dataclass(frozen=True)
class Bronkop:
    """What holds for every record of a file; what repairs a delivery takes it over from there."""

    instrument: Instrument | None
    instrumentnaam: str | None
    instrumentversie: str | None
    afgenomen_op: date | None
    mapping_id: UUID | None
    herstelt_id: UUID | None

    @classmethod
    def van(cls, gevraagd: dict[str, Any], bron: DiagnoseImport | None) -> Self:
        """Take what was asked, and the rest from the delivery that is repaired."""
        velden = {veld: gevraagd[veld] for veld in ("instrument", "instrumentnaam", "instrumentversie", "afgenomen_op")}
        velden |= {"mapping_id": gevraagd["mapping"], "herstelt_id": gevraagd["herstelt"]}
        if bron is not None:
            velden |= {veld: getattr(bron, veld) for veld, waarde in velden.items() if waarde is None}
            velden["herstelt_id"] = bron.id
        return cls(**velden)

    @property
    def merk(self) -> str:
        """By which the same content, delivered in another way, is another delivery."""
        return "\n".join(map(str, vars(self).values()))

    def fouten(self, vandaag: date) -> dict[str, str]:
        """Say what is missing or cannot be, by the name of the parameter."""
        fouten = {}
        if self.instrument is None:
            fouten["instrument"] = "Noem het instrument waarmee de uitslagen zijn gemaakt."
        if self.instrument is Instrument.FORMAT:
            fouten["instrument"] = "Leg het format vast met `leefgebiedenformats`."
        if (self.instrument is Instrument.ANDER) != (self.instrumentnaam is not None):
            fouten["instrumentnaam"] = "Noem het instrument bij `ander`, en alleen dan."
        if self.afgenomen_op and self.afgenomen_op > vandaag:
            fouten["afgenomenOp"] = "Geef een datum die niet in de toekomst ligt."
        return fouten

    @property
    def door(self) -> str:
        """Who or what found the results, where the records do not say."""
        return self.instrumentnaam or _DOOR.get(self.instrument or Instrument.ANDER, "")

    def levering(self) -> dict[str, Any]:
        """Give the fields of the row."""
        return vars(self) | {"door": self.door}


def keur_bestand(pad: Path, vorm: Importvorm, mapping: KolomMapping | None) -> list[str] | None:
    """Look at the beginning of a file, and return its column names if it has them.

    Raises OngeldigeInvoer when there is nothing to read in it.
    """
    namen: list[str] = []
    with pad.open("rb") as bestand:
        try:
            if next(regels(vorm, bestand, mapping, namen=namen), None) is None:
                raise Bestandsfout("Er staat geen record in; lever ten minste één uitslag.")
        except Bestandsfout as fout:
            raise OngeldigeInvoer({"body": fout.melding}) from None
    return namen or None


def regels(
    vorm: Importvorm,
    bestand: io.RawIOBase | BinaryIO,
    mapping: KolomMapping | None,
    vanaf: tuple[int, int] = (0, 0),
    namen: list[str] | None = None,
) -> Iterator[Regel]:
    """Read the records on from ``vanaf`` (byte, row), and put the names of the columns in ``namen``.

    Raises Bestandsfout.
    """
    stroom = io.BufferedReader(bestand, 262_144) if isinstance(bestand, io.RawIOBase) else bestand
    if vorm is Importvorm.NDJSON:
        return lees_ndjson(stroom, *vanaf)
    if vorm is Importvorm.JSON:
        return lees_lijst(stroom, vanaf[1])
    koppen: list[str] = [] if namen is None else namen
    if vorm is Importvorm.CSV:
        return lees_csv(stroom, mapping, koppen, *vanaf)
    return lees_xlsx(stroom, mapping, koppen, vanaf[1])


def met_merk(regel: Regel) -> Regel:
    """Take out of a JSON record what a herstelbestand put in it, and say which record it repairs."""
    if regel.velden is not None or regel.fouten:
        return regel
    try:
        velden = json.loads(regel.ruw)
    except (ValueError, RecursionError):
        return regel
    if not isinstance(velden, dict):
        return regel
    for naam in (JSON_FOUTEN, JSON_RUW):
        velden.pop(naam, None)
    return regel._replace(velden=velden, herstelt=als_nummer(velden.pop(JSON_RECORD, None)))
