"""The importing process by itself: takes in one file and works it through, and says what that cost as JSON."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from app.db.beleid_bestanden import laad_register
from app.db.diagnose.levering import Importstaat, Importvorm
from app.db.sessie import maak_engine, maak_sessies, transactie
from app.domain.kern.leefgebied import Instrument
from app.domain.kern.rollen import Actor, Rol
from app.services.diagnose.leveringen import Aanlevering, Bestandskop, bekijk, neem_aan
from app.services.diagnose.werker import werk_af
from app.services.handeling import Handeling

NU = datetime(2026, 4, 1, 9, tzinfo=UTC)
KOPPELING = UUID("00000000-0000-7000-8000-00000000b001")
ACTOR = Actor(KOPPELING, "koppeling", "deventer", ("GM0150",), (), frozenset({Rol.KOPPELING}), "bench")


class Meter:
    """Samples the resident memory of this process, in bytes."""

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._draad = threading.Thread(target=self._meet, daemon=True)
        self.metingen: list[int] = []

    def __enter__(self) -> Meter:
        self._draad.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._draad.join()

    def _meet(self) -> None:
        bladzijde = os.sysconf("SC_PAGE_SIZE")
        while not self._stop.wait(0.05):
            self.metingen.append(int(Path("/proc/self/statm").read_text().split()[1]) * bladzijde)


def main(url: str, pad: Path, opnieuw: bool) -> dict[str, Any]:
    """Import the file and return the figures."""
    sessies, register = maak_sessies(maak_engine(url, 4)), laad_register()
    som = _som(pad)
    kop = Bestandskop(instrument=Instrument.DARIUZ_WEGWIJZER, instrumentversie="2026.1", opnieuw=opnieuw)
    bestand = Aanlevering(kop=kop, vorm=Importvorm.NDJSON, sha256=som, grootte=pad.stat().st_size, pad=pad)
    with Meter() as meter:
        begin = time.perf_counter()
        with transactie(sessies, ACTOR) as sessie:
            h = Handeling(sessie, ACTOR, register, NU, "importeerDiagnoses", "Diagnose van de leefgebieden", "bench")
            levering = neem_aan(h, bestand)
        ontvangen = time.perf_counter()
        while werk_af(sessies, register, ACTOR, NU):
            pass
        klaar = time.perf_counter()
    with transactie(sessies, ACTOR) as sessie:
        h = Handeling(sessie, ACTOR, register, NU, "x", "x", "bench")
        levering = bekijk(h, levering.id)
        assert levering.staat is Importstaat.KLAAR, levering.reden
    velden = ("verwerkt", "ongewijzigd", "geweigerd", "niet_gevonden", "rijen", "grootte")
    return {
        "import_id": str(levering.id),
        "ontvangen_s": round(ontvangen - begin, 2),
        "verwerkt_s": round(klaar - ontvangen, 2),
        "geheugen": meter.metingen,
        **{veld: getattr(levering, veld) for veld in velden},
    }


def _som(pad: Path) -> str:
    som = hashlib.sha256()
    with pad.open("rb") as bestand:
        while stuk := bestand.read(1 << 20):
            som.update(stuk)
    return som.hexdigest()


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], Path(sys.argv[2]), sys.argv[3] == "opnieuw")))
