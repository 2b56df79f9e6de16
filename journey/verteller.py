"""Tells the journey as a consultant would, and stops at the first expectation that does not hold."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from app.domain.kern.datum import dag_voluit
from app.domain.kern.tijd import nl_tijd

TEKENS = {"voldaan": "✓", "niet_voldaan": "✗", "onbepaald": "?"}


class ReisMislukt(Exception):
    """An expectation did not hold."""


def datum(waarde: str) -> str:
    """Write an ISO date or moment as Dutch people write the day: ``dinsdag 31 maart 2026``."""
    dag = nl_tijd(datetime.fromisoformat(waarde)).date() if "T" in waarde else date.fromisoformat(waarde)
    return dag_voluit(dag)


class Verteller:
    """Prints what happens; counts what was checked."""

    def __init__(self) -> None:
        self.gecontroleerd = 0

    def hoofdstuk(self, titel: str) -> None:
        """Begin a part of the story."""
        print(f"\n══ {titel}")

    def zeg(self, wie: str, tekst: str) -> None:
        """Tell who does what."""
        print(f"\n  {wie}: {tekst}")

    def termijn(self, termijn: dict[str, Any]) -> None:
        """Tell a term and why it ends when it ends."""
        print(f"      ⏱ {termijn['soort']}: tot en met {datum(termijn['einde'])} — {termijn['regel']}")
        for stap in termijn["stappen"]:
            if stap["soort"] not in ("start", "regel", "einde"):
                print(f"          · {stap['uitleg']}")

    def toetsen(self, toetsen: Iterable[dict[str, Any]]) -> None:
        """Tell what was tested, on which article."""
        for toets in toetsen:
            artikel = toets.get("artikel") or toets["grondslag"]["tekst"]
            print(f"      {TEKENS[toets['uitkomst']]} {toets['toelichting']} [{artikel}]")

    def feit(self, tekst: str) -> None:
        """Tell something that came out."""
        print(f"      → {tekst}")

    def klopt(self, wat: str, voldaan: bool, gevonden: Any = "") -> None:
        """Check an expectation; the first one that fails ends the journey."""
        self.gecontroleerd += 1
        if not voldaan:
            raise ReisMislukt(f"{wat}; gevonden: {gevonden!r}")
        print(f"      ✔ {wat}")

    def gelijk(self, wat: str, gevonden: Any, verwacht: Any) -> None:
        """Check that something is exactly what was expected."""
        self.klopt(f"{wat}: {verwacht}", gevonden == verwacht, gevonden)
