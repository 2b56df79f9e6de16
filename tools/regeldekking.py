"""Which rules of the catalogue are proven by a test that ran and passed, per subject.

Writes ``var/regeldekking.json``: per subject (DEV-MTR) ``totaal``, the ids ``bewezen`` and ``open``, and
``weggelaten`` with the reason of each.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import TypedDict

import yaml

from tools.catalogus import WEGGELATEN, onderwerp, regel_ids

WORTEL = Path(__file__).parents[1]
BEWIJS = Path("var/regelbewijs-dekking.json")
VERSLAG = Path("var/regeldekking.json")
PYTEST_GESLAAGD, PYTEST_MISLUKT, PYTEST_NIETS = 0, 1, 5


class Dekking(TypedDict):
    """One subject of one municipality."""

    totaal: int
    bewezen: list[str]
    weggelaten: dict[str, str]
    open: list[str]


def main() -> int:
    """Run the tests that name a rule and report; returns 1 when they could not be run, or a file contradicts itself."""
    (WORTEL / BEWIJS).unlink(missing_ok=True)
    opdracht = [sys.executable, "-m", "pytest", "-q", "-n", "2", "-m", "regel", f"--regelbewijs={BEWIJS}"]
    uitkomst = subprocess.run(opdracht, cwd=WORTEL, stdout=sys.stderr, check=False).returncode
    if uitkomst not in (PYTEST_GESLAAGD, PYTEST_MISLUKT, PYTEST_NIETS):
        print(f"De testen konden niet draaien (pytest: {uitkomst}).")
        return 1
    bewezen = set(json.loads((WORTEL / BEWIJS).read_text(encoding="utf-8")))
    weggelaten = yaml.safe_load(WEGGELATEN.read_text(encoding="utf-8")) or {}
    ids = regel_ids()
    if fouten := tegenstrijdig(ids, bewezen, weggelaten):
        print("\n".join(fouten))
        return 1
    verslag = tel(ids, bewezen, weggelaten)
    (WORTEL / VERSLAG).write_text(json.dumps(verslag, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    toon(verslag)
    return 0


def tegenstrijdig(ids: list[str], bewezen: set[str], weggelaten: dict[str, str]) -> list[str]:
    """Say what cannot be true at once: a rule that is left out and proven, or left out and not in the catalogue."""
    beide = [
        f"{id_} is weggelaten en toch bewezen: haal hem uit {WEGGELATEN.name}" for id_ in weggelaten if id_ in bewezen
    ]
    vreemd = [f"{id_} is weggelaten maar staat niet in de catalogus" for id_ in weggelaten if id_ not in ids]
    zonder = [f"{id_} is weggelaten zonder reden" for id_, reden in weggelaten.items() if not reden]
    return beide + vreemd + zonder


def tel(ids: list[str], bewezen: set[str], weggelaten: dict[str, str]) -> dict[str, Dekking]:
    """Divide every rule of the catalogue over proven, left out and open."""
    verslag: dict[str, Dekking] = {}
    for id_ in ids:
        deel = verslag.setdefault(onderwerp(id_), {"totaal": 0, "bewezen": [], "weggelaten": {}, "open": []})
        deel["totaal"] += 1
        if id_ in bewezen:
            deel["bewezen"].append(id_)
        elif id_ in weggelaten:
            deel["weggelaten"][id_] = weggelaten[id_]
        else:
            deel["open"].append(id_)
    return dict(sorted(verslag.items()))


def toon(verslag: dict[str, Dekking]) -> None:
    """Print the table, the ids of subjects in hand and the reasons; the last line is the sum."""
    print(f"{'onderwerp':<10} {'totaal':>6} {'bewezen':>7} {'weggelaten':>10} {'open':>5}")
    for naam, deel in verslag.items():
        bewezen, weg, open_ = len(deel["bewezen"]), len(deel["weggelaten"]), len(deel["open"])
        print(f"{naam:<10} {deel['totaal']:>6} {bewezen:>7} {weg:>10} {open_:>5}")
    for naam, deel in verslag.items():
        if deel["bewezen"]:
            print(f"\n{naam} bewezen: {' '.join(id_.removeprefix(naam + '-') for id_ in deel['bewezen'])}")
            print(f"{naam} open: {' '.join(id_.removeprefix(naam + '-') for id_ in deel['open']) or 'geen'}")
        for id_, reden in deel["weggelaten"].items():
            print(f"{id_} weggelaten: {reden}")
    bewezen = sum(len(deel["bewezen"]) for deel in verslag.values())
    print(f"\nregels bewezen: {bewezen} van {sum(deel['totaal'] for deel in verslag.values())}")


if __name__ == "__main__":
    sys.exit(main())
