"""Wiring of the worker: a loop that delivers and watches terms, one round at a time."""

from __future__ import annotations

import signal
from threading import Event

import structlog

from app.db.sessie import Sessies, maak_sessies
from app.domain.beleid.register import Register
from app.klok import Klok, SysteemKlok
from app.logboek import configureer
from app.opstart import maak_bezorger, productie_database, productie_instellingen, productie_register
from app.services.bericht.bezorger import Bezorger
from app.services.ronde import ronde
from app.settings import WERKMAP

SECONDEN_TUSSEN_RONDES = 2.0
SECONDEN_NA_FOUT = 10.0
log = structlog.get_logger("worker")


def werk(sessies: Sessies, register: Register, klok: Klok, stop: Event, bezorger: Bezorger | None = None) -> None:
    """Do rounds until ``stop``, without a pause while there is work; whatever goes wrong is tried again later."""
    while not stop.is_set():
        pauze = SECONDEN_TUSSEN_RONDES
        try:
            if gedaan := ronde(sessies, register, klok.nu(), bezorger):
                log.info("ronde", gedaan=gedaan)
                pauze = 0.0
        except Exception:
            log.exception("ronde_mislukt")
            pauze = SECONDEN_NA_FOUT
        stop.wait(pauze)


def main() -> None:
    """Run the worker of a production installation until it is told to stop."""
    configureer()
    settings = productie_instellingen()
    engine, register = productie_database(settings, 2), productie_register()
    stop = Event()
    for sein in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sein, lambda *_: stop.set())
    werk(maak_sessies(engine), register, SysteemKlok(), stop, maak_bezorger(settings, WERKMAP))
    engine.dispose()


if __name__ == "__main__":
    main()
