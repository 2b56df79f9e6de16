"""The service as a process of its own, over real HTTP, that can be killed without warning and started again."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import httpx
from starlette.testclient import TestClient

from app.klok import SysteemKlok, VasteKlok
from app.opstart import ontwikkelinstellingen, ontwikkeluitgever
from tests.steun.bron import WORTEL
from tests.steun.dienst import Dienst

UITERSTE = 120.0
TUSSENTIJD = 0.05


class Server:
    """One server in development mode on the database ``url``, with ``werkmap`` for its key and its clock."""

    def __init__(self, url: str, werkmap: Path) -> None:
        self._url = url
        self._werkmap = werkmap
        self._proces: subprocess.Popen[bytes] | None = None
        self.poort = vrije_poort()
        self.client = httpx.Client(base_url=f"http://127.0.0.1:{self.poort}", timeout=30)

    def start(self) -> None:
        """Start it, and wait until it is ready for work."""
        # Not measured: what a killed process saw is lost anyway, and measuring doubles the time.
        omgeving = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("COV")}
        omgeving["IOM_DATABASE_URL"] = self._url
        opdracht = [sys.executable, "-m", "app.cli", "run", "--geen-demo", "--port", str(self.poort)]
        with self.log.open("ab") as uitvoer:
            self._proces = subprocess.Popen(
                [*opdracht, "--werkmap", str(self._werkmap)], env=omgeving, cwd=WORTEL, stdout=uitvoer, stderr=uitvoer
            )
        wacht_tot(self._gereed, lambda: f"De server start niet:\n{self.log.read_text()[-4000:]}")

    @property
    def log(self) -> Path:
        """Everything that it has written so far."""
        return self._werkmap / "server.log"

    def dood(self) -> None:
        """Kill it: nothing is finished, nothing is said goodbye to."""
        assert self._proces is not None
        self._proces.send_signal(signal.SIGKILL)
        self._proces.wait()

    def stop(self) -> None:
        """End it as an administrator would."""
        if self._proces is not None and self._proces.poll() is None:
            self._proces.terminate()
            self._proces.wait(timeout=20)
        self.client.close()

    def _gereed(self) -> bool:
        assert self._proces is not None
        assert self._proces.poll() is None, self.log.read_text()[-4000:]
        try:
            return self.client.get("/health/ready").status_code == 200
        except httpx.TransportError:
            return False


class Beller(Dienst):
    """Talks to a server in another process; its clock is set over HTTP."""

    def __init__(self, server: Server, werkmap: Path) -> None:
        uitgever = ontwikkeluitgever(werkmap, ontwikkelinstellingen())
        super().__init__(cast("TestClient", server.client), uitgever, VasteKlok(SysteemKlok().nu()))

    def zet_klok(self, moment: str) -> None:
        antwoord = self.client.put("/ontwikkel/klok", json={"tijdstip": moment})
        assert antwoord.status_code == 200, antwoord.text

    def hoe_laat(self) -> datetime:
        """What the clock of the service says."""
        return datetime.fromisoformat(self.client.get("/ontwikkel/klok").json()["tijdstip"])


@contextmanager
def eigen_server(url: str, werkmap: Path) -> Iterator[Server]:
    """A server that runs as long as the block."""
    server = Server(url, werkmap)
    try:
        server.start()
        yield server
    finally:
        server.stop()


def vrije_poort() -> int:
    """A port that nobody listens on."""
    with socket.socket() as lijn:
        lijn.bind(("127.0.0.1", 0))
        return int(lijn.getsockname()[1])


def wacht_tot(klaar: Any, anders: Any) -> None:
    """Wait until ``klaar`` is true; ``anders`` says what is wrong when that takes too long."""
    grens = time.monotonic() + UITERSTE
    while not klaar():
        assert time.monotonic() < grens, anders()
        time.sleep(TUSSENTIJD)
