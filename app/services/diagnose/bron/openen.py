"""Opening what was delivered: what must be known of it, its form, and the rows in it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, Self
from uuid import UUID

from app.db.diagnose.levering import DiagnoseImport, Importvorm
from app.domain.kern.fouten import OngeldigeInvoer
from app.domain.kern.leefgebied import Instrument
from app.services.diagnose.bron.model import Bestandsfout, Regel
from app.services.diagnose.bron.regels_json import lees_lijst, lees_ndjson

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

    def levering(self) -> dict[str, Any]:
        """Give the fields of the row."""
        assert self.instrument is not None
        return vars(self) | {"door": self.instrumentnaam or _DOOR[self.instrument]}


def keur_bestand(pad: Path, vorm: Importvorm) -> list[Any] | None:
    """Look at the beginning of a file, and return its column names if it has them.

    Raises OngeldigeInvoer when there is nothing to read in it.
    """
    with pad.open("rb") as bestand:
        try:
            if next(regels(vorm, bestand), None) is None:
                raise Bestandsfout("Er staat geen record in; lever ten minste één uitslag.")
        except Bestandsfout as fout:
            raise OngeldigeInvoer({"body": fout.melding}) from None
    return None


def regels(vorm: Importvorm, bestand: io.RawIOBase | BinaryIO, plek: int = 0, rij: int = 0) -> Iterator[Regel]:
    """Read the records on from byte ``plek`` and row ``rij``. Raises Bestandsfout."""
    stroom = io.BufferedReader(bestand, 262_144) if isinstance(bestand, io.RawIOBase) else bestand
    if vorm is Importvorm.NDJSON:
        return lees_ndjson(stroom, plek, rij)
    return lees_lijst(stroom, rij)
