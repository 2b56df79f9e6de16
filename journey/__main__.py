"""``make journey``: plays the story and exits non-zero at the first expectation that does not hold."""

from __future__ import annotations

import sys
import time

from journey import (
    aanmelden,
    beleid,
    beschikken,
    bezwaar,
    blokkeren,
    budget,
    doelgroepen,
    handhaven,
    hardheid,
    indelen,
    kick_off,
    leerroute,
    loonkosten,
    overzicht,
    plannen,
    screenen,
    signaleren,
    startbaan,
    taaleis,
)
from journey.reis import Reis
from journey.server import eigen_server
from journey.verteller import ReisMislukt, Verteller

HOOFDSTUKKEN = (
    *(leerroute, aanmelden, screenen, indelen, kick_off, plannen, handhaven),
    *(taaleis, beleid, bezwaar, blokkeren, signaleren),
    *(doelgroepen, beschikken, loonkosten, startbaan, budget, hardheid, overzicht),
)


def main() -> int:
    """Play all chapters on an own server with an empty database."""
    begin = time.monotonic()
    verteller = Verteller()
    try:
        with eigen_server() as server:
            reis = Reis(server, verteller)
            for hoofdstuk in HOOFDSTUKKEN:
                hoofdstuk.speel(reis)
    except ReisMislukt as fout:
        print(f"\n✘ De reis stopt hier. {fout}", file=sys.stderr)
        return 1
    seconden = time.monotonic() - begin
    print(f"\nDe reis is rond: {verteller.gecontroleerd} controles in {seconden:.0f} seconden.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
