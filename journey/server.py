"""An own server for the journey: free port, empty database, its own folder; and killing it without warning."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from app import ingebed

WACHT_SECONDEN = 120.0


class Server:
    """One server process that can be killed and started again on the same database."""

    def __init__(self, werkmap: Path) -> None:
        self.werkmap = werkmap
        self.poort = _vrije_poort()
        self.adres = f"http://127.0.0.1:{self.poort}"
        self._proces: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the server and wait until it is ready for work."""
        omgeving = {n: w for n, w in os.environ.items() if n not in ("DATABASE_URL", "IOM_DATABASE_URL")}
        opdracht = [sys.executable, "-m", "app.cli", "run", "--port", str(self.poort)]
        opdracht += ["--geen-demo", "--werkmap", str(self.werkmap)]
        with (self.werkmap / "server.log").open("ab") as log:
            self._proces = subprocess.Popen(opdracht, env=omgeving, stdout=log, stderr=log)
        self._wacht_tot_gereed()

    def kill(self) -> None:
        """Kill the server without giving it a chance to finish anything (SIGKILL)."""
        assert self._proces is not None
        self._proces.send_signal(signal.SIGKILL)
        self._proces.wait()

    def stop(self) -> None:
        """Stop the server and its database."""
        if self._proces is not None and self._proces.poll() is None:
            self._proces.terminate()
            self._proces.wait(timeout=20)
        ingebed.stop(self.werkmap / "pg")

    def _wacht_tot_gereed(self) -> None:
        grens = time.monotonic() + WACHT_SECONDEN
        while time.monotonic() < grens:
            assert self._proces is not None
            if self._proces.poll() is not None:
                break
            try:
                if httpx.get(f"{self.adres}/health/ready").status_code == httpx.codes.OK:
                    return
            except httpx.TransportError:
                time.sleep(0.1)
        raise RuntimeError(f"De server start niet:\n{(self.werkmap / 'server.log').read_text()[-4000:]}")


def _vrije_poort() -> int:
    with socket.socket() as lijn:
        lijn.bind(("127.0.0.1", 0))
        return int(lijn.getsockname()[1])


@contextmanager
def eigen_server() -> Iterator[Server]:
    """Run a server on an empty database; everything is gone afterwards."""
    with TemporaryDirectory(prefix="iom-reis-") as map_:
        server = Server(Path(map_))
        try:
            server.start()
            yield server
        finally:
            server.stop()
