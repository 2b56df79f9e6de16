"""Ploeg: processes that compute chunks, one per core; they know no database and end with the worker."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Lock, Thread

from app.domain.simulatie.telling import Telling
from app.services.simulatie.rekenen import Brok, reken


def kernen() -> int:
    """Return how many cores this process may use."""
    toegewezen: Callable[[int], set[int]] | None = getattr(os, "sched_getaffinity", None)
    return len(toegewezen(0)) if toegewezen else os.cpu_count() or 1


def _eindig_met_de_werker() -> None:
    """Stop this process when the worker that started it is gone, however it ended."""
    ouder = parent_process()
    if ouder is not None:
        Thread(target=lambda: (wait([ouder.sentinel]), os._exit(1)), daemon=True).start()


class Ploeg:
    """Processes that are started at the first chunk and kept until ``sluit``."""

    def __init__(self, processen: int | None = None) -> None:
        self.processen = processen or kernen()
        self._processen: ProcessPoolExecutor | None = None
        self._slot = Lock()

    def reken(self, brok: Brok) -> Future[Telling]:
        """Compute a chunk, some time soon. BrokenProcessPool when a process was killed: then start again."""
        with self._slot:
            if self._processen is None:
                # Started afresh: a fork would share the connections of the database.
                self._processen = ProcessPoolExecutor(
                    self.processen, mp_context=get_context("spawn"), initializer=_eindig_met_de_werker
                )
            return self._processen.submit(reken, brok)

    def sluit(self) -> None:
        """Stop the processes; nothing happens when there are none."""
        with self._slot:
            processen, self._processen = self._processen, None
        if processen is not None:
            processen.shutdown(cancel_futures=True)
