"""Wiring of the worker: a loop that delivers and watches terms, one round at a time."""

from __future__ import annotations

import signal
from threading import Event

import structlog
from sqlalchemy.exc import SQLAlchemyError

from app.db.beleid_bestanden import laad_register
from app.db.sessie import Sessies, maak_engine, maak_sessies
from app.domain.beleid.register import Register
from app.klok import Klok, SysteemKlok
from app.logboek import configureer
from app.services.ronde import ronde
from app.settings import Settings

SECONDEN_TUSSEN_RONDES = 2.0
SECONDEN_NA_FOUT = 10.0
log = structlog.get_logger("worker")


def werk(sessies: Sessies, register: Register, klok: Klok, stop: Event) -> None:
    """Do rounds until ``stop``; a database that is away is tried again later."""
    while not stop.is_set():
        pauze = SECONDEN_TUSSEN_RONDES
        try:
            if gedaan := ronde(sessies, register, klok.nu()):
                log.info("ronde", gedaan=gedaan)
        except SQLAlchemyError:
            log.exception("ronde_mislukt")
            pauze = SECONDEN_NA_FOUT
        stop.wait(pauze)


def main() -> None:
    """Run the worker of a production installation until it is told to stop."""
    configureer()
    settings = Settings()
    stop = Event()
    for sein in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sein, lambda *_: stop.set())
    werk(maak_sessies(maak_engine(settings.database_url, 2)), laad_register(), SysteemKlok(), stop)


if __name__ == "__main__":
    main()
