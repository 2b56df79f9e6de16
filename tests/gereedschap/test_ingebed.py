"""The embedded PostgreSQL starts, again and after a crash, wherever the project stands."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from app import ingebed

START = "import sys; from pathlib import Path; from app import ingebed; print(ingebed.start(Path(sys.argv[1])))"


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Path]:
    """A folder that is too long for a socket address, with a space and a quote in its name."""
    map = tmp_path / ("lang" * 25) / "map van 'jan'"
    yield map
    ingebed.stop(map)


def uitvoeren(url: str, opdracht: str) -> None:
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as verbinding:
        verbinding.execute(opdracht)


def test_server_overleeft_een_kill_en_verliest_niets(cluster: Path) -> None:
    url = ingebed.start(cluster)
    uitvoeren(url, "CREATE TABLE bewaard (nummer int)")
    os.kill(int((cluster / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)
    assert ingebed.start(cluster) == url
    uitvoeren(url, "INSERT INTO bewaard VALUES (1)")


def test_pidbestand_van_een_ander_proces_houdt_de_start_niet_tegen(cluster: Path) -> None:
    url = ingebed.start(cluster, vluchtig=True)
    pidbestand = cluster / "postmaster.pid"
    regels = pidbestand.read_text().splitlines()
    ingebed.stop(cluster)
    pidbestand.write_text("\n".join([str(os.getpid()), *regels[1:]]))
    assert ingebed.start(cluster, vluchtig=True) == url


def test_twee_processen_starten_samen_een_server(cluster: Path) -> None:
    opdracht = [sys.executable, "-c", START, str(cluster)]
    processen = [subprocess.Popen(opdracht, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    antwoorden = {proces.communicate(timeout=60)[0] for proces in processen}
    assert [proces.returncode for proces in processen] == [0, 0]
    assert antwoorden == {ingebed.start(cluster) + "\n"}


def test_stop_zonder_server_is_geen_fout(tmp_path: Path) -> None:
    ingebed.stop(tmp_path / "niets")
    assert not (tmp_path / "niets").exists()


def test_cluster_van_een_andere_versie_wordt_met_reden_geweigerd(cluster: Path) -> None:
    ingebed.start(cluster, vluchtig=True)
    ingebed.stop(cluster)
    (cluster / "PG_VERSION").write_text("9.6\n")
    with pytest.raises(ingebed.IngebedFout, match="incompatible"):
        ingebed.start(cluster)


def test_map_met_iets_anders_blijft_onaangeroerd(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").touch()
    with pytest.raises(ingebed.IngebedFout, match="iets anders"):
        ingebed.start(tmp_path)
    assert [pad.name for pad in tmp_path.iterdir()] == ["brief.txt"]
