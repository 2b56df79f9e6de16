"""Hold the coverage to the house's budgets: every branch of the domain, nine tenths of the whole."""

import json
import sys
from pathlib import Path
from typing import Any

GEHEEL_MINSTENS = 90.0
VOLLEDIG = "app/domain/"


def main(bestand: str) -> int:
    """Read coverage's JSON report and say what is missing; returns 1 when a budget is broken."""
    verslag: dict[str, Any] = json.loads(Path(bestand).read_text(encoding="utf-8"))
    gaten = [
        regel
        for naam, cijfers in verslag["files"].items()
        if naam.startswith(VOLLEDIG)
        for regel in _gaten(naam, cijfers)
    ]
    geheel = float(verslag["totals"]["percent_covered"])
    for gat in gaten:
        print(f"niet getest: {gat}")
    print(
        f"dekking: {geheel:.1f} % van het geheel (minstens {GEHEEL_MINSTENS:.0f} %), {len(gaten)} gaten in het domein"
    )
    return 1 if gaten or geheel < GEHEEL_MINSTENS else 0


def _gaten(naam: str, cijfers: dict[str, Any]) -> list[str]:
    regels = [f"{naam}:{regel}" for regel in cijfers["missing_lines"]]
    takken = [
        f"{naam}:{van} naar {naar}" for van, naar in cijfers["missing_branches"] if van not in cijfers["missing_lines"]
    ]
    return regels + takken


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
