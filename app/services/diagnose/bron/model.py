"""What every form of a delivery is read into: rows with their place, and faults of the file itself."""

from __future__ import annotations

from typing import Any, NamedTuple
from uuid import UUID

from app.domain.diagnose.waardeklasse import Rijfout, Waardeklasse

REGEL_HOOGSTENS = 262_144
"""Bytes of one record; a longer one is refused and passed over."""


class Bestandsfout(Exception):
    """The file as a whole cannot be read; ``melding`` says in Dutch what would be right, without repeating it."""

    def __init__(self, melding: str) -> None:
        super().__init__(melding)
        self.melding = melding


class Regel(NamedTuple):
    """One record as delivered: its row, its bytes, and where in the file the next begins.

    ``velden`` is the record by the fields of our own schema; None when ``ruw`` is that record as JSON. ``kolommen``
    tells for a field in which column it stood. ``herstelt`` is the record that was set aside and is repaired with this.
    """

    rij: int
    ruw: bytes
    eind: int
    velden: Any = None
    fouten: tuple[Rijfout, ...] = ()
    kolommen: dict[str, str] | None = None
    herstelt: UUID | None = None


JSON_RECORD, JSON_FOUTEN, JSON_RUW = "_record", "_fouten", "_ruw"
"""Names that a herstelbestand in JSON has besides: which record it was, what was wrong, and what cannot be read."""


def als_nummer(tekst: Any) -> UUID | None:
    """Read the id of a record; None when it is none."""
    try:
        return UUID(str(tekst))
    except ValueError:
        return None


def te_lang() -> Rijfout:
    """Say that a record is longer than anything that could be right."""
    melding = f"Een record heeft hoogstens {REGEL_HOOGSTENS} bytes."
    return Rijfout(veld="", klasse=Waardeklasse.TE_LANG, melding=melding)
