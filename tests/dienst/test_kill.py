"""A server that is killed (SIGKILL) loses nothing that it acknowledged, and repeats nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import NullPool, create_engine

from tests.steun.dienst import richt_in
from tests.steun.intake import lees, meld, persoon, plan, screen
from tests.steun.kijk import aantal, rijen
from tests.steun.server import Beller, Server, eigen_server, wacht_tot

SCHRIJVERS = 6
PER_SCHRIJVER = 40


@pytest.fixture
def server(verse_database: str, tmp_path: Path) -> Iterator[Server]:
    engine = create_engine(verse_database, poolclass=NullPool)
    richt_in(engine)
    with eigen_server(verse_database, tmp_path) as server:
        yield server


def alles_geleverd(url: str) -> bool:
    return aantal(url, "outbox", "afgeleverd_op IS NULL") == 0


def controleer_geschiedenis(url: str) -> None:
    """No gap in any dossier; everything delivered, once and in order."""
    wacht_tot(lambda: alles_geleverd(url), lambda: "De werker gaat niet verder na de herstart.")
    dossiers = rijen(url, "SELECT klant_id, array_agg(volgnr ORDER BY volgnr) FROM gebeurtenis GROUP BY 1")
    assert all(nummers == list(range(1, len(nummers) + 1)) for _, nummers in dossiers)
    feed = rijen(url, "SELECT nr, gebeurtenis_id FROM feed WHERE organisatie = 'deventer' ORDER BY nr")
    assert [nr for nr, _ in feed] == list(range(1, len(feed) + 1))
    assert len({gebeurtenis for _, gebeurtenis in feed}) == len(feed) == aantal(url, "gebeurtenis")
    assert aantal(url, "mutatie") == aantal(url, "outbox", "mutatie IS NOT NULL AND mutatie <> 'null'")
    nummers = [rij[0] for rij in rijen(url, "SELECT nr FROM mutatie ORDER BY nr")]
    assert nummers == list(range(1, len(nummers) + 1))


def test_tussen_twee_stappen_en_midden_in_het_schrijven(server: Server, verse_database: str, tmp_path: Path) -> None:
    beller = Beller(server, tmp_path)
    beller.zet_klok("2026-03-31T09:00:00+02:00")
    melding = meld(beller, persoon(beller), persoon(beller))
    beller.zet_klok("2026-04-02T09:00:00+02:00")
    melding = plan(beller, melding, "2026-04-02T10:00:00+02:00")
    server.dood()

    server.start()
    verschil = beller.hoe_laat() - datetime(2026, 4, 2, 7, tzinfo=UTC)
    assert timedelta(0) <= verschil < timedelta(minutes=5)
    assert lees(beller, melding) == melding
    beller.zet_klok("2026-04-02T11:00:00+02:00")
    melding = screen(beller, melding, broodnood=True)
    bellen = meld(beller)
    voorschot = {"bedrag": 190202, "meegedeeld": True}
    sleutel = {"Idempotency-Key": str(uuid4())}
    pad = f"/meldingen/{melding['id']}/voorschotten"
    toegekend = beller.doe("POST", pad, "inkomensconsulent", voorschot, versie=melding["versie"], koppen=sleutel)
    schrijvers = Schrijvers(beller, f"/meldingen/{bellen['id']}/contactpogingen")
    schrijvers.schrijf_tot(server.dood)
    # What was acknowledged is there; of each writer one more may be, of which the answer did not arrive.
    assert 0 <= aantal(verse_database, "contactpoging") - len(schrijvers.bevestigd) <= SCHRIJVERS

    server.start()
    herhaald = beller.roep("POST", pad, "inkomensconsulent", voorschot, versie=melding["versie"], koppen=sleutel)
    assert (herhaald.json(), herhaald.headers["Idempotency-Replayed"]) == (toegekend, "true")
    schrijvers.herhaal_wat_onbekend_is()
    assert aantal(verse_database, "contactpoging") == len(schrijvers.bevestigd)
    controleer_geschiedenis(verse_database)
    assert [m["soort"] for m in beller.doe("GET", "/mutaties", "koppeling")["mutaties"]] == ["voorschot"]


class Schrijvers:
    """Several clients that write one thing after the other in the same dossier, each under a key of its own."""

    def __init__(self, beller: Beller, pad: str) -> None:
        self._beller = beller
        self._pad = pad
        self._sleutels = [[str(uuid4()) for _ in range(PER_SCHRIJVER)] for _ in range(SCHRIJVERS)]
        self._onderweg = Event()
        self.bevestigd: dict[str, Any] = {}
        beller.token("receptie")

    def schrijf_tot(self, einde: Callable[[], None]) -> None:
        """Write until the server is gone: ``einde`` ends it once everybody is busy."""
        with ThreadPoolExecutor(SCHRIJVERS) as draden:
            werk = draden.map(self._schrijf_tot_het_eind, self._sleutels)
            assert self._onderweg.wait(30)
            einde()
            list(werk)
        assert SCHRIJVERS < len(self.bevestigd) < SCHRIJVERS * PER_SCHRIJVER

    def herhaal_wat_onbekend_is(self) -> None:
        """Send again what was sent without an answer, and one thing that was answered."""
        for sleutels in self._sleutels:
            self._schrijf(next(sleutel for sleutel in sleutels if sleutel not in self.bevestigd))
        eerder = dict(self.bevestigd)
        self._schrijf(next(iter(eerder)))
        assert self.bevestigd == eerder

    def _schrijf_tot_het_eind(self, sleutels: list[str]) -> None:
        try:
            for sleutel in sleutels:
                self._schrijf(sleutel)
        except httpx.TransportError:
            return

    def _schrijf(self, sleutel: str) -> None:
        koppen = {"Idempotency-Key": sleutel}
        antwoord = self._beller.roep("POST", self._pad, "receptie", {"bereikt": False}, koppen=koppen)
        assert antwoord.status_code == 201, antwoord.text
        self.bevestigd[sleutel] = antwoord.json()
        if len(self.bevestigd) > SCHRIJVERS:
            self._onderweg.set()
